/** How a lamp looks: shape and tone (fixed by DESIGN.md), and the legend group that it counts in (semantics.md 32). */
import type { Lamp, LampCounts } from '../domain/board'

export type Shape = 'dot' | 'triangle' | 'square' | 'diamond' | 'check' | 'ring' | 'hollow' | 'bars' | 'point' | 'cross' | 'question' | 'dashed'
export type Tone = 'ok' | 'done' | 'lag' | 'sev' | 'due' | 'none' | 'err'

export interface LampLook {
  shape: Shape
  tone: Tone
}

const looks: Record<Lamp, LampLook> = {
  exempt: { shape: 'bars', tone: 'none' },
  paused: { shape: 'bars', tone: 'none' },
  done: { shape: 'check', tone: 'done' },
  caught_up_late: { shape: 'hollow', tone: 'done' },
  overdue: { shape: 'square', tone: 'sev' },
  no_data: { shape: 'ring', tone: 'none' },
  not_due: { shape: 'point', tone: 'none' },
  behind: { shape: 'square', tone: 'sev' },
  slightly_behind: { shape: 'triangle', tone: 'lag' },
  near_due: { shape: 'diamond', tone: 'due' },
  ahead: { shape: 'dot', tone: 'ok' },
  on_pace: { shape: 'dot', tone: 'ok' },
}

export const lookOf = (lamp: Lamp): LampLook => looks[lamp]

export const lampGroups = ['done', 'ok', 'due', 'lag', 'sev', 'none', 'idle', 'waiting'] as const
export type LampGroup = typeof lampGroups[number]

const groups: Record<Lamp, LampGroup> = {
  done: 'done', caught_up_late: 'done', on_pace: 'ok', ahead: 'ok', near_due: 'due', slightly_behind: 'lag',
  behind: 'sev', overdue: 'sev', no_data: 'none', exempt: 'idle', paused: 'idle', not_due: 'waiting',
}

export const groupOf = (lamp: Lamp): LampGroup => groups[lamp]

/** The look of a whole group in the legend. */
export const groupLooks: Record<LampGroup, LampLook> = {
  done: looks.done, ok: looks.on_pace, due: looks.near_due, lag: looks.slightly_behind,
  sev: looks.behind, none: looks.no_data, idle: looks.paused, waiting: looks.not_due,
}

/** Groups with their counts; 免/停 and 未到期 only when present. */
export function groupCounts(lamps: LampCounts): { group: LampGroup, count: number }[] {
  const counts = new Map<LampGroup, number>()
  for (const [lamp, count] of Object.entries(lamps)) {
    const group = groupOf(lamp as Lamp)
    counts.set(group, (counts.get(group) ?? 0) + count)
  }
  return lampGroups.map(group => ({ group, count: counts.get(group) ?? 0 }))
    .filter(({ group, count }) => count > 0 || (group !== 'idle' && group !== 'waiting'))
}
