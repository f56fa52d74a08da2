/**
 * The zip of a report package: written always the same way, and read only if it was written so. Parts stand one behind another, then their
 * list, then an end whose comment holds a SHA-256 over every byte before its own digits: one flipped bit anywhere is found (reliability.md 5, goal 15).
 * Nothing is believed that a zip says of itself: sizes are counted while inflating by stream, and stop at what was declared and allowed.
 */
import { Inflate, zipSync } from 'fflate'
import { sha256OfBytes } from '../domain/hash'
import { PackageRefusal } from './packageProblems'

export interface PackagePart { name: string, bytes: Uint8Array }

/** Bytes of a whole package, of its lines unpacked, of its manifest; entries; how much smaller packing may make a part. */
export const packedLimit = 200 * 1024 * 1024
export const linesLimit = 64_000_000
const manifestLimit = 2_000_000
const entryLimit = 2000
const ratioLimit = 200
const step = 16 * 1024

const mark = 'guatu-package/1 sha256:'
const commentLength = mark.length + 64
const tail = 22 + commentLength
const allowed = /^(?:manifest\.json|events\.jsonl|quarantined\.jsonl|evidence\/[0-9a-f]{64}\.(?:jpg|png|pdf|bin))$/

const asciiOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
const ascii = (text: string): Uint8Array => Uint8Array.from(text, letter => letter.charCodeAt(0))
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Puts the comment with the code behind a zip that has none. Exported for the corpus of hostile files, which are sealed as well as any. */
export function sealZip(zip: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(zip.length + commentLength)
  whole.set(zip)
  viewOf(whole).setUint16(zip.length - 2, commentLength, true)
  whole.set(ascii(mark), zip.length)
  whole.set(ascii(sha256OfBytes(whole.subarray(0, whole.length - 64))), whole.length - 64)
  return whole
}

/** The same parts give the same bytes: every entry is of the first day a zip knows. Evidence is stored as it is, for it is packed in itself. */
export function writeZip(parts: readonly PackagePart[]): Uint8Array<ArrayBuffer> {
  const mtime = new Date(1980, 0, 1)
  return sealZip(zipSync(Object.fromEntries(parts.map(({ name, bytes }) => [name, [bytes, { level: name.startsWith('evidence/') ? 0 : 6, mtime }] as const]))))
}

interface Entry { name: string, isDeflated: boolean, crc: number, packed: number, size: number, from: number }

const unsafe = (said: string): never => { throw new PackageRefusal('package_unsafe', `包里的条目不对（${said}），可能有害，没有打开`) }

/** What a part may hold, unpacked. */
const limitOf = (name: string): number => (name === 'manifest.json' ? manifestLimit : name.endsWith('.jsonl') ? linesLimit : packedLimit)

function checkEnd(bytes: Uint8Array): { count: number, from: number, to: number } {
  if (bytes.length === 0) throw new PackageRefusal('package_empty')
  if (bytes.length > packedLimit) throw new PackageRefusal('package_too_large')
  if (bytes.length < 4 || asciiOf(bytes.subarray(0, 2)) !== 'PK') throw new PackageRefusal('package_not')
  const to = bytes.length - tail
  const view = viewOf(bytes)
  if (to < 0 || view.getUint32(to, true) !== 0x06054b50 || view.getUint16(to + 20, true) !== commentLength || asciiOf(bytes.subarray(to + 22, to + 22 + mark.length)) !== mark) throw new PackageRefusal('package_cut')
  if (asciiOf(bytes.subarray(bytes.length - 64)) !== sha256OfBytes(bytes.subarray(0, bytes.length - 64))) throw new PackageRefusal('package_altered')
  const count = view.getUint16(to + 10, true)
  const from = view.getUint32(to + 16, true)
  if (view.getUint32(to + 4, true) !== 0 || view.getUint16(to + 8, true) !== count) unsafe('分成了几卷')
  if (count === 0) unsafe('没有条目')
  if (count > entryLimit) unsafe(`${count} 个条目，超过 ${entryLimit} 个`)
  if (from === 0xffffffff || from + view.getUint32(to + 12, true) !== to) unsafe('目录的位置不对')
  return { count, from, to }
}

/** The entry at `at` of the list, whose part must stand exactly at `start`. Gives also where the list goes on. */
function entryAt(bytes: Uint8Array, at: number, start: number, end: number): { entry: Entry, next: number } {
  const view = viewOf(bytes)
  if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) unsafe('目录不完整')
  const nameLength = view.getUint16(at + 28, true)
  const next = at + 46 + nameLength
  if (next > end) unsafe('目录不完整')
  const name = asciiOf(bytes.subarray(at + 46, at + 46 + Math.min(nameLength, 200)))
  const flags = view.getUint16(at + 8, true)
  if ((flags & 1) === 1) throw new PackageRefusal('package_encrypted')
  if (!allowed.test(name)) unsafe('有不该有的文件名')
  const method = view.getUint16(at + 10, true)
  const entry: Entry = { name, isDeflated: method === 8, crc: view.getUint32(at + 16, true), packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), from: start + 30 + nameLength }
  if (flags !== 0 || (method !== 8 && method !== 0) || view.getUint16(at + 6, true) > 20) unsafe('压缩方式不对')
  if (view.getUint32(at + 30, true) !== 0 || view.getUint16(at + 34, true) !== 0 || view.getUint16(at + 4, true) >> 8 !== 0 || view.getUint32(at + 38, true) !== 0) unsafe('带有附加内容或链接')
  if (entry.packed === 0xffffffff || entry.size === 0xffffffff || view.getUint32(at + 42, true) !== start) unsafe('条目重叠、有空隙或位置不对')
  if (start + 30 > end || view.getUint32(start, true) !== 0x04034b50 || entry.from + entry.packed > end) unsafe('条目的位置不对')
  const isTwin = view.getUint16(start + 6, true) === flags && view.getUint16(start + 8, true) === method && view.getUint32(start + 14, true) === entry.crc && view.getUint32(start + 18, true) === entry.packed
    && view.getUint32(start + 22, true) === entry.size && view.getUint16(start + 26, true) === nameLength && view.getUint16(start + 28, true) === 0 && asciiOf(bytes.subarray(start + 30, entry.from)) === name
  if (!isTwin) unsafe('条目与目录说的不一样')
  if (name.startsWith('evidence/') && entry.isDeflated) unsafe('佐证被再次压缩')
  if (!entry.isDeflated && entry.packed !== entry.size) unsafe('条目与目录说的不一样')
  if (entry.size > limitOf(name) || (entry.size > 65_536 && entry.size > ratioLimit * entry.packed)) throw new PackageRefusal('package_bomb')
  return { entry, next }
}

function entriesOf(bytes: Uint8Array): Entry[] {
  const { count, from, to } = checkEnd(bytes)
  const entries: Entry[] = []
  const names = new Set<string>()
  let at = from
  let start = 0
  for (let i = 0; i < count; i += 1) {
    const { entry, next } = entryAt(bytes, at, start, to)
    if (names.has(entry.name)) unsafe('同名文件有两个')
    names.add(entry.name)
    entries.push(entry)
    at = next
    start = entry.from + entry.packed
  }
  if (at !== to || start !== from) unsafe('条目之间或末尾有多余的内容')
  if (entries.reduce((sum, entry) => sum + (entry.name.startsWith('evidence/') ? 0 : entry.size), 0) > linesLimit + manifestLimit) throw new PackageRefusal('package_bomb')
  return entries
}

/** Inflates by stream into exactly the declared size: one byte more ends it. */
function inflate(packed: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let written = 0
  let isDone = false
  const stream = new Inflate((part, isLast) => {
    if (written + part.length > size) throw new PackageRefusal('package_bomb')
    whole.set(part, written)
    written += part.length
    isDone = isLast
  })
  try {
    for (let at = 0; at < packed.length; at += step) stream.push(packed.subarray(at, at + step), at + step >= packed.length)
  } catch (error) {
    throw error instanceof PackageRefusal ? error : new PackageRefusal('package_unsafe')
  }
  if (written !== size || !isDone) unsafe('解开后的长度与目录说的不一样')
  return whole
}

/** The parts of a package by name, in the order they stand. Throws a {@link PackageRefusal} for whatever {@link writeZip} would not have written. */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(entriesOf(bytes).map(entry => {
    const packed = bytes.subarray(entry.from, entry.from + entry.packed)
    return [entry.name, entry.isDeflated ? inflate(packed, entry.size) : packed]
  }))
}
