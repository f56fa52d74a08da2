import type { Page } from 'playwright-core'
import { eventHash } from '../../../src/domain/hash.ts'
import type { PageState } from './pageState.ts'

const day = 86_400_000

function line(n: number, unit: string, data: Record<string, unknown>, fields: { recorded?: number, type?: string, prev?: string } = {}): string {
  const device = `dev-${n}f9c04b27a61e85d`
  const event = {
    v: 1, id: `state-${n}`, plan: 'jinjiang-2020', type: fields.type ?? 'report', at: '2020-09-15', recordedAt: `${new Date(fields.recorded ?? Date.parse('2020-09-15T02:00:00Z') + n * 60_000).toISOString()}/0000/${device}`,
    device, by: { unit, name: '李四' }, data, prev: fields.prev ?? null, hash: '',
  }
  return JSON.stringify({ ...event, hash: eventHash(event) })
}

/** Lines of other devices: two values of one cell, two allocations, an entry with a clock far ahead, a gap and a changed line. */
async function meet(page: Page): Promise<void> {
  const cell = { target: '2.1-2', area: '350582001' }
  const lines = [
    line(1, 'yanglao', { ...cell, value: 31, note: '按服务记录导出' }), line(2, '350582001', { ...cell, value: 35 }),
    line(3, 'yanglao', { target: '2.1-2', shares: { '350582001': 60, '350582002': 40 } }, { type: 'allocate' }), line(4, 'jiuzhu', { target: '2.1-2', shares: { '350582001': 50, '350582002': 50 } }, { type: 'allocate' }),
    line(5, '350582002', { ...cell, area: '350582002', value: 12 }, { recorded: Date.now() + 3 * day }),
    line(6, 'yanglao', { ...cell, area: '350582002', value: 14 }, { prev: 'f'.repeat(64) }), line(7, 'yanglao', { ...cell, value: 9 }).replace('"value":9', '"value":99'),
  ]
  const size = page.viewportSize()!
  // A phone has no menu for files.
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: /导出|Export/ }).click()
  await page.getByRole('menuitem', { name: /恢复|Restore/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles({ name: 'other.jsonl', mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n')) })
  await dialog.locator('.btn.primary:enabled').click()
  await dialog.locator('[role=status]').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.setViewportSize(size)
  await page.locator('.finding-sheet tbody tr').first().waitFor()
  await page.locator('.rival .btn').first().click()
}

export const states: readonly PageState[] = [{ name: 'conflicts', hash: '#/plan/jinjiang-2020/conflicts?demo=0', until: '.conflicts-page', sizes: ['desk', 'phone'], act: meet }]
