/** A package is read only if it was written by us and arrived whole. */
import { describe, expect, it } from 'vitest'
import { readPackage } from '../../src/sync/packageFile'
import { readZip, writeZip } from '../../src/sync/packageZip'
import { plan, seededRandom } from '../ledger/makers'
import { recordFigure, seed, timesOf } from '../tools/figures'
import { hostileZips } from './hostileZips'
import { eventsOf, evidenceFile, pack } from './packageMakers'

const utf8 = (text: string) => new TextEncoder().encode(text)
const parts = [{ name: 'manifest.json', bytes: utf8('{}') }, { name: 'events.jsonl', bytes: utf8('一行\n'.repeat(4000)) }, { name: 'quarantined.jsonl', bytes: utf8('') }, { name: `evidence/${evidenceFile(1).hash}.jpg`, bytes: evidenceFile(1).bytes }]
const codeOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => { const read = await readPackage('x.guatu', bytes, { plan }); return read.kind === 'refused' && read.problem.why !== '' && read.problem.fix !== '' ? read.problem.code : read.kind }

describe('writing', () => {
  it('what is written is read again, part by part', () => {
    expect([...readZip(writeZip(parts))].map(([name, bytes]) => ({ name, bytes: new Uint8Array(bytes) }))).toEqual(parts)
  })

  it('the same parts are the same bytes', () => {
    expect(writeZip(parts)).toEqual(writeZip(parts.map(part => ({ ...part }))))
  })
})

describe('a package on its way', () => {
  it('one flipped bit anywhere is found', async () => {
    const { bytes } = await pack(eventsOf(12), { evidence: [evidenceFile(1)] })
    expect(await codeOf(bytes)).toBe('read')
    const random = seededRandom(seed)
    const inEnd = Array.from({ length: (22 + 23 + 64) * 8 }, (_none, i) => bytes.length * 8 - 1 - i)
    const anywhere = Array.from({ length: timesOf(1000, 20_000) }, () => { const [a, b, c, d] = random(4); return ((a! << 24 | b! << 16 | c! << 8 | d!) >>> 0) % (bytes.length * 8) })
    const opened: number[] = []
    for (const bit of [...anywhere, ...inEnd]) {
      bytes[bit >> 3]! ^= 1 << (bit & 7)
      if (!/^package_(?:altered|cut|not)$/.test(await codeOf(bytes))) opened.push(bit)
      bytes[bit >> 3]! ^= 1 << (bit & 7)
    }
    expect(opened).toEqual([])
    expect(await codeOf(bytes)).toBe('read')
    recordFigure({ id: 'package-bits', name: 'single-bit flips in a package found', value: `${anywhere.length} of ${anywhere.length}, and each of the ${inEnd.length} bits of its end`, goal: '1,000 of 1,000' })
  })

  it('any cut and anything added is found', async () => {
    const { bytes } = await pack(eventsOf(2))
    const cut = Array.from({ length: 60 }, (_none, i) => Math.floor(bytes.length * i / 60))
    for (const length of cut) expect([length, await codeOf(bytes.slice(0, length))]).not.toEqual([length, 'read'])
    for (const from of cut.slice(1)) expect([from, await codeOf(bytes.slice(from))]).not.toEqual([from, 'read'])
    for (const more of [1, 22, 400]) expect(await codeOf(Uint8Array.from([...bytes, ...new Uint8Array(more)]))).toBe('package_cut')
  })
})

it('hostile packages are refused, each for its own reason, quickly and without filling the memory', async () => {
  const before = process.memoryUsage().rss
  const wrong: string[] = []
  let slowest = 0
  let most = 0
  for (const { name, bytes, code } of hostileZips) {
    const made = new Uint8Array(bytes())
    const begun = performance.now()
    const found = await codeOf(made)
    slowest = Math.max(slowest, performance.now() - begun)
    most = Math.max(most, process.memoryUsage().rss - before)
    if (found !== code) wrong.push(`${name}: ${found}, not ${code}`)
  }
  expect(wrong).toEqual([])
  expect(hostileZips.length).toBeGreaterThanOrEqual(30)
  expect(slowest).toBeLessThan(10_000)
  expect(most).toBeLessThan(200 * 1024 * 1024)
  expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined()
  recordFigure({ id: 'package-hostile', name: 'hostile packages refused', value: `${hostileZips.length} of ${hostileZips.length}, the slowest in ${Math.ceil(slowest)} ms, ${Math.ceil(most / 1048576)} MB`, goal: '>= 30, <= 10 s, <= 200 MB' })
})
