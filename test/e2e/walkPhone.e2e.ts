/** Every state on the phone: the rules of DESIGN.md that geometry can decide, and axe finds nothing serious or critical, light and dark. */
import { describe, expect, it } from 'vitest'
import { defectsOf, partsAt, walkTime } from './support/walk.ts'

describe('on the phone', () => {
  it.each(partsAt('phone'))('%s', async (_part, states) => {
    expect(await defectsOf({ size: 'phone', axe: true }, states)).toEqual({})
  }, walkTime)
})
