/** The largest turns since another board: which come first, and what no order may change. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lampCodes } from '../../src/domain/board'
import type { Figure, Lamp } from '../../src/domain/board'
import { changeOf, severityOf } from '../../src/domain/changes'
import { changesBetween, largestTurns } from '../../src/domain/turns'
import type { Change } from '../../src/domain/changes'
import { allocate, report, worldOf } from './makers'

const figure = (fields: Partial<Figure>): Figure => ({ target: 't', area: 'a', value: 0, goal: 10, completion: 0, progress: 0, pace: 0.5, gap: -0.5, lamp: 'behind', at: null, stale: false, asked: true, reported: 1, askedAreas: 1, detail: null, ...fields })
const change = (area: string, from: Lamp, to: Lamp, [was, is]: [number, number] = [0, 0], [gapWas, gapIs]: [number, number] = [0, 0]): Change =>
  changeOf(figure({ area, lamp: from, value: was, progress: was, gap: gapWas }), figure({ area, lamp: to, value: is, progress: is, gap: gapIs }))!
const areas = (changes: readonly Change[]) => changes.map(one => one.area)

describe('largest turns', () => {
  it('the lamp decides first, then progress, then the gap, then the order given', () => {
    const worse = [change('still', 'on_pace', 'slightly_behind', [0.5, 0.5], [0, -0.06]), change('one step', 'slightly_behind', 'behind', [0.9, 0.1]), change('further', 'on_pace', 'slightly_behind', [0.5, 0.5], [0, -0.2]), change('fell', 'on_pace', 'slightly_behind', [0.5, 0.4]), change('most', 'on_pace', 'overdue'), change('as still', 'on_pace', 'slightly_behind', [0.5, 0.5], [0, -0.06])]
    expect(areas(largestTurns(worse, 'worse'))).toEqual(['most', 'fell', 'further', 'still', 'as still', 'one step'])
    const better = [change('little', 'behind', 'on_pace', [0.1, 0.2]), change('much', 'behind', 'on_pace', [0.1, 0.9]), change('done', 'behind', 'done', [0.1, 0.1]), change('one', 'on_pace', 'done', [0, 1])]
    expect(areas(largestTurns(better, 'better'))).toEqual(['done', 'much', 'little', 'one'])
  })

  it('are all of one way and none of the other, whatever comes in', () => {
    const some = fc.record({ from: fc.constantFrom(...lampCodes), to: fc.constantFrom(...lampCodes), was: fc.double({ min: 0, max: 1, noNaN: true }), is: fc.double({ min: 0, max: 1, noNaN: true }) })
    fc.assert(fc.property(fc.array(some, { maxLength: 30 }), list => {
      const changes = list.flatMap(({ from, to, was, is }, i) => changeOf(figure({ area: `${i}`, lamp: from, value: was, progress: was }), figure({ area: `${i}`, lamp: to, value: is, progress: is })) ?? [])
      for (const turn of ['worse', 'better'] as const) {
        const largest = largestTurns(changes, turn)
        expect(new Set(areas(largest))).toEqual(new Set(areas(changes.filter(one => one.turn === turn))))
        const steps = largest.map(one => Math.abs(severityOf(one.before.lamp) - severityOf(one.after.lamp)))
        expect(steps).toEqual([...steps].sort((a, b) => b - a))
      }
    }))
  })

  it('come from two boards of one ledger', () => {
    const world = worldOf({ unit: '万元', measure: 'amount', goal: { op: '>=', value: 30 } }, [allocate({ a: 10, b: 10, c: 10 }), report('2020-06-30', 'a', 5), report('2020-06-30', 'b', 5), report('2020-09-15', 'a', 10), report('2020-06-30', 'c', 1), report('2020-09-15', 'c', 7)])
    const changes = changesBetween(world.board('2020-06-30'), world.board('2020-09-15')).filter(one => one.area !== null)
    expect(areas(largestTurns(changes, 'worse'))).toEqual(['b'])
    expect(areas(largestTurns(changes, 'better'))).toEqual(['c', 'a'])
  })
})
