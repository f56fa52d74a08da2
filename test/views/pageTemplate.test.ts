/** The read-only build is found beside the application or inside the single file, and whatever is no such build is refused. */
import { deflateSync } from 'node:zlib'
import { afterEach, expect, it, vi } from 'vitest'

const template = '<!doctype html><title>挂图</title><script type="application/json" id="snapshot-data">null</script>'

/** A page that carries (or not) the build, on a server that answers so. */
async function templateWhere(carried: string | null, answer: () => Promise<Response>): Promise<string | null> {
  vi.resetModules()
  vi.stubGlobal('document', { getElementById: (id: string) => (id === 'guatu-page' && carried !== null ? { textContent: carried } : null) })
  vi.stubGlobal('fetch', vi.fn(answer))
  const { pageTemplate } = await import('../../src/views/papers/pageTemplate.ts')
  const found = await pageTemplate()
  expect(await pageTemplate()).toBe(found)
  return found
}
const served = (text: string, status = 200) => () => Promise.resolve(new Response(text, { status }))

afterEach(() => { vi.unstubAllGlobals() })

it('asks the server for snapshot.html beside the page, once', async () => {
  expect(await templateWhere(null, served(template))).toBe(template)
  expect(vi.mocked(fetch).mock.calls.map(call => call[0])).toEqual(['./snapshot.html'])
})

it('takes what the single file carries and asks nobody', async () => {
  expect(await templateWhere(JSON.stringify(deflateSync(template).toString('base64')), served('')) ).toBe(template)
  expect(vi.mocked(fetch).mock.calls).toEqual([])
})

it.each([
  ['no network', () => Promise.reject(new TypeError('Failed to fetch'))], ['no such file', served('not found', 404)], ['a page of its own for every address', served('<!doctype html><title>首页</title>')],
])('has none where the server gives %s', async (_case, answer) => {
  expect(await templateWhere(null, answer)).toBe(null)
})

it('has none where what the single file carries is damaged', async () => {
  expect(await templateWhere('"AAAA"', served(template))).toBe(null)
})
