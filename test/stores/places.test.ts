/** The arrangement of the open plan: shown at once, kept behind, and a bad boundary file changes nothing. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { usePlaces } from '../../src/stores/places'
import { collection, featuresOf } from '../domain/geoMakers'

const areas = [{ code: 'a', name: '甲街道' }, { code: 'b', name: '乙镇' }]
const fileOf = (text: string | Uint8Array<ArrayBuffer>): File => new File([text], '边界.geojson')
const good = collection(featuresOf([{ name: '甲街道' }, { name: '乙镇' }]))
/** Another visit of the same browser. */
async function visit() {
  setActivePinia(createPinia())
  const places = usePlaces()
  await places.open('test-2020')
  return places
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('IDBKeyRange', IDBKeyRange)
})
afterEach(() => { vi.unstubAllGlobals() })

it('tiles and boundaries come back at the next visit, and go when they are removed', async () => {
  let places = await visit()
  await places.keepTiles({ a: [1, 0], b: [0, 0] })
  expect(await places.takeMap(fileOf(good), areas)).toMatchObject({ ok: true })
  places = await visit()
  expect(places.tiles).toEqual({ a: [1, 0], b: [0, 0] })
  expect(places.map?.shapes.map(shape => shape.area)).toEqual(['a', 'b'])
  await places.removeMap()
  await places.keepTiles(null)
  places = await visit()
  expect([places.tiles, places.map, places.problem]).toEqual([null, null, null])
})

it('another plan has its own', async () => {
  const places = await visit()
  await places.keepTiles({ a: [1, 0] })
  await places.open('other-2020')
  expect(places.tiles).toBeNull()
  await places.open('test-2020')
  expect(places.tiles).toEqual({ a: [1, 0] })
})

it.each<[string, File, string]>([
  ['not JSON', fileOf('{'), 'geo_not_json'], ['not UTF-8', fileOf(new Uint8Array([0x7b, 0xff, 0xfe])), 'file_not_utf8'], ['too large', new File([new Uint8Array(20_000_001)], 'x'), 'geo_too_large'], ['another region', fileOf(collection(featuresOf([{ name: '丙镇' }]))), 'geo_nothing_matched'],
])('a file that is %s is refused and leaves the old boundaries', async (_name, file, code) => {
  const places = await visit()
  await places.takeMap(fileOf(good), areas)
  const before = places.map
  const answer = await places.takeMap(file, areas)
  expect(answer.ok ? '' : answer.problems[0]!.code).toBe(code)
  expect(places.map).toBe(before)
})

it('without a database everything works for this visit, and says so', async () => {
  vi.stubGlobal('indexedDB', undefined)
  const places = await visit()
  await places.keepTiles({ a: [1, 0] })
  expect(await places.takeMap(fileOf(good), areas)).toMatchObject({ ok: true })
  expect([places.tiles, places.map?.shapes.length, places.problem?.code]).toEqual([{ a: [1, 0] }, 2, 'places_missing'])
})
