/** A profile of the version before, in a real browser: an old tab in the way, an upgrade that fails, a newer programme beside (reliability.md 7, goals 11, 12). */
import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { sha256Hex } from '../../src/domain/hash.ts'
import { schemaVersion } from '../../src/ledger/database.ts'
import { readFixture } from '../ledger/schemaFixture.ts'
import type { SchemaFixture } from '../ledger/schemaFixture.ts'
import { recordFigure } from '../tools/figures.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { takePicture, withPage } from './support/withPage.ts'

const plan = 'jinjiang-2020'
const hash = `#/plan/${plan}?demo=0&at=2020-09-15`
const now = '2020-09-15T10:00:00+08:00'

/** A page of the same origin without the app. */
async function barePage(context: BrowserContext, url: (hash?: string) => string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${url()}data/index.json`)
  return page
}

/** Makes the ledger of a fixture as its programme did and keeps it open, deaf to every wish to upgrade. */
const makeOld = (page: Page, fixture: SchemaFixture) => page.evaluate(({ storage, databases }) => {
  for (const [key, value] of Object.entries(storage)) localStorage.setItem(key, value)
  const { name, version, stores } = databases.find(one => one.name === 'guatu-real')!
  return new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(name, version)
    opening.onupgradeneeded = () => { for (const store of stores) { const made = opening.result.createObjectStore(store.name, { keyPath: store.keyPath }); for (const record of store.records) made.add(record) } }
    opening.onsuccess = () => { Object.assign(window, { held: opening.result }); resolve() }
    opening.onerror = () => reject(opening.error)
  })
}, fixture)

const letGo = (page: Page) => page.evaluate(() => { (window as unknown as { held: IDBDatabase }).held.close() })
const versionOf = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).find(one => one.name === 'guatu-real')?.version)

async function secondsUntil(wait: Promise<unknown>): Promise<number> {
  const from = performance.now()
  await wait
  return (performance.now() - from) / 1000
}

it('an old tab holds the ledger: said within 3 seconds, an upgrade that fails changes nothing, and then all is there', async () => {
  await withPage({ now }, async ({ page, context, faults, url }) => {
    faults.expect('favicon.ico')
    const fixture = readFixture(1)
    // The visit began with today's programme: away with what it made.
    await page.goto('about:blank')
    const old = await barePage(context, url)
    await old.evaluate(() => new Promise(resolve => { indexedDB.deleteDatabase('guatu-real').onsuccess = resolve }))
    await makeOld(old, fixture)
    await page.goto(url(hash))
    const banner = page.locator('.banner')
    const blocked = await secondsUntil(banner.getByText(/旧版挂图占着台账/).waitFor())
    await takePicture(page, 'ledger-blocked')
    // The upgrade fails at its first step: the page says so, and the old data is what it was.
    const failing = await context.newPage()
    await failing.addInitScript(() => { IDBDatabase.prototype.createObjectStore = () => { throw new DOMException('injected', 'DataError') } })
    await page.goto('about:blank')
    await letGo(old)
    await failing.goto(url(hash))
    await failing.locator('.banner').first().waitFor()
    expect(await failing.locator('.banner').first().innerText()).toMatch(/不能填/)
    await failing.close()
    expect(await versionOf(old)).toBe(fixture.databases.find(one => one.name === 'guatu-real')!.version)
    // Blocked again, and on its own as soon as the old tab is gone.
    await makeOld(old, fixture)
    await page.goto(url(hash))
    await banner.getByText(/旧版挂图占着台账/).waitFor()
    await old.close()
    const board = new BoardPage(page)
    await board.ready()
    await board.waitForEvents(fixture.expected.events)
    expect(await banner.getByText(/旧版挂图占着台账/).count()).toBe(0)
    expect(sha256Hex((await board.download(/jsonl/)).text)).toBe(fixture.expected.lines)
    expect(blocked).toBeLessThan(3)

    // A newer programme opens beside: this one lets go at once, says why, and can still export.
    await board.pick('2.1-2', 0)
    const newer = await barePage(context, url)
    const opened = newer.evaluate(version => new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('guatu-real', version)
      opening.onsuccess = () => { opening.result.close(); resolve() }
      opening.onerror = () => reject(opening.error)
    }), (schemaVersion + 1) * 10)
    const superseded = await secondsUntil(banner.getByText(/新版的挂图在另一个标签页里打开了/).waitFor())
    await opened
    expect(superseded).toBeLessThan(3)
    await board.edit()
    await board.type('90', 'Enter')
    await board.introduce('yanglao')
    await page.locator('.status .saved.failed').waitFor()
    await board.leaveEdit()
    expect(sha256Hex((await board.download(/jsonl/)).text)).toBe(fixture.expected.lines)
    // This programme on the newer database: refused in words.
    await page.reload()
    await banner.getByText(/更新版本的挂图写的，这一版读不了/).waitFor()
    await takePicture(page, 'ledger-newer')
    expect(await versionOf(newer)).toBe((schemaVersion + 1) * 10)
    recordFigure({ id: 'upgrade', name: 'an old tab in the way of an upgrade, a newer one beside: seconds until it is said; entries lost', value: `${blocked.toFixed(1)} s, ${superseded.toFixed(1)} s; 0 of ${fixture.expected.events}, byte for byte`, goal: '≤ 3 s; 0' })
  })
})
