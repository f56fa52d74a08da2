/** Plain http inside an intranet, and the single file from disk: both start, save, take entries in, give them out, and say in one line what is off (reliability.md goal 22). */
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeEvent } from '../domain/makers.ts'
import { recordFigure } from '../tools/figures.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { takePicture, withPage } from './support/withPage.ts'

const plan = 'jinjiang-2020'
const hash = `#/plan/${plan}?demo=0&at=2020-09-15`
const now = '2020-09-15T10:00:00+08:00'
const line = JSON.stringify(makeEvent('report', '2020-06-30', { target: '2.1-2', area: '350582002', value: 33 }, { plan, recordedAt: '2020-06-30T02:00:00.000Z/0001/dev-0000000000000001' }))

const off = { host: ['folder', 'passphrase', 'offline', 'persist'], disk: ['update'] } as const

it.each(['host', 'disk'] as const)('%s: starts, saves, imports, exports; the line lists what is off', async place => {
  await withPage({ place, hash, now }, async ({ page }) => {
    const board = new BoardPage(page)
    await board.ready()
    const said = page.locator('.place-line')
    await said.waitFor()
    expect(await said.locator('b').evaluateAll(list => list.map(one => one.getAttribute('data-limit')))).toEqual(off[place])
    await takePicture(page, `place-${place}`)

    await board.pick('2.1-2', 0)
    await board.edit()
    await board.type('80', 'Enter')
    await board.introduce('yanglao')
    await board.savedWith(1)
    await board.leaveEdit()

    const file = join(tmpdir(), `guatu-${process.pid}-${place}.jsonl`)
    writeFileSync(file, line)
    await page.getByRole('button', { name: /导出/ }).click()
    await page.getByRole('menuitem', { name: /恢复/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('input[type=file]').first().setInputFiles(file)
    await dialog.getByText(/新增 1 条/).first().waitFor()
    await dialog.getByRole('button', { name: /并入/ }).click()
    await board.waitForEvents(2)
    await page.keyboard.press('Escape')

    expect((await board.download(/jsonl/)).text.trim().split('\n')).toHaveLength(2)
    const taken = JSON.parse((await board.download(/board\.json/)).text) as { events: number, cells: { target: string, value: number | null }[] }
    expect(taken.events).toBe(2)
    expect(taken.cells.filter(cell => cell.target === '2.1-2' && cell.value !== null).map(cell => cell.value)).toEqual([80, 33])

    // Put away it stays away: what was said is remembered with the place and its list.
    await said.getByRole('button').click()
    await said.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => localStorage.getItem('guatu.place'))).toBe(`${place === 'host' ? 'http' : place}:${off[place].join()}`)
  })
  recordFigure({ id: `place-${place}`, name: place === 'host' ? 'plain http' : 'file://', value: 'starts, saves, imports, exports; the line lists what is off', goal: 'all four, and the line' })
})

it('a secure address with everything says nothing', async () => {
  await withPage({ hash, now }, async ({ page }) => {
    await new BoardPage(page).ready()
    // What loads after the board is there: it would be shown by now.
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(entry => entry.name.includes('PlaceBanner')))
    expect(await page.locator('.place-line').count()).toBe(0)
  })
})
