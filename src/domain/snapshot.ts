/**
 * 快照: the board frozen for a meeting with everything it follows from, under one fingerprint. Every paper is made from a snapshot and
 * from nothing else; a snapshot is never changed.
 */
import type { Board } from './board'
import type { boardFileOf } from './boardFile'
import type { History } from './history'
import type { LedgerEvent } from './event'
import type { Meeting } from './meetings'
import type { Plan, PlanIndex } from './plan'
import { boardFileOf as fileOf } from './boardFile'
import { knownAtLimit } from './clock'
import { addDays } from './days'
import { canonicalJson, headOf, planHash, sha256Hex } from './hash'
import { foldEvents } from './history'
import { lastMeeting, meetingsOf } from './meetings'
import { indexPlan } from './plan'
import { reviewedOnly } from './reviewState'
import { boardOf } from './rollUp'
import { indexWithSetUp } from './setUp'

export const snapshotFormat = 'guatu-snapshot/1'

/** Which reports the board counts: all, those accepted, those accepted at both levels (`reviewState`). */
export type ReviewFilter = 'all' | 'accepted' | 'accepted_twice'

export type BoardFile = ReturnType<typeof boardFileOf>

/** What the fingerprint covers: SHA-256 over the canonical JSON (RFC 8785) of this object. The large parts stand in it by their hashes. */
export interface Seal {
  format: typeof snapshotFormat
  /** 第4次调度会. */
  name: string
  plan: string
  planHash: string
  /** Day of the board. */
  asOf: string
  /** As for a board (semantics.md 33). */
  knownAt: string
  rulePack: string
  review: ReviewFilter
  demo: boolean
  /** How many events were known, and the head over them (semantics.md 37). */
  events: number
  head: string
  /** SHA-256 over the canonical JSON of the board as in `board.json`. */
  boardHash: string
  /** UTC instant of the freezing. */
  madeAt: string
  madeBy: { unit?: string, name?: string }
  /** Version of the programme that froze it. */
  version: string
  /** A copy without names and notes: the fingerprint of the snapshot it was made from. */
  safeFrom?: string
}

export interface Snapshot {
  seal: Seal
  /** SHA-256 of the seal, lower-case hex. */
  fingerprint: string
  /** The file's own plan, without set-up. */
  plan: Plan
  /** Every event of the plan known by then, with true hashes. */
  events: readonly LedgerEvent[]
  board: BoardFile
}

/** What a snapshot is frozen from: the file's plan and its sealed events. */
export interface SnapshotSource { plan: Plan, events: readonly LedgerEvent[], demo: boolean }
export type SnapshotAsk = Pick<Seal, 'name' | 'asOf' | 'knownAt' | 'review' | 'madeAt' | 'madeBy' | 'version'>

/** A snapshot opened for reading: the board and all that a paper may ask beyond it, made anew from the snapshot's own plan and events. */
export interface SnapshotView {
  snapshot: Snapshot
  /** With set-up laid over: departments, leads, rulings as they were by then. */
  index: PlanIndex
  /** Only the reports that the review filter lets through. */
  history: History
  /** Bounds `recordedAt` for further questions to the history. */
  limit: string
  board: Board
  meetings: readonly Meeting[]
  /** The board of the last meeting before the day, as known then; null where there was none. */
  before: { meeting: Meeting, board: Board } | null
}

export const fingerprintOf = (seal: Seal): string => sha256Hex(canonicalJson(seal))

/** 校验码: the first 12 digits of the fingerprint in groups of four, as printed on papers. */
export const codeOf = (fingerprint: string): string => fingerprint.slice(0, 12).toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')

/** A code as typed (any case, with or without blanks) → 12 lower-case hex digits; null where it is none. */
export function readCode(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[\s\u200b\u3000-]/g, '').toLowerCase()
  return /^[0-9a-f]{12}$/.test(plain) ? plain : null
}

const filteredBy = (history: History, limit: string, review: ReviewFilter): History => (review === 'all' ? history : reviewedOnly(history, limit, review === 'accepted_twice'))

/** The board that a seal speaks of, made from a plan and events. `board.json` counts all known events, also under a review filter. */
export function sealedBoard(plan: Plan, events: readonly LedgerEvent[], seal: Pick<Seal, 'asOf' | 'knownAt' | 'review' | 'demo'>): BoardFile {
  const history = foldEvents(indexPlan(plan), events)
  const board = boardOf(filteredBy(history, knownAtLimit(seal.knownAt), seal.review), { asOf: seal.asOf, knownAt: seal.knownAt })
  return fileOf(board, history, seal.demo)
}

const boardHashOf = (board: BoardFile): string => sha256Hex(canonicalJson(board))

/** Freezes the board of a day with what was known. Later events are left out. */
export function freeze({ plan, events, demo }: SnapshotSource, ask: SnapshotAsk): Snapshot {
  const limit = knownAtLimit(ask.knownAt)
  const known = [...new Map(events.filter(event => event.plan === plan.id && event.recordedAt <= limit).map(event => [event.hash, event])).values()]
  const board = sealedBoard(plan, known, { ...ask, demo })
  return sealedWith({ plan, events: known, board }, ask, demo)
}

function sealedWith(parts: Pick<Snapshot, 'plan' | 'events' | 'board'>, ask: SnapshotAsk & Pick<Seal, 'safeFrom'>, demo: boolean): Snapshot {
  const { plan, events, board } = parts
  const seal: Seal = {
    format: snapshotFormat, name: ask.name, plan: plan.id, planHash: planHash(plan), asOf: ask.asOf, knownAt: ask.knownAt, rulePack: board.rulePack, review: ask.review, demo,
    events: events.length, head: headOf(events.map(event => event.hash)), boardHash: boardHashOf(board), madeAt: ask.madeAt, madeBy: ask.madeBy, version: ask.version,
    ...(ask.safeFrom !== undefined && { safeFrom: ask.safeFrom }),
  }
  return { seal, fingerprint: fingerprintOf(seal), plan, events, board }
}

/** A snapshot of other events under the same name, day and filter: for a copy without names and notes. */
export function resealed(snapshot: Snapshot, events: readonly LedgerEvent[], safeFrom: string): Snapshot {
  const { seal, plan } = snapshot
  return sealedWith({ plan, events, board: sealedBoard(plan, events, seal) }, { ...seal, madeBy: seal.madeBy.unit === undefined ? {} : { unit: seal.madeBy.unit }, safeFrom }, seal.demo)
}

/** Opens a snapshot: about as much work as opening its plan. */
export function viewOf(snapshot: Snapshot): SnapshotView {
  const { seal, plan, events } = snapshot
  const limit = knownAtLimit(seal.knownAt)
  const all = foldEvents(indexPlan(plan), events)
  const history = filteredBy(all, limit, seal.review)
  const meetings = meetingsOf(all, limit)
  const meeting = lastMeeting(meetings, addDays(seal.asOf, -1))
  return {
    snapshot, index: indexWithSetUp(all, limit), history, limit, meetings,
    board: boardOf(history, { asOf: seal.asOf, knownAt: seal.knownAt }),
    before: meeting === null ? null : { meeting, board: boardOf(filteredBy(all, knownAtLimit(meeting.on), seal.review), { asOf: meeting.on, knownAt: meeting.on }) },
  }
}

/** Its usual name: of the meeting on its day, else of the next one, else the day. */
export function snapshotName(meetings: readonly Meeting[], asOf: string): string {
  const meeting = meetings.find(one => one.on >= asOf)
  if (meeting !== undefined) return meeting.name === '' ? `第${meeting.number}次调度会` : meeting.name
  return `${Number(asOf.slice(5, 7))}月${Number(asOf.slice(8))}日`
}
