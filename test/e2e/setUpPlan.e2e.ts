/** Set-up of a plan: a curve by keys, sites by paste, who leads, a goal amended, a question decided; next year's file; and all of it taken back. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { parsePlan } from '../../src/domain/parsePlan.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { pastedSites } from './states/setUpSites.ts'
import { withPage } from './support/withPage.ts'

const setUp = '#/plan/jinjiang-2020/setup'
const open = (page: Page, word: string) => page.locator('.frame-tabs a', { hasText: word }).click()
const said = (page: Page, text: string) => page.waitForFunction(wanted => document.querySelector('.set-said')?.textContent?.includes(wanted) === true, text)
/** What does not change with the number of events. */
const figures = (text: string): unknown => { const { cells, targets, areas, chapters, total } = JSON.parse(text) as Record<string, unknown>; return { cells, targets, areas, chapters, total } }

it('a plan is set up, changed, exported for the next year, and taken back step by step', async () => {
  await withPage({ hash: `${setUp}/curves?target=2.1-2` }, async ({ page }) => {
    const board = new BoardPage(page)
    await page.waitForSelector('.curve-drawing')
    const before = await board.download(/board\.json/)

    // The curve: corners, one moved by keys and one by the pointer; applied from the beginning.
    await page.locator('.curve-page').getByRole('button', { name: '折点' }).click()
    const points = page.locator('.curve-drawing .point')
    expect(await points.count()).toBe(3)
    await points.nth(1).focus()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('ArrowUp')
    expect(await points.nth(1).getAttribute('aria-valuetext')).toMatch(/^6月30日，累计 46%/)
    const at = (await points.nth(2).locator('.dot').boundingBox())!
    await page.mouse.move(at.x + 4, at.y + 4)
    await page.mouse.down()
    await page.mouse.move(at.x - 20, at.y + 40, { steps: 4 })
    await page.mouse.up()
    expect(await points.nth(2).getAttribute('aria-valuetext')).toMatch(/^9月\d+日，累计 (4|5)\d%/)
    expect(await page.locator('.curve-says').innerText()).toMatch(/^最陡 .*月均.*三季度末还剩 \d+/)
    await page.getByRole('button', { name: '应用这条曲线' }).click()
    await board.introduce('bangong')
    await said(page, '曲线已记入台账')
    expect(await page.locator('.set-list [aria-current] em').innerText()).toBe('折点')

    // Sites: three are certain, one is settled by a click on the guess, two stay out.
    await open(page, '项目点')
    await page.locator('.set-form select').first().selectOption('2.1-1')
    await page.locator('.site-paste textarea').fill(pastedSites)
    expect(await page.locator('.site-counts').innerText()).toMatch(/对上 3\s*待确认 1\s*对不上 2/)
    await page.locator('.set-chip.ask').click()
    await page.getByRole('button', { name: '写入 4 处' }).click()
    await said(page, '已写入 4 处，4 个镇街')
    expect(await page.locator('.site-known').innerText()).toMatch(/溪边村居家养老服务站\s+陈埭\s+招标/)

    // Who leads, by two pasted columns.
    await open(page, '科室')
    await page.locator('.lead-paste').fill('任务\t科室\n2.1\t办公室\n不知道的事\t办公室')
    await page.getByRole('button', { name: '写入 1 项' }).click()
    await page.waitForFunction(() => (document.querySelector('[data-task="2.1"] select') as HTMLSelectElement | null)?.value === 'bangong')

    // A goal changed in the year: what it would change is told first, the old one stands struck through after it.
    await open(page, '调整')
    await page.locator('.change-kinds').getByRole('button', { name: '改目标' }).click()
    await page.locator('.changes-page select').first().selectOption('2.1-2')
    await page.locator('.changes-page .number').fill('1200')
    expect((await page.locator('.effect-list').innerText()).replace(/\s+/g, ' ')).toMatch(/2\.1-2 合计 .*→.*2000 1200/)
    await page.locator('.changes-page .wide input').fill('市里调减任务')
    await page.locator('.changes-page button[type=submit]').click()
    await said(page, '已记入台账')
    expect((await page.locator('.change-history li').first().innerText()).replace(/\s+/g, ' ')).toMatch(/9月15日起 2\.1-2 .*任务 2000 名 → 1200 名.*市里调减任务/)

    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出为明年计划' }).click()])
    expect(saved.suggestedFilename()).toBe('演示数据-jinjiang-2020-next.json')
    const next = parsePlan(readFileSync(await saved.path(), 'utf8'))
    expect(next).toMatchObject({ ok: true, plan: { id: 'jinjiang-2021', documentNumber: null, title: '2021年民政工作要点（演示数据）' } })
    const tasks = next.ok ? next.plan.chapters.flatMap(chapter => chapter.tasks) : []
    expect(tasks.find(task => task.id === '2.1')).toMatchObject({ lead: 'bangong', targets: [{ allocation: {} }, { goal: { value: 1200 } }, {}] })

    // A question decided together with a goal; the note stands on the page of its target.
    await open(page, '口径裁定')
    expect(await page.locator('.rulings-page h2').first().innerText()).toMatch(/^22 待定/)
    await page.locator('.ruling-form .way input').nth(2).check()
    await page.locator('.ruling-form .number').fill('210')
    await page.locator('.ruling-text').fill('满 210 户才算')
    await page.getByRole('button', { name: '裁定，印作注 1' }).click()
    await said(page, '已裁定')
    // The plan with its set-up is laid over the file's a moment after the entry is saved.
    await expect.poll(() => page.locator('.rulings-page h2').first().innerText()).toMatch(/^21 待定/)
    await page.evaluate(() => { location.hash = '#/plan/jinjiang-2020/target/1.3-2' })
    await page.waitForSelector('.source-block .rulings')
    expect(await page.locator('.source-block .rulings').innerText()).toMatch(/已定\s*满 210 户才算/)
    await page.evaluate(() => { location.hash = '#/plan/jinjiang-2020/setup/rulings' })
    await page.waitForSelector('.rulings-page')
    expect(figures((await board.download(/board\.json/)).text)).not.toEqual(figures(before.text))

    // Five steps back: the figures are those of the beginning.
    for (let i = 0; i < 5; i++) {
      await page.locator('.set-tools').getByRole('button', { name: '撤销' }).click()
      await page.waitForTimeout(120)
    }
    await page.waitForFunction(() => document.querySelector('.rulings-page h2')?.textContent?.startsWith('22 待定') === true)
    expect(await page.locator('.set-tools').getByRole('button', { name: '撤销' }).isDisabled()).toBe(true)
    expect(figures((await board.download(/board\.json/)).text)).toEqual(figures(before.text))
  })
})

it('a contradiction that is found is kept open, decided as a note, or put aside; another plan is laid beside it', async () => {
  await withPage({ hash: '#/plan/quanzhou-tsz-2023/setup/rulings' }, async ({ page }) => {
    const board = new BoardPage(page)
    await page.waitForSelector('.finding')
    const title = page.locator('.rulings-page h2').first()
    expect(await title.innerText()).toMatch(/^7 待定/)
    await page.locator('.finding').getByRole('button', { name: '直接裁定' }).click()
    expect(await page.locator('.finding [role=alert]').innerText()).toBe('先写一句裁定或理由')
    await page.locator('.finding input').fill('从印发日起算')
    await page.locator('.finding').getByRole('button', { name: '直接裁定' }).click()
    await board.introduce('bangong')
    await said(page, '已裁定，印作注')
    await expect.poll(() => page.locator('.rulings-page .decided h2').innerText()).toMatch(/^已定 1/)
    expect(await page.locator('.finding').count()).toBe(0)
    await page.evaluate(() => { location.hash = '#/plan/quanzhou-tsz-2023/target/4.3-1' })
    await page.waitForSelector('.source-block .rulings')
    expect((await page.locator('.source-block .rulings li').last().innerText()).replace(/\s+/g, ' ')).toMatch(/^注 8 .*已定 从印发日起算/)

    await page.evaluate(() => { location.hash = '#/plan/jinjiang-2020/setup/rulings' })
    await page.waitForSelector('.findings')
    await page.locator('.findings select').selectOption('zhengxiang-2022')
    await page.waitForSelector('.finding[data-key^="unit:"]')
    expect((await page.locator('.finding').innerText()).replace(/\s+/g, ' ')).toMatch(/单位不同.*约2000名.*2200多人次.*蒸湘区/)
    await page.locator('.finding input').fill('两地各按原文')
    await page.locator('.finding').getByRole('button', { name: '不是问题' }).click()
    await said(page, '已记下不是问题')
    await page.waitForFunction(() => document.querySelectorAll('.findings ol .finding').length === 0)
    expect(await page.locator('.findings .declined').innerText()).toMatch(/不是问题 1/)
    expect(await title.innerText()).toMatch(/^22 待定/)
    await page.locator('.findings .declined summary').click()
    await page.locator('.findings .declined').getByRole('button', { name: '重新提出' }).click()
    await expect.poll(() => title.innerText()).toMatch(/^23 待定/)
  })
})
