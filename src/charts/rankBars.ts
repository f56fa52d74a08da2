/** Places in their order as bars: how much of each is on pace and what keeps it back, or how far each is with one target. Pure. */
import type { EChartsCoreOption } from 'echarts/core'
import type { Chart, ChartCaption, ChartTable } from './chart'
import type { PlacePalette, PlaceTone } from './lampInk'
import { decalOf } from './lampInk'

export interface RankBar {
  code: string
  name: string
  /** Parts from the left, fractions of 1. */
  parts: readonly { tone: PlaceTone, share: number }[]
  /** What stands behind the bar: "36%", and lighter "5/14". */
  figure: string
  note: string
  /** Fraction of 1 that a tick marks: where it was at the last meeting, or where it should be. */
  tick: number | null
  tooltip: string
}

export interface RankGroup { name: string, bars: readonly RankBar[] }

export interface RankWords { label: string, tick: string, tones: Readonly<Record<PlaceTone, string>> }

const order: readonly PlaceTone[] = ['done', 'ok', 'due', 'bare', 'none', 'lag', 'sev', 'err']
const headHeight = 26
/** Labels of the axis with their margin. */
const axisHeight = 22

/** Height in pixels that the bars ask for, lines so high: those of the table beside them. */
export const rankHeight = (groups: readonly RankGroup[], lineHeight: number): number => headHeight + axisHeight + lineHeight * groups.reduce((sum, group) => sum + group.bars.length + (group.name === '' ? 0 : 1), 0)

/** Fill of a part: grey for what is well, so that colour is left for what is not. */
function barFill(tone: PlaceTone, palette: PlacePalette): string {
  const fills: Partial<Record<PlaceTone, string>> = { lag: palette.lagBg, sev: palette.sevBg, err: palette.sevBg, none: palette.noneBg, done: palette.done, due: palette.due }
  return fills[tone] ?? palette.bar
}

interface Line { key: string, head: string | null, bar: RankBar | null }

/** Groups with a name get a line of their own above their bars. */
export function rankBars(groups: readonly RankGroup[], caption: ChartCaption, table: ChartTable, palette: PlacePalette, words: RankWords): Chart {
  const lines: Line[] = groups.flatMap(group => [...(group.name === '' ? [] : [{ key: `group ${group.name}`, head: group.name, bar: null }]), ...group.bars.map(bar => ({ key: bar.code, head: null, bar }))])
  const byKey = new Map(lines.map(line => [line.key, line]))
  const tones = order.filter(tone => lines.some(line => line.bar?.parts.some(part => part.tone === tone && part.share > 0)))
  const percent = (share: number): number => Math.round(share * 10_000) / 100
  const partOf = (line: Line, tone: PlaceTone): number => percent((line.bar?.parts ?? []).filter(part => part.tone === tone).reduce((sum, part) => sum + part.share, 0))
  const axis = { type: 'category', inverse: true, data: lines.map(line => line.key), axisLine: { show: false }, axisTick: { show: false } }
  const option: EChartsCoreOption = {
    animation: false,
    // Patterns are given by tone: those of the library would differ from chart to chart.
    aria: { enabled: true, decal: { show: false }, label: { enabled: true, description: words.label } },
    textStyle: { fontFamily: palette.font },
    grid: { left: 0, right: 0, top: headHeight, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'item', renderMode: 'richText', confine: true, backgroundColor: palette.sheet, borderColor: palette.line2, textStyle: { color: palette.ink, fontSize: 12, lineHeight: 18 },
      formatter: (params: { name?: unknown }) => byKey.get(String(params.name))?.bar?.tooltip ?? '',
    },
    xAxis: { type: 'value', min: 0, max: 100, interval: 50, axisLabel: { color: palette.soft, fontSize: 12, formatter: '{value}%' }, splitLine: { lineStyle: { color: palette.line } } },
    yAxis: [
      {
        ...axis,
        axisLabel: {
          interval: 0, fontSize: 13, margin: 10, color: palette.ink, formatter: (key: string) => { const { head = null, bar = null } = byKey.get(key) ?? {}; return head === null ? bar?.name ?? '' : `{head|${head}}` },
          rich: { head: { fontSize: 12, color: palette.soft, fontFamily: palette.font } },
        },
      },
      {
        ...axis, position: 'right',
        axisLabel: {
          interval: 0, margin: 10, color: palette.ink2, fontSize: 12,
          formatter: (key: string) => { const { figure = '', note = '' } = byKey.get(key)?.bar ?? {}; return figure === '' ? '' : `{figure|${figure}}${note === '' ? '' : `  {note|${note}}`}` },
          rich: { figure: { fontSize: 13, fontWeight: 600, color: palette.ink, fontFamily: palette.font }, note: { fontSize: 12, color: palette.soft, fontFamily: palette.font } },
        },
      },
    ],
    series: [
      ...tones.map(tone => ({
        name: words.tones[tone], type: 'bar', stack: 'parts', barWidth: 12, data: lines.map(line => (line.bar === null ? null : partOf(line, tone))), cursor: 'pointer', emphasis: { disabled: true },
        itemStyle: { color: barFill(tone, palette), ...(tone === 'none' && { borderColor: palette.line2, borderWidth: 1 }), ...(decalOf(tone, palette) !== undefined && { decal: decalOf(tone, palette) }) },
      })),
      { name: '', type: 'bar', stack: 'parts', barWidth: 12, cursor: 'pointer', emphasis: { disabled: true }, itemStyle: { color: palette.barBg }, data: lines.map(line => (line.bar === null ? null : Math.max(0, 100 - percent(line.bar.parts.reduce((sum, part) => sum + part.share, 0))))) },
      {
        name: words.tick, type: 'scatter', symbol: 'rect', symbolSize: [2, 18], itemStyle: { color: palette.ink, opacity: 1 }, silent: true, z: 5,
        data: lines.flatMap(({ key, bar }) => (bar === null || bar.tick === null ? [] : [[percent(bar.tick), key]])),
      },
    ],
  }
  return { option, caption, table, label: words.label }
}
