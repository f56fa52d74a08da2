import type { Page } from 'playwright-core'
import { returnedList } from '../support/returnedFiles.ts'
import type { PageState } from './pageState.ts'

const jinjiang = '#/plan/jinjiang-2020/collect'
const at = '2020-09-15'

/** Two townships and a department that says otherwise, one bad cell, one file that cannot be read. */
async function take(page: Page): Promise<void> {
  const cell = (area: string, input: string) => ({ target: '2.1-2', area, at, input })
  await page.locator('.collect-files').setInputFiles([
    returnedList('青阳_2020-09.csv', [cell('350582001', '14O')]), returnedList('罗山_2020-09.csv', [cell('350582004', '90')]),
    returnedList('养老服务科.csv', [cell('350582004', '150'), cell('350582002', '60')]), { name: '西滨_2020-09.xlsx', mimeType: '', buffer: Buffer.from('<html>502</html>') },
  ])
  await page.waitForSelector('.conflict-card')
}

export const states: readonly PageState[] = [
  { name: 'collect empty', hash: jinjiang, until: '.collect-empty', sizes: ['desk', 'phone'] },
  { name: 'collect', hash: jinjiang, until: '.collect-empty, .file-list', sizes: ['desk', 'phone'], act: take },
]
