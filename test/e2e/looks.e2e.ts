/** An art director that never tires: every state of the screens at each size in both languages, held against the rules of DESIGN.md. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../tools/projectFiles.ts'
import { statesAt } from './states/allStates.ts'
import { looksScript } from './support/looks.ts'
import { withPage } from './support/withPage.ts'
import type { PageOptions, Visit } from './support/withPage.ts'

interface State {
  name: string
  hash: string
  /** What shows that the state is there. */
  until: string
  act?: (page: Page) => Promise<void>
}

const plans = ['quanzhou-tsz-2023', 'zhengxiang-2022', 'jinjiang-2020', 'jiangsu-2023', 'xiamen-2022']
const jinjiang = '#/plan/jinjiang-2020'
const board = '.board [data-target]'

const planStates = (until: string): State[] => plans.map(plan => ({ name: plan, hash: `#/plan/${plan}`, until }))
const ofJinjiang = (name: string, query: string, until = board): State => ({ name, hash: `${jinjiang}${query}`, until })

const deskStates: State[] = [
  ...planStates(board),
  ofJinjiang('差额', '?view=gap', '.view-gap'),
  ofJinjiang('会后变化', '?view=change', '.view-change'),
  { ...ofJinjiang('an open card', ''), act: async page => { await page.locator('.cell.x.sev').first().click(); await page.waitForSelector('.lamp-card .close') } },
  ofJinjiang('a filter', '?lamp=sev', '.legend [aria-pressed="true"]'),
  ofJinjiang('open chapters', '?open=1,2,3'),
  ofJinjiang('entering', '?edit=1', '.cell-bar'),
  ofJinjiang('sharing out', '?edit=1&mode=task', '.cell-bar .btn.primary'),
  ofJinjiang('a past day', '?at=2020-06-30', '.day-state'),
  ofJinjiang('the end of the year', '?at=2020-12-31', '.day-state'),
  { name: 'plans', hash: '#/plans', until: '.plans-view' },
  { name: 'help', hash: '#/help', until: '.help' },
  { ...ofJinjiang('keys', ''), act: async page => { await page.keyboard.press('Shift+Slash'); await page.waitForSelector('[role="dialog"]') } },
  { ...ofJinjiang('find', ''), act: async page => { await page.keyboard.press('Control+k'); await page.waitForSelector('[role="dialog"]') } },
  // Last: it leaves the demonstration.
  ofJinjiang('empty', '?demo=0', '.empty-steps'),
]
const phoneStates: State[] = [
  ...planStates('.phone-sum'),
  ofJinjiang('changes', '?tab=changes', '.phone .changes'),
  ofJinjiang('report', '?tab=report', '.phone .lead'),
  { ...ofJinjiang('a sheet', '', '.phone-item'), act: async page => { await page.locator('.phone-item button').first().click(); await page.waitForSelector('.sheet .lamp-card') } },
  { name: 'plans', hash: '#/plans', until: '.plans-view' },
  { name: 'help', hash: '#/help', until: '.help' },
  ofJinjiang('empty', '?demo=0', '.phone'),
]

const titleOf = (hash: string): string | null => {
  const plan = /plan\/([\w-]+)/.exec(hash)?.[1]
  return plan === undefined ? null : (JSON.parse(readFileSync(join(projectFolder, 'data/plans', `${plan}.json`), 'utf8')) as { title: string }).title
}

/** Goes to a state and lets it come to rest: the plan's own title in the bar, what shows the state, then the panel beside the board. */
async function show({ page, url }: Visit, { hash, until, act }: State): Promise<void> {
  await page.goto(url(hash))
  // The big screen has no bar.
  const title = hash.includes('/screen') ? null : titleOf(hash)
  // The picture of the last visit lies over the page until its board is there.
  await page.waitForSelector('#last', { state: 'detached' })
  if (title !== null) await page.locator('.plan-button', { hasText: title }).waitFor()
  await page.waitForSelector(until)
  await act?.(page)
  await page.waitForTimeout(400)
}

/** Every defect by state; the states without one are left out. */
async function defectsOf(options: PageOptions, language: string, states: readonly State[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  await withPage({ ...options, hash: '#/help' }, async visit => {
    await visit.context.addInitScript(to => { localStorage.setItem('guatu.language', to) }, language)
    visit.page.setDefaultTimeout(10_000)
    await visit.page.reload()
    await visit.page.waitForSelector('.help')
    for (const state of states) {
      const lines = await show(visit, state).then(() => visit.page.evaluate<string[]>(looksScript(options.size === 'phone')), (error: unknown) => [`did not come: ${String(error)}`])
      if (lines.length > 0) found[state.name] = lines
      // What was opened by hand would stay open over the next state.
      if (state.act !== undefined) {
        await visit.page.reload()
        await visit.page.waitForSelector(state.until)
      }
    }
  })
  return found
}

describe.each(['zh-CN', 'en'])('in %s', language => {
  it('at the desk', async () => {
    expect(await defectsOf({ size: 'desk' }, language, [...statesAt('desk'), ...deskStates])).toEqual({})
  })
  it('on the wall', async () => {
    expect(await defectsOf({ size: 'wall' }, language, [...planStates(board), ...statesAt('wall')])).toEqual({})
  })
  it('on the phone', async () => {
    expect(await defectsOf({ size: 'phone' }, language, [...statesAt('phone'), ...phoneStates])).toEqual({})
  })
})

/** Rules that spoil a good page, by the check that must see it. */
const spoilers: Readonly<Record<string, string>> = {
  clipped: '.top .find { width: 60px; }', cell: '.board-row .cell.x { font-size: 18px; }', overlap: '.strip .view-switch { margin-left: -80px; }', small: '.board-row .department { font-size: 11px; }',
  place: '.board thead .names th { font-size: 24px; }', bar: '.board-row .bullet i { width: 100%; }', figures: '.board-row:nth-child(odd) .goal { padding-right: 4px; }',
  column: '.board-row .whole { overflow: hidden; } .board-row .chain { max-width: 500px; }', touch: '.phone-tabs a { flex: none; height: 30px; }',
}

it('sees each kind of defect', async () => {
  for (const [size, until] of [['desk', board], ['phone', '.phone-sum']] as const) await withPage({ size }, async visit => {
    await show(visit, ofJinjiang('jinjiang', '', until))
    for (const [check, rules] of Object.entries(spoilers).filter(([check]) => (check === 'touch') === (size === 'phone'))) {
      await visit.page.evaluate(text => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); document.adoptedStyleSheets = [sheet] }, rules)
      const lines = await visit.page.evaluate<string[]>(looksScript(size === 'phone'))
      expect(lines.filter(line => line.startsWith(`${check}: `)), rules).not.toEqual([])
    }
  })
})

it('in the dark', async () => {
  expect(await defectsOf({ size: 'desk', dark: true }, 'zh-CN', [planStates(board)[0]!, ofJinjiang('jinjiang', ''), ofJinjiang('会后变化', '?view=change', '.view-change')])).toEqual({})
})
