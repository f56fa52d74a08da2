/** What a unit is asked in a period, how it stands afterwards, and that no cell is asked twice. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Calendar } from '../../src/domain/calendar'
import { defaultCalendar, mayEnter } from '../../src/domain/calendar'
import { foldEvents } from '../../src/domain/history'
import { checkReport, countCells, effectOf, minutesFor, monthFor, monthsOf, reportSheet, spanOf, submissionOf, unchangedOf, unitLines, unitName, unitOf } from '../../src/domain/reporting'
import type { Unit } from '../../src/domain/reporting'
import { allocate, exempt, late, makeEvent, makePlan, makeTarget, makeWorld, report } from './makers'
import { index, ledger } from './randomLedger'

const office: Unit = { kind: 'office' }
const targets = [makeTarget(), makeTarget({ id: '1.1-2', measure: 'qualitative', unit: '', scope: 'whole', goal: { op: '>=', value: null } }), makeTarget({ id: '1.1-3', measure: 'standard', unit: '元' })]
const plan = makePlan(targets)
const september = spanOf(defaultCalendar, '2020-09', '2020-09-15')
const stateOf = (events: Parameters<typeof makeWorld>[1], area = 'a', target = '1.1-1') => {
  const world = makeWorld(plan, events)
  return reportSheet(world.history, world.index, office, september, late).find(one => one.placed.target.id === target)?.cells.find(cell => cell.area === area) ?? null
}

it('the day entered for is today until the cut-off has come, and a page opens at the month that is due', () => {
  expect([september.from, september.at, september.cutoff]).toEqual(['2020-09-01', '2020-09-15', '2020-09-30'])
  expect(spanOf(defaultCalendar, '2020-08', '2020-09-15').at).toBe('2020-08-31')
  const twenty = { ...defaultCalendar, cutoffDay: 20, submitDay: 25 }
  expect(spanOf(twenty, '2020-09', '2020-09-22')).toMatchObject({ from: '2020-08-21', at: '2020-09-20', submitBy: '2020-09-25' })
  expect([monthFor(defaultCalendar, index, '2020-09-03'), monthFor(defaultCalendar, index, '2020-09-15'), monthFor(defaultCalendar, index, '2031-01-01')]).toEqual(['2020-08', '2020-09', '2020-12'])
  expect(monthsOf(index, '2020-03-02')).toEqual(['2020-01', '2020-02', '2020-03'])
})

it('a cell is open, reported, unchanged or returned; a cell without a task, exempt or done for good is not asked', () => {
  const now = report('2020-09-10', 'a', 7)
  expect(stateOf([])?.state).toBe('open')
  expect(stateOf([report('2020-08-31', 'a', 5)])).toMatchObject({ state: 'open', last: { data: { value: 5 } }, now: null })
  expect(stateOf([report('2020-08-31', 'a', 5), now])?.state).toBe('reported')
  expect(stateOf([report('2020-08-31', 'a', 7, '1.1-1'), now])?.state).toBe('unchanged')
  const returned = makeEvent('review', '2020-09-11', { event: now.id, verdict: 'returned', reason: '附件缺' })
  expect(stateOf([now, returned])).toMatchObject({ state: 'returned', reason: '附件缺' })
  expect(stateOf([now, returned, report('2020-09-12', 'a', 8)])).toMatchObject({ state: 'reported', reason: null })
  expect(stateOf([now, returned, makeEvent('retract', '2020-09-12', { event: returned.id })])?.state).toBe('reported')
  expect(stateOf([now, returned, makeEvent('retract', '2020-09-12', { event: now.id })])?.state).toBe('open')
  expect(stateOf([allocate({ a: null, b: 20 })])).toBeNull()
  expect([stateOf([exempt('exempt', 'a')]), stateOf([exempt('paused', 'a')])]).toEqual([null, null])
  const shared = allocate({ a: 10, b: 10 })
  expect(stateOf([shared, report('2020-08-31', 'a', 10)])).toBeNull()
  // Done within the period stays in the list; a standard can fall again and is asked again.
  expect(stateOf([shared, report('2020-09-02', 'a', 10)])?.state).toBe('reported')
  expect(stateOf([report('2020-08-31', 'a', 30, '1.1-3')], 'a', '1.1-3')?.state).toBe('open')
})

it('whose list', () => {
  const world = makeWorld(plan, [])
  const idsOf = (unit: Unit) => reportSheet(world.history, world.index, unit, september, late).map(one => [one.placed.target.id, one.cells.length])
  expect(idsOf(unitOf(world.index, 'yanglao'))).toEqual([['1.1-1', 3], ['1.1-2', 1], ['1.1-3', 3]])
  expect(idsOf(unitOf(world.index, 'b'))).toEqual([['1.1-1', 1], ['1.1-3', 1]])
  expect(['领导', '办公室', null, 'root', 'gone', 'b'].map(unit => unitOf(world.index, unit).kind)).toEqual(['leader', 'office', 'office', 'office', 'office', 'area'])
  expect(minutesFor(reportSheet(world.history, world.index, office, september, late))).toBe(Math.ceil((6 * 10 + 6) / 60))
})

it('a locked period takes corrections only with a reason; on time and locked are two things', () => {
  const calendar: Calendar = { ...defaultCalendar, lockDays: 3 }
  expect(mayEnter(calendar, '2020-08-31', '2020-09-08', '')).toBeNull()
  expect(mayEnter(calendar, '2020-08-31', '2020-09-09', ' ')?.code).toBe('period_locked')
  expect(mayEnter(calendar, '2020-08-31', '2020-09-09', '村里补报')).toBeNull()
  expect(mayEnter(defaultCalendar, '2020-08-31', '2020-12-31', '')).toBeNull()
  const { history } = makeWorld(plan, [])
  const check = (note: string, input: string) => checkReport(history, calendar, { target: '1.1-1', area: 'a', at: '2020-08-31', note }, input, { today: '2020-09-20', limit: late }).kind
  expect([check('', '5'), check('补报', '5'), check('', ' ')]).toEqual(['bad', 'ok', 'empty'])
})

it('submitting: on time, late, missing, revised', () => {
  const submit = (at: string, unit = '办公室', period = '2020-08') => makeEvent('submit', at, { unit, period, cells: 1 })
  const stand = (events: Parameters<typeof makeWorld>[1], today = '2020-09-15') => {
    const world = makeWorld(plan, events)
    const span = spanOf(defaultCalendar, '2020-08', today)
    const cells = reportSheet(world.history, world.index, office, span, late).flatMap(one => one.cells)
    const { state, changed } = submissionOf(world.history, office, cells, span, late, today)
    return [state, changed]
  }
  expect(stand([])).toEqual(['missing', 0])
  expect(stand([], '2020-09-05')).toEqual(['waiting', 0])
  expect(stand([report('2020-08-31', 'a', 1), submit('2020-09-05')])).toEqual(['on_time', 0])
  expect(stand([submit('2020-09-06')])).toEqual(['late', 0])
  expect(stand([submit('2020-09-05', 'yanglao'), submit('2020-09-05', '办公室', '2020-07')])).toEqual(['missing', 0])
  expect(stand([submit('2020-09-05'), report('2020-08-31', 'a', 2)])).toEqual(['revised', 1])
  expect(stand([submit('2020-09-05'), report('2020-08-31', 'a', 2), submit('2020-09-07')])).toEqual(['revised', 0])
})

it('what follows is the board with and without the reports of the period', () => {
  const world = makeWorld(plan, [allocate({ a: 10, b: 10 }), report('2020-08-31', 'a', 5), report('2020-09-10', 'a', 9)])
  const { before, after } = effectOf(world.history, world.index.targets.get('1.1-1')!, september, late)
  expect([before.cells[0]!.value, after.cells[0]!.value, before.cells[0]!.lamp, after.cells[0]!.lamp]).toEqual([5, 9, 'slightly_behind', 'ahead'])
  expect(after).toEqual(world.board('2020-09-15').rows[0])
})

it('law: every cell of the office stands under exactly one unit, by department and by township', () => {
  fc.assert(fc.property(ledger, fc.constantFrom('2020-03', '2020-09', '2020-12'), fc.constantFrom('department' as const, 'area' as const), (events, month, by) => {
    const history = foldEvents(index, events)
    const span = spanOf(defaultCalendar, month, '2020-12-20')
    const sheet = reportSheet(history, index, office, span, late)
    const keys = sheet.flatMap(one => one.cells.map(cell => `${cell.target}/${cell.area}`))
    expect(new Set(keys).size).toBe(keys.length)
    const lines = unitLines(history, index, by, sheet, span, late, '2020-12-20')
    expect(lines.flatMap(line => line.cells.map(cell => `${cell.target}/${cell.area}`)).sort()).toEqual([...keys].sort())
    expect(new Set(lines.map(line => unitName(line.unit))).size).toBe(lines.length)
    // Each of them is a cell of that unit's own page.
    for (const { unit, cells } of lines) {
      const own = new Set(reportSheet(history, index, unit, span, late).flatMap(one => one.cells.map(cell => `${cell.target}/${cell.area}`)))
      expect(cells.every(cell => own.has(`${cell.target}/${cell.area}`))).toBe(true)
    }
  }), { numRuns: 60 })
})

it('law: what was reported is not asked again, and no change repeats the last report as it was', () => {
  fc.assert(fc.property(ledger, events => {
    const span = spanOf(defaultCalendar, '2020-09', '2020-09-30')
    const history = foldEvents(index, events)
    const sheet = reportSheet(history, index, office, span, late)
    const said = sheet.flatMap(one => one.cells.flatMap(cell => { const payload = unchangedOf(cell); return cell.state === 'open' && payload !== null ? [makeEvent('report', '2020-09-30', { target: cell.target, area: cell.area, ...payload }, { recordedAt: '2030-01-01T00:00:00.000Z/0000/dev-0000000000000001' })] : [] }))
    const after = countCells(reportSheet(foldEvents(index, [...events, ...said]), index, office, span, late).flatMap(one => one.cells))
    const before = countCells(sheet.flatMap(one => one.cells))
    expect(after.todo).toBe(before.todo - said.length)
    expect(after.unchanged).toBe(before.unchanged + said.length)
  }), { numRuns: 60 })
})
