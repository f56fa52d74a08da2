/** What the big screen says is what the board says: counts, changes, red items, standings, facts of an item, missing reports. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { demoEvents } from '../../src/domain/demo'
import { knownAtLimit } from '../../src/domain/clock'
import { attentionOf } from '../../src/domain/changes'
import { courseOf } from '../../src/domain/curve'
import { explainFigure } from '../../src/domain/explain'
import { forecastIn } from '../../src/domain/forecast'
import { foldEvents } from '../../src/domain/history'
import { lampSince } from '../../src/domain/lampSince'
import { lastMeeting, meetingsOf } from '../../src/domain/meetings'
import { indexPlan } from '../../src/domain/plan'
import type { Plan } from '../../src/domain/plan'
import { boardOf } from '../../src/domain/rollUp'
import { countLamps } from '../../src/components/board/countLamps'
import { groupCounts } from '../../src/wording/lampLook'
import { screenPages } from '../../src/components/screen/wallPages'
import { wallSize } from '../../src/components/screen/wallLayout'
import { enWall, zhWall } from '../../src/components/screen/wallWords'
import { itemOf } from '../../src/views/screen/itemPage'
import { emptyOverviewOf, overviewOf } from '../../src/views/screen/overviewPage'
import { titleOf } from '../../src/views/screen/pageTitle'
import { unreportedOf } from '../../src/views/screen/unreportedPage'
import { turnCounts } from '../../src/views/changesOf'
import { en } from '../../src/app/messages/en'
import { zhCN } from '../../src/app/messages/zhCN'

const limit = knownAtLimit('2030-01-01')
function worldOf(id: string) {
  const index = indexPlan(JSON.parse(readFileSync(new URL(`../../data/plans/${id}.json`, import.meta.url), 'utf8')) as Plan)
  const asOf = `${index.plan.period.start.slice(0, 4)}-09-15`
  const history = foldEvents(index, demoEvents(index))
  const meetings = meetingsOf(history, limit)
  const meeting = lastMeeting(meetings, asOf)!
  return { index, history, meetings, meeting, asOf, board: boardOf(history, { asOf, knownAt: '2030-01-01' }), before: boardOf(history, { asOf: meeting.on, knownAt: meeting.on }) }
}
const worlds = ['quanzhou-tsz-2023', 'zhengxiang-2022', 'jinjiang-2020', 'jiangsu-2023', 'xiamen-2022'].map(worldOf)

describe.each(worlds)('$index.plan.id', ({ index, history, meetings, meeting, asOf, board, before }) => {
  const days = meetings.map(one => one.on)
  const overview = overviewOf(index, board, before, days, zhCN, zhWall)

  it('counts lamps as the legend does, and how many more or fewer than at the meeting', () => {
    const now = groupCounts(countLamps(board))
    const then = new Map(groupCounts(countLamps(before)).map(({ group, count }) => [group, count]))
    for (const { group, count } of now) {
      const shown = overview.counts.find(one => one.group === group)!
      const step = count - (then.get(group) ?? 0)
      expect(shown.count).toBe(count)
      expect(shown.moved).toBe(step === 0 ? '' : step > 0 ? `+${step}` : `−${-step}`)
    }
  })

  it('lists what turned, the worst items and the places by rank', () => {
    const turned = turnCounts(before, board)
    expect(overview.changes).toMatchObject({ better: turned.better, worse: turned.worse })
    expect(overview.changes!.items.length + overview.changes!.rest).toBe(turned.better + turned.worse)
    const late = attentionOf(board).filter(figure => figure.lamp !== 'no_data')
    expect(overview.reds.items.map(item => item.key)).toEqual(late.slice(0, 11).map(figure => `${figure.target}/${figure.area ?? ''}`))
    expect(overview.reds.red + overview.reds.amber).toBe(late.length)
    expect(overview.standings.length).toBe(board.areas.length)
    const first = overview.standings[0]!
    expect('code' in first && board.areas.find(one => one.area === first.code)!.rank).toBe(1)
    expect(overviewOf(index, board, null, days, en, enWall).changes).toBeNull()
  })

  it('says of every item what the board and its explanation say', () => {
    for (const page of screenPages(index, board, wallSize)) {
      if (page.kind !== 'item') continue
      const { row, figure, tone } = page
      const when = { asOf, limit }
      const since = lampSince(history, row.target.id, figure.area, when)
      const item = itemOf({ index, board, row, figure, tone, course: courseOf(index, history, row.target.id, figure.area, when), forecast: forecastIn(index, history, row, figure, when), since, meetings, messages: zhCN, words: zhWall })
      const one = explainFigure(index.plan, row, figure, asOf, days)
      expect(since).not.toBeNull()
      expect(item.facts[2]!.main).toBe(since!.days === 0 ? '今天' : String(since!.days))
      expect(item.toGreen).toBe(zhCN.toGreen(one, row.target))
      expect(item.why).toContain(zhCN.rule(one))
      const { curve } = item
      const scale = curve!.isPercent ? 100 : figure.goal!
      if (one.should === null) expect(curve!.should).toBeNull()
      else expect(curve!.should! / scale).toBeCloseTo(one.should, 9)
      expect(curve!.now).toBe(curve!.isPercent ? (figure.progress === null ? null : figure.progress * 100) : figure.value)
      expect(curve!.top).toBeGreaterThanOrEqual(scale)
      expect(item.facts.every(fact => fact.main !== '' && !`${fact.head}${fact.main}${fact.more}`.includes('undefined'))).toBe(true)
    }
  })

  it('misses as many reports as the legend counts, and titles every page', () => {
    const unreported = unreportedOf(index, board, zhCN, zhWall)
    expect(unreported.cells).toBe(countLamps(board).no_data ?? 0)
    expect(unreported.lines.reduce((sum, line) => sum + line.count, 0)).toBe(unreported.cells)
    for (const [messages, words] of [[zhCN, zhWall], [en, enWall]] as const)
      for (const page of screenPages(index, board, wallSize)) {
        const title = titleOf(page, { index, board, lastMeeting: meeting, meetings, unreported, messages, words })
        expect(title.title).not.toBe('')
        expect(`${title.title}${title.sub}`).not.toContain('undefined')
      }
  })
})

it('an empty plan shows its tasks', () => {
  const { index, asOf } = worlds[2]!
  const board = boardOf(foldEvents(index, []), { asOf, knownAt: '2030-01-01' })
  const empty = emptyOverviewOf(index, board, 'zh-CN')
  expect(empty).toMatchObject({ tasks: 26, targets: 50, shared: 0, sharable: 19 })
  expect(empty.chapters.reduce((sum, chapter) => sum + chapter.targets, 0)).toBe(50)
  expect(empty.areas.map(area => area.tasks)).toEqual(index.columns.map((_, i) => board.rows.filter(row => row.cells[i]?.asked === true).length))
})

it('the words are there in both languages, the English ones without 汉字', () => {
  const texts = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [])
  expect(Object.keys(enWall).sort()).toEqual(Object.keys(zhWall).sort())
  expect(texts(enWall).filter(text => /\p{Script=Han}/u.test(text))).toEqual([])
})
