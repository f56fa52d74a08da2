/** A leader with one minute: from the board to cause and forecast by the keyboard; and addresses that lead nowhere. */
import { describe, expect, it } from 'vitest'
import { BoardPage } from './pageModels/boardPage.ts'
import { withPage } from './support/withPage.ts'

const jinjiang = '#/plan/jinjiang-2020'

describe('from the board to the cause', () => {
  it('one keystroke shows why and whether it will be reached, the second the page of the target, Back returns', async () => {
    await withPage({ hash: jinjiang }, async ({ page }) => {
      await new BoardPage(page).ready()
      await page.keyboard.press('Enter')
      const card = page.locator('.lamp-card:not(.compact)')
      await card.waitFor()
      const text = await card.innerText()
      for (const word of ['为何亮灯', '转绿最少', '剩余', '近三月', '最快一月']) expect(text).toContain(word)
      const name = (await card.locator('h2').innerText()).split(' ').at(-1)!
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => location.hash.includes('/target/'))
      await page.getByRole('heading', { level: 1, name }).waitFor()
      expect(page.url()).toContain('area=')
      await page.goBack()
      await new BoardPage(page).ready()
    })
  })

  it('Shift and Enter open the township', async () => {
    await withPage({ hash: jinjiang }, async ({ page }) => {
      await new BoardPage(page).ready()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Shift+Enter')
      await page.waitForFunction(() => location.hash.includes('/area/'))
      await page.getByRole('heading', { level: 1 }).waitFor()
    })
  })

  it('a chart can be read as a table and saved with its caption', async () => {
    await withPage({ hash: `${jinjiang}?cell=2.1-2/350582001` }, async ({ page }) => {
      const frame = page.locator('.lamp-card .chart-frame')
      await frame.locator('svg').first().waitFor()
      const [svg] = await Promise.all([page.waitForEvent('download'), frame.getByRole('button', { name: /SVG/ }).click()])
      expect(svg.suggestedFilename()).toMatch(/^演示数据-.*\.svg$/)
      const [png] = await Promise.all([page.waitForEvent('download'), frame.getByRole('button', { name: /PNG/ }).click()])
      expect(png.suggestedFilename()).toMatch(/\.png$/)
      await frame.getByRole('button', { name: '看数据' }).click()
      expect(await frame.locator('table tbody tr').count()).toBeGreaterThan(3)
    })
  })
})

describe('addresses edited by hand', () => {
  it.each([
    ['a day that does not exist', `${jinjiang}?at=2020-13-45`, '不是一个日期'],
    ['a day far away', `${jinjiang}?at=1820-01-01`, '太远'],
    ['an unknown target', `${jinjiang}/target/9.9.9-9`, '没有编号为'],
    ['an unknown township', `${jinjiang}/area/999`, '没有代码为'],
  ])('%s: says so and leads to the nearest view', async (_name, hash, why) => {
    await withPage({ hash }, async ({ page }) => {
      await page.locator('.lost').getByText(why).waitFor()
      await page.getByRole('link', { name: '看最近的画面' }).click()
      await page.waitForSelector('.board [data-target], .page')
      expect(await page.locator('.lost').count()).toBe(0)
    })
  })

  it('a page that is not there', async () => {
    await withPage({ hash: '#/nowhere/at/all' }, async ({ page }) => {
      await page.locator('.lost').getByText('没有这个页面').waitFor()
      await page.getByRole('link', { name: '回挂图' }).click()
      await new BoardPage(page).ready()
    })
  })
})
