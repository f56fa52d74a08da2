/** The language of score rules: what is written reads back, what is let through always gives a number, what is refused is named. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Formula, FormulaScope } from '../../src/domain/formula'
import { evaluate, formulaProblem, formulaWords, formulaWordsOf, isFormula, parseFormula, printFormula } from '../../src/domain/formula'

const tree = (text: string): Formula => {
  const parsed = parseFormula(text)
  if (!isFormula(parsed)) throw new Error(`${parsed.code}: ${parsed.why}`)
  return parsed
}
const valueOf = (text: string, values: Record<string, number> = {}): number | null => evaluate(tree(text), values)
/** Without places in the text. */
const bare = (formula: Formula): unknown => JSON.parse(JSON.stringify(formula, (key, value) => (key === 'from' || key === 'to' ? undefined : value)))

const place = { from: 0, to: 0 }
const numbers = fc.oneof(fc.integer({ min: 0, max: 999999999 }), fc.integer({ min: 0, max: 999999999 }).map(whole => whole / 1e9), fc.constantFrom(0.5, 0.1, 0.000000001, 98, 1234.5678))
const treesOf = (scope: FormulaScope): fc.Arbitrary<Formula> => fc.letrec<{ tree: Formula }>(tie => ({
  tree: fc.oneof({ maxDepth: 4, depthSize: 'small' },
    numbers.map((value): Formula => ({ kind: 'number', value, ...place })),
    fc.constantFrom(...Object.keys(formulaWordsOf[scope])).map((word): Formula => ({ kind: 'word', word, ...place })),
    tie('tree').map((of): Formula => ({ kind: 'minus', of, ...place })),
    fc.record({ sign: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const), left: tie('tree'), right: tie('tree') }).map((pair): Formula => ({ kind: 'pair', ...pair, ...place })),
    fc.record({ call: fc.constantFrom('min' as const, 'max' as const), of: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }) }).map((call): Formula => ({ kind: 'call', ...call, ...place })),
    tie('tree').map((one): Formula => ({ kind: 'call', call: 'round', of: [one], ...place }))),
})).tree
/** Values within the ranges of the words, their ends among them. */
const valuesOf = (scope: FormulaScope): fc.Arbitrary<Record<string, number>> => fc.record(Object.fromEntries(Object.entries(formulaWordsOf[scope]).map(([word, { range: [least, most] }]) =>
  [word, fc.oneof(fc.constantFrom(least, most), fc.double({ min: least, max: most, noNaN: true }), fc.integer({ min: Math.ceil(least), max: Math.floor(most) }))])))

describe('what a formula gives', () => {
  it('by the usual order of signs, exact to twelve digits', () => {
    expect(valueOf('60 * onPace / active', { onPace: 9, active: 14 })).toBe(38.5714285714)
    expect(valueOf('2 + 3 * 4 - 10 / 5')).toBe(12)
    expect(valueOf('20 - 5 - 3')).toBe(12)
    expect(valueOf('16 / 4 / 2')).toBe(2)
    expect(valueOf('-2 * -(1 + 2)')).toBe(6)
    expect(valueOf('0.1 + 0.2 - 0.3')).toBe(0)
    expect(valueOf('100 * 0.07')).toBe(7)
    expect(valueOf('round(2.5) + round(-2.5) + round(0.49)')).toBe(0)
    expect(valueOf('（1＋2）×3÷2')).toBe(4.5)
  })

  it('98 % rule of townships: half a point off for each point below, no more than all', () => {
    const rule = 'max(0, 10 - 0.5 * max(0, 98 - 100 * rate))'
    expect([1, 0.98, 0.97, 0.9, 0.78, 0.5].map(rate => valueOf(rule, { rate }))).toEqual([10, 10, 9.5, 6, 0, 0])
  })

  it('nothing where it would divide by zero or a word has no value', () => {
    expect(valueOf('1 / gap', { gap: 0 })).toBeNull()
    expect(valueOf('1 / (0.1 + 0.2 - 0.3)')).toBeNull()
    expect(valueOf('red + 1')).toBeNull()
  })
})

describe('laws', () => {
  it('what is printed reads back to the same tree', () => {
    fc.assert(fc.property(treesOf('area'), formula => {
      const text = printFormula(formula)
      const parsed = parseFormula(text)
      if (isFormula(parsed)) expect(bare(parsed)).toEqual(bare(formula))
      else expect(['formula_long', 'formula_deep']).toContain(parsed.code)
    }), { numRuns: 300 })
  })

  it.each(['area', 'cell'] as const)('what is let through gives a finite number for all values in range (%s)', scope => {
    let passed = 0
    fc.assert(fc.property(treesOf(scope), fc.array(valuesOf(scope), { minLength: 4, maxLength: 4 }), (formula, many) => {
      const text = printFormula(formula)
      if (formulaProblem(text, scope) !== null) return
      passed += 1
      for (const values of many) {
        const value = evaluate(tree(text), values)
        expect(value).not.toBeNull()
        expect(Number.isFinite(value)).toBe(true)
      }
    }), { numRuns: 400 })
    expect(passed).toBeGreaterThan(100)
  })

  it('any text is read or refused with its place, never thrown', () => {
    const bits = fc.array(fc.constantFrom('1', '0.5', 'rate', 'gap', 'min', '(', ')', ',', '+', '-', '*', '/', ' ', '.', '分', 'e9', '__proto__', 'constructor'), { maxLength: 30 })
    fc.assert(fc.property(fc.oneof(bits.map(list => list.join('')), fc.string()), text => {
      const problem = formulaProblem(text, 'area')
      if (problem === null) return
      expect(problem.code).toMatch(/^formula_[a-z]+$/)
      expect(problem.from).toBeGreaterThanOrEqual(0)
      expect(problem.to).toBeLessThanOrEqual(text.length)
      expect(problem.from).toBeLessThanOrEqual(problem.to)
    }), { numRuns: 500 })
  })
})

describe('what is refused', () => {
  it.each<[string, FormulaScope, string, string]>([
    ['60 * onPace / red', 'area', 'formula_zero', 'red'],
    ['1 / (active - 1)', 'area', 'formula_zero', '(active - 1)'],
    ['lag / pace', 'cell', 'formula_zero', 'pace'],
    ['1 / (rate - 0.5)', 'area', 'formula_zero', '(rate - 0.5)'],
    ['1 / 0', 'area', 'formula_zero', '0'],
    ['60 * speed', 'area', 'formula_word', 'speed'],
    ['toString + 1', 'area', 'formula_word', 'toString'],
    ['60 * completion', 'area', 'formula_scope', 'completion'],
    ['60 * rate', 'cell', 'formula_scope', 'rate'],
    ['sum(1, 2)', 'area', 'formula_call', 'sum'],
    ['min(1)', 'area', 'formula_arguments', 'min(1)'],
    ['round(1, 2)', 'area', 'formula_arguments', 'round(1, 2)'],
    ['60 ** rate', 'area', 'formula_unexpected', '*'],
    ['(60 * rate', 'area', 'formula_unfinished', ''],
    ['60 分', 'area', 'formula_character', '分'],
    ['1e9', 'area', 'formula_unexpected', 'e9'],
    ['1.2.3', 'area', 'formula_character', '1'],
    ['active * active * active', 'area', 'formula_big', 'active * active * active'],
    ['   ', 'area', 'formula_empty', ''],
  ])('%s (%s): %s', (text, scope, code, place) => {
    const problem = formulaProblem(text, scope)!
    expect([problem.code, text.slice(problem.from, problem.to)]).toEqual([code, place])
  })

  it('the divisor and its interval are named', () => {
    expect(formulaProblem('60 * done / (active - onPace)', 'area')).toMatchObject({ why: '第 13 字起的除数“(active - onPace)”在 -99999 至 100000 之间，会是 0' })
  })

  it('too long, too deep', () => {
    expect(formulaProblem('1 + '.repeat(60) + '1', 'area')?.code).toBe('formula_long')
    expect(formulaProblem(`${'('.repeat(20)}1${')'.repeat(20)}`, 'area')?.code).toBe('formula_deep')
  })

  it('what is sound passes', () => {
    for (const text of ['60 * onPace / active', '-2 * overdueSlips', '10 / max(1, openSlips)', '100 * rate / (1 + red)', 'min(110, 90 + 20 * rate)']) expect(formulaProblem(text, 'area')).toBeNull()
    for (const text of ['60 * completion / of', '-100 * lag * 0.1', 'max(-10, min(10, 20 * max(0, completion - 1)))', '2 * isDone - 2 * isOverdue']) expect(formulaProblem(text, 'cell')).toBeNull()
  })
})

describe('in words', () => {
  it('with the words, and with figures in their place', () => {
    expect(formulaWords(tree('60 * onPace / active'))).toBe('60 × 达序项数 ÷ 参评项数')
    expect(formulaWords(tree('-0.5 * max(0, 98 - 100 * rate)'))).toBe('−0.5 × 取大(0，98 − 100 × 达序率)')
    expect(formulaWords(tree('60 * onPace / active'), word => ({ onPace: '9', active: '14' })[word]!)).toBe('60 × 9 ÷ 14')
  })
})
