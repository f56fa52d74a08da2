import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceId, deviceOf, furthestAhead, isFarAhead, isRecordedAt, knownAtLimit, receive, tick, uuidv7 } from '../../src/domain/clock'

const device = 'dev-00000000000000a1'
const other = 'dev-00000000000000b2'
const noon = Date.parse('2020-07-02T04:00:00.000Z')
const threeDays = 3 * 86_400_000

describe('hybrid logical clock (semantics.md 34)', () => {
  it('starts at the wall clock, counts within a millisecond, and over it when the counter is full', () => {
    const first = tick(null, noon, device)
    expect(first).toBe(`2020-07-02T04:00:00.000Z/0000/${device}`)
    expect(tick(first, noon, device)).toBe(`2020-07-02T04:00:00.000Z/0001/${device}`)
    expect(tick(first, noon - 5000, device)).toBe(`2020-07-02T04:00:00.000Z/0001/${device}`)
    expect(tick(`2020-07-02T04:00:00.000Z/ffff/${device}`, noon, device)).toBe(`2020-07-02T04:00:00.001Z/0000/${device}`)
  })

  it('follows a remote value, unless its clock is more than a day ahead', () => {
    const ahead = tick(null, noon + furthestAhead, other)
    expect(receive(null, ahead, noon, device)).toBe(`2020-07-03T04:00:00.000Z/0001/${device}`)
    const wrong = tick(null, noon + furthestAhead + 1, other)
    expect(isFarAhead(ahead, noon)).toBe(false)
    expect(isFarAhead(wrong, noon)).toBe(true)
    expect(receive(null, wrong, noon, device)).toBe(`2020-07-02T04:00:00.000Z/0000/${device}`)
  })

  it('never steps back under skews of three days and jumps, by its own last value and by those it has seen', () => {
    const step = fc.record({ at: fc.integer({ min: -threeDays, max: threeDays }), who: fc.nat(2), hears: fc.option(fc.nat(2)) })
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), steps => {
      const last: (string | null)[] = [null, null, null]
      const all = new Set<string>()
      steps.forEach(({ at, who, hears }, count) => {
        const name = `dev-000000000000000${who}`
        const before = last[who]!
        const remote = hears === null ? null : last[hears]!
        const value = remote === null ? tick(before, noon + at, name) : receive(before, remote, noon + at, name)
        expect(isRecordedAt(value)).toBe(true)
        if (before !== null) expect(value > before).toBe(true)
        if (remote !== null && !isFarAhead(remote, noon + at)) expect(value > remote).toBe(true)
        all.add(value)
        expect(all.size).toBe(count + 1)
        last[who] = value
      })
    }), { numRuns: 1000 })
  })

  it('survives clocks that say nonsense, and refuses to go past the year 9999', () => {
    for (const now of [Number.NaN, Number.POSITIVE_INFINITY, -5, 1e300]) expect(isRecordedAt(tick(null, now, device))).toBe(true)
    expect(() => tick(`9999-12-31T23:59:59.999Z/ffff/${device}`, noon, device)).toThrow(RangeError)
  })

  it('knows a clock value from what only looks like one', () => {
    const good = `2020-02-29T23:59:59.999Z/0a1f/${device}`
    expect(isRecordedAt(good)).toBe(true)
    expect(deviceOf(good)).toBe(device)
    const bad = [
      `2021-02-29T00:00:00.000Z/0000/${device}`, `2020-13-01T00:00:00.000Z/0000/${device}`, `2020-01-01T24:00:00.000Z/0000/${device}`,
      `2020-01-01T00:60:00.000Z/0000/${device}`, `2020-01-01T00:00:60.000Z/0000/${device}`, `2020-01-01T00:00:00.000Z/00G0/${device}`,
      `2020-01-01T00:00:00.000Z/ABCD/${device}`, '2020-01-01T00:00:00.000Z/0000/dev-00000000000000AA', `2020-01-01T00:00:00.000+/0000/${device}`,
      `2020-01-01 00:00:00.000Z/0000/${device}`, `${good}x`, good.slice(1), '', null, undefined, 7, {}, [good],
    ]
    for (const value of bad) expect(isRecordedAt(value), String(value)).toBe(false)
  })
})

describe('moments of knowledge (semantics.md 33)', () => {
  const isKnown = (recordedAt: string, knownAt: string) => recordedAt <= knownAtLimit(knownAt)

  it('a day ends at midnight in UTC+8', () => {
    expect(isKnown(`2020-09-15T15:59:59.999Z/ffff/dev-ffffffffffffffff`, '2020-09-15')).toBe(true)
    expect(isKnown(`2020-09-15T16:00:00.000Z/0000/dev-0000000000000000`, '2020-09-15')).toBe(false)
  })

  it('an instant is its whole millisecond, in any offset; without one it is UTC+8', () => {
    for (const instant of ['2020-09-15T01:02:03.004Z', '2020-09-15T09:02:03.004+08:00', '2020-09-14T20:02:03.004-05:00', '2020-09-15T09:02:03.004']) {
      expect(isKnown(`2020-09-15T01:02:03.004Z/ffff/dev-ffffffffffffffff`, instant), instant).toBe(true)
      expect(isKnown(`2020-09-15T01:02:03.005Z/0000/dev-0000000000000000`, instant), instant).toBe(false)
    }
    expect(isKnown(`2020-09-15T01:02:03.000Z/ffff/${device}`, '2020-09-15T01:02:03Z')).toBe(true)
  })

  it('a clock value is itself', () => {
    const value = `2020-09-15T01:02:03.004Z/0002/${device}`
    expect(isKnown(value, value)).toBe(true)
    expect(isKnown(`2020-09-15T01:02:03.004Z/0003/${device}`, value)).toBe(false)
  })

  it('anything else is refused', () => {
    for (const text of ['', '2020', '2020-02-30', 'yesterday', '15/09/2020', '2020-09-15T99:00:00Z']) expect(() => knownAtLimit(text), text).toThrow(RangeError)
  })
})

describe('ids', () => {
  const random = Uint8Array.from([0xff, 0xee, 0xdd, 0xcc, 0xbb, 0xaa, 0x99, 0x88, 0x77, 0x66])

  it('a device is named by eight bytes', () => {
    expect(deviceId(random)).toBe('dev-ffeeddccbbaa9988')
  })

  it('UUID version 7 with the right version and variant, sorting by time', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), fc.nat(4e12), fc.integer({ min: 1, max: 1e9 }), (bytes, now, later) => {
      const id = uuidv7(now, bytes)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(uuidv7(now + later, random) > id).toBe(true)
    }), { numRuns: 1000 })
  })
})
