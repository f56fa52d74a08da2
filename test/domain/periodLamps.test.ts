/** 逐月亮灯: as reported then, as known now, and 补齐 (semantics.md 30). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knownAtLimit } from '../../src/domain/clock'
import { monthEnd } from '../../src/domain/days'
import { foldEvents } from '../../src/domain/history'
import { periodLampsOf } from '../../src/domain/periodLamps'
import { boardOf } from '../../src/domain/rollUp'
import type { PeriodRules, RulePack } from '../../src/domain/rulePack'
import { defaultPack } from '../../src/domain/rulePack'
import { allocate, late, makeEvent, report, worldOf } from './makers'
import { day, index, ledger, targets } from './randomLedger'

const limit = knownAtLimit(late)
const at = (moment: string) => ({ recordedAt: `${moment}T02:00:00.000Z/0000/dev-0000000000000001` })
const given = allocate({ a: 20 }, '2020-01-01', '1.1-1', at('2020-01-02'))
const lampsOn = (events: Parameters<typeof worldOf>[1], asOf: string) => periodLampsOf(worldOf({}, [given, ...events ?? []]).history, '1.1-1', 'a', { asOf, limit })

describe('the lamp of a month', () => {
  it('closes on the 5th of the next month', () => {
    expect(lampsOn([], '2020-03-04').map(one => one.month)).toEqual(['2020-01'])
    expect(lampsOn([], '2020-03-05').map(one => one.month)).toEqual(['2020-01', '2020-02'])
    expect(lampsOn([], '2021-06-01')).toHaveLength(12)
  })

  it('keeps what was reported in time, and turns to 补齐 when a late report fills the month', () => {
    const lamps = lampsOn([report('2020-01-31', 'a', 2, '1.1-1', at('2020-02-03')), report('2020-02-29', 'a', 3.4, '1.1-1', at('2020-04-20'))], '2020-05-10')
    expect(lamps.slice(0, 2).map(one => [one.reported, one.known, one.isMadeUp])).toEqual([['on_pace', 'on_pace', false], ['slightly_behind', 'on_pace', true]])
  })

  it('turns to 补齐 when the value has since passed what was due then, though it was behind on the day', () => {
    const lamps = lampsOn([report('2020-01-31', 'a', 0, '1.1-1', at('2020-02-03')), report('2020-03-31', 'a', 5, '1.1-1', at('2020-04-02'))], '2020-04-10')
    expect(lamps.map(one => [one.reported, one.known, one.isMadeUp])).toEqual([['slightly_behind', 'slightly_behind', true], ['slightly_behind', 'slightly_behind', true], ['on_pace', 'on_pace', false]])
  })

  it('an empty month stays empty as reported, whatever came later', () => {
    const lamps = lampsOn([report('2020-01-31', 'a', 2, '1.1-1', at('2020-03-20'))], '2020-04-10')
    expect(lamps[0]).toMatchObject({ reported: 'no_data', known: 'on_pace', isMadeUp: true })
  })

  it('for any ledger each lamp is the one of the board of that day and that knowledge', () => {
    fc.assert(fc.property(ledger, day, fc.constantFrom(...targets), fc.constantFrom(null, 'a', 'c'), (events, asOf, target, area) => {
      const history = foldEvents(index, events)
      const lamps = periodLampsOf(history, target.id, target.scope === 'whole' ? null : area, { asOf, limit })
      for (const one of lamps) {
        const figureAt = (knownAt: string) => { const row = boardOf(history, { asOf: one.lastDay, knownAt }).rows.find(({ target: { id } }) => id === target.id)!; return area === null || target.scope === 'whole' ? row.total : row.cells.find(cell => cell.area === area)! }
        expect(one.reported).toBe(figureAt(one.submitBy).lamp)
        expect(one.known).toBe(figureAt(late).lamp)
        expect(one.submitBy <= asOf && one.submitBy.endsWith('-05')).toBe(true)
      }
    }), { numRuns: 60 })
  })
})

describe('by a rule pack', () => {
  const adopted = (period: Partial<PeriodRules>, lamps: Partial<RulePack['lamps']> = {}, on = '2020-01-01') => {
    const pack: RulePack = { ...defaultPack, id: 'own', lamps: { ...defaultPack.lamps, ...lamps, id: 'own' }, period: { ...defaultPack.period, ...period } }
    return makeEvent('rules', on, { pack: 'own', name: pack.name, basis: '会', lamps: pack.lamps, rules: pack }, at('2019-12-30'))
  }
  const monthly = (values: readonly number[]) => values.map((value, i) => report(monthEnd(`2020-0${i + 1}-01`), 'a', value, '1.1-1', at(`2020-0${i + 2}-03`)))
  const lamps = (events: Parameters<typeof worldOf>[1], asOf: string) => lampsOn(events, asOf).map(one => one.known)

  it('瓯海: a month whose own task was not done is red, and yellow once it was made up', () => {
    const lit = lampsOn([adopted({ by: 'month', missed: 'behind', madeUp: 'slightly_behind' }), ...monthly([2, 2, 6])], '2020-04-10')
    expect(lit.map(one => [one.reported, one.isMadeUp, one.madeUp])).toEqual([['on_pace', false, null], ['behind', true, 'slightly_behind'], ['on_pace', false, null]])
  })
  it('瓯海: what was done early counts for the months after it', () => {
    expect(lamps([adopted({ by: 'month', missed: 'behind' }), ...monthly([6, 6, 6])], '2020-04-10')).toEqual(['ahead', 'ahead', 'on_pace'])
  })
  it('三亚: a missed month is yellow, the second running red; a month whose own task was done is green though the sum lags', () => {
    const rules = adopted({ by: 'month', missed: 'slightly_behind', missedRunning: { months: 2, lamp: 'behind' } })
    expect(lamps([rules, ...monthly([0, 0, 0, 2])], '2020-05-10')).toEqual(['slightly_behind', 'behind', 'behind', 'on_pace'])
  })
  it('松阳: a month behind its goal is yellow, the last of a quarter red', () => {
    const rules = adopted({ missed: 'slightly_behind', missedQuarter: 'behind' }, { behind: null, slightlyBehind: 0, ahead: null })
    expect(lamps([rules, ...monthly([1, 4, 4.5, 6.5, 8.5])], '2020-06-10')).toEqual(['slightly_behind', 'on_pace', 'behind', 'slightly_behind', 'on_pace'])
  })
  it('a month without a report stays so, and months before the switch keep their rules', () => {
    expect(lamps([adopted({ by: 'month', missed: 'behind' })], '2020-03-10')).toEqual(['no_data', 'no_data'])
    expect(lamps([adopted({ missed: 'behind' }, {}, '2020-02-10'), ...monthly([0, 0])], '2020-03-10')).toEqual(['slightly_behind', 'behind'])
  })
})
