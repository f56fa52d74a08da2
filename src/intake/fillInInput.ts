/** What a fill-in workbook is made from. */
import type { History } from '../domain/history'
import type { PlanIndex } from '../domain/plan'

export interface FillInInput {
  /** The plan with its set-up laid over it. */
  index: PlanIndex
  history: History
  /** Bound of what is known; see `knownAtLimit`. */
  limit: string
  /** The day that the figures are of, and their period (`2020-09`). */
  at: string
  period: string
  /** A department's id, an area's code, or null for all. */
  unit: string | null
  isDemo: boolean
  /** Returned reports: their reason is shown, and they are asked again even where all is done. */
  returned?: readonly { target: string, area: string, reason: string }[]
}
