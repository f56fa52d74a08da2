/** Whole days of work in a real browser: allocate, fill by keyboard, reload, crash; two tabs; restore on an empty profile. */
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BoardPage } from './pageModels/boardPage.ts'
import { takePicture, withPage } from './support/withPage.ts'
import { withProfile } from './support/withProfile.ts'

const plan = 'jinjiang-2020'
const hash = `#/plan/${plan}?demo=0&at=2020-09-15`
/** The day that the journeys happen on: the board of today is the one that can be entered on. */
const now = '2020-09-15T10:00:00+08:00'

/** Shares 新建居家养老服务站 (2.1-1) out and fills the cells of 帮扶家庭 (1.3-2) and more; returns the number of events. */
async function work(board: BoardPage): Promise<number> {
  await board.pick('1.3-2', 0)
  await board.edit()
  await board.mode('allocation')
  await board.pick('1.3-2', 0)
  await board.type('20', 'Tab')
  await board.type('15', 'Tab')
  await board.type('10', 'Tab')
  await board.type('12', 'Tab')
  await board.type('8', 'Enter')
  await board.introduce('jiuzhu')
  await board.savedWith(1)
  await board.mode('achievement')
  await board.pick('1.3-2', 0)
  for (const text of ['14', '3', '10', '7', '8']) await board.type(text, 'Tab')
  await board.savedWith(6)
  await board.leaveEdit()
  return 6
}

it('a head allocates a target, edits five cells by keyboard, reloads, is killed, and finds everything again', async () => {
  await withProfile(async profile => {
    const first = await profile.open({ hash, now })
    const board = new BoardPage(first.page)
    await board.ready()
    const events = await work(board)
    expect(await board.label('1.3-2', 0)).toContain('14 / 20')
    expect(await board.label('1.3-2', 1)).toContain('严重滞后')
    await takePicture(first.page, 'journey-after-work')
    const before = await board.download(/board\.json/)
    await first.page.reload()
    await board.ready()
    await board.waitForEvents(events)
    await profile.kill()

    const second = await profile.open({ hash, now })
    const again = new BoardPage(second.page)
    await again.ready()
    await again.waitForEvents(events)
    expect(await again.label('1.3-2', 4)).toContain('8/8')
    expect((await again.download(/board\.json/)).text).toBe(before.text)
  })
})

it('undo and redo are events too: the figures go back and come again', async () => {
  await withPage({ hash, now }, async ({ page }) => {
    const board = new BoardPage(page)
    await board.ready()
    await work(board)
    await board.pick('1.3-2', 4)
    await board.edit()
    await page.keyboard.press('Control+z')
    await board.waitForEvents(7)
    expect(await board.label('1.3-2', 4)).toContain('未填报')
    await page.keyboard.press('Control+y')
    await board.waitForEvents(8)
    expect(await board.label('1.3-2', 4)).toContain('8/8')
  })
})

it('bad input stays with its reason, does not block the rest, and is put right by one click', async () => {
  await withPage({ hash, now }, async ({ page }) => {
    const board = new BoardPage(page)
    await board.ready()
    await work(board)
    await board.pick('1.3-2', 1)
    await board.edit()
    await board.type('1O', 'Tab')
    await board.type('11', 'Tab').catch(() => undefined)
    expect(await page.locator('#edit-panel').innerText()).toContain('是字母')
    await takePicture(page, 'journey-bad-input')
    await page.locator('#edit-panel').getByRole('button', { name: /10/ }).first().click()
    await page.waitForFunction(() => !document.querySelector('#edit-panel')?.textContent.includes('是字母'))
    expect(await board.label('1.3-2', 1)).toContain('10 / 15')
    expect(await board.label('1.3-2', 2)).toContain('11 / 10')
  })
})

it('two tabs see each other at once and never use a number twice', async () => {
  await withProfile(async profile => {
    const visit = await profile.open({ hash, now })
    const one = new BoardPage(visit.page)
    await one.ready()
    await work(one)
    const other = new BoardPage(await visit.context.newPage())
    await other.page.goto(visit.url(hash))
    await other.ready()
    await other.waitForEvents(6)
    await other.pick('1.3-2', 0)
    await other.edit()
    await other.type('16', 'Tab')
    await other.savedWith(7)
    await one.waitForEvents(7)
    expect(await one.label('1.3-2', 0)).toContain('16 / 20')
    await one.page.bringToFront()
    await one.pick('1.3-2', 1)
    await one.edit()
    await one.type('13', 'Tab')
    await one.savedWith(8)
    await other.waitForEvents(8)
    const ledger = await one.download(/jsonl/)
    const lines = ledger.text.trim().split('\n').map(line => JSON.parse(line) as { prev: string | null, hash: string, recordedAt: string, by: { unit?: string } })
    expect(lines).toHaveLength(8)
    expect(new Set(lines.map(line => line.recordedAt)).size).toBe(8)
    expect(lines.slice(1).map(line => line.prev)).toEqual(lines.slice(0, -1).map(line => line.hash))
    expect(lines.every(line => line.by.unit !== undefined)).toBe(true)
  })
})

it('a backup restored on an empty profile gives the same board.json, byte for byte', async () => {
  const file = join(tmpdir(), `guatu-journey-${process.pid}.jsonl`)
  let boardText = ''
  await withPage({ hash, now }, async ({ page }) => {
    const board = new BoardPage(page)
    await board.ready()
    await work(board)
    writeFileSync(file, (await board.download(/jsonl/)).text)
    boardText = (await board.download(/board\.json/)).text
    expect(JSON.parse(boardText)).toMatchObject({ format: 'guatu-board/1', plan, asOf: '2020-09-15', events: 6, demo: false })
  })
  for (const place of ['host', 'disk'] as const)
    await withPage({ hash, now, place }, async ({ page }) => {
      const board = new BoardPage(page)
      await board.ready()
      await page.getByRole('button', { name: /导出/ }).click()
      await page.getByRole('menuitem', { name: /恢复/ }).click()
      await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
      await page.getByRole('dialog').getByText(/6/).first().waitFor()
      await takePicture(page, `journey-restore-${place}`)
      await page.getByRole('dialog').getByRole('button', { name: /并入|恢复|合并/ }).last().click()
      await board.waitForEvents(6)
      await page.keyboard.press('Escape')
      expect((await board.download(/board\.json/)).text).toBe(boardText)
    })
})
