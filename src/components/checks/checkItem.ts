/** Hints as they are shown and printed. */
import type { HintRule } from '../../domain/hints'

export interface CheckItem {
  key: string
  rule: HintRule
  target: string
  area: string
  areaName: string
  targetName: string
  value: string
  text: string
  /** What was found in the field, and whether that was about the report of now. */
  found: string | null
  isFoundNow: boolean
}
