/** 进度与阶段计划: what was reached against what was due by when, with meetings, what came late, and where the present speed leads. Pure. */
import type { ComposeOption } from 'echarts/core'
import type { LineSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import type { AriaComponentOption, GridComponentOption, MarkLineComponentOption, TooltipComponentOption } from 'echarts/components'
import type { Figure } from '../domain/board'
import type { ComparedCourse, ComparedPoint } from '../domain/comparedCourse'
import { shareOn, wasLate } from '../domain/comparedCourse'
import { addDays, addMonths, daysBetween } from '../domain/days'
import type { Forecast } from '../domain/forecast'
import type { Target } from '../domain/plan'
import { axisOf, lastHeight, scaleOf } from './burnUpScale'
import type { BurnUpScale } from './burnUpScale'
import type { Chart, ChartCaption, ChartPalette } from './chart'
import { dayOfStamp, stampOf } from './chart'

export type BurnUpOption = ComposeOption<LineSeriesOption | ScatterSeriesOption | GridComponentOption | TooltipComponentOption | AriaComponentOption | MarkLineComponentOption>

export interface BurnUpData {
  target: Target
  figure: Figure
  course: ComparedCourse
  forecast: Forecast | null
  period: { start: string, end: string }
  due: string
  asOf: string
  meetings: readonly { number: number, on: string }[]
  /** Sum of what was given out, where it exceeds the goal (加码). */
  stretch: number | null
  /** How far below the pace is still on pace, as a share. */
  room: number
  /** A phone: fewer words in the drawing. */
  isNarrow: boolean
}

export interface BurnUpWords {
  caption: ChartCaption
  label: string
  month: (day: string) => string
  flag: string
  should: (height: string) => string
  goal: string
  stretch: string
  baseline: string | null
  /** At the last point: the value with its unit. */
  now: string
  /** The line of what is finished, of sites: name and last value. */
  counted: string | null
  projection: string
  tip: (day: string, actual: string | null, should: string | null, inTime: string | null) => string
  table: { day: string, actual: string, should: string, gap: string, inTime: string }
}

type Point = [number, number]
/** How far after the period the speed is followed, in days. */
const roomAfter = 92
const numberText = (value: number): string => String(Number(value.toFixed(Math.abs(value) < 100 ? 1 : 0)))

/** The level held until the next report, in stretches: known in time, or only later. */
function stretchesOf(points: readonly ComparedPoint[], scale: BurnUpScale, start: string, asOf: string): { isLate: boolean, line: Point[] }[] {
  const list: { isLate: boolean, line: Point[] }[] = []
  const known = points.flatMap(point => { const height = scale.of(point); return height === null ? [] : [{ at: point.at, height, isLate: wasLate(point) }] })
  let before: Point = [stampOf(known[0] !== undefined && known[0].at < start ? known[0].at : start), scale.from]
  known.forEach((point, i) => {
    const last = list.at(-1)
    if (last === undefined) list.push({ isLate: false, line: [before, [stampOf(point.at), before[1]]] })
    else last.line.push([stampOf(point.at), before[1]])
    const until = known[i + 1]?.at ?? (asOf > point.at ? asOf : point.at)
    const current = list.at(-1)!
    const line: Point[] = [[stampOf(point.at), before[1]], [stampOf(point.at), point.height]]
    if (current.isLate === point.isLate) current.line.push(...line)
    else list.push({ isLate: point.isLate, line })
    before = [stampOf(until), point.height]
  })
  list.at(-1)?.line.push(before)
  return list
}

/** Points where a curve leaves the ground by `room`, so that the band below it stays under it. */
function bandOf(due: ComparedCourse['due'], scale: BurnUpScale, room: number): { upper: Point[], lower: Point[] } {
  const upper: Point[] = []
  const lower: Point[] = []
  due.forEach((point, i) => {
    const before = due[i - 1]
    if (before !== undefined && before.at < point.at && before.share < room && point.share > room) {
      const at = stampOf(before.at) + (stampOf(point.at) - stampOf(before.at)) * ((room - before.share) / (point.share - before.share))
      lower.push([at, scale.share(0)])
    }
    upper.push([stampOf(point.at), scale.share(point.share)])
    lower.push([stampOf(point.at), scale.share(Math.max(0, point.share - room))])
  })
  const last = lower.at(-1)
  // A little further than the band, so that no edge of it shows.
  return { upper, lower: last === undefined ? lower : [...lower, [last[0] + 86_400_000, last[1]]] }
}

/** The first of each month on the axis, and where its name stands. */
function monthsOf(start: string, end: string): { name: number[], line: number[] } {
  const name: number[] = []
  const line: number[] = []
  const step = Math.max(1, Math.ceil(daysBetween(start, end) / 31 / 16))
  for (let day = `${start.slice(0, 8)}01`; day <= end; day = addMonths(day, step)) {
    if (day > start) line.push(stampOf(day))
    const middle = addDays(day, 14)
    if (middle >= start && middle <= end) name.push(stampOf(middle))
  }
  return { name, line }
}

export function burnUp(data: BurnUpData, palette: ChartPalette, words: BurnUpWords): Chart {
  const { course, period, asOf, forecast, isNarrow, figure } = data
  const scale = scaleOf(data.target, figure)
  const now = lastHeight(course.actual, scale)
  const due = course.due
  const shouldNow = due.length === 0 ? null : scale.share(shareOn(due, asOf))
  const after = addDays(period.end, roomAfter)
  const finish = forecast?.finish ?? null
  const end = [period.end, data.due, asOf, finish !== null && finish < after ? finish : period.end].reduce((last, day) => (day > last ? day : last))
  const heights = course.actual.flatMap(point => [scale.of(point), scale.counted?.(point) ?? null])
  const stretch = data.stretch === null ? null : scale.value(data.stretch)
  const highest = Math.max(scale.goal ?? 0, stretch ?? 0, ...heights.map(height => height ?? 0), 1e-6)
  const base = words.baseline === null || data.target.baseline === undefined ? null : scale.value(data.target.baseline.value)
  const hasBase = base !== null && figure.area === null && base > 0 && base <= highest * 1.25
  const isWhole = !scale.isShare && highest > 4 && /count|frequency|stock/.test(data.target.measure)
  const axis = axisOf(Math.max(highest, hasBase ? base : 0), isWhole)
  const gapTone = figure.lamp === 'behind' || figure.lamp === 'overdue' ? palette.sev : figure.lamp === 'slightly_behind' ? palette.lag : null
  const text = (color: string, more: object = {}) => ({ show: true, color, fontSize: 12, fontFamily: palette.font, ...more })
  /** The flag stands where the goal is named: then it is named at the other end. */
  const isEarly = daysBetween(period.start, asOf) < daysBetween(period.start, end) * 0.3
  const isLastDays = daysBetween(asOf, end) < daysBetween(period.start, end) * 0.16
  /** Room on the right for the words of where the speed leads, or of the last value. */
  const hasEnd = !isNarrow && !isLastDays && now !== null && finish !== null && scale.goal !== null
  const series: (LineSeriesOption | ScatterSeriesOption)[] = []
  const line = (part: LineSeriesOption): void => { series.push({ type: 'line', symbol: 'none', silent: true, ...part }) }

  if (due.length > 0 && scale.goal !== null) {
    const { upper, lower } = bandOf(due, scale, data.room)
    line({ id: 'band', data: upper, z: 1, lineStyle: { width: 0 }, areaStyle: { color: palette.barBg, opacity: 1, origin: 'start' } })
    line({ id: 'below', data: lower, z: 1, lineStyle: { width: 0 }, areaStyle: { color: palette.sheet, opacity: 1, origin: 'start' } })
    line({ id: 'pace', data: upper, z: 3, lineStyle: { color: palette.ink2, width: 1.3, type: [5, 4] } })
  }
  if (scale.goal !== null) line({
    id: 'goal', data: [], z: 2,
    markLine: {
      silent: true, symbol: 'none', animation: false,
      data: [
        ...(stretch === null ? [] : [{ yAxis: stretch, lineStyle: { color: palette.ink2, width: 1, type: [2, 3] as number[] }, label: text(palette.ink2, { formatter: words.stretch, position: isEarly ? 'insideStartTop' : 'insideEndTop', distance: [2, 3] }) }]),
        ...(hasBase ? [{ yAxis: base, lineStyle: { color: palette.soft, width: 1, type: [8, 3, 2, 3] as number[] }, label: text(palette.soft, { formatter: words.baseline!, position: 'insideStartTop', distance: [190, 3], backgroundColor: palette.sheet, padding: [1, 3] }) }] : []),
        { yAxis: scale.goal, lineStyle: { color: palette.ink2, width: 1, type: 'solid' }, label: text(palette.ink2, { formatter: words.goal, position: isEarly ? 'insideEndTop' : 'insideStartTop', distance: [2, 3], backgroundColor: palette.sheet, padding: [1, 3, 1, 1] }) },
      ],
    },
  })
  const meetings = data.meetings.filter(({ on }) => on >= period.start && on <= end)
  const lineThrough = (stamp: number, color: string, label: object = { show: false }) => ({ xAxis: stamp, lineStyle: { color, width: 1, type: 'solid' as const }, label })
  line({
    id: 'days', data: [], z: 2,
    markLine: {
      silent: true, symbol: 'none', animation: false,
      data: [
        ...meetings.map(({ on }) => lineThrough(stampOf(on), palette.line2)),
        { ...lineThrough(stampOf(asOf), palette.act, text(palette.actInk, { formatter: words.flag, position: 'end', distance: 4, padding: [3, 8], borderRadius: 2, backgroundColor: palette.act, fontWeight: 600 })), lineStyle: { color: palette.act, width: 1.4, type: 'solid' as const } },
      ],
    },
  })
  if (scale.counted !== null) {
    const counted = course.actual.flatMap(point => { const height = scale.counted!(point); return height === null ? [] : [[stampOf(point.at), height] as Point] })
    if (counted.length > 0) line({ id: 'counted', z: 4, step: 'end', data: [[stampOf(period.start), 0], ...counted, [Math.max(stampOf(asOf), counted.at(-1)![0]), counted.at(-1)![1]]], lineStyle: { color: palette.bar, width: 2 }, endLabel: text(palette.soft, { formatter: words.counted ?? '', distance: 7, backgroundColor: palette.sheet, padding: [1, 2], offset: [0, counted.at(-1)![1] < axis.max * 0.1 ? -12 : now !== null && Math.abs(now.height - counted.at(-1)![1]) < axis.max * 0.14 ? (now.height >= (shouldNow ?? 0) ? 14 : 26) : 0] }) })
  }
  stretchesOf(course.actual, scale, period.start, asOf).forEach(({ isLate, line: points }, i) => {
    line({ id: `actual-${i}`, z: 5, data: points, lineStyle: { color: palette.ink, width: isLate ? 2.4 : 2, type: isLate ? [2, 3] : 'solid', cap: 'butt' } })
  })
  if (now !== null && gapTone !== null && shouldNow !== null) line({ id: 'gap', z: 4, data: [[stampOf(asOf), now.height], [stampOf(asOf), shouldNow]], lineStyle: { color: gapTone, width: 3 } })
  if (now !== null && finish !== null && scale.goal !== null) {
    const last = finish < end ? finish : end
    const reached = now.height + (scale.goal - now.height) * (daysBetween(asOf, last) / Math.max(1, daysBetween(asOf, finish)))
    const tone = (forecast?.late ?? 0) > 0 ? palette.lag : palette.ok
    line({ id: 'projection', z: 4, data: [[stampOf(asOf), now.height], { value: [stampOf(last), reached], label: text(tone, { formatter: hasEnd ? words.projection : '', position: 'right', distance: 6, lineHeight: 16, align: 'left', backgroundColor: palette.sheet, padding: [0, 2] }), symbol: 'circle', symbolSize: last === finish ? 4 : 0.1, itemStyle: { color: tone } }], showSymbol: true, symbol: 'circle', symbolSize: 0.1, lineStyle: { color: tone, width: 1.6, type: [1.5, 3] } })
  }
  const isNear = now !== null && shouldNow !== null && now.height >= shouldNow && now.height - shouldNow < axis.max * 0.06
  if (shouldNow !== null && shouldNow > scale.from && !isNarrow && !isNear) series.push({ type: 'scatter', id: 'should', z: 6, silent: true, symbolSize: 5, itemStyle: { color: palette.sheet, borderColor: palette.ink2, borderWidth: 1.2, opacity: 1 }, data: [{ value: [stampOf(asOf), shouldNow], label: text(palette.ink2, { formatter: words.should(numberText(shouldNow)), position: now !== null && now.height > shouldNow ? [10, 2] : [-8, shouldNow > axis.max * 0.9 ? 8 : -12], align: now !== null && now.height > shouldNow ? 'left' : 'right', padding: [0, 2] }) }] })
  if (now !== null) series.push({ type: 'scatter', id: 'now', z: 7, silent: true, symbolSize: 8, itemStyle: { color: palette.ink, opacity: 1 }, data: [{ value: [stampOf(asOf > now.at ? asOf : now.at), now.height], label: text(palette.ink, { formatter: words.now, position: 'right', distance: 7, offset: [0, now.height > axis.max * 0.92 ? 10 : now.height > (shouldNow ?? 0) ? -7 : 7], fontSize: 15, fontWeight: 600, backgroundColor: palette.sheet, padding: [1, 2] }) }] })
  series.push({ type: 'scatter', id: 'meetings', z: 8, silent: true, symbolSize: 16, data: meetings.map(({ number, on }) => ({ value: [stampOf(on), 0], itemStyle: on <= asOf ? { color: palette.ink, opacity: 1 } : { opacity: 1, color: palette.sheet, borderColor: palette.ink, borderWidth: 1 }, label: { show: true, position: 'inside', formatter: String(number), fontSize: 11, fontWeight: 700, fontFamily: palette.font, color: on <= asOf ? palette.sheet : palette.ink } })) })
  // What the pointer meets: one point a report.
  series.push({ type: 'line', id: 'reports', z: 5, symbol: 'circle', symbolSize: 5, showSymbol: false, lineStyle: { width: 0 }, itemStyle: { color: palette.ink }, data: course.actual.flatMap(point => { const height = scale.of(point); return height === null ? [] : [[stampOf(point.at), height] as Point] }) })

  const rowOn = (point: ComparedPoint) => {
    const height = scale.of(point)
    const should = due.length === 0 ? null : scale.share(shareOn(due, point.at))
    return { height, should, inTime: point.inTime === null ? null : point.inTime.value === null ? '—' : numberText(scale.isShare ? point.inTime.value * 100 : scale.value(point.inTime.value)) }
  }
  const months = monthsOf(period.start, end)
  const option: BurnUpOption = {
    animation: false, aria: { enabled: true, label: { enabled: true, description: words.label } }, textStyle: { fontFamily: palette.font },
    grid: { left: 6, right: hasEnd ? 118 : isLastDays ? (isNarrow ? 76 : 104) : isNarrow ? 12 : 16, top: 32, bottom: 6, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: palette.sheet, borderColor: palette.line2, textStyle: { color: palette.ink, fontSize: 12, fontFamily: palette.font }, axisPointer: { lineStyle: { color: palette.line2 } },
      formatter: params => {
        const one = (Array.isArray(params) ? params : [params]).find(item => item.seriesId === 'reports')
        const day = one === undefined ? null : dayOfStamp((one.value as Point)[0])
        const point = course.actual.find(candidate => candidate.at === day)
        if (point === undefined) return ''
        const { height, should, inTime } = rowOn(point)
        return words.tip(point.at, height === null ? null : numberText(height), should === null ? null : numberText(should), inTime)
      },
    },
    xAxis: { type: 'time', min: stampOf(period.start), max: stampOf(end), axisLine: { lineStyle: { color: palette.ink2 }, onZero: false }, axisTick: { show: true, customValues: months.line, lineStyle: { color: palette.line2 }, length: 3 }, splitLine: { show: false }, axisLabel: { color: palette.soft, fontSize: 12, margin: 12, hideOverlap: true, showMinLabel: true, showMaxLabel: true, customValues: months.name, formatter: (value: number) => words.month(dayOfStamp(value)) } },
    yAxis: { type: 'value', min: 0, max: axis.max, interval: axis.interval, z: 2, axisLabel: { color: palette.soft, fontSize: 12, showMaxLabel: true }, splitLine: { lineStyle: { color: palette.line } } },
    series,
  }
  return {
    option, caption: words.caption, label: words.label,
    table: {
      head: [words.table.day, words.table.actual, words.table.should, words.table.gap, words.table.inTime],
      rows: course.actual.map(point => {
        const { height, should, inTime } = rowOn(point)
        return [point.at, height === null ? '—' : numberText(height), should === null ? '—' : numberText(should), height === null || should === null ? '—' : numberText(height - should), inTime ?? '']
      }),
    },
  }
}
