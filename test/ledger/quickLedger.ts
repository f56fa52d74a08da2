/**
 * A ledger on a database that is a few maps: every line of ours runs (append, merge, quarantine, memory), only Dexie and the browser do not.
 * Properties that ask for thousands of ledgers stand on it; that the real database behaves so is shown by fewer runs on the real one.
 */
import type { Database, EventRecord } from '../../src/ledger/database'
import { Ledger } from '../../src/ledger/ledger'
import { Memory } from '../../src/ledger/memory'
import { markerKey } from '../../src/ledger/marker'
import { plan, seededRandom } from './makers'

type Row = Record<string, unknown>

/** One table: rows by their key, as IndexedDB would keep them, minus the order of keys. */
class QuickTable<T> {
  readonly rows = new Map<string, T>()
  constructor(private readonly key: readonly string[]) {}

  private keyOf(row: T): string[] { return this.key.map(name => String((row as Row)[name])) }
  private add(row: T): void {
    const key = this.keyOf(row).join('\n')
    if (this.rows.has(key)) throw new DOMException(key, 'ConstraintError')
    this.rows.set(key, row)
  }
  get(key: string | readonly string[]): Promise<T | undefined> { return Promise.resolve(this.read(key)) }
  read(key: string | readonly string[]): T | undefined { return this.rows.get(typeof key === 'string' ? key : key.join('\n')) }
  put(row: T): void { this.rows.set(this.keyOf(row).join('\n'), row) }
  bulkGet(keys: readonly (readonly string[])[]): Promise<(T | undefined)[]> { return Promise.resolve(keys.map(key => this.read(key))) }
  bulkAdd(rows: readonly T[]): Promise<void> { for (const row of rows) this.add(row); return Promise.resolve() }
  bulkPut(rows: readonly T[]): Promise<void> { for (const row of rows) this.put(row); return Promise.resolve() }
  bulkDelete(keys: readonly (readonly string[])[]): Promise<void> { for (const key of keys) this.rows.delete(key.join('\n')); return Promise.resolve() }
  addOne(row: T): void { this.add(row) }
  /** One plan to a database here: every range asked for is all of it. */
  where() {
    const all = () => [...this.rows.values()]
    return { between: () => ({ toArray: () => Promise.resolve(all()), count: () => Promise.resolve(this.rows.size), primaryKeys: () => Promise.resolve(all().map(row => this.keyOf(row))) }) }
  }
}

function quickDatabase(): Database {
  const tables = {
    events: new QuickTable<EventRecord>(['plan', 'key']), heads: new QuickTable<Row>(['plan', 'device']), aside: new QuickTable<Row>(['plan', 'digest']),
    meta: new QuickTable<Row>(['key']), quarantine: new QuickTable<Row>(['plan', 'hash']),
  }
  /** As much of a raw transaction as `append` asks for; its requests answer at once, its end comes after. */
  const transaction = () => {
    const raw = {
      oncomplete: null as (() => void) | null, onabort: null as (() => void) | null, isAborted: false,
      abort() { raw.isAborted = true },
      objectStore: (name: 'events' | 'heads') => ({
        get: (key: readonly string[]) => {
          const request = { result: tables[name].read(key), onsuccess: null as (() => void) | null }
          queueMicrotask(() => {
            request.onsuccess?.()
            ;(raw.isAborted ? raw.onabort : raw.oncomplete)?.()
          })
          return request
        },
        add: (row: EventRecord) => { tables.events.addOne(row) },
        put: (row: Row) => { tables.heads.put(row) },
      }),
    }
    return raw
  }
  return {
    ...tables,
    transaction: (...parts: unknown[]) => (parts.at(-1) as () => Promise<unknown>)(),
    backendDB: () => ({ transaction }),
    close() {},
  } as unknown as Database
}

/** A ledger of device `n` whose wall clock is `now`. */
export function quickLedger(n: number, now: () => number): Ledger {
  return new Ledger({
    database: quickDatabase(), plan, workspace: 'real', device: `dev-${String(n).padStart(16, '0')}`, memory: new Memory(), expected: null,
    markerKey: markerKey('real', plan), storage: null, now, random: seededRandom(n + 1000), warnings: [], foreign: null,
  })
}
