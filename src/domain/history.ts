/**
 * The ledger in memory, sorted by what events are about. {@link evolve} is the only function that changes it; load, live edit,
 * merge and restore all go through it, in any order, with the same result. Whose word counts on a day is asked later ({@link winnerOf}).
 */
import type { LedgerEvent } from './event'
import type { PlanIndex } from './plan'
import { isFoldable } from './payload'

export interface History {
  readonly index: PlanIndex
  /** Every valid event of the plan, by hash; also those that are never folded. */
  readonly events: Map<string, LedgerEvent>
  /** Reports by target, then area. */
  readonly reports: Map<string, Map<string, LedgerEvent[]>>
  readonly allocations: Map<string, LedgerEvent[]>
  readonly amendments: Map<string, LedgerEvent[]>
  readonly marks: Map<string, LedgerEvent[]>
  /** Retractions and reviews by the id of the event that they name. */
  readonly retractions: Map<string, LedgerEvent[]>
  readonly reviews: Map<string, LedgerEvent[]>
  readonly meetings: LedgerEvent[]
  /** Rule packs adopted; see `adoption.ts`. */
  readonly adoptions: LedgerEvent[]
  /** Known types whose target, area, level or payload does not fit (semantics.md 6). */
  readonly unfolded: LedgerEvent[]
}

/** What an event may have changed: one target's row, every row, or nothing that is drawn. */
export type Touched = { kind: 'target', target: string } | { kind: 'named', event: string } | { kind: 'all' } | { kind: 'none' }

export function emptyHistory(index: PlanIndex): History {
  return {
    index, events: new Map(), reports: new Map(), allocations: new Map(), amendments: new Map(), marks: new Map(),
    retractions: new Map(), reviews: new Map(), meetings: [], adoptions: [], unfolded: [],
  }
}

function push<Key>(into: Map<Key, LedgerEvent[]>, key: Key, event: LedgerEvent): void {
  const list = into.get(key)
  if (list === undefined) into.set(key, [event])
  else list.push(event)
}

const knownTypes = new Set(['report', 'allocate', 'exempt', 'amend', 'retract', 'review', 'meeting', 'rules'])

/** Takes one valid event into the history; the same event twice, or another plan's, changes nothing. Says which rows it may have changed. */
export function evolve(history: History, event: LedgerEvent): Touched {
  if (history.events.has(event.hash) || event.plan !== history.index.plan.id) return { kind: 'none' }
  history.events.set(event.hash, event)
  if (!isFoldable(history.index, event)) {
    if (event.v === 1 && knownTypes.has(event.type)) history.unfolded.push(event)
    return { kind: 'none' }
  }
  const data = event.data as { target: string, area: string, event: string }
  switch (event.type) {
    case 'report': {
      let ofTarget = history.reports.get(data.target)
      if (ofTarget === undefined) history.reports.set(data.target, ofTarget = new Map())
      push(ofTarget, data.area, event)
      return { kind: 'target', target: data.target }
    }
    case 'allocate': push(history.allocations, data.target, event); return { kind: 'target', target: data.target }
    case 'amend': push(history.amendments, data.target, event); return { kind: 'target', target: data.target }
    case 'exempt': push(history.marks, data.target, event); return { kind: 'target', target: data.target }
    case 'retract': push(history.retractions, data.event, event); return { kind: 'named', event: data.event }
    case 'review': push(history.reviews, data.event, event); return { kind: 'named', event: data.event }
    case 'rules': history.adoptions.push(event); return { kind: 'all' }
    default: history.meetings.push(event); return { kind: 'none' }
  }
}

/** The targets whose rows an event may have changed; null = any (rules adopted, a retraction of a retraction, of a review or of rules). */
export function touchedTargets(history: History, touched: Touched): readonly string[] | null {
  if (touched.kind === 'none') return []
  if (touched.kind === 'all') return null
  if (touched.kind === 'target') return [touched.target]
  const targets: string[] = []
  for (const event of history.events.values()) {
    if (event.id !== touched.event) continue
    if (event.type === 'retract' || event.type === 'review' || event.type === 'rules') return null
    if (typeof event.data.target === 'string') targets.push(event.data.target)
  }
  return targets
}

/** `evolve` over all the events; their order does not matter. */
export function foldEvents(index: PlanIndex, events: Iterable<LedgerEvent>): History {
  const history = emptyHistory(index)
  for (const event of events) evolve(history, event)
  return history
}

/** The order of semantics.md 35 without the day: recordedAt, then id, then hash, by code units. */
export function comesLater(one: LedgerEvent, other: LedgerEvent): boolean {
  if (one.recordedAt !== other.recordedAt) return one.recordedAt > other.recordedAt
  if (one.id !== other.id) return one.id > other.id
  return one.hash > other.hash
}

/** A day and a moment of knowledge: `limit` bounds `recordedAt` (see `knownAtLimit`). */
export interface When {
  asOf: string
  limit: string
}

/** The day today in UTC+8, and the bound of what is known now. */
export interface Knowing { today: string, limit: string }

/** Is the event in force for one who knows what was recorded up to `limit`: not retracted, nor (a report) returned (semantics.md 36). */
export function isInForce(history: History, event: LedgerEvent, limit: string): boolean {
  if (event.recordedAt > limit) return false
  if (history.retractions.size > 0 && isRetracted(history, event.id, limit, new Set())) return false
  if (event.type !== 'report' || history.reviews.size === 0) return true
  let latest: LedgerEvent | null = null
  for (const review of history.reviews.get(event.id) ?? [])
    if (review.recordedAt <= limit && !isRetracted(history, review.id, limit, new Set()) && (latest === null || comesLater(review, latest))) latest = review
  return latest === null || latest.data.verdict !== 'returned'
}

/** Named by a retraction that is itself not retracted. Of retractions that name each other in a ring none is followed twice. */
function isRetracted(history: History, id: string, limit: string, asking: Set<string>): boolean {
  const named = history.retractions.get(id)
  if (named === undefined || asking.has(id)) return false
  asking.add(id)
  const result = named.some(retraction => retraction.recordedAt <= limit && !isRetracted(history, retraction.id, limit, asking))
  asking.delete(id)
  return result
}

/** Of several events on one matter the one that counts on day `when.asOf`: greatest `at` not after it, then the later one (semantics.md 35). */
export function winnerOf(history: History, events: readonly LedgerEvent[] | undefined, when: When, fits?: (event: LedgerEvent) => boolean): LedgerEvent | null {
  let best: LedgerEvent | null = null
  for (const event of events ?? []) {
    if (event.at > when.asOf || event.recordedAt > when.limit) continue
    if (best !== null && (event.at < best.at || (event.at === best.at && !comesLater(event, best)))) continue
    if (fits !== undefined && !fits(event)) continue
    if (isInForce(history, event, when.limit)) best = event
  }
  return best
}
