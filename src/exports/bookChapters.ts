/** One sheet a chapter: every target with its total, and below it each place's task, value and progress as numbers. */
import type { Figure, Row } from '../domain/board'
import { explainFigure } from '../domain/explain'
import type { BoardLine, BoardSection } from '../wording/boardSections'
import { areaNameOf } from '../wording/figureWords'
import type { BookLook, BookSheet, BookValue } from './bookModel'
import { cellName, dayFormat, dayNumber, rangeName, tidyNumber } from './bookModel'
import { amountCell, bookUnit, completionCell, completionNote, isPlainSum, lampText, notesOf, pointsFormat, shareCell, topLines, totalNote } from './bookWords'
import type { PaperFacts } from './paperFacts'

const heads = ['编号', '目标', '地方', '主责', '单位', '任务', '实际', '完成率', '实际进度', '应达进度', '差距', '灯', '填报日', '填报说明', '备注']
const firstRow = 3
const goalColumn = 5
const valueColumn = 6

/** The places that a row has something to say of. */
export const askedCells = (row: Row): readonly Figure[] => row.cells.filter(cell => cell.asked || cell.value !== null)

/** What is compared: share reached, share due, and their difference as a formula where both are known. */
export function paceCells(facts: PaperFacts, row: Row, figure: Figure, at: number, column: number, look?: BookLook): readonly BookValue[] {
  const { index, board, meetings } = facts.view
  const { should, actual, gap } = explainFigure(index.plan, row, figure, board.asOf, meetings.map(meeting => meeting.on))
  const isDifference = should !== null && actual !== null && gap !== null && Math.abs(actual - should - gap) < 1e-9
  return [
    shareCell(actual, look), shareCell(should, look),
    { value: gap === null ? null : tidyNumber(gap), format: pointsFormat, ...(look !== undefined && { look }), ...(isDifference && { formula: `${cellName(at, column)}-${cellName(at, column + 1)}` }) },
  ]
}

function figureCells(facts: PaperFacts, line: BoardLine, figure: Figure, at: number, look?: 'totalNumber'): readonly BookValue[] {
  const { row } = line
  return [
    amountCell(row.target, figure.goal, look), amountCell(row.target, figure.value, look), completionCell(row.target, figure, cellName(at, valueColumn), cellName(at, goalColumn), look),
    ...paceCells(facts, row, figure, at, 8, look), lampText(row.rules, figure.lamp) || null, dayNumber(figure.at),
  ]
}

function allocationNote({ target, total, allocated, cells }: Row): string {
  if (cells.length === 0 || total.goal === null || (target.measure !== 'count' && target.measure !== 'amount' && target.measure !== 'stock')) return ''
  if (allocated === null) return '任务没有分解到地方'
  return Math.abs(allocated - total.goal) < 1e-9 ? '' : `分解到地方共 ${tidyNumber(allocated)} ${target.unit}，与全年目标不等`
}

function targetRows(facts: PaperFacts, line: BoardLine, from: number): readonly (readonly BookValue[])[] {
  const { row } = line
  const { target } = row
  const cells = askedCells(row)
  const total = figureCells(facts, line, row.total, from, 'totalNumber').map((value, i): BookValue => {
    const cell = typeof value === 'object' && value !== null ? value : { value }
    if (i === 1 && isPlainSum(row)) return { ...cell, look: 'totalNumber', formula: `SUM(${rangeName(from + 1, valueColumn, from + cells.length, valueColumn)})` }
    return i === 6 ? { ...cell, look: 'total' } : i === 7 ? { ...cell, look: 'totalNumber', format: dayFormat } : { ...cell, look: 'totalNumber' }
  })
  const named = (place: string, look?: BookLook): readonly BookValue[] => [line.number, target.name, place, line.department, bookUnit(target)].map((value, i) => (look === undefined ? value : { value, look: i > 2 ? 'totalSign' : look }))
  const open = target.measure !== 'qualitative' && row.total.goal === null ? '全年目标未定' : ''
  return [
    [...named(areaNameOf(facts.view.index, row, row.total), 'total'), ...total, { value: row.total.detail?.note ?? null, look: 'total' }, { value: notesOf(open, totalNote(row), completionNote(row), allocationNote(row)) || null, look: 'total' }],
    ...cells.map((cell, i) => [...named(areaNameOf(facts.view.index, row, cell)), ...figureCells(facts, line, cell, from + 1 + i), cell.detail?.note ?? null, cell.lamp === null && cell.value !== null ? '没有分到任务，只显示数值' : null]),
  ]
}

export const chapterName = (section: BoardSection): string => `${section.numeral} ${section.chapter.title}`

export function chapterSheet(facts: PaperFacts, section: BoardSection, name: string): BookSheet {
  const [title, caption] = topLines(facts, `${section.numeral}、${section.chapter.title}`)
  const rows: (readonly BookValue[])[] = [title, caption, heads.map(value => ({ value, look: 'head' as const }))]
  const folded = new Set<number>()
  for (const line of [...section.figures, ...section.folded]) {
    const from = rows.length
    rows.push(...targetRows(facts, line, from))
    for (let row = from + 1; row < rows.length; row += 1) folded.add(row)
  }
  return {
    name, rows, heads: firstRow, titleRows: 1, frozenColumns: 3, merges: [], bars: null, folded, rowHeight: 18, heights: new Map([[firstRow - 1, 24]]),
    columns: [
      { width: 8, look: 'plain' }, { width: 22, look: 'text' }, { width: 9.5, look: 'text' }, { width: 6, look: 'sign' }, { width: 6.5, look: 'sign' }, { width: 9, look: 'number' }, { width: 9, look: 'number' }, { width: 8.5, look: 'number' },
      { width: 9, look: 'number' }, { width: 9, look: 'number' }, { width: 8.5, look: 'number' }, { width: 13, look: 'text' }, { width: 11.5, look: 'number', format: dayFormat }, { width: 18, look: 'small' }, { width: 24, look: 'small' },
    ],
    filter: rows.length > firstRow ? rangeName(firstRow - 1, 0, rows.length - 1, heads.length - 1) : null,
    lamps: rows.length > firstRow ? [{ range: rangeName(firstRow, 11, rows.length - 1, 11), first: cellName(firstRow, 11), next: null }] : [],
    paper: 'a4', isUpright: false,
  }
}
