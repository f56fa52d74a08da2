/** Changes of the plan in the year (调整): amendments and marks in force with what stood before, and what one would change on the board now. */
import type { Change } from './changes'
import { changeOf, severityOf } from './changes'
import type { Command } from './decide'
import type { LedgerEvent } from './event'
import { rowOf } from './figure'
import type { History, When } from './history'
import { comesLater, isInForce } from './history'
import type { Goal, Schedule, Target } from './plan'
import { rulesOn } from './adoption'

export type MarkState = 'exempt' | 'paused' | 'active'
/** One field that changed. `from` is undefined where the plan says nothing (due: the period's end; schedule: a straight line or a step). */
export type ChangedField =
  | { field: 'goal', from: Goal, to: Goal }
  | { field: 'due', from: string | undefined, to: string }
  | { field: 'schedule', from: Schedule | undefined, to: Schedule }
  | { field: 'mark', from: MarkState, to: MarkState }

export interface PlanChange {
  event: string
  target: string
  /** Area of a mark; null: the whole target. */
  area: string | null
  /** The day from which it holds: earlier days keep what stood before. */
  at: string
  reason: string
  unit: string | null
  name: string | null
  recordedAt: string
  fields: readonly ChangedField[]
  /** The target as it was before and is from this change on: for drawing both curves. */
  before: Target
  after: Target
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Every amendment and mark in force as known at `limit`, newest day first; each with what stood before it (semantics.md 26, 36). */
export function planChangesOf(history: History, limit: string): PlanChange[] {
  const changes: PlanChange[] = []
  for (const { target } of history.index.targets.values()) {
    const list = [...history.amendments.get(target.id) ?? [], ...history.marks.get(target.id) ?? []]
      .filter(event => isInForce(history, event, limit)).sort((one, other) => (one.at !== other.at ? (one.at < other.at ? -1 : 1) : comesLater(one, other) ? 1 : -1))
    let now = target
    const marks = new Map<string, MarkState>()
    for (const event of list) {
      const area = textOf(event.data.area)
      const { fields, after } = event.type === 'amend' ? amended(now, event) : { fields: marked(marks, area ?? '', event), after: now }
      changes.push({
        event: event.id, target: target.id, area, at: event.at, reason: textOf(event.data.reason) ?? '', unit: textOf(event.by?.unit), name: textOf(event.by?.name),
        recordedAt: event.recordedAt, fields, before: now, after,
      })
      now = after
    }
  }
  return changes.sort((one, other) => (one.at !== other.at ? (one.at < other.at ? 1 : -1) : one.recordedAt < other.recordedAt ? 1 : -1))
}

function amended(now: Target, { data }: LedgerEvent): { fields: ChangedField[], after: Target } {
  const { goal, due, schedule } = data as { goal?: Goal, due?: string, schedule?: Schedule }
  const fields: ChangedField[] = []
  if (goal !== undefined) fields.push({ field: 'goal', from: now.goal, to: { op: goal.op, value: goal.value } })
  if (due !== undefined) fields.push({ field: 'due', from: now.due, to: due })
  if (schedule !== undefined) fields.push({ field: 'schedule', from: now.schedule, to: schedule })
  return { fields, after: { ...now, ...(goal !== undefined && { goal: { op: goal.op, value: goal.value } }), ...(due !== undefined && { due }), ...(schedule !== undefined && { schedule }) } }
}

function marked(marks: Map<string, MarkState>, key: string, { data }: LedgerEvent): ChangedField[] {
  const from = marks.get(key) ?? 'active'
  const to = data.state as MarkState
  marks.set(key, to)
  return [{ field: 'mark', from, to }]
}

type Effective = Extract<Command, { kind: 'amend' | 'exempt' | 'allocate' | 'report' }>

/**
 * What commands would change on the board of `when.asOf`: every figure whose lamp, goal or value would differ, the total first, worst lamp
 * after it. The same fold and rows as for recorded events; nothing is recorded.
 */
export function effectOf(history: History, commands: readonly Effective[], when: When): Change[] {
  const assumed: History = { ...history, reports: new Map(history.reports), amendments: new Map(history.amendments), marks: new Map(history.marks), allocations: new Map(history.allocations) }
  commands.forEach(({ kind, at, target, ...data }, i) => {
    const event: LedgerEvent = { v: 1, id: `~${i}`, plan: history.index.plan.id, type: kind, at, recordedAt: when.limit, data: { target, ...('payload' in data ? { area: data.area, ...data.payload } : data) }, hash: `~${i}` }
    const put = (into: Map<string, LedgerEvent[]>) => { into.set(target, [...into.get(target) ?? [], event]) }
    if (kind === 'amend') put(assumed.amendments)
    else if (kind === 'exempt') put(assumed.marks)
    else if (kind === 'allocate') put(assumed.allocations)
    else {
      const areas = new Map(assumed.reports.get(target))
      const area = String(event.data.area)
      assumed.reports.set(target, areas.set(area, [...areas.get(area) ?? [], event]))
    }
  })
  const found: Change[] = []
  for (const id of new Set(commands.map(command => command.target))) {
    const placed = history.index.targets.get(id)
    if (placed === undefined) continue
    const rules = rulesOn(history, when)
    const [before, after] = [rowOf(history, placed, when, rules), rowOf(assumed, placed, when, rules)]
    const cells = after.cells.flatMap((cell, i) => changed(before.cells[i]!, cell)).sort((one, other) => severityOf(other.after.lamp) - severityOf(one.after.lamp))
    found.push(...changed(before.total, after.total), ...cells)
  }
  return found
}

/** A change of lamp or value as elsewhere; a goal that alone moves is told too. */
function changed(before: Change['before'], after: Change['after']): Change[] {
  const change = changeOf(before, after)
  if (change !== null) return [change]
  return before.goal === after.goal && before.pace === after.pace ? [] : [{ target: after.target, area: after.area, before, after, turn: 'same' }]
}
