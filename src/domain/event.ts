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

export type QualitativeStageId = string

export interface Item {
  id: string
  name: string
  stage: string
}

/** Payload of a `report`: `target`, `area` and exactly the fields its measure asks for (product.md, "Ledger lines"). */
export interface ReportData {
  target: string
  area: string
  value?: number
  numerator?: number
  denominator?: number
  stage?: string
  stages?: Record<string, string>
  items?: Item[]
  note?: string
}

export interface AllocateData {
  target: string
  /** Share by area code, in the target's unit; null = not asked there. */
  shares: Record<string, number | null>
}
