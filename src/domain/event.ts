/** Ledger events: their shape, and the checks of semantics.md 33-39 that every line passes once, at the border. */

/** What every event carries. `data` stays unknown until it meets its target (an event may name one we do not know). */
export interface LedgerEvent {
  v: number
  id: string
  plan: string
  type: string
  at: string
  recordedAt: string
  device?: string
  by?: { name?: string, unit?: string }
  data: Record<string, unknown>
  prev?: string | null
  hash: string
}

/** One site of an item-tracked count: `stage` names a stage of the target's ladder. */
export interface Item {
  id: string
  name: string
  stage: string
}
