/** The database of a workspace: its tables and versions. Records of events hold the lines themselves, so that loading and restoring read the same way. */
import Dexie from 'dexie'
import type { Table } from 'dexie'
import { appendOnly } from './appendOnly'

/** Real and demo entries live in separate databases and never mix. */
export type Workspace = 'real' | 'demo'

/** One appended event, or a block of merged ones: restoring line by line would take a minute for what blocks do in seconds. */
export interface EventRecord {
  plan: string
  /** The hash of its first event; with a suffix where it holds several, or where a garbled record has taken the key. */
  key: string
  /** Ledger lines, separated by LF. */
  lines: string
}

/** Where a device's chain stands in a plan. A retired chain is never continued: what follows it may live elsewhere. */
export interface Head {
  plan: string
  device: string
  seq: number
  hash: string
  recordedAt: string
  retired?: boolean
}

/** A line that could not be read when a backup was merged; kept, not counted (semantics.md 38). */
export interface AsideRecord {
  plan: string
  digest: string
  text: string
  code: string
  keptAt: string
  /** Its place in the file that brought it; lines kept before this was noted have none. */
  line?: number
}

/** An event whose clock is more than a day ahead of ours: kept apart, not counted, until somebody accepts it. */
export interface QuarantineRecord {
  plan: string
  hash: string
  line: string
  keptAt: string
}

export interface MetaRecord {
  key: string
  value: string
}

export type Database = Dexie & {
  events: Table<EventRecord, [plan: string, key: string]>
  heads: Table<Head, [plan: string, device: string]>
  aside: Table<AsideRecord, [plan: string, digest: string]>
  meta: Table<MetaRecord, string>
  quarantine: Table<QuarantineRecord, [plan: string, hash: string]>
}

/** What the browser (or a test) gives to store things in. */
export interface Stores {
  indexedDB: IDBFactory
  IDBKeyRange: typeof IDBKeyRange
}

/** Dexie's version; a new one adds a `.version(n)` block below and keeps every older one. */
export const schemaVersion = 2

export function databaseName(workspace: Workspace): string {
  return `guatu-${workspace}`
}

/** A database object, not opened yet. Strict durability: a transaction that completed has reached the disk. */
export function createDatabase(workspace: Workspace, stores: Stores): Database {
  const database = new Dexie(databaseName(workspace), {
    indexedDB: stores.indexedDB, IDBKeyRange: stores.IDBKeyRange, chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false,
  }) as Database
  database.version(1).stores({ events: '[plan+key]', heads: '[plan+device]', aside: '[plan+digest]', meta: 'key' })
  database.version(2).stores({ quarantine: '[plan+hash]' })
  database.use(appendOnly('events'))
  return database
}

/** Was the database written by a newer programme? Dexie opens it nevertheless; we must not. */
export function isNewer(database: Database): boolean {
  return database.backendDB().version >= (schemaVersion + 1) * 10
}
