/** Scores re-add to their lines; ranks are of peers; what bars a grade needs a reason; worked examples of published rules. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Board, Lamp } from '../../src/domain/board'
import { formulaProblem } from '../../src/domain/formula'
import { defaultPack } from '../../src/domain/rulePack'
import type { AreaScore } from '../../src/domain/score'
import { asksMonths, missedMonthsOf, scoresOf } from '../../src/domain/score'
import { knownAtLimit } from '../../src/domain/clock'
import { allocate, makePlan, makeTarget, makeWorld, report } from './makers'
import { makeBoard, makeCell, makeRule, makeSlip, packOf, randomBoard, randomPack, randomSlips } from './scoreMakers'

const lamps = (...counts: [Lamp, number][]): Lamp[] => counts.flatMap(([lamp, n]) => Array.from({ length: n }, () => lamp))
const of = (scores: readonly AreaScore[], area: string): AreaScore => scores.find(score => score.area === area)!

describe('worked examples', () => {
  it('延安: 60 × done ÷ plan', () => {
    const board = makeBoard({ a: lamps(['on_pace', 9], ['behind', 5]) })
    const [{ total, lines: [line] }] = scoresOf(board, [], packOf([makeRule()])) as [AreaScore]
    expect(total).toBe(38.5714285714)
    expect(line).toMatchObject({ terms: [{ target: null, values: { onPace: 9, active: 14 }, value: 38.5714285714 }], raw: 38.5714285714, points: 38.5714285714 })
  })

  it('延安 by cells: the mean of what each has done of its plan, what is paused not counted', () => {
    const board = makeBoard({ a: [makeCell('', '', 'behind', { completion: 0.5 }), makeCell('', '', 'done', { completion: 2.5 }), 'paused', 'exempt'] })
    const [{ total, lines: [line] }] = scoresOf(board, [], packOf([makeRule({ scope: 'cell', formula: '60 * completion / of' })])) as [AreaScore]
    expect(total).toBe(45)
    expect(line!.terms.map(term => [term.target, term.value])).toEqual([['1.1-1', 15], ['1.1-2', 30]])
    expect(line!.left).toEqual([{ target: '1.1-3', lamp: 'paused' }, { target: '1.1-4', lamp: 'exempt' }])
  })

  it.each([[98, 0], [97, -0.5], [90, -4], [50, -20]])('乡镇: %d % accurate of at least 98 gives %d, never more than all 20 off', (percent, points) => {
    const board = makeBoard({ a: lamps(['on_pace', percent], ['behind', 100 - percent]) })
    const [{ total }] = scoresOf(board, [], packOf([makeRule({ formula: '-0.5 * max(0, 98 - 100 * rate)', floor: -20 })], { start: 20 })) as [AreaScore]
    expect(total).toBe(20 + points)
  })

  it.each([[0.9, -1], [1, 0], [1.2, 4], [1.3, 6], [1.5, 8], [2, 10], [-0.5, -10]])('award of key projects: %d of the plan gives %d, at most ten either way', (completion, points) => {
    const formula = '-10 * max(0, 1 - completion) + 20 * min(0.3, max(0, completion - 1)) + 10 * max(0, completion - 1.3)'
    expect(formulaProblem(formula, 'cell')).toBeNull()
    const board = makeBoard({ a: [makeCell('', '', 'on_pace', { completion })] })
    expect(scoresOf(board, [], packOf([makeRule({ scope: 'cell', formula, min: -10, max: 10 })], { overCap: 3 }))[0]!.total).toBe(points)
  })

  it('over-fulfilment counts as the pack says', () => {
    const board = makeBoard({ a: [makeCell('', '', 'done', { completion: 2.86 })] })
    const totalWith = (overCap: number) => scoresOf(board, [], packOf([makeRule({ scope: 'cell', formula: '100 * completion' })], { overCap }))[0]!.total
    expect([totalWith(1), totalWith(1.1), totalWith(5)]).toEqual([100, 110, 286])
  })

  it('bounds: of each term, then of the sum', () => {
    const board = makeBoard({ a: lamps(['behind', 3]) })
    const line = scoresOf(board, [], packOf([makeRule({ scope: 'cell', formula: '-8 * isRed', min: -5, floor: -12 })]))[0]!.lines[0]!
    expect([line.raw, line.bounded, line.points]).toEqual([-24, -15, -12])
  })

  it('slips count for the area that leads them', () => {
    const board = makeBoard({ a: ['done'], b: ['done'] })
    const slips = [makeSlip('a'), makeSlip('a', { due: '2020-12-01' }), makeSlip('a', { state: 'closed', closedOn: '2020-08-20' }), makeSlip('a', { state: 'closed', closedOn: '2020-09-20' }), makeSlip('科室')]
    const pack = packOf([makeRule({ formula: '100 * overdueSlips + 10 * openSlips + closedOnTime' })])
    expect(scoresOf(board, slips, pack).map(score => score.total)).toEqual([121, 0])
  })
})

describe('ranks', () => {
  const board = makeBoard({ a: lamps(['done', 4]), b: lamps(['done', 4]), c: lamps(['done', 3], ['behind', 1]), d: lamps(['exempt', 2], ['not_due', 2]), e: lamps(['behind', 4]) })
  const ranks = (scores: readonly AreaScore[]) => scores.map(({ area, rank, tied }) => `${area}${rank ?? '-'}${tied ? '=' : ''}`).join(' ')

  it('ties are shared or dense, and who has no task is not ranked', () => {
    expect(ranks(scoresOf(board, [], packOf([makeRule()])))).toBe('a1= b1= c3 d- e4')
    expect(ranks(scoresOf(board, [], packOf([makeRule()], { ties: 'dense' })))).toBe('a1= b1= c2 d- e3')
    expect(of(scoresOf(board, [], packOf([makeRule()])), 'd')).toMatchObject({ total: null, lines: [], unranked: 'no_task', grade: null })
  })

  it('peer groups are ranked apart, the others together', () => {
    const scores = scoresOf(board, [], packOf([makeRule()], { groups: [{ name: '街道', areas: ['b', 'e'] }] }))
    expect(ranks(scores)).toBe('a1 b1 c2 d- e2')
    expect(of(scores, 'e').group).toBe('街道')
  })

  it('a veto needs a basis; then it leaves the ranking with the last grade', () => {
    const grades = [{ name: '优秀', from: 50 }, { name: '不合格', from: 0 }]
    const pack = (basis: string) => packOf([makeRule()], { grades, veto: { basis, when: 'red_cells', least: 1 } })
    expect(of(scoresOf(board, [], pack(' ')), 'c')).toMatchObject({ veto: null, rank: 3 })
    expect(of(scoresOf(board, [], pack('某办法第八条')), 'c')).toMatchObject({ veto: { basis: '某办法第八条', count: 1, least: 1 }, rank: null, unranked: 'veto', grade: '不合格', total: 45 })
  })

  it('a grade is capped with its reason, and never raised', () => {
    const pack = packOf([makeRule()], { grades: [{ name: '优秀', from: 45 }, { name: '良好', from: 30 }, { name: '一般', from: 0 }], gradeCaps: [{ when: 'red_cells', least: 1, best: '良好' }] })
    const scores = scoresOf(board, [], pack)
    expect(scores.map(score => score.grade)).toEqual(['优秀', '优秀', '良好', null, '一般'])
    expect(of(scores, 'c').gradeCap).toEqual({ when: 'red_cells', count: 1, least: 1, from: '优秀' })
    expect(of(scores, 'e').gradeCap).toBeNull()
  })

  it('lists only where the pack asks: red = nothing off pace and among the first, black = under its target and among the last', () => {
    const wide = makeBoard({ a: lamps(['done', 4]), b: lamps(['on_pace', 4]), c: lamps(['done', 3], ['behind', 1]), d: ['done', 'no_data'], e: lamps(['exempt', 4]), f: lamps(['done', 1], ['overdue', 3]) })
    const lists = (with_: { red: { top: number }, black: { bottom: number } } | null) => scoresOf(wide, [], packOf([makeRule()], { lists: with_ })).map(score => score.list)
    expect(lists(null)).toEqual([null, null, null, null, null, null])
    expect(lists({ red: { top: 1 }, black: { bottom: 2 } })).toEqual(['red', 'red', null, null, null, 'black'])
    expect(lists({ red: { top: 5 }, black: { bottom: 5 } })).toEqual(['red', 'red', 'black', null, null, 'black'])
  })
})

describe('laws', () => {
  it('totals re-add to their lines, lines to their terms, all finite', () => {
    fc.assert(fc.property(randomBoard, randomPack, randomSlips, (board, pack, slips) => {
      for (const { total, start, lines, standing, unranked } of scoresOf(board, slips, pack)) {
        if (standing.active === 0) { expect([total, unranked]).toEqual([null, 'no_task']); continue }
        expect(Math.abs(total! - lines.reduce((sum, line) => sum + line.points, start))).toBeLessThan(1e-9)
        lines.forEach((line, at) => {
          const { min, max, floor, cap, exempt } = pack.score!.rules[at]!
          expect(Math.abs(line.raw - line.terms.reduce((sum, term) => sum + term.value!, 0))).toBeLessThan(1e-9)
          expect(Math.abs(line.bounded - line.terms.reduce((sum, term) => sum + term.bounded, 0))).toBeLessThan(1e-9)
          for (const term of line.terms) {
            expect(term.bounded).toBe(Math.min(max ?? Infinity, Math.max(min ?? -Infinity, term.value!)))
            if (term.lamp !== null) expect(['exempt', 'paused', 'not_due', ...exempt]).not.toContain(term.lamp)
          }
          if (line.terms.length > 0) expect(line.points).toBe(Math.min(cap ?? Infinity, Math.max(floor ?? -Infinity, line.bounded)))
          else expect(line.points).toBe(0)
        })
      }
    }), { numRuns: 300 })
  })

  it('without scores the ranks are the board’s own', () => {
    fc.assert(fc.property(randomBoard, board => {
      expect(scoresOf(board, [], defaultPack).map(({ rank, total }) => [rank, total])).toEqual(board.areas.map(({ rank }) => [rank, null]))
    }))
  })

  it('scored by on-pace rate alone the ranks are the board’s own', () => {
    fc.assert(fc.property(randomBoard, board => {
      expect(scoresOf(board, [], packOf([makeRule({ formula: '60 * onPace / active' })])).map(score => score.rank)).toEqual(board.areas.map(({ rank }) => rank))
    }))
  })

  it('the order of columns and of rows changes nothing', () => {
    const turned = (board: Board): Board => ({ ...board, rows: board.rows.map(row => ({ ...row, cells: [...row.cells].reverse() })).reverse(), areas: [...board.areas].reverse() })
    /** Sums in another order may differ in their last bit. */
    const bare = (scores: readonly AreaScore[]) => scores.map(({ area, total, rank, tied, grade, list }) => [area, total === null ? null : Math.round(total * 1e8), rank, tied, grade, list])
    fc.assert(fc.property(randomBoard, randomPack, randomSlips, (board, pack, slips) => {
      expect(bare(scoresOf(turned(board), slips, pack)).reverse()).toEqual(bare(scoresOf(board, slips, pack)))
    }), { numRuns: 200 })
  })

  it('ranks of a group begin with 1, and a better total never ranks behind', () => {
    fc.assert(fc.property(randomBoard, randomPack, randomSlips, (board, pack, slips) => {
      const scores = scoresOf(board, slips, pack).filter(score => score.rank !== null)
      for (const group of new Set(scores.map(score => score.group))) {
        const peers = scores.filter(score => score.group === group)
        expect(Math.min(...peers.map(peer => peer.rank!))).toBe(1)
        for (const one of peers) for (const other of peers) if (one.total! > other.total! + 1e-8) expect(one.rank!).toBeLessThan(other.rank!)
      }
    }), { numRuns: 200 })
  })

  it('to exempt a cell that is off pace never lowers a score of rates and deductions, and never what other areas have', () => {
    const pack = packOf([makeRule(), makeRule({ id: 'red', formula: '-2 * red' }), makeRule({ id: 'lag', scope: 'cell', formula: '-100 * lag', min: -10 }), makeRule({ id: 'over', scope: 'cell', formula: '-isOverdue - isNoData' })])
    const late: readonly (Lamp | null)[] = ['behind', 'slightly_behind', 'overdue', 'no_data']
    fc.assert(fc.property(fc.array(fc.array(fc.constantFrom<Lamp>('done', 'on_pace', 'behind', 'overdue', 'no_data', 'slightly_behind', 'not_due'), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 4 }), fc.nat(3), (columns, at) => {
      fc.pre(late.includes(columns[0]![at]!) && columns[0]!.some((lamp, i) => i !== at && lamp !== 'not_due'))
      const boardWith = (first: Lamp[]) => makeBoard(Object.fromEntries([first, ...columns.slice(1)].map((column, j) => [`a${j}`, column])))
      const before = scoresOf(boardWith(columns[0]!), [], pack)
      const after = scoresOf(boardWith(columns[0]!.map((lamp, i) => (i === at ? 'exempt' : lamp))), [], pack)
      expect(after[0]!.total!).toBeGreaterThanOrEqual(before[0]!.total! - 1e-9)
      expect(after.slice(1).map(score => score.total)).toEqual(before.slice(1).map(score => score.total))
    }))
  })
})

describe('missed months', () => {
  it('closed months with a cell late or not reported, as known when its room was over', () => {
    const world = makeWorld(makePlan([makeTarget({ goal: { op: '>=', value: 120 } })]), [
      allocate({ a: 120, b: 120 }),
      ...[1, 2, 3, 4, 5].map(month => report(`2020-0${month}-28`, 'a', month * 10, '1.1-1', { recordedAt: `2020-0${month}-28T00:00:00.000Z/0000/dev-0000000000000001` })),
      report('2020-01-31', 'b', 10, '1.1-1', { recordedAt: '2020-01-31T00:00:00.000Z/0000/dev-0000000000000001' }),
      report('2020-02-29', 'b', 20, '1.1-1', { recordedAt: '2020-05-01T00:00:00.000Z/0000/dev-0000000000000001' }),
    ])
    const missed = missedMonthsOf(world.history, { asOf: '2020-06-10', limit: knownAtLimit('2020-06-10') })
    expect([missed.get('a') ?? 0, missed.get('b')]).toEqual([0, 4])
    expect(asksMonths(packOf([makeRule({ formula: '-2 * missedMonths' })]))).toBe(true)
    expect(asksMonths(packOf([makeRule()]))).toBe(false)
    expect(scoresOf(world.board('2020-06-10'), [], packOf([makeRule({ formula: '-2 * missedMonths' })]), missed).find(score => score.area === 'b')!.total).toBe(-8)
  })
})
