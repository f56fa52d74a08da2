/** 挂图: the whole matrix as numbers, each with its lamp's sign beside it, so that a number stays a number and a status is never colour alone. */
import type { Figure, Row } from '../domain/board'
import { wholeName } from '../wording/columnGroups'
import type { BoardLine } from '../wording/boardSections'
import type { BookSheet, BookValue } from './bookModel'
import { cellName, columnName, fixedRange, rangeName } from './bookModel'
import { amountCell, bookUnit, completionCell, completionNote, isPlainSum, notesOf, signOf, topLines, totalNote } from './bookWords'
import type { PaperFacts } from './paperFacts'

/** Columns before the places: 编号, 目标, 主责, 单位, 全年目标, 实际, 完成率, 灯. */
const before = 8
const goalColumn = 4
const valueColumn = 5
const signColumn = 7
const firstRow = 5

/** Where the lamps stand, for the counts of other sheets. */
export interface BoardPlaces {
  /** Signs of the rows' totals: `$H$6:$H$60`. */
  totals: string
  /** All places' cells, numbers and signs in turn; '' without places. */
  cells: string
  /** Signs of one place, in the order of the columns. */
  columns: readonly string[]
  /** Signs of a chapter's totals, in the order of the sections. */
  chapters: readonly string[]
}

export const boardLines = (facts: PaperFacts): readonly BoardLine[] => facts.sections.flatMap(section => [...section.figures, ...section.folded])

/** How many rows the list has, with one line above each chapter. */
const rowCount = (facts: PaperFacts): number => facts.sections.reduce((sum, section) => sum + 1 + section.figures.length + section.folded.length, 0)

export function boardPlaces(facts: PaperFacts): BoardPlaces {
  const last = firstRow + Math.max(1, rowCount(facts)) - 1
  let at = firstRow
  const chapters = facts.sections.map(({ figures, folded }) => {
    const from = at + 1
    at = from + figures.length + folded.length
    return fixedRange(from, signColumn, at - 1, signColumn)
  })
  const signAt = (place: number): number => before + place * 2 + 1
  return {
    totals: fixedRange(firstRow, signColumn, last, signColumn),
    cells: facts.columns.length === 0 ? '' : fixedRange(firstRow, before, last, signAt(facts.columns.length - 1)),
    columns: facts.columns.map((_, i) => fixedRange(firstRow, signAt(i), last, signAt(i))),
    chapters,
  }
}

function totalValue(row: Row, at: number, places: number): BookValue {
  const cell = amountCell(row.target, row.total.value, 'totalNumber')
  return isPlainSum(row) && typeof cell === 'object' && cell !== null ? { ...cell, formula: `SUM(${rangeName(at, before, at, before + places * 2 - 1)})` } : cell
}

const pair = (row: Row, figure: Figure | undefined): readonly BookValue[] => (figure === undefined ? [null, null] : [amountCell(row.target, figure.value), signOf(figure.lamp) || null])

function lineCells(line: BoardLine, at: number, places: number): BookValue[] {
  const { row } = line
  const { target, total } = row
  const goal = target.measure === 'qualitative' || target.measure === 'milestone' ? total.goal : row.total.goal
  return [
    line.number, target.name, line.department, bookUnit(target), amountCell(target, goal, 'number'), totalValue(row, at, places),
    completionCell(target, total, cellName(at, valueColumn), cellName(at, goalColumn), 'totalNumber'), { value: signOf(total.lamp) || null, look: 'totalSign' },
    ...Array.from({ length: places }, (_, i) => pair(row, row.cells[i])).flat(),
    notesOf(totalNote(row), completionNote(row), line.hasRulings ? '目标有待明确之处，见“口径”' : '') || null,
  ]
}

/** Widths of a place's two columns: wide enough for its name over both, and for its longest number. */
function numberWidth(facts: PaperFacts, place: number): number {
  const longest = Math.max(0, ...boardLines(facts).map(({ row }) => {
    const value = row.cells[place]?.value
    return value === undefined || value === null ? 0 : bookUnit(row.target) === '%' ? (Number.isInteger(value * 100) ? 4 : 6) : String(Number(value.toFixed(2))).length
  }))
  const name = facts.columns[place]!.short.length * 2.1 + 1 - 2.6
  return Math.min(11, Math.max(5.2, longest + 1.4, Math.min(name, 9)))
}

export function boardSheet(facts: PaperFacts, name: string): BookSheet {
  const places = facts.columns.length
  const [title, caption] = topLines(facts, '挂图')
  const last = before + places * 2
  const blanks = (count: number, look: 'head' | 'group'): BookValue[] => Array.from({ length: count }, () => ({ value: null, look }))
  const merges: { row: number, from: number, to: number }[] = []
  const groups: BookValue[] = blanks(last + 1, 'group')
  let column = before
  for (const { name: group, count } of facts.columnGroups) {
    groups[column] = { value: group === '' ? '其他' : group, look: 'group' }
    merges.push({ row: firstRow - 2, from: column, to: column + count * 2 - 1 })
    column += count * 2
  }
  const heads: BookValue[] = ['编号', '目标', '主责', '单位', '全年目标', `${wholeName(facts.place)}实际`, '完成率', '灯', ...facts.columns.flatMap(({ short }) => [short, null]), '备注'].map(value => ({ value, look: 'head' }))
  for (let i = 0; i < places; i += 1) merges.push({ row: firstRow - 1, from: before + i * 2, to: before + i * 2 + 1 })
  const rows: (readonly BookValue[])[] = [title, caption, [{ value: `灯：${facts.caption.legend.split('；')[0]!}，△滞后补齐，·未到期。每格左为实际数（单位见“单位”列），右为灯；空白即无任务。`, look: 'caption' }], groups, heads]
  for (const section of facts.sections) {
    rows.push([{ value: section.numeral, look: 'section' }, { value: section.chapter.title, look: 'section' }, ...Array.from({ length: last - 1 }, (): BookValue => ({ value: null, look: 'section' }))])
    for (const line of [...section.figures, ...section.folded]) rows.push(lineCells(line, rows.length, places))
  }
  const end = Math.max(firstRow, rows.length - 1)
  const lamps = [{ range: rangeName(firstRow, signColumn, end, signColumn), first: cellName(firstRow, signColumn), next: null }]
  return {
    name, rows, heads: firstRow, titleRows: 2, frozenColumns: 2, merges, bars: null, folded: new Set(), rowHeight: 18, heights: new Map([[firstRow - 1, 24]]),
    columns: [
      { width: 8, look: 'plain' }, { width: 26, look: 'text' }, { width: 6, look: 'sign' }, { width: 6.5, look: 'sign' }, { width: 9.5, look: 'number' }, { width: 10, look: 'totalNumber' }, { width: 8, look: 'totalNumber' }, { width: 4, look: 'totalSign' },
      ...facts.columns.flatMap((_, i) => [{ width: numberWidth(facts, i), look: 'number' as const }, { width: 2.6, look: 'sign' as const }]), { width: 34, look: 'small' },
    ],
    filter: rows.length > firstRow ? `A${firstRow}:${columnName(signColumn)}${rows.length}` : null,
    lamps: places === 0 ? lamps : [...lamps, { range: rangeName(firstRow, before, end, last - 1), first: cellName(firstRow, before), next: cellName(firstRow, before + 1) }],
    paper: 'a3', isUpright: false, pagesWide: Math.max(1, Math.ceil(places / 26)),
  }
}
