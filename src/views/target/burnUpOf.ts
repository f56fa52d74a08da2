/** The burn-up chart of a page: its finding in words, and everything that is written into the drawing. */
import { burnUp } from '../../charts/burnUp'
import { lastHeight, scaleOf } from '../../charts/burnUpScale'
import type { Chart, ChartPalette } from '../../charts/chart'
import type { ComparedCourse } from '../../domain/comparedCourse'
import type { Forecast } from '../../domain/forecast'
import type { Meeting } from '../../domain/meetings'
import type { LampRules } from '../../domain/lampRules'
import { isCeiling } from '../../domain/tally'
import type { ForecastWords } from '../../wording/forecastWords'
import type { Messages } from '../../components/messages'
import { amountText, gapAmount, isCountedFigure, pointsText, unitAmount, yearGoal } from '../../components/target/targetText'
import type { TargetWords } from '../../components/target/targetWords'
import type { TargetPage } from './targetPage'

export interface BurnUpSources {
  page: TargetPage
  course: ComparedCourse
  forecast: Forecast | null
  period: { start: string, end: string }
  asOf: string
  meetings: readonly Meeting[]
  /** Whose course it is: the area's name and the target's. */
  name: string
  source: string
  mark: string | null
  isNarrow: boolean
  palette: ChartPalette
  messages: Messages
  words: TargetWords
  forecastWords: ForecastWords
}

/** How it stands, and where the present speed leads: the title of the chart. */
export function findingOf({ page, forecast, messages, words, forecastWords }: Pick<BurnUpSources, 'page' | 'forecast' | 'messages' | 'words' | 'forecastWords'>): string {
  const { figure, target, explanation } = page
  const { curve } = words
  const comma = messages.language === 'en' ? '. ' : '，'
  const amount = gapAmount(target, figure)
  // Less than a tenth of a unit is told in points: "0 behind" says nothing.
  const isAmount = amount !== null && Math.abs(amount) >= 0.05
  const isItems = target.ladder !== undefined && isAmount
  const size = !isAmount ? (figure.gap === null ? '' : curve.points(pointsText(figure.gap))) : unitAmount(target, Math.abs(amount))
  switch (figure.lamp) {
    case null: return curve.noGoal
    case 'exempt': case 'paused': return messages.lamp[figure.lamp]
    case 'done': case 'caught_up_late': return isCeiling(target) ? curve.within : curve.reached
    case 'no_data': return curve.noData(explanation.shouldAmount !== null && isCountedFigure(target, figure) ? unitAmount(target, explanation.shouldAmount) : explanation.should === null ? null : `${Math.round(explanation.should * 100)}%`)
    case 'not_due': return curve.notDue
    case 'overdue': return curve.overdue(figure.value === null ? null : figure.goal !== null && isCountedFigure(target, figure) ? unitAmount(target, isCeiling(target) ? figure.value - figure.goal : figure.goal - figure.value) : figure.progress === null ? null : curve.points(pointsText(1 - figure.progress)))
    default:
  }
  if (isCeiling(target)) return figure.lamp === 'behind' && figure.value !== null && figure.goal !== null ? curve.above(amountText(target, figure.value - figure.goal)) : curve.within
  const gap = figure.gap ?? 0
  const standing = Math.abs(gap) < 0.0005 ? words.head.level : gap < 0 ? curve.behind(size) : curve.ahead(size)
  const short = forecast === null ? '' : forecastWords.short(forecast, target)
  return `${isItems ? curve.byStages(standing) : standing}${short === '' ? '' : `${comma}${short}`}`
}

/** How far below the pace is still on pace, as a share: a band of even height, so none where the rules measure by the pace itself or leave no room. */
export const roomOf = ({ mode, slightlyBehind }: LampRules): number => (mode === 'pp' ? Math.max(0, -slightlyBehind) : 0)

export function burnUpOf(sources: BurnUpSources): Chart {
  const { page, course, forecast, asOf, messages, words, palette, isNarrow } = sources
  const { target, figure, row, explanation } = page
  const { curve } = words
  const scale = scaleOf(target, figure)
  const now = lastHeight(course.actual, scale)
  const title = findingOf(sources)
  const total = figure.area === null && target.scope === 'area'
  const { allocated } = row
  const isStretched = total && allocated !== null && figure.goal !== null && target.goal.op !== '<=' && allocated > figure.goal + 1e-9
  const unitOf = (height: number): string => (scale.isShare || target.measure === 'rate' ? `${Number(height.toFixed(1))}${scale.unit}` : unitAmount(target, height))
  const finish = forecast?.finish ?? null
  const goal = figure.goal === null ? '' : scale.isShare ? '100%' : figure.area === null ? yearGoal(target) : amountText(target, figure.goal)
  return burnUp({
    target, figure, course, forecast, period: sources.period, due: row.due, asOf, meetings: sources.meetings, stretch: isStretched ? allocated : null, room: roomOf(explanation.pack), isNarrow,
  }, palette, {
    caption: { title, unit: scale.isShare ? curve.unit.share : scale.counted !== null ? curve.unit.stages(scale.unit) : scale.unit, asOf, source: sources.source, mark: sources.mark },
    label: curve.label(sources.name, title),
    month: messages.date.month, flag: curve.flag(messages.date.day(asOf)), should: curve.should,
    goal: scale.isCeiling ? curve.ceiling(goal) : curve.goal(goal, messages.date.day(row.due)),
    stretch: !isStretched ? '' : isNarrow ? words.shares.over(amountText(target, allocated - figure.goal!)) : curve.stretch(amountText(target, allocated), amountText(target, allocated - figure.goal!)),
    baseline: target.baseline === undefined || scale.isShare ? null : curve.baseline(amountText(target, target.baseline.value), target.baseline.at.slice(0, 4)),
    now: now === null ? '' : scale.counted !== null && !isNarrow ? curve.stages(unitOf(now.height)) : unitOf(now.height),
    counted: scale.counted === null || now === null ? null : curve.counted(amountText(target, figure.value)),
    projection: finish === null ? '' : curve.projection(messages.date.day(finish), finish.slice(0, 4) === asOf.slice(0, 4) ? null : finish.slice(0, 4)),
    tip: curve.tip, table: curve.table,
  })
}
