/** Every target of one area as a small burn-up in one drawing: actual step against the dashed pace, the end point in its lamp's colour and shape. Pure. */
import type { Course } from '../domain/curve'
import type { Chart, ChartCaption, ChartPalette } from './chart'
import { dayOfStamp, stampOf } from './chart'

export type BurnUpShape = 'square' | 'triangle' | 'diamond' | 'dot' | 'check' | 'hollow' | 'ring' | 'point'

export interface BurnUp {
  target: string
  /** Short name of the target. */
  name: string
  /** The lamp: its drawn shape, tone and word. */
  shape: BurnUpShape
  tone: 'ok' | 'done' | 'lag' | 'sev' | 'due' | 'none'
  lamp: string
  course: Course
  /** Progress and value on the day; progress null where nothing is reported. */
  progress: number | null
  value: string
  /** Planned share on the day; null for ceilings. */
  pace: number | null
}

export interface BurnUpsWords {
  caption: ChartCaption
  label: string
  pace: string
  actual: string
  month: (day: string) => string
  day: (day: string) => string
  /** Heads of the table: target, lamp, value, actual, pace. */
  head: readonly [string, string, string, string, string]
}

const rowHeight = 112
const titleHeight = 26
const plotHeight = 60

export const burnUpsHeight = (count: number, columns: number): number => Math.ceil(count / columns) * rowHeight

const signs: Record<BurnUpShape, string> = { square: '■', triangle: '▲', diamond: '◆', dot: '●', check: '✓', hollow: '△', ring: '○', point: '·' }
const symbols: Record<BurnUpShape, string> = { square: 'rect', triangle: 'triangle', diamond: 'diamond', dot: 'circle', check: 'circle', hollow: 'triangle', ring: 'circle', point: 'circle' }
const percent = (share: number): number => Math.round(share * 1000) / 10
const percentText = (share: number | null): string => (share === null ? '—' : `${Math.floor(share * 100 + 1e-7)}%`)

/** The reports with progress up to the day as a line from nothing to today; empty without any. */
function lineOf({ course, progress }: BurnUp, start: string, asOf: string): [number, number][] {
  const reported = course.actual.filter(point => point.progress !== null && point.at <= asOf)
  if (reported.length === 0 || progress === null) return []
  return [[stampOf(start), 0], ...reported.map((point): [number, number] => [stampOf(point.at), percent(point.progress!)]), [stampOf(asOf), percent(progress)]]
}

/** `columns`: how many stand side by side. `period` bounds every axis. A click on a drawing carries the target's id as its name. */
export function smallBurnUps(burnUps: readonly BurnUp[], period: { start: string, end: string }, asOf: string, columns: number, palette: ChartPalette, words: BurnUpsWords): Chart {
  const share = 100 / columns
  const first = stampOf(period.start)
  const end = burnUps.reduce((last, { course }) => (course.due > last ? course.due : last), asOf > period.end ? asOf : period.end)
  const last = stampOf(end)
  const isLateInYear = (stampOf(asOf) - first) / (last - first) > 0.8
  const text = (color: string, size = 12) => ({ color, fontSize: size, fontFamily: palette.font })
  const placeOf = (i: number) => ({ left: share * (i % columns), top: Math.floor(i / columns) * rowHeight + titleHeight })
  const each = burnUps.map((one, i) => ({ one, i, color: palette[one.tone], ...placeOf(i), line: lineOf(one, period.start, asOf) }))
  return {
    caption: words.caption, label: words.label,
    table: { head: words.head, rows: burnUps.map(one => [one.name, one.lamp, one.value, percentText(one.progress), percentText(one.pace)]) },
    option: {
      animation: false,
      aria: { enabled: true, label: { enabled: true, description: words.label } },
      textStyle: { fontFamily: palette.font },
      tooltip: {
        trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: palette.sheet, borderColor: palette.line2, textStyle: text(palette.ink), axisPointer: { lineStyle: { color: palette.line2 } },
        formatter: (params: unknown) => {
          const list = (Array.isArray(params) ? params : [params]) as { seriesName?: string, name?: string, value?: readonly [number, number] }[]
          const one = burnUps.find(burnUp => burnUp.target === list[0]?.name)
          const day = list[0]?.value === undefined ? '' : words.day(dayOfStamp(list[0].value[0]))
          return [`${one?.name ?? ''}　${day}`, ...list.map(point => `${point.seriesName ?? ''} ${point.value?.[1] ?? '—'}%`)].join('\n')
        },
      },
      grid: each.map(({ left, top }) => ({ left: `${left}%`, width: `${share - (columns === 1 ? 0 : 3 / columns * 2)}%`, top, height: plotHeight })),
      xAxis: each.map(({ i }) => ({
        type: 'time', gridIndex: i, min: first, max: last, axisLine: { lineStyle: { color: palette.line2 } }, axisTick: { show: false }, splitLine: { show: false }, axisPointer: { label: { show: false } },
        axisLabel: { ...text(palette.soft), show: i + columns >= burnUps.length, customValues: [first, last], alignMinLabel: 'left', alignMaxLabel: 'right', margin: 5, formatter: (value: number) => words.month(dayOfStamp(value)) },
      })),
      yAxis: each.map(({ i, one, color }) => ({
        type: 'value', gridIndex: i, min: 0, max: 100, interval: 100, axisLabel: { show: false }, axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: palette.line } },
        name: `{s|${signs[one.shape]}}${one.name}`, nameLocation: 'end', nameGap: 7,
        nameTextStyle: { ...text(palette.ink), align: 'left', padding: 0, rich: { s: { ...text(color, 12), padding: [0, 5, 0, 0] } } },
      })),
      series: each.flatMap(({ one, i, color, line }) => [
        {
          name: words.pace, type: 'line', xAxisIndex: i, yAxisIndex: i, symbol: 'none', z: 2, lineStyle: { color: palette.soft, type: [3, 3], width: 1.2 }, itemStyle: { color: palette.soft },
          data: one.pace === null ? [] : one.course.pace.map(point => ({ name: one.target, value: [stampOf(point.at), percent(point.share)] })),
          // The whole small drawing can be clicked: it lies over the lines, unseen.
          markArea: { silent: false, animation: false, z: 9, itemStyle: { color: 'transparent' }, label: { show: false }, emphasis: { disabled: true }, data: [[{ name: one.target, xAxis: first, yAxis: 0 }, { xAxis: last, yAxis: 100 }]] },
        },
        {
          name: words.actual, type: 'line', xAxisIndex: i, yAxisIndex: i, step: 'end', z: 3, clip: false, symbol: 'none', lineStyle: { color: palette.ink2, width: 1.8 }, itemStyle: { color: palette.ink2 },
          data: line.map((value, k) => ({
            name: one.target, value,
            ...(k === line.length - 1 && {
              symbol: symbols[one.shape], symbolSize: 9, itemStyle: { color: one.shape === 'hollow' || one.shape === 'ring' ? palette.sheet : color, borderColor: color, borderWidth: one.shape === 'hollow' || one.shape === 'ring' ? 1.5 : 0 },
              label: { show: true, ...(isLateInYear ? { position: 'top', align: 'right', distance: 4, offset: [7, 0] } : { position: 'right', distance: 4, backgroundColor: palette.sheet, padding: [0, 2] }), ...text(palette.ink2), formatter: percentText(one.progress) },
            }),
          })),
        },
      ]),
    },
  }
}
