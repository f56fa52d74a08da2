/** A saved chart says everything that the screen says around it. */
import { expect, it } from 'vitest'
import type { ChartPalette } from '../../../src/charts/chart'
import { captionedSvg } from '../../../src/components/chart/chartFile'

const palette = { sheet: '#fff', ink: '#111', soft: '#666', font: '"Noto Sans CJK SC", sans-serif' } as ChartPalette
const drawing = { svg: '<svg width="400" height="200" xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>', width: 400, height: 200 }
const caption = { title: '落后 2.6 个 <按近三月速度> & 12月27日完成', unit: '单位：个', asOf: '2020-09-15', source: '依据：二(二)一', mark: '演示数据' }

it('carries title, unit, day, source and mark, as text', () => {
  const { svg, width, height } = captionedSvg(drawing, caption, '截至 9月15日', palette)
  for (const text of ['单位：个', '截至 9月15日', '依据：二(二)一', '演示数据', '&#60;按近三月速度&#62; &#38; 12月27日完成']) expect(svg).toContain(text)
  expect(svg.match(/<svg /g)).toHaveLength(2)
  expect(width).toBeGreaterThan(400)
  expect(height).toBeGreaterThan(200)
})

it('breaks a long title into lines instead of cutting it', () => {
  const long = '按近三月的速度要到明年三月才能完成比期限晚九十天'.repeat(3)
  const { svg } = captionedSvg(drawing, { ...caption, title: long }, '', palette)
  const lines = [...svg.matchAll(/font-size="16"[^>]*>([^<]*)</g)].map(match => match[1])
  expect(lines.length).toBeGreaterThan(2)
  expect(lines.join('')).toBe(long)
})

it('real figures carry no mark', () => {
  expect(captionedSvg(drawing, { ...caption, mark: null }, '', palette).svg).not.toContain('演示数据')
})
