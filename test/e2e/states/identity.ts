import type { Page } from 'playwright-core'
import type { PageState } from './pageState.ts'

/** Two people who were here before, and one at work. */
async function share(page: Page): Promise<void> {
  await page.evaluate(() => {
    localStorage.setItem('guatu.identity', JSON.stringify({ unit: 'yanglao', name: '李四' }))
    localStorage.setItem('guatu.people', JSON.stringify([{ unit: 'yanglao', name: '李四' }, { unit: '350582109', name: '王五' }, { unit: '领导', name: '' }]))
  })
  await page.reload()
  await page.locator('.top .who').click()
  await page.locator('.top [role=menuitem]').first().click()
  await page.waitForSelector('.dialog .who-known')
}

export const states: readonly PageState[] = [
  // Last: the unit stays.
  { name: 'who is at work', hash: '#/plan/jinjiang-2020', until: '.board [data-target], .phone-sum', sizes: ['desk', 'phone'], act: share },
]
