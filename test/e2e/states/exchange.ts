import type { PageState } from './pageState.ts'

export const states: readonly PageState[] = [
  { name: 'exchange', hash: '#/plan/jinjiang-2020/exchange?demo=0', until: '.folder-sheet', sizes: ['desk', 'phone', 'wall'] },
]
