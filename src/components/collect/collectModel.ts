/** What the page of returned files shows: made from the domain's answers in `views/collect/incomingPage.ts`. */
import type { Lamp } from '../../domain/board'

export type BarKind = 'new' | 'same' | 'conflict' | 'bad'
export const barKinds: readonly BarKind[] = ['new', 'same', 'conflict', 'bad']

/** One returned file. `share`: of the reading, 0 to 1. */
export interface FileRow {
  id: string
  unit: string
  file: string
  saved: string
  state: 'waiting' | 'reading' | 'read' | 'stopped'
  share: number
  matched: number
  counts: Readonly<Record<BarKind, number>>
  /** Refused whole. */
  isRefused: boolean
  /** A sheet of one's own that is not yet mapped. */
  isOwn: boolean
  note: string
  isTrouble: boolean
  code: string | null
}

export interface FileTotals { files: number, readable: number, matched: number, counts: Readonly<Record<BarKind, number>>, refused: number, codes: number, expected: number, came: number }

export interface SideView {
  /** What is decided for: `ledger` or a line's id. */
  take: string
  head: string
  place: string
  value: string
  goal: string
  lamp: Lamp | null
  percent: string
  increase: string
  who: string
  when: string
  note: string
  button: string
}
export interface CoursePoint { at: string, value: number }
export interface CourseView { period: { start: string, end: string }, goal: number | null, pace: readonly CoursePoint[], actual: readonly CoursePoint[], sides: readonly { at: string, value: number, text: string, isLedger: boolean }[] }
export interface ConflictView { key: string, place: number, of: number, area: string, target: string, sides: readonly SideView[], hint: string | null, course: CourseView | null, ask: string, askTake: string, decided: string | null, isAsked: boolean }

/** Something else to be handled: a conflict further down, a bad or doubted cell, a problem of the file, a file refused whole, a sheet to be mapped. */
export interface HandleItem {
  id: string
  kind: 'conflict' | 'bad' | 'doubt' | 'problem' | 'file' | 'own'
  area: string
  target: string
  said: string
  why: string
  fix: string
  /** Offered texts, each one click. */
  fixes: readonly string[]
  wantsNote: boolean
  before: Lamp | null
  after: Lamp | null
  isDecided: boolean
}

export interface BatchView { name: string, fresh: number, confirmed: number, isUndone: boolean }

/** So many of the list are shown at once. */
export const shownItems = 60
