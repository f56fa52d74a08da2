/**
 * The night of copying as one journey: 晋江's demo frozen, every format made by the one dialog, each opened again by a reader of its own; the one HTML
 * file from disk with the network off; one report changed, and the old deck is held against the ledger.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Papa from 'papaparse'
import { chromium } from 'playwright-core'
import { expect, it } from 'vitest'
import { canonicalJson } from '../../src/domain/hash.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { codeOf, viewOf } from '../../src/domain/snapshot.ts'
import { readSnapshot } from '../../src/domain/snapshotFile.ts'
import { bookOf } from '../../src/exports/bookFile.ts'
import { deckOf } from '../../src/exports/deckFile.ts'
import type { PaperChoice } from '../../src/exports/paper.ts'
import { paperParts, tellNobody } from '../../src/exports/paper.ts'
import { readPaper } from '../../src/exports/readPaper.ts'
import { guardZip } from '../../src/intake/zipGuard.ts'
import { partsOf, slidesOf } from '../exports/deckReading.ts'
import { readSheets } from '../exports/sheetReader.ts'
import { drawnFigures } from '../exports/xmlText.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { allPapers } from './support/allPapers.ts'
import type { Papers } from './support/allPapers.ts'
import { contextOptions, launchOptions, takePicture, withPage } from './support/withPage.ts'

const jinjiang = '#/plan/jinjiang-2020'
const target = '1.3-2'
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const found = (papers: Papers, ending: string): Uint8Array => {
  const name = [...papers.keys()].find(one => one.endsWith(ending))
  if (name === undefined) throw new Error(`no paper ends in ${ending}: ${[...papers.keys()].join(' ')}`)
  return papers.get(name)!
}

/** What the drawing of a figure must carry, from the snapshot's board. */
function drawnAmiss(svg: string, { board }: Snapshot): string[] {
  const drawn = new Map(drawnFigures(svg).map(one => [`${one.target} ${one.area}`, one]))
  return board.cells.filter(cell => cell.lamp !== null).flatMap(cell => {
    const one = drawn.get(`${cell.target} ${cell.area}`)
    return one?.lamp === cell.lamp && one.value === String(cell.value ?? '') && one.goal === String(cell.goal ?? '') ? [] : [`${cell.target} ${cell.area}: ${JSON.stringify(one)}`]
  })
}

/** Lines of the CSV against cells and totals of the snapshot: task, value, lamp's day. */
function csvAmiss(csv: string, snapshot: Snapshot): string[] {
  const lines = Papa.parse<string[]>(csv.replace(/^\ufeff/, '')).data
  const heads = lines[0]!
  const at = (line: string[], head: string): string => line[heads.indexOf(head)] ?? ''
  const dated = lines.slice(1).filter(line => /^\d{4}-\d\d-\d\d$/.test(at(line, '填报日')))
  const expected = [...snapshot.board.cells, ...snapshot.board.targets].filter(one => one.at !== null).map(one => one.at!).sort()
  const given = dated.map(line => at(line, '填报日')).sort()
  return canonicalJson(given) === canonicalJson(expected) ? [] : [`${given.length} dated lines, ${expected.length} dated figures`]
}

it('freeze, all formats in one run, every figure equal; from disk without a network; a change is named when the old deck is opened', async () => {
  let papers: Papers = new Map()
  await withPage({ hash: `${jinjiang}/papers` }, async ({ page, url }) => {
    const run = await allPapers(page)
    papers = run.papers
    expect([papers.size, run.name]).toEqual([12, expect.stringMatching(/^演示数据-晋江市-2020-.+-截至0915-会议材料\.zip$/)])

    const read = readSnapshot(text(found(papers, '快照数据.json')))
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const { snapshot } = read
    expect(codeOf(snapshot.fingerprint)).toBe(run.code)
    expect(canonicalJson(JSON.parse(text(found(papers, 'board.json'))))).toBe(canonicalJson(snapshot.board))

    // Drawings: every cell by its data.
    for (const drawing of ['挂图.svg', '海报（打印）.html']) expect(drawnAmiss(text(found(papers, drawing)), snapshot)).toEqual([])
    expect(csvAmiss(text(found(papers, '.csv')), snapshot)).toEqual([])

    // Office: made again outside the browser, where unit tests hold every figure of them against the board, they are the same.
    const view = viewOf(snapshot)
    const choice: PaperChoice = { parts: new Set(paperParts.filter(part => !['areas', 'record'].includes(part))), omit: new Set(), office: '', documentNumber: '', hasRedHead: false, addressee: '', isShareSafe: false }
    const deck = slidesOf(partsOf(found(papers, '挂图.pptx')))
    const again = slidesOf(partsOf(await deckOf(view, choice, tellNobody)))
    expect(deck.map(slide => [slide.tables, slide.charts.map(({ categories, series }) => ({ categories, series })), slide.texts])).toEqual(again.map(slide => [slide.tables, slide.charts.map(({ categories, series }) => ({ categories, series })), slide.texts]))
    expect(deck.flatMap(slide => slide.charts).length).toBeGreaterThan(5)
    const [book, bookAgain] = [readSheets(found(papers, '.xlsx')), readSheets(await bookOf(view, choice, tellNobody))]
    expect(book.sheets.map(sheet => [sheet.name, [...sheet.cells]])).toEqual(bookAgain.sheets.map(sheet => [sheet.name, [...sheet.cells]]))
    const numbers = new Set(book.sheets.flatMap(sheet => [...sheet.cells.values()].flatMap(cell => (typeof cell.value === 'number' ? [cell.value.toFixed(6)] : []))))
    const values = snapshot.board.cells.flatMap(cell => (cell.value === null ? [] : [cell.value.toFixed(6)]))
    expect(values.filter(value => !numbers.has(value))).toEqual([])

    // Every file says itself which snapshot it is of, and that nothing in it was edited.
    for (const [name, bytes] of papers) {
      const opened = await readPaper(bytes, guardZip)
      expect([name, opened.ok ? [] : opened.problems]).toEqual([name, []])
      if (opened.ok && !name.endsWith('board.json')) expect([name, opened.paper.fingerprint]).toEqual([name, snapshot.fingerprint])
    }

    // One report of the day is corrected; the deck from before is opened.
    const before = snapshot.board.cells.find(cell => cell.target === target && cell.area === '350582001')!.value!
    await page.goto(url(jinjiang))
    const board = new BoardPage(page)
    await board.ready()
    await board.edit()
    await board.pick(target, 0)
    await board.type(String(before + 1), 'Enter')
    await board.introduce('jiuzhu')
    await page.waitForFunction(() => /已存[^，。]*\d\d:\d\d:\d\d/.test(document.body.innerText))
    await board.leaveEdit()
    const file = join(mkdtempSync(join(tmpdir(), 'guatu-papers-')), '旧的.pptx')
    writeFileSync(file, found(papers, '挂图.pptx'))
    await page.goto(url(`${jinjiang}/snapshots`))
    await page.waitForSelector('.snap-tile')
    await page.locator('input[type=file]').last().setInputFiles(file)
    await page.waitForSelector('.snap-since li')
    expect(await page.locator('.snap-since li').count()).toBe(1)
    expect(await page.locator('.snap-since li').innerText()).toMatch(new RegExp(`青阳[^]*${before}[^]*${before + 1}`))
    await takePicture(page, 'journey-old-deck')
  })

  // The one HTML file: from disk, the network off.
  const page = join(mkdtempSync(join(tmpdir(), 'guatu-papers-')), '快照.html')
  const bytes = found(papers, '快照.html')
  expect(bytes.length).toBeLessThanOrEqual(1_800_000)
  writeFileSync(page, bytes)
  const browser = await chromium.launch(launchOptions())
  try {
    const context = await browser.newContext({ ...contextOptions({}), offline: true })
    const tab = await context.newPage()
    await tab.goto(pathToFileURL(page).href)
    await tab.waitForSelector('.board [data-target]')
    const read = readSnapshot(text(found(papers, '快照数据.json')))
    expect(read.ok && await tab.locator('.snapshot-line').getAttribute('data-fingerprint')).toBe(read.ok ? read.snapshot.fingerprint : '')
  } finally {
    await browser.close()
  }
})
