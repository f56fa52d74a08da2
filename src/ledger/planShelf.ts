/** Plan files that people opened themselves, kept in a database of their own: one text a plan, and the one it replaced. */
import type Dexie from 'dexie'
import type { Table } from 'dexie'
import { sha256Hex } from '../domain/hash'
import type { Problem } from '../domain/problem'
import type { Stores } from './database'
import { errorsIn, faultOf, openDatabase } from './smallDatabase'

const catalogue = {
  shelf_closed: ['本机的计划库已经关闭（可能在别的标签页里升级或被清除）', '刷新页面再试'],
  shelf_entry_invalid: ['这份计划没有通过核对，没有收下', '重新打开计划文件'],
  shelf_failed: ['浏览器的本地数据库出错，计划文件没有动', '刷新页面再试；仍不行就重启浏览器'],
  shelf_full: ['浏览器给这个网页的空间用完了，计划文件没有收下', '腾出磁盘空间，或删去不用的计划，再打开一次'],
  shelf_missing: ['这个浏览器没有本地数据库，计划文件不能收下', '换用较新的 Chrome、Edge 或 Firefox'],
  shelf_newer: ['本机的计划库是更新版本的挂图写的，这一版读不了', '换用新版的挂图打开；计划文件没有动过'],
  shelf_no_previous: ['这份计划没有上一版', '用手里的旧文件再打开一次'],
  shelf_plan_missing: ['本机没有这份计划文件（可能在别的标签页里删去了）', '刷新页面，或重新打开计划文件'],
  shelf_refused: ['浏览器不允许这个网页保存数据（可能是无痕窗口或被设置禁止），计划文件不能收下', '改用普通窗口，或在浏览器设置里允许本站保存数据'],
} as const

type ShelfCode = keyof typeof catalogue

function trouble(code: ShelfCode): Problem {
  const [why, fix] = catalogue[code]
  return { code, why, fix }
}

export interface ShelfEntry {
  /** The plan's own id. */
  id: string
  text: string
  /** SHA-256 of the text: it is what was checked when it was taken. */
  hash: string
  title: string
  area: string
  year: number
  documentNumber: string | null
  /** Instant, UTC. */
  addedAt: string
}

/** An entry without its text, for lists; `previousAddedAt`: when the file that it replaced had been taken, null where there is none. */
export type ShelfCard = Omit<ShelfEntry, 'text'> & { previousAddedAt: string | null }

type ShelfRecord = ShelfEntry & { previous: ShelfEntry | null }
type ShelfDatabase = Dexie & { plans: Table<ShelfRecord, string> }

export type Shelved<T> = { ok: true, value: T } | { ok: false, problem: Problem }

const databaseName = 'guatu-plans'
/** A new version adds a `.version(n)` block and keeps every older one. */
const schemaVersion = 1
const idPattern = /^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/

class ShelfError extends Error {
  override readonly name = 'ShelfError'
  constructor(readonly code: ShelfCode) {
    super(code)
  }
}

/** The problem behind whatever the database threw. */
function problemOf(error: unknown): Problem {
  const own = errorsIn(error).find(one => one instanceof ShelfError)
  return trouble(own?.code ?? `shelf_${faultOf(error)}`)
}

/** An open shelf. No method rejects. */
export class PlanShelf {
  private isClosed = false

  /** Closed from outside (a newer programme in another tab, or the browser clearing the site), Dexie might open again on a database made anew: we do not. */
  constructor(private readonly database: ShelfDatabase) {
    database.on('close', () => { this.isClosed = true })
  }

  /** The cards of all plans kept, by id. */
  list(): Promise<Shelved<ShelfCard[]>> {
    return this.attempt(async () => {
      const cards: ShelfCard[] = []
      await this.database.plans.each(record => { cards.push(cardOf(record)) })
      return cards
    })
  }

  /** One plan with its text. */
  read(id: string): Promise<Shelved<ShelfEntry>> {
    return this.attempt(async () => {
      const record = await this.database.plans.get(id)
      if (record === undefined) throw new ShelfError('shelf_plan_missing')
      const { previous: _previous, ...entry } = record
      return entry
    })
  }

  /** Keeps a plan. Another text of the same plan becomes the previous one; the same text changes nothing. */
  put(entry: ShelfEntry): Promise<Shelved<ShelfCard>> {
    return this.attempt(async () => {
      if (!idPattern.test(entry.id) || entry.text === '' || sha256Hex(entry.text) !== entry.hash) throw new ShelfError('shelf_entry_invalid')
      return this.database.transaction('rw', this.database.plans, async () => {
        const known = await this.database.plans.get(entry.id)
        if (known?.hash === entry.hash) return cardOf(known)
        const { previous: _previous, ...replaced } = known ?? { previous: null }
        const record: ShelfRecord = { ...entry, previous: known === undefined ? null : replaced as ShelfEntry }
        await this.database.plans.put(record)
        return cardOf(record)
      })
    })
  }

  /** Exchanges a plan with the file that it replaced: nothing is lost, and the exchange can itself be taken back. */
  takeBack(id: string): Promise<Shelved<ShelfCard>> {
    return this.attempt(() => this.database.transaction('rw', this.database.plans, async () => {
      const record = await this.database.plans.get(id)
      if (record === undefined) throw new ShelfError('shelf_plan_missing')
      const { previous, ...replaced } = record
      if (previous === null) throw new ShelfError('shelf_no_previous')
      const back: ShelfRecord = { ...previous, previous: replaced }
      await this.database.plans.put(back)
      return cardOf(back)
    }))
  }

  /** Removes a plan and what it replaced; one that is not there is removed already. */
  remove(id: string): Promise<Shelved<null>> {
    return this.attempt(async () => { await this.database.plans.delete(id); return null })
  }

  close(): void {
    this.database.close()
  }

  private async attempt<T>(work: () => PromiseLike<T>): Promise<Shelved<T>> {
    if (this.isClosed) return { ok: false, problem: trouble('shelf_closed') }
    try {
      return { ok: true, value: await work() }
    } catch (error) {
      return { ok: false, problem: problemOf(error) }
    }
  }
}

function cardOf(record: ShelfRecord): ShelfCard {
  const { text: _text, previous, ...card } = record
  return { ...card, previousAddedAt: previous?.addedAt ?? null }
}

/** Opens the shelf. Never rejects. */
export async function openShelf(stores?: Stores | null): Promise<Shelved<PlanShelf>> {
  const opened = await openDatabase(databaseName, schemaVersion, { plans: 'id' }, stores)
  return opened.ok ? { ok: true, value: new PlanShelf(opened.database as ShelfDatabase) } : { ok: false, problem: trouble(`shelf_${opened.fault}`) }
}
