/** Every state at the desk: the rules of DESIGN.md that geometry can decide, and axe finds nothing serious or critical, light and dark. */
import { describe, expect, it } from 'vitest'
import { defectsOf, partsAt, walkTime } from './support/walk.ts'

describe('at the desk', () => {
  it.each(partsAt('desk'))('%s', async (_part, states) => {
    expect(await defectsOf({ size: 'desk', axe: true }, states)).toEqual({})
  }, walkTime)
})
