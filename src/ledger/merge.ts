/** Taking in a backup or another's lines: a set union, all or nothing. Nothing that is here changes. */
import type { LedgerEvent } from '../domain/event'
import type { ChainBreak } from '../domain/chain'
import type { ParsedLines } from '../domain/lineReader'
import type { Problem } from '../domain/problem'
import type { SkewSeen } from '../domain/clockSkew'
import { chainBreaks } from '../domain/chain'
import { deviceOf, isFarAhead, noticeablyAhead } from '../domain/clock'
import { clocksAhead } from '../domain/clockSkew'
import { sha256Hex } from '../domain/hash'
import { lineOf } from '../domain/lineReader'
import { conflictingIds } from '../domain/lines'
import type { AsideRecord, Database, EventRecord } from './database'
import type { Random } from './device'
import { renewDevice } from './device'
import type { LoadedEvents } from './load'
import { loadRecords, storedKeys } from './load'

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
  /** Events that are not here and whose clock is more than a day ahead of ours: kept apart until accepted, not among `fresh`. */
  ahead: number
  /** Fresh events whose clock is more than ten minutes ahead: taken, and said. */
  early: number
  /** Where the chains of the devices that the text names do not hold together once it is merged: something was taken out, or said twice. */
  breaks: readonly ChainBreak[]
}

const shownProblems = 100
const longestKept = 100_000
const charactersOfBlock = 64_000

/** The breaks of the chains that a text brings, united with what is known and what is kept apart for its clock. */
function breaksOf(parsed: ParsedLines, missing: readonly LedgerEvent[], known: readonly LedgerEvent[], apart: readonly LedgerEvent[]): ChainBreak[] {
  const devices = new Set(parsed.events.map(event => deviceOf(event.recordedAt)))
  const fresh = new Set(missing.map(event => event.hash))
  const others = [...known, ...apart.filter(event => !fresh.has(event.hash))].filter(event => devices.has(deviceOf(event.recordedAt)))
  return chainBreaks([...others, ...missing])
}

/** Compares parsed lines with what is known, and with what is kept `apart` for its clock. */
export function previewOf(parsed: ParsedLines, known: readonly LedgerEvent[], has: (hash: string) => boolean, now: number, apart: readonly LedgerEvent[] = []): MergePreview {
  const missing = parsed.events.filter(event => !has(event.hash))
  const fresh = missing.filter(event => !isFarAhead(event.recordedAt, now))
  return {
    problem: parsed.refused,
    fresh: fresh.length,
    known: parsed.events.length - missing.length + parsed.repeated,
    aside: parsed.aside.length,
    problems: parsed.aside.slice(0, shownProblems).map(one => one.why),
    foreign: parsed.foreign,
    conflicts: conflictingIds(parsed.events, known).length,
    ahead: missing.length - fresh.length,
    early: fresh.filter(event => isFarAhead(event.recordedAt, now, noticeablyAhead)).length,
    breaks: breaksOf(parsed, missing, known, apart),
  }
}

function asideRecords(parsed: ParsedLines, plan: string, keptAt: string): AsideRecord[] {
  return parsed.aside.map(({ text, why, line }) => ({ plan, digest: sha256Hex(text), text: text.slice(0, longestKept), code: why.code, keptAt, line }))
}

const skewKey = (plan: string): string => `clocks/${plan}`

/** Devices whose clock was seen ahead when their entries came, by name. */
export async function skewsSeen(database: Database, plan: string): Promise<Record<string, SkewSeen>> {
  try {
    return JSON.parse((await database.meta.get(skewKey(plan)))?.value ?? '{}') as Record<string, SkewSeen>
  } catch {
    return {}
  }
}

/** Remembers clocks that run ahead: their entries say so only as long as their time has not come. */
async function keepSkews(database: Database, plan: string, fresh: readonly LedgerEvent[], now: number): Promise<void> {
  const seen = clocksAhead(fresh, now)
  if (seen.length > 0) await database.meta.put({ key: skewKey(plan), value: JSON.stringify({ ...await skewsSeen(database, plan), ...Object.fromEntries(seen.map(one => [one.device, one])) }) })
}

export interface MergeContext {
  plan: string
  device: string
  now: number
  random: Random
  /** Does this tab know the event. */
  has: (hash: string) => boolean
  /** Keys of the records that this tab knows. */
  records: ReadonlySet<string>
  /** Events here whose hash is not their own: id by hash. */
  wrong: ReadonlyMap<string, string>
  /** Go on under a new id whatever the text brings: the chain was damaged. */
  renew: boolean
  /** Somebody vouches for clocks far ahead: nothing is kept apart. */
  isVouched?: true
}

/** Events that this tab did not know, with the keys of their records: from the text, and what other tabs have stored meanwhile. */
export interface Stored extends LoadedEvents {
  /** The id that this profile goes on with: a new one where the text brought events of its own chain that were not here. */
  device: string
  /** Hashes of the wrong events whose place is taken. */
  mended: Set<string>
}

/** A garbled record cannot be replaced, only joined by a whole one: beside it, under a key that no hash has. */
function freeKey(key: string, stored: ReadonlySet<string>): string {
  return stored.has(key) ? freeKey(`${key}~`, stored) : key
}

/** Puts the events into blocks of about {@link charactersOfBlock}. */
function blocksOf(plan: string, events: readonly LedgerEvent[], stored: ReadonlySet<string>): EventRecord[] {
  const blocks: EventRecord[] = []
  let lines: string[] = []
  let size = 0
  events.forEach((event, i) => {
    const line = lineOf(event)
    lines.push(line)
    size += line.length
    if (size < charactersOfBlock && i < events.length - 1) return
    const first = events[i - lines.length + 1]!.hash
    blocks.push({ plan, key: freeKey(lines.length === 1 ? first : `${first}+${lines.length}`, stored), lines: lines.join('\n') })
    lines = []
    size = 0
  })
  return blocks
}

/** Stores what is not stored yet, in one transaction. */
export async function storeMerge(database: Database, parsed: ParsedLines, context: MergeContext): Promise<Stored> {
  const { plan } = context
  const aside = asideRecords(parsed, plan, new Date(context.now).toISOString())
  return database.transaction('rw', [database.events, database.aside, database.heads, database.meta, database.quarantine], async () => {
    const stored = new Set(await storedKeys(database, plan))
    const others = await loadRecords(database, plan, [...stored].filter(key => !context.records.has(key)))
    const otherHashes = new Set(others.events.map(event => event.hash))
    const missing = parsed.events.filter(event => !context.has(event.hash) && !otherHashes.has(event.hash))
    const fresh = context.isVouched === true ? missing : missing.filter(event => !isFarAhead(event.recordedAt, context.now))
    const idsOfWrong = new Map([...context.wrong].map(([hash, id]) => [id, hash]))
    const wrongFor = (event: LedgerEvent): string | undefined => (context.wrong.has(event.hash) ? event.hash : idsOfWrong.get(event.id))
    const whole = fresh.filter(event => wrongFor(event) === undefined)
    const repairs = fresh.filter(event => wrongFor(event) !== undefined)
    const blocks = [...blocksOf(plan, whole, stored), ...repairs.map(event => ({ plan, key: freeKey(`${event.hash}~`, stored), lines: lineOf(event) }))]
    await database.events.bulkAdd(blocks)
    await database.aside.bulkPut(aside)
    await keepSkews(database, plan, missing, context.now)
    if (context.isVouched === true) await database.quarantine.bulkDelete(fresh.map(event => [plan, event.hash]))
    else if (fresh.length < missing.length) {
      const counted = new Set(fresh)
      await database.quarantine.bulkPut(missing.filter(event => !counted.has(event)).map(event => ({ plan, hash: event.hash, line: lineOf(event), keptAt: new Date(context.now).toISOString() })))
    }
    const isRenewed = context.renew || whole.some(event => deviceOf(event.recordedAt) === context.device)
    const device = isRenewed ? await renewDevice(database, plan, context.device, context.random) : context.device
    return { events: [...others.events, ...fresh], keys: [...others.keys, ...blocks.map(block => block.key)], device, mended: new Set(repairs.map(event => wrongFor(event)!)) }
  })
}
