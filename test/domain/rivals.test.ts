import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../src/domain/decide'
import type { LedgerEvent } from '../../src/domain/event'
import { evolve, foldEvents } from '../../src/domain/history'
import type { History } from '../../src/domain/history'
import type { Rival } from '../../src/domain/rivalSide'
import { rivalsOf, rivalsOfCell } from '../../src/domain/rivals'
import { boardOf } from '../../src/domain/rollUp'
import { timesOf, seed } from '../tools/figures'
import { allocate, makeEvent, report } from './makers'
import { index, ledger as anyLedger } from './randomLedger'
import { index as slipIndex, issue, order, step } from './slipMakers'

const limit = '9999-12-31T23:59:59.999Z/ffff/dev-ffffffffffffffff'
const now = { today: '2020-12-31', limit }
const by = (unit: string, fields: Partial<LedgerEvent> = {}): Partial<LedgerEvent> => ({ by: { unit, name: unit }, ...fields })
const of = (...events: LedgerEvent[]): Rival[] => rivalsOf(foldEvents(index, events), now)
const value = (unit: string, amount: number, fields: Partial<LedgerEvent> = {}): LedgerEvent => report('2020-06-30', 'a', amount, 'count', by(unit, fields))
const settle = (event: LedgerEvent, unit: string): LedgerEvent => makeEvent('retract', '2020-07-01', { event: event.id, reason: '已核' }, by(unit))

describe('what is said differently', () => {
  it('two units, one cell and day: both sides, the later holds', () => {
    const [one, other] = [value('yanglao', 3), value('a', 5)]
    const [rival] = of(other, one)
    expect(rival).toMatchObject({ kind: 'report', target: 'count', area: 'a', at: '2020-06-30', isGone: false, isCurrent: true, neither: [one.id, other.id] })
    expect(rival!.sides.map(({ unit, data, isHolding, retracts }) => [unit, data.value, isHolding, retracts])).toEqual([['yanglao', 3, false, [other.id]], ['a', 5, true, [one.id]]])
  })

  it('is not: one unit correcting itself, equal values, other days, what was taken back or returned', () => {
    const [one, other] = [value('yanglao', 3), value('a', 5)]
    expect(of(value('a', 3), value('a', 5, { recordedAt: '2020-07-01T00:00:00.000Z/0000/dev-0000000000000002' }))).toEqual([])
    expect(of(value('yanglao', 5), value('a', 5, { data: { target: 'count', area: 'a', value: 5, note: '另一句话' } }))).toEqual([])
    expect(of(one, report('2020-07-31', 'a', 5, 'count', by('a')))).toEqual([])
    expect(of(one, other, makeEvent('retract', '2020-07-01', { event: one.id }, by('yanglao')))).toEqual([])
    expect(of(one, other, makeEvent('review', '2020-07-01', { event: other.id, verdict: 'returned', reason: '不实' }, by('office')))).toEqual([])
  })

  it('without a unit, devices speak; a later report of the next month leaves the board of today out of it', () => {
    const bare = (amount: number, n: number) => report('2020-06-30', 'a', amount, 'count', { by: {}, recordedAt: `2020-07-01T00:00:00.000Z/0000/dev-000000000000000${n}` })
    expect(of(bare(3, 1), bare(4, 1))).toEqual([])
    expect(of(bare(3, 1), bare(4, 2))).toHaveLength(1)
    expect(of(value('yanglao', 3), value('a', 5), report('2020-07-31', 'a', 9, 'count', by('a')))[0]).toMatchObject({ isCurrent: false })
  })

  it('shares, terms field by field, marks and reviews of one level', () => {
    const amend = (unit: string, data: Record<string, unknown>) => makeEvent('amend', '2020-03-01', { target: 'count', reason: '调', ...data }, by(unit))
    expect(of(allocate({ a: 2 }, '2020-01-01', 'count', by('yanglao')), allocate({ a: 3 }, '2020-01-01', 'count', by('office')))).toMatchObject([{ kind: 'allocate', area: null }])
    expect(of(amend('yanglao', { due: '2020-10-31' }), amend('office', { goal: { op: '>=', value: 9 } }))).toEqual([])
    expect(of(amend('yanglao', { due: '2020-10-31' }), amend('office', { due: '2020-11-30', goal: { op: '>=', value: 9 } }))).toMatchObject([{ kind: 'amend', subject: 'due', sides: [{ isHolding: false }, { isHolding: true }] }])
    const mark = (unit: string, state: string) => makeEvent('exempt', '2020-03-01', { target: 'count', area: 'a', state, reason: '因' }, by(unit))
    expect(of(mark('yanglao', 'exempt'), mark('office', 'paused'))).toMatchObject([{ kind: 'exempt', area: 'a' }])
    const one = value('a', 3)
    const review = (unit: string, verdict: string, level: string) => makeEvent('review', '2020-07-01', { event: one.id, verdict, reason: '因', level }, by(unit))
    expect(of(one, review('yanglao', 'accepted', 'department'), review('office', 'returned', 'office'))).toEqual([])
    expect(of(one, review('yanglao', 'accepted', 'department'), review('other', 'returned', 'department'))).toMatchObject([{ kind: 'review', subject: one.id, target: 'count', sides: [{ isHolding: false }, { isHolding: true }] }])
  })

  it('one number on two slips, and steps that shut each other out', () => {
    const rivals = (...events: LedgerEvent[]) => rivalsOf(foldEvents(slipIndex, events), now)
    expect(rivals(issue('2020-03-01'), issue('2020-03-02', order({ id: 's2' }), 2))).toMatchObject([{ kind: 'number', subject: '2020-01', neither: null }])
    const first = issue('2020-03-01')
    const withdrawn = { ...step('2020-03-05', { step: 'withdraw', reason: '误发' }), by: { unit: 'office' } }
    const reply = step('2020-03-06', { step: 'receive' })
    expect(rivals(first, withdrawn, reply)).toMatchObject([{ kind: 'step', subject: '2020-01', sides: [{ event: withdrawn.id, isHolding: true, retracts: [reply.id] }, { event: reply.id, isHolding: false, retracts: [withdrawn.id] }] }])
    expect(rivals(first, { ...withdrawn, by: { unit: 'a' } }, reply)).toEqual([])
  })

  it('one id for two events: neither can be taken alone', () => {
    const one = value('yanglao', 3)
    const twin = report('2020-06-30', 'a', 8, 'count', { ...by('a'), id: one.id, recordedAt: '2020-07-02T00:00:00.000Z/0000/dev-0000000000000002' })
    expect(of(one, twin)).toMatchObject([{ kind: 'id', subject: one.id, neither: [one.id], sides: [{ isHolding: false, retracts: null }, { isHolding: true, retracts: null }] }])
    expect(of(one, twin, settle(one, 'office'))).toEqual([])
  })

  it('two offices that settle in opposite ways leave nothing: shown so, and either side can be put back', () => {
    const [one, other] = [value('yanglao', 3), value('a', 5)]
    const [mine, theirs] = [settle(one, 'office'), settle(other, 'yanglao')]
    const [gone] = of(one, other, mine, theirs)
    expect(gone).toMatchObject({ kind: 'report', isGone: true, sides: [{ event: one.id, retracts: [mine.id] }, { event: other.id, retracts: [theirs.id] }] })
    expect(of(one, other, mine, theirs, settle(mine, 'office'))).toEqual([])
    expect(of(one, other, mine, theirs, settle(other, 'office'))).toEqual([])
    expect(of(one, other, settle(one, 'office'), settle(other, 'office'))).toEqual([])
    expect(of(one, other, makeEvent('retract', '2020-07-01', { event: one.id }, by('yanglao')), makeEvent('retract', '2020-07-01', { event: other.id }, by('a')))).toEqual([])
  })

  it('a settlement gives its reason', () => {
    const one = value('a', 3)
    const history = foldEvents(index, [one])
    const retract = { kind: 'retract' as const, event: one.id, at: '2020-07-01' }
    expect(decide(history, { ...retract, reason: ' ' }, now)).toMatchObject({ ok: false, problem: { code: 'reason_missing' } })
    expect(decide(history, { ...retract, reason: '已核' }, now)).toMatchObject({ ok: true, draft: { data: { event: one.id, reason: '已核' } } })
    expect(decide(history, retract, now)).toMatchObject({ ok: true, draft: { data: { event: one.id } } })
  })
})

/** Few cells and days, so that hands meet. */
const crowded = anyLedger.chain(events => fc.array(fc.tuple(fc.nat(3), fc.constantFrom('2020-06-30', '2020-07-31'), fc.constantFrom('yanglao', 'a', 'office', ''), fc.nat(9), fc.constantFrom('report', 'allocate', 'exempt')), { minLength: 2, maxLength: 14 }).map(more => [
  ...events,
  ...more.map(([n, at, unit, amount, type], place) => makeEvent(type, at, type === 'report' ? { target: 'count', area: n < 2 ? 'a' : 'b', value: amount } : type === 'allocate' ? { target: 'count', shares: { a: amount } } : { target: 'count', area: 'a', state: amount % 2 === 0 ? 'exempt' : 'paused', reason: '因' }, {
    by: unit === '' ? {} : { unit }, recordedAt: `2020-08-0${1 + n}T00:00:00.000Z/${place.toString(16).padStart(4, '0')}/dev-000000000000000${n}`,
  })),
]))

/** The office takes one side after the other until nothing is left to settle. */
function settleAll(history: History, pick: number): Rival[] {
  const taken: Rival[] = []
  for (let round = 0; round < 60; round++) {
    const [rival] = rivalsOf(history, now)
    if (rival === undefined) return taken
    const side = rival.sides[pick % rival.sides.length]!
    for (const event of side.retracts ?? rival.neither ?? []) {
      const decision = decide(history, { kind: 'retract', event, at: '2020-12-31', reason: '已核' }, now)
      if (decision.ok) evolve(history, makeEvent('retract', '2020-12-31', decision.draft.data, { by: { unit: 'office' }, recordedAt: `2021-06-01T00:00:00.000Z/${(round * 64 + taken.length).toString(16).padStart(4, '0')}/dev-00000000000000ff` }))
    }
    taken.push(rival)
  }
  throw new Error('never settled')
}

describe('laws', () => {
  const rows = (history: History) => boardOf(history, { asOf: '2020-12-31', knownAt: limit }).rows

  it('the list is the same whatever the order of arrival', () => {
    fc.assert(fc.property(crowded.chain(events => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))), ([events, shuffled]) => {
      const rivals = rivalsOf(foldEvents(index, events), now)
      expect(rivalsOf(foldEvents(index, shuffled), now)).toEqual(rivals)
      const ofCell = rivals.filter(rival => rival.kind === 'report' && rival.target === 'count' && rival.area === 'a').map(rival => rival.key).sort()
      expect(rivalsOfCell(foldEvents(index, shuffled), now, { target: 'count', area: 'a' }).map(rival => rival.key).sort()).toEqual(ofCell)
    }), { numRuns: timesOf(200, 5000), seed })
  })

  it('settling empties it, the cell shows the side taken on its day, cells that nobody contested stay as they are', () => {
    fc.assert(fc.property(crowded, fc.nat(3), (events, pick) => {
      const history = foldEvents(index, events)
      const before = rows(history)
      const taken = settleAll(history, pick)
      expect(rivalsOf(history, now)).toEqual([])
      for (const { kind, target, area, at, sides } of taken) {
        if (kind !== 'report') continue
        const cell = boardOf(history, { asOf: at, knownAt: limit }).rows.find(row => row.target.id === target)!.cells.find(one => one.area === area)
        const { data } = sides[pick % sides.length]!
        if (cell !== undefined && target === 'count') expect(cell.value).toBe(data.value)
      }
      const contested = new Set(taken.map(rival => rival.target))
      expect(rows(history).filter(row => !contested.has(row.target.id))).toEqual(before.filter(row => !contested.has(row.target.id)))
    }), { numRuns: timesOf(150, 3000), seed })
  })
})
