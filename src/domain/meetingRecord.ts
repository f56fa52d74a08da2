/** What came of a meeting (调度会): its decisions, which are slips, its notes, and the board that was frozen when it ended. */
import type { History, When } from './history'
import type { Meeting } from './meetings'
import type { Slip } from './slip'
import { furtherOf } from './further'

export interface MeetingNote { id: string, event: string, at: string, text: string, target: string | null, area: string | null }

export interface MeetingRecord {
  meeting: Meeting
  /** Slips that it decided, in the order of their issue. */
  decisions: readonly Slip[]
  notes: readonly MeetingNote[]
  /** Fingerprint of its snapshot and the day it ended; null while it is not over. */
  end: { snapshot: string, asOf: string, at: string } | null
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The notes of a meeting as known at `limit`: of one id the latest; one that was emptied is gone. */
export function notesOf(history: History, meeting: string, limit: string): MeetingNote[] {
  const notes = new Map<string, MeetingNote>()
  for (const { id: event, at, data } of furtherOf(history, 'meeting_note', limit))
    if (data.meeting === meeting) notes.set(String(data.id), { id: String(data.id), event, at, text: String(data.text), target: textOf(data.target), area: textOf(data.area) })
  return [...notes.values()].filter(note => note.text.trim() !== '')
}

/** When and with which snapshot a meeting ended; the latest holds. */
export function endOf(history: History, meeting: string, limit: string): MeetingRecord['end'] {
  const event = furtherOf(history, 'meeting_end', limit).findLast(one => one.data.meeting === meeting)
  return event === undefined ? null : { snapshot: String(event.data.snapshot), asOf: String(event.data.asOf), at: event.at }
}

/** `slips`: as {@link slipsOf} gives them for the same `when`. */
export function recordOf(history: History, meeting: Meeting, slips: readonly Slip[], when: When): MeetingRecord {
  return { meeting, decisions: slips.filter(slip => slip.order.meeting === meeting.id), notes: notesOf(history, meeting.id, when.limit), end: endOf(history, meeting.id, when.limit) }
}

/** What a meeting opens with: the slips that meetings before it decided and that were open then or settled since the last one. */
export function followUpsOf(slips: readonly Slip[], meetings: readonly Meeting[], meeting: Meeting): Slip[] {
  const earlier = meetings.filter(one => one.on < meeting.on)
  const last = earlier.at(-1)
  const ids = new Set(earlier.map(one => one.id))
  return slips.filter(({ order, closedOn, state }) => order.meeting !== undefined && ids.has(order.meeting) && state !== 'withdrawn' && (closedOn === null || last === undefined || closedOn >= last.on))
}
