/** `npm run pictures [-- <part of a name>]`: every state of the screens into artefacts/pictures, for people to look at; and the two pictures of the README. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { statesAt } from '../e2e/states/allStates.ts'
import { serveDist } from '../e2e/support/serveDist.ts'
import { ensureBrowser } from './browser.ts'
import { artefactsFolder, projectFolder } from './projectFiles.ts'

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 }, wall: { width: 1920, height: 1080 } } as const
type Size = keyof typeof sizes

interface Shot { name: string, hash: string, size: Size, dark?: boolean, language?: 'en', act?: (page: Page) => Promise<void>, until?: string }

const plans = ['quanzhou-tsz-2023', 'zhengxiang-2022', 'jinjiang-2020', 'jiangsu-2023', 'xiamen-2022'] as const
const jinjiang = '#/plan/jinjiang-2020'
const worst = async (page: Page) => { await page.locator('.cell.x.sev, .cell:has(.x.sev)').first().click() }

const states: readonly [string, string, ((page: Page) => Promise<void>)?][] = [
  ['gap', `${jinjiang}?view=gap`], ['change', `${jinjiang}?view=change`], ['card', jinjiang, worst], ['filter', `${jinjiang}?lamp=sev`], ['open', `${jinjiang}?open=1,2`],
  ['edit', `${jinjiang}?edit=1`], ['sharing', `${jinjiang}?edit=1&mode=task`], ['empty', `${jinjiang}?demo=0`], ['past', `${jinjiang}?at=2020-06-30`], ['year-end', `${jinjiang}?at=2020-12-31`],
  ['plans', '#/plans'], ['help', '#/help'], ['keys', jinjiang, async page => { await page.keyboard.press('Shift+Slash') }], ['find', jinjiang, async page => { await page.keyboard.press('Control+k') }],
]
const phoneStates: readonly [string, string, ((page: Page) => Promise<void>)?][] = [
  ['changes', `${jinjiang}?tab=changes`], ['report', `${jinjiang}?tab=report`], ['sheet', jinjiang, async page => { await page.locator('.phone-item button').first().click() }], ['empty', `${jinjiang}?demo=0`], ['plans', '#/plans'],
]

const shots: readonly Shot[] = [
  ...plans.flatMap(plan => (['desk', 'phone', 'wall'] as const).flatMap(size => [false, true].flatMap(dark => ([undefined, 'en'] as const).map((language): Shot => ({ name: `${plan}-${size}${dark ? '-dark' : ''}${language === undefined ? '' : '-en'}`, hash: `#/plan/${plan}`, size, dark, ...(language !== undefined && { language }) }))))),
  ...states.flatMap(([name, hash, act]) => [false, true].flatMap(dark => ([undefined, 'en'] as const).map((language): Shot => ({ name: `state-${name}${dark ? '-dark' : ''}${language === undefined ? '' : '-en'}`, hash, size: 'desk', dark, ...(language !== undefined && { language }), ...(act !== undefined && { act }) })))),
  ...phoneStates.flatMap(([name, hash, act]) => [false, true].flatMap(dark => ([undefined, 'en'] as const).map((language): Shot => ({ name: `state-phone-${name}${dark ? '-dark' : ''}${language === undefined ? '' : '-en'}`, hash, size: 'phone', dark, ...(language !== undefined && { language }), ...(act !== undefined && { act }) })))),
  ...(['desk', 'phone', 'wall'] as const).flatMap(size => statesAt(size).flatMap(state => [false, true].flatMap(dark => ([undefined, 'en'] as const).map((language): Shot => ({ name: `page-${state.name.replace(/\s+/g, '-')}-${size}${dark ? '-dark' : ''}${language === undefined ? '' : '-en'}`, hash: state.hash, size, dark, until: state.until, ...(language !== undefined && { language }), ...(state.act !== undefined && { act: state.act }) }))))),
]

async function take(browser: Browser, port: number, shot: Shot, file: string): Promise<void> {
  const { size, dark = false, language, hash, act } = shot
  const context = await browser.newContext({ viewport: sizes[size], locale: 'zh-CN', timezoneId: 'Asia/Shanghai', colorScheme: dark ? 'dark' : 'light', deviceScaleFactor: size === 'phone' ? 2 : 1, hasTouch: size === 'phone', isMobile: size === 'phone' })
  if (language !== undefined) await context.addInitScript(to => { localStorage.setItem('guatu.language', to) }, language)
  const page = await context.newPage()
  page.on('pageerror', error => { process.stderr.write(`${shot.name}: ${error.message}\n`) })
  await page.goto(`http://127.0.0.1:${port}/${hash}`)
  await page.waitForSelector(shot.until ?? '.board [data-target], .phone, .help, .plan-list li, .problem')
  await page.waitForTimeout(300)
  await act?.(page)
  await page.waitForTimeout(900)
  await page.screenshot({ path: file })
  await context.close()
}

export async function main(rest: readonly string[]): Promise<number> {
  const found = ensureBrowser()
  if ('missing' in found) { console.error(found.missing); return 1 }
  const folder = join(artefactsFolder, 'pictures')
  mkdirSync(folder, { recursive: true })
  const site = await serveDist()
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] })
  try {
    for (const shot of shots.filter(one => rest.length === 0 || rest.some(part => one.name.includes(part)))) await take(browser, site.port, shot, join(folder, `${shot.name}.png`))
    if (rest.length === 0 || rest.includes('readme')) {
      await take(browser, site.port, { name: 'board', hash: jinjiang, size: 'desk' }, join(projectFolder, 'docs/board.png'))
      await take(browser, site.port, { name: 'phone', hash: jinjiang, size: 'phone' }, join(projectFolder, 'docs/phone.png'))
    }
  } finally {
    await browser.close()
    await site.close()
  }
  return 0
}
