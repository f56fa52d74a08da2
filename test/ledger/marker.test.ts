import { describe, expect, it } from 'vitest'
import { emptyMarker, missingFrom, raiseMarker, readMarker, writeMarker } from '../../src/ledger/marker'
import { MemoryStorage } from './makers'

const markerOf = (devices: Record<string, [count: number, hash: string]>) => ({
  count: Object.values(devices).reduce((sum, [count]) => sum + count, 0),
  devices: Object.fromEntries(Object.entries(devices).map(([device, [count, hash]]) => [device, { count, hash }])),
})

describe('the second place', () => {
  it('rises device by device and never falls', () => {
    const storage = new MemoryStorage()
    raiseMarker(storage, 'k', markerOf({ 'dev-a': [5, 'a5'], 'dev-b': [1, 'b1'] }))
    raiseMarker(storage, 'k', markerOf({ 'dev-a': [3, 'a3'], 'dev-b': [2, 'b2'], 'dev-c': [1, 'c1'] }))
    expect(readMarker(storage, 'k')).toEqual(markerOf({ 'dev-a': [5, 'a5'], 'dev-b': [2, 'b2'], 'dev-c': [1, 'c1'] }))
  })

  it('falls only when written as accepted', () => {
    const storage = new MemoryStorage()
    raiseMarker(storage, 'k', markerOf({ 'dev-a': [5, 'a5'] }))
    writeMarker(storage, 'k', markerOf({ 'dev-a': [3, 'a3'] }))
    expect(readMarker(storage, 'k')).toEqual(markerOf({ 'dev-a': [3, 'a3'] }))
  })

  it('misses what is fewer, and what is as many but not the same', () => {
    const expected = markerOf({ 'dev-a': [2, 'a2'], 'dev-b': [1, 'b1'] })
    const hasAll = () => true
    expect(missingFrom(expected, expected, hasAll)).toEqual([])
    expect(missingFrom(expected, markerOf({ 'dev-a': [3, 'a3'], 'dev-b': [1, 'b1'] }), hasAll)).toEqual([])
    expect(missingFrom(expected, markerOf({ 'dev-a': [1, 'a1'], 'dev-b': [1, 'b1'] }), hasAll)).toEqual(['dev-a'])
    expect(missingFrom(expected, markerOf({ 'dev-a': [2, 'other'], 'dev-b': [1, 'b1'] }), hash => hash !== 'a2')).toEqual(['dev-a'])
    expect(missingFrom(expected, emptyMarker, hasAll)).toEqual(['dev-a', 'dev-b'])
  })

  it('without a storage there is none', () => {
    expect(readMarker(null, 'k')).toBeNull()
    expect(raiseMarker(null, 'k', emptyMarker)).toBe(false)
    expect(writeMarker(null, 'k', emptyMarker)).toBe(false)
  })
})
