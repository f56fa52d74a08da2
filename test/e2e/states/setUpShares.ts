import type { PageState } from './pageState.ts'

const page = '#/plan/jinjiang-2020/setup'

export const states: readonly PageState[] = [
  { name: 'shares', hash: page, until: '.share-grid [data-area], .share-phone li', sizes: ['desk', 'phone', 'wall'], act: async visit => { const cell = visit.locator('.share-row[data-target="2.1-1"] [data-area="350582110"]'); if (await cell.count() > 0) await cell.click() } },
]
