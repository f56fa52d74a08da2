/**
 * A walk over the states of a part at one size in one language: geometry (looks.ts) and, where wanted, axe on the same visit. `both`: every rule in light and
 * the colours again in dark. `dark`: every rule once, in dark; for a second size, whose colours are the same tokens.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { projectFolder } from '../../tools/projectFiles.ts'
import { parts } from '../states/allStates.ts'
import type { PageState } from '../states/pageState.ts'
import { axeFindings } from './axe.ts'
import { looksScript } from './looks.ts'
import { watchTraffic } from './settled.ts'
import { withPage } from './withPage.ts'
import type { PageOptions, Visit } from './withPage.ts'

const titleOf = (hash: string): string | null => {
  const plan = /plan\/([\w-]+)/.exec(hash)?.[1]
  return plan === undefined ? null : (JSON.parse(readFileSync(join(projectFolder, 'data/plans', `${plan}.json`), 'utf8')) as { title: string }).title
}

type Shown = Pick<PageState, 'hash' | 'until' | 'act'>

/** Goes to a state and lets it come to rest: the plan's own title in the bar, what shows the state, then all that loads behind it. */
export async function show({ page, url }: Visit, { hash, until, act }: Shown, settled: () => Promise<void>): Promise<void> {
  await page.goto(url(hash))
  // The big screen and a meeting have no bar.
  const title = /\/(?:screen|meeting\/)/.test(hash) ? null : titleOf(hash)
  // The picture of the last visit lies over the page until its board is there.
  await page.waitForSelector('#last', { state: 'detached' })
  if (title !== null) await page.locator('.plan-button', { hasText: title }).waitFor()
  await page.waitForSelector(until)
  if (act !== undefined) {
    await settled()
    await act(page)
  }
  await settled()
}

/** The next state begins with a page of its own, in the demonstration: what was opened by hand, or a ledger that was entered, would stay. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => { for (const key of Object.keys(localStorage)) if (key.startsWith('guatu.workspace:')) localStorage.removeItem(key) })
  await page.goto('about:blank')
}

/** Every defect by state; the states without one are left out. */
export async function defectsOf(options: PageOptions & { axe?: 'both' | 'dark' }, states: readonly PageState[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  await withPage({ ...options, dark: options.axe === 'dark', hash: '#/help' }, async visit => {
    const { page } = visit
    page.setDefaultTimeout(10_000)
    // An address that changes before the router has its first page is not heard.
    await page.waitForSelector('.help')
    const settled = watchTraffic(page)
    const note = (name: string, lines: readonly string[]) => { if (lines.length > 0) found[name] = [...found[name] ?? [], ...lines] }
    for (const state of states) {
      try {
        await show(visit, state, settled)
        note(state.name, await page.evaluate<string[]>(looksScript(options.size === 'phone')))
        if (options.axe !== undefined) note(state.name, await axeFindings(page))
        if (options.axe === 'both') {
          await page.emulateMedia({ colorScheme: 'dark' })
          await page.waitForSelector('html[data-theme="dark"]')
          await settled()
          note(`${state.name}, dark`, await axeFindings(page, 'colours'))
          await page.emulateMedia({ colorScheme: 'light' })
          await page.waitForSelector('html[data-theme="light"]')
        }
      } catch (error) {
        note(state.name, [`did not come: ${String(error)}`])
      }
      if (state.act !== undefined || state.hash.includes('demo=0')) await leave(page)
    }
  })
  return found
}

const all = Object.entries(parts)

/** The states at a size that need nothing done first: they share one visit. */
export const untouchedAt = (size: PageState['sizes'][number]): PageState[] => all.flatMap(([, states]) => states.filter(state => state.sizes.includes(size) && state.act === undefined))

/** The parts with states at a size that need something done first, each for one test with a profile of its own: what was done may stay. */
export const touchedAt = (size: PageState['sizes'][number]): [part: string, states: PageState[]][] =>
  all.map(([part, states]): [string, PageState[]] => [part, states.filter(state => state.sizes.includes(size) && state.act !== undefined)]).filter(([, states]) => states.length > 0)

/** Milliseconds for the largest part on a machine that does much else. */
export const walkTime = 300_000
