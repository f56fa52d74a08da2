/** Sharing out: from an unshared plan to a complete allocation by one paste in under 20 actions; by weight, by hand, taken back, kept. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Plan } from '../../src/domain/plan.ts'
import { projectFolder } from '../tools/projectFiles.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { pasteInto } from './states/paste.ts'
import { withPage } from './support/withPage.ts'

const plan = JSON.parse(readFileSync(join(projectFolder, 'data/plans/jinjiang-2020.json'), 'utf8')) as Plan
const areas = plan.area.children!
const targets = plan.chapters.flatMap(chapter => chapter.tasks.flatMap(task => task.targets)).filter(target => target.scope === 'area' && ['count', 'amount', 'stock'].includes(target.measure))
const now = '2020-05-11T10:00:00+08:00'
const row = (page: Page, target: string): Locator => page.locator(`.share-row[data-target="${target}"]`)
const shares = (page: Page, target: string) => row(page, target).locator('td[data-area]').allInnerTexts()
const checks = async (page: Page) => (await page.locator('.share-checks li > b').allInnerTexts()).slice(0, 3)

/** An office's own table: goals dealt out, blank where a place has no task, a letter in one number. */
function officeTable(): string {
  const line = (target: Plan['chapters'][number]['tasks'][number]['targets'][number]): string => {
    const asked = areas.filter(area => target.areas?.includes(area.code) ?? true)
    const goal = target.goal.value!
    return [target.name, ...areas.map(area => { const place = asked.indexOf(area); const share = place < 0 ? 0 : Math.floor(goal / asked.length) + (place < goal % asked.length ? 1 : 0); return share === 0 ? '' : target.id === '2.1-2' && area === areas[18] ? '1O5' : String(share) }), String(goal)].join('\t')
  }
  return ['晋江市2020年任务分解表', ['指标', ...areas.map(area => area.name), '合计'].join('\t'), ...targets.map(line)].join('\r\n')
}

it('one pasted table makes an unshared plan a complete allocation in under 20 actions, and one undo takes it back', async () => {
  await withPage({ hash: '#/plan/jinjiang-2020?demo=0', now }, async ({ page }) => {
    await new BoardPage(page).ready()
    let actions = 0
    const act = async (what: Promise<unknown>): Promise<void> => { actions += 1; await what }
    await act(page.locator('.nav a', { hasText: '计划' }).click())
    await row(page, '1.2-1').waitFor()
    expect(await checks(page)).toEqual(['0 项', `${targets.length} 项`, '0 项'])
    expect(await row(page, '1.2-1').innerText()).toContain('还没分：19 个镇街都会被问')
    await act(pasteInto(page, officeTable()))
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await act(dialog.getByRole('button', { name: '改为 105' }).click())
    await act(page.keyboard.press('Control+Enter'))
    // Who is at work: a choice and a button.
    actions += 1
    await act(new BoardPage(page).introduce('yanglao'))
    await page.locator('.share-checks', { hasText: `${targets.length} 项` }).getByText('已存本机').waitFor()
    await page.locator('.share-grid td.is-free').first().waitFor({ state: 'detached' })
    expect(actions).toBeLessThan(20)
    expect(await checks(page)).toEqual([`${targets.length} 项`, '0 项', '0 项'])
    expect(await shares(page, '2.1-1')).toEqual(['2', ...Array.from({ length: 18 }, () => '1')])
    expect((await shares(page, '2.1-2')).at(-1)).toBe('105')

    await page.keyboard.press('Control+z')
    await page.locator('.share-checks', { hasText: `没分的 ${targets.length} 项` }).waitFor()
    await page.keyboard.press('Control+y')
    await page.locator('.share-grid td.is-free').first().waitFor({ state: 'detached' })
    expect(await checks(page)).toEqual([`${targets.length} 项`, '0 项', '0 项'])

    // The whole year is shared out: the board of the first day has the goals too.
    await page.goto(`${page.url().replace(/#.*/, '')}#/plan/jinjiang-2020?demo=0&at=2020-01-01`)
    await new BoardPage(page).ready()
    expect(await new BoardPage(page).label('2.1-2', 0)).toContain('106')
  })
})

it('by weight, by hand and by keys: the sum is told while it is typed, the rest is offered, a row is one step', async () => {
  await withPage({ hash: '#/plan/jinjiang-2020/setup?demo=0', now }, async ({ page }) => {
    await page.evaluate(() => { localStorage.setItem('guatu.identity', JSON.stringify({ unit: 'yanglao', name: '' })) })
    await page.reload()
    const mark = page.locator('.bar-sum .sum-mark')
    await row(page, '2.1-1').locator('td[data-area]').first().click()
    await page.getByRole('button', { name: '按权重' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称').fill('老年人口（百人）')
    await dialog.locator('textarea').fill('青阳街道\t29\n安海\t46\n磁灶镇\t39\n合计\t114')
    expect(await dialog.innerText()).toContain('权重只记在本机')
    expect(await dialog.locator('.unknown').innerText()).toContain('合计 114')
    await dialog.getByRole('button', { name: '存权重' }).click()
    await page.getByRole('button', { name: '按权重' }).click()
    await page.getByText('已存本机').waitFor()
    expect((await shares(page, '2.1-1')).filter(text => text !== '')).toEqual(['5', '8', '7'])
    expect((await page.locator('tr.due').innerText()).replace(/\s+/g, ' ')).toMatch(/^按老年人口（百人）应得 5\.1 .*取整得 19，余 1/)
    expect(await mark.innerText()).toBe('平')

    // Typing in the cell: live, then a cell to the right, a cell down writes the row.
    await row(page, '2.1-1').locator('[data-area="350582101"]').click()
    await page.keyboard.type('6')
    expect(await mark.innerText()).toBe('未分解 2')
    await page.keyboard.press('Tab')
    expect(await row(page, '2.1-1').locator('td.here').getAttribute('data-area')).toBe('350582102')
    await page.getByRole('button', { name: '给安海' }).click()
    expect(await mark.innerText()).toBe('未分解 1')
    await page.keyboard.press('Control+z')
    expect(await mark.innerText()).toBe('未分解 2')
    await row(page, '2.1-1').locator('td.here').focus()
    await page.keyboard.type('2.5')
    await page.keyboard.press('ArrowDown')
    expect(await row(page, '2.1-2').locator('td.here').count()).toBe(1)
    expect(await row(page, '2.1-1').locator('td.is-bad').innerText()).toBe('2.5')
    await page.locator('.share-checks', { hasText: '2.1.1' }).waitFor()
    await page.reload()
    await row(page, '2.1-1').waitFor()
    expect((await shares(page, '2.1-1')).filter(text => text !== '')).toEqual(['5', '6', '7'])
    expect(await page.locator('tr.weight').innerText()).toContain('老年人口（百人）')

    // A row typed with one number: the sum is even, and nobody else is asked once that is said.
    await row(page, '2.2-1').locator('td[data-area]').first().click()
    await page.keyboard.type('5')
    await page.keyboard.press('Enter')
    await page.getByText('1 项已分平，还有 18 格空着、仍会被问').waitFor()
    await page.getByRole('button', { name: '空着的都不问' }).click()
    await row(page, '2.2-1').locator('td.is-free').first().waitFor({ state: 'detached' })

    // Everything that is left at once.
    await page.locator('.split-all').getByRole('button', { name: '平均' }).click()
    await page.locator('.split-all').waitFor({ state: 'detached' })
    expect(await checks(page)).toEqual([`${targets.length - 1} 项`, '1 项', '0 项'])
    await page.locator('.share-checks .rows button').first().click()
    expect(await page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('data-target'))).toBe('2.1-1')
  })
})
