/** Two tabs of one profile save at full speed: no place in the chain is taken twice, nothing is lost, with and without Web Locks (reliability.md 7, goal 7). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { parseLines } from '../../src/domain/lines.ts'
import { chainLengths } from '../ledger/makers.ts'
import { recordFigure, timesOf } from '../tools/figures.ts'
import { serveLedgerPage } from '../torture/buildPage.ts'
import type { LedgerPage } from '../torture/page.ts'
import { launchOptions } from './support/withPage.ts'

const plan = 'jinjiang-2020'

/** Calls a function of the page of the bare ledger. */
const call = <Name extends keyof LedgerPage>(page: Page, name: Name, ...parts: Parameters<LedgerPage[Name]>): Promise<Awaited<ReturnType<LedgerPage[Name]>>> =>
  page.evaluate(([method, given]) => (window as unknown as { ledgerPage: Record<string, (...all: unknown[]) => Promise<unknown>> }).ledgerPage[method]!(...given), [name as string, parts as unknown[]] as const) as Promise<Awaited<ReturnType<LedgerPage[Name]>>>

it('200 saves in each of two tabs: 400 in one chain, each once, with and without Web Locks', async () => {
  const rounds = timesOf(1, 5)
  const saves = 200
  const site = await serveLedgerPage()
  const folder = mkdtempSync(join(tmpdir(), 'guatu-tabs-'))
  // A profile on disk, where strict transactions wait for it.
  const context = await chromium.launchPersistentContext(folder, launchOptions())
  try {
    let total = 0
    for (const hasLocks of [true, false]) for (let round = 0; round < rounds; round++) {
      const name = `${plan}-${hasLocks}-${round}`
      const tabs = [await context.newPage(), await context.newPage()]
      for (const tab of tabs) {
        if (!hasLocks) await tab.addInitScript(() => { Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }) })
        await tab.goto(`http://127.0.0.1:${site.port}/page.html`)
        await tab.waitForFunction(() => 'ledgerPage' in window)
        expect(await tab.evaluate(() => navigator.locks !== undefined)).toBe(hasLocks)
        expect(await call(tab, 'open', name)).toBe('ready')
      }
      const saved = await Promise.all(tabs.map((tab, i) => call(tab, 'save', saves, i * 1000)))
      const acked = new Set(saved.flat())
      expect(acked.size).toBe(2 * saves)
      for (const tab of tabs) {
        const { events, aside } = parseLines(await call(tab, 'lines'), name, { verifyHash: true })
        expect(aside).toEqual([])
        expect(new Set(events.map(event => event.hash))).toEqual(acked)
        expect(Object.values(chainLengths(events))).toEqual([2 * saves])
        total += events.length
        await tab.close()
      }
    }
    recordFigure({ id: 'tabs', name: 'two tabs, 200 saves each, with and without Web Locks: places taken twice, or saves lost', value: `0 of ${total / 2} saves`, goal: '400 distinct, 0 lost' })
  } finally {
    await context.close()
    await site.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
