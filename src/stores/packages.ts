/** 报送包 of the open plan: making them, taking in those of others, and the receipts that go back. Loads with the pages that use it. */
import { defineStore } from 'pinia'
import { markRaw, shallowRef } from 'vue'
import type { ChainBreak } from '../domain/chain'
import { uuidv7 } from '../domain/clock'
import type { Problem } from '../domain/problem'
import type { Workspace } from '../ledger/database'
import type { Ledger } from '../ledger/ledger'
import type { MergePreview } from '../ledger/merge'
import type { EvidenceFile } from '../ledger/evidenceShelf'
import type { SyncShelf } from '../ledger/syncShelf'
import { openSyncShelf } from '../ledger/syncShelf'
import type { ParsedLines } from '../domain/lineReader'
import { canSeal } from '../sync/packageCipher'
import type { SentNote } from '../sync/packageContents'
import { countedAsSent, eventsOfScope, evidenceHashes, packHashes, sentBefore, sentNoteOf } from '../sync/packageContents'
import { kindOfFile, packPackage, readLedgerFile, readPackage } from '../sync/packageFile'
import type { PackageManifest, PackageScope } from '../sync/packageFile'
import { breaksIn, joinLines, rivalsIn } from '../sync/packagePreview'
import { packageProblem } from '../sync/packageProblems'
import type { Checked, Receipt } from '../sync/receipt'
import { checkFound, findReceipts, receiptCodeOf, receiptOf, receiptText } from '../sync/receipt'
import { useEvidence } from './evidence'
import { useIdentity } from './identity'
import { useWorkspace } from './workspace'

export interface SentPackage extends Omit<SentNote, 'hashes'> { code: string }
export interface PackageFile { name: string, bytes: Uint8Array }
export interface MakeAsk { scope: PackageScope, unit: string | null, withEvidence: boolean, passphrase: string | null }
export type Made =
  /** `missing`: evidence that is named but whose file is not on this device. `problem`: the package is good, but was not noted here. */
  | { ok: true, file: { name: string, bytes: Uint8Array<ArrayBuffer> }, sent: SentPackage, missing: number, problem: Problem | null }
  | { ok: false, problem: Problem }

export interface PackageReading {
  file: string
  state: 'ready' | 'passphrase' | 'refused'
  problem: Problem | null
  /** Null: a plain ledger file, or not readable. */
  manifest: PackageManifest | null
  isSealed: boolean
  preview: MergePreview | null
  rivals: number
  evidence: { fresh: number, known: number }
  breaks: readonly ChainBreak[]
  /** When this very package was taken in before. */
  takenAt: string | null
  /** What would be taken in; nothing for a page. */
  content: { lines: ParsedLines, evidence: readonly EvidenceFile[] } | null
}

/** `problem` of one that is `ok`: its lines are in, but an evidence file or the note about it was not kept. */
export interface TakenPackage { file: string, ok: boolean, problem: Problem | null, fresh: number, receipt: Receipt | null, takenBefore: string | null }
export type ReceiptCheck = Checked<SentPackage>

const unread = (file: string, state: 'passphrase' | 'refused', problem: Problem | null): PackageReading => ({ file, state, problem, manifest: null, isSealed: state === 'passphrase', preview: null, rivals: 0, evidence: { fresh: 0, known: 0 }, breaks: [], takenAt: null, content: null })
const ownBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => (bytes.buffer instanceof ArrayBuffer ? bytes as Uint8Array<ArrayBuffer> : new Uint8Array(bytes))

export const usePackages = defineStore('packages', () => {
  const workspace = useWorkspace()
  const evidence = useEvidence()
  const who = useIdentity()
  const sent = shallowRef<readonly SentPackage[]>([])
  /** Why what was sent and taken cannot be remembered; null: it can. */
  const problem = shallowRef<Problem | null>(null)
  let notes: readonly SentNote[] = []
  let shelf: { open: SyncShelf, workspace: Workspace, plan: string } | null = null

  async function openShelf(): Promise<SyncShelf | null> {
    const plan = workspace.planId ?? ''
    if (shelf !== null && shelf.workspace === workspace.kind && shelf.plan === plan) return shelf.open
    shelf?.open.close()
    shelf = null
    const opened = await openSyncShelf(workspace.kind, plan)
    problem.value = opened.ok ? null : opened.problem
    if (opened.ok) shelf = { open: opened.value, workspace: workspace.kind, plan }
    return opened.ok ? opened.value : null
  }

  function show(list: readonly SentNote[]): void {
    notes = list
    const plan = workspace.planId ?? ''
    sent.value = [...list].sort((one, other) => (one.madeAt > other.madeAt ? -1 : 1)).map(({ hashes: _hashes, ...note }) => ({ ...note, code: receiptCodeOf({ ...note, plan }) }))
  }

  /** Lists the packages made on this device; to be called by every page that shows them. */
  async function load(): Promise<void> {
    const read = await (await openShelf())?.notes('sent')
    if (read?.ok === false) problem.value = read.problem
    show(read?.ok === true ? read.value.flatMap(({ id, value }) => sentNoteOf(id, value) ?? []) : [])
  }

  async function keep(kind: 'sent' | 'taken' | 'quote', id: string, value: unknown): Promise<Problem | null> {
    const kept = await (await openShelf())?.note(kind, id, value)
    return kept === undefined ? problem.value : kept.ok ? null : kept.problem
  }

  const keepSent = ({ id, ...value }: SentNote): Promise<Problem | null> => keep('sent', id, value)

  function unitName(unit: string | null): string {
    const of = workspace.index
    return unit === null ? '' : of?.departments.get(unit)?.name ?? of?.areas.get(unit)?.area.name ?? unit
  }

  /** How many entries a package of this scope would hold now. */
  const countOf = (scope: PackageScope, unit: string | null): number => eventsOfScope(workspace.openLedger()?.events ?? [], scope, unit, notes).length

  /** How many entries of this device were in no package yet. */
  const countOwn = (): number => { const ledger = workspace.openLedger(); return ledger === null ? 0 : eventsOfScope(ledger.events, 'since', null, notes).filter(event => event.device === ledger.device).length }

  async function quarantinedOf(ledger: Ledger, scope: PackageScope, unit: string | null): Promise<{ hash: string, line: string }[]> {
    const wasSent = sentBefore(notes)
    const kept = await ledger.quarantined()
    return kept.filter(({ hash, line }) => (scope === 'since' ? !wasSent(hash) : scope === 'all' || (JSON.parse(line) as { by?: { unit?: string } }).by?.unit === unit))
  }

  async function filesOf(hashes: readonly string[]): Promise<EvidenceFile[]> {
    const files: EvidenceFile[] = []
    if (hashes.length > 0) await evidence.open(workspace.kind, workspace.planId ?? '')
    for (const hash of hashes) {
      const read = await evidence.read(hash)
      if (read.ok && read.value !== null) files.push(read.value)
    }
    return files
  }

  /** Makes a package and notes it; the page hands the file to the person. */
  async function make({ scope, unit, withEvidence, passphrase }: MakeAsk): Promise<Made> {
    const ledger = workspace.openLedger()
    const plan = workspace.index?.plan
    if (ledger === null || plan === undefined) return { ok: false, problem: packageProblem('package_no_ledger') }
    await load()
    const events = eventsOfScope(ledger.events, scope, unit, notes)
    const heads = ledger.heads().devices
    const quarantined = await quarantinedOf(ledger, scope, unit)
    if (events.length + quarantined.length === 0) return { ok: false, problem: packageProblem('package_nothing') }
    const wanted = withEvidence ? evidenceHashes(events) : []
    const files = await filesOf(wanted)
    const made = new Date().toISOString()
    const id = uuidv7(Date.parse(made), crypto.getRandomValues(new Uint8Array(10)))
    const { identity } = who
    const packed = await packPackage({
      id, plan: plan.id, planTitle: plan.title, area: plan.area.name, demo: workspace.demo, made, by: { ...(identity !== null && { unit: identity.unit, ...(identity.name !== '' && { name: identity.name }) }) }, device: ledger.device,
      scope, unit: scope === 'unit' ? unit : null, unitName: unitName(unit), since: scope === 'since' ? countedAsSent(notes).at(-1)?.madeAt ?? null : null, events, heads, quarantined: quarantined.map(one => one.line), evidence: files, passphrase,
    })
    if (!packed.ok) return packed
    const { name, bytes, manifest } = packed.value
    const hashes = packHashes([...events, ...quarantined].map(one => one.hash))
    const note: SentNote = { id, name, madeAt: made, scope, unit: manifest.unit, count: manifest.count, head: manifest.head, evidence: files.length, receivedAt: null, receivedBy: null, hashes }
    const unkept = await keepSent(note)
    // A package of everything stands for those before it: their hashes are not needed any more.
    const older = scope === 'all' && unkept === null ? notes.map(one => ({ ...one, hashes: new Uint8Array() })) : notes
    if (older !== notes) for (const [i, one] of older.entries()) if (notes[i]!.hashes.length > 0) await keepSent(one)
    show([...older, note])
    return { ok: true, file: { name, bytes }, sent: sent.value.find(one => one.id === id)!, missing: wanted.length - files.length, problem: unkept }
  }

  async function readOne({ name, bytes }: PackageFile, passphrase: string | null): Promise<PackageReading> {
    const plan = workspace.planId ?? ''
    const own = ownBytes(bytes)
    const kind = kindOfFile(own)
    if (kind === 'lines') {
      const read = await readLedgerFile(own, { plan })
      return read.ok ? { ...unread(name, 'refused', null), state: 'ready', content: { lines: read.value, evidence: [] } } : unread(name, 'refused', read.problem)
    }
    if (kind === 'other') return unread(name, 'refused', packageProblem(own.length === 0 ? 'package_empty' : 'package_not'))
    const read = await readPackage(name, own, { plan, passphrase })
    if (read.kind === 'passphrase') return unread(name, 'passphrase', null)
    if (read.kind === 'refused') return unread(name, read.problem.code === 'package_passphrase_wrong' ? 'passphrase' : 'refused', read.problem)
    const { manifest, lines, quarantined, evidence: files, isSealed } = read
    return { ...unread(name, 'refused', null), state: 'ready', manifest, isSealed, content: { lines: joinLines(lines, quarantined), evidence: files } }
  }

  /** Looks into files; changes nothing. `passphrases` by file name. A wrong passphrase can be given again (`passphrase` with its problem). */
  async function read(files: readonly PackageFile[], passphrases: ReadonlyMap<string, string>): Promise<PackageReading[]> {
    const ledger = workspace.openLedger()
    if (ledger === null) return files.map(file => unread(file.name, 'refused', packageProblem('package_no_ledger')))
    const found: PackageReading[] = []
    for (const file of files) found.push(await readOne(file, passphrases.get(file.name) ?? null))
    const taken = await takenBefore()
    if (found.some(one => (one.content?.evidence.length ?? 0) > 0)) await evidence.open(workspace.kind, workspace.planId ?? '')
    const readings: PackageReading[] = []
    const around = [...ledger.events, ...found.flatMap(one => one.content?.lines.events ?? [])]
    const known = new Set(ledger.events.map(event => event.hash))
    for (const one of found) {
      if (one.content === null) { readings.push(markRaw(one)); continue }
      const { lines, evidence: carried } = one.content
      const preview = await ledger.previewLines(lines)
      const fresh = carried.filter(file => !evidence.cards.has(file.hash)).length
      readings.push(markRaw({
        ...one, preview, rivals: rivalsIn(ledger.events, lines.events.filter(event => !known.has(event.hash))), evidence: { fresh, known: carried.length - fresh }, breaks: breaksIn(lines.events, around),
        takenAt: one.manifest === null ? null : taken.get(one.manifest.id) ?? null, ...(preview.problem !== null && { state: 'refused' as const, problem: preview.problem }),
      }))
    }
    return readings
  }

  async function takenBefore(): Promise<Map<string, string>> {
    const listed = await (await openShelf())?.notes('taken')
    return new Map(listed?.ok === true ? listed.value.flatMap(({ id, value }) => { const at = (value as { at?: unknown } | null)?.at; return typeof at === 'string' ? [[id, at] as const] : [] }) : [])
  }

  /** Files that an entry names go onto the shelf, after the entries; what none names is left. */
  async function keepFiles(files: readonly EvidenceFile[], ledger: Ledger): Promise<Problem | null> {
    if (files.length === 0) return null
    await evidence.open(workspace.kind, workspace.planId ?? '')
    const named = new Set(evidenceHashes(ledger.events))
    for (const { hash, type, bytes } of files) {
      if (!named.has(hash) || evidence.cards.has(hash)) continue
      const kept = await evidence.keep(type, bytes)
      if (!kept.ok) return kept.problem
    }
    return null
  }

  async function noteTaken({ manifest, file }: PackageReading, at: string, isFirst: boolean): Promise<Problem | null> {
    if (manifest === null) return null
    const { id, device, made, by, heads, count, head } = manifest
    const unkept = isFirst ? await keep('taken', id, { at, name: file, device, unit: by.unit ?? null, count, head, code: receiptCodeOf(manifest) }) : null
    const quotes = await (await openShelf())?.notes('quote')
    const before = quotes?.ok === true ? (quotes.value.find(one => one.id === device)?.value as { at?: unknown } | undefined)?.at : undefined
    return typeof before === 'string' && before >= made ? unkept : await keep('quote', device, { at: made, unit: by.unit ?? null, heads }) ?? unkept
  }

  /** Takes in what was read, each package whole or not at all; the same one again changes nothing and is said. */
  async function take(readings: readonly PackageReading[]): Promise<TakenPackage[]> {
    const taken: TakenPackage[] = []
    const before = await takenBefore()
    for (const reading of readings) {
      const ledger = workspace.openLedger()
      const failed = (why: Problem | null): TakenPackage => ({ file: reading.file, ok: false, problem: why, fresh: 0, receipt: null, takenBefore: null })
      if (reading.state !== 'ready' || reading.content === null) { taken.push(failed(reading.problem)); continue }
      if (ledger === null) { taken.push(failed(packageProblem('package_no_ledger'))); continue }
      if (reading.manifest !== null && reading.manifest.plan !== workspace.planId) { taken.push(failed(packageProblem('package_other_plan'))); continue }
      const merged = await ledger.mergeLines(reading.content.lines)
      if (!merged.ok) { taken.push(failed(merged.problem)); continue }
      const unstored = await keepFiles(reading.content.evidence, ledger)
      const at = new Date().toISOString()
      const first = reading.manifest === null ? null : before.get(reading.manifest.id) ?? null
      const unnoted = await noteTaken(reading, at, first === null)
      if (reading.manifest !== null && first === null) before.set(reading.manifest.id, at)
      const by = [unitName(who.identity?.unit ?? null), who.identity?.name ?? ''].filter(part => part !== '').join(' ')
      taken.push({ file: reading.file, ok: true, problem: unstored ?? unnoted, fresh: merged.events.length, receipt: reading.manifest === null ? null : receiptOf(reading.manifest, by, first ?? at), takenBefore: first })
    }
    return taken
  }

  /** Looks for a receipt of a package made here in a pasted text, and notes every one that fits. The newest is answered. */
  async function checkReceipt(text: string): Promise<ReceiptCheck> {
    const found = findReceipts(text)
    if (found.length === 0) return { ok: false, problem: packageProblem('receipt_unreadable') }
    await load()
    const checks = found.map(one => checkFound(one, workspace.planId ?? '', sent.value))
    const good = checks.filter(check => check.ok)
    for (const { sent: one, by, at } of good) {
      const note = notes.find(kept => kept.id === one.id)
      if (note === undefined || note.receivedAt !== null) continue
      const confirmed = { ...note, receivedAt: at ?? new Date().toISOString(), receivedBy: by }
      await keepSent(confirmed)
      show(notes.map(kept => (kept.id === one.id ? confirmed : kept)))
    }
    const newest = good.sort((one, other) => (one.sent.madeAt > other.sent.madeAt ? -1 : 1))[0]
    return newest === undefined ? checks.find(check => !check.ok && check.problem.code !== 'receipt_unknown') ?? checks[0]! : { ...newest, sent: sent.value.find(one => one.id === newest.sent.id) ?? newest.sent }
  }

  return { sent, problem, load, make, countOf, countOwn, canSeal, read, take, receiptText, checkReceipt }
})
