/** Places: the ranking and what leads to it, tiles arranged by keys and by hand and kept, the office's own boundaries taken, refused and removed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { collection, featuresOf } from '../domain/geoMakers.ts'
import { projectFolder } from '../tools/projectFiles.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { withPage } from './support/withPage.ts'

const places = '#/plan/jinjiang-2020/places'
const areas = (JSON.parse(readFileSync(join(projectFolder, 'data/plans/jinjiang-2020.json'), 'utf8')) as { area: { children: { code: string, name: string }[] } }).area.children
const file = (name: string, text: string): string => { const path = join(tmpdir(), `guatu-${process.pid}-${name}`); writeFileSync(path, text); return path }
const query = (page: Page) => new URL(page.url().replace('#', '')).searchParams
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-tile') ?? '')
/** Column and row of a tile, from 0. */
const placeOf = (page: Page, code: string) => page.locator(`[data-place]:has([data-tile="${code}"])`).getAttribute('data-place')

it('from the board to the ranking, by kind, by a target, to a township', async () => {
  await withPage({ hash: '#/plan/jinjiang-2020' }, async ({ page }) => {
    await new BoardPage(page).ready()
    await page.locator('.panel-tabs a').click()
    await page.waitForSelector('.place-rows [data-area]')
    expect(await page.locator('.place-rows [data-area]').count()).toBe(19)
    expect(await page.locator('.places-chart .demo-mark').innerText()).toBe('演示数据')
    await page.waitForSelector('.places-chart svg')
    // The board's own rank and rate stand in the row.
    expect((await page.locator('.place-rows [data-area="350582004"]').innerText()).replace(/\s+/g, ' ')).toMatch(/^19 罗山街道 35% 5\/14/)

    await page.getByRole('button', { name: '分组' }).click()
    expect(await page.locator('.place-rows .kind').allInnerTexts()).toEqual(['街道6', '镇13'])
    expect(await page.locator('[data-area="350582004"] .place').innerText()).toBe('6')
    await page.locator('.places-bar select').selectOption('2.1-2')
    await page.waitForSelector('.place-rows.target')
    expect([query(page).get('peers'), query(page).get('target')]).toEqual(['1', '2.1-2'])
    expect(await page.locator('h1').innerText()).toBe('居家养老上门服务')

    // The day changes and the page stays what it was.
    await page.goto(page.url().replace('target=2.1-2', 'mode=tiles'))
    await page.waitForSelector('.tile')
    await page.getByRole('slider').focus()
    await page.keyboard.press('ArrowLeft')
    await page.waitForFunction(() => location.hash.includes('at='))
    expect(query(page).get('mode')).toBe('tiles')
    await page.locator('[data-tile="350582004"]').click()
    await page.waitForFunction(() => location.hash.includes('/area/350582004'))
  })
})

it('tiles are arranged by keys and by hand, kept on this device, sent as a file and reset', async () => {
  await withPage({ hash: `${places}?mode=tiles` }, async ({ page }) => {
    await page.waitForSelector('.tile')
    expect(await page.locator('.tile-note').innerText()).toContain('这不是地图')
    await page.locator('[data-tile="350582001"]').focus()
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toBe('350582002')
    await page.keyboard.press('Shift+ArrowDown')
    expect(await focused(page)).toBe('350582002')
    expect(await placeOf(page, '350582002')).toBe('1,1')
    expect(await page.locator('.tile-said').innerText()).toBe('梅岭街道在第 2 行第 2 列')

    await page.getByRole('button', { name: '调整排布' }).click()
    const from = (await page.locator('[data-tile="350582114"]').boundingBox())!
    const to = (await page.locator('[data-tile="350582001"]').boundingBox())!
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 })
    await page.mouse.up()
    expect(await placeOf(page, '350582114')).toBe('0,0')
    await page.getByRole('button', { name: '排好了' }).click()

    await page.reload()
    await page.waitForSelector('.tile')
    await page.waitForFunction(() => document.querySelector('[data-place="0,0"] [data-tile="350582114"]') !== null)
    expect(await placeOf(page, '350582002')).toBe('1,1')

    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出布局' }).click()])
    const text = readFileSync(await saved.path(), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ format: 'guatu-tiles/1', plan: 'jinjiang-2020', tiles: { 350582114: [0, 0], 350582002: [1, 1] } })
    const [drawn] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '存 SVG' }).click()])
    expect(readFileSync(await drawn.path(), 'utf8')).toMatch(/演示数据[\s\S]*<\/svg>$/)

    await page.getByRole('button', { name: '恢复原样' }).click()
    expect(await placeOf(page, '350582001')).toBe('0,0')
    const input = page.locator('.tile-buttons input')
    await input.setInputFiles(file('bad.json', '{"format":"guatu-tiles/1","tiles":{"999":[0,0],"350582001":[0,"x"]}}'))
    await page.waitForSelector('.tile-problems')
    expect(await page.locator('.tile-problems li').allInnerTexts()).toEqual([expect.stringMatching(/tiles\.999.*没有这个代码/), expect.stringMatching(/tiles\.350582001.*两个整数/)])
    expect(await placeOf(page, '350582001')).toBe('0,0')
    await input.setInputFiles(file('tiles.json', text))
    await page.waitForFunction(() => document.querySelector('[data-place="0,0"] [data-tile="350582114"]') !== null)
    expect(await page.locator('.tile-problems').count()).toBe(0)
  })
})

it('the office’s own boundaries are drawn, kept, refused with all reasons, and removed', async () => {
  await withPage({ hash: `${places}?mode=map` }, async ({ page }) => {
    await page.waitForSelector('.map-empty')
    const input = page.locator('.map-file')
    // A bad file first: nothing is drawn.
    const [first, second] = [areas[0]!, areas[1]!]
    await input.setInputFiles(file('twice.geojson', collection(featuresOf([{ adcode: first.code }, { name: first.name }, { name: second.name }, { name: second.name }]))))
    await page.waitForSelector('.map-refusal')
    expect(await page.locator('.map-refusal tbody tr').allInnerTexts()).toEqual([expect.stringContaining('青阳街道在文件里有 2 个'), expect.stringContaining('梅岭街道在文件里有 2 个')])
    expect(await page.locator('.map-empty').count()).toBe(1)

    await input.setInputFiles(file('good.geojson', collection(featuresOf([...areas.slice(0, 18).map(area => ({ adcode: Number(area.code), name: area.name })), { name: '石狮市' }]))))
    await page.waitForSelector('.map-block svg path')
    const report = await page.locator('.map-report').innerText()
    for (const part of ['19 个镇街对上 18 个', '西滨镇', '石狮市', 'good.geojson']) expect(report).toContain(part)
    expect(await page.locator('.map-block svg text').allTextContents()).toEqual(expect.arrayContaining(['罗山']))
    expect(await page.locator('.map-block .demo-mark').innerText()).toBe('演示数据')

    await page.reload()
    await page.waitForSelector('.map-block svg path')
    // The same figures as a table, by keys alone.
    await page.getByRole('button', { name: '看数据' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.map-block .chart-table tbody tr').count()).toBe(19)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.map-block svg path')

    // Dropped on the window: it is a boundary file here, not a plan.
    await page.evaluate(text => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'metres.json', { type: 'application/json' }))
      document.querySelector('.place-ranking')!.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
    }, '{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[39500000,2700000],[39500100,2700000],[39500100,2700100],[39500000,2700000]]]}}')
    await page.waitForSelector('.map-refusal')
    expect(await page.locator('.map-refusal').innerText()).toContain('请先转成经纬度')
    expect(await page.locator('.map-block svg path').count()).toBeGreaterThan(10)

    await page.getByRole('button', { name: '移去边界' }).click()
    await page.getByRole('button', { name: '移去边界' }).click()
    await page.waitForSelector('.map-empty')
    await page.reload()
    await page.waitForSelector('.map-empty')
  })
})
