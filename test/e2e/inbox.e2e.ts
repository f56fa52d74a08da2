/** 待办: the office sees what waits on whom and reminds, a unit sees its own, all dates leave as a calendar file; by keys and on plain http. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { withPage } from './support/withPage.ts'

const inbox = '#/plan/jinjiang-2020/inbox'
const rowCount = (page: Page) => page.locator('.inbox-row').count()
const focused = (page: Page) => page.evaluate(() => [...document.querySelectorAll('.inbox-row')].indexOf(document.activeElement as HTMLElement))

it('the office walks its list by keys, opens a slip, looks at a unit, saves the dates', async () => {
  await withPage({ hash: inbox }, async ({ page }) => {
    await page.waitForSelector('.inbox-row')
    const all = await rowCount(page)
    expect(await page.locator('.frame-tabs a[aria-current] sup').innerText()).toBe(String(all))
    expect(await page.locator('[data-block="办公室"] .inbox-row').first().innerText()).toMatch(/延期[\s\S]*申请延到/)
    const other = page.locator('[data-block="units"] [data-kind="overdue"]').first()
    expect((await other.innerText()).replace(/\s+/g, ' ')).toMatch(/逾期 .*2020-\d\d .*逾期 \d+ 天/)

    for (const [key, at] of [['j', 0], ['j', 1], ['k', 0], ['k', 0]] as const) { await page.keyboard.press(key); expect(await focused(page)).toBe(at) }
    const href = await page.locator('.inbox-row').first().getAttribute('href')
    await page.keyboard.press('Enter')
    await page.waitForFunction(hash => location.hash === hash, href!)
    expect(href).toMatch(/\/slips\?slip=/)
    // The pages beside it count what waits too.
    await page.waitForFunction(count => [...document.querySelectorAll('.frame-tabs sup')].some(sup => sup.textContent === count), String(all))
    await page.goBack()
    await page.waitForSelector('.inbox-row')

    const unit = await page.locator('[data-block="units"] .inbox-group').filter({ has: page.locator('[data-kind="overdue"]') }).first().getAttribute('data-unit')
    const own = await page.locator(`[data-unit="${unit}"] .inbox-row`).count()
    await page.locator('.inbox-unit select').selectOption(unit)
    await page.waitForSelector('[data-block="late"] [data-kind="overdue"]')
    expect(await page.locator('[data-block="late"] .inbox-row, [data-block="soon"] .inbox-row, [data-block="now"] .inbox-row').count()).toBeGreaterThanOrEqual(own)
    expect(await page.locator('[data-block="办公室"]').count()).toBe(0)

    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '存为日历' }).click()])
    expect(saved.suggestedFilename()).toMatch(/待办日历（演示数据）\.ics$/)
    const text = readFileSync(await saved.path(), 'utf8')
    const days = [...text.matchAll(/DTSTART;VALUE=DATE:(\d{8})/g)].map(match => match[1])
    expect(days.length).toBeGreaterThan(5)
    expect(days.every(day => day! >= '20200915')).toBe(true)
    expect(text.split('\r\n').every(line => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(text.replaceAll('\r\n ', '')).toContain('SUMMARY:演示数据 9月填报提交')

    // Whoever this device is sees its own list first.
    await page.evaluate(id => { localStorage.setItem('guatu.identity', JSON.stringify({ unit: id, name: '' })); location.hash = '#/plan/jinjiang-2020/inbox' }, unit)
    await page.reload()
    await page.waitForSelector('[data-block="late"]')
    expect(await page.locator('.inbox-unit select').inputValue()).toBe(unit)
  })
})

it('a reminder is seen, copied on plain http too, and names only units', async () => {
  await withPage({ hash: inbox, place: 'host' }, async ({ page }) => {
    await page.waitForSelector('.inbox-row')
    const group = page.locator('[data-block="units"] .inbox-group').first()
    const name = (await group.locator('h3').innerText()).split('\n')[0]!.trim()
    await group.getByRole('button').click()
    await page.waitForFunction(() => document.querySelector('.inbox-reminder [role="status"]')?.textContent !== '')
    const text = await page.locator('.inbox-reminder textarea').inputValue()
    expect(text).toMatch(new RegExp(`^【演示数据】【局办公室】截至9月15日待办：\n${name}：\n1\\. `))
    expect(text.length).toBeLessThan(500)
    // What was copied is what stands there: it is pasted into a field of the page.
    await page.evaluate(() => { const field = document.createElement('textarea'); field.id = 'pasted'; document.body.append(field); field.focus() })
    await page.keyboard.press('Control+V')
    expect(await page.locator('#pasted').inputValue()).toBe(text)
  })
})
