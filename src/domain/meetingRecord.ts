/** What came of a meeting (调度会): its decisions, which are slips, its notes, and the board that was frozen when it ended. */
import type { History, When } from './history'
import { isInForce } from './history'
import type { Meeting } from './meetings'
import type { Slip } from './slip'
import { daysBetween } from './days'
import { furtherOf } from './further'
import { daysLeft, isOpen, isOverdue } from './slip'

export interface MeetingNote { id: string, event: string, at: string, text: string, target: string | null, area: string | null }

export interface MeetingRecord {
  meeting: Meeting
  /** Slips that it decided, in the order of their issue. */
  decisions: readonly Slip[]
  notes: readonly MeetingNote[]
  /** Fingerprint of its snapshot, the day of its board and the day it ended; `recordedAt` bounds what it knew. Null while it is not over. */
  end: MeetingEnd | null
}

export interface MeetingEnd { event: string, snapshot: string, asOf: string, at: string, recordedAt: string }

/** What became of a promise by a day. `early`: days before the date it was kept, negative after it. */
export type PromiseState = { kind: 'kept', on: string, early: number } | { kind: 'applied' } | { kind: 'overdue', days: number } | { kind: 'left', days: number } | { kind: 'withdrawn' }

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The notes of a meeting as known at `limit`: of one id the latest; one that was emptied is gone. */
export function notesOf(history: History, meeting: string, limit: string): MeetingNote[] {
  const notes = new Map<string, MeetingNote>()
  for (const { id: event, at, data } of furtherOf(history, 'meeting_note', limit))
    if (data.meeting === meeting) notes.set(String(data.id), { id: String(data.id), event, at, text: String(data.text), target: textOf(data.target), area: textOf(data.area) })
  return [...notes.values()].filter(note => note.text.trim() !== '')
}

/** When and with which snapshot a meeting ended; the latest holds. */
export function endOf(history: History, meeting: string, limit: string): MeetingEnd | null {
  const event = furtherOf(history, 'meeting_end', limit).reverse().find(one => one.data.meeting === meeting)
  return event === undefined ? null : { event: event.id, snapshot: String(event.data.snapshot), asOf: String(event.data.asOf), at: event.at, recordedAt: event.recordedAt }
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

/** 已兑现, 待核销, 逾期 n 天, 剩 n 天: where a slip stands on a day. Kept is only what is closed (practice.md 2.6). */
export function promiseState(slip: Slip, day: string): PromiseState {
  if (slip.state === 'withdrawn') return { kind: 'withdrawn' }
  if (!isOpen(slip)) { const on = slip.appliedOn ?? slip.closedOn ?? day; return { kind: 'kept', on, early: daysBetween(on, slip.due) } }
  if (slip.state === 'applied' || slip.state === 'verified' || slip.state === 'signed') return { kind: 'applied' }
  return isOverdue(slip, day) ? { kind: 'overdue', days: -daysLeft(slip, day) } : { kind: 'left', days: daysLeft(slip, day) }
}

/** 兑现 n/m: of the promises that stand, how many are kept. */
export function keptOf(slips: readonly Slip[]): { kept: number, all: number } {
  const standing = slips.filter(slip => slip.state !== 'withdrawn')
  return { kept: standing.filter(slip => !isOpen(slip)).length, all: standing.length }
}

/** The events that plan a meeting and are in force: its first one and every move. To call it off, all of them are retracted. */
export function planningOf(history: History, meeting: string, limit: string): string[] {
  return history.meetings.filter(event => String(event.data.id) === meeting && isInForce(history, event, limit)).map(event => event.id)
}
