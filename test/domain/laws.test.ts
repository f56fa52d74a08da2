/** Laws of the fold and the roll-up, by property (architecture.md 7). At least 1,000 runs each; the seed is printed on failure by fast-check. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '../../src/domain/event'
import type { Target } from '../../src/domain/plan'
import { indexPlan } from '../../src/domain/plan'
import { emptyHistory, evolve, foldEvents, touchedTargets } from '../../src/domain/history'
import { boardOf, rollUpPath } from '../../src/domain/rollUp'
import { lampCodes } from '../../src/domain/board'
import type { Board } from '../../src/domain/board'
import { explainFigure } from '../../src/domain/explain'
import { isOnPaceLamp } from '../../src/domain/lamp'
import { dueOf, fairPace, paceOf } from '../../src/domain/pace'
import { addDays } from '../../src/domain/days'
import { makeEvent, makePlan, makeTarget } from './makers'

const runs = { numRuns: 1000 }
const ladder = [{ id: 's', name: '开工', share: 0.3 }, { id: 'f', name: '主体', share: 0.6 }, { id: 'd', name: '验收', share: 1 }]
const targets: Target[] = [
  makeTarget({ id: 'count', goal: { op: '>=', value: 6 } }),
  makeTarget({ id: 'amount', measure: 'amount', unit: '万元', goal: { op: '>=', value: 100 }, due: '2020-09-30' }),
  makeTarget({ id: 'stock', measure: 'stock', goal: { op: '>=', value: 50 }, baseline: { value: 20, at: '2019-12-31' } }),
  makeTarget({ id: 'rate', measure: 'rate', unit: '%', goal: { op: '>=', value: 60 } }),
  makeTarget({ id: 'standard', measure: 'standard', goal: { op: '>=', value: 30 }, due: '2020-06-30' }),
  makeTarget({ id: 'frequency', measure: 'frequency', goal: { op: '>=', value: 4 } }),
  makeTarget({ id: 'quality', measure: 'qualitative', goal: { op: '>=', value: 1 } }),
  makeTarget({ id: 'ceiling', measure: 'count', goal: { op: '<=', value: 5 }, due: '2020-08-31' }),
  makeTarget({ id: 'items', ladder, goal: { op: '>=', value: 3 } }),
  makeTarget({ id: 'whole', scope: 'whole', measure: 'milestone', goal: { op: '>=', value: 1 }, stages: [{ id: 'x', name: '立项', due: '2020-03-31' }, { id: 'y', name: '开工', due: '2020-09-30' }] }),
]
const index = indexPlan(makePlan(targets, { deep: true }))
const reporters = ['a', 'b', 'c1', 'c2']

const day = fc.integer({ min: -40, max: 400 }).map(offset => addDays('2020-01-01', offset))
const clock = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.nat(3)).map(([offset, n]) => `${addDays('2020-01-01', offset)}T0${n}:00:00.000Z/0000/dev-000000000000000${n}`)
const value = fc.oneof(fc.integer({ min: 0, max: 130 }), fc.double({ min: 0, max: 130, noNaN: true }))

function payloadFor(target: Target): fc.Arbitrary<Record<string, unknown>> {
  if (target.ladder !== undefined)
    return fc.oneof(fc.record({ items: fc.array(fc.record({ id: fc.constantFrom('1', '2', '3'), name: fc.constant('点'), stage: fc.constantFrom('s', 'f', 'd', 'zz') }), { maxLength: 4 }) }), fc.record({ value: fc.nat(4) }))
  switch (target.measure) {
    case 'rate': return fc.tuple(fc.nat(50), fc.nat(60)).map(([numerator, denominator]) => ({ numerator, denominator }))
    case 'qualitative': return fc.record({ stage: fc.constantFrom('none', 'deployed', 'advancing', 'finished', 'zz') })
    case 'milestone': return fc.record({ stages: fc.dictionary(fc.constantFrom('x', 'y', 'zz'), day, { maxKeys: 2 }) })
    default: return fc.record({ value })
  }
}

const reportEvent = fc.constantFrom(...targets).chain(target => fc.tuple(day, clock, fc.constantFrom(...(target.scope === 'whole' ? ['root'] : [...reporters, 'c', 'zz'])), payloadFor(target)))
const typed = fc.constantFrom(...targets).chain(target => fc.oneof(
  { weight: 8, arbitrary: fc.tuple(day, clock, fc.constantFrom(...(target.scope === 'whole' ? ['root'] : [...reporters, 'c', 'zz'])), payloadFor(target))
    .map(([at, recordedAt, area, payload]) => makeEvent('report', at, { target: target.id, area, ...payload }, { recordedAt })) },
  { weight: 3, arbitrary: fc.tuple(day, clock, fc.dictionary(fc.constantFrom('a', 'b', 'c', 'c1', 'c2'), fc.oneof(fc.constant(null), fc.nat(20)), { maxKeys: 4 }))
    .map(([at, recordedAt, shares]) => makeEvent('allocate', at, { target: target.id, shares }, { recordedAt })) },
  { weight: 2, arbitrary: fc.tuple(day, clock, fc.constantFrom('exempt', 'paused', 'active'), fc.option(fc.constantFrom('a', 'b', 'c', 'c1'), { nil: undefined }))
    .map(([at, recordedAt, state, area]) => makeEvent('exempt', at, { target: target.id, state, reason: '因', ...(area !== undefined && { area }) }, { recordedAt })) },
  { weight: 1, arbitrary: fc.tuple(day, clock, fc.nat(90)).map(([at, recordedAt, goal]) => makeEvent('amend', at, { target: target.id, goal: { op: target.goal.op, value: goal }, reason: '调' }, { recordedAt })) },
))
const ledger = fc.array(typed, { maxLength: 25 }).chain(events => events.length === 0 ? fc.constant(events)
  : fc.array(fc.tuple(fc.constantFrom('retract', 'review'), fc.constantFrom(...events), clock, fc.constantFrom('returned', 'accepted')), { maxLength: 4 })
    .map(extra => [...events, ...extra.map(([type, event, recordedAt, verdict]) => makeEvent(type, '2020-06-01', type === 'retract' ? { event: event.id } : { event: event.id, verdict, reason: '' }, { recordedAt }))]))
const asked = fc.record({ asOf: day, knownAt: fc.oneof(day, clock) })
const boardFrom = (events: readonly LedgerEvent[], query: { asOf: string, knownAt: string }): Board => boardOf(foldEvents(index, events), query)

describe('the fold', () => {
  it('any arrival order, and everything twice, give the same board', () => {
    fc.assert(fc.property(ledger.chain(events => fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }))), asked, ([events, shuffled], query) => {
      expect(boardFrom(shuffled, query)).toEqual(boardFrom(events, query))
    }), runs)
  })
  it('events recorded after knownAt, or reports dated after asOf, change nothing', () => {
    fc.assert(fc.property(ledger, asked, (events, query) => {
      const history = foldEvents(index, events)
      const seen = boardOf(history, query)
      const past = events.filter(event => (event.type === 'retract' || event.type === 'review' || event.at <= query.asOf))
      expect(boardFrom(past, query)).toEqual(seen)
      for (const event of events) evolve(history, makeEvent(event.type, event.at, event.data, { recordedAt: '2098-01-01T00:00:00.000Z/0000/dev-0000000000000001' }))
      expect(boardOf(history, query)).toEqual(seen)
    }), runs)
  })
  it('incremental = full: rolling up the touched path gives the board of a full redraw', () => {
    fc.assert(fc.property(ledger, ledger, asked, (before, after, { asOf }) => {
      const knownAt = '2099-01-01'
      const history = emptyHistory(index)
      for (const event of before) evolve(history, event)
      let board = boardOf(history, { asOf, knownAt })
      for (const event of after) {
        const touched = touchedTargets(history, evolve(history, event)) ?? [...index.targets.keys()]
        board = rollUpPath(board, history, knownAt, touched)
      }
      expect(board).toEqual(boardFrom([...before, ...after], { asOf, knownAt }))
    }), runs)
  })
})

describe('the board', () => {
  it('children sum to the parent, counts are whole, shares in range, nulls go together', () => {
    fc.assert(fc.property(ledger, asked, (events, query) => {
      const board = boardFrom(events, query)
      for (const row of board.rows) {
        if (['count', 'amount', 'stock', 'items', 'ceiling'].includes(row.target.id)) {
          const values = row.cells.map(cell => cell.value).filter(one => one !== null)
          if (values.length === 0) expect(row.total.value).toBeNull()
          else expect(row.total.value).toBeCloseTo(values.reduce((sum, one) => sum + one, 0), 6)
        }
        for (const figure of [row.total, ...row.cells]) {
          if (figure.progress !== null) expect(figure.progress >= 0 && figure.progress <= 1).toBe(true)
          if (figure.progress === null) expect(figure.gap).toBeNull()
          if (figure.goal === null && figure.lamp !== null) expect(['exempt', 'paused']).toContain(figure.lamp)
          if (figure.lamp !== null) expect(lampCodes).toContain(figure.lamp)
          if (figure.lamp === 'done' || figure.lamp === 'caught_up_late') expect(figure.completion! >= 1 - 1e-9).toBe(true)
        }
      }
      const counted = board.areas.reduce((sum, area) => sum + Object.values(area.lamps).reduce((n, one) => n + one, 0), 0)
      expect(counted).toBe(board.rows.flatMap(row => row.cells).filter(cell => cell.lamp !== null).length)
      expect(board.chapters.reduce((sum, chapter) => sum + chapter.active, 0)).toBe(board.total.active)
      for (const one of board.areas) {
        expect(one.onPace <= one.active).toBe(true)
        expect(one.rank === null).toBe(one.active === 0)
      }
    }), runs)
  })
})

describe('pace', () => {
  it('never falls with the days, stays in [0, 1], is 1 from due on; the fair pace never exceeds it', () => {
    fc.assert(fc.property(fc.constantFrom(...targets), day, fc.nat(200), fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }), (target, from, days, goal) => {
      const due = dueOf(target, index.plan.period)
      const early = paceOf(target, index.plan.period, due, from)
      const laterPace = paceOf(target, index.plan.period, due, addDays(from, days))
      expect(early >= 0 && laterPace <= 1 && early <= laterPace + 1e-12).toBe(true)
      expect(paceOf(target, index.plan.period, due, due)).toBe(1)
      expect(fairPace(target, goal, early) <= early + 1e-9).toBe(true)
    }), runs)
  })
})

describe('转绿最少', () => {
  it('a further report of that amount is green on the day; one unit less is not (counts and amounts of single cells)', () => {
    fc.assert(fc.property(fc.constantFrom('count', 'amount'), fc.nat(40), fc.integer({ min: 1, max: 60 }), day, (id, reached, goal, asOf) => {
      const events = [makeEvent('allocate', '2020-01-01', { target: id, shares: { a: goal } }), makeEvent('report', '2019-12-31', { target: id, area: 'a', value: reached })]
      const board = boardFrom(events, { asOf, knownAt: '2099-01-01' })
      const row = board.rows.find(one => one.target.id === id)!
      const { toGreen } = explainFigure(index.plan, row, row.cells[0]!, asOf)
      if (toGreen === null || toGreen.kind !== 'amount') return
      const lampAfter = (more: number) => boardFrom([...events, makeEvent('report', asOf, { target: id, area: 'a', value: reached + more })], { asOf: toGreen.by, knownAt: '2099-01-01' })
        .rows.find(one => one.target.id === id)!.cells[0]!.lamp
      expect(isOnPaceLamp(lampAfter(toGreen.amount))).toBe(true)
      const less = toGreen.amount - (id === 'count' ? 1 : 0.01)
      if (less > 0) expect(isOnPaceLamp(lampAfter(less))).toBe(false)
    }), runs)
  })
})

it('the generator reaches folded events of every type', () => {
  const types = new Set(fc.sample(ledger, 200).flat().map(event => event.type))
  expect([...types].sort()).toEqual(['allocate', 'amend', 'exempt', 'report', 'retract', 'review'])
  expect(fc.sample(reportEvent, 1)).toHaveLength(1)
})
