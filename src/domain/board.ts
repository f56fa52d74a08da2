/** The board: every target per township as of a day. One shape for screen, card, export and print. */
import type { LampRules } from './lampRules'
import type { Target } from './plan'

export const lampCodes = [
  'exempt', 'paused', 'done', 'caught_up_late', 'overdue', 'no_data', 'not_due',
  'behind', 'slightly_behind', 'near_due', 'ahead', 'on_pace',
] as const

/** Semantic status of a cell or a target row (semantics.md 20-24). Colours, shapes and words hang on it outside the domain. */
export type Lamp = typeof lampCodes[number]

export type LampCounts = Partial<Record<Lamp, number>>

/**
 * One figure of the board: a cell (target x column) or a target's total. Shares are fractions of 1, `completion` uncapped,
 * `progress` capped to [0, 1], null where unknown (semantics.md 1-24).
 */
export interface Figure {
  target: string
  /** Area code; null for a total. */
  area: string | null
  value: number | null
  goal: number | null
  completion: number | null
  progress: number | null
  pace: number | null
  gap: number | null
  lamp: Lamp | null
  /** Day of the value (a total: the latest), null without a report. */
  at: string | null
  stale: boolean
  /** Is anybody below asked for it (semantics.md 2). */
  asked: boolean
  /** Areas below that reported / that are asked: 已报 n/m. A leaf: 0 or 1. */
  reported: number
  askedAreas: number
  /** What the report says beyond a number; only on figures fed by exactly one report. */
  detail: Detail | null
}

/** The report behind a figure, for reading (stage, items, rate parts, note), and the event that carries it. */
export interface Detail {
  event: string
  recordedAt: string
  unit: string | null
  name: string | null
  note: string | null
  stage: string | null
  stages: Readonly<Record<string, string>> | null
  items: readonly { id: string, name: string, stage: string }[] | null
  numerator: number | null
  denominator: number | null
}

/** One target's row: the target as in force on the board's day (amendments applied), its total and its cells in column order. */
export interface Row {
  target: Target
  /** Last day of the target on that date (semantics.md, `due`). */
  due: string
  /** The rules that its lamps follow. */
  rules: LampRules
  total: Figure
  /** Empty for `scope: whole`. */
  cells: readonly Figure[]
  /** Σ of the shares given to the columns, null where nothing is allocated (未分解 / 加码 against the goal). */
  allocated: number | null
}

/** Standing of a column, a chapter or the plan (semantics.md 27, 28). */
export interface Standing {
  onPace: number
  active: number
  lamps: LampCounts
}

export interface AreaStanding extends Standing {
  area: string
  /** 1-1-3 ranking by on-pace rate; null without active cells. */
  rank: number | null
}

export interface ChapterStanding extends Standing {
  chapter: string
}

export interface Board {
  plan: string
  asOf: string
  /** As given, or the UTC instant (semantics.md 33). */
  knownAt: string
  rulePack: string
  /** The rules of its day. */
  rules: LampRules
  rows: readonly Row[]
  areas: readonly AreaStanding[]
  chapters: readonly ChapterStanding[]
  total: Standing
}
