import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chainBreaks } from '../../src/domain/chain'
import type { ChainBreak } from '../../src/domain/chain'
import type { LedgerEvent } from '../../src/domain/event'
import { eventHash } from '../../src/domain/hash'
import { lineOf } from '../../src/domain/lineReader'
import { parseLines } from '../../src/domain/lines'
import { missingTails, readQuote } from '../../src/domain/tails'
import type { Heads, MissingTail } from '../../src/domain/tails'
import { recordFigure, seed, timesOf } from '../tools/figures'

const nameOf = (n: number): string => `dev-${String(n).padStart(16, '0')}`

/** Chains of devices, some of their entries in the same millisecond. */
function chained(lengths: readonly number[]): LedgerEvent[] {
  return lengths.flatMap((length, device) => {
    let prev: string | null = null
    return Array.from({ length }, (_, n): LedgerEvent => {
      const event = {
        v: 1, id: `id-${device}-${n}`, plan: 'test-2020', type: n % 5 === 4 ? 'retract' : 'report', at: '2020-06-30', recordedAt: `2020-07-01T00:00:00.${String(Math.floor(n / 2)).padStart(3, '0')}Z/${(n % 2).toString(16).padStart(4, '0')}/${nameOf(device)}`,
        device: nameOf(device), by: { unit: 'yanglao', name: '李四' }, data: { target: '1.1-1', area: 'a', value: n, event: `id-${device}-0` }, prev, hash: '',
      }
      prev = eventHash(event)
      return { ...event, hash: prev }
    })
  })
}

function headsOf(events: readonly LedgerEvent[]): Heads {
  const heads: Record<string, { count: number, hash: string, at: string }> = {}
  for (const { recordedAt, hash } of events) {
    const device = recordedAt.slice(30)
    const before = heads[device]
    heads[device] = { count: (before?.count ?? 0) + 1, hash: before === undefined || recordedAt > before.at ? hash : before.hash, at: before === undefined || recordedAt > before.at ? recordedAt : before.at }
  }
  return Object.fromEntries(Object.entries(heads).map(([device, { count, hash }]) => [device, { count, hash }]))
}

interface Found { aside: number, breaks: ChainBreak[], tails: MissingTail[] }

/** What one finds who reads the lines and has heard what another device knew. */
function examined(lines: readonly string[], quoted: Heads | null): Found {
  const parsed = parseLines(lines.join('\n'), 'test-2020', { verifyHash: true })
  const hashes = new Set(parsed.events.map(event => event.hash))
  const quotes = quoted === null ? [] : [{ by: nameOf(99), unit: 'office', at: '2020-07-02T00:00:00.000Z', heads: quoted }]
  return { aside: parsed.aside.length, breaks: chainBreaks(parsed.events), tails: missingTails(quotes, headsOf(parsed.events), hash => hashes.has(hash)) }
}
const isFlagged = ({ aside, breaks, tails }: Found): boolean => aside + breaks.length + tails.length > 0

type Path = readonly string[]
const fields: readonly Path[] = [['v'], ['id'], ['plan'], ['type'], ['at'], ['recordedAt'], ['device'], ['by', 'unit'], ['by', 'name'], ['data', 'target'], ['data', 'area'], ['data', 'value'], ['data', 'note'], ['prev'], ['hash']]
function edited(event: LedgerEvent, path: Path): LedgerEvent {
  const copy = JSON.parse(JSON.stringify(event)) as Record<string, unknown>
  const holder = path.length === 1 ? copy : copy[path[0]!] as Record<string, unknown>
  const key = path.at(-1)!
  const value = holder[key]
  // Neighbours of the same shape: a later day, another device, another hash.
  holder[key] = typeof value === 'number' ? value + 1 : key === 'at' ? '2020-06-29' : key === 'recordedAt' ? String(value).replace('2020-07-01', '2020-07-02') : typeof value === 'string' ? value.replace(/.$/, last => (last === '0' ? '1' : '0')) : 'x'
  return copy as unknown as LedgerEvent
}

const ledgers = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 })
const shuffled = <Value>(values: readonly Value[], by: readonly number[]): Value[] => values.map((value, place) => [by[place % by.length]!, value] as const).sort(([one], [other]) => one - other).map(([, value]) => value)
const order = fc.array(fc.integer(), { minLength: 7, maxLength: 7 })

describe('tampering (reliability.md 7, 16)', () => {
  it('an edited line, a removed middle, a cut tail once its head was quoted: all flagged; whole ledgers never', () => {
    const count = { edited: 0, rewritten: 0, removed: 0, cut: 0, whole: 0 }
    fc.assert(fc.property(ledgers, fc.nat(999), fc.constantFrom(...fields), order, fc.nat(8), (lengths, pick, path, by, tail) => {
      const events = chained(lengths)
      const quoted = headsOf(events)
      const lines = (of: readonly LedgerEvent[]): string[] => shuffled(of.map(lineOf), by)
      expect(isFlagged(examined(lines(events), quoted))).toBe(false)
      count.whole++
      const victim = events[pick % events.length]!
      const others = events.filter(event => event !== victim)
      const isLast = quoted[victim.device!]!.hash === victim.hash

      const wrong = edited(victim, path)
      const found = examined(lines([...others, wrong]), path[0] === 'plan' ? quoted : null)
      expect(isFlagged(found), path.join('.')).toBe(true)
      count.edited++
      if (path[0] !== 'hash') {
        const forged = { ...wrong, hash: eventHash(wrong) }
        expect(isFlagged(examined(lines([...others, forged]), isLast || path[0] === 'plan' ? quoted : null)), path.join('.')).toBe(true)
        count.rewritten++
      }
      if (!isLast) {
        const { breaks } = examined(lines(others), null)
        const after = events.filter(event => event.device === victim.device && event.recordedAt < victim.recordedAt).length
        expect(breaks).toEqual([{ device: victim.device, event: events[events.indexOf(victim) + 1]!.id, kind: 'missing', after }])
        count.removed++
      }
      const own = events.filter(event => event.device === victim.device)
      const left = own.slice(0, Math.max(0, own.length - 1 - tail))
      const cut = [...events.filter(event => event.device !== victim.device), ...left]
      expect(isFlagged(examined(lines(cut), null))).toBe(false)
      expect(examined(lines(cut), quoted).tails).toEqual([{ device: victim.device, expected: own.length, found: left.length, hash: own.at(-1)!.hash, by: nameOf(99), unit: 'office', at: '2020-07-02T00:00:00.000Z' }])
      count.cut++
    }), { numRuns: timesOf(400, 4_000), seed })
    expect(Math.min(...Object.values(count))).toBeGreaterThan(100)
    const tampered = count.edited + count.rewritten + count.removed + count.cut
    recordFigure({ id: 'tamper', name: 'ledgers edited, with hashes made anew, with the middle or a quoted end removed: flagged; whole ledgers flagged', value: `${tampered} of ${tampered}; 0 of ${count.whole}`, goal: '100 %; 0' })
  })

  it('a quote of an earlier time asks for no more than it names; of several the one who knows most counts', () => {
    const events = chained([5, 3])
    const [early, late] = [headsOf(events.slice(0, 3)), headsOf(events)]
    const has = new Set(events.slice(0, 4).map(event => event.hash))
    const quote = (n: number, at: string, heads: Heads) => ({ by: nameOf(n), unit: null, at, heads })
    expect(missingTails([quote(8, '2020-07-03', early)], headsOf(events.slice(0, 4)), hash => has.has(hash))).toEqual([])
    expect(missingTails([quote(8, '2020-07-03', late), quote(9, '2020-07-02', late), quote(7, '2020-07-01', early)], headsOf(events.slice(0, 4)), hash => has.has(hash)))
      .toMatchObject([{ device: nameOf(0), expected: 5, found: 4, by: nameOf(9) }, { device: nameOf(1), expected: 3, found: 0 }])
  })

  it('a fork is told beside what it forks from', () => {
    const events = chained([4])
    const twin = { ...events[2]!, id: 'other', data: { target: '1.1-1', area: 'a', value: 99 } }
    const forged = { ...twin, hash: eventHash(twin) }
    expect(chainBreaks([...events, forged])).toEqual([{ device: nameOf(0), event: 'other', kind: 'fork', after: 2 }])
  })

  it('a note that is no quote is none', () => {
    expect(readQuote('dev-1', null)).toBeNull()
    expect(readQuote('dev-1', { at: 1, heads: {} })).toBeNull()
    expect(readQuote('dev-1', { at: '2020-07-02', unit: 4, heads: { 'dev-2': { count: 3, hash: 'x' }, 'dev-3': { count: -0.5, hash: 'x' }, 'x': { count: 1, hash: 'x' }, 'dev-4': null } }))
      .toEqual({ by: 'dev-1', unit: null, at: '2020-07-02', heads: { 'dev-2': { count: 3, hash: 'x' } } })
  })
})
