/**
 * The small language of score rules (practice.md 2.3): numbers, + - * / ( ), min, max, round, and the words below. {@link formulaProblem} refuses at the
 * border what could ever divide by zero, by interval arithmetic over the ranges of the words; what it lets through gives a finite number for every area.
 */
import type { Problem } from './problem'

export type FormulaScope = 'area' | 'cell'
type Range = readonly [least: number, most: number]
interface FormulaWord { zh: string, range: Range }

const count: Range = [0, 100000]
const flag: Range = [0, 1]

/**
 * What a formula may use. Area: counts of its active cells (without those the rule exempts), of its slips, and of its closed months; `rate` = onPace ÷ active.
 * `active` is at least 1: an area without active cells is not scored. Cell: shares of 1 (`completion` up to the pack's `overCap`), a cell without data counts as 0 with
 * `isNoData` 1; `gap` = progress − pace, `lag` = max(0, −gap), both 0 where pace does not apply; `is…`: 0 or 1. `of` = active cells of the area, to share points out.
 */
export const formulaWordsOf: Readonly<Record<FormulaScope, Readonly<Record<string, FormulaWord>>>> = {
  area: {
    onPace: { zh: '达序项数', range: count }, active: { zh: '参评项数', range: [1, 100000] }, rate: { zh: '达序率', range: [0, 1] },
    red: { zh: '严重滞后项数', range: count }, amber: { zh: '滞后项数', range: count }, overdue: { zh: '逾期项数', range: count }, noData: { zh: '未填报项数', range: count },
    done: { zh: '完成项数', range: count }, openSlips: { zh: '在办单数', range: count }, overdueSlips: { zh: '逾期单数', range: count }, closedOnTime: { zh: '按期销号单数', range: count },
    missedMonths: { zh: '未达序月数', range: [0, 1200] },
  },
  cell: {
    completion: { zh: '完成率', range: [0, 10] }, progress: { zh: '进度', range: [0, 1] }, pace: { zh: '时序', range: [0, 1] }, gap: { zh: '进度减时序', range: [-1, 1] }, lag: { zh: '落后', range: [0, 1] },
    of: { zh: '参评项数', range: [1, 100000] }, isDone: { zh: '已完成', range: flag }, isLate: { zh: '滞后补齐', range: flag }, isOnPace: { zh: '达序', range: flag }, isRed: { zh: '严重滞后', range: flag },
    isAmber: { zh: '滞后', range: flag }, isOverdue: { zh: '逾期', range: flag }, isNoData: { zh: '未填报', range: flag },
  },
}

/** `from` and `to`: places in the text, so that a divisor can be named. */
interface Span { from: number, to: number }
export type Formula = Span & (
  | { kind: 'number', value: number }
  | { kind: 'word', word: string }
  | { kind: 'minus', of: Formula }
  | { kind: 'pair', sign: '+' | '-' | '*' | '/', left: Formula, right: Formula }
  | { kind: 'call', call: 'min' | 'max' | 'round', of: readonly Formula[] })

/** A problem and where it stands in the text (half-open, in characters). */
export type FormulaProblem = Problem & Span

const mostLength = 200
const mostDepth = 12
/** Divisors closer to zero count as zero; amounts beyond `mostAmount` are no points. */
const leastDivisor = 1e-9
const mostAmount = 1e12
const arities = { min: [2, 8], max: [2, 8], round: [1, 1] } as const

class Refused extends Error {
  readonly problem: FormulaProblem
  constructor(problem: FormulaProblem) {
    super(problem.code)
    this.problem = problem
  }
}

function refuse(code: string, span: Span, why: string, fix: string): never {
  throw new Refused({ code, why, fix, from: span.from, to: span.to })
}

interface Token extends Span { kind: 'number' | 'word' | 'sign' | 'end', text: string }

/** Signs of a Chinese keyboard, character for character. */
const plainSigns: Readonly<Record<string, string>> = { '×': '*', '÷': '/', '（': '(', '）': ')', '，': ',', '＋': '+', '－': '-', '−': '-' }

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const pattern = /\s*(?:(\d{1,9}(?:\.\d{1,9})?(?![\d.]))|([A-Za-z]\w*)|([-+*/(),]))/y
  while (/\S/.test(text.slice(pattern.lastIndex))) {
    const start = pattern.lastIndex
    const match = pattern.exec(text)
    if (match === null) {
      const from = start + text.slice(start).search(/\S/)
      refuse('formula_character', { from, to: from + 1 }, `第 ${from + 1} 字“${text[from]}”不认识`, '只用数、+ - * / ( )、min、max、round 和表中的词')
    }
    const body = (match[1] ?? match[2] ?? match[3])!
    const kind = match[1] !== undefined ? 'number' : match[2] !== undefined ? 'word' : 'sign'
    tokens.push({ kind, text: body, from: pattern.lastIndex - body.length, to: pattern.lastIndex })
  }
  tokens.push({ kind: 'end', text: '', from: text.length, to: text.length })
  return tokens
}

/** Recursive descent: sum = product {+|- product}; product = unary {*|/ unary}; unary = [-] unary | atom. */
function treeOf(tokens: readonly Token[]): Formula {
  let next = 0
  let depth = 0
  const token = (): Token => tokens[next]!
  const take = (): Token => tokens[next++]!
  const is = (signs: string): boolean => token().kind === 'sign' && signs.includes(token().text)
  const unexpected = (): never => token().kind === 'end'
    ? refuse('formula_unfinished', token(), '式子没有写完', '补上缺的数、词或右括号')
    : refuse('formula_unexpected', token(), `第 ${token().from + 1} 字“${token().text}”放在这里读不通`, '检查前后的运算符和括号')
  const expect = (sign: string): Token => (is(sign) ? take() : unexpected())
  const pair = (left: Formula, sign: string, right: Formula): Formula => ({ kind: 'pair', sign: sign as '+' | '-' | '*' | '/', left, right, from: left.from, to: right.to })

  function sum(): Formula {
    depth += 1
    if (depth > mostDepth) refuse('formula_deep', token(), `括号套得太深（超过 ${mostDepth} 层）`, '拆成几条规则')
    let left = product()
    while (is('+-')) left = pair(left, take().text, product())
    depth -= 1
    return left
  }

  function product(): Formula {
    let left = unary()
    while (is('*/')) left = pair(left, take().text, unary())
    return left
  }

  function unary(): Formula {
    if (!is('-')) return atom()
    const { from } = take()
    const of = unary()
    return { kind: 'minus', of, from, to: of.to }
  }

  function atom(): Formula {
    const { kind, text, from, to } = token()
    if (kind === 'number') { take(); return { kind, value: Number(text), from, to } }
    if (kind === 'word') { take(); return is('(') ? called(text, { from, to }) : { kind, word: text, from, to } }
    expect('(')
    const inner = sum()
    return { ...inner, from, to: expect(')').to }
  }

  function called(text: string, span: Span): Formula {
    if (!Object.hasOwn(arities, text)) refuse('formula_call', span, `没有“${text}( )”这种算法`, '只有 min、max、round')
    const call = text as keyof typeof arities
    take()
    const of = [sum()]
    while (is(',')) { take(); of.push(sum()) }
    const whole = { from: span.from, to: expect(')').to }
    const [least, most] = arities[call]
    if (of.length < least || of.length > most) refuse('formula_arguments', whole, `${call} 里写了 ${of.length} 个数`, call === 'round' ? 'round 里只写一个' : '写 2 至 8 个，用逗号隔开')
    return { kind: 'call', call, of, ...whole }
  }

  const tree = sum()
  if (token().kind !== 'end') unexpected()
  return tree
}

function read(text: string): Formula {
  if (text.length > mostLength) refuse('formula_long', { from: mostLength, to: text.length }, `式子有 ${text.length} 字，超过 ${mostLength}`, '拆成几条规则')
  const plain = text.replace(/[×÷（），＋－−]/g, sign => plainSigns[sign]!)
  if (plain.trim() === '') refuse('formula_empty', { from: 0, to: 0 }, '没有写式子', '写一个，如 60 * onPace / active')
  return treeOf(tokensOf(plain))
}

function caught<T>(work: () => T): T | FormulaProblem {
  try { return work() }
  catch (error) {
    if (error instanceof Refused) return error.problem
    throw error
  }
}

/** The tree of a text, or why it cannot be read. Words are not looked up here: see {@link formulaProblem}. */
export const parseFormula = (text: string): Formula | FormulaProblem => caught(() => read(text))

export const isFormula = (parsed: Formula | FormulaProblem): parsed is Formula => 'kind' in parsed

/** Away with the dust of binary fractions: twelve significant digits, and what is nearly 0 is 0. Keeps order. */
export const settled = (value: number): number => (Math.abs(value) < 1e-10 ? 0 : Number(value.toPrecision(12)))
/** Half away from zero (四舍五入). */
const rounded = (value: number): number => Math.sign(value) * Math.floor(Math.abs(settled(value)) + 0.5) + 0

function reckon(formula: Formula, values: Readonly<Record<string, number>>): number {
  switch (formula.kind) {
    case 'number': return formula.value
    case 'word': return values[formula.word] ?? Number.NaN
    case 'minus': return -reckon(formula.of, values)
    case 'call': {
      const of = formula.of.map(one => reckon(one, values))
      return formula.call === 'round' ? rounded(of[0]!) : formula.call === 'min' ? Math.min(...of) : Math.max(...of)
    }
    case 'pair': {
      const [left, right] = [reckon(formula.left, values), reckon(formula.right, values)]
      switch (formula.sign) {
        case '+': return left + right
        case '-': return left - right
        case '*': return left * right
        case '/': return Math.abs(right) < leastDivisor ? Number.NaN : left / right
      }
    }
  }
}

/** What a formula gives for some values, to twelve digits; null where it divides by zero or a word is missing (never, after {@link formulaProblem} found nothing). */
export function evaluate(formula: Formula, values: Readonly<Record<string, number>>): number | null {
  const value = reckon(formula, values)
  return Number.isFinite(value) ? settled(value) : null
}

/** The words that a formula uses, each once. */
export function wordsIn(formula: Formula): string[] {
  const parts = formula.kind === 'word' ? [formula.word] : formula.kind === 'minus' ? wordsIn(formula.of) : formula.kind === 'pair' ? [formula.left, formula.right].flatMap(wordsIn) : formula.kind === 'call' ? formula.of.flatMap(wordsIn) : []
  return [...new Set(parts)]
}

/** Where a formula's value can lie; throws {@link Refused} at what must not be. */
function rangeOf(formula: Formula, words: Readonly<Record<string, FormulaWord>>, scope: FormulaScope, text: string): Range {
  const within = (of: Formula): Range => rangeOf(of, words, scope, text)
  const range = ((): Range => {
    switch (formula.kind) {
      case 'number': return [formula.value, formula.value]
      case 'word': {
        const word = Object.hasOwn(words, formula.word) ? words[formula.word]! : null
        if (word !== null) return word.range
        const isOther = Object.hasOwn(formulaWordsOf[scope === 'area' ? 'cell' : 'area'], formula.word)
        return isOther
          ? refuse('formula_scope', formula, `“${formula.word}”不能用在${scope === 'area' ? '按区域' : '按格'}算的规则里`, scope === 'area' ? '改成按格（cell）算，或换一个词' : '改成按区域（area）算，或换一个词')
          : refuse('formula_word', formula, `第 ${formula.from + 1} 字起的“${formula.word}”不在词表里`, `可用的词：${Object.keys(words).join('、')}`)
      }
      case 'minus': { const [least, most] = within(formula.of); return [-most, -least] }
      case 'call': {
        const of = formula.of.map(within)
        if (formula.call === 'round') return [rounded(of[0]![0]), rounded(of[0]![1])]
        const pick = formula.call === 'min' ? Math.min : Math.max
        return [pick(...of.map(one => one[0])), pick(...of.map(one => one[1]))]
      }
      case 'pair': {
        const [a, b] = within(formula.left)
        const [c, d] = within(formula.right)
        if (formula.sign === '+') return [a + c, b + d]
        if (formula.sign === '-') return [a - d, b - c]
        if (formula.sign === '/' && c < leastDivisor && d > -leastDivisor) {
          const { from, to } = formula.right
          refuse('formula_zero', formula.right, `第 ${from + 1} 字起的除数“${text.slice(from, to)}”在 ${figure(settled(c))} 至 ${figure(settled(d))} 之间，会是 0`, `改用不会是 0 的除数，如 max(1, ${text.slice(from, to)})`)
        }
        const corners = formula.sign === '*' ? [a * c, a * d, b * c, b * d] : [a / c, a / d, b / c, b / d]
        return [Math.min(...corners), Math.max(...corners)]
      }
    }
  })()
  if (!range.every(end => Math.abs(end) <= mostAmount)) refuse('formula_big', formula, `“${text.slice(formula.from, formula.to)}”可以大到不像分数`, '检查除数和连乘')
  return range
}

/** As it can be typed: nine decimals, never an exponent. */
const figure = (value: number): string => (Math.abs(value) < 1e-6 ? value.toFixed(9).replace(/\.?0+$/, '') : String(value))

/** Why a formula cannot stand in a rule of a scope, and where in it; null: it gives a finite number whatever the area. */
export function formulaProblem(text: string, scope: FormulaScope): FormulaProblem | null {
  return caught(() => {
    rangeOf(read(text), formulaWordsOf[scope], scope, text)
    return null
  })
}

/** How tightly a node holds together: sums 1, products 2, signs 3, atoms 4. */
const bindingOf = (formula: Formula): number => (formula.kind === 'pair' ? ('+-'.includes(formula.sign) ? 1 : 2) : formula.kind === 'minus' ? 3 : 4)

/** The formula as text, by what a word, a number and a sign are written as. */
function written(formula: Formula, wordOf: (word: string) => string, signs: Readonly<Record<'*' | '/' | '-', string>>, comma: string): string {
  const inner = (of: Formula): string => written(of, wordOf, signs, comma)
  const held = (of: Formula, least: number): string => (bindingOf(of) < least ? `(${inner(of)})` : inner(of))
  switch (formula.kind) {
    case 'number': return figure(formula.value)
    case 'word': return wordOf(formula.word)
    case 'minus': return `${signs['-']}${held(formula.of, 4)}`
    case 'call': return `${wordOf(formula.call)}(${formula.of.map(inner).join(comma)})`
    case 'pair': {
      const binding = bindingOf(formula)
      return `${held(formula.left, binding)} ${formula.sign === '+' ? '+' : signs[formula.sign]} ${held(formula.right, formula.right.kind === 'minus' ? 4 : binding + 1)}`
    }
  }
}

/** The text that reads back to the same tree. */
export const printFormula = (formula: Formula): string => written(formula, word => word, { '*': '*', '/': '/', '-': '-' }, ', ')

const zhCalls: Readonly<Record<string, string>> = { min: '取小', max: '取大', round: '取整' }
/** A word or function of formulas in Chinese. */
export const zhFormulaWord = (word: string): string => zhCalls[word] ?? (formulaWordsOf.area[word] ?? formulaWordsOf.cell[word])?.zh ?? word

/** For reading: 60 × 达序项数 ÷ 参评项数; `wordOf` may put figures in their place (60 × 9 ÷ 14). */
export function formulaWords(formula: Formula, wordOf: (word: string) => string = zhFormulaWord): string {
  return written(formula, wordOf, { '*': '×', '/': '÷', '-': '−' }, '，')
}
