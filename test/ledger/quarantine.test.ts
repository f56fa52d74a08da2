import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { furthestAhead } from '../../src/domain/clock'
import { clocksAhead } from '../../src/domain/clockSkew'
import type { LedgerEvent } from '../../src/domain/event'
import { serializeLines } from '../../src/domain/lineReader'
import { recordFigure, seed, timesOf } from '../tools/figures'
import { draft, foreignEvent, noon, Profile } from './makers'

let profile: Profile
beforeEach(() => { profile = new Profile() })
afterEach(() => profile.close())

const other = 'dev-0000000000000009'
/** An event whose clock stands so many milliseconds from noon. */
const at = (n: number, ahead: number, fields: Partial<LedgerEvent> = {}): LedgerEvent => foreignEvent(n, { device: '9', recordedAt: `${new Date(noon + ahead).toISOString()}/0000/${other}`, ...fields })
const minute = 60_000
const day = 86_400_000

describe('clocks of others', () => {
  it('ten minutes ahead: taken, said, and remembered after its time has come', async () => {
    const ledger = await profile.tab()
    const merged = await ledger.merge(serializeLines([at(1, 5 * minute), at(2, 30 * minute, { device: '8', recordedAt: `${new Date(noon + 30 * minute).toISOString()}/0000/dev-0000000000000008` })]))
    expect(merged).toMatchObject({ ok: true, preview: { fresh: 2, early: 1, ahead: 0, breaks: [] } })
    profile.now = noon + day
    expect((await ledger.findings()).skews).toEqual([{ device: 'dev-0000000000000008', ahead: 30 * minute, seenAt: new Date(noon).toISOString() }])
    expect(clocksAhead(ledger.events, noon)).toHaveLength(1)
    expect(clocksAhead(ledger.events, profile.now)).toEqual([])
  })

  it('three days ahead: kept apart with its business day, counted only when somebody vouches for it', async () => {
    const ledger = await profile.tab()
    const far = at(1, 3 * day)
    await ledger.merge(serializeLines([far]))
    expect(ledger.events).toEqual([])
    expect((await ledger.findings()).skews).toEqual([{ device: other, ahead: 3 * day, seenAt: new Date(noon).toISOString() }])
    expect((await ledger.quarantined()).map(one => one.hash)).toEqual([far.hash])
    expect(await ledger.release([far.hash])).toMatchObject({ ok: true, events: [{ at: '2020-06-30', recordedAt: far.recordedAt }] })
    expect(await ledger.quarantined()).toEqual([])
    await ledger.append([draft(7)], {})
    expect(ledger.events.at(-1)!.recordedAt.slice(0, 24)).toBe(new Date(noon).toISOString())
  })

  it('one whose time has come is counted at the next start, those still ahead are not; what follows it breaks no chain meanwhile', async () => {
    const ledger = await profile.tab()
    const [soon, late] = [at(1, 2 * day), at(2, 5 * day)]
    const next = at(3, 3 * day, { prev: soon.hash })
    await ledger.merge(serializeLines([soon, { ...late, prev: late.prev }]))
    expect((await ledger.previewMerge(serializeLines([next]))).breaks.filter(one => one.kind === 'missing')).toEqual([])
    profile.now = noon + day + minute
    const early = await profile.tab()
    await early.verify()
    expect(early.events).toEqual([])
    profile.now = noon + 2 * day
    const again = await profile.tab()
    await again.verify()
    expect(again.events.map(event => event.hash)).toEqual([soon.hash])
    expect((await again.quarantined()).map(one => one.hash)).toEqual([late.hash])
  })

  it('our clock goes on by itself and by trusted ones, never by one far ahead; it never steps back', async () => {
    const step = fc.record({ skew: fc.integer({ min: -3 * day, max: 3 * day }), wall: fc.integer({ min: -3 * day, max: 3 * day }), isOwn: fc.boolean() })
    let written = 0
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async steps => {
      const fresh = new Profile()
      const ledger = await fresh.tab()
      let last = ''
      /** The furthest moment that may have moved our clock: the wall's own, or a day beyond it. */
      let bound = 0
      for (const [n, { skew, wall, isOwn }] of steps.entries()) {
        fresh.now = noon + wall
        bound = Math.max(bound, fresh.now + furthestAhead)
        if (!isOwn) { await ledger.merge(serializeLines([at(n, wall + skew)])); continue }
        const appended = await ledger.append([draft(n)], {})
        if (!appended.ok) throw new Error(appended.problem.code)
        const { recordedAt } = appended.events[0]!
        expect(recordedAt > last).toBe(true)
        expect(Date.parse(recordedAt.slice(0, 24))).toBeLessThanOrEqual(bound + 1)
        expect(appended.events[0]!.at).toBe('2020-06-30')
        last = recordedAt
        written++
      }
      fresh.close()
    }), { numRuns: timesOf(60, 600), seed })
    expect(written).toBeGreaterThan(50)
    recordFigure({ id: 'clock', name: 'clocks ±3 days off, set back, entries from far ahead coming in: clock values that step back, clocks dragged ahead', value: `0 and 0 of ${written} entries`, goal: '0; more than 24 h ahead is kept apart' })
  })

  it('a merge says where the chain breaks, and which lines were changed stays readable', async () => {
    const ledger = await profile.tab()
    const first = at(1, -day)
    const second = at(2, -day + 1, { prev: first.hash })
    const third = at(3, -day + 2, { prev: second.hash })
    const text = `${serializeLines([first, third])}${JSON.stringify({ ...second, data: { ...second.data, value: 99 } })}\n`
    expect(await ledger.previewMerge(text)).toMatchObject({ fresh: 2, aside: 1, breaks: [{ device: other, event: 'id-3', kind: 'missing', after: 1 }] })
    expect(await ledger.merge(text)).toMatchObject({ ok: true, preview: { breaks: [{ after: 1 }] } })
    expect((await ledger.findings()).aside).toEqual([expect.objectContaining({ code: 'line_hash', line: 3, text: expect.stringContaining('"value":99') as string })])
    expect(await ledger.previewMerge(serializeLines([second]))).toMatchObject({ fresh: 1, breaks: [] })
  })
})
