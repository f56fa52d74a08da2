/** Hostile and broken packages, made in code: every one must be refused, quickly and readably. All but the first few carry a right code, as a forger would write it. */
import { deflateRawSync, constants, crc32 } from 'node:zlib'
import { canonicalJson, headOf, sha256OfBytes } from '../../src/domain/hash'
import { lineOf } from '../../src/domain/lineReader'
import { sealZip } from '../../src/sync/packageZip'
import { plan } from '../ledger/makers'
import { device, eventsOf, evidenceFile, photo } from './packageMakers'

interface Raw {
  name: string | Uint8Array
  /** As stored in the file. */
  packed: Uint8Array
  size: number
  method?: number
  flags?: number
  extra?: Uint8Array
  attributes?: number
  madeBy?: number
  needs?: number
  /** What the list of contents says instead. */
  listed?: { name?: string, packed?: number, size?: number, offset?: number, comment?: Uint8Array }
  /** What stands before its part in the file. */
  before?: Uint8Array
  /** Stands only in the list. */
  isGhost?: boolean
}
interface EndAsk { count?: number, from?: number, disks?: number, between?: Uint8Array, list?: (bytes: Uint8Array) => Uint8Array }

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const joined = (parts: readonly Uint8Array[]): Uint8Array => { const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0)); let at = 0; for (const part of parts) { whole.set(part, at); at += part.length } return whole }
const u16 = (...numbers: number[]): Uint8Array => new Uint8Array(Uint16Array.from(numbers).buffer)
const u32 = (...numbers: number[]): Uint8Array => new Uint8Array(Uint32Array.from(numbers).buffer)

const stored = (name: string, bytes: Uint8Array | string, more: Partial<Raw> = {}): Raw => { const packed = typeof bytes === 'string' ? utf8(bytes) : bytes; return { name, packed, size: packed.length, ...more } }
const deflated = (name: string, bytes: Uint8Array | string, more: Partial<Raw> = {}): Raw => { const whole = typeof bytes === 'string' ? utf8(bytes) : bytes; return { name, packed: deflateRawSync(whole), size: whole.length, method: 8, ...more } }

/** A zip byte by byte, with whatever is asked to be wrong in it. */
function rawZip(entries: readonly Raw[], { count, from, disks = 0, between = new Uint8Array(), list = bytes => bytes }: EndAsk = {}): Uint8Array {
  const parts: Uint8Array[] = []
  const listed: Uint8Array[] = []
  let at = 0
  for (const { name, packed, size, method = 0, flags = 0, extra = new Uint8Array(), attributes = 0, madeBy = 20, needs = 20, listed: said = {}, before = new Uint8Array(), isGhost = false } of entries) {
    const nameBytes = typeof name === 'string' ? utf8(name) : name
    const checksum = crc32(packed)
    const part = [before, u32(0x04034b50), u16(needs, flags, method, 0, 33), u32(checksum, packed.length, size), u16(nameBytes.length, extra.length), nameBytes, extra, packed]
    const start = at + before.length
    if (!isGhost) for (const piece of part) { parts.push(piece); at += piece.length }
    const listedName = said.name === undefined ? nameBytes : utf8(said.name)
    const comment = said.comment ?? new Uint8Array()
    listed.push(u32(0x02014b50), u16(madeBy, needs, flags, method, 0, 33), u32(checksum, said.packed ?? packed.length, said.size ?? size), u16(listedName.length, extra.length, comment.length, 0, 0), u32(attributes, said.offset ?? start), listedName, extra, comment)
  }
  const directory = list(joined(listed))
  return joined([...parts, between, directory, u32(0x06054b50), u16(disks, disks, count ?? entries.length, count ?? entries.length), u32(directory.length, from ?? at + between.length), u16(0)])
}

const events = eventsOf(3)
const lines = events.map(event => `${lineOf(event)}\n`).join('')
const photoFile = evidenceFile(1)

/** The parts of a good package, and its manifest with fields of our choice. */
function manifest(fields: Record<string, unknown> = {}, contents: Record<string, Uint8Array | string> = { 'events.jsonl': lines }): string {
  return canonicalJson({
    format: 'guatu-package/1', id: 'hostile', plan, planTitle: '测试计划', demo: false, made: '2020-07-02T01:30:00.000Z', by: {}, device, scope: 'all', unit: null, since: null, count: events.length, head: headOf(events.map(event => event.hash)), heads: {}, signed: false,
    parts: Object.entries(contents).map(([name, content]) => { const bytes = typeof content === 'string' ? utf8(content) : content; return { name, bytes: bytes.length, sha256: sha256OfBytes(bytes) } }), ...fields,
  })
}
const good = (): Raw[] => [deflated('manifest.json', manifest()), deflated('events.jsonl', lines)]
const saying = (text: string): Uint8Array => sealZip(rawZip([deflated('manifest.json', text), deflated('events.jsonl', lines)]))
const holding = (content: string | Uint8Array, fields: Record<string, unknown> = {}): Uint8Array => sealZip(rawZip([deflated('manifest.json', manifest(fields, { 'events.jsonl': content })), deflated('events.jsonl', content)]))
const withEntry = (...more: Raw[]): Uint8Array => sealZip(rawZip([...good(), ...more]))
const whole = (): Uint8Array => sealZip(rawZip(good()))

/** Megabytes of one letter as a deflate stream of about a thousandth, made without holding them. */
function bombStream(megabytes: number): Uint8Array {
  const block = deflateRawSync(new Uint8Array(1_000_000).fill(32), { finishFlush: constants.Z_FULL_FLUSH })
  return joined([...Array.from({ length: megabytes }, () => block), deflateRawSync(new Uint8Array())])
}
const bomb = (megabytes: number, size: number, name = 'events.jsonl'): Uint8Array => sealZip(rawZip([deflated('manifest.json', manifest()), { name, packed: bombStream(megabytes), size, method: 8 }]))

function changed(bytes: Uint8Array, at: number, to: number): Uint8Array { const copy = bytes.slice(); copy[at] = to; return copy }

export interface Hostile { name: string, bytes: () => Uint8Array, code: string }

export const hostileZips: readonly Hostile[] = [
  { name: 'nothing', bytes: () => new Uint8Array(), code: 'package_empty' },
  { name: 'two letters', bytes: () => utf8('PK'), code: 'package_not' },
  { name: 'text', bytes: () => utf8('这不是压缩包'.repeat(50)), code: 'package_not' },
  { name: 'a picture', bytes: () => photo(3), code: 'package_not' },
  { name: 'half of a package', bytes: () => whole().subarray(0, 500), code: 'package_cut' },
  { name: 'without its last byte', bytes: () => whole().subarray(0, -1), code: 'package_cut' },
  { name: 'something behind its end', bytes: () => joined([whole(), utf8('\n')]), code: 'package_cut' },
  { name: 'another zip behind its end', bytes: () => joined([whole(), rawZip([stored('x', 'y')])]), code: 'package_cut' },
  { name: 'a plain zip without our end', bytes: () => rawZip(good()), code: 'package_cut' },
  { name: 'another zip before it', bytes: () => joined([rawZip([stored('x', 'y')]), whole()]), code: 'package_altered' },
  { name: 'a byte changed', bytes: () => changed(whole(), 60, 0), code: 'package_altered' },
  { name: 'another code', bytes: () => { const bytes = whole(); return changed(bytes, bytes.length - 1, bytes.at(-1) === 48 ? 49 : 48) }, code: 'package_altered' },
  { name: 'no entry at all', bytes: () => sealZip(rawZip([])), code: 'package_unsafe' },
  { name: 'no entry behind a head', bytes: () => sealZip(rawZip([], { between: utf8('PK\u0003\u0004') })), code: 'package_unsafe' },
  { name: '300 MB in 300 kB, said openly', bytes: () => bomb(300, 300_000_000), code: 'package_bomb' },
  { name: '300 MB that say to be 1 kB', bytes: () => bomb(300, 1000), code: 'package_bomb' },
  { name: '300 MB that say to be a ledger of 60 MB', bytes: () => bomb(300, 60_000_000), code: 'package_bomb' },
  { name: '60 MB of blanks within the limit of size', bytes: () => bomb(60, 60_000_000), code: 'package_bomb' },
  { name: 'less than it says', bytes: () => sealZip(rawZip([deflated('manifest.json', manifest()), deflated('events.jsonl', lines, { size: lines.length + 5000 })])), code: 'package_unsafe' },
  { name: 'a manifest of 3 MB', bytes: () => saying(`${manifest()}${' '.repeat(3_000_000)}`), code: 'package_bomb' },
  { name: 'evidence that is packed again', bytes: () => withEntry(deflated(`evidence/${photoFile.hash}.jpg`, photoFile.bytes)), code: 'package_unsafe' },
  { name: 'evidence that blows up', bytes: () => bomb(300, 150_000_000, `evidence/${photoFile.hash}.jpg`), code: 'package_unsafe' },
  { name: '3000 entries', bytes: () => sealZip(rawZip(Array.from({ length: 3000 }, (_none, i) => stored(`evidence/${String(i).padStart(64, '0')}.bin`, 'x')))), code: 'package_unsafe' },
  { name: 'two entries over one part', bytes: () => withEntry(deflated('quarantined.jsonl', lines, { isGhost: true, listed: { offset: 0 } })), code: 'package_unsafe' },
  { name: 'a thousand entries over one part', bytes: () => withEntry(...Array.from({ length: 1000 }, (_none, i) => deflated(`evidence/${String(i).padStart(64, '0')}.bin`, lines, { isGhost: true, listed: { offset: 0 } }))), code: 'package_unsafe' },
  { name: 'a gap between entries', bytes: () => withEntry(stored('quarantined.jsonl', '', { before: utf8('hidden') })), code: 'package_unsafe' },
  { name: 'bytes before the list', bytes: () => sealZip(rawZip(good(), { between: utf8('hidden') })), code: 'package_unsafe' },
  { name: 'sizes of zip64', bytes: () => withEntry(stored('quarantined.jsonl', 'x', { listed: { packed: 0xffffffff, size: 0xffffffff }, extra: joined([u16(1, 16), new Uint8Array(16)]) })), code: 'package_unsafe' },
  { name: 'the end of a zip64', bytes: () => sealZip(rawZip(good(), { count: 0xffff, from: 0xffffffff })), code: 'package_unsafe' },
  { name: 'several volumes', bytes: () => sealZip(rawZip(good(), { disks: 1 })), code: 'package_unsafe' },
  { name: 'more entries than are listed', bytes: () => sealZip(rawZip(good(), { count: 5 })), code: 'package_unsafe' },
  { name: 'fewer entries than are listed', bytes: () => sealZip(rawZip(good(), { count: 1 })), code: 'package_unsafe' },
  { name: 'a list that is cut', bytes: () => sealZip(rawZip(good(), { list: bytes => bytes.subarray(0, -10) })), code: 'package_unsafe' },
  { name: 'a list that is elsewhere', bytes: () => sealZip(rawZip(good(), { from: 12 })), code: 'package_unsafe' },
  { name: 'a password of a zip program', bytes: () => withEntry(stored('quarantined.jsonl', 'x', { flags: 1 })), code: 'package_encrypted' },
  { name: 'sizes that follow the data', bytes: () => withEntry(stored('quarantined.jsonl', 'x', { flags: 8 })), code: 'package_unsafe' },
  { name: 'another packing (bzip2)', bytes: () => withEntry(stored('quarantined.jsonl', 'x', { method: 12 })), code: 'package_unsafe' },
  { name: 'another packing (AES)', bytes: () => withEntry(stored('quarantined.jsonl', 'x', { method: 99 })), code: 'package_unsafe' },
  { name: 'needs a newer zip', bytes: () => withEntry(stored('quarantined.jsonl', 'x', { needs: 45 })), code: 'package_unsafe' },
  { name: 'garbage that says to be deflated', bytes: () => withEntry(stored('quarantined.jsonl', photo(9), { method: 8 })), code: 'package_unsafe' },
  { name: 'a deflate stream that is cut', bytes: () => sealZip(rawZip([deflated('manifest.json', manifest()), { ...deflated('events.jsonl', lines), packed: deflateRawSync(utf8(lines)).subarray(0, 200) }])), code: 'package_unsafe' },
  ...['../events.jsonl', '/etc/passwd', 'C:\\windows\\x.jsonl', '..\\..\\x', 'evidence/../manifest.json', 'events.jsonl\u0000.jpg', 'events.jso\u202El', 'Events.jsonl', 'evidence/', 'evidence/x.jpg', '__proto__', 'constructor', 'evidence/__proto__', 'inner.zip', 'x.html', 'a'.repeat(60_000), '']
    .map((name): Hostile => ({ name: `an entry named ${JSON.stringify(name.slice(0, 30))}`, bytes: () => withEntry(stored(name, 'x')), code: 'package_unsafe' })),
  { name: 'a name that is no text', bytes: () => withEntry({ ...stored('x', 'x'), name: Uint8Array.of(0xff, 0xfe, 0x00) }), code: 'package_unsafe' },
  { name: 'one name in the list, another at the part', bytes: () => withEntry(stored('x.html', 'x', { listed: { name: 'quarantined.jsonl' } })), code: 'package_unsafe' },
  { name: 'twin names', bytes: () => withEntry(deflated('events.jsonl', '')), code: 'package_unsafe' },
  { name: 'a symbolic link', bytes: () => withEntry(stored('quarantined.jsonl', '/etc/passwd', { madeBy: 0x314, attributes: 0xa1ff0000 })), code: 'package_unsafe' },
  { name: 'a comment at an entry', bytes: () => withEntry(stored('quarantined.jsonl', 'x', { listed: { comment: utf8('note') } })), code: 'package_unsafe' },
  { name: 'an extra field', bytes: () => withEntry(stored('quarantined.jsonl', 'x', { extra: joined([u16(0x7875, 2), u16(0)]) })), code: 'package_unsafe' },
  { name: 'no manifest', bytes: () => sealZip(rawZip([deflated('events.jsonl', lines)])), code: 'package_manifest' },
  { name: 'a manifest that is no JSON', bytes: () => saying('{'), code: 'package_manifest' },
  { name: 'a manifest that is a list', bytes: () => saying('[]'), code: 'package_manifest' },
  { name: 'a manifest that is not UTF-8', bytes: () => sealZip(rawZip([stored('manifest.json', Uint8Array.of(123, 0xff, 125)), deflated('events.jsonl', lines)])), code: 'package_parts' },
  { name: 'a manifest of 200,000 brackets', bytes: () => saying('['.repeat(200_000)), code: 'package_bomb' },
  { name: 'a manifest of 40 levels', bytes: () => saying(`${manifest().slice(0, -1)},"x":${'['.repeat(40)}${']'.repeat(40)}}`), code: 'package_manifest' },
  { name: '__proto__ in the manifest', bytes: () => saying(`${manifest().slice(0, -1)},"__proto__":{"isAdmin":true}}`), code: 'package_manifest' },
  { name: '__proto__ among the heads', bytes: () => saying(manifest().replace('"heads":{}', '"heads":{"__proto__":{"count":1,"hash":""}}')), code: 'package_manifest' },
  { name: 'a count beyond numbers', bytes: () => saying(manifest().replace('"count":3', '"count":1e309')), code: 'package_manifest' },
  { name: 'a negative count', bytes: () => saying(manifest({ count: -1 })), code: 'package_manifest' },
  { name: 'says that it is signed', bytes: () => saying(manifest({ signed: true })), code: 'package_manifest' },
  { name: 'a newer format', bytes: () => saying(manifest({ format: 'guatu-package/2', signed: 'ed25519' })), code: 'package_newer' },
  { name: 'another format', bytes: () => saying(manifest({ format: 'guatu-evidence/1' })), code: 'package_manifest' },
  { name: 'a part with another hash', bytes: () => saying(manifest({}, { 'events.jsonl': `${lines}\n` })), code: 'package_parts' },
  { name: 'a part that is not listed', bytes: () => withEntry(stored('quarantined.jsonl', 'x')), code: 'package_parts' },
  { name: 'a listed part that is not there', bytes: () => saying(manifest({}, { 'events.jsonl': lines, 'quarantined.jsonl': '' })), code: 'package_parts' },
  { name: 'a part listed twice', bytes: () => saying(manifest({ parts: [1, 2].map(() => ({ name: 'events.jsonl', bytes: utf8(lines).length, sha256: sha256OfBytes(utf8(lines)) })) })), code: 'package_parts' },
  { name: 'evidence under another hash', bytes: () => { const name = `evidence/${'0'.repeat(64)}.jpg`; return sealZip(rawZip([deflated('manifest.json', manifest({}, { 'events.jsonl': lines, [name]: photoFile.bytes })), deflated('events.jsonl', lines), stored(name, photoFile.bytes)])) }, code: 'package_parts' },
  { name: 'a nested zip as its ledger', bytes: () => holding(whole(), { count: 0, head: headOf([]) }), code: 'package_parts' },
  { name: 'a ledger of garbage', bytes: () => holding('not a ledger\n', { count: 0, head: headOf([]) }), code: 'package_lines' },
  { name: 'a line of 2 MB', bytes: () => holding(`${lines}{"x":"${Array.from({ length: 600_000 }, (_none, i) => (i * 7919 % 1_000_003).toString(36)).join('')}"}\n`, { count: 4 }), code: 'package_lines' },
  { name: '20,000 lines that are none', bytes: () => holding(Array.from({ length: 20_000 }, (_none, i) => `{"n":${i}}`).join('\n')), code: 'package_lines' },
  { name: 'brackets without end as a line', bytes: () => holding(`${'['.repeat(60_000)}\n`, { count: 1 }), code: 'package_lines' },
  { name: 'an entry that was edited', bytes: () => holding(lines.replace('"value":1', '"value":9')), code: 'package_lines' },
  { name: 'an entry that was taken out', bytes: () => holding(lines.slice(lines.indexOf('\n') + 1)), code: 'package_lines' },
  { name: 'another head', bytes: () => holding(lines, { head: headOf([]) }), code: 'package_lines' },
  { name: 'another plan', bytes: () => holding(lines, { plan: 'other-2020' }), code: 'package_other_plan' },
  { name: 'real entries that say to be a demo', bytes: () => holding(lines, { demo: true }), code: 'package_mixed' },
]
