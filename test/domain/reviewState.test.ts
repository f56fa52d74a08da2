/** Reviews: where a report stands, one level and two; the history of accepted reports alone is that of a ledger without the others. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knownAtLimit } from '../../src/domain/clock'
import { decide } from '../../src/domain/decide'
import type { LedgerEvent } from '../../src/domain/event'
import { foldEvents } from '../../src/domain/history'
import { isFullyReviewed, mayReview, reviewLevelOf, reviewLines, reviewStateOf, reviewedOnly } from '../../src/domain/reviewState'
import { indexPlan } from '../../src/domain/plan'
import { boardOf } from '../../src/domain/rollUp'
import { allocate, late, makeEvent, report, worldOf } from './makers'
import { asked, index, ledger } from './randomLedger'

const limit = knownAtLimit(late)
const review = (of: LedgerEvent, verdict: 'accepted' | 'returned', level?: string, reason = '对不上') => makeEvent('review', '2020-06-01', { event: of.id, verdict, reason, ...(level !== undefined && { level }) }, { by: { unit: '办公室' } })
const stateOf = (events: readonly LedgerEvent[], of: LedgerEvent, isTwoLevel = false) => reviewStateOf(worldOf({}, events).history, of.id, limit, isTwoLevel)

describe('where a report stands', () => {
  it('unreviewed, accepted, returned: the latest review holds, with who and why', () => {
    const one = report('2020-03-31', 'a', 3)
    expect(stateOf([one], one)).toEqual({ kind: 'unreviewed', waits: 'office', latest: null })
    const accepted = review(one, 'accepted')
    expect(stateOf([one, accepted], one)).toMatchObject({ kind: 'accepted', waits: null, latest: { event: accepted.id, level: 'office', unit: '办公室' } })
    const returned = review(one, 'returned')
    expect(stateOf([one, accepted, returned], one)).toMatchObject({ kind: 'returned', waits: null, latest: { reason: '对不上' } })
    // Taken back, the review before holds again.
    expect(stateOf([one, accepted, returned, makeEvent('retract', '2020-06-01', { event: returned.id })], one)).toMatchObject({ kind: 'accepted' })
  })

  it('with two levels the department comes first and the office last; a return begins anew', () => {
    const one = report('2020-03-31', 'a', 3)
    const [first, last] = [review(one, 'accepted', 'department'), review(one, 'accepted', 'office')]
    expect(stateOf([one], one, true).waits).toBe('department')
    expect(stateOf([one, first], one, true)).toMatchObject({ kind: 'accepted', waits: 'office' })
    expect(stateOf([one, first], one).waits).toBeNull()
    expect(isFullyReviewed(stateOf([one, first, last], one, true))).toBe(true)
    expect(isFullyReviewed(stateOf([one, last], one, true))).toBe(true)
    const again = [one, last, review(one, 'returned', 'office'), review(one, 'accepted', 'department')]
    expect(stateOf(again, one, true)).toMatchObject({ kind: 'accepted', waits: 'office' })
    expect(mayReview(stateOf([one], one, true), 'department')).toBe(true)
    expect(mayReview(stateOf([one, first], one, true), 'department')).toBe(false)
    expect(mayReview(stateOf([one, first], one, true), 'office')).toBe(true)
    expect(mayReview(stateOf(again.slice(0, 3), one, true), 'office')).toBe(false)
  })

  it('departments review as departments, the office as the office whatever the plan calls it, townships not at all', () => {
    const { plan } = worldOf({}).index
    const world = indexPlan({ ...plan, departments: [...plan.departments, { id: 'bgs', name: '办公室' }] })
    expect(['yanglao', 'bgs', '办公室', '领导', 'a'].map(unit => reviewLevelOf(world, unit))).toEqual(['department', 'office', 'office', 'office', null])
  })

  it('a return without its reason is refused, an acceptance needs none', () => {
    const one = report('2020-03-31', 'a', 3)
    const { history } = worldOf({}, [one])
    const ask = (verdict: 'accepted' | 'returned', reason: string) => decide(history, { kind: 'review', event: one.id, at: '2020-06-01', verdict, reason, level: 'office' }, { today: '2020-06-01', limit })
    expect(ask('returned', ' ')).toMatchObject({ ok: false, problem: { code: 'reason_missing' } })
    expect(ask('accepted', '')).toMatchObject({ ok: true, draft: { type: 'review', data: { level: 'office', verdict: 'accepted' } } })
  })
})

describe('lines', () => {
  it('old and new value, and the lamp without the report and with it', () => {
    const [march, june] = [report('2020-03-31', 'a', 2), report('2020-06-30', 'a', 9)]
    const { history } = worldOf({}, [allocate({ a: 10, b: 10 }), march, june, report('2020-06-30', 'b', 1)])
    const [line, other] = reviewLines(history, { asOf: '2020-06-30', limit }, false)
    expect(line).toMatchObject({ target: '1.1-1', area: 'a', column: 'a', report: { id: june.id }, previous: { id: march.id }, before: { value: 2, lamp: 'slightly_behind' }, after: { value: 9, lamp: 'ahead' } })
    expect(other).toMatchObject({ area: 'b', previous: null, before: { value: null, lamp: 'no_data' }, after: { value: 1 } })
  })

  it('a returned report is on the list until another takes its place', () => {
    const [march, june] = [report('2020-03-31', 'a', 2), report('2020-06-30', 'a', 9)]
    const events = [allocate({ a: 10 }), march, june, review(june, 'returned')]
    const lines = (more: readonly LedgerEvent[]) => reviewLines(worldOf({}, [...events, ...more]).history, { asOf: '2020-06-30', limit }, false)
    expect(lines([])).toMatchObject([{ report: { id: june.id }, state: { kind: 'returned' }, before: { value: 2 }, after: { value: 9, lamp: 'ahead' } }])
    const better = report('2020-06-30', 'a', 5)
    expect(lines([better])).toMatchObject([{ report: { id: better.id }, state: { kind: 'unreviewed' }, previous: { id: march.id }, after: { value: 5 } }])
  })
})

describe('laws', () => {
  it('the board of reviewed reports alone is the board of a ledger where the others are missing', () => {
    fc.assert(fc.property(ledger, asked, fc.boolean(), (events, when, isTwoLevel) => {
      const history = foldEvents(index, events)
      const bound = knownAtLimit(when.knownAt)
      const kept = foldEvents(index, events.filter(event => event.type !== 'report' || isFullyReviewed(reviewStateOf(history, event.id, bound, isTwoLevel))))
      expect(boardOf(reviewedOnly(history, bound, isTwoLevel), when)).toEqual(boardOf(kept, when))
    }), { numRuns: 150 })
  })

  it('a line’s figures are the cells of the board with the report returned and with it in force', () => {
    fc.assert(fc.property(ledger, asked, (events, when) => {
      const history = foldEvents(index, events)
      const lines = reviewLines(history, { asOf: when.asOf, limit: knownAtLimit(when.knownAt) }, false)
      const cellOf = (list: readonly LedgerEvent[], target: string, area: string) => {
        const row = boardOf(foldEvents(index, list), when).rows.find(one => one.target.id === target)!
        return area === 'root' ? row.total : row.cells.find(cell => cell.area === area)
      }
      for (const { report: { id, hash }, target, area, before, after, state } of lines.filter(line => line.area === 'a' || line.area === 'root').slice(0, 4)) {
        expect(before).toEqual(cellOf(events.filter(event => event.hash !== hash), target, area))
        expect(after).toEqual(cellOf(state.kind === 'returned' ? events.filter(event => event.type !== 'review' || event.data.event !== id) : events, target, area))
      }
    }), { numRuns: 100 })
  })
})
