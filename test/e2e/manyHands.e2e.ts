/**
 * Many hands, one ledger: five offices, each a browser profile of its own, work for a month. Three share a folder on a drive that fails, cuts, drops and
 * doubles what is written; two have no drive and send report packages, of which one is lost, one comes twice and one arrives cut. In the end every
 * profile's board.json is the same to the last byte, and a destroyed profile is rebuilt from the folder.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { indexPlan } from '../../src/domain/plan'
import type { Plan } from '../../src/domain/plan'
import { seededRandom } from '../ledger/makers.ts'
import { recordFigure, seed, timesOf } from '../tools/figures.ts'
import { dataFolder } from '../tools/projectFiles.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { ExchangePage } from './pageModels/exchangePage.ts'
import { giveFolder } from './support/fakeFolder.ts'
import type { GivenFolder } from './support/fakeFolder.ts'
import { returnedBook, savedByOffice } from './support/returnedFiles.ts'
import { startClockAt, withPage } from './support/withPage.ts'
import type { Visit } from './support/withPage.ts'

const plan = 'jinjiang-2020'
const units = ['bangong', 'yanglao', 'fuli', 'jiuzhu', 'shiwu'] as const
const days = Array.from({ length: timesOf(3, 8) }, (_, n) => `2020-09-${String(1 + Math.round(n * 28 / (timesOf(3, 8) - 1))).padStart(2, '0')}`)
const bytes = seededRandom(seed)
/** How often the drive had a chance to fail and took it. */
let hits = 0
const random = (): number => { const [high, low] = bytes(2); const share = (high! * 256 + low!) / 65_536; hits += share < 0.1 ? 1 : 0; return share }

class Office {
  readonly board: BoardPage
  readonly exchange: ExchangePage
  events = 0
  constructor(readonly visit: Visit, readonly unit: string, readonly folder: GivenFolder | null) {
    this.board = new BoardPage(visit.page)
    this.exchange = new ExchangePage(visit.page)
  }
  async goto(page: '' | '/exchange', day: string, more = ''): Promise<void> {
    await this.visit.page.goto('about:blank')
    await this.visit.page.goto(this.visit.url(`#/plan/${plan}${page}?demo=0&at=${day}${more}`))
    if (page === '') await this.board.ready()
  }
  /** A day's work: two cells of its own, and now and then the one that everybody writes. */
  async work(day: string, n: number): Promise<void> {
    await startClockAt(this.visit.context, `${day}T0${8 + units.indexOf(this.unit as 'bangong') % 2}:${10 + n}:00+08:00`)
    await this.goto('', day, '&edit=1')
    const own = 1 + units.indexOf(this.unit as 'bangong') * 3
    await this.visit.page.waitForSelector('.cell-bar')
    for (const column of [own + n % 3, ...(random() < 0.5 ? [0] : [])]) {
      await this.board.pick('2.1-2', column)
      await this.board.type(String(10 + n * 5 + Math.floor(random() * 5)), 'Enter')
      if (this.events === 0) await this.board.introduce(this.unit)
      await this.visit.page.waitForFunction(() => /已存[^，。]*\d\d:\d\d:\d\d/.test(document.body.innerText))
      this.events += 1
    }
    await this.board.leaveEdit()
  }
  async share(day: string): Promise<void> {
    await this.goto('/exchange', day)
    await this.exchange.chooseFolder()
    await this.exchange.lookNow()
  }
  async files(day: string): Promise<{ board: string, ledger: string }> {
    await this.goto('', day)
    return { board: (await this.board.download(/board\.json/)).text, ledger: (await this.board.download(/^台账/)).text }
  }
}

/** One visit after the other is opened and all stay: profiles of their own in one browser. */
async function withOffices(folder: string, journey: (offices: Office[]) => Promise<void>, made: Office[] = []): Promise<void> {
  const unit = units[made.length]
  if (unit === undefined) return journey(made)
  await withPage({ hash: '#/help', now: `${days[0]}T08:00:00+08:00` }, async visit => {
    const drive = made.length < 3 ? await giveFolder(visit.context, folder, { failing: 0.1, cut: 0.1, dropped: 0.05, doubled: 0.1, random }) : null
    await withOffices(folder, journey, [...made, new Office(visit, unit, drive)])
  })
}

it('five offices work for a month over a failing drive and by packages: every profile ends with the same board.json, and a destroyed one is rebuilt from the folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-drive-'))
  try {
    await withOffices(folder, async offices => {
      const hub = offices[0]!
      const apart = offices.slice(3)
      for (const [n, day] of days.entries()) {
        for (const office of offices) await office.work(day, n)
        const mail: { name: string, bytes: Buffer }[] = []
        for (const office of apart) {
          await office.goto('/exchange', day)
          mail.push(await office.exchange.makePackage(n === 0 ? '全部' : '上次以来'))
        }
        // The first day's package of the first is lost; the second's comes cut, then twice.
        if (n === 0) mail.shift()
        for (const office of offices.slice(1, 3)) await office.share(day)
        await hub.share(day)
        if (n === 0) {
          const cut = { name: 'cut.guatu', bytes: mail[0]!.bytes.subarray(0, mail[0]!.bytes.length / 2) }
          expect(await hub.exchange.takePackages([cut, mail[0]!, { ...mail[0]!, name: 'again.guatu' }])).toEqual({ taken: 2, refused: 1, known: 0 })
        } else await hub.exchange.takePackages(mail)
      }
      // The month is over, the drive is mended, and what has no receipt is sent again.
      const day = '2020-09-30'
      for (const office of offices) if (office.folder !== null) Object.assign(office.folder.faults, { failing: 0, cut: 0, dropped: 0, doubled: 0 })
      await hub.goto('/exchange', day)
      for (const office of apart) {
        await office.goto('/exchange', day)
        await hub.exchange.takePackages([await office.exchange.makePackage('全部')])
      }
      for (const office of [hub, ...offices.slice(1, 3), hub]) await office.share(day)
      const all = await hub.exchange.makePackage('全部')
      for (const office of apart) await office.exchange.takePackages([all])
      for (const office of offices.slice(1, 3)) await office.share(day)

      const files = await Promise.all(offices.map(office => office.files(day)))
      const written = offices.reduce((sum, office) => sum + office.events, 0)
      expect(files[0]!.ledger.trim().split('\n')).toHaveLength(written)
      expect((JSON.parse(files[0]!.board) as { events: number }).events).toBe(written)
      for (const { board, ledger } of files) {
        expect(ledger === files[0]!.ledger).toBe(true)
        expect(board === files[0]!.board).toBe(true)
      }
      expect(hits).toBeGreaterThan(10)

      // The machine of one is destroyed: a new one that chooses the folder has everything again.
      await withPage({ hash: '#/help', now: `${day}T18:00:00+08:00` }, async visit => {
        const rebuilt = new Office(visit, units[1], await giveFolder(visit.context, folder))
        await rebuilt.share(day)
        expect(await rebuilt.files(day)).toEqual(files[0])
      })
      recordFigure({ id: 'month', name: 'five offices, one month over a failing drive and packages: profiles whose board.json differs', value: `0 of ${offices.length} (${written} entries, ${hits} faults)`, goal: '0 of 5' })
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}, 300_000)

it('a township without the app fills a workbook, the office imports it, the receipt goes back, and the folder carries the figure to another office', async () => {
  const index = indexPlan(JSON.parse(readFileSync(join(dataFolder, 'plans', `${plan}.json`), 'utf8')) as Plan)
  const [day, now] = ['2020-09-15', '2020-09-15T16:00:00+08:00']
  const folder = mkdtempSync(join(tmpdir(), 'guatu-drive-'))
  try {
    const sent = savedByOffice(await returnedBook('梅岭街道_2020-09.xlsx', index, [{ target: '2.1-2', area: '350582002', at: day, input: '12' }]))
    await withPage({ hash: `#/plan/${plan}/collect?demo=0`, now }, async visit => {
      const { page } = visit
      await page.locator('.collect-files').setInputFiles([sent])
      await page.waitForFunction(() => document.querySelector('.collect-foot .primary')?.textContent === '写入 1')
      await page.locator('.collect-foot .primary').click()
      const dialog = page.getByRole('dialog')
      await dialog.locator('select').selectOption('bangong')
      await dialog.locator('button[type=submit]').click()
      await page.waitForSelector('.collect-foot a.btn.primary')
      const [receipt] = await Promise.all([page.waitForEvent('download'), (async () => { await page.getByRole('button', { name: /回执/ }).click(); await page.getByRole('menuitem', { name: /txt/ }).click() })()])
      expect(readFileSync(await receipt.path(), 'utf8')).toMatch(/梅岭[\s\S]*1[\s\S]*[0-9A-F]{4}-[0-9A-F]{4}/)
      const office = new Office(visit, 'bangong', await giveFolder(visit.context, folder))
      await office.share(day)
      await withPage({ hash: '#/help', now }, async other => {
        const elsewhere = new Office(other, 'yanglao', await giveFolder(other.context, folder))
        await elsewhere.share(day)
        expect(await elsewhere.files(day)).toEqual(await office.files(day))
        await elsewhere.board.waitForEvents(1)
      })
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
