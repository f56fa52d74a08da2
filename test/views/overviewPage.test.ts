/** The phone's overview says what the two boards say: every demo plan on its day, against the board of its last meeting. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { enOverview, zhOverview } from '../../src/components/phone/overviewWords'
import type { OverviewWords } from '../../src/components/phone/overviewWords'
import { zhCN } from '../../src/app/messages/zhCN'
import { lastMeeting, meetingsOf } from '../../src/domain/meetings'
import { demoEvents } from '../../src/domain/demo'
import { demoDay } from '../../src/domain/demoDay'
import type { Explanation } from '../../src/domain/explain'
import { foldEvents } from '../../src/domain/history'
import { indexPlan } from '../../src/domain/plan'
import type { Plan } from '../../src/domain/plan'
import { boardOf } from '../../src/domain/rollUp'
import { countLamps } from '../../src/components/board/countLamps'
import { attentionItemOf } from '../../src/views/cardOf'
import { turnCounts } from '../../src/views/changesOf'
import { byPlace, turnListsOf, waitingPlacesOf } from '../../src/views/phone/overviewPage'

describe.each(['quanzhou-tsz-2023', 'zhengxiang-2022', 'jinjiang-2020', 'jiangsu-2023', 'xiamen-2022'])('%s', id => {
  const index = indexPlan(JSON.parse(readFileSync(new URL(`../../data/plans/${id}.json`, import.meta.url), 'utf8')) as Plan)
  const history = foldEvents(index, demoEvents(index))
  const asOf = demoDay(index.plan)
  const meetings = meetingsOf(history, '9999')
  const meeting = lastMeeting(meetings, asOf)!
  const now = boardOf(history, { asOf, knownAt: '9999-12-31' })
  const then = boardOf(history, { asOf: meeting.on, knownAt: meeting.on })
  const rows = new Map(now.rows.map(row => [row.target.id, row]))
  const figureAt = (board: typeof now, target: string, area: string | null) => { const row = board.rows.find(one => one.target.id === target)!; return area === null ? row.total : row.cells.find(cell => cell.area === area)! }

  it('turns: at most five a way, counted as everywhere, lamps and values those of the boards', () => {
    const lists = turnListsOf(index, then, now, zhCN)
    const counts = turnCounts(then, now)
    for (const turn of ['worse', 'better'] as const) expect(lists.find(list => list.turn === turn)?.total ?? 0).toBe(counts[turn])
    for (const { items, total, still } of lists) {
      expect(items).toHaveLength(Math.min(5, total))
      expect(still).toBeLessThanOrEqual(total)
      for (const item of items) {
        const [was, is] = [figureAt(then, item.target, item.area), figureAt(now, item.target, item.area)]
        expect([item.from, item.to]).toEqual([was.lamp, is.lamp])
        expect(item.areaName).not.toBe('')
        if (was.value === is.value) expect(item.was).toBeNull()
      }
    }
  })

  it('who did not report: places add up to the count of the board, and the list follows their order', () => {
    const unreported = now.rows.flatMap(row => (row.cells.length > 0 ? row.cells : [row.total])).filter(figure => figure.lamp === 'no_data')
    const places = waitingPlacesOf(index, now, unreported)
    expect(places.reduce((sum, place) => sum + place.count, 0)).toBe(countLamps(now).no_data ?? 0)
    expect(places.map(place => place.count)).toEqual(places.map(place => place.count).sort((a, b) => b - a))
    expect(new Set(places.map(place => place.name)).size).toBe(places.length)
    expect([...new Set(byPlace(unreported, places).map(figure => figure.area))]).toEqual(places.map(place => place.area))
  })

  it('every late figure has its least step in a few words, in both languages', () => {
    const days = meetings.map(one => one.on)
    for (const row of now.rows) for (const figure of [row.total, ...row.cells]) {
      if (figure.lamp === null) continue
      const item = attentionItemOf(index, now, rows.get(row.target.id)!, figure, days, zhCN)
      const words = [zhOverview.green(item.why, item), enOverview.green(item.why, item)]
      expect(words.map(text => text === null)).toEqual([item.why.toGreen === null, item.why.toGreen === null])
      for (const text of words) if (text !== null) expect(text).not.toMatch(/undefined|NaN|null/)
      if (words[0] !== null) expect(words[0]!.length).toBeLessThan(24)
    }
  })
})

it('the words of every kind of step', () => {
  const say = (words: OverviewWords, toGreen: Explanation['toGreen'], isRate = false) => words.green({ toGreen } as Explanation, { unit: '个', isRate })
  const by = '2020-09-30'
  expect(say(zhOverview, { kind: 'amount', amount: 2, by })).toBe('再完成 2 个转绿')
  expect(say(zhOverview, { kind: 'amount', amount: 1.2, by }, true)).toBe('分子再加 2 转绿')
  expect(say(zhOverview, { kind: 'amount', amount: 0, by })).toBe('报现状即转绿')
  expect(say(zhOverview, { kind: 'stages', steps: 1, stage: '主体', by })).toBe('到「主体」转绿')
  expect(say(zhOverview, { kind: 'areas', areas: 3, by })).toBe('再 3 地达标转绿')
  expect(say(zhOverview, { kind: 'reduce', amount: 3, by })).toBe('减 3 个转绿')
  expect(say(zhOverview, { kind: 'report', by })).toBe('填报即转绿')
  expect(say(enOverview, { kind: 'amount', amount: 2, by })).toBe('+2 个 to green')
  expect(say(enOverview, null)).toBeNull()
})
