/** Laws of the fold and the roll-up, by property (architecture.md 7). At least 1,000 runs each; the seed is printed on failure by fast-check. */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '../../src/domain/event'
import { emptyHistory, evolve, foldEvents, touchedTargets } from '../../src/domain/history'
import { boardOf, rollUpPath } from '../../src/domain/rollUp'
import { timeCursorOf, walkingBoards } from '../../src/domain/timeCursor'
import { lampCodes } from '../../src/domain/board'
import type { Board } from '../../src/domain/board'
import { explainFigure } from '../../src/domain/explain'
import { isOnPaceLamp } from '../../src/domain/lamp'
import { dueOf, fairPace, paceOf } from '../../src/domain/pace'
import { addDays } from '../../src/domain/days'
import { makeEvent } from './makers'
import { asked, day, index, ledger, reportEvent, targets } from './randomLedger'

const runs = { numRuns: 1000 }
/** Equal boards; Node's own comparison is many times faster than that of `expect`, which then says what differs. */
const same = (one: Board, other: Board): void => { if (!isDeepStrictEqual(one, other)) expect(one).toEqual(other) }
/** A law of one figure: asked so often that `expect` would be most of the cost. */
function hold(law: boolean): void { if (!law) throw new Error('a law of a figure does not hold') }
const boardFrom = (events: readonly LedgerEvent[], query: { asOf: string, knownAt: string }): Board => boardOf(foldEvents(index, events), query)

describe('the fold', () => {
  it('any arrival order, and everything twice, give the same board', () => {
    fc.assert(fc.property(ledger.chain(events => fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }))), asked, ([events, shuffled], query) => {
      same(boardFrom(shuffled, query), boardFrom(events, query))
    }), runs)
  })
  it('events recorded after knownAt, or reports dated after asOf, change nothing', () => {
    fc.assert(fc.property(ledger, asked, (events, query) => {
      const history = foldEvents(index, events)
      const seen = boardOf(history, query)
      const past = events.filter(event => (event.type === 'retract' || event.type === 'review' || event.at <= query.asOf))
      same(boardFrom(past, query), seen)
      for (const event of events) evolve(history, makeEvent(event.type, event.at, event.data, { recordedAt: '2098-01-01T00:00:00.000Z/0000/dev-0000000000000001' }))
      same(boardOf(history, query), seen)
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
      same(board, boardFrom([...before, ...after], { asOf, knownAt }))
    }), runs)
  })
})

describe('the time cursor', () => {
  it('walked to and fro over any days it gives the board of a full fold, as now known and as known at any moment', () => {
    fc.assert(fc.property(ledger, fc.array(day, { minLength: 2, maxLength: 6 }), asked, (events, days, { knownAt }) => {
      const history = foldEvents(index, events)
      const cursor = timeCursorOf(history, knownAt)
      for (const asOf of [...days, addDays(days[0]!, 1), days[0]!]) same(cursor(asOf), boardOf(history, { asOf, knownAt }))
    }), runs)
  })
  it('a walker that is interrupted by entries and other knowledge gives it too', () => {
    fc.assert(fc.property(ledger, ledger, fc.array(fc.tuple(day, fc.constantFrom('2099-01-01', '2020-06-30')), { minLength: 4, maxLength: 8 }), (events, more, steps) => {
      const history = foldEvents(index, events)
      const walk = walkingBoards()
      steps.forEach(([asOf, knownAt], i) => {
        same(walk(history, { asOf, knownAt }), boardOf(history, { asOf, knownAt }))
        if (i % 3 === 2 && more[i] !== undefined) evolve(history, more[i])
      })
    }), { numRuns: 300 })
  })
  it('day by day through a year too', () => {
    fc.assert(fc.property(ledger, events => {
      const history = foldEvents(index, events)
      const cursor = timeCursorOf(history, '2099-01-01')
      for (let i = 0, asOf = '2019-12-20'; i < 390; i += 13, asOf = addDays(asOf, 13)) for (const on of [asOf, addDays(asOf, 1)]) same(cursor(on), boardOf(history, { asOf: on, knownAt: '2099-01-01' }))
    }), { numRuns: 60 })
  })
})

describe('the board', () => {
  it('children sum to the parent, counts are whole, shares in range, nulls go together', () => {
    fc.assert(fc.property(ledger, asked, (events, query) => {
      const board = boardFrom(events, query)
      for (const row of board.rows) {
        if (['count', 'amount', 'stock', 'items', 'ceiling'].includes(row.target.id)) {
          const values = row.cells.map(cell => cell.value).filter(one => one !== null)
          if (values.length === 0) hold(row.total.value === null)
          else expect(row.total.value).toBeCloseTo(values.reduce((sum, one) => sum + one, 0), 6)
        }
        for (const figure of [row.total, ...row.cells]) {
          if (figure.progress !== null) hold(figure.progress >= 0 && figure.progress <= 1)
          if (figure.progress === null) hold(figure.gap === null)
          if (figure.goal === null && figure.lamp !== null) hold(figure.lamp === 'exempt' || figure.lamp === 'paused')
          if (figure.lamp !== null) hold(lampCodes.includes(figure.lamp))
          if (figure.lamp === 'done' || figure.lamp === 'caught_up_late') hold(figure.completion! >= 1 - 1e-9)
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
