import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { IDBFactory } from 'fake-indexeddb'
import { serializeLines } from '../../src/domain/lineReader'
import type { Ledger } from '../../src/ledger/ledger'
import { markerKey } from '../../src/ledger/marker'
import { chainLengths, draft, foreignEvent, plan, Profile } from './makers'

let profile: Profile
let backup: string
let device: string
beforeEach(async () => {
  profile = new Profile()
  const ledger = await profile.tab()
  await ledger.merge(serializeLines([1, 2, 3, 4].map(n => foreignEvent(n))))
  for (let i = 0; i < 4; i++) await ledger.append([draft(i)], {})
  backup = ledger.serialize()
  device = ledger.device
  ledger.close()
})
afterEach(() => profile.close())

/** Changes the database behind the ledger's back, past the append-only guard. */
function tamper(stores: ('events' | 'heads' | 'meta')[], change: (transaction: IDBTransaction) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = profile.stores.indexedDB.open('guatu-real')
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(stores, 'readwrite')
      change(transaction)
      transaction.oncomplete = () => { opening.result.close(); resolve() }
      transaction.onerror = () => reject(transaction.error)
    }
    opening.onerror = () => reject(opening.error)
  })
}

const hashOf = (matches: (line: { device: string, data: { value: number } }) => boolean) =>
  backup.trim().split('\n').map(line => JSON.parse(line) as { hash: string, device: string, data: { value: number } }).find(matches)!.hash

/** The four merged events stand in one block under the hash of the first. */
const blockKey = () => `${hashOf(line => line.device !== device && line.data.value === 1)}+4`

const damages: [name: string, damage: () => Promise<void> | void][] = [
  ['emptied', () => tamper(['events', 'heads', 'meta'], change => { for (const name of ['events', 'heads', 'meta']) change.objectStore(name).clear() })],
  ['made anew', () => { profile.stores = { ...profile.stores, indexedDB: new IDBFactory() } }],
  ['events emptied, heads there', () => tamper(['events'], change => change.objectStore('events').clear())],
  ['the latest of this device gone', () => tamper(['events'], change => change.objectStore('events').delete([plan, hashOf(line => line.device === device && line.data.value === 3)]))],
  ['a middle one gone', () => tamper(['events'], change => change.objectStore('events').delete([plan, hashOf(line => line.device === device && line.data.value === 1)]))],
  ['a block of merged ones gone', () => tamper(['events'], change => change.objectStore('events').delete([plan, blockKey()]))],
  ['a line in a block garbled', () => tamper(['events'], change => {
    const block = { plan, key: blockKey(), lines: backup.trim().split('\n').filter(line => !line.includes(device)).map((line, i) => (i === 2 ? '{"v":1,' : line)).join('\n') }
    change.objectStore('events').put(block)
  })],
  ['a block garbled whole', () => tamper(['events'], change => change.objectStore('events').put({ plan, key: blockKey(), lines: '\n\n' }))],
  ['the head gone', () => tamper(['heads'], change => change.objectStore('heads').clear())],
  ['a line garbled', () => tamper(['events'], change => change.objectStore('events').put({ plan, key: hashOf(line => line.data.value === 2 && line.device === device), lines: '{"v":1,' }))],
]

describe('damage is seen at start, never a quiet fresh start', () => {
  it.each(damages)('%s: stops writing; the backup brings everything back', async (_name, damage) => {
    await damage()
    const opened = await profile.open()
    expect(opened).toMatchObject({ kind: 'damaged', problem: { code: 'ledger_damaged' }, expected: { count: 8 } })
    const { ledger } = opened as { ledger: Ledger }
    expect(await ledger.append([draft(9)], {})).toMatchObject({ ok: false, problem: { code: 'ledger_damaged' } })
    expect(await ledger.merge(backup)).toMatchObject({ ok: true, damage: null })
    expect(ledger.serialize()).toBe(backup)
    expect((await ledger.append([draft(9)], {})).ok).toBe(true)
    chainLengths(ledger.events.filter(event => event.device === device || event.device === ledger.device))
    ledger.close()
    const again = await profile.tab()
    expect(again.events).toHaveLength(9)
  })

  it.each(damages)('%s: the loss can be accepted, work goes on under a new chain, and stays accepted', async (_name, damage) => {
    await damage()
    const opened = await profile.open()
    const { ledger } = opened as { ledger: Ledger }
    const left = ledger.events.length
    expect(await ledger.acceptLoss()).toBeNull()
    expect(ledger.damage).toBeNull()
    expect(ledger.device).not.toBe(device)
    expect((await ledger.append([draft(9)], {})).ok).toBe(true)
    ledger.close()
    const again = await profile.tab()
    expect(again.events).toHaveLength(left + 1)
    expect(again.device).toBe(ledger.device)
  })

  it('without localStorage the heads in the database still tell, and the missing second place is said', async () => {
    const bare = await profile.tab({ storage: null })
    expect(bare.warnings.map(one => one.code)).toEqual(['marker_unavailable'])
    bare.close()
    await tamper(['events'], change => change.objectStore('events').clear())
    expect((await profile.open({ storage: null })).kind).toBe('damaged')
  })

  it('a storage that throws at every touch is as none', async () => {
    const refuse = () => { throw new DOMException('no', 'SecurityError') }
    const throwing = new Proxy({} as Storage, { get: () => refuse, set: refuse })
    const ledger = await profile.tab({ storage: throwing })
    expect(ledger.events).toHaveLength(8)
    expect(ledger.warnings).toHaveLength(1)
    expect((await ledger.append([draft(5)], {})).ok).toBe(true)
  })

  it.each(['', '{', 'null', '[]', '7', '{"devices":7}', '{"devices":{"dev-1":null,"dev-2":{"count":"9","hash":1},"x":{"count":1,"hash":"h"}}}', '{"__proto__":{"a":1}}'])('a marker that says %s is no marker', async text => {
    profile.storage.setItem(markerKey('real', plan), text)
    expect((await profile.tab()).events).toHaveLength(8)
    expect(({} as Record<string, unknown>).a).toBeUndefined()
  })

  it('a backup that is too old leaves the ledger damaged and says so', async () => {
    profile.stores = { ...profile.stores, indexedDB: new IDBFactory() }
    const { ledger } = await profile.open() as { ledger: Ledger }
    const older = `${backup.trim().split('\n').slice(0, 6).join('\n')}\n`
    expect(await ledger.merge(older)).toMatchObject({ ok: true, damage: { code: 'ledger_damaged' } })
    expect(ledger.serialize()).toBe(older)
    expect((await ledger.append([draft(1)], {})).ok).toBe(false)
    ledger.close()
    expect((await profile.open()).kind).toBe('damaged')
  })

  it('a second tab learns that the loss was accepted', async () => {
    profile.stores = { ...profile.stores, indexedDB: new IDBFactory() }
    const [one, two] = [await profile.open(), await profile.open()] as unknown as { ledger: Ledger }[]
    await one!.ledger.acceptLoss()
    await expect.poll(() => two!.ledger.damage).toBeNull()
    expect((await two!.ledger.append([draft(1)], {})).ok).toBe(true)
  })

  it('a head that goes while the page is open: the chain is not begun anew', async () => {
    const ledger = await profile.tab()
    await tamper(['heads'], change => change.objectStore('heads').clear())
    expect(await ledger.append([draft(9)], {})).toMatchObject({ ok: false, problem: { code: 'storage_cleared' } })
    expect(ledger.events).toHaveLength(8)
  })

  it('events that go while the page is open: the next look ends writing, and the page can still export', async () => {
    const ledger = await profile.tab()
    const told: string[] = []
    ledger.onTrouble(problem => told.push(problem.code))
    await tamper(['events'], change => change.objectStore('events').clear())
    await ledger.refresh()
    expect(told).toEqual(['storage_cleared'])
    expect(await ledger.append([draft(9)], {})).toMatchObject({ ok: false, problem: { code: 'storage_cleared' } })
    expect(ledger.serialize()).toBe(backup)
  })

  it.each([
    ['emptied', 'emptied', { found: 0, unreadable: 0 }],
    ['made anew', 'emptied', { found: 0, unreadable: 0 }],
    ['events emptied, heads there', 'emptied', { found: 0, isOlder: false }],
    ['the latest of this device gone', 'cut', { found: 7, isOlder: false }],
    ['a block of merged ones gone', 'cut', { found: 4, isOlder: true }],
    ['a line in a block garbled', 'corrupted', { found: 7, unreadable: 1 }],
    ['a line garbled', 'corrupted', { found: 7, unreadable: 1 }],
  ] as const)('%s: named %s, with counts by device', async (name, kind, counts) => {
    await damages.find(one => one[0] === name)![1]()
    const { ledger } = await profile.open() as { ledger: Ledger }
    const damage = await ledger.lookIntoDamage()
    expect(damage).toMatchObject({ kind, expected: 8, ...counts })
    expect(damage!.devices.reduce((sum, one) => sum + one.expected - one.found, 0)).toBe(8 - damage!.found)
    await ledger.merge(backup)
    expect(await ledger.lookIntoDamage()).toBeNull()
  })

  it("another profile's database in the place of ours: an alarm even where nothing is missing in it, and never its name", async () => {
    const other = new Profile()
    const theirs = await other.tab()
    await theirs.append([draft(50)], {})
    await theirs.merge(backup)
    const whole = theirs.serialize()
    theirs.close()
    profile.stores = other.stores
    const opened = await profile.open()
    expect(opened.kind).toBe('damaged')
    const { ledger } = opened as { ledger: Ledger }
    expect(await ledger.lookIntoDamage()).toMatchObject({ kind: 'swapped', devices: [] })
    await ledger.refresh()
    expect(await ledger.append([draft(9)], {})).toMatchObject({ ok: false, problem: { code: 'ledger_damaged' } })
    // Opened once more the alarm is still there: it does not take the other name for its own.
    expect((await profile.open()).kind).toBe('damaged')
    expect(await ledger.merge(backup)).toMatchObject({ ok: true, damage: null })
    expect(ledger.serialize()).toBe(whole)
    expect([theirs.device, device]).not.toContain(ledger.device)
    expect((await ledger.append([draft(9)], {})).ok).toBe(true)
    ledger.close()
    expect((await profile.tab()).events).toHaveLength(10)
  })

  it('a name that was renewed is no alarm where localStorage came too late to learn of it', async () => {
    const { ledger } = await (async () => { await tamper(['heads'], change => change.objectStore('heads').clear()); return await profile.open() as { ledger: Ledger } })()
    await ledger.acceptLoss()
    ledger.close()
    profile.storage.setItem('guatu-real:device', device)
    const again = await profile.tab()
    expect(again.device).not.toBe(device)
    expect(profile.storage.getItem('guatu-real:device')).toBe(again.device)
  })

  const lineWith = (hash: string) => backup.split('\n').find(one => one.includes(`"hash":"${hash}"`))!
  it.each([
    ['its figure', (line: string) => line.replace('"value":1', '"value":100')],
    ['its hash', (line: string, hash: string) => line.replace(hash, `${hash.slice(0, 60)}${hash.endsWith('0000') ? '1111' : '0000'}`)],
  ])('a record that reads well with another content (%s): found by the check, a whole copy takes its place, now and at every later start', async (_what, change) => {
    const hash = hashOf(line => line.device === device && line.data.value === 1)
    await tamper(['events'], changes => changes.objectStore('events').put({ plan, key: hash, lines: change(lineWith(hash), hash) }))
    const ledger = await profile.tab()
    expect(ledger.serialize()).not.toBe(backup)
    expect((await ledger.verify()).wrong).toHaveLength(1)
    expect(await ledger.lookIntoDamage()).toMatchObject({ kind: 'corrupted', wrong: 1, devices: [] })
    expect(await ledger.previewMerge(backup)).toMatchObject({ fresh: 1, known: 7, conflicts: 0 })
    expect(await ledger.merge(backup)).toMatchObject({ ok: true, repaired: 1, damage: null })
    expect(ledger.serialize()).toBe(backup)
    expect(ledger.device).toBe(device)
    expect(await ledger.verify()).toMatchObject({ checked: 8, wrong: [] })
    expect(await ledger.lookIntoDamage()).toBeNull()
    expect((await ledger.append([draft(9)], {})).ok).toBe(true)
    ledger.close()
    const again = await profile.tab()
    expect(again.events).toHaveLength(9)
    expect((await again.verify()).wrong).toEqual([])
    expect(await again.merge(backup)).toMatchObject({ ok: true, events: [] })
  })

  it('the copy that repaired is garbled in turn: it repairs nothing, and another takes its place', async () => {
    const hash = hashOf(line => line.device === device && line.data.value === 1)
    const wrong = lineWith(hash).replace('"value":1', '"value":100')
    await tamper(['events'], changes => changes.objectStore('events').put({ plan, key: hash, lines: wrong }))
    const first = await profile.tab()
    await first.verify()
    await first.merge(backup)
    first.close()
    await tamper(['events'], changes => changes.objectStore('events').put({ plan, key: `${hash}~`, lines: wrong.replace('100', '101') }))
    const second = await profile.tab()
    expect((await second.verify()).wrong).toHaveLength(1)
    expect(await second.merge(backup)).toMatchObject({ ok: true, repaired: 1 })
    second.close()
    expect((await profile.tab()).serialize()).toBe(backup)
  })

  it('verify finds a changed line and a broken chain', async () => {
    const hash = hashOf(line => line.device === device && line.data.value === 1)
    const line = backup.split('\n').find(one => one.includes(`"hash":"${hash}"`))!.replace('"value":1', '"value":100')
    await tamper(['events'], change => change.objectStore('events').put({ plan, key: hash, lines: line }))
    const ledger = await profile.tab()
    const verified = await ledger.verify()
    expect(verified.checked).toBe(8)
    expect(verified.wrong).toHaveLength(1)
    expect(verified.breaks.filter(one => one.device === device)).toEqual([])
  })
})
