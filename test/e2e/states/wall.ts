import type { PageState } from './pageState.ts'

const screen = (plan: string, page: number, more = '') => `#/plan/${plan}/screen?page=${page}${more}`

export const states: readonly PageState[] = [
  { name: 'screen overview', hash: screen('jinjiang-2020', 1), until: '.wall-screen[data-kind="overview"] .wall-turns li', sizes: ['wall', 'desk'] },
  { name: 'screen chart', hash: screen('jinjiang-2020', 4), until: '.wall-matrix', sizes: ['wall'] },
  { name: 'screen few places', hash: screen('quanzhou-tsz-2023', 2), until: '.wall-matrix', sizes: ['wall'] },
  { name: 'screen lines', hash: screen('jiangsu-2023', 4), until: '.wall-own', sizes: ['wall'] },
  { name: 'screen item', hash: screen('jinjiang-2020', 11), until: '.wall-curve svg', sizes: ['wall', 'desk'] },
  { name: 'screen unreported', hash: screen('jinjiang-2020', 99), until: '.wall-missing', sizes: ['wall'] },
  // Last: it leaves the demonstration.
  { name: 'screen empty', hash: screen('jinjiang-2020', 1, '&demo=0&at=2020-09-15'), until: '.wall-empty', sizes: ['wall'] },
]
