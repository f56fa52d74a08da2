/** `npm run bench`: the ratios that the product promises, each taken in alternating rounds. Not a test: time is never asserted in CI. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import vue from '@vitejs/plugin-vue'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import type { Plan } from '../../src/domain/plan.ts'
import { serveDist } from '../e2e/support/serveDist.ts'
import { ensureBrowser } from '../tools/browser.ts'
import { trustedPlansPlugin } from '../tools/buildPlugins.ts'
import { artefactsFolder, dataFolder, distFolder, projectFolder } from '../tools/projectFiles.ts'
import { runLedgerToBoard } from './ledgerRun.ts'
import type { ImportTimes } from './importBench.ts'
import { benchBook } from './bookBench.ts'
import { benchDeck } from './deckBench.ts'
import { benchRun } from './runBench.ts'
import { benchLoad } from './loadBench.ts'
import type { Bench } from './page.ts'
import { benchPageLoad } from './pageLoadBench.ts'
import type { PasteTimes } from './pasteBench.ts'
import { median, ratioOf } from './rounds.ts'
import type { Pair } from './rounds.ts'
import { benchScreen } from './screenBench.ts'
import type { TimePairs } from './timeBench.ts'

const say = (text: string) => { process.stdout.write(`${text}\n`) }
/** Without a goal the ratio is told for what it explains. */
const show = (name: string, pair: Pair, goal?: number) => {
  const ratio = ratioOf(pair)
  const verdict = goal === undefined ? 'note  ' : ratio <= goal ? 'meets ' : 'MISSES'
  say(`${verdict} ${name}: ${ratio.toFixed(3)}${goal === undefined ? '' : ` (goal ${goal})`}; medians ${median(pair.ours).toFixed(2)} and ${median(pair.theirs).toFixed(2)} ms, ${pair.ours.length} rounds`)
}

async function benchNode(rounds: number): Promise<void> {
  const { stored, file, reading, events } = await runLedgerToBoard(rounds)
  show(`ledger lines to board, ${events} reports, as from the database / JSON.parse of the same lines`, stored, 2)
  show('  as one text, from a backup / JSON.parse', file, 2)
  show('  reading alone / JSON.parse', reading)
}

/** 5: the step of G7 in performance.md, there a cursor over bare columns; here whole boards of figures ready to draw. */
async function benchTime(rounds: number): Promise<void> {
  const outDir = join(artefactsFolder, 'bench-time')
  await build({ configFile: false, logLevel: 'error', root: projectFolder, build: { ssr: 'test/bench/timeBench.ts', outDir, emptyOutDir: true, rolldownOptions: { output: { entryFileNames: 'timeBench.mjs' } } } })
  const answer = execFileSync(process.execPath, ['--expose-gc', join(outDir, 'timeBench.mjs'), String(rounds), '10000'], { encoding: 'utf8', maxBuffer: 1e7 })
  const { cursor, jump, full, figures, columns, reports } = JSON.parse(answer) as TimePairs
  show(`one day on, ${reports} reports, ${figures} figures, by the time cursor / copy of ${columns} columns of numbers`, cursor, 5)
  show('  any other day, by the cursor / copy', jump)
  show('  one day on, folded in full / copy', full)
}

/** Script alone; the first round is the first paste of a visit, before anything is compiled, and is told apart. */
async function benchPaste(rounds: number): Promise<void> {
  const outDir = join(artefactsFolder, 'bench-paste')
  await build({ configFile: false, logLevel: 'error', root: projectFolder, build: { ssr: 'test/bench/pasteBench.ts', outDir, emptyOutDir: true, rolldownOptions: { output: { entryFileNames: 'pasteBench.mjs' } } } })
  const { read, match, check, cells, states } = JSON.parse(execFileSync(process.execPath, ['--single-threaded', join(outDir, 'pasteBench.mjs'), String(rounds + 1)], { encoding: 'utf8', maxBuffer: 1e7 })) as PasteTimes
  const script = match.map((time, i) => time + check[i]!)
  const middle = median(script.slice(1))
  say(`${middle <= 50 ? 'meets ' : 'MISSES'} paste of ${cells} cells (45 x 100), matched and checked: ${middle.toFixed(1)} ms of script (goal 50); medians match ${median(match.slice(1)).toFixed(1)}, check ${median(check.slice(1)).toFixed(1)}, HTML read ${median(read.slice(1)).toFixed(1)} ms, first paste ${script[0]!.toFixed(1)} ms, ${rounds} rounds, ${JSON.stringify(states)}`)
}

/** Returned workbooks: what our guard, tables and entries add to the bare reader, file by file. */
async function benchImport(): Promise<void> {
  const outDir = join(artefactsFolder, 'bench-import')
  await build({ configFile: false, logLevel: 'error', root: projectFolder, build: { ssr: 'test/bench/importBench.ts', outDir, emptyOutDir: true, rolldownOptions: { output: { entryFileNames: 'importBench.mjs' } } } })
  const { pair, entries, bytes } = JSON.parse(execFileSync(process.execPath, [join(outDir, 'importBench.mjs')], { encoding: 'utf8', maxBuffer: 1e7 })) as ImportTimes
  show(`a returned workbook of ${entries} figures (${Math.round(bytes / 1000)} kB), 40 in turn / the bare reader`, pair, 1.5)
}

async function benchBrowser(rounds: number): Promise<void> {
  const browser = ensureBrowser()
  if ('missing' in browser) throw new Error(browser.missing)
  const outDir = join(artefactsFolder, 'bench-page')
  await build({
    configFile: false, logLevel: 'error', root: join(projectFolder, 'test/bench'), base: './', plugins: [vue(), trustedPlansPlugin()],
    define: { __APP_VERSION__: '"bench"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
    build: { outDir, emptyOutDir: true, target: ['chrome109', 'firefox115'], modulePreload: { polyfill: false }, rolldownOptions: { input: join(projectFolder, 'test/bench/page.html') } },
  })
  const site = await serveDist(outDir)
  const profile = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
  // A profile on disk: an incognito context keeps IndexedDB in memory, where durability costs nothing.
  const context = await chromium.launchPersistentContext(profile, { executablePath: browser.path, args: ['--no-sandbox', '--disable-gpu'], viewport: { width: 1440, height: 900 } })
  try {
    const page = context.pages()[0] ?? await context.newPage()
    page.on('pageerror', error => { process.stderr.write(`${error.stack ?? error.message}\n`) })
    const open = async () => {
      await page.goto(`http://127.0.0.1:${site.port}/page.html`)
      await page.waitForFunction(() => 'bench' in window)
    }
    await open()
    show('append of one event / bare strict transaction', await page.evaluate(n => (window as unknown as { bench: Bench }).bench.append(n), rounds * 10), 1.5)
    const jinjiang = JSON.parse(readFileSync(join(dataFolder, 'plans/jinjiang-2020.json'), 'utf8')) as Parameters<Bench['edit']>[0]
    for (const [name, plan, asOf] of [['jinjiang-2020', jinjiang, '2020-09-15'], ['200 x 45', null, '2024-03-20']] as const) {
      await open()
      const { inPlace, anew, rows, cells } = await page.evaluate(([one, day, n]) => (window as unknown as { bench: Bench }).bench.edit(one, day, n), [plan, asOf, rounds * 2] as const)
      show(`one edit / board made and drawn anew, ${name} (${rows} rows, ${cells} cells in the page)`, anew, 0.1)
      show(`one edit / every row replaced in the standing page, ${name}`, inPlace)
    }
  } finally {
    await context.close()
    await site.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

function benchBytes(): void {
  const assets = join(distFolder, 'assets')
  const zipped = (name: string) => gzipSync(readFileSync(join(assets, name)), { level: 9 }).length
  for (const name of readdirSync(assets).filter(one => one.endsWith('.js')).sort((a, b) => zipped(b) - zipped(a)).slice(0, 8)) say(`bytes  ${String(zipped(name)).padStart(7)} gzip ${name}`)
}

async function benchPages(chromiumPath: string): Promise<void> {
  const { text, chart } = await benchPageLoad(chromiumPath, 7)
  show('cold load of a target page until its words stand / bare ECharts bar page, CPU 4x', text)
  show('  until its chart is drawn / bare ECharts bar page', chart, 1.3)
}

async function benchScreens(): Promise<void> {
  const browser = ensureBrowser()
  if ('missing' in browser) throw new Error(browser.missing)
  show('second visit of the 晋江 demo until every cell shows its figure / bare ECharts bar page, CPU 4x', await benchLoad(browser.path, 7), 1)
  await benchPages(browser.path)
  const { drag, switches } = await benchScreen(browser.path, 9)
  say(`note   drag over the time strip: ${drag.heard} of ${drag.sent} moves heard, ${drag.boards} boards in ${drag.frames} frames, frame ${drag.frame.toFixed(1)} ms (longest ${drag.longest.toFixed(1)}), flag at most ${drag.farthest.toFixed(1)} px from the pointer`)
  for (const [name, cost] of Object.entries(switches)) say(`note   switch to ${name}: ${cost.toFixed(1)} ms of a frame's 16.7`)
}

/** The papers: deck and workbook against their bare libraries, and a whole run in the browser. */
async function benchPapers(rounds: number): Promise<void> {
  const { deck, slides, bytes, rawBytes } = await benchDeck(JSON.parse(readFileSync(join(dataFolder, 'plans', 'jinjiang-2020.json'), 'utf8')) as Plan, rounds)
  show(`a deck of ${slides} slides from an opened snapshot (${Math.round(bytes / 1000)} kB) / the bare library writing the same slides (${Math.round(rawBytes / 1000)} kB)`, deck, 2)
  const { list, table, borders } = await benchBook(rounds)
  show('10,000 x 20 cells as the record is written / bare values, processor time', list, 1.3)
  show('  as a table with borders / the bare writer with the same styles', table, 1.3)
  show('  as a table with borders / bare values', borders)
  const browser = ensureBrowser()
  if ('missing' in browser) throw new Error(browser.missing)
  const { seconds, longest, answered, files } = await benchRun(browser.path)
  say(`${answered <= 200 ? 'meets ' : 'MISSES'} all ${files} formats of 晋江 in one run: ${seconds.toFixed(1)} s; a click is answered within ${answered.toFixed(0)} ms (goal 200), longest block of the page ${longest.toFixed(0)} ms`)
}

export async function main(rest: readonly string[]): Promise<number> {
  if (rest[0] === 'pages') {
    const browser = ensureBrowser()
    if ('missing' in browser) throw new Error(browser.missing)
    await benchPages(browser.path)
    return 0
  }
  if (rest[0] === 'screens') {
    await benchScreens()
    return 0
  }
  if (rest[0] === 'paste') {
    await benchPaste(Number(rest[1] ?? 31))
    return 0
  }
  if (rest[0] === 'import') {
    await benchImport()
    return 0
  }
  if (rest[0] === 'papers') {
    await benchPapers(Number(rest[1] ?? 11))
    return 0
  }
  if (rest[0] === 'time') {
    await benchTime(Number(rest[1] ?? 61))
    return 0
  }
  const rounds = Number(rest[0] ?? 9)
  await benchNode(rounds)
  await benchBrowser(rounds)
  await benchTime(61)
  await benchPaste(31)
  await benchImport()
  await benchPapers(9)
  await benchScreens()
  benchBytes()
  return 0
}
