/** One place of the plan as ranking, tiles and map show it: the same line in all three. */
import type { Shape, Tone } from '../../wording/lampLook'

export interface PlaceLine {
  code: string
  name: string
  short: string
  /** 街道, 镇 …; '' where the places are of one kind. */
  kind: string
  tone: Tone | 'bare'
  shape: Shape | null
  /** How many have the lamp shown; '' for the lamp of one target. */
  count: string
  /** The figure: "36" and "%", "2" and "/3". */
  main: string
  sub: string
  /** 5/14, or what is missing to the pace. */
  foot: string
  /** 名次 as printed: 并1, 19; null: not ranked. */
  place: string | null
  /** Fractions of 1 for the bar; the tick is the last meeting's rate, or the pace. */
  share: number | null
  tick: number | null
  parts: readonly { tone: Tone | 'bare', share: number }[]
  /** Lamps that keep it back, with their counts. */
  lamps: readonly { shape: Shape, tone: Tone, word: string, count: number }[]
  /** Since the last meeting: points or amount, places climbed, both in words. */
  moved: { turn: 'better' | 'worse' | 'same', text: string, climb: string, long: string } | null
  /** Everything in one sentence, for readers and tooltips. */
  label: string
}

export interface PlaceGroup { name: string, lines: readonly PlaceLine[] }
