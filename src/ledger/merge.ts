/** Taking in a backup or another's lines: a set union, all or nothing. Nothing that is here changes. */
import type { LedgerEvent } from '../domain/event'
import type { ParsedLines } from '../domain/lines'
import type { Problem } from '../domain/problem'
import { deviceOf, isFarAhead } from '../domain/clock'
import { sha256Hex } from '../domain/hash'
import { conflictingIds, lineOf } from '../domain/lines'
import type { AsideRecord, Database } from './database'
import type { Random } from './device'
import { renewDevice } from './device'
import { readableHashes, storedHashes } from './load'

/** What merging a text would do. Counts of lines, except where said otherwise. */
export interface MergePreview {
  /** Why the text is refused as a whole. */
  problem: Problem | null
  fresh: number
  known: number
  /** Lines that cannot be read: kept aside, not counted. */
  aside: number
  /** The first hundred reasons for it. */
  problems: readonly Problem[]
  foreign: number
  /** Ids that stand for two different events, here or in the text: both are kept. */
  conflicts: number
  /** Fresh events whose clock is more than a day ahead of ours. */
  ahead: number
}

const shownProblems = 100
const longestKept = 100_000

/** Compares parsed lines with what is known. */
export function previewOf(parsed: ParsedLines, known: readonly LedgerEvent[], has: (hash: string) => boolean, now: number): MergePreview {
  const fresh = parsed.events.filter(event => !has(event.hash))
  return {
    problem: parsed.refused,
    fresh: fresh.length,
    known: parsed.events.length - fresh.length + parsed.repeated,
    aside: parsed.aside.length,
    problems: parsed.aside.slice(0, shownProblems).map(one => one.why),
    foreign: parsed.foreign,
    conflicts: conflictingIds(parsed.events, known).length,
    ahead: fresh.filter(event => isFarAhead(event.recordedAt, now)).length,
  }
}

function asideRecords(parsed: ParsedLines, plan: string, keptAt: string): AsideRecord[] {
  return parsed.aside.map(({ text, why }) => ({ plan, digest: sha256Hex(text), text: text.slice(0, longestKept), code: why.code, keptAt }))
}

export interface MergeContext {
  plan: string
  device: string
  now: number
  random: Random
  /** Does this tab know the event. */
  has: (hash: string) => boolean
  /** Go on under a new id whatever the text brings: the chain was damaged. */
  renew: boolean
}

export interface Stored {
  /** Events that this tab did not know. */
  events: LedgerEvent[]
  /** Lines that were not stored. */
  lines: string[]
  /** The id that this profile goes on with: a new one where the text brought events of its own chain that were not here. */
  device: string
}

/** A garbled record cannot be replaced, only joined by a whole one: beside it, under a key that no hash has. */
function freeKey(hash: string, stored: ReadonlySet<string>): string {
  return stored.has(hash) ? freeKey(`${hash}~`, stored) : hash
}

/** Stores what is not stored yet, in one transaction. */
export async function storeMerge(database: Database, parsed: ParsedLines, context: MergeContext): Promise<Stored> {
  const { plan } = context
  const aside = asideRecords(parsed, plan, new Date(context.now).toISOString())
  return database.transaction('rw', database.events, database.aside, database.heads, database.meta, async () => {
    const stored = await storedHashes(database, plan)
    const events = parsed.events.filter(event => !context.has(event.hash))
    const readable = await readableHashes(database, plan, events.map(event => event.hash).filter(hash => stored.has(hash)))
    const fresh = events.filter(event => !readable.has(event.hash))
    const lines = fresh.map(lineOf)
    await database.events.bulkAdd(fresh.map((event, i) => ({ plan, hash: freeKey(event.hash, stored), line: lines[i]! })))
    await database.aside.bulkPut(aside)
    const isRenewed = context.renew || fresh.some(event => deviceOf(event.recordedAt) === context.device)
    const device = isRenewed ? await renewDevice(database, plan, context.device, context.random) : context.device
    return { events, lines, device }
  })
}
