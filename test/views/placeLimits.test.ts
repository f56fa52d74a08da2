/** What each place does not give, and when the line that says so is shown (reliability.md 4, goal 22). */
import { expect, it } from 'vitest'
import { isPlaceLineShown, placeKindOf, placeLimitsOf, placeMark } from '../../src/views/shell/placeLimits'
import type { PlaceFeatures } from '../../src/views/shell/placeLimits'

const all: PlaceFeatures = { protocol: 'https:', isSecure: true, isSingleFile: false, hasFolders: true, hasCipher: true, hasWorkers: true, canAskToKeep: true }
const http: PlaceFeatures = { ...all, protocol: 'http:', isSecure: false, hasFolders: false, hasCipher: false, hasWorkers: false, canAskToKeep: false }
const disk: PlaceFeatures = { ...all, protocol: 'file:', isSingleFile: true, hasWorkers: false }

it('each place has its list', () => {
  expect([placeKindOf(all), placeLimitsOf(all)]).toEqual(['web', []])
  expect([placeKindOf({ ...all, protocol: 'http:' }), placeLimitsOf({ ...all, protocol: 'http:' })]).toEqual(['web', []])
  expect([placeKindOf(http), placeLimitsOf(http)]).toEqual(['http', ['folder', 'passphrase', 'offline', 'persist']])
  expect([placeKindOf(disk), placeLimitsOf(disk)]).toEqual(['disk', ['update']])
  expect([placeKindOf({ ...all, hasWorkers: false }), placeLimitsOf({ ...all, hasWorkers: false })]).toEqual(['refused', ['offline']])
  expect([placeKindOf({ ...all, hasFolders: false }), placeLimitsOf({ ...all, hasFolders: false })]).toEqual(['web', ['folder']])
})

it('the line is shown where it matters, until it is put away, and again when the list changes', () => {
  const shown = (features: PlaceFeatures, isReal: boolean, seen: string | null = null) => isPlaceLineShown(placeKindOf(features), placeLimitsOf(features), { isReal, seen })
  expect([shown(all, true), shown(http, false), shown(disk, false), shown({ ...all, hasFolders: false }, false), shown({ ...all, hasFolders: false }, true)]).toEqual([false, true, true, false, true])
  const mark = placeMark('http', placeLimitsOf(http))
  expect([shown(http, true, mark), shown({ ...http, canAskToKeep: true }, true, mark), shown(disk, true, mark)]).toEqual([false, true, true])
})
