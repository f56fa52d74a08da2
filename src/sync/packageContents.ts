/** What goes into a package, and what was in those before: nothing may be left out for good, so whatever is in doubt goes again. */
import type { LedgerEvent } from '../domain/event'
import type { PackageScope } from './packageManifest'

/** What this device keeps of a package that it made. */
export interface SentNote {
  id: string
  name: string
  /** The UTC instant. */
  madeAt: string
  scope: PackageScope
  unit: string | null
  count: number
  head: string
  evidence: number
  receivedAt: string | null
  receivedBy: string | null
  /** The first 16 bytes of the hash of each event in it; empty once a later package of everything stands for it. */
  hashes: Uint8Array
}

const bytesKept = 16
const keyOf = (hash: string): string => hash.slice(0, bytesKept * 2)

/** The hashes of a package, small. */
export function packHashes(hashes: readonly string[]): Uint8Array {
  const packed = new Uint8Array(hashes.length * bytesKept)
  hashes.forEach((hash, i) => { for (let at = 0; at < bytesKept; at += 1) packed[i * bytesKept + at] = Number.parseInt(hash.slice(at * 2, at * 2 + 2), 16) })
  return packed
}

function addHashes(packed: Uint8Array, to: Set<string>): void {
  for (let from = 0; from + bytesKept <= packed.length; from += bytesKept) to.add(Array.from(packed.subarray(from, from + bytesKept), byte => byte.toString(16).padStart(2, '0')).join(''))
}

const oldestFirst = (one: SentNote, other: SentNote): number => (one.madeAt < other.madeAt ? -1 : one.madeAt > other.madeAt ? 1 : one.id < other.id ? -1 : 1)

/**
 * The packages whose events need not go again. One that was made before another whose receipt came, and has none itself, may be lost on its way:
 * what it held goes again.
 */
export function countedAsSent(notes: readonly SentNote[]): SentNote[] {
  const ordered = [...notes].sort(oldestFirst)
  const confirmed = ordered.map(note => note.receivedAt !== null).lastIndexOf(true)
  return ordered.filter((note, i) => i > confirmed || note.receivedAt !== null)
}

/** Did an event, by its hash, go with one of the packages. */
export function sentBefore(notes: readonly SentNote[]): (hash: string) => boolean {
  const known = new Set<string>()
  for (const note of countedAsSent(notes)) addHashes(note.hashes, known)
  return hash => known.has(keyOf(hash))
}

/** The events of a scope. */
export function eventsOfScope(events: readonly LedgerEvent[], scope: PackageScope, unit: string | null, notes: readonly SentNote[]): LedgerEvent[] {
  if (scope === 'unit') return events.filter(event => event.by?.unit === unit)
  if (scope === 'all') return [...events]
  const wasSent = sentBefore(notes)
  return events.filter(event => !wasSent(event.hash))
}

/** The files that evidence events name, each once. */
export const evidenceHashes = (events: readonly LedgerEvent[]): string[] =>
  [...new Set(events.flatMap(({ type, data }) => (type === 'evidence' && typeof data.hash === 'string' && /^[0-9a-f]{64}$/.test(data.hash) ? [data.hash] : [])))]

const isText = (value: unknown): value is string => typeof value === 'string'
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value)

/** A note as it comes from the shelf, or null where it is none. */
export function sentNoteOf(id: string, value: unknown): SentNote | null {
  if (typeof value !== 'object' || value === null) return null
  const { name, madeAt, scope, unit, count, head, evidence, receivedAt, receivedBy, hashes } = value as Partial<Record<keyof SentNote, unknown>>
  if (!isText(name) || !isText(madeAt) || (scope !== 'all' && scope !== 'unit' && scope !== 'since') || !isTextOrNull(unit) || typeof count !== 'number' || !isText(head)) return null
  // A typed array of another realm is still one.
  const packed = ArrayBuffer.isView(hashes) ? new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength) : new Uint8Array()
  return { id, name, madeAt, scope, unit, count, head, evidence: typeof evidence === 'number' ? evidence : 0, receivedAt: isTextOrNull(receivedAt) ? receivedAt : null, receivedBy: isTextOrNull(receivedBy) ? receivedBy : null, hashes: packed }
}
