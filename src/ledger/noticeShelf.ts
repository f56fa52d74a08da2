/** The notices that people opened themselves: one text a plan, on this device only, in a database of their own. */
import type Dexie from 'dexie'
import type { Table } from 'dexie'
import type { Problem } from '../domain/problem'
import type { Stores } from './database'
import { faultOf, openDatabase } from './smallDatabase'
import type { StoreFault } from './smallDatabase'

const catalogue = {
  notices_closed: ['本机存原文的库已经关闭（可能在别的标签页里升级或被清除）', '刷新页面再试'],
  notices_failed: ['浏览器的本地数据库出错，原文没有动', '刷新页面再试；仍不行就重启浏览器'],
  notices_full: ['浏览器给这个网页的空间用完了，原文没有存下', '腾出磁盘空间，或移除不用的原文，再打开一次'],
  notices_missing: ['这个浏览器没有本地数据库，原文存不下来', '换用较新的 Chrome、Edge 或 Firefox'],
  notices_newer: ['本机存原文的库是更新版本的挂图写的，这一版读不了', '换用新版的挂图打开；原文没有动过'],
  notices_refused: ['浏览器不允许这个网页保存数据（可能是无痕窗口或被设置禁止），原文存不下来', '改用普通窗口，或在浏览器设置里允许本站保存数据'],
} as const

function problemOf(fault: StoreFault): Problem {
  const code = `notices_${fault}` as const
  const [why, fix] = catalogue[code]
  return { code, why, fix }
}

export interface NoticeRecord {
  plan: string
  /** The name of its file; empty: pasted. */
  name: string
  text: string
  /** Bytes of what was opened. */
  size: number
  /** Instant, UTC. */
  openedAt: string
}

/** A notice without its text, for lists. */
export type NoticeCard = Omit<NoticeRecord, 'text'>

export type Noticed<T> = { ok: true, value: T } | { ok: false, problem: Problem }

type NoticeDatabase = Dexie & { notices: Table<NoticeRecord, string> }

const databaseName = 'guatu-notices'
/** A new version adds a block in its opening and keeps every older one. */
const schemaVersion = 1

function cardOf({ text: _text, ...card }: NoticeRecord): NoticeCard {
  return card
}

/** An open shelf. No method rejects. */
export class NoticeShelf {
  private isClosed = false

  /** Closed from outside, Dexie might open again on a database made anew: we do not. */
  constructor(private readonly database: NoticeDatabase) {
    database.on('close', () => { this.isClosed = true })
  }

  /** The cards of all notices kept, by plan. */
  list(): Promise<Noticed<NoticeCard[]>> {
    return this.attempt(async () => {
      const cards: NoticeCard[] = []
      await this.database.notices.each(record => { cards.push(cardOf(record)) })
      return cards
    })
  }

  /** The notice of a plan; null: none was opened. */
  read(plan: string): Promise<Noticed<NoticeRecord | null>> {
    return this.attempt(async () => (await this.database.notices.get(plan)) ?? null)
  }

  /** Keeps a notice, in the place of the one that its plan had. */
  put(record: NoticeRecord): Promise<Noticed<NoticeCard>> {
    return this.attempt(async () => { await this.database.notices.put(record); return cardOf(record) })
  }

  /** Removes the notice of a plan; one that is not there is removed already. */
  remove(plan: string): Promise<Noticed<null>> {
    return this.attempt(async () => { await this.database.notices.delete(plan); return null })
  }

  close(): void {
    this.database.close()
  }

  private async attempt<T>(work: () => PromiseLike<T>): Promise<Noticed<T>> {
    if (this.isClosed) return { ok: false, problem: problemOf('closed') }
    try {
      return { ok: true, value: await work() }
    } catch (error) {
      return { ok: false, problem: problemOf(faultOf(error)) }
    }
  }
}

/** Opens the shelf. Never rejects. */
export async function openNotices(stores?: Stores | null): Promise<Noticed<NoticeShelf>> {
  const opened = await openDatabase(databaseName, schemaVersion, { notices: 'plan' }, stores)
  return opened.ok ? { ok: true, value: new NoticeShelf(opened.database as NoticeDatabase) } : { ok: false, problem: problemOf(opened.fault) }
}
