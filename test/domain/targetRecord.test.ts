/** 变更记录: old and new of every record, what is struck through, what is late, whose word it is about. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knownAtLimit } from '../../src/domain/clock'
import { foldEvents } from '../../src/domain/history'
import { markReasonsOf, recordOf } from '../../src/domain/targetRecord'
import { allocate, exempt, late, makeEvent, makePlan, makeTarget, makeWorld, report, worldOf } from './makers'
import { clock, index, ledger, targets } from './randomLedger'

const limit = knownAtLimit(late)
const at = (moment: string, n = 0) => ({ recordedAt: `${moment}T02:00:00.000Z/000${n}/dev-0000000000000001` })
const valueOf = (one: ReturnType<typeof recordOf>[number]['after']) => (one?.kind === 'value' ? one.value : null)

describe('the record of a target', () => {
  it('newest first: from the value before to the value after, a correction of the same day strikes the old one', () => {
    const { history } = worldOf({}, [report('2020-03-31', 'a', 2, '1.1-1', at('2020-04-02')), report('2020-04-30', 'a', 5, '1.1-1', at('2020-05-04')), report('2020-04-30', 'a', 4, '1.1-1', at('2020-05-16'))])
    const lines = recordOf(history, '1.1-1', null, limit)
    expect(lines.map(line => [line.recordedOn, valueOf(line.before), valueOf(line.after), line.isBeforeStruck, line.isCorrection, line.isLate])).toEqual([
      ['2020-05-16', 5, 4, true, true, true], ['2020-05-04', 2, 5, false, false, false], ['2020-04-02', null, 2, false, false, false],
    ])
    expect(lines[0]!.number).toBe([...history.events.values()].find(event => event.id === lines[0]!.event)!.hash.slice(0, 4))
  })

  it('late is after the 5th of the next month, by the day in UTC+8', () => {
    const { history } = worldOf({}, [report('2020-03-31', 'a', 1, '1.1-1', { recordedAt: '2020-04-05T15:59:59.000Z/0000/dev-0000000000000001' }), report('2020-03-31', 'b', 1, '1.1-1', { recordedAt: '2020-04-05T16:00:00.000Z/0000/dev-0000000000000001' })])
    expect(recordOf(history, '1.1-1', null, limit).map(line => [line.area, line.isLate])).toEqual([['b', true], ['a', false]])
  })

  it('a returned report and a retracted one say so, and their verdicts are lines of their own', () => {
    const first = report('2020-03-31', 'a', 9, '1.1-1', at('2020-04-02'))
    const second = report('2020-04-30', 'a', 8, '1.1-1', at('2020-05-02'))
    const { history } = worldOf({}, [first, second, makeEvent('review', '2020-04-03', { event: first.id, verdict: 'returned', reason: '对不上' }, at('2020-04-03')), makeEvent('retract', '2020-05-03', { event: second.id }, at('2020-05-03'))])
    const lines = recordOf(history, '1.1-1', 'a', limit)
    expect(lines.map(line => [line.kind, line.named, line.state, valueOf(line.before), valueOf(line.after), line.isBeforeStruck])).toEqual([
      ['retract', 'report', 'in_force', 8, null, true], ['report', null, 'retracted', null, 8, false], ['review', 'report', 'in_force', 9, null, true], ['report', null, 'returned', null, 9, false],
    ])
    expect(lines[2]).toMatchObject({ area: 'a', reason: '对不上', verdict: 'returned', aboutDay: '2020-03-31' })
    expect(recordOf(history, '1.1-1', 'a', knownAtLimit('2020-04-02')).map(line => line.state)).toEqual(['in_force'])
  })

  it('shares, marks and amendments show what held before; an area sees its own and what is above it', () => {
    const { history } = makeWorld(makePlan([makeTarget()]), [
      allocate({ a: 5, b: 15 }), allocate({ a: 8, b: 12 }, '2020-05-01'), exempt('paused', 'b', '2020-06-01'), exempt('active', 'b', '2020-07-01'), report('2020-06-30', 'b', 3),
      makeEvent('amend', '2020-07-01', { target: '1.1-1', goal: { op: '>=', value: 25 }, due: '2020-11-30', reason: '区里调整' }),
    ])
    const lines = recordOf(history, '1.1-1', 'a', limit)
    expect(lines.map(line => line.kind)).toEqual(['amend', 'allocate', 'allocate'])
    expect(lines[0]).toMatchObject({ before: { kind: 'terms', goal: { value: 20 }, due: null }, after: { kind: 'terms', goal: { value: 25 }, due: '2020-11-30' }, reason: '区里调整' })
    expect(lines[1]).toMatchObject({ before: { share: 5 }, after: { share: 8 } })
    const all = recordOf(history, '1.1-1', null, limit)
    expect(all.find(line => line.kind === 'allocate')).toMatchObject({ before: { share: 20, areas: 2 }, after: { share: 20, areas: 2 } })
    expect(all.filter(line => line.kind === 'exempt').map(line => [line.before, line.after])).toEqual([[{ kind: 'mark', state: 'paused' }, { kind: 'mark', state: 'active' }], [null, { kind: 'mark', state: 'paused' }]])
    expect([...markReasonsOf(history, '1.1-1', { asOf: '2020-06-15', limit })]).toEqual([['b', { state: 'paused', reason: '理由', at: '2020-06-01' }]])
    expect(markReasonsOf(history, '1.1-1', { asOf: '2020-07-15', limit }).size).toBe(0)
  })

  it('sites that moved are named with their stages', () => {
    const { history } = worldOf({ ladder: [{ id: 'f', name: '主体', share: 0.6 }, { id: 'd', name: '验收', share: 1 }] }, [
      report('2020-03-31', 'a', { items: [{ id: '1', name: '东里', stage: 'f' }] }), report('2020-04-30', 'a', { items: [{ id: '1', name: '东里', stage: 'd' }, { id: '2', name: '西里', stage: 'f' }] }),
    ])
    expect(recordOf(history, '1.1-1', null, limit)[0]!.moved).toEqual([{ name: '东里', from: '主体', to: '验收' }, { name: '西里', from: null, to: '主体' }])
  })

  it('for any ledger: sorted, nothing beyond the bound, every event of the target once, an area\'s record a part of the whole', () => {
    fc.assert(fc.property(ledger, clock, fc.constantFrom(...targets), (events, bound, target) => {
      const history = foldEvents(index, events)
      const lines = recordOf(history, target.id, null, bound)
      const known = new Map([...history.events.values()].map(event => [event.id, event]))
      const stamps = lines.map(line => known.get(line.event)!.recordedAt)
      expect(stamps).toEqual([...stamps].sort().reverse())
      expect(stamps.every(stamp => stamp <= bound)).toBe(true)
      expect(new Set(lines.map(line => line.event)).size).toBe(lines.length)
      const own = [...history.events.values()].filter(event => event.recordedAt <= bound && event.data.target === target.id && !history.unfolded.includes(event))
      expect(lines.filter(line => line.named === null).length).toBe(own.length)
      for (const code of ['a', 'c', 'c1']) for (const line of recordOf(history, target.id, code, bound)) expect(lines.some(one => one.event === line.event)).toBe(true)
    }), { numRuns: 300 })
  })
})
