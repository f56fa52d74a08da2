/** The shelf of snapshots: added, listed and read, never changed; every failure of the browser is a problem, never a rejection. */
import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Shelved, SnapshotCard, SnapshotShelf } from '../../src/ledger/snapshotShelf'
import { openSnapshots } from '../../src/ledger/snapshotShelf'
import { readSnapshot, snapshotText } from '../../src/domain/snapshotFile'
import { packText, unpackText } from '../../src/stores/packText'
import { demoSnapshot } from '../exports/makers'

let stores = { indexedDB: new IDBFactory(), IDBKeyRange }
let shelf: SnapshotShelf
const snapshot = demoSnapshot()
const cardOf = (fields: Partial<SnapshotCard['seal']> = {}, fingerprint = snapshot.fingerprint): SnapshotCard => ({ fingerprint, seal: { ...snapshot.seal, ...fields }, lamps: [['done', null], ['behind']] })
const valueOf = <T>(answer: Shelved<T>): T => { if (!answer.ok) throw new Error(answer.problem.code); return answer.value }
const codeOf = (answer: Shelved<unknown>): string => (answer.ok ? 'ok' : answer.problem.code)
const packed = { isDeflated: false, bytes: new Uint8Array([1, 2, 3]) }

beforeEach(async () => {
  stores = { indexedDB: new IDBFactory(), IDBKeyRange }
  shelf = valueOf(await openSnapshots('real', 'jinjiang-2020', stores))
})
afterEach(() => { shelf.close(); vi.restoreAllMocks() })

describe('keeping', () => {
  it('a snapshot comes back whole for the next visit, deflated in between', async () => {
    const text = snapshotText(snapshot)
    const small = await packText(text)
    expect(small.isDeflated && small.bytes.length < text.length / 3).toBe(true)
    valueOf(await shelf.add(cardOf(), small))
    shelf.close()
    shelf = valueOf(await openSnapshots('real', 'jinjiang-2020', stores))
    expect(valueOf(await shelf.list())).toEqual([cardOf()])
    const back = await unpackText(valueOf(await shelf.read(snapshot.fingerprint))!)
    expect(back === text).toBe(true)
    expect(valueOf(await shelf.read('0'.repeat(64)))).toBeNull()
  })

  it('the same twice is one, and what is there already stays as it was', async () => {
    valueOf(await shelf.add(cardOf(), packed))
    valueOf(await shelf.add(cardOf({ name: '冒名' }), { isDeflated: false, bytes: new Uint8Array([9]) }))
    expect(valueOf(await shelf.list())).toEqual([cardOf()])
    expect(valueOf(await shelf.read(snapshot.fingerprint))).toMatchObject(packed)
    expect(Object.getOwnPropertyNames(Object.getPrototypeOf(shelf) as object).filter(name => /remove|delete|put|update|clear/.test(name))).toEqual([])
  })

  it('the latest comes first; demo and real, and two plans, never mix', async () => {
    valueOf(await shelf.add(cardOf({ madeAt: '2020-08-14T01:00:00.000Z' }, 'a'.repeat(64)), packed))
    valueOf(await shelf.add(cardOf({ madeAt: '2020-09-15T01:00:00.000Z' }, 'b'.repeat(64)), packed))
    expect(valueOf(await shelf.list()).map(card => card.fingerprint[0])).toEqual(['b', 'a'])
    for (const [workspace, plan] of [['demo', 'jinjiang-2020'], ['real', 'xiamen-2022']] as const) {
      const other = valueOf(await openSnapshots(workspace, plan, stores))
      expect(valueOf(await other.list())).toEqual([])
      expect(valueOf(await other.read('a'.repeat(64)))).toBeNull()
      other.close()
    }
  })
})

describe('damage', () => {
  it('bytes that are no longer what was stored are not read as a snapshot', async () => {
    const small = await packText(snapshotText(snapshot))
    const cut = { ...small, bytes: small.bytes.slice(0, -40) }
    const turned = { ...small, bytes: small.bytes.map((byte, i) => (i === 900 ? byte ^ 255 : byte)) }
    const texts = await Promise.all([cut, turned].map(unpackText))
    expect(texts.map(text => text !== null && readSnapshot(text).ok)).toEqual([false, false])
    expect(await unpackText({ isDeflated: false, bytes: new Uint8Array([0xff, 0xfe, 0x80]) })).toBeNull()
  })
})

describe('what the browser refuses', () => {
  it('no database at all, a forbidden one, a closed one', async () => {
    expect([codeOf(await openSnapshots('real', 'x')), codeOf(await openSnapshots('real', 'x', null))]).toEqual(['snapshot_missing', 'snapshot_missing'])
    const forbidding = { ...stores, indexedDB: { open: () => { throw new DOMException('no', 'SecurityError') } } as unknown as IDBFactory }
    expect(codeOf(await openSnapshots('real', 'x', forbidding))).toBe('snapshot_refused')
    shelf.close()
    expect([codeOf(await shelf.list()), codeOf(await shelf.add(cardOf(), packed))]).toEqual(['snapshot_closed', 'snapshot_closed'])
  })

  it('the disk is full: nothing is half kept, and what was kept stays', async () => {
    valueOf(await shelf.add(cardOf({}, 'a'.repeat(64)), packed))
    const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' })
    vi.spyOn(Dexie.prototype, 'transaction').mockImplementation((() => Dexie.Promise.reject(new Dexie.DexieError('QuotaExceededError', full))) as never)
    expect(codeOf(await shelf.add(cardOf({}, 'b'.repeat(64)), packed))).toBe('snapshot_full')
    vi.restoreAllMocks()
    expect(valueOf(await shelf.list()).map(card => card.fingerprint[0])).toEqual(['a'])
    expect(valueOf(await shelf.read('b'.repeat(64)))).toBeNull()
  })
})
