/** Where 我的 leads: a department to its cut of the board, a township to its page, anybody else to the whole board. Pure. */
import type { PlanIndex } from '../../domain/plan'

/** What of the address the way there keeps: the day and the ledger that are looked at. */
const kept = ['at', 'known', 'demo'] as const

/** A place of the app; null where the unit is none of this plan and has to be asked for. */
export function mineOf(index: PlanIndex, unit: string | null, others: readonly string[], query: Readonly<Record<string, unknown>>): { path: string, query: Record<string, string> } | null {
  const path = `/plan/${index.plan.id}`
  const rest = Object.fromEntries(kept.flatMap(key => { const text = query[key]; return typeof text === 'string' ? [[key, text]] : [] }))
  if (unit === null) return null
  if (index.departments.has(unit)) return { path, query: { ...rest, department: unit } }
  if (index.areas.has(unit)) return { path: `${path}/area/${encodeURIComponent(unit)}`, query: rest }
  return others.includes(unit) ? { path, query: rest } : null
}
