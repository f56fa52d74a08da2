/** The pages of the big screen: every asked cell stands on exactly one page of the chart, and no page is fuller than the screen. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Board } from '../../src/domain/board'
import { attentionOf } from '../../src/domain/changes'
import { foldEvents } from '../../src/domain/history'
import { indexPlan } from '../../src/domain/plan'
import type { Plan, PlanIndex } from '../../src/domain/plan'
import { boardOf } from '../../src/domain/rollUp'
import { columnsOf } from '../../src/wording/columnGroups'
import { lineHeight, matrixLayout, unitOf, wallRoom, wallSize } from '../../src/components/screen/wallLayout'
import { columnParts, heightOf, screenPages } from '../../src/components/screen/wallPages'
import type { WallPage } from '../../src/components/screen/wallPages'
import { makePlan, makeTarget } from '../domain/makers'
import { seededEvents } from './seededEvents'

const ids = ['quanzhou-tsz-2023', 'zhengxiang-2022', 'jinjiang-2020', 'jiangsu-2023', 'xiamen-2022']
function boardOfPlan(plan: Plan, isEmpty = false): { index: PlanIndex, board: Board } {
  const index = indexPlan(plan)
  const asOf = `${index.plan.period.start.slice(0, 4)}-09-15`
  return { index, board: boardOf(foldEvents(index, isEmpty ? [] : seededEvents(index, asOf, 3)), { asOf, knownAt: '2030-01-01' }) }
}
const planOf = (id: string): Plan => JSON.parse(readFileSync(new URL(`../../data/plans/${id}.json`, import.meta.url), 'utf8')) as Plan

/** The cells that pages show, as target/area; a row that is not shared out as target/. */
function cellsShown(pages: readonly WallPage[]): string[] {
  return pages.flatMap(page => {
    if (page.kind === 'matrix') return page.entries.flatMap(entry => (entry.kind === 'row' ? page.part.columns.map(({ place }) => entry.line.row.cells[place]).flatMap(cell => (cell?.asked === true ? [`${cell.target}/${cell.area!}`] : [])) : []))
    return page.kind === 'lines' ? page.columns.flat().flatMap(entry => (entry.kind === 'row' ? [`${entry.line.row.target.id}/`] : [])) : []
  })
}
const cellsAsked = (board: Board): string[] => board.rows.flatMap(row => (row.target.scope === 'whole' ? [`${row.target.id}/`] : row.cells.filter(cell => cell.asked).map(cell => `${cell.target}/${cell.area!}`)))

function expectWhole(index: PlanIndex, board: Board, size = wallSize): void {
  const pages = screenPages(index, board, size)
  const room = wallRoom(size)
  expect(cellsShown(pages).sort()).toEqual(cellsAsked(board).sort())
  for (const page of pages) {
    if (page.kind === 'matrix') {
      const rows = page.entries.filter(entry => entry.kind === 'row').length
      const { name, goal, bar, total, cell, least, row } = matrixLayout(size, columnsOf(index.columns).columns, page.part.columns.length, rows, page.entries.length - rows, page.part.groups.length > 0)
      expect(name + goal + bar + total + cell * page.part.columns.length).toBeLessThanOrEqual(room.width)
      expect(cell).toBeGreaterThanOrEqual(least)
      expect(room.matrixHead - (page.part.groups.length > 0 ? 0 : room.groupHead) + heightOf(page.entries, { line: row, strip: room.strip })).toBeLessThanOrEqual(room.height)
      expect(page.entries[0]?.kind).toBe('chapter')
      expect(page.entries.at(-1)?.kind).toBe('row')
    }
    if (page.kind === 'lines') {
      const line = lineHeight(size, page.columns.map(column => { const rows = column.filter(entry => entry.kind === 'row').length; return { rows, strips: column.length - rows } }))
      for (const column of page.columns) expect(heightOf(column, { line, strip: room.strip })).toBeLessThanOrEqual(room.height)
      expect(page.columns.length).toBeLessThanOrEqual(2)
    }
  }
}

describe.each(ids)('%s', id => {
  it('shows every asked cell once, full and empty, on any screen', () => {
    for (const isEmpty of [false, true]) {
      const { index, board } = boardOfPlan(planOf(id), isEmpty)
      for (const size of [wallSize, { width: 1920, height: 1200 }, { width: 2560, height: 1080 }]) expectWhole(index, board, size)
    }
  })

  it('has all red items one by one, then at most ten amber ones, and none while nobody reported', () => {
    const { index, board } = boardOfPlan(planOf(id))
    const items = screenPages(index, board, wallSize).flatMap(page => (page.kind === 'item' ? [page] : []))
    const late = attentionOf(board).filter(figure => figure.lamp !== 'no_data')
    const red = late.filter(figure => figure.lamp !== 'slightly_behind')
    expect(items.map(item => item.figure)).toEqual([...red, ...late.slice(red.length, red.length + 10)])
    expect(items.map(item => `${item.tone} ${item.place}/${item.of}`)).toEqual([...red.map((_, i) => `sev ${i + 1}/${red.length}`), ...items.slice(red.length).map((_, i) => `lag ${i + 1}/${items.length - red.length}`)])
    const empty = boardOfPlan(planOf(id), true)
    expect(screenPages(empty.index, empty.board, wallSize).some(page => page.kind === 'item')).toBe(false)
  })
})

it('19 townships stand on two kinds of pages, by their groups; few stand together', () => {
  const partsOf = (id: string) => columnParts(boardOfPlan(planOf(id)).index, 13).map(part => `${part.groups.map(group => group.name).join('')}${part.columns.length}`)
  expect(partsOf('jinjiang-2020')).toEqual(['街道6', '镇13'])
  expect(partsOf('jiangsu-2023')).toEqual(['13'])
  expect(partsOf('quanzhou-tsz-2023')).toEqual(['镇民族乡4'])
  expect(columnParts(boardOfPlan(planOf('jinjiang-2020')).index, 7).map(part => `${part.columns.length} ${part.part}/${part.parts}`)).toEqual(['6 1/1', '7 1/2', '6 2/2'])
})

it('law: any plan, any places, any screen', () => {
  const scopes = fc.array(fc.record({ scope: fc.constantFrom('area' as const, 'whole' as const), measure: fc.constantFrom('count' as const, 'qualitative' as const) }), { minLength: 1, maxLength: 30 })
  const chapters = fc.array(scopes, { minLength: 1, maxLength: 8 })
  const kinds = fc.array(fc.record({ kind: fc.constantFrom('街道', '镇', '乡'), count: fc.integer({ min: 1, max: 20 }) }), { minLength: 1, maxLength: 3 })
  fc.assert(fc.property(chapters, kinds, fc.integer({ min: 1920, max: 3000 }), fc.integer({ min: 1080, max: 1600 }), (made, places, width, height) => {
    const plan = makePlan([])
    plan.area.children = places.flatMap(({ kind, count }, i) => Array.from({ length: count }, (_, j) => ({ code: `${i}-${j}`, name: `某${kind}`, short: '某某', level: 'township' as const })))
    plan.chapters = made.map((targets, i) => ({ id: String(i + 1), title: '章', tasks: [{ id: `${i + 1}.1`, section: '一', title: '任务', lead: 'yanglao', targets: targets.map((target, j) => makeTarget({ id: `${i + 1}.1-${j + 1}`, ...target, goal: { op: '>=', value: 100 } })) }] }))
    const { index, board } = boardOfPlan(plan, true)
    expectWhole(index, board, { width, height })
  }), { numRuns: 60 })
})

it('one unit is one pixel at 1920 x 1080, follows the narrower side, and keeps letters readable', () => {
  expect([unitOf(1920, 1080), unitOf(1280, 720), unitOf(1440, 900), unitOf(3840, 2160)]).toEqual([1, 2 / 3, 0.75, 2])
  expect(unitOf(390, 844) * 22).toBeCloseTo(12)
})
