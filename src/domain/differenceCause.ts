/** Why a figure differs between two days or two states of knowledge: a newer report, a late one, a correction, another goal, or only the time. */
import { rulesOn } from './adoption'
import type { Asking } from './asking'
import { reportOn } from './asking'
import type { Figure } from './board'
import type { LedgerEvent } from './event'
import { figureOf } from './figure'
import { comesLater, isInForce, winnerOf } from './history'
import type { History, When } from './history'
import type { AreaNode } from './plan'

/**
 * `progress`: a report for a day after the earlier day. `late` (补报): for that day or before it, but recorded after what the less informed
 * side knew. `correction` (更正): the same, in place of a report for the same day, or a retraction or a return. `amended`: goal, due day,
 * share or exemption are others. `rules`: another pack was adopted between, and its rules alone turn the lamp. `time`: nothing was reported anew; the pace moved on.
 */
export type Cause = 'progress' | 'late' | 'correction' | 'amended' | 'rules' | 'time'

export interface Reason {
  cause: Cause
  /** The event that made the difference; null for `time`. */
  event: LedgerEvent | null
}

/** The two sides in order: the earlier day first; of one day the one that knows less. */
export interface Sides { early: Asking, late: Asking }

const causeOrder: readonly Cause[] = ['correction', 'late', 'progress', 'amended', 'rules', 'time']

/** What a report says, its note apart; of a milestone only stages that its day has reached. */
function saidBy(event: LedgerEvent | null): string {
  if (event === null) return ''
  const { note: _, stages, ...rest } = event.data
  const reached = typeof stages === 'object' && stages !== null ? Object.entries(stages as Record<string, string>).filter(([, day]) => day <= event.at).sort() : null
  return JSON.stringify([rest, reached])
}

/** Is there an older report for the same day that `limit` knew: then the newer one corrects it. */
function isCorrecting(history: History, event: LedgerEvent, limit: string): boolean {
  const { target, area } = event.data as { target: string, area: string }
  return (history.reports.get(target)?.get(area) ?? []).some(one => one !== event && one.at === event.at && one.recordedAt <= limit && comesLater(event, one))
}

const latestOf = (events: readonly LedgerEvent[]): LedgerEvent | null => events.reduce<LedgerEvent | null>((last, one) => (last === null || comesLater(one, last) ? one : last), null)

/** The retraction or review by which the two states of knowledge part over a report. */
function withdrawalOf(history: History, report: LedgerEvent, from: string, to: string): LedgerEvent | null {
  return latestOf([...history.retractions.get(report.id) ?? [], ...history.reviews.get(report.id) ?? []].filter(one => one.recordedAt > from && one.recordedAt <= to))
}

/** Whose report of one area counts on the two sides, and why another one counts; null where both say the same. */
function reportReason(sides: Sides, area: string, days: readonly [string, string]): Reason | null {
  const { history } = sides.early
  const before = reportOn(sides.early, area, days[0])
  const after = reportOn(sides.late, area, days[1])
  if (before === after || saidBy(before) === saidBy(after)) return null
  if (after !== null && after.at > days[0]) return { cause: 'progress', event: after }
  const isLateRicher = sides.early.when.limit <= sides.late.when.limit
  const [poor, rich] = isLateRicher ? [before, after] : [after, before]
  const [poorLimit, richLimit] = [sides.early.when.limit, sides.late.when.limit].sort() as [string, string]
  if (rich !== null && rich.recordedAt > poorLimit) return { cause: isCorrecting(history, rich, poorLimit) ? 'correction' : 'late', event: rich }
  const withdrawn = [poor, rich].flatMap(one => (one === null ? [] : withdrawalOf(history, one, poorLimit, richLimit) ?? []))
  return { cause: 'correction', event: latestOf(withdrawn) ?? rich ?? poor }
}

const isSeen = (history: History, event: LedgerEvent, { asOf, limit }: When): boolean => event.at <= asOf && isInForce(history, event, limit)

/** Allocation, amendment or exemption that only one side has; the latest of them. */
function orderEvent({ early, late }: Sides): LedgerEvent | null {
  const { history, target: { id } } = early
  const all = [history.allocations, history.amendments, history.marks].flatMap(events => events.get(id) ?? [])
  const parted = all.filter(event => isSeen(history, event, early.when) !== isSeen(history, event, late.when))
  return latestOf(parted.filter(event => isSeen(history, event, late.when))) ?? latestOf(parted)
}

/** The adoption that only one side goes by, where by the other's rules the earlier figure has another lamp already. */
function adoptionBetween({ early, late }: Sides, node: AreaNode | null, before: Figure, after: Figure): LedgerEvent | null {
  const { history } = early
  if (history.adoptions.length === 0 || before.lamp === after.lamp) return null
  const [was, is] = [winnerOf(history, history.adoptions, early.when), winnerOf(history, history.adoptions, late.when)]
  if (was === is || figureOf(early, node, rulesOn(history, late.when)).lamp === before.lamp) return null
  return is ?? was
}

const isMarked = ({ lamp }: Figure): boolean => lamp === 'exempt' || lamp === 'paused'

function isOrderedAnew({ early, late }: Sides, before: Figure, after: Figure): boolean {
  if (before.goal !== after.goal || before.asked !== after.asked || isMarked(before) !== isMarked(after) || (isMarked(before) && before.lamp !== after.lamp)) return true
  return early.due !== late.due || JSON.stringify([early.target.goal, early.target.schedule]) !== JSON.stringify([late.target.goal, late.target.schedule])
}

/**
 * Why `before` became `after`: figures of one cell (`node`) or of a whole row (null) on the two sides. Where several areas feed a
 * cell a correction is named before a late report, and that before progress.
 */
export function reasonOf(sides: Sides, node: AreaNode | null, before: Figure, after: Figure): Reason {
  const { history, due } = sides.late
  const areas = sides.late.target.scope === 'whole' ? [history.index.root.area.code] : (node ?? history.index.root).leaves.map(leaf => leaf.area.code)
  const days: [string, string] = [sides.early.when.asOf, sides.late.when.asOf]
  const reported = areas.flatMap(area => reportReason(sides, area, days) ?? [])
  // 完成 or 滞后补齐 is decided by the values on the due day: a late report may turn it without changing the value of today.
  if (reported.length === 0 && days[0] > due) reported.push(...areas.flatMap(area => reportReason(sides, area, [due, due]) ?? []))
  const strongest = reported.sort((one, other) => causeOrder.indexOf(one.cause) - causeOrder.indexOf(other.cause))[0]
  if (strongest !== undefined) return strongest
  // On one day time cannot have moved: a share below may be another while the total's own goal stays.
  const isAmended = isOrderedAnew(sides, before, after) || before.value !== after.value
  const adoption = isAmended ? null : adoptionBetween(sides, node, before, after)
  if (adoption !== null) return { cause: 'rules', event: adoption }
  if (isAmended || days[0] === days[1]) return { cause: 'amended', event: orderEvent(sides) }
  return { cause: 'time', event: null }
}
