/** What is said differently about one matter, and by whom: shapes of `rivals.ts`. Source: reliability.md 5; issue 8 part 4. */
import type { LedgerEvent } from './event'
import { deviceOf } from './clock'

/** `amend`: one field of a target's terms; `number`: two slips under one number; `step`: steps of a slip that shut each other out; `id`: one id that stands for two events. */
export type RivalKind = 'report' | 'allocate' | 'amend' | 'exempt' | 'review' | 'number' | 'step' | 'id'

export interface RivalSide {
  event: string
  hash: string
  unit: string | null
  name: string | null
  device: string
  recordedAt: string
  at: string
  type: string
  data: Readonly<Record<string, unknown>>
  /** The board of the matter's day (or the course of the slip) follows this one. */
  isHolding: boolean
  /** Ids of events to retract so that this side alone stands; null: it cannot be taken so. */
  retracts: readonly string[] | null
}

export interface Rival {
  kind: RivalKind
  /** Unique in the ledger, the same on every device. */
  key: string
  target: string | null
  area: string | null
  /** The business day that it is about. */
  at: string
  /** The field amended, the report reviewed, the slip's number, the id. */
  subject: string | null
  /** 两边都撤了: offices settled it in opposite ways, so that nothing stands. */
  isGone: boolean
  /** The board of today rests on it. */
  isCurrent: boolean
  /** The earliest recorded first. */
  sides: readonly RivalSide[]
  /** Ids of events to retract so that none stands; null: not offered. */
  neither: readonly string[] | null
}

/** A text that says something, or null. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Whose word an event is: its unit's; where it names none, its device's. */
export const handOf = (event: LedgerEvent): string => textOf(event.by?.unit) ?? deviceOf(event.recordedAt)

export function sideOf(event: LedgerEvent, isHolding: boolean, retracts: readonly string[] | null): RivalSide {
  const { id, hash, by, recordedAt, at, type, data } = event
  return { event: id, hash, unit: textOf(by?.unit), name: textOf(by?.name), device: deviceOf(recordedAt), recordedAt, at, type, data, isHolding, retracts }
}
