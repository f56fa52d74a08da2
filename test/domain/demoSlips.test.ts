/** The slips of a demo year: every state is there, every step is taken, all are about what the board shows, and no figure depends on them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { demoEvents } from '../../src/domain/demo'
import { demoDay } from '../../src/domain/demoDay'
import { fitsFurther, furtherOf } from '../../src/domain/further'
import { foldEvents } from '../../src/domain/history'
import { notesOf } from '../../src/domain/meetingRecord'
import type { Plan } from '../../src/domain/plan'
import { indexPlan } from '../../src/domain/plan'
import { boardOf } from '../../src/domain/rollUp'
import { isOpen, isOverdue, slipsOf } from '../../src/domain/slip'
import { proposalsOf } from '../../src/domain/slipProposals'
import { defaultPack } from '../../src/domain/rulePack'
import { cardProposals, cardsOf } from '../../src/domain/unitCards'
import { zhProposed, zhRequest } from '../../src/wording/slipWords'
import { dataFolder } from '../tools/projectFiles'

const limit = '9999-12-31T23:59:59.999Z/ffff/dev-ffffffffffffffff'
const made = ['quanzhou-tsz-2023', 'zhengxiang-2022', 'jinjiang-2020', 'jiangsu-2023', 'xiamen-2022'].map(id => {
  const plan = JSON.parse(readFileSync(join(dataFolder, 'plans', `${id}.json`), 'utf8')) as Plan
  const index = indexPlan(plan)
  const events = demoEvents(index)
  const history = foldEvents(index, events)
  const when = { asOf: demoDay(plan), limit }
  return { id, plan, index, events, history, when, slips: slipsOf(history, when) }
})

describe('the slips of the demo', () => {
  it('are fourteen of every plan, in all states, at every level, and nothing is out of turn', () => {
    for (const { id, slips, when } of made) {
      expect(slips.flatMap(slip => slip.outOfTurn), id).toEqual([])
      expect(slips.length, id).toBe(14)
      expect([...new Set(slips.map(slip => slip.state))].sort(), id).toEqual(['answered', 'applied', 'closed', 'issued', 'published', 'received', 'withdrawn'])
      expect([...new Set(slips.map(slip => slip.level))].sort(), id).toEqual(['blue', 'notice', 'red', 'yellow'])
      expect([slips.filter(slip => slip.pending !== null).length, slips.filter(slip => slip.reopened > 0).length, slips.filter(slip => isOverdue(slip, when.asOf)).length, slips.filter(isOpen).length], id).toEqual([1, 1, 2, 10])
      expect(slips.some(slip => slip.isNumberTwice), id).toBe(false)
      expect(slips.filter(slip => slip.state === 'closed').every(slip => slip.closedOn! <= slip.due), id).toBe(true)
    }
  })
  it('are about cells of the board, and named by one unit each: office, departments and townships write', () => {
    for (const { id, index, history, slips, when, events } of made) {
      const board = boardOf(history, { asOf: when.asOf, knownAt: limit })
      const figures = slips.filter(slip => slip.order.target !== undefined).map(({ order }) => {
        const row = board.rows.find(one => one.target.id === order.target)!
        return order.area === undefined ? row.total : row.cells.find(cell => cell.area === order.area)
      })
      expect(figures.every(figure => typeof figure?.lamp === 'string'), id).toBe(true)
      expect(slips.every(slip => index.areas.has(slip.order.lead) || index.departments.has(slip.order.lead)), id).toBe(true)
      expect(new Set(events.filter(event => event.type === 'slip_step').map(event => event.by?.unit)).size, id).toBeGreaterThan(3)
      expect(notesOf(history, 'm3', limit).length, id).toBe(1)
    }
  })
  it('change no figure, on no day', () => {
    for (const { id, index, events, history, plan } of made) {
      const bare = foldEvents(index, events.filter(event => !event.type.startsWith('slip') && event.type !== 'meeting_note'))
      for (const asOf of [plan.period.start, `${plan.period.start.slice(0, 4)}-06-30`, demoDay(plan), plan.period.end])
        for (const knownAt of [asOf, '9999-12-31']) expect(boardOf(history, { asOf, knownAt }), id).toEqual(boardOf(bare, { asOf, knownAt }))
    }
  })
  it('every further event of the demo is whole', () => {
    for (const { index, events, history } of made) {
      const further = events.filter(event => event.type.startsWith('slip') || event.type === 'meeting_note')
      expect(further.filter(event => !fitsFurther(index, event.type, event.data))).toEqual([])
      expect(furtherOf(history, 'slip_step', limit).length).toBeGreaterThan(30)
    }
  })
  it('leave something to propose, in words, and quickly', () => {
    for (const { id, index, history, slips, when } of made) {
      const board = boardOf(history, { asOf: when.asOf, knownAt: limit })
      const began = performance.now()
      const found = proposalsOf(history, index, board, slips, defaultPack, when)
      const took = performance.now() - began
expect(cardsOf(history, when).size).toBe(0)
      for (const one of cardProposals(history, index, board, slips, defaultPack, when)) expect(one.count).toBeGreaterThanOrEqual(one.rule.least)
      for (const one of found) {
        expect(zhProposed(one)).not.toBe('')
        expect(one.kind !== 'issue' || /^.+。$/.test(zhRequest(one))).toBe(true)
        expect(one.kind === 'issue' && slips.some(slip => isOpen(slip) && slip.order.target === one.target && (slip.order.area ?? null) === one.area)).toBe(false)
      }
      expect(found.length, id).toBeGreaterThan(0)
      expect(took, id).toBeLessThan(1000)
    }
  })
})
