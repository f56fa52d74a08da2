import type { PageState } from './pageState.ts'

const jinjiang = '#/plan/jinjiang-2020'

export const states: readonly PageState[] = [
  { name: 'overview changes', hash: jinjiang, until: '.phone-turns li', sizes: ['phone'], act: async page => { await page.locator('.phone-turns').first().evaluate(list => { list.scrollIntoView({ block: 'start' }) }) } },
  { name: 'overview waiting', hash: '#/plan/quanzhou-tsz-2023', until: '.phone-ways', sizes: ['phone'], act: async page => { await page.locator('.phone-ways').evaluate(list => { list.scrollIntoView({ block: 'end' }) }) } },
  { name: 'overview filter', hash: `${jinjiang}?lamp=lag`, until: '.phone-item', sizes: ['phone'] },
]
