/** The shared folder in a browser: the real interface on the page's own file system, kept over a reload; and two profiles over one drive. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { eventHash } from '../../src/domain/hash.ts'
import { makeSegment } from '../../src/sync/segment.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { giveFolder } from './support/fakeFolder.ts'
import { withPage } from './support/withPage.ts'

const plan = 'jinjiang-2020'
const hash = `#/plan/${plan}?demo=0&at=2020-09-15`
const now = '2020-09-15T10:00:00+08:00'
const device = 'dev-00000000000000aa'

/** What the store of the shared folder says; journeys through its page are told elsewhere. */
interface Said { state: string, name: string | null, outbox: number, busy: boolean, sent: number, codes: string[], seenOfMine: number[] }
const storeScript = `document.querySelector('#app').__vue_app__.config.globalProperties.$pinia._s.get('sharedFolder')`
const said = async (page: Page): Promise<Said | null> => await page.evaluate(`(() => { const it = ${storeScript}; return it === undefined ? null : { state: it.state, name: it.name, outbox: it.outbox, busy: it.busy, sent: it.last?.sent ?? 0, codes: it.files.map(one => one.problem.code), seenOfMine: it.devices.map(one => one.seenOfMine) } })()`)
const act = async (page: Page, name: 'choose' | 'allow' | 'syncNow'): Promise<void> => { await page.evaluate(`${storeScript}.${name}()`) }
const becomes = async (page: Page, part: Partial<Said>): Promise<void> => { await expect.poll(() => said(page), { timeout: 30_000 }).toMatchObject(part) }

async function enter(page: Page, text: string, events: number, isFirst = true): Promise<void> {
  const board = new BoardPage(page)
  await board.ready()
  await board.pick('2.1-2', 0)
  await board.edit()
  await board.type(text, 'Enter')
  if (isFirst) await board.introduce('yanglao')
  await board.savedWith(events)
  await board.leaveEdit()
}

function segmentOf(value: number, seq: number): { path: string, text: string } {
  const bare = { v: 1, id: `elsewhere-${seq}`, plan, type: 'report', at: '2020-09-10', recordedAt: `2020-09-10T02:00:00.000Z/000${seq}/${device}`, device, by: { unit: 'minzheng' }, data: { target: '2.1-2', area: '510104017', value }, prev: null }
  const { path, bytes } = makeSegment({ plan, device, unit: 'minzheng', seq, heads: {} }, [{ ...bare, hash: eventHash(bare) }])
  return { path, text: new TextDecoder().decode(bytes) }
}

it('a real folder is written, read back, read, and still open after a reload; taken away it is lost, not empty', async () => {
  await withPage({ hash: '#/help', now }, async ({ page, context, url }) => {
    await context.addInitScript(() => {
      Object.assign(window, { showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('共享盘', { create: true }) })
    })
    await page.goto('about:blank')
    await page.goto(url(hash))
    await becomes(page, { state: 'none', name: null })
    await enter(page, '5', 1)
    await act(page, 'choose')
    await becomes(page, { state: 'ready', name: '共享盘', outbox: 0, codes: [] })
    const put = (path: string, text: string) => page.evaluate(async ([at, content]) => {
      let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('共享盘')
      const parts = at.split('/')
      for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true })
      const writable = await (await folder.getFileHandle(parts.at(-1)!, { create: true })).createWritable()
      await writable.write(content)
      await writable.close()
    }, [path, text] as const)
    const other = segmentOf(7, 1)
    await put(`${plan}/${other.path}`, other.text.slice(0, -40))
    await act(page, 'syncNow')
    await becomes(page, { state: 'ready', codes: ['segment_half'] })
    await put(`${plan}/${other.path}`, other.text)
    await act(page, 'syncNow')
    await new BoardPage(page).waitForEvents(2)
    await becomes(page, { codes: [] })
    // The handle is the browser's own: it is there again, and so is what was read.
    await page.reload()
    await becomes(page, { state: 'ready', name: '共享盘', outbox: 0 })
    const second = segmentOf(8, 2)
    await put(`${plan}/${second.path}`, second.text)
    await act(page, 'syncNow')
    await new BoardPage(page).waitForEvents(3)
    await page.evaluate(async () => { await (await navigator.storage.getDirectory()).removeEntry('共享盘', { recursive: true }) })
    await act(page, 'syncNow')
    await becomes(page, { state: 'lost', codes: ['folder_lost'] })
  })
})

it('two offices over one drive: what one enters the other shows, permission is asked in a click, a file gone is written again', async () => {
  const drive = mkdtempSync(join(tmpdir(), 'guatu-drive-'))
  const filesOf = (): string[] => readdirSync(drive, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.jsonl'))
  try {
    await withPage({ hash: '#/help', now }, async one => {
      await withPage({ hash: '#/help', now }, async two => {
        const [first, second] = [await giveFolder(one.context, drive), await giveFolder(two.context, drive, { permission: 'prompt' })]
        for (const { page, url } of [one, two]) {
          await page.goto('about:blank')
          await page.goto(url(hash))
          await becomes(page, { state: 'none' })
        }
        await enter(one.page, '5', 1)
        await act(one.page, 'choose')
        // The browser cannot keep this handle over a reload; it holds for the visit, which is said.
        await becomes(one.page, { state: 'ready', outbox: 0, sent: 1, codes: ['folder_not_kept'] })
        expect(filesOf().length).toBe(1)
        await act(two.page, 'choose')
        await becomes(two.page, { state: 'asking' })
        await two.page.keyboard.press('Shift')
        await two.page.locator('body').click({ position: { x: 2, y: 2 } })
        await act(two.page, 'allow')
        await becomes(two.page, { state: 'ready', outbox: 0 })
        await new BoardPage(two.page).waitForEvents(1)
        await act(one.page, 'syncNow')
        await becomes(one.page, { seenOfMine: [1] })
        // Another program takes the file away, and the drive has a bad hour.
        for (const path of filesOf().filter(name => /yanglao/.test(name))) rmSync(join(drive, path))
        first.faults.failing = second.faults.failing = 0.1
        for (let turn = 0; turn < 6; turn++) await act(one.page, 'syncNow')
        first.faults.failing = second.faults.failing = 0
        await act(one.page, 'syncNow')
        await becomes(one.page, { state: 'ready', outbox: 0 })
        expect(filesOf().filter(name => /yanglao/.test(name)).map(name => readFileSync(join(drive, name), 'utf8').split('\n').length)).toEqual([3])
        first.faults.isLost = true
        await act(one.page, 'syncNow')
        await becomes(one.page, { state: 'lost' })
        first.faults.isLost = false
        await act(one.page, 'syncNow')
        await becomes(one.page, { state: 'ready' })
        writeFileSync(join(drive, plan, '说明.txt'), 'x')
        expect((await said(one.page))?.codes).toEqual(['folder_not_kept', 'segment_own_gone'])
      })
    })
  } finally {
    rmSync(drive, { recursive: true, force: true })
  }
})
