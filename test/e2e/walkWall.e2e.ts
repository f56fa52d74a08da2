/** Every state on the wall, in both languages: the rules of DESIGN.md that geometry can decide. */
import { expect, it } from 'vitest'
import { defectsOf, touchedAt, untouchedAt, walkTime } from './support/walk.ts'

it('on the wall', async () => {
  expect(await defectsOf({ size: 'wall' }, untouchedAt('wall'))).toEqual({})
  expect(await defectsOf({ size: 'wall', language: 'en' }, untouchedAt('wall'))).toEqual({})
}, walkTime)

it.each(touchedAt('wall'))('on the wall, done by hand: %s', async (_part, states) => {
  expect(await defectsOf({ size: 'wall' }, states)).toEqual({})
  expect(await defectsOf({ size: 'wall', language: 'en' }, states)).toEqual({})
}, walkTime)
