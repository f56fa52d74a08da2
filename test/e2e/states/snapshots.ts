import type { Page } from 'playwright-core'
import type { PageState } from './pageState.ts'

const page = '#/plan/jinjiang-2020/snapshots'

/** Freezes the day's board of the demonstration; what is listed by then shows it. */
export async function freezeNow(on: Page, name: string, day?: string): Promise<string> {
  const form = on.locator('.snap-form').first()
  if (day !== undefined) await form.locator('input').nth(1).fill(day)
  await form.locator('input').first().fill(name)
  await form.locator('button[type=submit]').click()
  const tile = on.locator('.snap-tile', { hasText: name }).first()
  await tile.waitFor()
  return await tile.locator('.snap-code b').innerText()
}

/** Opens a snapshot of the half-year; one that an earlier state has frozen serves again. */
const openHalf = async (on: Page) => {
  await on.waitForSelector('.snap-tile, .snap-none')
  const tile = on.locator('.snap-tile', { hasText: '上半年' }).first()
  if (await tile.count() === 0) await freezeNow(on, '上半年', '2020-06-30')
  await tile.locator('a').click()
  await on.waitForSelector('.snap-findings')
}

export const states: readonly PageState[] = [
  { name: 'snapshots empty', hash: `${page}?demo=0`, until: '.snap-none', sizes: ['desk', 'phone'] },
  { name: 'snapshots', hash: page, until: '.snap-form', sizes: ['desk', 'phone', 'wall'], act: async on => { await freezeNow(on, '上半年', '2020-06-30'); await freezeNow(on, '第4次调度会', '2020-09-15') } },
  { name: 'snapshot verified', hash: page, until: '.snap-form', sizes: ['desk', 'phone', 'wall'], act: openHalf },
  { name: 'snapshot compared', hash: page, until: '.snap-form', sizes: ['desk', 'phone'], act: async on => { await openHalf(on); await on.locator('.snap-with select').selectOption('now'); await on.waitForSelector('.snap-compare .flow-table') } },
  { name: 'snapshot unknown', hash: `${page}?open=7f3a91c2e04d`, until: '.snap-problem ol', sizes: ['desk', 'phone'] },
]
