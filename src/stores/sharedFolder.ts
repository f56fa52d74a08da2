/** The shared folder of the open plan: chosen once, looked at again and again, and what it said last (reliability.md 1, 5). */
import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import type { Problem } from '../domain/problem'
import { dayOfMoment } from '../domain/days'
import type { Ledger } from '../ledger/ledger'
import type { SyncShelf } from '../ledger/syncShelf'
import { openSyncShelf } from '../ledger/syncShelf'
import { Exchange } from '../sync/exchange'
import type { Round } from '../sync/exchange'
import { bagOf, DroppedFiles } from '../sync/folderBag'
import type { FolderHandle } from '../sync/folderHandle'
import { askAllowed, canChooseFolder, chooseFolder, isAllowed, isHandle } from '../sync/folderHandle'
import { FolderTransport } from '../sync/folderTransport'
import { unitPart } from '../sync/segment'
import { segmentTrouble } from '../sync/segmentTroubles'
import type { SeenDevice, SegmentTrouble } from '../sync/seen'
import { oneAtATime, takeTurn } from '../sync/tabTurn'
import { useIdentity } from './identity'
import { useWorkspace } from './workspace'

/** `asking`: the browser wants a click before it lets us read again; `lost`: the drive does not answer, and is tried again. */
export type FolderState = 'unsupported' | 'demo' | 'none' | 'asking' | 'ready' | 'lost'
/** What is wrong with a file, or with the folder itself under its own name; said as long as it is so. */
export type FileTrouble = SegmentTrouble
export type DeviceSeen = SeenDevice

const visibleEvery = 15_000
const hiddenEvery = 60_000
const longestWait = 300_000
const afterEntry = 2_000

/** One plan's folder, as long as its ledger is open. */
interface Open { plan: string, ledger: Ledger, shelf: SyncShelf | null, handle: FolderHandle | null, exchange: Exchange }

const isVisible = (): boolean => typeof document === 'undefined' || document.visibilityState !== 'hidden'

export const useSharedFolder = defineStore('sharedFolder', () => {
  const workspace = useWorkspace()
  const who = useIdentity()
  const state = ref<FolderState>('none')
  const name = ref<string | null>(null)
  const busy = ref(false)
  /** The last round in which anything was sent or taken; the first one where nothing ever was. */
  const last = shallowRef<{ at: string, sent: number, taken: number } | null>(null)
  /** The last time the folder was looked at with success, a UTC instant. */
  const lookedAt = ref<string | null>(null)
  const outbox = ref(0)
  const files = shallowRef<readonly FileTrouble[]>([])
  const devices = shallowRef<readonly DeviceSeen[]>([])

  const tab = Math.random().toString(36).slice(2)
  /** Handles that the browser could not keep, for this visit. */
  const unkept = new Map<string, FolderHandle>()
  let open: Open | null = null
  let isStarted = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let looking: Promise<void> | null = null
  /** How many events the ledger had after the last round. */
  let lookedWith = -1

  /** Begins to look after the folder of whatever plan is open; called once. */
  async function start(): Promise<void> {
    if (isStarted) return
    isStarted = true
    watch(() => [workspace.planId, workspace.kind, workspace.phase] as const, () => { void reopen() })
    watch(() => workspace.eventCount, () => { if (open !== null && open.ledger.events.length !== lookedWith) plan(afterEntry) })
    globalThis.document?.addEventListener('visibilitychange', () => { if (isVisible()) plan(0) })
    await reopen()
  }

  async function reopen(): Promise<void> {
    const ledger = workspace.openLedger()
    const id = workspace.planId
    if (open !== null && open.ledger === ledger && workspace.kind === 'real') return
    close()
    if (workspace.kind === 'demo') { state.value = 'demo'; return }
    if (ledger === null || id === null) return
    const opened = await openSyncShelf('real', id)
    if (workspace.openLedger() !== ledger) { if (opened.ok) opened.value.close(); return }
    const shelf = opened.ok ? opened.value : null
    open = openWith({ plan: id, ledger, shelf }, null)
    const kept = await shelf?.folder('shared')
    if (open?.ledger !== ledger) return
    const handle = unkept.get(id) ?? (kept?.ok === true && isHandle(kept.value?.handle) ? kept.value.handle : null)
    await use(handle)
  }

  function openWith({ plan: id, ledger, shelf }: Pick<Open, 'plan' | 'ledger' | 'shelf'>, handle: FolderHandle | null): Open {
    // Without a folder there is nothing to look at, and nothing is gone: files come and go by hand.
    const transport = handle === null ? new DroppedFiles(id, []) : new FolderTransport(handle, id)
    return { plan: id, ledger, shelf, handle, exchange: new Exchange({ transport, ledger, plan: id, unit: () => unitPart(who.identity?.unit ?? null), shelf, now: Date.now }) }
  }

  function close(): void {
    clearTimeout(timer)
    open?.shelf?.close()
    open = null
    failures = 0
    lookedWith = -1
    state.value = canChooseFolder() ? 'none' : 'unsupported'
    name.value = last.value = lookedAt.value = null
    outbox.value = 0
    files.value = []
    devices.value = []
  }

  /** Goes on with this folder, or without any. */
  async function use(handle: FolderHandle | null): Promise<void> {
    if (open === null) return
    const now = open = openWith(open, handle)
    name.value = handle?.name ?? null
    if (handle === null) {
      state.value = canChooseFolder() ? 'none' : 'unsupported'
      outbox.value = await now.exchange.waiting()
      return
    }
    const isOpen = await isAllowed(handle)
    if (open !== now) return
    state.value = isOpen ? 'ready' : 'asking'
    plan(isOpen ? 0 : hiddenEvery)
    if (!isOpen) outbox.value = await now.exchange.waiting()
  }

  function plan(wait: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => { void poll(wait === afterEntry) }, wait)
  }

  /** What was entered in this tab is written by this tab, whoever has the turn. */
  async function poll(isEntry: boolean): Promise<void> {
    const now = open
    if (now === null) return
    const every = isVisible() ? visibleEvery : hiddenEvery
    if (now.handle === null) { outbox.value = await now.exchange.waiting(); lookedWith = now.ledger.events.length; return }
    // Another tab may have been allowed meanwhile.
    if (state.value === 'asking' && !await isAllowed(now.handle)) return open === now ? plan(hiddenEvery) : undefined
    const hasTurn = takeTurn(`guatu.folderTurn:${now.plan}`, { tab, isVisible: isVisible() }, Date.now(), every * 2)
    if ((hasTurn || isEntry) && now.ledger.damage === null) await look()
    if (open === now) plan(Math.min(every * 2 ** failures, longestWait))
  }

  /** One round; a second call while it runs waits for it and for one more. */
  async function look(): Promise<void> {
    const before = looking
    if (before !== null) await before
    const now = open
    if (now === null || now.handle === null) return
    if (looking !== null && looking !== before) return looking
    busy.value = true
    looking = oneAtATime(`guatu-folder:${now.plan}`, async () => { take(now, await now.exchange.round()) }).catch(() => undefined).finally(() => { looking = null; busy.value = false })
    await looking
  }

  function take(from: Open, round: Round): void {
    if (open !== from) return
    const { problem, sent, taken } = round
    const at = new Date().toISOString()
    lookedWith = from.ledger.events.length
    outbox.value = round.outbox
    devices.value = round.devices
    failures = problem === null ? 0 : Math.min(failures + 1, 8)
    files.value = [...notices(from, problem), ...round.troubles]
    if (from.handle !== null) state.value = problem?.code === 'folder_denied' ? 'asking' : problem?.code === 'folder_lost' ? 'lost' : 'ready'
    if (problem !== null) return
    lookedAt.value = at
    if (last.value === null || sent + taken > 0) last.value = { at, sent, taken }
  }

  function notices({ plan: id, handle }: Open, problem: Problem | null): FileTrouble[] {
    const path = handle?.name ?? ''
    return [...(problem === null ? [] : [{ path, problem }]), ...(unkept.has(id) ? [{ path, problem: segmentTrouble('folder_not_kept') }] : [])]
  }

  /** Asks for a folder, in a click, and goes on with it at once. */
  async function choose(): Promise<void> {
    if (open === null || !canChooseFolder()) return
    const now = open
    const chosen = await chooseFolder()
    if (open !== now) return
    if (!chosen.ok) { files.value = [{ path: '', problem: chosen.problem }]; return }
    const { handle } = chosen
    if (handle === null) return
    unkept.delete(now.plan)
    const kept = await now.shelf?.keepFolder({ role: 'shared', handle, name: handle.name, chosenAt: new Date().toISOString() })
    const back = kept?.ok === true ? await now.shelf?.folder('shared') : undefined
    if (back?.ok !== true || !isHandle(back.value?.handle)) unkept.set(now.plan, handle)
    last.value = lookedAt.value = null
    await use(handle)
    await syncNow()
  }

  /** Asks the browser again for the folder that was chosen before, in a click. */
  async function allow(): Promise<void> {
    const handle = open?.handle ?? null
    if (handle === null || !await askAllowed(handle)) return
    state.value = 'ready'
    await syncNow()
  }

  async function forget(): Promise<void> {
    if (open === null) return
    unkept.delete(open.plan)
    clearTimeout(timer)
    await open.shelf?.forgetFolder('shared')
    files.value = []
    devices.value = []
    await use(null)
  }

  /** A round now, whoever has the turn; the drive may be back, or the permission. */
  async function syncNow(): Promise<void> {
    clearTimeout(timer)
    failures = 0
    await look()
    if (open !== null && open.handle !== null && open.ledger.damage === null) plan(visibleEvery)
  }

  /** What is in no file of the folder yet, as a zip to be unpacked into it; null where there is nothing. */
  async function carry(): Promise<{ name: string, bytes: Uint8Array<ArrayBuffer> } | null> {
    const segments = await open?.exchange.pack() ?? []
    if (open === null || segments.length === 0) return null
    return { name: `共享文件夹-${open.plan}-${dayOfMoment(Date.now())}.zip`, bytes: bagOf(open.plan, segments, Date.now()) }
  }

  /** Takes in files that were dragged or chosen out of the folder. */
  async function takeFiles(dropped: readonly File[]): Promise<void> {
    const now = open
    if (now === null) return
    await looking
    busy.value = true
    const round = await now.exchange.takeFrom(new DroppedFiles(now.plan, dropped))
    busy.value = false
    take(now, round)
  }

  return { state, name, busy, last, lookedAt, outbox, files, devices, start, choose, allow, forget, syncNow, carry, takeFiles }
})
