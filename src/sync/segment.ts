/**
 * A segment: one file of a shared folder, `<unit>/<device>/<seq>-<hash>.jsonl`. Its first line says who wrote it and what that device knew,
 * ledger lines follow. A file is judged by its content, never by where it lies or what it is called (reliability.md 3, 5).
 */
import type { LedgerEvent } from '../domain/event'
import { sha256OfBytes } from '../domain/hash'
import type { ParsedLines } from '../domain/lineReader'
import { lineOf } from '../domain/lineReader'
import { parseLines } from '../domain/lines'
import type { Problem } from '../domain/problem'
import { isDemoEvent } from '../domain/demoMark'
import type { Marker } from '../ledger/marker'
import { segmentTrouble } from './segmentTroubles'

export interface SegmentHead {
  plan: string
  device: string
  unit: string
  /** Counts the files of the device, from 1. */
  seq: number
  /** What the device knew when it wrote: quoted, not believed. */
  heads: Marker['devices']
}

/** Bytes of a file that is still read. */
export const largestSegment = 20_000_000
const segmentEvents = 1_000
const segmentBytes = 1_000_000
const longestHead = 1_000_000
const format = 'segment/1'

/** The part of a path that names a unit. */
export const unitPart = (unit: string | null): string => (unit !== null && /^[A-Za-z0-9_-]{1,64}$/.test(unit) ? unit : 'office')

const decoder = new TextDecoder('utf-8', { ignoreBOM: false })
const encoder = new TextEncoder()
/** What the name of a segment says of its content. */
export const shortHash = (bytes: Uint8Array): string => sha256OfBytes(bytes).slice(0, 16)

/** Events in the order of their recording, cut into what fits a segment each: a thousand, or a megabyte. */
export function segmentsOf(events: readonly LedgerEvent[]): LedgerEvent[][] {
  const parts: LedgerEvent[][] = []
  let size = 0
  for (const event of [...events].sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : one.recordedAt > other.recordedAt ? 1 : one.hash < other.hash ? -1 : 1))) {
    const bytes = lineOf(event).length
    const last = parts.at(-1)
    if (last === undefined || last.length >= segmentEvents || size + bytes > segmentBytes) {
      parts.push([event])
      size = bytes
    } else {
      last.push(event)
      size += bytes
    }
  }
  return parts
}

export interface MadeSegment { path: string, bytes: Uint8Array<ArrayBuffer>, hash: string }

/** A segment as it is written, under the name that its bytes give it. */
export function makeSegment(head: SegmentHead, events: readonly LedgerEvent[]): MadeSegment {
  const { plan, device, unit, seq, heads } = head
  const text = [JSON.stringify({ guatu: format, plan, device, unit, seq, heads }), ...events.map(lineOf)].map(line => `${line}\n`).join('')
  const bytes = encoder.encode(text)
  const hash = shortHash(bytes)
  return { path: `${unit}/${device}/${String(seq).padStart(8, '0')}-${hash}.jsonl`, bytes, hash }
}

const ownName = /^(\d{8})-([0-9a-f]{16})\.jsonl$/
/** What other programs leave in folders; a file that a browser is just writing ends in `.crswap`. */
const litter = /^(?:~\$|\.)|\.(?:tmp|temp|crswap|crdownload|part|partial|lock|bak|lnk)$|^(?:desktop\.ini|thumbs\.db|autorun\.inf)$/i

/** `segment`: named as ours; `lines`: another `.jsonl`; `package`: a report package; `zip`: perhaps segments, packed; `other`: nothing of ours. */
export type FileKind = 'segment' | 'lines' | 'package' | 'zip' | 'other'

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

export function kindOf(path: string): FileKind {
  const name = nameOf(path)
  if (litter.test(name)) return 'other'
  if (ownName.test(name)) return 'segment'
  const ending = /\.(jsonl|guatu|zip)$/i.exec(name)?.[1]!.toLowerCase()
  return ending === undefined ? 'other' : ending === 'jsonl' ? 'lines' : ending === 'zip' ? 'zip' : 'package'
}

/** The number in a segment's name; 0 where it is none. */
export const seqOf = (path: string): number => Number(ownName.exec(nameOf(path))?.[1] ?? 0)

export interface SegmentRead {
  head: SegmentHead | null
  /** First 16 digits of the content's SHA-256. */
  hash: string
  lines: ParsedLines
  /** All of it is here: it need not be read again. */
  isWhole: boolean
  problem: Problem | null
}

const none: ParsedLines = { events: [], aside: [], foreign: 0, repeated: 0, refused: null }
const isDevice = (text: unknown): text is string => typeof text === 'string' && /^dev-[0-9a-f]{16}$/.test(text)

function headsOf(value: unknown): Marker['devices'] {
  const heads: Record<string, { count: number, hash: string }> = {}
  if (typeof value !== 'object' || value === null) return heads
  for (const [device, one] of Object.entries(value as Record<string, { count?: unknown, hash?: unknown } | null>))
    if (isDevice(device) && Number.isSafeInteger(one?.count) && (one!.count as number) >= 0 && typeof one!.hash === 'string' && /^[0-9a-f]{64}$/.test(one!.hash)) heads[device] = { count: one!.count as number, hash: one!.hash }
  return heads
}

/** The first line as a head; `newer`: a form that this version does not know; null: it is none. */
function headOfLine(line: string): SegmentHead | 'newer' | null {
  if (line.length > longestHead || !line.startsWith('{"guatu":')) return null
  let value: Record<string, unknown>
  try {
    value = JSON.parse(line) as Record<string, unknown>
  } catch {
    return null
  }
  const { guatu, plan, device, unit, seq, heads } = value
  if (typeof guatu === 'string' && /^segment\/\d+$/.test(guatu) && guatu !== format) return 'newer'
  if (guatu !== format || typeof plan !== 'string' || !isDevice(device) || typeof unit !== 'string' || !Number.isSafeInteger(seq)) return null
  return { plan, device, unit: unitPart(unit), seq: seq as number, heads: headsOf(heads) }
}

/** Reads what stands in a file. Whole lines that verify are taken whatever else is wrong. */
export function readSegment(path: string, bytes: Uint8Array, plan: string): SegmentRead {
  const hash = shortHash(bytes)
  const nothing = (problem: Problem, isWhole: boolean): SegmentRead => ({ head: null, hash, lines: none, isWhole, problem })
  if (bytes.length === 0) return nothing(segmentTrouble('segment_empty'), false)
  if (bytes.length > largestSegment) return nothing(segmentTrouble('segment_too_large'), true)
  const text = decoder.decode(bytes)
  const cutAt = text.indexOf('\n')
  const head = headOfLine(cutAt === -1 ? text : text.slice(0, cutAt))
  const named = ownName.exec(nameOf(path))
  const fits = named !== null && named[2] === hash
  const isHalf = named !== null && !fits
  if (head === 'newer') return nothing(segmentTrouble('segment_newer'), !isHalf)
  if (head !== null && head.plan !== plan) return nothing(segmentTrouble('segment_other_plan'), !isHalf)
  // The last line of a file that is still being written is no damaged entry: it is not there yet.
  const body = head === null ? text : cutAt === -1 ? '' : text.slice(cutAt + 1)
  const end = body.lastIndexOf('\n') + 1
  const whole = parseLines(body.slice(0, end), plan, { verifyHash: true })
  const last = parseLines(body.slice(end), plan, { verifyHash: true })
  const parsed: ParsedLines = { ...whole, events: [...whole.events, ...last.events], foreign: whole.foreign + last.foreign }
  if (parsed.refused !== null) return nothing(segmentTrouble('segment_unreadable', parsed.refused.why), true)
  if (parsed.events.some(isDemoEvent)) return nothing(segmentTrouble('segment_demo'), true)
  const isCut = last.aside.length > 0
  const said = (problem: Problem | null, isWhole: boolean, lines = parsed): SegmentRead => ({ head, hash, lines, isWhole, problem })
  const [wrong] = parsed.aside
  const taken = wrong === undefined ? String(parsed.events.length) : `已收 ${parsed.events.length} 条，第 ${wrong.line + (head === null ? 0 : 1)} 行等 ${parsed.aside.length} 行不符`
  if (isHalf) return said(segmentTrouble(isCut || parsed.events.length + parsed.aside.length === 0 || head === null ? 'segment_half' : 'segment_changed', taken), false)
  if (isCut) return said(segmentTrouble('segment_half', taken), false)
  if (wrong !== undefined) return said(segmentTrouble('segment_lines', `${taken}：${wrong.why.why}`), true)
  if (head === null && parsed.events.length === 0 && parsed.foreign > 0) return said(segmentTrouble('segment_other_plan'), true)
  const isMoved = head !== null && path !== `${head.unit}/${head.device}/${String(head.seq).padStart(8, '0')}-${hash}.jsonl`
  return said(isMoved ? segmentTrouble('segment_renamed', taken) : null, true)
}
