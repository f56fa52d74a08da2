import type { Page } from 'playwright-core'
import type { PageState } from './pageState.ts'

const setUp = '#/plan/jinjiang-2020/setup'

/** Points are drawn, one of them moved. */
async function draw(page: Page): Promise<void> {
  await page.locator('.curve-page .seg button').nth(3).click()
  const point = page.locator('.curve-drawing .point').nth(1)
  await point.focus()
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowDown')
}
async function amend(page: Page): Promise<void> {
  await page.locator('.change-kinds button').nth(3).click()
  await page.locator('.changes-page select').first().selectOption('2.1-1')
  await page.locator('.changes-page .number').fill('12')
}

export const states: readonly PageState[] = [
  { name: 'set-up curves', hash: `${setUp}/curves?target=2.1-1`, until: '.curve-drawing', sizes: ['desk', 'phone'], act: draw },
  { name: 'set-up departments', hash: `${setUp}/units`, until: '.task-table', sizes: ['desk'] },
  { name: 'set-up changes', hash: `${setUp}/changes`, until: '.changes-page', sizes: ['desk'], act: amend },
  { name: 'set-up rulings', hash: `${setUp}/rulings`, until: '.ruling-form', sizes: ['desk'] },
]
