/** 规则包: a sample taken as the draft, its gap mended with a click, tried and adopted from today; past days keep their lamps; what is wrong is named. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { BoardPage } from './pageModels/boardPage.ts'
import { takePicture, withPage } from './support/withPage.ts'

const plan = '#/plan/jinjiang-2020'
const sample = '[data-sample="yinchuan-2025"] > button'
const said = (page: Page, text: string) => page.waitForFunction(wanted => document.querySelector('.set-said')?.textContent?.includes(wanted) === true, text)
interface BoardFile { rulePack: string, cells: { target: string, area: string, lamp: string | null }[], targets: { target: string, lamp: string | null }[], areas: unknown[], total: { lamps: Record<string, number> } }

/** Cells of targets by place and totals of the plan's own by lamp, as the page counts them. */
function litOf({ cells, targets }: BoardFile): Record<string, number> {
  const counts: Record<string, number> = {}
  const placed = new Set(cells.map(cell => cell.target))
  for (const { lamp } of [...cells, ...targets.filter(one => !placed.has(one.target))]) if (lamp !== null) counts[lamp] = (counts[lamp] ?? 0) + 1
  return counts
}
const readBoard = async (board: BoardPage): Promise<BoardFile> => JSON.parse((await board.download(/board\.json/)).text) as BoardFile
const lampsOf = ({ cells, targets }: BoardFile) => [...cells, ...targets].map(one => one.lamp)
/** What the closed months of a target were lit, in words: as reported then, and as known now. */
async function monthsOf(page: Page, target: string): Promise<string[]> {
  await page.evaluate(hash => { location.hash = hash }, `${plan}/target/${target}`)
  await page.waitForSelector('.months tbody td')
  return await page.locator('.months tbody tr').allInnerTexts()
}
async function openBoard(page: Page, board: BoardPage, at = ''): Promise<void> {
  await page.evaluate(hash => { location.hash = hash }, `${plan}${at}`)
  await board.ready()
}

it('a preset is adopted with its preview: the board has the lamps that were foretold, a past month those it had', async () => {
  await withPage({ hash: `${plan}?at=2020-06-30` }, async ({ page }) => {
    const board = new BoardPage(page)
    await board.ready()
    const june = await readBoard(board)
    expect(june.rulePack).toBe('default')
    const late = june.targets.find(one => one.lamp === 'slightly_behind')!.target
    const months = await monthsOf(page, late)
    expect(months).toHaveLength(2)
    expect(months[0]).toMatch(/滞后/)

    await page.evaluate(hash => { location.hash = hash }, `${plan}/setup/rules`)
    await page.locator(sample).click()
    await said(page, '已取 银川 2025 作草稿')
    const adopt = page.getByRole('button', { name: '启用 v2' })
    expect(await page.locator('.fault-label').allInnerTexts()).toEqual(['空档 0 至 10'])
    expect(await page.locator('.draft-problems tbody').innerText()).toMatch(/^lamps\.bands\[2\]\s+落后 10 至 0 个百分点没有灯/)
    await page.locator('.adopt-basis').fill('第4次调度会议定')
    expect(await adopt.isDisabled()).toBe(true)

    // An overlap as well; both are named, each is mended with a click.
    await page.locator('[data-lamp="behind"] .slim').fill('25')
    expect(await page.locator('.band-faults li > b').allInnerTexts()).toEqual(['重叠 25 至 30', '空档 0 至 10'])
    expect(await page.locator('.adopt-hint').innerText()).toBe('2 处不对，改好才能启用')
    await takePicture(page, 'rules-faults')
    await page.locator('.band-faults li').first().getByRole('button', { name: '归 黄灯' }).click()
    await page.locator('.band-faults li').first().getByRole('button', { name: '归 正常' }).click()
    expect(await page.locator('.band-faults').innerText()).toContain('没有空档，没有重叠')

    // The draft is there again after a reload.
    await page.reload()
    await page.waitForSelector('.effect-counts')
    expect(await page.locator('.adopt-basis').inputValue()).toBe('第4次调度会议定')
    const foretold = Object.fromEntries(await page.locator('.effect-counts tr').evaluateAll(rows => rows.map(row => [(row as HTMLElement).dataset.lamp!, Number(row.querySelector('b')!.textContent)])))
    expect(await page.locator('.effect-summary').innerText()).toMatch(/变灯：变好 \d+，变差 \d+。[\s\S]*只是试算，没有写入/)
    await page.waitForFunction(() => document.querySelector('.adopt-hint')?.textContent === '可以启用')
    await adopt.click()
    await board.introduce('bangong')
    await said(page, '银川 2025 定为 v2，9月15日起用')
    expect(await page.locator('.adopt-said').innerText()).toMatch(/银川 2025（v2），9月15日起用，第4次调度会议定/)
    expect(await page.locator('.samples article').first().innerText()).toContain('v2 现行，9月15日起')

    await openBoard(page, board)
    await page.waitForFunction(() => document.querySelector('.legend')?.textContent?.includes('红灯') === true)
    const now = await readBoard(board)
    expect(now.rulePack).toBe('yinchuan-2025')
    expect(litOf(now)).toEqual(Object.fromEntries(Object.entries(foretold).filter(([, count]) => count > 0)))
    expect(await page.locator('.legend').innerText()).toMatch(/黄灯\s*\d+[\s\S]*红灯/)

    await openBoard(page, board, '?at=2020-06-30')
    await page.waitForFunction(() => document.querySelector('.legend')?.textContent?.includes('严重滞后') === true)
    const again = await readBoard(board)
    expect([again.rulePack, lampsOf(again), again.areas]).toEqual(['default', lampsOf(june), june.areas])

    // Closed months as well, lamp by lamp and word by word.
    expect(await monthsOf(page, late)).toEqual(months)

    // Taken back by Ctrl Z: the rules of before hold again.
    await page.evaluate(hash => { location.hash = hash }, `${plan}/setup/rules`)
    await page.waitForSelector('.adopt-said li')
    await page.keyboard.press('Control+z')
    await page.waitForFunction(() => document.querySelector('.samples article')?.textContent?.includes('v1 现行') === true)
    expect(await page.locator('.adopt-said li').count()).toBe(0)
  })
})

it('a file with something wrong is refused whole with its paths; an edited pack is exported and read again', async () => {
  await withPage({ hash: `${plan}/setup/rules` }, async ({ page }) => {
    await page.waitForSelector(sample)
    const bad = JSON.parse(readFileSync('data/rules/sanming-2017.json', 'utf8')) as { lamps: { colour?: string }, slips: { escalation: { to: string }[] } }
    const path = join(tmpdir(), `guatu-bad-pack-${process.pid}.json`)
    bad.slips.escalation[0]!.to = 'purple'
    writeFileSync(path, JSON.stringify(bad))
    await page.locator('input[type=file]').setInputFiles(path)
    await page.waitForSelector('.refused')
    expect(await page.locator('.refused').innerText()).toMatch(/整份没有读入[\s\S]*slips\.escalation\[0\]\.to\s+没有「purple」这一级/)
    bad.lamps.colour = 'neon'
    writeFileSync(path, JSON.stringify(bad))
    await page.locator('input[type=file]').setInputFiles(path)
    await page.waitForFunction(() => document.querySelector('.refused')?.textContent?.includes('lamps.colour') === true)
    expect(await page.locator('.samples article').first().getAttribute('class')).toContain('taken')

    // A word of a lamp, a slip's level, a score with a formula that could divide by zero.
    await page.locator('[data-lamp="slightly_behind"] .word').fill('偏慢')
    await page.locator('[data-lamp="slightly_behind"] .word').press('Enter')
    await page.locator('.part-score > summary').click()
    await page.locator('.part-score .tick input').first().check()
    await page.locator('.rule-rows .below input').fill('100 / red')
    await page.waitForFunction(() => document.querySelector('.draft-problems')?.textContent?.includes('score.rules[0].formula') === true)
    expect(await page.locator('.rule-rows .below p').innerText()).toMatch(/会是 0/)
    await page.locator('.rule-rows .below input').fill('100 * onPace / active')
    expect(await page.locator('.rule-rows .below p').innerText()).toBe('读作 100 × 达序项数 ÷ 参评项数')
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出草稿' }).click()])
    expect(saved.suggestedFilename()).toBe('演示数据-规则包-own-2020-v2.json')
    const file = JSON.parse(readFileSync(await saved.path(), 'utf8')) as { name: string, lamps: { words: Record<string, string> } }
    expect(file).toMatchObject({ name: '本局 v2', source: null, summary: '从 默认规则 取来改', lamps: { words: { slightly_behind: '偏慢' } }, score: { rules: [{ formula: '100 * onPace / active' }] } })
    await page.getByRole('button', { name: '放弃草稿' }).click()
    await page.locator('input[type=file]').setInputFiles(await saved.path())
    await said(page, '已读入 本局 v2，作草稿')
    expect(await page.locator('[data-lamp="slightly_behind"] .word').inputValue()).toBe('偏慢')
  })
})
