/** Every state in English at the desk and on the phone: the rules of DESIGN.md that geometry can decide. */
import { describe, expect, it } from 'vitest'
import { defectsOf, partsAt, untouched, walkTime } from './support/walk.ts'

describe('at the desk in English', () => {
  it.each(untouched(partsAt('desk')))('%s', async (_part, states) => {
    expect(await defectsOf({ size: 'desk', language: 'en' }, states)).toEqual({})
  }, walkTime)
})

describe('on the phone in English', () => {
  it.each(untouched(partsAt('phone')))('%s', async (_part, states) => {
    expect(await defectsOf({ size: 'phone', language: 'en' }, states)).toEqual({})
  }, walkTime)
})
