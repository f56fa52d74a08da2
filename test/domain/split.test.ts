/** Sharing out: laws of every split, the rest, what is typed and pasted. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceOf } from '../../src/domain/allocation'
import { allocationDay, allocationOf, canSplit, isShareText, namesakeOf, handSet, partsOf, readShare, readWeights, restGoesTo, sharesWith, splitByWeights, splitEvenly, standingShares, withOneMore } from '../../src/domain/split'
import type { Target } from '../../src/domain/plan'
import { allocate, late, makePlan, makeTarget, makeWorld, worldOf } from './makers'

const areas = Array.from({ length: 19 }, (_, i) => `a${i}`)
const some = fc.integer({ min: 1, max: 45 }).map(n => Array.from({ length: n }, (_, i) => `a${i}`))
const targets: fc.Arbitrary<Target> = fc.oneof(
  fc.integer({ min: 1, max: 100_000 }).map(value => makeTarget({ goal: { op: '>=', value } })),
  fc.integer({ min: 1, max: 10_000_000 }).map(n => makeTarget({ measure: 'amount', unit: '万元', goal: { op: '>=', value: n / 100 } })),
  fc.integer({ min: 1, max: 5_000 }).map(value => makeTarget({ measure: 'stock', unit: '张', goal: { op: '>=', value } })),
)
const weighted = some.chain(list => fc.tuple(fc.constant(list), fc.array(fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.double({ min: 0, max: 1e6, noNaN: true })), { minLength: list.length, maxLength: list.length })))
const total = (shares: Readonly<Record<string, number | null>>): number => Object.values(shares).reduce<number>((sum, share) => sum + (share ?? 0), 0)

describe('laws of a split', () => {
  it('comes to the goal: neither 未分解 nor 加码', () => {
    fc.assert(fc.property(targets, weighted, (target, [list, values]) => {
      const split = splitByWeights(target, list, Object.fromEntries(list.map((area, i) => [area, values[i]!])))
      if (split === null) return values.every(value => value <= 0)
      const balance = balanceOf(target, allocationOf(split, list))!
      return balance.open === 0 && balance.over === 0
    }))
  })
  it('a weight too small to multiply is a weight all the same', () => {
    const target = makeTarget({ measure: 'amount', unit: '万元', goal: { op: '>=', value: 0.01 } })
    expect(total(splitByWeights(target, ['a'], { a: 5e-324 })!.shares)).toBe(0.01)
  })
  it('each share is within one step of what is deserved, never below 0, and whole where things are counted', () => {
    fc.assert(fc.property(targets, weighted, (target, [list, values]) => {
      const split = splitByWeights(target, list, Object.fromEntries(list.map((area, i) => [area, values[i]!])))
      if (split === null) return true
      const step = 1 / partsOf(target, list.length)
      return list.every(area => {
        const share = split.shares[area]!
        return share >= 0 && Math.abs(share - split.deserved[area]!) < step + 1e-6 && (target.measure !== 'count' || Number.isInteger(share))
      })
    }))
  })
  it('larger weights never get less, and nothing is given for no weight', () => {
    fc.assert(fc.property(targets, weighted.map(([list, values]) => [list, values.map(Math.round)] as const), (target, [list, values]) => {
      const split = splitByWeights(target, list, Object.fromEntries(list.map((area, i) => [area, values[i]!])))
      if (split === null) return true
      return list.every((area, i) => list.every((other, j) => values[i]! <= values[j]! || split.shares[area]! >= split.shares[other]! - 1e-9)) && list.every((area, i) => values[i]! > 0 || split.shares[area] === 0)
    }), { numRuns: 60 })
  })
  it('an even split differs by one step at most, the earlier areas first', () => {
    fc.assert(fc.property(targets, some, (target, list) => {
      const shares = list.map(area => splitEvenly(target, list)!.shares[area]!)
      return shares[0]! - shares.at(-1)! <= 1 / partsOf(target, list.length) + 1e-9 && shares.every((share, i) => i === 0 || share <= shares[i - 1]!)
    }), { numRuns: 60 })
  })
  it('scaled from another year of the same goal it is that year again', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 19 }).filter(list => list.some(n => n > 0)), values => {
      const list = values.map((_, i) => `a${i}`)
      const target = makeTarget({ goal: { op: '>=', value: values.reduce((sum, n) => sum + n, 0) } })
      expect(Object.values(splitByWeights(target, list, Object.fromEntries(list.map((area, i) => [area, values[i]!])))!.shares)).toEqual(values)
    }))
  })
})

it('cuts amounts to a sensible step and counts whole', () => {
  const amount = (value: number) => makeTarget({ measure: 'amount', unit: '万元', goal: { op: '>=', value } })
  expect([6080, 285, 100, 30.5, 2, 0.125].map(value => partsOf(amount(value), 19))).toEqual([1, 1, 10, 10, 100, 1000])
  expect(partsOf(makeTarget({ goal: { op: '>=', value: 4 } }), 19)).toBe(1)
  expect(partsOf(makeTarget({ unit: '万人', goal: { op: '>=', value: 4 } }), 19)).toBe(100)
  expect(partsOf(makeTarget({ measure: 'stock', unit: '张', goal: { op: '>=', value: 40 } }), 19)).toBe(1)
})

it('asks only where something is given', () => {
  const split = splitEvenly(makeTarget({ goal: { op: '>=', value: 4 } }), areas)!
  expect(Object.values(split.shares).filter(share => share === 1)).toHaveLength(4)
  expect(split).toMatchObject({ floor: 0, rest: 4, raised: ['a0', 'a1', 'a2', 'a3'] })
  const shares = allocationOf(split, [...areas, 'other'])
  expect([shares.a3, shares.a4, shares.other, total(shares)]).toEqual([1, null, null, 4])
})

it('can split sums with a goal only', () => {
  expect([makeTarget(), makeTarget({ scope: 'whole' }), makeTarget({ measure: 'rate', unit: '%' }), makeTarget({ goal: { op: '>=', value: null } })].map(canSplit)).toEqual([true, false, false, false])
  expect(splitByWeights(makeTarget(), areas, {})).toBe(null)
  expect(splitByWeights(makeTarget(), [], {})).toBe(null)
})

it('the rest goes to those furthest below what they deserve, and each gets one step', () => {
  const target = makeTarget({ goal: { op: '>=', value: 20 } })
  const split = splitByWeights(target, ['a', 'b', 'c'], { a: 46, b: 23, c: 31 })!
  expect(split.deserved).toEqual({ a: 9.2, b: 4.6, c: 6.2 })
  expect(split).toMatchObject({ shares: { a: 9, b: 5, c: 6 }, floor: 19, rest: 1, raised: ['b'] })
  expect(restGoesTo(target, { a: 8, b: 4, c: 6 }, split.deserved)).toEqual(['a', 'b'])
  expect(restGoesTo(target, { a: 9, b: 5, c: 6 }, split.deserved)).toEqual([])
  expect(restGoesTo(target, { a: 9, b: null, c: 6 }, split.deserved)).not.toContain('b')
  expect(handSet({ a: 8, b: 6, c: 6 }, split)).toBe(2)
  expect(withOneMore(target, { a: 8, b: null }, 'a', 3)).toEqual({ a: 9, b: null })
})

it('reads what is typed', () => {
  expect(['１２', '1,200', '.5', '-', '—', '无', '', ' ', '-3', 'o', '3个'].map(readShare)).toEqual([12, 1200, 0.5, null, null, null, 'none', 'none', undefined, undefined, undefined])
  expect(sharesWith({ a: 1, b: 2, c: 3 }, { a: '', b: '-', c: 'x', d: '4' })).toEqual({ b: null, c: 3, d: 4 })
})

it('reads a pasted weight: names and numbers, two rows, or numbers in order; says what it could not place', () => {
  const named = [{ code: '1', names: ['青阳街道', '青阳'] }, { code: '2', names: ['安海镇', '安海'] }, { code: '3', names: ['内坑镇', '内坑'] }]
  expect(readWeights('青阳\t2,900\r\n安 海镇\t46', named)).toEqual({ values: { 1: 2900 }, unknown: ['安 海镇 46'] })
  expect(readWeights('1 青阳街道 29\n内坑：30\n合计\t105', named)).toEqual({ values: { 1: 29, 3: 30 }, unknown: ['合计 105'] })
  expect(readWeights('青阳\t安海镇\t内坑\n29\t46\t30', named).values).toEqual({ 1: 29, 2: 46, 3: 30 })
  expect(readWeights('29\n46\n30\n7', named)).toEqual({ values: { 1: 29, 2: 46, 3: 30 }, unknown: ['7'] })
})

it('says what can stand as a share', () => {
  const whole = makeTarget()
  expect(['2', '-', '', '2.5', 'x'].map(text => isShareText(whole, text))).toEqual([true, true, true, false, false])
  expect(isShareText(makeTarget({ measure: 'amount', unit: '万元' }), '2.5')).toBe(true)
})

it('the first allocation holds for the year, one of today is put right, an older one is changed from the day looked at', () => {
  const when = { asOf: '2020-06-30', limit: `${late}T00:00:00.000Z` }
  const empty = worldOf({})
  expect(standingShares(empty.history, '1.1-1', when)).toBe(null)
  expect(allocationDay(null, '2020-01-01', '2020-06-30', '2020-06-30')).toBe('2020-01-01')
  const shared = worldOf({}, [allocate({ a: 12, b: null }, '2020-03-01')])
  const standing = standingShares(shared.history, '1.1-1', when)!
  expect(standing).toEqual({ shares: { a: 12, b: null }, at: '2020-03-01', recordedOn: '2020-01-01' })
  expect(allocationDay(standing, '2020-01-01', '2020-06-30', '2020-01-01')).toBe('2020-03-01')
  expect(allocationDay(standing, '2020-01-01', '2020-06-30', '2020-06-30')).toBe('2020-06-30')
  expect(standingShares(worldOf({ allocation: { a: 20 } }).history, '1.1-1', when)).toEqual({ shares: { a: 20 }, at: '2020-01-01', recordedOn: null })
  expect(standingShares(empty.history, 'unknown', when)).toBe(null)
})

it('finds the target of the same name in another plan', () => {
  const { index } = makeWorld(makePlan([makeTarget({ id: '9', name: '新建 “服务站”' }), makeTarget({ id: '8', name: '别的', short: '站' }), makeTarget({ id: '7', name: '整体', scope: 'whole' })]), [])
  expect(namesakeOf(index, makeTarget({ name: '新建服务站' }))?.id).toBe('9')
  expect(namesakeOf(index, makeTarget({ name: '改了名', short: '站' }))?.id).toBe('8')
  expect(namesakeOf(index, makeTarget({ name: '整体' }))).toBe(null)
})
