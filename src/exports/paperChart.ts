/** Native charts of an official paper: black and grey, so that a copy says the same. */
import { ChartRun } from 'docx/charts'
import type { ChartSeries } from 'docx/charts'
import type { OutlineChart } from './outline'
import { textWidth } from './paperSetting'

const dark = '1A1E23'
const grey = 'A6A6A6'
const pixels = (twips: number): number => Math.round(twips / 15)

const axisFont = { size: 9, color: dark }

/** Solid, dashed, dotted: lines that differ without a colour. */
const lineLooks = [{ color: grey, width: 2, dash: 'dash' }, { color: dark, width: 2.25, dash: 'solid' }, { color: dark, width: 1.5, dash: 'shortDot' }] as const

function seriesOf({ kind, series }: OutlineChart, clean: (text: string) => string): ChartSeries[] {
  return series.map(({ name, values, dark: marked }, i): ChartSeries => kind === 'bars'
    ? { name: clean(name), values, color: i === 0 ? grey : dark, ...(marked !== undefined && { colors: marked.map(isDark => (isDark ? dark : undefined)) }) }
    : { name: clean(name), values, line: lineLooks[i % lineLooks.length]!, markers: false })
}

/** A chart as wide as the text. `clean` takes from names what XML forbids. */
export function chartRunOf(chart: OutlineChart, clean: (text: string) => string): ChartRun {
  const common = {
    categories: chart.categories.map(clean), series: seriesOf(chart, clean), font: { name: '宋体', color: dark },
    chartArea: { fill: 'none', border: 'none' }, transformation: { width: pixels(textWidth) - 2, height: 178 },
    categoryAxis: { font: axisFont, gridlines: false },
    valueAxis: { font: axisFont, gridlines: true, minimum: 0, ...(chart.top !== null && { maximum: chart.top, interval: chart.top / 4 }) },
    altText: { name: clean(chart.caption), description: clean(chart.caption) },
  } as const
  if (chart.kind === 'lines') return new ChartRun({ ...common, type: 'line', legend: { position: 'bottom', font: axisFont } })
  const isCrowded = chart.categories.length > 22
  return new ChartRun({
    ...common, type: 'column', gapWidth: chart.categories.length > 8 ? 60 : 160, overlap: 0, legend: chart.series.length > 1 ? { position: 'bottom', font: axisFont } : false,
    dataLabels: { value: true, position: 'outsideEnd', font: { size: isCrowded ? 7.5 : 9, color: dark } },
  })
}
