/** The DOCX through LibreOffice: 22 lines of 28 characters, page numbers right and left, nothing lost. Where LibreOffice is missing (never under CI) nothing is converted. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { viewOf } from '../../src/domain/snapshot.ts'
import type { Outline } from '../../src/exports/outline.ts'
import { textOfRun } from '../../src/exports/outline.ts'
import { plainChoice, tellNobody } from '../../src/exports/paper.ts'
import { factsOf } from '../../src/exports/paperFacts.ts'
import { documentOf } from '../../src/exports/paperFile.ts'
import { reportOutline } from '../../src/exports/reportOutline.ts'
import { demoSnapshot, emptySnapshot, longSnapshot } from './makers.ts'

const folder = mkdtempSync(join(tmpdir(), 'guatu-paper-'))
const hasOffice = (() => { try { execFileSync('soffice', ['--version'], { stdio: 'ignore' }); return true } catch (error) { if (process.env.CI === 'true') throw error; return false } })()
const hasText = (() => { try { execFileSync('pdftotext', ['-v'], { stdio: 'ignore' }); return true } catch { return false } })()

const report = reportOutline(factsOf(viewOf(demoSnapshot())), { ...plainChoice, addressee: '市人民政府' })
/** Full pages of nothing but 汉字. */
const plain: Outline = { ...report, title: ['测试'], addressee: '', mark: '', annexes: [], blocks: Array.from({ length: 3 }, () => ({ kind: 'paragraph', runs: ['民政工作要点推进情况逐项核对'.repeat(60)] })) }
const worlds: Record<string, Outline> = {
  demo: report, plain, empty: reportOutline(factsOf(viewOf(emptySnapshot())), plainChoice), long: reportOutline(factsOf(viewOf(longSnapshot({ targets: 12, areas: 45 }))), { ...plainChoice, hasRedHead: true, documentNumber: '测民〔2020〕1号' }),
}

const pdfOf = (name: string) => readFileSync(join(folder, `${name}.pdf`))
const pagesOf = (name: string) => [...pdfOf(name).toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length
/** Lines of each page as they stand, blank ones left out. */
const linesOf = (name: string) => execFileSync('pdftotext', ['-layout', join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' }).split('\f').slice(0, -1).map(page => page.split('\n').filter(line => line.trim() !== ''))

beforeAll(async () => {
  if (!hasOffice) return
  for (const [name, outline] of Object.entries(worlds)) writeFileSync(join(folder, `${name}.docx`), await documentOf(outline, tellNobody))
  execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, ...Object.keys(worlds).map(name => join(folder, `${name}.docx`))], { stdio: 'ignore' })
}, 240_000)
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

it('opens, and has the pages that it must have', () => {
  expect(Object.keys(worlds)).toHaveLength(4)
  if (!hasOffice) return
  expect([pagesOf('empty'), pagesOf('plain')]).toEqual([1, 5])
  expect(pagesOf('demo')).toBeGreaterThan(6)
  expect(pagesOf('demo')).toBeLessThan(14)
  expect(pagesOf('long')).toBeGreaterThan(6)
})

it('sets 22 lines of 28 characters on a full page', () => {
  if (!hasOffice || !hasText) return
  for (const page of linesOf('plain').slice(1, 4)) {
    const lines = page.slice(0, -1).map(line => line.trim())
    expect(lines).toHaveLength(22)
    // Only the first and the last line of a paragraph are shorter: 26 after the indent, and the rest.
    expect(lines.filter(line => line.length < 27 || line.length > 29).length).toBeLessThanOrEqual(2)
    expect(lines.filter(line => line.length === 28).length).toBeGreaterThan(15)
  }
})

it('numbers pages from 1 without a gap, odd ones to the right, even ones to the left', () => {
  if (!hasOffice || !hasText) return
  for (const name of ['demo', 'plain', 'long']) {
    const feet = linesOf(name).map(lines => lines.at(-1)!)
    expect(feet.map(foot => foot.replace(/\s/g, ''))).toEqual(feet.map((_, i) => `—${i + 1}—`))
    const indents = feet.map(foot => foot.length - foot.trimStart().length)
    const [odd, even] = [0, 1].map(parity => indents.filter((_, i) => i % 2 === parity))
    expect(Math.min(...odd!)).toBeGreaterThan(Math.max(...even!))
  }
})

it('shows every sentence, the mark on every page, and the heads of a long table on each of its pages', () => {
  if (!hasOffice || !hasText) return
  const pages = linesOf('demo')
  const text = pages.flatMap(lines => lines.slice(0, -1)).filter(line => !line.includes('不作公文使用')).join('').replace(/\s/g, '')
  for (const block of report.blocks) {
    if (block.kind === 'heading') expect(text).toContain(block.text)
    if (block.kind === 'paragraph') expect(text.includes(block.runs.map(textOfRun).join('').replace(/\s/g, ''))).toBe(true)
  }
  expect(pages.filter(lines => !lines[0]!.includes('演示数据，不作公文使用'))).toEqual([])
  const annex = pages.slice(pages.findIndex(lines => lines[0]!.includes('附件')))
  expect(annex.length).toBeGreaterThan(2)
  expect(annex.filter(lines => !lines.some(line => line.includes('工作任务') && line.includes('差距')) && !lines.some(line => line.startsWith('口径')))).toEqual([])
})
