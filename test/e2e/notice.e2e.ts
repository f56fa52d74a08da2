/** The notice's own words: opened on 计划, kept on this device only, refused with a reason, removed. Its text is made up from the plan's figures. */
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { dataFolder } from '../tools/projectFiles.ts'
import { withPage } from './support/withPage.ts'

interface LoosePlan { chapters: { title: string, tasks: { section: string, title: string, targets: { name: string, source: { figure: string } }[] }[] }[] }

const now = '2020-09-15T10:00:00+08:00'
const plan = JSON.parse(readFileSync(join(dataFolder, 'plans', 'jinjiang-2020.json'), 'utf8')) as LoosePlan
/** A notice in the plan's numbering with sentences of our own. */
const paragraphs = plan.chapters.map(({ title, tasks }, c) => `（${'一二三四五六'[c]}）${title}。${tasks.map(task => `${task.section.slice(-1)}是${task.title}。${task.targets.map(target => `${target.name}，今年安排${target.source.figure}，按月报送。`).join('')}`).join('')}`)
const text = ['二、这一年', ...paragraphs].join('\n')

function fileOf(name: string, content: string | Uint8Array): string {
  const file = join(tmpdir(), `guatu-${process.pid}-${name}`)
  writeFileSync(file, content)
  return file
}
const line = (page: Page) => page.locator('.plan-list li', { hasText: '晋江市' }).locator('.plan-notice')
async function openDialog(page: Page): Promise<void> {
  await page.waitForSelector('.plan-notice')
  await line(page).getByRole('button', { name: /^(打开|换一份)/ }).click()
  await page.locator('.notice-drop').waitFor()
}

describe('计划', () => {
  it('a text file is opened, found again after a reload, replaced and removed', async () => {
    await withPage({ hash: '#/plans', now }, async ({ page }) => {
      await openDialog(page)
      expect(await line(page).innerText()).toContain('未打开')
      await page.locator('.notice-drop input').setInputFiles(fileOf('notice.txt', text))
      await page.locator('.notice-drop').waitFor({ state: 'detached' })
      const opened = async () => { expect(await line(page).innerText()).toMatch(/notice\.txt\s*2020年9月15日打开/) }
      await opened()
      await page.reload()
      await line(page).getByText('notice.txt').waitFor()
      await opened()
      await openDialog(page)
      await page.getByLabel('或者粘贴正文').fill(text)
      await page.getByRole('button', { name: '用粘贴的正文' }).click()
      await line(page).getByText('粘贴的正文').waitFor()
      await line(page).getByRole('button', { name: /^移除/ }).click()
      await page.keyboard.press('Escape')
      await line(page).getByRole('alertdialog').getByRole('button', { name: '移除' }).click()
      await line(page).getByText('未打开').waitFor()
      await page.reload()
      await line(page).getByText('未打开').waitFor()
    })
  })

  it('what is no text is refused with a way out; another notice is doubtful and may be kept', async () => {
    await withPage({ hash: '#/plans' }, async ({ page }) => {
      await openDialog(page)
      const choose = (file: string) => page.locator('.notice-drop input').setInputFiles(file)
      await choose(fileOf('notice.docx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])))
      await page.locator('.dialog [role=alert]').getByText('另存为').waitFor()
      await choose(fileOf('notice.bin', new Uint8Array([0, 1, 2, 3])))
      await page.locator('.dialog [role=alert]').getByText('不是文字文件').waitFor()
      await choose(fileOf('other.txt', '一、别的事\n1.与这份计划无关。'))
      await page.locator('.notice-doubt').getByText('对上 0 个').waitFor()
      await page.getByRole('button', { name: '不用这份' }).click()
      expect(await line(page).innerText()).toContain('未打开')
      await choose(fileOf('other.txt', '一、别的事\n1.与这份计划无关。'))
      await page.getByRole('button', { name: '仍然留下' }).click()
      await line(page).getByText('other.txt').waitFor()
    })
  })

  it('a web page is only read: nothing of it runs, is fetched or breaks the content policy', async () => {
    await withPage({ hash: '#/plans' }, async ({ page }) => {
      await openDialog(page)
      const body = paragraphs.map(paragraph => `<p style="text-indent:2em" onclick="x()">${paragraph}</p>`).join('')
      await page.locator('.notice-drop input').setInputFiles(fileOf('notice.html', `<html><head><link rel="stylesheet" href="http://other.example/a.css"><style>p{color:red}</style><script src="http://other.example/a.js"></script></head><body><script>document.title = 'run'</script><img src="http://other.example/a.png" onerror="document.title = 'run'"><iframe src="http://other.example/"></iframe><h1>二、这一年</h1>${body}</body></html>`))
      await line(page).getByText('notice.html').waitFor()
      await page.waitForTimeout(300)
      expect(await page.title()).not.toContain('run')
    })
  })

  it('a file dropped on the dialog is taken, and not as a plan', async () => {
    await withPage({ hash: '#/plans' }, async ({ page }) => {
      await openDialog(page)
      const drag = (type: string) => page.evaluate(([kind, content]) => {
        const carried = new DataTransfer()
        carried.items.add(new File([content!], 'dropped.txt', { type: 'text/plain' }))
        document.querySelector('.dialog')!.dispatchEvent(new DragEvent(kind!, { dataTransfer: carried, bubbles: true, cancelable: true }))
      }, [type, text])
      await drag('dragover')
      await page.locator('.notice-drop.over').waitFor()
      expect(await page.locator('.drop-frame').count()).toBe(0)
      await drag('drop')
      await line(page).getByText('dropped.txt').waitFor()
      expect(await page.locator('.plan-fault').count()).toBe(0)
    })
  })
})
