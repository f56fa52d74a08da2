/** Files behind the evidence: bytes by their SHA-256, on this device only, in a database of their own; the demo's and the real ones apart. */
import type Dexie from 'dexie'
import type { Table } from 'dexie'
import { sha256OfBytes } from '../domain/hash'
import type { Problem } from '../domain/problem'
import type { Stores, Workspace } from './database'
import { faultOf, openDatabase } from './smallDatabase'
import type { StoreFault } from './smallDatabase'

const catalogue = {
  evidence_closed: ['本机存佐证的库已经关闭（可能在别的标签页里升级或被清除）', '刷新页面再试'],
  evidence_failed: ['浏览器的本地数据库出错，佐证没有存下', '刷新页面再试；仍不行就重启浏览器'],
  evidence_full: ['浏览器给这个网页的空间用完了，佐证没有存下', '导出并清理不再引用的佐证，或腾出磁盘空间'],
  evidence_missing: ['这个浏览器没有本地数据库，照片和 PDF 存不下来', '换用较新的 Chrome、Edge 或 Firefox；地址和说明不受影响'],
  evidence_newer: ['本机存佐证的库是更新版本的挂图写的，这一版读不了', '换用新版的挂图打开；佐证没有动过'],
  evidence_refused: ['浏览器不允许这个网页保存数据（可能是无痕窗口或被设置禁止），照片和 PDF 存不下来', '改用普通窗口，或在浏览器设置里允许本站保存数据'],
} as const

function problemOf(fault: StoreFault): Problem {
  const code = `evidence_${fault}` as const
  const [why, fix] = catalogue[code]
  return { code, why, fix }
}

export interface EvidenceFile { hash: string, type: string, bytes: Uint8Array }

/** A file without its bytes, for sums and lists. */
export interface EvidenceCard { hash: string, type: string, size: number }

export type Shelved<T> = { ok: true, value: T } | { ok: false, problem: Problem }

interface CardRecord extends EvidenceCard { key: string, space: string }
interface BytesRecord { key: string, bytes: Uint8Array }
type EvidenceDatabase = Dexie & { cards: Table<CardRecord, string>, bytes: Table<BytesRecord, string> }

const databaseName = 'guatu-evidence'
/** A new version adds a block in its opening and keeps every older one. */
const schemaVersion = 1

/** An open shelf of one plan'''s workspace. No method rejects. */
export class EvidenceShelf {
  private isClosed = false

  constructor(private readonly database: EvidenceDatabase, private readonly space: string) {
    database.on('close', () => { this.isClosed = true })
  }

  private readonly keyOf = (hash: string): string => `${this.space}/${hash}`

  list(): Promise<Shelved<EvidenceCard[]>> {
    return this.attempt(async () => (await this.database.cards.where('space').equals(this.space).toArray()).map(({ hash, type, size }) => ({ hash, type, size })))
  }

  /** The file, or null where it is not on this device or its bytes are no longer those of its hash. */
  read(hash: string): Promise<Shelved<EvidenceFile | null>> {
    return this.attempt(async () => {
      const [card, record] = await Promise.all([this.database.cards.get(this.keyOf(hash)), this.database.bytes.get(this.keyOf(hash))])
      return card === undefined || record === undefined || sha256OfBytes(record.bytes) !== hash ? null : { hash, type: card.type, bytes: record.bytes }
    })
  }

  /** Keeps a file under the hash of its bytes; the same file twice is one. */
  put(type: string, bytes: Uint8Array): Promise<Shelved<EvidenceCard>> {
    return this.attempt(async () => {
      const card: EvidenceCard = { hash: sha256OfBytes(bytes), type, size: bytes.length }
      const key = this.keyOf(card.hash)
      await this.database.transaction('rw', this.database.cards, this.database.bytes, async () => {
        await this.database.bytes.put({ key, bytes })
        await this.database.cards.put({ ...card, key, space: this.space })
      })
      return card
    })
  }

  /** Removes files that nothing points to any more; the ledger keeps what it says of them. */
  remove(hashes: readonly string[]): Promise<Shelved<null>> {
    return this.attempt(async () => {
      const keys = hashes.map(this.keyOf)
      await this.database.transaction('rw', this.database.cards, this.database.bytes, async () => {
        await this.database.bytes.bulkDelete(keys)
        await this.database.cards.bulkDelete(keys)
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

/** Opens the shelf of a plan'''s workspace: what one plan clears, another keeps. Never rejects. */
export async function openEvidence(workspace: Workspace, plan: string, stores?: Stores | null): Promise<Shelved<EvidenceShelf>> {
  const opened = await openDatabase(databaseName, schemaVersion, { cards: 'key, space', bytes: 'key' }, stores)
  return opened.ok ? { ok: true, value: new EvidenceShelf(opened.database as EvidenceDatabase, `${workspace}/${plan}`) } : { ok: false, problem: problemOf(opened.fault) }
}

/** How much this site may still keep, in bytes; null where the browser does not say (plain http). */
export async function freeSpace(): Promise<number | null> {
  const storage = typeof navigator === 'undefined' ? undefined : (navigator as { storage?: Partial<StorageManager> }).storage
  try {
    const estimate = await storage?.estimate?.()
    return estimate?.quota === undefined || estimate.usage === undefined ? null : Math.max(0, estimate.quota - estimate.usage)
  } catch {
    return null
  }
}
