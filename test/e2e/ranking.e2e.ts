/** 评分排名: places in their range, opened by keyboard; scores by a pack that was adopted, their lines adding up; the table copied with day and rules. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { eventHash } from '../../src/domain/hash.ts'
import { defaultPack } from '../../src/domain/rulePack.ts'
import type { RulePack, ScoreRule } from '../../src/domain/rulePack.ts'
import { BoardPage } from './pageModels/boardPage.ts'
import { takePicture, withPage } from './support/withPage.ts'

const jinjiang = '#/plan/jinjiang-2020'
const rule = (fields: Pick<ScoreRule, 'id' | 'name' | 'formula'> & Partial<ScoreRule>): ScoreRule => ({ scope: 'area', min: null, max: null, floor: null, cap: null, evidence: '挂图', exempt: [], ...fields })
const subdistricts = ['350582001', '350582002', '350582003', '350582004', '350582005', '350582006']

const pack: RulePack = {
  ...defaultPack, id: 'scored-1', name: '本局评分办法', score: {
    start: 20, ties: 'shared', overCap: 1.1, groups: [{ name: '街道', areas: subdistricts }],
    rules: [rule({ id: 'pace', name: '达序', formula: '60 * onPace / active' }), rule({ id: 'red', name: '严重滞后', scope: 'cell', formula: '-4 * isRed', floor: -10 }), rule({ id: 'done', name: '完成', scope: 'cell', formula: '20 * completion / of', exempt: ['no_data'] })],
    grades: [{ name: '优秀', from: 85 }, { name: '良好', from: 70 }, { name: '一般', from: 0 }], gradeCaps: [{ when: 'red_cells', least: 1, best: '良好' }], veto: null, lists: { red: { top: 5 }, black: { bottom: 4 } },
  },
}

/** Puts the pack into the demo's ledger as if it had been adopted there on the demo's day. */
async function adopt(page: Page): Promise<void> {
  const device = 'dev-00000000000000ab'
  const lamps = { ...pack.lamps, id: pack.id }
  const data = { pack: pack.id, name: pack.name, basis: '第4次调度会议定', lamps, rules: { ...pack, lamps } }
  const event = { v: 1, id: '01722222-0000-7000-8000-000000000001', plan: 'jinjiang-2020', type: 'rules', at: '2020-09-15', recordedAt: `2020-09-15T02:00:00.000Z/0000/${device}`, device, by: { name: '演示数据' }, data: data as unknown as Record<string, unknown>, prev: null, hash: '' }
  const hash = eventHash(event)
  await page.evaluate(record => new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('guatu-demo')
    opening.onsuccess = () => {
      const change = opening.result.transaction('events', 'readwrite')
      change.objectStore('events').put(record)
      change.oncomplete = () => { opening.result.close(); resolve() }
      change.onerror = () => { reject(new Error('not stored')) }
    }
  }), { plan: event.plan, key: hash, lines: JSON.stringify({ ...event, hash }) })
}

const number = (text: string): number => Number(text.replace('−', '-'))
it('without scores: nineteen townships by on-pace rate, opened by keyboard, copied with day and rules', async () => {
  await withPage({ hash: `${jinjiang}/ranking` }, async ({ page }) => {
    await page.waitForSelector('.rank-row')
    expect(await page.locator('.rank-row').count()).toBe(19)
    expect(await page.locator('.rank-rules').innerText()).toMatch(/默认规则[\s\S]*未填报的算在分母里[\s\S]*只排地方，不排人/)
    const last = page.locator('.rank-row').last()
    const button = last.getByRole('button')
    await button.focus()
    await page.keyboard.press('Enter')
    expect(await button.getAttribute('aria-expanded')).toBe('true')
    const [onPace, active] = (await last.locator('.items').innerText()).split('/').map(Number)
    const detail = await page.locator('.rank-open').innerText()
    expect(detail).toContain(`达序率 = 达序 ${onPace} ÷ 参评 ${active} = `)
    expect(detail).toMatch(/没有达序的[\s\S]*严重滞后/)
    expect(await page.locator('.rank-open .cell-names').first().locator('a').count()).toBe(active! - onPace!)
    await page.keyboard.press('Enter')
    expect(await page.locator('.rank-open').count()).toBe(0)

    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: '存 CSV' }).click()
    const file = await saving
    expect(file.suggestedFilename()).toBe('演示数据-晋江市-评分排名-2020-09-15.csv')
    const lines = readFileSync(await file.path(), 'utf8').split('\r\n')
    expect(lines[1]).toBe('口径　截至 2020年9月15日　规则 默认规则　演示数据')
    expect(lines.slice(3, -1)).toHaveLength(19)
    expect(lines[3]).toMatch(/^并1,\S+,1–\d+,\d+\/\d+ 项,100,/)
  })
})

it('by an adopted pack: groups ranked apart, every score adds up from its lines, red cells cap the grade', async () => {
  await withPage({ hash: jinjiang }, async ({ page, url }) => {
    await new BoardPage(page).ready()
    await adopt(page)
    await page.goto(url(`${jinjiang}/ranking`))
    await page.reload()
    await page.waitForSelector('.rank-table .total')
    expect(await page.locator('.rank-table .group').allInnerTexts()).toEqual(['街道 6 个', '其余 13 个'])
    expect(await page.locator('.rank-rules').innerText()).toMatch(/本局评分办法[\s\S]*60 × 达序项数 ÷ 参评项数[\s\S]*红榜[\s\S]*只排地方/)
    await page.getByRole('button', { name: '全部展开' }).click()
    const rows = await page.locator('.rank-row').evaluateAll(list => list.map(row => ({ total: row.querySelector('.total')!.textContent, grade: row.querySelector('.grade')!.textContent, isRed: row.querySelector('.late .k-sev') !== null, lines: [...row.nextElementSibling!.querySelectorAll('.rank-line:not(.whole) > .points')].map(one => one.textContent) })))
    expect(rows).toHaveLength(19)
    for (const { total, grade, isRed, lines } of rows) {
      expect(lines).toHaveLength(4)
      expect(Math.abs(lines.reduce((sum, text) => sum + number(text), 0) - number(total!))).toBeLessThan(0.021)
      if (isRed) expect(grade).not.toContain('优秀')
    }
    await takePicture(page, 'ranking-scored')
  })
})
