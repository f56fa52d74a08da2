/** What the status line has called 已存 survives a browser that is killed at that moment; and it says so only after the strict transaction completed (reliability.md 7, goals 5, 6). */
import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { parseLines } from '../../src/domain/lines.ts'
import { chainLengths } from '../ledger/makers.ts'
import { recordFigure, seed, timesOf } from '../tools/figures.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { withPage } from './support/withPage.ts'
import { withProfile } from './support/withProfile.ts'

const plan = 'jinjiang-2020'
const hash = `#/plan/${plan}?demo=0&at=2020-09-15`
const now = '2020-09-15T10:00:00+08:00'

/** Tells of every moment at which the status line says 已存, with the number of entries beside it. */
async function hearSaves(context: BrowserContext, hear: (events: number) => void): Promise<void> {
  await context.exposeBinding('hearSaved', (_source, events: number) => hear(events))
  await context.addInitScript(() => {
    let last = -1
    new MutationObserver(() => {
      if (!/已存\D*\d\d:\d\d:\d\d/.test(document.querySelector('.status > .saved')?.textContent ?? '')) return
      const events = Number(/台账\s*(\d+)\s*条/.exec(document.querySelector('.status')?.textContent ?? '')?.[1] ?? 0)
      if (events > last) (window as unknown as { hearSaved: (n: number) => void }).hearSaved(last = events)
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
}

/** The lines in the database, past every memory of the app. */
const storedLines = (page: Page): Promise<string[]> => page.evaluate(() => new Promise<string[]>((resolve, reject) => {
  const opening = indexedDB.open('guatu-real')
  opening.onerror = () => reject(opening.error)
  opening.onsuccess = () => {
    const asking = opening.result.transaction('events').objectStore('events').getAll()
    asking.onsuccess = () => { opening.result.close(); resolve((asking.result as { lines: string }[]).flatMap(record => record.lines.split('\n'))) }
  }
}))

/** Types a figure into cell after cell of a row until told to stop, as fast as keys go. */
async function typeOn(page: Page, figure: number, isOver: () => boolean): Promise<void> {
  for (let i = 0; i < 14 && !isOver(); i++) {
    await page.keyboard.type(String(figure))
    await page.keyboard.press('Tab')
  }
}

const target = '2.1-2'

it('killed at the moment of 已存, over and over on one profile: nothing of it is lost, the chain is whole', async () => {
  const kills = timesOf(20, 110)
  let chance = seed >>> 0
  const random = (below: number) => {
    chance = (Math.imul(chance, 1664525) + 1013904223) >>> 0
    return chance % below
  }
  await withProfile(async profile => {
    const first = await profile.open({ hash, now })
    const start = new BoardPage(first.page)
    await start.ready()
    await start.pick(target, 0)
    await start.edit()
    await start.type('80', 'Tab')
    await start.introduce('yanglao')
    await start.savedWith(1)
    await profile.quit()

    let saved = 1
    let before: readonly string[] = []
    /** After a kill: the app opens without a word of damage, with all that was said to be saved, and all that was there before. */
    const check = async (page: Page): Promise<void> => {
      await new BoardPage(page).ready()
      const lines = await storedLines(page)
      const { events, aside } = parseLines(lines.join('\n'), plan, { verifyHash: true })
      expect(aside).toEqual([])
      expect(events.length).toBeGreaterThanOrEqual(saved)
      const there = new Set(lines)
      expect(before.filter(line => !there.has(line))).toEqual([])
      expect(Object.values(chainLengths(events))).toEqual([events.length])
      await new BoardPage(page).waitForEvents(events.length)
      saved = events.length
      before = lines
    }
    for (let round = 0; round < kills; round++) {
      // Known only once the ledger has been looked into, which is before anything is typed.
      let until = Number.POSITIVE_INFINITY
      let killed: Promise<void> | null = null
      const { page } = await profile.open({ hash, now }, context => hearSaves(context, events => {
        if (killed !== null) return
        saved = Math.max(saved, events)
        if (events >= until) killed = profile.kill()
      }))
      await check(page)
      until = saved + 1 + random(6)
      const board = new BoardPage(page)
      await board.pick(target, random(5))
      await board.edit()
      await typeOn(page, 100 + round, () => killed !== null).catch(() => undefined)
      for (let wait = 0; killed === null && wait < 200; wait++) await new Promise(resolve => { setTimeout(resolve, 25) })
      expect(killed, `round ${round}: no save was heard`).not.toBeNull()
      await killed
    }
    const { page } = await profile.open({ hash, now })
    await check(page)
    recordFigure({ id: 'kills', name: 'kill -9 of the whole browser at the moment of 已存: saved entries lost', value: `0 of ${saved} in ${kills} kills, chain whole`, goal: `0 in ≥ ${timesOf(20, 110)} kills` })
  })
}, timesOf(180_000, 1_800_000))

it('已存 stands on the screen only after the strict transaction has completed, every time', async () => {
  await withPage({ now }, async ({ page, context, url }) => {
    const heard: { events: number, completed: number, durabilities: string[] }[] = []
    let completed = 0
    await context.exposeBinding('hearComplete', (_source, durability: string) => { completed += 1; durabilities.push(durability) })
    const durabilities: string[] = []
    await hearSaves(context, events => { heard.push({ events, completed, durabilities: [...durabilities] }) })
    // Every end of a transaction that writes entries is told here first, and comes to the app only when the test lets it.
    await context.addInitScript(() => {
      const gate = { isHeld: false, waiting: [] as (() => void)[] }
      Object.assign(window, { letGo: () => { gate.isHeld = false; for (const one of gate.waiting.splice(0)) one() }, hold: () => { gate.isHeld = true } })
      const begin = IDBDatabase.prototype.transaction
      IDBDatabase.prototype.transaction = function (this: IDBDatabase, names, mode, options) {
        const transaction = begin.call(this, names, mode, options)
        if (mode !== 'readwrite' || this.name !== 'guatu-real' || !transaction.objectStoreNames.contains('events')) return transaction
        Object.defineProperty(transaction, 'oncomplete', {
          set: (told: (event: Event) => void) => { transaction.addEventListener('complete', event => {
            (window as unknown as { hearComplete: (durability: string) => void }).hearComplete(transaction.durability)
            if (gate.isHeld) gate.waiting.push(() => told.call(transaction, event))
            else told.call(transaction, event)
          }) },
        })
        return transaction
      }
    })
    await page.goto('about:blank')
    await page.goto(url(hash))
    const board = new BoardPage(page)
    await board.ready()
    await board.pick(target, 0)
    await board.edit()
    await page.evaluate(() => { (window as unknown as { hold: () => void }).hold() })
    await board.type('100', 'Tab')
    await board.introduce('yanglao')
    await expect.poll(() => completed).toBe(1)
    // The disk has it, the app has not been told yet: it does not say so.
    await page.locator('.status .saved.saving').waitFor()
    expect(heard).toEqual([])
    await page.evaluate(() => { (window as unknown as { letGo: () => void }).letGo() })
    await board.savedWith(1)
    await typeOn(page, 100, () => false)
    await board.savedWith(15)
    expect(completed).toBe(15)
    expect(heard.length).toBeGreaterThan(3)
    expect(heard.filter(one => one.events > one.completed || one.durabilities.some(durability => durability !== 'strict'))).toEqual([])
    recordFigure({ id: 'strict', name: '已存 on the screen before its strict transaction completed', value: `0 of ${heard.length} sightings, ${completed} saves`, goal: '0' })
  })
})
