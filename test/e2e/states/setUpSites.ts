import type { Page } from 'playwright-core'
import type { PageState } from './pageState.ts'

export const pastedSites = '溪边村居家养老服务站\t陈埭镇\t招标\n内坑镇黎山村站\n安海桐林村站\t\t已开工\n屿头社区站\n永和村站\n第20处（未定名）'

async function paste(page: Page): Promise<void> {
  await page.locator('.site-paste textarea').fill(pastedSites)
  await page.waitForSelector('.sites-table tbody tr')
}

export const states: readonly PageState[] = [
  { name: 'set-up sites', hash: '#/plan/jinjiang-2020/setup/sites?target=2.1-1', until: '.site-ladder', sizes: ['desk', 'phone'], act: paste },
]
