/** Widths and row height of the board, from the room there is. Pixels. */
import type { CellForm } from '../../wording/cellFace'

export interface BoardLayout {
  name: number
  department: number
  goal: number
  bar: number
  total: number
  cell: number
  form: CellForm
  rowHeight: number
  /** Left edges of the frozen columns after the name. */
  lefts: readonly [number, number, number, number]
  width: number
}

const hanzi = 12

/** The room that the page leaves to the board in a window: beside the panel, below bar and strip. Measured after the first paint, this only saves a second drawing. */
export function roomGuess(): { width: number, height: number } {
  const { innerWidth, innerHeight } = window
  const panel = innerWidth >= 1680 ? 320 + 30 : innerWidth >= 1280 ? 252 + 30 : 16
  return { width: innerWidth - 16 - panel, height: innerHeight - 48 - 52 - 28 - 2 }
}

/**
 * 24 rows x 19 townships fit 1142 x 766; few columns share the width, many scroll sideways under frozen heads.
 * `lines` = figure rows, `strips` = chapter lines (20px each, head 78px apart).
 */
export function layoutOf(room: { width: number, height: number }, columns: { count: number, longestShort: number }, lines: number, strips: number): BoardLayout {
  const isTight = columns.count > 8
  const department = 34
  const goal = isTight ? 66 : 106
  const bar = isTight ? 70 : 96
  const total = isTight ? 56 : 64
  const fixed = department + goal + bar + total
  const least = Math.max(38, columns.longestShort * hanzi + 4)
  const nameLeast = isTight ? 172 : 216
  const nameMost = isTight ? 240 : 300
  const spare = room.width - fixed - nameLeast
  const cell = Math.max(least, Math.floor(Math.min(spare, spare - (nameMost - nameLeast) * (isTight ? 0 : 0.3)) / Math.max(1, columns.count)))
  const name = Math.max(nameLeast, Math.min(nameMost, room.width - fixed - cell * columns.count))
  const cellUsed = columns.count > 0 ? Math.max(cell, Math.floor((room.width - fixed - name) / columns.count)) : cell
  const free = room.height - 80 - strips * 21
  const rowHeight = Math.max(22, Math.min(34, Math.floor(free / Math.max(1, lines))))
  return {
    name, department, goal, bar, total, cell: cellUsed, rowHeight,
    form: cellUsed < 60 ? 'narrow' : cellUsed <= 120 ? 'middle' : 'wide',
    lefts: [name, name + department, name + department + goal, name + department + goal + bar],
    width: name + fixed + cellUsed * columns.count,
  }
}

/** A3 landscape less its margins, in CSS pixels; what head and foot of the page take of its height. */
const paper = { width: 1509, height: 1054, around: 190 }

/** How the board is fitted to paper: rows as high as one page allows, and smaller where there are more columns than its width. */
export function paperOf(layout: BoardLayout, lines: number, strips: number): { '--print-row': string, '--print-zoom': string } {
  const zoom = Math.min(1, paper.width / Math.max(1, layout.width))
  const row = Math.floor((paper.height / zoom - paper.around - strips * 22) / Math.max(1, lines)) - 1
  return { '--print-row': `${Math.max(22, Math.min(34, row))}px`, '--print-zoom': String(Number(zoom.toFixed(4))) }
}
