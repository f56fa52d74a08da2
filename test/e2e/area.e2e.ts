/** The township page as a leader uses it: from the board, through the lamps, to a target, to the next township, on another day. */
import { describe, expect, it } from 'vitest'
import { withPage } from './support/withPage.ts'

const luoshan = '#/plan/jinjiang-2020/area/350582004'
const query = (url: string) => new URL(url.replace('#', '')).searchParams

describe('the township page', () => {
  it('says where it stands, filters by lamp, leads on with a key and keeps the day', async () => {
    await withPage({ hash: `${luoshan}?at=2020-09-15` }, async ({ page }) => {
      await page.waitForSelector('.area-targets li')
      expect(await page.locator('h1').innerText()).toBe('罗山街道')
      expect((await page.locator('.page-facts').innerText()).replace(/\s+/g, ' ')).toBe('达序率 35% 5/14 项 名次 19 / 19 较上次会议 −22 个百分点')
      expect(await page.locator('.area-rank').innerText()).toMatch(/19 个镇街里第 19\s*6 个街道里第 6[^]*名次稳定：多 1 项或少 1 项按序时（其余镇街不变），名次仍为 19/)
      expect(await page.locator('.area-targets li').count()).toBe(9)
      const red = page.locator('.area-counts button', { hasText: '严重滞后' })
      expect(await red.innerText()).toMatch(/4\s*严重滞后/)
      await red.click()
      expect(query(page.url()).get('lamp')).toBe('sev')
      await page.waitForFunction(() => document.querySelectorAll('.area-targets li').length === 4)
      expect(await red.getAttribute('aria-pressed')).toBe('true')
      await page.getByRole('button', { name: '看全部' }).click()
      await page.waitForFunction(() => document.querySelectorAll('.area-targets li').length === 9)
      // Both charts come after the text, with their finding as the title and their figures as a table.
      await page.waitForSelector('.area-trend svg')
      expect(await page.locator('.area-trend figcaption b').innerText()).toMatch(/^达序率 35%，比第 1 次会议低 \d+ 个百分点，低于中位 \d+ 个百分点$/)
      await page.waitForSelector('.area-burn-ups svg')
      expect(await page.locator('.area-burn-ups figcaption b').innerText()).toMatch(/^14 项里 9 项落后，最早落后的从 \d+ 月起$/)
      await page.locator('.area-burn-ups').getByRole('button', { name: '看数据' }).click()
      expect(await page.locator('.area-burn-ups tbody tr').count()).toBe(14)
      await page.locator('.area-burn-ups').getByRole('button', { name: '看图' }).click()
      await page.keyboard.press('ArrowRight')
      await page.waitForFunction(() => document.querySelector('h1')?.textContent === '新塘街道')
      expect(query(page.url()).get('at')).toBe('2020-09-15')
      await page.keyboard.press('ArrowLeft')
      await page.waitForFunction(() => document.querySelector('h1')?.textContent === '罗山街道')
    })
  })

  it('leads to the page of a target of this township, from the list and from its small chart', async () => {
    await withPage({ hash: luoshan }, async ({ page }) => {
      await page.waitForSelector('.area-burn-ups svg')
      const href = await page.locator('.area-targets a').first().getAttribute('href')
      expect(href).toMatch(/^#\/plan\/jinjiang-2020\/target\/[\d.-]+\?area=350582004$/)
      await page.locator('.area-burn-ups .chart-place').scrollIntoViewIfNeeded()
      const place = (await page.locator('.area-burn-ups .chart-place').boundingBox())!
      await page.mouse.click(place.x + 60, place.y + 50)
      await page.waitForFunction(wanted => location.hash === wanted, href)
    })
  })

  it('shows what was known then, and a province and a city with districts in their own words', async () => {
    await withPage({ hash: `${luoshan}?at=2020-06-30&known=then` }, async ({ page, url }) => {
      await page.waitForSelector('.area-targets li')
      expect(await page.locator('.chart-foot').first().innerText()).toContain('6月30日')
      await page.goto(url('#/plan/jiangsu-2023/area/321300'))
      await page.waitForFunction(() => document.querySelector('h1')?.textContent === '宿迁市')
      expect(await page.locator('.area-rank').innerText()).toContain('13 个市里第')
      expect(await page.locator('.crumbs').innerText()).not.toContain('街道')
      expect(await page.locator('.area-plain').first().innerText()).toMatch(/暂缓，6月30日起：/)
      await page.goto(url('#/plan/xiamen-2022/area/350205'))
      await page.waitForFunction(() => document.querySelector('h1')?.textContent === '海沧区')
      expect(await page.locator('.area-rank').innerText()).toContain('6 个区里第 6')
    })
  })

  it('before the first report ranks nobody', async () => {
    await withPage({ hash: `${luoshan}?demo=0` }, async ({ page }) => {
      await page.waitForSelector('.area-targets li, .area-bars li')
      expect((await page.locator('.page-facts').innerText()).replace(/\s+/g, ' ')).toContain('名次 还没有填报')
      expect(await page.locator('.area-targets li').first().innerText()).toContain('未填报')
    })
  })
})
