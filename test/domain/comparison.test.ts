/** Comparing two boards: laws by property, and each cause by an example that one can follow by hand. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knownAtLimit } from '../../src/domain/clock'
import { compareBoards, figuresIn, summaryOf } from '../../src/domain/comparison'
import type { Comparison } from '../../src/domain/comparison'
import type { LampCounts } from '../../src/domain/board'
import type { LedgerEvent } from '../../src/domain/event'
import { foldEvents } from '../../src/domain/history'
import type { When } from '../../src/domain/history'
import { laterEntries } from '../../src/domain/laterEntries'
import { indexPlan } from '../../src/domain/plan'
import { boardOf } from '../../src/domain/rollUp'
import { allocate, exempt, makeEvent, makePlan, makeTarget, report } from './makers'
import { asked, index, ledger } from './randomLedger'

const when = ({ asOf, knownAt }: { asOf: string, knownAt: string }): When => ({ asOf, limit: knownAtLimit(knownAt) })
const turned = { better: 'worse', worse: 'better', same: 'same' } as const

describe('laws', () => {
  it('both boards are boardOf, transitions sum to the figures with a lamp, and row and column sums are the lamps of the boards', () => {
    fc.assert(fc.property(ledger, asked, asked, (events, one, other) => {
      const history = foldEvents(index, events)
      const { before, after, figures } = compareBoards(history, index, when(one), when(other))
      expect(before.rows).toEqual(boardOf(history, one).rows)
      expect(after.rows).toEqual(boardOf(history, other).rows)
      const { transitions, lamps } = summaryOf(figures)
      expect(transitions.reduce((sum, { count }) => sum + count, 0)).toBe(lamps)
      for (const [side, part] of [['before', 'from'], ['after', 'to']] as const) {
        const counts: LampCounts = {}
        for (const figure of figures) { const { lamp } = figure[side]; if (lamp !== null) counts[lamp] = (counts[lamp] ?? 0) + 1 }
        const sums: LampCounts = {}
        for (const one of transitions) { const lamp = one[part]; if (lamp !== null) sums[lamp] = (sums[lamp] ?? 0) + one.count }
        expect(sums).toEqual(counts)
      }
    }), { numRuns: 500 })
  })
  it('a moment against itself differs in nothing', () => {
    fc.assert(fc.property(ledger, asked, (events, query) => {
      const { figures } = compareBoards(foldEvents(index, events), index, when(query), when(query))
      expect(figures.filter(figure => figure.difference !== null)).toEqual([])
      expect(summaryOf(figures)).toMatchObject({ turned: 0, moved: 0 })
    }), { numRuns: 300 })
  })
  it('exchanging the sides exchanges before and after, better and worse, and leaves every cause', () => {
    fc.assert(fc.property(ledger, asked, asked, (events, one, other) => {
      const history = foldEvents(index, events)
      const there = compareBoards(history, index, when(one), when(other)).figures
      const back = compareBoards(history, index, when(other), when(one)).figures
      expect(back).toEqual(there.map(({ before, after, difference, ...rest }) => ({ ...rest, before: after, after: before, difference: difference === null ? null : { ...difference, turn: turned[difference.turn] } })))
    }), { numRuns: 500 })
  })
  it('rows, and columns with the whole rows, are all of the plan', () => {
    fc.assert(fc.property(ledger, asked, asked, (events, one, other) => {
      const { figures } = compareBoards(foldEvents(index, events), index, when(one), when(other))
      const all = summaryOf(figures)
      const sumOf = (parts: readonly { turned: number, lamps: number }[]) => parts.reduce((sum, part) => [sum[0]! + part.turned, sum[1]! + part.lamps], [0, 0])
      expect(sumOf([...index.targets.keys()].map(target => summaryOf(figuresIn(figures, { target, area: null }))))).toEqual([all.turned, all.lamps])
      expect(sumOf([...index.columns.map(({ area }) => summaryOf(figuresIn(figures, { target: null, area: area.code }))), summaryOf(figures.filter(figure => figure.area === null))])).toEqual([all.turned, all.lamps])
    }), { numRuns: 200 })
  })
  it('on one day a difference comes from knowledge alone, and with one knowledge never from a late entry', () => {
    fc.assert(fc.property(ledger, asked, asked, (events, one, other) => {
      const history = foldEvents(index, events)
      const causes = (figures: Comparison['figures']) => new Set(figures.flatMap(figure => figure.difference?.cause ?? []))
      const sameDay = causes(compareBoards(history, index, when(one), when({ ...one, knownAt: other.knownAt })).figures)
      expect(sameDay.has('progress') || sameDay.has('time')).toBe(false)
      const sameKnowledge = causes(compareBoards(history, index, when(one), when({ ...other, knownAt: one.knownAt })).figures)
      expect(sameKnowledge.has('late') || sameKnowledge.has('correction')).toBe(false)
    }), { numRuns: 500 })
  })
  it('on one day an allocation taken back is an order, also where the total keeps its goal', () => {
    const moment = (day: string, counter: string) => ({ recordedAt: `2020-01-0${day}T00:00:00.000Z/${counter}/dev-0000000000000001` })
    const given = allocate({ c1: 6, c: null }, '2020-01-03', 'frequency', moment('6', '0001'))
    const history = foldEvents(index, [given, makeEvent('report', '2019-11-26', { target: 'frequency', area: 'c1', value: 23 }, moment('5', '0000')), makeEvent('retract', '2020-06-01', { event: given.id }, moment('7', '0000'))])
    const { figures } = compareBoards(history, index, when({ asOf: '2020-01-03', knownAt: '2020-01-06' }), when({ asOf: '2020-01-03', knownAt: '2020-01-07' }))
    expect([...new Set(figures.flatMap(figure => figure.difference?.cause ?? []))]).toEqual(['amended'])
  })
})

const recorded = (day: string) => ({ recordedAt: `${day}T02:00:00.000Z/0000/dev-0000000000000001` })
const plan = makePlan([makeTarget({ areas: undefined }), makeTarget({ id: '1.1-2', measure: 'milestone', scope: 'whole', goal: { op: '>=', value: 1 }, stages: [{ id: 'x', name: '立项', due: '2020-06-30' }, { id: 'y', name: '开工', due: '2020-11-30' }] })])
const small = indexPlan(plan)
const shares = allocate({ a: 10, b: 10, c: 10 }, '2020-01-01', '1.1-1', recorded('2020-01-02'))

function differenceOf(events: readonly LedgerEvent[], from: [string, string], to: [string, string], area: string | null = 'a', target = '1.1-1') {
  const { figures } = compareBoards(foldEvents(small, [shares, ...events]), small, when({ asOf: from[0], knownAt: from[1] }), when({ asOf: to[0], knownAt: to[1] }))
  const found = figures.find(figure => figure.target === target && figure.area === area)!
  return found.difference === null ? null : { cause: found.difference.cause, event: found.difference.event?.id ?? null, turn: found.difference.turn, lamps: [found.before.lamp, found.after.lamp], values: [found.before.value, found.after.value] }
}
const may = report('2020-05-31', 'a', 4, '1.1-1', recorded('2020-06-01'))

describe('causes', () => {
  it('progress: reported for a day after the first', () => {
    const august = report('2020-08-31', 'a', 9, '1.1-1', recorded('2020-09-01'))
    expect(differenceOf([may, august], ['2020-05-31', '2020-06-02'], ['2020-09-15', '2020-09-15'])).toEqual({ cause: 'progress', event: august.id, turn: 'same', lamps: ['on_pace', 'ahead'], values: [4, 9] })
  })
  it('late: for a day before the first, written after it', () => {
    const late = report('2020-05-20', 'b', 4, '1.1-1', recorded('2020-06-20'))
    expect(differenceOf([late], ['2020-05-31', '2020-05-31'], ['2020-05-31', '2020-09-15'], 'b')).toEqual({ cause: 'late', event: late.id, turn: 'better', lamps: ['no_data', 'on_pace'], values: [null, 4] })
    expect(differenceOf([late], ['2020-05-31', '2020-09-15'], ['2020-05-31', '2020-05-31'], 'b')).toMatchObject({ cause: 'late', turn: 'worse' })
  })
  it('correction: another report for the same day, a retraction, a return', () => {
    const corrected = report('2020-05-31', 'a', 1, '1.1-1', recorded('2020-06-20'))
    const retracted = makeEvent('retract', '2020-06-20', { event: may.id }, recorded('2020-06-20'))
    const returned = makeEvent('review', '2020-06-20', { event: may.id, verdict: 'returned', reason: '不符' }, recorded('2020-06-20'))
    for (const [event, lamp, value] of [[corrected, 'behind', 1], [retracted, 'no_data', null], [returned, 'no_data', null]] as const)
      expect(differenceOf([may, event], ['2020-05-31', '2020-06-02'], ['2020-05-31', '2020-09-15'])).toEqual({ cause: 'correction', event: event.id, turn: 'worse', lamps: ['on_pace', lamp], values: [4, value] })
  })
  it('a report first made late and put right later is late to the one who knew neither', () => {
    const first = report('2020-05-20', 'b', 9, '1.1-1', recorded('2020-06-20'))
    const second = report('2020-05-20', 'b', 4, '1.1-1', recorded('2020-06-25'))
    expect(differenceOf([first, second], ['2020-05-31', '2020-05-31'], ['2020-05-31', '2020-09-15'], 'b')).toMatchObject({ cause: 'late', event: second.id })
    expect(differenceOf([first, second], ['2020-05-31', '2020-06-21'], ['2020-05-31', '2020-09-15'], 'b')).toMatchObject({ cause: 'correction', event: second.id })
  })
  it('amended: share, goal or exemption', () => {
    const more = allocate({ a: 30, b: 10, c: 10 }, '2020-07-01', '1.1-1', recorded('2020-07-01'))
    expect(differenceOf([may, more], ['2020-05-31', '2020-06-02'], ['2020-07-10', '2020-07-10'])).toMatchObject({ cause: 'amended', event: more.id, turn: 'worse' })
    const paused = { ...exempt('paused', 'a', '2020-06-20'), ...recorded('2020-06-20') }
    expect(differenceOf([may, paused], ['2020-05-31', '2020-06-02'], ['2020-06-30', '2020-06-30'])).toMatchObject({ cause: 'amended', event: paused.id, lamps: ['on_pace', 'paused'] })
  })
  it('time: nothing reported anew, or the same said again', () => {
    expect(differenceOf([may], ['2020-05-31', '2020-06-02'], ['2020-08-31', '2020-09-15'])).toEqual({ cause: 'time', event: null, turn: 'worse', lamps: ['on_pace', 'slightly_behind'], values: [4, 4] })
    const again = report('2020-08-30', 'a', { value: 4, note: '无变化' }, '1.1-1', recorded('2020-08-31'))
    expect(differenceOf([may, again], ['2020-05-31', '2020-06-02'], ['2020-08-31', '2020-09-15'])).toMatchObject({ cause: 'time', event: null })
  })
  it('whole rows are one line: a stage reported late', () => {
    const stage = report('2020-06-30', 'root', { stages: { x: '2020-06-20' } }, '1.1-2', recorded('2020-07-20'))
    expect(differenceOf([stage], ['2020-06-30', '2020-07-01'], ['2020-06-30', '2020-09-15'], null, '1.1-2')).toMatchObject({ cause: 'late', event: stage.id, lamps: ['no_data', 'on_pace'] })
  })
  it('补齐 becomes 完成 when the reaching was only written down late', () => {
    const due = makePlan([makeTarget({ due: '2020-06-30' })])
    const ofDue = indexPlan(due)
    const after = report('2020-07-15', 'a', 10, '1.1-1', recorded('2020-07-16'))
    const late = report('2020-06-28', 'a', 10, '1.1-1', recorded('2020-08-20'))
    const { figures } = compareBoards(foldEvents(ofDue, [shares, after, late]), ofDue, when({ asOf: '2020-07-31', knownAt: '2020-07-31' }), when({ asOf: '2020-07-31', knownAt: '2020-09-15' }))
    expect(figures[0]).toMatchObject({ before: { lamp: 'caught_up_late' }, after: { lamp: 'done' }, difference: { cause: 'late', event: { id: late.id } } })
  })
})

describe('what came in later', () => {
  const corrected = report('2020-05-31', 'a', 1, '1.1-1', recorded('2020-06-20'))
  const late = report('2020-05-20', 'b', 4, '1.1-1', recorded('2020-06-21'))
  const retracted = makeEvent('retract', '2020-06-22', { event: corrected.id }, recorded('2020-06-22'))
  const returned = makeEvent('review', '2020-06-23', { event: late.id, verdict: 'returned', reason: '不符' }, recorded('2020-06-23'))
  const history = foldEvents(small, [shares, may, corrected, late, retracted, returned, report('2020-06-30', 'c', 3, '1.1-1', recorded('2020-07-01'))])
  it('late reports, corrections, retractions and returns, the latest first, each with its figure before and after', () => {
    const entries = laterEntries(history, small, '2020-05-31', knownAtLimit('2020-06-02'), knownAtLimit('2020-09-15'))
    expect(entries.map(({ kind, area, at, old, now }) => [kind, area, at, old.value, now.value])).toEqual([
      ['returned', 'b', '2020-05-20', 4, null], ['retracted', 'a', '2020-05-31', 1, 4], ['late', 'b', '2020-05-20', null, 4], ['corrected', 'a', '2020-05-31', 4, 1],
    ])
  })
  it('nothing before the first moment, nothing after the second', () => {
    expect(laterEntries(history, small, '2020-05-31', knownAtLimit('2020-06-20'), knownAtLimit('2020-06-21')).map(one => one.kind)).toEqual(['late'])
    expect(laterEntries(history, small, '2020-05-31', knownAtLimit('2020-09-15'), knownAtLimit('2020-09-15'))).toEqual([])
  })
})
