/** Files of a shared folder, judged by their content: whatever happened to one, its whole lines are taken and the rest is said. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineOf } from '../../src/domain/lineReader'
import { demoName } from '../../src/domain/demoMark'
import { kindOf, makeSegment, readSegment, segmentsOf, unitPart } from '../../src/sync/segment'
import { foreignEvent, plan } from '../ledger/makers'
import { seed, timesOf } from '../tools/figures'

const device = 'dev-00000000000000aa'
const heads = { [device]: { count: 3, hash: 'a'.repeat(64) } }
const events = [1, 2, 3].map(n => foreignEvent(n))
const good = makeSegment({ plan, device, unit: 'yl', seq: 7, heads }, events)
const text = new TextDecoder().decode(good.bytes)
const bytesOf = (given: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(given)
const found = (path: string, given: string | Uint8Array) => {
  const read = readSegment(path, typeof given === 'string' ? bytesOf(given) : given, plan)
  return { taken: read.lines.events.length, code: read.problem?.code ?? null, isWhole: read.isWhole }
}

it('is named by unit, device, number and content, and comes back as it was', () => {
  expect(good.path).toMatch(/^yl\/dev-00000000000000aa\/00000007-[0-9a-f]{16}\.jsonl$/)
  const read = readSegment(good.path, good.bytes, plan)
  expect([read.head, read.isWhole, read.problem]).toEqual([{ plan, device, unit: 'yl', seq: 7, heads }, true, null])
  expect(read.lines.events).toEqual(events)
  expect([unitPart('yl'), unitPart(null), unitPart('../x'), unitPart('民政局')]).toEqual(['yl', 'office', 'office', 'office'])
})

it.each<[string, string, string | Uint8Array, { taken: number, code: string | null, isWhole: boolean }]>([
  ['half-written', good.path, text.slice(0, -20), { taken: 2, code: 'segment_half', isWhole: false }],
  ['cut by its last line break', good.path, text.slice(0, -1), { taken: 3, code: 'segment_changed', isWhole: false }],
  ['cut between two lines', good.path, `${text.split('\n').slice(0, 3).join('\n')}\n`, { taken: 2, code: 'segment_changed', isWhole: false }],
  ['cut in its head', good.path, text.slice(0, 30), { taken: 0, code: 'segment_half', isWhole: false }],
  ['empty', good.path, '', { taken: 0, code: 'segment_empty', isWhole: false }],
  ['renamed', 'yl/二季度.jsonl', text, { taken: 3, code: 'segment_renamed', isWhole: true }],
  ['moved to another unit', good.path.replace('yl', 'mz'), text, { taken: 3, code: 'segment_renamed', isWhole: true }],
  ['copied', good.path.replace('.jsonl', ' - 副本.jsonl'), text, { taken: 3, code: 'segment_renamed', isWhole: true }],
  ['with a value changed', good.path, text.replace('"value":2', '"value":9'), { taken: 2, code: 'segment_changed', isWhole: false }],
  ['in another form of line break', good.path, text.replaceAll('\n', '\r\n'), { taken: 3, code: 'segment_changed', isWhole: false }],
  ['of another plan', 'yl/x.jsonl', text.replaceAll(plan, 'other-2020'), { taken: 0, code: 'segment_other_plan', isWhole: true }],
  ['of a newer form', 'yl/x.jsonl', text.replace('segment/1', 'segment/2'), { taken: 0, code: 'segment_newer', isWhole: true }],
  ['too large', good.path, new Uint8Array(20_000_001), { taken: 0, code: 'segment_too_large', isWhole: true }],
  ['no text at all', good.path, Uint8Array.from({ length: 500 }, (_, i) => (i * 97) & 255), { taken: 0, code: 'segment_half', isWhole: false }],
  ['a ledger as it is exported', 'yl/备份.jsonl', events.map(event => `${lineOf(event)}\n`).join(''), { taken: 3, code: null, isWhole: true }],
  ['such a ledger without its last line break', 'yl/备份.jsonl', events.map(lineOf).join('\n'), { taken: 3, code: null, isWhole: true }],
  ['such a ledger with a bad line', 'yl/备份.jsonl', `${lineOf(events[0]!)}\nx\n${lineOf(events[1]!)}\n`, { taken: 2, code: 'segment_lines', isWhole: true }],
  ['such a ledger of another plan', 'yl/备份.jsonl', `${lineOf(foreignEvent(1, { plan: 'other-2020' }))}\n`, { taken: 0, code: 'segment_other_plan', isWhole: true }],
  ['a demo', 'yl/演示.jsonl', `${lineOf(foreignEvent(1, { by: { name: demoName } }))}\n`, { taken: 0, code: 'segment_demo', isWhole: true }],
])('a file that is %s', (_name, path, given, expected) => {
  expect(found(path, given)).toEqual(expected)
})

it('whatever byte is changed or wherever it is cut, it is said, and nothing is taken that was not written', () => {
  const hashes = new Set(events.map(event => event.hash))
  fc.assert(fc.property(fc.nat(good.bytes.length - 1), fc.integer({ min: 0, max: 7 }), fc.boolean(), (at, bit, isCut) => {
    const bytes = isCut ? good.bytes.slice(0, at) : Uint8Array.from(good.bytes, (byte, i) => (i === at ? byte ^ (1 << bit) : byte))
    const read = readSegment(good.path, bytes, plan)
    return read.problem !== null && !read.isWhole && read.lines.events.every(event => hashes.has(event.hash))
  }), { seed, numRuns: timesOf(300, 5000) })
})

describe('what else lies in folders', () => {
  it.each([
    ['desktop.ini', 'other'], ['Thumbs.db', 'other'], ['~$月报.xlsx', 'other'], ['.DS_Store', 'other'], ['x.tmp', 'other'], ['月报.xlsx', 'other'], [`${good.path}.crswap`, 'other'],
    ['镇报送.guatu', 'package'], ['共享.zip', 'zip'], ['备份.JSONL', 'lines'], [good.path, 'segment'],
  ])('%s is %s', (path, kind) => { expect(kindOf(path)).toBe(kind) })
})

it('cuts many events into files of a thousand, or a megabyte, in the order of their recording', () => {
  const many = Array.from({ length: 2100 }, (_, n) => foreignEvent(n)).reverse()
  const parts = segmentsOf(many)
  expect(parts.map(part => part.length)).toEqual([1000, 1000, 100])
  expect(parts.flat().map(event => event.recordedAt)).toEqual(many.map(event => event.recordedAt).sort())
  const long = Array.from({ length: 5 }, (_, n) => foreignEvent(n, { data: { note: 'x'.repeat(400_000) } }))
  expect(segmentsOf(long).map(part => part.length)).toEqual([2, 2, 1])
})

it('heads that are no heads are left out, and no name of theirs reaches a prototype', () => {
  const forged = `${JSON.stringify({ guatu: 'segment/1', plan, device, unit: 'yl', seq: 1, heads: { 'dev-00000000000000ab': { count: -1, hash: 'a'.repeat(64) }, 'constructor': { count: 1, hash: 'x' }, [device]: null } })}\n`.replace('"constructor"', '"__proto__"')
  const read = readSegment('yl/x.jsonl', bytesOf(forged), plan)
  expect([read.head?.heads, Object.getPrototypeOf(read.head?.heads)]).toEqual([{}, Object.prototype])
})
