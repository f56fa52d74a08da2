/** Devices that only ever send each other packages agree, whatever happens to the packages on their way. */
import { expect, it } from 'vitest'
import { serializeLines } from '../../src/domain/lineReader'
import { parseLines } from '../../src/domain/lines'
import type { Ledger } from '../../src/ledger/ledger'
import { draft, plan, Profile, seededRandom } from '../ledger/makers'
import { recordFigure, seed, timesOf } from '../tools/figures'
import type { Mailbox } from './packageCarrier'
import { packageCarrier } from './packageCarrier'

it('what is put comes out byte by byte, or not at all', async () => {
  const mailbox: Mailbox = new Map()
  const carrier = packageCarrier(plan, mailbox)
  const bytes = new TextEncoder().encode('{"guatu":"segment/1"}\nnot a line\n')
  expect(await carrier.write('a/dev-1/x.jsonl', bytes)).toEqual({ ok: true, value: null })
  expect(await carrier.list()).toMatchObject({ value: [{ path: 'a/dev-1/x.jsonl' }] })
  expect(await carrier.read('a/dev-1/x.jsonl')).toEqual({ ok: true, value: bytes })
  mailbox.get('a/dev-1/x.jsonl')![100]! ^= 4
  expect(await carrier.read('a/dev-1/x.jsonl')).toMatchObject({ ok: false, problem: { code: 'package_altered' } })
  expect((await carrier.read('nothing')).ok).toBe(false)
})

it('dropped, doubled, cut, reordered and late packages: in the end every ledger is the same', async () => {
  const random = seededRandom(seed)
  const chance = (): number => random(1)[0]! / 256
  const rounds = timesOf(6, 60)
  const profiles = [0, 1, 2, 3].map(() => new Profile())
  const ledgers: Ledger[] = await Promise.all(profiles.map(profile => profile.tab()))
  const mailbox: Mailbox = new Map()
  const late: [string, Uint8Array<ArrayBuffer>][] = []
  const carrier = packageCarrier(plan, mailbox)
  const send = async (ledger: Ledger, n: number, share: number) => {
    const events = ledger.events.filter(() => chance() < share)
    await carrier.write(`all/${ledger.device}/${n}.jsonl`, new TextEncoder().encode(serializeLines(events)))
  }
  const receive = async () => {
    const listed = await carrier.list()
    const paths = listed.ok ? listed.value.map(one => one.path).sort(() => chance() - 0.5) : []
    for (const ledger of ledgers) for (const path of paths) {
      const read = await carrier.read(path)
      if (read.ok) expect((await ledger.mergeLines(parseLines(new TextDecoder().decode(read.value), plan, { verifyHash: true }))).ok).toBe(true)
    }
  }
  for (let n = 0; n < rounds; n += 1) {
    for (const [i, ledger] of ledgers.entries()) { profiles[i]!.now += 60_000; await ledger.append([draft(n * 10 + i)], { unit: `u${i}` }); await send(ledger, n, 0.7) }
    const onTheirWay = Array.from(mailbox)
    for (const [path, bytes] of onTheirWay) {
      const fate = chance()
      if (fate < 0.1) mailbox.delete(path)
      else if (fate < 0.2) mailbox.set(path, bytes.slice(0, Math.floor(bytes.length * chance())))
      else if (fate < 0.3) mailbox.set(`${path}-again`, bytes)
      else if (fate < 0.4) { mailbox.delete(path); late.push([path, bytes]) }
    }
    await receive()
    mailbox.clear()
  }
  for (const [path, bytes] of late) mailbox.set(path, bytes)
  for (const ledger of ledgers) await send(ledger, rounds, 1)
  await receive()
  const texts = new Set(ledgers.map(ledger => ledger.serialize()))
  expect(texts.size).toBe(1)
  expect(ledgers[0]!.events.length).toBe(rounds * ledgers.length)
  for (const profile of profiles) profile.close()
  recordFigure({ id: 'package-carrier', name: 'entries lost or doubled over faulty packages', value: `0 of ${rounds * ledgers.length}, ${ledgers.length} devices`, goal: '0' })
})
