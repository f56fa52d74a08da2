/** Every action can be reached by a key or a finger, and motion is left out where people ask for it. What axe finds: the walks. */
import { expect, it } from 'vitest'
import { BoardPage } from './pageModels/boardPage.ts'
import { withPage } from './support/withPage.ts'

const jinjiang = '#/plan/jinjiang-2020'

it('Tab reaches every control of the board screen, and each shows that it has the focus', async () => {
  await withPage({ hash: jinjiang }, async ({ page }) => {
    await new BoardPage(page).ready()
    await page.waitForSelector('.lamp-card')
    const seen = new Set<string>()
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab')
      const now = await page.evaluate(() => {
        const at = document.activeElement as HTMLElement
        const style = getComputedStyle(at)
        const isMarked = (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || at.matches('.at')
        return at === document.body ? 'body' : `${isMarked ? '' : 'unmarked '}${at.closest('.top, .strip, .board-scroller, .board-panel')?.className.split(' ')[0] ?? ''} ${at.tagName} ${at.textContent.trim().slice(0, 10)}`
      })
      if (now === 'body') break
      seen.add(now)
    }
    expect([...seen].filter(one => one.startsWith('unmarked'))).toEqual([])
    for (const word of ['开始正式填报', '搜目标', '导出', '差额', '编辑', '严重滞后', '看全部']) expect([...seen].some(one => one.includes(word))).toBe(true)
    expect([...seen].some(one => one.startsWith('board-scroller TD'))).toBe(true)
  })
})

it('motion is left out where people ask for it', async () => {
  await withPage({ hash: jinjiang }, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await new BoardPage(page).ready()
    expect(await page.locator('*').evaluateAll(all => all.filter(one => { const style = getComputedStyle(one); return style.animationName !== 'none' || style.transitionDuration.split(',').some(time => Number.parseFloat(time) > 0) }).length)).toBe(0)
  })
})

it('what is touched is large enough to be touched', async () => {
  await withPage({ hash: jinjiang, size: 'phone' }, async ({ page }) => {
    await page.waitForSelector('.phone-item')
    await page.waitForTimeout(500)
    // Two meetings and the flag may stand closer than fingers: the flag is what is dragged, its arrows and typing reach the same days.
    // What counts is where a finger is felt, which may be more than what is drawn.
    const small = await page.locator('button:visible:not(.time-dot), a:visible, input:visible, select:visible').evaluateAll(all => all.filter(one => {
      const { width, height, left, top } = one.getBoundingClientRect()
      if (width === 0 || top < 0 || top + height > innerHeight) return false
      const x = left + width / 2
      const isFelt = (y: number) => { const at = document.elementFromPoint(x, y); return at !== null && (at === one || one.contains(at)) }
      let felt = 0
      for (let y = Math.floor(top + height / 2) - 30; y <= top + height / 2 + 30; y++) if (isFelt(y)) felt += 1
      return Math.max(felt, height) < 44
    }).map(one => `${one.className} ${one.textContent.slice(0, 12)} ${Math.round(one.getBoundingClientRect().width)}x${Math.round(one.getBoundingClientRect().height)}`))
    expect(small).toEqual([])
  })
})
