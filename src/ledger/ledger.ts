/** The ledger of one plan on this device: the only thing that is ever written, and only through `append` and `merge`. */
import type { LedgerEvent } from '../domain/event'
import type { ParsedLines } from '../domain/lineReader'
import type { Problem } from '../domain/problem'
import type { Author, EventDraft } from './append'
import type { QuarantineRecord } from './database'
import type { Damage } from './damage'
import type { Findings } from './taking'
import type { Marker } from './marker'
import type { LoadedEvents } from './load'
import type { MergePreview } from './merge'
import type { TabMessage, Tabs } from './tabs'
import type { LedgerParts, Merged } from './inside'
import type { Verified } from './verify'
import { serializeLines } from '../domain/lineReader'
import { appendEvents } from './append'
import { settleDevice } from './device'
import { Inside } from './inside'
import { loadMissing } from './load'
import { readMarker } from './marker'
import { problemOf, trouble, TroubleError } from './trouble'

export type Appended =
  /** `savedAt`: the UTC instant after the transaction completed. */
  | { ok: true, events: LedgerEvent[], savedAt: string }
  | { ok: false, problem: Problem }

const linesInMessage = 200

/** Appended events stand in a record each, under their hash. */
const singlesOf = (events: LedgerEvent[]): LoadedEvents => ({ events, keys: events.map(event => event.hash) })

export class Ledger {
  readonly warnings: readonly Problem[]
  private readonly inside: Inside
  private readonly troubled = new Set<(problem: Problem) => void>()

  constructor(private readonly parts: LedgerParts) {
    this.warnings = parts.warnings
    this.inside = new Inside(parts)
  }

  /** Every event of the plan that this tab knows; the same list grows as events come. */
  get events(): readonly LedgerEvent[] {
    return this.parts.memory.events
  }

  get device(): string {
    return this.inside.device
  }

  /** Less is here than there was: nothing is appended until it is restored or accepted. */
  get damage(): Problem | null {
    return this.inside.damage
  }

  /** How many events of which device are here, and the latest of each: what other devices are told, and quote. */
  heads(): Marker {
    return this.parts.memory.marker()
  }

  /** Stores the drafts as events, all or none; resolves only after the strict transaction completed. Never rejects. */
  async append(drafts: readonly EventDraft[], by: Author): Promise<Appended> {
    const stop = this.inside.closed ?? this.damage
    if (stop !== null) return { ok: false, problem: stop }
    const first = await this.tryAppend(drafts, by)
    if (first.ok || first.problem.code !== 'chain_renewed') return first
    this.inside.device = await settleDevice(this.parts.database, this.parts.workspace, this.parts.storage, this.parts.random)
    return this.tryAppend(drafts, by)
  }

  private async tryAppend(drafts: readonly EventDraft[], by: Author): Promise<Appended> {
    const { database, plan, memory, now, random } = this.parts
    if (drafts.length === 0) return { ok: true, events: [], savedAt: new Date(now()).toISOString() }
    const { device } = this.inside
    try {
      const known = memory.countOf(device)
      const written = await appendEvents(database, drafts, { plan, device, by, latest: memory.latest(), known, now: now(), random })
      memory.take(singlesOf(written.events), now())
      this.inside.mark()
      this.tell(written.lines)
      if ((written.before?.seq ?? 0) > memory.countOf(device) - written.events.length) void this.refresh()
      return { ok: true, events: written.events, savedAt: new Date(now()).toISOString() }
    } catch (error) {
      return { ok: false, problem: this.inside.closed ?? problemOf(error) }
    }
  }

  /** What `merge` of the text would do; changes nothing. */
  async previewMerge(text: string): Promise<MergePreview> {
    return (await import('./taking')).previewText(this.inside, text)
  }

  /** Takes in a backup: set union, all or nothing; unreadable lines are kept aside. Never rejects. */
  async merge(text: string): Promise<Merged> {
    return (await import('./taking')).mergeText(this.inside, text)
  }

  /** As {@link previewMerge}, for lines that were read and verified elsewhere (a package, a file of the shared folder). */
  async previewLines(lines: ParsedLines): Promise<MergePreview> {
    return (await import('./taking')).previewLines(this.inside, lines)
  }

  /** As {@link merge}, for lines that were read and verified elsewhere. Never rejects. */
  async mergeLines(lines: ParsedLines): Promise<Merged> {
    return (await import('./taking')).mergeLines(this.inside, lines)
  }

  /** Events kept apart because their clock is more than a day ahead. Empty where the database does not answer. */
  async quarantined(): Promise<QuarantineRecord[]> {
    return (await import('./taking')).quarantined(this.inside)
  }

  /** Somebody vouches for events of a clock far ahead: they are counted from now on, and never move our clock. Never rejects. */
  async release(hashes: readonly string[]): Promise<Merged> {
    return (await import('./taking')).release(this.inside, hashes)
  }

  /** Lines from elsewhere that were kept and not counted (unreadable, or changed after they were written), and devices whose clock ran ahead. Empty where the database does not answer. */
  async findings(): Promise<Findings> {
    return (await import('./taking')).findings(this.inside)
  }

  /** The text of the backup: every event of the plan, a line each, always in the same order. */
  serialize(): string {
    return serializeLines(this.parts.memory.events)
  }

  /** Calls back with events that this tab did not append itself: from other tabs, from merges. Returns how to stop. */
  onEvents(listener: (events: readonly LedgerEvent[]) => void): () => void {
    this.inside.listeners.add(listener)
    return () => this.inside.listeners.delete(listener)
  }

  /** Calls back when the ledger can no longer be written. Returns how to stop. */
  onTrouble(listener: (problem: Problem) => void): () => void {
    this.troubled.add(listener)
    return () => this.troubled.delete(listener)
  }

  /** The user takes the ledger as it is. The chain of this device goes on under a new name: its lost end may exist elsewhere. */
  async acceptLoss(): Promise<Problem | null> {
    return (await import('./taking')).acceptLoss(this.inside)
  }

  /**
   * For idle times after the start: counts what was kept apart and whose time has come, then computes every hash again, in slices.
   * What is found wrong can be repaired by merging a whole copy.
   */
  async verify(): Promise<Verified> {
    return (await import('./verify')).verifyLedger(this.inside)
  }

  /** What is damaged, and how much of which device; null while nothing is. */
  async lookIntoDamage(): Promise<Damage | null> {
    return (await import('./damage')).damageOf(this.inside)
  }

  /** Looks into the database for events that no message told of. */
  async refresh(): Promise<void> {
    const { database, plan, memory, storage, markerKey, now } = this.parts
    const { inside } = this
    if (inside.closed !== null) return
    try {
      const missing = await loadMissing(database, plan, memory.records)
      inside.announce(memory.take(missing, now()))
      // Another tab may have accepted a loss meanwhile, and lowered the marker.
      if (inside.expected !== null) inside.expected = readMarker(storage, markerKey) ?? inside.expected
      inside.settleDamage()
      inside.mark()
    } catch (error) {
      // Anything else is told by the next append; reading again can fail without harm.
      if (error instanceof TroubleError) this.stop(trouble(error.code))
    }
  }

  /** Takes in what another tab has stored. */
  hear(message: TabMessage): void {
    if (message.kind === 'changed') void this.refresh()
    else void import('./taking').then(({ hearLines }) => hearLines(this.inside, message.lines))
  }

  join(tabs: Tabs): void {
    this.inside.tabs = tabs
  }

  /** Ends writing and says why; what is known stays readable and can be exported. */
  stop(problem: Problem): void {
    if (this.inside.closed !== null) return
    this.inside.closed = problem
    this.inside.tabs?.leave()
    this.parts.database.close()
    for (const listener of this.troubled) listener(problem)
  }

  close(): void {
    this.troubled.clear()
    this.inside.listeners.clear()
    this.stop(trouble('ledger_closed'))
  }

  private tell(lines: readonly string[]): void {
    if (lines.length > 0) this.inside.tabs?.tell(lines.length > linesInMessage ? { kind: 'changed' } : { kind: 'lines', lines })
  }
}
