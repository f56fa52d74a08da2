/** Charts of outlines: every value drawn and said, gaps left open, whatever the names. */
import { describe, expect, it } from 'vitest'
import { chartSvg } from '../../src/exports/chartSvg.ts'
import type { OutlineChart } from '../../src/exports/outline.ts'
import { textsOf, xmlFault } from './xmlText.ts'

const size = { width: 590, height: 230 }
const bars = (count: number): OutlineChart => ({ caption: '图1 <达序率>', kind: 'bars', unit: '%', categories: Array.from({ length: count }, (_, i) => `很长的地方名${i}`), series: [{ name: '达序率', values: Array.from({ length: count }, (_, i) => (i === 1 ? null : 100 - i)), dark: Array.from({ length: count }, (_, i) => i > 2) }], top: 100 })

describe('bars', () => {
  it('stand at their height with their value, a gap as a dash, few or many', () => {
    for (const count of [1, 4, 19, 45]) {
      const svg = chartSvg(bars(count), size)
      expect(xmlFault(svg)).toBeNull()
      const values = [...svg.matchAll(/data-value="([\d.]+)"><rect x="[\d.]+" y="([\d.]+)" width="[\d.]+" height="([\d.]+)"/g)].map(match => match.slice(1).map(Number))
      expect(values.map(([value]) => value)).toEqual(bars(count).series[0]!.values.filter(value => value !== null))
      const [first] = values
      for (const [value, , height] of values) expect(height! / first![2]!).toBeCloseTo(value! / first![0]!, 2)
      const texts = textsOf(svg)
      for (const [value] of values) expect(texts).toContain(String(value))
      if (count > 1) expect(texts).toContain('—')
      expect([...svg.matchAll(/x="(-?[\d.]+)"/g)].every(match => Number(match[1]) >= -1 && Number(match[1]) <= size.width)).toBe(true)
    }
  })

  it('names stay beside one another where they fit', () => {
    const svg = chartSvg({ ...bars(2), categories: ['青阳', '梅岭'] }, size)
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['青阳', '梅岭', '单位：%']))
  })
})

describe('lines', () => {
  const chart: OutlineChart = { caption: '进度', kind: 'lines', unit: '个', categories: ['1月', '2月', '3月'], series: [{ name: '时序', values: [10, 20, 30] }, { name: '实际', values: [5, 12, null] }, { name: '推算', values: [null, 12, 19.5] }], top: null }
  it('are told apart without colour and named at their ends', () => {
    const svg = chartSvg(chart, size)
    expect(xmlFault(svg)).toBeNull()
    expect([...svg.matchAll(/data-series="([^"]*)" data-category="([^"]*)" data-value="([^"]*)"/g)].map(match => match.slice(1).join(' '))).toEqual(['时序 1月 10', '时序 2月 20', '时序 3月 30', '实际 1月 5', '实际 2月 12', '推算 2月 12', '推算 3月 19.5'])
    expect(new Set([...svg.matchAll(/<path d="M[^"]*L[^"]*" fill="none"[^>]*?(stroke-dasharray="[^"]*")? stroke-linejoin/g)].map(match => match[1] ?? 'solid')).size).toBe(3)
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['时序', '实际', '推算', '1月', '3月']))
  })

  it('nothing known draws an empty frame', () => {
    expect(xmlFault(chartSvg({ ...chart, series: [{ name: '实际', values: [null, null, null] }] }, size))).toBeNull()
    expect(xmlFault(chartSvg({ ...chart, categories: [], series: [] }, size))).toBeNull()
  })
})
