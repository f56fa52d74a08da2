/**
 * Chromium, CPU slowed 4x: the second visit of the 晋江 demo until every cell in view shows its figure, against a bare page of tree-shaken
 * ECharts until its bars are painted. Both from the same server, both with a warm cache, in alternating rounds.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { BrowserContext } from 'playwright-core'
import { build } from 'vite'
import { serveDist } from '../e2e/support/serveDist.ts'
import { artefactsFolder, projectFolder } from '../tools/projectFiles.ts'
import { alternate } from './rounds.ts'
import type { Pair } from './rounds.ts'

/** Milliseconds from navigation until the frame in which the page's own test of being done first held. */
async function timeOf(context: BrowserContext, address: string, isDone: () => boolean): Promise<number> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.addInitScript(`(() => {
    const isDone = ${isDone.toString()}
    const look = () => { if (isDone()) { const channel = new MessageChannel(); channel.port1.onmessage = () => { window.shownAt = performance.now() }; channel.port2.postMessage(0) } else requestAnimationFrame(look) }
    requestAnimationFrame(look)
  })()`)
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(() => 'shownAt' in window, null, { timeout: 60_000, polling: 100 })
  const time = await page.evaluate(() => (window as unknown as { shownAt: number }).shownAt)
  // A visit lasts: the board at rest is kept for the next one.
  await page.waitForTimeout(5_000)
  await page.close()
  return time
}

/** Runs in the page. The board is done when its rows are there and every lit cell holds its shape or figure, be it the picture kept from the last visit or the live board. */
const isBoardDone = (): boolean => {
  if (document.querySelectorAll('table.board .board-row').length < 20) return false
  const cells = document.querySelectorAll('table.board .x, table.board .whole')
  return cells.length > 200 && [...cells].every(cell => cell.querySelector('svg, b') !== null || cell.classList.contains('m') || cell.classList.contains('open'))
}
/** Runs in the page. */
const isChartDone = (): boolean => 'chartPainted' in window

export async function benchLoad(chromiumPath: string, rounds: number): Promise<Pair> {
  const outDir = join(artefactsFolder, 'bench-bare')
  await build({ configFile: false, logLevel: 'error', root: join(projectFolder, 'test/bench/bare'), base: './', build: { outDir, emptyOutDir: true, target: 'chrome109' } })
  const [ours, theirs] = [await serveDist(), await serveDist(outDir)]
  const profile = mkdtempSync(join(tmpdir(), 'guatu-load-'))
  const context = await chromium.launchPersistentContext(profile, { executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'], viewport: { width: 1440, height: 900 } })
  try {
    const board = () => timeOf(context, `http://127.0.0.1:${ours.port}/#/plan/jinjiang-2020`, isBoardDone)
    const chart = () => timeOf(context, `http://127.0.0.1:${theirs.port}/`, isChartDone)
    // First visits, not counted: caches warm, compiled code kept.
    for (let i = 0; i < 2; i++) { await board(); await chart() }
    return await alternate(rounds, board, chart)
  } finally {
    await context.close()
    await ours.close()
    await theirs.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
