/** The board as a person uses it: cells by target and column, keys, the cell bar, the menu. Journeys speak only through this. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'

export class BoardPage {
  constructor(readonly page: Page) {}

  async ready(): Promise<void> {
    await this.page.waitForSelector('table.board [data-target]')
  }
  cell(target: string, column = 0): Locator {
    return this.page.locator(`[data-target="${target}"] [data-c="${column}"]`)
  }
  label = async (target: string, column = 0): Promise<string> => await this.cell(target, column).getAttribute('aria-label') ?? await this.cell(target, column).locator('.seen-by-readers').textContent() ?? ''
  async pick(target: string, column = 0): Promise<void> {
    await this.cell(target, column).click()
  }
  async edit(): Promise<void> {
    await this.page.keyboard.press('e')
    await this.page.waitForSelector('.cell-bar')
  }
  async leaveEdit(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await this.page.waitForSelector('.cell-bar', { state: 'detached' })
  }
  async mode(to: 'achievement' | 'allocation'): Promise<void> {
    await this.page.locator('.cell-bar .seg button').nth(to === 'achievement' ? 0 : 1).click()
  }
  /** Types into the cell under the cursor and ends with a key. */
  async type(text: string, end: 'Enter' | 'Tab' = 'Enter'): Promise<void> {
    await this.page.keyboard.type(text)
    await this.page.keyboard.press(end)
  }
  /** Answers the question who enters, if it is asked. */
  async introduce(unit: string): Promise<void> {
    const dialog = this.page.getByRole('dialog')
    await dialog.waitFor()
    await dialog.locator('select').selectOption(unit)
    await dialog.locator('button[type=submit]').click()
    await dialog.waitFor({ state: 'detached' })
  }
  /** Waits until the status line says 已存 with a time and the ledger holds so many events. */
  async savedWith(events: number): Promise<string> {
    await this.page.waitForFunction(count => new RegExp(`台账 ${count} 条`).test(document.body.innerText.replace(/\s+/g, ' ')) && /已存[^，。]*\d\d:\d\d:\d\d/.test(document.body.innerText), events, { timeout: 15_000 })
    return (await this.page.evaluate(() => document.body.innerText)).match(/\d\d:\d\d:\d\d/)?.[0] ?? ''
  }
  async waitForEvents(events: number): Promise<void> {
    await this.page.waitForFunction(count => new RegExp(`台账 ${count} 条`).test(document.body.innerText.replace(/\s+/g, ' ')), events, { timeout: 15_000 })
  }
  /** Downloads through the 导出 menu; `item` is a part of the entry's words. */
  async download(item: RegExp): Promise<{ name: string, text: string }> {
    await this.page.locator('.export-menu button').first().click()
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.page.getByRole('menuitem', { name: item }).click()])
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
  }
}
