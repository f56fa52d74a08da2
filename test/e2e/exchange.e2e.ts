/** Entries of a department meet on the office's board without a server: a package out, in, and its receipt back. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { BoardPage } from './pageModels/boardPage.ts'
import { withPage } from './support/withPage.ts'
import type { Place } from './support/withPage.ts'

const plan = '#/plan/jinjiang-2020'
const exchange = `${plan}/exchange?demo=0`
const now = '2020-09-15T16:00:00+08:00'
const passphrase = '青阳 稻谷 七号码头'

interface Carried { name: string, mimeType: string, buffer: Buffer }
const takes = (page: Page, state: string) => page.locator(`[data-take="${state}"]`)
const fact = async (page: Page, key: string): Promise<string> => await page.locator(`[data-fact="${key}"] b`).innerText()

/** Two values of one unit, then the page 汇交. */
async function enterTwo(page: Page, unit: string): Promise<void> {
  const board = new BoardPage(page)
  await board.ready()
  await board.pick('2.1-2', 1)
  await board.edit()
  await board.type('12')
  await board.introduce(unit)
  await board.savedWith(1)
  await board.type('3')
  await board.savedWith(2)
  await board.leaveEdit()
  await page.waitForFunction(() => !location.hash.includes('edit='))
  await page.locator('.top nav a', { hasText: '填报' }).click()
  await page.locator('.frame-tabs a', { hasText: '汇交' }).click()
  await page.waitForFunction(() => document.querySelector('[data-fact="unsent"] b')?.textContent === '2')
}

/** What a click or a key makes the browser save. */
async function saved(page: Page, act: () => Promise<void>): Promise<Carried> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  return { name: download.suggestedFilename(), mimeType: 'application/octet-stream', buffer: readFileSync(await download.path()) }
}

async function bring(page: Page, ...files: Carried[]): Promise<void> {
  await page.locator('.take-files').setInputFiles(files)
}

async function introduce(page: Page, unit: string): Promise<void> {
  await new BoardPage(page).introduce(unit)
}

const damaged = ({ buffer, ...rest }: Carried): Carried => {
  const bytes = Buffer.from(buffer)
  bytes[Math.floor(bytes.length * 0.7)]! ^= 1
  return { ...rest, name: '传坏的.guatu', buffer: bytes }
}

it('a package with a passphrase is taken once, a damaged copy is refused, and the receipt shows 收到', async () => {
  await withPage({ hash: `${plan}?demo=0`, now }, async ({ page: department }) => {
    await enterTwo(department, 'yanglao')
    await department.getByLabel('设口令').check()
    const [first, second] = [department.getByLabel('口令', { exact: true }), department.getByLabel('再输一遍')]
    await first.fill('1234')
    expect(await department.locator('.strength').innerText()).toContain('太短')
    await first.fill(passphrase)
    await second.fill(`${passphrase}。`)
    expect(await department.locator('.twice').innerText()).toContain('两遍不一样')
    expect(await department.getByRole('button', { name: '生成报送包' }).isDisabled()).toBe(true)
    await second.fill(passphrase)
    const carried = await saved(department, () => department.getByRole('button', { name: '生成报送包' }).click())
    await department.locator('.sent-list tbody tr').waitFor()
    expect(carried.name).toMatch(/\.guatu$/)
    expect(carried.buffer.includes('养老')).toBe(false)
    expect([await fact(department, 'unsent'), await fact(department, 'waiting')]).toEqual(['0', '1'])
    const code = await department.locator('.sent-list .code').innerText()

    let receipt = ''
    await withPage({ hash: exchange, now }, async ({ page: office }) => {
      await bring(office, carried, damaged(carried))
      await takes(office, 'passphrase').first().waitFor()
      const row = office.locator(`[data-file="${carried.name}"]`)
      await row.getByRole('textbox').fill('不是这个口令')
      await row.getByRole('button', { name: '打开' }).click()
      await row.locator('.why').waitFor()
      expect(await row.locator('.why').innerText()).toContain('口令不对')
      await row.getByRole('textbox').fill(passphrase)
      await row.getByRole('button', { name: '打开' }).click()
      await takes(office, 'ready').waitFor()
      expect(await row.locator('.n.fresh').innerText()).toContain('2')
      expect(await row.locator('.take-more').innerText()).toContain('未签名')
      const bad = office.locator('[data-file="传坏的.guatu"]')
      await bad.getByRole('textbox').fill(passphrase)
      await bad.getByRole('button', { name: '打开' }).click()
      await bad.getByText('被改动过').waitFor()
      expect([await takes(office, 'ready').count(), await fact(office, 'unsent')]).toEqual([1, '0'])

      await office.getByRole('button', { name: '收下 1 份，新 2 条' }).click()
      await introduce(office, 'bangong')
      await takes(office, 'taken').waitFor()
      expect(await takes(office, 'taken').innerText()).toContain('已收下 2 条')
      receipt = await office.locator('.receipt-box textarea').inputValue()
      expect(receipt).toContain(code)

      await bring(office, carried)
      const again = office.locator('[data-file$="(2)"]')
      await again.getByRole('textbox').fill(passphrase)
      await again.getByRole('textbox').press('Enter')
      await again.getByText('已收过').waitFor()
      expect(await again.locator('.n.fresh').innerText()).toContain('0')
      await office.evaluate(hash => { location.hash = hash }, `${plan}?demo=0`)
      await new BoardPage(office).waitForEvents(2)
    })

    await department.getByLabel('贴回执').fill(`科长您好：\n${receipt}\n请查收`)
    await department.getByRole('button', { name: '核对' }).click()
    await department.locator('.sent-list .state.done').waitFor()
    expect(await department.locator('.sent-list .state').innerText()).toMatch(/收到.*办公室/)
    expect(await fact(department, 'waiting')).toBe('0')
  })
})

it('over plain http, by keyboard only: the reason why no passphrase, a package, the office takes it and copies the receipt', async () => {
  const place: Place = 'host'
  await withPage({ hash: `${plan}?demo=0`, now, place }, async ({ page: department }) => {
    await enterTwo(department, 'jiuzhu')
    expect(await department.getByLabel('设口令').isDisabled()).toBe(true)
    expect(await department.locator('.send-also').innerText()).toContain('普通 http')
    const make = department.getByRole('button', { name: '生成报送包' })
    await make.focus()
    const carried = await saved(department, () => department.keyboard.press('Enter'))

    await withPage({ hash: exchange, now, place }, async ({ page: office }) => {
      await bring(office, damaged(carried), carried)
      await takes(office, 'ready').waitFor()
      expect(await takes(office, 'refused').innerText()).toMatch(/不收[\s\S]*损坏或被改动/)
      await office.getByRole('button', { name: '选文件' }).first().focus()
      const tabUntil = async (is: string): Promise<void> => {
        for (let i = 0; i < 20; i++) {
          await office.keyboard.press('Tab')
          if (await office.evaluate(wanted => document.activeElement?.matches(wanted), is)) return
        }
        throw new Error(`no way by Tab to ${is}`)
      }
      await tabUntil('tbody .pick input')
      await office.keyboard.press('Space')
      expect(await office.locator('.take-act button').isDisabled()).toBe(true)
      await office.keyboard.press('Space')
      await tabUntil('.take-act button')
      await office.keyboard.press('Enter')
      await introduce(office, 'bangong')
      await takes(office, 'taken').waitFor()
      const copy = office.getByRole('button', { name: '复制回执' })
      await copy.focus()
      await office.keyboard.press('Enter')
      await office.getByText(/已复制|已选中/).waitFor()
      // No folder can be connected here: the three steps by hand stand open.
      expect(await office.locator('[data-folder="unsupported"] .by-hand ol').isVisible()).toBe(true)
      await department.bringToFront()
      await department.getByLabel('贴回执').fill((await office.locator('.receipt-box textarea').inputValue()).match(/[0-9A-Z]{5}-[0-9A-Z]{5}/)![0])
      await department.getByLabel('贴回执').press('Tab')
      await department.keyboard.press('Enter')
      await department.locator('.sent-list .state.done').waitFor()
    })
  })
})
