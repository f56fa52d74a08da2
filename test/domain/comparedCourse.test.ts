/** What a burn-up chart compares: stepwise dues of small goals, and what was not known in time. */
import { describe, expect, it } from 'vitest'
import { knownAtLimit } from '../../src/domain/clock'
import { comparedCourseOf, shareOn, wasLate } from '../../src/domain/comparedCourse'
import { allocate, late, makePlan, makeTarget, makeWorld, report } from './makers'

const limit = knownAtLimit(late)
const at = (moment: string) => ({ recordedAt: `${moment}T02:00:00.000Z/0000/dev-0000000000000001` })

function courseIn(target: Parameters<typeof makeTarget>[0], events: Parameters<typeof makeWorld>[1], asOf: string, area: string | null) {
  const world = makeWorld(makePlan([makeTarget(target)]), events)
  const row = world.board(asOf).rows[0]!
  return comparedCourseOf(world.index, world.history, row, area === null ? row.total : row.cells.find(cell => cell.area === area)!, { asOf, limit })!
}

describe('the compared course', () => {
  it('of a goal of 2 is due in two steps; of 200, along the line', () => {
    const small = courseIn({}, [allocate({ a: 2 })], '2020-09-15', 'a')
    expect([shareOn(small.due, '2020-06-30'), shareOn(small.due, '2020-07-02'), shareOn(small.due, '2020-12-30'), shareOn(small.due, '2020-12-31')]).toEqual([0, 0.5, 0.5, 1])
    expect(courseIn({}, [allocate({ a: 200 })], '2020-09-15', 'a').due).toEqual([{ at: '2020-01-01', share: 0 }, { at: '2020-12-31', share: 1 }])
  })

  it('knows what stood on the 5th of the next month, where that differs', () => {
    const { actual } = courseIn({}, [allocate({ a: 20 }, '2020-01-01', '1.1-1', at('2020-01-02')), report('2020-03-31', 'a', 2, '1.1-1', at('2020-04-03')), report('2020-04-30', 'a', 6, '1.1-1', at('2020-05-16')), report('2020-05-31', 'a', 6, '1.1-1', at('2020-06-16'))], '2020-09-15', 'a')
    expect(actual.map(point => [point.value, point.inTime?.value, wasLate(point)])).toEqual([[2, undefined, false], [6, 2, true], [6, undefined, false]])
  })

  it('of a ceiling has nothing due', () => {
    expect(courseIn({ goal: { op: '<=', value: 5 } }, [], '2020-09-15', null).due).toEqual([])
  })
})
