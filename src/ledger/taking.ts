/** What an open ledger is seldom asked for: taking in lines from elsewhere, those kept apart for their clock, and a loss that is accepted. */
import type { ParsedLines } from '../domain/lineReader'
import type { Problem } from '../domain/problem'
import type { SkewSeen } from '../domain/clockSkew'
import type { LedgerEvent } from '../domain/event'
import type { AsideRecord, QuarantineRecord } from './database'
import type { Inside, Merged } from './inside'
import type { Memory } from './memory'
import type { MergePreview } from './merge'
import { isFarAhead } from '../domain/clock'
import { isDemoEvent } from '../domain/demoMark'
import { parseLines } from '../domain/lines'
import { copyDevice, renewDevice } from './device'
import { writeMarker } from './marker'
import { previewOf, skewsSeen, storeMerge } from './merge'
import { problemOf } from './trouble'

const catalogue = {
  demo_into_real: ['这个文件是演示数据，不能并入正式台账', '选正式导出的台账文件'],
  real_into_demo: ['这个文件是正式台账，演示里不收', '先点“开始正式填报”，再恢复'],
} as const

/** Forgets these events: whole copies take their place. */
function leave(memory: Memory, hashes: ReadonlySet<string>, now: number): void {
  const kept = memory.events.splice(0).filter(event => !hashes.has(event.hash))
  memory.hashes.clear()
  memory.devices.clear()
  memory.latestSeen = null
  memory.take({ events: kept, keys: [] }, now)
}

/** The text read last for each ledger: a preview is followed by its merge. */
const remembered = new WeakMap<Inside, { text: string, lines: ParsedLines }>()

function linesOf(inside: Inside, text: string): ParsedLines {
  const before = remembered.get(inside)
  if (before?.text === text) return before.lines
  const lines = parseLines(text, inside.parts.plan, { verifyHash: true })
  remembered.set(inside, { text, lines })
  return lines
}

/** Real and demo entries never meet. */
function admitted(inside: Inside, lines: ParsedLines): ParsedLines {
  const isReal = inside.parts.workspace === 'real'
  const isMixed = lines.events.some(event => isDemoEvent(event) === isReal)
  if (!isMixed) return lines
  const code = isReal ? 'demo_into_real' : 'real_into_demo'
  const [why, fix] = catalogue[code]
  return { ...lines, refused: { code, why, fix } }
}

export const previewText = (inside: Inside, text: string): Promise<MergePreview> => previewLines(inside, linesOf(inside, text))

export const previewLines = (inside: Inside, lines: ParsedLines): Promise<MergePreview> => previewed(inside, admitted(inside, lines))

/** An event whose hash is not its own is not known. */
async function previewed(inside: Inside, lines: ParsedLines): Promise<MergePreview> {
  const { parts: { memory, now }, wrong } = inside
  const known = wrong.size === 0 ? memory.events : memory.events.filter(event => !wrong.has(event.hash))
  return previewOf(lines, known, hash => memory.has(hash) && !wrong.has(hash), now(), eventsOf(inside, await quarantined(inside)))
}

const eventsOf = (inside: Inside, kept: readonly QuarantineRecord[]): LedgerEvent[] =>
  (kept.length === 0 ? [] : parseLines(kept.map(one => one.line).join('\n'), inside.parts.plan, { verifyHash: false }).events)

export async function mergeText(inside: Inside, text: string): Promise<Merged> {
  const lines = linesOf(inside, text)
  remembered.delete(inside)
  return mergeLines(inside, lines)
}

export async function mergeLines(inside: Inside, given: ParsedLines, isVouched = false): Promise<Merged> {
  const { database, plan, workspace, memory, storage, now, random } = inside.parts
  const lines = admitted(inside, given)
  const preview = await previewed(inside, lines)
  const { wrong } = inside
  const stop = lines.refused ?? inside.closed
  if (stop !== null) return { ok: false, problem: stop, preview }
  try {
    const stored = await storeMerge(database, lines, {
      plan, device: inside.device, now: now(), random, has: hash => memory.has(hash) && !wrong.has(hash), records: memory.records, wrong, renew: inside.expected !== null, ...(isVouched && { isVouched }),
    })
    if (stored.device !== inside.device) copyDevice(storage, workspace, inside.device = stored.device)
    if (stored.mended.size > 0) leave(memory, stored.mended, now())
    for (const hash of stored.mended) wrong.delete(hash)
    const fresh = memory.take(stored, now())
    inside.settleDamage()
    inside.mark()
    if (fresh.length > 0) inside.tabs?.tell({ kind: 'changed' })
    inside.announce(fresh)
    return { ok: true, preview, events: fresh, repaired: stored.mended.size, damage: inside.damage }
  } catch (error) {
    return { ok: false, problem: inside.closed ?? problemOf(error), preview }
  }
}

export async function quarantined({ parts: { database, plan, memory } }: Inside): Promise<QuarantineRecord[]> {
  try {
    const kept = await database.quarantine.where('[plan+hash]').between([plan, ''], [plan, '\uffff']).toArray()
    return kept.filter(one => !memory.has(one.hash))
  } catch {
    return []
  }
}

export async function release(inside: Inside, hashes: readonly string[]): Promise<Merged> {
  const wanted = new Set(hashes)
  const kept = await quarantined(inside)
  const text = kept.filter(one => wanted.has(one.hash)).map(one => one.line).join('\n')
  return mergeLines(inside, parseLines(text, inside.parts.plan, { verifyHash: true }), true)
}

/** What was kept apart and whose time has come is counted from now on. Not while something is missing: first things first. */
export async function releaseDue(inside: Inside): Promise<void> {
  if (inside.closed !== null || inside.damage !== null) return
  const due = eventsOf(inside, await quarantined(inside)).filter(event => !isFarAhead(event.recordedAt, inside.parts.now(), 0))
  if (due.length > 0) await release(inside, due.map(event => event.hash))
}

export interface Findings {
  aside: AsideRecord[]
  /** Clocks that were seen ahead, in the order of their devices. */
  skews: SkewSeen[]
}

/** What earlier merges kept aside, and whose clocks they saw ahead. Empty where the database does not answer. */
export async function findings({ parts: { database, plan } }: Inside): Promise<Findings> {
  try {
    const seen = await skewsSeen(database, plan)
    return { aside: await database.aside.where('[plan+digest]').between([plan, ''], [plan, '\uffff']).toArray(), skews: Object.keys(seen).sort().map(device => seen[device]!) }
  } catch {
    return { aside: [], skews: [] }
  }
}

export async function acceptLoss(inside: Inside): Promise<Problem | null> {
  const { database, plan, workspace, memory, storage, markerKey, random } = inside.parts
  if (inside.closed !== null) return inside.closed
  try {
    const device = await database.transaction('rw', database.heads, database.meta, async () => {
      const heads = await database.heads.where('[plan+device]').between([plan, ''], [plan, '\uffff']).toArray()
      await database.heads.bulkPut(heads.filter(head => !memory.has(head.hash)).map(head => ({ ...head, retired: true })))
      return renewDevice(database, plan, inside.device, random)
    })
    copyDevice(storage, workspace, inside.device = device)
    writeMarker(storage, markerKey, memory.marker())
    inside.expected = null
    inside.tabs?.tell({ kind: 'changed' })
    return null
  } catch (error) {
    return problemOf(error)
  }
}

/** Takes in what another tab has stored, in a record each under its hash. */
export function hearLines(inside: Inside, lines: readonly string[]): void {
  const { plan, memory, now } = inside.parts
  const { events } = parseLines(lines.join('\n'), plan, { verifyHash: true })
  inside.announce(memory.take({ events, keys: events.map(event => event.hash) }, now()))
  inside.settleDamage()
  inside.mark()
}
