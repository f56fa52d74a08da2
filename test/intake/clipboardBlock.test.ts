/** Clipboards of several programs as blocks. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockOfText } from '../../src/intake/block'
import { blockOfHtml, clipboardBlock } from '../../src/intake/clipboardBlock'
import { excelHtml, libreHtml, quotedText, webHtml, wpsHtml } from './clipboardSamples'

describe('tables of HTML', () => {
  it('Excel: merged cells in each of their places, hidden rows left out and counted, the number behind ####', () => {
    const block = blockOfHtml(excelHtml)!
    expect(block.rows).toEqual([
      ['2020年9月养老服务进展情况表（单位：名）', '2020年9月养老服务进展情况表（单位：名）', '2020年9月养老服务进展情况表（单位：名）', '2020年9月养老服务进展情况表（单位：名）'],
      ['镇街', '居家养老 上门服务', '居家养老 上门服务', '“四帮四扶”帮扶家庭'],
      ['镇街', '全年任务', '本次累计', '“四帮四扶”帮扶家庭'],
      ['青阳街道', '109', '92', '3'],
      ['安海镇', '170', '1136', '5'],
      ['合 计', '364', '1293', '10'],
    ])
    expect(block.hidden).toBe(1)
    expect([...block.repeated].sort()).toEqual(['0,1', '0,2', '0,3', '1,2', '2,0', '2,3'])
  })
  it('WPS and LibreOffice', () => {
    expect(blockOfHtml(wpsHtml)!.rows[1]).toEqual(['2.1-2 居家养老上门服务', '名', '１０６', '36', '142'])
    expect(blockOfHtml(libreHtml)!.rows).toEqual([['乡镇', '养老上门服务（累计）'], ['晋江市池店镇', '1,234'], ['350582109', '57']])
  })
  it('a web page: the largest table, end tags left out, a table in a cell as its words, nothing of scripts', () => {
    const block = blockOfHtml(webHtml)!
    expect(block.rows).toEqual([['类别', '镇街', '上门服务', '备注'], ['街道', '青阳街道办事处', '88', '如期'], ['街道', '梅岭街道', '88', ''], ['镇', '安海镇政府', '66*', '减去重复 2 名 附 注']])
    expect([...block.repeated]).toEqual(['2,0', '2,2'])
  })
  it('hidden columns, spans beyond the table and broken ends', () => {
    expect(blockOfHtml('<table><col><col style="display: none"><tr><td>a<td>x<td>b<tr><td rowspan=999 colspan=2>c<td>d')!).toMatchObject({ rows: [['a', 'b'], ['c', 'd']], hidden: 1 })
    expect(blockOfHtml('<table><tr><td>a</td><td title="1')).toMatchObject({ rows: [['a']] })
    expect(blockOfHtml('<p>nothing</p>')).toBeNull()
  })
})

describe('plain text', () => {
  it('quoted cells hold tabs, line ends and quotes', () => {
    expect(blockOfText(quotedText).rows).toEqual([['镇街', '居家养老 上门服务', '备注'], ['青阳街道', '92', '第一行 含"引号" 与制表'], ['梅岭 街道', '65', '']])
  })
  it('a quote that is only a character stays one', () => {
    expect(blockOfText('"四帮四扶"家庭\t3\n"a\tb').rows).toEqual([['"四帮四扶"家庭', '3'], ['"a', 'b']])
  })
  it('names and figures in one column are told apart', () => {
    expect(blockOfText('青阳 12\n梅岭街道：１３\n西园街道14\n池店 -').rows).toEqual([['青阳', '12'], ['梅岭街道', '１３'], ['西园街道', '14'], ['池店', '-']])
    expect(blockOfText('青阳  12   3\n梅岭 4 5').rows).toEqual([['青阳', '12', '3'], ['梅岭', '4', '5']])
  })
  it('what is copied comes back, whatever stands in the cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', '\t', '\n', '镇', ' ') })
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell, fc.constant('z')), { minLength: 2, maxLength: 5 }), rows => {
      const text = rows.map(row => ['y', ...row].map(quoted).join('\t')).join('\r\n')
      expect(blockOfText(text).rows.map(row => [row[0], row.at(-1)])).toEqual(rows.map(() => ['y', 'z']))
      const width = blockOfText(text).rows[0]!.length
      if (width === 4) expect(blockOfText(text).rows).toEqual(rows.map(row => ['y', ...row.map(flat)]))
    }))
  })
})

it('one cell is no block, HTML is taken before text, empty edges are cut', () => {
  expect(clipboardBlock('', '12')).toBeNull()
  expect(clipboardBlock('<table><tr><td>12</td></tr></table>', '12\n')).toBeNull()
  expect(clipboardBlock('', '\n\t\n')).toBeNull()
  expect(clipboardBlock('<b>青阳</b>', '\t青阳\t1\n\t\t\n')!.rows).toEqual([['青阳', '1']])
  expect(clipboardBlock(libreHtml, 'x\ty')!.rows[0]).toEqual(['乡镇', '养老上门服务（累计）'])
})

it('hostile HTML ends soon', () => {
  const from = performance.now()
  for (const html of ['<table><tr>'.repeat(10_000), `<table><tr>${'<td rowspan=2000 colspan=2000>x'.repeat(40)}`, `<table><tr><td>${'<a b="'.repeat(10_000)}`, `<table>${'<tr><td>'.repeat(10_000)}`]) clipboardBlock(html, '')
  expect(performance.now() - from).toBeLessThan(20_000)
})
