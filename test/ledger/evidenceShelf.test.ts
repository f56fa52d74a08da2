/** The shelf of evidence: bytes by their hash, workspaces and plans apart; every failure of the browser is a problem, never a rejection. */
import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sha256OfBytes } from '../../src/domain/hash'
import type { EvidenceShelf, Shelved } from '../../src/ledger/evidenceShelf'
import { openEvidence } from '../../src/ledger/evidenceShelf'

let stores = { indexedDB: new IDBFactory(), IDBKeyRange }
let shelf: EvidenceShelf
const valueOf = <T>(answer: Shelved<T>): T => { if (!answer.ok) throw new Error(answer.problem.code); return answer.value }
const codeOf = (answer: Shelved<unknown>): string => (answer.ok ? 'ok' : answer.problem.code)
const bytes = (...list: number[]) => new Uint8Array(list)

beforeEach(async () => {
  stores = { indexedDB: new IDBFactory(), IDBKeyRange }
  shelf = valueOf(await openEvidence('real', 'jinjiang-2020', stores))
})
afterEach(() => { shelf.close(); vi.restoreAllMocks() })

describe('keeping', () => {
  it('is found again by its hash on the next visit; the same bytes are one file', async () => {
    const card = valueOf(await shelf.put('image/jpeg', bytes(1, 2, 3)))
    expect(card).toEqual({ hash: sha256OfBytes(bytes(1, 2, 3)), type: 'image/jpeg', size: 3 })
    await shelf.put('image/jpeg', bytes(1, 2, 3))
    shelf.close()
    shelf = valueOf(await openEvidence('real', 'jinjiang-2020', stores))
    expect(valueOf(await shelf.list())).toEqual([card])
    expect(valueOf(await shelf.read(card.hash))).toEqual({ hash: card.hash, type: 'image/jpeg', bytes: bytes(1, 2, 3) })
    expect(valueOf(await shelf.read('0'.repeat(64)))).toBeNull()
  })

  it('the demo and another plan see nothing of it, and clear nothing of it', async () => {
    const { hash } = valueOf(await shelf.put('application/pdf', bytes(9)))
    for (const [workspace, plan] of [['demo', 'jinjiang-2020'], ['real', 'xiamen-2022']] as const) {
      const other = valueOf(await openEvidence(workspace, plan, stores))
      expect(valueOf(await other.list())).toEqual([])
      expect(valueOf(await other.read(hash))).toBeNull()
      valueOf(await other.remove([hash]))
      other.close()
    }
    expect(valueOf(await shelf.list())).toHaveLength(1)
    valueOf(await shelf.remove([hash]))
    expect(valueOf(await shelf.list())).toEqual([])
    expect(valueOf(await shelf.read(hash))).toBeNull()
  })

  it('bytes that are no longer those of their hash are not handed out', async () => {
    const { hash } = valueOf(await shelf.put('image/jpeg', bytes(1, 2, 3)))
    const other = new Dexie('guatu-evidence', stores)
    await other.open()
    await other.table('bytes').put({ key: `real/jinjiang-2020/${hash}`, bytes: bytes(1, 2, 4) })
    other.close()
    expect(valueOf(await shelf.read(hash))).toBeNull()
  })
})

describe('faults', () => {
  it('no database, a full disk, a closed one, a newer one: named, never thrown', async () => {
    expect(codeOf(await openEvidence('real', 'p', null))).toBe('evidence_missing')
    vi.spyOn(Dexie.prototype, 'transaction').mockRejectedValueOnce(Object.assign(new Error('x'), { name: 'QuotaExceededError' }))
    expect(codeOf(await shelf.put('image/jpeg', bytes(1)))).toBe('evidence_full')
    shelf.close()
    expect(codeOf(await shelf.list())).toBe('evidence_closed')
    const newer = new Dexie('guatu-evidence', stores)
    newer.version(2).stores({ cards: 'key, space', bytes: 'key', more: 'x' })
    await newer.open()
    newer.close()
    expect(codeOf(await openEvidence('real', 'jinjiang-2020', stores))).toBe('evidence_newer')
  })
})
