/** 快照 of the open plan: the list of this device, freezing the board of a day, reading one back. A paper is made only from what comes from here. */
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { LedgerEvent } from '../domain/event'
import type { Problem } from '../domain/problem'
import type { ReviewFilter, Snapshot } from '../domain/snapshot'
import type { Present } from '../domain/verifySnapshot'
import type { Workspace } from '../ledger/database'
import type { Shelved, SnapshotCard, SnapshotShelf } from '../ledger/snapshotShelf'
import { openSnapshots } from '../ledger/snapshotShelf'
import { useIdentity } from './identity'
import { snapshotWork } from './snapshotWork'
import { useWorkspace } from './workspace'

/** Of what a snapshot is asked for: its name, its day, what counts. */
export interface FreezeAsk { name: string, asOf: string, review: ReviewFilter }

const tampered: Problem = { code: 'snapshot_stored', why: '本机存的这份快照读不出来，或内容与校验码不符', fix: '打开当时导出的文件核对；台账没有动过，可以重新封存同一天' }

/** Lets the page answer between two slices of work. */
const pause = (): Promise<void> => new Promise(resolve => { setTimeout(resolve, 0) })

export const useSnapshots = defineStore('snapshots', () => {
  const workspace = useWorkspace()
  const who = useIdentity()
  const cards = shallowRef<readonly SnapshotCard[]>([])
  /** Why nothing can be kept or listed; null: it can. */
  const problem = shallowRef<Problem | null>(null)
  let shelf: SnapshotShelf | null = null
  let sealedDemo: { of: readonly LedgerEvent[], events: readonly LedgerEvent[] } | null = null
  let place: { workspace: Workspace, plan: string } | null = null

  async function ask<T>(question: (open: SnapshotShelf) => Promise<Shelved<T>>): Promise<Shelved<T>> {
    if (shelf === null) {
      const opened = await openSnapshots(place?.workspace ?? 'real', place?.plan ?? '')
      if (!opened.ok) { problem.value = opened.problem; return opened }
      shelf = opened.value
    }
    const answer = await question(shelf)
    problem.value = answer.ok ? null : answer.problem
    if (!answer.ok && answer.problem.code === 'snapshot_closed') { shelf.close(); shelf = null }
    return answer
  }

  /** Lists what this device keeps of the plan that is open; to be called by every page that shows snapshots. */
  async function open(): Promise<void> {
    const plan = workspace.planId ?? ''
    if (workspace.kind !== place?.workspace || plan !== place.plan) { shelf?.close(); shelf = null; cards.value = []; place = { workspace: workspace.kind, plan } }
    const listed = await ask(one => one.list())
    if (listed.ok) cards.value = listed.value
  }

  /** The events with true hashes: the demo's generated ones get theirs here, in slices and once a visit. */
  async function sealed(events: readonly LedgerEvent[], generated: readonly LedgerEvent[]): Promise<LedgerEvent[]> {
    if (generated.length === 0) return [...events]
    if (sealedDemo?.of !== generated) {
      const seal = (await import('../domain/demo')).eventSealer()
      const list: LedgerEvent[] = []
      for (let i = 0; i < generated.length; i += 400) {
        list.push(...seal(generated.slice(i, i + 400)))
        await pause()
      }
      sealedDemo = { of: generated, events: list }
    }
    return [...sealedDemo.events, ...events]
  }

  /** What snapshots are held against: the plan, every event with its true hash, up to the latest that is known. Null while no plan is open. */
  async function present(): Promise<Present | null> {
    const source = workspace.exportSource()
    const knownAt = workspace.ask((_, { limit }) => limit)
    if (source === null || knownAt === null) return null
    return { plan: source.index.plan, events: await sealed(source.events, source.generated), demo: source.isDemo, knownAt }
  }

  /** The board of a day as it is known now, frozen but not yet kept. Null while no plan is open. */
  async function made({ name, asOf, review }: FreezeAsk): Promise<Snapshot | null> {
    const source = workspace.exportSource()
    if (source === null) return null
    const events = await sealed(source.events, source.generated)
    const identity = who.identity
    const person = workspace.demo ? undefined : identity?.name
    const ask = {
      name, asOf, review, knownAt: source.knownAt, madeAt: new Date().toISOString(), version: __APP_VERSION__,
      madeBy: { ...(identity !== null && { unit: identity.unit }), ...(person !== undefined && person !== '' && { name: person }) },
    }
    const answer = await snapshotWork({ kind: 'freeze', source: { plan: source.index.plan, events, demo: source.isDemo }, ask })
    return answer.kind === 'snapshot' ? answer.snapshot : null
  }

  /** Keeps a snapshot on this device; the same one twice is one. */
  async function keep(snapshot: Snapshot): Promise<Shelved<null>> {
    const columns = new Map<string, (SnapshotCard['lamps'][number][number])[]>(snapshot.board.targets.map(one => [one.target, []]))
    for (const cell of snapshot.board.cells) columns.get(cell.target)?.push(cell.lamp)
    const lamps = snapshot.board.targets.map(one => { const cells = columns.get(one.target)!; return cells.length > 0 ? cells : [one.lamp] })
    const card: SnapshotCard = { fingerprint: snapshot.fingerprint, seal: snapshot.seal, lamps }
    const answer = await snapshotWork({ kind: 'pack', snapshot })
    if (answer.kind !== 'packed') return { ok: false, problem: tampered }
    const added = await ask(one => one.add(card, answer.packed))
    if (added.ok && !cards.value.some(one => one.fingerprint === card.fingerprint)) cards.value = [card, ...cards.value]
    return added
  }

  /** A kept snapshot, checked whole against its own fingerprint. */
  async function read(fingerprint: string): Promise<Shelved<Snapshot>> {
    const stored = await ask(one => one.read(fingerprint))
    if (!stored.ok) return stored
    const answer = stored.value === null ? null : await snapshotWork({ kind: 'read', packed: stored.value })
    return answer?.kind === 'snapshot' && answer.snapshot?.fingerprint === fingerprint ? { ok: true, value: answer.snapshot } : { ok: false, problem: tampered }
  }

  return { cards, problem, open, made, keep, read, present }
})
