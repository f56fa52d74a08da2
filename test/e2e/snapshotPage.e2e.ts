/** The one HTML file: opened from disk with no network it shows the figures of the snapshot and of the days before it, and can be copied, not changed. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zhCN } from '../../src/app/messages/zhCN.ts'
import { cellLabel } from '../../src/components/board/cellLabel.ts'
import type { Board } from '../../src/domain/board.ts'
import { boardFileOf } from '../../src/domain/boardFile.ts'
import { boardOf } from '../../src/domain/rollUp.ts'
import { codeOf, viewOf } from '../../src/domain/snapshot.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { pageOf } from '../../src/exports/pageFile.ts'
import { columnsOf, ownLevelName } from '../../src/wording/columnGroups.ts'
import { valueText } from '../../src/wording/figureText.ts'
import { demoSnapshot, emptySnapshot } from '../exports/makers.ts'
import { distFolder } from '../tools/projectFiles.ts'
import { axeFindings } from './support/axe.ts'
import { looksScript } from './support/looks.ts'
import { watchTraffic } from './support/settled.ts'
import { watchFaults } from './support/watchFaults.ts'
import { contextOptions, launchOptions, takePicture } from './support/withPage.ts'
import type { PageOptions } from './support/withPage.ts'

const plan = 'jinjiang-2020'
const target = '1.2-1'
const folder = mkdtempSync(join(tmpdir(), 'guatu-page-'))
const snapshot = demoSnapshot()
const view = viewOf(snapshot)
let browser: Browser

async function written(name: string, from: Snapshot, isShareSafe = false): Promise<string> {
  const file = join(folder, name)
  writeFileSync(file, await pageOf(readFileSync(join(distFolder, 'snapshot.html'), 'utf8'), from, isShareSafe))
  return file
}

beforeAll(async () => {
  browser = await chromium.launch(launchOptions())
  await written('first.html', snapshot)
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Opened { page: Page, go: (hash: string) => Promise<void> }

/** Opens a file with the network off; whatever it asks for, keeps or complains of fails the test. */
async function withFile(file: string, options: PageOptions, journey: (opened: Opened) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ ...contextOptions(options), acceptDownloads: true, offline: true })
  const faults = await watchFaults(context, [pathToFileURL(file).href])
  const requests: string[] = []
  context.on('request', request => { if (!/^(?:data|blob):/.test(request.url())) requests.push(request.url().split('#')[0]!) })
  try {
    const page = await context.newPage()
    await page.goto(pathToFileURL(file).href + (options.hash ?? ''))
    await page.locator('#app > *').first().waitFor()
    const opened = { page, go: async (hash: string) => { await page.evaluate(to => { location.hash = to }, hash) } }
    await journey(opened)
    expect(faults.unexpected()).toEqual([])
    expect(requests).toEqual([pathToFileURL(file).href])
    expect(await page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length, sessionStorage.length])).toEqual([0, 0, 0])
  } finally {
    await context.close()
  }
}

const everyChapter = snapshot.plan.chapters.map(chapter => chapter.id).join(',')
const allOpen = (more = ''): string => `#/plan/${plan}?open=${everyChapter}${more}`
const plain = (label: string): string => label.replace(`，${zhCN.board.notch}`, '').replaceAll(' / ', '/')

/** Every cell of the board as it is read aloud: by target, then column; of a whole row one. All rows are drawn, as for paper. */
async function labelsOn(page: Page): Promise<Record<string, string[]>> {
  await page.waitForSelector('.board [data-target]')
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.waitForFunction(count => document.querySelectorAll('.board [data-target]').length === count, snapshot.board.targets.length)
  const labels = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll<HTMLElement>('.board [data-target]')].map(row =>
    [row.dataset.target!, [...row.querySelectorAll('[data-c]')].map(cell => cell.getAttribute('aria-label') ?? cell.querySelector('.seen-by-readers')?.textContent ?? '')])))
  return Object.fromEntries(Object.entries(labels).map(([key, list]) => [key, list.map(plain)]))
}

/** What the same cells must say, made from a board; a cell may add what it prints. */
function differences(labels: Record<string, string[]>, board: Board, index = view.index): string[] {
  const names = columnsOf(index.columns).columns.map(column => column.name)
  const whole = ownLevelName(index.plan.area.name)
  return board.rows.flatMap(row => {
    const figures = row.cells.length > 0 ? row.cells.map((figure, i) => ({ figure, area: names[i]! })) : [{ figure: row.total, area: whole }]
    const shown = labels[row.target.id] ?? []
    return figures.flatMap(({ figure, area }, i) => {
      const expected = plain(cellLabel(zhCN, row, figure, area))
      const rest = shown[i]?.startsWith(expected) === true ? shown[i].slice(expected.length) : null
      return rest === null || !/^(?:，[^，]+)?$/.test(rest) ? [`${row.target.id}/${area}: ${shown[i]} for ${expected}`] : []
    })
  })
}

describe('the one HTML file', () => {
  it('shows every figure of board.json, says what it is, and asks for nothing', async () => {
    await withFile(join(folder, 'first.html'), { hash: allOpen() }, async ({ page }) => {
      const labels = await labelsOn(page)
      expect(differences(labels, view.board)).toEqual([])
      const { cells } = snapshot.board
      const rows = new Map(view.board.rows.map(row => [row.target.id, row]))
      const order = new Map(view.index.columns.map((column, i) => [column.area.code, i]))
      for (const cell of cells) {
        const label = labels[cell.target]![order.get(cell.area!)!]!
        if (cell.lamp !== null) expect(label).toContain(zhCN.lamp[cell.lamp])
        if (cell.value !== null && rows.get(cell.target)!.target.measure === 'amount') expect(label).toContain(valueText(rows.get(cell.target)!.target, cell.value))
      }
      expect(boardFileOf(view.board, view.history, true)).toEqual(snapshot.board)
      expect(await page.locator('.snapshot-line').getAttribute('data-fingerprint')).toBe(snapshot.fingerprint)
      const line = await page.locator('.snapshot-line').innerText()
      for (const part of ['快照', '第4次调度会', '截至2020年9月15日', '所知', '含未审的填报', `校验码 ${codeOf(snapshot.fingerprint)}`, '只读', '演示数据']) expect(line).toContain(part)
      await takePicture(page, 'snapshot-page')
    })
  })

  it('prints on one A3 sheet and says there too what it is', async () => {
    await withFile(join(folder, 'first.html'), { hash: `#/plan/${plan}` }, async ({ page }) => {
      await page.waitForSelector('.board [data-target]')
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
      expect(pdf.match(/\/Type\s*\/Page(?!s)/g)?.length).toBe(1)
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.snapshot-line').isVisible()).toBe(true)
      expect(await page.locator('.snapshot-bar').isVisible()).toBe(false)
    })
  })

  it('goes back in time, as known then and now, and not past its day', async () => {
    await withFile(join(folder, 'first.html'), { hash: allOpen('&at=2020-06-30') }, async ({ page, go }) => {
      await page.getByRole('slider').waitFor()
      const boardAt = (asOf: string, knownAt: string) => boardOf(view.history, { asOf, knownAt })
      expect(differences(await labelsOn(page), boardAt('2020-06-30', snapshot.seal.knownAt))).toEqual([])
      await go(allOpen('&at=2020-06-30&known=then'))
      await page.locator('.then-place :text("当时所知")').first().waitFor()
      expect(differences(await labelsOn(page), boardAt('2020-06-30', '2020-06-30'))).toEqual([])
      await takePicture(page, 'snapshot-page-past')
      await page.getByRole('button', { name: '回到9月15日' }).click()
      await page.waitForFunction(() => document.querySelector('[role="slider"]')?.textContent?.includes('9月15日'))
      await go(`#/plan/${plan}?at=2020-11-30`)
      await page.getByText('快照只到9月15日，看不了11月30日').waitFor()
      expect(page.url()).not.toContain('at=')
      await page.keyboard.press('BracketRight')
      await page.waitForFunction(() => document.querySelector('.snapshot-line .later') !== null)
      await page.getByRole('slider').focus()
      for (const key of ['ArrowRight', 'PageDown', 'End']) await page.keyboard.press(key)
      expect(await page.getByRole('slider').textContent()).toContain('9月15日')
      await go(allOpen())
      expect(differences(await labelsOn(page), view.board)).toEqual([])
    })
  })

  it('opens the pages of a target, a township, all places, the comparison, the big screen, and its manual', async () => {
    await withFile(join(folder, 'first.html'), { hash: `#/plan/${plan}/target/${target}` }, async ({ page, go }) => {
      const row = view.board.rows.find(one => one.target.id === target)!
      await page.locator('.page-facts', { hasText: valueText(row.target, row.total.value!) }).waitFor()
      await page.locator('.curve-block svg, .curve-block canvas').first().waitFor()
      const area = view.index.columns[3]!.area
      await go(`#/plan/${plan}/area/${area.code}`)
      await page.getByRole('heading', { name: area.name }).waitFor()
      await go(`#/plan/${plan}/compare?from=2020-08-14&fromKnown=then`)
      await page.locator('.compare-main').waitFor()
      expect(await page.locator('.mini [data-pick]').count()).toBeGreaterThan(300)
      await go(`#/plan/${plan}/compare?from=2020-08-14&to=2020-12-01`)
      await page.getByText('看不了12月1日').waitFor()
      expect(page.url()).toContain('to=2020-09-15')
      await go(`#/plan/${plan}/places?mode=tiles`)
      await page.locator('.tile-block').waitFor()
      expect(await page.getByRole('button', { name: /地图|载入|读入|导入/ }).count()).toBe(0)
      await go(`#/plan/${plan}/screen`)
      await page.locator('.wall-screen').waitFor()
      await page.keyboard.press('Escape')
      await page.waitForSelector('.board [data-target]')
      await go('#/help')
      await page.getByRole('heading', { name: '这个文件怎么看' }).waitFor()
      await go('#/plans')
      await page.locator('.lost').waitFor()
    })
  })

  it('lets nothing be entered: no key, no address, no menu', async () => {
    await withFile(join(folder, 'first.html'), { hash: `#/plan/${plan}` }, async ({ page, go }) => {
      await page.waitForSelector('.board [data-target]')
      await page.keyboard.press('e')
      await page.locator(`[data-target="${target}"] [data-c="3"]`).dblclick()
      await page.keyboard.press('e')
      await page.keyboard.type('5')
      expect(page.url()).not.toContain('edit')
      await go(`#/plan/${plan}?edit=1&late=1`)
      await page.waitForFunction(() => !location.hash.includes('edit'))
      expect(await page.locator('.cell-bar, .board input').count()).toBe(0)
      await page.keyboard.press('m')
      await page.waitForFunction(() => !location.hash.includes('my='))
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('填报')
      expect(await page.getByRole('option').count()).toBe(0)
      await page.keyboard.press('Escape')
      const words = await page.evaluate(() => document.body.innerText)
      expect(words).not.toMatch(/开始正式填报|录入|恢复台账|补报 |计划设置/)
      await page.getByRole('button', { name: '导出' }).click()
      expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['另存一份', '打印挂图（A3 横排）'])
    })
  })

  it('saves a copy that opens in another folder with the same board, and that one again', async () => {
    const copyOf = async (file: string, to: string): Promise<string> => {
      const copy = join(folder, to, '再存.html')
      await withFile(file, { hash: `#/plan/${plan}?at=2020-05-31` }, async ({ page }) => {
        await page.waitForSelector('.board [data-target]')
        await page.keyboard.press('v')
        await page.getByRole('button', { name: '显示' }).click()
        await page.getByRole('menuitemradio', { name: '深色' }).click()
        await page.getByRole('button', { name: '导出' }).click()
        const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: '另存一份' }).click()])
        expect(download.suggestedFilename()).toBe('演示数据-晋江市-2020-第4次调度会-截至0915-快照.html')
        mkdirSync(join(folder, to), { recursive: true })
        await download.saveAs(copy)
      })
      return copy
    }
    const second = await copyOf(join(folder, 'first.html'), '别处')
    await withFile(second, { hash: allOpen() }, async ({ page }) => {
      expect(differences(await labelsOn(page), view.board)).toEqual([])
      expect(await page.locator('.snapshot-line').getAttribute('data-fingerprint')).toBe(snapshot.fingerprint)
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('light')
    })
    const third = await copyOf(second, '再别处')
    expect(readFileSync(third).equals(readFileSync(second))).toBe(true)
  })

  it('names what was altered and shows no figure', async () => {
    const [cell, ...others] = snapshot.board.cells
    const page = readFileSync(join(folder, 'first.html'), 'utf8')
    const renamed = join(folder, 'renamed.html')
    writeFileSync(renamed, page.replace('"name":"第4次调度会"', '"name":"第5次调度会"'))
    const cut = join(folder, 'cut.html')
    writeFileSync(cut, page.replace(/("packed":".{2000}).{400}/, '$1'))
    const cases = [
      { file: await written('value.html', { ...snapshot, board: { ...snapshot.board, cells: [{ ...cell!, value: 9999 }, ...others] } }), path: `cells[${cell!.target} ${cell!.area}].value`, why: '9999' },
      { file: renamed, path: 'fingerprint', why: '校验码与内容不符' }, { file: cut, path: 'snapshot-data', why: '读不出来' }, { file: join(distFolder, 'snapshot.html'), path: 'snapshot-data', why: '没有快照' },
    ]
    for (const { file, path, why } of cases) {
      await withFile(file, {}, async ({ page: opened }) => {
        await opened.locator('.snapshot-problem').waitFor()
        expect(await opened.locator('[data-path]').evaluateAll(list => list.map(one => one.getAttribute('data-path')))).toEqual([path])
        expect(await opened.locator('.snapshot-problem').innerText()).toContain(why)
        expect(await opened.locator('.board').count()).toBe(0)
        if (file === renamed) await takePicture(opened, 'snapshot-page-tampered')
      })
    }
  })

  it('keeps to the reviewed reports where the snapshot does', async () => {
    const accepted = demoSnapshot(plan, { review: 'accepted' })
    const only = viewOf(accepted)
    await withFile(await written('accepted.html', accepted), { hash: allOpen() }, async ({ page }) => {
      expect(differences(await labelsOn(page), only.board, only.index)).toEqual([])
      expect(await page.locator('.snapshot-line').innerText()).toContain('只算已审的填报')
    })
  })

  it('shows the same board without names', async () => {
    await withFile(await written('safe.html', snapshot, true), { hash: allOpen() }, async ({ page }) => {
      expect(differences(await labelsOn(page), view.board)).toEqual([])
      expect(await page.locator('.snapshot-line').innerText()).toContain('不含姓名和说明')
    })
  })

  it('runs no script that hides in a name', async () => {
    const attack = '</script><script>window.attacked=1</script><img src=x onerror=window.attacked=1>$&'
    await withFile(await written('attack.html', demoSnapshot(plan, { name: attack })), { hash: `#/plan/${plan}` }, async ({ page }) => {
      await page.waitForSelector('.board [data-target]')
      expect(await page.evaluate(() => 'attacked' in window)).toBe(false)
      expect(await page.locator('.snapshot-line').innerText()).toContain(attack)
    })
  })

  it.each([['desk', false], ['phone', true]] as const)('is whole and readable: %s, dark %s', async (size, dark) => {
    await withFile(join(folder, 'first.html'), { size, dark, hash: `#/plan/${plan}` }, async ({ page, go }) => {
      const rest = watchTraffic(page)
      for (const [name, hash] of [['board', ''], ['past', '?at=2020-06-30'], ['later', '?at=2020-11-30']] as const) {
        await go(`#/plan/${plan}${hash}`)
        await page.waitForSelector(size === 'phone' ? '.phone-list' : '.board [data-target]')
        await rest()
        await takePicture(page, `snapshot-page-${name}-${size}${dark ? '-dark' : ''}`)
        expect(await page.evaluate<string[]>(looksScript(size === 'phone'))).toEqual([])
        expect(await axeFindings(page)).toEqual([])
      }
      await page.getByRole('button', { name: '显示' }).click()
      await page.getByRole('menuitemradio', { name: 'English' }).click()
      await page.getByText(/^Known at/).waitFor()
      await rest()
      await takePicture(page, `snapshot-page-english-${size}${dark ? '-dark' : ''}`)
      expect(await page.evaluate<string[]>(looksScript(size === 'phone'))).toEqual([])
      if (size !== 'phone') return
      await go(`#/plan/${plan}?cell=${target}/${view.index.columns[3]!.area.code}`)
      await page.locator('.lamp-card .headline').waitFor()
      expect(await page.locator('.lamp-card input, .phone-entry').count()).toBe(0)
      await go(`#/plan/${plan}?tab=report`)
      await page.locator('.phone-list').waitFor()
    })
  })

  it('a plan without a report has its board too', async () => {
    const empty = emptySnapshot()
    const nothing = viewOf(empty)
    await withFile(await written('empty.html', empty), { hash: allOpen() }, async ({ page }) => {
      expect(differences(await labelsOn(page), nothing.board, nothing.index)).toEqual([])
      await page.locator('.snapshot-empty').waitFor()
    })
  })
})
