/** Rule packs from `data/` beside the page: each through the border, nothing trusted. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loadRulePack, loadRulePackList, readRulePack } from '../../src/stores/rulePacks'

const files = new Map<string, string>()
const shipped = (file: string): string => readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8')

beforeEach(() => {
  files.clear()
  for (const file of ['rules/index.json', 'rules/default.json', 'rules/sanya-2022.json']) files.set(file, shipped(file))
  vi.stubGlobal('document', { getElementById: () => null })
  vi.stubGlobal('window', {})
  vi.stubGlobal('fetch', (address: string) => { const text = files.get(address.replace('./data/', '')); return Promise.resolve(text === undefined ? new Response('', { status: 404 }) : new Response(text)) })
})
afterEach(() => { vi.unstubAllGlobals() })

it('the list and a pack are read', async () => {
  const list = await loadRulePackList()
  expect(list.ok && list.value.map(one => one.id)).toContain('sanya-2022')
  const pack = list.ok ? await loadRulePack(list.value.find(one => one.id === 'sanya-2022')!) : null
  expect(pack).toMatchObject({ ok: true, value: { pack: { id: 'sanya-2022', lamps: { mode: 'ratio', name: '三亚 2022' } } } })
})

it('a list that points elsewhere, a pack that is not there and one that was changed are refused', async () => {
  const entry = { id: 'x', file: 'rules/x.json', name: 'x', issued: null, summary: '' }
  expect(await loadRulePack(entry)).toMatchObject({ ok: false, problems: [{ code: 'plan_missing' }] })
  for (const file of ['../x.json', 'rules/../x.json', 'https://x.cn/rules/x.json', 'plans/x.json']) {
    files.set('rules/index.json', JSON.stringify({ rules: [{ ...entry, file }] }))
    expect(await loadRulePackList()).toMatchObject({ ok: false, problems: [{ code: 'rules_index_invalid' }] })
  }
  files.set('rules/index.json', '[')
  expect(await loadRulePackList()).toMatchObject({ ok: false, problems: [{ code: 'rules_index_invalid' }] })
  expect(await readRulePack(shipped('rules/sanya-2022.json').replace('-0.5', '-0.6'))).toMatchObject({ ok: false, problems: [{ code: 'pack_band_gap', why: '落后应达进度的 60% 至 50% 没有灯' }] })
})
