/** What this device remembers of its dealings with others: folders chosen, packages sent and taken, heads that others quoted. Losing it loses no entry. */
import type Dexie from 'dexie'
import type { Table } from 'dexie'
import type { Problem } from '../domain/problem'
import type { Stores, Workspace } from './database'
import { faultOf, openDatabase } from './smallDatabase'
import type { StoreFault } from './smallDatabase'

const why: Readonly<Record<StoreFault, string>> = {
  closed: '记录报送情况的库已经关闭（可能在别的标签页里升级或被清除）',
  failed: '浏览器的本地数据库出错，报送情况没有记下',
  full: '浏览器给这个网页的空间用完了，报送情况没有记下',
  missing: '这个浏览器没有本地数据库，报送情况记不下来',
  newer: '记录报送情况的库是更新版本的挂图写的，这一版读不了',
  refused: '浏览器不允许这个网页保存数据，报送情况记不下来',
}

const problemOf = (fault: StoreFault): Problem => ({ code: `sync_shelf_${fault}`, why: why[fault], fix: '台账不受影响；刷新页面再试' })

export type SyncShelved<T> = { ok: true, value: T } | { ok: false, problem: Problem }

/** A folder chosen by a person: the shared one, or the one for backups. The handle is the browser's; its permission may lapse. */
export interface KeptHandle { role: FolderRole, handle: FileSystemDirectoryHandle, name: string, chosenAt: string }
export type FolderRole = 'shared' | 'backup'

/** `sent`: packages made; `taken`: packages and segments taken in; `quote`: heads that a device said it knows. */
export type NoteKind = 'sent' | 'taken' | 'quote'

interface HandleRecord extends KeptHandle { key: string }
interface NoteRecord { key: string, group: string, value: unknown }
type SyncDatabase = Dexie & { handles: Table<HandleRecord, string>, notes: Table<NoteRecord, string> }

const databaseName = 'guatu-sync'
/** A new version adds a block in its opening and keeps every older one. */
const schemaVersion = 1

/** An open shelf of one plan's workspace. No method rejects. */
export class SyncShelf {
  constructor(private readonly database: SyncDatabase, private readonly space: string) {}

  folder(role: FolderRole): Promise<SyncShelved<KeptHandle | null>> {
    return this.attempt(async () => {
      const record = await this.database.handles.get(`${this.space}/${role}`)
      return record === undefined ? null : { role, handle: record.handle, name: record.name, chosenAt: record.chosenAt }
    })
  }
  keepFolder(kept: KeptHandle): Promise<SyncShelved<null>> {
    return this.attempt(async () => { await this.database.handles.put({ ...kept, key: `${this.space}/${kept.role}` }); return null })
  }
  forgetFolder(role: FolderRole): Promise<SyncShelved<null>> {
    return this.attempt(async () => { await this.database.handles.delete(`${this.space}/${role}`); return null })
  }
  /** Every note of a kind, in the order of its ids. Their shape is for the reader to check. */
  notes(kind: NoteKind): Promise<SyncShelved<{ id: string, value: unknown }[]>> {
    const group = `${this.space}/${kind}`
    return this.attempt(async () => (await this.database.notes.where('group').equals(group).toArray()).map(one => ({ id: one.key.slice(group.length + 1), value: one.value })))
  }
  note(kind: NoteKind, id: string, value: unknown): Promise<SyncShelved<null>> {
    const group = `${this.space}/${kind}`
    return this.attempt(async () => { await this.database.notes.put({ key: `${group}/${id}`, group, value }); return null })
  }
  close(): void {
    this.database.close()
  }

  private async attempt<T>(work: () => PromiseLike<T>): Promise<SyncShelved<T>> {
    try {
      return { ok: true, value: await work() }
    } catch (error) {
      return { ok: false, problem: problemOf(faultOf(error)) }
    }
  }
}

/** Opens the shelf of a plan's workspace. Never rejects. */
export async function openSyncShelf(workspace: Workspace, plan: string, stores?: Stores | null): Promise<SyncShelved<SyncShelf>> {
  const opened = await openDatabase(databaseName, schemaVersion, { handles: 'key', notes: 'key, group' }, stores)
  return opened.ok ? { ok: true, value: new SyncShelf(opened.database as SyncDatabase, `${workspace}/${plan}`) } : { ok: false, problem: problemOf(opened.fault) }
}
