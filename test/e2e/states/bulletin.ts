import type { Page } from 'playwright-core'
import type { PageState } from './pageState.ts'

const page = '#/plan/jinjiang-2020/bulletins'

/** A draft from today's frozen board; who enters is said once. */
export async function draftNow(on: Page, form: 'bulletin' | 'report' = 'bulletin'): Promise<void> {
  await on.waitForSelector('.b-make')
  await on.locator(`.b-make input[value=${form}]`).check()
  await on.locator('.b-make button[type=submit]').click()
  const dialog = on.getByRole('dialog')
  await dialog.or(on.locator('.b-sheet')).first().waitFor()
  if (await dialog.count() > 0) {
    await dialog.locator('select').selectOption('bangong')
    await dialog.locator('button[type=submit]').click()
  }
  await on.waitForSelector('.b-sheet .b-tok')
}

export const states: readonly PageState[] = [
  { name: 'bulletin', hash: page, until: '.b-make', sizes: ['desk', 'phone'], act: async on => { await draftNow(on); await on.locator('.b-tok').nth(3).click() } },
]
