/** A copy to hand on says the same with nobody's name and nobody's words in it. */
import { describe, expect, it } from 'vitest'
import { chainBreaks } from '../../src/domain/chain.ts'
import { eventSealer } from '../../src/domain/demo.ts'
import { demoName } from '../../src/domain/demoMark.ts'
import type { LedgerEvent } from '../../src/domain/event.ts'
import { freeze, resealed } from '../../src/domain/snapshot.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { boardDifferences, readSnapshot, snapshotText } from '../../src/domain/snapshotFile.ts'
import { unpackedSnapshot } from '../../src/exports/pagePacking.ts'
import { islandOf, pageOf } from '../../src/exports/pageFile.ts'
import { withoutNames } from '../../src/exports/shareSafe.ts'
import { demoSnapshot, longSnapshot } from './makers.ts'

const secret = '张三秘'

/** The demo as people would have written it: a name, a note, a reason wherever one fits, a signature, and events of every further type. */
function written(review: 'all' | 'accepted' = 'all'): Snapshot {
  const { plan, events, seal } = demoSnapshot()
  const first = events.find(event => event.type === 'report')!
  const last = events.at(-1)!
  const target = String(first.data.target)
  const area = String(first.data.area)
  const own: LedgerEvent[] = events.map((event, i) => ({
    ...event, by: { ...event.by, name: `${secret}${i}` }, sig: `${secret}签`, extra: secret,
    data: {
      ...event.data, contact: `${secret}电话`, ...(event.type === 'report' && { note: `${secret}说` }), ...('reason' in event.data && { reason: `${secret}因` }),
      ...(Array.isArray(event.data.items) && { items: (event.data.items as { id: string, stage: string }[]).map(({ id, stage }) => ({ id: `${secret}${id}`, name: `${secret}家`, stage, owner: secret })) }),
    },
  }))
  const further = (type: string, data: Record<string, unknown>, i: number): LedgerEvent => ({ ...last, id: `further${i}`, recordedAt: last.recordedAt.replace(/-\d{4}-/, `-${String(1000 + i)}-`), by: { unit: 'bangongshi', name: secret }, type, data })
  const more = [
    further('evidence', { target, area, form: 'note', name: `${secret}照片`, text: `${secret}在现场`, hash: 'ab'.repeat(32) }, 1), further('checked', { rule: 'falls', target, area, result: `${secret}核过` }, 2),
    further('review', { event: first.id, verdict: 'accepted', reason: `${secret}审`, level: 'office' }, 3), further('exempt', { target, area, state: 'active', reason: secret }, 4),
    further(`${secret}类型`, { text: secret }, 5), further('report', { target: secret, area, value: 1 }, 6), further('submit', { unit: 'bangongshi', period: '2020-08', cells: 3, comment: secret }, 7),
  ]
  return freeze({ plan, events: eventSealer()([...own, ...more]), demo: false }, { ...seal, knownAt: '2020-12-31', review, madeBy: { unit: 'bangongshi', name: secret } })
}

describe('a snapshot without names', () => {
  it.each(['all', 'accepted'] as const)('shows the same board (%s reports) and holds nothing that somebody wrote', review => {
    const snapshot = written(review)
    expect(snapshotText(snapshot)).toContain(secret)
    const safe = withoutNames(snapshot)
    expect(boardDifferences(snapshot.board, safe.board).map(one => one.path)).toEqual(['head'])
    expect(snapshotText(safe)).not.toContain(secret)
    expect(safe.events.length).toBe(snapshot.events.length)
    expect(safe.events.every(event => event.by?.name === undefined)).toBe(true)
  })

  it('says what it was made from, and is opened like any other', () => {
    const snapshot = written()
    const safe = withoutNames(snapshot)
    expect(safe.seal).toMatchObject({ name: snapshot.seal.name, asOf: snapshot.seal.asOf, safeFrom: snapshot.fingerprint, madeBy: { unit: 'bangongshi' } })
    expect(safe.fingerprint).not.toBe(snapshot.fingerprint)
    const read = readSnapshot(snapshotText(safe))
    expect(read.ok ? read.snapshot.fingerprint : read.problems).toBe(safe.fingerprint)
  })

  it('numbers the sites of a place, the same number for the same site', () => {
    const itemsIn = (snapshot: Snapshot) => snapshot.events.filter(event => Array.isArray(event.data.items)).map(event => ({ place: `${String(event.data.target)}/${String(event.data.area)}`, items: event.data.items as { id: string, name: string, stage: string }[] }))
    const snapshot = written()
    const before = itemsIn(snapshot)
    const after = itemsIn(withoutNames(snapshot))
    expect(before.length).toBeGreaterThan(0)
    const names = new Map<string, string>()
    before.forEach(({ place, items }, i) => items.forEach((item, k) => {
      const one = after[i]!.items[k]!
      expect(one).toEqual({ id: expect.stringMatching(/^p\d+$/), name: expect.stringMatching(/^项目点\d+$/), stage: item.stage })
      const known = names.get(`${place} ${item.id}`)
      if (known !== undefined) expect(one.name).toBe(known)
      names.set(`${place} ${item.id}`, one.name)
    }))
    expect(new Set([...names].map(([key, name]) => `${key.split(' ')[0]} ${name}`)).size).toBe(names.size)
  })

  it('keeps the chains of all devices whole', () => {
    const snapshot = demoSnapshot()
    expect(chainBreaks(snapshot.events)).toEqual([])
    expect(chainBreaks(withoutNames(snapshot).events)).toEqual([])
  })

  it('leaves the mark of demo figures on every entry', () => {
    expect(withoutNames(demoSnapshot()).events.every(event => event.by?.name === demoName)).toBe(true)
  })

  it('takes long and hostile plans, and a copy is not copied again', () => {
    const safe = withoutNames(longSnapshot({ targets: 40, areas: 12 }))
    expect(JSON.stringify(safe.events)).not.toContain('note')
    expect(withoutNames(safe)).toBe(safe)
  })

  it('goes into the page in place of the other', async () => {
    const snapshot = written()
    const page = new TextDecoder().decode(await pageOf('<script type="application/json" id="snapshot-data">null</script>', snapshot, true))
    const text = await unpackedSnapshot(islandOf(page)!)
    expect(page).not.toContain(secret)
    expect(text).not.toContain(secret)
    const read = readSnapshot(text!)
    expect(read.ok && read.snapshot.seal.safeFrom).toBe(snapshot.fingerprint)
    expect(resealed(snapshot, snapshot.events, 'x').board).toEqual(snapshot.board)
  })
})
