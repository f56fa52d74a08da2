/** The one way into the ledger for local entries: sequence, events and head in one strict transaction. */
import type { LedgerEvent } from '../domain/event'
import { receive, tick, uuidv7 } from '../domain/clock'
import { eventHash } from '../domain/hash'
import { isPlain, lineOf, lineReader } from '../domain/lineReader'
import type { Database, Head } from './database'
import type { Random } from './device'
import { TroubleError } from './trouble'

/** An event before the ledger gives it id, clock, author and hash. */
export interface EventDraft {
  type: string
  at: string
  data: Record<string, unknown>
}

/** Who enters: the name is optional. */
export interface Author {
  name?: string
  unit?: string
}

export interface AppendContext {
  plan: string
  device: string
  by: Author
  /** Latest clock value seen from anybody. */
  latest: string | null
  /** How many events of this device the tab knows: with some known, a head that is gone means damage. */
  known: number
  now: number
  random: Random
}

export interface Written {
  events: LedgerEvent[]
  lines: string[]
  /** The chain's end before and after. */
  before: Head | undefined
  head: Head
}

interface Sealed {
  event: LedgerEvent
  line: string
  head: Head
}

/** Gives a draft its place in the chain. What is kept in memory is what the stored line says, read by the same border as ever. */
function seal(draft: EventDraft, context: AppendContext, last: Head | undefined): Sealed {
  const { plan, device, by, now, latest } = context
  const before = last?.recordedAt ?? null
  const recordedAt = latest === null ? tick(before, now, device) : receive(before, latest, now, device)
  const bare = { v: 1, id: uuidv7(now, context.random(10)), plan, type: draft.type, at: draft.at, recordedAt, device, by, data: draft.data, prev: last?.hash ?? null }
  const reader = lineReader(plan, null)
  let line: string
  let hash: string
  // As strict as a restore, the hash apart that is made here: what is saved must be readable from its backup.
  if (!isPlain(bare, 0)) throw new TroubleError('draft_invalid')
  try {
    hash = eventHash(bare)
    line = lineOf({ ...bare, hash })
    reader.take(line, 1)
  } catch {
    throw new TroubleError('draft_invalid')
  }
  const event = reader.done().events[0]
  if (event === undefined) throw new TroubleError('draft_invalid')
  return { event, line, head: { plan, device, seq: (last?.seq ?? 0) + 1, hash, recordedAt } }
}

function sealAll(drafts: readonly EventDraft[], context: AppendContext, before: Head | undefined): Written {
  const events: LedgerEvent[] = []
  const lines: string[] = []
  let head = before
  for (const draft of drafts) {
    const sealed = seal(draft, context, head)
    events.push(sealed.event)
    lines.push(sealed.line)
    head = sealed.head
  }
  if (head === undefined) throw new TroubleError('draft_invalid')
  return { events, lines, before, head }
}

/**
 * Stores the drafts as events of this device, all or none. Resolves after the transaction completed.
 * The head is read and written in the same transaction: two tabs of a profile never take the same place in the chain.
 * @throws TroubleError, or whatever the storage throws; then nothing is stored.
 */
export function appendEvents(database: Database, drafts: readonly EventDraft[], context: AppendContext): Promise<Written> {
  return inStrictTransaction(database, (events, heads, settle, fail) => {
    const asked = heads.get([context.plan, context.device])
    asked.onsuccess = () => {
      try {
        const before = asked.result as Head | undefined
        if (before?.retired === true) throw new TroubleError('chain_renewed')
        if (before === undefined && context.known > 0) throw new TroubleError('storage_cleared')
        const written = sealAll(drafts, context, before)
        written.lines.forEach((line, i) => { events.add({ plan: context.plan, key: written.events[i]!.hash, lines: line }) })
        heads.put(written.head)
        settle(written)
      } catch (error) {
        fail(error)
      }
    }
  })
}

/**
 * One strict transaction over events and heads on the open connection of Dexie, for the one write that people wait for: Dexie's own
 * transaction costs as much again as the disk. Events are only ever added here; a repeated key aborts.
 */
function inStrictTransaction<T>(database: Database, act: (events: IDBObjectStore, heads: IDBObjectStore, settle: (result: T) => void, fail: (error: unknown) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const connection = database.backendDB() as IDBDatabase | null
    if (connection === null) throw new DOMException('closed', 'InvalidStateError')
    const transaction = connection.transaction(['events', 'heads'], 'readwrite', { durability: 'strict' })
    let result: T | undefined
    let cause: unknown = null
    transaction.oncomplete = () => resolve(result as T)
    transaction.onabort = () => reject(cause ?? transaction.error ?? new DOMException('aborted', 'AbortError'))
    const fail = (error: unknown) => {
      cause = error
      transaction.abort()
    }
    act(transaction.objectStore('events'), transaction.objectStore('heads'), settled => { result = settled }, fail)
  })
}
