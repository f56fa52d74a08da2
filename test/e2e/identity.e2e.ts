/** Several people share one computer: each is chosen once, then switched with one click; a leader looks first; nothing is blocked. */
import { expect, it } from 'vitest'
import { BoardPage } from './pageModels/boardPage.ts'
import { withPage } from './support/withPage.ts'

const jinjiang = '#/plan/jinjiang-2020'

it('two people and a leader share the computer: chosen, switched, removed; the next visit knows them', async () => {
  await withPage({ hash: jinjiang }, async ({ page, context, url }) => {
    await new BoardPage(page).ready()
    const dialog = page.getByRole('dialog')
    const unit = page.locator('.who .unit')
    const open = async () => {
      await page.locator('.top .who').click()
      await page.getByRole('menuitem', { name: /填报单位/ }).click()
      await dialog.waitFor()
    }
    const choose = async (value: string, name: string) => {
      await open()
      await dialog.locator('select').selectOption(value)
      await dialog.locator('input.field').fill(name)
      await dialog.locator('button[type=submit]').click()
      await dialog.waitFor({ state: 'detached' })
    }
    await choose('yanglao', '李四')
    await choose('350582109', '王五')
    expect(await unit.innerText()).toMatch(/内坑镇\s*王五/)
    await open()
    expect(await dialog.innerText()).toContain('不是权限控制')
    expect(await dialog.locator('.who-known li').allInnerTexts()).toEqual([expect.stringMatching(/内坑镇[\s\S]*王五[\s\S]*现在/), expect.stringMatching(/李四/)])
    await dialog.locator('.who-pick', { hasText: '李四' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await unit.innerText()).toContain('李四')

    // Another tab of the same browser follows at once.
    const other = await context.newPage()
    await other.goto(url(jinjiang))
    await new BoardPage(other).ready()
    expect(await other.locator('.who .unit').innerText()).toContain('李四')

    // A leader chosen while entering sees the board to read; entering again is one key away.
    await page.bringToFront()
    await page.keyboard.press('e')
    await page.waitForFunction(() => location.hash.includes('edit=1'))
    await choose('领导', '')
    await page.waitForFunction(() => !location.hash.includes('edit='))
    await other.locator('.who .unit', { hasText: '领导' }).waitFor()
    await page.keyboard.press('e')
    await page.waitForSelector('.cell-bar')
    await page.keyboard.press('Escape')

    await open()
    await dialog.getByRole('button', { name: '从名单移除内坑镇 王五' }).click()
    expect(await dialog.locator('.who-known li').count()).toBe(2)
    await dialog.getByRole('button', { name: '从名单移除领导' }).click()
    await page.locator('.who .unit', { hasText: '未设单位' }).waitFor()
    await page.keyboard.press('Escape')
    await page.reload()
    await new BoardPage(page).ready()
    await open()
    expect(await dialog.locator('.who-known li').allInnerTexts()).toEqual([expect.stringContaining('李四')])
  })
})
