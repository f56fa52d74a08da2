import type { Page } from 'playwright-core'
import type { PageState } from './pageState.ts'

/** The meeting that is planned next is held today; once moved it stays so. */
async function holdToday(on: Page): Promise<void> {
  const move = on.locator('.meeting-note .wall-button')
  if (await move.count() > 0) {
    await move.click()
    const dialog = on.getByRole('dialog')
    if (await dialog.waitFor({ timeout: 1_000 }).then(() => true, () => false)) {
      await dialog.locator('select').selectOption('bangong')
      await dialog.locator('button[type=submit]').click()
    }
    await on.waitForSelector('.meeting-note', { state: 'detached' })
  }
  await on.keyboard.press('3')
  await on.waitForSelector('.wall-curve svg')
}

export const states: readonly PageState[] = [
  { name: 'meetings', hash: '#/plan/jinjiang-2020/meetings', until: '.meet-list', sizes: ['desk', 'phone'] },
  { name: 'meeting opening', hash: '#/plan/jinjiang-2020/meeting/m4', until: '.meeting-strip li', sizes: ['wall', 'desk'] },
  { name: 'meeting item', hash: '#/plan/jinjiang-2020/meeting/m4', until: '.wall-columns.opening', sizes: ['wall', 'desk', 'phone'], act: holdToday },
]
