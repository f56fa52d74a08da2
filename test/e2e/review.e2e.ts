/** Review, field checks and evidence: accepted and returned by keys, the board follows, one step back; a photo loses its position and outlives a reload; the sheet for the field. */
import { readFileSync } from 'node:fs'
import { unzipSync, strFromU8 } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { carriesNotes } from '../../src/domain/evidence.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { takePicture, withPage } from './support/withPage.ts'

const review = '#/plan/jinjiang-2020/review'
const wall = '#/plan/jinjiang-2020?open=1'
const row = (page: Page, cell: string) => page.locator(`[data-cell="${cell}"]`)
const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('data-cell') ?? '')
const group = async (page: Page) => Number(await page.locator('.review-groups [aria-current] em').innerText())

it('reports are accepted and returned with a reason; the board follows, and one step goes back', async () => {
  await withPage({ hash: wall }, async ({ page }) => {
    const board = new BoardPage(page)
    await board.ready()
    const target = '1.2-1'
    const before = await board.label(target)
    await page.goto(page.url().replace(/#.*/, review))
    await page.waitForSelector('.review-table tbody tr')
    const waiting = await group(page)
    const first = (await page.locator('.review-table tbody tr').first().getAttribute('data-cell'))!
    expect(first).toBe(`${target}/350582001`)

    // R returns the row that has the focus; without a reason nothing is sent.
    await page.keyboard.press('j')
    expect(await focused(page)).toBe(first)
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.locator('button[type=submit]').isDisabled()).toBe(true)
    await dialog.locator('.presets button').first().click()
    await takePicture(page, 'review-return')
    await dialog.locator('button[type=submit]').click()
    await board.introduce('办公室')
    await page.waitForFunction(was => document.querySelector('.review-groups [aria-current] em')?.textContent === String(was - 1), waiting)
    // A accepts the next one.
    await page.waitForFunction(() => document.activeElement?.closest('tr[data-cell]') !== null)
    const second = await focused(page)
    expect(second).not.toBe(first)
    await page.keyboard.press('a')
    await row(page, second).waitFor({ state: 'detached' })
    expect(await group(page)).toBe(waiting - 2)

    await page.getByRole('button', { name: '已退回' }).click()
    expect(await row(page, first).locator('.state').innerText()).toMatch(/已退回[\s\S]*与台账对不上，请核对[\s\S]*办公室/)
    await page.goto(page.url().replace(/#.*/, wall))
    await board.ready()
    expect(await board.label(target)).not.toBe(before)

    await page.goto(page.url().replace(/#.*/, review))
    await page.waitForSelector('.review-table tbody tr')
    await page.keyboard.press('Control+z')
    await page.waitForFunction(was => document.querySelector('.review-groups [aria-current] em')?.textContent === String(was - 1), waiting)
    await page.keyboard.press('Control+z')
    await page.waitForFunction(was => document.querySelector('.review-groups [aria-current] em')?.textContent === String(was), waiting)
    // A whole target at once is one step as well.
    await page.getByRole('button', { name: '按指标' }).click()
    const ofTarget = await group(page)
    await page.getByRole('button', { name: /全部通过/ }).click()
    await page.waitForFunction(() => /已通过/.test(document.querySelector('.review-sum')?.textContent ?? ''))
    await page.keyboard.press('Control+z')
    await page.waitForFunction(was => [...document.querySelectorAll('.review-groups em')].some(em => em.textContent === String(was)), ofTarget)
    await page.goto(page.url().replace(/#.*/, wall))
    await board.ready()
    expect(await board.label(target)).toBe(before)
  })
})

/** A photo as a phone makes it: with EXIF that tells the position. */
async function phonePhoto(page: Page): Promise<Buffer> {
  const picture = Buffer.from(await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 2400
    canvas.height = 1800
    const context = canvas.getContext('2d')!
    for (let i = 0; i < 60; i += 1) { context.fillStyle = `hsl(${i * 6} 60% 60%)`; context.fillRect(i * 40, 0, 40, 1800) }
    const blob = await new Promise<Blob | null>(resolve => { canvas.toBlob(resolve, 'image/jpeg', 0.9) })
    return [...new Uint8Array(await blob!.arrayBuffer())]
  }))
  const exif = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'), Buffer.from('GPSLatitude 24.7814 GPSLongitude 118.5518')])
  const head = Buffer.from([0xFF, 0xE1, (exif.length + 2) >> 8, (exif.length + 2) & 255])
  return Buffer.concat([picture.subarray(0, 2), head, exif, picture.subarray(2)])
}

it('a photo loses its position, outlives a reload, is exported with its hash, and is never asked for', async () => {
  await withPage({ hash: review }, async ({ page }) => {
    await page.waitForSelector('.review-table tbody tr')
    const open = async () => { await page.locator('.review-table .acts .btn').first().click(); await page.getByRole('dialog').waitFor() }
    await open()
    const photo = await phonePhoto(page)
    expect(carriesNotes(photo)).toBe(true)
    await page.locator('.evidence-file').setInputFiles([{ name: '门头.jpg', mimeType: 'image/jpeg', buffer: photo }])
    // The question who it is takes the dialog's place, and gives it back.
    await page.getByRole('dialog').locator('select').selectOption('办公室')
    await page.getByRole('dialog').locator('button[type=submit]').last().click()
    await page.waitForSelector('.evidence [data-form="photo"]')
    await page.locator('.evidence-file').setInputFiles([{ name: 'x.exe', mimeType: 'image/jpeg', buffer: Buffer.from('MZ..') }])
    await page.waitForSelector('.evidence .trouble')
    expect(await page.locator('.evidence .trouble').innerText()).toContain('只收照片和 PDF')
    await page.locator('.evidence input[type=url]').fill('javascript:alert(1)')
    await page.getByRole('button', { name: '加网页' }).click()
    await page.waitForFunction(() => /http/.test(document.querySelector('.evidence .trouble')?.textContent ?? ''))
    expect(await page.locator('.evidence .pieces li').count()).toBe(1)

    await page.reload()
    await page.waitForSelector('.review-table tbody tr')
    await page.waitForFunction(() => /佐证 1/.test(document.querySelector('.review-table .acts .btn')?.textContent ?? ''))
    await open()
    await page.getByRole('button', { name: /^看/ }).click()
    await page.waitForFunction(() => (document.querySelector<HTMLImageElement>('.evidence img')?.naturalWidth ?? 0) === 1600)
    await takePicture(page, 'review-evidence')
    await page.keyboard.press('Escape')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出佐证' }).click()])
    expect(download.suggestedFilename()).toMatch(/^演示数据-晋江市-2020-佐证-\d{8}\.zip$/)
    const files = unzipSync(readFileSync(await download.path()))
    const [path, bytes] = Object.entries(files).find(([name]) => name.endsWith('.jpg'))!
    expect(path).toContain('门头')
    expect(carriesNotes(bytes)).toBe(false)
    expect(Buffer.from(bytes).includes('GPSLatitude')).toBe(false)
    expect(bytes.length).toBeLessThan(photo.length)
    expect(strFromU8(files['演示数据/manifest.json']!)).toContain('"demo": true')
  })
})

it('hints make a sheet for the field, drawn by a number anybody can repeat; what was found is noted', async () => {
  await withPage({ hash: '#/plan/jinjiang-2020/checks' }, async ({ page }) => {
    await page.waitForSelector('.hint-list tbody tr')
    const all = await page.locator('.hint-list tbody tr').count()
    expect(await page.locator('.checks-sum').innerText()).toContain(`${all} 条提示`)
    const chosen = () => page.locator('.hint-list tr.on').evaluateAll(rows => rows.map(one => one.getAttribute('data-hint')))
    await page.getByRole('button', { name: '随机抽取' }).click()
    const drawn = await chosen()
    expect(drawn).toHaveLength(5)
    await page.reload()
    await page.waitForSelector('.hint-list tbody tr')
    await page.getByRole('button', { name: '随机抽取' }).click()
    expect(await chosen()).toEqual(drawn)

    await page.locator('.hint-list .found .btn').first().click()
    await page.getByRole('dialog').locator('.presets button').first().click()
    await page.getByRole('dialog').locator('button[type=submit]').click()
    await new BoardPage(page).introduce('办公室')
    await page.waitForFunction(() => /与台账一致/.test(document.querySelector('.hint-list .found')?.textContent ?? ''))

    await page.getByRole('button', { name: /^抽查单/ }).click()
    expect(await page.locator('.check-sheet thead').innerText()).toMatch(/序号\s+镇街\s+指标\s+填报值\s+依据\s+核实结果\s+核实人签字/)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.check-sheet .demo-mark').innerText()).toContain('演示数据')
    expect(await page.locator('.check-sheet tbody tr').count()).toBe(5)
    expect(await page.locator('.checks-bar').isVisible()).toBe(false)
    expect(await page.locator('header.top').isVisible()).toBe(false)
    const paper = await page.pdf({ preferCSSPageSize: true })
    // A4 upright: 595 x 842 points, one page.
    expect([...paper.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(([, wide, high]) => [Math.round(Number(wide)), Math.round(Number(high))])).toEqual([[595, 842]])
  })
})
