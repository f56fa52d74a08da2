import type { Page } from 'playwright-core'
import type { PageState } from './pageState.ts'

/** A sample with a gap, an edge moved into its neighbour, the longest of the folded parts open. */
async function spoil(page: Page): Promise<void> {
  await page.locator('[data-sample="yinchuan-2025"] > button').click()
  await page.locator('[data-lamp="behind"] .slim').fill('25')
  await page.locator('.part-slips > summary').click()
  await page.waitForSelector('.effect-turns')
}

export const states: readonly PageState[] = [
  { name: 'set-up rules', hash: '#/plan/jinjiang-2020/setup/rules', until: '[data-sample="yinchuan-2025"]', sizes: ['desk', 'phone'], act: spoil },
]
