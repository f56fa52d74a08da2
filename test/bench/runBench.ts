/** Browser: every format of 晋江's demo in one run, while the page is clicked: how long until a click is answered, and the longest block. */
import { chromium } from 'playwright-core'
import { allPapers } from '../e2e/support/allPapers.ts'
import { serveDist } from '../e2e/support/serveDist.ts'

export interface RunTimes { seconds: number, files: number, /** Milliseconds: the longest task of the page, and the longest wait between a click and the next frame. */ longest: number, answered: number }

declare global {
  interface Window { runTimes?: { longest: number, answered: number, stop: boolean } }
}

export async function benchRun(executablePath: string): Promise<RunTimes> {
  const site = await serveDist()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', serviceWorkers: 'block' })
    await page.goto(`http://127.0.0.1:${site.port}/#/plan/jinjiang-2020/papers`)
    let begun = 0
    const { papers } = await allPapers(page, async () => {
      begun = Date.now()
      await page.evaluate(() => {
        const times = window.runTimes = { longest: 0, answered: 0, stop: false }
        new PerformanceObserver(list => { for (const entry of list.getEntries()) times.longest = Math.max(times.longest, entry.duration) }).observe({ type: 'longtask' })
        document.addEventListener('click', event => { const asked = event.timeStamp; requestAnimationFrame(() => { times.answered = Math.max(times.answered, performance.now() - asked) }) }, true)
      })
      // Clicks by the browser's own input, every 150 ms, on a line that does nothing.
      void (async () => { while (!page.isClosed() && !await page.evaluate(() => window.runTimes!.stop)) { await page.mouse.click(700, 70).catch(() => undefined); await page.waitForTimeout(150).catch(() => undefined) } })().catch(() => undefined)
    })
    const seconds = (Date.now() - begun) / 1000
    const times = await page.evaluate(() => { window.runTimes!.stop = true; return window.runTimes! })
    return { seconds, files: papers.size, longest: times.longest, answered: times.answered }
  } finally {
    await browser.close()
    await site.close()
  }
}
