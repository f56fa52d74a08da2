/** 变更记录: everything that was ever recorded about a target, newest first, with what stood before and after. Nothing is left out, nothing is erased. */
import type { Goal, Placed } from './plan'
import type { Item, LedgerEvent } from './event'
import { comesLater, isInForce, winnerOf } from './history'
import type { History, When } from './history'
import { milestoneStages } from './pace'
import { qualitativeStages } from './stages'
import { isLate, recordedOn } from './submitDay'
import { tallyReport } from './tally'

export type RecordKind = 'report' | 'allocate' | 'amend' | 'exempt' | 'review' | 'retract'
export type MarkState = 'exempt' | 'paused' | 'active'

/** What stood before or after a record. Values are those of the board: a rate is a fraction of 1, stages are shares. */
export type Recorded =
  | { kind: 'value', value: number | null, stage: string | null }
  | { kind: 'share', share: number | null, areas: number | null }
  | { kind: 'terms', goal: Goal | null, due: string | null, hasSchedule: boolean }
  | { kind: 'mark', state: MarkState }

export interface RecordLine {
  event: string
  kind: RecordKind
  /** The day it speaks of, and the day on which it was recorded (UTC+8). */
  at: string
  recordedOn: string
  /** Day of the record it names (a retraction, a review), else its own: what it may change on the board. */
  aboutDay: string
  /** Area that it is about; null: the whole target. */
  area: string | null
  unit: string | null
  name: string | null
  before: Recorded | null
  after: Recorded | null
  /** A correction of the same day: what it says takes the place of what stood there. */
  isBeforeStruck: boolean
  /** It was taken back or returned since. */
  state: 'in_force' | 'retracted' | 'returned'
  /** What the named record was, of a review or a retraction. */
  named: RecordKind | null
  verdict: 'accepted' | 'returned' | null
  /** Sites and stages that moved, by name. */
  moved: readonly { name: string, from: string | null, to: string | null }[]
  reason: string | null
  /** 补报: recorded after the room for its day. */
  isLate: boolean
  /** 更正: there was a report for the same day before. */
  isCorrection: boolean
  /** What it is called by in talk: four characters of its hash. */
  number: string
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const areaOf = (event: LedgerEvent): string | null => textOf(event.data.area)

/** Four characters of the hash. Generated demo events carry stand-ins that differ at their end only. */
const numberOf = (hash: string): string => (/^0{32}/.test(hash) ? hash.slice(-4) : hash.slice(0, 4))

/** The bound just below a clock value: everything that was recorded before it. */
const justBefore = (recordedAt: string): string => recordedAt.slice(0, -1)

/** All events about a target, and about its area where one is asked for, that were recorded up to `limit`. */
function gather(history: History, { target }: Placed, area: string | null, limit: string): LedgerEvent[] {
  const node = area === null ? null : history.index.areas.get(area) ?? null
  const codes = node === null ? null : new Set([node.area.code, ...node.leaves.map(leaf => leaf.area.code)])
  for (let up = node?.parent ?? null; up !== null; up = up.parent) codes?.add(up.area.code)
  const isWanted = (code: string | null): boolean => codes === null || code === null || codes.has(code)
  const found: LedgerEvent[] = []
  for (const [code, events] of history.reports.get(target.id) ?? []) if (isWanted(code)) found.push(...events)
  for (const lists of [history.allocations, history.amendments, history.marks]) found.push(...(lists.get(target.id) ?? []).filter(event => isWanted(areaOf(event))))
  const seen = new Set(found)
  for (const event of found) {
    for (const naming of [...history.reviews.get(event.id) ?? [], ...history.retractions.get(event.id) ?? []]) {
      if (seen.has(naming)) continue
      seen.add(naming)
      found.push(naming)
    }
  }
  return found.filter(event => event.recordedAt <= limit).sort((one, other) => (comesLater(one, other) ? -1 : 1))
}

function stageName(placed: Placed, event: LedgerEvent): string | null {
  const { target } = placed
  return target.measure === 'qualitative' ? qualitativeStages(target).find(stage => stage.id === event.data.stage)?.name ?? null : null
}

function valueOf(placed: Placed, event: LedgerEvent | null): Recorded | null {
  if (event === null) return null
  const { value } = tallyReport(placed.target, null, event, placed.target.scope === 'whole')
  return { kind: 'value', value, stage: stageName(placed, event) }
}

function movesBetween({ target }: Placed, before: LedgerEvent | null, after: LedgerEvent | null): RecordLine['moved'] {
  if (target.ladder !== undefined) {
    const nameOf = (id: string | undefined) => target.ladder?.find(stage => stage.id === id)?.name ?? id ?? null
    const items = (event: LedgerEvent | null) => new Map(((event?.data.items as Item[] | undefined) ?? []).map(item => [item.id, item]))
    const old = items(before)
    return [...items(after).values()].filter(item => old.get(item.id)?.stage !== item.stage).map(item => ({ name: item.name, from: nameOf(old.get(item.id)?.stage), to: nameOf(item.stage) }))
  }
  if (target.measure !== 'milestone') return []
  const dates = (event: LedgerEvent | null) => (event?.data.stages ?? {}) as Record<string, string>
  const [old, now] = [dates(before), dates(after)]
  return milestoneStages(target, '').filter(stage => old[stage.id] !== now[stage.id]).map(stage => ({ name: stage.name, from: old[stage.id] ?? null, to: now[stage.id] ?? null }))
}

function sharesOf(shares: Readonly<Record<string, number | null>> | undefined, area: string | null): Recorded | null {
  if (shares === undefined) return null
  if (area !== null) return { kind: 'share', share: shares[area] ?? null, areas: null }
  const given = Object.values(shares).filter(share => share !== null && share > 0) as number[]
  return { kind: 'share', share: given.reduce((sum, share) => sum + share, 0), areas: given.length }
}

/** Of the fields that an amendment sets: what held before it, and what it sets. */
function termsOf(history: History, { target }: Placed, event: LedgerEvent, when: When): Pick<RecordLine, 'before' | 'after'> {
  const list = history.amendments.get(target.id)
  const field = <Value>(name: 'goal' | 'due' | 'schedule', own: Value | null): Value | null =>
    (event.data[name] === undefined ? null : (winnerOf(history, list, when, one => one.data[name] !== undefined)?.data[name] as Value | undefined) ?? own)
  return {
    before: { kind: 'terms', goal: field<Goal>('goal', target.goal), due: field('due', target.due ?? null), hasSchedule: event.data.schedule !== undefined },
    after: { kind: 'terms', goal: (event.data.goal as Goal | undefined) ?? null, due: textOf(event.data.due), hasSchedule: event.data.schedule !== undefined },
  }
}

function stateOf(history: History, event: LedgerEvent, limit: string): RecordLine['state'] {
  if (isInForce(history, event, limit)) return 'in_force'
  // Only reports can be returned: as anything else it is out of force only where it was taken back.
  return isInForce(history, { ...event, type: 'retract' }, limit) ? 'returned' : 'retracted'
}

/**
 * The record of a target (`area` null) or of one area of it, as known at `limit` (see `knownAtLimit`), newest first.
 * Empty for an unknown target.
 */
export function recordOf(history: History, targetId: string, area: string | null, limit: string): RecordLine[] {
  const placed = history.index.targets.get(targetId)
  if (placed === undefined) return []
  const events = gather(history, placed, area, limit)
  const byId = new Map(events.map(event => [event.id, event]))
  const reportsOf = (code: string | null) => history.reports.get(targetId)?.get(code ?? '')
  const reportThen = (of: LedgerEvent, bound: string) => winnerOf(history, reportsOf(areaOf(of)), { asOf: of.at, limit: bound })

  /** What an event changed, by its type. */
  function changeOf(event: LedgerEvent): Pick<RecordLine, 'before' | 'after' | 'moved' | 'named' | 'isCorrection' | 'isBeforeStruck'> & { about: LedgerEvent } {
    const none = { about: event, before: null, after: null, moved: [], named: null, isCorrection: false, isBeforeStruck: false }
    const bound = justBefore(event.recordedAt)
    const when: When = { asOf: event.at, limit: bound }
    switch (event.type) {
      case 'report': {
        const before = reportThen(event, bound)
        const isCorrection = (reportsOf(areaOf(event)) ?? []).some(one => one !== event && one.at === event.at && comesLater(event, one))
        return { ...none, before: valueOf(placed!, before), after: valueOf(placed!, event), moved: movesBetween(placed!, before, event), isCorrection, isBeforeStruck: before?.at === event.at }
      }
      case 'allocate': {
        const before = winnerOf(history, history.allocations.get(targetId), when)?.data.shares ?? placed!.target.allocation
        return { ...none, before: sharesOf(before as Record<string, number | null> | undefined, area), after: sharesOf(event.data.shares as Record<string, number | null>, area) }
      }
      case 'amend': return { ...none, ...termsOf(history, placed!, event, when) }
      case 'exempt': {
        const before = winnerOf(history, history.marks.get(targetId)?.filter(one => areaOf(one) === areaOf(event)), when)?.data.state as MarkState | undefined
        return { ...none, before: before === undefined ? null : { kind: 'mark', state: before }, after: { kind: 'mark', state: event.data.state as MarkState } }
      }
      default: {
        const about = byId.get(String(event.data.event)) ?? event
        const change = { ...none, about, named: about.type as RecordKind }
        if (about.type !== 'report') return change
        const [before, after] = [reportThen(about, bound), reportThen(about, event.recordedAt)]
        return before === after ? change : { ...change, before: valueOf(placed!, before), after: valueOf(placed!, after), isBeforeStruck: before === about }
      }
    }
  }

  return events.map((event): RecordLine => {
    const { about, ...change } = changeOf(event)
    const isReport = event.type === 'report'
    return {
      event: event.id, kind: event.type as RecordKind, at: event.at, recordedOn: recordedOn(event), aboutDay: about.at, area: areaOf(about), unit: textOf(event.by?.unit), name: textOf(event.by?.name),
      ...change, state: stateOf(history, event, limit), verdict: event.type === 'review' ? event.data.verdict as 'accepted' | 'returned' : null,
      reason: textOf(event.data.note) ?? textOf(event.data.reason), isLate: isReport && isLate(event), number: numberOf(event.hash),
    }
  })
}

/** Why areas (the key '' for the whole target) are exempt or paused at `when`: the reason given with the mark in force. */
export function markReasonsOf(history: History, targetId: string, when: When): ReadonlyMap<string, { state: MarkState, reason: string | null, at: string }> {
  const groups = new Map<string, LedgerEvent[]>()
  for (const event of history.marks.get(targetId) ?? []) groups.set(areaOf(event) ?? '', [...groups.get(areaOf(event) ?? '') ?? [], event])
  return new Map([...groups].flatMap(([code, events]) => {
    const mark = winnerOf(history, events, when)
    return mark === null || mark.data.state === 'active' ? [] : [[code, { state: mark.data.state as MarkState, reason: textOf(mark.data.reason), at: mark.at }]]
  }))
}
