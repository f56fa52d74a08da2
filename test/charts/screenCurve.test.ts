/** The curve of the big screen: type large enough at any scale, the missing part between actual and pace, even lines. */
import { describe, expect, it } from 'vitest'
import { niceStep, screenCurveOption } from '../../src/charts/screenCurve'
import { plots } from '../gallery/plots/screenCurve'

const fontSizes = (value: unknown): number[] => (Array.isArray(value) ? value.flatMap(fontSizes)
  : typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => (key === 'fontSize' ? [Number(one)] : fontSizes(one))) : [])

describe('every plot', () => {
  it.each(plots)('$name has no letter under 22', ({ option }) => {
    expect(fontSizes(option).length).toBeGreaterThan(2)
    expect(Math.min(...fontSizes(option))).toBeGreaterThanOrEqual(22)
  })
})

it('grows with the screen', () => {
  const curve = { from: '2020-01-01', to: '2020-12-31', asOf: '2020-06-30', top: 10, step: 5, isPercent: false, plan: [{ at: '2020-01-01', y: 0 }, { at: '2020-12-31', y: 10 }], actual: [], now: 1, should: 5, meetings: [], tone: 'sev' as const, words: { goal: '计划 10 个', should: '应 5', missing: '差 4 个', label: '' } }
  const palette = { ink: '', ink2: '', soft: '', line: '', line2: '', sheet: '', ok: '', done: '', lag: '', sev: '#f00', due: '', none: '', bar: '', barBg: '', act: '', actInk: '', font: '' }
  const half = screenCurveOption(curve, palette, 0.5, () => '')
  expect(Math.min(...fontSizes(half))).toBe(11)
  const gap = (half.series as { data: [number, number][] }[])[2]!.data
  expect(gap.map(([, y]) => y)).toEqual([1, 5])
  expect(gap[0]![0]).toBe(Date.parse('2020-06-30T00:00:00Z'))
})

it('lines stand at round numbers, whole ones where the figures are whole', () => {
  expect([niceStep(100, 4, false), niceStep(219, 4, false), niceStep(6080, 4, false), niceStep(3, 4, true), niceStep(5, 4, true), niceStep(0.8, 4, false)]).toEqual([25, 100, 2000, 1, 2, 0.2])
})
