/** The one dialog, driven: every format of a version ticked, made in one run, and the zip that comes of it taken apart. */
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'

/** Name of a paper → its bytes. */
export type Papers = ReadonlyMap<string, Uint8Array>

/** Ticks all formats of the page that is open, saves, and waits for the file; `atStart` runs just before the save. */
export async function allPapers(page: Page, atStart: () => Promise<void> = () => Promise.resolve()): Promise<{ name: string, papers: Papers, code: string }> {
  await page.waitForSelector('.papers-main[aria-busy="false"] .check-line')
  for (const box of await page.locator('.papers-what section:nth-of-type(2) input[type="checkbox"]').all()) await box.check()
  await atStart()
  const download = page.waitForEvent('download', { timeout: 110_000 })
  await page.locator('.paper-save').click()
  const file = await download
  const code = (await page.locator('.paper-code b').textContent() ?? '').trim()
  return { name: file.suggestedFilename(), papers: new Map(Object.entries(unzipSync(readFileSync(await file.path())))), code }
}
