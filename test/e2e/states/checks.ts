import type { Page } from 'playwright-core'
import type { PageState } from './pageState.ts'

const hash = '#/plan/jinjiang-2020/checks'
const until = '.hint-list tbody tr'

async function draw(page: Page): Promise<void> {
  await page.locator('.checks-bar > .btn').first().click()
  await page.locator('.checks-bar .seg button').nth(1).click()
  await page.waitForSelector('.check-sheet tbody tr')
}

export const states: readonly PageState[] = [
  { name: 'checks', hash, until, sizes: ['desk', 'phone'] },
  { name: 'check sheet', hash, until, sizes: ['desk'], act: draw },
]
