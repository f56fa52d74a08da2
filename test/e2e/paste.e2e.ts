/** Paste from Excel on the board: looked at before it is written, mended, written in one step, taken back in one. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { BoardPage } from './pageModels/boardPage.ts'
import { pasteInto } from './states/paste.ts'
import { withPage } from './support/withPage.ts'

const board = '#/plan/jinjiang-2020?demo=0&at=2020-09-15'
const now = '2020-09-15T10:00:00+08:00'
const line = (page: Page, key: string) => page.locator(`.dialog [data-line="${key}"]`)
const counts = async (page: Page) => (await page.locator('.paste-counts').innerText()).replace(/\s+/g, ' ').trim()

it('a block with errors is looked at, one is mended, the good ones are written at once and undone at once', async () => {
  await withPage({ hash: board, now }, async ({ page }) => {
    const view = new BoardPage(page)
    await view.ready()
    await view.pick('2.1-2', 0)
    await view.edit()
    await pasteInto(page, '镇街\t居家养老上门服务\t四帮四扶家庭\n青阳街道\t92\t3\n梅岭\t7O\t2\n西园\t12.5\t\n青羊街道\t5\t1\n合计\t99\t6')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await counts(page)).toBe('全部 5 写入 3 有误 2 待确认 0 不变 0 没对上 2')
    expect(await dialog.innerText()).toContain('合计、小计 2 格')
    await line(page, '2.1-2 350582002').getByRole('button', { name: '改为 70' }).click()
    expect(await counts(page)).toBe('全部 5 写入 4 有误 1 待确认 0 不变 0 没对上 2')
    await page.keyboard.press('Control+Enter')
    await view.introduce('yanglao')
    await view.savedWith(4)
    expect(await page.locator('.paste-band').innerText()).toContain('已粘贴 4 格')
    expect(await view.label('2.1-2', 1)).toContain('70')

    // What was wrong stays in sight, is mended and written later.
    const wrong = page.locator('.paste-band [data-line="2.1-2 350582003"]')
    expect(await wrong.innerText()).toContain('要是整数')
    await wrong.getByRole('button', { name: '改为 13' }).click()
    await page.locator('.paste-band').getByRole('button', { name: '写入 1 格' }).click()
    await view.savedWith(5)
    expect(await page.locator('.paste-band [data-line]').count()).toBe(0)

    await page.locator('.paste-band').getByRole('button', { name: '撤销粘贴' }).click()
    await view.savedWith(10)
    await page.getByText('粘贴已撤销').waitFor()
    expect(await view.label('2.1-2', 1)).not.toContain('70')
  })
})

it('an allocation is pasted turned round and told against its goal; Esc writes nothing; one value is typed as ever', async () => {
  await withPage({ hash: board, now }, async ({ page }) => {
    const view = new BoardPage(page)
    await view.ready()
    await view.pick('2.1-2', 0)
    await view.edit()
    await view.mode('allocation')
    await view.pick('2.1-2', 0)
    const block = '指标\t青阳\t梅岭\t西园\t全市\n居家养老上门服务（名）\t1,000\t９００\t-\t1900'
    await pasteInto(page, block)
    await page.getByRole('dialog').waitFor()
    expect(await page.getByRole('dialog').innerText()).toContain('上门服务：合计 1900，目标 2000名，未分解 100')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.locator('.paste-band').count()).toBe(0)
    await pasteInto(page, block)
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Control+Enter')
    await view.introduce('bangong')
    await view.savedWith(1)
    await page.keyboard.press('Control+z')
    await page.getByText('粘贴已撤销').waitFor()
    await view.mode('achievement')
    await view.pick('2.1-2', 3)
    await pasteInto(page, '41')
    await page.waitForSelector('.cell-input, .board-scroller input')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.keyboard.press('Enter')
    await view.savedWith(3)
  })
})
