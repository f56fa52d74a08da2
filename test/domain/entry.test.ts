/** What people type into cells, and what the office may decide. */
import { describe, expect, it } from 'vitest'
import { knownAtLimit } from '../../src/domain/clock'
import { decide } from '../../src/domain/decide'
import type { Command } from '../../src/domain/decide'
import { checkEntry } from '../../src/domain/entry'
import type { Target } from '../../src/domain/plan'
import { balanceOf } from '../../src/domain/allocation'
import { allocate, makeTarget, report, worldOf } from './makers'

const present = { today: '2020-09-15', limit: knownAtLimit('2099-01-01') }
const at = '2020-09-15'
const shared = allocate({ a: 20, b: null })

function verdictOf(text: string, target: Partial<Target> = {}, area = 'a', events = [shared]) {
  return checkEntry(worldOf(target, events).history, { target: '1.1-1', area, at }, text, present)
}

describe('checkEntry reads by measure', () => {
  it.each([['12', 12], [' １２ ', 12], ['1,234', 1234], ['12个', 12], ['+3', 3], ['12.0', 12]])('number %j', (text, value) => {
    const verdict = verdictOf(text, {}, 'a', [allocate({ a: 2000 })])
    expect(verdict).toMatchObject({ kind: 'ok', payload: { value } })
  })
  it('says the increase and the lamp after', () => {
    const verdict = verdictOf('20', {}, 'a', [shared, report('2020-08-14', 'a', 5)])
    expect(verdict).toMatchObject({ kind: 'ok', increase: 15, figure: { lamp: 'done', value: 20 } })
  })
  it('a letter O is told as a letter, with the number it may be', () => {
    const verdict = verdictOf('7O')
    expect(verdict).toMatchObject({ kind: 'bad', problem: { code: 'not_a_number', why: '“7O”里的“O”是字母' }, fixes: [{ text: '70' }] })
  })
  it.each([['abc', 'not_a_number'], ['1.5', 'number_not_whole'], ['-3', 'number_negative'], ['1e400', 'not_a_number'], ['9999999999999999', 'number_too_large']])('%j is refused: %s', (text, code) => {
    expect(verdictOf(text)).toMatchObject({ kind: 'bad', problem: { code } })
  })
  it('a falling cumulative wants a reason', () => {
    const events = [shared, report('2020-08-14', 'a', 5)]
    expect(verdictOf('4', {}, 'a', events)).toMatchObject({ kind: 'bad', problem: { code: 'falls_without_reason' }, fixes: [{ text: '5' }] })
    const explained = checkEntry(worldOf({}, events).history, { target: '1.1-1', area: 'a', at, note: '核减重复' }, '4', present)
    expect(explained.kind).toBe('ok')
  })
  it('doubts: no task there, far beyond the goal', () => {
    expect(verdictOf('3', {}, 'b')).toMatchObject({ kind: 'doubt', problem: { code: 'not_asked' } })
    expect(verdictOf('200')).toMatchObject({ kind: 'doubt', problem: { code: 'far_over_goal' } })
    expect(verdictOf('  ')).toEqual({ kind: 'empty' })
  })
  it('rates want numerator and denominator; a percentage is offered on the last denominator', () => {
    const rate = { measure: 'rate' as const, unit: '%', goal: { op: '>=' as const, value: 60 } }
    expect(verdictOf('45／60', rate, 'a', [])).toMatchObject({ kind: 'ok', payload: { numerator: 45, denominator: 60 }, figure: { value: 0.75 } })
    expect(verdictOf('75%', rate, 'a', [report('2020-08-01', 'a', { numerator: 30, denominator: 60 })])).toMatchObject({ kind: 'bad', fixes: [{ text: '45/60' }] })
    expect(verdictOf('3/0', rate, 'a', [])).toMatchObject({ kind: 'bad', problem: { code: 'zero_denominator' } })
    expect(verdictOf('61/60', rate, 'a', [])).toMatchObject({ kind: 'doubt', problem: { code: 'over_whole' } })
  })
  it('stages by name, by number, by beginning', () => {
    const quality = { measure: 'qualitative' as const }
    for (const text of ['推进', '3', 'advancing', '推']) expect(verdictOf(text, quality, 'a', [])).toMatchObject({ kind: 'ok', payload: { stage: 'advancing' } })
    expect(verdictOf('九', quality, 'a', [])).toMatchObject({ kind: 'bad', problem: { code: 'stage_unknown' }, fixes: [{ text: '未启动' }, { text: '部署' }, { text: '推进' }, { text: '完成' }] })
  })
})

describe('decide refuses with a reason', () => {
  const history = worldOf({}, [shared]).history
  const cases: [string, Command][] = [
    ['day_in_future', { kind: 'report', target: '1.1-1', area: 'a', at: '2020-09-16', payload: { value: 1 } }],
    ['day_invalid', { kind: 'report', target: '1.1-1', area: 'a', at: '2020-02-30', payload: { value: 1 } }],
    ['target_unknown', { kind: 'report', target: 'x', area: 'a', at, payload: { value: 1 } }],
    ['area_unknown', { kind: 'report', target: '1.1-1', area: 'x', at, payload: { value: 1 } }],
    ['area_level', { kind: 'report', target: '1.1-1', area: 'root', at, payload: { value: 1 } }],
    ['payload_unfit', { kind: 'report', target: '1.1-1', area: 'a', at, payload: { stage: 'none' } }],
    ['event_unknown', { kind: 'retract', event: 'nope', at }],
    ['reason_missing', { kind: 'exempt', target: '1.1-1', at, state: 'paused', reason: ' ' }],
    ['reason_missing', { kind: 'amend', target: '1.1-1', at, due: '2020-10-01', reason: '' }],
    ['payload_unfit', { kind: 'amend', target: '1.1-1', at, due: '2020-13-01', reason: '改' }],
    ['area_unknown', { kind: 'allocate', target: '1.1-1', at, shares: { zz: 1 } }],
    ['number_not_whole', { kind: 'allocate', target: '1.1-1', at, shares: { a: 1.5 } }],
    ['share_invalid', { kind: 'allocate', target: '1.1-1', at, shares: { a: -1 } }],
  ]
  it.each(cases)('%s', (code, command) => {
    expect(decide(history, command, present)).toMatchObject({ ok: false, problem: { code } })
  })
  it('accepts what is in order', () => {
    expect(decide(history, { kind: 'report', target: '1.1-1', area: 'a', at, payload: { value: 3 }, note: ' 溪边村 ' }, present))
      .toEqual({ ok: true, draft: { type: 'report', at, data: { target: '1.1-1', area: 'a', value: 3, note: '溪边村' } } })
  })
})

it('the balance of an allocation shows what is open and what is too much', () => {
  expect(balanceOf(makeTarget(), { a: 5, b: 12, c: null })).toEqual({ sum: 17, goal: 20, open: 3, over: 0, given: 2 })
  expect(balanceOf(makeTarget(), { a: 25 })).toMatchObject({ open: 0, over: 5 })
  expect(balanceOf(makeTarget({ measure: 'rate' }), { a: 60 })).toBeNull()
})
