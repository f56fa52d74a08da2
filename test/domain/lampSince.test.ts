/** Since when a lamp is as late as it is: the run of days that ends on the board's day, each day as the board itself would show it. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Lamp } from '../../src/domain/board'
import { knownAtLimit } from '../../src/domain/clock'
import { addDays, daysBetween } from '../../src/domain/days'
import { lampSince } from '../../src/domain/lampSince'
import { allocate, late, makeEvent, report, worldOf } from './makers'
import type { World } from './makers'

const limit = knownAtLimit(late)
const sinceOf = (world: World, area: string | null, asOf: string) => lampSince(world.history, '1.1-1', area, { asOf, limit })
const rank = (lamp: Lamp | null) => (lamp === 'overdue' || lamp === 'behind' ? 2 : lamp === 'slightly_behind' ? 1 : 0)

it('begins on the day the lamp turned, and goes on through a worse one', () => {
  // Linear over 366 days: the gap of 0 falls below -30 points on day 110 (0.3 x 365 = 109.5).
  const world = worldOf({}, [allocate({ a: 20 }), report('2020-01-01', 'a', 0)])
  expect(sinceOf(world, 'a', '2020-06-30')).toEqual({ since: addDays('2020-01-01', 110), days: daysBetween(addDays('2020-01-01', 110), '2020-06-30'), isFromStart: false })
  // Behind, then overdue: red all the while.
  const short = worldOf({ due: '2020-03-31' }, [allocate({ a: 20 }), report('2020-01-01', 'a', 0)])
  expect(short.cell('a', '2020-04-10').lamp).toBe('overdue')
  expect(sinceOf(short, 'a', '2020-04-10')!.since < '2020-03-31').toBe(true)
})

it('a report that made it better breaks the run; being amber after red counts as late all along', () => {
  const events = [allocate({ a: 100 }), report('2020-01-01', 'a', 0), report('2020-06-01', 'a', 41), report('2020-07-01', 'a', 41)]
  const world = worldOf({ goal: { op: '>=', value: 100 } }, events)
  expect(world.cell('a', '2020-05-31').lamp).toBe('behind')
  expect(world.cell('a', '2020-06-01').lamp).toBe('on_pace')
  expect(sinceOf(world, 'a', '2020-08-01')!.since > '2020-06-01').toBe(true)
  const amber = worldOf({ goal: { op: '>=', value: 100 } }, [allocate({ a: 100 }), report('2020-01-01', 'a', 0), report('2020-06-01', 'a', 20)])
  expect(amber.cell('a', '2020-06-02').lamp).toBe('slightly_behind')
  expect(sinceOf(amber, 'a', '2020-06-02')!.since < '2020-02-01').toBe(true)
})

it('is nothing where no lamp is late, and asks for what was known', () => {
  const world = worldOf({}, [allocate({ a: 20 }), report('2020-06-30', 'a', 20)])
  expect(sinceOf(world, 'a', '2020-07-01')).toBeNull()
  expect(sinceOf(world, 'b', '2020-07-01')).toBeNull()
  expect(lampSince(world.history, 'nope', null, { asOf: '2020-07-01', limit })).toBeNull()
  expect(lampSince(world.history, '1.1-1', 'nope', { asOf: '2020-07-01', limit })).toBeNull()
  // Reported late: with the knowledge of that day the cell was not reported at all.
  const told = worldOf({}, [allocate({ a: 20 }), makeEvent('report', '2020-02-01', { target: '1.1-1', area: 'a', value: 0 }, { recordedAt: '2020-08-01T00:00:00.000Z/0000/dev-0000000000000001' })])
  expect(lampSince(told.history, '1.1-1', 'a', { asOf: '2020-07-01', limit: knownAtLimit('2020-07-01') })).toBeNull()
  expect(sinceOf(told, 'a', '2020-07-01')).not.toBeNull()
})

it('law: every day of the run is at least as late, the day before is not, or there is none', () => {
  const day = fc.integer({ min: 0, max: 365 }).map(days => addDays('2020-01-01', days))
  fc.assert(fc.property(fc.array(fc.record({ at: day, value: fc.integer({ min: 0, max: 20 }) }), { maxLength: 6 }), day, fc.constantFrom('2020-06-30', '2020-12-31'), fc.boolean(), (reports, asOf, due, isTotal) => {
    const world = worldOf({ due }, [allocate({ a: 20 }), ...reports.map(({ at, value }) => report(at, 'a', value))])
    const lampOn = (at: string) => rank((isTotal ? world.total(at) : world.cell('a', at)).lamp)
    const found = sinceOf(world, isTotal ? null : 'a', asOf)
    const now = lampOn(asOf)
    if (now === 0) {
      expect(found).toBeNull()
      return
    }
    expect(found!.days).toBe(daysBetween(found!.since, asOf))
    for (let at = found!.since; at <= asOf; at = addDays(at, 1)) expect(lampOn(at)).toBeGreaterThanOrEqual(now)
    if (found!.isFromStart) expect(found!.since).toBe('2020-01-01')
    else expect(lampOn(addDays(found!.since, -1))).toBeLessThan(now)
  }), { numRuns: 40 })
})
