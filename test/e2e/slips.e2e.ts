/** One slip from the new form to its reopening, by keyboard, between the office, a township and a department; what is refused says why. */
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { defaultSlipRules } from '../../src/domain/rulePack.ts'
import { makeEvent } from '../domain/makers.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { withPage } from './support/withPage.ts'

const slips = '#/plan/jinjiang-2020/slips'
const said = (page: Page, text: string) => page.waitForFunction(wanted => document.querySelector('.set-said')?.textContent?.includes(wanted) === true, text)
/** The same device, another unit: by the menu, as people do. */
async function become(page: Page, unit: string): Promise<void> {
  await page.locator('.top .who').click()
  await page.getByRole('menuitem', { name: /填报单位/ }).click()
  await new BoardPage(page).introduce(unit)
}
const stamps = async (page: Page): Promise<string> => (await page.locator('.slip-course').innerText()).replace(/\s+/g, ' ')
/** The rules have answered after what was written last. */
const rested = (page: Page) => page.waitForSelector('.slip-side[aria-busy=false]')
const text = async (page: Page, place: string): Promise<string> => (await page.locator(place).innerText()).replace(/\s+/g, ' ')

it('a slip is sent, received, answered, extended, raised, verified, signed, closed and reopened', async () => {
  await withPage({ hash: slips }, async ({ page, url }) => {
    const board = new BoardPage(page)
    await page.waitForSelector('.slip-desk')
    const before = await page.locator('.slip-list li').count()
    // J walks the list and opens what it comes to; the address holds it.
    const first = await page.locator('.slip-head h2').innerText()
    await page.keyboard.press('j')
    await page.waitForFunction(title => document.querySelector('.slip-head h2')?.textContent !== title, first)
    expect(page.url()).toContain('slip=')
    await page.keyboard.press('k')
    await page.waitForFunction(title => document.querySelector('.slip-head h2')?.textContent === title, first)

    // A new one: the cell is found by two words, what is known is filled in, what the ledger would refuse is said.
    await page.keyboard.press('c')
    await page.locator('.compose .search').fill('居家养老站 龙湖')
    await page.locator('.compose [role=option]').first().waitFor()
    await page.keyboard.press('Enter')
    expect(await page.locator('.compose .number .field').inputValue()).toMatch(/^2020-\d\d$/)
    expect(await page.locator('.compose .title').inputValue()).toBe('居家养老站')
    await page.keyboard.type('第二处开工')
    expect(await page.locator('.compose select').first().inputValue()).toBe('350582110')
    await page.locator('.compose textarea').fill('9月30日前开工，书面反馈')
    await page.locator('.compose .due').fill('2020-09-01')
    await page.keyboard.press('Control+Enter')
    expect(await page.locator('.compose .wrong').innerText()).toContain('早于交办日')
    await page.locator('.compose .due').fill('2020-09-17')
    await page.keyboard.press('Control+Enter')
    await board.introduce('bangong')
    await said(page, '号已发出')
    await page.waitForSelector('.slip-desk')
    const number = /2020-\d\d/.exec(await page.locator('.slip-head p').first().innerText())![0]
    expect(await page.locator('.slip-list li').count()).toBe(before + 1)
    expect(await text(page, '.slip-head')).toMatch(/第二处开工.*待龙湖：发出 0 天未签收.*剩 2 天/)
    expect(await page.locator('.turn-near [aria-current]').innerText()).toContain('第二处开工')

    // Undone and done again: the ledger keeps both.
    await page.locator('.slip-head h2').focus()
    await page.keyboard.press('Control+z')
    await page.waitForFunction(n => document.querySelectorAll('.slip-list li').length === n, before)
    await page.keyboard.press('Control+Shift+z')
    await page.waitForFunction(n => document.querySelectorAll('.slip-list li').length === n, before + 1)

    // The township: only its own, received and answered by digits; evidence is a name and a link, no photo is asked for.
    await become(page, '350582110')
    expect(await page.locator('.slip-list [aria-current]').innerText()).toContain('第二处开工')
    await page.locator('.slip-head h2').focus()
    await page.keyboard.press('1')
    await page.waitForSelector('.step-form.receive')
    await page.keyboard.press('Enter')
    await said(page, '签收，已记入台账')
    await page.keyboard.press('1')
    await page.locator('.step-form.reply textarea').first().waitFor()
    await page.keyboard.type('地已选定，图纸在审')
    await page.locator('.step-form.reply textarea').nth(1).fill('选址图\nhttps://example.cn/tu')
    await page.keyboard.press('Control+Enter')
    await said(page, '反馈，已记入台账')
    expect(await text(page, '.slip-replies')).toMatch(/反馈 1 份 佐证自愿附，照片不作要求 龙湖 ?9月15日 地已选定，图纸在审 选址图 https:\/\/example.cn\/tu/)
    // An extension must be later than the date: refused with the reason in the form, then asked rightly.
    await page.locator('[data-step=ask_extension]').click()
    await page.locator('.step-form.ask_extension input[data-first]').fill('2020-09-16')
    await page.locator('.step-form.ask_extension .wide input').first().fill('图纸要复审')
    await page.keyboard.press('Control+Enter')
    expect(await page.locator('.step-form .wrong').innerText()).toMatch(/^新时限要晚于原时限.*选更晚的日子$/)
    await page.locator('.step-form.ask_extension input[data-first]').fill('2020-09-30')
    await page.keyboard.press('Control+Enter')
    await said(page, '申请延期，已记入台账')

    // The office: the request waits with its form open; another day is given, then the slip is raised one level.
    await become(page, 'bangong')
    expect(await page.locator('.turn-mine').innerText()).toContain('第二处开工')
    const ask = page.locator('.step-form.settle_extension')
    expect((await ask.innerText()).replace(/\s+/g, ' ')).toMatch(/龙湖申请延期：9月17日 → 9月30日（13 天） ?9月15日提出，到期前 2 天，第 1 次 理由 图纸要复审/)
    await ask.getByLabel('另定日期').check()
    await ask.getByLabel('新限期').fill('2020-09-25')
    await ask.locator('button[type=submit]').click()
    await said(page, '答复延期，已记入台账')
    expect(await text(page, '.slip-matter dl')).toMatch(/限期 9月25日 ?原限 9月17日/)
    const level = await page.locator('.slip-head .slip-mark').innerText()
    await page.locator('.slip-head h2').focus()
    await page.keyboard.press(await page.locator('[data-step=escalate] kbd').innerText())
    await page.locator('.step-form.escalate textarea').fill('会上定的，要盯紧')
    await page.keyboard.press('Control+Enter')
    await said(page, '升级，已记入台账')
    expect(await page.locator('.slip-head .slip-mark').innerText()).not.toBe(level)
    expect(await page.locator('[data-step=close]').count()).toBe(0)

    // The township asks for closure: building work needs its acceptance.
    await become(page, '350582110')
    await page.locator('[data-step=apply]').click()
    await page.locator('.step-form.apply textarea').fill('已开工')
    await page.keyboard.press('Control+Enter')
    expect(await page.locator('.step-form .wrong').innerText()).toContain('验收后才能销号')
    await page.locator('.step-form.apply input.field').first().fill('镇里验收，9月14日，龙民验〔2020〕3号')
    await page.keyboard.press('Control+Enter')
    await said(page, '申请销号，已记入台账')

    // Verified on site, signed, closed, published, each by the first digit; then found undone and opened again.
    await become(page, 'bangong')
    await page.locator('.step-form.verify textarea').fill('到场看过，已打地基')
    await page.locator('.step-form.verify button[type=submit]').click()
    await said(page, '核验，已记入台账')
    for (const [step, words] of [['sign', '分管领导签字'], ['close', null], ['publish', '局网站']] as const) {
      await page.keyboard.press('1')
      const form = page.locator(`.step-form.${step}`)
      await form.waitFor()
      if (words !== null) await page.keyboard.type(words)
      await page.keyboard.press('Control+Enter')
      await form.waitFor({ state: 'detached' })
    }
    expect(await stamps(page)).toMatch(/^交办 9月15日 当天 签收 9月15日 当天 反馈 9月15日 当天 办结 9月15日 当天 销号 9月15日 限 9月25日$/)
    expect(await page.locator('.turn-done').innerText()).toContain('第二处开工')
    for (const [item, ending] of [['打印单', '.html'], ['DOCX', '.docx']] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.papers').getByRole('button', { name: item }).click()])
      expect([download.suggestedFilename().startsWith(`演示数据-督办单-${number}`), download.suggestedFilename().endsWith(ending)]).toEqual([true, true])
      if (ending === '.html') expect(readFileSync(await download.path(), 'utf8')).toContain('地已选定')
    }
    await page.locator('[data-step=reopen]').click()
    await page.locator('.step-form.reopen textarea').fill('回头看停工')
    await page.keyboard.press('Control+Enter')
    await said(page, '重新打开，已记入台账')
    expect(await text(page, '.slip-head')).toMatch(/待龙湖：9月15日重新打开.*回头看 1 次/)
    expect(await text(page, '.slip-past summary')).toBe('全过程 12 步')

    // The lamp card of its cell shows the slip, and leads to a new one for the same cell.
    await page.goto(url('#/plan/jinjiang-2020?cell=2.1-1/350582110'))
    await page.locator('.cell-slips a', { hasText: number }).waitFor()
    await page.locator('.cell-slips .start').click()
    await page.waitForSelector('.compose .about')
    expect(await text(page, '.compose .about')).toMatch(/2\.1-1 居家养老站 龙湖/)
  })
})

it('proposals are sent, changed or refused with a reason, and a card is recorded; none of it by itself', async () => {
  await withPage({ hash: slips }, async ({ page }) => {
    const board = new BoardPage(page)
    await page.waitForSelector('.slip-side [data-proposal]')
    await rested(page)
    const count = async () => Number(/(\d+) 件/.exec(await page.locator('.slip-side h2').first().innerText())![1])
    const open = async () => Number(/在办 (\d+)/.exec(await page.locator('.slips-bar').innerText())![1])
    const [proposed, before] = [await count(), await open()]
    await page.locator('.slip-side li.issue').first().getByRole('button', { name: /^发出/ }).click()
    await board.introduce('bangong')
    await said(page, '号已发出')
    await rested(page)
    expect([await count(), await open()]).toEqual([proposed - 1, before + 1])
    expect(await text(page, '.slip-matter')).toMatch(/要求 .*9月\d+日前/)

    const refused = await page.locator('.slip-side li.issue').first().getAttribute('data-proposal')
    await page.locator('.slip-side li.issue').first().getByRole('button', { name: /^不发/ }).click()
    await page.keyboard.type('会上已说明')
    await page.keyboard.press('Enter')
    await said(page, '不发，已记入台账')
    await rested(page)
    expect(await page.locator(`[data-proposal="${refused}"]`).count()).toBe(0)
    expect(await count()).toBe(proposed - 2)

    await page.locator('.slip-side li.issue').first().getByRole('button', { name: /^改/ }).click()
    await page.waitForSelector('.compose .about')
    expect(await page.locator('.compose textarea').inputValue()).not.toBe('')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.compose', { state: 'detached' })

    await page.locator('[data-card]').getByRole('button', { name: '记为已亮' }).first().click()
    await page.keyboard.type('第4次调度会议定')
    await page.keyboard.press('Enter')
    await said(page, '记为已亮，已记入台账')
    expect(await text(page, '[data-card]')).toMatch(/9月15日亮。 第4次调度会议定 摘牌条件/)
  })
})

it('what two computers recorded across each other is shown and not counted', async () => {
  await withPage({ hash: '#/plan/jinjiang-2020/slips?demo=0', now: '2020-09-15T09:00:00+08:00' }, async ({ page }) => {
    await page.waitForSelector('.slips-none')
    const order = { level: 'blue', ...defaultSlipRules, basis: '', request: '月底前补齐', lead: '350582109', assist: [], due: '2020-09-17' }
    const of = (type: string, at: string, data: Record<string, unknown>) => JSON.stringify(makeEvent(type, at, data, { plan: 'jinjiang-2020' }))
    const file = join(tmpdir(), `guatu-slips-${process.pid}.jsonl`)
    writeFileSync(file, [
      of('slip', '2020-09-01', { id: 's-one', number: '2020-01', title: '档案补齐', ...order }), of('slip', '2020-09-02', { id: 's-two', number: '2020-02', title: '口径统一', ...order }), of('slip', '2020-09-02', { id: 's-three', number: '2020-02', title: '名单复核', ...order }),
      of('slip_step', '2020-09-03', { slip: 's-one', step: 'receive' }), of('slip_step', '2020-09-10', { slip: 's-one', step: 'withdraw', reason: '并入另一张' }), of('slip_step', '2020-09-12', { slip: 's-one', step: 'reply', text: '补了一半', evidence: [] }),
    ].join('\n'))
    await page.locator('.export-menu button').first().click()
    await page.getByRole('menuitem', { name: /恢复/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('input[type=file]').setInputFiles(file)
    await dialog.getByRole('button', { name: /并入/ }).click()
    await dialog.getByText(/已并入 6 条/).waitFor()
    await page.keyboard.press('Escape')
    expect((await page.locator('.slip-list h2 b').allInnerTexts())).toEqual(['临期', '已销号'])
    expect(await page.locator('.slip-warn').innerText()).toContain('编号 2020-02 有两张单')
    await page.locator('[data-step=withdraw]').click()
    await page.locator('.step-form.withdraw textarea').fill('另一台电脑已发')
    await page.keyboard.press('Control+Enter')
    await new BoardPage(page).introduce('bangong')
    await said(page, '撤销单，已记入台账')
    await page.locator('.slip-list .turn-near a').click()
    await page.locator('.slip-head', { hasText: '待内坑' }).waitFor()
    expect(await page.locator('.slip-warn').count()).toBe(0)
    await page.locator('.slip-list a', { hasText: '档案补齐' }).click()
    await page.locator('.slip-head', { hasText: '已撤销' }).waitFor()
    expect(await text(page, '.slip-past')).toMatch(/没有按次序的记录 1 .*9月12日 反馈 .*补了一半/)
    expect(await text(page, '.slip-replies')).toContain('还没有反馈')
  })
})
