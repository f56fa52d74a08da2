/** The first minute and the board's own ways: demo and real side by side, why the worst cell is red, days, views, print, the picture of the last visit. */
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { BoardPage } from './pageModels/boardPage.ts'
import { withPage } from './support/withPage.ts'
import { withProfile } from './support/withProfile.ts'

const jinjiang = '#/plan/jinjiang-2020'
const now = '2020-09-15T10:00:00+08:00'
const textOf = (page: Page, selector: string) => page.locator(selector).first().innerText()
const query = (page: Page) => new URL(page.url().replace('#', '')).searchParams

describe('demo and real', () => {
  it('a first-time visitor plays in the demo, starts the real, empty ledger beside it, and finds the demo again', async () => {
    let more = 0
    await withProfile(async profile => {
      const { page } = await profile.open({ now })
      const board = new BoardPage(page)
      await board.ready()
      expect(await textOf(page, '.top .demo-mark')).toBe('演示数据')
      expect(await page.locator('.x.lag, .x.sev').count()).toBeGreaterThan(1)
      await page.goto(page.url().replace(/#.*/, jinjiang))
      await board.ready()
      await page.waitForSelector('.lamp-card')
      const before = await board.label('2.1-2', 0)
      more = Number(/，(\d+) \/ \d+ 名/.exec(before)![1]) + 1
      await board.pick('2.1-2', 0)
      await board.edit()
      await board.type(String(more), 'Enter')
      await board.introduce('yanglao')
      await page.waitForFunction(() => /已存 \d\d:\d\d/.test(document.body.innerText))
      await board.leaveEdit()
      expect(await board.label('2.1-2', 0)).not.toBe(before)
      expect((await board.download(/jsonl/)).name).toMatch(/^演示数据-晋江市-2020-台账/)
      const file = await board.download(/board\.json/)
      expect(file.name).toContain('演示数据')
      expect(JSON.parse(file.text)).toMatchObject({ demo: true, plan: 'jinjiang-2020', asOf: '2020-09-15' })

      await page.getByRole('button', { name: '开始正式填报' }).click()
      await page.waitForSelector('.empty-steps')
      await board.waitForEvents(0)
      expect(await page.locator('.demo-mark').count()).toBe(0)
      await board.pick('2.1-2', 0)
      await board.edit()
      await board.type('5', 'Enter')
      await board.savedWith(1)
      await board.leaveEdit()
      expect(JSON.parse((await board.download(/board\.json/)).text)).toMatchObject({ demo: false, events: 1 })
      await profile.quit()

      // The next visit opens the real ledger, and the demo still holds what was entered there.
      const second = await profile.open({ now, hash: jinjiang })
      const again = new BoardPage(second.page)
      await again.ready()
      await again.waitForEvents(1)
      await second.page.getByRole('button', { name: '换计划' }).click()
      await second.page.getByRole('menuitem', { name: '看演示' }).click()
      await second.page.waitForSelector('.top .demo-mark')
      await again.ready()
      expect(await again.label('2.1-2', 0)).toContain(`${more} / `)
      await second.page.getByRole('button', { name: '开始正式填报' }).first().click()
      await again.waitForEvents(1)
    })
  })

  it('a demo ledger is refused by the real one, whole', async () => {
    await withPage({ hash: jinjiang, now }, async ({ page, url }) => {
      const board = new BoardPage(page)
      await board.ready()
      const file = join(tmpdir(), `guatu-demo-${process.pid}.jsonl`)
      writeFileSync(file, (await board.download(/jsonl/)).text)
      await page.goto(url(`${jinjiang}?demo=0`))
      await board.waitForEvents(0)
      await page.getByRole('button', { name: /导出/ }).click()
      await page.getByRole('menuitem', { name: /恢复/ }).click()
      await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
      await page.getByRole('dialog').getByText('演示数据，不能并入').waitFor()
      expect(await page.getByRole('button', { name: '并入台账' }).isDisabled()).toBe(true)
    })
  })
})

describe('a leader', () => {
  it('reads why the worst cell is red with one key, and has the townships ranked in sight', async () => {
    await withPage({ hash: jinjiang }, async ({ page }) => {
      await new BoardPage(page).ready()
      await page.keyboard.press('Enter')
      await page.locator('.lamp-card .facts').waitFor()
      const card = await textOf(page, '.lamp-card')
      expect(card).toMatch(/严重滞后|逾期/)
      expect(card).toMatch(/为何亮灯[\s\S]*(超过 30 个百分点|期限)/)
      expect(card).toContain('转绿最少')
      const ranks = await page.locator('thead .ranks td').allInnerTexts()
      expect(ranks.filter(text => /\d/.test(text))).toHaveLength(19)
    })
  })

  it('reads it on the phone with one touch, and switches day, plan and tab', async () => {
    await withPage({ hash: jinjiang, size: 'phone', now }, async ({ page }) => {
      await page.waitForSelector('.phone-item')
      expect(await textOf(page, '.phone-facts')).toMatch(/达序率[\s\S]*\d+%/)
      await page.locator('.phone-item button').first().tap()
      const sheet = page.getByRole('dialog')
      await sheet.getByText('转绿最少').waitFor()
      expect(await sheet.innerText()).toMatch(/为何亮灯/)
      await sheet.getByRole('button', { name: '关闭' }).tap()
      for (const [tab, word] of [['变化', '会后变差'], ['填报', '未填报'], ['计划', '计划']] as const) {
        await page.locator('.phone-tabs').getByRole('link', { name: tab }).tap()
        await page.getByText(word).first().waitFor()
      }
      await page.locator('.phone-tabs').getByRole('link', { name: '挂图' }).tap()
      await page.locator('.phone-date [role=slider]').focus()
      await page.keyboard.press('PageDown')
      await page.waitForFunction(() => location.hash.includes('at=2020-08-31'))
      await page.getByRole('button', { name: '换计划' }).tap()
      await page.getByRole('menuitemradio', { name: /厦门/ }).tap()
      await page.waitForFunction(() => location.hash.includes('xiamen-2022') && document.querySelector('.phone-item') !== null)
    })
  })

  it('enters one value on the phone', async () => {
    await withPage({ hash: `${jinjiang}?demo=0&at=2020-09-15&cell=2.1-2/350582001`, size: 'phone', now }, async ({ page }) => {
      const sheet = page.locator('.sheet')
      await sheet.locator('input').first().fill('42')
      await sheet.getByRole('button', { name: '存', exact: true }).tap()
      const dialog = page.getByRole('dialog')
      await dialog.locator('button[type=submit]').tap()
      await page.locator('.status [role=status]', { hasText: /已存 \d/ }).waitFor()
      expect(await page.locator('.sheet').innerText()).toContain('42')
    })
  })
})

describe('days', () => {
  it('past days are read-only until 补报 is chosen; days to come are only looked at', async () => {
    await withPage({ hash: `${jinjiang}?at=2020-08-31` }, async ({ page }) => {
      const board = new BoardPage(page)
      await board.ready()
      expect(await textOf(page, '.day-state')).toContain('只读')
      await page.keyboard.press('e')
      await page.waitForTimeout(200)
      expect(await page.locator('.cell-bar').count()).toBe(0)
      await page.getByRole('button', { name: '补报' }).click()
      await page.waitForSelector('.cell-bar')
      await board.leaveEdit()
      await page.keyboard.press('t')
      await page.getByRole('button', { name: /编辑/ }).waitFor()
      expect(query(page).get('at')).toBe('2020-09-15')
      await page.goto(page.url().replace(/at=[\d-]+/, 'at=2020-11-30'))
      await page.getByText('还没到').waitFor()
      expect(await page.getByRole('button', { name: '补报' }).count()).toBe(0)
    })
  })

  it('steps between meetings with [ and ], by arrows, by typing, and by dragging; the board follows', async () => {
    await withPage({ hash: jinjiang }, async ({ page }) => {
      const board = new BoardPage(page)
      await board.ready()
      await page.keyboard.press('[')
      await page.waitForFunction(() => /at=2020-08-1\d/.test(location.hash))
      await page.keyboard.press('[')
      await page.waitForFunction(() => /at=2020-0(6|7)-/.test(location.hash))
      await page.keyboard.press(']')
      await page.keyboard.press(']')
      await page.waitForFunction(() => /at=2020-(09|10)-/.test(location.hash))
      const flag = page.locator('.strip-time [role=slider]')
      await flag.focus()
      await page.keyboard.press('ArrowLeft')
      const day = query(page).get('at')!
      await page.keyboard.press('Enter')
      await page.locator('.strip-time input').fill('2020年3月31日')
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => location.hash.includes('at=2020-03-31'))
      expect(day).toMatch(/^2020-/)
      const before = await textOf(page, '.board .rates')
      const box = (await flag.boundingBox())!
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
      await page.mouse.down()
      await page.mouse.move(box.x + 200, box.y + box.height / 2, { steps: 12 })
      await page.waitForTimeout(120)
      const dragged = (await flag.boundingBox())!
      expect(Math.abs(dragged.x + dragged.width / 2 - (box.x + 200))).toBeLessThan(6)
      await page.waitForFunction(text => document.querySelector<HTMLElement>('.board .rates')!.innerText !== text, before)
      expect(query(page).get('at')).toBe('2020-03-31')
      await page.mouse.up()
      await page.waitForFunction(() => !location.hash.includes('at=2020-03-31'))
    })
  })

  it('no key of the board is taken while something is typed or composed', async () => {
    await withPage({ hash: jinjiang }, async ({ page }) => {
      await new BoardPage(page).ready()
      await page.evaluate(() => { for (const code of ['KeyE', 'KeyV', 'KeyT', 'BracketLeft', 'Slash']) window.dispatchEvent(new KeyboardEvent('keydown', { code, key: 'e', isComposing: true, bubbles: true })) })
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').pressSequentially('ev[t内坑')
      expect(await page.getByRole('combobox').inputValue()).toBe('ev[t内坑')
      expect([query(page).get('edit'), query(page).get('view')]).toEqual([null, null])
      await page.getByRole('combobox').fill('居家养老上门')
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => location.hash.includes('cell=2.1-2'))
      expect(await textOf(page, '.lamp-card h2')).toContain('居家养老上门')
    })
  })
})

describe('views', () => {
  it('差额 and 会后变化 change what the cells say and never their lamp; the address holds the view', async () => {
    await withPage({ hash: jinjiang }, async ({ page }) => {
      await new BoardPage(page).ready()
      await page.waitForSelector('.view-switch button:nth-child(3):not([disabled])')
      const lamps = () => page.locator('.board .cell').evaluateAll(cells => cells.map(cell => (cell.getAttribute('aria-label') ?? cell.querySelector('.seen-by-readers')?.textContent ?? '').split('，')[2]))
      const plain = await lamps()
      await page.keyboard.press('v')
      await page.waitForFunction(() => location.hash.includes('view=gap'))
      expect(await page.locator('.cell.x.sev').first().innerText()).toMatch(/^−/)
      expect(await lamps()).toEqual(plain)
      await page.keyboard.press('v')
      await page.locator('.changes').waitFor()
      expect(await page.locator('.x.turned').count()).toBeGreaterThan(5)
      expect(await lamps()).toEqual(plain)
      await page.keyboard.press('v')
      await page.waitForFunction(() => !location.hash.includes('view='))
    })
  })

  it('the legend counts what is drawn and filters it', async () => {
    await withPage({ hash: jinjiang }, async ({ page }) => {
      await new BoardPage(page).ready()
      const button = page.locator('.legend button', { hasText: '严重滞后' })
      const count = Number(/\d+/.exec(await button.innerText())![0])
      await button.click()
      await page.waitForFunction(() => location.hash.includes('lamp=sev'))
      expect(await page.locator('.x.sev, .whole .node.sev, .whole:not(.faded)').count()).toBeGreaterThanOrEqual(1)
      expect(await page.locator('.cell.x.sev:not(.faded)').count() + await page.locator('.whole:not(.faded)').count()).toBe(count)
    })
  })

  it('theme and language are kept, the manual and the keys open', async () => {
    await withPage({ hash: jinjiang }, async ({ page }) => {
      const board = new BoardPage(page)
      await board.ready()
      await page.getByRole('button', { name: '设置' }).click()
      await page.getByRole('menuitemradio', { name: '深色' }).click()
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
      await page.getByRole('button', { name: '设置' }).click()
      await page.getByRole('menuitemradio', { name: 'English' }).click()
      await page.getByText('Needs attention').first().waitFor()
      await page.reload()
      await board.ready()
      expect(await page.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.lang])).toEqual(['dark', 'en'])
      await page.keyboard.press('Shift+Slash')
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
      await page.keyboard.press('Escape')
      await page.goto(page.url().replace(/#.*/, '#/help'))
      await page.getByRole('heading', { name: 'Manual' }).waitFor()
    })
  })
})

describe('paper', () => {
  it.each([['jinjiang-2020', 19], ['quanzhou-tsz-2023', 4], ['zhengxiang-2022', 5], ['jiangsu-2023', 13], ['xiamen-2022', 6]] as const)('%s prints on one A3 page, marked as demo figures, light even from a dark screen', async (plan, columns) => {
    await withPage({ hash: `#/plan/${plan}`, dark: true }, async ({ page }) => {
      await new BoardPage(page).ready()
      await page.emulateMedia({ media: 'print' })
      expect(await textOf(page, '.print-head')).toContain('演示数据，非真实进度')
      expect(await page.locator('.strip, .board-panel, .top, .status').evaluateAll(parts => parts.filter(part => part.getClientRects().length > 0).length)).toBe(0)
      expect(await page.evaluate(() => getComputedStyle(document.querySelector('.board-row th')!).backgroundColor)).toBe('rgb(255, 255, 255)')
      expect(await page.locator('thead .names th').count()).toBe(columns + 5)
      const fills = await page.locator('.x.sev').evaluateAll(cells => cells.map(cell => getComputedStyle(cell).backgroundColor))
      expect(new Set(fills)).toEqual(new Set(['rgb(179, 38, 30)']))
      await page.emulateMedia({ media: null })
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
      const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf)!
      expect([Math.round(Number(width) / 72 * 25.4), Math.round(Number(height) / 72 * 25.4)]).toEqual([420, 297])
    })
  })
})

describe('the next visit', () => {
  it('paints the board as it was left before the programme is there, and never an old one', async () => {
    await withProfile(async profile => {
      const { page, context, url } = await profile.open({ hash: jinjiang })
      const board = new BoardPage(page)
      await board.ready()
      await page.waitForFunction(() => localStorage.getItem('guatu.lastView') !== null, null, { timeout: 15_000 })
      const cells = await page.locator('.board .cell').allInnerTexts()
      // The programme is held back: what stands there is the picture.
      let release = (): void => undefined
      const held = new Promise<void>(resolve => { release = resolve })
      await context.route('**/assets/*.js', async route => { await held; await route.continue() })
      await page.goto('about:blank')
      await page.goto(url(jinjiang), { waitUntil: 'commit' })
      await page.waitForSelector('#last .board .cell')
      expect(await page.locator('#last .board .cell').allInnerTexts()).toEqual(cells)
      expect(await page.locator('#last').getAttribute('inert')).toBe('')
      release()
      await board.ready()
      await page.waitForSelector('#last', { state: 'detached' })
      // Another window size, another day in the address: no picture.
      await page.goto('about:blank')
      await page.goto(url(`${jinjiang}?at=2020-06-30`), { waitUntil: 'domcontentloaded' })
      expect(await page.locator('#last').count()).toBe(0)
      await board.ready()
    })
  })
})

it('the five plans open as demos, each marked, each with red, amber and done cells', async () => {
  await withPage({}, async ({ page, url }) => {
    for (const plan of JSON.parse(readFileSync('data/index.json', 'utf8')).plans as { id: string }[]) {
      await page.goto(url(`#/plan/${plan.id}`))
      await page.waitForFunction(id => location.hash.includes(id) && document.querySelector('.board .x') !== null && document.querySelector('.top .demo-mark') !== null, plan.id)
      const counts = await page.locator('.legend button').allInnerTexts()
      for (const word of ['完成', '正常', '滞后', '严重滞后']) expect(Number(/\d+/.exec(counts.find(text => text.startsWith(word)) ?? '0')?.[0])).toBeGreaterThan(0)
    }
  })
})
