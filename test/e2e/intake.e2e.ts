/** The reader of returned files in a real browser: on a server, over plain http, from disk; and the worst files, while the page goes on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { indexPlan } from '../../src/domain/plan'
import type { Plan } from '../../src/domain/plan'
import { bookWith, cellAt, lieInDirectory, sheet, utf8 } from '../intake/corpus/makers'
import { projectFolder } from '../tools/projectFiles.ts'
import { returnedBook } from './support/returnedFiles.ts'
import type { ReturnedFile } from './support/returnedFiles.ts'
import { withPage } from './support/withPage.ts'

const index = indexPlan(JSON.parse(readFileSync(join(projectFolder, 'data/plans/jinjiang-2020.json'), 'utf8')) as Plan)
const at = '2020-09-15'
const now = '2020-09-15T16:00:00+08:00'
const collect = '#/plan/jinjiang-2020/collect?demo=0'
const good = () => returnedBook('梅岭街道_2020-09.xlsx', index, [{ target: '2.1-2', area: '350582002', at, input: '12' }])

it.each(['local', 'host', 'disk'] as const)('a workbook is read and written: %s', async place => {
  await withPage({ place, hash: collect, now }, async ({ page }) => {
    await page.locator('.collect-files').setInputFiles([await good()])
    await page.waitForFunction(() => document.querySelector('.collect-foot .primary')?.textContent === '写入 1')
    expect(await page.locator('.files tbody tr').innerText()).toContain('梅岭')
    expect(page.workers()).toHaveLength(1)
  })
})

it('bombs, lies, a cell in the last corner and a hundred thousand rows are refused or flagged before their 10 s are over, in little memory, and the good file beside them is kept', async () => {
  const file = (name: string, bytes: Uint8Array, mimeType = 'application/octet-stream'): ReturnedFile => ({ name, mimeType, buffer: Buffer.from(bytes) })
  const zeros = new Uint8Array(240 * 1024 * 1024)
  const files = [
    file('炸弹.xlsx', await bookWith({ 'xl/media/a.bin': zeros })), file('谎报.xlsx', lieInDirectory(await bookWith({ 'xl/media/a.bin': zeros }), 24, 10)),
    file('边角.xlsx', await bookWith({ [sheet]: cellAt('XFD1048576', '><v>1</v>') })), file('十万行.csv', utf8('编号,本次累计\n'.repeat(100_000)), 'text/csv'), await good(),
  ]
  await withPage({ hash: collect, now }, async ({ page, context }) => {
    await page.waitForSelector('.collect-empty')
    const session = await context.browser()!.newBrowserCDPSession()
    /** Resident memory of all renderers together, in MB. */
    const memory = async (): Promise<number> => {
      const { processInfo } = await session.send('SystemInfo.getProcessInfo')
      const sizes = processInfo.filter(one => one.type === 'renderer').map(({ id }) => { try { return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024 } catch { return 0 } })
      return sizes.reduce((sum, size) => sum + size, 0)
    }
    const before = await memory()
    let most = before
    const started = Date.now()
    await page.locator('.collect-files').setInputFiles(files)
    let isRead = false
    while (!isRead && Date.now() - started < 40_000) {
      most = Math.max(most, await memory())
      isRead = await page.evaluate(() => document.querySelectorAll('.files tbody tr').length === 5 && document.querySelector('.collect-progress') === null)
    }
    const seconds = (Date.now() - started) / 1000
    expect(isRead).toBe(true)
    expect(seconds).toBeLessThan(20)
    expect(most - before).toBeLessThan(300)
    const text = await page.locator('.files').innerText()
    // None was ended by the clock.
    expect(text).not.toContain('10 秒')
    for (const name of ['炸弹', '谎报']) expect(text).toMatch(new RegExp(`${name}[\\s\\S]*整份拒收`))
    expect(await page.locator('.collect-foot .primary').innerText()).toBe('写入 1')
  })
})
