import type { Page } from 'playwright-core'
import type { PageState } from './pageState.ts'

/** With the figures of reviewed reports alone beside, and something chosen. */
async function choose(page: Page): Promise<void> {
  await page.locator('.review-aside .only').click()
  await page.locator('.review-table tbody .pick input').first().click()
  await page.waitForSelector('.review-aside .rate')
}

export const states: readonly PageState[] = [
  { name: 'review', hash: '#/plan/jinjiang-2020/review', until: '.review-table tbody tr', sizes: ['desk', 'phone'], act: choose },
]
