/** 减负账 for those who must account for it: what is asked, that nothing is asked twice, and a sheet of A4 that says it is made up. */
import { expect, it } from 'vitest'
import { withPage } from './support/withPage.ts'

it('the burden of the demo: sums agree, nothing is asked twice, A4 paper carries the mark', async () => {
  await withPage({ hash: '#/plan/jinjiang-2020/burden' }, async ({ page }) => {
    await page.waitForSelector('.burden-page')
    const facts = (await page.locator('.burden-facts b').allInnerTexts()).map(Number)
    expect([facts[0]! > 100, facts[3]]).toEqual([true, 0])
    const last = (await page.locator('.burden-months tbody tr').nth(-2).locator('td').allInnerTexts()).map(Number)
    expect(last.slice(0, 3)).toEqual(facts.slice(0, 3))
    const months = (await page.locator('.burden-months tbody tr:not(.burden-all) td:nth-child(2)').allInnerTexts()).map(Number)
    expect(months.reduce((sum, cells) => sum + cells, 0)).toBe(Number(await page.locator('.burden-all td').first().innerText()))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.burden-page .demo-mark').innerText()).toBe('演示数据')
    expect(await page.locator('.top, .frame-head').evaluateAll(parts => parts.filter(part => part.getClientRects().length > 0).length)).toBe(0)
    await page.emulateMedia({ media: null })
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf)!
    expect([Math.round(Number(width) / 72 * 25.4), Math.round(Number(height) / 72 * 25.4)]).toEqual([210, 297])
    expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeLessThanOrEqual(2)
  })
})
