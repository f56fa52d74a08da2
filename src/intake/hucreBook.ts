/** The only door to hucre: workbooks are read to tables and written from data, never patched. */
import type * as hucre from 'hucre'
import { EncryptedFileError, readXls, readXlsx, writeXlsx } from 'hucre'
import type { FileProblem, Table } from './fileRead'
import { cellName, fileProblem, Refusal } from './fileProblems'
import { plainText } from '../wording/safeText'

export type Cell = hucre.Cell
export type CellStyle = hucre.CellStyle
export type CellValue = hucre.CellValue
export type ConditionalRule = hucre.ConditionalRule
export type DataValidation = hucre.DataValidation
export type WriteSheet = hucre.WriteSheet
type Sheet = hucre.Sheet
type Workbook = hucre.Workbook

/** Bytes of a workbook (.xlsx) written from data. */
export const writeBook = (options: hucre.WriteOptions): Promise<Uint8Array> => writeXlsx(options)

export const rowLimit = 20_000
export const columnLimit = 200
const textLimit = 2000

export interface BookRead { tables: Table[], problems: FileProblem[] }

/** Reads .xlsx or .xls bytes that the guard let through. Percents need the cells' formats, which cost time: `withFormats`. */
export async function readBook(file: string, bytes: Uint8Array, format: 'xlsx' | 'xls', withFormats: boolean): Promise<BookRead> {
  const problems: FileProblem[] = []
  let isNear = false
  const book = await parse(bytes, format, withFormats, () => { isNear = true })
  if (book.sheets.length === 0) throw new Refusal('file_damaged')
  const tables = book.sheets.map(sheet => tableOf(file, sheet, problems))
  // Which sheet it was is known only where there is one.
  if (isNear && problems.every(one => one.code !== 'sheet_too_many_rows')) problems.push(fileProblem('sheet_too_many_rows', file, tables.length === 1 ? { sheet: tables[0]!.sheet } : {}))
  return { tables, problems }
}

async function parse(bytes: Uint8Array, format: 'xlsx' | 'xls', readStyles: boolean, cutBack: () => void, range?: string): Promise<Workbook> {
  try {
    return format === 'xls' ? await readXls(bytes, { maxRows: rowLimit + 1 }) : await readXlsx(bytes, { readStyles, maxRows: rowLimit + 1, ...(range !== undefined && { range }) })
  } catch (error) {
    if (error instanceof EncryptedFileError) throw new Refusal('file_encrypted')
    // A cell far out makes the sheet too large to be laid out: only its near part is read, and said so.
    if (format === 'xlsx' && range === undefined) { cutBack(); return parse(bytes, format, readStyles, cutBack, `A1:GS${rowLimit + 1}`) }
    throw new Refusal('file_damaged')
  }
}

const errorValue = /^#(REF!|DIV\/0!|VALUE!|NAME\?|N\/A|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  // Excel shows 15 digits: 0.1 + 0.2 is 0.3 there.
  if (typeof value === 'number') return String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(15)))
  return plainText(value.length > textLimit ? value.slice(0, textLimit) : value).trim()
}

function tableOf(file: string, sheet: Sheet, problems: FileProblem[]): Table {
  const far = sheet.rows.length > rowLimit || sheet.rows.some(row => row.length > columnLimit && row.slice(columnLimit).some(value => value !== null && value !== ''))
  if (far) problems.push(fileProblem('sheet_too_many_rows', file, { sheet: sheet.name }))
  const rows = sheet.rows.slice(0, rowLimit).map((row, r) => row.slice(0, columnLimit).map((value, c) => {
    const text = textOf(value)
    const place = (): { sheet: string, cell: string } => ({ sheet: sheet.name, cell: cellName(r, c) })
    if (typeof value === 'string') {
      if (errorValue.test(text)) problems.push(fileProblem('cell_error', file, place(), `公式出错（${text}）`))
      else if (value.length > textLimit) problems.push(fileProblem('cell_text_long', file, place()))
    } else if (typeof value === 'number' && (!Number.isFinite(value) || Math.abs(value) > 1e15)) problems.push(fileProblem('cell_overflow', file, place()))
    return text
  }))
  markPercents(sheet, rows)
  spread(sheet, rows)
  while (rows.length > 0 && rows.at(-1)!.every(text => text === '')) rows.pop()
  return { sheet: sheet.name, rows, origin: [0, 0] }
}

/** A number shown as a percent reads `12.5%`. */
function markPercents(sheet: Sheet, rows: string[][]): void {
  for (const [key, cell] of sheet.cells ?? []) {
    if (cell.style?.numFmt?.includes('%') !== true || typeof cell.value !== 'number') continue
    const [row, column] = key.split(',').map(Number) as [number, number]
    if (rows[row]?.[column] !== undefined) rows[row][column] = `${Number((cell.value * 100).toPrecision(15))}%`
  }
}

/** A merged block holds its value in each cell; absurd blocks only in what is read. */
function spread(sheet: Sheet, rows: string[][]): void {
  let budget = 200_000
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const text = rows[startRow]?.[startCol] ?? ''
    if (text === '') continue
    for (let r = startRow; r <= Math.min(endRow, rows.length - 1); r += 1)
      for (let c = startCol; c <= Math.min(endCol, columnLimit - 1) && budget > 0; c += 1, budget -= 1) {
        const row = rows[r]!
        while (row.length <= c) row.push('')
        row[c] = text
      }
  }
}
