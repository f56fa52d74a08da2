/** What a package carries, how it is named, and that ledgers agree however they were given their packages. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '../../src/domain/event'
import { demoName } from '../../src/domain/demoMark'
import { lineOf } from '../../src/domain/lineReader'
import { kindOfFile, packPackage, readLedgerFile, readPackage } from '../../src/sync/packageFile'
import type { PackageRead } from '../../src/sync/packageFile'
import { joinLines } from '../../src/sync/packagePreview'
import { foreignEvent, plan, Profile } from '../ledger/makers'
import { recordFigure, seed, timesOf } from '../tools/figures'
import { chainOf, device, eventsOf, evidenceFile, inputOf, pack } from './packageMakers'

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
async function open(bytes: Uint8Array<ArrayBuffer>): Promise<Extract<PackageRead, { kind: 'read' }>> {
  const read = await readPackage('x.guatu', bytes, { plan })
  if (read.kind !== 'read') throw new Error(read.kind === 'refused' ? read.problem.code : read.kind)
  return read
}

describe('a package', () => {
  it('carries lines, those kept apart and evidence, with a manifest that names each; equal input is the same file', async () => {
    const apart = foreignEvent(50, { recordedAt: '2031-01-01T00:00:00.000Z/0000/dev-00000000000000ff' })
    const input = { evidence: [evidenceFile(2), evidenceFile(1), evidenceFile(1)], quarantined: [lineOf(apart)], heads: { [device]: { count: 3, hash: eventsOf(3)[2]!.hash } } }
    const { name, bytes, manifest } = await pack(eventsOf(3), input)
    expect(name).toBe('测试市-报送包-20200702-093000.guatu')
    expect((await pack([...eventsOf(3)].reverse(), input)).bytes).toEqual(bytes)
    const read = await open(bytes)
    expect(read.manifest).toEqual(manifest)
    expect(manifest).toMatchObject({ format: 'guatu-package/1', count: 3, signed: false, scope: 'all', heads: input.heads, by: { name: '张三', unit: 'yanglao' } })
    expect(manifest.parts.map(part => part.name).slice(0, 2)).toEqual(['events.jsonl', 'quarantined.jsonl'])
    expect(read.lines.events).toEqual(eventsOf(3))
    expect(read.quarantined.events).toEqual([apart])
    expect(read.evidence.map(({ hash, type, bytes }) => [hash, type, bytes.length])).toEqual([evidenceFile(1), evidenceFile(2)].map(({ hash, type, bytes }) => [hash, type, bytes.length]).sort())
  })

  it('is named for its unit and never without 演示数据 where it is a demo; names are safe for every disk', async () => {
    expect((await pack(eventsOf(1), { scope: 'unit', unit: 'yanglao', unitName: '养老/服务:科' })).name).toBe('测试市-养老服务科-报送包-20200702-093000.guatu')
    const demo = eventsOf(1).map(event => foreignEvent(1, { ...event, by: { name: demoName } }))
    expect((await pack(demo, { demo: true })).name).toBe('演示数据-测试市-报送包-20200702-093000.guatu')
    expect((await pack(eventsOf(1), { area: '\u202E..:*?市 ' })).name).toBe('市-报送包-20200702-093000.guatu')
  })

  it('that mixes demo and real is not made, nor one that nobody could read', async () => {
    expect(await packPackage(inputOf([foreignEvent(1, { by: { name: demoName } })]))).toMatchObject({ ok: false, problem: { code: 'package_mixed' } })
    expect(await packPackage(inputOf(eventsOf(1), { demo: true }))).toMatchObject({ ok: false, problem: { code: 'package_mixed' } })
    expect(await packPackage(inputOf(eventsOf(1), { by: { name: '长'.repeat(500) } }))).toMatchObject({ ok: false, problem: { code: 'package_manifest' } })
  })

  it('of another plan is refused with its name, one of no use with the reason, a cancelled one ends', async () => {
    const { bytes } = await pack(eventsOf(1))
    const other = await readPackage('x', bytes, { plan: 'other-2020' })
    expect(other).toMatchObject({ kind: 'refused', problem: { code: 'package_other_plan' } })
    if (other.kind === 'refused') expect(other.problem.why).toContain('测试计划')
    const ended = new AbortController()
    ended.abort()
    expect(await readPackage('x', bytes, { plan, signal: ended.signal })).toMatchObject({ kind: 'refused', problem: { code: 'package_cancelled' } })
  })

  it('an entry that was altered in the sender\'s own database travels, is not counted, and is told by line', async () => {
    const events = eventsOf(3).map((event, i) => (i === 1 ? { ...event, data: { ...event.data, value: 999 } } : event))
    const { bytes, manifest } = await pack(events)
    const read = await open(bytes)
    expect([manifest.count, read.lines.events.length, read.lines.aside.map(one => one.why.code)]).toEqual([2, 2, ['line_hash']])
  })

  it('an unknown later event passes through unchanged', async () => {
    const later = foreignEvent(7, { v: 3, type: 'hologram', data: { nested: { list: [1, '二'] } } })
    expect((await open((await pack([later])).bytes)).lines.events).toEqual([later])
  })

  it('too many or too large files are refused before they are packed', async () => {
    const evidence = Array.from({ length: 2100 }, (_none, i) => ({ hash: String(i).padStart(64, '0'), type: 'image/png', bytes: new Uint8Array() }))
    expect(await packPackage(inputOf(eventsOf(1), { evidence }))).toMatchObject({ ok: false, problem: { code: 'package_too_large' } })
  })
})

describe('a plain ledger file', () => {
  it('is read by the same door, also a file of the shared folder with its head', async () => {
    const text = eventsOf(2).map(event => `${lineOf(event)}\n`).join('')
    for (const head of ['', '\uFEFF', `{"guatu":"segment/1","plan":"${plan}","seq":1}\n`]) {
      const bytes = utf8(head + text)
      expect(kindOfFile(bytes)).toBe('lines')
      expect(await readLedgerFile(bytes, { plan })).toMatchObject({ ok: true, value: { events: eventsOf(2), aside: [] } })
    }
    expect(await readLedgerFile(Uint8Array.of(123, 0xff), { plan })).toMatchObject({ ok: false, problem: { code: 'package_not' } })
    expect([kindOfFile(utf8('图')), kindOfFile(utf8('GUATU-SEALED/1\n{}')), kindOfFile(utf8('PK..')), kindOfFile(new Uint8Array())]).toEqual(['other', 'package', 'package', 'other'])
  })
})

const pool: LedgerEvent[] = [...chainOf('a1', 9), ...chainOf('b2', 7), ...chainOf('c3', 5)].map((event, i) => foreignEvent(i, { ...event, id: `${event.id}-${i}` }))

it('any split into packages, in any order, any number of times, gives the same ledger', async () => {
  const whole = await new Profile().tab()
  await whole.merge(pool.map(event => `${lineOf(event)}\n`).join(''))
  const wanted = whole.serialize()
  const runs = timesOf(20, 200)
  await fc.assert(fc.asyncProperty(
    fc.array(fc.nat(3), { minLength: pool.length, maxLength: pool.length }), fc.array(fc.nat(3), { maxLength: 6 }), fc.array(fc.nat(pool.length - 1), { maxLength: 5 }),
    async (places, repeats, overlaps) => {
      const packed = await Promise.all([0, 1, 2, 3].map(async place => pack(pool.filter((_event, i) => places[i] === place || (overlaps.includes(i) && place === 0)), { id: `package-${place}` })))
      const order = [...repeats, ...[3, 1, 0, 2].sort((one, other) => (places[one] ?? 0) - (places[other] ?? 0))]
      const profile = new Profile()
      const ledger = await profile.tab()
      for (const place of order) {
        const { lines, quarantined } = await open(packed[place]!.bytes)
        expect((await ledger.mergeLines(joinLines(lines, quarantined))).ok).toBe(true)
      }
      expect(ledger.serialize()).toBe(wanted)
      profile.close()
    },
  ), { numRuns: runs, seed })
  recordFigure({ id: 'package-order', name: 'splits, orders and repeats of packages that give another ledger', value: `0 of ${runs}`, goal: '0' })
})
