/** Outlines and places find each other by code, then by name; what does not is listed on both sides. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NamedArea } from '../../src/domain/geoMatch'
import { bareName, isBelow, matchGeo, wholeCode } from '../../src/domain/geoMatch'
import { shapeOf } from './geoMakers'

const areas: readonly NamedArea[] = [
  { code: '350582001', name: '青阳街道', short: '青阳' }, { code: '350582101', name: '安海镇', short: '安海' }, { code: '350582102', name: '磁灶镇', short: '磁灶' }, { code: '350521200', name: '百崎回族乡', short: '百崎' },
]
const cities: readonly NamedArea[] = [{ code: '320100', name: '南京市', short: '南京' }, { code: '320200', name: '无锡市', short: '无锡' }]
const matchedBy = (codes: readonly string[], names: readonly string[] = [], of = areas) => matchGeo([shapeOf(codes, names)], of).matched.map(one => `${one.area} ${one.by}`)

describe('by code', () => {
  it.each<[string, readonly NamedArea[], string]>([['350582101', areas, '350582101'], ['350582101000', areas, '350582101'], ['320100', cities, '320100'], ['3201', cities, '320100'], ['320100000', cities, '320100'], ['320100000000', cities, '320100']])('%s', (code, of, area) => {
    expect(matchedBy([code], [], of)).toEqual([`${area} code`])
  })

  it('comes before the name', () => {
    expect(matchedBy(['350582101'], ['青阳街道'])).toEqual(['350582101 code'])
  })

  it('a village, the county above or another county is nobody, whatever its name', () => {
    for (const code of ['350582101203', '350582', '350583001', '35058']) expect(matchedBy([code])).toEqual([])
    expect(matchedBy(['350582001203'], ['青阳'])).toEqual([])
    expect(matchedBy(['320102'], ['南京'], cities)).toEqual([])
  })

  it('a number that is no division code does not stand in the way of the name', () => {
    expect(matchedBy(['17'], ['安海镇'])).toEqual(['350582101 name'])
  })
})

describe('by name', () => {
  it.each<[string, string]>([
    ['青阳街道', '350582001'], ['青阳', '350582001'], ['青阳街道办事处', '350582001'], ['青阳镇', '350582001'], [' 青 阳街道', '350582001'], ['晋江市青阳街道', '350582001'], ['福建省泉州市晋江市安海镇', '350582101'], ['百崎回族乡', '350521200'], ['百崎乡', '350521200'], ['百崎', '350521200'],
  ])('%s', (name, area) => expect(matchedBy([], [name])).toEqual([`${area} name`]))

  it('a name that two places share leads nowhere without its ending', () => {
    const twins: readonly NamedArea[] = [{ code: 'a', name: '新店镇' }, { code: 'b', name: '新店街道' }]
    expect(matchedBy([], ['新店'], twins)).toEqual([])
    expect(matchedBy([], ['新店街道'], twins)).toEqual(['b name'])
  })

  it('an ending alone is kept as a name', () => {
    expect(bareName('镇')).toBe('镇')
    expect(matchedBy([], ['市'])).toEqual([])
  })
})

describe('as a whole', () => {
  it('says who is missing, what is left over, and who stands there twice', () => {
    const { matched, missing, leftover, twice } = matchGeo([shapeOf(['350582001']), shapeOf([], ['安海镇'], '一'), shapeOf([], ['安海'], '二'), shapeOf([], ['石狮市'])], areas)
    expect(matched.map(one => one.area)).toEqual(['350582001'])
    expect(missing).toEqual(['350582102', '350521200'])
    expect(leftover.map(shape => shape.label)).toEqual(['石狮市'])
    expect(twice.map(one => [one.area, one.shapes.map(shape => shape.label)])).toEqual([['350582101', ['一', '二']]])
  })

  const names = ['青阳街道', '青阳', '晋江市安海镇', '磁灶镇', '百崎乡', '石狮市', '']
  const codes = ['350582001', '350582101000', '350582', '350582102203', 'x', '350521200']
  const shapes = fc.array(fc.tuple(fc.subarray(codes, { maxLength: 2 }), fc.subarray(names, { maxLength: 2 })), { maxLength: 12 }).map(list => list.map(([some, others], i) => shapeOf(some, others, String(i))))

  it('nothing is lost or counted twice', () => {
    fc.assert(fc.property(shapes, list => {
      const { matched, missing, leftover, twice } = matchGeo(list, areas)
      expect([...matched.map(one => one.area), ...missing, ...twice.map(one => one.area)].sort()).toEqual(areas.map(area => area.code).sort())
      expect(matched.length + leftover.length + twice.reduce((sum, one) => sum + one.shapes.length, 0)).toBe(list.length)
    }))
  })

  it('the order of the file makes no difference', () => {
    fc.assert(fc.property(shapes, fc.infiniteStream(fc.nat()), (list, chance) => {
      const shuffled = list.map(shape => ({ shape, at: chance.next().value as number })).sort((a, b) => a.at - b.at).map(one => one.shape)
      const told = (of: typeof list) => { const { matched, missing, twice } = matchGeo(of, areas); return { matched: matched.map(one => [one.area, one.shape.label]), missing, twice: twice.map(one => [one.area, one.shapes.map(shape => shape.label).sort()]) } }
      expect(told(shuffled)).toEqual(told(list))
    }))
  })
})

it('whole codes say what lies below what', () => {
  expect(isBelow(wholeCode('350582001203'), wholeCode('350582001'))).toBe(true)
  expect(isBelow(wholeCode('350582001'), wholeCode('350582'))).toBe(true)
  expect(isBelow(wholeCode('430408101'), wholeCode('430408100'))).toBe(false)
  expect(isBelow(wholeCode('350582001'), wholeCode('350582001000'))).toBe(false)
})
