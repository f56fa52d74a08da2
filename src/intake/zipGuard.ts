/**
 * Looks at a zip before anything parses it: each entry is inflated once by stream and counted, for declared sizes may lie.
 * Nothing inflated is kept but the head of a part and the styles.
 */
import { Inflate } from 'fflate'
import { Refusal } from './fileProblems'

const totalLimit = 200 * 1024 * 1024
const entryLimit = 2000
const ratioLimit = 200
const smallPart = 1024 * 1024
const step = 16 * 1024

interface Entry { name: string, method: number, flags: number, packed: number, header: number }

export interface ZipFacts {
  names: readonly string[]
  /** True bytes of all entries. */
  total: number
  /** Does a cell format print percents. */
  hasPercent: boolean
}

function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new Refusal('file_damaged')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > entryLimit) throw new Refusal('file_unsafe', `压缩包里有 ${count} 个条目，超过 ${entryLimit} 个`)
  const entries: Entry[] = []
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new Refusal('file_damaged')
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.push({ name, flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), header: view.getUint32(at + 42, true) })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Where the packed bytes of an entry stand. */
function packedOf(bytes: Uint8Array, entry: Entry): [from: number, to: number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.header + 30 > bytes.length || view.getUint32(entry.header, true) !== 0x04034b50) throw new Refusal('file_damaged')
  const from = entry.header + 30 + view.getUint16(entry.header + 26, true) + view.getUint16(entry.header + 28, true)
  const to = from + entry.packed
  if (to > bytes.length) throw new Refusal('file_damaged')
  return [from, to]
}

/** Throws a {@link Refusal} where the zip is a danger or damaged. `onProgress` hears shares of 1. */
export function guardZip(bytes: Uint8Array, onProgress: (share: number) => void = () => undefined): ZipFacts {
  const entries = entriesOf(bytes)
  const ranges = entries.map(entry => {
    if (entry.name.split(/[\\/]/).includes('..') || /^[\\/]|^[a-z]:/i.test(entry.name)) throw new Refusal('file_unsafe', '压缩包里有越界的路径')
    if ((entry.flags & 1) === 1) throw new Refusal('file_encrypted')
    return packedOf(bytes, entry)
  })
  const ordered = entries.map((entry, i) => [entry.header, ranges[i]![1]] as const).sort((one, other) => one[0] - other[0])
  if (ordered.some(([from], i) => i > 0 && from < ordered[i - 1]![1])) throw new Refusal('file_unsafe', '压缩包里的条目互相重叠')
  let total = 0
  let hasPercent = false
  const take = (entry: Entry, kept: { text: string, count: number }, part: Uint8Array) => {
    total += part.length
    kept.count += part.length
    if (total > totalLimit) throw new Refusal('file_bomb')
    if (kept.count > smallPart && kept.count > ratioLimit * entry.packed) throw new Refusal('file_bomb')
    const wanted = entry.name === 'xl/styles.xml' ? smallPart : 2048
    if (kept.text.length < wanted && /\.(xml|rels)$/.test(entry.name)) kept.text += new TextDecoder('latin1').decode(part.subarray(0, wanted))
  }
  entries.forEach((entry, i) => {
    const [from, to] = ranges[i]!
    const kept = { text: '', count: 0 }
    if (entry.method === 0) take(entry, kept, bytes.subarray(from, to))
    else if (entry.method === 8) inflate(bytes.subarray(from, to), part => { take(entry, kept, part) })
    else throw new Refusal('file_damaged')
    if (/<!(DOCTYPE|ENTITY)/i.test(kept.text.slice(0, 4096))) throw new Refusal('file_unsafe', '文件带有外部定义（DOCTYPE）')
    if (entry.name === 'xl/styles.xml') hasPercent = printsPercent(kept.text)
    onProgress((i + 1) / entries.length)
  })
  return { names: entries.map(entry => entry.name), total, hasPercent }
}

function inflate(packed: Uint8Array, ondata: (part: Uint8Array) => void): void {
  const stream = new Inflate(ondata)
  try {
    for (let at = 0; at < packed.length; at += step) stream.push(packed.subarray(at, at + step), at + step >= packed.length)
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('file_damaged')
  }
}

function printsPercent(styles: string): boolean {
  const formats = [...styles.matchAll(/<numFmt [^>]*>/g)].filter(([text]) => /formatCode="[^"]*%/.test(text)).map(([text]) => /numFmtId="(\d+)"/.exec(text)?.[1] ?? '')
  const used = /<cellXfs[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? ''
  return ['9', '10', ...formats].some(id => used.includes(`numFmtId="${id}"`))
}
