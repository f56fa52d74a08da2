/** The page of a target: from the board to why, one township, the record, the next target; what was known then; on a phone. */
import { describe, expect, it } from 'vitest'
import { withPage } from './support/withPage.ts'

const plan = '#/plan/jinjiang-2020'
const now = '2020-09-15T10:00:00+08:00'

describe('the page of a target', () => {
  it('says the finding before the chart is drawn, shows one township and the whole again, and J and K follow the board', async () => {
    await withPage({ hash: `${plan}/target/1.3-2`, now }, async ({ page }) => {
      await page.waitForSelector('.target-page')
      const title = page.locator('.curve-block h2 b')
      expect(await page.locator('h1').innerText()).toContain('帮扶家庭')
      expect(await title.innerText()).toMatch(/^落后 [\d.]+ 户，按近三月速度/)
      expect((await page.locator('.page-facts').innerText()).replace(/\s+/g, ' ')).toMatch(/已完成 114 \/ 200 户 应完成（时序 71%）.*滞后/)
      await page.waitForSelector('.curve-block svg text >> text=截至 9月15日')

      // A name in the bars leads to that township, the select to another, the line above back to the whole.
      await page.locator('.bars-block svg text', { hasText: '内坑' }).first().click()
      await page.waitForSelector('.scope-line >> text=内坑镇')
      expect(page.url()).toContain('area=')
      expect((await page.locator('.page-facts').innerText()).replace(/\s+/g, ' ')).toMatch(/4 \/ 17 户/)
      expect(await page.locator('.record tbody tr').count()).toBeGreaterThan(3)
      await page.locator('.scope-choice select').selectOption({ index: 3 })
      await page.waitForFunction(() => !document.querySelector('.scope-line')?.textContent.includes('内坑'))
      await page.getByRole('link', { name: '回到全市' }).click()
      await page.waitForSelector('.scope-line', { state: 'detached' })

      await page.getByRole('button', { name: '占比' }).click()
      expect(await page.locator('.bars-block h2 b').innerText()).toMatch(/最多，[\d.]+%/)
      await page.locator('.curve-block').getByRole('button', { name: '看数据' }).click()
      expect(await page.locator('.curve-block .chart-table tbody tr').count()).toBeGreaterThan(5)
      expect(await page.locator('.record tbody tr').count()).toBe(12)
      await page.getByRole('button', { name: /全部 \d+ 条/ }).click()
      expect(await page.locator('.record tbody tr').count()).toBeGreaterThan(100)
      await page.locator('.months button').nth(5).focus()
      expect(await page.locator('.months .said').innerText()).toMatch(/6月.*7月5日时报的是滞后/)

      await page.keyboard.press('j')
      await page.waitForFunction(() => !document.querySelector('h1')?.textContent.includes('帮扶家庭'))
      expect(page.url()).toContain('/target/1.4-1')
      await page.keyboard.press('k')
      await page.waitForSelector('h1 >> text=帮扶家庭')
    })
  })

  it('a corrected value is struck through, and 当时所知 does not know it yet', async () => {
    await withPage({ hash: `${plan}/target/1.3-2?at=2020-08-31&known=then`, now }, async ({ page, url }) => {
      await page.waitForSelector('.target-page .tag >> text=当时所知')
      const then = await page.locator('.record .all').innerText()
      await page.goto(url(`${plan}/target/1.3-2?at=2020-08-31`))
      await page.waitForSelector('.target-page .tag >> text=当时所知', { state: 'detached' })
      await page.getByRole('button', { name: /全部 \d+ 条/ }).click()
      const count = (text: string) => Number(/\d+/.exec(text)?.[0] ?? 0)
      expect(await page.locator('.record tbody tr').count()).toBeGreaterThan(count(then))
    })
  })

  it('on a phone stands in one column, the reason right after the chart', async () => {
    await withPage({ hash: `${plan}/target/2.1-1`, now, size: 'phone' }, async ({ page }) => {
      await page.waitForSelector('.curve-block svg')
      const tops = await page.evaluate(() => ['.curve-block', '.why-block', '.forecast-block', '.bars-block', '.sites', '.record', '.source-block'].map(selector => document.querySelector(selector)!.getBoundingClientRect().top))
      expect(tops).toEqual([...tops].sort((one, other) => one - other))
      expect(await page.evaluate(() => document.querySelector('.target-page')!.scrollWidth <= innerWidth)).toBe(true)
      expect(await page.locator('.curve-block .chart-place').evaluate(place => place.clientHeight)).toBe(220)
    })
  })
})
