/** Every state on the phone: the rules of DESIGN.md that geometry can decide, and axe finds nothing serious or critical in dark; the desk's walk looks at both. */
import { expect, it } from 'vitest'
import { defectsOf, touchedAt, untouchedAt, walkTime } from './support/walk.ts'

it('on the phone', async () => {
  expect(await defectsOf({ size: 'phone', axe: 'dark' }, untouchedAt('phone'))).toEqual({})
}, walkTime)

it.each(touchedAt('phone'))('on the phone, done by hand: %s', async (_part, states) => {
  expect(await defectsOf({ size: 'phone', axe: 'dark' }, states)).toEqual({})
}, walkTime)
