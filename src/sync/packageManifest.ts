/** The list of contents of a report package: made from what is packed, and believed only where it agrees with what is there. */
import type { LedgerEvent } from '../domain/event'
import { isDemoEvent } from '../domain/demoMark'
import { canonicalJson, headOf, sha256OfBytes } from '../domain/hash'
import type { ParsedLines } from '../domain/lineReader'
import { serializeLines } from '../domain/lineReader'
import { parseLines } from '../domain/lines'
import { readJson } from '../domain/plainJson'
import type { Author } from '../ledger/append'
import type { EvidenceFile } from '../ledger/evidenceShelf'
import type { Marker } from '../ledger/marker'
import { PackageRefusal } from './packageProblems'
import type { PackagePart } from './packageZip'

export type PackageScope = 'all' | 'unit' | 'since'

export interface PackageManifest {
  format: 'guatu-package/1'
  id: string
  plan: string
  planTitle: string
  demo: boolean
  /** The UTC instant at which it was made. */
  made: string
  by: Author
  device: string
  scope: PackageScope
  /** Whose events, where `scope` is `unit`. */
  unit: string | null
  /** When the last package before was made, where `scope` is `since`. */
  since: string | null
  /** Valid events in `events.jsonl`, and the head over them (semantics.md 37). */
  count: number
  head: string
  /** What the sender knew of every device: quoted, so that a missing tail is found. */
  heads: Marker['devices']
  signed: false
  parts: { name: string, bytes: number, sha256: string }[]
}

export interface PackageInput {
  id: string
  plan: string
  planTitle: string
  /** The area's name, for the file's. */
  area: string
  demo: boolean
  made: string
  by: Author
  device: string
  scope: PackageScope
  unit: string | null
  /** The unit's name, for the file's; its id where it is not given. */
  unitName?: string
  since: string | null
  events: readonly LedgerEvent[]
  heads: Marker['devices']
  /** Lines of events kept apart for their clock. */
  quarantined: readonly string[]
  evidence: readonly EvidenceFile[]
  passphrase: string | null
}

/** What a package holds, after every check. */
export interface PackageContent { manifest: PackageManifest, lines: ParsedLines, quarantined: ParsedLines, evidence: EvidenceFile[] }

const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' }
const types: Readonly<Record<string, string>> = { jpg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf', bin: 'application/octet-stream' }
const longestText = 400
const longestManifest = 2_000_000

const noLines = (): ParsedLines => ({ events: [], aside: [], foreign: 0, repeated: 0, refused: null })
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The parts of a package, the manifest first, and the manifest. Throws a {@link PackageRefusal} where whoever gets it would refuse it. */
export function partsOf(input: PackageInput): { manifest: PackageManifest, parts: PackagePart[] } {
  const { id, plan, planTitle, demo, made, by, device, scope, unit, since, heads } = input
  const text = serializeLines(input.events)
  // What the receiver will count: a line that was altered in our own database travels too, and is told apart there.
  const valid = parseLines(text, plan, { verifyHash: true })
  if (valid.events.some(event => isDemoEvent(event) !== demo)) throw new PackageRefusal('package_mixed')
  const evidence = [...new Map(input.evidence.map(file => [file.hash, file])).values()].sort((one, other) => (one.hash < other.hash ? -1 : 1))
  const contents: PackagePart[] = [
    { name: 'events.jsonl', bytes: utf8(text) },
    ...(input.quarantined.length === 0 ? [] : [{ name: 'quarantined.jsonl', bytes: utf8([...new Set(input.quarantined)].sort().map(line => `${line}\n`).join('')) }]),
    ...evidence.map(({ hash, type, bytes }) => ({ name: `evidence/${hash}.${endings[type] ?? 'bin'}`, bytes })),
  ]
  const manifest: PackageManifest = {
    format: 'guatu-package/1', id, plan, planTitle, demo, made, by, device, scope, unit, since, count: valid.events.length, head: headOf(valid.events.map(event => event.hash)), heads, signed: false,
    parts: contents.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256OfBytes(bytes) })),
  }
  const list = utf8(`${canonicalJson(manifest)}\n`)
  return { manifest: manifestOf(list), parts: [{ name: 'manifest.json', bytes: list }, ...contents] }
}

type Fields = Readonly<Record<string, unknown>>
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= longestText
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value)
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isInstant = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(value) && Number.isFinite(Date.parse(value))
const isDevice = (value: unknown): value is string => typeof value === 'string' && /^dev-[0-9a-f]{16}$/.test(value)
const isPart = (value: unknown): boolean => isFields(value) && isText(value.name) && isCount(value.bytes) && isHash(value.sha256)

function isManifest(value: Fields): boolean {
  const { id, plan, planTitle, demo, made, by, device, scope, unit, since, count, head, heads, signed, parts } = value
  return isText(id) && id !== '' && isText(plan) && isText(planTitle) && !/[^\P{C}\n\r\t]/u.test(planTitle) && typeof demo === 'boolean' && isInstant(made) && isDevice(device) && isTextOrNull(unit) && (since === null || isInstant(since))
    && (scope === 'all' || scope === 'unit' || scope === 'since') && isCount(count) && isHash(head) && signed === false
    && isFields(by) && (by.name === undefined || isText(by.name)) && (by.unit === undefined || isText(by.unit))
    && isFields(heads) && Object.entries(heads).every(([name, one]) => isDevice(name) && isFields(one) && isCount(one.count) && isHash(one.hash))
    && Array.isArray(parts) && parts.every(isPart)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new PackageRefusal('package_parts', '包里的文字编码不对')
  }
}

function manifestOf(bytes: Uint8Array | undefined): PackageManifest {
  const read = bytes === undefined ? null : readJson(decode(bytes), longestManifest)
  if (read === null || !read.ok || !isFields(read.value)) throw new PackageRefusal('package_manifest')
  const { format } = read.value
  if (typeof format === 'string' && /^guatu-package\/(?:[2-9]|[1-9]\d{1,3})$/.test(format)) throw new PackageRefusal('package_newer')
  if (format !== 'guatu-package/1' || !isManifest(read.value)) throw new PackageRefusal('package_manifest')
  const { id, plan, planTitle, demo, made, by, device, scope, unit, since, count, head, heads, parts } = read.value as unknown as PackageManifest
  return {
    format, id, plan, planTitle, demo, made, by: { ...(by.name !== undefined && { name: by.name }), ...(by.unit !== undefined && { unit: by.unit }) }, device, scope, unit, since, count, head,
    heads: Object.fromEntries(Object.entries(heads).map(([name, { count, hash }]) => [name, { count, hash }])), signed: false, parts: parts.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
  }
}

function checkParts(manifest: PackageManifest, found: ReadonlyMap<string, Uint8Array>): void {
  const listed = new Set(manifest.parts.map(part => part.name))
  if (listed.size !== manifest.parts.length || listed.size !== found.size - 1 || !listed.has('events.jsonl')) throw new PackageRefusal('package_parts')
  for (const { name, bytes, sha256 } of manifest.parts) {
    const part = found.get(name)
    if (name === 'manifest.json' || part === undefined || part.length !== bytes || sha256OfBytes(part) !== sha256) throw new PackageRefusal('package_parts', undefined, name)
    if (name.startsWith('evidence/') && name.slice(9, 73) !== sha256) throw new PackageRefusal('package_parts', '有一份佐证与它的校验值不符', name)
  }
}

/** Everything in the parts of a package, for the plan that is open. Throws a {@link PackageRefusal}; nothing is taken from a package that is wrong somewhere. */
export function contentOf(found: ReadonlyMap<string, Uint8Array>, plan: string): PackageContent {
  const manifest = manifestOf(found.get('manifest.json'))
  checkParts(manifest, found)
  if (manifest.plan !== plan) throw new PackageRefusal('package_other_plan', `这是“${manifest.planTitle.slice(0, 60)}”的报送包，不是现在打开的计划`)
  const read = (name: string): ParsedLines => {
    const bytes = found.get(name)
    return bytes === undefined ? noLines() : parseLines(decode(bytes), plan, { verifyHash: true })
  }
  const lines = read('events.jsonl')
  const quarantined = read('quarantined.jsonl')
  const first = [...lines.aside, ...quarantined.aside][0]
  if (lines.refused !== null || quarantined.refused !== null) throw new PackageRefusal('package_lines', (lines.refused ?? quarantined.refused)!.why)
  if (manifest.count === 0 && lines.aside.length > 0) throw new PackageRefusal('package_lines', '包里没有一条能读的台账记录')
  if (lines.events.length !== manifest.count || headOf(lines.events.map(event => event.hash)) !== manifest.head)
    throw new PackageRefusal('package_lines', first === undefined ? undefined : `包里的台账与清单不符：${first.why.path ?? ''}${first.why.why}`, first?.why.path)
  if ([...lines.events, ...quarantined.events].some(event => isDemoEvent(event) !== manifest.demo)) throw new PackageRefusal('package_mixed')
  const evidence = manifest.parts.filter(part => part.name.startsWith('evidence/')).map(({ name, sha256 }) => ({ hash: sha256, type: types[name.slice(74)] ?? types.bin!, bytes: found.get(name)!.slice() }))
  return { manifest, lines, quarantined, evidence }
}
