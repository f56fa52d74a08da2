/** The search: what is found by characters, numbers, pinyin and initials, in which order, and how fast. */
import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enFind, zhFind } from '../../../src/views/find/findWords'
import { commandItems } from '../../../src/views/find/commandItems'
import { findItems, foundKinds, plainText, rankOf, startItems } from '../../../src/views/find/findItems'
import type { FoundItem } from '../../../src/views/find/findItems'
import { pinyinPlace } from '../../../src/views/find/pinyin'
import { planItems } from '../../../src/views/find/planItems'
import { boardOf } from '../../../src/domain/rollUp'
import { demoEvents } from '../../../src/domain/demo'
import { foldEvents } from '../../../src/domain/history'
import { indexPlan } from '../../../src/domain/plan'
import type { Plan } from '../../../src/domain/plan'
import { zhCN } from '../../../src/app/messages/zhCN'

const plans = readdirSync('data/plans').map(file => JSON.parse(readFileSync(`data/plans/${file}`, 'utf8')) as Plan)
function itemsOf(id: string): FoundItem[] {
  const index = indexPlan(plans.find(plan => plan.id === id)!)
  const board = boardOf(foldEvents(index, demoEvents(index)), { asOf: `${index.plan.period.start.slice(0, 4)}-09-15`, knownAt: '2099-01-01' })
  const meetings = [{ id: 'm1', number: 1, on: '2020-03-16', name: '' }, { id: 'm3', number: 3, on: '2020-08-14', name: '养老专题' }]
  return [
    ...planItems({ index, board, meetings, plans: plans.map(plan => ({ id: plan.id, area: plan.area.name, title: plan.title })), kept: { at: '2020-09-15' }, words: zhFind, messages: zhCN }),
    ...commandItems({ planId: id, kept: {}, present: '2020-09-15', canEdit: true, hasMeeting: true, isDemo: true, words: zhFind }),
  ]
}
const jinjiang = itemsOf('jinjiang-2020')
const found = (typed: string, items = jinjiang) => findItems(items, typed, pinyinPlace)
const first = (typed: string, items = jinjiang): FoundItem | undefined => found(typed, items)[0]?.items[0]
const names = (typed: string, kind: FoundItem['kind']): string[] => found(typed).find(group => group.kind === kind)?.items.map(item => item.name) ?? []

describe('what is found', () => {
  it.each([
    ['内坑', 'area', '内坑镇'], ['nk', 'area', '内坑镇'], ['neikeng', 'area', '内坑镇'], ['neik', 'area', '内坑镇'], ['NK', 'area', '内坑镇'], ['陈埭', 'area', '陈埭镇'], ['cd', 'area', '陈埭镇'], ['chendai', 'area', '陈埭镇'], ['350582001', 'area', '青阳街道'],
    ['ylfwk', 'department', '养老服务科'], ['养老服务科', 'department', '养老服务科'], ['shehuijiuzhuke', 'department', '社会救助科'],
    ['提升养老品质', 'chapter', '二、提升养老品质'], ['tsylpz', 'chapter', '二、提升养老品质'], ['第2章', 'chapter', '二、提升养老品质'],
    ['2.1', 'section', undefined], ['二(二)一', 'section', undefined], ['二（二）一', 'section', undefined], ['2.1-1', 'target', undefined], ['2.1.1', 'target', undefined],
    ['8月14日', 'meeting', '第 3 次会议'], ['第3次会议', 'meeting', '第 3 次会议'], ['2020-03-16', 'meeting', '第 1 次会议'],
    ['厦门', 'plan', undefined], ['xm', 'plan', undefined], ['xiamen', 'plan', undefined],
    ['投屏', 'command', '投屏'], ['tp', 'command', '投屏'], ['导出台账', 'command', '导出台账'], ['dctz', 'command', '导出台账'], ['print', 'command', '打印挂图'], ['manual', 'command', '使用说明'], ['wdks', 'command', '只看我的'],
  ] as const)('%s leads to %s %s', (typed, kind, name) => {
    const item = first(typed)
    expect(item?.kind).toBe(kind)
    if (name !== undefined) expect(item?.name).toBe(name)
  })

  it('initials lead to targets', () => {
    expect(names('jjyl', 'target').every(name => name.includes('居家养老'))).toBe(true)
    expect(names('jjyl', 'target').length).toBeGreaterThan(0)
  })

  it.each([['cq', '重庆市'], ['zq', '重庆市'], ['ct', '长泰区'], ['zzst', '长者食堂'], ['xz', '行政审批'], ['yh', '时间银行'], ['kj', '会计'], ['hj', '会稽'], ['la', '六安市'], ['xm', '厦门市'], ['tz', '台州市'], ['lh', '绿化'], ['lvhua', '绿化'], ['bz', '亳州市'], ['pu', '大埔县'], ['bengbu', '蚌埠市']])('%s finds %s: every reading of a character counts', (typed, name) => {
    expect(pinyinPlace(plainText(name), typed)).not.toBeNull()
  })

  it('every name of the five plans is found by its own text, and first among its kind', () => {
    for (const plan of plans) {
      const items = itemsOf(plan.id)
      for (const item of items.filter(one => one.kind === 'target' || one.kind === 'area')) {
        const group = found(item.name, items).find(one => one.kind === item.kind)!
        expect(group.items.slice(0, 3)).toContain(item)
      }
    }
  })

  it('nothing is nothing', () => { expect(found('没有这样的东西')).toEqual([]) })

  it('pinyin waits for its book: characters are found without it', () => {
    expect(findItems(jinjiang, 'ylfw', null)).toEqual([])
    expect(findItems(jinjiang, '内坑', null)[0]?.items[0]?.name).toBe('内坑镇')
  })
})

describe('order', () => {
  it('exact before beginning before pinyin before inside', () => {
    const word = plainText('内坑镇')
    expect([rankOf(word, '内坑镇', pinyinPlace), rankOf(word, '内坑', pinyinPlace), rankOf(word, 'nkz', pinyinPlace), rankOf(word, 'nk', pinyinPlace), rankOf(word, '坑镇', pinyinPlace), rankOf(word, 'kz', pinyinPlace), rankOf(word, '外', pinyinPlace)]).toEqual([0, 1, 2, 3, 4, 5, null])
  })

  it('groups stand by their best item, items by how well they fit', () => {
    fc.assert(fc.property(fc.oneof(fc.constantFrom('nk', '养老', 'yl', '2', '会', 'jj', 'a', '(', '第', 'z'), fc.string({ maxLength: 6 })), typed => {
      const wanted = plainText(typed)
      if (wanted === '') return
      const rank = (item: FoundItem): number => Math.min(...item.words.map(word => rankOf(word, wanted, pinyinPlace) ?? 9))
      const groups = found(typed)
      const best = groups.map(group => rank(group.items[0]!))
      expect(best).toEqual([...best].sort((a, b) => a - b))
      for (const group of groups) {
        const ranks = group.items.map(rank)
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
        expect(ranks.every(one => one < 9)).toBe(true)
      }
    }), { numRuns: 200 })
  })

  it('before anything is typed: what was opened lately, then the commands', () => {
    const groups = startItems(jinjiang, ['area 350582103', 'command wall', 'gone'])
    expect(groups.map(group => group.kind)).toEqual(['recent', 'command'])
    expect(groups[0]!.items.map(item => item.key)).toEqual(['area 350582103', 'command wall'].filter(key => jinjiang.some(item => item.key === key)))
    expect(groups[1]!.items.some(item => item.key === 'command wall')).toBe(false)
  })
})

describe('ways', () => {
  it('a target opens its worst cell, with Shift its page; a township its page, with Shift its column', () => {
    const target = jinjiang.find(item => item.kind === 'target')!
    expect(target.open).toMatchObject({ path: '/plan/jinjiang-2020', query: { at: '2020-09-15' } })
    expect((target.open as { query: Record<string, string> }).query.cell).toMatch(/^[\d.-]+\/(\d+)?$/)
    expect(target.second).toMatchObject({ path: expect.stringContaining('/target/') })
    const area = jinjiang.find(item => item.name === '内坑镇')!
    expect(area.open).toMatchObject({ path: expect.stringMatching(/\/area\/\d+$/) })
    expect(area.second).toMatchObject({ query: { area: expect.stringMatching(/^\d+$/) } })
  })

  it('keys are unique, and every kind has its words in both languages', () => {
    expect(new Set(jinjiang.map(item => item.key)).size).toBe(jinjiang.length)
    for (const kind of foundKinds) expect([zhFind.kinds[kind], enFind.kinds[kind]].every(Boolean)).toBe(true)
  })
})

it('a keystroke asks for the pinyin of a word once at most, however many rows there are', () => {
  const many = Array.from({ length: 8 }, (_, i) => jinjiang.map(item => ({ ...item, key: `${i} ${item.key}` }))).flat()
  const words = many.reduce((sum, item) => sum + item.words.length, 0)
  expect(many.length).toBeGreaterThan(600)
  for (const typed of ['j', 'jj', 'jjyl', 'xianxianxianxianxianxian', 'ananananananananananan', '养老', '2.1']) {
    let asked = 0
    findItems(many, typed, (text, one) => { asked += 1; return pinyinPlace(text, one) })
    expect([typed, asked <= words]).toEqual([typed, true])
  }
})
