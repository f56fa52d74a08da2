/** Damage to a profile's database on disk, and the way back from the second copy; no entry is lost. */
import { cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { doPackageTask } from '../../src/sync/doPackageTask.ts'
import { serializeLines } from '../../src/domain/lineReader.ts'
import { eventHash } from '../../src/domain/hash.ts'
import { makeEvent } from '../domain/makers.ts'
import { recordFigure } from '../tools/figures.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { takePicture, withPage } from './support/withPage.ts'
import { withProfile } from './support/withProfile.ts'

const plan = 'jinjiang-2020'
const hash = `#/plan/${plan}?demo=0&at=2020-09-15`
const now = '2020-09-15T10:00:00+08:00'

/** Entries of another device, from elsewhere. */
function entries(count: number, device = 'dev-00000000000000aa') {
  let prev: string | null = null
  return Array.from({ length: count }, (_, i) => {
    const recordedAt = `2020-07-01T${String(Math.floor(i / 3_600_000)).padStart(2, '0')}:${String(Math.floor(i / 60_000) % 60).padStart(2, '0')}:${String(Math.floor(i / 1000) % 60).padStart(2, '0')}.${String(i % 1000).padStart(3, '0')}Z/0000/${device}`
    const bare = { ...makeEvent('report', '2020-06-30', { target: '2.1-2', area: `3505820${String(1 + i % 9).padStart(2, '0')}`, value: i % 100 }, { plan, recordedAt }), device, by: { unit: 'yanglao' }, prev, hash: '' }
    const event = { ...bare, hash: eventHash(bare) }
    prev = event.hash
    return event
  })
}

/** Whatever folder is asked for, it is the same one of the browser's own; it outlives the databases. */
async function giveDrive(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('备份盘', { create: true }) })
  })
}

async function takeFile(page: Page, name: string, bytes: string | Uint8Array): Promise<void> {
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
}

async function openRestore(page: Page): Promise<void> {
  await page.locator('.export-menu button').first().click()
  await page.getByRole('menuitem', { name: /恢复/ }).click()
}

async function enter(board: BoardPage, text: string): Promise<void> {
  await board.pick('2.1-2', 0)
  await board.edit()
  await board.type(text, 'Enter')
  await board.introduce('yanglao')
  await board.savedWith(1)
  await board.leaveEdit()
}

it('4 of 4 kinds of damage are seen at start, and everything comes back from the last second copy', async () => {
  await withProfile(async profile => {
    const root = join(profile.folder, 'Default')
    const databases = join(root, 'IndexedDB')
    const aside = (name: string) => join(profile.folder, `aside-${name}`)
    const start = async () => {
      const visit = await profile.open({ hash: '#/help', now })
      await giveDrive(visit.context)
      await visit.page.goto('about:blank')
      await visit.page.goto(visit.url(hash))
      return visit.page
    }

    // Another profile's database, under the same address.
    await enter(await (async () => { const board = new BoardPage(await start()); await board.ready(); return board })(), '11')
    await profile.quit()
    renameSync(databases, aside('other'))
    rmSync(join(root, 'Local Storage'), { recursive: true })

    let page = await start()
    let board = new BoardPage(page)
    await board.ready()
    await enter(board, '80')
    await openRestore(page)
    await takeFile(page, 'others.jsonl', serializeLines(entries(300)))
    await page.getByRole('dialog').getByText(/新增 300 条/).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: /并入/ }).click()
    await page.getByRole('dialog').getByText(/已并入 300 条/).waitFor()
    await page.keyboard.press('Escape')
    const whole = (await board.download(/jsonl/)).text
    await page.goto(`${page.url().split('#')[0]}#/plan/${plan}/safekeeping?demo=0`)
    await page.locator('.copy-sheet').getByRole('button', { name: '选文件夹…' }).click()
    await page.locator('.copy-sheet').getByText(/挂图备份-jinjiang-2020-20200915\.guatu/).first().waitFor({ timeout: 30_000 })
    expect(await page.locator('.copy-facts').innerText()).toMatch(/301 条[\s\S]*没有[\s\S]*备份盘/)
    await takePicture(page, 'safekeeping')
    await profile.quit()
    cpSync(databases, aside('whole'), { recursive: true })
    cpSync(join(root, 'Local Storage'), aside('storage'), { recursive: true })

    const level = () => join(databases, readdirSync(databases).find(one => one.endsWith('.leveldb'))!)
    const damages: [name: string, says: RegExp, damage: () => void][] = [
      ['emptied', /台账空了/, () => rmSync(databases, { recursive: true })],
      ['cut', /短了一截|台账空了/, () => {
        for (const name of readdirSync(level()).filter(one => one.endsWith('.log'))) { const file = join(level(), name); truncateSync(file, Math.floor(readFileSync(file).length / 2)) }
      }],
      ['corrupted', /台账空了|坏了/, () => {
        for (const name of readdirSync(level()).filter(one => one.startsWith('MANIFEST'))) writeFileSync(join(level(), name), 'not a manifest')
      }],
      ['swapped', /数据库被换过/, () => { rmSync(databases, { recursive: true }); cpSync(aside('other'), databases, { recursive: true }) }],
    ]
    let seen = 0
    for (const [name, says, damage] of damages) {
      if (existsSync(databases)) rmSync(databases, { recursive: true })
      cpSync(aside('whole'), databases, { recursive: true })
      rmSync(join(root, 'Local Storage'), { recursive: true })
      cpSync(aside('storage'), join(root, 'Local Storage'), { recursive: true })
      damage()
      page = await start()
      board = new BoardPage(page)
      await page.locator('main.recovery .facts b').first().waitFor()
      expect(await page.locator('main.recovery .facts').innerText()).toMatch(says)
      const restore = page.getByRole('button', { name: '从备份文件夹恢复' })
      const choose = page.locator('.ways').getByRole('button', { name: '选文件夹…' })
      await restore.or(choose).first().waitFor()
      if (await choose.isVisible()) await choose.click()
      await restore.waitFor()
      expect(await page.locator('.ways').first().innerText()).toMatch(/今天 10:\d\d 的完整备份，301 条/)
      if (name === 'cut') await takePicture(page, 'recovery')
      await restore.click()
      await page.locator('.restored').getByText('都齐了，没有缺的').waitFor()
      seen++
      await page.goto(page.url().split('#')[0] + hash)
      await board.ready()
      const back = (await board.download(/jsonl/)).text.split('\n')
      expect(whole.trim().split('\n').filter(line => !back.includes(line))).toEqual([])
      await profile.quit()
    }
    expect(seen).toBe(damages.length)
    recordFigure({ id: 'damage', name: 'kinds of database damage seen at start and made good from the last second copy (Chromium profile on disk)', value: `${seen} of ${damages.length}`, goal: '4 of 4' })
  })
}, 300_000)

it('100,000 entries come back from a package within ten seconds', async () => {
  const events = entries(100_000)
  const packed = doPackageTask({ kind: 'pack', input: {
    id: '0190b3a0-0000-7000-8000-000000000000', plan, planTitle: '', area: '晋江市', demo: false, made: '2020-09-14T09:00:00.000Z', by: {}, device: 'dev-00000000000000aa', scope: 'all', unit: null, since: null,
    events, heads: { 'dev-00000000000000aa': { count: events.length, hash: events.at(-1)!.hash } }, quarantined: [], evidence: [], passphrase: null,
  } })
  if (packed.kind !== 'packed') throw new Error(packed.kind)
  await withPage({ hash, now }, async ({ page }) => {
    await new BoardPage(page).ready()
    await openRestore(page)
    await page.getByRole('dialog').waitFor()
    const from = Date.now()
    await takeFile(page, 'whole.guatu', packed.bytes)
    await page.getByRole('dialog').getByText(/新增 100000 条/).waitFor({ timeout: 60_000 })
    const read = Date.now()
    await page.getByRole('dialog').getByRole('button', { name: /并入/ }).click()
    await page.getByRole('dialog').getByText(/已并入 100000 条/).waitFor({ timeout: 60_000 })
    const spent = Date.now() - from
    expect(spent).toBeLessThan(20_000)
    recordFigure({ id: 'recovery', name: '100,000 entries back from a package (read and checked, then merged), Chromium', value: `${((read - from) / 1000).toFixed(1)} + ${((spent - read + from) / 1000).toFixed(1)} s`, goal: '≤ 10 s (fails at twice that)' })
  })
}, 180_000)
