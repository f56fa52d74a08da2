/** The ledger of one plan on this device: the only thing that is ever written, and only through `append` and `merge`. */
import type { LedgerEvent } from '../domain/event'
import type { ParsedLines } from '../domain/lines'
import type { Problem } from '../domain/problem'
import type { Author, EventDraft } from './append'
import type { Database, Workspace } from './database'
import type { Random } from './device'
import type { Marker } from './marker'
import type { LoadedEvents } from './load'
import type { Memory } from './memory'
import type { MergePreview } from './merge'
import type { TabMessage, Tabs } from './tabs'
import type { Verified } from './verify'
import { isDemoEvent } from '../domain/demoMark'
import { parseLines, serializeLines } from '../domain/lines'
import { appendEvents } from './append'
import { copyDevice, renewDevice, settleDevice } from './device'
import { loadMissing } from './load'
import { missingFrom, raiseMarker, readMarker, writeMarker } from './marker'
import { problemOf, trouble, TroubleError } from './trouble'

export type Appended =
  /** `savedAt`: the UTC instant after the transaction completed. */
  | { ok: true, events: LedgerEvent[], savedAt: string }
  | { ok: false, problem: Problem }

export type Merged =
  /** `damage`: what is still missing after the merge, if the ledger was damaged. */
  | { ok: true, preview: MergePreview, events: LedgerEvent[], damage: Problem | null }
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
}

const linesInMessage = 200

/** Appended events stand in a record each, under their hash. */
const singlesOf = (events: LedgerEvent[]): LoadedEvents => ({ events, keys: events.map(event => event.hash) })

export class Ledger {
  readonly warnings: readonly Problem[]
  private device_: string
  private tabs: Tabs | null = null
  private closed: Problem | null = null
  private expected: Marker | null
  private parsed: { text: string, lines: ParsedLines } | null = null
  private readonly listeners = new Set<(events: readonly LedgerEvent[]) => void>()
  private readonly troubled = new Set<(problem: Problem) => void>()

  constructor(private readonly parts: LedgerParts) {
    this.warnings = parts.warnings
    this.device_ = parts.device
    this.expected = parts.expected
  }

  /** Every event of the plan that this tab knows; the same list grows as events come. */
  get events(): readonly LedgerEvent[] {
    return this.parts.memory.events
  }

  get device(): string {
    return this.device_
  }

  /** Less is here than there was: nothing is appended until it is restored or accepted. */
  get damage(): Problem | null {
    return this.expected === null ? null : trouble('ledger_damaged')
  }

  /** Stores the drafts as events, all or none; resolves only after the strict transaction completed. Never rejects. */
  async append(drafts: readonly EventDraft[], by: Author): Promise<Appended> {
    const stop = this.closed ?? this.damage
    if (stop !== null) return { ok: false, problem: stop }
    const first = await this.tryAppend(drafts, by)
    if (first.ok || first.problem.code !== 'chain_renewed') return first
    this.device_ = await settleDevice(this.parts.database, this.parts.workspace, this.parts.storage, this.parts.random)
    return this.tryAppend(drafts, by)
  }

  private async tryAppend(drafts: readonly EventDraft[], by: Author): Promise<Appended> {
    const { database, plan, memory, now, random } = this.parts
    if (drafts.length === 0) return { ok: true, events: [], savedAt: new Date(now()).toISOString() }
    const device = this.device_
    try {
      const known = memory.countOf(device)
      const written = await appendEvents(database, drafts, { plan, device, by, latest: memory.latest(), known, now: now(), random })
      memory.take(singlesOf(written.events), now())
      this.mark()
      this.tell(written.lines)
      if ((written.before?.seq ?? 0) > memory.countOf(device) - written.events.length) void this.refresh()
      return { ok: true, events: written.events, savedAt: new Date(now()).toISOString() }
    } catch (error) {
      return { ok: false, problem: this.closed ?? problemOf(error) }
    }
  }

  /** What `merge` of the text would do; changes nothing. */
  async previewMerge(text: string): Promise<MergePreview> {
    const { memory, now } = this.parts
    const { previewOf } = await import('./merge')
    return previewOf(this.parse(text), memory.events, hash => memory.has(hash), now())
  }

  /** Verified lines, remembered between the preview and the merge. Real and demo entries never meet. */
  private parse(text: string): ParsedLines {
    if (this.parsed?.text !== text) {
      const lines = parseLines(text, this.parts.plan, { verifyHash: true })
      const isReal = this.parts.workspace === 'real'
      const isMixed = lines.events.some(event => isDemoEvent(event) === isReal)
      this.parsed = { text, lines: isMixed ? { ...lines, refused: trouble(isReal ? 'demo_into_real' : 'real_into_demo') } : lines }
    }
    return this.parsed.lines
  }

  /** Takes in a backup: set union, all or nothing; unreadable lines are kept aside. Never rejects. */
  async merge(text: string): Promise<Merged> {
    const { database, plan, workspace, memory, storage, now, random } = this.parts
    const preview = await this.previewMerge(text)
    const lines = this.parse(text)
    this.parsed = null
    const stop = lines.refused ?? this.closed
    if (stop !== null) return { ok: false, problem: stop, preview }
    try {
      const { storeMerge } = await import('./merge')
      const stored = await storeMerge(database, lines, { plan, device: this.device_, now: now(), random, has: hash => memory.has(hash), records: memory.records, renew: this.expected !== null })
      if (stored.device !== this.device_) copyDevice(storage, workspace, this.device_ = stored.device)
      const fresh = memory.take(stored, now())
      this.settleDamage()
      this.mark()
      if (fresh.length > 0) this.tabs?.tell({ kind: 'changed' })
      this.announce(fresh)
      return { ok: true, preview, events: fresh, damage: this.damage }
    } catch (error) {
      return { ok: false, problem: this.closed ?? problemOf(error), preview }
    }
  }

  private settleDamage(): void {
    const { memory } = this.parts
    if (this.expected !== null && missingFrom(this.expected, memory.marker(), hash => memory.has(hash)).length === 0) this.expected = null
  }

  /** The text of the backup: every event of the plan, a line each, always in the same order. */
  serialize(): string {
    return serializeLines(this.parts.memory.events)
  }

  /** Calls back with events that this tab did not append itself: from other tabs, from merges. Returns how to stop. */
  onEvents(listener: (events: readonly LedgerEvent[]) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Calls back when the ledger can no longer be written. Returns how to stop. */
  onTrouble(listener: (problem: Problem) => void): () => void {
    this.troubled.add(listener)
    return () => this.troubled.delete(listener)
  }

  /** The user takes the ledger as it is. The chain of this device goes on under a new name: its lost end may exist elsewhere. */
  async acceptLoss(): Promise<Problem | null> {
    const { database, plan, workspace, memory, storage, markerKey, random } = this.parts
    if (this.closed !== null) return this.closed
    try {
      const device = await database.transaction('rw', database.heads, database.meta, async () => {
        const heads = await database.heads.where('[plan+device]').between([plan, ''], [plan, '\uffff']).toArray()
        await database.heads.bulkPut(heads.filter(head => !memory.has(head.hash)).map(head => ({ ...head, retired: true })))
        return renewDevice(database, plan, this.device_, random)
      })
      copyDevice(storage, workspace, this.device_ = device)
      writeMarker(storage, markerKey, memory.marker())
      this.expected = null
      this.tabs?.tell({ kind: 'changed' })
      return null
    } catch (error) {
      return problemOf(error)
    }
  }

  /** Computes every hash again, in slices; for idle times. */
  async verify(): Promise<Verified> {
    return (await import('./verify')).verifyEvents(this.parts.memory.events)
  }

  /** Looks into the database for events that no message told of. */
  async refresh(): Promise<void> {
    const { database, plan, memory, storage, markerKey, now } = this.parts
    if (this.closed !== null) return
    try {
      const missing = await loadMissing(database, plan, memory.records)
      this.announce(memory.take(missing, now()))
      // Another tab may have accepted a loss meanwhile, and lowered the marker.
      if (this.expected !== null) this.expected = readMarker(storage, markerKey) ?? this.expected
      this.settleDamage()
      this.mark()
    } catch (error) {
      // Anything else is told by the next append; reading again can fail without harm.
      if (error instanceof TroubleError) this.stop(trouble(error.code))
    }
  }

  /** Takes in what another tab has stored. */
  hear(message: TabMessage): void {
    const { plan, memory, now } = this.parts
    if (message.kind === 'changed') return void this.refresh()
    const { events } = parseLines(message.lines.join('\n'), plan, { verifyHash: true })
    this.announce(memory.take(singlesOf(events), now()))
    this.settleDamage()
    this.mark()
  }

  join(tabs: Tabs): void {
    this.tabs = tabs
  }

  /** Ends writing and says why; what is known stays readable and can be exported. */
  stop(problem: Problem): void {
    if (this.closed !== null) return
    this.closed = problem
    this.tabs?.leave()
    this.parts.database.close()
    for (const listener of this.troubled) listener(problem)
  }

  close(): void {
    this.troubled.clear()
    this.listeners.clear()
    this.stop(trouble('ledger_closed'))
  }

  private mark(): void {
    if (this.expected === null) raiseMarker(this.parts.storage, this.parts.markerKey, this.parts.memory.marker())
  }

  private tell(lines: readonly string[]): void {
    if (lines.length > 0) this.tabs?.tell(lines.length > linesInMessage ? { kind: 'changed' } : { kind: 'lines', lines })
  }

  private announce(events: readonly LedgerEvent[]): void {
    if (events.length > 0) for (const listener of this.listeners) listener(events)
  }
}
