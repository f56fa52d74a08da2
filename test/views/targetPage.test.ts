/** The page of a target says what the board says: every figure of it equals board.json, for any plan and ledger. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zhCN } from '../../src/app/messages/zhCN'
import { zhForecast } from '../../src/wording/forecastWords'
import { enTarget } from '../../src/components/target/enTarget'
import { zhTarget } from '../../src/components/target/zhTarget'
import type { Figure } from '../../src/domain/board'
import { boardFileOf } from '../../src/domain/boardFile'
import { knownAtLimit } from '../../src/domain/clock'
import { comparedCourseOf, shareOn } from '../../src/domain/comparedCourse'
import { forecastIn } from '../../src/domain/forecast'
import { foldEvents } from '../../src/domain/history'
import { boardOf } from '../../src/domain/rollUp'
import { areaBarsOf, modesOf } from '../../src/views/target/areaBarsOf'
import { burnUpOf, findingOf } from '../../src/views/target/burnUpOf'
import { boardOrder, figureFor, targetPageOf } from '../../src/views/target/targetPage'
import { allocate, makePlan, makeTarget, makeWorld, report } from '../domain/makers'
import { clock, day, index, ledger } from '../domain/randomLedger'
import { lightPalette } from '../gallery/palettes'

const numbersOf = ({ value, goal, completion, progress, pace, gap, lamp, at, stale }: Figure) => ({ value, goal, completion, progress, pace, gap, lamp, at, stale })
const query = fc.record({ asOf: day, knownAt: fc.oneof(day, clock) })

describe('the page of a target', () => {
  it('every number, lamp and gap is that of board.json, and the drawing ends where they stand', () => {
    fc.assert(fc.property(ledger, query, (events, asked) => {
      const history = foldEvents(index, events)
      const board = boardOf(history, asked)
      const file = boardFileOf(board, history, false)
      const when = { asOf: asked.asOf, limit: knownAtLimit(asked.knownAt) }
      for (const row of board.rows) for (const area of [null, ...row.cells.map(cell => cell.area)]) {
        const figure = figureFor(row, area)
        const course = comparedCourseOf(index, history, row, figure, when)!
        const page = targetPageOf({ index, board, targetId: row.target.id, area, course, meetings: [], before: { board, on: asked.asOf } })!
        const own = figure.area === null ? file.targets.find(one => one.target === row.target.id)! : file.cells.find(one => one.target === row.target.id && one.area === figure.area)!
        const { target, ...numbers } = own
        expect(target).toBe(row.target.id)
        expect(numbersOf(page.figure)).toEqual(figure.area === null ? numbers : Object.fromEntries(Object.entries(numbers).filter(([key]) => key !== 'area')))
        expect([page.explanation.lamp, page.explanation.actual, page.explanation.gap]).toEqual([own.lamp, own.progress, own.gap])
        expect(numbersOf(page.before!.figure)).toEqual(numbersOf(page.figure))
        for (const one of page.areas) {
          expect(file.cells.find(cell => cell.target === row.target.id && cell.area === one.figure.area)).toMatchObject(numbersOf(one.figure))
          if (one.figure.gap !== null && one.should !== null) expect(one.figure.progress! - one.should).toBeCloseTo(one.figure.gap, 9)
        }
        expect(page.areas.length + page.unasked).toBe(row.cells.length)
        if (page.shares?.balance) expect(page.shares.balance.sum).toBe(row.allocated)
        // Without inner areas the counted cells are the counted leaves: their share is the board's completion.
        if (page.met !== null && own.completion !== null && row.cells.every(cell => cell.askedAreas <= 1)) expect(page.met.reached / page.met.of).toBeCloseTo(own.completion, 9)
        const end = course.actual.at(-1)
        if (figure.asked) expect([end?.value ?? null, end?.progress ?? null]).toEqual([own.value, own.progress])
        if (course.due.length > 0 && page.explanation.should !== null) expect(shareOn(course.due, asked.asOf)).toBeCloseTo(page.explanation.should, 9)

        const forecast = forecastIn(index, history, row, figure, when)
        const sources = { page, forecast, palette: lightPalette, messages: zhCN, words: zhTarget, asOf: asked.asOf, name: row.target.name, source: '', mark: null }
        const chart = burnUpOf({ ...sources, course, period: index.plan.period, meetings: [], isNarrow: false, forecastWords: zhForecast })
        expect(chart.table.rows.length).toBe(course.actual.length)
        expect(chart.caption.title).not.toMatch(/undefined|NaN|null/)
        for (const mode of modesOf(row.target)) {
          const bars = areaBarsOf({ ...sources, mode, width: 900 })
          expect(bars.count).toBe(page.areas.length)
          expect(JSON.stringify([bars.table, bars.caption])).not.toMatch(/undefined|NaN|null,"|Infinity/)
        }
      }
    }), { numRuns: 60 })
  })

  it('bars in the view 差距 are the progress of the board, their mark what is due', () => {
    const world = makeWorld(makePlan([makeTarget()]), [allocate({ a: 10, b: 10 }), report('2020-06-30', 'a', 1), report('2020-06-30', 'b', 8)])
    const board = world.board('2020-06-30')
    const page = targetPageOf({ index: world.index, board, targetId: '1.1-1', area: null, course: null, meetings: [], before: null })!
    expect(page.areas.map(one => one.figure.area)).toEqual(['a', 'b', 'c'].filter(code => page.areas.some(one => one.figure.area === code)))
    const bars = areaBarsOf({ page, mode: 'gap', name: '', asOf: '2020-06-30', source: '', mark: null, width: 500, palette: lightPalette, messages: zhCN, words: zhTarget })
    expect(bars.table.rows[0]!.slice(0, 4)).toEqual(['甲街道', '严重滞后', '1 个', '10 个'])
    const share = areaBarsOf({ page, mode: 'share', name: '', asOf: '2020-06-30', source: '', mark: null, width: 500, palette: lightPalette, messages: zhCN, words: enTarget })
    expect(share.caption.title).toBe('乙镇 has most, 88.9%')
  })

  it('the finding names the gap in the target\'s unit and where the speed leads', () => {
    const world = makeWorld(makePlan([makeTarget({ id: '1.1-1', goal: { op: '>=', value: 20 } })]), [allocate({ a: 20 }), report('2020-03-31', 'a', 3), report('2020-06-30', 'a', 6)])
    const board = world.board('2020-06-30')
    const row = board.rows[0]!
    const page = targetPageOf({ index: world.index, board, targetId: '1.1-1', area: null, course: null, meetings: [], before: null })!
    const forecast = forecastIn(world.index, world.history, row, row.total, { asOf: '2020-06-30', limit: knownAtLimit('2099-01-01') })
    expect(findingOf({ page, forecast, messages: zhCN, words: zhTarget, forecastWords: zhForecast })).toMatch(/^落后 3\.9 个，按近三月速度 2021年\d+月\d+日 完成，晚 \d+ 天$/)
  })

  it('the next target is the next line of the board: tasks without a figure come after the others of their chapter', () => {
    const world = makeWorld(makePlan([makeTarget({ id: 'q', measure: 'qualitative', goal: { op: '>=', value: 1 } }), makeTarget({ id: 'n' })]), [])
    expect(boardOrder(world.index, world.board('2020-06-30')).map(one => one.id)).toEqual(['n', 'q'])
  })
})
