/** One item on the big screen: three facts, its course, why it is late, what turns it green, whether it can be reached. */
import type { Board, Figure, Row } from '../../domain/board'
import type { Course } from '../../domain/curve'
import { explainFigure } from '../../domain/explain'
import type { Explanation } from '../../domain/explain'
import type { Forecast } from '../../domain/forecast'
import type { LampSince } from '../../domain/lampSince'
import type { Meeting } from '../../domain/meetings'
import { milestoneStages } from '../../domain/pace'
import type { PlanIndex, Target } from '../../domain/plan'
import { niceStep } from '../../charts/screenCurve'
import type { ScreenCurve } from '../../charts/screenCurve'
import { reachedStages } from '../../wording/cellFace'
import { numberText, shortfallOf, stageText, unitText, valueText } from '../../wording/figureText'
import { ownLevelName } from '../../wording/columnGroups'
import { notesOn } from '../../wording/rulingNotes'
import type { Messages } from '../../components/messages'
import type { FactContent, ItemContent } from '../../components/screen/wallContent'
import type { WallWords } from '../../components/screen/wallWords'
import { cardOf } from '../cardOf'

export interface ItemSources {
  index: PlanIndex
  board: Board
  row: Row
  figure: Figure
  tone: 'sev' | 'lag'
  course: Course | null
  forecast: Forecast | null
  since: LampSince | null
  meetings: readonly Meeting[]
  messages: Messages
  words: WallWords
}

const percent = (share: number): string => `${Math.round(share * 100)}%`
const oneDecimal = (value: number): string => numberText(Math.round(value * 10) / 10)
const withUnit = (target: Target, text: string): string => { const unit = unitText(target); return unit === '' ? text : unit.startsWith('%') || unit.startsWith('‰') ? `${text}${unit}` : `${text} ${unit}` }

/** Is the figure counted in the target's unit, so that value and pace can share one axis of amounts. */
function isCounted(target: Target, figure: Figure): boolean {
  if (figure.goal === null || figure.goal <= 0 || target.ladder !== undefined) return false
  if (target.measure === 'stock') return figure.area !== null || target.baseline === undefined
  return target.measure === 'count' || target.measure === 'amount' || (target.measure === 'frequency' && (figure.area !== null || target.scope === 'whole'))
}

function doneFact({ row: { target }, figure, messages, words }: ItemSources): FactContent {
  const head = words.item.done
  if (figure.value === null) return { head, main: '—', more: messages.cell.notReported }
  const stage = stageText(target, figure)
  if (stage !== null) return { head, main: stage, more: figure.goal !== null && target.ladder !== undefined ? `${numberText(figure.value)} / ${withUnit(target, valueText(target, figure.goal))}` : '' }
  if (target.measure === 'milestone' && figure.detail !== null) return { head, main: String(reachedStages(target, figure)), more: words.item.ofStages(milestoneStages(target, '').length) }
  if (target.measure === 'milestone' || target.measure === 'qualitative') return { head, main: valueText(target, figure.value), more: '' }
  return { head, main: valueText(target, figure.value), more: figure.goal === null ? unitText(target) : `/ ${withUnit(target, valueText(target, figure.goal))}` }
}

function shouldFact({ row: { target }, figure, words }: ItemSources, one: Explanation): FactContent {
  const head = words.item.should
  if (one.isCeiling) return { head: words.item.ceiling('').trim(), main: valueText(target, figure.goal), more: unitText(target) }
  if (one.should === null) return { head, main: '—', more: '' }
  if (isLevel(target, figure) && one.should === 1) return { head, main: valueText(target, figure.goal), more: unitText(target) }
  if (!isCounted(target, figure) || one.shouldAmount === null) return { head, main: percent(one.should), more: '' }
  return { head: words.item.atPace(percent(one.should)), main: oneDecimal(one.shouldAmount), more: target.unit }
}

function litFact({ since, tone, messages, words }: ItemSources): FactContent {
  if (since === null) return { head: words.item.lit[tone](''), main: '—', more: '' }
  const head = words.item.lit[tone](messages.date.day(since.since))
  return since.days === 0 ? { head, main: words.item.today, more: '' } : { head, main: String(since.days), more: words.item.days }
}

/** A level that each place has to reach: drawn by its value against the level, since its share is only met or not met. */
const isLevel = (target: Target, figure: Figure): boolean => target.measure === 'standard' && (figure.area !== null || target.scope === 'whole')

/** What the curve draws: amounts where they can be counted, else per cent of the goal. */
function curveOf(sources: ItemSources, one: Explanation): ScreenCurve | null {
  const { index, board, row: { target }, figure, course, meetings, messages, words, tone } = sources
  if (course === null) return null
  const goal = figure.goal
  const isFlat = one.isCeiling || isLevel(target, figure)
  const isAmount = goal !== null && (isFlat || isCounted(target, figure))
  const scale = isAmount ? goal : 100
  const actual = course.actual.flatMap(({ at, value, progress }) => { const y = isAmount ? value : progress === null ? null : progress * 100; return y === null ? [] : [{ at, y }] })
  const now = isAmount ? figure.value : figure.progress === null ? null : figure.progress * 100
  const top = Math.max(scale, now ?? 0, ...actual.map(point => point.y))
  const should = one.should === null ? null : one.should * scale
  const shortfall = shortfallOf(target, figure)
  const missing = isFlat ? (one.toGreen?.kind === 'amount' ? messages.cell.short(withUnit(target, numberText(one.toGreen.amount))) : '') : shortfall !== null ? messages.cell.short(`${numberText(shortfall)} ${target.unit}`) : one.gap !== null && one.gap < 0 ? messages.cell.short(words.item.points(String(Math.round(-one.gap * 100)))) : ''
  const { start, end } = index.plan.period
  const goalText = goal === null ? '' : target.measure === 'milestone' || target.measure === 'qualitative' ? '100%' : withUnit(target, valueText(target, goal))
  return {
    from: start, to: course.due > end ? course.due : end, asOf: board.asOf, top, step: niceStep(top, 4, isAmount && target.measure !== 'amount'), isPercent: !isAmount, tone,
    plan: isFlat ? [{ at: start, y: scale }, { at: course.due, y: scale }] : course.pace.map(({ at, share }) => ({ at, y: share * scale })),
    actual, now, should, meetings: meetings.filter(meeting => meeting.on >= start && meeting.on <= board.asOf).map(({ on, number }) => ({ on, number })),
    words: {
      goal: one.isCeiling ? words.item.ceiling(goalText) : words.item.plan(goalText), should: should === null ? '' : words.item.shouldMark(isAmount ? oneDecimal(should) : percent(one.should!)), missing,
      label: messages.curve.aria(target.name, one.should === null ? '' : percent(one.should), figure.progress === null ? '' : percent(figure.progress)),
    },
  }
}

export function itemOf(sources: ItemSources): ItemContent {
  const { index, board, row, figure, tone, course, forecast, meetings, messages } = sources
  const days = meetings.map(meeting => meeting.on)
  const one = explainFigure(index.plan, row, figure, board.asOf, days)
  const card = cardOf({ index, board, row, figure, course, forecast, meetings: days, messages, number: row.target.id })
  const isPlain = figure.lamp === 'overdue' || one.isCeiling
  const curve = curveOf(sources, one)
  return {
    tone, lamp: figure.lamp!, name: row.target.name,
    areaName: figure.area === null ? (row.target.scope === 'whole' && messages.language === 'zh-CN' ? ownLevelName(index.plan.area.name) : index.plan.area.name) : index.areas.get(figure.area)?.area.name ?? figure.area,
    facts: [doneFact(sources), shouldFact(sources, one), litFact(sources)],
    why: isPlain ? card.rule : `${messages.shouldActual(one)}${messages.language === 'en' ? '; ' : '；'}${card.rule}`, toGreen: card.toGreen,
    department: card.department, source: [row.target.source.section, row.target.source.figure, ...notesOn(index.plan, [row.target.id], 2)].filter(part => part !== '').join('　'), last: card.last, lastNote: card.lastNote, forecast, inForce: row.target, nameOfArea: card.nameOfArea, curve, curveLabel: curve?.words.label ?? '',
  }
}
