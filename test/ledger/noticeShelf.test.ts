/** The shelf of notices: one text a plan, kept, replaced, removed; every failure of the browser is a problem, never a rejection. */
import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NoticeRecord, NoticeShelf, Noticed } from '../../src/ledger/noticeShelf'
import { openNotices } from '../../src/ledger/noticeShelf'

let stores = { indexedDB: new IDBFactory(), IDBKeyRange }
let shelf: NoticeShelf
const record = (fields: Partial<NoticeRecord> = {}): NoticeRecord => ({ plan: 'test-2020', name: '要点.txt', text: '一、甲', size: 9, openedAt: '2020-05-09T01:00:00.000Z', ...fields })
const valueOf = <T>(answer: Noticed<T>): T => { if (!answer.ok) throw new Error(answer.problem.code); return answer.value }
const codeOf = (answer: Noticed<unknown>): string => (answer.ok ? 'ok' : answer.problem.code)

beforeEach(async () => {
  stores = { indexedDB: new IDBFactory(), IDBKeyRange }
  shelf = valueOf(await openNotices(stores))
})
afterEach(() => { shelf.close(); vi.restoreAllMocks() })

describe('keeping', () => {
  it('what was put is there for the next visit; lists carry no texts', async () => {
    valueOf(await shelf.put(record()))
    shelf.close()
    shelf = valueOf(await openNotices(stores))
    const { text: _text, ...card } = record()
    expect(valueOf(await shelf.list())).toEqual([card])
    expect(valueOf(await shelf.read('test-2020'))).toEqual(record())
    expect(valueOf(await shelf.read('other'))).toBeNull()
  })

  it('a plan has one notice; removed is gone, and removing again is no fault', async () => {
    await shelf.put(record())
    await shelf.put(record({ plan: 'other' }))
    expect(valueOf(await shelf.put(record({ name: '新.txt', text: '二、乙' })))).toMatchObject({ name: '新.txt' })
    expect(valueOf(await shelf.list()).map(card => [card.plan, card.name])).toEqual([['other', '要点.txt'], ['test-2020', '新.txt']])
    valueOf(await shelf.remove('test-2020'))
    valueOf(await shelf.remove('test-2020'))
    expect(valueOf(await shelf.list()).map(card => card.plan)).toEqual(['other'])
  })
})

describe('what the browser refuses', () => {
  it('no database at all, or a forbidden one', async () => {
    expect([codeOf(await openNotices()), codeOf(await openNotices(null))]).toEqual(['notices_missing', 'notices_missing'])
    const forbidding = { ...stores, indexedDB: { open: () => { throw new DOMException('no', 'SecurityError') } } as unknown as IDBFactory }
    expect(codeOf(await openNotices(forbidding))).toBe('notices_refused')
  })

  it('the disk is full: what was kept stays', async () => {
    await shelf.put(record())
    const store = (await import('fake-indexeddb')).IDBObjectStore
    vi.spyOn(store.prototype, 'put').mockImplementation(() => { throw new DOMException('full', 'QuotaExceededError') })
    expect(codeOf(await shelf.put(record({ text: '别的' })))).toBe('notices_full')
    vi.restoreAllMocks()
    expect(valueOf(await shelf.read('test-2020'))?.text).toBe('一、甲')
  })

  it('a shelf of a newer programme is left alone and not held up', async () => {
    const newer = new Dexie('guatu-notices', stores)
    newer.version(2).stores({ notices: 'plan', marks: 'id' })
    await newer.open()
    newer.close()
    expect(codeOf(await openNotices(stores))).toBe('notices_newer')
    expect([codeOf(await shelf.list()), codeOf(await shelf.put(record())), codeOf(await shelf.read('x')), codeOf(await shelf.remove('x'))]).toEqual(Array.from({ length: 4 }, () => 'notices_closed'))
  })
})
