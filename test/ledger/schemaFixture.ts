/** Every database of a schema with data in it, as it stands on people's disks: one file for each schema version, written once by the programme of its time. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { boardFileOf, serializeBoard } from '../../src/domain/boardFile.ts'
import { headOf, sha256Hex } from '../../src/domain/hash.ts'
import { foldEvents } from '../../src/domain/history.ts'
import { serializeLines } from '../../src/domain/lineReader.ts'
import { indexPlan } from '../../src/domain/plan.ts'
import type { Plan } from '../../src/domain/plan.ts'
import { boardOf } from '../../src/domain/rollUp.ts'
import type { EventDraft } from '../../src/ledger/append.ts'
import { schemaVersion } from '../../src/ledger/database.ts'
import { openEvidence } from '../../src/ledger/evidenceShelf.ts'
import { openNotices } from '../../src/ledger/noticeShelf.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openPlaceShelf } from '../../src/ledger/placeShelf.ts'
import { openShelf } from '../../src/ledger/planShelf.ts'
import { openSnapshots } from '../../src/ledger/snapshotShelf.ts'
import { openSyncShelf } from '../../src/ledger/syncShelf.ts'
import { foreignEvent, Profile } from './makers.ts'
import { dataFolder, projectFolder } from '../tools/projectFiles.ts'

const plan = 'jinjiang-2020'
const asked = { asOf: '2020-09-15', knownAt: '2020-12-31' }

const report = (target: string, area: string, value: number, at = '2020-06-30'): EventDraft => ({ type: 'report', at, data: { target, area, value } })

/** Entries of two chains of this profile, a block from elsewhere and a line that cannot be read. */
async function fillLedger(profile: Profile): Promise<Ledger> {
  const first = await profile.tab({ plan })
  await first.append([{ type: 'allocate', at: '2020-05-01', data: { target: '1.3-2', shares: { '350582001': 20, '350582002': 15 } } }, report('1.3-2', '350582001', 14)], { unit: 'jiuzhu', name: '张三' })
  await first.append([report('2.1-2', '350582001', 80.5), report('1.3-2', '350582002', 3, '2020-07-31')], { unit: 'yanglao' })
  const others = Array.from({ length: 12 }, (_, n) => foreignEvent(n, { plan, data: { target: '2.1-2', area: '350582003', value: n, note: n === 3 ? '“引号”、😀与\\反斜线' : '' } }))
  await first.merge(`${serializeLines(others)}{"v":1,\n`)
  first.close()
  // One chain ends and another begins: a loss that was accepted.
  const database = await rawOpen(profile.stores.indexedDB, 'guatu-real')
  const gone = database.transaction('events', 'readwrite')
  const lost = first.events.find(event => event.device === first.device && event.data.value === 3)!
  gone.objectStore('events').delete([plan, lost.hash])
  await new Promise(resolve => { gone.oncomplete = resolve })
  database.close()
  const opened = await profile.open({ plan })
  if (opened.kind !== 'damaged') throw new Error(opened.kind)
  await opened.ledger.acceptLoss()
  await opened.ledger.append([report('1.3-2', '350582002', 4, '2020-07-31'), { type: 'exempt', at: '2020-08-01', data: { target: '2.1-2', area: '350582003', state: 'paused', reason: '道路施工' } }], { unit: 'jiuzhu' })
  // And one whose clock is two days ahead.
  await opened.ledger.merge(serializeLines([foreignEvent(40, { plan, recordedAt: '2020-07-04T12:00:00.000Z/0000/dev-0000000000000001', device: '1' })]))
  return opened.ledger
}

async function fillShelves(stores: Profile['stores']): Promise<void> {
  const evidence = await openEvidence('real', plan, stores)
  const snapshots = await openSnapshots('real', plan, stores)
  const notices = await openNotices(stores)
  const plans = await openShelf(stores)
  const places = await openPlaceShelf(stores)
  const sync = await openSyncShelf('real', plan, stores)
  if (!evidence.ok || !snapshots.ok || !notices.ok || !plans.ok || !places.ok || !sync.ok) throw new Error('a shelf did not open')
  await evidence.value.put('image/jpeg', new Uint8Array([255, 216, 0, 1, 2, 3]))
  await snapshots.value.add({ fingerprint: 'a'.repeat(64), seal: { name: '六月', madeAt: '2020-07-01T01:00:00.000Z' } as never, lamps: [['done', null]] }, { isDeflated: false, bytes: new Uint8Array([1, 2, 3]) })
  await notices.value.put({ plan, name: '要点.txt', text: '一、新建站点', size: 18, openedAt: '2020-05-09T01:00:00.000Z' })
  const entry = (text: string, addedAt: string) => ({ id: 'own-2020', text, hash: sha256Hex(text), title: '自有计划', area: '测试市', year: 2020, documentNumber: null, addedAt })
  await plans.value.put(entry('{"a":1}', '2020-05-09T01:00:00.000Z'))
  await plans.value.put(entry('{"a":2}', '2020-06-09T01:00:00.000Z'))
  await places.value.keepTiles(plan, { '350582001': [1, 2] })
  await sync.value.note('quote', 'dev-0000000000000001', { at: '2020-07-01T01:00:00.000Z', unit: 'yanglao', heads: {} })
  for (const shelf of [evidence, snapshots, notices, plans, places, sync]) shelf.value.close()
}

function rawOpen(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = factory.open(name)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
}

const plainOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_key, one: unknown) => (one instanceof Uint8Array ? { bytes: Buffer.from(one).toString('base64') } : one)))

async function dump(factory: IDBFactory): Promise<SchemaFixture['databases']> {
  const databases: SchemaFixture['databases'] = []
  for (const { name } of (await factory.databases()).sort((a, b) => (a.name! < b.name! ? -1 : 1))) {
    const database = await rawOpen(factory, name!)
    const stores: SchemaFixture['databases'][number]['stores'] = []
    for (const storeName of database.objectStoreNames) {
      const store = database.transaction(storeName).objectStore(storeName)
      const indexes = [...store.indexNames].map(one => ({ name: one, keyPath: store.index(one).keyPath as string | string[] }))
      const records = await new Promise<unknown[]>(resolve => { const asking = store.getAll(); asking.onsuccess = () => resolve(asking.result) })
      stores.push({ name: storeName, keyPath: store.keyPath as string | string[], indexes, records: records.map(plainOf) })
    }
    databases.push({ name: name!, version: database.version, stores })
    database.close()
  }
  return databases
}

export const fixtureFile = (schema: number): string => join(projectFolder, `test/ledger/fixtures/schema-${schema}.json`)

export interface SchemaFixture {
  schema: number
  plan: string
  asked: { asOf: string, knownAt: string }
  expected: { events: number, device: string, lines: string, head: string, board: string }
  storage: Record<string, string>
  databases: { name: string, version: number, stores: { name: string, keyPath: string | string[], indexes: { name: string, keyPath: string | string[] }[], records: unknown[] }[] }[]
}

export const readFixture = (schema: number): SchemaFixture => JSON.parse(readFileSync(fixtureFile(schema), 'utf8')) as SchemaFixture

/** What a ledger of the fixture's plan comes to: its lines, head and board. */
export function outcomeOf(ledger: Ledger): SchemaFixture['expected'] {
  const index = indexPlan(JSON.parse(readFileSync(join(dataFolder, 'plans', `${plan}.json`), 'utf8')) as Plan)
  const history = foldEvents(index, ledger.events)
  return {
    events: ledger.events.length, device: ledger.device, lines: sha256Hex(ledger.serialize()), head: headOf(ledger.events.map(event => event.hash)),
    board: sha256Hex(serializeBoard(boardFileOf(boardOf(history, asked), history, false))),
  }
}

/** Writes the file of today's schema. Never over one that is there: what people have on their disks does not change. */
export async function writeFixture(): Promise<void> {
  const profile = new Profile()
  const ledger = await fillLedger(profile)
  await fillShelves(profile.stores)
  const expected = outcomeOf(ledger)
  ledger.close()
  const fixture: SchemaFixture = { schema: schemaVersion, plan, asked, expected, storage: Object.fromEntries(profile.storage.entries), databases: await dump(profile.stores.indexedDB) }
  writeFileSync(fixtureFile(schemaVersion), `${JSON.stringify(fixture, null, 1)}\n`, { flag: 'wx' })
}
