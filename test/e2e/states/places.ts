import type { Page } from 'playwright-core'
import { collection, featuresOf } from '../../domain/geoMakers.ts'
import type { PageState } from './pageState.ts'

const jinjiang = '#/plan/jinjiang-2020/places'
const codes = [...[1, 2, 3, 4, 5, 6].map(n => 350582000 + n), ...[1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13].map(n => 350582100 + n)]

async function openMap(page: Page): Promise<void> {
  await page.locator('.map-file').setInputFiles({ name: 'own.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(collection(featuresOf([...codes.map(adcode => ({ adcode })), { name: '石狮市' }], 7))) })
  await page.waitForSelector('.map-block svg path')
}

export const states: readonly PageState[] = [
  { name: 'places', hash: jinjiang, until: '.place-rows [data-area]', sizes: ['desk', 'phone', 'wall'] },
  { name: 'places by kind', hash: `${jinjiang}?peers=1`, until: '.place-rows .kind', sizes: ['desk'] },
  { name: 'places by target', hash: `${jinjiang}?target=2.1-2`, until: '.place-rows [data-area]', sizes: ['desk', 'phone'] },
  { name: 'places tiles', hash: `${jinjiang}?mode=tiles`, until: '.tile', sizes: ['desk', 'phone', 'wall'] },
  { name: 'places map', hash: `${jinjiang}?mode=map`, until: '.map-empty', sizes: ['desk', 'phone'] },
  // Last: what was opened stays. The picture of the last visit has such a block too.
  { name: 'places own map', hash: `${jinjiang}?mode=map`, until: '#app .map-block', sizes: ['desk', 'phone', 'wall'], act: openMap },
]
