/** 各镇街: every area against its own goal with its own pace, worst first; or its share of the whole, or its value. Pure. */
import type { ComposeOption } from 'echarts/core'
import type { BarSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import type { AriaComponentOption, GridComponentOption, TooltipComponentOption } from 'echarts/components'
import type { Chart, ChartCaption, ChartPalette } from './chart'

export type AreaBarsOption = ComposeOption<BarSeriesOption | ScatterSeriesOption | GridComponentOption | TooltipComponentOption | AriaComponentOption>

const tones = ['plain', 'lag', 'sev'] as const

/** The shapes of lamps (DESIGN.md) as symbols in a 10 x 10 box: filled, or drawn with a line of this width. */
const shapes = {
  dot: { symbol: 'circle', size: 6 }, triangle: { symbol: 'triangle', size: 10 }, square: { symbol: 'rect', size: 9 }, diamond: { symbol: 'diamond', size: 11 },
  check: { symbol: 'path://M.8 5.4 3.8 8.6 9.3 1.6', size: [9, 7], line: 1.9 }, ring: { symbol: 'circle', size: 8, line: 1.4 }, hollow: { symbol: 'triangle', size: 9, line: 1.4 },
  bars: { symbol: 'path://M2 1h2.2v8H2ZM5.8 1H8v8H5.8Z', size: [7, 9] }, point: { symbol: 'circle', size: 3 },
} as const

export type BarShape = keyof typeof shapes

/** One area, ready to draw: the bar's length, its mark, and the words around it. */
export interface AreaBar {
  code: string
  name: string
  /** The lamp's shape, and the name of its colour in the palette; null without a lamp. */
  shape: BarShape | null
  shapeTone: 'ok' | 'done' | 'lag' | 'sev' | 'due' | 'none'
  tone: typeof tones[number]
  value: string
  goal: string
  /** Null: nothing to draw (未填报). */
  bar: number | null
  mark: number | null
  /** At the end of the line: how much is missing, the stage, the share. */
  note: string
}

export interface AreaBarsData {
  bars: readonly AreaBar[]
  /** Right end of the axis. */
  max: number
  columns: 1 | 2
  /** Pixels of the place. */
  width: number
  /** Pixels of the longest name, of value and goal, and of the longest note. */
  nameWidth: number
  valueWidth: number
  noteWidth: number
}

export interface AreaBarsWords {
  caption: ChartCaption
  label: string
  tip: (bar: AreaBar) => string
  head: readonly string[]
  row: (bar: AreaBar) => readonly string[]
}

const rowHeight = 27
const signWidth = 20
const between = 28

/** Height that so many rows want. */
export const barsHeight = (count: number, columns: 1 | 2): number => Math.max(1, Math.ceil(count / columns)) * rowHeight + 8

/** Braces and bars would end a style run of rich text. */
const plain = (text: string): string => text.replace(/[{}|]/g, '')

export function areaBars(data: AreaBarsData, palette: ChartPalette, words: AreaBarsWords): Chart {
  const { bars, columns, nameWidth, valueWidth, noteWidth, max, width } = data
  const perColumn = Math.max(1, Math.ceil(bars.length / columns))
  const parts = Array.from({ length: columns }, (_, i) => bars.slice(i * perColumn, (i + 1) * perColumn))
  const byCode = new Map(bars.map(bar => [bar.code, bar]))
  const leftWidth = signWidth + nameWidth + valueWidth
  const barWidth = Math.max(24, Math.floor((width - (columns - 1) * between) / columns) - leftWidth - noteWidth)
  const font = { fontSize: 13, fontFamily: palette.font, lineHeight: rowHeight }
  const styles = {
    name: { ...font, color: palette.ink, width: nameWidth, align: 'left' as const },
    value: { ...font, color: palette.ink, fontWeight: 600 as const },
    goal: { ...font, color: palette.soft, fontSize: 12 },
  }
  const labelOf = (code: string): string => {
    const bar = byCode.get(code)
    return bar === undefined ? '' : `{name|${plain(bar.name)}}{value|${plain(bar.value)}}{goal|${plain(bar.goal)}}`
  }
  const colours: Record<AreaBar['tone'], string> = { plain: palette.bar, lag: palette.lag, sev: palette.sev }
  const hatches: Record<AreaBar['tone'], object> = {
    plain: {},
    lag: { decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: Math.PI / 4, color: palette.sheet } },
    sev: { decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 3], rotation: -Math.PI / 4, color: palette.sheet } },
  }
  const rows = (i: number) => ({ id: `rows-${i}`, type: 'category' as const, gridIndex: i, inverse: true, data: Array.from({ length: perColumn }, (_, k) => parts[i]![k]?.code ?? ` ${k}`), axisLine: { show: false }, axisTick: { show: false } })
  const option: AreaBarsOption = {
    animation: false, aria: { enabled: true, label: { enabled: true, description: words.label } }, textStyle: { fontFamily: palette.font },
    grid: parts.map((_, i) => ({ ...(i === 0 ? { left: leftWidth } : { right: noteWidth }), width: barWidth, top: 4, bottom: 4, outerBoundsMode: 'none' as const })),
    xAxis: parts.map((_, i) => ({ type: 'value', gridIndex: i, min: 0, max, show: false })),
    yAxis: parts.flatMap((_, i) => [
      { ...rows(i), triggerEvent: true, axisLabel: { interval: 0, margin: leftWidth - signWidth, align: 'left' as const, rich: styles, formatter: labelOf } },
      { ...rows(i), id: `notes-${i}`, position: 'right' as const, axisLabel: { interval: 0, margin: noteWidth, align: 'right' as const, color: palette.ink2, ...font, fontSize: 12, formatter: (code: string) => byCode.get(code)?.note ?? '' } },
    ]),
    tooltip: {
      trigger: 'item', renderMode: 'richText', confine: true, backgroundColor: palette.sheet, borderColor: palette.line2, textStyle: { color: palette.ink, fontSize: 12, fontFamily: palette.font },
      formatter: params => { const bar = byCode.get((Array.isArray(params) ? params[0] : params)?.name ?? ''); return bar === undefined ? '' : words.tip(bar) },
    },
    series: parts.flatMap((part, i): (BarSeriesOption | ScatterSeriesOption)[] => [
      ...tones.map((tone): BarSeriesOption => ({
        id: `${tone}-${i}`, type: 'bar', xAxisIndex: i, yAxisIndex: 2 * i, barWidth: 9, barGap: '-100%', cursor: 'pointer', itemStyle: { color: colours[tone], ...hatches[tone] },
        showBackground: tone === 'plain', backgroundStyle: { color: palette.barBg },
        data: part.map(bar => ({ name: bar.code, value: bar.tone === tone && bar.bar !== null ? Math.min(bar.bar, max) : '-' })),
      })),
      {
        id: `shapes-${i}`, type: 'scatter', xAxisIndex: i, yAxisIndex: 2 * i, silent: true, clip: false, z: 4,
        data: part.flatMap(bar => {
          if (bar.shape === null) return []
          const shape = shapes[bar.shape]
          const color = palette[bar.shapeTone]
          const style = 'line' in shape ? { color: 'transparent', borderColor: color, borderWidth: shape.line } : { color }
          return [{ name: bar.code, value: [0, bar.code], symbol: shape.symbol, symbolSize: shape.size as number | number[], symbolOffset: [6 - leftWidth, 0] as [number, number], itemStyle: { ...style, opacity: 1 } }]
        }),
      },
      {
        id: `marks-${i}`, type: 'scatter', xAxisIndex: i, yAxisIndex: 2 * i, symbol: 'rect', symbolSize: [2, 15], silent: true, z: 4, itemStyle: { color: palette.ink, opacity: 1 },
        data: part.flatMap(bar => (bar.mark === null ? [] : [{ name: bar.code, value: [Math.min(bar.mark, max), bar.code] }])),
      },
    ]),
  }
  return { option, caption: words.caption, label: words.label, table: { head: words.head, rows: bars.map(bar => words.row(bar)) } }
}
