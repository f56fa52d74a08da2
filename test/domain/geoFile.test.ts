/** The border of GeoJSON files: what is read, and every reason to refuse one. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseGeo } from '../../src/domain/geoFile'
import { collection, featuresOf, patchwork } from './geoMakers'

const codesOf = (text: string): string[] => { const read = parseGeo(text); return read.ok ? [] : read.problems.map(problem => problem.code) }
const ring = patchwork(1)[0]!
const polygon = (coordinates: unknown, type = 'Polygon'): string => collection([{ type: 'Feature', properties: { name: '甲' }, geometry: { type, coordinates } }])

describe('what is read', () => {
  it('polygons with the codes and names that offices use', () => {
    const [a, b] = featuresOf([{ adcode: 350582001, name: '青阳街道', area: 12.5 }, { XZQDM: '350582002000', XZQMC: ' 梅岭街道 ' }])
    const read = parseGeo(collection([{ ...a!, id: 7 }, b!]))
    expect(read.ok && read.value.shapes.map(({ label, codes, names }) => ({ label, codes, names }))).toEqual([{ label: '青阳街道', codes: ['350582001', '7'], names: ['青阳街道'] }, { label: '梅岭街道', codes: ['350582002000'], names: ['梅岭街道'] }])
    expect(read.ok && [read.value.points, read.value.others]).toEqual([10, 0])
  })

  it('a national code in front is taken away', () => {
    const read = parseGeo(collection(featuresOf([{ gb: '156350582001' }, { gb: 156320100 }])))
    expect(read.ok && read.value.shapes.map(shape => shape.codes)).toEqual([['350582001'], ['320100']])
  })

  it('one feature, several areas in one, a collection of geometries; an open ring is closed', () => {
    const open = ring.slice(0, -1)
    for (const geometry of [{ type: 'Polygon', coordinates: [open] }, { type: 'MultiPolygon', coordinates: [[ring], [ring, ring]] }, { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 1] }, { type: 'Polygon', coordinates: [ring] }] }]) {
      const read = parseGeo(JSON.stringify({ type: 'Feature', properties: null, geometry }))
      expect(read.ok && read.value.shapes[0]!.outlines.every(outline => outline.every(one => one.at(-1)!.join() === one[0]!.join()))).toBe(true)
    }
  })

  it('a third coordinate and a byte order mark do no harm', () => {
    expect(codesOf(`\ufeff${polygon([ring.map(([x, y]) => [x, y, 12])])}`)).toEqual([])
  })

  it('points, lines and empty features are counted, not drawn', () => {
    const read = parseGeo(collection([...featuresOf([{ name: '甲' }]), { type: 'Feature', properties: {}, geometry: null }, { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [118, 24] } }, 3]))
    expect(read.ok && [read.value.shapes.length, read.value.others]).toEqual([1, 3])
  })
})

describe('what is refused', () => {
  it.each<[string, string, string]>([
    ['no JSON', 'shapefile', 'geo_not_json'], ['a cut-off file', collection(featuresOf([{}])).slice(0, -4), 'geo_not_json'], ['a list', '[]', 'geo_not_features'], ['nothing', 'null', 'geo_not_features'], ['a plan', '{"id":"jinjiang-2020"}', 'geo_not_features'],
    ['TopoJSON', '{"type":"Topology","objects":{}}', 'geo_not_features'], ['no feature', collection([]), 'geo_not_features'], ['only points', collection([{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [1, 1] } }]), 'geo_not_features'],
    ['metres', polygon([ring.map(([x, y]) => [x * 3000, y * 100_000])]), 'geo_projected'], ['latitude first', polygon([ring.map(([x, y]) => [y, x])]), 'geo_projected'],
    ['a number too large to be one', polygon([ring]).replace(/118\.\d+/, '1e999'), 'geo_coordinate_invalid'], ['a word', polygon([[['118', '24'], ...ring]]), 'geo_coordinate_invalid'], ['an empty position', polygon([[[], ...ring]]), 'geo_coordinate_invalid'], ['null', polygon([[[null, null], ...ring]]), 'geo_coordinate_invalid'],
    ['one level too many', polygon([[ring]]), 'geo_nested_wrong'], ['one level too few', polygon(ring), 'geo_nested_wrong'], ['no coordinates', polygon(undefined), 'geo_nested_wrong'], ['no ring', polygon([]), 'geo_nested_wrong'], ['a MultiPolygon of one level too few', polygon([ring], 'MultiPolygon'), 'geo_nested_wrong'],
    ['two points', polygon([ring.slice(0, 2)]), 'geo_ring_short'], ['brackets without end', `${'['.repeat(40)}${']'.repeat(40)}`, 'geo_too_deep'], ['a file beyond the limit', ' '.repeat(20_000_001), 'geo_too_large'],
  ])('%s', (_name, text, code) => expect(codesOf(text)).toEqual([code]))

  it('more than two million points', () => {
    const position = '[1,1],'
    expect(codesOf(`{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[${position.repeat(2_000_000)}[1,1]]]}}`)).toEqual(['geo_too_many_points'])
  })

  it('every bad area with its place in the file, the first forty told and all counted', () => {
    const bad = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring.slice(0, 2)] } }
    const read = parseGeo(collection(Array.from({ length: 50 }, () => bad)))
    expect(!read.ok && [read.total, read.problems.length, read.problems[3]!.path]).toEqual([50, 40, 'features[3].geometry.coordinates[0]'])
  })

  it('nothing from outside makes it throw', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 6 }), fc.jsonValue({ maxDepth: 5 }), (text, geometry) => {
      parseGeo(text)
      parseGeo(collection([geometry, { type: 'Feature', geometry, properties: geometry }, { type: 'Feature', geometry: { type: 'MultiPolygon', coordinates: geometry } }]))
    }))
  })
})
