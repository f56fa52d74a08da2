/** 逐月亮灯: as reported then, as known now, and 补齐 (semantics.md 30). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knownAtLimit } from '../../src/domain/clock'
import { foldEvents } from '../../src/domain/history'
import { periodLampsOf } from '../../src/domain/periodLamps'
import { boardOf } from '../../src/domain/rollUp'
import { allocate, late, report, worldOf } from './makers'
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
