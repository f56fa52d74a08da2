import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { isRecordedAt } from '../../src/domain/clock'
import { eventHash } from '../../src/domain/hash'
import { serializeLines } from '../../src/domain/lineReader'
import { createDatabase } from '../../src/ledger/database'
import { markerKey } from '../../src/ledger/marker'
import { chainLengths, draft, foreignEvent, noon, plan, Profile } from './makers'

let profile: Profile
beforeEach(() => { profile = new Profile() })
afterEach(() => profile.close())

/** Events and heads as they are stored. */
async function stored(on = profile) {
  const database = createDatabase('real', on.stores)
  await database.open()
  const [events, heads] = await Promise.all([database.events.toArray(), database.heads.toArray()])
  database.close()
  return { events, heads }
}

describe('append', () => {
  it('gives id, clock, author, chain and hash; the same is there after reopening', async () => {
    const ledger = await profile.tab()
    const first = await ledger.append([draft(1)], { unit: 'yanglao' })
    const second = await ledger.append([draft(2), draft(3, 'b')], { unit: 'yanglao', name: '张三' })
    expect(first).toMatchObject({ ok: true, savedAt: '2020-07-02T04:00:00.000Z' })
    expect(second.ok && second.events).toHaveLength(2)
    for (const event of ledger.events) {
      expect(eventHash(event)).toBe(event.hash)
      expect(isRecordedAt(event.recordedAt)).toBe(true)
      expect(event).toMatchObject({ v: 1, plan, type: 'report', at: '2020-06-30', device: ledger.device })
    }
    expect(chainLengths(ledger.events)).toEqual({ [ledger.device]: 3 })
    const text = ledger.serialize()
    ledger.close()
    const again = await profile.tab()
    expect(again.serialize()).toBe(text)
    expect(again.device).toBe(ledger.device)
    expect((await stored()).heads).toEqual([expect.objectContaining({ seq: 3, hash: ledger.events[2]!.hash })])
  })

  it('what is kept in memory does not follow the caller, and is what reloading gives', async () => {
    const ledger = await profile.tab()
    const mine = draft(1)
    mine.data.note = undefined
    await ledger.append([mine], {})
    mine.data.value = 999
    expect(ledger.events[0]!.data).toEqual({ target: '1.1-1', area: 'a', value: 1 })
  })

  it('the clock of the ledger does not step back with the wall clock', async () => {
    const ledger = await profile.tab()
    for (const now of [noon, noon - 3 * 86_400_000, noon - 1, noon + 5, 0]) {
      profile.now = now
      expect((await ledger.append([draft(1)], {})).ok).toBe(true)
    }
    const times = ledger.events.map(event => event.recordedAt)
    expect(times).toEqual([...times].sort())
    expect(new Set(times).size).toBe(5)
  })

  it.each([
    ['no day', { ...draft(1), at: '2020-02-30' }], ['no type', { ...draft(1), type: 7 as unknown as string }],
    ['a number that is none', draft(Number.NaN)], ['infinite', draft(Number.POSITIVE_INFINITY)],
    ['half a character', { ...draft(1), data: { note: '\ud800' } }], ['a list for data', { ...draft(1), data: [] as unknown as Record<string, unknown> }],
    ['a ring', (() => { const ring = draft(1); ring.data.self = ring; return ring })()],
    ['too deep', { ...draft(1), data: JSON.parse('{"a":'.repeat(40) + '1' + '}'.repeat(40)) as Record<string, unknown> }],
  ])('%s is refused whole, with all that came along', async (_name, bad) => {
    const ledger = await profile.tab()
    expect(await ledger.append([draft(1), bad, draft(2)], {})).toMatchObject({ ok: false, problem: { code: 'draft_invalid' } })
    expect(ledger.events).toEqual([])
    expect(await stored()).toEqual({ events: [], heads: [] })
  })

  it('an author that cannot be read back is refused too', async () => {
    const ledger = await profile.tab()
    const deep = JSON.parse('['.repeat(40) + ']'.repeat(40)) as unknown as string
    expect(await ledger.append([draft(1)], { name: deep })).toMatchObject({ ok: false, problem: { code: 'draft_invalid' } })
  })

  it('plans and workspaces do not mix', async () => {
    const real = await profile.tab()
    await real.append([draft(1)], {})
    const demo = await profile.tab({ workspace: 'demo' })
    const otherPlan = await profile.tab({ plan: 'other' })
    expect([demo.events.length, otherPlan.events.length]).toEqual([0, 0])
    await demo.append([draft(2)], {})
    expect(demo.device).not.toBe(real.device)
    expect(otherPlan.device).toBe(real.device)
    expect((await stored()).events).toHaveLength(1)
  })

  it('after closing nothing is stored, and it says so', async () => {
    const ledger = await profile.tab()
    ledger.close()
    expect(await ledger.append([draft(1)], {})).toMatchObject({ ok: false, problem: { code: 'ledger_closed' } })
    expect(await ledger.merge(serializeLines([foreignEvent(1)]))).toMatchObject({ ok: false, problem: { code: 'ledger_closed' } })
  })

  it('an event far in the future, merged in, does not drag our clock along', async () => {
    const ledger = await profile.tab()
    const wrong = foreignEvent(1, { recordedAt: '9999-12-31T23:59:59.999Z/ffff/dev-0000000000000001', device: '1' })
    const merged = await ledger.merge(serializeLines([wrong]))
    expect(merged).toMatchObject({ ok: true, preview: { ahead: 1 } })
    const appended = await ledger.append([draft(1)], {})
    expect(appended.ok && appended.events[0]!.recordedAt.slice(0, 10)).toBe('2020-07-02')
  })
})

describe('two tabs of one profile', () => {
  it('any interleaving: no place in the chain twice, no gap, both know everything', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(1), fc.integer({ min: 1, max: 3 }), fc.boolean()), { minLength: 1, maxLength: 8 }), async steps => {
      const shared = new Profile()
      const tabs = [await shared.tab(), await shared.tab()]
      const pending: Promise<unknown>[] = []
      let total = 0
      for (const [who, count, waits] of steps) {
        total += count
        const appending = tabs[who]!.append(Array.from({ length: count }, (_, i) => draft(i)), {})
        pending.push(appending)
        if (waits) await appending
      }
      await Promise.all(pending)
      await Promise.all(tabs.map(tab => tab.refresh()))
      expect(chainLengths(tabs[0]!.events)).toEqual({ [tabs[0]!.device]: total })
      expect(tabs[1]!.serialize()).toBe(tabs[0]!.serialize())
      expect((await stored(shared)).heads.map(head => head.seq)).toEqual([total])
      shared.close()
    }), { numRuns: 100 })
  })

  it('200 saves each at once: 400 in one chain', async () => {
    const tabs = [await profile.tab(), await profile.tab()]
    await Promise.all(tabs.flatMap(tab => Array.from({ length: 200 }, (_, i) => tab.append([draft(i)], {}))))
    expect(chainLengths((await profile.tab()).events)).toEqual({ [tabs[0]!.device]: 400 })
  })

  it('entries of one tab come to the other by themselves, once', async () => {
    const [one, two] = [await profile.tab(), await profile.tab()]
    const heard: string[] = []
    two.onEvents(events => heard.push(...events.map(event => event.hash)))
    await one.append([draft(1)], {})
    await expect.poll(() => heard).toEqual([one.events[0]!.hash])
    await two.refresh()
    expect(heard).toHaveLength(1)
    expect(one.events).toHaveLength(1)
  })

  it('a forged message from another tab is not believed', async () => {
    const ledger = await profile.tab()
    ledger.hear({ kind: 'lines', lines: [JSON.stringify({ ...foreignEvent(1), data: { value: 5 } }), '{', 'x'] })
    expect(ledger.events).toEqual([])
  })

  it('a merge too long for a message arrives too', async () => {
    const [one, two] = [await profile.tab(), await profile.tab()]
    await one.merge(serializeLines(Array.from({ length: 300 }, (_, n) => foreignEvent(n))))
    await expect.poll(() => two.events.length).toBe(300)
    expect(two.serialize()).toBe(one.serialize())
  })

  it('a tab that knows less never lowers the marker', async () => {
    const [one, two] = [await profile.tab(), await profile.tab()]
    two.hear = () => undefined
    for (let i = 0; i < 5; i++) await one.append([draft(i)], {})
    await two.merge(serializeLines([foreignEvent(1)]))
    const marker = JSON.parse(profile.storage.getItem(markerKey('real', plan))!) as { count: number, devices: Record<string, { count: number }> }
    expect(marker.devices[one.device]!.count).toBe(5)
    expect(marker.count).toBe(6)
  })
})
