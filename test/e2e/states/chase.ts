import type { PageState } from './pageState.ts'

export const states: readonly PageState[] = [
  { name: 'chase', hash: '#/plan/jinjiang-2020/chase', until: '.chase [data-unit]', sizes: ['desk', 'phone'] },
]
