/** One round after another over a place that a test can spoil: what was taken, sent, said, and what a start need not read again. */
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { lineOf } from '../../src/domain/lineReader'
import { demoName } from '../../src/domain/demoMark'
import type { Ledger } from '../../src/ledger/ledger'
import { openSyncShelf } from '../../src/ledger/syncShelf'
import type { SyncShelf } from '../../src/ledger/syncShelf'
import { Exchange } from '../../src/sync/exchange'
import type { Round } from '../../src/sync/exchange'
import type { Transport } from '../../src/sync/transport'
import { draft, foreignEvent, noon, plan, Profile } from '../ledger/makers'
import { faultyMemory } from './faultyMemory'

// Profiles of one machine hear each other's tabs here; those of several machines do not.
beforeAll(() => { vi.stubGlobal('BroadcastChannel', undefined) })
afterAll(() => { vi.unstubAllGlobals() })

const profiles: Profile[] = []
const shelves: SyncShelf[] = []
afterEach(() => {
  for (const shelf of shelves.splice(0)) shelf.close()
  for (const profile of profiles.splice(0)) profile.close()
})

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const codes = (round: Round): string[] => round.troubles.map(one => one.problem.code)

interface Office { profile: Profile, ledger: Ledger, exchange: Exchange, reads: string[] }

/** A visit of an office at the place. The shelf is that of its profile, so that another visit remembers. */
async function visit(place: ReturnType<typeof faultyMemory>, unit: string, profile = new Profile(), change: (end: Transport) => Partial<Transport> = () => ({})): Promise<Office> {
  profiles.push(profile)
  const ledger = await profile.tab()
  const opened = await openSyncShelf('real', plan, profile.stores)
  if (!opened.ok) throw new Error(opened.problem.code)
  shelves.push(opened.value)
  const end = place.end()
  const reads: string[] = []
  const transport: Transport = { ...end, read: path => { reads.push(path); return end.read(path) }, ...change(end) }
  const exchange = new Exchange({ transport, ledger, plan, unit: () => unit, shelf: opened.value, now: () => profile.now })
  return { profile, ledger, exchange, reads }
}

const place = () => faultyMemory(() => 0.99)
const onlyPath = (memory: ReturnType<typeof place>): string => [...memory.files.keys()][0]!

it('what one enters the other has after a round each, and the first is told that it was received', async () => {
  const memory = place()
  const [yl, office] = [await visit(memory, 'yl'), await visit(memory, 'office')]
  await yl.ledger.append([draft(1), draft(2)], { unit: 'yl' })
  expect(await yl.exchange.round()).toMatchObject({ problem: null, sent: 2, taken: 0, outbox: 0, troubles: [], devices: [] })
  expect(await office.exchange.round()).toMatchObject({ sent: 0, taken: 2, outbox: 0, troubles: [], devices: [{ device: yl.ledger.device, unit: 'yl', count: 2, seenOfMine: 0 }] })
  // The office has nothing of its own to say; that it has received is said all the same, once.
  expect(memory.files.size).toBe(2)
  await office.exchange.round()
  expect(memory.files.size).toBe(2)
  expect((await yl.exchange.round()).devices).toEqual([{ device: office.ledger.device, unit: 'office', count: 0, lastAt: null, seenOfMine: 2 }])
  const quotes = await shelves[0]!.notes('quote')
  expect(quotes.ok && quotes.value).toMatchObject([{ id: office.ledger.device, value: { unit: 'office', heads: { [yl.ledger.device]: { count: 2 } } } }])
})

it('what came by a package is passed on; what is kept apart for its clock is not', async () => {
  const memory = place()
  const [office, mz] = [await visit(memory, 'office'), await visit(memory, 'mz')]
  const far = foreignEvent(9, { recordedAt: `2020-08-01T00:00:00.000Z/0000/dev-${'0'.repeat(16)}` })
  await office.ledger.merge([foreignEvent(1), foreignEvent(2), far].map(lineOf).join('\n'))
  expect(await office.exchange.round()).toMatchObject({ sent: 2, outbox: 0 })
  await mz.exchange.round()
  expect(mz.ledger.events.map(event => event.id).sort()).toEqual(['id-1', 'id-2'])
})

it('a start reads almost nothing again: one file, in turn, in case a disk has changed a byte', async () => {
  const memory = place()
  const yl = await visit(memory, 'yl')
  for (let n = 0; n < 5; n++) { await yl.ledger.append([draft(n)], {}); await yl.exchange.round() }
  const office = await visit(memory, 'office')
  await office.exchange.round()
  expect(office.reads.filter(path => path.startsWith('yl/')).length).toBe(5)
  office.profile.close()
  const again = await visit(memory, 'office', office.profile)
  expect(await again.exchange.round()).toMatchObject({ taken: 0, sent: 0, outbox: 0 })
  expect(again.reads.length).toBe(1)
})

it('a ledger that has lost what its notes say it took reads it again', async () => {
  const memory = place()
  const yl = await visit(memory, 'yl')
  for (let n = 0; n < 4; n++) { await yl.ledger.append([draft(n)], {}); await yl.exchange.round() }
  const office = await visit(memory, 'office')
  await office.exchange.round()
  const bare = new Profile()
  const notes = shelves[1]!
  profiles.push(bare)
  const ledger = await bare.tab()
  const exchange = new Exchange({ transport: memory.end(), ledger, plan, unit: () => 'office', shelf: notes, now: () => bare.now })
  expect(await exchange.round()).toMatchObject({ taken: 4, outbox: 0 })
})

it('a half-written file gives its whole lines now and the rest when it is whole', async () => {
  const memory = place()
  const [yl, office] = [await visit(memory, 'yl'), await visit(memory, 'office')]
  await yl.ledger.append([draft(1), draft(2), draft(3)], {})
  await yl.exchange.round()
  const path = onlyPath(memory)
  const whole = memory.files.get(path)!
  memory.files.set(path, whole.slice(0, whole.length - 30))
  const first = await office.exchange.round()
  expect([first.taken, codes(first)]).toEqual([2, ['segment_half']])
  memory.files.set(path, whole)
  const second = await office.exchange.round()
  expect([second.taken, codes(second)]).toEqual([1, []])
})

it('renamed, copied, foreign, demo, of another plan, empty, a package: each is said once, and no entry counts twice', async () => {
  const memory = place()
  const [yl, office] = [await visit(memory, 'yl'), await visit(memory, 'office')]
  await yl.ledger.append([draft(1)], {})
  await yl.exchange.round()
  const path = onlyPath(memory)
  const bytes = memory.files.get(path)!
  memory.files.set(path.replace('.jsonl', ' - 副本.jsonl'), bytes)
  memory.files.set('yl/desktop.ini', bytesOf('x'))
  memory.files.set('a/演示.jsonl', bytesOf(`${lineOf(foreignEvent(1, { by: { name: demoName } }))}\n`))
  memory.files.set('b/别的.jsonl', bytesOf(`${lineOf(foreignEvent(2, { plan: 'other-2020' }))}\n`))
  memory.files.set('c/空.jsonl', bytesOf(''))
  memory.files.set('d/镇报送.guatu', bytesOf('PK'))
  memory.files.set('e/台账.jsonl', bytesOf(`${lineOf(foreignEvent(3))}\n`))
  for (let turn = 0; turn < 2; turn++) {
    const round = await office.exchange.round()
    expect([round.taken, codes(round)]).toEqual([turn === 0 ? 2 : 0, ['segment_demo', 'segment_other_plan', 'segment_empty', 'segment_package', 'segment_copied']])
  }
  memory.files.delete(path)
  memory.files.delete(path.replace('.jsonl', ' - 副本.jsonl'))
  memory.files.set('yl/二季度.jsonl', bytes)
  const renamed = await office.exchange.round()
  expect([renamed.taken, renamed.troubles.find(one => one.path === 'yl/二季度.jsonl')?.problem.code]).toEqual([0, 'segment_renamed'])
})

it('a file of its own that is changed or gone is written again and said; a list that is late for once is not', async () => {
  const memory = place()
  const yl = await visit(memory, 'yl')
  await yl.ledger.append([draft(1), draft(2)], {})
  await yl.exchange.round()
  const path = onlyPath(memory)
  const bytes = memory.files.get(path)!
  memory.files.delete(path)
  expect(await yl.exchange.round()).toMatchObject({ sent: 0, outbox: 0 })
  memory.files.set(path, bytes)
  expect(await yl.exchange.round()).toMatchObject({ sent: 0, troubles: [] })
  memory.files.delete(path)
  await yl.exchange.round()
  const rewritten = await yl.exchange.round()
  expect([rewritten.sent, rewritten.outbox, codes(rewritten), memory.files.size]).toEqual([2, 0, ['segment_own_gone'], 1])
  const second = onlyPath(memory)
  expect(second).toContain('/00000002-')
  // One byte, and neither name nor size tells of it.
  memory.files.set(second, memory.files.get(second)!.map((byte, i, all) => (i === all.length - 9 ? byte ^ 1 : byte)))
  const rounds = [await yl.exchange.round(), await yl.exchange.round(), await yl.exchange.round()]
  expect(rounds.map(round => round.sent)).toEqual([0, 1, 0])
  expect([rounds[2]!.outbox, codes(rounds[2]!)]).toEqual([0, ['segment_own_gone', 'segment_superseded']])
})

it('what comes back of the same length but not the same is not written', async () => {
  const memory = place()
  const yl = await visit(memory, 'yl', undefined, end => ({ write: (path, bytes) => end.write(path, bytes.map((byte, i) => (i === bytes.length - 9 ? byte ^ 1 : byte))) }))
  await yl.ledger.append([draft(1)], {})
  const round = await yl.exchange.round()
  expect([round.sent, round.outbox, codes(round)]).toEqual([0, 1, ['segment_not_written']])
})

it('a call that is never answered fails, and the round ends', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const yl = await visit(place(), 'yl', undefined, () => ({ write: () => new Promise(() => undefined) }))
    await yl.ledger.append([draft(1)], {})
    const round = yl.exchange.round()
    const ticking = vi.waitFor(async () => { await vi.advanceTimersByTimeAsync(30_000); expect(await Promise.race([round, null])).not.toBeNull() })
    await ticking
    expect((await round).troubles.map(one => [one.problem.code, one.problem.why.includes('很久没有回答')])).toEqual([['segment_not_written', true]])
  } finally {
    vi.useRealTimers()
  }
})

it('others pass on what a lost file held, later than its owner would', async () => {
  const memory = place()
  const [yl, office] = [await visit(memory, 'yl'), await visit(memory, 'office')]
  await yl.ledger.append([draft(1)], {})
  await yl.exchange.round()
  await office.exchange.round()
  memory.files.clear()
  const sent: number[] = []
  for (let turn = 0; turn < 5; turn++) sent.push((await office.exchange.round()).sent)
  expect(sent).toEqual([0, 0, 0, 1, 0])
})

it('a locked file is tried again, and a round that cannot look at all says why and keeps what it knows', async () => {
  const memory = place()
  let isLocked = true
  const locked = { ok: false, problem: { code: 'segment_locked', why: 'x', fix: 'y' } } as const
  const yl = await visit(memory, 'yl')
  await yl.ledger.append([draft(1)], {})
  await yl.exchange.round()
  const office = await visit(memory, 'office', undefined, end => ({ read: path => (isLocked && path.startsWith('yl/') ? Promise.resolve(locked) : end.read(path)) }))
  const first = await office.exchange.round()
  expect([first.taken, codes(first)]).toEqual([0, ['segment_locked']])
  isLocked = false
  expect(await office.exchange.round()).toMatchObject({ taken: 1, troubles: [] })
  memory.trouble({ failing: 1, dropped: 0, cut: 0, doubled: 0, stale: 0 })
  await office.ledger.append([draft(2)], {})
  expect(await office.exchange.round()).toMatchObject({ problem: { code: 'folder_failed' }, sent: 0, outbox: 1, devices: [{ unit: 'yl' }] })
})

it('a ledger that has lost entries is mended from the folder, and writes nothing until it is whole', async () => {
  const memory = place()
  const yl = await visit(memory, 'yl')
  await yl.ledger.append([draft(1), draft(2)], { unit: 'yl' })
  await yl.exchange.round()
  yl.profile.close()
  const bare = new Profile()
  for (const [key, value] of yl.profile.storage.entries) bare.storage.setItem(key, value)
  profiles.push(bare)
  const opened = await bare.open()
  if (opened.kind !== 'damaged') throw new Error(opened.kind)
  const { ledger } = opened
  await ledger.merge(lineOf(foreignEvent(1)))
  const exchange = new Exchange({ transport: memory.end(), ledger, plan, unit: () => 'yl', shelf: null, now: () => noon })
  const [path, bytes] = [...memory.files][0]!
  memory.files.set(path, bytes.slice(0, bytes.length - 30))
  expect(await exchange.round()).toMatchObject({ taken: 1, sent: 0, outbox: 1 })
  expect([ledger.damage?.code, memory.files.size]).toEqual(['ledger_damaged', 1])
  memory.files.set(path, bytes)
  expect(await exchange.round()).toMatchObject({ taken: 1, sent: 1, outbox: 0 })
  expect([ledger.damage, ledger.events.length]).toEqual([null, 3])
  expect(ledger.device).not.toBe(yl.ledger.device)
})

it('what is carried by hand is what no file holds, and counts once it was seen there', async () => {
  const memory = place()
  const yl = await visit(memory, 'yl', undefined, () => ({ list: () => Promise.resolve({ ok: true, value: [] }) }))
  await yl.ledger.append([draft(1), draft(2)], {})
  const packed = await yl.exchange.pack()
  expect([packed.length, await yl.exchange.waiting()]).toEqual([1, 2])
  memory.files.set(packed[0]!.path, packed[0]!.bytes)
  expect(await yl.exchange.takeFrom(memory.end())).toMatchObject({ taken: 0, outbox: 0, troubles: [] })
  expect(await yl.exchange.pack()).toEqual([])
})
