import type { PageState } from './pageState.ts'

const jinjiang = '#/plan/jinjiang-2020/area'

export const states: readonly PageState[] = [
  { name: 'township', hash: `${jinjiang}/350582004`, until: '.area-burn-ups svg', sizes: ['desk', 'phone', 'wall'] },
  { name: 'township filtered', hash: `${jinjiang}/350582105?lamp=ok`, until: '.area-counts [aria-pressed="true"]', sizes: ['desk'] },
  { name: 'a city of a province', hash: '#/plan/jiangsu-2023/area/321300', until: '.area-burn-ups svg', sizes: ['desk', 'phone'] },
]
