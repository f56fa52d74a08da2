/** The curve as an option and as drawn: SSR SVG, byte-equal after renumbering. */
import { describe, expect, it } from 'vitest'
import { init, use } from 'echarts/core'
import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { SVGRenderer } from 'echarts/renderers'
import { curveOption } from '../../src/charts/curve'

use([LineChart, GridComponent, TooltipComponent, AriaComponent, MarkLineComponent, SVGRenderer])

const period = { start: '2020-01-01', end: '2020-12-31' }
const palette = { ink: '#000000', soft: '#777777', line: '#cccccc', actual: '#aa0000', sheet: '#ffffff', font: 'sans-serif' }
const words = { pace: '时序', actual: '实际', label: '曲线', month: (day: string) => `${Number(day.slice(5, 7))}月`, value: (value: number | null) => String(value) }
const course = { pace: [{ at: '2020-01-01', share: 0 }, { at: '2020-12-31', share: 1 }], actual: [{ at: '2020-03-31', value: 1, progress: 0.2 }, { at: '2020-06-30', value: null, progress: null }], goal: 5, due: '2020-12-31' }

function drawn(): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 240, height: 116 })
  chart.setOption(curveOption(course, period, '2020-09-15', palette, words))
  const text = chart.renderToSVGString()
  chart.dispose()
  return text
}
const renumbered = (svg: string): string => {
  const names = new Map<string, string>()
  return svg.replace(/zr\d+[-\w]*/g, name => names.get(name) ?? (names.set(name, `n${names.size}`), `n${names.size - 1}`))
}

describe('curve', () => {
  it('starts at nothing, leaves out days without a value and holds the last value to the as-of day', () => {
    const series = curveOption(course, period, '2020-09-15', palette, words).series as { data: { value: [number, number] }[] }[]
    expect(series[1]!.data.map(point => [new Date(point.value[0]).toISOString().slice(0, 10), point.value[1]])).toEqual([['2020-01-01', 0], ['2020-03-31', 20], ['2020-09-15', 20]])
  })

  it('draws nothing actual before the first report', () => {
    const series = curveOption({ ...course, actual: [] }, period, '2020-09-15', palette, words).series as { data: unknown[] }[]
    expect(series[1]!.data).toEqual([])
  })

  it('is drawn the same twice', () => {
    expect(renumbered(drawn())).toBe(renumbered(drawn()))
    expect(drawn()).toContain('#aa0000')
  })
})
