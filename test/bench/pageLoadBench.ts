/**
 * Chromium, CPU slowed 4x, nothing cached: the address of a target page until its words stand and until its chart is drawn, each
 * against a bare page of tree-shaken ECharts until its bars are painted. Alternating rounds, a fresh profile a visit.
 */
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { serveDist } from '../e2e/support/serveDist.ts'
import { artefactsFolder, projectFolder } from '../tools/projectFiles.ts'
import { alternate } from './rounds.ts'
import type { Pair } from './rounds.ts'

/** Milliseconds from navigation until each of the page's own tests of being done first held in a frame. */
async function timesOf(browser: Browser, address: string, tests: readonly (() => boolean)[]): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  try {
    const page = await context.newPage()
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.addInitScript(`(() => {
      const tests = [${tests.map(test => test.toString()).join(', ')}]
      window.shownAt = tests.map(() => 0)
      const stamp = i => { const channel = new MessageChannel(); channel.port1.onmessage = () => { window.shownAt[i] = performance.now() }; channel.port2.postMessage(0) }
      const seen = tests.map(() => false)
      const look = () => { tests.forEach((test, i) => { if (!seen[i] && test()) { seen[i] = true; stamp(i) } }); if (seen.includes(false)) requestAnimationFrame(look) }
      requestAnimationFrame(look)
    })()`)
    await page.goto(address, { waitUntil: 'commit' })
    await page.waitForFunction(() => 'shownAt' in window && (window as unknown as { shownAt: number[] }).shownAt.every(time => time > 0), null, { timeout: 60_000, polling: 100 })
    return await page.evaluate(() => (window as unknown as { shownAt: number[] }).shownAt)
  } finally {
    await context.close()
  }
}

/** Run in the page. */
const isTextDone = (): boolean => document.querySelector('.page h1') !== null && document.querySelector('.page .block') !== null
const isChartDone = (): boolean => document.querySelector('.page .chart-place svg path') !== null
const isBareDone = (): boolean => 'chartPainted' in window

export async function benchPageLoad(chromiumPath: string, rounds: number): Promise<{ text: Pair, chart: Pair }> {
  const outDir = join(artefactsFolder, 'bench-bare')
  await build({ configFile: false, logLevel: 'error', root: join(projectFolder, 'test/bench/bare'), base: './', build: { outDir, emptyOutDir: true, target: 'chrome109' } })
  const [ours, theirs] = [await serveDist(), await serveDist(outDir)]
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const texts: number[] = []
    const chart = await alternate(rounds, async round => {
      const [text = 0, drawn = 0] = await timesOf(browser, `http://127.0.0.1:${ours.port}/#/plan/jinjiang-2020/target/2.1-1`, [isTextDone, isChartDone])
      if (round >= 0) texts.push(text)
      return drawn
    }, async () => (await timesOf(browser, `http://127.0.0.1:${theirs.port}/`, [isBareDone]))[0]!)
    return { chart, text: { ours: texts, theirs: chart.theirs } }
  } finally {
    await browser.close()
    await ours.close()
    await theirs.close()
  }
}
