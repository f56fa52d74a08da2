import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { serializeLines } from '../../src/domain/lineReader'
import { appendOnly, AppendOnlyError } from '../../src/ledger/appendOnly'
import type { Database } from '../../src/ledger/database'
import { createDatabase } from '../../src/ledger/database'
import { openLedger } from '../../src/ledger/openLedger'
import { askPersistence } from '../../src/ledger/persistence'
import { problemOf } from '../../src/ledger/trouble'
import { draft, foreignEvent, plan, Profile } from './makers'

let profile: Profile
beforeEach(() => { profile = new Profile() })
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  profile.close()
})

describe('events can only be added', () => {
  const record = { plan, key: 'h', lines: 'l' }
  let database: Database
  beforeEach(async () => {
    database = createDatabase('real', profile.stores)
    await database.open()
    await database.events.add(record)
  })
  afterEach(() => database.close())

  const ways: [name: string, way: () => PromiseLike<unknown>][] = [
    ['put', () => database.events.put({ ...record, lines: 'x' })],
    ['bulkPut', () => database.events.bulkPut([{ ...record, lines: 'x' }])],
    ['update', () => database.events.update([plan, 'h'], { lines: 'x' })],
    ['upsert', () => database.events.upsert([plan, 'h'], { lines: 'x' })],
    ['bulkUpdate', () => database.events.bulkUpdate([{ key: [plan, 'h'], changes: { lines: 'x' } }])],
    ['delete', () => database.events.delete([plan, 'h'])],
    ['bulkDelete', () => database.events.bulkDelete([[plan, 'h']])],
    ['clear', () => database.events.clear()],
    ['modify', () => database.events.toCollection().modify({ lines: 'x' })],
    ['collection delete', () => database.events.where(':id').between([plan, ''], [plan, '\uffff']).delete()],
    ['the same key again', () => database.events.add(record)],
    ['the same key in bulk', () => database.events.bulkAdd([{ ...record, key: 'new' }, record])],
  ]
  it.each(ways)('%s fails and changes nothing', async (_name, way) => {
    await expect(Promise.resolve(way())).rejects.toBeTruthy()
    const others = (await database.events.toArray()).filter(one => one.key !== 'new')
    expect(others).toEqual([record])
  })

  it('the guard names what was tried, and leaves other tables alone', async () => {
    await expect(Promise.resolve(database.events.clear())).rejects.toBeInstanceOf(AppendOnlyError)
    await database.meta.put({ key: 'k', value: '1' })
    await database.meta.put({ key: 'k', value: '2' })
    expect((await database.meta.get('k'))?.value).toBe('2')
    expect(appendOnly('events').stack).toBe('dbcore')
  })
})

describe('strict durability', () => {
  it('every transaction that writes events asks for it', async () => {
    // Dexie takes hold of the connection's method while it opens: the look-out has to stand before.
    await profile.tab().then(first => first.close())
    const asked: unknown[] = []
    const connection = Object.getPrototypeOf(await rawConnection()) as IDBDatabase
    const original = connection.transaction
    vi.spyOn(connection, 'transaction').mockImplementation(function (this: IDBDatabase, names, mode, options) {
      if (mode === 'readwrite') asked.push(options?.durability)
      return original.call(this, names, mode, options)
    })
    const ledger = await profile.tab()
    await ledger.append([draft(1)], {})
    await ledger.append([draft(2), draft(3)], {})
    await ledger.merge(serializeLines([foreignEvent(1)]))
    expect(asked).toEqual(['strict', 'strict', 'strict'])
  })
})

function rawConnection(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = profile.stores.indexedDB.open('guatu-real')
    opening.onsuccess = () => { opening.result.close(); resolve(opening.result) }
    opening.onerror = () => reject(opening.error)
  })
}

describe('storage that fails', () => {
  const failAfter = (puts: number, name: string) => {
    let done = 0
    const original = IDBObjectStore.prototype.put
    const fail = function (this: IDBObjectStore, ...args: Parameters<typeof original>) {
      if (++done > puts) throw new DOMException('injected', name)
      return original.apply(this, args)
    }
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(fail)
    const add = IDBObjectStore.prototype.add
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args: Parameters<typeof add>) {
      if (++done > puts) throw new DOMException('injected', name)
      return add.apply(this, args)
    })
  }

  it.each([0, 1, 2, 3])('no space after %i writes: nothing of the entry is kept, what was there stays, and later entries work', async writes => {
    const ledger = await profile.tab()
    await ledger.append([draft(1)], {})
    const before = ledger.serialize()
    failAfter(writes, 'QuotaExceededError')
    expect(await ledger.append([draft(2), draft(3), draft(4)], {})).toMatchObject({ ok: false, problem: { code: 'storage_full' } })
    expect(ledger.serialize()).toBe(before)
    vi.restoreAllMocks()
    expect((await ledger.append([draft(5)], {})).ok).toBe(true)
    ledger.close()
    expect((await profile.tab()).events.map(event => event.data.value).sort()).toEqual([1, 5])
  })

  it.each([0, 1, 2])('no space after %i writes of a merge: all or nothing', async writes => {
    const ledger = await profile.tab()
    const text = serializeLines(Array.from({ length: 10 }, (_, n) => foreignEvent(n, { data: { note: '长'.repeat(20_000) } })))
    failAfter(writes, 'QuotaExceededError')
    expect(await ledger.merge(text)).toMatchObject({ ok: false, problem: { code: 'storage_full' }, preview: { fresh: 10 } })
    expect(ledger.events).toEqual([])
    vi.restoreAllMocks()
    ledger.close()
    const again = await profile.tab()
    expect(again.events).toEqual([])
    expect(await again.merge(text)).toMatchObject({ ok: true })
  })

  it('data cleared while the page is open: the next entry is refused, the page can still export', async () => {
    const ledger = await profile.tab()
    await ledger.append([draft(1)], {})
    const told: string[] = []
    ledger.onTrouble(problem => told.push(problem.code))
    await createDatabase('real', profile.stores).delete()
    await expect.poll(() => told.length).toBe(1)
    expect((await ledger.append([draft(2)], {})).ok).toBe(false)
    expect(ledger.serialize().split('\n')).toHaveLength(2)
    expect((await profile.open()).kind).toBe('damaged')
  })

  it('a newer database is left alone', async () => {
    await profile.tab().then(ledger => ledger.close())
    await new Promise<void>((resolve, reject) => {
      const opening = profile.stores.indexedDB.open('guatu-real', 990)
      opening.onsuccess = () => { opening.result.close(); resolve() }
      opening.onerror = () => reject(opening.error)
    })
    expect(await profile.open()).toMatchObject({ kind: 'unavailable', problem: { code: 'ledger_newer' } })
  })

  it('a newer programme in another tab: this one lets go at once and says so', async () => {
    const ledger = await profile.tab()
    const told: string[] = []
    ledger.onTrouble(problem => told.push(problem.code))
    await new Promise<void>((resolve, reject) => {
      const opening = profile.stores.indexedDB.open('guatu-real', 990)
      opening.onsuccess = () => { opening.result.close(); resolve() }
      opening.onerror = () => reject(opening.error)
    })
    expect(told).toEqual(['ledger_superseded'])
    expect(await ledger.append([draft(1)], {})).toMatchObject({ ok: false, problem: { code: 'ledger_superseded' } })
  })

  it('no database at all, or one that refuses: unavailable, in words', async () => {
    vi.stubGlobal('indexedDB', undefined)
    expect(await openLedger({ plan, workspace: 'real', storage: null })).toMatchObject({ kind: 'unavailable', problem: { code: 'storage_missing' } })
    const refusing = { open: () => { throw new DOMException('no', 'SecurityError') }, databases: () => Promise.resolve([]) } as unknown as IDBFactory
    expect(await profile.open({ stores: { ...profile.stores, indexedDB: refusing } })).toMatchObject({ kind: 'unavailable', problem: { code: 'storage_refused' } })
  })

  it('errors that Dexie wraps are looked through', () => {
    expect(problemOf({ name: 'AbortError', inner: { name: 'QuotaExceededError' } }).code).toBe('storage_full')
    expect(problemOf(new DOMException('x', 'InvalidStateError')).code).toBe('ledger_closed')
    for (const odd of [null, undefined, 'x', 5, {}]) expect(problemOf(odd).code).toBe('storage_failed')
  })
})

describe('asking to be kept', () => {
  it.each([
    ['unsupported', undefined], ['unsupported', {}], ['granted', { persisted: async () => true, persist: async () => false }],
    ['granted', { persisted: async () => false, persist: async () => true }], ['denied', { persist: async () => false }],
    ['denied', { persist: async () => { throw new Error('no') } }],
  ])('%s', async (answer, storage) => {
    vi.stubGlobal('navigator', { storage })
    expect(await askPersistence()).toBe(answer)
  })
})
