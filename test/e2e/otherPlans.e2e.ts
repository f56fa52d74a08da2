/** Plans that people bring: looked at first, refused with everything that is wrong, compared with the one in use, kept, replaced, taken back, removed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { dataFolder } from '../tools/projectFiles.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { withPage } from './support/withPage.ts'

interface LoosePlan { id: string, title: string, area: { children: { code: string }[] }, chapters: { tasks: { targets: { id: string, measure?: unknown, goal: { op: string, value: number | null }, name: string }[] }[] }[], rulings: { targets: string[] }[] }

const now = '2020-09-15T10:00:00+08:00'
const shipped = (id: string): LoosePlan => JSON.parse(readFileSync(join(dataFolder, 'plans', `${id}.json`), 'utf8')) as LoosePlan
const targetsOf = (plan: LoosePlan) => plan.chapters.flatMap(chapter => chapter.tasks.flatMap(task => task.targets))

function fileOf(plan: unknown, name: string): string {
  const file = join(tmpdir(), `guatu-${process.pid}-${name}.json`)
  writeFileSync(file, typeof plan === 'string' ? plan : JSON.stringify(plan))
  return file
}
const choose = (page: Page, file: string) => page.locator('.plan-drop input[type=file]').setInputFiles(file)
const preview = (page: Page) => page.locator('.preview')

it('a foreign plan with 30 problems is listed problem by problem; nothing of it is kept', async () => {
  await withPage({ hash: '#/plans' }, async ({ page }) => {
    const broken = { ...shipped('zhengxiang-2022'), id: 'broken-2024' }
    for (const target of targetsOf(broken).slice(0, 30)) target.measure = 'guess'
    await page.waitForSelector('.plan-drop')
    await choose(page, fileOf(broken, 'broken'))
    await preview(page).getByText('30').first().waitFor()
    const rows = preview(page).locator('tbody tr')
    expect(await rows.count()).toBe(30)
    expect(await rows.first().innerText()).toMatch(/chapters\.?\[0\][\s\S]*measure/)
    await preview(page).getByRole('button', { name: '关闭' }).click()
    expect(await page.locator('.plan-list').innerText()).not.toContain('broken')
    await page.reload()
    await page.waitForSelector('.plan-list li')
    expect(await page.locator('.plan-list li').count()).toBe(5)
  })
})

it('a new plan is previewed, kept, opened as a demo of its own, found again after a reload, and removed', async () => {
  await withPage({ hash: '#/plans' }, async ({ page }) => {
    await page.waitForSelector('.plan-drop')
    await choose(page, fileOf({ ...shipped('zhengxiang-2022'), id: 'own-2022', title: '自带的要点' }, 'own'))
    await preview(page).getByText('自带的要点').first().waitFor()
    await preview(page).getByRole('button', { name: '收下' }).click()
    await page.waitForFunction(() => location.hash.includes('own-2022'))
    await new BoardPage(page).ready()
    expect(await page.locator('.plan-button').innerText()).toContain('自带的要点')
    expect(await page.locator('.top .demo-mark').count()).toBe(1)
    await page.reload()
    await new BoardPage(page).ready()
    expect(await page.locator('.plan-button').innerText()).toContain('自带的要点')
    await page.goto(page.url().replace(/#.*/, '#/plans'))
    const own = page.locator('.plan-list li', { hasText: '自带的要点' })
    await own.getByRole('button', { name: '删除' }).click()
    await own.getByRole('button', { name: '删除' }).last().click()
    await own.waitFor({ state: 'detached' })
  })
})

it('a newer file of a plan in use is compared first; entries without a place are kept and listed; the file before can be had back', async () => {
  await withPage({ hash: '#/plan/jinjiang-2020?demo=0&at=2020-09-15', now }, async ({ page, url }) => {
    const board = new BoardPage(page)
    await board.ready()
    await board.pick('2.1-2', 0)
    await board.edit()
    await board.type('42', 'Enter')
    await board.introduce('yanglao')
    await board.savedWith(1)
    await board.leaveEdit()
    const newer = shipped('jinjiang-2020')
    for (const chapter of newer.chapters) for (const task of chapter.tasks) task.targets = task.targets.filter(target => target.id !== '2.1-2')
    newer.rulings = newer.rulings.filter(ruling => !ruling.targets.includes('2.1-2'))
    const changed = targetsOf(newer).find(target => target.id === '1.3-2')!
    changed.goal = { ...changed.goal, value: 260 }
    await page.goto(url('#/plans'))
    await page.waitForSelector('.plan-drop')
    await choose(page, fileOf(newer, 'newer'))
    const text = () => preview(page).innerText()
    await preview(page).getByText('260').first().waitFor()
    expect(await text()).toContain('居家养老上门服务')
    expect(await text()).toMatch(/200[\s\S]*260/)
    expect(await preview(page).locator('.preview-orphans').innerText()).toMatch(/1/)
    await preview(page).locator('.preview-end .primary').click()
    await preview(page).waitFor({ state: 'detached' })
    await page.getByText('2.1-2').first().waitFor()
    await page.goto(url('#/plan/jinjiang-2020?demo=0&at=2020-09-15'))
    await board.ready()
    await board.waitForEvents(1)
    expect(await page.locator('[data-target="2.1-2"]').count()).toBe(0)
    expect(await page.locator('[data-target="1.3-2"] .goal').innerText()).toContain('260')
    await page.goto(url('#/plans'))
    const row = page.locator('.plan-list li', { hasText: '晋江市' })
    await row.getByRole('button', { name: '删除' }).click()
    await row.getByRole('button', { name: '删除' }).last().click()
    await page.waitForTimeout(500)
    await page.goto(url('#/plan/jinjiang-2020?demo=0&at=2020-09-15'))
    await board.ready()
    expect(await board.label('2.1-2', 0)).toContain('42')
  })
})

it('?plan= reads a file of the same server and refuses any other host; a dropped file takes the same way', async () => {
  await withPage({}, async ({ page, site, url }) => {
    site.replace('/data/plans/neighbour.json', JSON.stringify({ ...shipped('quanzhou-tsz-2023'), id: 'neighbour-2023', title: '邻区的要点' }))
    try {
      await page.goto(url().replace(/\/$/, '/?plan=data/plans/neighbour.json'))
      await preview(page).getByText('邻区的要点').first().waitFor()
      await preview(page).getByRole('button', { name: '取消' }).click()
      await page.goto(url().replace(/\/$/, '/?plan=https://example.com/plan.json'))
      await page.locator('.banner').waitFor()
      expect(await page.locator('.banner').innerText()).toMatch(/同一|服务器|网站|地址/)
      await page.goto(url('#/plan/jinjiang-2020'))
      await new BoardPage(page).ready()
      await page.waitForTimeout(2_600)
      const text = JSON.stringify({ ...shipped('quanzhou-tsz-2023'), id: 'dropped-2023', title: '拖来的要点' })
      await page.evaluate(content => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([content], 'plan.json', { type: 'application/json' }))
        const fire = (type: string) => document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }))
        fire('dragenter')
        fire('dragover')
        fire('drop')
      }, text)
      await preview(page).getByText('拖来的要点').first().waitFor()
    } finally {
      site.replace('/data/plans/neighbour.json', null)
    }
  })
})
