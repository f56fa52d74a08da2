/** A workbook's sheets as plain data, without the writer: what stands in which cell, how it looks, how it prints. */
import { withoutForbidden } from '../wording/safeText'

/** How a cell looks; `bookLooks` gives fonts, fills and borders. The `total` ones are in bold on a tinted ground. */
export type BookLook = 'title' | 'caption' | 'head' | 'group' | 'section' | 'text' | 'small' | 'sign' | 'number' | 'plain' | 'total' | 'totalNumber' | 'totalSign' | 'label' | 'note' | 'none'

/** A cell that differs from its column. A formula stands with the result that it must have. */
export interface BookCell { value: string | number | null, look?: BookLook, format?: string, formula?: string }

/** A bare value takes the look of its column. */
export type BookValue = string | number | null | BookCell

export interface BookColumn { /** In characters. */ width: number, look: BookLook, format?: string }

/** Cells that take the lamp's colour: `first` is the range's first cell; in pairs the sign stands in the cell to the right of its number. */
export interface BookLamps { range: string, first: string, next: string | null }

export interface BookBars { title: string, names: string, values: string, from: { row: number, col: number }, to: { row: number, col: number } }

export interface BookSheet {
  name: string
  columns: readonly BookColumn[]
  rows: readonly (readonly BookValue[])[]
  /** Rows above the list: frozen on screen. The last `titleRows` of them are repeated on every printed page. */
  heads: number
  titleRows: number
  frozenColumns: number
  /** A1:F9, or null. */
  filter: string | null
  merges: readonly { row: number, from: number, to: number }[]
  /** Usual height of a row in points; null: as the program likes, for long lists. Rows whose texts wrap are made taller by themselves. */
  rowHeight: number | null
  /** Heights that are wanted whatever stands in the row. */
  heights: ReadonlyMap<number, number>
  /** Rows that fold away under the line above them. */
  folded: ReadonlySet<number>
  lamps: readonly BookLamps[]
  bars: BookBars | null
  paper: 'a3' | 'a4'
  isUpright: boolean
  /** Everything on one printed page: for what is short enough. */
  isOnePage?: boolean
  /** So many pages side by side, each with the frozen columns. */
  pagesWide?: number
  /** Lines under the rows by one rule for the whole range: for long lists, where every border would be paid a hundred thousand times. */
  ruled?: string
  /** A new printed page begins with this row. */
  newPage?: number
}

/** What a cell of a spreadsheet can hold; longer texts make Excel repair the file. */
const longestText = 32_000

/** All that needs a second look: controls, halves of pairs, U+FFFE and U+FFFF. */
const unusual = /[^\u0020-\ud7ff\ue000-\ufffd]/
const escapeLike = /_(?=x[0-9A-Fa-f]{4}_)/g

/** A text as a cell may hold it: no forbidden character, no escape of the file format by chance, not too long. */
export function cellText(text: string): string {
  const clean = unusual.test(text) ? withoutForbidden(text) : text
  const short = clean.length > longestText ? `${withoutForbidden(clean.slice(0, longestText))}…（过长，余略）` : clean
  return short.includes('_x') ? short.replace(escapeLike, '_x005F_') : short
}

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  let name = ''
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1) name = String.fromCharCode(65 + left % 26) + name
  return name
}

export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`
export const rangeName = (fromRow: number, fromColumn: number, toRow: number, toColumn: number): string => `${cellName(fromRow, fromColumn)}:${cellName(toRow, toColumn)}`
/** `$B$5:$B$9`. */
export const fixedRange = (fromRow: number, fromColumn: number, toRow: number, toColumn: number): string => `$${columnName(fromColumn)}$${fromRow + 1}:$${columnName(toColumn)}$${toRow + 1}`
/** A sheet's name as formulas write it, with its mark. */
export const sheetRef = (name: string): string => `'${name.replaceAll("'", "''")}'!`

/** A share as per cent; what is not reached never reads 100 (`percentText` does the same on screen). */
export const shareFormat = (share: number | null): string => (share !== null && share < 1 && share >= 0.9995 ? '"<100%"' : '0.0%')

/** A number as a spreadsheet holds it: 15 digits, so that 0.1 + 0.2 is 0.3. */
export const tidyNumber = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(15)) : 0)

export const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other))

/** Days as spreadsheets count them, so that they can be sorted and reckoned with; null where there is none. */
export const dayNumber = (day: string | null): number | null => (day === null || !/^\d{4}-\d{2}-\d{2}/.test(day) ? null : Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000) + 25_569)
export const dayFormat = 'yyyy"-"mm"-"dd'
/** An instant as a spreadsheet's time in UTC+8. */
export const momentNumber = (moment: string): number => Math.round(((Date.parse(moment.slice(0, 24)) + 8 * 3_600_000) / 86_400_000 + 25_569) * 1e6) / 1e6
export const momentFormat = 'yyyy"-"mm"-"dd hh:mm_)'

const wrapping: ReadonlySet<BookLook> = new Set<BookLook>(['head', 'text', 'small', 'total', 'label', 'note'])
const isCjk = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\uffee\u3000-\u303f]|[\ud800-\udfff]/
/** Lines that a text takes in a column of so many characters (a 汉字 is two). */
function linesOf(text: string, width: number): number {
  let lines = 1
  let used = 0
  for (const one of text) {
    const wide = one === '\n' ? width + 1 : isCjk.test(one) ? 1.96 : 1.05
    used += wide
    if (used > width) { lines += 1; used = one === '\n' ? 0 : wide }
  }
  return lines
}

const tallest = 400

/** Heights of rows whose texts take more than one line: no program is asked to find them by itself, and LibreOffice would not. */
export function heightsOf(sheet: BookSheet): Map<number, number> {
  const heights = new Map<number, number>()
  const merged = new Map(sheet.merges.map(({ row, from, to }) => [`${row},${from}`, to]))
  const wraps = sheet.columns.map(column => wrapping.has(column.look))
  for (const [r, row] of sheet.rows.entries()) {
    let lines = 1
    for (let c = 0; c < row.length; c += 1) {
      const value = row[c]!
      if (typeof value === 'number' || value === null || (typeof value === 'string' && !wraps[c])) continue
      const held = typeof value === 'object' ? value.value : value
      const look = (typeof value === 'object' ? value.look : undefined) ?? sheet.columns[c]?.look ?? 'plain'
      if (typeof held !== 'string' || !wrapping.has(look)) continue
      const to = sheet.merges.length === 0 ? c : merged.get(`${r},${c}`) ?? c
      let width = -1.5
      for (let i = c; i <= to; i += 1) width += sheet.columns[i]?.width ?? 8
      lines = Math.max(lines, linesOf(held, look === 'small' ? width * 1.12 : width))
    }
    const usual = r === 0 ? 28 : r === 1 ? 18 : sheet.rowHeight
    const height = Math.max(sheet.heights.get(r) ?? usual ?? 0, lines === 1 ? 0 : Math.min(tallest, lines * 14.5 + 5))
    if (height > 0) heights.set(r, height)
  }
  return heights
}
