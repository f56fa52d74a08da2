/** What the page of a township shows, ready for its words. Lamps, numbers, ranks and rates are the board's own. */
import type { AreaStanding, Figure, Lamp } from '../../domain/board'
import type { Change } from '../../domain/changes'
import type { OneUnitCheck, Place, RankRange } from '../../domain/standing'
import type { LampGroup } from '../../wording/lampLook'
import type { AttentionItem } from '../panel/attentionItem'

/** A cell with a lamp, and its words. */
export interface AreaLine {
  figure: Figure
  item: AttentionItem
  /** 赶得上吗 in one sentence; '' where there is none. */
  forecast: string
}

/** A cell that is asked or reported but has no lamp: its goal is not shared out. */
export interface UnlitLine {
  target: string
  name: string
  value: string
}

export interface MarkedLine extends UnlitLine {
  lamp: Lamp
  reason: string
  /** Since when it is marked. */
  since: string
}

export interface AreaChange {
  target: string
  name: string
  from: Lamp | null
  to: Lamp | null
  turn: Change['turn']
  value: string
  moved: string
  /** Not known at the meeting although it is of a day up to it: entered late, corrected, or taken back. */
  entry: 'late' | 'corrected' | 'withdrawn' | null
}

export interface AreaPage {
  code: string
  name: string
  short: string
  /** 街道, 镇 …; '' where the places are of one kind. */
  group: string
  previous: string | null
  next: string | null
  standing: AreaStanding
  /** Before the first report rates and ranks say nothing. */
  isSilent: boolean
  /** On-pace rate in whole per cent, as on the board; null where nothing is asked or reported. */
  rate: number | null
  place: Place | null
  peers: Place | null
  range: RankRange | null
  oneUnit: OneUnitCheck | null
  /** Percentage points since the last meeting; null without one. */
  moved: number | null
  counts: readonly { group: LampGroup, count: number }[]
  /** Off pace, worst first. */
  late: readonly AreaLine[]
  /** Near due, on pace, ahead. */
  steady: readonly AreaLine[]
  done: readonly AreaLine[]
  unreported: readonly AreaLine[]
  waiting: readonly AreaLine[]
  marked: readonly MarkedLine[]
  unlit: readonly UnlitLine[]
  stale: readonly { target: string, name: string, lamp: Lamp, value: string, days: number }[]
  changes: readonly AreaChange[]
}
