/** The way back: what is damaged, the newest whole copy, taking copies in, and what came of it. */
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Damage } from '../ledger/damage'
import type { Verified } from '../ledger/verify'
import { backupProblem } from '../sync/backupProblems'
import { useBackup } from './backup'
import { previewCopies, readCopy, restoredOf, takeCopies } from './copies'
import type { CopyFile, CopyReading, Restored } from './copies'
import { useSharedFolder } from './sharedFolder'
import { useWorkspace } from './workspace'

export const useRecovery = defineStore('recovery', () => {
  const workspace = useWorkspace()
  const backup = useBackup()
  const isBusy = ref(false)
  /** The newest whole copy in the backup folder, read and ready to be taken in. */
  const found = shallowRef<CopyReading | null>(null)
  const outcome = shallowRef<Restored | null>(null)
  const damage = shallowRef<Damage | null>(null)
  /** What checking the ledger as it is now has found. */
  const checked = shallowRef<Verified | null>(null)

  /** What is damaged in the open ledger, named and counted. */
  async function lookIntoDamage(): Promise<void> {
    damage.value = await workspace.openLedger()?.lookIntoDamage() ?? null
  }

  /** Checks the ledger as it is now, in idle time. */
  async function check(): Promise<void> {
    checked.value = null
    checked.value = await workspace.openLedger()?.verify() ?? null
  }

  /** Reads the newest whole copy in the folder, so that its date and count can be shown before it is taken. */
  async function lookForLatest(): Promise<void> {
    isBusy.value = true
    found.value = null
    for (const { name, bytes } of await backup.readable()) {
      const answer = await bytes()
      const reading = answer.ok ? await readCopy({ name, bytes: answer.value }, workspace.planId ?? '') : null
      if (reading?.state === 'ready') { found.value = reading; break }
      backup.problem = backupProblem('backup_unread', name)
    }
    if (found.value === null && backup.folder === 'ready') backup.problem ??= backupProblem('backup_none')
    isBusy.value = false
  }

  const read = (file: CopyFile, passphrase: string | null = null): Promise<CopyReading> => readCopy(file, workspace.planId ?? '', passphrase)
  /** What taking the copies in would do; null where no ledger is open. */
  const preview = async (readings: readonly CopyReading[]) => { const ledger = workspace.openLedger(); return ledger === null ? null : previewCopies(ledger, readings) }

  /** Takes copies in, all or none. */
  async function restore(readings: readonly CopyReading[]): Promise<Restored | null> {
    const ledger = workspace.openLedger()
    if (ledger === null) return null
    isBusy.value = true
    const restored = await takeCopies(ledger, readings, { workspace: workspace.kind, plan: workspace.planId ?? '' })
    await settle(restored)
    isBusy.value = false
    return restored
  }

  /** A wrong record has been folded already: what took its place shows when the plan opens anew. */
  async function settle(restored: Restored): Promise<void> {
    outcome.value = restored
    if (restored.repaired > 0 && workspace.planId !== null) await workspace.openPlan(workspace.planId, workspace.asOf, workspace.kind)
    backup.tally()
    await lookIntoDamage()
    void check()
  }

  /** The entries that the shared folder holds; of one that is chosen now, in a click, where none was. */
  async function restoreShared(): Promise<Restored | null> {
    const ledger = workspace.openLedger()
    const shared = useSharedFolder()
    if (ledger === null) return null
    isBusy.value = true
    await shared.start()
    const came: { recordedAt: string }[] = []
    const stop = ledger.onEvents(events => { came.push(...events) })
    if (shared.name === null) await shared.choose()
    else if (shared.state === 'asking') await shared.allow()
    else await shared.syncNow()
    stop()
    const restored = await restoredOf(ledger, shared.name === null ? [] : [shared.name], came, { problem: shared.files[0]?.problem ?? null })
    await settle(restored)
    isBusy.value = false
    return restored
  }

  /** One click: the newest whole copy of the folder, else what the shared folder holds. */
  async function restoreLatest(): Promise<Restored | null> {
    if (found.value === null) await lookForLatest()
    return found.value === null ? restoreShared() : restore([found.value])
  }

  return { isBusy, found, outcome, damage, checked, check, lookIntoDamage, lookForLatest, read, preview, restore, restoreLatest, restoreShared }
})
