/** Journey (b): 19 returned files in one go, three damaged, two conflicting; the board is what the domain says of the entries. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { boardFileOf } from '../../src/domain/boardFile'
import { foldEvents } from '../../src/domain/history'
import { indexPlan } from '../../src/domain/plan'
import type { Plan } from '../../src/domain/plan'
import { boardOf } from '../../src/domain/rollUp'
import { makeEvent } from '../domain/makers'
import { projectFolder } from '../tools/projectFiles.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { returnedBook, returnedList, savedByOffice } from './support/returnedFiles.ts'
import type { ReturnedEntry, ReturnedFile } from './support/returnedFiles.ts'
import { withPage } from './support/withPage.ts'

const plan = JSON.parse(readFileSync(join(projectFolder, 'data/plans/jinjiang-2020.json'), 'utf8')) as Plan
const index = indexPlan(plan)
const at = '2020-09-15'
const now = '2020-09-15T16:00:00+08:00'
const collect = '#/plan/jinjiang-2020/collect'
const areas = index.columns.map(column => column.area)
const targets = [...index.targets.values()].map(placed => placed.target).filter(target => target.scope === 'area' && target.ladder === undefined && ['count', 'amount', 'stock'].includes(target.measure)).slice(0, 6)
const entriesOf = (area: string, n: number): ReturnedEntry[] => targets.map((target, place) => ({ target: target.id, area, at, input: String((n * 5 + place * 3) % 11) }))

/** 18 townships (workbooks, one saved anew by LibreOffice, one a list) and one department; three cannot be read; the department says otherwise than the first township. */
async function nineteen(): Promise<{ files: ReturnedFile[], good: ReturnedEntry[] }> {
  const towns = await Promise.all(areas.slice(0, 18).map((area, n) => (n === 4 ? returnedList(`${area.name}_2020-09.csv`, entriesOf(area.code, n)) : returnedBook(`${area.name}_2020-09.xlsx`, index, entriesOf(area.code, n)))))
  towns[2] = savedByOffice(towns[2]!)
  const department = returnedList('养老服务科.csv', [{ target: targets[0]!.id, area: areas[0]!.code, at, input: '77' }, entriesOf(areas[1]!.code, 1)[0]!])
  const damaged = towns.slice(15).map((file, n): ReturnedFile => ({ ...file, buffer: n === 0 ? Buffer.alloc(0) : n === 1 ? file.buffer.subarray(0, file.buffer.length - 900) : Buffer.from('<html>502 Bad Gateway</html>') }))
  return { files: [...towns.slice(0, 15), ...damaged, department], good: areas.slice(0, 15).flatMap((area, n) => entriesOf(area.code, n)) }
}

it('19 files are looked at, one conflict is settled, all is written as one step; the board is the expected one; one key takes it back', async () => {
  await withPage({ hash: `${collect}?demo=0`, now }, async ({ page }) => {
    const { files, good } = await nineteen()
    await page.locator('.collect-files').setInputFiles(files)
    await page.waitForFunction(() => document.querySelectorAll('.files tbody tr').length === 19 && document.querySelector('.collect-progress') === null)
    await page.waitForSelector('.conflict-card')
    // Nothing is written by looking.
    expect(await page.locator('.files tbody td.code .btn').count()).toBe(3)
    expect((await page.locator('.file-missing').innerText()).split('：')[0]).toBe('没寄来 4 个')
    expect(await page.locator('.conflict-card h2').innerText()).toContain('冲突 1/1')
    const count = good.length - 1
    expect(await page.locator('.collect-foot .primary').innerText()).toBe(`写入 ${count}`)

    // The department's value is chosen by key; it is written with what it was chosen over.
    await page.keyboard.press('2')
    await page.waitForFunction(n => document.querySelector('.collect-foot .primary')?.textContent === `写入 ${n}`, count + 1)
    await page.locator('.collect-foot .primary').click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('select').selectOption('办公室')
    await dialog.locator('button[type=submit]').click()
    await page.waitForSelector('.collect-foot a.btn.primary')
    expect(await page.locator('.collect-foot p').innerText()).toMatch(/R0915-1/)
    const [receipt] = await Promise.all([page.waitForEvent('download'), (async () => { await page.getByRole('button', { name: /回执/ }).click(); await page.getByRole('menuitem', { name: /csv/ }).click() })()])
    expect(readFileSync(await receipt.path(), 'utf8').split('\r\n').filter(line => /[0-9A-F]{4}-[0-9A-F]{4}$/.test(line))).toHaveLength(16)

    await page.locator('.collect-foot a.btn.primary').click()
    const board = new BoardPage(page)
    await board.ready()
    await board.waitForEvents(count + 1)
    const { text } = await board.download(/board\.json/)
    const events = good.map(({ target, area, input }, n) => makeEvent('report', at, { target, area, value: n === 0 ? 77 : Number(input) }, { plan: plan.id }))
    const history = foldEvents(index, events)
    const expected = JSON.parse(JSON.stringify(boardFileOf(boardOf(history, { asOf: at, knownAt: at }), history, false))) as Record<string, unknown>
    const without = ({ events: _events, head: _head, knownAt: _knownAt, ...rest }: Record<string, unknown>) => rest
    expect(without(JSON.parse(text) as Record<string, unknown>)).toEqual(without(expected))

    // Back on the page all is still there; one key takes the whole batch back.
    await page.goBack()
    await page.waitForSelector('.collect-foot a.btn')
    await page.keyboard.press('Control+z')
    await page.waitForFunction(() => /已整批撤销|写入 \d/.test(document.querySelector('.collect-foot')?.textContent ?? '') && document.querySelector('.collect-foot a.btn') === null)
    expect(await page.locator('.collect-foot .primary').innerText()).toBe(`写入 ${count + 1}`)
  })
})

it('bad cells are put right by one click, a doubt is kept, a fall takes its reason, and only then are they written', async () => {
  await withPage({ hash: `${collect}?demo=0`, now }, async ({ page }) => {
    const [first, second] = targets
    const area = areas[0]!.code
    const file = returnedList('青阳.csv', [{ target: first!.id, area, at, input: '1O' }, { target: second!.id, area, at, input: '-3' }])
    await page.locator('.collect-files').setInputFiles([file])
    await page.waitForSelector('[data-handle=bad]')
    expect(await page.locator('.collect-foot .primary').isDisabled()).toBe(true)
    await page.getByRole('button', { name: '改为 10' }).click()
    await page.waitForFunction(() => document.querySelectorAll('[data-handle=bad]').length === 1)
    await page.locator('[data-handle=bad]').getByRole('button', { name: '改填' }).click()
    await page.keyboard.type('4')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelectorAll('[data-handle=bad]').length === 0)
    expect(await page.locator('.collect-foot .primary').innerText()).toBe('写入 2')
  })
})

it('a department’s own sheet is mapped once and known the next time', async () => {
  await withPage({ hash: `${collect}?demo=0`, now }, async ({ page }) => {
    const sheet = (value: number): ReturnedFile => ({ name: '养老台账.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF序号,镇街,${targets[0]!.name}（${targets[0]!.unit}）,联系人\r\n1,青阳街道,${value},张\r\n2,梅岭,3,李\r\n`) })
    await page.locator('.collect-files').setInputFiles([sheet(2)])
    await page.getByRole('button', { name: '对应列' }).first().click()
    await page.waitForSelector('.own-sheet')
    expect(await page.locator('.own-sheet [role=status]').innerText()).toBe('能收 2 格')
    await page.getByRole('button', { name: '就这样收' }).click()
    await page.waitForFunction(() => document.querySelector('.collect-foot .primary')?.textContent === '写入 2')
    await page.reload()
    await page.waitForSelector('.collect-empty')
    await page.locator('.collect-files').setInputFiles([sheet(5)])
    await page.waitForFunction(() => document.querySelector('.collect-foot .primary')?.textContent === '写入 2')
    expect(await page.locator('.own-sheet').count()).toBe(0)
  })
})
