/** Getting entries back: copies are read and shown first, then merged all or none; nothing that is here changes. */
import { deviceOf } from '../domain/clock'
import type { ParsedLines } from '../domain/lineReader'
import type { Problem } from '../domain/problem'
import type { EvidenceFile } from '../ledger/evidenceShelf'
import { openEvidence } from '../ledger/evidenceShelf'
import type { DeviceLoss } from '../ledger/damage'
import type { Ledger } from '../ledger/ledger'
import type { Workspace } from '../ledger/database'
import type { MergePreview } from '../ledger/merge'
import { backupProblem } from '../sync/backupProblems'
import { kindOfFile, readLedgerFile, readPackage } from '../sync/packageFile'
import { joinLines } from '../sync/packagePreview'

export interface CopyFile { name: string, bytes: Uint8Array<ArrayBuffer> }

/** A copy as read. `made`: when it was made, as it says; null: it does not say. */
export interface CopyReading {
  file: string
  state: 'ready' | 'passphrase' | 'refused'
  problem: Problem | null
  made: string | null
  count: number
  evidence: readonly EvidenceFile[]
  lines: ParsedLines | null
}

/** What came back, and what did not. `from`: in words of files. */
export interface Restored {
  at: string
  from: readonly string[]
  problem: Problem | null
  fresh: number
  /** Of these, how many took the place of a record that was wrong. */
  repaired: number
  known: number
  evidence: number
  back: readonly { device: string, count: number }[]
  missing: readonly DeviceLoss[]
}

const unread = (file: string, state: 'passphrase' | 'refused', problem: Problem | null): CopyReading => ({ file, state, problem, made: null, count: 0, evidence: [], lines: null })

/** Reads a backup, a report package or a plain ledger file; changes nothing. */
export async function readCopy({ name, bytes }: CopyFile, plan: string, passphrase: string | null = null): Promise<CopyReading> {
  if (kindOfFile(bytes) === 'package') {
    const read = await readPackage(name, bytes, { plan, passphrase })
    if (read.kind === 'passphrase') return unread(name, 'passphrase', null)
    if (read.kind === 'refused') return unread(name, read.problem.code === 'package_passphrase_wrong' ? 'passphrase' : 'refused', read.problem)
    const { manifest, lines, quarantined, evidence } = read
    return { file: name, state: 'ready', problem: null, made: manifest.made, count: manifest.count, evidence, lines: joinLines(lines, quarantined) }
  }
  const read = await readLedgerFile(bytes, { plan })
  if (!read.ok) return unread(name, 'refused', read.problem)
  if (read.value.refused !== null) return unread(name, 'refused', read.value.refused)
  return { file: name, state: 'ready', problem: null, made: null, count: read.value.events.length, evidence: [], lines: read.value }
}

const noLines: ParsedLines = { events: [], aside: [], foreign: 0, repeated: 0, refused: null }

/** The lines of all copies that could be read, as one text. */
function together(readings: readonly CopyReading[]): ParsedLines {
  return readings.flatMap(one => one.lines ?? []).reduce((all, lines) => (all === noLines ? lines : joinLines(all, lines)), noLines)
}

/** What taking the copies in would do. */
export const previewCopies = (ledger: Ledger, readings: readonly CopyReading[]): Promise<MergePreview> => ledger.previewLines(together(readings))

function byDevice(events: readonly { recordedAt: string }[]): { device: string, count: number }[] {
  const counts = new Map<string, number>()
  for (const { recordedAt } of events) counts.set(deviceOf(recordedAt), (counts.get(deviceOf(recordedAt)) ?? 0) + 1)
  return [...counts].map(([device, count]) => ({ device, count })).sort((one, other) => other.count - one.count)
}

/** What there is to say of events that have come, from wherever. */
export async function restoredOf(ledger: Ledger, from: readonly string[], events: readonly { recordedAt: string }[], more: Partial<Restored> = {}): Promise<Restored> {
  const damage = await ledger.lookIntoDamage()
  return { at: new Date().toISOString(), from, problem: null, fresh: events.length, repaired: 0, known: 0, evidence: 0, back: byDevice(events), missing: damage?.devices ?? [], ...more }
}

/** Merges the copies, all of them or none; files of evidence come after the entries. */
export async function takeCopies(ledger: Ledger, readings: readonly CopyReading[], place: { workspace: Workspace, plan: string }): Promise<Restored> {
  const from = readings.filter(one => one.lines !== null).map(one => one.file)
  if (from.length === 0) return restoredOf(ledger, from, [], { problem: readings[0]?.problem ?? backupProblem('backup_text') })
  const merged = await ledger.mergeLines(together(readings))
  if (!merged.ok) return restoredOf(ledger, from, [], { problem: merged.problem })
  const files = new Map(readings.flatMap(one => one.evidence).map(file => [file.hash, file]))
  let kept = 0
  let problem: Problem | null = null
  const shelf = files.size === 0 ? null : await openEvidence(place.workspace, place.plan)
  if (shelf?.ok === false) problem = shelf.problem
  if (shelf?.ok === true) {
    for (const { type, bytes } of files.values()) {
      const put = await shelf.value.put(type, bytes)
      if (put.ok) kept++
      else problem = put.problem
    }
    shelf.value.close()
  }
  return restoredOf(ledger, from, merged.events, { problem, repaired: merged.repaired, known: merged.preview.known, evidence: kept })
}
