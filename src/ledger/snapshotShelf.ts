/** Frozen boards of this device, in a database of their own: added, listed and read, never changed and never removed. */
import type Dexie from 'dexie'
import type { Table } from 'dexie'
import type { Lamp } from '../domain/board'
import type { Problem } from '../domain/problem'
import type { Seal } from '../domain/snapshot'
import type { Stores, Workspace } from './database'
import { faultOf, openDatabase } from './smallDatabase'
import type { StoreFault } from './smallDatabase'

const catalogue = {
  snapshot_closed: ['本机存快照的库已经关闭（可能在别的标签页里升级或被清除）', '刷新页面再试'],
  snapshot_failed: ['浏览器的本地数据库出错，快照没有存下', '刷新页面再试；仍不行就重启浏览器'],
  snapshot_full: ['浏览器给这个网页的空间用完了，快照没有存下', '腾出磁盘空间再封存；这次的文件照样可以导出'],
  snapshot_missing: ['这个浏览器没有本地数据库，快照存不下来', '换用较新的 Chrome、Edge 或 Firefox；这次的文件照样可以导出'],
  snapshot_newer: ['本机存快照的库是更新版本的挂图写的，这一版读不了', '换用新版的挂图打开；快照没有动过'],
  snapshot_refused: ['浏览器不允许这个网页保存数据（可能是无痕窗口或被设置禁止），快照存不下来', '改用普通窗口，或在浏览器设置里允许本站保存数据'],
} as const

function problemOf(fault: StoreFault): Problem {
  const code = `snapshot_${fault}` as const
  const [why, fix] = catalogue[code]
  return { code, why, fix }
}

export type Shelved<T> = { ok: true, value: T } | { ok: false, problem: Problem }

/** A snapshot without its text, for lists: its seal, and the lamps of its cells row by row for the small picture. */
export interface SnapshotCard { fingerprint: string, seal: Seal, lamps: readonly (readonly (Lamp | null)[])[] }

/** The text of a snapshot as stored: deflated where the browser can. */
export interface PackedText { isDeflated: boolean, bytes: Uint8Array }

interface CardRecord extends SnapshotCard { key: string, space: string }
interface TextRecord extends PackedText { key: string }
type SnapshotDatabase = Dexie & { cards: Table<CardRecord, string>, texts: Table<TextRecord, string> }

const databaseName = 'guatu-snapshots'
/** A new version adds a block in its opening and keeps every older one. */
const schemaVersion = 1

/** An open shelf of one plan's workspace. No method rejects. */
export class SnapshotShelf {
  private isClosed = false

  constructor(private readonly database: SnapshotDatabase, private readonly space: string) {
    database.on('close', () => { this.isClosed = true })
  }

  private readonly keyOf = (fingerprint: string): string => `${this.space}/${fingerprint}`

  /** Latest first. */
  list(): Promise<Shelved<SnapshotCard[]>> {
    return this.attempt(async () => (await this.database.cards.where('space').equals(this.space).toArray())
      .map(({ fingerprint, seal, lamps }) => ({ fingerprint, seal, lamps })).sort((a, b) => (a.seal.madeAt < b.seal.madeAt ? 1 : -1)))
  }

  /** The stored text, or null where this device does not have it. */
  read(fingerprint: string): Promise<Shelved<PackedText | null>> {
    return this.attempt(async () => await this.database.texts.get(this.keyOf(fingerprint)) ?? null)
  }

  /** Adds a snapshot; one that is here already stays as it is. */
  add(card: SnapshotCard, text: PackedText): Promise<Shelved<null>> {
    return this.attempt(async () => {
      const key = this.keyOf(card.fingerprint)
      await this.database.transaction('rw', this.database.cards, this.database.texts, async () => {
        if (await this.database.cards.get(key) !== undefined) return
        await this.database.texts.add({ ...text, key })
        await this.database.cards.add({ ...card, key, space: this.space })
      })
      return null
    })
  }

  close(): void {
    this.database.close()
  }

  private async attempt<T>(work: () => PromiseLike<T>): Promise<Shelved<T>> {
    if (this.isClosed) return { ok: false, problem: problemOf('closed') }
    try {
      return { ok: true, value: await work() }
    } catch (error) {
      return { ok: false, problem: problemOf(faultOf(error)) }
    }
  }
}

/** Opens the shelf of a plan's workspace; real and demo never mix. Never rejects. */
export async function openSnapshots(workspace: Workspace, plan: string, stores?: Stores | null): Promise<Shelved<SnapshotShelf>> {
  const opened = await openDatabase(databaseName, schemaVersion, { cards: 'key, space', texts: 'key' }, stores)
  return opened.ok ? { ok: true, value: new SnapshotShelf(opened.database as SnapshotDatabase, `${workspace}/${plan}`) } : { ok: false, problem: problemOf(opened.fault) }
}
