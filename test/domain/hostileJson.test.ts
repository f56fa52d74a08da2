/**
 * Every border that takes JSON, against one list of hostile files: none is believed, none harms, each is answered within a second of
 * work, however busy the machine is (reliability.md goal 13).
 */
import { beforeEach, describe, expect, it } from 'vitest'
import { chainBreaks } from '../../src/domain/chain'
import type { LedgerEvent } from '../../src/domain/event'
import { eventHash } from '../../src/domain/hash'
import { lineOf } from '../../src/domain/lineReader'
import { parseLines } from '../../src/domain/lines'
import { parsePlan } from '../../src/domain/parsePlan'
import { parseRulePack, serializeRulePack } from '../../src/domain/parseRulePack'
import type { Problem } from '../../src/domain/problem'
import { defaultPack } from '../../src/domain/rulePack'
import { readSnapshot, snapshotText } from '../../src/domain/snapshotFile'
import { freeze } from '../../src/domain/snapshot'
import { readMarker } from '../../src/ledger/marker'
import { recordFigure } from '../tools/figures'
import { brokenTexts, changed, hugeText, poisonedTexts, sharedState } from './hostileJson'
import type { Places } from './hostileJson'
import { makeEvent, makePlan, makeTarget, makeWorld, report } from './makers'

const plan = makePlan([makeTarget({ due: '2020-12-31' })])
const events = [report('2020-06-30', 'a', 5), report('2020-06-30', 'b', 6)]
const pack = { ...defaultPack, id: 'own-2020', source: { title: '办法', url: 'https://a.example/x', issued: '2020' } }
const snapshot = freeze({ plan, events, demo: false }, { name: '一', asOf: '2020-06-30', knownAt: '2020-12-31', review: 'all', madeAt: '2020-09-15T08:20:00.000Z', madeBy: { unit: 'yanglao' }, version: '1' })

interface Border {
  good: string
  places: Places
  /** What is wrong with a text; [] where it was believed. */
  problems: (text: string) => readonly Problem[]
}

const problemsOf = (read: { ok: true } | { ok: false, problems: readonly Problem[] }): readonly Problem[] => (read.ok ? [] : read.problems)
const lineProblems = (text: string): readonly Problem[] => {
  const parsed = parseLines(text, plan.id, { verifyHash: true })
  return parsed.refused !== null ? [parsed.refused] : parsed.events.length > 0 ? [] : parsed.aside.map(one => one.why)
}
/** The line with the hash that fits what it now says. */
const sealed = (text: string): string => {
  try {
    const event = JSON.parse(text) as LedgerEvent
    return JSON.stringify({ ...event, hash: eventHash(event) })
  } catch {
    return text
  }
}

const borders: Readonly<Record<string, Border>> = {
  'plan': { good: JSON.stringify(plan), problems: text => problemsOf(parsePlan(text)), places: { name: ['chapters', '0', 'tasks', '0', 'targets', '0', 'name'], id: ['chapters', '0', 'tasks', '0', 'targets', '0', 'id'], day: ['chapters', '0', 'tasks', '0', 'targets', '0', 'due'], count: ['chapters', '0', 'tasks', '0', 'targets', '0', 'goal', 'value'] } },
  'rule pack': { good: JSON.stringify(JSON.parse(serializeRulePack(pack))), problems: text => problemsOf(parseRulePack(text)), places: { name: ['name'], id: ['id'], day: ['source', 'issued'], count: ['calendar', 'cutoffDay'], url: ['source', 'url'] } },
  'ledger line': { good: lineOf(events[0]!), problems: lineProblems, places: { name: ['by', 'name'], id: ['id'], day: ['at'], count: ['data', 'value'] } },
  'snapshot': { good: snapshotText(snapshot), problems: text => problemsOf(readSnapshot(text)), places: { name: ['name'], id: ['plan'], day: ['asOf'], count: ['events'] } },
}

/** The list of contents of a report package, once the app has one. */
interface PackageRoom { partsOf(input: object): { parts: { name: string, bytes: Uint8Array }[] }, contentOf(found: ReadonlyMap<string, Uint8Array>, plan: string): unknown }
const rooms = Object.values(import.meta.glob<PackageRoom>('../../src/sync/packageManifest.ts', { eager: true }))
const packages = rooms.map(({ partsOf, contentOf }): Border => {
  const { parts } = partsOf({ id: 'p1', plan: plan.id, planTitle: plan.title, area: '测试市', demo: false, made: '2020-09-15T08:20:00.000Z', by: { unit: 'yanglao', name: '李四' }, device: 'dev-0000000000000001', scope: 'all', unit: null, since: null, events, heads: {}, quarantined: [], evidence: [], passphrase: null })
  const others = parts.filter(part => part.name !== 'manifest.json')
  const problems = (text: string): readonly Problem[] => {
    try {
      contentOf(new Map([['manifest.json', new TextEncoder().encode(text)], ...others.map(part => [part.name, part.bytes] as const)]), plan.id)
      return []
    } catch (error) {
      return [(error as { problem: Problem }).problem]
    }
  }
  return { good: new TextDecoder().decode(parts.find(part => part.name === 'manifest.json')!.bytes), problems, places: { name: ['planTitle'], id: ['plan'], day: ['made'], count: ['count'] } }
})
const all: [string, Border][] = [...Object.entries(borders), ...packages.map((border): [string, Border] => ['package manifest', border])]

/** What is data in a border, not harm: said once, with the reason. */
const data: Readonly<Record<string, RegExp>> = {
  // Further fields that a snapshot does not know are left out of what is opened.
  'snapshot': /^toJSON and toString$/,
  // So of a package; its bytes and its text may each have a mark of byte order, and what it is dated by is an instant.
  'package manifest': /^(?:toJSON and toString|two byte order marks|an instant for a day)$/,
}

let tried = 0

describe.each(all)('%s', (border, { good, problems, places }) => {
  const files = [...brokenTexts(good), ...poisonedTexts(good, places)]
  it('the good one is taken', () => { expect(problems(good)).toEqual([]) })

  it('refuses every hostile one, says why and what to do, changes nothing that objects share', () => {
    const before = sharedState()
    const wrong = files.filter(([name]) => data[border]?.test(name) !== true).flatMap(([name, text]) => {
      const started = process.cpuUsage()
      const found = problems(text)
      const took = process.cpuUsage(started).user / 1_000
      tried += 1
      const isSaid = found.length > 0 && found.every(({ code, why, fix }) => /^[a-z_]+$/.test(code) && /[一-鿿]/.test(why) && /[一-鿿]/.test(fix))
      // A ledger's empty file holds no line, hence none that is wrong.
      const isNothing = border === 'ledger line' && text.replace('\ufeff', '').trim() === ''
      return [...(isSaid || isNothing ? [] : [`${name}: ${JSON.stringify(found[0] ?? 'believed')}`]), ...(took > 1_000 ? [`${name}: ${Math.round(took)} ms`] : []), ...(sharedState() === before ? [] : [`${name}: changed what objects share`])]
    })
    expect(wrong).toEqual([])
    expect(files.length).toBeGreaterThanOrEqual(60)
  })

  it('answers 100 MB within a second', () => {
    const text = hugeText()
    // Makes the engine join the pieces of the text now: that is the test's work, not the reader's.
    expect(text.charCodeAt(text.length - 1)).toBe(125)
    const started = process.cpuUsage()
    const found = problems(text)
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(1_000)
    expect(found.length).toBeGreaterThan(0)
    tried += 1
  })
})

describe('ledger lines whose hash fits', () => {
  const good = lineOf({ ...events[0]!, by: { unit: 'yanglao', name: '李四' } })
  const { places } = borders['ledger line']!
  // What people write is data, whatever it holds; it is shown as text. Numbers that do not fit a target are kept and never counted.
  const isData = /^(?:constructor\.prototype|toJSON|right to left|isolates|zero width|a byte order mark in|U\+FFFE|an escaped NUL|a name (?:as|of a million)|an id (?:with|of)|a negative|a count as|year 10000$)/
  it('and which no device of ours has written are kept aside all the same', () => {
    const before = sharedState()
    const files = poisonedTexts(good, places).filter(([name]) => !isData.test(name))
    const believed = files.filter(([, text]) => lineProblems(/-0|1e-400|\.\d{20}|\d{25}|__proto__/.test(text) ? text.replace(/"hash":"\w+"/, () => `"hash":"${JSON.parse(sealed(text)).hash as string}"`) : sealed(text)).length === 0).map(([name]) => name)
    expect(believed).toEqual([])
    expect(sharedState()).toBe(before)
    expect(files.length).toBeGreaterThan(25)
    tried += files.length
  })

  it('the rest of a mixed file is kept, every bad line is named', () => {
    const bad = [...brokenTexts(good), ...poisonedTexts(good, places)].filter(([, text]) => text.length < 500_000 && text.replace('\ufeff', '').trim() !== '' && !text.includes('\n')).map(([, text]) => text).filter(text => lineProblems(text).length > 0)
    const fine = Array.from({ length: bad.length + 1 }, (_, i) => report('2020-06-30', 'a', i))
    const parsed = parseLines(fine.flatMap((event, i) => [lineOf(event), ...(bad[i] === undefined ? [] : [bad[i]])]).join('\n'), plan.id, { verifyHash: true })
    expect(parsed.events).toEqual(fine)
    expect(parsed.aside.map(one => one.line)).toEqual(bad.map((_, i) => 2 * i + 2))
    expect(bad.length).toBeGreaterThan(60)
  })

  it('that go in circles end: retractions, chains, slips of slips, a million-deep wish', () => {
    const from = (id: string, of: string, prev: string | null = null) => makeEvent('retract', '2020-06-30', { event: of, reason: 'x' }, { id, prev })
    const [one, two] = [from('one', 'two'), from('two', 'one')]
    const self = from('self', 'self')
    const long = Array.from({ length: 3_000 }, (_, i) => from(`r${i}`, `r${i + 1}`))
    const chain = [makeEvent('report', '2020-06-30', { target: '1.1-1', area: 'a', value: 1 }, { id: 'x', prev: 'f'.repeat(64) })]
    const slips = [makeEvent('slip', '2020-06-30', { id: 's1', from: 's2', upgraded: 's2' }), makeEvent('slip', '2020-06-30', { id: 's2', from: 's1', upgraded: 's1' })]
    const started = process.cpuUsage()
    const world = makeWorld(plan, [...events, one, two, self, ...long, ...chain, ...slips])
    expect(world.cell('b', '2020-06-30').value).toBe(6)
    expect(chainBreaks([one, two, self, ...chain]).length).toBeGreaterThan(0)
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(2_000)
  })
})

describe('what localStorage holds', () => {
  const kept = new Map<string, string>()
  beforeEach(() => {
    kept.clear()
    Object.assign(globalThis, { localStorage: { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => { kept.set(key, text) }, removeItem: (key: string) => { kept.delete(key) } } })
  })
  const key = 'k'
  const marker = JSON.stringify({ count: 2, devices: { 'dev-0000000000000001': { count: 2, hash: 'a'.repeat(64) } } })
  const identity = JSON.stringify({ unit: 'yanglao', name: '李四' })
  const [device] = ['dev-0000000000000001']

  it('a poisoned marker gives whole counts of devices or nothing', () => {
    const before = sharedState()
    const files = [...brokenTexts(marker), ...poisonedTexts(marker, { name: ['devices', device!, 'hash'], id: ['devices', device!, 'hash'], count: ['devices', device!, 'count'] })]
    for (const [name, text] of files) {
      kept.set(key, text)
      const started = process.cpuUsage()
      const read = readMarker(globalThis.localStorage, key)!
      expect([name, process.cpuUsage(started).user < 1_000_000]).toEqual([name, true])
      expect([name, Object.entries(read.devices).filter(([named, one]) => !named.startsWith('dev-') || !(Number.isSafeInteger(one.count) && one.count >= 0) || typeof one.hash !== 'string')]).toEqual([name, []])
      expect([name, read.count]).toEqual([name, Object.values(read.devices).reduce((sum, one) => sum + one.count, 0)])
    }
    expect(sharedState()).toBe(before)
    tried += files.length
  })

  it('poisoned identity, people, weights, drafts and mappings are read as nothing, or as what they should be', async () => {
    const [{ createPinia, setActivePinia }, { useIdentity, identityKey }, { usePeople }, { useWeights }, { keptDraft, keptDrafts }, { mappingOf }, { recentlyFound }] = await Promise.all([
      import('pinia'), import('../../src/stores/identity'), import('../../src/stores/people'), import('../../src/stores/weights'), import('../../src/views/bulletin/bulletinDrafts'), import('../../src/views/collect/shapeMemory'), import('../../src/stores/found'),
    ])
    const before = sharedState()
    const isPerson = (one: { unit: unknown, name: unknown }) => Object.keys(one).length === 2 && typeof one.unit === 'string' && typeof one.name === 'string'
    const files = [...brokenTexts(identity), ...poisonedTexts(identity, { name: ['name'], id: ['unit'] })].filter(([, text]) => text.length < 100_000)
      for (const [name, text] of files) {
      for (const one of [identityKey, 'guatu.people', 'guatu.weights:p', 'guatu.bulletins.s', 'guatu.shapes.p', 'guatu.found']) kept.set(one, text)
      setActivePinia(createPinia())
      const { identity: who } = useIdentity()
      expect([name, who === null || isPerson(who)]).toEqual([name, true])
      expect([name, usePeople().people.filter(one => !isPerson(one))]).toEqual([name, []])
      const weights = useWeights()
      weights.open('p')
      expect([name, weights.list.filter(one => typeof one.name !== 'string')]).toEqual([name, []])
      for (const id of ['__proto__', 'constructor', 'toString', 'x']) expect([name, id, keptDraft('s', id)]).toEqual([name, id, null])
      expect([name, [...keptDrafts('s')]]).toEqual([name, []])
      expect([name, mappingOf('p', 'x')]).toEqual([name, null])
      expect([name, recentlyFound().every(one => typeof one === 'string')]).toEqual([name, true])
    }
    expect(sharedState()).toBe(before)
    tried += files.length
    recordFigure({ id: 'json', name: 'hostile JSON at every border', value: `${tried} of ${tried} refused or kept aside`, goal: '0 accepted, 0 prototype change, ≤ 1 s each, ≥ 60 files' })
  })
})

it('a change is a change', () => { expect(changed('{"a":{"b":1}}', ['a', 'b'], 2)).toEqual({ a: { b: 2 } }) })
