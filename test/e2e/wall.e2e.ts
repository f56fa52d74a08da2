/** The big screen by its keys: every page in reach, no letter under 22 pixels, nothing outside the window; and the way in and out. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { BoardPage } from './pageModels/boardPage.ts'
import { withPage } from './support/withPage.ts'

const jinjiang = '#/plan/jinjiang-2020'
const wallPage = async (page: Page): Promise<number> => Number(await page.locator('.wall-screen').getAttribute('data-page'))
const kindOf = (page: Page) => page.locator('.wall-screen').getAttribute('data-kind')
const counted = async (page: Page): Promise<string> => (await page.locator('.wall-page').innerText()).replace(/\s+/g, ' ')

/** Texts smaller than `least`, texts outside the window or over the foot, and whether anything scrolls. */
const defects = (page: Page, least: number): Promise<string[]> => page.evaluate(smallest => {
  const screen = document.querySelector('.wall-screen')!
  const foot = document.querySelector('.wall-foot')!.getBoundingClientRect()
  const walker = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  const found: string[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const el = node.parentElement!
    const text = (node.textContent ?? '').trim()
    if (text === '' || el.closest('.seen-by-readers, title, desc, style') !== null) continue
    const size = Number.parseFloat(getComputedStyle(el).fontSize)
    if (size < smallest - 0.05) found.push(`"${text}" is ${size} px`)
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) {
      const middle = (box.top + box.bottom) / 2
      if (box.width > 0.5 && (box.left < 0 || box.right > innerWidth || middle - size / 2 < 0 || middle + size / 2 > (el.closest('.wall-foot') === null ? foot.top + 1 : innerHeight))) found.push(`"${text}" is outside`)
    }
  }
  if (screen.scrollWidth > screen.clientWidth || screen.scrollHeight > screen.clientHeight) found.push('it scrolls')
  return found
}, least)

describe('the big screen', () => {
  it('is run through by the arrow keys at 1920 x 1080 and left for the board of the same day', async () => {
    await withPage({ hash: `${jinjiang}?at=2020-08-31`, size: 'wall' }, async ({ page }) => {
      await new BoardPage(page).ready()
      await page.keyboard.press('p')
      await page.waitForSelector('.wall-screen')
      await page.waitForSelector('.wall-turns li')
      expect(page.url()).toContain('/plan/jinjiang-2020/screen?at=2020-08-31')
      const all = Number((await counted(page)).split(' / ')[1])
      const kinds: string[] = []
      for (let i = 1; i <= all; i++) {
        expect(await counted(page)).toBe(`${i} / ${all}`)
        kinds.push(await kindOf(page) ?? '')
        if (kinds.at(-1) === 'item') await page.waitForSelector('.wall-curve svg text')
        expect([i, kinds.at(-1), await defects(page, 22)]).toEqual([i, kinds.at(-1), []])
        expect(await page.locator('.wall-mark').innerText()).toBe('演示数据')
        if (i < all) { await page.keyboard.press('ArrowRight'); await page.waitForSelector(`.wall-screen[data-page="${i + 1}"]`) }
      }
      expect([...new Set(kinds)]).toEqual(['overview', 'matrix', 'lines', 'item', 'unreported'])
      // The last page is the last; a reload stays on it, and so do the keys for far steps.
      await page.keyboard.press('ArrowRight')
      expect(await wallPage(page)).toBe(all)
      await page.reload()
      await page.waitForSelector(`.wall-screen[data-page="${all}"]`)
      await page.keyboard.press('Home')
      await page.waitForSelector('.wall-screen[data-page="1"]')
      await page.keyboard.press('w')
      await page.waitForSelector('.wall-matrix')
      await page.keyboard.press('PageUp')
      await page.waitForSelector('.wall-screen[data-page="1"]')
      await page.keyboard.press('Space')
      await page.waitForSelector('.wall-screen[data-page="2"]')
      await page.keyboard.press('Escape')
      await new BoardPage(page).ready()
      expect(page.url()).toContain('/plan/jinjiang-2020?at=2020-08-31')
    })
  })

  it('rotates when asked to, until a key is pressed', async () => {
    await withPage({ hash: `${jinjiang}/screen?auto=1`, size: 'wall' }, async ({ page }) => {
      const rotation = page.locator('.wall-foot button[aria-pressed]').first()
      await page.waitForSelector('.wall-screen')
      expect(await rotation.getAttribute('aria-pressed')).toBe('true')
      await page.keyboard.press('ArrowRight')
      await page.waitForSelector('.wall-screen[data-page="2"]')
      expect(await rotation.getAttribute('aria-pressed')).toBe('false')
      expect(page.url()).not.toContain('auto')
      await page.keyboard.press('a')
      await page.waitForSelector('.wall-foot button[aria-pressed="true"]')
      expect(page.url()).toContain('auto=1')
      // Any other key stops it where it is.
      await page.keyboard.press('x')
      await page.waitForSelector('.wall-foot button[aria-pressed="false"]')
      expect(await wallPage(page)).toBe(2)
    })
  })

  it('fits other screens, and an empty ledger, which shows its tasks', async () => {
    await withPage({ hash: `${jinjiang}/screen`, size: 'desk' }, async ({ page, url }) => {
      for (const [width, height] of [[1280, 720], [1440, 900], [3840, 2160]] as const) {
        await page.setViewportSize({ width, height })
        for (const [wanted, part] of [[1, '.wall-turns li'], [4, '.wall-matrix'], [11, '.wall-curve svg text']] as const) {
          await page.goto(url(`${jinjiang}/screen?page=${wanted}`))
          await page.waitForSelector(part)
          await page.waitForTimeout(100)
          expect([width, wanted, await defects(page, 22 * Math.min(width / 1920, height / 1080))]).toEqual([width, wanted, []])
        }
      }
      await page.goto(url(`${jinjiang}/screen?demo=0&at=2020-09-15`))
      await page.waitForSelector('.wall-empty')
      expect(await page.locator('.wall-empty h2').first().innerText()).toBe('还没有填报')
      expect(await page.locator('.wall-mark').count()).toBe(0)
      expect(await page.locator('.wall-tasks').first().locator('li').count()).toBe(6)
    })
  })

  it('opens from the top bar and turns under a finger', async () => {
    await withPage({ hash: jinjiang, size: 'desk' }, async ({ page }) => {
      await new BoardPage(page).ready()
      await page.getByRole('button', { name: '投屏' }).click()
      await page.waitForSelector('.wall-screen')
      const tap = (x: number) => page.evaluate(at => {
        const to = document.elementFromPoint(at, 500)!
        for (const type of ['pointerdown', 'pointerup']) to.dispatchEvent(new PointerEvent(type, { pointerType: 'touch', clientX: at, clientY: 500, bubbles: true }))
      }, x)
      await tap(1200)
      await page.waitForSelector('.wall-screen[data-page="2"]')
      await tap(200)
      await page.waitForSelector('.wall-screen[data-page="1"]')
      await page.getByRole('button', { name: '退出' }).click()
      await new BoardPage(page).ready()
    })
  })
})
