import type { Page } from 'playwright-core'
import type { PageState } from './pageState.ts'

const jinjiang = '#/plan/jinjiang-2020/report'

/** A target with figures in the townships, one of them typed wrong. */
async function typeWrong(page: Page): Promise<void> {
  await page.locator('.report-groups button', { hasText: '上门服务' }).click()
  const input = page.locator('.report-table input[data-input]').first()
  await input.fill('1O6')
  await input.press('Enter')
  await page.waitForSelector('tr.bad')
}

export const states: readonly PageState[] = [
  { name: 'report', hash: jinjiang, until: '.report-table [data-cell]', sizes: ['desk', 'phone'], act: typeWrong },
]
