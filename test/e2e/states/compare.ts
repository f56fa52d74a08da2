import type { PageState } from './pageState.ts'

const jinjiang = '#/plan/jinjiang-2020/compare'

export const states: readonly PageState[] = [
  { name: 'compare', hash: jinjiang, until: '.flow-table', sizes: ['desk', 'phone', 'wall'] },
  { name: 'compare sides', hash: `${jinjiang}?sides=1`, until: '.mini.mode-after', sizes: ['desk'] },
  { name: 'compare cell', hash: '#/plan/xiamen-2022/compare?area=350203', until: '.compare-scope', sizes: ['desk', 'phone'] },
  { name: 'board known then', hash: '#/plan/jinjiang-2020?at=2020-06-30&known=then', until: '.then-banner', sizes: ['desk', 'phone'] },
]
