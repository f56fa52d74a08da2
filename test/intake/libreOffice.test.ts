/** The fill-in workbook through another program: LibreOffice saves it anew in each format, and every entry still comes back. Without LibreOffice (never under CI) only the file as we wrote it is read. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readBytes } from '../../src/intake/readBytes'
import { answers, filledBytes } from './filled'
import { everyMeasure } from './world'

const folder = mkdtempSync(join(tmpdir(), 'guatu-office-'))
const formats = { xlsx: 'xlsx:Calc MS Excel 2007 XML', xls: 'xls:MS Excel 97', csv: 'csv:Text - txt - csv (StarCalc):44,34,85' }

const isThere = (() => { try { execFileSync('soffice', ['--version'], { stdio: 'ignore' }); return true } catch (error) { if (process.env.CI === 'true') throw error; return false } })()

beforeAll(async () => {
  writeFileSync(join(folder, 'fill.xlsx'), await filledBytes())
  if (!isThere) return
  for (const [format, filter] of Object.entries(formats))
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', filter, '--outdir', join(folder, format), join(folder, 'fill.xlsx')], { stdio: 'ignore' })
}, 120_000)
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

it.each(isThere ? Object.keys(formats) : ['xlsx'])('as %s', async format => {
  const read = await readBytes(`fill.${format}`, readFileSync(isThere ? join(folder, format, `fill.${format}`) : join(folder, 'fill.xlsx')), everyMeasure.index.plan)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  expect([read.format, read.stamp?.plan, read.stamp?.at, read.problems]).toEqual([format, 'test-2020', '2020-09-30', []])
  expect(read.entries.map(entry => [entry.target, entry.area, entry.payload ?? entry.input])).toEqual(answers)
})
