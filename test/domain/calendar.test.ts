/** The reporting calendar: days of any month, days off, the lock. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../src/domain/calendar'
import { calendarOf, defaultCalendar, isWorkday, periodOf, periodOfDay, presentPeriod } from '../../src/domain/calendar'
import { checkBatch } from '../../src/domain/batch'
import { knownAtLimit } from '../../src/domain/clock'
import { addDays, isDay } from '../../src/domain/days'
import { decide } from '../../src/domain/decide'
import { defaultPack } from '../../src/domain/rulePack'
import { late, makeEvent, makePlan, makeTarget, makeWorld, worldOf } from './makers'

const calendars: fc.Arbitrary<Calendar> = fc.record({
  cutoffDay: fc.integer({ min: 1, max: 31 }), submitDay: fc.integer({ min: 1, max: 31 }), shift: fc.constantFrom('none', 'before', 'after'), lockDays: fc.option(fc.nat(40)),
  holidays: fc.array(fc.nat(366).map(n => addDays('2020-01-01', n)), { maxLength: 12 }), workdays: fc.array(fc.nat(366).map(n => addDays('2020-01-01', n)), { maxLength: 4 }),
})
const days = fc.integer({ min: -60, max: 700 }).map(n => addDays('2020-01-01', n))

it('month ends, the 5th, and what practice does with days off', () => {
  expect(periodOf(defaultCalendar, '2020-02')).toEqual({ id: '2020-02', cutoff: '2020-02-29', submitBy: '2020-03-05', lockedFrom: null })
  expect(periodOf({ ...defaultCalendar, cutoffDay: 20, submitDay: 25 }, '2020-07').submitBy).toBe('2020-07-25')
  const october = { ...defaultCalendar, holidays: ['2020-10-05', '2020-10-06', '2020-10-07', '2020-10-08'] }
  expect(['none', 'after', 'before'].map(shift => periodOf({ ...october, shift: shift as Calendar['shift'] }, '2020-09').submitBy)).toEqual(['2020-10-05', '2020-10-09', '2020-10-02'])
  // 10 October 2020 was a Saturday that was worked.
  expect([isWorkday(october, '2020-10-10'), isWorkday({ ...october, workdays: ['2020-10-10'] }, '2020-10-10')]).toEqual([false, true])
  expect(presentPeriod(defaultCalendar, '2020-09-15').id).toBe('2020-08')
})

it('law: every day belongs to one period, whose days are calendar days in order', () => {
  fc.assert(fc.property(calendars, days, (calendar, day) => {
    const period = periodOfDay(calendar, day)
    const before = periodOfDay(calendar, addDays(period.cutoff, 1))
    expect(isDay(period.cutoff) && isDay(period.submitBy)).toBe(true)
    expect(day <= period.cutoff && before.cutoff > period.cutoff).toBe(true)
    expect(periodOfDay(calendar, period.cutoff).id).toBe(period.id)
    if (calendar.lockDays === null) expect(period.lockedFrom).toBeNull()
    else expect(period.lockedFrom).toBe(addDays(period.submitBy, calendar.lockDays + 1))
    expect(presentPeriod(calendar, day).cutoff <= day).toBe(true)
  }))
})

it('law: a shifted submit day is worked, and moves only the way it was told', () => {
  fc.assert(fc.property(calendars, days, (calendar, day) => {
    const plain = periodOf({ ...calendar, shift: 'none' }, day.slice(0, 7)).submitBy
    const { submitBy } = periodOf(calendar, day.slice(0, 7))
    if (calendar.shift === 'none') { expect(submitBy).toBe(plain); return }
    expect(isWorkday(calendar, submitBy)).toBe(true)
    expect(calendar.shift === 'after' ? submitBy >= plain : submitBy <= plain).toBe(true)
  }))
})

it('the latest calendar holds from its day on, until it is taken back', () => {
  const first = makeEvent('calendar', '2020-03-01', { ...defaultCalendar, submitDay: 8 })
  const second = makeEvent('calendar', '2020-06-01', { ...defaultCalendar, submitDay: 3 })
  const { history } = makeWorld(makePlan([makeTarget()]), [first, second, makeEvent('calendar', '2020-07-01', { ...defaultCalendar, cutoffDay: 40 })])
  expect(['2020-02-01', '2020-03-01', '2020-09-01'].map(day => calendarOf(history, late, day).submitDay)).toEqual([5, 8, 3])
})

it('a locked period is one door: whoever enters, a correction there needs its reason', () => {
  const world = makeWorld(makePlan([makeTarget()]), [makeEvent('calendar', '2020-01-01', { cutoffDay: 31, submitDay: 5, shift: 'none', lockDays: 3, holidays: [], workdays: [] })])
  const present = { today: '2020-09-15', limit: knownAtLimit(late) }
  const enter = (at: string, note?: string) => decide(world.history, { kind: 'report', target: '1.1-1', area: 'a', at, payload: { value: 2 }, ...(note !== undefined && { note }) }, present)
  expect(enter('2020-08-31')).toMatchObject({ ok: false, problem: { code: 'period_locked' } })
  expect(enter('2020-08-31', ' ')).toMatchObject({ ok: false, problem: { code: 'period_locked' } })
  expect(enter('2020-08-31', '村里补报').ok).toBe(true)
  expect(enter('2020-09-15').ok).toBe(true)
  expect(checkBatch(world.history, [{ target: '1.1-1', area: 'a', at: '2020-08-31', input: '2' }], present)).toMatchObject([{ kind: 'bad', problem: { code: 'period_locked' } }])
})

describe('the calendar of a rule pack', () => {
  const pack = { ...defaultPack, id: 'own', lamps: { ...defaultPack.lamps, id: 'own' }, calendar: { cutoffDay: 25, submitDay: 28, shift: 'after' as const, bulletinDay: 10 } }
  const adoption = makeEvent('rules', '2020-03-01', { pack: 'own', name: '自定', basis: '会', lamps: pack.lamps, rules: pack })
  it('holds from its day on, behind the calendar that the office has set itself', () => {
    const own = makeEvent('calendar', '2020-06-01', { cutoffDay: 20, submitDay: 22, shift: 'none', lockDays: 3, holidays: [], workdays: [] })
    const { history } = worldOf({}, [adoption, own])
    const on = (day: string) => { const { cutoffDay, submitDay, shift } = calendarOf(history, knownAtLimit(late), day); return [cutoffDay, submitDay, shift] }
    expect([on('2020-02-29'), on('2020-03-01'), on('2020-06-01')]).toEqual([[31, 5, 'none'], [25, 28, 'after'], [20, 22, 'none']])
  })
})
