/** Ledgers as large as a year's: the same board to the byte as in Node, and a disk that is full halfway (reliability.md 7, goals 2, 8). */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { boardFileOf, serializeBoard } from '../../src/domain/boardFile.ts'
import type { LedgerEvent } from '../../src/domain/event.ts'
import { sha256Hex } from '../../src/domain/hash.ts'
import { foldEvents } from '../../src/domain/history.ts'
import { serializeLines } from '../../src/domain/lineReader.ts'
import { indexPlan } from '../../src/domain/plan.ts'
import type { Plan } from '../../src/domain/plan.ts'
import { boardOf } from '../../src/domain/rollUp.ts'
import { foreignEvent } from '../ledger/makers.ts'
import { recordFigure } from '../tools/figures.ts'
import { dataFolder } from '../tools/projectFiles.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { takePicture, withPage } from './support/withPage.ts'
import { withProfile } from './support/withProfile.ts'

const plan = 'jinjiang-2020'
const hash = `#/plan/${plan}?demo=0&at=2020-09-15`
const now = '2020-09-15T10:00:00+08:00'
const index = indexPlan(JSON.parse(readFileSync(join(dataFolder, 'plans', `${plan}.json`), 'utf8')) as Plan)

/** A year of entries of every kind, always the same: chance with a fixed beginning, figures with fractions, some that cannot be folded. */
function goldenLedger(count: number): LedgerEvent[] {
  let state = 20200915
  const chance = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor(state / 2 ** 32 * below)
  }
  const targets = [...index.targets.values()].map(one => one.target)
  const areas = index.columns.map(column => column.area.code)
  const day = () => `2020-${String(1 + chance(9)).padStart(2, '0')}-${String(1 + chance(28)).padStart(2, '0')}`
  const events: LedgerEvent[] = []
  for (let n = 0; n < count; n++) {
    const target = targets[chance(targets.length)]!
    const area = target.scope === 'whole' ? index.plan.area.code : areas[chance(areas.length)]!
    const named = events.length === 0 ? 'id-0' : events[chance(events.length)]!.id
    const kind = chance(20)
    const [type, data] = kind < 15 ? ['report', target.measure === 'rate' ? { target: target.id, area, numerator: chance(500), denominator: 1 + chance(700) } : { target: target.id, area, value: chance(3000) / 7 }] as const
      : kind < 17 ? ['allocate', { target: target.id, shares: { [area]: chance(400) / 3 } }] as const
        : kind === 17 ? ['exempt', { target: target.id, area, state: ['paused', 'active', 'exempt'][chance(3)]!, reason: '因' }] as const
          : kind === 18 ? ['review', { event: named, verdict: ['accepted', 'returned'][chance(2)]!, reason: '' }] as const : ['retract', { event: named }] as const
    const moment = new Date(Date.parse('2020-01-02T00:00:00.000Z') + chance(250 * 86_400) * 1000).toISOString()
    const device = String(n % 7)
    events.push(foreignEvent(n, { plan, type, at: day(), data, device, recordedAt: `${moment}/${(n % 65536).toString(16).padStart(4, '0')}/dev-${device.padStart(16, '0')}` }))
  }
  return events
}

async function choose(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: /导出/ }).click()
  await page.getByRole('menuitem', { name: /恢复/ }).click()
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name: 'ledger.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(text) })
}

it('10,000 entries of every kind give the same board.json in Chromium as in Node, byte for byte', async () => {
  const events = goldenLedger(10_000)
  await withPage({ hash, now }, async ({ page }) => {
    const board = new BoardPage(page)
    await board.ready()
    await choose(page, serializeLines([...events].reverse()))
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: /并入/ }).click()
    await dialog.getByText(/已并入 1\D?0000 条/).waitFor()
    await page.keyboard.press('Escape')
    await board.waitForEvents(events.length)
    const { text } = await board.download(/board\.json/)
    const { asOf, knownAt } = JSON.parse(text) as { asOf: string, knownAt: string }
    const history = foldEvents(index, events)
    const ours = serializeBoard(boardFileOf(boardOf(history, { asOf, knownAt }), history, false))
    expect(sha256Hex(text)).toBe(sha256Hex(ours))
    expect(text).toBe(ours)
    // The ledger is no empty one: most of it is folded, and many cells have a figure.
    expect(history.unfolded.length).toBeLessThan(events.length / 2)
    recordFigure({ id: 'fold', name: `board.json of ${events.length} entries, Chromium against Node: SHA-256`, value: `the same: ${sha256Hex(ours).slice(0, 16)}…`, goal: 'the same' })
  })
})

it('a disk that is full in the middle of an import: nothing of it is kept, it is said in Chinese, export and small saves go on', async () => {
  await withProfile(async profile => {
    // Before the first write: Chromium remembers for a while how much room it found.
    const { page } = await profile.open({ hash, now }, async (context, address) => {
      const session = await context.newCDPSession(context.pages()[0] ?? await context.newPage())
      await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(address).origin, quotaSize: 8_000_000 })
    })
    const board = new BoardPage(page)
    await board.ready()
    await board.pick('2.1-2', 0)
    await board.edit()
    await board.type('80', 'Enter')
    await board.introduce('yanglao')
    await board.savedWith(1)
    await board.leaveEdit()
    const before = (await board.download(/jsonl/)).text
    const large = Array.from({ length: 600 }, (_, n) => foreignEvent(n, { plan, data: { target: '2.1-2', area: '350582002', value: n, note: randomBytes(15_000).toString('base64') } }))
    await choose(page, serializeLines(large))
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/新增 600 条/).waitFor()
    await dialog.getByRole('button', { name: /并入/ }).click()
    await dialog.getByRole('alert').getByText(/空间用完/).waitFor()
    await takePicture(page, 'quota-real')
    await page.keyboard.press('Escape')
    await board.waitForEvents(1)
    expect((await board.download(/jsonl/)).text).toBe(before)
    await board.pick('2.1-2', 1)
    await board.edit()
    await board.type('70', 'Enter')
    await board.savedWith(2)
    await page.reload()
    await board.ready()
    await board.waitForEvents(2)
    recordFigure({ id: 'quota', name: 'a quota of 8 MB met in the middle of an import of 12 MB: entries kept of it; export afterwards', value: '0 of 600; the same bytes as before', goal: 'all or nothing, said in Chinese, export works' })
  })
})
