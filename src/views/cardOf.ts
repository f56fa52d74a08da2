/** From board, plan and explanation to the words of a lamp card. */
import type { Board, Figure, Row } from '../domain/board'
import type { Course } from '../domain/curve'
import { courseOf } from '../domain/curve'
import type { Present } from '../domain/decide'
import type { History } from '../domain/history'
import type { Explanation } from '../domain/explain'
import type { Forecast } from '../domain/forecast'
import { forecastIn } from '../domain/forecast'
import type { PlanIndex } from '../domain/plan'
import { explainFigure } from '../domain/explain'
import { shortNameOf } from '../domain/plan'
import type { CardContent } from '../components/panel/cardContent'
import type { AttentionItem } from '../components/panel/attentionItem'
import type { Messages } from '../components/messages'
import { numberText, shortfallOf, stageText, unitText, valueText } from '../wording/figureText'
import { tickOf } from '../wording/cellFace'
import { areaNameOf } from '../wording/figureWords'

const percent = (share: number | null): string => (share === null ? '—' : `${Math.round(share * 100)}%`)

/** Amount and share together where there is a unit to count: "2 个（68%）". */
function withAmount(share: number | null, amount: number | null, unit: string): string {
  if (share === null) return '—'
  return amount === null || unit === '' || unit.includes('%') ? percent(share) : `${percent(share)}\n${numberText(Math.round(amount * 10) / 10)}${unit}`
}

export function valueWords(row: Row, figure: Figure, messages: Messages): string {
  if (figure.value === null) return messages.cell.notReported
  const goal = figure.goal === null || row.target.measure === 'qualitative' || row.target.measure === 'milestone' ? '' : valueText(row.target, figure.goal)
  const unit = unitText(row.target)
  return stageText(row.target, figure) ?? messages.cell.value(valueText(row.target, figure.value), goal, unit)
}

export interface CardSources { index: PlanIndex, board: Board, row: Row, figure: Figure, course: Course | null, forecast?: Forecast | null, meetings: readonly string[], messages: Messages, number: string }

export function cardOf(sources: CardSources): CardContent {
  const { index, board, row, figure, messages } = sources
  const { target } = row
  const placed = index.targets.get(target.id)!
  const one = explainFigure(index.plan, row, figure, board.asOf, sources.meetings)
  const isSum = target.measure === 'count' || target.measure === 'amount' || target.measure === 'stock' || target.measure === 'frequency'
  const unit = isSum ? target.unit : ''
  const detail = figure.detail
  const unitName = detail?.unit === null || detail === null ? null : index.departments.get(detail.unit)?.name ?? index.areas.get(detail.unit)?.area.name ?? detail.unit
  const shortfall = shortfallOf(target, figure)
  return {
    target: target.id, area: figure.area, areaName: areaNameOf(index, row, figure), number: sources.number, name: target.name, lamp: figure.lamp,
    value: valueWords(row, figure, messages),
    should: withAmount(one.should, unit === '' ? null : one.shouldAmount, unit),
    actual: withAmount(one.actual, unit === '' ? null : figure.value, unit),
    gap: one.gap === null ? '—' : one.gap >= 0 ? `+${percent(one.gap)}` : `${percent(one.gap).replace('-', '−')}${shortfall === null ? '' : `\n${messages.cell.short(numberText(shortfall) + unit)}`}`,
    rule: messages.rule(one), toGreen: messages.toGreen(one, target),
    source: `${target.source.section}　${target.source.figure}`,
    criteria: target.criteria.map(({ name, figure: text }) => ({ name, figure: text })),
    rulings: index.plan.rulings.filter(ruling => ruling.targets.includes(target.id)).map(({ question, decision }) => ({ question, decision })),
    note: target.note, department: index.departments.get(placed.task.lead)?.name ?? '',
    baseline: target.baseline === undefined ? null : `${numberText(target.baseline.value)}${target.unit}（${target.baseline.at}）`,
    reported: figure.askedAreas > 1 ? messages.panel.reported(figure.reported, figure.askedAreas) : null,
    last: figure.at === null ? null : [messages.date.day(figure.at), unitName, detail?.name].filter(part => part !== null && part !== undefined).join('　'),
    lastNote: detail?.note ?? null,
    items: (detail?.items ?? []).map(item => ({ name: item.name, stage: target.ladder?.find(stage => stage.id === item.stage)?.name ?? item.stage })),
    course: sources.course, forecast: sources.forecast ?? null, inForce: target, nameOfArea: code => shortNameOf(index.areas.get(code)?.area ?? { name: code }),
  }
}

/** Lines of the attention list and of the phone's list. */
export function attentionItemOf(index: PlanIndex, board: Board, row: Row, figure: Figure, meetings: readonly string[], messages: Messages): AttentionItem {
  const one: Explanation = explainFigure(index.plan, row, figure, board.asOf, meetings)
  const shortfall = shortfallOf(row.target, figure)
  const goal = figure.goal === null || row.target.measure === 'qualitative' || row.target.measure === 'milestone' ? '' : valueText(row.target, figure.goal)
  return {
    target: row.target.id, area: figure.area, lamp: figure.lamp!, areaName: areaNameOf(index, row, figure), name: row.target.name,
    amount: stageText(row.target, figure) ?? (shortfall !== null ? messages.cell.short(`${numberText(shortfall)} ${row.target.unit}`) : one.gap !== null && one.gap < 0 ? messages.cell.short(percent(-one.gap)) : ''),
    shouldActual: figure.lamp === 'overdue' || figure.lamp === 'no_data' ? messages.rule(one) : messages.shouldActual(one),
    points: one.gap !== null && one.gap < -0.005 && figure.lamp !== 'no_data' ? percent(-one.gap) : '',
    toGreen: messages.toGreen(one, row.target), progress: figure.progress, pace: tickOf(row.target, figure),
    value: figure.value === null ? messages.cell.notReported : stageText(row.target, figure) ?? valueText(row.target, figure.value), goal: goal === '' ? '' : `${goal} ${row.target.unit}`,
    stage: stageText(row.target, figure), unit: row.target.unit, isRate: row.target.measure === 'rate', why: one,
  }
}

/** The course of a figure up to the day, as known now; a question to the workspace. */
export const courseQuestion = (target: string, area: string | null, asOf: string) => (history: History, now: Present): Course | null =>
  courseOf(history.index, history, target, area, { asOf, limit: now.limit })

/** 赶得上吗 of a figure, as known to the board shown. */
export const forecastQuestion = (row: Row, figure: Figure, asOf: string) => (history: History, now: Present): Forecast | null =>
  forecastIn(history.index, history, row, figure, { asOf, limit: now.limit })
