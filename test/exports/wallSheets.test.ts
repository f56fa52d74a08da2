/** How the wall chart is laid out: one A3 sheet where it fits, and nothing lost, doubled or cut where it does not. */
import { describe, expect, it } from 'vitest'
import { viewOf } from '../../src/domain/snapshot.ts'
import { factsOf } from '../../src/exports/paperFacts.ts'
import type { PaperFacts } from '../../src/exports/paperFacts.ts'
import { widthOf, linesOf, someLines, xml } from '../../src/exports/svgText.ts'
import { above, below, margin, wallSheets } from '../../src/exports/wallSheets.ts'
import type { WallSheet } from '../../src/exports/wallSheets.ts'
import { wallSvg } from '../../src/exports/wallSvg.ts'
import { demoSnapshot, longSnapshot } from './makers.ts'
import { drawnFigures, xmlFault } from './xmlText.ts'

const factsFrom = (snapshot: ReturnType<typeof demoSnapshot>) => factsOf(viewOf(snapshot))
const known = new Map<string, PaperFacts>()
/** Facts of a plan's demo, made once. */
function demoFacts(id = 'jinjiang-2020'): PaperFacts {
  const facts = known.get(id) ?? factsFrom(demoSnapshot(id))
  known.set(id, facts)
  return facts
}
const heightOf = (sheet: WallSheet): number => sheet.lines.reduce((sum, line) => sum + line.height, 0)
const roomOf = (sheet: WallSheet): number => sheet.height - margin.top - margin.bottom - above - below - sheet.layout.headHeight

describe('sheets', () => {
  it('晋江 with 19 townships is one A3 sheet; larger plans take two, and one A1', () => {
    const count = (id: string, paper: 'A3' | 'A1') => wallSheets(demoFacts(id), paper).length
    expect(count('jinjiang-2020', 'A3')).toBe(1)
    expect(count('quanzhou-tsz-2023', 'A3')).toBe(1)
    expect(count('xiamen-2022', 'A3')).toBe(2)
    expect(count('xiamen-2022', 'A1')).toBe(1)
    expect(count('jiangsu-2023', 'A1')).toBe(1)
  })

  it('200 x 45 goes over sheets without loss or double, each inside its edges, with heads repeated', () => {
    const facts = factsFrom(longSnapshot({ targets: 200, areas: 45 }))
    const sheets = wallSheets(facts, 'A3')
    expect(sheets.map(sheet => sheet.page)).toEqual(sheets.map((_, i) => i + 1))
    expect(new Set(sheets.map(sheet => sheet.pages))).toEqual(new Set([sheets.length]))
    const blocks = new Set(sheets.map(sheet => sheet.from))
    expect([...blocks].flatMap(from => sheets.find(sheet => sheet.from === from)!.columns.map(column => column.code))).toEqual(facts.columns.map(column => column.code))
    for (const from of blocks) {
      const rows = sheets.filter(sheet => sheet.from === from).flatMap(sheet => sheet.lines.flatMap(line => (line.kind === 'row' ? [line.line.row.target.id] : [])))
      expect(rows).toEqual(facts.view.board.rows.map(row => row.target.id))
    }
    for (const sheet of sheets) {
      expect(heightOf(sheet)).toBeLessThanOrEqual(roomOf(sheet) + 0.01)
      expect(sheet.layout.cells + sheet.layout.cell * sheet.columns.length).toBeLessThanOrEqual(sheet.width - margin.x + 0.01)
      expect(sheet.layout.cell).toBeGreaterThanOrEqual(46)
      expect(sheet.lines[0]!.kind).toBe('strip')
      expect(sheet.lines.at(-1)!.kind).toBe('row')
    }
    const figures = sheets.flatMap(sheet => drawnFigures(wallSvg(facts, { sheet })))
    const cells = figures.filter(figure => figure.area !== '' && figure.area !== 'total').map(figure => `${figure.target} ${figure.area}`)
    const wanted = facts.view.board.rows.flatMap(row => row.cells.filter(cell => cell.asked).map(cell => `${cell.target} ${cell.area}`))
    expect(cells.length).toBe(new Set(cells).size)
    expect(cells.sort()).toEqual(wanted.sort())
    const wholes = figures.filter(figure => figure.area === '').map(figure => figure.target)
    expect(wholes.sort()).toEqual(facts.view.board.rows.filter(row => row.cells.length === 0).map(row => row.target.id).sort())
  })

  it('a chapter of 150 tasks without a figure goes on from sheet to sheet', () => {
    const snapshot = longSnapshot({ targets: 25, areas: 6, reds: 'none' })
    const [chapter] = snapshot.plan.chapters
    const task = (i: number) => ({ ...chapter!.tasks[0]!, id: `9.${i}`, title: `任务${i}`, targets: [{ ...chapter!.tasks[0]!.targets[0]!, id: `9.${i}-1`, name: `没有数字的任务${i}`.padEnd(20, '长'), measure: 'qualitative' as const, unit: '', goal: { op: '>=' as const, value: null }, scope: 'whole' as const }] })
    const plan = { ...snapshot.plan, chapters: [...snapshot.plan.chapters, { ...chapter!, id: '9', title: '很长的章名'.repeat(8), tasks: Array.from({ length: 150 }, (_, i) => task(i)) }] }
    const facts = factsFrom({ ...snapshot, plan })
    const sheets = wallSheets(facts, 'A3')
    for (const sheet of sheets) expect(heightOf(sheet)).toBeLessThanOrEqual(roomOf(sheet) + 0.01)
    const chips = sheets.flatMap(sheet => drawnFigures(wallSvg(facts, { sheet }))).filter(figure => figure.target.startsWith('9.') && figure.area === '').map(figure => figure.target)
    expect(chips.sort()).toEqual(Array.from({ length: 150 }, (_, i) => `9.${i}-1`).sort())
  })

  it('45 townships with long names and no short ones wrap in their heads', () => {
    const snapshot = longSnapshot({ targets: 20, areas: 45, reds: 'none' })
    const plan = { ...snapshot.plan, area: { ...snapshot.plan.area, children: snapshot.plan.area.children!.map(({ short: _short, ...area }) => area) } }
    const facts = factsFrom({ ...snapshot, plan })
    for (const sheet of wallSheets(facts, 'A3')) {
      expect(sheet.layout.headLines).toBeGreaterThan(4)
      expect(xmlFault(wallSvg(facts, { sheet }))).toBeNull()
    }
  })

  it('no text runs over its place: names, chips and cells keep to the room that was reckoned', () => {
    for (const facts of [demoFacts(), factsFrom(longSnapshot({ targets: 60, areas: 19 }))]) {
      for (const sheet of wallSheets(facts, 'A3')) {
        for (const line of sheet.lines) {
          if (line.kind === 'row') {
            for (const name of line.names) expect(widthOf(name, line.nameSize)).toBeLessThanOrEqual(sheet.layout.name + 14)
            expect(line.height).toBeGreaterThanOrEqual(line.names.length * 15)
          } else for (const chip of line.chips.flat()) expect(sheet.chipsX + chip.x + chip.width).toBeLessThanOrEqual(sheet.width - margin.x + 0.01)
        }
      }
    }
  })

  it('no letter of the nominal sheet is smaller than 12', () => {
    const facts = demoFacts()
    const sizes = wallSheets(facts, 'A3').flatMap(sheet => [...wallSvg(facts, { sheet }).matchAll(/font-size="([\d.]+)"/g)].map(match => Number(match[1])))
    expect(Math.min(...sizes)).toBe(12)
  })
})

describe('text', () => {
  it('breaks by width, keeps numbers whole and hangs closing signs', () => {
    expect(linesOf('落后时序2020年，', 10, 42)).toEqual(['落后时序', '2020年，'])
    expect(linesOf('甲乙丙丁。', 10, 40)).toEqual(['甲乙丙丁。'])
    expect(linesOf('a'.repeat(30), 10, 60).every(line => widthOf(line, 10) <= 60)).toBe(true)
    expect(someLines('一二三四五六七八九十', 10, 40, 2)).toEqual(['一二三四', '五六七…'])
    expect(someLines('一二三', 10, 40, 2)).toEqual(['一二三'])
  })

  it('escapes what XML would read, and drops what it forbids and what turns its direction', () => {
    expect(xml('<a b="c">&\'\u0001\u202e\ufffe')).toBe('&#60;a b=&#34;c&#34;&#62;&#38;&#39;')
  })
})
