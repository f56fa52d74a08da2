/** What "since the last package" leaves out was in a package that may be taken as received; nothing is left out for good. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SentNote } from '../../src/sync/packageContents'
import { countedAsSent, eventsOfScope, evidenceHashes, packHashes, sentBefore, sentNoteOf } from '../../src/sync/packageContents'
import { foreignEvent } from '../ledger/makers'
import { seed } from '../tools/figures'

const events = Array.from({ length: 20 }, (_none, n) => foreignEvent(n, { by: { unit: n % 2 === 0 ? 'a' : 'b' } }))
const noteOf = (n: number, held: readonly number[], receivedAt: string | null = null): SentNote =>
  ({ id: `p${n}`, name: 'x', madeAt: `2020-07-0${n}T00:00:00.000Z`, scope: 'since', unit: null, count: held.length, head: '', evidence: 0, receivedAt, receivedBy: null, hashes: packHashes(held.map(i => events[i]!.hash)) })
const left = (notes: readonly SentNote[]) => eventsOfScope(events.slice(0, 6), 'since', null, notes).map(event => events.indexOf(event))

it('a unit sends its own, everything is everything', () => {
  expect(eventsOfScope(events, 'unit', 'a', []).length).toBe(10)
  expect(eventsOfScope(events, 'all', null, [noteOf(1, [1, 2])])).toEqual(events)
})

it('since the last: what was in none, whatever order it came in', () => {
  expect(left([])).toEqual([0, 1, 2, 3, 4, 5])
  expect(left([noteOf(1, [3, 1])])).toEqual([0, 2, 4, 5])
  expect(left([noteOf(1, [3, 1]), noteOf(2, [0, 2, 4])])).toEqual([5])
})

it('a package without receipt, made before one that has its own, may be lost: what it held goes again', () => {
  expect(left([noteOf(1, [0, 1]), noteOf(2, [2, 3], '2020-07-03T00:00:00.000Z'), noteOf(3, [4])])).toEqual([0, 1, 5])
  expect(countedAsSent([noteOf(3, [4]), noteOf(1, [0], 'x'), noteOf(2, [1], 'x')]).map(note => note.id)).toEqual(['p1', 'p2', 'p3'])
})

it('an event is either in a package that counts or goes now', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.array(fc.nat(19), { maxLength: 20 }), fc.boolean()), { maxLength: 6 }), packages => {
    const notes = packages.map(([held, isReceived], i) => noteOf(i + 1, held, isReceived ? 'x' : null))
    const going = new Set(eventsOfScope(events, 'since', null, notes).map(event => event.hash))
    const counted = new Set(countedAsSent(notes).flatMap(note => packages[Number(note.id.slice(1)) - 1]![0]).map(i => events[i]!.hash))
    for (const event of events) expect(going.has(event.hash)).toBe(!counted.has(event.hash))
  }), { seed, numRuns: 60 })
})

it('notes come back from the shelf as they went, and what is none is left aside', () => {
  const note = noteOf(1, [1, 2], 'x')
  const { id, ...value } = note
  expect(sentNoteOf(id, structuredClone(value))).toEqual(note)
  expect([sentNoteOf('x', null), sentNoteOf('x', {}), sentNoteOf('x', { ...value, scope: 'half' })]).toEqual([null, null, null])
  expect(sentBefore([sentNoteOf('x', { ...value, hashes: 'gone' })!])(events[1]!.hash)).toBe(false)
})

it('evidence goes with the events that name it', () => {
  const hash = 'ab'.repeat(32)
  expect(evidenceHashes([foreignEvent(1, { type: 'evidence', data: { hash } }), foreignEvent(2, { type: 'evidence', data: { hash } }), foreignEvent(3, { type: 'evidence', data: { hash: '../x' } }), foreignEvent(4)])).toEqual([hash])
})
