/** Papers that the browser prints: A3 in one page with text that can be found, nothing asked of the network, no text over another; and PNG drawn under the app's own policy. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewOf } from '../../src/domain/snapshot.ts'
import { paperParts, plainChoice, tellNobody } from '../../src/exports/paper.ts'
import type { PaperWriter } from '../../src/exports/paper.ts'
import { factsOf } from '../../src/exports/paperFacts.ts'
import { posterOf, posterOn } from '../../src/exports/posterFile.ts'
import { printOf } from '../../src/exports/printFile.ts'
import { wallSheets } from '../../src/exports/wallSheets.ts'
import { wallSvg } from '../../src/exports/wallSvg.ts'
import { demoSnapshot, longSnapshot } from '../exports/makers.ts'
import { projectFolder } from '../tools/projectFiles.ts'
import { launchOptions, withPage } from './support/withPage.ts'

let browser: Browser
let folder: string
beforeAll(async () => {
  browser = await chromium.launch(launchOptions())
  folder = mkdtempSync(join(tmpdir(), 'guatu-print-'))
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

interface Printed { pages: number, /** Of each page, in millimetres. */ sizes: string[], text: string | null, faults: string[] }

/** Opens a paper from disk, as people do, looks at it and prints it. */
async function print(snapshot: ReturnType<typeof demoSnapshot>, writer: PaperWriter, look: (page: Page) => Promise<void> = () => Promise.resolve()): Promise<Printed> {
  const file = join(folder, 'paper.html')
  writeFileSync(file, await writer(viewOf(snapshot), { ...plainChoice, parts: new Set(paperParts), office: '局办公室' }, tellNobody))
  const page = await browser.newPage()
  const faults: string[] = []
  page.on('console', message => faults.push(message.text()))
  page.on('pageerror', error => faults.push(error.message))
  page.on('request', request => { if (request.url() !== pathToFileURL(file).href && !request.url().startsWith('data:')) faults.push(request.url()) })
  try {
    await page.goto(pathToFileURL(file).href)
    await look(page)
    const path = join(folder, 'paper.pdf')
    await page.pdf({ path, preferCSSPageSize: true, printBackground: true })
    const pdf = readFileSync(path, 'latin1')
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => `${Math.round(Number(width) / 72 * 25.4)}x${Math.round(Number(height) / 72 * 25.4)}`)
    const read = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
    return { pages: boxes.length, sizes: [...new Set(boxes)], text: read.error === undefined ? read.stdout : null, faults }
  } finally {
    await page.close()
  }
}

/** Texts of a sheet that lie over one another or beyond its edges, measured by the browser with its real fonts. */
const crowded = (page: Page) => page.evaluate(() => {
  const found: string[] = []
  for (const svg of document.querySelectorAll<SVGSVGElement>('.sheet > svg')) {
    const { width, height } = svg.viewBox.baseVal
    const boxes = [...svg.querySelectorAll<SVGTextElement>('text')].map(text => ({ words: text.textContent ?? '', box: text.getBBox() })).sort((a, b) => a.box.x - b.box.x)
    boxes.forEach(({ words, box }, i) => {
      if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height) found.push(`beyond: ${words}`)
      for (let j = i + 1; j < boxes.length && boxes[j]!.box.x < box.x + box.width; j += 1) {
        const other = boxes[j]!
        const across = Math.min(box.x + box.width, other.box.x + other.box.width) - other.box.x
        const down = Math.min(box.y + box.height, other.box.y + other.box.height) - Math.max(box.y, other.box.y)
        // Line boxes are higher than letters: lines may touch, letters may not.
        if (across > 1.5 && down > 8) found.push(`${words} | ${other.words}`)
      }
    })
  }
  return found
})

describe('the poster', () => {
  it('晋江 is one page of A3 with text that can be found, and asks nobody', async () => {
    const printed = await print(demoSnapshot(), posterOf, async page => {
      expect(await crowded(page)).toEqual([])
      expect(await page.locator('.how').isVisible()).toBe(true)
    })
    expect(printed.faults).toEqual([])
    expect([printed.pages, printed.sizes]).toEqual([1, ['420x297']])
    if (printed.text !== null) for (const words of ['晋江市2020年民政工作要点挂图', '低保特困资金支付', '内坑', '演示数据，非真实进度', '校验码', '第 1 页，共 1 页']) expect(printed.text).toContain(words)
  })

  it('larger plans take more pages, or one larger sheet', async () => {
    const jiangsu = await print(demoSnapshot('jiangsu-2023'), posterOf, async page => expect(await crowded(page)).toEqual([]))
    expect([jiangsu.pages, jiangsu.sizes, jiangsu.faults]).toEqual([2, ['420x297'], []])
    const xiamen = await print(demoSnapshot('xiamen-2022'), posterOn('A1'), async page => expect(await crowded(page)).toEqual([]))
    expect([xiamen.pages, xiamen.sizes, xiamen.faults]).toEqual([1, ['841x594'], []])
  })

  it('long and hostile names keep to their places on every page', async () => {
    const snapshot = longSnapshot({ targets: 40, areas: 45 })
    const printed = await print(snapshot, posterOf, async page => expect(await crowded(page)).toEqual([]))
    expect([printed.pages, printed.sizes, printed.faults]).toEqual([wallSheets(factsOf(viewOf(snapshot)), 'A3').length, ['420x297'], []])
    if (printed.text !== null) for (const words of ['㙍田〇号𠮷村', '=cmd|\'/c calc\'!A1', '<b>"引号"&\'单引号\'</b>']) expect(printed.text).toContain(words)
  })
})

describe('the report', () => {
  it('is A4, targets and townships on pages of their own, numbers at the foot', async () => {
    const printed = await print(demoSnapshot('quanzhou-tsz-2023'), printOf)
    expect(printed.faults).toEqual([])
    expect(printed.sizes).toContain('210x297')
    const facts = factsOf(viewOf(demoSnapshot('quanzhou-tsz-2023')))
    expect(printed.pages).toBeGreaterThanOrEqual(1 + facts.red.length + facts.columns.length)
    if (printed.text !== null) {
      expect(printed.text).toMatch(/— ?1 ?—/)
      expect(printed.text).toMatch(new RegExp(`第 ${printed.pages} 页，共 ${printed.pages} 页`))
    }
  })
})

describe('PNG', () => {
  it('is drawn from the SVG at twice its size, under the policy of the app', async () => {
    const svg = wallSvg(factsOf(viewOf(demoSnapshot())))
    const source = readFileSync(join(projectFolder, 'src/views/papers/drawPng.ts'), 'utf8')
    const code = ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } }).outputText.replace(/^export /gm, '')
    await withPage({ hash: '#/plan/jinjiang-2020' }, async ({ page }) => {
      const drawn = await page.evaluate<{ type: string, bytes: number, width: number, height: number, dark: number, red: number }>(`(async () => {
        ${code}
        const blob = await drawPng(${JSON.stringify(svg)}, 2)
        const picture = await createImageBitmap(blob)
        const canvas = document.createElement('canvas')
        canvas.width = picture.width
        canvas.height = picture.height
        const brush = canvas.getContext('2d')
        brush.drawImage(picture, 0, 0)
        const { data } = brush.getImageData(0, 0, picture.width, picture.height)
        let dark = 0
        let red = 0
        for (let i = 0; i < data.length; i += 4) {
          if (data[i] < 90 && data[i + 1] < 90 && data[i + 2] < 90) dark += 1
          if (data[i] > 160 && data[i + 1] < 60 && data[i + 2] < 60) red += 1
        }
        return { type: blob.type, bytes: blob.size, width: picture.width, height: picture.height, dark, red }
      })()`)
      const [, width, height] = /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg)!
      expect(drawn).toMatchObject({ type: 'image/png', width: Number(width) * 2, height: Number(height) * 2 })
      expect(drawn.dark).toBeGreaterThan(50_000)
      expect(drawn.red).toBeGreaterThan(5_000)
      expect(drawn.bytes).toBeGreaterThan(100_000)
    })
  })
})
