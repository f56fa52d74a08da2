/** The page of a township says what board.json says: every number, lamp, rank and rate, for any ledger. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zhCN } from '../../src/app/messages/zhCN'
import { boardFileOf } from '../../src/domain/boardFile'
import type { Board } from '../../src/domain/board'
import { lampCodes } from '../../src/domain/board'
import { markInForce } from '../../src/domain/cellPast'
import { knownAtLimit } from '../../src/domain/clock'
import { daysBetween } from '../../src/domain/days'
import { foldEvents } from '../../src/domain/history'
import type { History } from '../../src/domain/history'
import { boardOf } from '../../src/domain/rollUp'
import type { AreaPage } from '../../src/components/area/areaModel'
import { zhArea } from '../../src/components/area/areaWords'
import { numberText } from '../../src/wording/figureText'
import { groupOf } from '../../src/wording/lampLook'
import { trendPointsOf } from '../../src/views/area/areaCharts'
import { areaPageOf, columnOf } from '../../src/views/area/areaPage'
import { day, index, ledger } from '../domain/randomLedger'

const late = '2099-01-01'
const pageOf = (history: History, board: Board, before: Board | null, code: string): AreaPage => areaPageOf({
  index, board, before, code, meetings: [], messages: zhCN, forecast: () => '', mark: target => markInForce(index, history, target, code, { asOf: board.asOf, limit: knownAtLimit(late) }),
})
const floor = (share: number): number => Math.floor(share * 100 + 1e-7)
const codes = ['a', 'b', 'c']
const runs = { numRuns: 300 }

describe('the township page', () => {
  it('says of standing, rank and rate what board.json says', () => {
    fc.assert(fc.property(ledger, day, day, (events, asOf, met) => {
      const history = foldEvents(index, events)
      const board = boardOf(history, { asOf, knownAt: late })
      const before = boardOf(history, { asOf: met, knownAt: met })
      const file = boardFileOf(board, history, false)
      const fileBefore = boardFileOf(before, history, false)
      for (const [i, code] of codes.entries()) {
        const page = pageOf(history, board, before, code)
        const { area, onPace, active, rank, lamps } = file.areas[i]!
        expect([area, page.standing]).toEqual([code, { area, onPace, active, rank, lamps }])
        for (const { group, count } of page.counts) expect(count).toBe(lampCodes.reduce((sum, lamp) => sum + (groupOf(lamp) === group ? lamps[lamp] ?? 0 : 0), 0))
        expect(page.counts.reduce((sum, { count }) => sum + count, 0)).toBe(Object.values(lamps).reduce((sum, n) => sum + n, 0))
        const isSilent = file.targets.every(row => row.value === null) && board.rows.every(row => row.total.reported === 0)
        expect(page.isSilent).toBe(isSilent)
        expect(page.rate).toBe(isSilent || active === 0 ? null : floor(onPace / active))
        expect(page.place).toEqual(isSilent || rank === null ? null : { rank, ranked: file.areas.filter(one => one.active > 0).length, isTied: file.areas.filter(one => one.rank === rank).length > 1 })
        const peers = file.areas.filter(one => one.area !== 'a')
        if (code !== 'a' && page.place !== null) expect(page.peers!.rank).toBe(1 + peers.filter(one => one.active > 0 && one.onPace / one.active > onPace / active + 1e-12).length)
        else expect(page.peers).toBeNull()
        if (page.range !== null) expect(page.range.best <= rank! && rank! <= page.range.worst).toBe(true)
        const was = fileBefore.areas[i]!
        const wasSilent = before.rows.every(row => row.total.value === null && row.total.reported === 0)
        expect(page.moved).toBe(isSilent || wasSilent || was.active === 0 || active === 0 ? null : floor(onPace / active) - floor(was.onPace / was.active))
        const [first, last] = trendPointsOf(code, [{ meeting: { id: 'm', number: 1, on: met, name: '' }, board: before }], board, zhArea.trend.meeting, '今')
        expect([first!.rate, last!.rate, first!.name]).toEqual([was.active === 0 ? null : was.onPace / was.active, active === 0 ? null : onPace / active, '1次会'])
      }
    }), runs)
  })

  it('lists every lit cell once, in the list of its lamp, with the figures of board.json', () => {
    fc.assert(fc.property(ledger, day, (events, asOf) => {
      const history = foldEvents(index, events)
      const board = boardOf(history, { asOf, knownAt: late })
      const file = boardFileOf(board, history, false)
      for (const code of codes) {
        const page = pageOf(history, board, null, code)
        const cells = new Map(file.cells.filter(cell => cell.area === code).map(cell => [cell.target, cell]))
        const lists = { late: ['sev', 'lag'], steady: ['due', 'ok'], done: ['done'], unreported: ['none'], waiting: ['waiting'] } as const
        const listed = (Object.keys(lists) as (keyof typeof lists)[]).flatMap(name => page[name].map(line => ({ name, line })))
        expect([...listed.map(({ line }) => line.item.target), ...page.marked.map(line => line.target)].sort()).toEqual([...cells.values()].filter(cell => cell.lamp !== null).map(cell => cell.target).sort())
        for (const { name, line: { item, figure } } of listed) {
          const cell = cells.get(item.target)!
          const { value, goal, completion, progress, pace, gap, lamp, at, stale } = figure
          expect({ target: item.target, area: code, value, goal, completion, progress, pace, gap, lamp, at, stale }).toEqual(cell)
          expect([item.lamp, item.progress]).toEqual([cell.lamp, cell.progress])
          expect(lists[name]).toContain(groupOf(item.lamp))
          // The tick stands where the lamp compares.
          if (cell.gap !== null && cell.pace !== null) expect(item.pace).toBeCloseTo(cell.progress! - cell.gap, 9)
          if (['count', 'amount', 'frequency'].includes(item.target)) expect([item.value, item.goal]).toEqual([cell.value === null ? '未填报' : numberText(cell.value), `${numberText(cell.goal!)} ${index.targets.get(item.target)!.target.unit}`])
        }
        for (const line of page.marked) expect([line.lamp, line.reason]).toEqual([cells.get(line.target)!.lamp, '因'])
        for (const line of page.unlit) expect(cells.get(line.target)!.lamp).toBeNull()
        for (const line of page.stale) expect([cells.get(line.target)!.stale, line.days]).toEqual([true, daysBetween(cells.get(line.target)!.at!, asOf)])
        const gaps = page.late.filter(({ item }) => item.lamp === 'slightly_behind').map(({ figure }) => figure.gap!)
        expect(gaps).toEqual([...gaps].sort((a, b) => a - b))
      }
    }), runs)
  })

  it('tells every change since the meeting with the lamps of both boards', () => {
    fc.assert(fc.property(ledger, day, day, (events, asOf, met) => {
      const history = foldEvents(index, events)
      const board = boardOf(history, { asOf, knownAt: late })
      const before = boardOf(history, { asOf: met, knownAt: met })
      const was = boardFileOf(before, history, false).cells
      const now = boardFileOf(board, history, false).cells
      for (const code of codes) {
        const changed = now.flatMap((cell, i) => (cell.area === code && cell.lamp !== null && (cell.lamp !== was[i]!.lamp || cell.value !== was[i]!.value) ? [[cell.target, was[i]!.lamp, cell.lamp]] : []))
        expect(pageOf(history, board, before, code).changes.map(change => [change.target, change.from, change.to]).sort()).toEqual(changed.sort())
      }
    }), runs)
  })

  it('finds the column of an area below it, and none for the root', () => {
    expect([columnOf(index, 'c2')?.area.code, columnOf(index, 'b')?.area.code, columnOf(index, 'root'), columnOf(index, 'zz')]).toEqual(['c', 'b', null, null])
  })
})
