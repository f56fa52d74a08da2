/** Examples for the numbered rules of semantics.md; each test names the rule it keeps. */
import { describe, expect, it } from 'vitest'
import { allocate, exempt, late, makeEvent, makePlan, makeTarget, makeWorld, report, worldOf } from './makers'
import { boardFileOf } from '../../src/domain/boardFile'
import { paceOf, dueOf } from '../../src/domain/pace'

const mid = '2020-07-01' // 182 of 365 days
const close = (actual: number | null, expected: number) => expect(actual).toBeCloseTo(expected, 12)

describe('rows and who is asked (1-6)', () => {
  it('1: one cell per area target and column, none for scope whole', () => {
    const world = makeWorld(makePlan([makeTarget(), makeTarget({ id: '1.1-2', scope: 'whole' })]), [])
    const board = world.board(mid)
    expect(board.rows.map(row => row.cells.length)).toEqual([3, 0])
  })
  it('1: deeper areas feed their ancestor column', () => {
    const world = worldOf({}, [report('2020-06-01', 'c1', 3), report('2020-06-02', 'c2', 4), allocate({ c: 10 })], { deep: true })
    expect(world.cell('c', mid)).toMatchObject({ value: 7, goal: 10, at: '2020-06-02' })
  })
  it('2: null or 0 is not asked; an area left out is as if there were no allocation', () => {
    const world = worldOf({}, [allocate({ a: null, b: 0 })])
    expect(world.cell('a', mid)).toMatchObject({ asked: false, lamp: null })
    expect(world.cell('b', mid)).toMatchObject({ asked: false })
    expect(world.cell('c', mid)).toMatchObject({ asked: true, goal: null, lamp: null })
  })
  it('2: zero under a ceiling is a real ceiling', () => {
    const world = worldOf({ goal: { op: '<=', value: 5 } }, [allocate({ a: 0 }), report(mid, 'a', 0)])
    expect(world.cell('a', mid)).toMatchObject({ asked: true, goal: 0, completion: 1, lamp: 'on_pace', pace: null })
  })
  it('2: the later allocation replaces the whole of the earlier one; allocate on scope whole does nothing', () => {
    const world = worldOf({}, [allocate({ a: 5, b: 5 }), allocate({ a: 7 }, '2020-03-01')])
    expect(world.cell('a', '2020-02-01').goal).toBe(5)
    expect(world.cell('b', mid).goal).toBeNull()
    expect(world.cell('a', mid).goal).toBe(7)
    expect(worldOf({ scope: 'whole' }, [allocate({ a: 5 })]).board(mid).rows[0]!.allocated).toBeNull()
  })
  it('2: areas that the notice names; others are not asked', () => {
    const world = worldOf({ areas: ['a'] })
    expect([world.cell('a', mid).asked, world.cell('b', mid).asked]).toEqual([true, false])
  })
  it('2: the allocation named by the notice counts from the period start until an event replaces it', () => {
    const world = worldOf({ allocation: { a: 4 } }, [allocate({ b: 6 }, '2020-05-01')])
    expect(world.cell('a', '2020-04-30').goal).toBe(4)
    expect(world.cell('a', mid).goal).toBeNull()
  })
  it('3: rate, standard, frequency take the share if given, else the goal of the target', () => {
    const world = worldOf({ measure: 'rate', unit: '%', goal: { op: '>=', value: 60 } }, [allocate({ a: 80 })])
    close(world.cell('a', mid).goal, 0.8)
    close(world.cell('b', mid).goal, 0.6)
  })
  it('4: a value in a cell that is not asked is shown and counts in sums', () => {
    const world = worldOf({}, [allocate({ a: 20, b: null }), report('2020-06-30', 'b', 3)])
    expect(world.cell('b', mid)).toMatchObject({ value: 3, goal: null, completion: null, progress: null, pace: null, gap: null, lamp: null })
    expect(world.total(mid).value).toBe(3)
  })
  it('5: a total whose goal is unknown has a value and no lamp', () => {
    const world = worldOf({ goal: { op: '>=', value: null } }, [report('2020-06-30', 'b', 3)])
    expect(world.total(mid)).toMatchObject({ value: 3, goal: null, lamp: null, completion: null, gap: null })
  })
  it('6: unknown target, inner area, unfit payload and an allocation with one unknown area are kept, counted, not folded', () => {
    const world = worldOf({}, [
      report(mid, 'a', 3, 'nope'), report(mid, 'c', 3), report(mid, 'a', { stage: 'none' }), report(mid, 'root', 1),
      allocate({ a: 5, zz: 1 }), report(mid, 'a', { items: [{ id: '1', name: 'x', stage: 's' }] }),
    ], { deep: true })
    expect(world.history.unfolded).toHaveLength(6)
    expect(world.history.events.size).toBe(6)
    expect(world.total(mid)).toMatchObject({ value: null, lamp: 'no_data' })
    expect(world.cell('a', mid).goal).toBeNull()
  })
})

describe('value, completion, progress (7-17)', () => {
  it('8: totals sum, the goal stays the plan\'s, capping only in progress', () => {
    const world = worldOf({}, [allocate({ a: 1 }), report(mid, 'a', 30)])
    expect(world.total(mid)).toMatchObject({ value: 30, goal: 20, completion: 1.5, progress: 1, lamp: 'done' })
  })
  it('9: a rate rolls up as sum over sum; 0/0 has no lamp; 1/0 and negatives are not folded', () => {
    const rate = { measure: 'rate' as const, unit: '%', goal: { op: '>=' as const, value: 50 } }
    const world = worldOf(rate, [report(mid, 'a', { numerator: 1, denominator: 10 }), report(mid, 'b', { numerator: 50, denominator: 90 })])
    close(world.total(mid).value, 0.51)
    expect(worldOf(rate, [report(mid, 'a', { numerator: 0, denominator: 0 })]).cell('a', mid)).toMatchObject({ value: null, completion: null, lamp: null, at: mid })
    expect(worldOf(rate, [report(mid, 'a', { numerator: 1, denominator: 0 }), report(mid, 'a', { numerator: -1, denominator: 2 })]).history.unfolded).toHaveLength(2)
  })
  it('9: exempt areas leave the rate, a mark on the whole target does not', () => {
    const rate = { measure: 'rate' as const, unit: '%', goal: { op: '>=' as const, value: 50 } }
    const reports = [report(mid, 'a', { numerator: 1, denominator: 10 }), report(mid, 'b', { numerator: 9, denominator: 10 })]
    close(worldOf(rate, [...reports, exempt('exempt', 'a')]).total(mid).value, 0.9)
    close(worldOf(rate, [...reports, exempt('exempt', undefined)]).total(mid).value, 0.5)
  })
  it('10: stock with a baseline counts from it in the total, not in cells', () => {
    const stock = { measure: 'stock' as const, goal: { op: '>=' as const, value: 1000 }, baseline: { value: 500, at: '2019-12-31' } }
    const world = worldOf(stock, [allocate({ a: 300 }), report(mid, 'a', 150), report(mid, 'b', 600)])
    close(world.total(mid).completion, 0.5)
    close(world.cell('a', mid).completion, 0.5)
    expect(worldOf({ ...stock, goal: { op: '>=', value: 400 } }, [report(mid, 'a', 450)]).total(mid).completion).toBe(1)
  })
  it('11, 16: standard cells are met or not; the total is the share of areas and shows the worst value', () => {
    const world = worldOf({ measure: 'standard', unit: '元/月', goal: { op: '>=', value: 600 } }, [report(mid, 'a', 650), report(mid, 'b', 599)])
    expect([world.cell('a', mid).completion, world.cell('b', mid).completion]).toEqual([1, 0])
    expect(world.total(mid)).toMatchObject({ value: 599, goal: 600 })
    close(world.total(mid).completion, 1 / 3)
  })
  it('13: milestones count weights of stages dated up to `at`; unknown stages are ignored; one implied stage', () => {
    const stages = [{ id: 's1', name: '立项', due: '2020-03-31', weight: 1 }, { id: 's2', name: '开工', due: '2020-09-30', weight: 3 }]
    const target = { measure: 'milestone' as const, scope: 'whole' as const, stages, goal: { op: '>=' as const, value: 1 } }
    const world = worldOf(target, [report(mid, 'root', { stages: { s1: '2020-03-20', s2: '2020-08-01', zz: 'x' } })])
    close(world.total(mid).value, 0.25)
    expect(world.total(mid)).toMatchObject({ pace: 0.25, gap: 0, lamp: 'on_pace' })
    expect(worldOf({ measure: 'milestone', scope: 'whole' }, [report(mid, 'root', { stages: { done: '2020-06-01' } })]).total(mid)).toMatchObject({ value: 1, lamp: 'done' })
  })
  it('14: qualitative stages have default shares', () => {
    const world = worldOf({ measure: 'qualitative', scope: 'whole' }, [report(mid, 'root', { stage: 'advancing' })])
    close(world.total(mid).value, 2 / 3)
    expect(worldOf({ measure: 'qualitative', scope: 'whole' }, [report(mid, 'root', { stage: 'nope' })]).history.unfolded).toHaveLength(1)
  })
  it('15: items count from countsAt, their shares make the progress, the same id twice is the last', () => {
    const ladder = [{ id: 'start', name: '开工', share: 0.3 }, { id: 'frame', name: '主体', share: 0.6 }, { id: 'accept', name: '验收', share: 0.9 }, { id: 'run', name: '运营', share: 1 }]
    const items = [{ id: '1', name: '一', stage: 'start' }, { id: '1', name: '一', stage: 'accept' }, { id: '2', name: '二', stage: 'frame' }, { id: '3', name: '三', stage: 'zz' }]
    const world = worldOf({ ladder, countsAt: 'accept', goal: { op: '>=', value: 4 } }, [allocate({ a: 3 }), report(mid, 'a', { items }), report(mid, 'b', 1)])
    expect(world.cell('a', mid).value).toBe(1)
    close(world.cell('a', mid).completion, 1 / 3)
    close(world.cell('a', mid).progress, 1.6 / 3)
    expect(world.total(mid).value).toBe(2)
    close(world.total(mid).progress, 2.6 / 4)
  })
  it('16: share totals count unreported areas as 0 and average gaps; without any report all is null', () => {
    const target = { measure: 'frequency' as const, unit: '次', goal: { op: '>=' as const, value: 2 } }
    const world = worldOf(target, [report(mid, 'a', 2)])
    const total = world.total('2020-07-02')
    close(total.completion, 1 / 3)
    close(total.progress, 1 / 3)
    close(total.gap, (1 - 0.5 - 0.5 - 0.5) / 3) // floor(2 x 0.5014) / 2 = 0.5 in each area
    expect(worldOf(target).total(mid)).toMatchObject({ value: null, completion: null, progress: null, gap: null, lamp: 'no_data' })
  })
})

describe('pace and gap (18, 19)', () => {
  const period = { start: '2020-01-01', end: '2020-12-31' }
  const at = (target: Parameters<typeof makeTarget>[0], day: string) => { const one = makeTarget(target); return paceOf(one, period, dueOf(one, period), day) }
  it('18: linear in days, clamped, 1 from due on', () => {
    close(at({}, '2020-07-01'), 182 / 365)
    expect([at({}, '2019-12-01'), at({ due: '2020-06-30' }, '2020-06-30'), at({}, '2021-02-01')]).toEqual([0, 1, 1])
  })
  it('18: points after due are dropped, months and quarters count from the period start', () => {
    close(at({ schedule: { points: [{ at: '2020-07-01', share: 0.2 }, { at: '2021-03-01', share: 0.9 }] } }, '2020-07-01'), 0.2)
    const monthly = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1, 1]
    close(at({ schedule: { monthly } }, '2020-01-31'), 0.1)
    close(at({ schedule: { monthly } }, '2020-02-29'), 0.2)
    close(at({ schedule: { quarterly: [0.1, 0.3, 0.6, 1] } }, '2020-06-30'), 0.3)
    close(at({ schedule: { quarterly: [0.1, 0.3, 0.6, 1] } }, '2020-05-16'), 0.1 + 0.2 * 46 / 91)
  })
  it('18: step, a due before the start, and an explicit later start', () => {
    expect([at({ schedule: 'step' }, '2020-12-30'), at({ schedule: 'step' }, '2020-12-31')]).toEqual([0, 1])
    expect([at({ due: '2019-06-01' }, '2019-05-31'), at({ due: '2019-06-01' }, '2019-06-01')]).toEqual([0, 1])
    expect(at({ schedule: { points: [{ at: '2020-06-01', share: 0 }] } }, '2020-06-01')).toBe(0)
  })
  it('18: a milestone follows its dated stages; undated ones fall due at the end', () => {
    const stages = [{ id: 'x', name: 'x', due: '2020-03-31' }, { id: 'y', name: 'y' }]
    expect([at({ measure: 'milestone', stages }, '2020-03-30'), at({ measure: 'milestone', stages }, '2020-03-31'), at({ measure: 'milestone', stages }, '2020-12-31')]).toEqual([0, 0.5, 1])
    close(at({ measure: 'milestone', stages: [{ id: 'y', name: 'y' }] }, '2020-07-01'), 182 / 365)
  })
  it('19: goals below 10 are paced in whole units, but not items nor 万', () => {
    const one = worldOf({ goal: { op: '>=', value: 1 } }, [report(mid, 'a', 0)])
    expect(one.total(mid)).toMatchObject({ gap: 0, lamp: 'on_pace' })
    close(one.total(mid).pace, 182 / 365)
    close(worldOf({ goal: { op: '>=', value: 1 }, unit: '万人' }, [report(mid, 'a', 0)]).total(mid).gap, -182 / 365)
  })
})

describe('lamps (20-25)', () => {
  const lampAt = (value: number | null, day: string, target: Parameters<typeof worldOf>[0] = {}) =>
    worldOf({ goal: { op: '>=', value: 100 }, ...target }, value === null ? [] : [report('2020-03-01', 'a', value)]).total(day).lamp
  it('20-23: the order of the default pack', () => {
    expect(lampAt(null, '2020-01-01')).toBe('not_due')
    expect(lampAt(50, '2020-01-01')).toBe('not_due')
    expect(lampAt(null, mid)).toBe('no_data')
    expect(lampAt(0, mid)).toBe('behind')
    expect(lampAt(30, mid)).toBe('slightly_behind')
    expect(lampAt(50, mid)).toBe('on_pace')
    expect(lampAt(60, mid)).toBe('ahead')
    expect(lampAt(100, mid)).toBe('done')
    expect(lampAt(97, '2020-12-01')).toBe('near_due')
    expect(lampAt(97, '2020-12-31')).toBe('near_due')
    expect(lampAt(97, '2021-01-01')).toBe('overdue')
    expect(lampAt(null, '2021-01-01')).toBe('overdue')
  })
  it('17, 23: thresholds in the area\'s favour', () => {
    const stages = [{ id: 'x', name: 'x', due: '2020-01-02', weight: 0.3 }, { id: 'y', name: 'y', due: '2020-12-31', weight: 0.7 }]
    expect(worldOf({ measure: 'milestone', scope: 'whole', stages }, [report('2020-01-02', 'root', { stages: {} })]).total(mid)).toMatchObject({ lamp: 'slightly_behind' })
  })
  it('21: reached after due is caught_up_late; reached by due stays done', () => {
    const events = [report('2020-06-01', 'a', 10), report('2021-01-05', 'a', 100)]
    const world = worldOf({ goal: { op: '>=', value: 100 } }, events)
    expect(world.total('2021-01-05').lamp).toBe('caught_up_late')
    expect(worldOf({ goal: { op: '>=', value: 100 } }, [report('2020-12-30', 'a', 100)]).total('2021-02-01').lamp).toBe('done')
  })
  it('21: milestones are judged by their stage dates', () => {
    const world = worldOf({ measure: 'milestone', scope: 'whole' }, [report('2021-02-01', 'root', { stages: { done: '2020-12-31' } })])
    expect(world.total('2021-02-01').lamp).toBe('done')
    expect(worldOf({ measure: 'milestone', scope: 'whole' }, [report('2021-02-01', 'root', { stages: { done: '2021-01-01' } })]).total('2021-02-01').lamp).toBe('caught_up_late')
  })
  it('23: a step target is near_due or no_data in its last 30 days, not behind on the day', () => {
    const step = { schedule: 'step' as const }
    expect([lampAt(5, '2020-11-30', step), lampAt(5, '2020-12-01', step), lampAt(5, '2020-12-31', step)]).toEqual(['not_due', 'near_due', 'near_due'])
    expect([lampAt(null, '2020-11-30', step), lampAt(null, '2020-12-01', step), lampAt(null, '2021-01-01', step)]).toEqual(['not_due', 'no_data', 'overdue'])
  })
  it('24: ceilings', () => {
    const ceiling = { goal: { op: '<=' as const, value: 10 } }
    expect([lampAt(null, '2020-01-01', ceiling), lampAt(null, mid, ceiling), lampAt(9, mid, ceiling), lampAt(11, mid, ceiling)]).toEqual(['not_due', 'no_data', 'on_pace', 'behind'])
    expect([lampAt(9, '2020-12-31', ceiling), lampAt(9, '2021-01-01', ceiling), lampAt(11, '2021-01-01', ceiling)]).toEqual(['done', 'done', 'overdue'])
    const share = worldOf({ ...ceiling, measure: 'standard' }, [report(mid, 'a', 9)])
    expect(share.total(mid).lamp).toBe('on_pace')
    expect(worldOf({ ...ceiling, measure: 'standard' }, [report(mid, 'a', 11)]).total(mid).lamp).toBe('behind')
  })
  it('25: a target nobody is asked for has no lamp', () => {
    expect(worldOf({}, [allocate({ a: null, b: null, c: null })]).total(mid)).toMatchObject({ lamp: null, pace: null, gap: null })
  })
})

describe('marks, standings, staleness (26-29)', () => {
  it('26: own mark before the parent\'s before the target\'s; active falls through', () => {
    const events = [allocate({ a: 10, b: 10 }), exempt('paused', undefined), exempt('exempt', 'a'), exempt('active', 'b')]
    const world = worldOf({}, events)
    expect([world.cell('a', mid).lamp, world.cell('b', mid).lamp, world.total(mid).lamp]).toEqual(['exempt', 'paused', 'paused'])
  })
  it('26: a total is marked when all asked areas are; marked rows keep their numbers', () => {
    const asked = allocate({ a: 10, b: null, c: null })
    expect(worldOf({}, [asked, exempt('exempt', 'a'), report(mid, 'a', 2)]).total(mid)).toMatchObject({ lamp: 'exempt', value: 2, goal: 20 })
    expect(worldOf({}, [allocate({ a: 10, b: 10, c: null }), exempt('exempt', 'a'), exempt('paused', 'b')]).total(mid).lamp).toBe('paused')
  })
  it('26: a marked area with an unknown goal still shows its mark, and leaves shares of areas', () => {
    expect(worldOf({}, [exempt('exempt', 'a')]).cell('a', mid).lamp).toBe('exempt')
    const world = worldOf({ measure: 'qualitative' }, [exempt('exempt', 'a'), report(mid, 'b', { stage: 'finished' })])
    close(world.total(mid).completion, 1 / 2)
  })
  it('27, 28: standings count active cells, ranks tie 1-1-3', () => {
    const shares = allocate({ a: 100, b: 100, c: 100 })
    const world = worldOf({ goal: { op: '>=', value: 300 } }, [shares, report(mid, 'a', 50), report(mid, 'b', 60), report(mid, 'c', 1)])
    expect(world.board(mid).areas.map(area => [area.onPace, area.active, area.rank])).toEqual([[1, 1, 1], [1, 1, 1], [0, 1, 3]])
    expect(world.board(mid).total).toEqual({ onPace: 0, active: 1, lamps: { slightly_behind: 1 } })
    expect(worldOf({}).board(mid).areas.every(area => area.rank === null)).toBe(true)
  })
  it('29: stale after more than 31 days; a total is stale if any part is', () => {
    const world = worldOf({}, [report('2020-05-31', 'a', 1), report('2020-06-30', 'b', 1)])
    expect([world.cell('a', '2020-07-01').stale, world.cell('a', '2020-07-02').stale]).toEqual([false, true])
    expect(world.total('2020-07-02')).toMatchObject({ stale: true, at: '2020-06-30' })
  })
})

describe('time and events (33-38)', () => {
  const stamp = (day: string, time = '01:00:00.000') => ({ recordedAt: `${day}T${time}Z/0000/dev-0000000000000001` })
  it('33: a day of knowledge ends at midnight in UTC+8, an instant holds its whole millisecond', () => {
    const world = worldOf({}, [report('2020-06-01', 'a', 1, undefined, stamp('2020-06-10', '15:59:59.999')), report('2020-06-01', 'b', 2, undefined, stamp('2020-06-10', '16:00:00.000'))])
    expect(world.board(mid, '2020-06-10').rows[0]!.total.value).toBe(1)
    expect(world.board(mid, '2020-06-11').rows[0]!.total.value).toBe(3)
    expect(world.board(mid, '2020-06-10T16:00:00.000Z').rows[0]!.total.value).toBe(3)
    expect(world.board(mid, '2020-06-11T00:00:00+08:00').rows[0]!.total.value).toBe(3)
  })
  it('35: greatest at wins, then recordedAt, id, hash; a later report may be lower', () => {
    const world = worldOf({}, [report('2020-06-02', 'a', 5), report('2020-06-01', 'a', 9), report('2020-06-02', 'a', 4)])
    expect(world.cell('a', mid).value).toBe(4)
    expect(world.cell('a', '2020-06-01').value).toBe(9)
  })
  it('36: retract acts for every day from its recordedAt; retracting a retraction undoes it', () => {
    const first = report('2020-06-01', 'a', 5, undefined, stamp('2020-06-01'))
    const undo = makeEvent('retract', '2020-06-05', { event: first.id }, stamp('2020-06-05'))
    const redo = makeEvent('retract', '2020-06-06', { event: undo.id }, stamp('2020-06-06'))
    const world = worldOf({}, [redo, undo, first])
    const value = (known: string) => world.board('2020-06-02', known).rows[0]!.total.value
    expect([value('2020-06-04'), value('2020-06-05'), value('2020-06-06')]).toEqual([5, null, 5])
  })
  it('36: a returned report is left out until a later review accepts it', () => {
    const first = report('2020-06-01', 'a', 5, undefined, stamp('2020-06-01'))
    const back = makeEvent('review', '2020-06-02', { event: first.id, verdict: 'returned', reason: '错' }, stamp('2020-06-02'))
    const fine = makeEvent('review', '2020-06-03', { event: first.id, verdict: 'accepted', reason: '' }, stamp('2020-06-03'))
    const world = worldOf({}, [fine, back, first])
    expect(['2020-06-01', '2020-06-02', '2020-06-03'].map(known => world.board(mid, known).rows[0]!.total.value)).toEqual([5, null, 5])
  })
  it('36: an amendment holds from its day, field by field; the old goal stays for earlier days', () => {
    const world = worldOf({}, [
      makeEvent('amend', '2020-05-01', { target: '1.1-1', goal: { op: '>=', value: 40 }, reason: '调' }),
      makeEvent('amend', '2020-06-01', { target: '1.1-1', due: '2020-08-31', reason: '提前' }),
    ])
    expect(world.total('2020-04-30').goal).toBe(20)
    expect(world.total(mid).goal).toBe(40)
    expect([world.board('2020-05-02').rows[0]!.due, world.board(mid).rows[0]!.due]).toEqual(['2020-12-31', '2020-08-31'])
  })
  it('38: v other than 1 and unknown types are counted, not folded', () => {
    const world = worldOf({}, [report(mid, 'a', 5, undefined, { v: 2 }), makeEvent('slip', mid, { anything: 1 })])
    expect([world.history.events.size, world.history.unfolded.length, world.total(mid).value]).toEqual([2, 0, null])
  })
})

it('makers are stable', () => expect(late > mid).toBe(true))

describe('readings settled with an independent checker', () => {
  it('18: a point on due shapes the line up to it; from due on P is 1', () => {
    const target = makeTarget({ due: '2020-06-30', schedule: { quarterly: [0.1, 0.4, 0.6, 1] } })
    const period = { start: '2020-01-01', end: '2020-12-31' }
    close(paceOf(target, period, '2020-06-30', '2020-06-29'), 0.1 + 0.3 * 90 / 91)
    expect(paceOf(target, period, '2020-06-30', '2020-06-30')).toBe(1)
  })
  it('3, 8: a sum\'s goal is the area\'s own share, never one held from above', () => {
    const world = worldOf({}, [allocate({ root: 5 })], { deep: true })
    expect(world.cell('a', mid)).toMatchObject({ asked: true, goal: null })
    expect(worldOf({}, [allocate({ c: 5 })], { deep: true }).cell('c', mid).goal).toBe(5)
  })
  it('5, 16: a share of areas with an unknown goal still shows the worst value', () => {
    const world = worldOf({ measure: 'standard', goal: { op: '>=', value: null } }, [report(mid, 'a', 4), report(mid, 'b', 5)])
    expect(world.total(mid)).toMatchObject({ value: 4, at: mid, completion: null, lamp: null })
  })
  it('5: a stock cell without a share above 0 has no goal, whatever the baseline', () => {
    const world = worldOf({ measure: 'stock', baseline: { value: 3, at: '2019-12-31' }, goal: { op: '>=', value: 10 } }, [allocate({ a: -2 }), report(mid, 'a', 4)])
    expect(world.cell('a', mid)).toMatchObject({ goal: null, completion: null, lamp: null, value: 4 })
  })
  it('33: an instant of another zone is shown in UTC', () => {
    const world = worldOf({}, [])
    const shown = (knownAt: string) => boardFileOf(world.board(mid, knownAt), world.history, false).knownAt
    expect([shown('2020-07-01T08:00:00+08:00'), shown('2020-07-01'), shown('2020-07-01T08:00:00.000Z')]).toEqual(['2020-07-01T00:00:00.000Z', '2020-07-01', '2020-07-01T08:00:00.000Z'])
  })
})
