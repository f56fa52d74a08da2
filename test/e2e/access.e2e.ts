/** axe finds nothing serious or critical in any state of any screen, light and dark; every action can be reached by a key. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { BoardPage } from './pageModels/boardPage.ts'
import { statesAt } from './states/allStates.ts'
import { withPage } from './support/withPage.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
interface Finding { id: string, impact: string | null, nodes: { html: string, failureSummary: string }[] }

/** Serious and critical findings, in words. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => (await (window as unknown as { axe: { run: () => Promise<{ violations: Finding[] }> } }).axe.run()).violations)
  return violations.filter(one => one.impact === 'serious' || one.impact === 'critical').map(one => `${one.id} (${one.nodes.length}): ${one.nodes.slice(0, 3).map(node => `${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 200)}`).join(' | ')}`)
}

type Act = (page: Page) => Promise<void>
const jinjiang = '#/plan/jinjiang-2020'
const real = `${jinjiang}?demo=0&at=2020-09-15`
const deskStates: readonly (readonly [string, string, Act?])[] = [
  ['the demo board', jinjiang], ['a wide board', '#/plan/quanzhou-tsz-2023'], ['a middling board', '#/plan/xiamen-2022'], ['the empty board', real], ['an open cell', `${jinjiang}?cell=2.1-2/350582001`], ['an open chapter', `${jinjiang}?open=1,2`],
  ['a filter', `${jinjiang}?lamp=sev`], ['差额', `${jinjiang}?view=gap`], ['会后变化', `${jinjiang}?view=change`], ['a past day', `${jinjiang}?at=2020-06-30`], ['edit mode', `${jinjiang}?edit=1`], ['sharing out', `${jinjiang}?edit=1&mode=task`],
  ['plans', '#/plans'], ['the manual', '#/help'],
  ['the keys', jinjiang, page => page.keyboard.press('Shift+Slash')], ['finding', jinjiang, page => page.keyboard.press('Control+k')],
  ['the plan menu', jinjiang, page => page.getByRole('button', { name: '换计划' }).click()], ['the settings', jinjiang, page => page.getByRole('button', { name: '设置' }).click()],
]
const phoneStates: typeof deskStates = [
  ['the phone', jinjiang], ['its changes', `${jinjiang}?tab=changes`], ['its reports', `${jinjiang}?tab=report`], ['its plans', '#/plans'], ['an item', jinjiang, page => page.locator('.phone-item button').first().tap()],
]

async function visit(page: Page, address: string, act: Act | undefined, until?: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(address)
  await page.waitForSelector(until ?? '.board [data-target], .phone-item, .phone .changes, .phone .lead, .plan-list li, .help', { timeout: 10_000 }).catch(async () => { throw new Error(`${address}: ${(await page.locator('body').innerText()).slice(0, 200)}`) })
  await page.waitForTimeout(500)
  await act?.(page)
  await page.waitForTimeout(350)
}

describe.each([false, true])('dark: %s', dark => {
  it('the desk', async () => {
    await withPage({ dark }, async ({ page, url }) => {
      for (const [name, hash, act] of deskStates) {
        await visit(page, url(hash), act)
        expect([name, await findings(page)]).toEqual([name, []])
      }
      for (const { name, hash, act, until } of statesAt('desk')) {
        await visit(page, url(hash), act, until)
        expect([name, await findings(page)]).toEqual([name, []])
      }
    })
  })
  it('the phone', async () => {
    await withPage({ dark, size: 'phone' }, async ({ page, url }) => {
      for (const [name, hash, act] of phoneStates) {
        await visit(page, url(hash), act)
        expect([name, await findings(page)]).toEqual([name, []])
      }
      for (const { name, hash, act, until } of statesAt('phone')) {
        await visit(page, url(hash), act, until)
        expect([name, await findings(page)]).toEqual([name, []])
      }
    })
  })
})

it('Tab reaches every control of the board screen, and each shows that it has the focus', async () => {
  await withPage({ hash: jinjiang }, async ({ page }) => {
    await new BoardPage(page).ready()
    await page.waitForSelector('.lamp-card')
    const seen = new Set<string>()
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab')
      const now = await page.evaluate(() => {
        const at = document.activeElement as HTMLElement
        const style = getComputedStyle(at)
        const isMarked = (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || at.matches('.at')
        return at === document.body ? 'body' : `${isMarked ? '' : 'unmarked '}${at.closest('.top, .strip, .board-scroller, .board-panel')?.className.split(' ')[0] ?? ''} ${at.tagName} ${at.textContent.trim().slice(0, 10)}`
      })
      if (now === 'body') break
      seen.add(now)
    }
    expect([...seen].filter(one => one.startsWith('unmarked'))).toEqual([])
    for (const word of ['开始正式填报', '搜目标', '导出', '差额', '编辑', '严重滞后', '看全部']) expect([...seen].some(one => one.includes(word))).toBe(true)
    expect([...seen].some(one => one.startsWith('board-scroller TD'))).toBe(true)
  })
})

it('motion is left out where people ask for it', async () => {
  await withPage({ hash: jinjiang }, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await new BoardPage(page).ready()
    expect(await page.locator('*').evaluateAll(all => all.filter(one => { const style = getComputedStyle(one); return style.animationName !== 'none' || style.transitionDuration.split(',').some(time => Number.parseFloat(time) > 0) }).length)).toBe(0)
  })
})

it('what is touched is large enough to be touched', async () => {
  await withPage({ hash: jinjiang, size: 'phone' }, async ({ page }) => {
    await page.waitForSelector('.phone-item')
    await page.waitForTimeout(500)
    // Two meetings and the flag may stand closer than fingers: the flag is what is dragged, its arrows and typing reach the same days.
    // What counts is where a finger is felt, which may be more than what is drawn.
    const small = await page.locator('button:visible:not(.time-dot), a:visible, input:visible, select:visible').evaluateAll(all => all.filter(one => {
      const { width, height, left, top } = one.getBoundingClientRect()
      if (width === 0 || top < 0 || top + height > innerHeight) return false
      const x = left + width / 2
      const isFelt = (y: number) => { const at = document.elementFromPoint(x, y); return at !== null && (at === one || one.contains(at)) }
      let felt = 0
      for (let y = Math.floor(top + height / 2) - 30; y <= top + height / 2 + 30; y++) if (isFelt(y)) felt += 1
      return Math.max(felt, height) < 44
    }).map(one => `${one.className} ${one.textContent.slice(0, 12)} ${Math.round(one.getBoundingClientRect().width)}x${Math.round(one.getBoundingClientRect().height)}`))
    expect(small).toEqual([])
  })
})
