/** What earlier versions have left on people's disks opens whole; a newer database is refused in words; a failing upgrade changes nothing (reliability.md 7, goals 11, 12). */
import 'fake-indexeddb/auto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Problem } from '../../src/domain/problem'
import { schemaVersion } from '../../src/ledger/database'
import { openEvidence } from '../../src/ledger/evidenceShelf'
import { openNotices } from '../../src/ledger/noticeShelf'
import { openPlaceShelf } from '../../src/ledger/placeShelf'
import { openShelf } from '../../src/ledger/planShelf'
import { openSnapshots } from '../../src/ledger/snapshotShelf'
import { openSyncShelf } from '../../src/ledger/syncShelf'
import { recordFigure } from '../tools/figures'
import { projectFolder } from '../tools/projectFiles'
import { chainLengths, draft, Profile } from './makers'
import { fixtureFile, outcomeOf, readFixture, writeFixture } from './schemaFixture'
import type { SchemaFixture } from './schemaFixture'

const plan = 'jinjiang-2020'
const schemas = readdirSync(join(projectFolder, 'test/ledger/fixtures')).flatMap(name => /^schema-(\d+)\.json$/.exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b)

let profile: Profile
beforeEach(() => { profile = new Profile() })
afterEach(() => {
  vi.restoreAllMocks()
  profile.close()
})

const bytesOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value), (_key, one: unknown) => (typeof one === 'object' && one !== null && 'bytes' in one && typeof one.bytes === 'string' ? new Uint8Array(Buffer.from(one.bytes, 'base64')) : one))
/** Puts the databases of a fixture into the profile, as their programme made them; and keeps what it is given open, if asked. */
async function restore(fixture: SchemaFixture, versions: (version: number) => number = version => version): Promise<void> {
  for (const [key, value] of Object.entries(fixture.storage)) profile.storage.setItem(key, value)
  for (const { name, version, stores } of fixture.databases) {
    await new Promise<void>((resolve, reject) => {
      const opening = profile.stores.indexedDB.open(name, versions(version))
      opening.onupgradeneeded = () => {
        for (const { name: store, keyPath, indexes, records } of stores) {
          const made = opening.result.createObjectStore(store, { keyPath })
          for (const index of indexes) made.createIndex(index.name, index.keyPath)
          for (const record of records) made.add(bytesOf(record))
        }
      }
      opening.onsuccess = () => { opening.result.close(); resolve() }
      opening.onerror = () => reject(opening.error)
    })
  }
}

/** Everything that a database holds, and its version, as it stands. */
function contents(name: string): Promise<{ version: number, records: Record<string, unknown[]> }> {
  return new Promise((resolve, reject) => {
    const opening = profile.stores.indexedDB.open(name)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      const reading = database.transaction([...database.objectStoreNames])
      const records: Record<string, unknown[]> = {}
      for (const store of database.objectStoreNames) reading.objectStore(store).getAll().onsuccess = event => { records[store] = (event.target as IDBRequest<unknown[]>).result }
      reading.oncomplete = () => { database.close(); resolve({ version: database.version, records }) }
    }
  })
}

/** Each shelf's own way of reading what the fixture put there; the code of its problem where it does not open. */
const shelves: Readonly<Record<string, (stores: Profile['stores']) => Promise<unknown>>> = {
  'guatu-evidence': async stores => { const one = await openEvidence('real', plan, stores); return one.ok ? await one.value.list().finally(() => one.value.close()) : one.problem },
  'guatu-notices': async stores => { const one = await openNotices(stores); return one.ok ? await one.value.read(plan).finally(() => one.value.close()) : one.problem },
  'guatu-places': async stores => { const one = await openPlaceShelf(stores); return one.ok ? await one.value.read(plan).finally(() => one.value.close()) : one.problem },
  'guatu-plans': async stores => { const one = await openShelf(stores); return one.ok ? await one.value.read('own-2020').finally(() => one.value.close()) : one.problem },
  'guatu-snapshots': async stores => { const one = await openSnapshots('real', plan, stores); return one.ok ? await one.value.read('a'.repeat(64)).finally(() => one.value.close()) : one.problem },
  'guatu-sync': async stores => { const one = await openSyncShelf('real', plan, stores); return one.ok ? await one.value.notes('quote').finally(() => one.value.close()) : one.problem },
}
const kept: Readonly<Record<string, unknown>> = {
  'guatu-evidence': [{ type: 'image/jpeg', size: 6 }],
  'guatu-notices': { name: '要点.txt', text: '一、新建站点' },
  'guatu-places': { tiles: { '350582001': [1, 2] }, map: null },
  'guatu-plans': { text: '{"a":2}', title: '自有计划' },
  'guatu-snapshots': { isDeflated: false, bytes: new Uint8Array([1, 2, 3]) },
  'guatu-sync': [{ id: 'dev-0000000000000001', value: { unit: 'yanglao' } }],
}

it('every schema so far has its fixture; today\'s gets one where there is none, to be committed', async () => {
  if (!existsSync(fixtureFile(schemaVersion)) && process.env.CI !== 'true') await writeFixture()
  expect(Array.from({ length: schemaVersion }, (_, i) => existsSync(fixtureFile(i + 1)))).toEqual(Array.from({ length: schemaVersion }, () => true))
})

describe('a profile of an earlier version', () => {
  it.each(schemas)('schema %i: the ledger opens whole, with the same lines, head and board, and goes on in its chain', async schema => {
    const fixture = readFixture(schema)
    await restore(fixture)
    const before = await contents('guatu-real')
    const ledger = await profile.tab({ plan })
    expect(outcomeOf(ledger)).toEqual(fixture.expected)
    const { version, records } = await contents('guatu-real')
    expect(version).toBe(schemaVersion * 10)
    expect(records).toMatchObject(before.records)
    expect(await ledger.quarantined()).toHaveLength(before.records.quarantine?.length ?? 0)
    expect((await ledger.append([draft(7, '350582001')], {})).ok).toBe(true)
    expect(chainLengths(ledger.events.filter(event => event.device === fixture.expected.device))).toEqual({ [fixture.expected.device]: 3 })
    ledger.close()
    expect((await profile.tab({ plan })).events).toHaveLength(fixture.expected.events + 1)
  })

  it.each(schemas.flatMap(schema => readFixture(schema).databases.filter(one => one.name !== 'guatu-real').map(one => [schema, one.name] as const)))('schema %i: %s is read as it was kept', async (schema, name) => {
    await restore(readFixture(schema))
    expect(await shelves[name]!(profile.stores)).toMatchObject({ ok: true, value: kept[name] })
  })

  it('today\'s fixture has every database that there is', () => {
    expect(readFixture(schemaVersion).databases.map(one => one.name)).toEqual([...Object.keys(shelves), 'guatu-real'].sort())
  })
})

describe('a failing upgrade', () => {
  it.each(schemas.filter(schema => schema < schemaVersion))('from schema %i: said in words, the old data stays as it was, and the next try succeeds', async schema => {
    const fixture = readFixture(schema)
    await restore(fixture)
    const before = await contents('guatu-real')
    const create = IDBDatabase.prototype.createObjectStore
    vi.spyOn(IDBDatabase.prototype, 'createObjectStore').mockImplementation(function (this: IDBDatabase, ...parts: Parameters<typeof create>) {
      create.apply(this, parts)
      throw new DOMException('injected', 'DataError')
    })
    const opened = await profile.open({ plan })
    expect(opened.kind).toBe('unavailable')
    expect((opened as { problem: Problem }).problem.why).toMatch(/\p{Script=Han}/u)
    vi.restoreAllMocks()
    expect(await contents('guatu-real')).toEqual(before)
    const ledger = await profile.tab({ plan })
    expect(outcomeOf(ledger)).toEqual(fixture.expected)
  })
})

describe('databases of a newer version', () => {
  it('the ledger and every shelf are refused in words, and left as they are', async () => {
    await restore(readFixture(schemaVersion), version => version + 10)
    const opened = await profile.open({ plan })
    expect(opened).toMatchObject({ kind: 'unavailable', problem: { code: 'ledger_newer' } })
    expect(await contents('guatu-real')).toMatchObject({ version: schemaVersion * 10 + 10 })
    for (const [name, open] of Object.entries(shelves)) {
      const before = await contents(name)
      const answer = await open(profile.stores) as Problem
      expect(answer.code, name).toMatch(/_newer$/)
      expect(answer.why, name).toMatch(/更新版本/)
      expect(await contents(name)).toEqual(before)
    }
  })
})

describe('an old tab that is open', () => {
  it('that lets go: the upgrade goes through at once, and the old tab says why it stops', async () => {
    const fixture = readFixture(1)
    await restore(fixture)
    const old = await new Promise<IDBDatabase>(resolve => { const opening = profile.stores.indexedDB.open('guatu-real'); opening.onsuccess = () => resolve(opening.result) })
    old.onversionchange = () => old.close()
    expect(outcomeOf(await profile.tab({ plan }))).toEqual(fixture.expected)
  })

  it('that does not: the new one says so at once, waits, and goes on by itself when it closes', async () => {
    const fixture = readFixture(1)
    await restore(fixture)
    const old = await new Promise<IDBDatabase>(resolve => { const opening = profile.stores.indexedDB.open('guatu-real'); opening.onsuccess = () => resolve(opening.result) })
    const told: string[] = []
    const opening = profile.open({ plan, onTrouble: problem => told.push(problem.code) })
    await expect.poll(() => told, { timeout: 3_000 }).toEqual(['ledger_blocked'])
    old.close()
    const opened = await opening
    expect(opened.kind).toBe('ready')
    if (opened.kind === 'ready') expect(outcomeOf(opened.ledger)).toEqual(fixture.expected)
    recordFigure({ id: 'schemas', name: 'schemas so far that open with the same lines, head and board; failed upgrades leave the old data; newer databases are refused in words', value: `${schemas.length} of ${schemas.length} schemas, ${Object.keys(shelves).length + 1} databases`, goal: 'all' })
  })
})
