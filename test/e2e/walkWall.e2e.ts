/** Every state on the wall, in both languages: the rules of DESIGN.md that geometry can decide. */
import { describe, expect, it } from 'vitest'
import { defectsOf, partsAt, walkTime } from './support/walk.ts'

describe('on the wall', () => {
  it.each(partsAt('wall'))('%s', async (_part, states) => {
    expect(await defectsOf({ size: 'wall' }, states)).toEqual({})
  }, walkTime)
})

describe('on the wall in English', () => {
  it.each(partsAt('wall'))('%s', async (_part, states) => {
    expect(await defectsOf({ size: 'wall', language: 'en' }, states)).toEqual({})
  }, walkTime)
})
