/** Returned files for journeys: what townships and departments would send back, made in memory. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CellValue, WriteSheet } from 'hucre'
import { readXlsx, writeXlsx } from 'hucre'
import { knownAtLimit } from '../../../src/domain/clock'
import { emptyHistory } from '../../../src/domain/history'
import type { PlanIndex } from '../../../src/domain/plan'
import { fillInWorkbook } from '../../../src/intake/fillInBook'

export interface ReturnedEntry { target: string, area: string, at: string, input: string }
export interface ReturnedFile { name: string, mimeType: string, buffer: Buffer }

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Column of the figures in the fill-in workbook. */
const inputColumn = 8

/** A list with one figure a row, as text. */
export function returnedList(name: string, entries: readonly ReturnedEntry[]): ReturnedFile {
  const lines = ['指标编号,镇街,截至日期,累计', ...entries.map(one => [one.target, one.area, one.at, one.input].join(','))]
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`) }
}

/** The fill-in workbook of a township of an empty ledger, filled in and saved; nothing of ours but its cells is left. */
export async function returnedBook(name: string, index: PlanIndex, entries: readonly ReturnedEntry[]): Promise<ReturnedFile> {
  const { area, at } = entries[0]!
  const bytes = await fillInWorkbook({ index, history: emptyHistory(index), limit: knownAtLimit(at), at, period: at.slice(0, 7), unit: area, isDemo: false })
  const book = await readXlsx(bytes) as unknown as { sheets: (WriteSheet & { rows: CellValue[][] })[] }
  for (const { target, input } of entries) {
    const row = book.sheets[0]!.rows.find(cells => cells[0] === `${target}@${area}`)
    if (row === undefined) throw new Error(`no row for ${target}`)
    row[inputColumn] = Number(input)
  }
  return { name, mimeType: excel, buffer: Buffer.from(await writeXlsx({ sheets: book.sheets.map(({ name: sheet, rows }) => ({ name: sheet, rows, ...(sheet === '_meta' && { veryHidden: true }) })) })) }
}

/** The same file saved anew by LibreOffice; without it (never under CI) the file as it is. */
export function savedByOffice(file: ReturnedFile): ReturnedFile {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-returned-'))
  try {
    writeFileSync(join(folder, 'in.xlsx'), file.buffer)
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out'), join(folder, 'in.xlsx')], { stdio: 'ignore' })
    return { ...file, buffer: readFileSync(join(folder, 'out', 'in.xlsx')) }
  } catch (error) {
    if (process.env.CI === 'true' || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return file
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
