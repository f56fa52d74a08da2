/** `npm run samples`: every paper of a small demo, made by the one dialog in a browser, into docs/samples; what is over 300 kB stays out of the repository (docs/samples/.gitignore). */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { allPapers } from '../e2e/support/allPapers.ts'
import { serveDist } from '../e2e/support/serveDist.ts'
import { ensureBrowser } from './browser.ts'
import { projectFolder } from './projectFiles.ts'

const mostCommitted = 300_000
/** By the end of a paper's own name: what the sample is called. */
const names: readonly [RegExp, string][] = [
  [/挂图\.pptx$/, 'deck.pptx'], [/\.docx$/, 'report.docx'], [/\.xlsx$/, 'workbook.xlsx'], [/报告（打印）\.html$/, 'report-print.html'], [/海报（打印）\.html$/, 'poster-print.html'], [/快照\.html$/, 'snapshot-page.html'],
  [/\.svg$/, 'wall-chart.svg'], [/\.png$/, 'wall-chart.png'], [/\.csv$/, 'figures.csv'], [/\.md$/, 'table.md'], [/快照数据\.json$/, 'snapshot.json'], [/board\.json$/, 'board.json'],
]

export async function main(): Promise<number> {
  const found = ensureBrowser()
  if ('missing' in found) { console.error(found.missing); return 1 }
  const site = await serveDist()
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'block' })
    await page.goto(`http://127.0.0.1:${site.port}/#/plan/quanzhou-tsz-2023/papers`)
    const { papers } = await allPapers(page)
    const folder = join(projectFolder, 'docs', 'samples')
    mkdirSync(folder, { recursive: true })
    const large: string[] = []
    for (const [own, bytes] of papers) {
      const name = names.find(([pattern]) => pattern.test(own))?.[1]
      if (name === undefined) { console.error(`no sample: ${own}`); return 1 }
      writeFileSync(join(folder, name), bytes)
      if (bytes.length > mostCommitted) large.push(name)
      console.info(`${String(Math.round(bytes.length / 1000)).padStart(6)} kB  ${name}`)
    }
    writeFileSync(join(folder, '.gitignore'), `${large.sort().join('\n')}\n`)
    return 0
  } finally {
    await browser.close()
    await site.close()
  }
}
