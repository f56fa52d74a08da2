/** Side notes of a plan: layout and boundaries are there for the next visit, and every failure of the browser is a problem, never a rejection. */
import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OwnMap } from '../../src/domain/ownMap'
import type { Kept, PlaceShelf } from '../../src/ledger/placeShelf'
import { openPlaceShelf } from '../../src/ledger/placeShelf'

let stores = { indexedDB: new IDBFactory(), IDBKeyRange }
let shelf: PlaceShelf
const valueOf = <T>(answer: Kept<T>): T => { if (!answer.ok) throw new Error(answer.problem.code); return answer.value }
const codeOf = (answer: Kept<unknown>): string => (answer.ok ? 'ok' : answer.problem.code)
const map: OwnMap = { file: 'a.geojson', shapes: [{ area: 'a', by: 'code', outlines: [[[[118, 24], [118.1, 24], [118.1, 24.1], [118, 24]]]] }], leftover: [], leftoverCount: 0, others: 0 }

beforeEach(async () => {
  stores = { indexedDB: new IDBFactory(), IDBKeyRange }
  shelf = valueOf(await openPlaceShelf(stores))
})
afterEach(() => { shelf.close(); vi.restoreAllMocks() })

describe('keeping', () => {
  it('what was kept is there for the next visit, by plan, and each can go alone', async () => {
    expect(valueOf(await shelf.read('one'))).toEqual({ tiles: null, map: null })
    await shelf.keepTiles('one', { a: [1, 2] })
    await shelf.keepMap('one', map)
    shelf.close()
    shelf = valueOf(await openPlaceShelf(stores))
    expect(valueOf(await shelf.read('one'))).toEqual({ tiles: { a: [1, 2] }, map })
    expect(valueOf(await shelf.read('other'))).toEqual({ tiles: null, map: null })
    await shelf.keepMap('one', null)
    expect(valueOf(await shelf.read('one'))).toEqual({ tiles: { a: [1, 2] }, map: null })
    await shelf.keepTiles('one', null)
    await shelf.keepTiles('one', null)
    expect(valueOf(await shelf.read('one'))).toEqual({ tiles: null, map: null })
  })
})

describe('what the browser refuses', () => {
  it('no database at all', async () => expect(codeOf(await openPlaceShelf())).toBe('places_missing'))

  it('opening is forbidden', async () => {
    const forbidding = { ...stores, indexedDB: { open: () => { throw new DOMException('no', 'SecurityError') } } as unknown as IDBFactory }
    expect(codeOf(await openPlaceShelf(forbidding))).toBe('places_refused')
  })

  it('the disk is full: nothing changes', async () => {
    await shelf.keepTiles('one', { a: [0, 0] })
    const store = (await import('fake-indexeddb')).IDBObjectStore
    vi.spyOn(store.prototype, 'put').mockImplementation(() => { throw new DOMException('full', 'QuotaExceededError') })
    expect(codeOf(await shelf.keepMap('one', map))).toBe('places_full')
    expect(codeOf(await shelf.keepTiles('one', { a: [1, 0] }))).toBe('places_full')
    vi.restoreAllMocks()
    expect(valueOf(await shelf.read('one'))).toEqual({ tiles: { a: [0, 0] }, map: null })
  })

  it('notes of a newer programme are left alone, and this tab says that it is closed', async () => {
    const newer = new Dexie('guatu-places', stores)
    newer.version(2).stores({ tiles: 'plan', maps: 'plan', more: 'plan' })
    await newer.open()
    newer.close()
    expect(codeOf(await openPlaceShelf(stores))).toBe('places_newer')
    expect([codeOf(await shelf.read('one')), codeOf(await shelf.keepTiles('one', {})), codeOf(await shelf.keepMap('one', map))]).toEqual(Array.from({ length: 3 }, () => 'places_closed'))
  })
})
