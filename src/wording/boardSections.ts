/** The board's rows by chapter: figures in full, tasks without a figure folded to one line. */
import type { Row } from '../domain/board'
import type { Chapter, Placed, Plan, PlanIndex } from '../domain/plan'
import type { LampGroup } from './lampLook'
import { groupOf } from './lampLook'

export interface BoardLine {
  row: Row
  placed: Placed
  number: string
  department: string
  departmentName: string
  /** A question on the notice hangs on this figure: 注. */
  hasRulings: boolean
}

export interface BoardSection {
  chapter: Chapter
  numeral: string
  figures: BoardLine[]
  folded: BoardLine[]
}

const digits = '零一二三四五六七八九'

/** 1 → 一, 12 → 十二, 20 → 二十; below 100. */
export function chineseNumeral(number: number): string {
  if (number < 10) return digits[number]!
  const tens = Math.floor(number / 10)
  return `${tens > 1 ? digits[tens]! : ''}十${number % 10 > 0 ? digits[number % 10]! : ''}`
}

/** Number printed before a row: the task's, with the figure's place where a task has several. */
function numberOf(placed: Placed): string {
  return placed.task.targets.length > 1 ? placed.target.id.replace('-', '.') : placed.task.id
}

/** One line object per Row object and plan as set up, so that a row that did not change is not drawn again. */
const lines = new WeakMap<Row, { plan: Plan, line: BoardLine }>()

function lineOf(index: PlanIndex, row: Row, placed: Placed): BoardLine {
  const known = lines.get(row)
  if (known?.plan === index.plan) return known.line
  const department = index.departments.get(placed.task.lead)
  const line = { row, placed, number: numberOf(placed), department: department?.short ?? department?.name.slice(0, 2) ?? '', departmentName: department?.name ?? '', hasRulings: index.plan.rulings.some(ruling => ruling.targets.includes(row.target.id)) }
  lines.set(row, { plan: index.plan, line })
  return line
}

export function sectionsOf(index: PlanIndex, rows: readonly Row[]): BoardSection[] {
  const sections = new Map<string, BoardSection>()
  index.plan.chapters.forEach((chapter, i) => sections.set(chapter.id, { chapter, numeral: chineseNumeral(i + 1), figures: [], folded: [] }))
  for (const row of rows) {
    const placed = index.targets.get(row.target.id)
    const section = placed === undefined ? undefined : sections.get(placed.chapter.id)
    if (placed === undefined || section === undefined) continue
    const line = lineOf(index, row, placed)
    if (row.target.measure === 'qualitative') section.folded.push(line)
    else section.figures.push(line)
  }
  return [...sections.values()].filter(section => section.figures.length + section.folded.length > 0)
}

/** Has the row a figure (cell, or the total of a whole row) of the group: what the legend's filter shows. */
export function hasGroup(row: Row, group: LampGroup): boolean {
  const figures = row.cells.length > 0 ? row.cells : [row.total]
  return figures.some(figure => figure.lamp !== null && groupOf(figure.lamp) === group)
}
