import type { PageState } from './pageState.ts'

const jinjiang = '#/plan/jinjiang-2020/places'

export const states: readonly PageState[] = [
  { name: 'places', hash: jinjiang, until: '.place-rows [data-area]', sizes: ['desk', 'phone', 'wall'] },
  { name: 'places by kind', hash: `${jinjiang}?peers=1`, until: '.place-rows .kind', sizes: ['desk'] },
  { name: 'places by target', hash: `${jinjiang}?target=2.1-2`, until: '.place-rows [data-area]', sizes: ['desk', 'phone'] },
  { name: 'places tiles', hash: `${jinjiang}?mode=tiles`, until: '.tile', sizes: ['desk', 'phone', 'wall'] },
  { name: 'places map', hash: `${jinjiang}?mode=map`, until: '.map-empty', sizes: ['desk', 'phone'] },
]
