import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serializeLines } from '../../src/domain/lineReader'
import { createDatabase } from '../../src/ledger/database'
import { seed, timesOf } from '../tools/figures'
import { chainLengths, draft, foreignEvent, Profile } from './makers'

let profile: Profile
beforeEach(() => { profile = new Profile() })
afterEach(() => profile.close())

const most = 30
const known = Array.from({ length: most + 1 }, (_, n) => foreignEvent(n))
const textOf = (numbers: readonly number[]) => serializeLines([...new Set(numbers)].map(n => known[n]!))
const numbers = fc.array(fc.nat(most), { maxLength: 8 })

/** The ledger of a fresh profile after each of the texts, merged one after the other. */
async function mergedTexts(texts: readonly string[], isReopened = false): Promise<string[]> {
  const fresh = new Profile()
  const ledger = await fresh.tab()
  const after: string[] = []
  for (const text of texts) {
    expect((await ledger.merge(text)).ok).toBe(true)
    after.push(ledger.serialize())
  }
  if (isReopened) expect(await fresh.tab().then(tab => tab.serialize())).toBe(after.at(-1))
  fresh.close()
  return after
}
const mergedText = async (texts: readonly string[]): Promise<string> => (await mergedTexts(texts)).at(-1)!

describe('merge is a set union', () => {
  it('in any order, any grouping, any number of times', async () => {
    await fc.assert(fc.asyncProperty(numbers, numbers, numbers, async (a, b, c) => {
      const [one, two, three] = [textOf(a), textOf(b), textOf(c)]
      const union = textOf([...a, ...b, ...c])
      const [, left, whole] = await mergedTexts([one, two, three], true)
      expect(whole).toBe(union)
      expect(await mergedText([three, one, two, one])).toBe(union)
      expect(await mergedText([one, await mergedText([two, three])])).toBe(union)
      expect(await mergedText([left!, three])).toBe(union)
        // Thousands of runs stand in convergence.test.ts, on a database of maps; here the real one answers.
    }), { numRuns: timesOf(60, 1_000), seed })
  }, 300_000)

  it('a backup on an empty profile gives the same ledger, byte for byte', async () => {
    const ledger = await profile.tab()
    for (let i = 0; i < 5; i++) await ledger.append([draft(i)], { unit: 'yanglao', name: '李四' })
    const backup = ledger.serialize()
    expect(await mergedTexts([backup], true)).toEqual([backup])
  })
})

describe('what a merge says', () => {
  it('counts fresh, known, unreadable, foreign, conflicting and far ahead lines; the preview changes nothing', async () => {
    const ledger = await profile.tab()
    await ledger.merge(textOf([1, 2]))
    const twin = foreignEvent(2, { data: { target: '1.1-1', area: 'a', value: 777 } })
    const ahead = foreignEvent(5, { recordedAt: '2020-07-05T00:00:00.000Z/0000/dev-0000000000000009', device: '9' })
    const text = [textOf([1, 2, 3]), serializeLines([twin, ahead, foreignEvent(7, { plan: 'other' })]), '{"broken":\n', textOf([3])].join('')
    const preview = await ledger.previewMerge(text)
    expect(preview).toMatchObject({ problem: null, fresh: 2, known: 3, aside: 1, foreign: 1, conflicts: 1, ahead: 1 })
    expect(preview.problems).toEqual([expect.objectContaining({ code: 'line_not_json' })])
    expect(ledger.events).toHaveLength(2)
    const merged = await ledger.merge(text)
    expect(merged).toMatchObject({ ok: true, preview, damage: null })
    expect(ledger.events).toHaveLength(4)
    expect(await ledger.previewMerge(text)).toMatchObject({ fresh: 0, known: 5, ahead: 1 })
    // What is far ahead stands apart until somebody vouches for it; then it counts, and stands apart no longer.
    expect((await ledger.quarantined()).map(one => one.hash)).toEqual([ahead.hash])
    expect(await ledger.release([ahead.hash])).toMatchObject({ ok: true, events: [{ id: ahead.id }] })
    expect(ledger.events).toHaveLength(5)
    expect(await ledger.quarantined()).toEqual([])
  })

  it('the fresh events are announced, unreadable lines are kept aside once', async () => {
    const ledger = await profile.tab()
    const heard: number[] = []
    const stop = ledger.onEvents(events => heard.push(events.length))
    for (let i = 0; i < 2; i++) await ledger.merge(`${textOf([1, 2])}{broken\n`)
    expect(heard).toEqual([2])
    stop()
    await ledger.merge(textOf([3]))
    expect(heard).toEqual([2])
    const database = createDatabase('real', profile.stores)
    await database.open()
    expect(await database.aside.toArray()).toEqual([expect.objectContaining({ text: '{broken', code: 'line_not_json' })])
    database.close()
  })

  it('a text that is no ledger is refused, nothing of it is kept', async () => {
    const ledger = await profile.tab()
    const noise = 'x\n'.repeat(10_100) + textOf([1])
    expect(await ledger.merge(noise)).toMatchObject({ ok: false, problem: { code: 'ledger_not_lines' }, preview: { fresh: 0 } })
    expect(ledger.events).toEqual([])
  })

  it('two tabs that merge the same at once store it once', async () => {
    const [one, two] = [await profile.tab(), await profile.tab()]
    const results = await Promise.all([one.merge(textOf([1, 2, 3])), two.merge(textOf([2, 3, 4]))])
    expect(results.map(result => result.ok)).toEqual([true, true])
    await Promise.all([one.refresh(), two.refresh()])
    expect(one.serialize()).toBe(textOf([1, 2, 3, 4]))
    expect(two.serialize()).toBe(one.serialize())
    const database = createDatabase('real', profile.stores)
    await database.open()
    expect((await database.events.toArray()).flatMap(record => record.lines.split('\n'))).toHaveLength(4)
    database.close()
  })
})

describe('our own chain from elsewhere', () => {
  it('a backup with later events of this device: it goes on under a new name, no chain forks, and the other tab follows', async () => {
    const ledger = await profile.tab()
    for (let i = 0; i < 3; i++) await ledger.append([draft(i)], {})
    const [first, ...later] = ledger.events
    // The same device on a copied profile that knows only the first event.
    const copy = new Profile()
    const start = await copy.tab()
    const database = createDatabase('real', copy.stores)
    await database.open()
    await database.meta.put({ key: 'device', value: ledger.device })
    await database.events.add({ plan: first!.plan, key: first!.hash, lines: serializeLines([first!]).trim() })
    await database.heads.add({ plan: first!.plan, device: ledger.device, seq: 1, hash: first!.hash, recordedAt: first!.recordedAt })
    database.close()
    start.close()
    copy.storage.setItem('guatu-real:device', ledger.device)
    const [one, two] = [await copy.tab(), await copy.tab()]
    expect(one.device).toBe(ledger.device)
    expect((await one.merge(serializeLines(later))).ok).toBe(true)
    expect(one.device).not.toBe(ledger.device)
    expect((await one.append([draft(8)], {})).ok).toBe(true)
    expect((await two.append([draft(9)], {})).ok).toBe(true)
    await one.refresh()
    expect(two.device).toBe(one.device)
    expect(chainLengths(one.events)).toEqual({ [ledger.device]: 3, [one.device]: 2 })
    copy.close()
  })
})
