/** A plan and a ledger whose every text tries to run something, on every page: nothing runs, nothing is reported by the content policy (reliability.md goals 18, 19, 21). */
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { serializeLines } from '../../src/domain/lineReader.ts'
import type { Plan } from '../../src/domain/plan.ts'
import { payloads, poisonedLedger, poisonedPlan } from '../domain/poison.ts'
import { recordFigure, timesOf } from '../tools/figures.ts'
import { dataFolder, projectFolder } from '../tools/projectFiles.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { watchTraffic } from './support/settled.ts'
import { withPage } from './support/withPage.ts'

const id = 'jinjiang-2020'
const path = `/data/plans/${id}.json`
const real = JSON.parse(readFileSync(join(dataFolder, 'plans', `${id}.json`), 'utf8')) as Plan
/** Every page of a plan, once: `main` or the big screen is there when it is drawn. */
const pages = [
  'cell=2.1-2/350582001', 'cell=2.1-2/350582001&view=change', 'at=2020-06-30&known=then', 'department=jiuzhu', ...['target/2.1-1', 'target/5.1-4?area=350582101', 'area/350582004', 'compare', 'places', 'places?mode=tiles', 'screen?page=1', 'screen?page=4', 'screen?page=11', 'screen?page=99', 'report', 'collect', 'chase', 'review', 'checks', 'burden', 'exchange', 'conflicts', 'safekeeping',
    'setup', 'setup/sites?target=2.1-1', 'setup/curves?target=2.1-1', 'setup/units', 'setup/changes', 'setup/rulings', 'setup/rules', 'slips', 'slips?new=1&target=2.1-1&area=350582110', 'inbox', 'ranking', 'meetings', 'meeting/m3', 'meeting/m4', 'bulletins', 'bulletins?open=b1', 'papers', 'snapshots'].map(page => `/${page}`),
]
const hashOf = (page: string): string => {
  const [way = '', query = ''] = page.startsWith('/') ? page.split('?') : ['', page]
  return `#/plan/${id}${way}?demo=0&at=2020-09-15${query === '' ? '' : `&${query.replace(/^at=[^&]*&?/, '')}`}`
}

/** The header that docs/server tells an office to send: it holds besides the page's own policy. */
const header = /Content-Security-Policy "([^"]+)"/.exec(readFileSync(join(projectFolder, 'docs/server/nginx.conf'), 'utf8'))![1]! + (process.env.GUATU_POLICY ?? '')

/** Where a payload could sit and run. */
const dangerous = (page: Page) => page.evaluate(() => [
  ...[...document.querySelectorAll('iframe, object, embed, [onload], [onerror], [onclick], [onfocus], [onmouseover], #app script, #app img[src="x"]')].map(one => one.outerHTML.slice(0, 120)),
  ...[...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(link => !['http:', 'https:', 'blob:', 'file:'].includes(link.protocol)).map(link => `address ${link.getAttribute('href')!.slice(0, 80)}`),
])

async function takeLedger(page: Page, text: string, count: number): Promise<void> {
  const file = join(tmpdir(), `guatu-xss-${process.pid}.jsonl`)
  writeFileSync(file, text)
  await page.getByRole('button', { name: /导出/ }).click()
  await page.getByRole('menuitem', { name: /恢复/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').first().setInputFiles(file)
  await dialog.getByText(new RegExp(`新增 ${count} 条`)).first().waitFor()
  await dialog.getByRole('button', { name: /并入/ }).click()
  await new BoardPage(page).waitForEvents(count)
  await page.keyboard.press('Escape')
}

/** The demonstration's year runs into the next: no entry is ahead of the clock. Rotation i puts payload i + j into field j: in one rotation every payload stands in many fields, in twenty in each. */
it.each(Array.from({ length: timesOf(1, payloads.length) }, (_, i) => i))('rotation %i: every page shows the texts, and none runs', async rotation => {
  const plan = poisonedPlan(real, rotation)
  const events = poisonedLedger(plan, rotation)
  await withPage({ now: '2021-03-01T10:00:00+08:00' }, async ({ page, context, site, url, faults }) => {
    let dialogs = 0
    page.on('dialog', dialog => { dialogs += 1; void dialog.dismiss() })
    await context.addInitScript(() => {
      const ran: string[] = []
      Object.assign(window, { ran, xss: () => { ran.push(location.href) } })
    })
    await context.route(address => address.pathname === '/', async route => {
      const response = await route.fetch()
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': header } })
    })
    const settled = watchTraffic(page)
    site.replace(path, JSON.stringify(plan))
    try {
      await page.goto('about:blank')
      await page.goto(url(hashOf('at=2020-09-15')))
      await new BoardPage(page).ready()
      await takeLedger(page, serializeLines(events), events.length)
      const found: string[] = []
      let seen = 0
      for (const one of pages) {
        await page.evaluate(hash => { location.hash = hash }, hashOf(one))
        await page.waitForSelector('main, .wall-screen, .meeting-shell, [data-kind]')
        await settled()
        found.push(...(await dangerous(page)).map(what => `${one}: ${what}`), ...(await page.evaluate(() => (window as unknown as { ran: string[] }).ran)).map(where => `ran at ${where}`))
        if (await page.evaluate(() => document.body.innerText.includes('xss()'))) seen += 1
      }
      expect(found).toEqual([])
      expect(dialogs).toBe(0)
      expect(faults.list.filter(fault => fault.includes('[policy]'))).toEqual([])
      expect(seen).toBeGreaterThan(pages.length * 0.8)
    } finally {
      site.replace(path, null)
    }
  })
  recordFigure({ id: 'xss', name: 'script in every text field, every page', value: `0 of ${payloads.length} payloads ran on ${pages.length} pages, 0 reports of the content policy (${rotation + 1} rotations)`, goal: '0 run, 0 reports, 20 payloads' })
}, 300_000)
