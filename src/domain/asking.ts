/** Who is asked for what on a day: the target as amended, its shares, marks and reports, leaf by leaf (semantics.md 2-5, 26, 36). */
import type { AreaNode, Goal, Placed, Schedule, Target } from './plan'
import type { LedgerEvent } from './event'
import { winnerOf } from './history'
import type { History, When } from './history'
import { dueOf } from './pace'

export type Mark = 'exempt' | 'paused'

/** Everything a row needs, read once for a target and a day; nothing here depends on the values reported. */
export interface Asking {
  history: History
  placed: Placed
  /** The target with the amendments in force. */
  target: Target
  due: string
  when: When
  /** Shares by area code as allocated, null where nothing is. */
  shares: Readonly<Record<string, number | null>> | null
  targetMark: Mark | null
  areaMarks: ReadonlyMap<string, Mark>
  /** Reports already looked up, by day and area: a row asks for each several times. */
  found: Map<string, LedgerEvent | null>
}

/** Reads amendments, allocation and marks of one target as in force at `when`. */
export function askingOf(history: History, placed: Placed, when: When): Asking {
  const period = history.index.plan.period
  const target = amendedTarget(history, placed.target, when)
  const allocated = placed.target.scope === 'area' ? winnerOf(history, history.allocations.get(target.id), when) : null
  const named = target.allocation !== undefined && when.asOf >= period.start ? target.allocation : null
  const { targetMark, areaMarks } = marksOf(history, target.id, when)
  return {
    history, placed, target, due: dueOf(target, period), when, targetMark, areaMarks, found: new Map(),
    shares: allocated !== null ? allocated.data.shares as Record<string, number | null> : named,
  }
}

/** Of each field the latest amendment holds; without one the plan's target itself is returned. */
function amendedTarget(history: History, target: Target, when: When): Target {
  const list = history.amendments.get(target.id)
  if (list === undefined) return target
  const latest = (field: string) => winnerOf(history, list, when, event => Object.hasOwn(event.data, field) && event.data[field] !== undefined)?.data[field]
  const goal = latest('goal') as Goal | undefined
  const due = latest('due') as string | undefined
  const schedule = latest('schedule') as Schedule | undefined
  return { ...target, ...(goal && { goal: { op: goal.op, value: goal.value } }), ...(due !== undefined && { due }), ...(schedule !== undefined && { schedule }) }
}

function marksOf(history: History, targetId: string, when: When): { targetMark: Mark | null, areaMarks: Map<string, Mark> } {
  const areaMarks = new Map<string, Mark>()
  const events = history.marks.get(targetId)
  if (events === undefined) return { targetMark: null, areaMarks }
  const groups = new Map<string, LedgerEvent[]>()
  for (const event of events) {
    const area = typeof event.data.area === 'string' ? event.data.area : ''
    groups.set(area, [...groups.get(area) ?? [], event])
  }
  for (const [area, group] of groups) {
    const state = winnerOf(history, group, when)?.data.state
    if (state === 'exempt' || state === 'paused') areaMarks.set(area, state)
  }
  const targetMark = areaMarks.get('') ?? null
  areaMarks.delete('')
  return { targetMark, areaMarks }
}

/** An area's own mark, else the nearest ancestor's; the target's own mark is not looked at (semantics.md 26). */
export function areaMarkOf(asking: Asking, node: AreaNode): Mark | null {
  if (asking.areaMarks.size === 0) return null
  for (let at: AreaNode | null = node; at !== null; at = at.parent) {
    const mark = asking.areaMarks.get(at.area.code)
    if (mark !== undefined) return mark
  }
  return null
}

/** The share an area was given itself: undefined = the allocation leaves it out (or there is none), null = not asked there. */
export function ownShare(asking: Asking, code: string): number | null | undefined {
  return asking.shares !== null && Object.hasOwn(asking.shares, code) ? asking.shares[code] : undefined
}

/** The share that holds for a leaf: its own, else the nearest ancestor's. */
export function heldShare(asking: Asking, leaf: AreaNode): number | null | undefined {
  if (asking.shares === null) return undefined
  for (let at: AreaNode | null = leaf; at !== null; at = at.parent) {
    const share = ownShare(asking, at.area.code)
    if (share !== undefined) return share
  }
  return undefined
}

/** Is a leaf area asked for the target (semantics.md 2). */
export function isAsked(asking: Asking, leaf: AreaNode): boolean {
  const share = heldShare(asking, leaf)
  if (share === null) return false
  if (share !== undefined) return share !== 0 || asking.target.goal.op === '<='
  const named = asking.target.areas
  if (named === undefined) return true
  for (let at: AreaNode | null = leaf; at !== null; at = at.parent) if (named.includes(at.area.code)) return true
  return false
}

/** The report in force for an area on a day, known as the asking knows it. */
export function reportOn(asking: Asking, area: string, day: string): LedgerEvent | null {
  const key = `${day} ${area}`
  const known = asking.found.get(key)
  if (known !== undefined) return known
  const winner = winnerOf(asking.history, asking.history.reports.get(asking.target.id)?.get(area), { asOf: day, limit: asking.when.limit })
  asking.found.set(key, winner)
  return winner
}

/** Reports in force by area on each day that has one, for curves: days in order. */
export function reportDays(asking: Asking, areas: readonly string[]): string[] {
  const days = new Set<string>()
  const ofTarget = asking.history.reports.get(asking.target.id)
  for (const area of areas)
    for (const event of ofTarget?.get(area) ?? [])
      if (event.at <= asking.when.asOf && event.recordedAt <= asking.when.limit) days.add(event.at)
  return [...days].sort()
}

