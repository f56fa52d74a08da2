import type { PageState } from './pageState.ts'

export const states: readonly PageState[] = [
  { name: 'inbox', hash: '#/plan/jinjiang-2020/inbox', until: '.inbox-block', sizes: ['desk', 'phone'] },
]
