import type { PageState } from './pageState.ts'

export const states: readonly PageState[] = [
  { name: 'burden', hash: '#/plan/jinjiang-2020/burden', until: '.burden-page', sizes: ['desk', 'phone'] },
]
