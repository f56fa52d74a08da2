/** The burn-up of one figure in type for six metres: planned dashed, actual thick, what is missing as a line between them. Pure. */
import type { ComposeOption } from 'echarts/core'
import type { LineSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import type { AriaComponentOption, GridComponentOption } from 'echarts/components'
import type { ChartPalette } from './chart'
import { stampOf } from './chart'

type ScreenCurveOption = ComposeOption<LineSeriesOption | ScatterSeriesOption | GridComponentOption | AriaComponentOption>

/** The figures of the drawing; `y` counts what the axis counts: the target's unit, or per cent of the goal. */
export interface ScreenCurve {
  from: string
  to: string
  asOf: string
  /** Upper end of the axis, and the distance of its lines. */
  top: number
  step: number
  isPercent: boolean
  plan: readonly { at: string, y: number }[]
  actual: readonly { at: string, y: number }[]
  /** What is there now and what should be; null where it is not known. */
  now: number | null
  should: number | null
  /** Meetings up to the day, by their number. */
  meetings: readonly { on: string, number: number }[]
  tone: 'sev' | 'lag'
  /** Drawn on a phone: what is missing is written at the left from the middle of the year on. */
  isNarrow?: boolean
  words: { goal: string, should: string, missing: string, label: string }
}

/** Distance of about `parts` lines: 1, 2, 2.5 or 5 times a power of ten; whole where the figures are. */
export function niceStep(top: number, parts: number, isWhole: boolean): number {
  const rough = top / parts
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map(one => one * power).find(one => one >= rough - 1e-9) ?? rough
  return isWhole ? Math.max(1, Math.ceil(step)) : step
}

/** `unit`: CSS pixels of one unit of the screen; letters are 22 units and more. */
export function screenCurveOption(curve: ScreenCurve, palette: ChartPalette, unit: number, month: (day: string) => string): ScreenCurveOption {
  const color = palette[curve.tone]
  const px = (units: number): number => Math.round(units * unit * 100) / 100
  const first = stampOf(curve.from)
  const last = Math.max(stampOf(curve.to), stampOf(curve.asOf))
  const now = stampOf(curve.asOf)
  const isLate = (now - first) / (last - first) > (curve.isNarrow === true ? 0.5 : 0.78)
  const isEarly = (now - first) / (last - first) < 0.15
  const point = (at: string, y: number): [number, number] => [stampOf(at), y]
  const actual = curve.actual.length === 0 && curve.now === null ? [] : [point(curve.from, 0), ...curve.actual.map(({ at, y }) => point(at, y)), ...(curve.now === null ? [] : [point(curve.asOf, curve.now)])]
  const goal = curve.plan.at(-1)
  const small = { fontSize: px(24), fontFamily: palette.font, color: palette.ink2 }
  const { now: reached, should } = curve
  // Where the goal is all but due, its own words say the same.
  const isNearGoal = should !== null && goal !== undefined && (should >= goal.y - 1e-9 || (goal.y - should < curve.top * 0.12 && Math.abs(stampOf(goal.at) - now) < (last - first) * 0.3))
  const marks: ScatterSeriesOption['data'] = [
    ...(goal === undefined ? [] : [{ value: point(goal.at, goal.y), symbolSize: 0.1, label: { ...small, show: true, formatter: curve.words.goal, position: 'top' as const, align: 'right' as const, distance: px(10) } }]),
    ...(should === null || isNearGoal ? [] : [{ value: [now, should] as [number, number], symbolSize: 0.1, label: { ...small, show: true, formatter: curve.words.should, position: (isEarly ? 'right' : 'left') as 'left' | 'right', distance: px(12), offset: [0, px(-16)] as [number, number] } }]),
    ...(should === null || curve.words.missing === '' ? [] : [{ value: [now, ((reached ?? 0) + should) / 2] as [number, number], symbolSize: 0.1, label: { show: true, formatter: curve.words.missing, position: (isLate ? 'left' : 'right') as 'left' | 'right', distance: px(20), fontSize: px(30), fontWeight: 700, fontFamily: palette.font, color, opacity: 1, textBorderColor: palette.sheet, textBorderWidth: px(8) } }]),
    ...(reached === null ? [] : [{ value: [now, reached] as [number, number], symbol: curve.tone === 'sev' ? 'rect' : 'triangle', symbolSize: px(24), itemStyle: { color, opacity: 1 } }]),
  ]
  const whole = curve.top + curve.step * 0.02
  return {
    animation: false,
    aria: { enabled: true, label: { enabled: true, description: curve.words.label } },
    textStyle: { fontFamily: palette.font },
    grid: { left: px(Math.max(64, 30 + 14 * Math.max(...[0, curve.top].map(y => `${y}${curve.isPercent ? '%' : ''}`.length)))), right: px(16), top: px(52), bottom: px(56), containLabel: false },
    xAxis: {
      type: 'time', min: first, max: last, axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false }, splitNumber: 5,
      axisLabel: { color: palette.soft, fontSize: px(22), hideOverlap: true, margin: px(24), formatter: (value: number) => month(new Date(value).toISOString().slice(0, 10)) },
    },
    yAxis: {
      type: 'value', min: 0, max: whole, interval: curve.step, axisLabel: { color: palette.soft, fontSize: px(22), margin: px(14), formatter: (value: number) => (value > curve.top + 1e-9 || Math.abs(value / curve.step - Math.round(value / curve.step)) > 1e-6 ? '' : `${Number(value.toFixed(2))}${curve.isPercent ? '%' : ''}`) },
      splitLine: { showMaxLine: false, lineStyle: { color: palette.line, width: px(2) } },
    },
    series: [
      { type: 'line', data: curve.plan.map(({ at, y }) => point(at, y)), symbol: 'none', lineStyle: { color: palette.ink2, type: [px(10), px(7)], width: px(3) }, silent: true },
      { type: 'line', data: actual, step: 'end', symbol: 'none', lineStyle: { color, width: px(6) }, silent: true },
      ...(should === null ? [] : [{ type: 'line' as const, data: [[now, reached ?? 0], [now, should]], symbol: 'none', lineStyle: { color, width: px(4) }, silent: true }]),
      { type: 'scatter', data: curve.meetings.map(({ on, number }) => ({ value: point(on, 0), symbolSize: px(34), itemStyle: { color: palette.ink, opacity: 1 }, label: { show: number > 0, formatter: String(number), fontSize: px(22), fontWeight: 700, fontFamily: palette.font, color: palette.sheet } })), silent: true, clip: false, z: 4 },
      { type: 'scatter', data: marks, itemStyle: { opacity: 1 }, silent: true, clip: false, z: 5 },
    ],
  }
}
