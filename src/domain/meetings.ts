/** Meetings (调度会) of a plan: planned days with a number, as recorded in the ledger (semantics.md 36). */
import type { History } from './history'
import { comesLater, isInForce } from './history'
import type { LedgerEvent } from './event'

export interface Meeting {
  id: string
  /** Place in the year's row of meetings; what the dot on the time strip says. */
  number: number
  /** Its day. */
  on: string
  name: string
}

/** The meetings in force as known at `limit`, by day. Of several events with one id the later holds. */
export function meetingsOf(history: History, limit: string): Meeting[] {
  const latest = new Map<string, LedgerEvent>()
  for (const event of history.meetings) {
    const id = String(event.data.id)
    const known = latest.get(id)
    if (isInForce(history, event, limit) && (known === undefined || comesLater(event, known))) latest.set(id, event)
  }
  return [...latest.values()].map(({ data }) => ({ id: String(data.id), number: Number(data.number) || 0, on: String(data.on), name: typeof data.name === 'string' ? data.name : '' }))
    .sort((one, other) => (one.on === other.on ? one.number - other.number : one.on < other.on ? -1 : 1))
}

/** The last meeting on or before a day. */
export function lastMeeting(meetings: readonly Meeting[], day: string): Meeting | null {
  let last: Meeting | null = null
  for (const meeting of meetings) if (meeting.on <= day) last = meeting
  return last
}

/** The first meeting after a day. */
export function nextMeeting(meetings: readonly Meeting[], day: string): Meeting | null {
  return meetings.find(meeting => meeting.on > day) ?? null
}
