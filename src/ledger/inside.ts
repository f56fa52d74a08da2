/** What the modules of this room share about an open ledger; what is seldom asked for stands in `taking.ts` and loads when it is. */
import type { LedgerEvent } from '../domain/event'
import type { Problem } from '../domain/problem'
import type { Database, Workspace } from './database'
import type { Random } from './device'
import type { Marker } from './marker'
import type { Memory } from './memory'
import type { MergePreview } from './merge'
import type { Tabs } from './tabs'
import { copiedDevice } from './device'
import { missingFrom, raiseMarker } from './marker'
import { trouble } from './trouble'

export type Merged =
  /** `repaired`: how many of the events took the place of one whose hash was not its own; `damage`: what is still missing, if the ledger was damaged. */
  | { ok: true, preview: MergePreview, events: LedgerEvent[], repaired: number, damage: Problem | null }
  | { ok: false, problem: Problem, preview: MergePreview }

export interface LedgerParts {
  database: Database
  plan: string
  workspace: Workspace
  device: string
  memory: Memory
  /** What the second place said at start, as long as it is not met. */
  expected: Marker | null
  markerKey: string
  storage: Storage | null
  now: () => number
  random: Random
  warnings: readonly Problem[]
  /** The name of this profile where the database has another: it was put in the place of ours. */
  foreign: string | null
}

export class Inside {
  device: string
  expected: Marker | null
  closed: Problem | null = null
  tabs: Tabs | null = null
  /** Events whose hash is found not to be theirs: id by hash. They do not count as known; a whole copy takes their place. */
  readonly wrong = new Map<string, string>()
  readonly listeners = new Set<(events: readonly LedgerEvent[]) => void>()

  constructor(readonly parts: LedgerParts) {
    this.device = parts.device
    this.expected = parts.expected
  }

  get damage(): Problem | null {
    return this.expected === null ? null : trouble('ledger_damaged')
  }
  settleDamage(): void {
    const { memory, foreign, storage, workspace } = this.parts
    // The name changes when the loss is made good or accepted, here or in another tab.
    if (foreign !== null && copiedDevice(storage, workspace) === foreign) return
    if (this.expected !== null && missingFrom(this.expected, memory.marker(), hash => memory.has(hash)).length === 0) this.expected = null
  }
  mark(): void {
    if (this.expected === null) raiseMarker(this.parts.storage, this.parts.markerKey, this.parts.memory.marker())
  }
  announce(events: readonly LedgerEvent[]): void {
    if (events.length > 0) for (const listener of this.listeners) listener(events)
  }
}
