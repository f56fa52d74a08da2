/** 减负账 is counted, not asserted: cells by unit and period, minutes, double work, what is worked out. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { burdenMonths, burdenOf, minutesOf, monthBurden } from '../../src/domain/burden'
import type { MonthBurden } from '../../src/domain/burden'
import { defaultCalendar } from '../../src/domain/calendar'
import { demoEvents } from '../../src/domain/demo'
import { demoDay } from '../../src/domain/demoDay'
import type { LedgerEvent } from '../../src/domain/event'
import { foldEvents } from '../../src/domain/history'
import type { Plan, Target } from '../../src/domain/plan'
import { indexPlan } from '../../src/domain/plan'
import { dataFolder } from '../tools/projectFiles'
import { allocate, exempt, late, makePlan, makeTarget, report } from './makers'

const whole = makeTarget({ id: 'whole', scope: 'whole', goal: { op: '>=', value: 5 } })
const month = (targets: Target[], events: LedgerEvent[], id = '2020-03', deep = false): MonthBurden => {
  const index = indexPlan(makePlan(targets, { deep }))
  return monthBurden(foldEvents(index, events), index, defaultCalendar, id, { today: '2020-06-15', limit: late })
}

describe('a period', () => {
  it('counts cells, one form a unit, and seconds by what is typed', () => {
    const { count, areas, departments } = month([makeTarget(), makeTarget({ id: 'q', measure: 'qualitative', goal: { op: '>=', value: 1 } }), whole], [])
    expect([count.cells, count.forms, count.seconds, count.askedTwice]).toEqual([7, 4, 3 * 10 + 3 * 6 + 10, 0])
    expect(areas).toEqual(['a', 'b', 'c'].map(unit => ({ unit, cells: 2, seconds: 16 })))
    expect(departments).toEqual([{ unit: 'yanglao', cells: 1, seconds: 10, gathers: 6 }])
  })
  it('asks nothing of areas without a share, exempt or paused ones, nor what was done for good before', () => {
    const events = [allocate({ a: 5, b: 15, c: null }), exempt('paused', 'b')]
    expect(month([makeTarget()], events).areas.map(line => line.unit)).toEqual(['a'])
    const done = [...events, report('2020-02-20', 'a', 5)]
    expect(month([makeTarget()], done, '2020-02').count.cells).toBe(1)
    expect(month([makeTarget()], done, '2020-03').count.cells).toBe(0)
    // A rate can fall again: it is asked to the end.
    const rate = makeTarget({ measure: 'rate', unit: '%', goal: { op: '>=', value: 50 } })
    expect(month([rate], [report('2020-02-20', 'a', { numerator: 9, denominator: 10 })]).count.cells).toBe(3)
  })
  it('sees what was said again, what was written in one go, and what two units entered', () => {
    const at = (n: number, second: string) => ({ recordedAt: `2020-04-01T00:00:${second}.000Z/000${n}/dev-0000000000000001` })
    const events = [
      report('2020-02-20', 'a', 3), report('2020-02-20', 'b', 3), report('2020-03-20', 'a', 3, '1.1-1', at(1, '01')), report('2020-03-20', 'b', 4, '1.1-1', at(2, '01')),
      report('2020-03-20', 'c', 1, '1.1-1', { ...at(3, '02'), by: { unit: 'c' } }),
    ]
    expect(month([makeTarget()], events).count).toMatchObject({ cells: 3, unchanged: 1, together: 2, enteredTwice: 0, increases: 2 })
    expect(month([makeTarget()], [...events, report('2020-03-25', 'c', 1, '1.1-1', { ...at(4, '03'), by: { unit: 'yanglao' } })]).count.enteredTwice).toBe(1)
  })
  it('counts totals and percentages that nobody is asked for', () => {
    const rate = makeTarget({ id: 'rate', measure: 'rate', unit: '%', goal: { op: '>=', value: 50 } })
    expect(month([makeTarget(), rate, whole], []).count).toMatchObject({ totals: 2, rates: 3 })
    expect(month([makeTarget()], [], '2020-03', true).count).toMatchObject({ cells: 4, totals: 2 })
  })
})

it('months run from the first of the plan to the present one', () => {
  const index = indexPlan(makePlan([makeTarget()]))
  expect(burdenMonths(index, '2020-03-05')).toEqual(['2020-01', '2020-02', '2020-03'])
  expect([burdenMonths(index, '2019-05-05'), burdenMonths(index, '2031-01-01').at(-1)]).toEqual([['2020-01'], '2020-12'])
})

it('minutes are rounded up', () => { expect([0, 1, 60, 61].map(minutesOf)).toEqual([0, 1, 1, 2]) })

it.each(['quanzhou-tsz-2023', 'zhengxiang-2022', 'jinjiang-2020', 'jiangsu-2023', 'xiamen-2022'])('in the demo of %s every sum is the sum of its parts and no cell is asked of two units', id => {
  const index = indexPlan(JSON.parse(readFileSync(join(dataFolder, 'plans', `${id}.json`), 'utf8')) as Plan)
  const today = demoDay(index.plan)
  const history = foldEvents(index, demoEvents(index))
  const months = burdenMonths(index, today).map(one => monthBurden(history, index, defaultCalendar, one, { today, limit: late }))
  const burden = burdenOf(months as [MonthBurden, ...MonthBurden[]], index)
  const cellsOf = (lines: readonly { cells: number }[]) => lines.reduce((all, line) => all + line.cells, 0)
  for (const { count, departments, areas } of months) {
    expect(cellsOf(areas) + cellsOf(departments)).toBe(count.cells)
    expect(departments.reduce((all, line) => all + line.gathers, 0)).toBe(cellsOf(areas))
    expect([...areas, ...departments].reduce((all, line) => all + line.seconds, 0)).toBe(count.seconds)
    expect(count.askedTwice).toBe(0)
  }
  expect(burden.year.cells).toBe(months.reduce((all, { count }) => all + count.cells, 0))
  expect(cellsOf(burden.areas) + cellsOf(burden.departments)).toBe(burden.year.cells)
  expect(burden.present.month).toBe(today.slice(0, 7))
  expect(burden.present.count.cells).toBeGreaterThan(20)
})
