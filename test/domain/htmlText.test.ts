/** The text of a web page without a browser: what a reader sees, whatever the source is like. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOfHtml } from '../../src/domain/htmlText'

describe('what a reader sees', () => {
  it('a line a paragraph', () => {
    const page = '<!DOCTYPE html><html><head><title>题</title><style>p > a { }</style></head><body><h1>要点</h1><p>一、<b>养老</b>\n   服务</p>甲<br>乙<script>if (1 < 2) { "</p>" }</script><ul><li>子</li><li>丑<ol><li>寅</ol></ul>卯<!-- <p>藏</p> -->辰</body></html>'
    expect(textOfHtml(page).split('\n')).toEqual(['要点', '一、养老服务', '甲', '乙', '子', '丑', '寅', '卯辰'])
  })
  it('Word\'s own pages: conditional comments, namespaces, lists written out', () => {
    expect(textOfHtml('<html xmlns:o="urn:x"><!--[if gte mso 9]><xml><w:View>藏</w:View></xml><![endif]--><p class=MsoNormal style=\'mso-list:l0\'><![if !supportLists]><span lang=EN-US>1.<span>&nbsp;&nbsp; </span></span><![endif]>新建<span lang=EN-US>20</span>个<o:p></o:p></p>')).toBe('1.   新建20个')
  })
  it('cells stay apart', () => {
    expect(textOfHtml('<table><tr><td>1</td><td>20个</td></tr><tr><th>2<th>30个</table>').split('\n').map(line => line.split('\t').filter(Boolean))).toEqual([['1', '20个'], ['2', '30个']])
  })
  it('entities, also without their semicolon; what is none stays', () => {
    expect(textOfHtml('&lt;甲&gt; &amp; &#20010;&#x4e2a; &ldquo;乙&rdquo; 20&nbsp个 &unknown; &#0;&#x110000; a&b')).toBe('<甲> & 个个 “乙” 20 个 &unknown;  a&b')
  })
  it('signs that are no tags', () => {
    expect(textOfHtml('<p>抽查比例 < 5% ，a<b 且 1>0</p>')).toContain('抽查比例 < 5% ，a')
    expect(textOfHtml('<p title="a > b" alt=\'c > d\' data-x=e>字</p><p title=it\'s>后</p>')).toBe('字\n后')
  })
  it('a page that breaks off', () => {
    expect(['', '<', '<!', '<!--', '<p', '<p title="', '甲<p title="x>乙', '甲<script>乙', '甲<!-- 乙'].map(textOfHtml)).toEqual(['', '<', '', '', '', '', '甲', '甲', '甲'])
  })
})

it('no mark of any page gets through as text, and none fails', () => {
  const piece = fc.constantFrom('<p>', '</p>', '<script>', '</script>', '<td>', '<!--', '-->', '<br/>', '"', '\'', '=', '<p a="', '甲', ' ', '\n', '&amp;', '&', '<', '>')
  fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
    const text = textOfHtml(pieces.join(''))
    expect(text).not.toMatch(/<(?:\/?p|\/?script|td|br\/)>/)
  }), { numRuns: 1000 })
  fc.assert(fc.property(fc.array(fc.constantFrom('甲', '乙丙', '20个'), { maxLength: 20 }), words => {
    expect(textOfHtml(words.map(word => `<div class="a"><p style='b'>${word}</p></div>`).join('\n'))).toBe(words.join('\n'))
  }))
})

it('takes time as the page is long, whatever stands in it', () => {
  const start = performance.now()
  for (const part of ['<', '<p a="', '<div>', '<!--', '<script>', '</', '&amp', '\n 甲', ' ', '<p>甲</p>', '"', '= ']) textOfHtml(part.repeat(1_000_000 / part.length))
  expect(performance.now() - start).toBeLessThan(20_000)
})
