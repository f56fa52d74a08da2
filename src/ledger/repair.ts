/** Whole copies beside garbled records: at every start they take the place of what is wrong. */
import type { LedgerEvent } from '../domain/event'
import { eventHash } from '../domain/hash'
import { parseLines } from '../domain/lines'
import type { Database } from './database'

function isOwnHash(event: LedgerEvent): boolean {
  try {
    return eventHash(event) === event.hash
  } catch {
    return false
  }
}

/**
 * The events with the copies of the repair records in the place of those with the same hash, and without those that stand for the same id
 * under a hash that is not their own. A copy that was garbled itself repairs nothing.
 */
export async function withRepairs(database: Database, plan: string, events: readonly LedgerEvent[], keys: readonly string[]): Promise<LedgerEvent[]> {
  const records = await database.events.bulkGet(keys.map((key): [string, string] => [plan, key]))
  const copies = new Map(parseLines(records.map(record => record?.lines ?? '').join('\n'), plan, { verifyHash: true }).events.map(event => [event.hash, event]))
  const ids = new Set([...copies.values()].map(event => event.id))
  return events.filter(event => copies.has(event.hash) || !ids.has(event.id) || isOwnHash(event)).map(event => copies.get(event.hash) ?? event)
}
