/** The print-ready report: the outline as an official paper, a page for every red target and township, every figure as in the snapshot. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { viewOf } from '../../src/domain/snapshot.ts'
import type { Outline } from '../../src/exports/outline.ts'
import { outlineHtml, outlineStyle, cssText } from '../../src/exports/outlineHtml.ts'
import { paperParts, plainChoice, tellNobody } from '../../src/exports/paper.ts'
import type { PaperChoice } from '../../src/exports/paper.ts'
import { factsOf } from '../../src/exports/paperFacts.ts'
import { redByTarget } from '../../src/exports/leafPages.ts'
import { printOf } from '../../src/exports/printFile.ts'
import { zhValue } from '../../src/wording/figureWords.ts'
import { zhLamps } from '../../src/wording/lampNames.ts'
import { demoSnapshot, emptySnapshot, longSnapshot } from './makers.ts'
import { unescaped, xmlFault } from './xmlText.ts'

const view = viewOf(demoSnapshot())
const facts = factsOf(view)
const all: PaperChoice = { ...plainChoice, parts: new Set(paperParts) }
const write = async (choice: PaperChoice, of = view) => new TextDecoder().decode(await printOf(of, choice, tellNobody))
const leavesOf = (html: string): string[] => [...html.matchAll(/<section class="leaf">([^]*?)<\/section>/g)].map(match => match[1]!)
const plain = (html: string): string => unescaped(html.replace(/<[^>]*>/g, ''))
/** What is not XML in HTML: the doctype and elements without an end. */
const asXml = (html: string): string => html.replace(/^<!doctype html>\s*/, '').replace(/<(meta|link|br|col)\b([^>]*)>/g, '<$1$2/>').replace(/<style>[^]*?<\/style>/, '')

const outline: Outline = {
  title: ['测试市民政局关于', '工作要点的报告'], redHead: '测试市民政局文件', documentNumber: '测民〔2020〕1号', addressee: '市人民政府：',
  blocks: [
    { kind: 'heading', level: 1, text: '一、总体<情况>' },
    { kind: 'paragraph', runs: ['共', { text: '24', origin: { count: 'targets' } }, '项，完成', { text: '3 / 10', origin: { target: '1.1-1', area: 'a', field: 'value' } }, '。'] },
    { kind: 'table', table: { caption: '表1　主要任务', columns: [{ head: '序号', width: 1, align: 'center' }, { head: '任务', width: 3, align: 'left' }], rows: [[{ text: '1' }, { text: '"引号"&\u0001', tone: 'sev', origin: { target: '1.1-1', area: null, field: 'goal' } }]], note: '注：演示' } },
    { kind: 'chart', chart: { caption: '图1　达序率', kind: 'bars', unit: '%', categories: ['青阳', '梅岭'], series: [{ name: '达序率', values: [100, null], dark: [true, false] }], top: 100 } },
  ],
  annexes: [{ name: '明细表', table: { caption: '', columns: [{ head: '地方', width: 1, align: 'left' }], rows: [[{ text: '青阳' }]], note: '' } }],
  office: '测试市民政局', date: '2020年9月16日', copies: { to: '市委办', by: '局办公室', on: '2020年9月16日印发' }, mark: '演示数据，不作公文使用', caption: facts.caption,
}

describe('an outline in print', () => {
  it('holds every part in order, escaped, figures with where they come from', () => {
    const html = outlineHtml(outline)
    expect(xmlFault(`<r>${asXml(html)}</r>`)).toBeNull()
    const text = plain(html)
    const wanted = ['测试市民政局文件', '测民〔2020〕1号', '测试市民政局关于', '市人民政府：', '一、总体<情况>', '共24项，完成3 / 10。', '表1　主要任务', '"引号"&', '图1　达序率', '附件：明细表', '测试市民政局2020年9月16日', '抄送：市委办', '2020年9月16日印发', '校验码', '青阳']
    let at = -1
    for (const words of wanted) {
      const next = text.indexOf(words, at + 1)
      expect([words, next > at]).toEqual([words, true])
      at = next
    }
    expect(html).toContain('<span data-target="1.1-1" data-area="a" data-field="value">3 / 10</span>')
    expect(html).toContain('<td class="sev" data-target="1.1-1" data-area="" data-field="goal">')
    expect(html).toContain('<section class="paper annex">')
    expect(html).not.toMatch(/style=/)
  })

  it('sets A4 with 22 lines, numbers odd right and even left, annexes across, the mark on every page', () => {
    const style = outlineStyle(outline)
    expect(style).toContain('@page{size:210mm 297mm;margin:37mm 26mm 35mm 28mm')
    expect(style).toMatch(/@page :right\{@bottom-right\{content:"— " counter\(page\) " —"/)
    expect(style).toMatch(/@page :left\{@bottom-left\{content:"— " counter\(page\) " —"/)
    expect(style).toContain('@page annex{size:297mm 210mm')
    expect(style).toContain(`@top-right{content:${cssText('演示数据，不作公文使用')}`)
    expect(outlineStyle({ ...outline, mark: '' })).not.toContain('@top-right')
    expect(cssText('a"b\\</style>')).toBe('"a\\22 b\\5c \\3c \\2f style\\3e "')
  })
})

describe('the print file', () => {
  it('follows the choice: a page for every red target, and townships only where asked for', async () => {
    const red = redByTarget(facts)
    expect(red.length).toBeGreaterThan(3)
    expect(leavesOf(await write(plainChoice))).toHaveLength(red.length)
    expect(leavesOf(await write(all))).toHaveLength(red.length + facts.columns.length)
    expect(leavesOf(await write({ ...plainChoice, parts: new Set(['cover']) }))).toHaveLength(0)
  })

  it('every figure on the pages equals the snapshot', async () => {
    const html = await write(all)
    const rows = new Map(view.board.rows.map(row => [row.target.id, row]))
    const cells = [...html.matchAll(/<tr class="[^"]*" data-target="([^"]*)" data-area="([^"]*)" data-lamp="([^"]*)" data-value="([^"]*)">([^]*?)<\/tr>/g)]
    expect(cells.length).toBeGreaterThan(300)
    for (const [, target, area, lamp, value, inner] of cells) {
      const row = rows.get(target!)!
      const figure = area === '' ? row.total : row.cells.find(cell => cell.area === area)!
      expect([lamp, value]).toEqual([figure.lamp ?? '', figure.value === null ? '' : String(figure.value)])
      const text = plain(inner!)
      expect(text).toContain(zhValue(row, figure))
      if (figure.lamp !== null) expect(text).toContain(zhLamps[figure.lamp])
    }
    const pages = leavesOf(html)
    facts.columns.forEach(({ code, name }) => {
      const page = pages.find(one => plain(one).startsWith(name))!
      const place = facts.columns.findIndex(column => column.code === code)
      expect(page.match(/<tr class="[^"]*" data-target/g)?.length).toBe(view.board.rows.filter(row => row.cells[place]?.lamp !== undefined && row.cells[place]!.lamp !== null).length)
    })
  })

  it('every page says scope, day, code and mark; the file is complete in itself', async () => {
    const html = await write(all)
    for (const page of leavesOf(html)) for (const words of ['演示数据，非真实进度', facts.caption.code, '未筛选', '截至2020年9月15日']) expect(plain(page)).toContain(words)
    const style = /<style>([^]*?)<\/style>/.exec(html)![1]!
    expect(html).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(html).not.toMatch(/<script|<img|\son\w+=|\sstyle=|url\(/)
    expect(xmlFault(asXml(html))).toBeNull()
  })

  it('an empty board and one with hostile names and many red items', async () => {
    const empty = await write(all, viewOf(emptySnapshot()))
    expect(xmlFault(asXml(empty))).toBeNull()
    const long = viewOf(longSnapshot({ targets: 30, areas: 12 }))
    const html = await write(all, long)
    expect(xmlFault(asXml(html))).toBeNull()
    expect(leavesOf(html)).toHaveLength(redByTarget(factsOf(long)).length + 12)
    expect(plain(html)).toContain('<b>"引号"&\'单引号\'</b>')
    expect(html).not.toMatch(/<b>"引号/)
  })

  it('the same snapshot gives the same bytes', async () => {
    expect(await write(plainChoice)).toBe(await write(plainChoice))
  })
})
