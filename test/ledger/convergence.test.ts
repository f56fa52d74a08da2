/**
 * Replicas that append, hear each other late, twice, in pieces and in any order, on clocks that are days off and jump back, end with the same
 * ledger, head and board; and merging is a set union (reliability.md 7, goals 1, 3, 4).
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boardFileOf, serializeBoard } from '../../src/domain/boardFile'
import { chainBreaks } from '../../src/domain/chain'
import { furthestAhead, isFarAhead } from '../../src/domain/clock'
import type { LedgerEvent } from '../../src/domain/event'
import { foldEvents } from '../../src/domain/history'
import type { ParsedLines } from '../../src/domain/lineReader'
import { lineOf, serializeLines } from '../../src/domain/lineReader'
import { parseLines } from '../../src/domain/lines'
import { indexPlan } from '../../src/domain/plan'
import { boardOf } from '../../src/domain/rollUp'
import type { EventDraft } from '../../src/ledger/append'
import type { Ledger } from '../../src/ledger/ledger'
import { makePlan, makeTarget } from '../domain/makers'
import { recordFigure, seed, timesOf } from '../tools/figures'
import { foreignEvent, noon, plan } from './makers'
import { quickLedger } from './quickLedger'

const replicas = 3
const threeDays = 3 * furthestAhead
const index = indexPlan(makePlan([makeTarget(), makeTarget({ id: 'amount', measure: 'amount', unit: '万元', goal: { op: '>=', value: 100 } })]))
const query = { asOf: '2020-07-10', knownAt: '2099-01-01' }

/** What is entered: an index into the areas and a value decide; a retraction and a review name the event known `value` places back. */
type Step =
  | { kind: 'enter', who: number, what: 'report' | 'allocate' | 'exempt' | 'retract' | 'review', value: number }
  /** The wall clock jumps: to any offset within three days, ahead or back. */
  | { kind: 'jump', who: number, offset: number }
  /** Lines of the `from`th of the others go to `who`: a part of them from `at` on, every `nth`, reversed, twice. */
  | { kind: 'deliver', who: number, from: number, at: number, nth: number, isReversed: boolean, isDouble: boolean }

/** Within three days of the truth, and often as far off as that. */
const offset = fc.oneof(fc.constantFrom(0, -threeDays, threeDays), fc.integer({ min: -threeDays, max: threeDays }))
const who = fc.nat(replicas - 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('enter' as const), who, what: fc.constantFrom('report' as const, 'report' as const, 'allocate' as const, 'exempt' as const, 'retract' as const, 'review' as const), value: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('jump' as const), who, offset }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('deliver' as const), who, from: fc.nat(replicas - 2), at: fc.nat(4), nth: fc.integer({ min: 1, max: 3 }), isReversed: fc.boolean(), isDouble: fc.boolean() }) },
)
const course = fc.record({ offsets: fc.tuple(...Array.from({ length: replicas }, () => offset)), steps: fc.array(step, { minLength: 4, maxLength: 12 }), last: fc.shuffledSubarray([0, 1, 2], { minLength: replicas }) })

const areas = ['a', 'b', 'c']
function draftOf({ what, value }: Step & { kind: 'enter' }, known: readonly LedgerEvent[]): EventDraft {
  const target = value % 2 === 0 ? '1.1-1' : 'amount'
  const area = areas[value % 3]!
  const at = `2020-07-0${1 + value % 4}`
  const named = known[known.length - 1 - value % Math.max(known.length, 1)]
  if (what === 'allocate') return { type: 'allocate', at, data: { target, shares: { [area]: value } } }
  if (what === 'exempt') return { type: 'exempt', at, data: { target, area, state: value % 4 === 0 ? 'active' : 'paused', reason: '因' } }
  if (what === 'retract' && named !== undefined) return { type: 'retract', at, data: { event: named.id } }
  if (what === 'review' && named !== undefined) return { type: 'review', at, data: { event: named.id, verdict: value % 3 === 0 ? 'accepted' : 'returned', reason: '' } }
  return { type: 'report', at, data: { target, area, value } }
}

/** Reads lines as a package or a segment does: through the border with every hash computed; a line that was read before in this run is not computed again. */
function borderOfRun(): (events: readonly LedgerEvent[], isDouble: boolean) => ParsedLines {
  const read = new Map<string, LedgerEvent>()
  return (events, isDouble) => {
    const unread = events.filter(event => !read.has(event.hash))
    const parsed = parseLines(unread.map(lineOf).join('\n'), plan, { verifyHash: true })
    for (const event of parsed.events) read.set(event.hash, event)
    return { ...parsed, events: events.flatMap(event => read.get(event.hash) ?? []), repeated: isDouble ? events.length : 0 }
  }
}

interface Course { offsets: number[], steps: Step[], last: number[] }

/** Runs a course to the end, where every clock is right and everybody has heard everybody; counts what it checked. */
async function run({ offsets, steps, last }: Course, counts: { events: number, apart: number }): Promise<void> {
  const walls = [...offsets]
  const all = walls.map((_, n) => quickLedger(n, () => noon + walls[n]!))
  const read = borderOfRun()
  const marks = new Set<string>()
  const latest: string[] = all.map(() => '')
  for (const one of steps) {
    const ledger = all[one.who]!
    if (one.kind === 'jump') walls[one.who] = one.offset
    else if (one.kind === 'enter') {
      const heard = ledger.events.filter(event => !isFarAhead(event.recordedAt, noon + walls[one.who]!)).reduce((max, event) => (event.recordedAt > max ? event.recordedAt : max), '')
      const saved = await ledger.append([draftOf(one, ledger.events)], { unit: 'yanglao' })
      if (!saved.ok) throw new Error(saved.problem.code)
      const { recordedAt } = saved.events[0]!
      // The clock of a device never steps back, follows what it has heard, and never gives a value twice.
      if (recordedAt <= latest[one.who]! || recordedAt <= heard || marks.has(recordedAt)) throw new Error(`clock: ${recordedAt} after ${latest[one.who]} and ${heard}`)
      latest[one.who] = recordedAt
      marks.add(recordedAt)
    } else {
      const given = all[(one.who + 1 + one.from) % replicas]!.events.filter((_, i) => i >= one.at && (i - one.at) % one.nth === 0)
      const lines = read(one.isReversed ? [...given].reverse() : given, one.isDouble)
      const far = lines.events.filter(event => !ledger.events.some(known => known.hash === event.hash) && isFarAhead(event.recordedAt, noon + walls[one.who]!))
      for (let times = one.isDouble ? 2 : 1; times > 0; times--) {
        const merged = await ledger.mergeLines(lines)
        if (!merged.ok) throw new Error(merged.problem.code)
      }
      // More than a day ahead of its own clock: kept apart, not counted, not lost.
      const apart = new Set((await ledger.quarantined()).map(record => record.hash))
      if (far.some(event => !apart.has(event.hash) || ledger.events.some(known => known.hash === event.hash))) throw new Error('an event of a clock far ahead was counted or lost')
      counts.apart += far.length
    }
  }
  // The clocks are set right; all goes to one, and from it to all. Whoever is still ahead is vouched for.
  walls.fill(0)
  const [hub, ...others] = last as [number, ...number[]]
  for (const [from, to] of [...others.map(n => [n, hub]), ...others.map(n => [hub, n])] as [number, number][]) {
    const merged = await all[to]!.mergeLines(read(all[from]!.events, false))
    if (!merged.ok) throw new Error(merged.problem.code)
    const kept = merged.preview.ahead === 0 ? [] : await all[to]!.quarantined()
    if (kept.length > 0) await all[to]!.release(kept.map(record => record.hash))
  }
  compare(all, marks.size)
  counts.events += marks.size
}

const fileOf = (ledger: Ledger): string => {
  const history = foldEvents(index, ledger.events)
  return serializeBoard(boardFileOf(boardOf(history, query), history, false))
}

/** Every replica has every event once, the same bytes, the same head, the same board. */
function compare(all: readonly Ledger[], entered: number): void {
  const texts = new Set(all.map(ledger => ledger.serialize()))
  // The board's file carries the head.
  const boards = new Set(all.map(fileOf))
  const heads = new Set([...boards].map(text => /"head": "(\w+)"/.exec(text)![1]))
  if (texts.size !== 1 || heads.size !== 1 || boards.size !== 1) throw new Error(`replicas differ: ${texts.size} ledgers, ${heads.size} heads, ${boards.size} boards\n${[...texts].join('\n')}`)
  for (const ledger of all) {
    if (ledger.events.length !== entered) throw new Error(`${ledger.events.length} of ${entered} events`)
    if (chainBreaks(ledger.events).length > 0) throw new Error('a chain is broken')
  }
}

describe('replicas converge', () => {
  it('in any order, twice, in pieces, on clocks three days off that jump: one ledger, one head, one board', async () => {
    const runs = timesOf(10_000, 30_000)
    const counts = { events: 0, apart: 0 }
    await fc.assert(fc.asyncProperty(course, one => run(one as Course, counts)), { numRuns: runs, seed, endOnFailure: true })
    // The course is no empty one: many events, many of them from clocks more than a day ahead.
    expect(counts.events).toBeGreaterThan(runs * 2)
    expect(counts.apart).toBeGreaterThan(runs / 10)
    recordFigure({ id: 'convergence', name: `${replicas} replicas that differ after any order, doubles, pieces, clocks ±3 days off and jumping back`, value: `0 of ${runs} runs (${counts.events} entries)`, goal: '0 of 10000' })
    recordFigure({ id: 'clock-replicas', name: 'clock values that step back or repeat; events more than 24 h ahead that are counted or lost', value: `0 of ${counts.events} entries (${counts.apart} kept apart)`, goal: '0' })
  }, 900_000)
})

describe('merging is a set union', () => {
  const most = 20
  const known = Array.from({ length: most + 1 }, (_, n) => foreignEvent(n))
  const parsed = known.map(event => parseLines(lineOf(event), plan, { verifyHash: true }).events[0]!)
  const pick = fc.array(fc.nat(most), { maxLength: 8 })
  /** Lines as a file has them: events twice too. */
  const linesOf = (numbers: readonly number[]): ParsedLines => ({ events: [...new Set(numbers)].map(n => parsed[n]!), aside: [], foreign: 0, repeated: numbers.length - new Set(numbers).size, refused: null })
  const stateOf = (ledger: Ledger) => ledger.serialize()

  async function merged(...parts: ParsedLines[]): Promise<Ledger> {
    const ledger = quickLedger(9, () => noon)
    for (const part of parts) if (!(await ledger.mergeLines(part)).ok) throw new Error('a merge failed')
    return ledger
  }
  const all = (ledger: Ledger): ParsedLines => ({ events: [...ledger.events], aside: [], foreign: 0, repeated: 0, refused: null })

  it('idempotent, commutative, associative', async () => {
    const runs = timesOf(5_000, 15_000)
    await fc.assert(fc.asyncProperty(pick, pick, pick, async (a, b, c) => {
      const [one, two, three] = [linesOf(a), linesOf(b), linesOf(c)]
      const union = serializeLines([...new Set([...a, ...b, ...c])].map(n => known[n]!))
      const left = await merged(one, two)
      const twice = stateOf(left)
      const [again] = [await left.mergeLines(one), await left.mergeLines(two)]
      if (!again.ok || again.events.length > 0 || stateOf(left) !== twice) throw new Error('not idempotent')
      if (stateOf(await merged(two, one)) !== twice) throw new Error('not commutative')
      const right = await merged(two, three)
      if (stateOf(await merged(all(left), three)) !== union || stateOf(await merged(one, all(right))) !== union) throw new Error('not associative')
    }), { numRuns: runs, seed, endOnFailure: true })
    expect(known).toHaveLength(most + 1)
    recordFigure({ id: 'merge', name: 'merges that are not idempotent, commutative or associative', value: `0 of ${runs} runs`, goal: '0 of 5000' })
  }, 900_000)
})
