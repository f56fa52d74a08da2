/** A bulletin from a frozen board: drafted, edited, held against a corrected report, issued, downloaded as DOCX. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { partsOf, wordText } from '../exports/docxParts.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { draftNow } from './states/bulletin.ts'
import { takePicture, withPage } from './support/withPage.ts'

const jinjiang = '#/plan/jinjiang-2020'

it('a draft is edited, a corrected report makes one of its sentences wrong, the new figure is taken, the paper is issued and holds it', async () => {
  await withPage({ hash: `${jinjiang}/bulletins` }, async ({ page, url }) => {
    await draftNow(page)
    const board = new BoardPage(page)
    const address = new URL(page.url()).hash
    expect(await page.locator('.b-title textarea').inputValue()).toBe('晋江市民政局关于2020年民政工作要点推进情况的通报')
    expect(await page.locator('.b-number input').inputValue()).toBe('第1期')
    expect(await page.locator('.b-stale h2').innerText()).toContain('文中的数与对照一致')
    expect(await page.locator('.b-length').innerText()).toMatch(/2\d{3} \/ 4000[\s\S]*在上限内/)

    // The figure of a cell says where it is from: item, place, day, version.
    const cell = page.locator('.b-par', { hasText: '罗山街道' }).locator('.b-tok', { hasText: '万元' }).first()
    await cell.click()
    expect(await page.locator('.b-origin').innerText()).toMatch(/121\.2万元[\s\S]*项目[\s\S]*低保特困资金支付[\s\S]*地方[\s\S]*罗山街道[\s\S]*差距[\s\S]*截至[\s\S]*9月15日[\s\S]*版本[\s\S]*[0-9A-F]{4} [0-9A-F]{4}/)
    await page.keyboard.press('ArrowLeft')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('15%')
    await takePicture(page, 'bulletin-draft')

    // A sentence is edited by hand: figures that were not touched stay alive; what is unsaved outlives a reload.
    const first = page.locator('.b-par').nth(1)
    await first.locator('.b-edit').click()
    const field = page.locator('.b-par textarea')
    await field.press('End')
    await page.keyboard.type('请各单位对照抓紧。')
    await field.press('Escape')
    expect(await first.locator('.b-tok').count()).toBeGreaterThan(3)
    expect(await page.locator('.b-bar').innerText()).toContain('有未存的改动')
    await page.reload()
    await page.waitForSelector('.b-sheet .b-tok')
    expect(await page.locator('.b-par').nth(1).innerText()).toContain('请各单位对照抓紧。')
    await page.keyboard.press('Control+s')
    await page.waitForFunction(() => document.querySelector('.b-said-now')?.textContent?.includes('已存') === true)
    expect(await page.locator('.b-versions li').count()).toBe(2)

    // The report behind a figure is corrected on the board.
    await page.locator('.b-par', { hasText: '罗山街道' }).locator('.b-tok', { hasText: '万元' }).first().click()
    const href = await page.locator('.b-origin dl a').getAttribute('href')
    const id = decodeURIComponent(/target\/([^?]+)/.exec(href!)![1]!)
    await page.goto(url(jinjiang))
    await board.ready()
    await board.edit()
    const labels = await page.locator(`[data-target="${id}"] [data-c]`).evaluateAll(cells => cells.map(one => `${one.getAttribute('data-c')} ${one.getAttribute('aria-label') ?? one.textContent}`))
    const at = labels.find(one => one.includes('罗山'))!
    await board.pick(id, Number(at.split(' ')[0]))
    await board.type('60', 'Enter')
    await page.waitForFunction(() => /已存[^，。]*\d\d:\d\d:\d\d/.test(document.body.innerText))
    await board.leaveEdit()

    // The page lists the sentences that became wrong and replaces nothing.
    await page.goto(url(address))
    await page.waitForSelector('.b-stale li')
    expect(await page.locator('.b-stale h2').innerText()).toMatch(/\d 句里的数变了/)
    const wrong = page.locator('.b-stale li', { hasText: '差121.2万元' })
    expect(await wrong.locator('.b-was').allInnerTexts()).toContainEqual(expect.stringMatching(/121\.2万元[\s\S]*变为[\s\S]*万元/))
    expect(await page.locator('.b-sheet').innerText()).toContain('差121.2万元')
    await takePicture(page, 'bulletin-stale')
    const fresh = await wrong.locator('.b-was', { hasText: '121.2万元' }).locator('b').innerText()
    await wrong.locator('.b-take').click()
    expect(await page.locator('.b-sheet').innerText()).toContain(`差${fresh}`)
    for (let left = await page.locator('.b-stale li').count(); left > 0; left -= 1) await page.locator('.b-stale li .b-keep').first().click()
    expect(await page.locator('.b-stale h2').innerText()).toContain('文中的数与对照一致')

    // The annex follows a snapshot of the same day as it is known now.
    await page.locator('.b-rebase button').click()
    await page.waitForFunction(() => document.querySelector('.b-said-now')?.textContent?.includes('已换成新快照') === true)

    // Issued: locked, and the downloaded paper holds the text with its annex.
    await page.locator('.b-issue').click()
    await page.waitForSelector('.b-reopen')
    expect(await page.locator('.b-sheet textarea:not([readonly])').count()).toBe(0)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 DOCX' }).click()])
    expect(download.suggestedFilename()).toMatch(/^演示数据-晋江市-2020-.*-通报-第1期\.docx$/)
    const text = wordText(partsOf(readFileSync(await download.path())).get('word/document.xml')!)
    for (const part of [`差${fresh}`, '请各单位对照抓紧。', '附件', '完成率%', '晋江市民政局', '219万元60万元27']) expect(text).toContain(part)
    expect(await page.locator('.b-versions li').count()).toBe(3)
  })
}, 90_000)
