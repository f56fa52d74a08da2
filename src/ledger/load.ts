/** Reading a plan's events out of the database, through the same border as every other line. */
import Dexie from 'dexie'
import type { LedgerEvent } from '../domain/event'
import type { LineReader } from '../domain/lineReader'
import { lineReader } from '../domain/lineReader'
import type { Database, EventRecord } from './database'
import { TroubleError } from './trouble'

const firstRead = 200
const mostRecords = 5_000
/** Characters of one answer: a browser's limit for all at once is in sight of a large ledger. */
const perRead = 8_000_000

/** What was read: the events, and the keys of the records they stood in (also of those that cannot be read). */
export interface LoadedEvents {
  events: LedgerEvent[]
  keys: string[]
}

/** A record that a whole copy was put into, beside a garbled one. */
export const isRepair = (key: string): boolean => key.endsWith('~')

function takeRecord(reader: LineReader, { lines }: EventRecord): void {
  if (lines.includes('\n')) for (const line of lines.split('\n')) reader.take(line, 0)
  else reader.take(lines, 0)
}

/** How many records the next answer may hold, by the size of those that came last. */
function nextLimit(slice: readonly EventRecord[]): number {
  const average = slice.reduce((sum, record) => sum + record.lines.length, 0) / slice.length
  return Math.max(1, Math.min(mostRecords, Math.floor(perRead / Math.max(average, 1))))
}

/** Every event of a plan. Lines were verified before they were stored, so their hashes are not computed again here (see `verify`). */
export async function loadEvents(database: Database, plan: string): Promise<LoadedEvents> {
  const reader = lineReader(plan, null)
  const keys: string[] = []
  const read = (after: string, limit: number) => database.events.where(':id')
    .between([plan, after], [plan, Dexie.maxKey], false, true).limit(limit).toArray()
  // One transaction, so that nothing is stored between two slices.
  await database.transaction('r', database.events, async () => {
    let slice = await read('', firstRead)
    while (slice.length > 0) {
      const next = read(slice.at(-1)!.key, nextLimit(slice))
      for (const record of slice) {
        keys.push(record.key)
        takeRecord(reader, record)
      }
      slice = await next
    }
  })
  const { events } = reader.done()
  return { events: keys.some(isRepair) ? await (await import('./repair')).withRepairs(database, plan, events, keys.filter(isRepair)) : events, keys }
}

/** Keys of a plan's records, also inside a transaction. */
export async function storedKeys(database: Database, plan: string): Promise<string[]> {
  const keys = await database.events.where(':id').between([plan, Dexie.minKey], [plan, Dexie.maxKey]).primaryKeys()
  return keys.map(([, key]) => key)
}

/** The events in the records with these keys, also inside a transaction. */
export async function loadRecords(database: Database, plan: string, keys: string[]): Promise<LoadedEvents> {
  const reader = lineReader(plan, null)
  for (const record of await database.events.bulkGet(keys.map(key => [plan, key]))) if (record !== undefined) takeRecord(reader, record)
  return { events: reader.done().events, keys }
}

/**
 * The records that are stored and not yet known.
 * @throws TroubleError when fewer are stored than known: the data was cleared behind our back.
 */
export async function loadMissing(database: Database, plan: string, known: ReadonlySet<string>): Promise<LoadedEvents> {
  const before = known.size
  const stored = await database.events.where(':id').between([plan, Dexie.minKey], [plan, Dexie.maxKey]).count()
  if (stored < before) throw new TroubleError('storage_cleared')
  if (stored === known.size) return { events: [], keys: [] }
  return loadRecords(database, plan, (await storedKeys(database, plan)).filter(key => !known.has(key)))
}
