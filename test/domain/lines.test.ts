import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chainBreaks } from '../../src/domain/chain'
import type { LedgerEvent } from '../../src/domain/event'
import { canonicalJson, eventHash } from '../../src/domain/hash'
import { lineOf, longestLine, serializeLines } from '../../src/domain/lineReader'
import { conflictingIds, longestLedger, mostAside, parseLines } from '../../src/domain/lines'
import { foreignEvent, plan } from '../ledger/makers'

const read = (text: string, verifyHash = true) => parseLines(text, plan, { verifyHash })
/** A line of fields that may be wrong, with the hash that fits them. */
const sealed = (fields: Record<string, unknown>): string => {
  const event = { ...foreignEvent(1), ...fields }
  return JSON.stringify({ ...event, hash: eventHash(event) })
}

const json = fc.jsonValue({ maxDepth: 3, noUnicodeString: false } as fc.JsonSharedConstraints)
const anyEvent = fc.record({
  n: fc.nat(60), v: fc.constantFrom(1, 1, 2, 1.5), type: fc.constantFrom('report', 'retract', 'something-new'),
  data: fc.dictionary(fc.string({ maxLength: 6 }), json, { maxKeys: 4 }), extra: json,
}).map(({ n, extra, data, ...fields }) => {
  const event = JSON.parse(canonicalJson({ ...foreignEvent(n), ...fields, data, extra })) as LedgerEvent
  return { ...event, hash: eventHash(event) }
  // Refused by name: see the hostile lines.
}).filter(event => !JSON.stringify(event).includes('"__proto__":'))
const sortedByHash = (events: readonly LedgerEvent[]) => [...events].sort((one, other) => (one.hash < other.hash ? -1 : 1))
const distinct = (events: readonly LedgerEvent[]) => [...new Map(events.map(event => [event.hash, event])).values()]

describe('ledger lines (semantics.md 38)', () => {
  it('parse after serialize is the identity, and serialize is the same text for the same set', () => {
    fc.assert(fc.property(fc.array(anyEvent, { maxLength: 12 }), events => {
      const once = distinct(events)
      const text = serializeLines(once)
      const parsed = read(text)
      expect(parsed.aside).toEqual([])
      expect(sortedByHash(parsed.events)).toEqual(sortedByHash(once))
      expect(serializeLines([...once].reverse())).toBe(text)
      expect(serializeLines(parsed.events)).toBe(text)
    }), { numRuns: 1000 })
  })

  it('any cut, doubling or shuffling of lines gives the same set of events', () => {
    fc.assert(fc.property(fc.array(anyEvent, { maxLength: 8 }), fc.array(fc.nat(7), { maxLength: 8 }), (events, again) => {
      const lines = events.map(lineOf)
      const more = again.map(i => lines[i]).filter(line => line !== undefined)
      const parsed = read([...lines, ...more].reverse().join('\r\n'))
      expect(sortedByHash(parsed.events)).toEqual(sortedByHash(distinct(events)))
      expect(parsed.repeated).toBe(lines.length + more.length - parsed.events.length)
    }), { numRuns: 1000 })
  })

  it('a changed character never passes as a valid event', () => {
    const line = lineOf(foreignEvent(7))
    fc.assert(fc.property(fc.nat(line.length - 1), fc.constantFrom('0', 'x', '"', '}', ' ', '，'), (at, character) => {
      const changed = line.slice(0, at) + character + line.slice(at + 1)
      const parsed = read(changed)
      if (changed !== line) expect(parsed.events).toEqual([])
    }), { numRuns: 1000 })
  })

  it('byte order mark, CRLF, blank lines and a missing last LF are no matter', () => {
    const [one, two] = [lineOf(foreignEvent(1)), lineOf(foreignEvent(2))]
    const parsed = read(`\ufeff${one}\r\n\r\n  \n${two}`)
    expect(parsed.events.map(event => event.id)).toEqual(['id-1', 'id-2'])
    expect(parsed.aside).toEqual([])
  })

  it('other plans are ignored and counted; unknown types and versions pass unchanged', () => {
    const parsed = read([sealed({ plan: 'other' }), sealed({ id: 'a', v: 7 }), sealed({ id: 'b', type: 'dream', sky: { blue: true } })].join('\n'))
    expect(parsed.foreign).toBe(1)
    expect(parsed.events.map(event => event.v)).toEqual([7, 1])
    expect(serializeLines(parsed.events)).toContain('"sky":{"blue":true}')
  })

  it('one id with two hashes: both are kept and named', () => {
    const one = foreignEvent(1)
    const two = foreignEvent(1, { data: { target: '1.1-1', area: 'a', value: 99 } })
    const parsed = read([one, two, one, two].map(lineOf).join('\n'))
    expect(parsed.events).toHaveLength(2)
    expect(conflictingIds(parsed.events, [])).toEqual(['id-1'])
    expect(conflictingIds([two], [one])).toEqual(['id-1'])
    expect(conflictingIds([two], [two, foreignEvent(2)])).toEqual([])
    expect(parsed.repeated).toBe(2)
  })

  it('the reason of a bad line names the line', () => {
    const { aside } = read(`${lineOf(foreignEvent(1))}\n{broken\n`)
    expect(aside).toEqual([{ line: 2, text: '{broken', why: expect.objectContaining({ code: 'line_not_json', path: '第 2 行' }) }])
  })

  it('trusted lines skip the hash but not the shape', () => {
    const changed = lineOf(foreignEvent(1)).replace('"value":1', '"value":2')
    expect(read(changed, true).aside[0]?.why.code).toBe('line_hash')
    expect(read(changed, false).events).toHaveLength(1)
    expect(read(changed.replace('2020-06-30', '2020-06-31'), false).events).toEqual([])
  })
})

describe('hostile lines', () => {
  const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`
  const good = lineOf(foreignEvent(1))
  const withData = (data: string) => good.replace(/"data":\{[^}]*\}/, `"data":${data}`)
  const hostile: [name: string, line: string][] = [
    ['not JSON', 'hello'], ['half a line', good.slice(0, 100)], ['two in one line', good + good], ['NUL', `\0${good}`], ['only NUL', '\0\0\0'],
    ['a number', '1'], ['a text', '"x"'], ['null', 'null'], ['true', 'true'], ['an array', `[${good}]`], ['an empty object', '{}'], ['comment', `// ${good}`],
    ['trailing comma', good.replace(/\}$/, ',}')], ['single quotes', good.replaceAll('"', "'")], ['NaN', withData('{"value":NaN}')],
    ['v a text', sealed({ v: '1' })], ['v null', sealed({ v: null })], ['v too large', good.replace('"v":1', '"v":1e309')],
    ['no id', sealed({ id: undefined })], ['id a number', sealed({ id: 5 })], ['plan a list', sealed({ plan: [plan] })], ['type an object', sealed({ type: {} })],
    ['at no day', sealed({ at: '2020-02-30' })], ['at an instant', sealed({ at: '2020-02-03T00:00:00Z' })], ['at a number', sealed({ at: 20200203 })],
    ['clock without device', sealed({ recordedAt: '2020-07-01T00:00:00.000Z/0000' })], ['clock in year 10000', sealed({ recordedAt: '+010000-01-01T00:00:00.000Z/0000/dev-0' })],
    ['hash missing', JSON.stringify({ ...foreignEvent(1), hash: undefined })], ['hash of another', JSON.stringify({ ...foreignEvent(1), hash: foreignEvent(2).hash })],
    ['hash in capitals', JSON.stringify({ ...foreignEvent(1), hash: foreignEvent(1).hash.toUpperCase() })], ['hash a list', JSON.stringify({ ...foreignEvent(1), hash: [foreignEvent(1).hash] })],
    ['data a list', sealed({ data: [1] })], ['data null', sealed({ data: null })], ['data a text', sealed({ data: 'x' })],
    ['1e309', withData('{"value":1e309}')], ['-1e309 deep', withData('{"a":[{"b":-1e309}]}')], ['lone surrogate', withData('{"note":"\\ud800"}')],
    ['lone surrogate as key', withData('{"\\udc00":1}')], ['33 levels', withData(`{"a":${nested(33)}}`)], ['200,000 levels', withData(`{"a":${nested(200_000)}}`)],
    ['200,000 open brackets', '['.repeat(200_000)], ['deep beside data', sealed({ x: JSON.parse(nested(40)) as unknown })], ['deep author', sealed({ by: JSON.parse(nested(40)) as unknown })], ['deep data', sealed({ data: { x: JSON.parse(nested(40)) as unknown } })],
    ['deeper than any stack', good.replace('"v":1', `"v":1,"x":${nested(100_000)}`)],
    ['__proto__ slipped in', withData('{"__proto__":{"polluted":1},"value":1}')], ['toString replaced', withData('{"toString":1,"value":1}')],
    ['toJSON in data', withData('{"toJSON":1,"value":1}')], ['twin keys', withData('{"value":1,"value":2}')], ['bidi in id', good.replace('id-1', 'id-\u202e1')],
    ['script in type', good.replace('"report"', '"<img src=x onerror=alert(1)>"')], ['30-digit number', withData('{"value":123456789012345678901234567890}')],
    ['one character too long', `"${'x'.repeat(longestLine)}"`], ['20 MB', withData(`{"note":"${'长'.repeat(20_000_000)}"}`)],
  ]

  it.each(hostile)('%s: kept aside, nothing accepted, no prototype changed, within a second', (_name, line) => {
    const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype).sort())
    const text = `${line}\n${lineOf(foreignEvent(2))}\n`
    // Makes the engine join the pieces of the text now: that is the test's work, not the reader's.
    expect(text.charCodeAt(text.length - 1)).toBe(10)
    const started = performance.now()
    const parsed = read(text)
    expect(performance.now() - started).toBeLessThan(1000)
    expect(parsed.events.map(event => event.id)).toEqual(['id-2'])
    expect(parsed.aside.map(one => one.line)).toEqual([1])
    expect(parsed.aside[0]!.why).toMatchObject({ why: expect.stringMatching(/[一-鿿]/), fix: expect.stringMatching(/[一-鿿]/) })
    expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype).sort())).toBe(before)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('an own __proto__ key is kept aside even with the hash that fits; in our own database it is plain data', () => {
    const bare = JSON.parse(withData('{"__proto__":{"polluted":1},"value":1}')) as LedgerEvent
    const line = lineOf({ ...bare, hash: eventHash(bare) })
    expect(read(line)).toMatchObject({ events: [], aside: [{ line: 1, why: { code: 'line_not_plain' } }] })
    const parsed = read(line, false)
    expect(Object.hasOwn(parsed.events[0]!.data, '__proto__')).toBe(true)
    expect(Object.getPrototypeOf(parsed.events[0]!.data)).toBe(Object.prototype)
    expect(serializeLines(parsed.events)).toBe(`${line}\n`)
  })

  it('exactly 32 levels are still read', () => {
    let data: Record<string, unknown> = { value: 1 }
    for (let level = 0; level < 30; level++) data = { in: data }
    expect(read(sealed({ data })).events).toHaveLength(1)
    expect(read(sealed({ data: { in: data } })).aside).toHaveLength(1)
  })

  it('a text that is no ledger, or far too long, is refused as a whole', () => {
    const refusedNoise = read('x\n'.repeat(mostAside + 5) + lineOf(foreignEvent(1)))
    expect(refusedNoise).toMatchObject({ events: [], aside: [], refused: { code: 'ledger_not_lines' } })
    expect(read(' '.repeat(longestLedger + 1)).refused?.code).toBe('ledger_too_large')
    const started = performance.now()
    expect(read('\n'.repeat(20_000_000)).events).toEqual([])
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

describe('chains', () => {
  const chain = (length: number): LedgerEvent[] => {
    const events: LedgerEvent[] = []
    for (let n = 0; n < length; n++) events.push(foreignEvent(n, { device: 'd', prev: events.at(-1)?.hash ?? null }))
    return events
  }

  it('whole chains have no breaks; a removed middle is missing; a second follower is a fork', () => {
    const events = chain(5)
    expect(chainBreaks(events)).toEqual([])
    expect(chainBreaks(events.filter((_, n) => n !== 2))).toEqual([expect.objectContaining({ kind: 'missing', event: 'id-3' })])
    expect(chainBreaks([...events, foreignEvent(9, { device: 'd', prev: events[1]!.hash })])).toEqual([expect.objectContaining({ kind: 'fork', event: 'id-9' })])
    expect(chainBreaks([{ ...events[3]!, prev: undefined } as unknown as LedgerEvent])).toEqual([])
  })
})
