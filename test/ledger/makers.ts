/** Makers of ledgers for tests: a fake browser profile (database and localStorage) in which tabs open. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { LedgerEvent } from '../../src/domain/event'
import { eventHash } from '../../src/domain/hash'
import type { EventDraft } from '../../src/ledger/append'
import type { Ledger } from '../../src/ledger/ledger'
import type { Opened, OpenOptions } from '../../src/ledger/openLedger'
import { openLedger } from '../../src/ledger/openLedger'

export const plan = 'test-2020'
export const noon = Date.parse('2020-07-02T04:00:00.000Z')

/** A `Storage` in memory. */
export class MemoryStorage implements Storage {
  [name: string]: unknown
  readonly entries = new Map<string, string>()
  get length(): number { return this.entries.size }
  clear(): void { this.entries.clear() }
  getItem(key: string): string | null { return this.entries.get(key) ?? null }
  key(index: number): string | null { return [...this.entries.keys()][index] ?? null }
  removeItem(key: string): void { this.entries.delete(key) }
  setItem(key: string, value: string): void { this.entries.set(key, value) }
}

/** Bytes from a seed, different for every seed and call. */
export function seededRandom(seed: number): (count: number) => Uint8Array {
  let state = (seed * 2654435761 + 1) >>> 0
  return count => Uint8Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 24
  })
}

let profiles = 0

/** One browser profile. Every profile has its own channel-free world: its own databases and storage. */
export class Profile {
  stores = { indexedDB: new IDBFactory(), IDBKeyRange }
  readonly storage = new MemoryStorage()
  now = noon
  private readonly random = seededRandom(++profiles)
  private readonly opened: Ledger[] = []

  async open(options: Partial<OpenOptions> = {}): Promise<Opened> {
    const opened = await openLedger({ plan, workspace: 'real', now: () => this.now, random: this.random, storage: this.storage, stores: this.stores, ...options })
    if (opened.kind !== 'unavailable') this.opened.push(opened.ledger)
    return opened
  }

  /** Opens, and insists that all is well. */
  async tab(options: Partial<OpenOptions> = {}): Promise<Ledger> {
    const opened = await this.open(options)
    if (opened.kind !== 'ready') throw new Error(`${opened.kind}: ${opened.problem.code}`)
    return opened.ledger
  }

  close(): void {
    for (const ledger of this.opened) ledger.close()
  }
}

export const draft = (value: number, area = 'a'): EventDraft => ({ type: 'report', at: '2020-06-30', data: { target: '1.1-1', area, value } })

/** A valid event of some device, as if it came from elsewhere. */
export function foreignEvent(n: number, fields: Partial<LedgerEvent> = {}): LedgerEvent {
  const device = `dev-${String(fields.device ?? n % 3).padStart(16, '0')}`
  const event = {
    v: 1, id: `id-${n}`, plan, type: 'report', at: '2020-06-30', recordedAt: `2020-07-01T00:00:00.000Z/${n.toString(16).padStart(4, '0')}/${device}`,
    by: {}, data: { target: '1.1-1', area: 'a', value: n }, prev: null, hash: '', ...fields, device,
  }
  return { ...event, hash: eventHash(event) }
}

/** Follows every chain: no fork, nothing missing. Gives the length of each device's chain. */
export function chainLengths(events: readonly LedgerEvent[]): Record<string, number> {
  const lengths: Record<string, number> = {}
  for (const device of new Set(events.map(event => event.device!))) {
    const own = events.filter(event => event.device === device)
    const byPrev = new Map(own.map(event => [event.prev ?? null, event]))
    if (byPrev.size !== own.length) throw new Error(`fork in ${device}`)
    let at: string | null = null
    let length = 0
    for (let next = byPrev.get(at); next !== undefined; next = byPrev.get(at)) { at = next.hash; length++ }
    if (length !== own.length) throw new Error(`gap in ${device}`)
    lengths[device] = length
  }
  return lengths
}
