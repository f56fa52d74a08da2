/** From a boundary file to a map: taken in part or refused whole, thinned without tearing neighbours apart. */
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Position } from '../../src/domain/geoFile'
import { mapAspect } from '../../src/domain/mapBox'
import type { MadeMap } from '../../src/domain/ownMap'
import { ownMapOf, thinnedRing } from '../../src/domain/ownMap'
import { collection, featuresOf } from './geoMakers'

const areas = ['青阳街道', '梅岭街道', '安海镇'].map((name, i) => ({ code: `35058200${i + 1}`, name }))
const made = (properties: readonly Record<string, unknown>[]): MadeMap => ownMapOf(collection(featuresOf(properties)), '晋江.geojson', areas)
const codesOf = (answer: MadeMap): string[] => (answer.ok ? [] : answer.problems.map(problem => problem.code))

describe('taken', () => {
  it('part of the places is enough; the rest of the file is named', () => {
    const answer = made([{ adcode: '350582001' }, { name: '安海镇' }, { name: '石狮市' }])
    expect(answer.ok && { ...answer.map, shapes: answer.map.shapes.map(({ area, by }) => ({ area, by })) }).toEqual({ file: '晋江.geojson', others: 0, leftover: ['石狮市'], leftoverCount: 1, shapes: [{ area: '350582001', by: 'code' }, { area: '350582003', by: 'name' }] })
    expect(answer.ok && mapAspect(answer.map.shapes)).toBeCloseTo(Math.cos(24.8 * Math.PI / 180), 2)
  })

  it('neighbours keep their common corners', () => {
    const answer = made(areas.map(area => ({ adcode: area.code })))
    const corners = answer.ok ? answer.map.shapes.map(shape => new Set(shape.outlines[0]![0]!.map(position => position.join()))) : []
    expect([...corners[0]!].filter(corner => corners[1]!.has(corner)).length).toBe(2)
  })

  it('a place too small to be seen is kept', () => {
    const tiny = [118.4, 118.4000001, 118.4000001, 118.4].map((x, i) => [x, 24.8 + (i > 1 ? 1e-7 : 0)])
    const [big] = featuresOf([{ adcode: areas[0]!.code }])
    const answer = ownMapOf(collection([big!, { type: 'Feature', properties: { adcode: areas[1]!.code }, geometry: { type: 'Polygon', coordinates: [tiny] } }]), 'x', areas)
    expect(answer.ok && answer.map.shapes.map(shape => shape.outlines.length)).toEqual([1, 1])
  })

  it('a hundred thousand points become few', () => {
    const ring = Array.from({ length: 100_000 }, (_, i): Position => [118 + Math.cos(i / 100_000 * 2 * Math.PI) * 0.2, 24 + Math.sin(i / 100_000 * 2 * Math.PI) * 0.2])
    const answer = ownMapOf(collection([{ type: 'Feature', properties: { adcode: areas[0]!.code }, geometry: { type: 'Polygon', coordinates: [ring] } }]), 'x', areas)
    expect(answer.ok && answer.map.shapes[0]!.outlines[0]![0]!.length).toBeLessThan(10_000)
  })
})

describe('refused whole', () => {
  it('a place that is there twice, with every place of it in the file', () => {
    const answer = made([{ adcode: '350582001' }, { name: '安海镇' }, { name: '青阳' }, { name: '安海' }])
    expect(!answer.ok && answer.problems.map(problem => [problem.code, problem.path])).toEqual([['geo_area_twice', '青阳街道：features[0]、features[2]'], ['geo_area_twice', '安海镇：features[1]、features[3]']])
  })

  it('another region, with what the file holds', () => {
    const answer = made([{ adcode: '110101', name: '东城区' }])
    expect(!answer.ok && answer.problems).toMatchObject([{ code: 'geo_nothing_matched', path: '东城区' }])
  })

  it('villages instead of townships', () => expect(codesOf(made([{ code: '350582001201', name: '某村' }, { code: '350582001202', name: '另一村' }]))).toEqual(['geo_finer']))

  it('a file that is none', () => expect(codesOf(ownMapOf('{', 'x', areas))).toEqual(['geo_not_json']))
})

it('a thinned ring is closed, on its grid, and never longer', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: 100, max: 120, noNaN: true }), fc.double({ min: 20, max: 40, noNaN: true })), { minLength: 3, maxLength: 40 }), fc.double({ min: 1e-4, max: 1, noNaN: true }), (points, step) => {
    const ring = [...points, points[0]!]
    const thin = thinnedRing(ring, step)
    if (thin === null) return
    expect(thin.length).toBeLessThanOrEqual(ring.length)
    expect(thin.at(-1)).toEqual(thin[0])
    for (const [i, [x]] of thin.entries()) { expect(Math.abs(x / step - Math.round(x / step))).toBeLessThan(0.01); expect(thin[i + 1]?.join()).not.toBe(thin[i]!.join()) }
  }))
})
