import type { PageState } from './pageState.ts'

export const states: readonly PageState[] = [
  { name: 'ranking', hash: '#/plan/jinjiang-2020/ranking', until: '.rank-row', sizes: ['desk', 'phone'], act: page => page.locator('.rank-row .place button').first().click() },
]
