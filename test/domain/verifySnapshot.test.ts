/** Verifying: the laws of what was known then, each verdict by an example, and what changed since by whom. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knownAtLimit } from '../../src/domain/clock.ts'
import type { LedgerEvent } from '../../src/domain/event.ts'
import { canonicalJson } from '../../src/domain/hash.ts'
import { fingerprintOf, freeze, resealed } from '../../src/domain/snapshot.ts'
import type { Snapshot, SnapshotAsk } from '../../src/domain/snapshot.ts'
import { boardFilter, verifySeal } from '../../src/domain/verifySnapshot.ts'
import type { Present } from '../../src/domain/verifySnapshot.ts'
import { makeEvent, makePlan, makeTarget, report } from './makers.ts'
import { asked, clock, day, index, ledger, reportEvent } from './randomLedger.ts'

const ask: SnapshotAsk = { name: '第4次调度会', asOf: '2020-06-30', knownAt: '2020-06-30', review: 'all', madeAt: '2020-06-30T08:00:00.000Z', madeBy: { unit: 'yanglao' }, version: '0.5.0' }
const latest = '2099-01-01'
const at = (moment: string) => `${moment}T02:00:00.000Z/0000/dev-0000000000000001`
const presentOf = (events: readonly LedgerEvent[], plan = index.plan): Present => ({ plan, events, demo: false, knownAt: latest })
const claimOf = (snapshot: Snapshot, isWhole = true) => ({ seal: snapshot.seal, fingerprint: snapshot.fingerprint, whole: isWhole ? snapshot : null })

describe('laws', () => {
  const review = fc.constantFrom('all', 'accepted', 'accepted_twice' as const) as fc.Arbitrary<SnapshotAsk['review']>
  it('a snapshot verified against its own ledger matches, whatever its day, knowledge and filter', () => {
    fc.assert(fc.property(ledger, asked, review, fc.boolean(), (events, query, filter, whole) => {
      const snapshot = freeze({ plan: index.plan, events, demo: false }, { ...ask, ...query, review: filter })
      const found = verifySeal(claimOf(snapshot, whole), presentOf(events))
      expect(found).toMatchObject({ verdicts: ['matches'], figuresMatch: true, altered: [], events: { lacking: 0, more: 0 } })
      expect(boardFilter(snapshot.board, presentOf(events))).not.toBeNull()
    }), { numRuns: 300 })
  })

  it('an event that comes later changes nothing of what was known then, unless it was written earlier', () => {
    fc.assert(fc.property(ledger, asked, fc.tuple(day, clock, fc.nat(20)), (events, query, [on, recordedAt, value]) => {
      const snapshot = freeze({ plan: index.plan, events, demo: false }, { ...ask, ...query })
      const more = [...events, makeEvent('report', on, { target: 'count', area: 'a', value }, { recordedAt })]
      const { verdicts, figuresMatch, events: counts, since } = verifySeal(claimOf(snapshot), presentOf(more))
      if (recordedAt > knownAtLimit(query.knownAt)) expect({ verdicts, figuresMatch }).toEqual({ verdicts: ['matches'], figuresMatch: true })
      else expect({ verdicts, counts }).toMatchObject({ verdicts: ['ledger_has_more'], counts: { lacking: 0, more: 1 } })
      expect(since!.added.length - since!.gone.length).toBe(more.length - snapshot.events.length)
      for (const { difference } of since!.figures) if (difference !== null) expect(difference.event).not.toBeNull()
    }), { numRuns: 300 })
  })

  it('what is missing is counted, with the snapshot at hand or by number alone', () => {
    fc.assert(fc.property(ledger, reportEvent, (events, [on, , area, payload]) => {
      const lost = makeEvent('report', on, { target: 'count', area, ...payload }, { recordedAt: at('2020-01-01') })
      const snapshot = freeze({ plan: index.plan, events: [...events, lost], demo: false }, ask)
      for (const whole of [true, false]) {
        const { verdicts, events: counts } = verifySeal(claimOf(snapshot, whole), presentOf(events))
        expect(verdicts).toEqual(['ledger_lacks'])
        expect(counts).toEqual({ sealed: snapshot.events.length, here: snapshot.events.length - 1, lacking: whole ? 1 : null, more: whole ? 0 : null })
      }
    }), { numRuns: 100 })
  })
})

const plan = makePlan([makeTarget()])
const first = report('2020-05-31', 'a', 6, '1.1-1', { recordedAt: at('2020-06-01'), by: { name: '王', unit: 'a' } })
const other = report('2020-05-31', 'b', 6, '1.1-1', { recordedAt: at('2020-06-02') })
const frozen = freeze({ plan, events: [first, other], demo: false }, ask)
const differing = (events: readonly LedgerEvent[], snapshot = frozen, whole = true) => verifySeal(claimOf(snapshot, whole), { ...presentOf(events, plan) }).since!.figures.filter(one => one.difference !== null)

describe('what changed since', () => {
  it('a correction is named with its cell, its figures and who wrote it', () => {
    const corrected = report('2020-05-31', 'a', 2, '1.1-1', { recordedAt: at('2020-07-03'), by: { name: '李', unit: 'a' } })
    const changes = differing([first, other, corrected])
    expect(changes.map(({ target, area, before, after, difference }) => [target, area, before.value, after.value, difference!.cause, difference!.event?.by])).toEqual([['1.1-1', 'a', 6, 2, 'correction', { name: '李', unit: 'a' }]])
    expect(verifySeal(claimOf(frozen), presentOf([first, other, corrected], plan)).verdicts).toEqual(['matches'])
  })

  it('a late report and a retraction', () => {
    const late = report('2020-06-30', 'c', 9, '1.1-1', { recordedAt: at('2020-07-20') })
    expect(differing([first, other, late]).map(({ area, difference }) => [area, difference!.cause, difference!.event?.id])).toEqual([['c', 'late', late.id]])
    const retraction = makeEvent('retract', '2020-07-04', { event: first.id }, { recordedAt: at('2020-07-04') })
    expect(differing([first, other, retraction]).map(({ area, after, difference }) => [area, after.value, difference!.cause, difference!.event?.id])).toEqual([['a', null, 'correction', retraction.id]])
  })

  it('an entry merged later though written earlier, and one that is missing here', () => {
    const merged = report('2020-06-15', 'a', 8, '1.1-1', { recordedAt: at('2020-06-16') })
    expect(differing([first, other, merged]).map(({ area, before, after, difference }) => [area, before.value, after.value, difference!.event?.id])).toEqual([['a', 6, 8, merged.id]])
    expect(differing([other]).map(({ area, before, after, difference }) => [area, before.value, after.value, difference!.event?.id])).toEqual([['a', 6, null, first.id]])
  })

  it('under a review filter the acceptance that lets a report count is named', () => {
    const snapshot = freeze({ plan, events: [first, other], demo: false }, { ...ask, review: 'accepted' })
    const accepted = makeEvent('review', '2020-07-05', { event: first.id, verdict: 'accepted', level: 'office' }, { recordedAt: at('2020-07-05') })
    const changes = differing([first, other, accepted], snapshot)
    expect(changes.map(({ area, before, after, difference }) => [area, before.value, after.value, difference!.event?.id])).toEqual([['a', null, 6, accepted.id]])
  })
})

describe('verdicts', () => {
  const present = presentOf([first, other], plan)
  it('another plan, another kind of ledger, a changed plan', () => {
    expect(verifySeal(claimOf(frozen), { ...present, plan: { ...plan, id: 'else' } })).toMatchObject({ verdicts: ['other_plan'], figuresMatch: false, since: null })
    expect(verifySeal(claimOf(frozen), { ...present, demo: true })).toMatchObject({ verdicts: ['other_ledger'], since: null })
    expect(verifySeal(claimOf(frozen), { ...present, plan: { ...plan, title: '改了' } })).toMatchObject({ verdicts: ['plan_changed'] })
    const harder = makePlan([makeTarget({ goal: { op: '>=', value: 90 } })])
    expect(verifySeal(claimOf(frozen), { ...present, plan: harder })).toMatchObject({ verdicts: ['plan_changed'], figuresMatch: false })
  })

  it('another version of the rules', () => {
    const seal = { ...frozen.seal, boardHash: '0'.repeat(64) }
    expect(verifySeal({ seal, fingerprint: fingerprintOf(seal), whole: null }, present).verdicts).toEqual(['rules_differ'])
  })

  it('an altered seal, by field: read off the original, found from the ledger, or tried; what cannot be known is left open', () => {
    const altered = (change: object, original = frozen.seal as typeof frozen.seal | null) => verifySeal({ seal: { ...frozen.seal, ...change }, fingerprint: frozen.fingerprint, whole: null }, present, original)
    expect(altered({ name: '第5次调度会', asOf: '2020-06-29' })).toMatchObject({ verdicts: ['altered'], altered: [{ field: 'name', claimed: '第5次调度会', right: '第4次调度会' }, { field: 'asOf', right: '2020-06-30' }] })
    expect(altered({ madeBy: { unit: 'x' } }).altered).toEqual([{ field: 'madeBy', claimed: '{"unit":"x"}', right: '{"unit":"yanglao"}' }])
    expect(altered({ asOf: '2020-06-29' }, null).altered).toEqual([{ field: 'asOf', claimed: '2020-06-29', right: '2020-06-30' }])
    expect(altered({ review: 'accepted' }, null).altered).toMatchObject([{ field: 'review', right: 'all' }])
    expect(altered({ boardHash: '1'.repeat(64) }, null).altered).toMatchObject([{ field: 'boardHash', right: frozen.seal.boardHash }])
    expect(altered({ events: 9 }, null).altered).toMatchObject([{ field: 'events', claimed: '9', right: '2' }])
    expect(altered({ name: '别的' }, null)).toMatchObject({ verdicts: ['altered'], altered: [] })
  })

  it('a copy without names has other entries and the same figures', () => {
    const safe = resealed(frozen, frozen.events.map(event => makeEvent(event.type, event.at, event.data, { plan: event.plan, recordedAt: event.recordedAt })), frozen.fingerprint)
    expect(safe.seal.head).not.toBe(frozen.seal.head)
    expect(verifySeal(claimOf(safe), present)).toMatchObject({ verdicts: ['matches'], figuresMatch: true })
    expect(verifySeal(claimOf(safe), { ...present, events: [first] }).verdicts).toEqual(['ledger_lacks'])
  })

  it('board.json is found under its filter, and not at all when one figure is another', () => {
    expect(boardFilter(frozen.board, present)).toBe('all')
    const accepted = freeze({ plan, events: [first, other], demo: false }, { ...ask, review: 'accepted' })
    expect(boardFilter(accepted.board, present)).toBe('accepted')
    const forged = { ...frozen.board, cells: frozen.board.cells.map(cell => ({ ...cell, value: 99 })) }
    expect(canonicalJson(forged)).not.toBe(canonicalJson(frozen.board))
    expect(boardFilter(forged, present)).toBeNull()
  })
})
