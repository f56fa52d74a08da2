/** Every state in English at the desk and on the phone that needs nothing done first: the rules of DESIGN.md that geometry can decide. */
import { expect, it } from 'vitest'
import { defectsOf, untouchedAt, walkTime } from './support/walk.ts'

it.each(['desk', 'phone'] as const)('in English: %s', async size => {
  expect(await defectsOf({ size, language: 'en' }, untouchedAt(size))).toEqual({})
}, walkTime)
