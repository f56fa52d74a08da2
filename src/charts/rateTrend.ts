/** 达序率走势: an area's on-pace rate at each meeting, as known then, and on the day itself, against the median of all areas. Pure. */
import type { RatePoint } from '../domain/standing'
import type { Chart, ChartCaption, ChartPalette } from './chart'
import { dayOfStamp, stampOf } from './chart'

/** A day of the course with its name under the axis: "3次会", "9月15日". */
export interface TrendPoint extends RatePoint { name: string }

export interface TrendWords {
  caption: ChartCaption
  label: string
  /** Name of the area and of the grey line, at their ends. */
  own: string
  median: string
  /** Heads of the table: day, rate, on pace of active, median. */
  head: readonly [string, string, string, string]
  percent: (share: number) => string
}

/** Closer together than this share of the axis, the earlier of two names gives way. */
const leastStep = 0.15
/** Points of percentage that two end labels need between them. */
const labelRoom = 17

/** Stamps whose names have room, counted from the last one back. */
function namedStamps(points: readonly TrendPoint[]): number[] {
  const stamps = points.map(point => stampOf(point.asOf))
  const span = Math.max(1, stamps.at(-1)! - stamps[0]!)
  const named: number[] = []
  for (const stamp of [...stamps].reverse()) if (named.length === 0 || (named[0]! - stamp) / span >= leastStep) named.unshift(stamp)
  return named
}

export function rateTrend(points: readonly TrendPoint[], palette: ChartPalette, words: TrendWords): Chart {
  const rated = points.filter(point => point.rate !== null)
  const last = rated.at(-1)
  const names = new Map(points.map(point => [point.asOf, point.name]))
  const whole = (share: number): number => Number(words.percent(share))
  const medianEnd = points.at(-1)?.median ?? null
  const apart = last === undefined || medianEnd === null ? 100 : whole(medianEnd) - whole(last.rate!)
  const push = Math.abs(apart) >= labelRoom ? 0 : (labelRoom - Math.abs(apart)) / 2 * 0.8
  const text = (color: string, size = 12) => ({ color, fontSize: size, fontFamily: palette.font })
  const stamps = points.map(point => stampOf(point.asOf))
  const named = namedStamps(points)
  return {
    caption: words.caption, label: words.label,
    table: { head: words.head, rows: points.map(({ name, rate, onPace, active, median }) => [name, rate === null ? '—' : `${words.percent(rate)}%`, active === 0 ? '—' : `${onPace}/${active}`, median === null ? '—' : `${words.percent(median)}%`]) },
    option: {
      animation: false,
      aria: { enabled: true, label: { enabled: true, description: words.label } },
      textStyle: { fontFamily: palette.font },
      grid: { left: 34, right: 14 + 12 * Math.max(words.own.length, 4) + 22, top: 20, bottom: 26 },
      tooltip: {
        trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: palette.sheet, borderColor: palette.line2, textStyle: text(palette.ink),
        formatter: (params: unknown) => {
          const list = (Array.isArray(params) ? params : [params]) as { seriesName?: string, value?: readonly [number, number] }[]
          const day = list[0]?.value === undefined ? '' : names.get(dayOfStamp(list[0].value[0])) ?? ''
          return [day, ...list.map(one => `${one.seriesName ?? ''} ${one.value?.[1] ?? '—'}%`)].join('\n')
        },
      },
      xAxis: {
        type: 'time', min: stamps[0]! - (stamps.at(-1)! - stamps[0]!) * 0.07, max: stamps.at(-1), axisLine: { lineStyle: { color: palette.line2 } }, axisTick: { show: false }, splitLine: { show: false },
        axisLabel: { ...text(palette.ink2), customValues: named, formatter: (value: number) => names.get(dayOfStamp(value)) ?? '', hideOverlap: false, margin: 8 },
      },
      yAxis: { type: 'value', min: 0, max: 100, interval: 50, axisLabel: { ...text(palette.soft), margin: 8 }, splitLine: { lineStyle: { color: palette.line } } },
      series: [
        {
          name: words.median, type: 'line', symbol: 'none', silent: true, lineStyle: { color: palette.bar, width: 1.6 }, itemStyle: { color: palette.bar },
          data: points.filter(point => point.median !== null).map((point, i, all) => ({
            value: [stampOf(point.asOf), whole(point.median!)],
            ...(i === all.length - 1 && { symbol: 'circle', symbolSize: 1, label: { show: true, position: 'right', distance: 6, offset: [0, apart >= 0 ? -push : push], formatter: `${words.median} ${words.percent(point.median!)}`, ...text(palette.soft) } }),
          })),
        },
        {
          name: words.own, type: 'line', clip: false, symbol: 'circle', symbolSize: 7, lineStyle: { color: palette.ink, width: 2.5 }, itemStyle: { color: palette.ink },
          data: rated.map(point => ({
            value: [stampOf(point.asOf), whole(point.rate!)],
            label: point === last
              ? { show: true, position: 'right', distance: 6, offset: [0, apart >= 0 ? push : -push], formatter: `{n|${words.percent(point.rate!)}}${words.own}`, ...text(palette.ink), rich: { n: { padding: [0, 5, 0, 0], fontWeight: 600, fontSize: 13, color: palette.ink, fontFamily: palette.font } } }
              : { show: rated.length <= 8, position: point.rate! > 0.8 ? 'bottom' : 'top', formatter: words.percent(point.rate!), ...text(palette.ink, 13), fontWeight: 600 },
          })),
        },
      ],
    },
  }
}
