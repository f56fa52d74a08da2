/** What is read from `data/` when the network goes while a page opens. */
import { afterEach, expect, it, vi } from 'vitest'
import { loadPlanList } from '../../src/stores/planSource'

afterEach(() => { vi.unstubAllGlobals() })

const list = JSON.stringify({ plans: [{ id: 'a', file: 'plans/a.json', title: 'A', area: '1', year: 2026 }] })
const cut = (): Response => new Response(new ReadableStream({ pull: controller => { controller.error(new TypeError('network error')) } }))

it('an early answer that was cut is asked for again; only when that fails too it says so', async () => {
  vi.stubGlobal('document', { getElementById: () => null })
  vi.stubGlobal('window', { guatuEarly: { 'index.json': Promise.resolve(cut()) } })
  vi.stubGlobal('fetch', vi.fn(() => Promise.resolve(new Response(list))))
  const loaded = await loadPlanList()
  expect(loaded.ok && loaded.value.map(entry => entry.id)).toEqual(['a'])

  vi.stubGlobal('window', { guatuEarly: { 'index.json': Promise.reject(new TypeError('no network')) } })
  vi.stubGlobal('fetch', vi.fn(() => Promise.resolve(cut())))
  expect((await loadPlanList() as { problems: { code: string }[] }).problems.map(problem => problem.code)).toEqual(['plan_unreachable'])
})
