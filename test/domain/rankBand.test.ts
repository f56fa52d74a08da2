/** The band holds the rank, is the board's own where there are no scores, and says what moves it. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Figure, Lamp } from '../../src/domain/board'
import { isActiveLamp, isOnPaceLamp } from '../../src/domain/lamp'
import { bandsOf } from '../../src/domain/rankBand'
import { defaultPack } from '../../src/domain/rulePack'
import { scoresOf } from '../../src/domain/score'
import { rankRange } from '../../src/domain/standing'
import { makeBoard, makeRule, packOf, randomBoard, randomPack, randomSlips } from './scoreMakers'

const lamps = (...counts: [Lamp, number][]): Lamp[] => counts.flatMap(([lamp, n]) => Array.from({ length: n }, () => lamp))

it('a town with one task of one moves far, one with twelve does not', () => {
  const board = makeBoard({ small: ['done'], big: lamps(['done', 11], ['behind', 1]), mid: lamps(['done', 6], ['behind', 6]), low: lamps(['done', 2], ['behind', 10]) })
  const bands = bandsOf(board, [], defaultPack, scoresOf(board, [], defaultPack))
  expect(bands.map(({ area, best, rank, worst, isRobust, few }) => ({ area, at: [best, rank, worst], isRobust, few }))).toEqual([
    { area: 'small', at: [1, 1, 4], isRobust: false, few: 1 }, { area: 'big', at: [1, 2, 2], isRobust: true, few: null },
    { area: 'mid', at: [3, 3, 3], isRobust: true, few: null }, { area: 'low', at: [4, 4, 4], isRobust: true, few: null },
  ])
  expect(bands[0]!.because).toEqual({ best: null, worst: { kind: 'cell', by: -1 } })
})

it('where weights decide, the rule that does is named', () => {
  const pack = packOf([makeRule({ id: 'pace', name: '达序', formula: '60 * rate' }), makeRule({ id: 'done', name: '完成', formula: '40 * done / active' })])
  const board = makeBoard({ a: lamps(['on_pace', 40], ['behind', 60]), b: lamps(['done', 24], ['behind', 76]) })
  const [a, b] = bandsOf(board, [], pack, scoresOf(board, [], pack))
  expect([a!.rank, a!.worst, b!.rank, b!.worst]).toEqual([1, 2, 1, 2])
  const near = makeBoard({ a: lamps(['on_pace', 202], ['behind', 298]), b: lamps(['done', 120], ['behind', 380]) })
  const [first, second] = bandsOf(near, [], pack, scoresOf(near, [], pack))
  expect([first!.rank, first!.worst, second!.rank, second!.best]).toEqual([1, 2, 2, 1])
  expect(first!.because.worst).toEqual({ kind: 'weight', rule: 'pace', name: '达序', by: -0.05 })
  expect(second!.because.best).toMatchObject({ kind: 'weight', rule: 'pace', by: -0.05 })
})

it('without scores the band is that of the board', () => {
  fc.assert(fc.property(randomBoard, board => {
    for (const band of bandsOf(board, [], defaultPack, scoresOf(board, [], defaultPack))) expect({ best: band.best, worst: band.worst }).toEqual(rankRange(band.area, board.areas))
  }))
})

it('the rank lies in its band, and who has no rank has no band', () => {
  fc.assert(fc.property(randomBoard, randomPack, randomSlips, (board, pack, slips) => {
    const scores = scoresOf(board, slips, pack)
    const bands = bandsOf(board, slips, pack, scores)
    expect(bands.map(band => band.area)).toEqual(scores.filter(score => score.rank !== null).map(score => score.area))
    for (const { area, rank, best, worst } of bands) {
      expect(rank).toBe(scores.find(score => score.area === area)!.rank)
      expect(best).toBeLessThanOrEqual(rank)
      expect(worst).toBeGreaterThanOrEqual(rank)
      expect(best).toBeGreaterThanOrEqual(1)
      expect(worst).toBeLessThanOrEqual(scores.filter(score => score.rank !== null).length)
    }
  }), { numRuns: 200 })
})

it('a board on which one cell of the area is on its pace, or just behind it, ranks the area within its band', () => {
  fc.assert(fc.property(randomBoard, randomPack, randomSlips, fc.nat(6), fc.nat(4), (board, pack, slips, j, i) => {
    fc.pre(j < board.areas.length)
    const columns = Object.fromEntries(board.areas.map(({ area }, k) => [area, board.rows.map(row => row.cells[k]!)]))
    const { area } = board.areas[j]!
    const cell = columns[area]![i]!
    fc.pre(isActiveLamp(cell.lamp))
    const band = bandsOf(board, slips, pack, scoresOf(board, slips, pack)).find(one => one.area === area)
    fc.pre(band !== undefined)
    const turned: Figure = isOnPaceLamp(cell.lamp)
      ? { ...cell, lamp: 'slightly_behind', progress: Math.min(cell.progress!, 0.65), completion: Math.min(cell.completion!, 0.65), gap: Math.min(cell.gap!, -0.05) }
      : { ...cell, lamp: 'on_pace', progress: Math.max(cell.progress ?? 0, 0.7), completion: Math.max(cell.completion ?? 0, 0.7), gap: Math.max(cell.gap ?? 0, 0) }
    const after = scoresOf(makeBoard({ ...columns, [area]: columns[area]!.map((one, k) => (k === i ? turned : one)) }), slips, pack).find(score => score.area === area)!
    expect(after.rank).toBeGreaterThanOrEqual(band!.best)
    expect(after.rank).toBeLessThanOrEqual(band!.worst)
  }), { numRuns: 300 })
})

it('sixty areas of thirty tasks by six rules are banded in a moment', () => {
  const kinds: Lamp[] = ['done', 'on_pace', 'behind', 'slightly_behind', 'no_data', 'ahead']
  const board = makeBoard(Object.fromEntries(Array.from({ length: 60 }, (_, j) => [`a${j}`, Array.from({ length: 30 }, (_, i) => kinds[(i * 7 + j * 5 + (i * j) % 4) % 6]!)])))
  const pack = packOf(['60 * onPace / active', '-2 * red', '10 - amber'].map((formula, i) => makeRule({ id: `r${i}`, formula })).concat(['60 * completion / of', '-100 * lag / of', 'isDone'].map((formula, i) => makeRule({ id: `c${i}`, scope: 'cell', formula }))))
  const scores = scoresOf(board, [], pack)
  const before = process.cpuUsage()
  expect(bandsOf(board, [], pack, scores)).toHaveLength(60)
  const { user, system } = process.cpuUsage(before)
  // Of the processor, not of the clock: other work on the machine does not count. Microseconds.
  expect(user + system).toBeLessThan(1_000_000)
})
