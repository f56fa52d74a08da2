import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, eventHash, headOf, planHash, sha256Hex } from '../../src/domain/hash'
import { makePlan, makeTarget } from './makers'

const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

describe('fingerprints (semantics.md 37, 39)', () => {
  it('sha256 of known texts', () => {
    expect(sha256Hex('')).toBe(empty)
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(sha256Hex('挂图')).toMatch(/^[0-9a-f]{64}$/)
  })

  it('canonical JSON is RFC 8785: sorted keys by UTF-16, ECMAScript numbers, no spaces', () => {
    expect(canonicalJson({ b: 1, a: [1.0, 1e21, 1e-7, -0, 0.1 + 0.2], '€': 'x', '\r': '\u000f"', 'é': null })).toBe(
      '{"\\r":"\\u000f\\"","a":[1,1e+21,1e-7,0,0.30000000000000004],"b":1,"é":null,"€":"x"}')
  })

  it('what JSON cannot say is refused', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { a: '\udc00x' }]) expect(() => canonicalJson(value)).toThrow()
  })

  it('the order of keys does not change a hash; hash and sig do not count; every other field does', () => {
    const event = { v: 1, id: 'x', data: { target: 't', value: 1 } }
    expect(eventHash({ data: { value: 1, target: 't' }, sig: 's', hash: 'h', id: 'x', v: 1 })).toBe(eventHash(event))
    expect(eventHash({ ...event, id: 'y' })).not.toBe(eventHash(event))
    expect(eventHash({ ...event, extra: null })).not.toBe(eventHash(event))
  })

  it('an own __proto__ key counts as plain data', () => {
    const hostile = JSON.parse('{"id":"x","__proto__":{"polluted":true}}') as object
    expect(eventHash(hostile)).not.toBe(eventHash({ id: 'x' }))
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('head: of nothing the hash of the empty text; else of the sorted hashes joined by LF, in any order', () => {
    expect(headOf([])).toBe(empty)
    expect(headOf(['b', 'a'])).toBe(sha256Hex('a\nb'))
    fc.assert(fc.property(fc.uniqueArray(fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }), { maxLength: 8 }), hashes => {
      expect(headOf([...hashes].reverse())).toBe(headOf(hashes))
    }), { numRuns: 1000 })
  })

  it('the plan hash follows content, not the order of keys', () => {
    const plan = makePlan([makeTarget()])
    expect(planHash(Object.fromEntries(Object.entries(plan).reverse()) as typeof plan)).toBe(planHash(plan))
    expect(planHash({ ...plan, title: '别的' })).not.toBe(planHash(plan))
  })
})
