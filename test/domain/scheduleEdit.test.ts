/** Curves as they are drawn: the schedule made of the points gives the pace that was drawn, and amendments leave earlier days alone. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/days'
import { changesBetween } from '../../src/domain/turns'
import { foldEvents } from '../../src/domain/history'
import { dueOf, paceOf } from '../../src/domain/pace'
import { effectOf, planChangesOf } from '../../src/domain/planChanges'
import { boardOf } from '../../src/domain/rollUp'
import { addCorner, curveFactsOf, curveFormOf, curvePointsOf, curveProblem, movePoint, pointsInForm, scheduleOf, withCurve } from '../../src/domain/scheduleEdit'
import { exempt, late, makeEvent, makePlan, makeTarget, makeWorld, report, worldOf } from './makers'
import { ledger, index as randomIndex, targets } from './randomLedger'

const period = { start: '2020-01-01', end: '2020-12-31' }
const limit = '2099-12-31T23:59:59.999Z/ffff/dev-ffffffffffffffff'
const days = Array.from({ length: 380 }, (_, i) => addDays('2019-12-25', i))
const paces = (target: ReturnType<typeof makeTarget>) => days.map(day => paceOf(target, period, dueOf(target, period), day))
const rising = (count: number) => fc.array(fc.nat(1000), { minLength: count, maxLength: count }).map(list => list.sort((a, b) => a - b).map(n => n / 1000))
const corners = fc.uniqueArray(fc.integer({ min: 0, max: 365 }), { minLength: 1, maxLength: 9 }).chain(list => rising(list.length).map(shares => list.sort((a, b) => a - b).map((offset, i) => ({ at: addDays('2020-01-01', offset), share: shares[i]! }))))
const schedule = fc.oneof(fc.constant('step' as const), rising(12).map(monthly => ({ monthly })), rising(4).map(quarterly => ({ quarterly })), corners.map(points => ({ points })))
const due = fc.option(fc.integer({ min: 20, max: 366 }).map(offset => addDays('2020-01-01', offset)), { nil: undefined })

describe('drawing', () => {
  it('the points of a curve give back its pace on every day, in its own form', () => {
    fc.assert(fc.property(schedule, due, (given, by) => {
      const target = makeTarget({ schedule: given, ...(by !== undefined && { due: by }) })
      const form = curveFormOf(target, period)
      expect(paces(withCurve(target, form, curvePointsOf(target, period), period))).toEqual(paces(target))
    }), { numRuns: 60 })
  })

  it('another form follows the curve where it has its points', () => {
    fc.assert(fc.property(schedule, due, fc.constantFrom('monthly' as const, 'quarterly' as const), (given, by, form) => {
      const target = makeTarget({ schedule: given, ...(by !== undefined && { due: by }) })
      const drawn = withCurve(target, form, pointsInForm(target, period, form), period)
      for (const { at } of pointsInForm(target, period, form)) expect(Math.abs(paceOf(drawn, period, dueOf(target, period), at) - paceOf(target, period, dueOf(target, period), at))).toBeLessThan(6e-4)
    }), { numRuns: 40 })
  })

  it('moved and added points always make a curve without a problem that never falls', () => {
    const move = fc.record({ place: fc.nat(9), share: fc.double({ min: -1, max: 2, noNaN: true }), offset: fc.integer({ min: -30, max: 400 }) })
    fc.assert(fc.property(corners, due, fc.array(move, { maxLength: 8 }), (given, by, moves) => {
      const target = makeTarget({ schedule: { points: given }, ...(by !== undefined && { due: by }) })
      const end = dueOf(target, period)
      let points = pointsInForm(target, period, 'points')
      for (const { place, share, offset } of moves) points = movePoint(points, place, { share, at: addDays('2020-01-01', offset) }, 'points', period, end)
      points = addCorner(points, target, period)
      expect(curveProblem(points, 'points', period, end)).toBeNull()
      const line = paces(withCurve(target, 'points', points, period))
      expect(line.every((share, i) => i === 0 || share >= line[i - 1]! - 1e-9)).toBe(true)
    }), { numRuns: 60 })
  })

  it('names the form, also of a standard made straight and of dated stages', () => {
    expect(curveFormOf(makeTarget(), period)).toBe('linear')
    expect(curveFormOf(makeTarget({ measure: 'standard' }), period)).toBe('step')
    const straight = withCurve(makeTarget({ measure: 'standard' }), 'linear', [], period)
    expect([curveFormOf(straight, period), paceOf(straight, period, '2020-12-31', '2020-07-01')]).toEqual(['linear', 182 / 365])
    expect(curveFormOf(makeTarget({ measure: 'milestone', stages: [{ id: 'a', name: '立项', due: '2020-03-31' }] }), period)).toBe('stages')
    expect(scheduleOf('points', [], period)).toEqual({ points: [{ at: '2020-01-01', share: 0 }] })
  })

  it('says what is wrong with typed points', () => {
    const codeOf = (points: { at: string, share: number }[]) => curveProblem(points, 'points', period, '2020-11-30')?.code ?? null
    expect(codeOf([{ at: '2020-02-30', share: 0 }])).toBe('day_invalid')
    expect(codeOf([{ at: '2020-03-01', share: 1.2 }])).toBe('curve_share_invalid')
    expect(codeOf([{ at: '2020-03-01', share: 0.5 }, { at: '2020-04-01', share: 0.4 }])).toBe('schedule_falls')
    expect(codeOf([{ at: '2020-12-01', share: 0.5 }])).toBe('curve_day_outside')
    expect(codeOf([{ at: '2020-04-01', share: 0.5 }, { at: '2020-04-01', share: 0.6 }])).toBe('curve_days_turned')
    expect(codeOf([{ at: '2020-04-01', share: 0.5 }])).toBeNull()
  })

  it('says the steepest months and what is left after the third quarter', () => {
    const monthly = [0, 0, 0.05, 0.1, 0.25, 0.4, 0.5, 0.6, 0.8, 0.9, 1, 1]
    const facts = curveFactsOf(makeTarget({ schedule: { monthly } }), period)
    expect(facts.steepest).toMatchObject({ from: '2020-09-30', to: '2020-09-30' })
    const flat = curveFactsOf(makeTarget({ schedule: { monthly: monthly.map((share, i) => (i === 8 ? 0.7 : i === 9 ? 0.85 : share)) } }), period)
    expect(flat.steepest).toMatchObject({ from: '2020-05-31', to: '2020-06-30' })
    expect(flat.steepest!.amount).toBeCloseTo(3, 9)
    expect(flat.left).toMatchObject({ at: '2020-09-30' })
    expect(flat.left.share).toBeCloseTo(0.3, 9)
    expect(curveFactsOf(makeTarget({ schedule: 'step' }), period)).toMatchObject({ steepest: null, left: { share: 1 } })
  })
})

describe('changes in the year', () => {
  const amendment = fc.record({
    target: fc.constantFrom(...targets.map(target => target.id)), offset: fc.integer({ min: 0, max: 364 }), schedule: fc.option(schedule, { nil: undefined }), due, goal: fc.option(fc.nat(60).map(value => ({ op: '>=' as const, value })), { nil: undefined }),
  })
  it('earlier days keep their boards', () => {
    fc.assert(fc.property(ledger, amendment, fc.nat(400), (events, { target, offset, ...fields }, back) => {
      const at = addDays('2020-01-01', offset)
      const amend = makeEvent('amend', at, { target, ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)), reason: '调整' }, { recordedAt: '2020-12-30T00:00:00.000Z/0000/dev-0000000000000009' })
      const asOf = addDays(at, -1 - back)
      expect(boardOf(foldEvents(randomIndex, [...events, amend]), { asOf, knownAt: late })).toEqual(boardOf(foldEvents(randomIndex, events), { asOf, knownAt: late }))
    }), { numRuns: 40 })
  })

  it('what would change is what then changes', () => {
    fc.assert(fc.property(ledger, amendment, fc.constantFrom('exempt', 'paused'), fc.constantFrom(undefined, 'a', 'c'), (events, { target, offset, ...fields }, state, area) => {
      const at = addDays('2020-01-01', offset)
      const commands = [{ kind: 'amend' as const, target, at, reason: '调', ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) }, { kind: 'exempt' as const, target, at, state: state as 'exempt' | 'paused', reason: '因', ...(area !== undefined && { area }) }]
      const recorded = commands.map(({ kind, at: day, ...data }, i) => makeEvent(kind, day, data, { recordedAt: `2098-01-01T00:00:00.000Z/000${i}/dev-0000000000000009` }))
      const history = foldEvents(randomIndex, events)
      const said = effectOf(history, commands, { asOf: '2020-12-01', limit })
      const before = boardOf(history, { asOf: '2020-12-01', knownAt: late })
      const after = boardOf(foldEvents(randomIndex, [...events, ...recorded]), { asOf: '2020-12-01', knownAt: late })
      const plain = changesBetween(before, after)
      for (const change of plain) expect(said).toContainEqual(change)
      const row = after.rows.find(one => one.target.id === target)!
      for (const change of said) expect(change.after).toEqual(change.area === null ? row.total : row.cells.find(cell => cell.area === change.area))
    }), { numRuns: 40 })
  })

  it('tells each change with what stood before it, newest first; what was taken back is not told', () => {
    const first = makeEvent('amend', '2020-03-01', { target: '1.1-1', goal: { op: '>=', value: 18 }, reason: '区里调整' }, { by: { unit: 'yanglao', name: '李' } })
    const second = makeEvent('amend', '2020-06-01', { target: '1.1-1', goal: { op: '>=', value: 16 }, due: '2020-11-30', reason: '再调' })
    const gone = makeEvent('amend', '2020-07-01', { target: '1.1-1', goal: { op: '>=', value: 1 }, reason: '误' })
    const { history } = makeWorld(makePlan([makeTarget()]), [second, first, gone, makeEvent('retract', '2020-07-01', { event: gone.id }), exempt('paused', 'a', '2020-05-01'), exempt('active', 'a', '2020-08-01')])
    const told = planChangesOf(history, limit)
    expect(told.map(change => [change.at, change.area, change.fields])).toEqual([
      ['2020-08-01', 'a', [{ field: 'mark', from: 'paused', to: 'active' }]],
      ['2020-06-01', null, [{ field: 'goal', from: { op: '>=', value: 18 }, to: { op: '>=', value: 16 } }, { field: 'due', from: undefined, to: '2020-11-30' }]],
      ['2020-05-01', 'a', [{ field: 'mark', from: 'active', to: 'paused' }]],
      ['2020-03-01', null, [{ field: 'goal', from: { op: '>=', value: 20 }, to: { op: '>=', value: 18 } }]],
    ])
    expect(told[3]).toMatchObject({ reason: '区里调整', unit: 'yanglao', name: '李', before: { goal: { value: 20 } }, after: { goal: { value: 18 } } })
  })

  it('a lower goal turns a lamp green, before anything is recorded', () => {
    const { history } = worldOf({ goal: { op: '>=', value: 20 } }, [report('2020-06-30', 'a', 5)])
    const [change] = effectOf(history, [{ kind: 'amend', target: '1.1-1', at: '2020-06-01', goal: { op: '>=', value: 10 }, reason: '调' }], { asOf: '2020-06-30', limit })
    expect([change!.area, change!.before.lamp, change!.after.lamp]).toEqual([null, 'slightly_behind', 'on_pace'])
  })
})
