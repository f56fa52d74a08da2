/** The phone's overview on a slow connection, and what the page keeps for times without a network: shell, plans, a newer version. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { distFolder } from '../tools/projectFiles.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { withPage } from './support/withPage.ts'
import type { Visit } from './support/withPage.ts'
import { withProfile } from './support/withProfile.ts'

const jinjiang = '#/plan/jinjiang-2020'
const now = '2020-09-15T10:00:00+08:00'
const read = (file: string) => readFileSync(join(distFolder, file), 'utf8')

/** The worker is in charge of the page and every plan is kept. */
const kept = (page: Page) => expect.poll(() => page.evaluate(async () => navigator.serviceWorker.controller === null ? 0 : (await (await caches.open('guatu-data')).keys()).length), { timeout: 30_000, interval: 100 }).toBe(6)

/** What the settings say about this place; it comes with what loads after the board, also into an open menu. */
async function noteOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: '设置' }).click()
  const note = await page.locator('.menu-note').first().innerText()
  await page.keyboard.press('Escape')
  return note
}

describe('a leader with a phone', () => {
  it('has the whole state on a slow connection: counts, gaps, turns, who did not report, each one touch from its card', async () => {
    await withPage({ size: 'phone', now }, async ({ page, context, url }) => {
      const network = await context.newCDPSession(page)
      await network.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 })
      const from = Date.now()
      await page.goto('about:blank')
      await page.goto(url(jinjiang))
      await page.locator('.phone-item').nth(4).waitFor()
      const toGaps = Date.now() - from
      await page.locator('.phone-turns').nth(1).waitFor()
      console.info(`slow 4G, nothing compressed: the gaps after ${toGaps} ms, the turns after ${Date.now() - from} ms`)
      expect(toGaps).toBeLessThan(15_000)

      expect(await page.locator('.phone-counts button').count()).toBe(6)
      expect(await page.locator('.phone-counts .sev').innerText()).toMatch(/^\d+\n严重滞后\n[+−]\d+$/)
      expect(await page.locator('.phone-item').first().innerText()).toMatch(/应 \d+%，实 \d+%[\s\S]*转绿/)
      for (const [i, title] of ['会后变差', '会后变好'].entries()) {
        const list = page.locator('.phone-turns').nth(i)
        expect(await list.innerText()).toContain(title)
        expect(await list.locator('li').count()).toBe(5)
      }
      // The board's own counts: the same numbers wherever they stand.
      const facts = await page.locator('.phone-facts').innerText()
      for (const title of await page.locator('.phone-turns h2 b').allInnerTexts()) expect(facts).toContain(/\d+/.exec(title)![0])

      await page.locator('.phone-turns li').first().tap()
      const sheet = page.getByRole('dialog')
      await sheet.getByText('为何亮灯').waitFor()
      await sheet.getByRole('button', { name: '关闭' }).tap()
      const waiting = await page.locator('.phone-waiting').innerText()
      expect(waiting).toMatch(/未填报 \d+[\s\S]*\S+ \d+/)
      await page.locator('.phone-waiting').tap()
      await page.waitForFunction(() => location.hash.includes('tab=report'))
      expect(await page.locator('.phone-item').first().innerText()).toContain(/未填报 \d+\s*(\S+) \d+/.exec(waiting)![1]!)

      await page.locator('.phone-tabs').getByRole('link', { name: '挂图' }).tap()
      expect(await page.locator('.phone-ways a').evaluateAll(links => links.map(link => link.getAttribute('href')!.split('/').at(-1)))).toEqual(['places', 'compare'])
      await page.locator('.phone-ways').getByRole('button').tap()
      await page.getByRole('dialog').getByRole('combobox').waitFor()
      await page.keyboard.press('Escape')
      await page.locator('.phone-item .place').first().tap()
      await page.waitForFunction(() => /\/area\/\d+/.test(location.hash))
    })
  })
})

/** A second visit without browser network and without server: every plan opens, an entry is made and is there after a new start. */
async function workOffline({ page, context, site }: Visit, at: (rest: string) => string): Promise<void> {
  await context.setOffline(true)
  await site.pause()
  const board = new BoardPage(page)
  await page.goto(at(`${jinjiang}?demo=0`))
  await board.ready()
  await board.pick('2.1-2', 0)
  await board.edit()
  await board.type('42', 'Enter')
  await board.introduce('yanglao')
  await board.savedWith(1)
  // Another query is the same page.
  await page.goto(at(`?from=elsewhere#/plan/xiamen-2022`))
  await board.ready()
  expect(await noteOf(page)).toContain('现在没有网络')
  await page.goto(at(`${jinjiang}?demo=0`))
  await board.waitForEvents(1)
  expect(await board.label('2.1-2', 0)).toContain('42')
}

/** A new build on the server: offered, kept out while an entry is open here or in another tab, taken with one click. */
async function takeNewer({ page, context, site, url }: Visit): Promise<void> {
  const board = new BoardPage(page)
  const shown = () => page.evaluate(() => document.querySelector('meta[name="build"]')?.getAttribute('content') ?? 'old')
  site.replace('/index.html', read('index.html').replace('<title>', '<meta name="build" content="new"><title>'))
  site.replace('/sw.js', read('sw.js').replace(/(url:"index\.html",revision:")\w+/, '$1new'))
  for (let visit = 0; visit < 2; visit++) {
    await page.reload()
    await page.locator('.version-offer').waitFor({ timeout: 20_000 })
    expect(await shown()).toBe('old')
  }
  await board.edit()
  expect(await page.locator('.version-offer').count()).toBe(0)
  await board.leaveEdit()
  const other = await context.newPage()
  await other.goto(url(`${jinjiang}?demo=0&edit=1`))
  await other.waitForFunction(() => document.querySelector('.cell-bar') !== null && performance.getEntriesByType('resource').some(one => one.name.includes('VersionOffer')))
  await page.bringToFront()
  const offer = page.locator('.version-offer').getByRole('button', { name: '有新版本，点这里换上' })
  await offer.click()
  await page.getByText('别的页签里还开着填报').waitFor()
  expect(await shown()).toBe('old')
  await other.close()
  await Promise.all([page.waitForEvent('load'), offer.click()])
  await board.waitForEvents(1)
  expect(await shown()).toBe('new')
}

describe('a page that keeps itself', () => {
  it('opens, takes entries and keeps them without a network; shows a replaced plan at the next visit; is replaced only when asked', async () => {
    await withProfile(async profile => {
      const first = await profile.open({ hash: jinjiang, now, keepsItself: true })
      await kept(first.page)
      await profile.quit()

      const visit = await profile.open({ hash: '#/plans', now, keepsItself: true })
      const { page, context, site } = visit
      // The network goes once the page stands, not while it opens.
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      const at = (rest: string) => `http://127.0.0.1:${site.port}/${rest}`
      // Chromium itself looks for the icon of an installable page, past the worker.
      visit.faults.expect('icon-192.png')
      await workOffline(visit, at)

      site.replace('/data/plans/jinjiang-2020.json', read('data/plans/jinjiang-2020.json').replace('"居家养老站"', '"居家养老点"'))
      await site.resume()
      await context.setOffline(false)
      await page.goto(at(`?back#/plan/jinjiang-2020?demo=0`))
      await page.getByText('居家养老点').first().waitFor()
      await takeNewer(visit)
    })
  })
})

describe('where nothing can be kept', () => {
  it('plain http and the single file say so in the settings, and ask for no worker', async () => {
    for (const [place, words] of [['host', '这个地址是 http，不能安装到桌面，也不能离线打开，可以用 guatu.html 单个文件'], ['disk', '单个文件不能安装到桌面']] as const) {
      await withPage({ place, hash: jinjiang, now, keepsItself: true }, async ({ page, context }) => {
        const asked: string[] = []
        context.on('request', request => { asked.push(request.url()) })
        await new BoardPage(page).ready()
        expect(await noteOf(page)).toContain(words)
        expect(asked.filter(address => /sw\.js|manifest/.test(address))).toEqual([])
      })
    }
  })
})
