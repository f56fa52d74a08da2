/** Rows of the allocation table: what a cell says, who takes part, what is checked, and the file for places. */
import { describe, expect, it } from 'vitest'
import { shareChecksOf } from '../../../src/components/setup/shareChecks'
import { isUnshared, shareInput, shareLineOf, shareMark, shareState, shareText, usualTakers } from '../../../src/components/setup/shareLine'
import type { ShareLine } from '../../../src/components/setup/shareLine'
import { zhShare } from '../../../src/components/setup/shareWords'
import type { Target } from '../../../src/domain/plan'
import type { Shares } from '../../../src/domain/split'
import { sharesCsv } from '../../../src/views/setup/shareFile'
import { makeTarget } from '../../domain/makers'

const columns = ['a', 'b', 'c'].map(code => ({ code, name: code.toUpperCase(), full: `${code}镇` }))
const line = (shares: Shares | null, typed: Record<string, string> = {}, target: Partial<Target> = {}): ShareLine => shareLineOf({ target: makeTarget(target), number: '1.1', chapter: '1', shares }, typed, columns)

describe('a cell', () => {
  it('says what stands in it, what was typed, and who is asked', () => {
    const one = line({ a: 12, b: null }, { c: '3' })
    expect(columns.map(({ code }) => [shareState(one, code), shareText(one, code), shareInput(one, code)])).toEqual([['given', '12', '12'], ['off', '', '-'], ['typed', '3', '3']])
    expect(['a', 'b', 'c'].map(code => shareState(line({ a: 20 }), code))).toEqual(['given', 'free', 'free'])
    expect(shareState(line({ a: 20 }, {}, { areas: ['a', 'b'] }), 'c')).toBe('off')
    expect(shareState(line({ a: 0 }), 'a')).toBe('off')
    expect(shareState(line({ a: 0 }, {}, { goal: { op: '<=', value: 5 } }), 'a')).toBe('given')
  })
  it('keeps what is no share in sight and out of the sum', () => {
    const one = line({ a: 12 }, { a: '2.5', b: '8' })
    expect([shareState(one, 'a'), shareText(one, 'a'), one.balance?.sum]).toEqual(['bad', '2.5', 20])
    expect(shareMark(one)).toEqual({ kind: 'flat', amount: '' })
  })
})

it('tells 平, 未分解 and 加码, and nothing where there is no sum', () => {
  expect([line({ a: 19 }), line({ a: 22 }), line({ a: 20 })].map(one => shareMark(one)?.kind)).toEqual(['open', 'over', 'flat'])
  expect(shareMark(line({ a: 60 }, {}, { measure: 'rate', unit: '%' }))).toBe(null)
  expect([isUnshared(line(null)), isUnshared(line(null, { a: '1' })), isUnshared(line({}))]).toEqual([true, false, false])
})

it('everybody takes part unless the notice names some, or some were left out by hand', () => {
  expect(usualTakers(line(null), columns)).toEqual(['a', 'b', 'c'])
  expect(usualTakers(line(null, {}, { areas: ['b', 'c'] }), columns)).toEqual(['b', 'c'])
  expect(usualTakers(line({ a: 20, b: null, c: null }), columns)).toEqual(['a'])
  // Two of three places could get nothing of a goal of 1.
  expect(usualTakers(line({ a: 1, b: null, c: null }, {}, { goal: { op: '>=', value: 1 } }), columns)).toEqual(['a', 'b', 'c'])
})

it('checks what is even, open, over, loose, without sites or schedule', () => {
  const lines = [line({ a: 20, b: null, c: null }), line({ a: 20 }), line({ a: 19 }), line({ a: 22 }), line(null, {}, { schedule: 'step' })]
  const checks = shareChecksOf(lines, columns, () => false)
  expect([checks.even.length, checks.open.length, checks.over.length, checks.loose.length, checks.looseCells, checks.unshared.length, checks.sites.length, checks.curves.length, checks.cells]).toEqual([2, 2, 1, 1, 2, 1, 0, 4, 4])
})

it('writes a file that no spreadsheet takes for formulas', () => {
  const text = sharesCsv([line({ a: 12.5, b: null }, {}, { name: ' =SUM(A1)', measure: 'amount', unit: '万元' }), line(null, {}, { name: '＋1,"x"' })], columns, zhShare, ['计划', '演示数据'])
  expect(text.split('\r\n').map(row => row.replace('\ufeff', ''))).toEqual(['计划', '演示数据', ',指标,,全年,a镇,b镇,c镇,合计,', "1.1,' =SUM(A1),万元,20,12.5,,,12.5,未分解 7.5", '1.1,"\'＋1,""x""",个,20,,,,0,未分解 20', ''])
})

it('a hundred targets of forty-five places are laid out in a moment', () => {
  const many = Array.from({ length: 45 }, (_, i) => ({ code: `c${i}`, name: `c${i}`, full: `c${i}` }))
  const shares = Object.fromEntries(many.map(({ code }) => [code, 1]))
  const begin = performance.now()
  const lines = Array.from({ length: 100 }, (_, i) => shareLineOf({ target: makeTarget({ id: `t${i}` }), number: '1', chapter: '1', shares }, {}, many))
  for (const one of lines) for (const { code } of many) shareText(one, code)
  expect(lines[0]!.balance?.over).toBe(25)
  expect(performance.now() - begin).toBeLessThan(200)
})
