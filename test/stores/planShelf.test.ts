/** Plan files from outside: examined before they are kept, kept whole or not at all, fetched only from the page's own host. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LedgerEvent } from '../../src/domain/event'
import type { Plan } from '../../src/domain/plan'
import { usePlanShelf } from '../../src/stores/planShelf'
import { makePlan, makeTarget, report } from '../domain/makers'

const plan = makePlan([makeTarget(), makeTarget({ id: '1.1-2' })])
const textOf = (made: Plan): string => JSON.stringify(made)
const fewer = makePlan([makeTarget()])
const sources = (shipped: Plan | null = null, events: LedgerEvent[] = []) => ({ shipped: () => Promise.resolve(shipped), events: () => Promise.resolve(events) })
const index = { plans: [{ id: 'shipped-2020', file: 'plans/a.json', title: '随程序', area: '甲市', year: 2020 }, { id: 'test-2020', file: 'plans/b.json', title: '随程序', area: '乙市', year: 2020 }] }
let fetched: string[] = []

function answer(respond: (url: string, signal: AbortSignal | null) => Response | Promise<Response>): void {
  vi.stubGlobal('fetch', (url: string, options: RequestInit) => { fetched.push(url); return Promise.resolve(respond(url, options.signal ?? null)) })
}

beforeEach(() => {
  setActivePinia(createPinia())
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('IDBKeyRange', IDBKeyRange)
  vi.stubGlobal('document', { getElementById: () => null })
  vi.stubGlobal('window', {})
  vi.stubGlobal('location', new URL('http://mz.example/guatu/?a=1#/'))
  fetched = []
  answer(() => new Response(JSON.stringify(index)))
})
afterEach(() => { vi.unstubAllGlobals(); vi.useRealTimers() })

/** Examines and keeps. */
async function keep(made: Plan) {
  const shelf = usePlanShelf()
  expect(await shelf.accept(await shelf.examine(textOf(made), sources()))).toEqual({ ok: true })
  return shelf
}

describe('examining', () => {
  it('a plan nobody knows is new; nothing is kept until it is accepted', async () => {
    const shelf = usePlanShelf()
    const examined = await shelf.examine(`\ufeff${textOf(plan)}`, sources())
    expect(examined).toMatchObject({ kind: 'new', plan: { id: 'test-2020' }, orphans: [] })
    expect((await shelf.readPlan('test-2020')).ok).toBe(false)
    expect(await shelf.accept(examined)).toEqual({ ok: true })
    expect(shelf.entries).toMatchObject([{ id: 'test-2020', file: '', title: '测试计划', area: '测试市', year: 2020, documentNumber: null, previousAddedAt: null }])
    expect(await shelf.readPlan('test-2020')).toEqual({ ok: true, value: plan })
  })

  it('the same plan is the same however its file is written', async () => {
    const shelf = usePlanShelf()
    expect(await shelf.examine(JSON.stringify(plan, null, 2), sources(plan))).toMatchObject({ kind: 'same' })
    await keep(plan)
    expect(await shelf.examine(JSON.stringify(plan, null, 2), sources(null))).toMatchObject({ kind: 'same' })
  })

  it('a newer file is compared with the own plan first, and tells what loses its place', async () => {
    const shelf = await keep(plan)
    const examined = await shelf.examine(textOf(fewer), sources(fewer, [report('2020-03-01', 'a', 3, '1.1-2'), report('2020-03-01', 'a', 3)]))
    expect(examined).toMatchObject({ kind: 'newer', comparison: { targets: { removed: [{ id: '1.1-2' }] } }, orphans: [{ target: '1.1-2', areaName: '甲街道', reason: 'target_gone' }] })
  })

  it('without a function for the ledger its real entries are read from this browser', async () => {
    const examined = await usePlanShelf().examine(textOf(plan), { shipped: () => Promise.resolve(fewer) })
    expect(examined).toMatchObject({ kind: 'newer', orphans: [] })
  })

  it.each(['', '{}', '<html>', textOf(plan).replace('"test-2020"', '"../x"'), textOf(plan).replace('"goal":{"op":">="', '"goal":{"op":"=="')])('a broken file is refused and nothing of it kept: %#', async text => {
    const shelf = usePlanShelf()
    const examined = await shelf.examine(text, sources())
    expect(examined.kind).toBe('refused')
    expect((await shelf.accept(examined)).ok).toBe(false)
    await shelf.load()
    expect(shelf.entries).toEqual([])
  })
})

describe('keeping', () => {
  it('an own plan wins over the one of the programme, and gives way when removed', async () => {
    const shelf = await keep(plan)
    expect(await shelf.load()).toMatchObject({ ok: true, value: [{ id: 'shipped-2020', file: 'plans/a.json' }, { id: 'test-2020', file: '', title: '测试计划' }] })
    expect(await shelf.planOf(shelf.plans[1]!)).toMatchObject({ ok: true, value: { id: 'test-2020' } })
    await shelf.remove('test-2020')
    expect(shelf.plans).toEqual(index.plans)
  })

  it('a replacement can be taken back', async () => {
    const shelf = await keep(plan)
    await keep(fewer)
    expect(shelf.entries[0]!.previousAddedAt).not.toBeNull()
    expect(await shelf.takeBack('test-2020')).toEqual({ ok: true })
    expect(await shelf.readPlan('test-2020')).toEqual({ ok: true, value: plan })
  })

  it('own plans are there although the server gives no list', async () => {
    const shelf = await keep(plan)
    answer(() => new Response('', { status: 404 }))
    expect(await shelf.load()).toMatchObject({ ok: true, value: [{ id: 'test-2020' }] })
    await shelf.remove('test-2020')
    expect(await shelf.load()).toMatchObject({ ok: false, problems: [{ code: 'plan_missing' }] })
  })

  it('a text changed behind our back goes through the border again', async () => {
    const shelf = await keep(plan)
    const rewrite = (text: string) => new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('guatu-plans')
      opening.onsuccess = () => {
        const store = opening.result.transaction('plans', 'readwrite').objectStore('plans')
        const getting = store.get('test-2020')
        getting.onsuccess = () => { store.put({ ...getting.result as object, text }).onsuccess = () => { opening.result.close(); resolve() } }
      }
      opening.onerror = () => reject(opening.error)
    })
    await rewrite(textOf(plan).replace('"unit":"个"', '"unit":5'))
    expect(await shelf.readPlan('test-2020')).toMatchObject({ ok: false, problems: [{ code: 'plan_invalid_type' }] })
    await rewrite(textOf({ ...plan, id: 'other' }))
    expect(await shelf.readPlan('test-2020')).toMatchObject({ ok: false, problems: [{ code: 'plan_id_differs' }] })
    await rewrite(textOf(fewer))
    expect(await shelf.readPlan('test-2020')).toEqual({ ok: true, value: fewer })
  })

  it('without a database it says so; looking at a file still works', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const shelf = usePlanShelf()
    expect((await shelf.load()).ok).toBe(true)
    expect(shelf.problem?.code).toBe('shelf_missing')
    const examined = await shelf.examine(textOf(plan), sources())
    expect(examined.kind).toBe('new')
    expect(await shelf.accept(examined)).toMatchObject({ ok: false, problem: { code: 'shelf_missing' } })
  })
})

describe('files', () => {
  it('a text in another encoding is said to be one', async () => {
    const shelf = usePlanShelf()
    expect(await shelf.fromFile(new Blob([textOf(plan)]))).toEqual({ ok: true, text: textOf(plan) })
    expect(await shelf.fromFile(new Blob([new Uint8Array([0xbc, 0xc6, 0xbb, 0xae])]))).toMatchObject({ ok: false, problem: { code: 'file_not_utf8' } })
    expect(await shelf.fromFile(new Blob([new Uint8Array(20_000_001)]))).toMatchObject({ ok: false, problem: { code: 'file_too_large' } })
  })
})

describe('addresses', () => {
  const code = async (address: string): Promise<string> => { const got = await usePlanShelf().fromAddress(address); return got.ok ? 'ok' : got.problem.code }

  it('of the same host, also relative ones', async () => {
    answer(() => new Response(textOf(plan)))
    expect(await usePlanShelf().fromAddress('files/plan.json')).toEqual({ ok: true, text: textOf(plan) })
    expect(await code('/other.json')).toBe('ok')
    expect(fetched).toEqual(['http://mz.example/guatu/files/plan.json', 'http://mz.example/other.json'])
  })

  it.each(['https://mz.example/x.json', 'http://mz.example:8080/x.json', '//evil.example/x.json', 'http://mz.example.evil.example/', 'http://mz.example@evil.example/x', 'data:application/json,{}', 'blob:http://mz.example/1-2', 'javascript:alert(1)', 'file:///etc/x.json'])('%s is not even asked', async address => {
    expect(await code(address)).toBe('plan_address_foreign')
    expect(fetched).toEqual([])
  })

  it('what cannot be an address, and a page opened from disk', async () => {
    expect(await code('http://[')).toBe('plan_address_invalid')
    vi.stubGlobal('location', new URL('file:///D:/guatu.html'))
    expect(await code('x.json')).toBe('plan_address_local')
    expect(fetched).toEqual([])
  })

  it('missing, unreachable, redirected', async () => {
    answer(() => new Response('', { status: 404 }))
    expect(await code('x.json')).toBe('plan_address_missing')
    answer(() => Promise.reject(new TypeError('failed')))
    expect(await code('x.json')).toBe('plan_address_unreachable')
  })

  it('too large by its own word, or by what comes', async () => {
    answer(() => new Response('{}', { headers: { 'content-length': '20000001' } }))
    expect(await code('x.json')).toBe('file_too_large')
    const million = new Uint8Array(1_000_000)
    let sent = 0
    answer(() => new Response(new ReadableStream({ pull: control => { sent++; control.enqueue(million) } }), { headers: { 'content-length': '5' } }))
    expect(await code('x.json')).toBe('file_too_large')
    expect(sent).toBeLessThan(25)
  })

  it('a server that never ends is given up after 20 seconds', async () => {
    vi.useFakeTimers()
    answer((_url, signal) => new Promise((_resolve, reject) => { signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))) }))
    const waiting = code('x.json')
    await vi.advanceTimersByTimeAsync(19_000)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await waiting).toBe('plan_address_timeout')
  })
})
