/** The course of one figure over the year as an ECharts option: planned share dashed, actual as a step of points. Pure. */
import type { ComposeOption } from 'echarts/core'
import type { LineSeriesOption } from 'echarts/charts'
import type { AriaComponentOption, GridComponentOption, MarkLineComponentOption, TooltipComponentOption } from 'echarts/components'
import type { Course } from '../domain/curve'

export type CurveOption = ComposeOption<LineSeriesOption | GridComponentOption | TooltipComponentOption | AriaComponentOption | MarkLineComponentOption>

export interface CurvePalette { ink: string, soft: string, line: string, actual: string, sheet: string, font: string }
export interface CurveWords { pace: string, actual: string, label: string, month: (day: string) => string, value: (value: number | null) => string }

const percent = (share: number): number => Math.round(share * 1000) / 10
const stamp = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** A day marked at the foot of the curve, such as the issue and the date of a slip. */
export interface CurveMark { at: string, name: string, side: 'left' | 'right' }

/** `period` bounds the axis; `asOf` is marked by a line. */
export function curveOption(course: Course, period: { start: string, end: string }, asOf: string, palette: CurvePalette, words: CurveWords, marks: readonly CurveMark[] = []): CurveOption {
  const last = course.due > period.end ? course.due : period.end
  const actual = course.actual.filter(point => point.progress !== null).map(point => ({ value: [stamp(point.at), percent(point.progress!)] as [number, number], name: `${point.at}　${words.value(point.value)}` }))
  const now = actual.at(-1)
  const line = now === undefined ? [] : [{ value: [stamp(period.start), 0] as [number, number], name: '' }, ...actual, { value: [stamp(asOf), now.value[1]] as [number, number], name: now.name }]
  return {
    animation: false,
    aria: { enabled: true, label: { enabled: true, description: words.label } },
    textStyle: { fontFamily: palette.font },
    grid: { left: 4, right: 10, top: 12, bottom: 24, containLabel: false },
    tooltip: {
      trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: palette.sheet, borderColor: palette.line, textStyle: { color: palette.ink, fontSize: 12 },
      formatter: params => {
        const list = Array.isArray(params) ? params : [params]
        return list.filter(one => one.seriesIndex !== 2).filter(one => one.name !== '' || one.seriesIndex === 0).map(one => `${one.seriesName ?? ''} ${String((one.value as [number, number])[1])}%${one.name === '' ? '' : `\n${one.name}`}`).join('\n')
      },
    },
    xAxis: {
      type: 'time', min: stamp(period.start), max: stamp(last), axisLine: { lineStyle: { color: palette.line } }, axisTick: { show: false }, splitLine: { show: false }, splitNumber: 4,
      axisLabel: { color: palette.soft, fontSize: 12, hideOverlap: true, formatter: (value: number) => words.month(new Date(value).toISOString().slice(0, 10)) },
    },
    yAxis: { type: 'value', min: 0, max: 100, interval: 50, axisLabel: { show: false }, splitLine: { lineStyle: { color: palette.line, type: 'dotted' } } },
    series: [
      { name: words.pace, type: 'line', data: course.pace.map(point => [stamp(point.at), percent(point.share)]), symbol: 'none', lineStyle: { color: palette.soft, type: 'dashed', width: 1.4 }, silent: true },
      {
        name: words.actual, type: 'line', data: line, step: 'end', symbolSize: 5, symbol: 'circle', lineStyle: { color: palette.actual, width: 2 }, itemStyle: { color: palette.actual },
        markLine: { silent: true, symbol: 'none', animation: false, label: { show: false }, lineStyle: { color: palette.ink, width: 1, type: 'solid' }, data: [{ xAxis: stamp(asOf) }] },
      },
      ...(marks.length === 0 ? [] : [{
        type: 'line' as const, silent: true, symbol: 'rect', symbolSize: [2, 10], lineStyle: { width: 0 }, itemStyle: { color: palette.ink },
        data: marks.map(({ at, name, side }) => ({ value: [stamp(at), 0], label: { show: true, position: side, offset: [0, -8], formatter: name, color: palette.ink, fontSize: 12 } })),
      }]),
    ],
  }
}
