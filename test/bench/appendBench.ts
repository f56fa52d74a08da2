/** Chromium: one event appended, against a bare strict IndexedDB transaction with the same reads and writes. */
import { openLedger } from '../../src/ledger/openLedger'
import { alternate } from './rounds'
import type { Pair } from './rounds'

const asPromise = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => {
  request.onsuccess = () => resolve(request.result)
  request.onerror = () => reject(request.error ?? new Error('request failed'))
})

async function openBare(): Promise<IDBDatabase> {
  const opening = indexedDB.open('bare', 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('events', { keyPath: ['plan', 'hash'] })
    opening.result.createObjectStore('heads', { keyPath: ['plan', 'device'] })
  }
  return asPromise(opening)
}

async function appendBare(database: IDBDatabase, line: string, n: number): Promise<void> {
  const transaction = database.transaction(['events', 'heads'], 'readwrite', { durability: 'strict' })
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error ?? new Error('transaction failed'))
  })
  const heads = transaction.objectStore('heads')
  const head = await asPromise<{ seq: number } | undefined>(heads.get(['wide-2024', 'dev']))
  const hash = n.toString(16).padStart(64, '0')
  transaction.objectStore('events').add({ plan: 'wide-2024', hash, line })
  heads.put({ plan: 'wide-2024', device: 'dev', seq: (head?.seq ?? 0) + 1, hash, recordedAt: line.slice(0, 48) })
  await done
}

export async function measureAppend(rounds: number): Promise<Pair> {
  const opened = await openLedger({ plan: 'wide-2024', workspace: 'real' })
  if (opened.kind !== 'ready') throw new Error(opened.problem.why)
  const { ledger } = opened
  const database = await openBare()
  let line = ''
  let n = 0
  const ours = async (round: number) => {
    const from = performance.now()
    const appended = await ledger.append([{ type: 'report', at: '2024-06-30', data: { target: '1.1-1', area: '990101', value: round + 2 } }], { unit: 'office' })
    const time = performance.now() - from
    if (!appended.ok) throw new Error(appended.problem.why)
    line = JSON.stringify(appended.events[0])
    return time
  }
  await ours(0)
  const theirs = async () => {
    const from = performance.now()
    await appendBare(database, line, n++)
    return performance.now() - from
  }
  const pair = await alternate(rounds, ours, theirs)
  ledger.close()
  database.close()
  return pair
}
