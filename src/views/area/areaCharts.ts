/** From the page of a township to its two charts: the course of its rate, and its burn-ups. Pure. */
import type { Board } from '../../domain/board'
import type { Course } from '../../domain/curve'
import { medianRate, rateCourse } from '../../domain/standing'
import type { Chart, ChartCaption, ChartPalette } from '../../charts/chart'
import { rateTrend } from '../../charts/rateTrend'
import type { TrendPoint } from '../../charts/rateTrend'
import { burnUpsHeight, smallBurnUps } from '../../charts/smallBurnUps'
import type { BurnUp, BurnUpShape } from '../../charts/smallBurnUps'
import type { AreaLine, AreaPage } from '../../components/area/areaModel'
import type { AreaWords } from '../../components/area/areaWords'
import { percentText } from '../../wording/figureText'
import { lookOf } from '../../wording/lampLook'
import type { Messages } from '../../components/messages'
import type { MeetingBoard } from './useMeetingBoards'

interface ChartSources {
  page: AreaPage
  board: Board
  palette: ChartPalette
  words: AreaWords
  messages: Messages
  /** Title of the plan, and 演示数据 where it is one. */
  plan: string
  mark: string | null
}

const captionOf = ({ board, words, plan, mark }: ChartSources, title: string, unit: string): ChartCaption => ({ title, unit, asOf: board.asOf, source: words.source(plan), mark })
const whole = (share: number | null): number | null => (share === null ? null : Number(percentText(share)))

export function trendPointsOf(code: string, meetings: readonly MeetingBoard[], board: Board, nameOf: (meeting: number) => string, today: string): TrendPoint[] {
  const names = [...meetings.map(({ meeting }) => nameOf(meeting.number)), today]
  return rateCourse(code, [...meetings.map(one => one.board), board]).map((point, i) => ({ ...point, name: names[i]! }))
}

/** Null without a meeting before the day: a single point is no course. */
export function trendOf(sources: ChartSources, meetings: readonly MeetingBoard[], kind: string): Chart | null {
  const { page, board, palette, words, messages } = sources
  if (meetings.length === 0 || page.isSilent) return null
  const points = trendPointsOf(page.code, meetings, board, words.trend.meeting, messages.date.day(board.asOf))
  const place = points.findIndex(point => point.rate !== null)
  const first = place < 0 || place >= meetings.length ? null : { rate: whole(points[place]!.rate)!, meeting: meetings[place]!.meeting.number }
  const ranked = board.areas.filter(area => area.active > 0).length
  const title = words.trend.title({ now: page.rate, first, median: whole(medianRate(board.areas)), ranked }, kind)
  return rateTrend(points, palette, {
    caption: captionOf(sources, title, words.trend.unit(ranked, kind)), label: words.trend.label(page.name, title), own: page.short, median: words.trend.median, head: words.trend.head, percent: percentText,
  })
}

/** The lines that count in the rate, worst first: what the small drawings show. */
const activeLines = (page: AreaPage): AreaLine[] => [...page.late, ...page.unreported, ...page.steady, ...page.done]

export interface BurnUpSources {
  courseOf: (target: string) => Course | null
  nameOf: (target: string) => string
  /** The first month (YYYY-MM) since which a late target has been late. */
  since: string | null
  period: { start: string, end: string }
  /** Pixels for the whole drawing. */
  width: number
}

/** Null where nothing counts in the rate. */
export function burnUpsOf(sources: ChartSources, { courseOf, nameOf, since, period, width }: BurnUpSources): { chart: Chart, height: number } | null {
  const { page, board, palette, words, messages } = sources
  const lines = activeLines(page)
  if (lines.length === 0) return null
  const columns = columnsFor(lines.length, width)
  const title = words.burnUps.title({ all: page.standing.active, late: page.late.length, unreported: page.unreported.length, since: since === null ? null : Number(since.slice(5)) })
  const burnUps = lines.flatMap(({ item, figure }): BurnUp[] => {
    const course = courseOf(item.target)
    const { shape, tone } = lookOf(item.lamp)
    return course === null || tone === 'err' ? [] : [{ target: item.target, name: nameOf(item.target), shape: shape as BurnUpShape, tone, lamp: messages.lamp[item.lamp], course, progress: figure.progress, value: `${item.value}${item.goal === '' ? '' : `/${item.goal}`}`, pace: item.pace }]
  })
  const chart = smallBurnUps(burnUps, period, board.asOf, columns, palette, {
    caption: captionOf(sources, title, words.burnUps.unit), label: words.burnUps.label(page.name, title), pace: words.burnUps.pace, actual: words.burnUps.actual, month: messages.date.month, day: messages.date.day, head: words.burnUps.head,
  })
  return { chart, height: burnUpsHeight(burnUps.length, columns) }
}

/** How many small drawings stand side by side: as many as have room, in rows of even length. */
export function columnsFor(count: number, width: number): number {
  const most = Math.max(2, Math.min(Math.floor(width / 170), Math.max(3, count)))
  return Math.max(2, Math.ceil(count / Math.max(1, Math.ceil(count / most))))
}
