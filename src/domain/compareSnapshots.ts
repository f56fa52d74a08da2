/** Boards held against each other that follow from different sets of events: two snapshots, or a snapshot and the ledger as it is now. */
import type { Comparison, Reasons } from './comparison'
import { comparedDrawn, reasonsOf } from './comparison'
import { knownAtLimit } from './clock'
import type { LedgerEvent } from './event'
import { comesLater, foldEvents } from './history'
import type { History } from './history'
import type { Plan, PlanIndex } from './plan'
import { indexPlan } from './plan'
import { reviewedOnly } from './reviewState'
import { boardOf } from './rollUp'
import type { ReviewFilter, Seal } from './snapshot'

/** What a board follows from: the plan, events with true hashes, a day, what was known, which reports count. */
export type Basis = Pick<Seal, 'asOf' | 'knownAt' | 'review'> & { plan: Plan, events: readonly LedgerEvent[] }

const counted = (history: History, limit: string, review: ReviewFilter): History => (review === 'all' ? history : reviewedOnly(history, limit, review === 'accepted_twice'))

/** Does an event speak of a target in a column: of the area itself, of one below it, or of the whole target. */
function concerns(index: PlanIndex, byId: ReadonlyMap<string, LedgerEvent>, event: LedgerEvent, target: string, area: string | null): boolean {
  const named = event.type === 'retract' || event.type === 'review' ? byId.get(String(event.data.event)) : event
  if (named === undefined || named.data.target !== target) return false
  const { area: reporter } = named.data
  if (area === null || typeof reporter !== 'string') return true
  for (let node = index.areas.get(reporter) ?? null; node !== null; node = node.parent) if (node.area.code === area) return true
  return false
}

export interface BasisComparison extends Comparison {
  /** Events that only the one or only the other side knew, the latest first. */
  gone: readonly LedgerEvent[]
  added: readonly LedgerEvent[]
}

/**
 * The board of one basis against that of another, of one plan or of two versions of it. The causes are those of {@link reasonsOf}; where time of knowledge does not tell them
 * (an entry that was merged later but written earlier, a review under a filter), the event that only one side knew is named.
 */
export function compareBases(one: Basis, other: Basis): BasisComparison {
  const index = indexPlan(one.plan)
  const limits = [knownAtLimit(one.knownAt), knownAtLimit(other.knownAt)] as const
  const [before, after] = ([one, other] as const).map((basis, i) => boardOf(counted(foldEvents(i === 0 ? index : indexPlan(other.plan), basis.events), limits[i]!, basis.review), { asOf: basis.asOf, knownAt: basis.knownAt })) as [Comparison['before'], Comparison['after']]
  const known = ([one, other] as const).map((basis, i) => new Map(basis.events.filter(event => event.plan === one.plan.id && event.recordedAt <= limits[i]!).map(event => [event.hash, event]))) as [Map<string, LedgerEvent>, Map<string, LedgerEvent>]
  const [gone, added] = [[...known[0].values()].filter(event => !known[1].has(event.hash)), [...known[1].values()].filter(event => !known[0].has(event.hash))]
  const union = foldEvents(index, [...known[0].values(), ...added])
  const byId = new Map([...union.events.values()].map(event => [event.id, event]))
  const parted = [...gone, ...added].sort((a, b) => (comesLater(a, b) ? -1 : 1))
  const plain = reasonsOf(union, index, { asOf: one.asOf, limit: limits[0] }, { asOf: other.asOf, limit: limits[1] })
  const latestDay = one.asOf > other.asOf ? one.asOf : other.asOf
  const reasons: Reasons = (target, area, was, now) => {
    const reason = plain(target, area, was, now)
    if (reason.event !== null) return reason
    const event = parted.find(candidate => (candidate.at <= latestDay || candidate.type === 'review' || candidate.type === 'retract') && concerns(index, byId, candidate, target, area)) ?? null
    if (event === null) return reason
    return { cause: event.type === 'report' ? 'late' : event.type === 'review' || event.type === 'retract' ? 'correction' : 'amended', event }
  }
  return { ...comparedDrawn(before, after, reasons), gone: parted.filter(event => !known[1].has(event.hash)), added: parted.filter(event => !known[0].has(event.hash)) }
}
