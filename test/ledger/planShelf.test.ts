/** The shelf of plan files: kept, replaced with one step back, removed; every failure of the browser is a problem, never a rejection. */
import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sha256Hex } from '../../src/domain/hash'
import type { PlanShelf, ShelfEntry, Shelved } from '../../src/ledger/planShelf'
import { openShelf } from '../../src/ledger/planShelf'

let stores = { indexedDB: new IDBFactory(), IDBKeyRange }
let shelf: PlanShelf
const entry = (text: string, fields: Partial<ShelfEntry> = {}): ShelfEntry => ({
  id: 'test-2020', text, hash: sha256Hex(text), title: '测试计划', area: '测试市', year: 2020, documentNumber: null, addedAt: '2020-05-09T01:00:00.000Z', ...fields,
})
const valueOf = <T>(answer: Shelved<T>): T => { if (!answer.ok) throw new Error(answer.problem.code); return answer.value }
const codeOf = (answer: Shelved<unknown>): string => (answer.ok ? 'ok' : answer.problem.code)

beforeEach(async () => {
  stores = { indexedDB: new IDBFactory(), IDBKeyRange }
  shelf = valueOf(await openShelf(stores))
})
afterEach(() => { shelf.close(); vi.restoreAllMocks() })

describe('keeping', () => {
  it('what was put is there for the next visit; lists carry no texts', async () => {
    valueOf(await shelf.put(entry('{"a":1}')))
    shelf.close()
    shelf = valueOf(await openShelf(stores))
    const { text: _text, ...card } = entry('{"a":1}')
    expect(valueOf(await shelf.list())).toEqual([{ ...card, previousAddedAt: null }])
    expect(valueOf(await shelf.read('test-2020'))).toEqual(entry('{"a":1}'))
  })

  it('a replacement keeps one generation, and can be taken back and forth', async () => {
    await shelf.put(entry('one', { addedAt: 'first' }))
    await shelf.put(entry('two', { addedAt: 'second' }))
    expect(valueOf(await shelf.put(entry('three', { addedAt: 'third' })))).toMatchObject({ addedAt: 'third', previousAddedAt: 'second' })
    expect(valueOf(await shelf.takeBack('test-2020'))).toMatchObject({ addedAt: 'second', previousAddedAt: 'third' })
    expect(valueOf(await shelf.read('test-2020')).text).toBe('two')
    expect(valueOf(await shelf.takeBack('test-2020'))).toMatchObject({ addedAt: 'third', previousAddedAt: 'second' })
  })

  it('the same text again leaves the previous one where it is', async () => {
    await shelf.put(entry('one', { addedAt: 'first' }))
    await shelf.put(entry('two', { addedAt: 'second' }))
    await shelf.put(entry('two', { addedAt: 'later' }))
    expect(valueOf(await shelf.list())).toMatchObject([{ addedAt: 'second', previousAddedAt: 'first' }])
  })

  it('two tabs put at once: one is current, the other its previous', async () => {
    const other = valueOf(await openShelf(stores))
    await Promise.all([shelf.put(entry('one')), other.put(entry('two'))])
    valueOf(await shelf.takeBack('test-2020'))
    other.close()
  })

  it('removed is gone, with its previous; removing again is no fault', async () => {
    await shelf.put(entry('one'))
    await shelf.put(entry('two'))
    valueOf(await shelf.remove('test-2020'))
    valueOf(await shelf.remove('test-2020'))
    expect(valueOf(await shelf.list())).toEqual([])
    expect(codeOf(await shelf.read('test-2020'))).toBe('shelf_plan_missing')
    expect(codeOf(await shelf.takeBack('test-2020'))).toBe('shelf_plan_missing')
  })

  it('nothing to take back', async () => {
    await shelf.put(entry('one'))
    expect(codeOf(await shelf.takeBack('test-2020'))).toBe('shelf_no_previous')
  })

  it.each<[string, ShelfEntry]>([
    ['an id with a path', entry('x', { id: '../x' })], ['an empty id', entry('x', { id: '' })], ['no text', entry('')], ['a text that is not what was checked', entry('x', { hash: sha256Hex('y') })],
  ])('%s is not stored', async (_name, wrong) => {
    expect(codeOf(await shelf.put(wrong))).toBe('shelf_entry_invalid')
    expect(valueOf(await shelf.list())).toEqual([])
  })
})

describe('what the browser refuses', () => {
  it('no database at all', async () => expect(codeOf(await openShelf())).toBe('shelf_missing'))

  it('opening is forbidden', async () => {
    const forbidding = { ...stores, indexedDB: { open: () => { throw new DOMException('no', 'SecurityError') } } as unknown as IDBFactory }
    expect(codeOf(await openShelf(forbidding))).toBe('shelf_refused')
  })

  it('the disk is full: nothing changes', async () => {
    await shelf.put(entry('one'))
    const store = (await import('fake-indexeddb')).IDBObjectStore
    vi.spyOn(store.prototype, 'put').mockImplementation(() => { throw new DOMException('full', 'QuotaExceededError') })
    expect(codeOf(await shelf.put(entry('two')))).toBe('shelf_full')
    vi.restoreAllMocks()
    expect(valueOf(await shelf.read('test-2020')).text).toBe('one')
  })

  it('a shelf of a newer programme is left alone', async () => {
    shelf.close()
    const newer = new Dexie('guatu-plans', stores)
    newer.version(2).stores({ plans: 'id', notes: 'id' })
    await newer.open()
    newer.close()
    expect(codeOf(await openShelf(stores))).toBe('shelf_newer')
  })

  it('a newer programme in another tab is not held up; this one says that it is closed', async () => {
    const newer = new Dexie('guatu-plans', stores)
    newer.version(2).stores({ plans: 'id', notes: 'id' })
    await newer.open()
    newer.close()
    expect(codeOf(await shelf.list())).toBe('shelf_closed')
    expect(codeOf(await shelf.put(entry('one')))).toBe('shelf_closed')
  })

  it('after closing nothing rejects', async () => {
    shelf.close()
    expect([codeOf(await shelf.list()), codeOf(await shelf.read('x')), codeOf(await shelf.takeBack('x')), codeOf(await shelf.remove('x'))]).toEqual(Array.from({ length: 4 }, () => 'shelf_closed'))
  })
})
