/** The whole ledger of a plan as one package: every event, those kept apart for their clock, every file of evidence. */
import { uuidv7 } from '../domain/clock'
import type { Plan } from '../domain/plan'
import type { Problem } from '../domain/problem'
import type { EvidenceFile } from '../ledger/evidenceShelf'
import { openEvidence } from '../ledger/evidenceShelf'
import type { Ledger } from '../ledger/ledger'
import type { Workspace } from '../ledger/database'
import { backupProblem } from '../sync/backupProblems'
import { packPackage, readPackage } from '../sync/packageFile'
import type { PackageManifest } from '../sync/packageFile'
import type { Identity } from './identity'

export interface Place { workspace: Workspace, plan: string, ledger: Ledger }
export interface Packed { bytes: Uint8Array<ArrayBuffer>, manifest: PackageManifest }
/** `problem` of one that is `ok`: records whose hash is not theirs were left out. */
export type PackedWhole = { ok: true, packed: Packed, problem: Problem | null } | { ok: false, problem: Problem }

async function evidenceOf({ workspace, plan }: Place): Promise<EvidenceFile[]> {
  const shelf = await openEvidence(workspace, plan)
  if (!shelf.ok) return []
  const listed = await shelf.value.list()
  const files: EvidenceFile[] = []
  for (const { hash } of listed.ok ? listed.value : []) {
    const read = await shelf.value.read(hash)
    if (read.ok && read.value !== null) files.push(read.value)
  }
  shelf.value.close()
  return files
}

/** Packs everything, and reads it again: only a package that is found whole is a copy. `known`: ids of records that are wrong. */
export async function packWhole(place: Place, plan: Plan, identity: Identity | null, known: readonly string[]): Promise<PackedWhole> {
  const { ledger, workspace } = place
  if (ledger.damage !== null) return { ok: false, problem: backupProblem('backup_closed') }
  if (ledger.events.length === 0) return { ok: false, problem: backupProblem('backup_nothing') }
  const evidence = await evidenceOf(place)
  let wrong = new Set(known)
  for (;;) {
    const made = new Date().toISOString()
    const packed = await packPackage({
      id: uuidv7(Date.parse(made), crypto.getRandomValues(new Uint8Array(10))), plan: place.plan, planTitle: plan.title, area: plan.area.name, demo: workspace === 'demo', made,
      by: { ...(identity !== null && { unit: identity.unit, ...(identity.name !== '' && { name: identity.name }) }) }, device: ledger.device, scope: 'all', unit: null, since: null,
      events: ledger.events.filter(event => !wrong.has(event.id)), heads: ledger.heads().devices, quarantined: (await ledger.quarantined()).map(one => one.line), evidence, passphrase: null,
    })
    if (!packed.ok) return packed
    const { bytes, manifest, name } = packed.value
    const read = await readPackage(name, bytes, { plan: place.plan })
    if (read.kind === 'read') return { ok: true, packed: { bytes, manifest }, problem: wrong.size > 0 ? backupProblem('backup_unsound') : null }
    const found = new Set((await ledger.verify()).wrong)
    if (found.size <= wrong.size) return { ok: false, problem: read.kind === 'refused' ? read.problem : backupProblem('backup_unsound') }
    wrong = found
  }
}
