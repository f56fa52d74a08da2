/** Undo and redo through everything: shares, a report, a file that came back, a review that returns, the correction; the board of then, figure by figure. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { BoardPage } from './pageModels/boardPage.ts'
import { returnedList } from './support/returnedFiles.ts'
import { withPage } from './support/withPage.ts'

const plan = '#/plan/jinjiang-2020'
const now = '2020-09-15T10:00:00+08:00'
const target = '2.1-2'

/** Less what tells how the ledger came to it: events, head, known when. */
async function boardOf(page: Page): Promise<Record<string, unknown>> {
  const { cells, targets, areas, chapters, total } = JSON.parse((await new BoardPage(page).download(/挂图数据/)).text) as Record<string, unknown>
  return { cells, targets, areas, chapters, total }
}
const go = async (page: Page, path: string, until: string): Promise<void> => {
  await page.goto(page.url().replace(/#.*/, `${plan}${path}?demo=0`))
  await page.waitForSelector(until)
}
const events = async (page: Page): Promise<string> => /台账 (\d+) 条/.exec((await page.locator('.status').innerText()).replace(/\s+/g, ' '))![1]!
/** Presses the key until it does nothing more, `most` times at most; how often it did something. */
async function press(page: Page, key: string, most: number): Promise<number> {
  for (let steps = 0; steps < most; steps += 1) {
    const count = await events(page)
    await page.keyboard.press(key)
    const isDone = await page.waitForFunction(was => !document.body.innerText.replace(/\s+/g, ' ').includes(`台账 ${was} 条`) && /已存[^，。]*\d\d:\d\d/.test(document.body.innerText), count, { timeout: 1_500 }).then(() => true, () => false)
    if (!isDone) return steps
  }
  return most
}

it('every step goes back to the board before it, and forward again to the board after it', async () => {
  await withPage({ hash: `${plan}/setup?demo=0`, now }, async ({ page }) => {
    await page.evaluate(() => { localStorage.setItem('guatu.identity', JSON.stringify({ unit: '办公室', name: '' })) })
    await page.reload()
    await page.locator(`.share-row[data-target="${target}"] td[data-area]`).first().click()
    const empty = await boardOf(page)
    await page.getByRole('button', { name: '平均', exact: true }).first().click()
    await page.getByText('已存本机').waitFor()

    await go(page, '/report', '.report-groups li')
    await page.locator('.report-groups button', { hasText: '上门服务' }).click()
    const input = page.locator('.report-table input[data-input]').first()
    await input.fill('40')
    await input.press('Enter')
    await page.waitForSelector('tr.reported')

    await go(page, '/collect', '.collect-empty')
    await page.locator('.collect-files').setInputFiles([returnedList('梅岭.csv', [{ target, area: '350582002', at: '2020-09-15', input: '33' }])])
    await page.waitForFunction(() => document.querySelector('.collect-foot .primary')?.textContent === '写入 1')
    await page.locator('.collect-foot .primary').click()
    await page.waitForSelector('text=整批撤销')

    await go(page, '/review', '.review-table tbody tr')
    await page.keyboard.press('j')
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog')
    await dialog.locator('.presets button').first().click()
    await dialog.locator('button[type=submit]').click()
    await dialog.waitFor({ state: 'detached' })

    // What came back stands first with its reason, and is corrected there.
    await go(page, '/report', '.report-groups li')
    await page.locator('.report-groups button', { hasText: '上门服务' }).click()
    const back = page.locator('.report-table tbody tr').first()
    expect(await back.innerText()).toMatch(/退回[\s\S]*与台账对不上/)
    await back.locator('input[data-input]').fill('41')
    await back.locator('input[data-input]').press('Enter')
    await page.waitForFunction(() => document.querySelector('.report-table tbody')?.textContent?.includes('退回') === false)
    await go(page, `/target/${target}`, '.block.record tbody tr')
    // The correction and the other file wait for a review and say so; what came back says that.
    expect((await page.locator('.block.record tbody tr').allInnerTexts()).filter(text => text.includes('未审'))).toHaveLength(2)
    expect(await page.locator('.block.record').innerText()).toContain('已退回')
    await go(page, '', 'table.board [data-target]')
    const full = await boardOf(page)
    expect(full).not.toEqual(empty)

    await new BoardPage(page).edit()
    const steps = await press(page, 'Control+z', 9)
    expect(steps).toBe(5)
    expect(await page.locator('.cell-bar').getByRole('button', { name: '撤销' }).isDisabled()).toBe(true)
    expect(await boardOf(page)).toEqual(empty)
    await page.locator('table.board [data-c]').first().focus()
    expect(await press(page, 'Control+y', 9)).toBe(steps)
    expect(await boardOf(page)).toEqual(full)
  })
})
