/** Single parts of a zip read, replaced and added; every other part keeps its packed bytes, so a large paper is sealed without packing it again. */
import { deflateSync, inflateSync } from 'fflate'

interface Entry { name: string, method: number, packed: Uint8Array, crc: number, size: number, time: number }

/** An opened zip: bytes that this programme made, or that a guard let through. */
export type Zip = readonly Entry[]

export class BrokenZip extends Error {}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => { let c = n; for (let k = 0; k < 8; k += 1) c = (c & 1) === 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1; return c >>> 0 })

/** CRC-32 of the parts together, as zip and PNG use it. */
export function crcOf(...parts: readonly Uint8Array[]): number {
  let crc = 0xffffffff
  for (const part of parts) for (let i = 0; i < part.length; i += 1) crc = crcTable[(crc ^ part[i]!) & 255]! ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new BrokenZip()
  let at = view.getUint32(end + 16, true)
  return Array.from({ length: view.getUint16(end + 10, true) }, (): Entry => {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new BrokenZip()
    const name = view.getUint16(at + 28, true)
    const header = view.getUint32(at + 42, true)
    const length = view.getUint32(at + 20, true)
    if (header + 30 > bytes.length) throw new BrokenZip()
    const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
    if (from + length > bytes.length) throw new BrokenZip()
    const entry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), method: view.getUint16(at + 10, true), packed: bytes.subarray(from, from + length),
      crc: view.getUint32(at + 16, true), size: view.getUint32(at + 24, true), time: view.getUint32(at + 12, true),
    }
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    return entry
  })
}

export const namesOf = (zip: Zip): string[] => zip.map(one => one.name)

/** A part's text; null where it has none of that name. */
export function textOf(zip: Zip, name: string): string | null {
  const entry = zip.find(one => one.name === name)
  if (entry === undefined) return null
  try {
    return new TextDecoder().decode(entry.method === 0 ? entry.packed : inflateSync(entry.packed))
  } catch {
    throw new BrokenZip()
  }
}

/** The zip with these parts in place of, or beside, its own. */
export function withParts(zip: Zip, parts: ReadonlyMap<string, string>): Uint8Array {
  const time = zip[0]?.time ?? 0x00210000
  const written = [...parts].map(([name, text]): Entry => {
    const raw = new TextEncoder().encode(text)
    return { name, method: 8, packed: deflateSync(raw), crc: crcOf(raw), size: raw.length, time }
  })
  const kept = zip.map(one => written.find(other => other.name === one.name) ?? one)
  return zipOf(kept.concat(written.filter(one => !kept.includes(one))))
}

function zipOf(entries: readonly Entry[]): Uint8Array {
  const names = entries.map(entry => new TextEncoder().encode(entry.name))
  const size = entries.reduce((sum, entry, i) => sum + 76 + 2 * names[i]!.length + entry.packed.length, 22)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  const offsets: number[] = []
  let at = 0
  // Both headers of an entry hold the same fields, the one in the directory two more before them and 14 after.
  const fields = (start: number, { method, time, crc, packed, size: raw }: Entry, name: Uint8Array) => {
    view.setUint16(start, 20, true); view.setUint16(start + 2, 0x0800, true); view.setUint16(start + 4, method, true); view.setUint32(start + 6, time, true)
    view.setUint32(start + 10, crc, true); view.setUint32(start + 14, packed.length, true); view.setUint32(start + 18, raw, true); view.setUint16(start + 22, name.length, true)
  }
  entries.forEach((entry, i) => {
    offsets.push(at)
    view.setUint32(at, 0x04034b50, true)
    fields(at + 4, entry, names[i]!)
    bytes.set(names[i]!, at + 30)
    bytes.set(entry.packed, at + 30 + names[i]!.length)
    at += 30 + names[i]!.length + entry.packed.length
  })
  const directory = at
  entries.forEach((entry, i) => {
    view.setUint32(at, 0x02014b50, true)
    view.setUint16(at + 4, 20, true)
    fields(at + 6, entry, names[i]!)
    view.setUint32(at + 42, offsets[i]!, true)
    bytes.set(names[i]!, at + 46)
    at += 46 + names[i]!.length
  })
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, entries.length, true)
  view.setUint16(at + 10, entries.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return bytes
}
