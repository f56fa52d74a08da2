/** 会议材料: the files of a frozen board by one page. Opened from the menu and straight from the address; called off; with a format that fails; where nothing can be kept. */
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { readSnapshot } from '../../src/domain/snapshotFile.ts'
import { codeOf } from '../../src/domain/snapshot.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { takePicture, withPage } from './support/withPage.ts'

const papers = '#/plan/jinjiang-2020/papers'
const stem = '演示数据-晋江市-2020-第四次调度会-截至0915'

async function opened(page: Page): Promise<void> {
  await page.waitForSelector('.paper-notes li')
}
const format = (page: Page, name: string | RegExp) => page.locator('.papers-what section').nth(1).getByRole('checkbox', { name })
const said = (page: Page, text: string | RegExp) => page.locator('.paper-said', { hasText: text }).waitFor()

/** Presses save and takes what comes. */
async function saved(page: Page): Promise<{ name: string, bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 90_000 }), page.locator('.paper-save').click()])
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
}

it('from the menu: an audience, a page less, one format more; the zip holds the named files and the snapshot with the code that is shown', async () => {
  await withPage({ hash: '#/plan/jinjiang-2020' }, async ({ page }) => {
    await new BoardPage(page).ready()
    await page.getByRole('button', { name: /导出/ }).click()
    await page.getByRole('menuitem', { name: '会议材料…' }).click()
    await opened(page)
    const count = page.locator('.check-line', { hasText: 'PPTX' }).locator('.check-count')
    const pages = Number((await count.innerText()).replace(/\D/g, ''))
    expect(pages).toBe(await page.locator('.page-tile').count())

    await page.locator('.page-tile').nth(1).click()
    expect(await page.locator('.page-tile').nth(1).getAttribute('aria-pressed')).toBe('false')
    expect(await count.innerText()).toBe(`${pages - 1} 页`)
    // Arrows move between the pages, Enter puts one back.
    await page.locator('.page-tile').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    expect(await count.innerText()).toBe(`${pages} 页`)

    await page.getByRole('radio', { name: /报上级/ }).check()
    await page.waitForFunction(() => location.hash.includes('for=superior'))
    await format(page, '数据 CSV').check()
    await format(page, 'DOCX').uncheck()
    const { name, bytes } = await saved(page)
    await said(page, '已保存')
    expect(name).toBe(`${stem}-会议材料.zip`)
    const files = unzipSync(bytes)
    expect(Object.keys(files)).toEqual([`${stem}-工作簿.xlsx`, `${stem}-挂图数据.csv`, `${stem}-快照数据.json`])
    const read = readSnapshot(new TextDecoder().decode(files[`${stem}-快照数据.json`]))
    expect(read.ok && codeOf(read.snapshot.fingerprint)).toBe(await page.locator('.paper-code b').innerText())
    expect(read.ok && [read.snapshot.seal.name, read.snapshot.seal.asOf, read.snapshot.seal.demo]).toEqual(['第四次调度会', '2020-09-15', true])

    // It is kept, and the same board asked for again is the same snapshot.
    expect(await page.getByRole('radio', { name: /第四次调度会/ }).count()).toBe(1)
    await format(page, '数据 CSV').uncheck()
    await format(page, 'XLSX').uncheck()
    const again = await saved(page)
    expect(again.name).toBe(`${stem}-快照数据.json`)
    expect(await page.getByRole('radio', { name: /第四次调度会/ }).count()).toBe(1)

    await page.keyboard.press('Escape')
    await new BoardPage(page).ready()
  })
})

it('called off at once nothing is saved, and the next run goes through', async () => {
  await withPage({ hash: papers }, async ({ page }) => {
    await opened(page)
    const downloads: string[] = []
    page.on('download', download => downloads.push(download.suggestedFilename()))
    await page.evaluate(() => new Promise<void>(resolve => {
      const watch = new MutationObserver(() => {
        const button = [...document.querySelectorAll<HTMLButtonElement>('.paper-foot button')].find(one => one.textContent === '取消')
        if (button === undefined) return
        watch.disconnect()
        button.click()
        resolve()
      })
      watch.observe(document.querySelector('.paper-foot')!, { childList: true, subtree: true, characterData: true })
      document.querySelector<HTMLButtonElement>('.paper-save')!.click()
    }))
    await said(page, '已取消')
    expect(downloads).toEqual([])
    const { name } = await saved(page)
    expect(name).toBe(`${stem}-会议材料.zip`)
  })
})

it('straight from the address, all formats in one run: a format that fails leaves a text in its place', async () => {
  await withPage({ hash: `${papers}?for=wall` }, async ({ page, site }) => {
    site.replace('/snapshot.html', '<!doctype html><title>nothing here</title>')
    try {
      await opened(page)
      await page.evaluate(() => {
        const blocks: number[] = []
        new PerformanceObserver(list => { for (const one of list.getEntries()) blocks.push(Math.round(one.duration)) }).observe({ type: 'longtask' })
        Object.assign(window, { blocks })
      })
      for (const box of await page.locator('.papers-what section').nth(1).getByRole('checkbox').all()) await box.check()
      const { name, bytes } = await saved(page)
      await said(page, '1 种没有做成')
      const blocks = await page.evaluate(() => (window as unknown as { blocks: number[] }).blocks)
      process.stdout.write(`all formats of one snapshot: ${blocks.length} blocks of the main thread over 50 ms, the longest ${Math.max(0, ...blocks)} ms\n`)
      await takePicture(page, 'papers-all')
      expect(name).toBe(`${stem}-会议材料.zip`)
      const files = unzipSync(bytes)
      expect(Object.keys(files)).toEqual(['挂图.pptx', '进度专报.docx', '工作簿.xlsx', '报告（打印）.html', '挂图海报（打印）.html', '快照.html-没有做成.txt', '挂图.svg', '挂图.png', '挂图数据.csv', '挂图表.md', '快照数据.json', 'board.json'].map(ending => `${stem}-${ending}`))
      expect(Object.entries(files).filter(([, one]) => one.length === 0).map(([empty]) => empty)).toEqual([])
      const failure = new TextDecoder().decode(files[`${stem}-快照.html-没有做成.txt`])
      expect(failure).toMatch(/原因：.+\r\n办法：.+/)
      expect(await page.locator('.file-list .failed').innerText()).toContain('没有做成')
    } finally {
      site.replace('/snapshot.html', null)
    }
  })
})

it('where the browser keeps nothing, that is said and the files come all the same; on plain http the table is selected to be copied', async () => {
  await withPage({ hash: '#/help', place: 'host' }, async ({ page, context, url }) => {
    await context.addInitScript(() => { Object.defineProperty(window, 'indexedDB', { value: undefined }) })
    await page.goto('about:blank')
    await page.goto(url(`${papers}?for=superior&demo=1`))
    await opened(page)
    await format(page, 'DOCX').uncheck()
    const { name, bytes } = await saved(page)
    await said(page, '快照没有存进本机')
    expect(name).toBe(`${stem}-会议材料.zip`)
    expect(Object.keys(unzipSync(bytes))).toEqual([`${stem}-工作簿.xlsx`, `${stem}-快照数据.json`])
    await page.getByRole('button', { name: '复制表格' }).click()
    await page.locator('.copy-said', { hasText: /已复制|已选中/ }).waitFor()
  })
})

it('only frozen: the code is given and the kept snapshot has an address of its own; an unknown code is said', async () => {
  await withPage({ hash: `${papers}?at=2020-06-30` }, async ({ page, url }) => {
    await opened(page)
    await page.getByLabel('名称').fill('六月底')
    await page.getByRole('button', { name: '只封存' }).click()
    await said(page, '已封存')
    const code = await page.locator('.paper-code b').innerText()
    expect(code).toMatch(/^([0-9A-F]{4} ?){3}$/)
    await page.getByRole('radio', { name: /六月底/ }).check()
    await page.waitForFunction(text => location.hash.includes(`snapshot=${text}`), code.replaceAll(' ', '').toLowerCase())
    await opened(page)
    expect(await page.locator('.paper-code b').innerText()).toBe(code)
    expect(await page.locator('.file-list li').first().innerText()).toContain('六月底-截至0630')
    await page.goto(url(`${papers}?snapshot=000000000000`))
    await said(page, '本机没有校验码为 000000000000 的快照')
    expect(await page.locator('.paper-save').isDisabled()).toBe(true)
  })
})

it('from the single file on a disk the workers start as well', async () => {
  await withPage({ hash: `${papers}?for=bureau`, place: 'disk' }, async ({ page }) => {
    const started: string[] = []
    page.on('worker', worker => started.push(worker.url().split(':')[0]!))
    await opened(page)
    const { name, bytes } = await saved(page)
    expect(name).toBe(`${stem}-挂图.pptx`)
    expect(bytes.length).toBeGreaterThan(100)
    expect([...new Set(started)]).toEqual(['blob'])
  })
})
