/** The review page's view-model: lines of the domain as texts, in groups of a township or a target. */
import type { Row } from '../../domain/board'
import { cellKey } from '../../domain/evidence'
import type { Hint } from '../../domain/hints'
import type { PlanIndex, Target } from '../../domain/plan'
import { shortNameOf } from '../../domain/plan'
import type { ReviewLevel, ReviewLine } from '../../domain/reviewState'
import { mayReview } from '../../domain/reviewState'
import { numberText, stageText, unitText, valueText } from '../../wording/figureText'
import type { ChecksWords } from '../../components/checks/checksWords'
import type { Messages } from '../../components/messages'
import type { ReviewGroup, ReviewItem } from '../../components/review/reviewItem'
import type { ReviewWords } from '../../components/review/reviewWords'
import { hintTextOf } from '../checks/hintText'

export interface ReviewSources {
  index: PlanIndex
  rows: ReadonlyMap<string, Row>
  lines: readonly ReviewLine[]
  hints: readonly Hint[]
  /** Pieces of evidence by cell. */
  evidence: ReadonlyMap<string, number>
  /** As which level this device reviews; null: it only looks. */
  level: ReviewLevel | null
  messages: Messages
  words: ReviewWords
  checks: ChecksWords
}

export const isWaiting = ({ state }: Pick<ReviewLine, 'state'>, level: ReviewLevel | null): boolean => state.waits !== null && (level !== 'department' || state.waits === 'department')

const increaseOf = (target: Target, { before, after }: ReviewLine): string => {
  if (!['count', 'amount', 'stock', 'frequency', 'standard'].includes(target.measure) || before.value === null || after.value === null) return ''
  const more = after.value - before.value
  return more > 0 ? `+${numberText(more)}` : numberText(more)
}

export function unitName(index: PlanIndex, unit: string | null): string {
  return unit === null ? '' : index.departments.get(unit)?.name ?? index.areas.get(unit)?.area.name ?? unit
}

function itemsOf({ index, rows, lines, hints, evidence, level, messages, words, checks }: ReviewSources): ReviewItem[] {
  const told = new Map<string, string[]>()
  for (const hint of hints) told.set(hint.report, [...told.get(hint.report) ?? [], hintTextOf(hint, index, rows.get(hint.target)!, messages, checks)])
  return lines.map((line): ReviewItem => {
    const { report, target: id, area, before, after, state } = line
    const { target } = rows.get(id)!
    const node = index.areas.get(area)!
    const textOf = (figure: typeof before): string => stageText(target, figure) ?? (figure.value === null ? words.never : valueText(target, figure.value))
    const who = unitName(index, report.by?.unit ?? null)
    const { latest } = state
    return {
      report: report.id, target: id, area, targetName: target.name, areaName: node === index.root ? words.ownLevel : shortNameOf(node.area), unit: unitText(target),
      was: textOf(before), now: textOf(after), increase: increaseOf(target, line), goal: after.goal === null || target.measure === 'qualitative' || target.measure === 'milestone' ? '' : valueText(target, after.goal),
      from: before.lamp, to: after.lamp, hints: told.get(report.id) ?? [], evidence: evidence.get(cellKey(id, area)) ?? 0,
      reported: words.reported(who === '' ? words.never : who, messages.date.day(report.at)), note: typeof report.data.note === 'string' && report.data.note !== '' ? report.data.note : null,
      state, reviewed: latest === null ? null : words.reviewedBy(unitName(index, latest.unit), messages.date.day(dayOf(latest.recordedAt))), reason: latest?.verdict === 'returned' ? latest.reason : null,
      isOpen: level !== null && mayReview(state, level),
    }
  })
}

/** Day of an instant in UTC+8. */
const dayOf = (recordedAt: string): string => new Date(Date.parse(recordedAt.slice(0, 24)) + 8 * 3_600_000).toISOString().slice(0, 10)

/** Groups in the order of the plan or of the columns; the root's own level comes last. What was returned stands first in its group. */
export function reviewGroups(sources: ReviewSources, by: 'area' | 'target'): ReviewGroup[] {
  const { index, lines, level } = sources
  const items = itemsOf(sources)
  const groups = new Map<string, { items: ReviewItem[], waiting: number, returned: number }>()
  const keys = by === 'target' ? [...index.targets.keys()] : [...index.columns.map(column => column.area.code), index.root.area.code]
  for (const key of keys) groups.set(key, { items: [], waiting: 0, returned: 0 })
  lines.forEach((line, i) => {
    const group = groups.get(by === 'target' ? line.target : line.column ?? index.root.area.code)!
    group.items.push(items[i]!)
    if (isWaiting(line, level)) group.waiting += 1
    if (line.state.kind === 'returned') group.returned += 1
  })
  const nameOf = (key: string): { name: string, sub: string } => {
    if (by === 'target') { const { target, task } = index.targets.get(key)!; return { name: target.name, sub: index.departments.get(task.lead)?.name ?? '' } }
    const { area } = index.areas.get(key)!
    return { name: key === index.root.area.code ? sources.words.ownLevel : area.name, sub: '' }
  }
  const isFirst = (item: ReviewItem): number => (item.state.kind === 'returned' ? 0 : 1)
  return [...groups].filter(([, group]) => group.items.length > 0).map(([key, group]) => ({ key, ...nameOf(key), ...group, items: group.items.sort((one, other) => isFirst(one) - isFirst(other)) }))
}
