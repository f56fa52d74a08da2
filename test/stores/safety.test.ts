/** What is known about the truth of the ledger: ends that others quote, lines kept aside, clocks; looked up in this device's own notes. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { serializeLines } from '../../src/domain/lineReader'
import type { Ledger } from '../../src/ledger/ledger'
import { useSafety } from '../../src/stores/safety'
import { draft, foreignEvent, noon, plan, Profile } from '../ledger/makers'

const open: { ledger: Ledger | null } = { ledger: null }
vi.mock('../../src/stores/workspace', () => ({ useWorkspace: () => ({ kind: 'real', planId: plan, openLedger: () => open.ledger }) }))

let profile: Profile
beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('IDBKeyRange', IDBKeyRange)
  setActivePinia(createPinia())
  profile = new Profile()
  open.ledger = await profile.tab()
})
afterEach(() => { profile.close(); vi.unstubAllGlobals() })

const other = 'dev-0000000000000009'
const first = foreignEvent(1, { device: '9', by: { unit: 'yanglao' } })
const second = foreignEvent(2, { device: '9', prev: first.hash })

describe('the safety of a ledger', () => {
  it('an end that another device quotes is missed until it comes, also where it is kept apart', async () => {
    const safety = useSafety()
    await open.ledger!.merge(serializeLines([first]))
    await safety.noteQuote('dev-0000000000000007', 'office', '2020-07-02T04:00:00.000Z', { [other]: { count: 2, hash: second.hash }, [open.ledger!.device]: { count: 0, hash: '' } })
    await safety.load()
    expect(safety.found.tails).toMatchObject([{ device: other, expected: 2, found: 1, unit: 'office' }])
    expect(safety.found.unitOf.get(other)).toBe('yanglao')
    await open.ledger!.merge(serializeLines([second]))
    await safety.load()
    expect(safety.found.tails).toEqual([])
    const ahead = foreignEvent(3, { device: '9', prev: second.hash, recordedAt: `${new Date(noon + 3 * 86_400_000).toISOString()}/0000/${other}` })
    await open.ledger!.merge(serializeLines([ahead]))
    await safety.noteQuote('dev-0000000000000007', null, '2020-07-03T04:00:00.000Z', { [other]: { count: 3, hash: ahead.hash } })
    await safety.load()
    expect(safety.found).toMatchObject({ tails: [], breaks: [], apart: [{ event: { id: 'id-3' } }], checked: 3 })
    expect(await safety.release([ahead.hash])).toBeNull()
    expect(safety.found).toMatchObject({ apart: [], checked: 3 })
  })

  it('a changed line is told with device and place until the original comes', async () => {
    const safety = useSafety()
    await open.ledger!.append([draft(1)], {})
    await open.ledger!.merge(`${serializeLines([first])}${JSON.stringify({ ...second, at: '2020-05-31' })}\n{"broken\n`)
    await safety.load()
    expect(safety.found.aside.map(({ code, line, after, isWhole, event }) => [code, line, after, isWhole, event?.at ?? null]).sort()).toEqual([['line_hash', 2, 1, false, '2020-05-31'], ['line_not_json', 3, null, false, null]])
    await open.ledger!.merge(serializeLines([second]))
    await safety.load()
    expect(safety.found.aside.filter(one => one.isWhole).map(one => one.code)).toEqual(['line_hash'])
  })

  it('no ledger, no findings; nothing can be released', async () => {
    const safety = useSafety()
    open.ledger = null
    await safety.load()
    expect(safety.found).toMatchObject({ apart: [], aside: [], breaks: [], tails: [], checked: 0 })
    expect(await safety.release(['x'])).toMatchObject({ code: 'ledger_closed' })
  })
})
