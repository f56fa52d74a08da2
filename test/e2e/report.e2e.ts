/** A month's report: by keyboard, offline, bad cells kept and fixed, no change in the rest, submitted; a reload keeps all. The office's calendar and reminders. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { withPage } from './support/withPage.ts'

const plan = '#/plan/jinjiang-2020'
const row = (page: Page, name: string) => page.locator('.report-table tbody tr', { has: page.locator(`th:text-is("${name}")`) })
const input = (page: Page, name: string) => row(page, name).locator('input[data-input]')
async function asUnit(page: Page, unit: string): Promise<void> {
  await page.evaluate(to => localStorage.setItem('guatu.identity', JSON.stringify({ unit: to, name: '' })), unit)
  await page.reload()
}

it('a department reports offline by keyboard, fixes what is bad, submits, and nothing is lost', async () => {
  await withPage({ hash: `${plan}/report`, keepsItself: true }, async ({ page, context }) => {
    await page.waitForSelector('.report-groups li')
    // Kept whole on the device before the network goes, as on any second visit.
    await page.evaluate(async () => { await navigator.serviceWorker.ready })
    await asUnit(page, 'yanglao')
    await page.waitForSelector('.report-groups li')
    const before = Number(/(\d+) 格要填/.exec(await page.locator('.report-left').innerText())?.[1])
    expect(before).toBeGreaterThan(3)
    await page.locator('.report-groups button', { hasText: '上门服务' }).click()
    await context.setOffline(true)
    await page.waitForSelector('text=网络断开，不影响填写')
    const fourth = await page.locator('.report-table tbody tr.open th').last().innerText()
    const [first, second, third] = (await page.locator('.report-table tbody th').allInnerTexts()).filter(name => name !== fourth) as [string, string, string]
    const lastOf = async (name: string): Promise<number> => Number(await input(page, name).inputValue() || (await row(page, name).locator('.last').innerText()).split('\n')[0])
    // A good one goes on to the next; the letter O is kept with its reason and one click repairs it.
    const good = await lastOf(first) + 1
    await input(page, first).fill(String(good))
    await input(page, first).press('Enter')
    await page.waitForSelector('.report-bar b[role=status]')
    expect(await row(page, first).getAttribute('class')).toContain('reported')
    const repaired = String(await lastOf(second) + 2)
    await input(page, second).fill(`${repaired.slice(0, -1)}${repaired.endsWith('0') ? 'O' : repaired.slice(-1)}.5`)
    await input(page, second).press('Enter')
    await row(page, second).locator('.hint span.k-err').waitFor()
    // A fall needs its reason.
    await input(page, third).fill(String(await lastOf(third) - 1))
    await input(page, third).press('Enter')
    await row(page, third).locator('.reason').fill('核减重复登记')
    await row(page, third).locator('.reason').press('Enter')
    await row(page, third).and(page.locator(':not(.bad)')).waitFor()
    await row(page, second).locator('.hint .btn').first().click()
    await row(page, second).and(page.locator(':not(.bad)')).waitFor()
    // No change by key, undone and done again.
    await input(page, fourth).press('Alt+KeyN')
    await row(page, fourth).and(page.locator('.unchanged')).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+KeyZ')
    await row(page, fourth).and(page.locator('.open')).waitFor()
    await page.keyboard.press('Control+KeyY')
    await row(page, fourth).and(page.locator('.unchanged')).waitFor()
    // The rest in one step, with its number named.
    await page.locator('.report-groups .rest').click()
    expect(await page.locator('.rest-sure').innerText()).toMatch(/^\d+ 格都照上次的数再报一次/)
    await page.locator('.rest-sure .primary').click()
    await page.waitForSelector('.report-groups .rest', { state: 'detached' })
    await page.waitForSelector('.rest-sure', { state: 'detached' })
    await page.locator('.report-bar .submit').click()
    await page.locator('.confirm').click()
    await page.waitForSelector('text=已于9月15日提交')
    await context.setOffline(false)
    await page.reload()
    await page.waitForSelector('text=已于9月15日提交')
    await page.locator('.report-groups button', { hasText: '上门服务' }).click()
    expect(await input(page, first).inputValue()).toBe(String(good))
    // A change after submitting is said, and submitting again is offered.
    await input(page, first).fill(String(good + 1))
    await input(page, first).press('Enter')
    await page.waitForSelector('.changed-after')
    expect(await page.locator('.report-bar .submit').innerText()).toBe('再次提交')
  })
})

it('the office sees who is missing, copies a reminder and sets the calendar; a locked month wants a reason', async () => {
  await withPage({ hash: `${plan}/chase` }, async ({ page }) => {
    await page.waitForSelector('.chase [data-unit]')
    await asUnit(page, '办公室')
    await page.waitForSelector('.chase [data-unit]')
    await page.getByRole('button', { name: '按镇街' }).click()
    const line = page.locator('[data-unit="350582001"]')
    const open = await line.locator('td').nth(1).innerText()
    expect(Number(open)).toBeGreaterThan(0)
    await line.getByRole('button', { name: '复制催报' }).click()
    expect(await page.locator('.chase-text').inputValue()).toMatch(new RegExp(`^青阳街道：9月还有 ${open} 格未填报（.+）。请填截至9月30日的累计数，于10月5日前报来`))
    await page.locator('[name=lock]').fill('2')
    await page.locator('[name=holidays]').fill('2020-13-01')
    expect(await page.locator('.calendar-form .k-err').innerText()).toContain('2020-13-01')
    await page.locator('[name=holidays]').fill('2020-10-05')
    await page.locator('[name=shift]').selectOption('after')
    await page.getByRole('button', { name: '保存日历' }).click()
    await page.waitForSelector('text=10月6日前提交')
    await page.goto(page.url().replace('/chase', '/report?period=2020-08').replace(/\?period=2020-08\?/, '?period=2020-08&'))
    await page.waitForSelector('text=起锁定')
    const cell = page.locator('.report-table input[data-input]').first()
    await cell.fill('99999')
    await cell.press('Enter')
    await page.waitForSelector('tr.bad .reason')
    expect(await page.locator('tr.bad span.k-err').first().innerText()).toContain('锁定')
  })
})
