/** A meeting's order of screens, what its decisions become, what became of promises, and the dates round it. */
import { expect, it } from 'vitest'
import { defaultCalendar } from '../../src/domain/calendar'
import { decide } from '../../src/domain/decide'
import type { Command } from '../../src/domain/decide'
import { foldEvents } from '../../src/domain/history'
import { agendaOf } from '../../src/domain/meetingAgenda'
import { nextPlanned, officeCalendar, yearDates } from '../../src/domain/meetingCalendar'
import { decisionCommand, proposedDecision } from '../../src/domain/meetingDecision'
import { endOf, followUpsOf, keptOf, notesOf, planningOf, promiseState, recordOf } from '../../src/domain/meetingRecord'
import { meetingsOf } from '../../src/domain/meetings'
import { indexPlan } from '../../src/domain/plan'
import { defaultPack } from '../../src/domain/rulePack'
import { boardOf } from '../../src/domain/rollUp'
import { slipsOf } from '../../src/domain/slip'
import { allocate, makeEvent, makePlan, makeTarget, report } from './makers'
import { issue, limit, order, step } from './slipMakers'

const plan = makePlan([makeTarget(), makeTarget({ id: '1.1-2', name: '全市任务', scope: 'whole', goal: { op: '>=', value: 5 } })])
const index = indexPlan(plan)
const meeting = (id: string, number: number, on: string, at = on) => makeEvent('meeting', at, { id, number, on, name: '' })
const first = meeting('m1', 1, '2020-05-15', '2020-05-01')
const second = meeting('m2', 2, '2020-06-30', '2020-06-01')
const events = [
  first, second, allocate({ a: 40, b: 6, c: 40 }), report('2020-05-10', 'a', 4), report('2020-05-10', 'b', 3), report('2020-06-28', 'a', 4), report('2020-06-28', 'b', 6), report('2020-06-28', 'c', 0),
  issue('2020-05-15', order({ id: 's1', number: '2020-01', target: '1.1-1', area: 'a', due: '2020-06-20', meeting: 'm1' })), issue('2020-05-15', order({ id: 's2', number: '2020-02', due: '2020-06-10', meeting: 'm1' })),
  issue('2020-05-15', order({ id: 's3', number: '2020-03', due: '2020-07-20', meeting: 'm1' })), issue('2020-05-20', order({ id: 's4', number: '2020-04', due: '2020-06-25' })), issue('2020-05-15', order({ id: 's5', number: '2020-05', due: '2020-06-25', meeting: 'm1' })),
  ...(['receive', 'reply', 'apply', 'verify', 'sign', 'close'] as const).map((one, i) => step(`2020-06-0${i + 1}`, {
    receive: { step: 'receive' as const }, reply: { step: 'reply' as const, text: '已报批', evidence: [] }, apply: { step: 'apply' as const, text: '办结', acceptance: '' },
    verify: { step: 'verify' as const, text: '到场', way: 'site' as const, isMet: true, met: [...defaultPack.slips.closure] }, sign: { step: 'sign' as const, text: '同意' }, close: { step: 'close' as const },
  }[one], 's2')),
  step('2020-06-01', { step: 'withdraw', reason: '并案' }, 's5'),
]
const history = foldEvents(index, events)
const when = { asOf: '2020-06-30', limit }
const slips = slipsOf(history, when)
const meetings = meetingsOf(history, limit)
const board = boardOf(history, { asOf: '2020-06-30', knownAt: limit })
const before = boardOf(history, { asOf: '2020-05-15', knownAt: limit })
const agenda = agendaOf(board, before, slips, meetings, meetings[1]!)

it('opens, follows up, shows changes, then red items one by one, new matters, the end', () => {
  expect(agenda.map(one => one.kind)).toEqual(['opening', 'followUps', 'changes', ...agenda.flatMap(one => (one.kind === 'red' ? ['red'] : [])), 'new', 'end'])
  const reds = agenda.flatMap(one => (one.kind === 'red' ? [one] : []))
  expect(reds.length).toBeGreaterThan(0)
  expect(reds.map(({ place, of }) => [place, of])).toEqual(reds.map((_, i) => [i + 1, reds.length]))
  expect(reds.every(({ figure }) => figure.lamp === 'behind' || figure.lamp === 'overdue')).toBe(true)
  // What an earlier meeting decided on the figure stands beside it.
  expect(reds.find(one => one.figure.area === 'c')!.promises).toEqual([])
  const all = agendaOf(boardOf(history, { asOf: '2020-12-31', knownAt: limit }), before, slips, meetings, meetings[1]!)
  expect(all.flatMap(one => (one.kind === 'red' && one.figure.area === 'a' ? one.promises.map(slip => slip.order.id) : []))).toEqual(['s1'])
})

it('follows up what meetings decided, neither what the office issued by itself nor what was withdrawn', () => {
  expect(followUpsOf(slips, meetings, meetings[1]!).map(slip => slip.order.id)).toEqual(['s1', 's2', 's3'])
  expect(agenda.flatMap(one => (one.kind === 'followUps' ? one.slips.map(slip => slip.order.id) : []))).toEqual(['s1', 's2', 's3'])
  expect(followUpsOf(slips, meetings, meetings[0]!)).toEqual([])
})

it('has a page of promises where there are none and several where there are many', () => {
  const many = slipsOf(foldEvents(index, [first, second, ...Array.from({ length: 20 }, (_, i) => issue('2020-05-15', order({ id: `x${i}`, number: `n${i}`, meeting: 'm1' })))]), when)
  const pages = (list: typeof many) => agendaOf(board, null, list, meetings, meetings[1]!).flatMap(one => (one.kind === 'followUps' ? [[one.page, one.pages, one.slips.length]] : []))
  expect([pages([]), pages(many)]).toEqual([[[1, 1, 0]], [[1, 3, 8], [2, 3, 8], [3, 3, 4]]])
})

it('says of each promise where it stands, and how many are kept', () => {
  const stateOf = (id: string, day = '2020-06-30') => promiseState(slipsOf(history, { ...when, asOf: day }).find(slip => slip.order.id === id)!, day)
  expect(['s1', 's2', 's3', 's5'].map(id => stateOf(id))).toEqual([{ kind: 'overdue', days: 10 }, { kind: 'kept', on: '2020-06-03', early: 7 }, { kind: 'left', days: 20 }, { kind: 'withdrawn' }])
  expect([stateOf('s2', '2020-06-04'), stateOf('s1', '2020-06-20')]).toEqual([{ kind: 'applied' }, { kind: 'left', days: 0 }])
  expect(keptOf(recordOf(history, meetings[0]!, slips, when).decisions)).toEqual({ kept: 1, all: 3 })
})

it('a decision with an owner is a slip of the pack\'s first level, without one a note', () => {
  const setting = { index, pack: defaultPack, meeting: meetings[1]!, meetingName: '第2次调度会', day: '2020-06-30', id: 'new', number: '2020-06' }
  const place = { target: '1.1-1', area: 'b' }
  expect(proposedDecision('7月20日前完成选址，8月10日前开工', place, setting)).toEqual({ lead: 'b', due: '2020-08-10' })
  expect(proposedDecision('养老服务科汇总', { target: null, area: null }, setting)).toEqual({ lead: 'yanglao', due: '2020-07-15' })
  expect(proposedDecision('提高认识', { target: null, area: null }, setting).lead).toBe('')
  const slip = decisionCommand({ ...place, text: ' 7月20日前完成选址 ', lead: 'b', due: '2020-07-20' }, setting)
  expect(slip).toMatchObject({ kind: 'slip', title: '完成选址', request: '7月20日前完成选址', level: 'notice', lead: 'b', assist: ['yanglao'], due: '2020-07-20', meeting: 'm2', target: '1.1-1', area: 'b', basis: '第2次调度会议定', at: '2020-06-30' })
  const note = decisionCommand({ target: null, area: null, text: '提高认识', lead: '', due: '' }, setting)
  expect(note).toEqual({ kind: 'meeting_note', id: 'new', meeting: 'm2', text: '提高认识', at: '2020-06-30' })
  const now = { today: '2020-06-30', limit }
  expect([slip, note].map(command => decide(history, command, now).ok)).toEqual([true, true])
})

it('an ended meeting takes no more notes and ends once; none ends before its day; an unknown one is refused', () => {
  const ended = foldEvents(index, [...events, makeEvent('meeting_end', '2020-05-15', { meeting: 'm1', snapshot: 'a'.repeat(64), asOf: '2020-05-15' })])
  const code = (command: Command, today = '2020-06-30') => { const answer = decide(ended, command, { today, limit }); return answer.ok ? 'ok' : answer.problem.code }
  const note = (of: string): Command => ({ kind: 'meeting_note', id: 'n', meeting: of, text: '记', at: '2020-06-29' })
  const end = (of: string): Command => ({ kind: 'meeting_end', meeting: of, snapshot: 'b'.repeat(64), asOf: '2020-06-30', at: '2020-06-30' })
  expect([note('m1'), end('m1'), note('m9'), note('m2'), end('m2')].map(one => code(one))).toEqual(['meeting_over', 'meeting_over', 'meeting_unknown', 'ok', 'ok'])
  expect(code(end('m2'), '2020-06-29')).toBe('meeting_early')
  expect(endOf(ended, 'm1', limit)).toMatchObject({ asOf: '2020-05-15', snapshot: 'a'.repeat(64) })
})

it('of one note the latest text holds, an empty one takes it away', () => {
  const noteOf = (id: string, text: string, at: string) => makeEvent('meeting_note', at, { id, meeting: 'm1', text })
  const noted = foldEvents(index, [first, noteOf('n1', '旧', '2020-05-15'), noteOf('n2', '另记', '2020-05-15'), noteOf('n1', '新', '2020-05-16'), noteOf('n2', '', '2020-05-17')])
  expect(notesOf(noted, 'm1', limit).map(note => note.text)).toEqual(['新'])
})

it('to call a meeting off, all the events that planned and moved it are retracted', () => {
  const moved = meeting('m2', 2, '2020-07-10', '2020-06-20')
  const both = foldEvents(index, [...events, moved])
  expect(planningOf(both, 'm2', limit)).toEqual([second.id, moved.id])
  const off = foldEvents(index, [...events, moved, ...planningOf(both, 'm2', limit).map(event => makeEvent('retract', '2020-06-21', { event }))])
  expect(meetingsOf(off, limit).map(one => one.id)).toEqual(['m1'])
})

it('the office\'s days of each month: cut-off, submitting with its shift, bulletin; recorded calendars go before the pack\'s', () => {
  expect(yearDates(defaultCalendar, null, '2020-01-01', '2020-02-29')).toEqual([{ month: '2020-01', cutoff: '2020-01-31', submitBy: '2020-01-05', bulletin: null }, { month: '2020-02', cutoff: '2020-02-29', submitBy: '2020-02-05', bulletin: null }])
  expect(yearDates({ ...defaultCalendar, cutoffDay: 20, submitDay: 25, shift: 'after' }, 31, '2020-04-01', '2020-04-30')).toEqual([{ month: '2020-04', cutoff: '2020-04-20', submitBy: '2020-04-27', bulletin: '2020-04-30' }])
  const recorded = foldEvents(index, [makeEvent('calendar', '2020-01-01', { cutoffDay: 25, submitDay: 28, shift: 'none', lockDays: null, holidays: [], workdays: [] })])
  expect([officeCalendar(history, when).calendar.cutoffDay, officeCalendar(recorded, when).calendar.cutoffDay]).toEqual([31, 25])
})

it('proposes the next number and a day a month on, within today and the plan\'s end', () => {
  expect(nextPlanned(meetings, '2020-06-30', '2020-12-31')).toEqual({ number: 3, on: '2020-07-30' })
  expect(nextPlanned([], '2020-03-01', '2020-12-31')).toEqual({ number: 1, on: '2020-03-01' })
  expect([nextPlanned(meetings, '2020-09-01', '2020-12-31').on, nextPlanned([{ ...meetings[1]!, on: '2020-12-20' }], '2020-12-20', '2020-12-31').on]).toEqual(['2020-09-01', '2020-12-31'])
})
