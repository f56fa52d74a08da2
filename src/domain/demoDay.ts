/** Which day it is in the demo (semantics.md 40). In a file of its own: asked before anything of the demo is loaded. */
import type { Plan } from './plan'
import { clampDay } from './days'

/** "Today" of a plan's demo: 15 September of the year the period starts in, moved into the period. */
export function demoDay(plan: Plan): string {
  const { start, end } = plan.period
  return clampDay(`${start.slice(0, 4)}-09-15`, start, end)
}
