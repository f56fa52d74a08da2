/** What the parts of the compare page are given, ready to draw. */
import type { Lamp } from '../../domain/board'
import type { LampGroup } from '../../wording/lampLook'

export type Known = 'then' | 'now'

/** One of the two days, with whose knowledge it is looked at. */
export interface Side { day: string, known: Known }

/** A lamp group, or none: nobody was asked, or the share was not known. */
export type GroupKey = LampGroup | 'off'

export interface FlowCell { group: GroupKey, count: number, turn: 'still' | 'better' | 'worse' | 'even' }
export interface FlowRow { group: GroupKey, cells: readonly FlowCell[], total: number }

/** 灯的去向: rows are the lamps before, columns those after. */
export interface Flow {
  groups: readonly GroupKey[]
  rows: readonly FlowRow[]
  totals: readonly number[]
  nets: readonly number[]
  lamps: number
  turned: number
  /** Turned within one group, such as 严重滞后 to 逾期: they stand on the diagonal. */
  inside: number
}

/** Causes as shown: `time` parts into what came near its due day and what its pace left behind. */
export const shownCauses = ['progress', 'late', 'correction', 'amended', 'rules', 'near', 'pace'] as const
export type ShownCause = typeof shownCauses[number]

export interface CauseLine { cause: ShownCause, turned: number, better: number, worse: number, moved: number }

export interface MiniCell {
  column: number
  area: string | null
  before: Lamp | null
  after: Lamp | null
  /** Null where nothing differs, or where the choice above leaves it out. */
  cause: ShownCause | null
  isTurned: boolean
  label: string
}
export interface MiniRow { target: string, number: string, name: string, fullName: string, cells: readonly (MiniCell | null)[], isWhole: boolean }
export interface MiniSection { id: string, numeral: string, title: string, folded: readonly MiniRow[], rows: readonly MiniRow[] }
export interface MiniColumn { code: string, name: string, short: string, opens: boolean }

export const lineGroups = ['worse', 'correction', 'late', 'better', 'near', 'other', 'still'] as const
export type LineGroupKey = typeof lineGroups[number]

export interface ChangeLine {
  key: string
  target: string
  area: string | null
  from: Lamp | null
  to: Lamp | null
  areaName: string
  name: string
  number: string
  /** The value before, where it is another one. */
  old: string
  value: string
  why: string
  cause: ShownCause
  event: string
  by: string
  at: string
  recordedOn: string
}
export interface LineGroup { key: LineGroupKey, lines: readonly ChangeLine[] }

/** One entry that came in later about a day gone by. */
export interface LaterLine { key: string, target: string, area: string | null, day: string, kind: 'late' | 'corrected' | 'retracted' | 'returned', areaName: string, name: string, old: string, value: string, by: string }

/** A meeting, today, or the first day: what a day can be set to at once. */
export interface DayChoice { day: string, text: string, badge: string }
