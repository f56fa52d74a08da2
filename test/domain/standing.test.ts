/** Ranks among all and among peers, how far they move with one cell more or fewer, medians, and what single units decide. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AreaStanding } from '../../src/domain/board'
import { isStable, medianRate, oneUnitCheck, placeAmong, rankRange, rateCourse, rateOf } from '../../src/domain/standing'
import { rankAmong } from '../../src/domain/rollUp'
import { allocate, makePlan, makeTarget, makeWorld, report } from './makers'

const runs = { numRuns: 1000 }
const standings = fc.array(fc.nat(9).chain(active => fc.nat(active).map(onPace => ({ active, onPace }))), { minLength: 1, maxLength: 12 })
  .map(list => list.map(({ active, onPace }, i): AreaStanding => ({ area: String(i), active, onPace, lamps: {}, rank: null })))
const one = (area: string, onPace: number, active: number): AreaStanding => ({ area, onPace, active, lamps: {}, rank: null })

describe('places', () => {
  it('are 1-1-3 with ties told, and null without active cells', () => {
    const list = [one('a', 1, 2), one('b', 2, 4), one('c', 1, 3), one('d', 0, 0)]
    expect(list.map(({ area }) => placeAmong(area, list))).toEqual([{ rank: 1, ranked: 3, isTied: true }, { rank: 1, ranked: 3, isTied: true }, { rank: 3, ranked: 3, isTied: false }, null])
    expect(placeAmong('z', list)).toBeNull()
  })
  it('among peers are never below the place among all', () => {
    fc.assert(fc.property(standings, fc.nat(), (list, seed) => {
      const peers = list.filter((_, i) => (seed + i) % 3 !== 0)
      for (const { area } of peers) expect((placeAmong(area, peers)?.rank ?? 0) <= (placeAmong(area, list)?.rank ?? 0)).toBe(true)
    }), runs)
  })
})

describe('名次稳定性', () => {
  it('holds the rank, and its ends are the ranks with one cell more and one fewer', () => {
    fc.assert(fc.property(standings, list => {
      for (const standing of list) {
        const range = rankRange(standing.area, list)
        const rank = rankAmong(standing, list)
        expect(range === null).toBe(rank === null)
        if (range === null) continue
        expect(range.best <= rank! && rank! <= range.worst).toBe(true)
        const with1 = (step: number) => { const moved = { ...standing, onPace: Math.max(0, Math.min(standing.active, standing.onPace + step)) }; return rankAmong(moved, list.map(other => (other === standing ? moved : other))) }
        expect([range.best, range.worst]).toEqual([with1(1), with1(-1)])
      }
    }), runs)
  })
  it('does not move who is far from the others, and says so', () => {
    const list = [one('a', 10, 10), one('b', 9, 10), one('c', 2, 10)]
    expect(rankRange('c', list)).toEqual({ best: 3, worst: 3 })
    expect(rankRange('a', list)).toEqual({ best: 1, worst: 1 })
    expect(rankRange('b', list)).toEqual({ best: 1, worst: 2 })
    expect([isStable({ best: 3, worst: 5 }), isStable({ best: 3, worst: 6 })]).toEqual([true, false])
  })
})

describe('medians', () => {
  it('have as many rates below as above', () => {
    fc.assert(fc.property(standings, list => {
      const median = medianRate(list)
      const rates = list.flatMap(standing => rateOf(standing) ?? [])
      expect(median === null).toBe(rates.length === 0)
      if (median === null) return
      expect(rates.filter(rate => rate < median - 1e-12).length <= rates.length / 2).toBe(true)
      expect(rates.filter(rate => rate > median + 1e-12).length <= rates.length / 2).toBe(true)
    }), runs)
  })
})

describe('boards', () => {
  const plan = makePlan([makeTarget({ id: 'one' }), makeTarget({ id: 'many' }), makeTarget({ id: 'money', unit: '亿元' })])
  const world = makeWorld(plan, [
    allocate({ a: 1, b: 1, c: 1 }, '2020-01-01', 'one'), allocate({ a: 20, b: 20, c: 20 }, '2020-01-01', 'many'), allocate({ a: 1, b: 1 }, '2020-01-01', 'money'),
    report('2020-06-01', 'a', 1, 'one'), report('2020-06-01', 'a', 1, 'many'), report('2020-06-01', 'b', 0, 'one'), report('2020-06-01', 'b', 1, 'many'), report('2020-06-01', 'c', 0, 'one'), report('2020-06-01', 'c', 20, 'many'),
  ])
  it('without one-unit targets the rank may be another', () => {
    const board = world.board('2021-01-05')
    expect(board.areas.map(({ onPace, active, rank }) => [onPace, active, rank])).toEqual([[1, 3, 2], [0, 3, 3], [1, 2, 1]])
    expect(oneUnitCheck(board, 'a')).toEqual({ cells: 1, rank: 2 })
    expect(oneUnitCheck(board, 'b')).toEqual({ cells: 1, rank: 2 })
    expect(oneUnitCheck(board, 'c')).toEqual({ cells: 1, rank: 1 })
    expect(oneUnitCheck(board, 'zz')).toBeNull()
  })
  it('one after another give the course of a rate beside the median', () => {
    expect(rateCourse('c', [world.board('2020-07-01'), world.board('2021-01-05')]).map(({ asOf, onPace, active, rate, median }) => [asOf, onPace, active, rate, median])).toEqual([['2020-07-01', 2, 2, 1, expect.closeTo(1 / 3)], ['2021-01-05', 1, 2, 0.5, expect.closeTo(1 / 3)]])
  })
})
