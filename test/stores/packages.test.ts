/** Packages between two devices: made, taken, taken again, and the receipt on its way back. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { indexPlan } from '../../src/domain/plan'
import type { Ledger } from '../../src/ledger/ledger'
import { useEvidence } from '../../src/stores/evidence'
import { useIdentity } from '../../src/stores/identity'
import { usePackages } from '../../src/stores/packages'
import type { Made, PackageFile } from '../../src/stores/packages'
import { useWorkspace } from '../../src/stores/workspace'
import { makePlan, makeTarget } from '../domain/makers'
import { foreignEvent, MemoryStorage, plan, Profile } from '../ledger/makers'
import { photo } from '../sync/packageMakers'

interface Device { ledger: Ledger, packages: ReturnType<typeof usePackages>, evidence: ReturnType<typeof useEvidence>, use(): void }
const devices: Profile[] = []

/** A browser of its own with the plan open; `use` makes its databases the ones that are there. */
async function device(unit: string, name: string): Promise<Device> {
  const profile = new Profile()
  devices.push(profile)
  const ledger = await profile.tab()
  const pinia = createPinia()
  const stores = { indexedDB: new IDBFactory(), IDBKeyRange }
  const use = () => {
    vi.stubGlobal('indexedDB', stores.indexedDB)
    setActivePinia(pinia)
  }
  use()
  const workspace = useWorkspace()
  workspace.planId = plan
  workspace.index = indexPlan(makePlan([makeTarget()]))
  workspace.openLedger = () => ledger
  useIdentity().identity = { unit, name }
  return { ledger, packages: usePackages(), evidence: useEvidence(), use }
}

const fileOf = (made: Made): PackageFile => { if (!made.ok) throw new Error(made.problem.code); return made.file }
const enter = async (of: Device, value: number, unit = 'a', area = 'a') => { const appended = await of.ledger.append([{ type: 'report', at: '2020-06-30', data: { target: '1.1-1', area, value } }], { unit }); if (!appended.ok) throw new Error(appended.problem.code) }
const everything = { scope: 'all', unit: null, withEvidence: true, passphrase: null } as const
const codeOf = (answer: { ok: true } | { ok: false, problem: { code: string } }): string => (answer.ok ? 'ok' : answer.problem.code)

beforeEach(() => {
  vi.stubGlobal('IDBKeyRange', IDBKeyRange)
  vi.stubGlobal('localStorage', new MemoryStorage())
})
afterEach(() => {
  for (const profile of devices.splice(0)) profile.close()
  vi.unstubAllGlobals()
})

it('a township reports, the office takes, the receipt comes back', async () => {
  const town = await device('a', '张三')
  await town.evidence.open('real', plan)
  const kept = await town.evidence.keep('image/jpeg', photo(1))
  const hash = kept.ok ? kept.value.hash : ''
  await enter(town, 3)
  await town.ledger.append([{ type: 'evidence', at: '2020-06-30', data: { target: '1.1-1', area: 'a', form: 'photo', name: '门口', hash } }, { type: 'evidence', at: '2020-06-30', data: { target: '1.1-1', area: 'a', form: 'pdf', name: '不在本机', hash: '0'.repeat(64) } }], { unit: 'a' })
  const made = await town.packages.make(everything)
  expect(made).toMatchObject({ ok: true, missing: 1, problem: null, sent: { count: 3, evidence: 1, receivedAt: null } })
  const file = fileOf(made)

  const office = await device('yanglao', '李四')
  const readings = await office.packages.read([file, { name: 'x.guatu', bytes: file.bytes.slice(0, 50) }], new Map())
  expect(readings).toMatchObject([{ state: 'ready', rivals: 0, takenAt: null, preview: { fresh: 3, known: 0 }, evidence: { fresh: 1, known: 0 }, breaks: [], manifest: { by: { name: '张三', unit: 'a' } } }, { state: 'refused', problem: { code: 'package_cut' } }])
  expect(office.ledger.events.length).toBe(0)
  const taken = await office.packages.take(readings)
  expect(taken).toMatchObject([{ ok: true, problem: null, fresh: 3, takenBefore: null }, { ok: false, problem: { code: 'package_cut' }, receipt: null }])
  expect(office.ledger.serialize()).toBe(town.ledger.serialize())
  expect(office.evidence.cards.has(hash)).toBe(true)
  const [again] = await office.packages.take(await office.packages.read([file], new Map()))
  expect(again).toMatchObject({ ok: true, fresh: 0, receipt: { code: taken[0]!.receipt!.code, by: '养老服务科 李四' } })
  expect(again!.takenBefore).toBe(taken[0]!.receipt!.at)
  const text = office.packages.receiptText([taken[0]!.receipt!])
  expect(codeOf(await office.packages.checkReceipt(text))).toBe('receipt_unknown')

  town.use()
  expect(codeOf(await town.packages.checkReceipt('收到'))).toBe('receipt_unreadable')
  expect(codeOf(await town.packages.checkReceipt(text.replace('3 条', '2 条')))).toBe('receipt_altered')
  expect(town.packages.sent[0]!.receivedAt).toBeNull()
  expect(await town.packages.checkReceipt(`${text}\n谢谢`)).toMatchObject({ ok: true, by: '养老服务科 李四', sent: { receivedBy: '养老服务科 李四' } })
  setActivePinia(createPinia())
  useWorkspace().planId = plan
  const next = usePackages()
  await next.load()
  expect(next.sent).toMatchObject([{ name: file.name, receivedBy: '养老服务科 李四', code: taken[0]!.receipt!.code }])
})

it('since the last package only what is new goes, one unit only its own, nothing is nothing', async () => {
  const town = await device('a', '')
  expect(codeOf(await town.packages.make(everything))).toBe('package_nothing')
  await enter(town, 1)
  await enter(town, 2, 'b', 'b')
  expect(town.packages.countOf('unit', 'b')).toBe(1)
  expect(await town.packages.make({ ...everything, scope: 'unit', unit: 'b' })).toMatchObject({ ok: true, sent: { count: 1, unit: 'b' } })
  const since = { ...everything, scope: 'since' } as const
  expect(await town.packages.make(since)).toMatchObject({ ok: true, sent: { count: 1 } })
  expect(codeOf(await town.packages.make(since))).toBe('package_nothing')
  await enter(town, 3)
  // What came late from others, recorded long before, goes too.
  await town.ledger.mergeLines({ events: [foreignEvent(1)], aside: [], foreign: 0, repeated: 0, refused: null })
  expect(await town.packages.make(since)).toMatchObject({ ok: true, sent: { count: 2 } })
  expect(await town.packages.make(everything)).toMatchObject({ ok: true, sent: { count: 4 } })
  expect(codeOf(await town.packages.make(since))).toBe('package_nothing')
  expect(town.packages.sent.map(one => one.scope)).toEqual(['all', 'since', 'since', 'unit'])
})

it('many at once: rivals, a broken chain that the next file mends, a clock far ahead, a passphrase, a plain ledger, other files', async () => {
  const town = await device('a', '')
  await enter(town, 3)
  const first = fileOf(await town.packages.make(everything))
  await enter(town, 4, 'a', 'b')
  const second = fileOf(await town.packages.make({ ...everything, scope: 'since', passphrase: '雨后丁香四月天气' }))

  const office = await device('yanglao', '')
  await enter(office, 9, 'yanglao')
  const alone = await office.packages.read([second], new Map([[second.name, '雨后丁香四月天气']]))
  expect(alone).toMatchObject([{ state: 'ready', isSealed: true, breaks: [{ kind: 'missing' }] }])
  const far = foreignEvent(9, { recordedAt: '2031-01-01T00:00:00.000Z/0000/dev-00000000000000ff' })
  const plain = { name: '台账.jsonl', bytes: new TextEncoder().encode(JSON.stringify(far)) }
  const files = [second, { ...second, name: '口令不对.guatu' }, { ...second, name: '没给口令.guatu' }, plain, first, { name: '表.xlsx', bytes: photo(1) }]
  const readings = await office.packages.read(files, new Map([[second.name, '雨后丁香四月天气'], ['口令不对.guatu', '雨后丁香五月天气']]))
  expect(readings.map(({ state, problem, rivals, breaks, preview }) => [state, problem?.code ?? null, rivals, breaks.length, preview?.fresh ?? null, preview?.ahead ?? null])).toEqual([
    ['ready', null, 0, 0, 1, 0], ['passphrase', 'package_passphrase_wrong', 0, 0, null, null], ['passphrase', null, 0, 0, null, null], ['ready', null, 0, 0, 0, 1], ['ready', null, 1, 0, 1, 0], ['refused', 'package_not', 0, 0, null, null],
  ])
  const taken = await office.packages.take(readings)
  expect(taken.map(one => [one.ok, one.fresh, one.receipt !== null])).toEqual([[true, 1, true], [false, 0, false], [false, 0, false], [true, 0, false], [true, 1, true], [false, 0, false]])
  expect(office.ledger.events.length).toBe(3)
  expect((await office.ledger.quarantined()).map(one => one.hash)).toEqual([far.hash])
})

it('a demo never sends real entries, and without a database for notes a package is made all the same, and that is said', async () => {
  const town = await device('a', '')
  await enter(town, 3)
  vi.stubGlobal('indexedDB', undefined)
  expect(await town.packages.make(everything)).toMatchObject({ ok: true, problem: { code: 'sync_shelf_missing' } })
  town.use()
  useWorkspace().kind = 'demo'
  expect(codeOf(await town.packages.make(everything))).toBe('package_mixed')
})

it('what is kept apart for its clock goes along, once', async () => {
  const town = await device('a', '')
  const far = foreignEvent(9, { recordedAt: '2031-01-01T00:00:00.000Z/0000/dev-00000000000000ff' })
  await town.ledger.mergeLines({ events: [far], aside: [], foreign: 0, repeated: 0, refused: null })
  const made = fileOf(await town.packages.make({ ...everything, scope: 'since' }))
  expect(codeOf(await town.packages.make({ ...everything, scope: 'since' }))).toBe('package_nothing')
  const office = await device('yanglao', '')
  const [reading] = await office.packages.read([made], new Map())
  expect(reading).toMatchObject({ state: 'ready', preview: { fresh: 0, ahead: 1 } })
  await office.packages.take([reading!])
  expect((await office.ledger.quarantined()).map(one => one.hash)).toEqual([far.hash])
})
