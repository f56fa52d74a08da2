/** When things go wrong: broken plans, broken backups, a full or refused storage, an emptied database. The app says so and stays usable. */
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { makeEvent } from '../domain/makers.ts'
import { dataFolder } from '../tools/projectFiles.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { takePicture, withPage } from './support/withPage.ts'
import { withProfile } from './support/withProfile.ts'

const plan = 'jinjiang-2020'
const path = `/data/plans/${plan}.json`
const hash = `#/plan/${plan}?demo=0&at=2020-09-15`
/** The day that the journeys happen on: the board of today is the one that can be entered on. */
const now = '2020-09-15T10:00:00+08:00'
const planText = () => readFileSync(join(dataFolder, 'plans', `${plan}.json`), 'utf8')

async function fill(board: BoardPage, text: string, events: number, isFirst = true): Promise<void> {
  await board.pick('2.1-2', 0)
  await board.edit()
  await board.type(text, 'Enter')
  if (isFirst) await board.introduce('yanglao')
  await board.savedWith(events)
  await board.leaveEdit()
}

it('a plan with mistakes is refused whole, with place, reason and fix; another plan still opens', async () => {
  await withPage({}, async ({ page, site, url }) => {
    const broken = JSON.parse(planText()) as { chapters: { tasks: { targets: Record<string, unknown>[] }[] }[] }
    for (const target of broken.chapters.flatMap(chapter => chapter.tasks.flatMap(task => task.targets))) {
      target.measure = 'guess'
      target.goal = { op: '>=', value: -1 }
      target.surprise = 1
    }
    site.replace(path, JSON.stringify(broken))
    try {
      await page.goto(url(hash))
      await page.waitForSelector('main.problem table')
      expect(await page.locator('main.problem tbody tr').count()).toBe(100)
      expect(await page.locator('main.problem .lead').innerText()).toMatch(/发现 \d{3} 处问题/)
      expect(await page.locator('main.problem tbody tr').first().innerText()).toMatch(/chapters\.?\[0\]\.tasks\[0\]/)
      await takePicture(page, 'plan-refused')
      await page.locator('main.problem .actions button').first().click()
      await new BoardPage(page).ready()
    } finally {
      site.replace(path, null)
    }
  })
})

it.each([['not JSON', '<html>'], ['nested too deep', '['.repeat(200_000)], ['polluting', '{"__proto__":{"x":1}}'], ['100 MB', `"${'a'.repeat(100_000_000)}"`]])('a plan file that is %s is refused, and the page stays alive', async (_name, text) => {
  await withPage({}, async ({ page, site, url }) => {
    site.replace(path, text)
    try {
      await page.goto(url(hash))
      await page.waitForSelector('main.problem table', { timeout: 60_000 })
      expect(await page.locator('main.problem tbody tr').count()).toBe(1)
      expect(await page.evaluate(() => ({} as Record<string, unknown>).x)).toBeUndefined()
    } finally {
      site.replace(path, null)
    }
  })
})

it('script in a name is text on every part of the screen', async () => {
  await withPage({}, async ({ page, site, url }) => {
    const name = '<img src=x onerror=alert(1)>'
    const loose = JSON.parse(planText()) as { title: string, chapters: { title: string, tasks: { title: string, targets: { name: string, note: string }[] }[] }[] }
    loose.title = name
    for (const chapter of loose.chapters) {
      chapter.title = name
      for (const task of chapter.tasks) {
        task.title = name
        for (const target of task.targets) { target.name = name; target.note = name }
      }
    }
    let alerts = 0
    page.on('dialog', dialog => { alerts += 1; void dialog.dismiss() })
    site.replace(path, JSON.stringify(loose))
    try {
      await page.goto(url(`${hash}&cell=2.1-2/350582001`))
      await new BoardPage(page).ready()
      await page.waitForTimeout(500)
      expect(await page.evaluate(() => document.body.innerText)).toContain(name)
      expect(await page.locator('#app img').count()).toBe(0)
      expect(alerts).toBe(0)
    } finally {
      site.replace(path, null)
    }
  })
})

async function chooseBackup(page: Page, text: string): Promise<void> {
  const file = join(tmpdir(), `guatu-backup-${process.pid}.jsonl`)
  writeFileSync(file, text)
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
}

it('a bad backup says line by line what is wrong; the good lines are taken, the bad ones are not counted', async () => {
  await withPage({ hash, now }, async ({ page }) => {
    const board = new BoardPage(page)
    await board.ready()
    await fill(board, '80', 1)
    const good = (await board.download(/jsonl/)).text.trim()
    const line = JSON.parse(good) as Record<string, unknown>
    const bad = [good.slice(0, 40), JSON.stringify({ ...line, data: { ...line.data as object, value: 999 } }), JSON.stringify({ ...line, at: '2020-02-30' }), JSON.stringify({ ...line, plan: 'other' }), '{"__proto__":1}', `{"v":1e309}`]
    await page.getByRole('button', { name: /导出/ }).click()
    await page.getByRole('menuitem', { name: /恢复/ }).click()
    await chooseBackup(page, [...bad, good].join('\n'))
    const dialog = page.getByRole('dialog')
    await dialog.locator('.restore-problems li').first().waitFor()
    expect(await dialog.locator('.restore-problems li').count()).toBe(5)
    expect(await dialog.innerText()).toMatch(/别的计划 1 条/)
    expect(await dialog.locator('.restore-problems').innerText()).toMatch(/第 2 行.*校验值不符/)
    await takePicture(page, 'backup-problems')
    await dialog.getByRole('button', { name: /并入/ }).click()
    await dialog.getByText(/已并入 0 条/).waitFor()
    await page.keyboard.press('Escape')
    expect((await board.download(/jsonl/)).text.trim()).toBe(good)
  })
})

it('a full disk is said plainly, nothing half is written, export still works', async () => {
  await withPage({ hash, now }, async ({ page }) => {
    const board = new BoardPage(page)
    await board.ready()
    await fill(board, '80', 1)
    // From here on the disk takes no further record: neither the block of a restore nor a single entry.
    await page.evaluate(() => {
      const add = IDBObjectStore.prototype.add
      let left = 0
      Object.assign(window, { freeTheDisk: () => { left = Number.POSITIVE_INFINITY } })
      IDBObjectStore.prototype.add = function (...args) {
        if (left-- <= 0) throw new DOMException('full', 'QuotaExceededError')
        return add.apply(this, args)
      }
    })
    const lines = Array.from({ length: 20 }, (_, i) => JSON.stringify(makeEvent('report', '2020-06-30', { target: '2.1-2', area: '350582002', value: i }, { plan })))
    await page.getByRole('button', { name: /导出/ }).click()
    await page.getByRole('menuitem', { name: /恢复/ }).click()
    await chooseBackup(page, lines.join('\n'))
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/新增 20 条/).waitFor()
    await dialog.getByRole('button', { name: /并入/ }).click()
    await dialog.getByRole('alert').getByText(/空间用完/).waitFor()
    await page.keyboard.press('Escape')
    await board.pick('2.1-2', 1)
    await board.edit()
    await board.type('70', 'Enter')
    await page.locator('#edit-panel').getByText(/空间用完/).waitFor()
    await takePicture(page, 'quota')
    await board.leaveEdit()
    await board.waitForEvents(1)
    expect((await board.download(/jsonl/)).text.trim().split('\n')).toHaveLength(1)
    await page.evaluate(() => { (window as unknown as { freeTheDisk: () => void }).freeTheDisk() })
    await fill(board, '90', 2, false)
    await page.reload()
    await board.ready()
    await board.waitForEvents(2)
  })
})

it('a browser that refuses storage shows the board and says that nothing can be kept', async () => {
  await withPage({}, async ({ page, context, url }) => {
    await context.addInitScript(() => { IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError') } })
    await page.goto('about:blank')
    await page.goto(url(hash))
    await new BoardPage(page).ready()
    expect(await page.locator('.banner').innerText()).toMatch(/不能填/)
    await takePicture(page, 'storage-refused')
  })
})

it('an emptied database is noticed: recovery from a backup, never a quiet fresh start', async () => {
  await withProfile(async profile => {
    const { page } = await profile.open({ hash, now })
    const board = new BoardPage(page)
    await board.ready()
    await fill(board, '80', 1)
    const backup = (await board.download(/jsonl/)).text
    await page.goto('about:blank')
    await profile.quit()
    const second = await profile.open({ hash: '#/', now })
    await second.page.evaluate(async () => {
      const names = (await indexedDB.databases()).flatMap(one => one.name ?? [])
      for (const name of names) indexedDB.deleteDatabase(name)
    })
    await second.page.goto('about:blank')
    await second.page.goto(second.url(hash))
    await second.page.getByRole('heading', { name: /少/ }).waitFor()
    expect(await second.page.locator('main.problem .found').innerText()).toBe('0 / 1')
    await takePicture(second.page, 'ledger-damaged')
    await second.page.getByRole('button', { name: /恢复/ }).last().click()
    await chooseBackup(second.page, backup)
    await second.page.getByRole('dialog').getByRole('button', { name: /并入/ }).click()
    const again = new BoardPage(second.page)
    await second.page.keyboard.press('Escape')
    await again.ready()
    expect((await again.download(/jsonl/)).text).toBe(backup)
    await fill(again, '90', 2, false)
  })
})

it('the single file edits and remembers', async () => {
  await withProfile(async profile => {
    const first = await profile.open({ hash, now, place: 'disk' })
    const board = new BoardPage(first.page)
    await board.ready()
    await fill(board, '80', 1)
    await profile.quit()
    const second = await profile.open({ hash, now, place: 'disk' })
    const again = new BoardPage(second.page)
    await again.ready()
    await again.waitForEvents(1)
    expect(await again.label('2.1-2', 0)).toMatch(/80/)
  })
})
