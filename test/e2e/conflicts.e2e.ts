/** 冲突与核对: two units and one cell, a clock three days ahead, a file that somebody has changed. Nothing is lost, nothing is chosen silently. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { LedgerEvent } from '../../src/domain/event.ts'
import { eventHash } from '../../src/domain/hash.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { takePicture, withPage } from './support/withPage.ts'

const plan = 'jinjiang-2020'
const hash = `#/plan/${plan}?demo=0&at=2020-09-15`
const page = `#/plan/${plan}/conflicts?demo=0&at=2020-09-15`
const now = '2020-09-15T10:00:00+08:00'

/** The chain of another device: reports of a cell, each so many minutes from ten o'clock. */
function chain(n: number, unit: string, area: string, reports: readonly (readonly [minutes: number, value: number, at?: string])[]): LedgerEvent[] {
  const device = `dev-3f9c04b${n}00000000`
  let prev: string | null = null
  return reports.map(([minutes, value, at = '2020-09-15'], i) => {
    const recordedAt = `${new Date(Date.parse(now) + minutes * 60_000).toISOString()}/0000/${device}`
    const event: LedgerEvent = { v: 1, id: `other-${n}-${i}`, plan, type: 'report', at, recordedAt, device, by: { unit, name: '王五' }, data: { target: '2.1-2', area, value }, prev, hash: '' }
    prev = eventHash(event)
    return { ...event, hash: prev }
  })
}
const text = (events: readonly unknown[]): string => events.map(event => `${JSON.stringify(event)}\n`).join('')

async function restore(at: Page, lines: string, taken: number): Promise<void> {
  await at.getByRole('button', { name: /导出/ }).click()
  await at.getByRole('menuitem', { name: /恢复/ }).click()
  const dialog = at.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles({ name: 'other.jsonl', mimeType: 'text/plain', buffer: Buffer.from(lines) })
  await dialog.getByText(`新增 ${taken} 条`).waitFor()
  await dialog.getByRole('button', { name: /并入/ }).click()
  await dialog.getByText(`已并入 ${taken} 条`).waitFor()
  await at.keyboard.press('Escape')
}

it('two units report one cell: the later holds, both stay, the office takes one by keyboard and the board follows', async () => {
  await withPage({ hash, now }, async ({ page: at, url }) => {
    const board = new BoardPage(at)
    await board.ready()
    await board.pick('2.1-2', 0)
    await board.edit()
    await board.type('80')
    await board.introduce('yanglao')
    await board.savedWith(1)
    await board.leaveEdit()
    const own = JSON.parse((await board.download(/jsonl/)).text) as LedgerEvent
    const area = String(own.data.area)
    await restore(at, text(chain(1, area, area, [[8, 90]])), 1)
    expect(await board.label('2.1-2', 0)).toMatch(/90/)

    await board.pick('2.1-2', 0)
    await at.locator('.cell-slips a', { hasText: '各报各的 1' }).click()
    const rival = at.locator('.rival')
    await rival.waitFor()
    expect(await rival.count()).toBe(1)
    expect(await rival.locator('.side-said').allInnerTexts()).toEqual([expect.stringMatching(/^80/), expect.stringMatching(/^90/)])
    expect(await rival.locator('.held').innerText()).toMatch(/挂图用此值[\s\S]*90[\s\S]*王五[\s\S]*10:08/)
    expect(await at.locator('.frame-tabs [aria-current]').innerText()).toMatch(/1$/)
    await takePicture(at, 'conflicts-rival')

    const take = rival.getByRole('button', { name: /^取 80/ })
    await take.focus()
    await at.keyboard.press('Enter')
    await at.keyboard.press('Escape')
    expect(await take.evaluate(button => button === document.activeElement)).toBe(true)
    await at.keyboard.press('Enter')
    await at.keyboard.type('已与镇里核实')
    await at.keyboard.press('Enter')
    await rival.waitFor({ state: 'detached' })
    expect(await at.locator('.conflict-tools [role=status]').innerText()).toMatch(/已取 80/)
    await at.goto(url(hash))
    await board.ready()
    expect(await board.label('2.1-2', 0)).toMatch(/80/)
    const lines = (await board.download(/jsonl/)).text.trim().split('\n').map(line => JSON.parse(line) as LedgerEvent)
    expect(lines.map(one => one.type).sort()).toEqual(['report', 'report', 'retract'])
    expect(lines.find(one => one.type === 'retract')?.data).toEqual({ event: 'other-1-0', reason: '已与镇里核实' })
  })
})

it('a clock three days ahead waits and is accepted by keyboard; a changed line and a gap are told with device and place', async () => {
  await withPage({ hash, now }, async ({ page: at, url }) => {
    const board = new BoardPage(at)
    await board.ready()
    const area = (await board.cell('2.1-2', 0).getAttribute('data-area')) ?? '350582001'
    const [first, second, third, fourth] = chain(2, 'yanglao', area, [[-300, 10, '2020-06-30'], [-200, 20, '2020-07-31'], [-100, 30, '2020-08-15'], [-50, 40, '2020-08-31']]) as [LedgerEvent, LedgerEvent, LedgerEvent, LedgerEvent]
    const ahead = chain(3, area, area, [[3 * 1440 + 70, 77]])
    await restore(at, text([first, third, { ...fourth, data: { ...fourth.data, value: 99 } }, ...ahead]), 2)
    expect(await board.label('2.1-2', 0)).toMatch(/30/)

    await at.goto(url(page))
    const findings = at.locator('.finding-sheet tbody tr')
    await findings.first().waitFor()
    expect(await findings.allInnerTexts()).toEqual([expect.stringMatching(/中间缺[\s\S]*养老[\s\S]*3f9c-04b2[\s\S]*第 1 条后/), expect.stringMatching(/被改[\s\S]*养老[\s\S]*第 2 条后[\s\S]*文件第 3 行[\s\S]*99/)])
    const clock = at.locator('.clock-sheet .apart')
    expect(await clock.innerText()).toMatch(/快 3 天 1 小时[\s\S]*搁置 1 条[\s\S]*77/)
    await takePicture(at, 'conflicts-checks')
    await clock.getByRole('button', { name: '收下 1 条' }).focus()
    await at.keyboard.press('Enter')
    expect(await clock.locator('.warn').innerText()).toMatch(/9月18日/)
    await clock.getByRole('button', { name: '确认收下' }).focus()
    await at.keyboard.press('Enter')
    await clock.waitFor({ state: 'detached' })
    await at.getByText('已收下 1 条').waitFor()

    // The two that were missing come after all: nothing is left to tell but that all is well.
    await at.goto(url(hash))
    await board.ready()
    expect(await board.label('2.1-2', 0)).toMatch(/77/)
    await restore(at, text([second, fourth]), 2)
    await at.goto(url(page))
    await at.locator('.finding-sheet').getByText('原件已收到').waitFor()
    expect(await findings.count()).toBe(1)
    await at.getByText('台账核对 1').waitFor()
  })
})
