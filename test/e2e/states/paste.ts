import type { Page } from 'playwright-core'
import type { PageState } from './pageState.ts'

/** A paste with this plain text (and HTML) at what has the focus, as the browser would send it for Ctrl V. */
export async function pasteInto(page: Page, text: string, html = ''): Promise<void> {
  await page.evaluate(([plain, rich]) => {
    const data = new DataTransfer()
    data.setData('text/plain', plain)
    if (rich !== '') data.setData('text/html', rich)
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, [text, html] as const)
}

const block = '序号\t镇街\t本次累计\t完成率\n1\t青阳街道\t140\t84%\n2\t梅岭街道\t7O\t76%\n3\t西园\t78.5\t63%\n4\t青羊街道\t5\t1%\n5\t安海镇\t999\t138%\n6\t磁灶镇\t1\t1%\n7\t罗山街道\t190\t60%\n8\t新塘\t120\t60%\n\t合计\t157\t'

export const states: readonly PageState[] = [
  {
    name: 'paste look', hash: '#/plan/jinjiang-2020?at=2020-09-15', until: '.board [data-target="2.1-2"]', sizes: ['desk'],
    act: async page => {
      await page.locator('[data-target="2.1-2"] [data-c="0"]').click()
      await page.keyboard.press('e')
      await page.waitForSelector('.cell-bar')
      await pasteInto(page, block)
      await page.waitForSelector('.paste-lines li')
    },
  },
]
