/** The second copy of the open plan's ledger: where it goes, when it was last made, what it does not hold yet (reliability.md 4). */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { dayOfMoment } from '../domain/days'
import type { Problem } from '../domain/problem'
import { askPersistence } from '../ledger/persistence'
import type { Persistence } from '../ledger/persistence'
import { knownPersistence, rememberPersistence } from '../ledger/persisted'
import { openSyncShelf } from '../ledger/syncShelf'
import { backupName, clearOldBackups, listBackups, readBackup, writeBackup } from '../sync/backupFolder'
import type { BackupFile } from '../sync/backupFolder'
import { backupProblem } from '../sync/backupProblems'
import { askAllowed, canChooseFolder, chooseFolder as pickFolder, isAllowed, isHandle } from '../sync/folderHandle'
import type { FolderHandle } from '../sync/folderHandle'
import type { Outcome } from '../sync/transport'
import { oneAtATime } from '../sync/tabTurn'
import { packWhole } from './backupPack'
import type { Packed, PackedWhole, Place } from './backupPack'
import { countBeyond, readNotes, writeNotes } from './backupNotes'
import type { BackupNotes } from './backupNotes'
import { readCopy } from './copies'
import { useIdentity } from './identity'
import { useWorkspace } from './workspace'

export type BackupFolder = 'unsupported' | 'none' | 'asking' | 'ready' | 'lost'

/** After the last change; a drive that failed is tried again after the second. */
const afterChange = 60_000
const afterFailure = 300_000
/** Minutes of the day from which a day's work wants its copy. */
const evening = 16 * 60 + 30
const shownCopies = 5

/** A copy in the folder that can be read when it is wanted. */
export interface Readable { name: string, bytes: () => Promise<Outcome<Uint8Array<ArrayBuffer>>> }

const noNotes: BackupNotes = { last: null, unsavedSince: null, folderName: null }
const minuteOfDay = (now: number): number => Math.floor(now / 60_000 + 8 * 60) % 1440

export const useBackup = defineStore('backup', () => {
  const workspace = useWorkspace()
  const who = useIdentity()
  const folder = ref<BackupFolder>('none')
  const notes = shallowRef<BackupNotes>(noNotes)
  const unsaved = ref(0)
  const persistence = ref<Persistence | 'unknown'>('unknown')
  const isBusy = ref(false)
  /** Why the last copy did not come about, or what is left undone beside it. */
  const problem = shallowRef<Problem | null>(null)
  /** The last copies in the folder, as far as it can be read. */
  const copies = shallowRef<readonly BackupFile[]>([])
  const now = ref(Date.now())

  const last = computed(() => notes.value.last)
  const folderName = computed(() => notes.value.folderName)
  const unsavedSince = computed(() => notes.value.unsavedSince)
  /** Entries of a day before today that no copy holds. */
  const isLate = computed(() => unsaved.value > 0 && unsavedSince.value !== null && dayOfMoment(Date.parse(unsavedSince.value)) < dayOfMoment(now.value))
  /** Where nothing is copied by itself: it is time to download one. */
  const isDue = computed(() => !workspace.demo && folder.value !== 'ready' && unsaved.value > 0 && (isLate.value || minuteOfDay(now.value) >= evening))

  let place: Place | null = null
  let handle: FolderHandle | null = null
  /** Handles that the browser could not keep, for this visit. */
  const unkept = new Map<string, FolderHandle>()
  /** Copies that this visit wrote: what they hold, by name. */
  const written = new Map<string, BackupNotes['last']>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStarted = false

  /** Begins to look after whatever plan is open; called once. */
  async function start(): Promise<void> {
    if (isStarted) return
    isStarted = true
    watch(() => [workspace.planId, workspace.kind, workspace.phase] as const, () => { void reopen() })
    watch(() => workspace.eventCount, () => { if (place !== null && place.ledger === workspace.openLedger()) tally() })
    watch(() => [workspace.saved, workspace.notes] as const, () => { void lookForAnswer() })
    setInterval(() => { now.value = Date.now() }, 60_000)
    globalThis.document?.addEventListener('visibilitychange', () => {
      now.value = Date.now()
      if (document.visibilityState === 'hidden' && unsaved.value > 0 && folder.value === 'ready') void backUpNow()
    })
    globalThis.addEventListener?.('beforeunload', event => {
      now.value = Date.now()
      if (isDue.value && minuteOfDay(now.value) >= evening) event.preventDefault()
    })
    await Promise.all([reopen(), lookForAnswer()])
  }

  async function lookForAnswer(): Promise<void> {
    const codes = workspace.notes.map(note => note.code)
    if (codes.includes('persistence_denied')) rememberPersistence('denied')
    persistence.value = await knownPersistence()
  }

  /** Asks the browser to keep the data, in a click. */
  async function askToKeep(): Promise<void> {
    const answer = await askPersistence()
    rememberPersistence(answer)
    persistence.value = answer
  }

  async function reopen(): Promise<void> {
    const ledger = workspace.openLedger()
    const plan = workspace.planId
    if (place !== null && place.ledger === ledger) { tally(); return }
    clearTimeout(timer)
    place = null
    handle = null
    folder.value = canChooseFolder() ? 'none' : 'unsupported'
    problem.value = null
    copies.value = []
    unsaved.value = 0
    notes.value = noNotes
    if (ledger === null || plan === null) return
    const opened = place = { workspace: workspace.kind, plan, ledger }
    notes.value = readNotes(opened.workspace, plan)
    tally()
    if (opened.workspace === 'demo') return
    await use(opened, unkept.get(plan) ?? await keptHandle(opened))
  }

  async function keptHandle({ workspace: kind, plan }: Place): Promise<FolderHandle | null> {
    const shelf = await openSyncShelf(kind, plan)
    if (!shelf.ok) return null
    const kept = await shelf.value.folder('backup')
    shelf.value.close()
    return kept.ok && isHandle(kept.value?.handle) ? kept.value.handle : null
  }

  async function use(of: Place, next: FolderHandle | null): Promise<void> {
    const isOpen = next !== null && await isAllowed(next)
    if (place !== of) return
    handle = next
    folder.value = next === null ? (canChooseFolder() ? 'none' : 'unsupported') : isOpen ? 'ready' : 'asking'
    if (isOpen && unsaved.value > 0) plan(afterChange)
  }

  function keepNotes(change: Partial<BackupNotes>): void {
    notes.value = { ...notes.value, ...change }
    if (place !== null) writeNotes(place.workspace, place.plan, notes.value)
  }

  /** Counts what no copy holds, and sees to it that one will. */
  function tally(): void {
    if (place === null || place.workspace === 'demo') return
    unsaved.value = countBeyond(place.ledger.heads().devices, last.value?.heads ?? {})
    if (unsaved.value === 0 && unsavedSince.value !== null) keepNotes({ unsavedSince: null })
    if (unsaved.value > 0 && unsavedSince.value === null) keepNotes({ unsavedSince: new Date().toISOString() })
    if (unsaved.value > 0 && (folder.value === 'ready' || folder.value === 'lost')) plan(afterChange)
  }

  function plan(wait: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => { if (unsaved.value > 0) void backUpNow() }, wait)
  }

  async function pack(of: Place): Promise<PackedWhole> {
    const { index } = workspace
    return index === null || of.ledger !== workspace.openLedger() ? { ok: false, problem: backupProblem('backup_closed') } : packWhole(of, index.plan, who.identity, workspace.checked?.wrong ?? [])
  }

  /** Does the ledger hold every event of a copy that lies there, so that its new copy is no worse. */
  async function coversCopy({ plan: id, ledger }: Place, packed: Packed, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const own = written.get(`${id}/${name}`)
    if (own) return countBeyond(own.heads, packed.manifest.heads) === 0 && own.count <= packed.manifest.count
    const copy = await readCopy({ name, bytes }, id)
    const held = new Set(ledger.events.map(event => event.hash))
    return copy.state === 'ready' && copy.lines!.events.every(event => held.has(event.hash)) && copy.count <= packed.manifest.count
  }

  function done(packed: Packed, where: 'folder' | 'download', name: string): void {
    const { made, count, head, heads } = packed.manifest
    keepNotes({ last: { at: made, count, head, where, name, heads } })
    tally()
  }

  /** One copy at a time, over all tabs. */
  async function working(work: (of: Place) => Promise<void>): Promise<void> {
    const of = place
    if (of === null || of.workspace === 'demo' || isBusy.value) return
    isBusy.value = true
    await oneAtATime(`guatu-backup:${of.plan}`, () => work(of)).catch(() => { problem.value = backupProblem('backup_busy') })
    isBusy.value = false
  }

  /** Writes the day's copy into the folder, now. */
  const backUpNow = (): Promise<void> => working(async of => {
    const into = handle
    if (into === null) return
    if (!await isAllowed(into)) { folder.value = 'asking'; return }
    const made = await pack(of)
    if (place !== of) return
    if (!made.ok) { problem.value = made.problem; return }
    const result = await writeBackup(into, of.plan, dayOfMoment(Date.now()), made.packed.bytes, (name, bytes) => coversCopy(of, made.packed, name, bytes))
    if (place !== of) return
    if (!result.ok) {
      problem.value = result.problem
      folder.value = result.problem.code === 'backup_denied' ? 'asking' : result.problem.code === 'backup_lost' ? 'lost' : folder.value
      return plan(afterFailure)
    }
    folder.value = 'ready'
    done(made.packed, 'folder', result.value.name)
    written.set(`${of.plan}/${result.value.name}`, last.value)
    problem.value = made.problem ?? await clearOldBackups(into, of.plan)
    await list()
  })

  /** The copy as a file, for the page to hand to the person; null where there is nothing to copy. */
  async function download(): Promise<{ name: string, bytes: Uint8Array<ArrayBuffer> } | null> {
    let file: { name: string, bytes: Uint8Array<ArrayBuffer> } | null = null
    await working(async of => {
      const made = await pack(of)
      problem.value = made.problem
      if (!made.ok) return
      file = { name: backupName(of.plan, dayOfMoment(Date.now())), bytes: made.packed.bytes }
      done(made.packed, 'download', file.name)
    })
    return file
  }

  /** Asks for a folder, in a click; a ledger that is whole is copied into it at once. */
  async function chooseFolder(): Promise<void> {
    const of = place
    if (of === null || of.workspace === 'demo' || !canChooseFolder()) return
    const chosen = await pickFolder('guatu-backup')
    if (place !== of) return
    if (!chosen.ok) { problem.value = chosen.problem; return }
    if (chosen.handle === null) return
    problem.value = null
    unkept.set(of.plan, chosen.handle)
    const shelf = await openSyncShelf(of.workspace, of.plan)
    if (shelf.ok) {
      await shelf.value.keepFolder({ role: 'backup', handle: chosen.handle, name: chosen.handle.name, chosenAt: new Date().toISOString() })
      shelf.value.close()
    }
    keepNotes({ folderName: chosen.handle.name })
    await use(of, chosen.handle)
    if (workspace.phase !== 'damaged') await backUpNow()
    await list()
  }

  /** Asks the browser again for the folder that was chosen before, in a click. */
  async function allow(): Promise<void> {
    if (handle === null || !await askAllowed(handle)) return
    folder.value = 'ready'
    if (workspace.phase !== 'damaged') await backUpNow()
    await list()
  }

  async function forget(): Promise<void> {
    const of = place
    if (of === null) return
    clearTimeout(timer)
    unkept.delete(of.plan)
    const shelf = await openSyncShelf(of.workspace, of.plan)
    if (shelf.ok) { await shelf.value.forgetFolder('backup'); shelf.value.close() }
    keepNotes({ folderName: null })
    problem.value = null
    copies.value = []
    await use(of, null)
  }

  /** Looks what copies the folder holds. */
  async function list(): Promise<readonly BackupFile[]> {
    if (place === null || handle === null || folder.value === 'asking') return []
    const listed = await listBackups(handle, place.plan)
    if (!listed.ok) { problem.value = listed.problem; return [] }
    copies.value = listed.value.slice(0, shownCopies)
    return listed.value
  }

  /** The copies that the folder holds, the newest first, with a way to read each. */
  async function readable(): Promise<Readable[]> {
    const from = handle
    return from === null ? [] : (await list()).map(({ name }) => ({ name, bytes: () => readBackup(from, name) }))
  }

  return {
    folder, folderName, last, unsaved, unsavedSince, isLate, isDue, persistence, isBusy, problem, copies,
    start, askToKeep, chooseFolder, allow, forget, backUpNow, download, list, readable, tally,
  }
})
