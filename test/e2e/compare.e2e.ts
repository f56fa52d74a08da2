/** Time travel: two days compared as known then and as known now, with an entry that came in late; a part, the list, the play button. */
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { eventHash } from '../../src/domain/hash.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { takePicture, withPage } from './support/withPage.ts'

const plan = 'jinjiang-2020'
const real = `#/plan/${plan}?demo=0`
const jinjiang = `#/plan/${plan}`
const target = '1.3-2'
const [first, second] = ['350582001', '350582002']
const query = (page: Page) => new URL(page.url().replace('#', '')).searchParams

/** A small ledger of the year: shares in January, one township reports on time, the other not before autumn. */
function ledgerText(): string {
  const device = 'dev-00000000000000aa'
  let prev: string | null = null
  const events = [
    ['allocate', '2020-01-01', '2020-01-02', { target, shares: { [first!]: 20, [second!]: 20 } }],
    ['report', '2020-05-31', '2020-05-31', { target, area: first, value: 9 }],
    ['report', '2020-09-30', '2020-09-30', { target, area: first, value: 15 }],
  ] as const
  return events.map(([type, at, on, data], i) => {
    const event = { v: 1, id: `01722222-0000-7000-8000-00000000000${i}`, plan, type, at, recordedAt: `${on}T02:00:00.000Z/0000/${device}`, device, by: { name: '王', unit: 'jiuzhu' }, data: data as Record<string, unknown>, prev, hash: '' }
    const hash = eventHash(event)
    prev = hash
    return JSON.stringify({ ...event, hash })
  }).join('\n').concat('\n')
}

const lampOf = (page: Page, area: string) => page.locator(`.mini [data-pick="${target}/${area}"]`).getAttribute('aria-label')
const known = (page: Page, place: 0 | 1, to: '当时所知' | '现在所知') => page.locator('.day-pick').nth(place).getByRole('button', { name: to }).click()
const cause = (page: Page, name: string) => page.locator('.causes dl > div', { hasText: name }).locator('dd b').innerText()

it('31 May against 30 September: a late entry changes the first only as known now', async () => {
  const file = join(tmpdir(), `guatu-compare-${process.pid}.jsonl`)
  writeFileSync(file, ledgerText())
  await withPage({ hash: `${real}&at=2020-05-31`, now: '2020-10-08T10:00:00+08:00' }, async ({ page, url }) => {
    const board = new BoardPage(page)
    await board.ready()
    await page.getByRole('button', { name: /导出/ }).click()
    await page.getByRole('menuitem', { name: /恢复/ }).click()
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
    await page.getByRole('dialog').getByRole('button', { name: /并入|恢复|合并/ }).last().click()
    await board.waitForEvents(3)
    await page.keyboard.press('Escape')

    // The second township's May figure is written down in October.
    await page.getByRole('button', { name: '补报' }).click()
    await page.waitForSelector('.cell-bar')
    await board.pick(target, 1)
    await board.type('8', 'Enter')
    await board.introduce('jiuzhu')
    await board.savedWith(4)
    await board.leaveEdit()

    await page.goto(url(`#/plan/${plan}/compare?demo=0&from=2020-05-31&fromKnown=then&to=2020-09-30&toKnown=then`))
    await page.waitForSelector('.flow-table')
    expect(await lampOf(page, second!)).toContain('未填报')
    expect([await cause(page, '会后进展'), await cause(page, '补报')]).toEqual(['0', '0'])
    expect(await page.locator('.later-list li').innerText()).toMatch(/10月8日补报[\s\S]*梅岭[\s\S]*8\/20/)
    expect(await page.locator('.reseen').innerText()).toMatch(/按现在所知重看 5月31日：[\s\S]*未填报[\s\S]*（当时/)

    // As known now the second side has the late entry; so has, in its turn, the first.
    await known(page, 1, '现在所知')
    await page.waitForFunction(() => location.hash.includes('toKnown=now'))
    expect(await lampOf(page, second!)).toMatch(/由未填报变为严重滞后，补报/)
    expect(await cause(page, '补报')).toBe('1')
    expect(await page.locator('.line-group', { hasText: '补报 1' }).innerText()).toMatch(/梅岭[\s\S]*8\/20[\s\S]*5月31日的数，10月8日补/)
    await known(page, 0, '现在所知')
    await page.waitForFunction(() => location.hash.includes('fromKnown=now'))
    expect(await lampOf(page, second!)).toMatch(/由正常变为严重滞后|由滞后变为严重滞后/)
    expect(await cause(page, '补报')).toBe('0')
    expect(await lampOf(page, first!)).toContain('正常')
    await takePicture(page, 'journey-compare')
  })
})

it('a leader types a day, narrows to a township and a cell, swaps, and takes the list away', async () => {
  await withPage({ hash: `${jinjiang}/compare` }, async ({ page }) => {
    await page.waitForSelector('.flow-table')
    expect(await page.locator('.day-badge').innerText()).toBe('3')
    const day = page.locator('.day-input').first()
    await day.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('6.31')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('6-30')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.hash.includes('from=2020-06-30'))

    const sums = async () => [await page.locator('.flow-table .sums .total').innerText(), (await page.locator('.flow h2').innerText()).match(/(\d+) 格变了/)![1]]
    const [lamps] = await sums()
    await page.locator('.mini thead th', { hasText: /罗/ }).click()
    await page.waitForSelector('.compare-scope')
    expect(query(page).get('area')).not.toBeNull()
    expect(Number((await sums())[0])).toBeLessThan(Number(lamps))
    await page.keyboard.press('Escape')
    await page.waitForSelector('.compare-scope', { state: 'detached' })
    await page.locator('.mini tbody th[data-pick]').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.compare-scope')
    expect([query(page).get('target'), query(page).get('area')].every(part => part !== null)).toBe(true)
    expect((await sums())[0]).toBe('1')
    await page.getByRole('button', { name: '看全部' }).click()
    await page.waitForSelector('.compare-scope', { state: 'detached' })

    const before = await sums()
    await page.keyboard.press('x')
    await page.waitForFunction(() => location.hash.includes('order=back'))
    expect(await sums()).toEqual(before)
    await page.keyboard.press('x')
    await page.keyboard.press('v')
    await page.waitForSelector('.mini.mode-before')
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.change-lines').getByRole('button', { name: '导出' }).click()])
    expect(download.suggestedFilename()).toBe('演示数据-对比-晋江市-2020-0630-0915.csv')
    const csv = readFileSync(await download.path(), 'utf8')
    expect(csv.startsWith('\ufeff')).toBe(true)
    expect(csv).toContain('演示数据，非真实进度')
  })
})

it('on the board: a past day as known then is read-only and said so, the year plays and stops by a key, and leads to the comparison', async () => {
  await withPage({ hash: `${jinjiang}?at=2020-06-30` }, async ({ page }) => {
    const board = new BoardPage(page)
    await board.ready()
    await page.locator('.time-travel').getByRole('button', { name: '当时所知' }).click()
    await page.locator('.then-banner').waitFor()
    await page.keyboard.press('e')
    expect(await page.locator('.cell-bar').count()).toBe(0)
    expect(query(page).get('known')).toBe('then')
    await page.keyboard.press('Shift+BracketRight')
    await page.waitForFunction(() => /截至 7月/.test(document.querySelector('.time-flag')?.textContent ?? ''))
    await page.keyboard.press('Shift+BracketRight')
    await page.waitForFunction(() => location.hash.includes('at=2020-07'))
    expect(query(page).get('known')).toBe('then')
    await page.locator('.time-travel').getByRole('link', { name: '对比' }).click()
    await page.waitForSelector('.flow-table')
    expect([query(page).get('from'), query(page).get('fromKnown'), query(page).get('toKnown')]).toEqual(['2020-06-30', 'then', 'then'])
  })
})
