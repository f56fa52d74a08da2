/** 赶得上吗: worked examples by hand, and laws over random ledgers. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '../../src/domain/event'
import { knownAtLimit } from '../../src/domain/clock'
import { addDays, daysBetween } from '../../src/domain/days'
import { forecastIn, thirdQuarterEnd } from '../../src/domain/forecast'
import type { Forecast } from '../../src/domain/forecast'
import { foldEvents } from '../../src/domain/history'
import type { Target } from '../../src/domain/plan'
import { indexPlan } from '../../src/domain/plan'
import { boardOf } from '../../src/domain/rollUp'
import { allocate, exempt, makePlan, makeTarget, report } from './makers'

function forecastAt(target: Target, events: readonly LedgerEvent[], asOf: string, area: string | null): Forecast | null {
  const index = indexPlan(makePlan([target]))
  const history = foldEvents(index, events)
  const row = boardOf(history, { asOf, knownAt: '2099-01-01' }).rows[0]!
  const figure = area === null ? row.total : row.cells.find(cell => cell.area === area)!
  return forecastIn(index, history, row, figure, { asOf, limit: knownAtLimit('2099-01-01') })
}

const month = 365.25 / 12

describe('a count of 20', () => {
  const target = makeTarget()
  const shares = allocate({ a: 10, b: 6, c: 4 })
  const events = [shares, report('2020-03-31', 'a', 1), report('2020-06-30', 'a', 4), report('2020-08-31', 'a', 7), report('2020-06-30', 'b', 5), report('2020-09-15', 'b', 6)]

  it('says what is left, the own speed, and the day it ends', () => {
    const one = forecastAt(target, events, '2020-09-15', 'a')!
    expect(one).toMatchObject({ yardstick: 'units', reached: 7, goal: 10, left: 3, daysLeft: 107, isBackLoaded: false })
    // From 15 June (1) to 15 September (7): 6 in 92 days.
    expect(one.recentPerMonth).toBeCloseTo(6 / (92 / month))
    expect(one.neededPerMonth).toBeCloseTo(3 / (107 / month))
    expect(one.finish).toBe(addDays('2020-09-15', Math.ceil(3 / 6 * 92)))
    expect(one.late).toBe(daysBetween('2020-12-31', one.finish!))
  })

  it('names the quickest month of all, also where a neighbour had it', () => {
    const one = forecastAt(target, events, '2020-09-15', 'a')!
    // b: nothing before 30 June: 5 over the six months from the start; a: 3 from 31 March to 30 June, then 3 from 30 June to 31 August (2 months).
    expect(one.best).toMatchObject({ area: null, month: '2020-08' })
    expect(one.best!.perMonth).toBeCloseTo(3 / (62 / month))
    const other = forecastAt(target, events, '2020-09-15', 'c')!
    expect(other.best).toMatchObject({ area: 'a', month: '2020-08' })
    expect(other).toMatchObject({ reached: 0, left: 4, finish: null, late: null, recentPerMonth: 0 })
  })

  it('compares what is needed with the quickest month', () => {
    const slow = [shares, report('2020-06-30', 'a', 1), report('2020-09-15', 'a', 2)]
    expect(forecastAt(target, slow, '2020-11-30', 'a')).toMatchObject({ isAboveBest: true })
    expect(forecastAt(target, events, '2020-09-15', 'a')).toMatchObject({ isAboveBest: false })
  })

  it('after the due day there is no needed speed, and a reached goal needs none', () => {
    expect(forecastAt({ ...target, due: '2020-08-31' }, events, '2020-09-15', 'a')).toMatchObject({ neededPerMonth: null, daysLeft: -15 })
    expect(forecastAt(target, events, '2020-09-15', 'b')).toMatchObject({ left: 0, neededPerMonth: 0, finish: null })
  })

  it('says when an on-pace plan is still due late in the year', () => {
    const late = { ...target, schedule: { quarterly: [0.1, 0.2, 0.4, 1] } }
    const done = [allocate({ a: 10, b: 6, c: 4 }), report('2020-06-30', 'a', 3)]
    expect(forecastAt(late, done, '2020-07-15', 'a')).toMatchObject({ isBackLoaded: true })
    expect(forecastAt(late, done, '2020-07-15', 'a')!.afterThirdQuarter).toBeCloseTo(0.6)
    expect(forecastAt(late, done, '2020-10-15', 'a')).toMatchObject({ isBackLoaded: false })
    expect(forecastAt(target, done, '2020-07-15', 'a')).toMatchObject({ isBackLoaded: false })
  })
})

it('rates are counted in points, stages in shares, a stock from its baseline', () => {
  const rate = makeTarget({ measure: 'rate', unit: '%', goal: { op: '>=', value: 60 } })
  expect(forecastAt(rate, [report('2020-06-30', 'a', { numerator: 30, denominator: 100 })], '2020-07-31', 'a')).toMatchObject({ yardstick: 'points', reached: 0.3, goal: 0.6, left: 0.3 })
  const quality = makeTarget({ measure: 'qualitative', goal: { op: '>=', value: 1 } })
  expect(forecastAt(quality, [report('2020-06-30', 'a', { stage: 'deployed' })], '2020-07-31', 'a')).toMatchObject({ yardstick: 'share', goal: 1 })
  const stock = makeTarget({ measure: 'stock', goal: { op: '>=', value: 50 }, baseline: { value: 20, at: '2019-12-31' } })
  expect(forecastAt(stock, [report('2020-06-30', 'a', 30)], '2020-06-30', null)).toMatchObject({ reached: 30, left: 20 })
  expect(forecastAt(stock, [report('2020-06-30', 'a', 30)], '2020-06-30', null)!.recentPerMonth).toBeCloseTo(10 / (daysBetween('2020-03-30', '2020-06-30') / month))
})

it('nothing is reckoned for ceilings, standards, cells without a goal, and what is exempt', () => {
  expect(forecastAt(makeTarget({ goal: { op: '<=', value: 5 } }), [report('2020-06-30', 'a', 3)], '2020-07-01', 'a')).toBeNull()
  expect(forecastAt(makeTarget({ measure: 'standard', goal: { op: '>=', value: 5 } }), [report('2020-06-30', 'a', 3)], '2020-07-01', 'a')).toBeNull()
  expect(forecastAt(makeTarget(), [report('2020-06-30', 'a', 3)], '2020-07-01', 'a')).toBeNull()
  expect(forecastAt(makeTarget(), [allocate({ a: 20 }), exempt('paused', 'a')], '2020-07-01', 'a')).toBeNull()
})

it('the third quarter ends on 30 September of a year, and in proportion for other periods', () => {
  expect(thirdQuarterEnd({ start: '2020-01-01', end: '2020-12-31' })).toBe('2020-09-30')
  expect(thirdQuarterEnd({ start: '2020-07-01', end: '2021-06-30' })).toBe('2021-03-31')
  expect(thirdQuarterEnd({ start: '2021-01-01', end: '2025-12-31' })).toBe('2024-09-30')
})

it('keeps its laws over random reports', () => {
  const target = makeTarget()
  const reports = fc.array(fc.tuple(fc.integer({ min: 0, max: 365 }), fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 15 })), { maxLength: 12 })
  fc.assert(fc.property(reports, fc.integer({ min: 0, max: 400 }), fc.constantFrom('a', 'b', 'c', null), (list, offset, area) => {
    const asOf = addDays('2020-01-01', offset)
    const events = [allocate({ a: 10, b: 6, c: 4 }), ...list.map(([day, code, value]) => report(addDays('2020-01-01', day), code, value))]
    const one = forecastAt(target, events, asOf, area)
    if (one === null) return
    expect(one.left).toBeGreaterThanOrEqual(0)
    expect(one.left).toBeCloseTo(Math.max(0, one.goal - one.reached))
    if (one.neededPerMonth !== null && one.daysLeft > 0) expect(one.neededPerMonth * one.daysLeft / month).toBeCloseTo(one.left)
    if (one.finish !== null) {
      expect(one.finish > asOf).toBe(true)
      expect(one.recentPerMonth! * daysBetween(asOf, one.finish) / month).toBeGreaterThanOrEqual(one.left - 1e-6)
      expect(one.late).toBe(daysBetween(one.due, one.finish))
    }
    // What happens after the day is not known to it.
    expect(forecastAt(target, events.filter(event => event.at <= asOf), asOf, area)).toEqual(one)
  }), { numRuns: 1000 })
})
