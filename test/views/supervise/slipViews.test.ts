/** The list, the steps offered and the stamps of every slip of the five demo years, held against the ledger's own rules. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { zhSlips } from '../../../src/components/slips/slipWords'
import type { Command } from '../../../src/domain/decide'
import { decide } from '../../../src/domain/decide'
import { addDays } from '../../../src/domain/days'
import { demoEvents } from '../../../src/domain/demo'
import { demoDay } from '../../../src/domain/demoDay'
import { foldEvents } from '../../../src/domain/history'
import { indexPlan } from '../../../src/domain/plan'
import type { Plan } from '../../../src/domain/plan'
import { boardOf } from '../../../src/domain/rollUp'
import type { Slip } from '../../../src/domain/slip'
import { daysLeft, isOpen, isOverdue, slipsOf } from '../../../src/domain/slip'
import type { SlipStepData, SlipStepKind } from '../../../src/domain/slipEvents'
import { slipSteps } from '../../../src/domain/slipEvents'
import { pinyinPlace } from '../../../src/views/find/pinyin'
import { searchMatters } from '../../../src/views/supervise/matterSearch'
import { actsOf, courseStamps, levelsAbove, ruleTo } from '../../../src/views/supervise/slipActs'
import { waitingText } from '../../../src/views/supervise/slipLines'
import { groupSlips, listOrders, nearDays, sideOf, slipsOfCell, turnOf } from '../../../src/views/supervise/slipTurns'

const sides = ['office', 'unit'] as const
const dataOf = (slip: Slip, step: SlipStepKind, day: string): SlipStepData => {
  const text = '如实写明'
  switch (step) {
    case 'receive': case 'close': return { step }
    case 'reply': return { step, text, evidence: [] }
    case 'return_reply': return { step, reply: slip.replies.findLast(one => one.returned === null)?.event ?? '', reason: text }
    case 'remind': case 'interview': case 'publish': case 'sign': return { step, text }
    case 'ask_extension': return { step, due: addDays(slip.due > day ? slip.due : day, 9), reason: text, progress: text }
    case 'settle_extension': return { step, ask: slip.pending?.event ?? '', verdict: 'granted', due: addDays(slip.due, 5), reason: text }
    case 'escalate': { const level = levelsAbove(slip)[0]?.id ?? slip.level; return { step, level, rule: ruleTo(slip, level), reason: text } }
    case 'apply': return { step, text, acceptance: text }
    case 'verify': return { step, text, way: 'papers', isMet: true, met: [...slip.order.closure] }
    case 'send_back': case 'withdraw': return { step, reason: text }
    case 'reopen': return { step, reason: text, due: addDays(day, 10) }
  }
}

describe.each(['quanzhou-tsz-2023', 'zhengxiang-2022', 'jinjiang-2020', 'jiangsu-2023', 'xiamen-2022'])('%s', id => {
  const index = indexPlan(JSON.parse(readFileSync(new URL(`../../../data/plans/${id}.json`, import.meta.url), 'utf8')) as Plan)
  const history = foldEvents(index, demoEvents(index))
  const day = demoDay(index.plan)
  const present = { today: day, limit: '9999' }
  const slips = slipsOf(history, { asOf: day, limit: '9999' })

  it('every slip stands in one group, whatever the order, and in the group that its state and days ask for', () => {
    expect(slips.length).toBeGreaterThan(8)
    for (const side of sides) {
      for (const order of listOrders) {
        const groups = groupSlips(slips, order, side, day, index)
        expect(groups.every(group => group.slips.length > 0)).toBe(true)
        expect(groups.flatMap(group => group.slips.map(slip => slip.order.id)).sort()).toEqual(slips.map(slip => slip.order.id).sort())
      }
      for (const slip of slips) {
        const turn = turnOf(slip, side, day)
        if (turn === 'done') expect(isOpen(slip)).toBe(false)
        if (turn === 'overdue') expect(isOverdue(slip, day)).toBe(true)
        if (turn === 'near') expect([daysLeft(slip, day) <= nearDays, isOverdue(slip, day)]).toEqual([true, false])
        if (turn === 'mine') expect(sideOf(slip)).toBe(side)
        if (turn === 'theirs') expect([isOpen(slip), sideOf(slip) === side]).toEqual([true, false])
      }
    }
    const [first] = groupSlips(slips, 'turn', 'office', day, index)
    expect(first!.slips.map(slip => slip.due)).toEqual(first!.slips.map(slip => slip.due).sort())
  })

  it('offers exactly the steps that the ledger takes', () => {
    for (const slip of slips) {
      const offered = new Set(sides.flatMap(side => actsOf(slip, side, day)))
      const isTaken = (step: SlipStepKind): boolean => decide(history, { kind: 'slip_step', slip: slip.order.id, at: day, ...dataOf(slip, step, day) } as Command, present).ok
      const isSignable = slip.order.closure.every(one => slip.met.includes(one))
      for (const step of slipSteps) {
        const isAskedLate = step === 'ask_extension' && day > slip.due && slip.pending === null
        if (!isAskedLate && !(step === 'sign' && !isSignable)) expect([slip.order.number, step, offered.has(step)]).toEqual([slip.order.number, step, isTaken(step)])
      }
    }
  })

  it('stamps stand in the order of their days, with today only while something is still to come', () => {
    for (const slip of slips) {
      const stamps = courseStamps(slip, day)
      const days = stamps.flatMap(stamp => (stamp.on === null ? [] : [stamp.on]))
      expect(days).toEqual([...days].sort())
      expect(stamps.findIndex(stamp => stamp.on === null) === -1 || stamps.slice(stamps.findIndex(stamp => stamp.on === null)).every(stamp => stamp.on === null)).toBe(true)
      expect(stamps.filter(stamp => stamp.kind !== 'today').map(stamp => stamp.kind).sort()).toEqual(['answered', 'applied', 'closed', 'due', 'issued', 'received', ...(slip.reopened > 0 ? ['reopened'] : [])])
      expect(stamps.some(stamp => stamp.kind === 'today')).toBe(slip.closedOn === null && slip.state !== 'withdrawn')
      expect(waitingText(slip, day, zhSlips, text => text)).not.toMatch(/undefined|null|^$/)
    }
  })

  it('a cell knows its open slips, and is found by its words', () => {
    const board = boardOf(history, { asOf: day, knownAt: day })
    for (const slip of slips.filter(one => isOpen(one) && one.order.target !== undefined)) {
      const { target, area } = slip.order
      expect(slipsOfCell(slips, target!, area ?? null)).toContain(slip)
      if (area === undefined) continue
      const typed = `${target} ${index.areas.get(area)!.area.name}`
      const found = searchMatters(index, board, typed, pinyinPlace)
      expect(found[0]).toMatchObject({ target, area })
    }
    expect(searchMatters(index, board, '   ', pinyinPlace)).toEqual([])
    expect(searchMatters(index, board, '没有这样的事', pinyinPlace)).toEqual([])
  })
})
