/** Since when a cell has been late, and the reason of its mark. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSilent, lateSince, markInForce } from '../../src/domain/cellPast'
import { knownAtLimit } from '../../src/domain/clock'
import { addDays } from '../../src/domain/days'
import { allocate, exempt, makePlan, makeTarget, makeWorld, report, worldOf } from './makers'

const limit = knownAtLimit('2099-01-01')

describe('late since', () => {
  const world = worldOf({}, [allocate({ a: 100 }), report('2020-02-28', 'a', 20), report('2020-04-30', 'a', 30), report('2020-06-30', 'a', 35)])
  const since = (asOf: string) => lateSince(world.index, world.history, '1.1-1', 'a', { asOf, limit })
  it('is the first of the months at whose ends it was late without a break', () => {
    expect(since('2020-06-30')).toBe('2020-05')
    expect(since('2020-09-15')).toBe('2020-05')
    expect(since('2020-05-20')).toBe('2020-05')
  })
  it('is nothing for a cell that is not late, or unknown', () => {
    expect(since('2020-02-28')).toBeNull()
    expect(since('2020-04-30')).toBeNull()
    expect(lateSince(world.index, world.history, 'none', 'a', { asOf: '2020-06-30', limit })).toBeNull()
  })
  it('begins anew after a month on pace', () => {
    const again = worldOf({}, [allocate({ a: 100 }), report('2020-02-28', 'a', 1), report('2020-05-31', 'a', 60), report('2020-08-31', 'a', 60)])
    expect(lateSince(again.index, again.history, '1.1-1', 'a', { asOf: '2020-09-15', limit })).toBe('2020-08')
  })
})

describe('marks', () => {
  it('have the state of the lamp, and the reason of the mark that made it', () => {
    const mark = fc.tuple(fc.constantFrom('exempt', 'paused', 'active'), fc.constantFrom(undefined, 'a', 'b', 'c', 'c1', 'c2'), fc.nat(300))
    fc.assert(fc.property(fc.array(mark, { maxLength: 8 }), fc.nat(320), (marks, offset) => {
      const asOf = addDays('2020-01-01', offset)
      const world = makeWorld(makePlan([makeTarget()], { deep: true }), [allocate({ a: 5, b: 5, c: 5 }), ...marks.map(([state, area, day]) => exempt(state, area, addDays('2020-01-01', day)))])
      for (const code of ['a', 'b', 'c']) {
        const { lamp } = world.cell(code, asOf)
        const found = markInForce(world.index, world.history, '1.1-1', code, { asOf, limit })
        if (lamp === 'exempt' || lamp === 'paused') expect(found?.reason).toBe('理由')
        if (code !== 'c' && lamp !== 'exempt' && lamp !== 'paused') expect(found).toBeNull()
        if (code !== 'c' && found !== null) expect(found.state).toBe(lamp)
      }
    }), { numRuns: 500 })
  })
})

it('a board is silent until the first report', () => {
  expect(isSilent(worldOf({}, [allocate({ a: 5 })]).board('2020-06-30'))).toBe(true)
  expect(isSilent(worldOf({}, [allocate({ a: 5 }), report('2020-05-01', 'a', 0)]).board('2020-06-30'))).toBe(false)
})
