import type { Page } from 'playwright-core'
import type { PageState } from './pageState.ts'

const plans = ['quanzhou-tsz-2023', 'zhengxiang-2022', 'jinjiang-2020', 'jiangsu-2023', 'xiamen-2022']
const jinjiang = '#/plan/jinjiang-2020'
const board = '.board [data-target]'

const desk = (name: string, query: string, until = board, act?: (page: Page) => Promise<void>): PageState => ({ name, hash: `${jinjiang}${query}`, until, sizes: ['desk'], ...(act !== undefined && { act }) })
const phone = (name: string, query: string, until: string, act?: (page: Page) => Promise<void>): PageState => ({ name: `phone ${name}`, hash: `${jinjiang}${query}`, until, sizes: ['phone'], ...(act !== undefined && { act }) })

/** The board of each plan, its views and days, entering, and the dialogs and menus over it. */
export const states: readonly PageState[] = [
  ...plans.flatMap((plan): PageState[] => [{ name: plan, hash: `#/plan/${plan}`, until: board, sizes: ['desk', 'wall'] }, { name: `phone ${plan}`, hash: `#/plan/${plan}`, until: '.phone-sum', sizes: ['phone'] }]),
  desk('差额', '?view=gap', '.view-gap'),
  desk('会后变化', '?view=change', '.view-change'),
  desk('a filter', '?lamp=sev', '.legend [aria-pressed="true"]'),
  desk('an open cell', '?cell=2.1-2/350582001', '.lamp-card:not(.compact)'),
  desk('open chapters', '?open=1,2,3'),
  desk('a past day', '?at=2020-06-30', '.day-state'),
  desk('the end of the year', '?at=2020-12-31', '.day-state'),
  desk('entering', '?edit=1', '.cell-bar'),
  desk('sharing out', '?edit=1&mode=task', '.cell-bar .btn.primary'),
  desk('an open card', '', board, async page => { await page.locator('.cell.x.sev').first().click(); await page.waitForSelector('.lamp-card .close') }),
  desk('keys', '', board, async page => { await page.keyboard.press('Shift+Slash'); await page.waitForSelector('[role="dialog"]') }),
  desk('find', '', board, async page => { await page.keyboard.press('Control+k'); await page.waitForSelector('[role="dialog"]') }),
  desk('the plan menu', '', board, async page => { await page.locator('.plan-button').click(); await page.waitForSelector('.top [role="menu"]') }),
  desk('the settings', '', board, async page => { await page.locator('.top .who').click(); await page.waitForSelector('.top [role="menu"]') }),
  phone('changes', '?tab=changes', '.phone .changes'),
  phone('report', '?tab=report', '.phone .lead'),
  phone('a sheet', '', '.phone-item', async page => { await page.locator('.phone-item button').first().tap(); await page.waitForSelector('.sheet .lamp-card') }),
  { name: 'plans', hash: '#/plans', until: '.plans-view .plan-list li', sizes: ['desk', 'phone'] },
  { name: 'help', hash: '#/help', until: '.help', sizes: ['desk', 'phone'] },
  desk('empty', '?demo=0', '.empty-steps'),
  phone('empty', '?demo=0', '.phone'),
]
