import type { Page } from 'playwright-core'
import type { PageState } from './pageState.ts'

const slips = '#/plan/jinjiang-2020/slips'

/** A new slip with its cell chosen, and what the ledger says of it. */
async function compose(page: Page): Promise<void> {
  await page.locator('.compose .due').fill('2020-09-01')
  await page.locator('.compose button[type=submit]').click()
  await page.waitForSelector('.compose .wrong:not(:empty)')
}

/** On the phone a slip is a state of its own. */
async function openSlip(page: Page): Promise<void> {
  if (await page.locator('.slip-desk').isVisible()) return
  await page.locator('.slip-list a').first().click()
  await page.waitForSelector('.slip-desk')
}

export const states: readonly PageState[] = [
  { name: 'slips', hash: slips, until: '.slip-side li', sizes: ['desk', 'phone'] },
  { name: 'slips open', hash: slips, until: '.slip-list a', sizes: ['phone'], act: openSlip },
  { name: 'slips new', hash: `${slips}?new=1&target=2.1-1&area=350582110`, until: '.compose .about', sizes: ['desk', 'phone'], act: compose },
]
