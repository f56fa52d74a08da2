import type { PageState } from './pageState.ts'

const jinjiang = '#/plan/jinjiang-2020'

export const states: readonly PageState[] = [
  { name: 'department cut', hash: `${jinjiang}?department=jiuzhu`, until: '.cut-line .cut-rate, .phone .cut-line', sizes: ['desk', 'phone', 'wall'] },
  { name: 'township cut', hash: `${jinjiang}?area=350582109&view=gap`, until: '.cut-line', sizes: ['desk'] },
  { name: 'find', hash: jinjiang, until: '.board [data-target], .phone', sizes: ['desk'], act: async page => { await page.keyboard.press('Control+k'); await page.getByRole('combobox').fill('yl'); await page.waitForSelector('.found [role=option]') } },
]
