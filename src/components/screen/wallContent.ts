/** What the pages of the big screen say, ready to read; made by the view from board, plan and history. */
import type { Lamp } from '../../domain/board'
import type { Forecast } from '../../domain/forecast'
import type { Target } from '../../domain/plan'
import type { ScreenCurve } from '../../charts/screenCurve'
import type { LampGroup } from '../../wording/lampLook'

export interface CountContent { group: LampGroup, count: number, moved: string }

export interface TurnContent { key: string, areaName: string, name: string, from: Lamp | null, to: Lamp | null, value: string }

export interface RedContent { key: string, lamp: Lamp, areaName: string, name: string, toGreen: string }

export interface StandingContent {
  code: string
  name: string
  rank: string
  /** Whole per cent; null without active tasks. */
  rate: number | null
  parts: string
  /** Places climbed since the meeting; negative: fallen. */
  climbed: number
}

export interface OverviewContent {
  counts: readonly CountContent[]
  /** Null before the first meeting. */
  changes: { better: number, worse: number, items: readonly TurnContent[], rest: number } | null
  reds: { red: number, amber: number, items: readonly RedContent[], rest: number }
  /** Best first; with more places than lines the middle is left out. */
  standings: readonly (StandingContent | { between: number })[]
}

/** The overview while nobody has reported: the tasks themselves. */
export interface EmptyContent {
  tasks: number
  targets: number
  shared: number
  sharable: number
  chapters: readonly { numeral: string, title: string, targets: number }[]
  areas: readonly { code: string, name: string, tasks: number }[]
}

export interface FactContent { head: string, main: string, more: string }

export interface ItemContent {
  tone: 'sev' | 'lag'
  lamp: Lamp
  areaName: string
  name: string
  facts: readonly FactContent[]
  why: string
  toGreen: string | null
  department: string
  source: string
  last: string | null
  lastNote: string | null
  forecast: Forecast | null
  inForce: Target
  nameOfArea: (code: string) => string
  curve: ScreenCurve | null
  curveLabel: string
}

export interface UnreportedContent {
  cells: number
  places: number
  lines: readonly { key: string, name: string, count: number, targets: string }[]
}
