/** Chromium, machine at its own speed: a drag over the time strip, and what a switch of theme or view costs. Milliseconds, told for orientation. */
import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { serveDist } from '../e2e/support/serveDist.ts'
import { median } from './rounds.ts'

export interface DragFacts {
  /** Pointer moves sent, and those that the page heard (the browser may join several into one event, all are kept in it). */
  sent: number
  heard: number
  /** Frames drawn meanwhile; the median and the longest of them. */
  frames: number
  frame: number
  longest: number
  /** How far the flag was from the pointer after the frame of each move, at the most, in pixels. */
  farthest: number
  boards: number
}

export interface ScreenFacts { drag: DragFacts, switches: Record<'dark' | 'light' | 'gap' | 'change' | 'done', number> }

async function drag(page: Page): Promise<DragFacts> {
  const flag = page.locator('[role="slider"]').first()
  const box = (await flag.boundingBox())!
  const axis = (await page.locator('.strip-time').boundingBox())!
  await page.evaluate(() => {
    const facts = { heard: 0, times: [] as number[], farthest: 0, boards: new Set<string>() }
    const thumb = document.querySelector('[role="slider"]')!
    let x = -1
    window.addEventListener('pointermove', event => { facts.heard += event.getCoalescedEvents().length || 1; x = event.clientX }, true)
    const tick = (time: number) => {
      facts.times.push(time)
      if (x >= 0) {
        const at = thumb.getBoundingClientRect()
        // The flag is kept inside the strip at its ends: only the middle tells.
        if (x > 250 && x < 480) facts.farthest = Math.max(facts.farthest, Math.abs(at.left + at.width / 2 - x))
        facts.boards.add(document.querySelector('.board .rates')?.textContent ?? '')
      }
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    Object.assign(window, { facts })
  })
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  const sent = 240
  for (let i = 1; i <= sent; i++) await page.mouse.move(axis.x + 120 + (axis.width - 220) * (0.5 + 0.5 * Math.sin(i / 14)), box.y + box.height / 2)
  await page.mouse.up()
  await page.waitForTimeout(200)
  return page.evaluate(count => {
    const { heard, times, farthest, boards } = (window as unknown as { facts: { heard: number, times: number[], farthest: number, boards: Set<string> } }).facts
    const lengths = times.slice(1).map((time, i) => time - times[i]!).sort((a, b) => a - b)
    return { sent: count, heard, frames: lengths.length, frame: lengths[lengths.length >> 1]!, longest: lengths.at(-1)!, farthest, boards: boards.size }
  }, sent)
}

/** From the act until style and layout are done: what has to fit into a frame. Median of several turns. */
async function costOf(page: Page, rounds: number, act: string, back: string): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < rounds; i++) {
    times.push(await page.evaluate(async code => {
      await new Promise(requestAnimationFrame)
      const from = performance.now()
      const button = document.querySelector(code) as HTMLElement
      const scroller = document.querySelector('.board-scroller')!
      const before = scroller.className
      button.click()
      // The address changes first, in promises; the board follows in the same turn of the page.
      for (let turn = 0; turn < 500 && scroller.className === before; turn++) await Promise.resolve()
      if (scroller.className === before) throw new Error('the view did not change')
      document.querySelector('.board')!.getBoundingClientRect()
      return performance.now() - from
    }, act))
    await page.waitForTimeout(60)
    await page.locator(back).first().click()
    await page.waitForTimeout(60)
  }
  return median(times)
}

export async function benchScreen(chromiumPath: string, rounds: number): Promise<ScreenFacts> {
  const site = await serveDist()
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`http://127.0.0.1:${site.port}/#/plan/jinjiang-2020`)
    await page.waitForSelector('.board [data-target]')
    await page.waitForTimeout(2_500)
    const view = (n: number) => `.view-switch button:nth-child(${n})`
    const gap = await costOf(page, rounds, view(2), view(1))
    await page.locator(view(2)).click()
    await page.waitForTimeout(200)
    const done = await costOf(page, rounds, view(1), view(2))
    await page.locator(view(1)).click()
    await page.waitForTimeout(200)
    const change = await costOf(page, rounds, view(3), view(1))
    const theme = async (to: 'dark' | 'light') => {
      const times: number[] = []
      for (let i = 0; i < rounds; i++) times.push(await page.evaluate(async wanted => {
        document.documentElement.dataset.theme = wanted === 'dark' ? 'light' : 'dark'
        document.querySelector('.board')!.getBoundingClientRect()
        await new Promise(requestAnimationFrame)
        await new Promise(requestAnimationFrame)
        const from = performance.now()
        document.documentElement.dataset.theme = wanted
        if (getComputedStyle(document.querySelector('.board .x')!).color === '') throw new Error('no style')
        document.querySelector('.board')!.getBoundingClientRect()
        return performance.now() - from
      }, to))
      return median(times)
    }
    const switches = { gap, done, change, dark: await theme('dark'), light: await theme('light') }
    await page.evaluate(() => { document.documentElement.dataset.theme = 'light' })
    return { drag: await drag(page), switches }
  } finally {
    await browser.close()
    await site.close()
  }
}
