/** Reading a plan's events out of the database, through the same border as every other line. */
import Dexie from 'dexie'
import type { LedgerEvent } from '../domain/event'
import { lineReader } from '../domain/lines'
import type { Database } from './database'
import { TroubleError } from './trouble'

const perRead = 5_000

/** Every event of a plan. Lines were verified before they were stored, so their hashes are not computed again here (see `verify`). */
export async function loadEvents(database: Database, plan: string): Promise<LedgerEvent[]> {
  const reader = lineReader(plan, { verifyHash: false })
  const read = (after: string, isFirst: boolean) => database.events.where(':id')
    .between([plan, after], [plan, Dexie.maxKey], isFirst, true).limit(perRead).toArray()
  // One transaction, so that nothing is stored between two slices; slices, because one answer with all of it may exceed a browser's limit.
  await database.transaction('r', database.events, async () => {
    let slice = await read('', true)
    while (slice.length > 0) {
      const next = slice.length < perRead ? [] : read(slice.at(-1)!.hash, false)
      for (const record of slice) reader.take(record.line, 0)
      slice = await next
    }
  })
  return reader.done().events
}

/**
 * The events that are stored and not yet known; `size` is how many are known.
 * @throws TroubleError when fewer are stored than known: the data was cleared behind our back.
 */
export async function loadMissing(database: Database, plan: string, size: number, has: (hash: string) => boolean): Promise<LedgerEvent[]> {
  const all = () => database.events.where(':id').between([plan, Dexie.minKey], [plan, Dexie.maxKey])
  const stored = await all().count()
  if (stored < size) throw new TroubleError('storage_cleared')
  if (stored === size) return []
  const keys = (await all().primaryKeys()).filter(([, hash]) => !has(hash))
  const reader = lineReader(plan, { verifyHash: false })
  for (const record of await database.events.bulkGet(keys)) if (record !== undefined) reader.take(record.line, 0)
  return reader.done().events
}

/** Which of the events stored under these hashes can be read; for use inside a transaction. */
export async function readableHashes(database: Database, plan: string, hashes: readonly string[]): Promise<Set<string>> {
  const reader = lineReader(plan, { verifyHash: true })
  for (const record of await database.events.bulkGet(hashes.map(hash => [plan, hash]))) if (record !== undefined) reader.take(record.line, 0)
  return new Set(reader.done().events.map(event => event.hash))
}

/** Hashes of the events of a plan that are stored, for use inside a transaction. */
export async function storedHashes(database: Database, plan: string): Promise<Set<string>> {
  const keys = await database.events.where(':id').between([plan, Dexie.minKey], [plan, Dexie.maxKey]).primaryKeys()
  return new Set(keys.map(([, hash]) => hash))
}
