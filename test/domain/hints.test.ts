/** 数据核实提示: every rule speaks where it should and keeps silent just beside; the sample depends on its seed alone. */
import { describe, expect, it } from 'vitest'
import { knownAtLimit } from '../../src/domain/clock'
import type { LedgerEvent } from '../../src/domain/event'
import { hintKey, hintsOf, sampleOf } from '../../src/domain/hints'
import type { Hint, HintRule } from '../../src/domain/hints'
import type { Target } from '../../src/domain/plan'
import { allocate, exempt, late, makeEvent, report, worldOf } from './makers'

const limit = knownAtLimit(late)
function hints(target: Partial<Target>, events: readonly LedgerEvent[], asOf = '2020-09-30', rule?: HintRule): Hint[] {
  return hintsOf(worldOf(target, events).history, { asOf, limit }).filter(hint => rule === undefined || hint.rule === rule)
}
const areasOf = (list: readonly Hint[]) => list.map(hint => hint.area)
/** Month ends of 2020 from January on. */
const ends = ['2020-01-31', '2020-02-29', '2020-03-31', '2020-04-30', '2020-05-31', '2020-06-30', '2020-07-31', '2020-08-31', '2020-09-30']
const monthly = (area: string, values: readonly number[]) => values.map((value, i) => report(ends[i]!, area, value))

describe('falls', () => {
  it('a cumulative value below the one before, whatever the note; not an equal one, not a stock', () => {
    const events = [report('2020-03-31', 'a', 5), report('2020-06-30', 'a', { value: 4, note: '核减重复' }), report('2020-03-31', 'b', 5), report('2020-06-30', 'b', 5)]
    expect(hints({}, events, undefined, 'falls')).toMatchObject([{ target: '1.1-1', area: 'a', at: '2020-06-30', facts: { value: 4, was: 5 } }])
    expect(hints({ measure: 'stock' }, events, undefined, 'falls')).toEqual([])
  })
  it('a correction of the same day is no fall', () => {
    expect(hints({}, [report('2020-06-30', 'a', 5), report('2020-06-30', 'a', 4)], undefined, 'falls')).toEqual([])
  })
})

describe('jump', () => {
  const goal = allocate({ a: 100, b: 100, c: 100 })
  it('a fifth of the goal and three times the usual increase, in the last days before the cut-off', () => {
    const found = hints({ goal: { op: '>=', value: 300 } }, [goal, ...monthly('a', [5, 10, 15, 45]), ...monthly('b', [5, 10, 15, 34]), ...monthly('c', [10, 20, 30, 55])], '2020-04-30', 'jump')
    expect(found).toMatchObject([{ area: 'a', facts: { value: 45, was: 15, share: 6 } }])
  })
  it('not days before the cut-off, not without two periods to compare', () => {
    expect(hints({ goal: { op: '>=', value: 300 } }, [goal, ...monthly('a', [5, 10, 15]), report('2020-04-15', 'a', 45)], '2020-04-30', 'jump')).toEqual([])
    expect(hints({ goal: { op: '>=', value: 300 } }, [goal, report('2020-03-31', 'a', 5), report('2020-04-30', 'a', 45)], '2020-04-30', 'jump')).toEqual([])
  })
  it('the cut-off is the calendar’s own', () => {
    const calendar = makeEvent('calendar', '2020-01-01', { cutoffDay: 25, submitDay: 28, shift: 'none', lockDays: null, holidays: [], workdays: [] })
    const values = [[5, '01-25'], [10, '02-25'], [15, '03-25'], [45, '04-24']] as const
    expect(areasOf(hints({ goal: { op: '>=', value: 300 } }, [calendar, goal, ...values.map(([value, day]) => report(`2020-${day}`, 'a', value))], '2020-04-30', 'jump'))).toEqual(['a'])
  })
})

describe('same', () => {
  const all = (value: number, day = '2020-06-30') => ['a', 'b', 'c'].map(area => report(day, area, value))
  it('three areas with the same number on the same day', () => {
    expect(hints({}, all(17), undefined, 'same')).toMatchObject([{ area: 'a', facts: { value: 17, areas: ['a', 'b', 'c'] } }, { area: 'b' }, { area: 'c' }])
    expect(areasOf(hints({ measure: 'rate', unit: '%' }, ['a', 'b', 'c'].map(area => report('2020-06-30', area, { numerator: 12, denominator: 20 })), undefined, 'same'))).toEqual(['a', 'b', 'c'])
  })
  it('not two, not small numbers, not the goal itself, not levels that are the same by nature', () => {
    expect(hints({}, [...all(17).slice(1), report('2020-06-30', 'a', 18)], undefined, 'same')).toEqual([])
    expect(hints({}, all(9), undefined, 'same')).toEqual([])
    expect(hints({}, [allocate({ a: 17, b: 17, c: 17 }), ...all(17)], undefined, 'same')).toEqual([])
    expect(hints({ measure: 'standard', unit: '元' }, all(602), undefined, 'same')).toEqual([])
    expect(hints({ measure: 'rate', unit: '%' }, ['a', 'b', 'c'].map(area => report('2020-06-30', area, { numerator: 20, denominator: 20 })), undefined, 'same')).toEqual([])
  })
})

describe('unaccepted', () => {
  const ladder = [{ id: 's', name: '开工', share: 0.3 }, { id: 'b', name: '建成', share: 0.8 }, { id: 'y', name: '验收', share: 1 }]
  const sites = (...stages: string[]) => ({ items: stages.map((stage, i) => ({ id: String(i), name: `点${i}`, stage })) })
  it('complete by a plain value, or at a ladder that counts before its acceptance', () => {
    expect(areasOf(hints({ ladder }, [allocate({ a: 2, b: 2 }), report('2020-06-30', 'a', 2), report('2020-06-30', 'b', 1)], undefined, 'unaccepted'))).toEqual(['a'])
    const early = { ladder, countsAt: 'b' }
    expect(areasOf(hints(early, [allocate({ a: 2, b: 2, c: 2 }), report('2020-06-30', 'a', sites('b', 'b')), report('2020-06-30', 'b', sites('b', 'y')), report('2020-06-30', 'c', sites('b', 's'))], undefined, 'unaccepted'))).toEqual(['a'])
  })
  it('a milestone that went past its acceptance', () => {
    const stages = [{ id: 'k', name: '开工' }, { id: 'y', name: '验收' }, { id: 'u', name: '运营' }]
    const events = [report('2020-06-30', 'a', { stages: { k: '2020-02-01', u: '2020-06-01' } }), report('2020-06-30', 'b', { stages: { k: '2020-02-01', y: '2020-05-01', u: '2020-06-01' } }), report('2020-06-30', 'c', { stages: { k: '2020-02-01' } })]
    expect(areasOf(hints({ measure: 'milestone', goal: { op: '>=', value: 1 }, stages }, events, undefined, 'unaccepted'))).toEqual(['a'])
  })
  it('counts without a ladder have nothing to be accepted', () => {
    expect(hints({}, [allocate({ a: 2 }), report('2020-06-30', 'a', 2)], undefined, 'unaccepted')).toEqual([])
  })
})

describe('over', () => {
  it('more than twice the goal; not twice, not a ceiling, not an unknown goal', () => {
    const events = [report('2020-06-30', 'a', 21), report('2020-06-30', 'b', 20), report('2020-06-30', 'c', 99)]
    expect(hints({}, [allocate({ a: 10, b: 10 }), ...events], undefined, 'over')).toMatchObject([{ area: 'a', facts: { share: 2.1 } }])
    expect(hints({ goal: { op: '<=', value: 5 } }, events, undefined, 'over')).toEqual([])
    expect(hints({}, events, undefined, 'over')).toEqual([])
  })
})

describe('still', () => {
  const goal = allocate({ a: 10, b: 10, c: 10 })
  it('the same at four cut-offs while the plan moved on', () => {
    const events = [goal, ...monthly('a', [1, 2, 3, 3, 3, 3]), ...monthly('b', [1, 2, 3, 4, 4, 4]), report('2020-03-31', 'c', 10)]
    expect(hints({ goal: { op: '>=', value: 30 } }, events, '2020-06-30', 'still')).toMatchObject([{ area: 'a', facts: { value: 3, since: '2020-04' } }])
    // Before the cut-off of the month, the months before it are looked at.
    expect(hints({ goal: { op: '>=', value: 30 } }, events, '2020-06-29', 'still')).toEqual([])
  })
  it('a number reported anew without change stands still as well; a step has nothing to move before its day', () => {
    expect(areasOf(hints({ goal: { op: '>=', value: 30 } }, [goal, report('2020-02-29', 'a', 3)], '2020-06-30', 'still'))).toEqual(['a'])
    expect(hints({ goal: { op: '>=', value: 30 }, schedule: 'step' }, [goal, report('2020-02-29', 'a', 3)], '2020-06-30', 'still')).toEqual([])
  })
})

describe('pace', () => {
  const at = (area: string, first: number, second: number) => [report('2020-06-30', area, first), report('2020-07-31', area, second)]
  // 181 and 212 of 365 days of a goal of 1000.
  it('two reports equal to the pace to the last digit', () => {
    const events = [allocate({ a: 1000, b: 1000, c: 50 }), ...at('a', 496, 581), ...at('b', 490, 581), ...at('c', 25, 29)]
    expect(hints({ goal: { op: '>=', value: 2050 } }, events, undefined, 'pace')).toMatchObject([{ area: 'a', facts: { value: 581 } }])
  })
})

describe('the list', () => {
  it('leaves alone who is not asked or exempt, and what was retracted or returned', () => {
    const falling = [report('2020-03-31', 'a', 5), report('2020-06-30', 'a', 4)]
    expect(hints({}, [allocate({ a: null, b: 20 }), ...falling], undefined, 'falls')).toEqual([])
    expect(hints({}, [exempt('exempt', 'a'), ...falling], undefined, 'falls')).toEqual([])
    expect(hints({}, [...falling, makeEvent('review', '2020-07-01', { event: falling[1]!.id, verdict: 'returned', reason: '错' })], undefined, 'falls')).toEqual([])
  })

  it('a sample is the same for the same seed, another for another, and takes each cell once', () => {
    const many = Array.from({ length: 40 }, (_, i): Hint => ({ rule: i % 2 === 0 ? 'falls' : 'over', target: `t${i >> 2}`, area: `a${i >> 1 & 1}`, report: 'r', at: '2020-06-30', facts: { value: 1, was: 2, since: null, areas: [], share: null } }))
    const keys = (seed: string, count = 6) => sampleOf(many, count, seed).map(hintKey)
    expect(keys('1')).toEqual(keys('1'))
    expect(keys('1')).not.toEqual(keys('2'))
    expect(new Set(keys('1').map(key => key.split('/').slice(1).join('/'))).size).toBe(6)
    expect(keys('1', 99)).toHaveLength(20)
    // A larger sample holds the smaller one: the draw is an order.
    expect(keys('1', 9)).toEqual(expect.arrayContaining(keys('1', 6)))
  })
})
