/** What the small databases beside the ledger share: opening with care, and what a browser's error means. */
import Dexie from 'dexie'
import type { Stores } from './database'

/** What can go wrong with a database, whatever it holds. */
export type StoreFault = 'closed' | 'failed' | 'full' | 'missing' | 'newer' | 'refused'

interface Named { name?: unknown, inner?: unknown }

/** Every error on the way down through those that Dexie wraps, at most five. */
export function errorsIn(error: unknown): unknown[] {
  const errors: unknown[] = []
  for (let at: unknown = error; typeof at === 'object' && at !== null && errors.length < 5; at = (at as Named).inner) errors.push(at)
  return errors
}

const faults: Readonly<Record<string, StoreFault>> = { QuotaExceededError: 'full', VersionError: 'newer', MissingAPIError: 'missing', SecurityError: 'refused', DatabaseClosedError: 'closed', InvalidStateError: 'closed' }

/** The fault behind whatever the database threw. */
export function faultOf(error: unknown): StoreFault {
  for (const one of errorsIn(error)) {
    const fault = faults[String((one as Named).name)]
    if (fault !== undefined) return fault
  }
  return 'failed'
}

function browserStores(): Stores | null {
  try {
    return typeof indexedDB === 'undefined' || indexedDB === null ? null : { indexedDB, IDBKeyRange }
  } catch {
    return null
  }
}

export type OpenedDatabase = { ok: true, database: Dexie } | { ok: false, fault: StoreFault }

/** Opens a database of one version with these tables; one that a newer programme wrote is left alone. Never rejects. */
export async function openDatabase(name: string, version: number, tables: Record<string, string>, given: Stores | null | undefined): Promise<OpenedDatabase> {
  const stores = given === undefined ? browserStores() : given
  if (stores === null) return { ok: false, fault: 'missing' }
  const database = new Dexie(name, { ...stores, chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false })
  database.version(version).stores(tables)
  database.on('versionchange', () => { database.close(); return false })
  try {
    await database.open()
    if (database.backendDB().version < (version + 1) * 10) return { ok: true, database }
    database.close()
    return { ok: false, fault: 'newer' }
  } catch (error) {
    database.close()
    const fault = faultOf(error)
    return { ok: false, fault: fault === 'failed' || fault === 'closed' ? 'refused' : fault }
  }
}
