/** The page of places says what the board says: ranks, rates, lamps and gaps, and nothing of its own. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { enPlaces, zhPlaces } from '../../../src/components/places/placesWords'
import { lookOf } from '../../../src/wording/lampLook'
import { en } from '../../../src/app/messages/en'
import { zhCN } from '../../../src/app/messages/zhCN'
import { demoEvents } from '../../../src/domain/demo'
import { foldEvents } from '../../../src/domain/history'
import type { Plan } from '../../../src/domain/plan'
import { indexPlan } from '../../../src/domain/plan'
import { boardOf } from '../../../src/domain/rollUp'
import { barGroupsOf, tableOf } from '../../../src/views/places/placesCharts'
import { kindsOf, peerGroups, standingsContent, targetContent } from '../../../src/views/places/placesPage'
import { exempt, late, makePlan, makeTarget, makeWorld, report } from '../../domain/makers'

const planOf = (id: string): Plan => JSON.parse(readFileSync(join(import.meta.dirname, '../../../data/plans', `${id}.json`), 'utf8')) as Plan
function demoOf(id: string) {
  const index = indexPlan(planOf(id))
  const history = foldEvents(index, demoEvents(index))
  const year = index.plan.period.start.slice(0, 4)
  return { index, board: boardOf(history, { asOf: `${year}-09-15`, knownAt: late }), before: boardOf(history, { asOf: `${year}-08-14`, knownAt: late }), messages: zhCN, words: zhPlaces }
}
const demos = ['quanzhou-tsz-2023', 'zhengxiang-2022', 'jinjiang-2020', 'jiangsu-2023', 'xiamen-2022'].map(id => [id, demoOf(id)] as const)

describe.each(demos)('%s', (_id, sources) => {
  const { board } = sources
  const content = standingsContent(sources)

  it('stands by the ranks of the board, with its counts', () => {
    const standings = new Map(board.areas.map(standing => [standing.area, standing]))
    const ranks = content.lines.map(line => standings.get(line.code)!.rank!)
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    for (const line of content.lines) {
      const standing = standings.get(line.code)!
      expect([line.foot, line.share, line.place?.replace('并', '')]).toEqual([`${standing.onPace}/${standing.active}`, standing.onPace / standing.active, String(standing.rank)])
      expect(line.place!.startsWith('并')).toBe(ranks.filter(rank => rank === standing.rank).length > 1)
      // The bar is whole: what is on pace and what is not.
      expect(line.parts.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1)
    }
    expect(content.lines.length + content.aside.length).toBe(board.areas.length)
  })

  it('by a target every lamp is that of the cell, and gaps go from the widest on', () => {
    for (const row of board.rows.filter(one => one.cells.length > 0)) {
      const { lines, all, aside } = targetContent(sources, row)
      const cells = new Map(row.cells.map(cell => [cell.area!, cell]))
      for (const line of all) {
        const { lamp } = cells.get(line.code)!
        expect([line.shape, line.tone]).toEqual(lamp === null ? [null, 'bare'] : [lookOf(lamp).shape, lookOf(lamp).tone])
      }
      const gaps = lines.map(line => cells.get(line.code)!.gap)
      const known = gaps.filter(gap => gap !== null)
      expect(known).toEqual([...known].sort((a, b) => a - b))
      expect(gaps.slice(known.length).every(gap => gap === null)).toBe(true)
      expect(aside.every(line => cells.get(line.code)!.lamp === null)).toBe(true)
    }
  })

  it('says the same in English, without a 汉字 but names', () => {
    const foreign = standingsContent({ ...sources, messages: en, words: enPlaces })
    expect(foreign.lines.map(line => [line.code, line.share])).toEqual(content.lines.map(line => [line.code, line.share]))
    expect(foreign.finding).toMatch(/^\d+ (?:townships|districts|cities|places): /)
  })
})

describe('peers', () => {
  const [, sources] = demos[2]!
  const ranks = new Map(sources.board.areas.map(standing => [standing.area, standing.rank]))

  it('街道 and 镇 are ranked apart, in the same order', () => {
    const { lines } = standingsContent(sources)
    const groups = peerGroups(lines, ranks, zhCN)
    expect(groups.map(group => [group.name, group.lines.length]).sort()).toEqual([['街道', 6], ['镇', 13]].sort())
    for (const group of groups) {
      expect(group.lines[0]!.place!.replace('并', '')).toBe('1')
      expect(group.lines.map(line => line.code)).toEqual(lines.filter(line => line.kind === group.name).map(line => line.code))
    }
  })

  it('places of one kind are no groups', () => {
    expect([...new Set(kindsOf(demos[3]![1].index).values())]).toEqual([''])
    expect([...new Set(kindsOf(demos[0]![1].index).values())]).toEqual(['镇', '民族乡'])
  })

  it('bars and table hold the same lines', () => {
    const { lines, aside } = standingsContent(sources)
    expect(barGroupsOf(peerGroups(lines, ranks, zhCN)).flatMap(group => group.bars).length).toBe(lines.length)
    const table = tableOf(lines, aside, 'rate', true, zhPlaces)
    expect(table.rows.every(row => row.length === table.head.length)).toBe(true)
    expect(table.rows[0]!.slice(0, 4)).toEqual([lines[0]!.name, lines[0]!.place, `${lines[0]!.main}%`, lines[0]!.foot])
  })
})

describe('what has no rank', () => {
  const plan = makePlan([makeTarget({ areas: ['a', 'b'], allocation: { a: 10, b: 10 } })])
  const sourcesOf = (events: Parameters<typeof makeWorld>[1], before: string | null = null) => { const world = makeWorld(plan, events); return { index: world.index, board: world.board('2020-09-15'), before: before === null ? null : world.board(before), messages: zhCN, words: zhPlaces } }

  it('a place without a task stands apart', () => {
    const { lines, aside } = standingsContent(sourcesOf([report('2020-09-01', 'a', 8), report('2020-09-01', 'b', 1)]))
    expect(lines.map(line => [line.name, line.place, line.main])).toEqual([['甲街道', '1', '100'], ['乙镇', '2', '0']])
    expect(aside.map(line => [line.name, line.foot])).toEqual([['丙镇', '无任务']])
  })

  it('before the first report nobody has a rank', () => {
    const content = standingsContent(sourcesOf([]))
    expect([content.isSilent, content.finding, content.facts]).toEqual([true, '还没有填报，先不排名次', []])
    expect(content.lines.map(line => line.place)).toEqual([null, null])
  })

  it('an exempt cell leaves the place without anything to rank', () => {
    expect(standingsContent(sourcesOf([report('2020-09-01', 'a', 8), exempt('exempt', 'b')])).aside.map(line => [line.name, line.foot])).toEqual([['乙镇', '未到期或免停'], ['丙镇', '无任务']])
  })

  it('what moved since the last meeting', () => {
    const { lines } = standingsContent(sourcesOf([report('2020-03-01', 'a', 5), report('2020-03-01', 'b', 1), report('2020-09-01', 'b', 10)], '2020-06-30'))
    expect(lines.map(line => [line.name, line.moved?.text, line.moved?.climb, line.moved?.turn])).toEqual([['乙镇', '+100', '↑1', 'better'], ['甲街道', '−100', '↓1', 'worse']])
    expect(lines[0]!.label).toContain('+100 个百分点，升 1 名')
  })

  it('by a target: not asked, and reported without a share', () => {
    const sources = sourcesOf([report('2020-09-01', 'a', 8)])
    const { aside, all } = targetContent(sources, sources.board.rows[0]!)
    expect(aside.map(line => [line.name, line.foot])).toEqual([['丙镇', '无任务']])
    expect(all.map(line => line.main)).toEqual(['8', '—', ''])
    const open = makeWorld(makePlan([makeTarget()]), [report('2020-09-01', 'a', 8)])
    const free = targetContent({ ...sources, index: open.index, board: open.board('2020-09-15') }, open.board('2020-09-15').rows[0]!)
    expect([free.lines.length, free.aside[0]!.foot, free.finding]).toEqual([0, '不亮灯', '没有可排的地方'])
  })
})
