/** Snapshots: frozen, listed, verified by code after one report changed, compared; a deck with an edited slide, an altered JSON, a snapshot from another device. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { readSnapshot } from '../../src/domain/snapshotFile.ts'
import { withSeal } from '../../src/exports/paperSeal.ts'
import { packedParts, pptxParts, slideXml } from '../exports/sealedFiles.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { freezeNow } from './states/snapshots.ts'
import { takePicture, withPage } from './support/withPage.ts'

const jinjiang = '#/plan/jinjiang-2020'
const target = '1.3-2'
const folder = mkdtempSync(join(tmpdir(), 'guatu-snapshots-'))
const fileOf = (name: string, content: string | Uint8Array): string => { const path = join(folder, name); writeFileSync(path, content); return path }
const give = (page: Page, path: string) => page.locator('input[type=file]').last().setInputFiles(path)
const findings = (page: Page) => page.locator('.snap-findings .finding h3').allInnerTexts()
async function backToList(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.waitForSelector('.snap-list')
}
async function verifyCode(page: Page, code: string): Promise<void> {
  await page.locator('.snap-verify input').first().fill(code)
  await page.locator('.snap-verify button[type=submit]').click()
}

it('freeze, change one report, verify by code: the change is named with its value, its day and who wrote it', async () => {
  let text = ''
  await withPage({ hash: `${jinjiang}/snapshots` }, async ({ page, url }) => {
    await page.waitForSelector('.snap-form')
    const code = await freezeNow(page, '第4次调度会')
    const half = await freezeNow(page, '上半年', '6月30日')
    expect(code).toMatch(/^[0-9A-F]{4} [0-9A-F]{4} [0-9A-F]{4}$/)
    expect(await page.locator('.snap-tile .snap-code b').allInnerTexts()).toEqual([half, code])
    expect(await page.locator('.snap-tile').first().innerText()).toMatch(/上半年[\s\S]*演示数据[\s\S]*截至6月30日/)
    expect(await page.locator('.snap-tile .mini-matrix path').count()).toBeGreaterThan(3)

    await verifyCode(page, code.toLowerCase().replaceAll(' ', ''))
    await page.waitForSelector('.snap-findings')
    expect(await findings(page)).toEqual(['与台账一致'])
    expect(await page.locator('.snap-since').innerText()).toContain('没有变化')
    expect(await page.locator('.snap-qr path').getAttribute('d')).toMatch(/^M0 0h7v1h-7z/)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /快照数据/ }).click()])
    expect(download.suggestedFilename()).toMatch(/^演示数据-晋江市-2020-第4次调度会-截至0915-快照数据\.json$/)
    text = readFileSync(await download.path(), 'utf8')

    const { cells } = (JSON.parse(text) as { board: { cells: { target: string, area: string, value: number }[] } }).board
    const value = cells.find(cell => cell.target === target && cell.area === '350582001')!.value

    await page.goto(url(jinjiang))
    const board = new BoardPage(page)
    await board.ready()
    await board.edit()
    await board.pick(target, 0)
    await board.type(String(value + 1), 'Enter')
    await board.introduce('jiuzhu')
    await page.waitForFunction(() => /已存[^，。]*\d\d:\d\d:\d\d/.test(document.body.innerText))
    await board.leaveEdit()

    await page.goto(url(`${jinjiang}/snapshots`))
    await page.waitForSelector('.snap-tile')
    await verifyCode(page, code)
    await page.waitForSelector('.snap-since li')
    expect(await findings(page)).toEqual(['与台账一致', '封存以后，这一天有 1 格变了'])
    expect(await page.locator('.snap-since li').count()).toBe(1)
    expect(await page.locator('.snap-since li').innerText()).toMatch(new RegExp(`青阳[^]*四帮四扶[^]*${value}[^]*${value + 1}/\\d+[^]*补[^]*救助[^]*记入`))
    await takePicture(page, 'journey-snapshot-since')

    // The deck of that meeting, one slide of it edited in another program.
    const read = readSnapshot(text)
    if (!read.ok) throw new Error('the snapshot as downloaded cannot be read')
    const deck = await withSeal('pptx', packedParts(pptxParts()), read.snapshot)
    const parts = unzipSync(deck)
    parts['ppt/slides/slide2.xml'] = strToU8(slideXml('一页总览', '24 项中 24 项达序'))
    await backToList(page)
    await give(page, fileOf('旧的.pptx', zipSync(parts)))
    await page.waitForSelector('.snap-findings .finding.bad')
    expect(await findings(page)).toEqual(['与台账一致', '封存以后，这一天有 1 格变了', '文件有 1 处被改过'])
    expect(await page.locator('.snap-findings li').innerText()).toBe('第 2 页「一页总览」 改过')
    expect(await page.locator('.snap-since li').count()).toBe(1)
    await takePicture(page, 'journey-snapshot-deck')

    // A file dropped while a snapshot is open takes its place.
    await page.goto(url(`${jinjiang}/snapshots?open=${code.toLowerCase().replaceAll(' ', '')}`))
    await page.waitForSelector('.snap-with')
    await page.evaluate(content => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content], '挂图表.md'))
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    }, new TextDecoder().decode(await withSeal('markdown', strToU8('| 目标 | 青阳 |\n'), read.snapshot)))
    await page.locator('.snap-head p', { hasText: '挂图表.md' }).waitFor()
    expect(await findings(page)).toContain('文件没有改过')
    expect(page.url()).not.toContain('open=')

    // Compared with the other, and with now; the choice stands in the address.
    await page.goto(url(`${jinjiang}/snapshots?open=${half.toLowerCase().replaceAll(' ', '')}&with=${code.toLowerCase().replaceAll(' ', '')}`))
    await page.waitForSelector('.snap-compare .flow-table')
    const turned = async () => Number((await page.locator('.flow h2').innerText()).match(/(\d+) 格变了/)![1])
    expect(await turned()).toBeGreaterThan(20)
    await page.locator('.snap-with select').selectOption('')
    await page.waitForSelector('.snap-findings')
    expect(page.url()).not.toContain('with=')
  })

  await withPage({ hash: `${jinjiang}/snapshots?open=000000000000`, size: 'phone' }, async ({ page }) => {
    await page.waitForSelector('.snap-problem ol')
    expect(await page.locator('.snap-problem').innerText()).toMatch(/本机没有校验码为 0000 0000 0000 的快照[\s\S]*打开印着这个码的那份文件/)
    await page.locator('.snap-problem button').click()
    await page.waitForSelector('.snap-none')

    // One figure altered by hand: said by field, and not opened.
    const value = JSON.parse(text) as { fingerprint: string, board: { cells: { target: string, area: string, value: number | null }[] } }
    const cell = value.board.cells.find(one => one.value !== null)!
    cell.value = (cell.value ?? 0) + 5
    await give(page, fileOf('改过.json', JSON.stringify(value)))
    await page.waitForSelector('.snap-problem code')
    expect(await page.locator('.snap-problem code').innerText()).toBe(`cells[${cell.target} ${cell.area}].value`)
    expect(await page.locator('.snap-problem').innerText()).toContain(`文件写的是 ${cell.value}`)
    await page.locator('.snap-problem button').click()

    // The snapshot itself, from another device: verified, then kept.
    await give(page, fileOf('快照数据.json', text))
    await page.waitForSelector('.snap-findings')
    expect(await findings(page)).toEqual(['与台账一致'])
    await page.getByRole('button', { name: '留存到本机' }).click()
    await page.waitForFunction(code => location.hash.includes(`open=${code}`), value.fingerprint.slice(0, 12))
    await page.waitForSelector('.snap-findings')
    await backToList(page)
    expect(await page.locator('.snap-tile').count()).toBe(1)

    await give(page, fileOf('别的.pdf', '%PDF-1.7'))
    await page.waitForSelector('.snap-problem li')
    expect(await page.locator('.snap-problem').innerText()).toContain('看 PDF 页脚的校验码')
  })
})
