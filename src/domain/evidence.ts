/** 佐证, always optional: the pieces of a cell, what may be kept, and photos without what their camera wrote into them. */
import type { LedgerEvent } from './event'
import { furtherOf } from './further'
import type { History } from './history'
import type { Problem } from './problem'

export type EvidenceForm = 'photo' | 'pdf' | 'link' | 'note'

export interface EvidencePiece {
  event: string
  target: string
  area: string
  form: EvidenceForm
  name: string
  text: string | null
  /** SHA-256 of the stored file; null for links and notes. */
  hash: string | null
  /** Bytes. */
  size: number | null
  at: string
  recordedAt: string
  unit: string | null
  person: string | null
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

function pieceOf({ id, at, recordedAt, by, data }: LedgerEvent): EvidencePiece {
  return {
    event: id, target: String(data.target), area: String(data.area), form: data.form as EvidenceForm, name: String(data.name), text: textOf(data.text),
    hash: isHash(data.hash) ? data.hash : null, size: typeof data.size === 'number' ? data.size : null, at, recordedAt, unit: textOf(by?.unit), person: textOf(by?.name),
  }
}

/** Every piece in force as known at `limit`, the oldest first. */
export const evidenceOf = (history: History, limit: string): EvidencePiece[] => furtherOf(history, 'evidence', limit).map(pieceOf)

export const cellKey = (target: string, area: string): string => `${target}/${area}`

/** Largest PDF taken, in bytes, and largest photo before it is made smaller. */
export const pdfLimit = 10_000_000
export const photoLimit = 60_000_000
/** Longest side of a kept photo in pixels, and its JPEG quality. */
export const photoSide = 1600
export const photoQuality = 0.8

const refuse = (code: string, why: string, fix: string): Problem => ({ code, why, fix })

/** The address of a link, or null: only http and https, or a click could run something. */
export function safeLink(text: string): string | null {
  try {
    const { protocol, href } = new URL(text.trim())
    return protocol === 'http:' || protocol === 'https:' ? href : null
  } catch {
    return null
  }
}

export const linkProblem = (): Problem => refuse('evidence_link', '这不是网页地址', '粘贴以 http:// 或 https:// 开头的地址')
export const photoProblem = (): Problem => refuse('evidence_photo', '浏览器读不了这张照片（可能是 HEIC 或文件损坏）', '在手机里改存为 JPEG，或截一张图再试')

/** What a file is by its first bytes, or why it is not taken. The name's ending is not asked. */
export function formOfFile(head: Uint8Array, size: number): { ok: true, form: 'photo' | 'pdf' } | { ok: false, problem: Problem } {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, i) => head[i] === byte)
  const word = (from: number, length: number): string => String.fromCharCode(...head.slice(from, from + length))
  if (size === 0) return { ok: false, problem: refuse('evidence_empty', '文件是空的', '检查是否选错了文件') }
  if (word(0, 5) === '%PDF-')
    return size <= pdfLimit ? { ok: true, form: 'pdf' } : { ok: false, problem: refuse('evidence_large', `这份 PDF 有 ${(size / 1e6).toFixed(1)} MB，超过 ${pdfLimit / 1e6} MB`, '只留需要的几页，或降低扫描清晰度再存') }
  const isPhoto = starts(0xFF, 0xD8, 0xFF) || starts(0x89, 0x50, 0x4E, 0x47) || (word(0, 4) === 'RIFF' && word(8, 4) === 'WEBP') || word(0, 2) === 'BM' || word(0, 3) === 'GIF' || word(4, 4) === 'ftyp'
  if (!isPhoto) return { ok: false, problem: refuse('evidence_kind', '只收照片和 PDF', '其他文件请先存成 PDF；网页就贴地址') }
  return size <= photoLimit ? { ok: true, form: 'photo' } : { ok: false, problem: refuse('evidence_large', `这张照片有 ${(size / 1e6).toFixed(1)} MB，超过 ${photoLimit / 1e6} MB`, '先缩小再选') }
}

/** A JPEG's segments before its picture: marker, start, end (with its head). Empty where the bytes are no JPEG. */
function segmentsOf(jpeg: Uint8Array): { marker: number, from: number, to: number }[] {
  const segments: { marker: number, from: number, to: number }[] = []
  if (jpeg[0] !== 0xFF || jpeg[1] !== 0xD8) return segments
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xFF && jpeg[at + 1] !== 0xDA;) {
    const to = at + 2 + (jpeg[at + 2]! << 8 | jpeg[at + 3]!)
    segments.push({ marker: jpeg[at + 1]!, from: at, to })
    at = to
  }
  return segments
}

/** APP1 (EXIF, XMP: camera, hour, position), APP3 to APP13, APP15 and comments: all that is not the picture. JFIF, colour profile and Adobe's colour mark stay. */
const isNote = (marker: number): boolean => marker === 0xFE || (marker >= 0xE1 && marker <= 0xEF && marker !== 0xE2 && marker !== 0xEE)

/** Does the JPEG carry anything but the picture. */
export const carriesNotes = (jpeg: Uint8Array): boolean => segmentsOf(jpeg).some(segment => isNote(segment.marker))

/** The same picture without what else the file carries. A canvas writes none; this makes sure in every browser. */
export function withoutNotes(jpeg: Uint8Array): Uint8Array {
  const notes = segmentsOf(jpeg).filter(segment => isNote(segment.marker))
  const bare = new Uint8Array(jpeg.length - notes.reduce((sum, { from, to }) => sum + to - from, 0))
  let written = 0
  let read = 0
  for (const { from, to } of [...notes, { from: jpeg.length, to: jpeg.length }]) {
    bare.set(jpeg.subarray(read, from), written)
    written += from - read
    read = to
  }
  return bare
}
