/** The workbook in another program: LibreOffice reckons every formula anew and comes to the results that we wrote; every page has its words. Without LibreOffice (never under CI) only our own file is read. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freeze, viewOf } from '../../src/domain/snapshot.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { bookOf } from '../../src/exports/bookFile.ts'
import { plainChoice, tellNobody } from '../../src/exports/paper.ts'
import { demoSnapshot, longSnapshot } from './makers.ts'
import { partsOf, readSheets } from './sheetReader.ts'
import type { ReadBook } from './sheetReader.ts'

const folder = mkdtempSync(join(tmpdir(), 'guatu-book-'))
const isThere = (() => { try { execFileSync('soffice', ['--version'], { stdio: 'ignore' }); return true } catch (error) { if (process.env.CI === 'true') throw error; return false } })()
const convert = (to: string, out: string, file: string): void => { execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', to, '--outdir', join(folder, out), join(folder, file)], { stdio: 'ignore' }) }

/** Hostile names on the sheets, few enough to be quick. */
const hostile = (): Snapshot => { const { plan, events, seal } = longSnapshot({ targets: 20, areas: 12 }); return freeze({ plan, events: events.filter(event => event.at >= '2020-06-01'), demo: false }, seal) }
const shapes: Readonly<Record<string, () => Snapshot>> = { jinjiang: () => demoSnapshot(), hostile }
const books = new Map<string, ReadBook>()

/** The same file without any cached result: what a program shows then, it has reckoned itself. */
function uncached(bytes: Uint8Array): Uint8Array {
  return zipSync(Object.fromEntries([...partsOf(bytes)].map(([name, xml]) => [name, strToU8(name.startsWith('xl/worksheets/sheet') ? xml.replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1') : xml)])))
}

beforeAll(async () => {
  for (const [name, make] of Object.entries(shapes)) {
    const bytes = await bookOf(viewOf(make()), plainChoice, tellNobody)
    books.set(name, readSheets(bytes))
    writeFileSync(join(folder, `${name}.xlsx`), bytes)
    writeFileSync(join(folder, `${name}-bare.xlsx`), uncached(bytes))
    if (!isThere) continue
    convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1', name, `${name}-bare.xlsx`)
    convert('pdf', name, `${name}.xlsx`)
  }
}, 240_000)
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

describe.each(Object.keys(shapes))('%s', name => {
  it('every formula comes to the result that stands with it', () => {
    const book = books.get(name)!
    const files = isThere ? readdirSync(join(folder, name)).filter(file => file.endsWith('.csv')) : []
    expect(files).toHaveLength(isThere ? book.sheets.length : 0)
    const wrong: string[] = []
    let formulas = 0
    for (const sheet of book.sheets) {
      const file = files.find(one => one === `${name}-bare-${sheet.name}.csv`) ?? files.find(one => one.endsWith(`-${sheet.name.replace(/[<>|"]/g, '_')}.csv`))
      if (isThere) expect(file, sheet.name).toBeDefined()
      const rows = file === undefined ? null : Papa.parse<string[]>(readFileSync(join(folder, name, file), 'utf8').replace(/^\ufeff/, '')).data
      for (const [at, { value, formula }] of sheet.cells) {
        if (formula === null) continue
        formulas += 1
        expect(typeof value, `${sheet.name}!${at}`).toBe('number')
        if (rows === null) continue
        const [, letters, number] = /^([A-Z]+)(\d+)$/.exec(at)!
        const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
        const shown = rows[Number(number) - 1]?.[column] || 'nothing'
        const reckoned = shown.endsWith('%') ? Number(shown.slice(0, -1)) / 100 : Number(shown)
        if (!(Math.abs(reckoned - Number(value)) <= 1e-9 * Math.max(1, Math.abs(Number(value))))) wrong.push(`${sheet.name}!${at} ${formula}: ${value} ≠ ${shown}`)
      }
    }
    expect(wrong.slice(0, 20)).toEqual([])
    expect(formulas).toBeGreaterThan(500)
  })
})

it('every sheet is printed with its title, caption and page number', () => {
  if (!isThere) { expect(books.size).toBe(2); return }
  const text = execFileSync('pdftotext', ['-layout', join(folder, 'jinjiang', 'jinjiang.pdf'), '-'], { encoding: 'utf8', maxBuffer: 1e8 })
  const pages = text.split('\f').slice(0, -1)
  const book = books.get('jinjiang')!
  expect(pages.length).toBeGreaterThan(book.sheets.length)
  expect(pages.filter(page => !/第 \d+ 页，共 \d+ 页/.test(page) || !page.includes('校验码'))).toEqual([])
  expect(pages.flatMap(page => page.split('\n')).filter(line => line.includes('###'))).toEqual([])
  expect(pages.filter(page => !page.includes('演示数据，非真实进度'))).toEqual([])
})
