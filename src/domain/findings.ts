/** What the office made of contradictions that were found: to be decided, decided, or no question. Source: issue 7 part 8. */
import type { History } from './history'
import { furtherOf } from './further'

export interface Finding {
  key: string
  conflict: string
  /** Targets of this plan. */
  targets: readonly string[]
  question: string
  decision: string
  /** `declined`: no question; kept with its reason, printed nowhere. */
  status: 'open' | 'decided' | 'declined'
}

/** Findings as known at `limit`, in the order in which they were first recorded; of one key the latest holds. */
export function findingsOf(history: History, limit: string): Finding[] {
  const found = new Map<string, Finding>()
  for (const { data } of furtherOf(history, 'finding', limit)) found.set(String(data.key), data as unknown as Finding)
  return [...found.values()]
}

/** Those that stand among the plan's rulings. */
export const ruledFindings = (findings: readonly Finding[]): Finding[] => findings.filter(one => one.status !== 'declined')
