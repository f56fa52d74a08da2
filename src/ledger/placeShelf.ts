/** How an office arranged its places, and its own boundaries: side notes of a plan on this device, in a database of their own. No figures. */
import Dexie from 'dexie'
import type { Table } from 'dexie'
import type { OwnMap } from '../domain/ownMap'
import type { Problem } from '../domain/problem'
import type { TileLayout } from '../domain/tileLayout'
import type { Stores } from './database'

const catalogue = {
  places_closed: ['本机存瓦片布局和边界的库已经关闭（可能在别的标签页里升级或被清除）', '刷新页面再试'],
  places_failed: ['浏览器的本地数据库出错，这一次没有存下', '刷新页面再试；仍不行就重启浏览器'],
  places_full: ['浏览器给这个网页的空间用完了，这一次没有存下', '腾出磁盘空间，或先简化边界，再试一次'],
  places_missing: ['这个浏览器没有本地数据库，布局和边界只在这一次打开时有效', '换用较新的 Chrome、Edge 或 Firefox；布局可以先导出'],
  places_newer: ['本机的布局和边界是更新版本的挂图写的，这一版读不了', '换用新版的挂图打开；没有动过'],
  places_refused: ['浏览器不允许这个网页保存数据（可能是无痕窗口或被设置禁止），布局和边界只在这一次打开时有效', '改用普通窗口，或在浏览器设置里允许本站保存数据'],
} as const

type PlacesCode = keyof typeof catalogue

function trouble(code: PlacesCode): Problem {
  const [why, fix] = catalogue[code]
  return { code, why, fix }
}

export interface PlaceNotes { tiles: TileLayout | null, map: OwnMap | null }

export type Kept<T> = { ok: true, value: T } | { ok: false, problem: Problem }

interface TilesRecord { plan: string, tiles: TileLayout }
interface MapRecord { plan: string, map: OwnMap }
type PlaceDatabase = Dexie & { tiles: Table<TilesRecord, string>, maps: Table<MapRecord, string> }

const databaseName = 'guatu-places'
/** A new version adds a `.version(n)` block and keeps every older one. */
const schemaVersion = 1

interface Named { name?: unknown, inner?: unknown }

function problemOf(error: unknown): Problem {
  for (let at: unknown = error, depth = 0; typeof at === 'object' && at !== null && depth < 5; at = (at as Named).inner, depth++) {
    const { name } = at as Named
    if (name === 'QuotaExceededError') return trouble('places_full')
    if (name === 'VersionError') return trouble('places_newer')
    if (name === 'MissingAPIError') return trouble('places_missing')
    if (name === 'SecurityError') return trouble('places_refused')
    if (name === 'DatabaseClosedError' || name === 'InvalidStateError') return trouble('places_closed')
  }
  return trouble('places_failed')
}

/** An open shelf of side notes. No method rejects. */
export class PlaceShelf {
  private isClosed = false

  constructor(private readonly database: PlaceDatabase) {
    database.on('close', () => { this.isClosed = true })
  }

  read(plan: string): Promise<Kept<PlaceNotes>> {
    return this.attempt(async () => {
      const [tiles, map] = await Promise.all([this.database.tiles.get(plan), this.database.maps.get(plan)])
      return { tiles: tiles?.tiles ?? null, map: map?.map ?? null }
    })
  }

  /** Null: the first layout again. */
  keepTiles(plan: string, tiles: TileLayout | null): Promise<Kept<null>> {
    return this.attempt(async () => { await (tiles === null ? this.database.tiles.delete(plan) : this.database.tiles.put({ plan, tiles })); return null })
  }

  /** Null: no map any more. */
  keepMap(plan: string, map: OwnMap | null): Promise<Kept<null>> {
    return this.attempt(async () => { await (map === null ? this.database.maps.delete(plan) : this.database.maps.put({ plan, map })); return null })
  }

  close(): void {
    this.database.close()
  }

  private async attempt<T>(work: () => PromiseLike<T>): Promise<Kept<T>> {
    if (this.isClosed) return { ok: false, problem: trouble('places_closed') }
    try {
      return { ok: true, value: await work() }
    } catch (error) {
      return { ok: false, problem: problemOf(error) }
    }
  }
}

function browserStores(): Stores | null {
  try {
    return typeof indexedDB === 'undefined' || indexedDB === null ? null : { indexedDB, IDBKeyRange }
  } catch {
    return null
  }
}

/** Opens the shelf. Never rejects. */
export async function openPlaceShelf(stores: Stores | null = browserStores()): Promise<Kept<PlaceShelf>> {
  if (stores === null) return { ok: false, problem: trouble('places_missing') }
  const database = new Dexie(databaseName, { ...stores, chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false }) as PlaceDatabase
  database.version(schemaVersion).stores({ tiles: 'plan', maps: 'plan' })
  database.on('versionchange', () => { database.close(); return false })
  try {
    await database.open()
    if (database.backendDB().version < (schemaVersion + 1) * 10) return { ok: true, value: new PlaceShelf(database) }
    database.close()
    return { ok: false, problem: trouble('places_newer') }
  } catch (error) {
    database.close()
    const problem = problemOf(error)
    return { ok: false, problem: problem.code === 'places_failed' || problem.code === 'places_closed' ? trouble('places_refused') : problem }
  }
}
