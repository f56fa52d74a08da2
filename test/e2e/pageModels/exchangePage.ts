/** The page 报送与收取 as a person uses it. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

export interface Carried { name: string, bytes: Buffer }
export interface Takes { taken: number, known: number, refused: number }

export class ExchangePage {
  constructor(readonly page: Page) {}

  /** The folder that the place gives is chosen, if it is not connected. */
  async chooseFolder(): Promise<void> {
    const sheet = this.page.locator('.folder-sheet')
    await sheet.waitFor()
    await this.page.waitForFunction(() => document.querySelector('.folder-sheet[data-folder="none"] .btn.primary:enabled, .folder-sheet[data-folder="ready"], .folder-sheet[data-folder="lost"]') !== null)
    if (await sheet.getAttribute('data-folder') === 'none') await sheet.locator('.btn.primary').click()
    await this.page.waitForFunction(() => document.querySelector('.folder-sheet:is([data-folder="ready"], [data-folder="lost"]) .folder-acts .btn:enabled') !== null, undefined, { timeout: 20_000 })
  }
  /** Looks into the folder once, whatever the drive does with it. */
  async lookNow(): Promise<void> {
    await this.page.locator('.folder-acts .btn').first().click()
    await this.page.waitForFunction(() => document.querySelector('.folder-sheet:is([data-folder="ready"], [data-folder="lost"]) .folder-acts .btn:enabled') !== null, undefined, { timeout: 20_000 })
  }
  async makePackage(scope: '全部' | '本单位' | '上次以来', passphrase?: string): Promise<Carried> {
    const sheet = this.page.locator('.send-sheet')
    await sheet.locator('.send-scopes label', { has: this.page.locator('b', { hasText: new RegExp(`^${scope}$`) }) }).click()
    if (passphrase !== undefined) {
      await sheet.getByText('设口令').click()
      for (const field of await sheet.locator('input[type="password"]').all()) await field.fill(passphrase)
    }
    const [download] = await Promise.all([this.page.waitForEvent('download'), sheet.locator('.send-act .btn').click()])
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }
  /** Brings files, takes all that can be taken and are not known already, and counts what became of them. */
  async takePackages(files: readonly Carried[]): Promise<Takes> {
    const before = await this.page.locator('tbody[data-take]').count()
    await this.page.locator('.take-files').setInputFiles(files.map(({ name, bytes }) => ({ name, buffer: bytes, mimeType: 'application/octet-stream' })))
    await this.page.waitForFunction(count => document.querySelectorAll('tbody[data-take]').length === count && document.querySelector('tbody[data-take="reading"]') === null, before + files.length, { timeout: 30_000 })
    const act = this.page.locator('.take-act .btn.primary')
    if (await act.count() > 0 && await act.isEnabled()) {
      await act.click()
      await this.page.waitForFunction(() => document.querySelector('tbody[data-take="taken"]') !== null && document.querySelector('.take-act .btn.primary:enabled') === null, undefined, { timeout: 20_000 })
    }
    const states = await this.page.locator('tbody[data-take]').evaluateAll((rows, from) => rows.slice(from).map(row => row.getAttribute('data-take')), before)
    const count = (state: string): number => states.filter(one => one === state).length
    return { taken: count('taken'), known: count('ready'), refused: count('refused') }
  }
  /** The text of all receipts of what was taken. */
  receipts(): Promise<string> {
    return this.page.locator('.receipt-box textarea').inputValue()
  }
  /** Pastes a receipt and gives what the page says of it. */
  async checkReceipt(text: string): Promise<string> {
    await this.page.locator('.receipt-form textarea').fill(text)
    await this.page.locator('.receipt-form .btn').click()
    return await this.page.locator('.sent-list .exchange-said p').innerText()
  }
}
