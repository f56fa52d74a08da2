import type { PageState } from './pageState.ts'

const page = '#/plan/jinjiang-2020/target'
const drawn = '.target-page .curve-block svg, .target-page .curve-block .chart-table'

export const states: readonly PageState[] = [
  { name: 'target', hash: `${page}/1.3-2`, until: drawn, sizes: ['desk', 'phone', 'wall'] },
  { name: 'target of sites', hash: `${page}/2.1-1`, until: drawn, sizes: ['desk', 'phone'] },
  { name: 'target of a township', hash: `${page}/5.1-4?area=350582101`, until: drawn, sizes: ['desk', 'phone'] },
]
