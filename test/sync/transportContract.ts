/**
 * What every transport has to pass (reliability.md 7, figures 23, 24, 27): bytes come back as they were, errors are values, and over ledgers
 * that exchange through it while it fails nothing is lost, doubled or different. The ledgers and the exchange are the real ones.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Exchange } from '../../src/sync/exchange'
import type { Round } from '../../src/sync/exchange'
import type { Ledger } from '../../src/ledger/ledger'
import type { Transport } from '../../src/sync/transport'
import { chainLengths, draft, plan, Profile } from '../ledger/makers'
import { recordFigure, seed, timesOf } from '../tools/figures'

/** Shares of 1. A carrier that cannot do one of them leaves it. */
export interface CarrierFaults { failing: number, dropped: number, cut: number, doubled: number, stale: number }

/** One place that several devices reach. */
export interface Carrier {
  /** Another device's end of it. */
  end(): Transport
  /** Things go wrong from now on; null: they do no more. */
  trouble(faults: CarrierFaults | null): void
}

const usual: CarrierFaults = { failing: 0.1, dropped: 0.05, cut: 0.1, doubled: 0.1, stale: 0.1 }

/** Numbers from 0 to 1, the same for the same seed. */
function chance(from: number): () => number {
  let state = from >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Office { profile: Profile, ledger: Ledger, exchange: Exchange }

async function officeAt(transport: Transport, unit: string, profile = new Profile()): Promise<Office> {
  const ledger = await profile.tab()
  return { profile, ledger, exchange: new Exchange({ transport, ledger, plan, unit: () => unit, shelf: null, now: () => profile.now }) }
}

/** Rounds without trouble until nobody has anything to give or to get. */
async function settle(offices: readonly Office[]): Promise<Round[]> {
  for (let turn = 0; turn < 60; turn++) {
    const rounds: Round[] = []
    for (const { exchange } of offices) rounds.push(await exchange.round())
    const heads = new Set(offices.map(({ ledger }) => ledger.serialize()))
    if (heads.size === 1 && rounds.every(round => round.problem === null && round.sent + round.taken + round.outbox === 0)) return rounds
  }
  throw new Error('does not settle')
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const pathOf = (n: number): string => `unit/dev-${String(n).padStart(16, '0')}/00000001-${'0'.repeat(15)}${n}.jsonl`

export function transportContract(name: string, make: (random: () => number) => Carrier | Promise<Carrier>, options: { isExactSize?: boolean } = {}): void {
  describe(`transport ${name}`, () => {
    // Profiles of one machine hear each other's tabs here; those of several machines do not.
    beforeAll(() => { vi.stubGlobal('BroadcastChannel', undefined) })
    afterAll(() => { vi.unstubAllGlobals() })

    it('gives back exactly the bytes that were written, to every end', async () => {
      const carrier = await make(chance(1))
      const [one, other] = [carrier.end(), carrier.end()]
      expect(await one.list()).toEqual({ ok: true, value: [] })
      const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 31) & 255)
      expect(await one.write(pathOf(1), bytes)).toEqual({ ok: true, value: null })
      expect(await other.write(pathOf(2), bytesOf('挂图\n'))).toEqual({ ok: true, value: null })
      for (const end of [one, other]) {
        const listed = await end.list()
        expect(listed.ok && listed.value.map(file => [file.path, options.isExactSize === false ? file.size > 0 : file.size]).sort()).toEqual(options.isExactSize === false ? [[pathOf(1), true], [pathOf(2), true]] : [[pathOf(1), 100_000], [pathOf(2), 7]])
        const [first, second] = [await end.read(pathOf(1)), await end.read(pathOf(2))]
        expect([first.ok && first.value.length === bytes.length && first.value.every((byte, i) => byte === bytes[i]), second.ok && new TextDecoder().decode(second.value)]).toEqual([true, '挂图\n'])
      }
    })

    it('says what is not there as a problem, and never rejects', async () => {
      const carrier = await make(chance(2))
      const missing = await carrier.end().read(pathOf(9))
      expect(missing.ok ? null : missing.problem).toMatchObject({ code: expect.any(String), why: expect.any(String), fix: expect.any(String) })
      carrier.trouble({ ...usual, failing: 1 })
      const end = carrier.end()
      const answers = [await end.list(), await end.read(pathOf(1)), await end.write(pathOf(3), bytesOf('x'))]
      expect(answers.map(answer => answer.ok)).toEqual([false, false, false])
    })

    it('three ledgers exchange 200 events while it fails: all equal, none lost, none doubled', async () => {
      const runs = timesOf(3, 20)
      let writes = 0
      await fc.assert(fc.asyncProperty(fc.integer(), async start => {
        const random = chance(start)
        const carrier = await make(random)
        const offices = await Promise.all(['office', 'yl', 'mz'].map(unit => officeAt(carrier.end(), unit)))
        carrier.trouble(usual)
        const saved: string[] = []
        for (let step = 0; step < 20; step++) {
          const { ledger } = offices[Math.floor(random() * 3)]!
          const appended = await ledger.append(Array.from({ length: 10 }, (_, i) => draft(step * 10 + i)), { unit: 'u' })
          if (appended.ok) saved.push(...appended.events.map(event => event.hash))
          const round = await offices[Math.floor(random() * 3)]!.exchange.round()
          writes += round.sent
        }
        carrier.trouble(null)
        await settle(offices)
        expect(saved.length).toBe(200)
        for (const { ledger } of offices) {
          expect(ledger.events.map(event => event.hash).sort()).toEqual([...saved].sort())
          expect(Object.values(chainLengths(ledger.events)).reduce((sum, one) => sum + one, 0)).toBe(200)
        }
        expect(new Set(offices.map(({ ledger }) => ledger.serialize())).size).toBe(1)
        for (const { profile } of offices) profile.close()
      }), { seed, numRuns: runs })
      expect(writes).toBeGreaterThan(0)
      recordFigure({ id: `transport-${name}`, name: `transport ${name}: 3 ledgers, 200 events, 10 % failures, writes dropped, cut, doubled, lists late`, value: `0 lost, 0 doubled, 0 different in ${runs} runs`, goal: '0 lost, 0 doubled (23)' })
    }, timesOf(60_000, 900_000))

    it('a write that is not what comes back is noticed and written again', async () => {
      const carrier = await make(chance(3))
      const [one, other] = [await officeAt(carrier.end(), 'yl'), await officeAt(carrier.end(), 'office')]
      await one.ledger.append([draft(1), draft(2)], {})
      carrier.trouble({ failing: 0, dropped: 0, cut: 1, doubled: 0, stale: 0 })
      const first = await one.exchange.round()
      expect([first.sent, first.outbox]).toEqual([0, 2])
      expect(first.troubles.length + (first.problem === null ? 0 : 1)).toBeGreaterThan(0)
      carrier.trouble(null)
      await settle([one, other])
      expect(other.ledger.events.length).toBe(2)
      one.profile.close()
      other.profile.close()
    })

    it('a thousand events entered without it are all sent, in order, although it is killed between writing and reading back', async () => {
      const carrier = await make(chance(4))
      const real = carrier.end()
      let isKilled = true
      const killed: Transport = { ...real, kind: real.kind, list: () => real.list(), write: (path, bytes) => real.write(path, bytes), read: path => (isKilled ? new Promise(() => undefined) : real.read(path)) }
      const one = await officeAt(killed, 'yl')
      for (let part = 0; part < 10; part++) await one.ledger.append(Array.from({ length: 100 }, (_, i) => draft(part * 100 + i)), {})
      // Nobody hears of this round any more: the page is gone before it has read back what it wrote.
      void one.exchange.round()
      await expect.poll(async () => { const listed = await real.list(); return listed.ok && listed.value.some(file => file.size > 30_000) }).toBe(true)
      isKilled = false
      one.profile.close()
      const again = await officeAt(real, 'yl', one.profile)
      const first = await again.exchange.round()
      const other = await officeAt(carrier.end(), 'office')
      await settle([again, other])
      // What had been written counts: it is not written again.
      expect([first.sent, first.outbox, other.ledger.events.length]).toEqual([0, 0, 1000])
      expect(other.ledger.serialize()).toBe(again.ledger.serialize())
      expect(chainLengths(other.ledger.events)).toEqual({ [again.ledger.device]: 1000 })
      recordFigure({ id: `queue-${name}`, name: `transport ${name}: 1,000 events entered offline, killed between write and read-back`, value: `${other.ledger.events.length} of 1,000 sent, in order, 0 doubled`, goal: 'all sent, in order, 0 doubled (27)' })
      again.profile.close()
      other.profile.close()
    })
  })
}
