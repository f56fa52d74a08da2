/** Pasted sites: read, their township guessed with a reason, and written as one whole list an area. */
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decide } from '../../src/domain/decide'
import type { Item } from '../../src/domain/event'
import { evolve, foldEvents } from '../../src/domain/history'
import type { Plan } from '../../src/domain/plan'
import { indexPlan } from '../../src/domain/plan'
import { knownVillagesOf, readSites, siteReports, villageStem } from '../../src/domain/siteNames'
import { dataFolder } from '../tools/projectFiles'
import { makeEvent, makeTarget, worldOf } from './makers'

const limit = '2099-12-31T23:59:59.999Z/ffff/dev-ffffffffffffffff'
const planOf = (id: string) => indexPlan(JSON.parse(readFileSync(join(dataFolder, 'plans', `${id}.json`), 'utf8')) as Plan)
const tsz = planOf('quanzhou-tsz-2023')
const jinjiang = planOf('jinjiang-2020')
const nameOf = (index: typeof tsz, code: string | null) => (code === null ? null : index.areas.get(code)!.area.name)
const codeOf = (index: typeof tsz, name: string) => index.columns.find(column => column.area.name === name)!.area.code
const canteen = tsz.targets.get('4.3-1')!.target
const station = jinjiang.targets.get('2.1-1')!.target
const items = (area: string, ...names: string[]) => makeEvent('report', '2020-03-31', { target: '2.1-1', area, items: names.map((name, i) => ({ id: `p${i + 1}`, name, stage: 'site' })) }, { plan: 'jinjiang-2020' })

describe('guessing the township', () => {
  it('a township in the name, in a column, or alone at the head', () => {
    const sites = readSites('东园镇群青村\n百崎回族乡莲埭村长者食堂\n洛阳万安社区\n某村\t张坂镇\t主体', canteen, tsz, new Map())
    expect(sites.map(site => [nameOf(tsz, site.area), site.state, site.reason, site.stage])).toEqual([
      ['东园镇', 'sure', 'area_name', null], ['百崎回族乡', 'sure', 'area_name', null], ['洛阳镇', 'sure', 'short_name', null], ['张坂镇', 'sure', 'area_column', 'frame'],
    ])
  })

  it('a village known from earlier items: one township, several, one character off, none', () => {
    const [a, b, c] = [codeOf(jinjiang, '陈埭镇'), codeOf(jinjiang, '内坑镇'), codeOf(jinjiang, '池店镇')]
    const history = foldEvents(jinjiang, [items(a, '溪边村站'), items(b, '湖头村养老服务站', '黎山村站'), items(c, '湖头村站'), items(codeOf(jinjiang, '东石镇'), '洋埭村站')])
    const known = knownVillagesOf(history, limit)
    const sites = readSites('1. 溪边村居家养老服务站\n湖头村站\n洋袋村站\n第20处（未定名）\n天外村站\n永和村站\n安海镇东石村站', station, jinjiang, known)
    expect(sites.map(site => [site.state, site.reason, site.candidates.map(code => nameOf(jinjiang, code)).join(' '), site.about])).toEqual([
      ['sure', 'village', '陈埭镇', '溪边'], ['ask', 'several', '内坑镇 池店镇', '湖头'], ['ask', 'alike', '东石镇', '洋埭'], ['none', 'nameless', '', ''], ['none', 'unknown', '', ''],
      ['ask', 'short_name', '永和镇', '永和'], ['sure', 'area_name', '安海镇', ''],
    ])
    expect(sites[0]!.name).toBe('溪边村居家养老服务站')
  })

  it('heads, running numbers, stages in words, lines said twice', () => {
    const sites = readSites('序号\t名称\t镇街\t阶段\n1\t霞福站\t陈埭镇\t已开工\n2\t霞福站\t陈埭镇\t招标\n3\t梧埭站\t青阳街道\t不知道', station, jinjiang, new Map())
    expect(sites.map(site => [site.name, site.stage, site.stageText, site.isTwice])).toEqual([['霞福站', 'start', '', false], ['霞福站', 'tender', '', true], ['梧埭站', null, '不知道', false]])
  })

  it('a target of the whole county needs no guess', () => {
    const index = planOf('zhengxiang-2022')
    expect(readSites('孵化基地', index.targets.get('3.4-1')!.target, index, new Map())[0]).toMatchObject({ area: index.root.area.code, reason: 'whole' })
  })

  it('every township is found in its own villages, and no text breaks the reading', () => {
    for (const index of [tsz, jinjiang, planOf('xiamen-2022')])
      for (const { area } of index.columns) expect(readSites(`${area.name}向阳村服务站`, station, index, new Map())[0]!.area).toBe(area.code)
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
      for (const site of readSites(text, station, jinjiang, new Map())) expect(site.state === 'sure').toBe(site.area !== null)
    }))
    expect(villageStem('东园镇群青村长者食堂', ['东园镇'])).toBe('群青')
  })
})

describe('writing', () => {
  const ladder = [{ id: 's', name: '选址', share: 0.1 }, { id: 'd', name: '验收', share: 1 }]
  it('earlier items stay, ids stay and never meet, and the door takes each report', () => {
    const name = fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己')
    const lines = fc.array(fc.record({ name, area: fc.constantFrom('a', 'b', null), stage: fc.constantFrom('s', 'd', null) }), { maxLength: 12 })
    fc.assert(fc.property(lines, lines, (first, second) => {
      const { history } = worldOf({ ladder, goal: { op: '>=', value: 6 } })
      const { target } = history.index.targets.get('1.1-1')!
      const present = { today: '2020-06-30', limit }
      const listOf = (area: string): Item[] => { const all = [...history.reports.get('1.1-1')?.get(area) ?? []]; return (all.at(-1)?.data.items as Item[] | undefined) ?? [] }
      for (const [round, list] of [first, second].entries()) {
        const before = new Map(['a', 'b'].map(area => [area, listOf(area)]))
        for (const { command } of siteReports(history, target, list, '2020-06-30', limit)) {
          const decision = decide(history, command, present)
          expect(decision.ok).toBe(true)
          if (decision.ok) evolve(history, makeEvent('report', '2020-06-30', decision.draft.data, { recordedAt: `2020-06-30T00:00:0${round}.000Z/0000/dev-0000000000000001` }))
        }
        for (const [area, old] of before) {
          const now = listOf(area)
          expect(now.slice(0, old.length).map(item => item.id)).toEqual(old.map(item => item.id))
          expect(new Set(now.map(item => item.id)).size).toBe(now.length)
          expect(new Set(now.map(item => item.name))).toEqual(new Set([...old.map(item => item.name), ...list.filter(line => line.area === area).map(line => line.name)]))
        }
      }
      expect(siteReports(history, target, second.map(line => ({ ...line, stage: null })), '2020-06-30', limit)).toEqual([])
    }), { numRuns: 50 })
  })

  it('says which plain number a list takes the place of', () => {
    const { history } = worldOf({ ladder }, [makeEvent('report', '2020-05-31', { target: '1.1-1', area: 'a', value: 3 })])
    const [made] = siteReports(history, makeTarget({ ladder }), [{ name: '甲', area: 'a', stage: null }], '2020-06-30', limit)
    expect(made).toMatchObject({ added: 1, moved: 0, kept: 0, replaced: 3, command: { payload: { items: [{ id: 'p1', name: '甲', stage: 's' }] } } })
  })
})
