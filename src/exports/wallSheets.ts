/** How the wall chart is laid out on sheets: widths of columns, heights of rows, and where a chart that is too large for one sheet is split. Pixels. */
import type { CellForm } from '../wording/cellFace'
import type { Column } from '../wording/columnGroups'
import type { PaperFacts } from './paperFacts'
import { linesOf, widthOf } from './svgText'
import type { WallLine, WallStrip } from './wallLines'
import { goingOn, wallLines } from './wallLines'

/** `whole`: one sheet as large as it must be, for a drawing of its own. */
export type WallPaper = 'A3' | 'A1' | 'A0' | 'whole'

/** Sheets in millimetres, landscape; how many times A3's nominal pixels they may hold before letters get smaller than on A3. */
export const papers: Readonly<Record<Exclude<WallPaper, 'whole'>, { width: number, height: number, most: number }>> = {
  A3: { width: 420, height: 297, most: 1 }, A1: { width: 841, height: 594, most: 2 }, A0: { width: 1189, height: 841, most: 2.83 },
}

/** A3 landscape at 96 pixels an inch. */
const nominal = { width: 1587, height: 1122 }
export const margin = { x: 45, top: 36, bottom: 28 }
/** Height of title and legend above the table, and of the foot below it. */
export const above = 124
export const below = 118
const least = { row: 21, wideRow: 26, cell: 47 }
const most = { row: 30, wideRow: 34 }
/** Where there is room letters grow by a sixth at most, as long as cells keep their form. */
const smallest = 0.86

export interface WallLayout {
  number: number
  name: number
  department: number
  goal: number
  due: number
  bar: number
  total: number
  /** Left edge of the cells. */
  cells: number
  cell: number
  form: CellForm
  /** Lines of the columns' names. */
  headLines: number
  headHeight: number
  hasGroups: boolean
}

export interface WallSheet {
  width: number
  height: number
  /** From 1. */
  page: number
  pages: number
  columns: readonly Column[]
  /** Place of the first of them among all columns. */
  from: number
  layout: WallLayout
  lines: readonly WallLine[]
  /** First of the sheets side by side that show the same rows: what is not shared out stands only there. */
  isFirstBlock: boolean
  /** Where chips of a strip begin. */
  chipsX: number
}

const unbound = new WeakMap<PaperFacts, WallLine[]>()
/** The lines as they are where nothing is short of room: what widths are reckoned from. */
function unboundLines(facts: PaperFacts): WallLine[] {
  const lines = unbound.get(facts) ?? wallLines(facts, { name: 400, chips: 10_000, rowHeight: least.row })
  unbound.set(facts, lines)
  return lines
}

function widthsOf(facts: PaperFacts, columns: readonly Column[], width: number): WallLayout {
  const rows = facts.sections.flatMap(section => [...section.figures, ...section.folded])
  const trial = unboundLines(facts).flatMap(line => (line.kind === 'row' ? [line] : []))
  const longest = (of: (line: typeof trial[number]) => number): number => trial.reduce((sum, line) => Math.max(sum, of(line)), 0)
  const number = Math.ceil(Math.min(64, Math.max(26, rows.reduce((sum, line) => Math.max(sum, widthOf(line.number, 12)), 0) + 8)))
  const isTight = columns.length > 8
  const department = 38
  const goal = Math.ceil(Math.min(isTight ? 96 : 132, Math.max(62, longest(line => widthOf(line.goal.number, 13) + widthOf(line.goal.unit, 12) + 26))))
  const due = Math.ceil(Math.min(92, Math.max(60, longest(line => widthOf(line.due, 13) + 16))))
  const bar = isTight ? 92 : 150
  const total = 62
  const inner = width - 2 * margin.x
  const fixed = 10 + number + department + goal + due + bar + total
  const wanted = longest(line => line.names.reduce((sum, name) => Math.max(sum, widthOf(name, line.nameSize)), 0) + (line.line.hasRulings ? 16 : 0)) + 14
  const floor = isTight ? 176 : 220
  const spare = inner - fixed - columns.length * (isTight ? 50 : 130)
  const name = Math.max(floor, Math.min(wanted, isTight ? 250 : 330, Math.max(floor, spare)))
  const cells = margin.x + fixed + name
  const cell = columns.length === 0 ? width - margin.x - cells : (width - margin.x - cells) / columns.length
  const headLines = columns.reduce((sum, column) => Math.max(sum, linesOf(column.short, 13, cell - 4).length), 1)
  const hasGroups = facts.columnGroups.length > 0
  return { number, name, department, goal, due, bar, total, cells, cell, form: cell < 60 ? 'narrow' : cell <= 120 ? 'middle' : 'wide', headLines, hasGroups, headHeight: (hasGroups ? 20 : 6) + headLines * 17 + 5 + 38 }
}

const heightOf = (lines: readonly WallLine[]): number => lines.reduce((sum, line) => sum + line.height, 0)

/** Breaks before a chapter where that leaves the page more than half full, else within one, whose strip is then repeated. */
function split(lines: readonly WallLine[], room: number): WallLine[][] {
  const pages: WallLine[][] = []
  let page: WallLine[] = []
  let used = 0
  let strip: WallStrip | null = null
  const turn = (next: WallLine[]): void => { pages.push(page); page = next; used = heightOf(next) }
  lines.forEach((line, i) => {
    if (line.kind === 'strip') strip = line
    // A strip never stands alone at the foot of a page.
    const needed = line.height + (line.kind === 'strip' ? lines[i + 1]?.kind === 'row' ? lines[i + 1]!.height : 0 : 0)
    if (used + needed > room && page.length > 0) {
      const start = page.map(one => one.kind).lastIndexOf('strip')
      const isAtStart = line.kind === 'strip'
      if (!isAtStart && start > 0 && heightOf(page.slice(0, start)) > room * 0.55) {
        const moved = page.splice(start)
        turn(moved)
      } else turn(isAtStart || strip === null ? [] : [goingOn(strip)])
    }
    page.push(line)
    used += line.height
  })
  if (page.length > 0) pages.push(page)
  return pages.length > 0 ? pages : [[]]
}

/** As few pages as there must be, and then as even as they can be. */
function evenly(lines: readonly WallLine[], room: number): WallLine[][] {
  const count = split(lines, room).length
  let pages = split(lines, room)
  for (let share = 0.98; count > 1 && share > 0.4; share -= 0.02) {
    const other = split(lines, room * share)
    if (other.length > count) break
    pages = other
  }
  return pages
}

interface Plan { layouts: { layout: WallLayout, columns: readonly Column[], from: number }[], pages: WallLine[][], room: number, chipsX: number }

function planOn(facts: PaperFacts, width: number, height: number): Plan {
  const { columns } = facts
  const single = widthsOf(facts, columns, width)
  const capacity = Math.max(1, Math.floor((width - margin.x - single.cells) / least.cell + 1e-9))
  const blocks = Math.max(1, Math.ceil(columns.length / capacity))
  const each = Math.ceil(columns.length / blocks)
  // One layout for all blocks, so that sheets hung side by side go on from one another.
  const layouts = Array.from({ length: blocks }, (_, i) => {
    const some = columns.slice(i * each, (i + 1) * each)
    const layout = blocks === 1 ? single : widthsOf(facts, columns.slice(0, each), width)
    return { columns: some, from: i * each, layout: { ...layout, headLines: Math.max(...Array.from({ length: blocks }, (__, j) => widthsOfHead(columns.slice(j * each, (j + 1) * each), layout.cell))) } }
  })
  for (const { layout } of layouts) layout.headHeight = (layout.hasGroups ? 20 : 6) + layout.headLines * 17 + 5 + 38
  const { layout } = layouts[0]!
  const titles = unboundLines(facts).flatMap(line => (line.kind === 'strip' && line.chips.length > 0 ? [widthOf(line.title, 13, true) + widthOf(line.counts, 12) + 40] : []))
  const chipsX = margin.x + Math.min(width * 0.42, Math.max(300, ...titles))
  const room = height - margin.top - margin.bottom - above - below - layout.headHeight
  const lines = wallLines(facts, { name: layout.name - 12, chips: width - margin.x - chipsX, rowHeight: layout.form === 'wide' ? least.wideRow : least.row })
  return { layouts, pages: evenly(lines, room), room, chipsX }
}

const widthsOfHead = (columns: readonly Column[], cell: number): number => columns.reduce((sum, column) => Math.max(sum, linesOf(column.short, 13, cell - 4).length), 1)

/** The size of the drawing on a paper: as few sheets as there can be, and letters as large as that allows. */
function sizeOn(facts: PaperFacts, paper: WallPaper): { width: number, height: number } {
  if (paper === 'whole') {
    const columns = facts.columns.length
    const { cells } = widthsOf(facts, facts.columns, nominal.width)
    const width = Math.max(nominal.width, Math.ceil(cells + columns * (least.cell + 3) + margin.x))
    const plan = planOn(facts, width, 1_000_000)
    const height = Math.ceil(heightOf(plan.pages[0]!) + 1_000_000 - plan.room)
    return { width, height: Math.max(nominal.height, height) }
  }
  const sizeAt = (times: number): { width: number, height: number } => ({ width: Math.round(nominal.width * times), height: Math.round(nominal.height * times) })
  const trial = (times: number): { sheets: number, form: CellForm } => { const { width, height } = sizeAt(times); const { layouts, pages } = planOn(facts, width, height); return { sheets: layouts.length * pages.length, form: layouts[0]!.layout.form } }
  const largest = papers[paper].most
  const best = trial(largest).sheets
  const { form } = trial(1)
  const isGood = (times: number): boolean => { const { sheets, form: other } = trial(times); return sheets === best && (times >= 1 || other === form) }
  let low = smallest
  let high = largest
  if (isGood(low)) high = low
  while (high - low > 0.02) {
    const middle = (low + high) / 2
    if (isGood(middle)) high = middle
    else low = middle
  }
  return sizeAt(high)
}

/** The height at which rows fill the room, those with long names keeping what they need; at most `top`. */
function evenHeight(heights: readonly number[], room: number, top: number): number {
  let height = top
  for (; height > least.row; height -= 0.25) if (heights.reduce((sum, one) => sum + Math.max(one, height), 0) <= room) break
  return height
}

/** The sheets of a chart: rows from top to bottom, and for each of these the blocks of columns from left to right. */
export function wallSheets(facts: PaperFacts, paper: WallPaper): WallSheet[] {
  const { width, height } = sizeOn(facts, paper)
  const { layouts, pages, room, chipsX } = planOn(facts, width, height)
  const mostRow = layouts[0]!.layout.form === 'wide' ? most.wideRow : most.row
  return pages.flatMap((page, i) => layouts.map(({ layout, columns, from }, j): WallSheet => {
    const rows = page.filter(line => line.kind === 'row')
    const spare = room - heightOf(page.filter(line => line.kind === 'strip'))
    const rowHeight = evenHeight(rows.map(row => row.height), spare, mostRow)
    const lines = page.map(line => (line.kind === 'row' ? { ...line, height: Math.max(line.height, rowHeight) } : line))
    return { width, height, page: i * layouts.length + j + 1, pages: pages.length * layouts.length, columns, from, layout, lines, isFirstBlock: j === 0, chipsX }
  }))
}
