/** What happened to a database, as far as what is left of it tells (reliability.md 4). Loads when something did. */
import Dexie from 'dexie'
import { lineReader } from '../domain/lineReader'
import type { Database } from './database'
import type { Inside } from './inside'
import { missingFrom } from './marker'

/**
 * `emptied`: nothing is left, as after clearing the site's data, or where the browser made a broken database anew; `cut`: a part is gone;
 * `corrupted`: records are there that cannot be read, or whose hash is not theirs; `swapped`: another profile's database lies in the place of ours.
 */
export type DamageKind = 'emptied' | 'cut' | 'corrupted' | 'swapped'

/** How many events of a device there were and are; `found` may be more: a wrong one among them counts too. */
export interface DeviceLoss { device: string, expected: number, found: number }

export interface Damage {
  kind: DamageKind
  /** Events that there were, and that are here. */
  expected: number
  found: number
  /** Lines that cannot be read. */
  unreadable: number
  /** Events whose hash is not their own, as far as they have been checked. */
  wrong: number
  /** The database agrees with itself and stands at an earlier moment: it was cut there, or an older copy lies in its place. */
  isOlder: boolean
  /** The devices of which something is missing. */
  devices: DeviceLoss[]
}

/** Is the database, which has another name than its copy says, another profile's: one that was renamed by ourselves remembers the name before. */
export async function isForeign(database: Database, copied: string): Promise<boolean> {
  return (await database.heads.filter(head => head.device === copied && head.retired === true).count()) === 0
}

async function unreadableLines(database: Database, plan: string): Promise<number> {
  const reader = lineReader(plan, null)
  await database.events.where(':id').between([plan, Dexie.minKey], [plan, Dexie.maxKey]).each(({ lines }) => { for (const line of lines.split('\n')) reader.take(line, 0) })
  return reader.done().aside.length
}

/** What is damaged, named and counted; null where nothing is. */
export async function damageOf({ expected, parts, wrong }: Inside): Promise<Damage | null> {
  const { database, plan, memory, foreign } = parts
  if (expected === null && wrong.size === 0) return null
  const found = memory.marker()
  const devices = expected === null ? [] : missingFrom(expected, found, hash => memory.has(hash)).map(device => ({ device, expected: expected.devices[device]!.count, found: memory.countOf(device) }))
  const [unreadable, heads] = await Promise.all([
    unreadableLines(database, plan).catch(() => 0),
    database.heads.where('[plan+device]').between([plan, ''], [plan, '\uffff']).toArray().catch(() => []),
  ])
  const isOlder = memory.size > 0 && devices.length > 0 && heads.every(head => head.retired === true || (memory.has(head.hash) && memory.countOf(head.device) >= head.seq))
  const kind: DamageKind = foreign !== null ? 'swapped' : unreadable + wrong.size > 0 ? 'corrupted' : memory.size === 0 ? 'emptied' : 'cut'
  return { kind, expected: expected?.count ?? found.count, found: memory.size, unreadable, wrong: wrong.size, isOlder, devices }
}
