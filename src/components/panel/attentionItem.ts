import type { Lamp } from '../../domain/board'
import type { Explanation } from '../../domain/explain'

/** One line of the attention list, ready to read. */
export interface AttentionItem {
  target: string
  area: string | null
  lamp: Lamp
  areaName: string
  name: string
  amount: string
  shouldActual: string
  /** How far behind, in points of percentage; '' where it is not. */
  points: string
  toGreen: string | null
  progress: number | null
  pace: number | null
  value: string
  goal: string
  /** The stage it stands at, where a stage says more than a number. */
  stage: string | null
  /** What a further amount is counted in. */
  unit: string
  isRate: boolean
  why: Explanation
}
