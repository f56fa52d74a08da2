import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LedgerEvent } from '../../src/domain/event'
import type { InboxItem } from '../../src/domain/inbox'
import { datesAhead } from '../../src/domain/datesAhead'
import { indexWithSetUp } from '../../src/domain/setUp'
import { byUnit, inboxOf, officeUnit } from '../../src/domain/inbox'
import { meetingsOf } from '../../src/domain/meetings'
import { reminderOf } from '../../src/domain/reminder'
import { defaultSlipRules } from '../../src/domain/rulePack'
import { slipsOf } from '../../src/domain/slip'
import { enReminder, zhDate, zhReminder } from '../../src/wording/reminderWords'
import { foldEvents } from '../../src/domain/history'
import { isOpen, isUnderWay } from '../../src/domain/slip'
import { course, index as slipIndex, someDay } from './slipMakers'
import { late, makeEvent, makePlan, makeTarget, makeWorld, report } from './makers'

const { levels, escalation } = defaultSlipRules
const order = (id: string, more: Record<string, unknown> = {}, at = '2020-06-01') => makeEvent('slip', at, { id, number: `2020-${id}`, title: `事项${id}`, level: 'blue', levels, escalation, basis: '会议', request: '办好', lead: 'a', assist: [], due: '2020-06-30', closure: [], ...more })
const step = (slip: string, at: string, data: Record<string, unknown>) => makeEvent('slip_step', at, { slip, ...data })
const reply = (slip: string, at: string) => step(slip, at, { step: 'reply', text: '办了', evidence: [] })

const plan = { ...makePlan([makeTarget({ due: '2020-06-30' }), makeTarget({ id: '1.1-2', name: '全县制度', measure: 'qualitative', unit: '', goal: { op: '>=', value: 1 }, scope: 'whole' })]), departments: [{ id: 'yanglao', name: '养老服务科' }, { id: 'ban', name: '办公室' }] }
/** The list of a unit on a day. */
function listOf(events: readonly LedgerEvent[], unit: string | null, asOf: string, drafts = 0): InboxItem[] {
  const { history, board } = makeWorld(plan, events)
  const when = { asOf, limit: late }
  return inboxOf(history, indexWithSetUp(history, late), slipsOf(history, when), unit, when, { board: board(asOf), meetings: meetingsOf(history, late), drafts })
}
const slipsIn = (list: readonly InboxItem[]): string[] => list.filter(item => item.slip !== null).map(item => `${item.kind} ${item.unit} ${item.days}`)

describe('a slip asks one thing of one side at a time', () => {
  const issued = order('1')
  const received = step('1', '2020-06-02', { step: 'receive' })
  test.each<[string, string, string, LedgerEvent[], string[], string[]]>([
    ['issued', '2020-06-01', 'receive', [issued], ['receive a 29'], ['receive a 29']],
    ['signed for', '2020-06-02', 'answer', [issued, received], ['answer a 28'], ['answer a 28']],
    ['three days before it is due', '2020-06-27', 'due_soon', [issued, received], ['due_soon a 3'], ['due_soon a 3']],
    ['on its day it is not overdue', '2020-06-30', 'due_soon', [issued, received], ['due_soon a 0'], ['due_soon a 0']],
    ['past it', '2020-07-02', 'overdue', [issued, received], ['overdue a -2'], ['overdue a -2']],
    ['answered: the office reads first', '2020-06-10', 'read_reply', [issued, received, reply('1', '2020-06-10')], ['apply a 20'], [`read_reply ${officeUnit} 20`]],
    ['applied: the office verifies', '2020-06-11', 'verify', [issued, received, step('1', '2020-06-11', { step: 'apply', text: '办结', acceptance: '' })], [], [`verify ${officeUnit} 19`]],
  ])('%s', (_, day, _kind, events, unit, office) => {
    expect(slipsIn(listOf(events, 'a', day))).toEqual(unit)
    expect(slipsIn(listOf(events, null, day))).toEqual(office)
  })

  test('a returned reply goes back to the unit, until it replies again', () => {
    const first = reply('1', '2020-06-05')
    const back = step('1', '2020-06-06', { step: 'return_reply', reply: first.id, reason: '没有说工期' })
    expect(slipsIn(listOf([issued, received, first, back], 'a', '2020-06-06'))).toEqual(['returned a 24'])
    expect(slipsIn(listOf([issued, received, first, back, reply('1', '2020-06-07')], null, '2020-06-07'))).toEqual([`read_reply ${officeUnit} 23`])
  })
  test('an extension waits on the office, then the unit is told, until it acts', () => {
    const ask = step('1', '2020-06-05', { step: 'ask_extension', due: '2020-07-20', reason: '公示', progress: '两处报批' })
    const settled = step('1', '2020-06-08', { step: 'settle_extension', ask: ask.id, verdict: 'granted', due: '2020-07-20', reason: '' })
    const asked = listOf([issued, received, ask], null, '2020-06-05')
    expect(slipsIn(asked)).toEqual([`settle_extension ${officeUnit} 25`])
    expect(asked.find(item => item.slip !== null)!.extension!.due).toBe('2020-07-20')
    expect(slipsIn(listOf([issued, received, ask, settled], 'a', '2020-06-08'))).toEqual(['answer a 42', 'extension_settled a 42'])
    expect(slipsIn(listOf([issued, received, ask, settled, reply('1', '2020-06-09')], 'a', '2020-06-09'))).toEqual(['apply a 41'])
  })
  test('those who assist are told; others and closed slips say nothing', () => {
    const events = [order('1', { assist: ['yanglao'] }), received]
    expect(slipsIn(listOf(events, 'yanglao', '2020-06-03'))).toEqual(['assist yanglao 27'])
    expect(slipsIn(listOf(events, 'b', '2020-06-03'))).toEqual([])
    expect(slipsIn(listOf([...events, step('1', '2020-06-03', { step: 'withdraw', reason: '并入他单' })], 'a', '2020-06-04'))).toEqual([])
  })
})

test('of any course, on any day: an open slip waits on exactly one side, a settled one on nobody; whoever assists is told while it is under way', () => fc.assert(fc.property(course, someDay, (events, day) => {
  const history = foldEvents(slipIndex, events)
  const when = { asOf: day, limit: late }
  const slips = slipsOf(history, when)
  const of = (unit: string | null) => inboxOf(history, slipIndex, slips, unit, when, { board: null, meetings: [], drafts: 0 }).filter(item => item.slip !== null)
  expect(of(null).map(item => item.slip!.order.id).sort()).toEqual(slips.filter(isOpen).map(slip => slip.order.id).sort())
  expect(of(null).every(item => item.unit === officeUnit || item.unit === item.slip!.order.lead)).toBe(true)
  const underWay = slips.filter(isUnderWay).map(slip => slip.order.id).sort()
  expect(of('a').filter(item => item.kind !== 'extension_settled').map(item => item.slip!.order.id).sort()).toEqual(underWay)
  expect(of('yanglao').map(item => item.slip!.order.id).sort()).toEqual(underWay)
}), { numRuns: 150 }))

describe('months, targets and what the office has of its own', () => {
  test('the closed month until it is reported: late after its submit day; a returned report is asked again', () => {
    const month = (events: LedgerEvent[], day: string) => listOf(events, 'a', day).filter(item => item.kind === 'period' || item.kind === 'report_returned').map(item => `${item.kind} ${item.title} ${item.count} ${item.due} ${item.severity}`)
    expect(month([], '2020-06-02')).toEqual(['period 2020-05 1 2020-06-05 soon'])
    expect(month([], '2020-06-09')).toEqual(['period 2020-05 1 2020-06-05 late'])
    expect(month([], '2020-01-20')).toEqual([])
    const said = report('2020-05-31', 'a', 8)
    expect(month([said], '2020-06-02')).toEqual([])
    expect(month([said, makeEvent('review', '2020-06-02', { event: said.id, verdict: 'returned', reason: '多了' })], '2020-06-02')).toEqual(['report_returned 新建服务站 1 2020-06-05 soon'])
  })
  test('the office sees months by unit, each cell once: what the plan reports itself stays with its department', () => {
    const months = listOf([], null, '2020-06-02').filter(item => item.kind === 'period')
    expect(months.map(item => `${item.unit} ${item.count}`).sort()).toEqual(['a 1', 'b 1', 'c 1', 'yanglao 1'])
  })
  test('a target that ends within the rules’ days and has no figure yet', () => {
    const near = (events: LedgerEvent[], day: string) => listOf(events, 'a', day).filter(item => item.kind === 'target_near').map(item => `${item.title} ${item.days}`)
    const shared = makeEvent('allocate', '2020-01-01', { target: '1.1-1', shares: { a: 8, b: 6, c: 6 } })
    expect(near([shared], '2020-06-10')).toEqual(['新建服务站 20'])
    expect(near([shared], '2020-05-01')).toEqual([])
    expect(near([shared, report('2020-06-05', 'a', 3)], '2020-06-10')).toEqual([])
  })
  test('drafts as a count, open rulings, the next meeting; the office’s own department sees the same', () => {
    const meeting = makeEvent('meeting', '2020-06-01', { id: 'm4', number: 4, on: '2020-06-20', name: '第4次调度会' })
    const finding = makeEvent('finding', '2020-06-01', { key: 'vague:1.1-1', conflict: 'vague', targets: ['1.1-1'], question: '多少？', decision: '', status: 'open' })
    const own = (unit: string | null) => listOf([meeting, finding], unit, '2020-06-02', 3).filter(item => item.unit === officeUnit).map(item => `${item.kind} ${item.count} ${item.days}`)
    expect(own(null)).toEqual(['meeting null 18', 'drafts 3 null', 'rulings 1 null'])
    expect(own('ban')).toEqual(own(null))
    expect(own('领导')).toEqual(own(null))
    expect(own('a')).toEqual([])
  })
  test('groups keep every item once, the office first', () => {
    const list = listOf([order('1'), order('2', { lead: 'b' }), reply('2', '2020-06-02')], null, '2020-06-02', 2)
    expect(byUnit(list)[0]!.unit).toBe(officeUnit)
    expect(byUnit(list).flatMap(group => group.items)).toHaveLength(list.length)
    expect(new Set(list.map(item => item.key)).size).toBe(list.length)
  })
})

describe('dates and reminders', () => {
  const events = [order('1'), order('2', { lead: 'b', due: '2020-06-03' }), makeEvent('allocate', '2020-01-01', { target: '1.1-1', shares: { a: 8, b: 6, c: 6 } }), makeEvent('meeting', '2020-06-01', { id: 'm4', number: 4, on: '2020-06-20', name: '' })]
  const { history, board } = makeWorld(plan, events)
  const when = { asOf: '2020-06-04', limit: late }
  const index = indexWithSetUp(history, late)
  const slips = slipsOf(history, when)
  const dates = (unit: string | null) => datesAhead(history, index, slips, unit, when, { board: board(when.asOf), meetings: meetingsOf(history, late) })
  const setting = { name: (unit: string) => index.areas.get(unit)?.area.name ?? unit, slipName: '督办单', asOf: when.asOf, sender: '测试局办公室', isDemo: false }

  test('dates still to come, each once: another unit’s slip is not mine, what is past is out', () => {
    expect(dates('a').map(date => `${date.id} ${date.day}`).slice(0, 6)).toEqual(['submit-2020-05 2020-06-05', 'meeting-m4 2020-06-20', 'cutoff-2020-06 2020-06-30', 'slip-1 2020-06-30', 'targets-2020-06-30 2020-06-30', 'submit-2020-06 2020-07-05'])
    expect(dates('b').some(date => date.kind === 'slip')).toBe(false)
    const all = dates(null)
    expect(new Set(all.map(date => date.id)).size).toBe(all.length)
    expect(all.every(date => date.day >= when.asOf)).toBe(true)
    expect(zhDate(all.find(date => date.id === 'slip-1')!, setting)).toEqual({ summary: '督办单2020-1 到期：事项1', description: '甲街道' })
    expect(zhDate(all.find(date => date.kind === 'meeting')!, setting).summary).toBe('第4次调度会')
  })
  test('a reminder names units and matters with their days, nobody else, and is cut short', () => {
    const items = inboxOf(history, index, slips, null, when, { board: board(when.asOf), meetings: [], drafts: 1 })
    const text = zhReminder(reminderOf(items, null), setting)
    expect(text).toBe(['【测试局办公室】截至6月4日待办：', '乙镇：', '1. 督办单2020-2“事项2”已逾期，限6月3日，逾期 1 天', '2. 5月填报 1 格还没报，限6月5日，还有 1 天', '甲街道：', '1. 5月填报 1 格还没报，限6月5日，还有 1 天', '2. 督办单2020-1“事项1”待签收，限6月30日，还有 26 天', '丙镇：', '1. 5月填报 1 格还没报，限6月5日，还有 1 天', 'yanglao：', '1. 5月填报 1 格还没报，限6月5日，还有 1 天', '请在挂图“待办”里办；不联网的，用报送包或书面反馈。已经办了的，请忽略。'].join('\n'))
    expect(zhReminder(reminderOf(items, 'b'), { ...setting, isDemo: true })).toMatch(/^【演示数据】[^甲丙]+$/)
    expect(enReminder(reminderOf(items, 'b'), setting)).not.toContain('undefined')
    const many = reminderOf(Array.from({ length: 9 }, (_, i) => ({ ...items.find(item => item.unit === 'a')!, key: String(i) })), 'a')
    expect([many[0]!.items.length, many[0]!.more]).toEqual([6, 3])
  })
})
