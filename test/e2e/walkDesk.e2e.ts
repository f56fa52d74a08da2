/** Every state at the desk: the rules of DESIGN.md that geometry can decide, and axe finds nothing serious or critical, light and dark. */
import { expect, it } from 'vitest'
import { defectsOf, touchedAt, untouchedAt, walkTime } from './support/walk.ts'

it('at the desk', async () => {
  expect(await defectsOf({ size: 'desk', axe: 'both' }, untouchedAt('desk'))).toEqual({})
}, walkTime)

it.each(touchedAt('desk'))('at the desk, done by hand: %s', async (_part, states) => {
  expect(await defectsOf({ size: 'desk', axe: 'both' }, states)).toEqual({})
}, walkTime)
