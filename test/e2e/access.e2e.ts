/** axe finds nothing serious or critical on any screen, light and dark, at each size. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { BoardPage } from './pageModels/boardPage.ts'
import { withPage } from './support/withPage.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
interface Finding { id: string, impact: string | null, nodes: { html: string, failureSummary: string }[] }

/** Serious and critical findings, in words. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => (await (window as unknown as { axe: { run: () => Promise<{ violations: Finding[] }> } }).axe.run()).violations)
  return violations.filter(one => one.impact === 'serious' || one.impact === 'critical').map(one => `${one.id} (${one.nodes.length}): ${one.nodes.slice(0, 3).map(node => `${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 200)}`).join(' | ')}`)
}

const hash = '#/plan/jinjiang-2020?at=2020-09-15'
const screens: [string, string][] = [['the board', hash], ['an open cell', `${hash}&cell=2.1-2/350582001`], ['an open chapter', `${hash}&open=1,2`], ['edit mode', `${hash}&edit=1`], ['sharing out', `${hash}&edit=1&mode=task`]]

describe.each([false, true])('dark: %s', dark => {
  it.each(screens)('%s at the desk', async (_name, address) => {
    await withPage({ hash: address, dark }, async ({ page }) => {
      await page.evaluate(isDark => { if (isDark) document.documentElement.dataset.theme = 'dark' }, dark)
      await new BoardPage(page).ready()
      await page.waitForTimeout(600)
      expect(await findings(page)).toEqual([])
    })
  })
  it('the phone', async () => {
    await withPage({ hash, dark, size: 'phone' }, async ({ page }) => {
      await page.waitForSelector('main, .phone, [role=main]')
      await page.evaluate(isDark => { if (isDark) document.documentElement.dataset.theme = 'dark' }, dark)
      await page.waitForTimeout(600)
      expect(await findings(page)).toEqual([])
    })
  })
})
