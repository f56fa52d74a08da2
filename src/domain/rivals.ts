/**
 * 各报各的: what two hands said differently about one matter, all of it in force. The later holds on the board (semantics.md 35), both stay, and the
 * office is asked to settle; a hand that corrects itself is no rival of itself. Source: reliability.md 5; issue 8 part 4.
 */
import type { LedgerEvent } from './event'
import type { History, Knowing } from './history'
import type { Rival, RivalKind } from './rivalSide'
import { canonicalJson } from './hash'
import { comesLater, isInForce, winnerOf } from './history'
import { reviewsOf } from './reviewState'
import { handOf, sideOf, textOf } from './rivalSide'
import { slipRivals } from './slipRivals'

interface Matter {
  kind: RivalKind
  key: string
  target: string | null
  area: string | null
  at: string
  subject: string | null
  events: readonly LedgerEvent[]
  /** What an event says of the matter; equal texts are no rivals. */
  said: (event: LedgerEvent) => unknown
  holding: (asOf: string) => LedgerEvent | null
}

const ascending = (one: LedgerEvent, other: LedgerEvent): number => (comesLater(one, other) ? 1 : -1)

/** The latest event of each hand, in the order of recording. */
function latestOf(events: readonly LedgerEvent[]): LedgerEvent[] {
  const latest = new Map<string, LedgerEvent>()
  for (const event of events) {
    const hand = handOf(event)
    const before = latest.get(hand)
    if (before === undefined || comesLater(event, before)) latest.set(hand, event)
  }
  return [...latest.values()].sort(ascending)
}

const areOfOneHand = (events: readonly LedgerEvent[]): boolean => events.every(event => handOf(event) === handOf(events[0]!))

function rivalOf(history: History, matter: Matter, { today, limit }: Knowing): Rival | null {
  const { events, said, holding, ...about } = matter
  if (events.length < 2 || areOfOneHand(events)) return null
  const inForce = events.filter(event => isInForce(history, event, limit))
  const settled = settledBy(history, events, limit)
  if (inForce.length === 0) return goneOf(history, matter, settled, limit)
  const latest = latestOf(inForce)
  const texts = new Map(inForce.map(event => [event, canonicalJson(said(event))]))
  if (latest.every(event => texts.get(event) === texts.get(latest[0]!))) return null
  const saying = new Map(latest.map(event => [handOf(event), texts.get(event)!]))
  const held = holding(matter.at)
  const sides = latest.map(one => {
    const text = texts.get(one)!
    return sideOf(one, held === one, inForce.filter(event => texts.get(event) !== text && saying.get(handOf(event)) !== text).map(event => event.id).sort())
  })
  return { ...about, isGone: false, isCurrent: inForce.includes(holding(today)!), sides, neither: [...inForce, ...settled.keys()].map(event => event.id).sort() }
}

/** Events that were retracted with a reason, and by which hands. Undoing one's own entry gives none, and settles nothing. */
function settledBy(history: History, events: readonly LedgerEvent[], limit: string): Map<LedgerEvent, Set<string>> {
  const found = new Map<LedgerEvent, Set<string>>()
  for (const event of events) {
    const hands = retractionsOf(history, event, limit).filter(one => textOf(one.data.reason) !== null).map(handOf)
    if (hands.length > 0) found.set(event, new Set(hands))
  }
  return found
}

const retractionsOf = (history: History, event: LedgerEvent, limit: string): LedgerEvent[] =>
  (history.retractions.get(event.id) ?? []).filter(one => isInForce(history, one, limit))

/** Nothing stands, and not by one decision: one hand took back one side, another hand the other. */
function goneOf(history: History, matter: Matter, settled: ReadonlyMap<LedgerEvent, Set<string>>, limit: string): Rival | null {
  const { events: _events, said, holding: _holding, ...about } = matter
  const latest = latestOf([...settled.keys()])
  const hands = [...settled.values()]
  const isWhole = [...new Set(hands.flatMap(one => [...one]))].some(hand => hands.every(one => one.has(hand)))
  if (latest.length < 2 || isWhole || new Set(latest.map(event => canonicalJson(said(event)))).size < 2) return null
  const sides = latest.map(event => sideOf(event, false, retractionsOf(history, event, limit).map(one => one.id).sort()))
  return { ...about, isGone: true, isCurrent: true, sides, neither: [...settled.keys()].map(event => event.id).sort() }
}

function byDay(events: readonly LedgerEvent[]): Map<string, LedgerEvent[]> {
  const days = new Map<string, LedgerEvent[]>()
  for (const event of events) {
    const list = days.get(event.at)
    if (list === undefined) days.set(event.at, [event])
    else list.push(event)
  }
  return days
}

const withoutNote = ({ data }: LedgerEvent): unknown => { const { note: _note, ...rest } = data; return rest }

/** Matters of cells and targets that more than one event speaks of. */
function* mattersOf(history: History, limit: string, only?: RivalCell): Generator<Matter> {
  for (const [target, byArea] of history.reports) {
    if (only !== undefined && only.target !== target) continue
    for (const [area, all] of byArea) {
      if (all.length < 2 || (only !== undefined && only.area !== area)) continue
      for (const [at, events] of byDay(all))
        yield { kind: 'report', key: `report/${target}/${area}/${at}`, target, area, at, subject: null, events, said: withoutNote, holding: asOf => winnerOf(history, all, { asOf, limit }) }
    }
  }
  if (only !== undefined) return
  for (const [target, all] of history.allocations)
    for (const [at, events] of byDay(all))
      yield { kind: 'allocate', key: `allocate/${target}/${at}`, target, area: null, at, subject: null, events, said: event => event.data.shares, holding: asOf => winnerOf(history, all, { asOf, limit }) }
  for (const [target, all] of history.amendments)
    for (const field of ['goal', 'due', 'schedule']) {
      const fits = (event: LedgerEvent): boolean => event.data[field] !== undefined
      for (const [at, events] of byDay(all.filter(fits)))
        yield { kind: 'amend', key: `amend/${target}/${field}/${at}`, target, area: null, at, subject: field, events, said: event => event.data[field], holding: asOf => winnerOf(history, all, { asOf, limit }, fits) }
    }
  for (const [target, marks] of history.marks)
    for (const area of new Set(marks.map(event => textOf(event.data.area)))) {
      const all = marks.filter(event => textOf(event.data.area) === area)
      for (const [at, events] of byDay(all))
        yield { kind: 'exempt', key: `exempt/${target}/${area ?? ''}/${at}`, target, area, at, subject: null, events, said: event => event.data.state, holding: asOf => winnerOf(history, all, { asOf, limit }) }
    }
}

/** Verdicts on one report by different units of one level. An office that looks after a department does its part; it contradicts nobody. */
function* reviewMatters(history: History, byId: ReadonlyMap<string, LedgerEvent>, limit: string): Generator<Matter> {
  for (const [id, all] of history.reviews) {
    const report = byId.get(id)
    // A returned report may be asked about; a retracted one no longer.
    if (all.length < 2 || report === undefined || !isInForce(history, { ...report, type: 'review' }, limit)) continue
    const last = reviewsOf(history, id, limit).at(-1)?.event ?? null
    for (const level of ['department', 'office']) {
      const events = all.filter(event => (event.data.level === 'department') === (level === 'department'))
      const held = events.find(event => event.id === last) ?? null
      if (held === null && last !== null) continue
      yield { kind: 'review', key: `review/${id}/${level}`, target: textOf(report.data.target), area: textOf(report.data.area), at: report.at, subject: id, events, said: event => event.data.verdict, holding: () => held }
    }
  }
}

/** Events by id, and the ids that stand for several (semantics.md 38). */
function idsOf(history: History): { byId: Map<string, LedgerEvent>, twins: Map<string, LedgerEvent[]> } {
  const byId = new Map<string, LedgerEvent>()
  const twins = new Map<string, LedgerEvent[]>()
  for (const event of history.events.values()) {
    const first = byId.get(event.id)
    if (first === undefined) byId.set(event.id, event)
    else twins.set(event.id, [...twins.get(event.id) ?? [first], event])
  }
  return { byId, twins }
}

/** A retraction names an id and takes both events of it: none can be taken alone. */
function twinRivals(history: History, twins: ReadonlyMap<string, readonly LedgerEvent[]>, { limit }: Knowing): Rival[] {
  return [...twins].flatMap(([id, all]): Rival[] => {
    const events = all.filter(event => isInForce(history, event, limit)).sort(ascending)
    if (events.length < 2) return []
    const holds = ({ type, at, data }: LedgerEvent): LedgerEvent | null =>
      (type !== 'report' ? null : winnerOf(history, history.reports.get(String(data.target))?.get(String(data.area)), { asOf: at, limit }))
    const [{ at, data }] = events as [LedgerEvent]
    return [{ kind: 'id', key: `id/${id}`, target: textOf(data.target), area: textOf(data.area), at, subject: id, isGone: false, isCurrent: true, sides: events.map(event => sideOf(event, holds(event) === event, null)), neither: [id] }]
  })
}

/** A cell of the board. */
export interface RivalCell { target: string, area: string }

/** What is open of one cell alone, quickly: for its card. */
export const rivalsOfCell = (history: History, now: Knowing, cell: RivalCell): Rival[] =>
  [...mattersOf(history, now.limit, cell)].flatMap(matter => rivalOf(history, matter, now) ?? [])

/**
 * Everything that is said differently about one matter as known at `limit`, none of it settled; what the board of `today` rests on first, then the
 * latest business day. The order in which events arrived plays no part.
 */
export function rivalsOf(history: History, now: Knowing): Rival[] {
  const { byId, twins } = idsOf(history)
  const rivals = [...twinRivals(history, twins, now), ...slipRivals(history, byId, now.limit)]
  const take = (matter: Matter): void => {
    const events = twins.size === 0 ? matter.events : matter.events.filter(event => !twins.has(event.id))
    const rival = rivalOf(history, { ...matter, events }, now)
    if (rival !== null) rivals.push(rival)
  }
  for (const matter of mattersOf(history, now.limit)) take(matter)
  for (const matter of reviewMatters(history, byId, now.limit)) take(matter)
  const place = (rival: Rival): string => `${rival.isCurrent ? 1 : 0} ${rival.at}`
  return rivals.sort((one, other) => (place(one) !== place(other) ? (place(one) > place(other) ? -1 : 1) : one.key < other.key ? -1 : 1))
}
