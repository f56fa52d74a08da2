/** axe-core in a page: what it finds serious or critical, in words. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding { id: string, impact: string | null, nodes: { html: string, failureSummary: string }[] }
interface Axe { run: (root: Document | Element, options: object) => Promise<{ violations: Finding[] }> }

/** What lies over the page is looked at by itself: the page below is a state of its own. Every rule is run, or only that of colours (all that another theme can break); only what fails is written out, which halves the work, and nothing is fetched for rules that are off. */
export async function axeFindings(page: Page, which: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(source)
  const violations = await page.evaluate(async of => (await (window as unknown as { axe: Axe }).axe.run([...document.querySelectorAll('[role="dialog"], [role="menu"]')].find(one => one.getClientRects().length > 0) ?? document, { resultTypes: ['violations'], preload: false, ...(of === 'colours' && { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }) })).violations, which)
  return violations.filter(one => one.impact === 'serious' || one.impact === 'critical').map(one => `${one.id} (${one.nodes.length}): ${one.nodes.slice(0, 3).map(node => `${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 200)}`).join(' | ')}`)
}
