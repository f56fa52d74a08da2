/** A workbook's sheets as plain data, without the writer: what stands in which cell, how it looks, how it prints. */
import { withoutForbidden } from '../wording/safeText'

/** How a cell looks; `bookLooks` gives fonts, fills and borders. The `total` ones are in bold on a tinted ground. */
export type BookLook = 'title' | 'caption' | 'head' | 'group' | 'section' | 'text' | 'small' | 'sign' | 'number' | 'plain' | 'total' | 'totalNumber' | 'totalSign' | 'label'

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
  /** Heights in points of rows that are not of the usual height. */
  heights: ReadonlyMap<number, number>
  /** Rows that fold away under the line above them. */
  folded: ReadonlySet<number>
  lamps: readonly BookLamps[]
  bars: BookBars | null
  paper: 'a3' | 'a4'
  isUpright: boolean
}

/** What a cell of a spreadsheet can hold; longer texts make Excel repair the file. */
const longestText = 32_000

const escapeLike = /_(?=x[0-9A-Fa-f]{4}_)/g

/** A text as a cell may hold it: no forbidden character, no escape of the file format by chance, not too long. */
export function cellText(text: string): string {
  const clean = withoutForbidden(text)
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
export const shareFormat = (share: number | null): string => (share !== null && share < 1 && share >= 0.9995 ? '"<"100%' : '0.0%')

/** A number as a spreadsheet holds it: 15 digits, so that 0.1 + 0.2 is 0.3. */
export const tidyNumber = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(15)) : 0)

export const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other))

/** Days as spreadsheets count them, so that they can be sorted and reckoned with; null where there is none. */
export const dayNumber = (day: string | null): number | null => (day === null || !/^\d{4}-\d{2}-\d{2}/.test(day) ? null : Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000) + 25_569)
export const dayFormat = 'yyyy"-"mm"-"dd'
/** An instant as a spreadsheet's time in UTC+8. */
export const momentNumber = (moment: string): number => Math.round(((Date.parse(moment.slice(0, 24)) + 8 * 3_600_000) / 86_400_000 + 25_569) * 1e6) / 1e6
export const momentFormat = 'yyyy"-"mm"-"dd hh:mm'
