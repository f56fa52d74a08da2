import type { PageState } from './pageState.ts'

const jinjiang = '#/plan/jinjiang-2020/papers'
const ready = '.paper-notes li'

export const states: readonly PageState[] = [
  { name: 'papers', hash: jinjiang, until: `${ready}, .page-tile`, sizes: ['desk', 'phone', 'wall'] },
  {
    name: 'papers for the bulletin', hash: `${jinjiang}?for=bulletin`, until: ready, sizes: ['desk', 'phone'],
    async act(page) { await page.getByRole('checkbox', { name: /HTML/ }).check() },
  },
  { name: 'papers of another plan', hash: '#/plan/xiamen-2022/papers?at=2022-06-30', until: ready, sizes: ['desk'] },
  {
    name: 'papers made', hash: jinjiang, until: ready, sizes: ['desk', 'phone'],
    async act(page) {
      await page.locator('.page-tile').nth(3).click()
      await page.locator('.paper-save').click()
      await page.locator('.paper-said', { hasText: /已保存|Saved/ }).waitFor()
    },
  },
]
