/** Entries of a plan that are kept but not folded, because the plan file in use has no place for them (semantics.md 6). */
import type { LedgerEvent } from './event'
import type { PlanIndex, Target } from './plan'
import { foldEvents, isInForce } from './history'
import { qualitativeStages } from './stages'

export type OrphanReason = 'target_gone' | 'area_gone' | 'level' | 'payload'

/** What the entry says, ready to be worded. */
export type OrphanValue =
  | { kind: 'number', value: number }
  | { kind: 'rate', numerator: number, denominator: number }
  | { kind: 'stage', stage: string }
  | { kind: 'stages' | 'items' | 'shares', count: number }
  | { kind: 'mark', state: string }
  | { kind: 'none' }

export interface Orphan {
  id: string
  type: string
  reason: OrphanReason
  /** As the entry names them; null where it names none. */
  target: string | null
  area: string | null
  targetName: string | null
  areaName: string | null
  /** Unit of the value, where its target is known. */
  unit: string | null
  at: string
  value: OrphanValue
  /** Who wrote it: the department's or the person's name. */
  by: string | null
  recordedAt: string
}

const everKnown = '\uffff'

/** The entries in force that the plan has no place for, latest first. `known`: the file they were made for, where gone targets and areas still have names. */
export function orphansOf(index: PlanIndex, events: Iterable<LedgerEvent>, known: PlanIndex = index): Orphan[] {
  const history = foldEvents(index, events)
  return history.unfolded.filter(event => isInForce(history, event, everKnown))
    .map(event => orphanOf(index, known, event))
    .sort((one, other) => (one.recordedAt < other.recordedAt ? 1 : one.recordedAt > other.recordedAt ? -1 : one.id < other.id ? -1 : 1))
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function orphanOf(index: PlanIndex, known: PlanIndex, event: LedgerEvent): Orphan {
  const target = textOf(event.data.target)
  const { reason, area } = reasonOf(index, event)
  // What was written then is read with the words and units of then.
  const placed = target === null ? undefined : known.targets.get(target) ?? index.targets.get(target)
  const node = area === null ? undefined : known.areas.get(area) ?? index.areas.get(area)
  const unit = textOf(event.by?.unit)
  return {
    id: event.id, type: event.type, reason, target, area, targetName: placed?.target.name ?? null, areaName: node?.area.name ?? null, unit: placed?.target.unit ?? null,
    at: event.at, value: valueOf(event.data, placed?.target), by: unit === null ? textOf(event.by?.name) : known.departments.get(unit)?.name ?? unit, recordedAt: event.recordedAt,
  }
}

/** Why the event is not folded, and the area it is about: of several shares the first that is gone. */
function reasonOf(index: PlanIndex, event: LedgerEvent): { reason: OrphanReason, area: string | null } {
  const { data } = event
  const area = textOf(data.area)
  const isAboutTarget = event.type !== 'retract' && event.type !== 'review' && event.type !== 'meeting'
  const placed = typeof data.target === 'string' ? index.targets.get(data.target) : undefined
  if (isAboutTarget && typeof data.target === 'string' && placed === undefined) return { reason: 'target_gone', area }
  if (event.type === 'allocate') {
    const gone = isRecord(data.shares) ? Object.keys(data.shares).find(code => !index.areas.has(code)) ?? null : null
    return { reason: placed?.target.scope === 'whole' ? 'level' : gone !== null ? 'area_gone' : 'payload', area: gone }
  }
  const node = area === null ? undefined : index.areas.get(area)
  if (isAboutTarget && area !== null && node === undefined) return { reason: 'area_gone', area }
  if (event.type === 'report' && placed !== undefined && node !== undefined) {
    const isRightLevel = placed.target.scope === 'whole' ? node === index.root : node !== index.root && node.children.length === 0
    if (!isRightLevel) return { reason: 'level', area }
  }
  return { reason: 'payload', area }
}

function valueOf(data: Record<string, unknown>, target: Target | undefined): OrphanValue {
  const { value, numerator, denominator, stage, stages, items, shares, state } = data
  if (Array.isArray(items)) return { kind: 'items', count: items.length }
  if (typeof numerator === 'number' && typeof denominator === 'number') return { kind: 'rate', numerator, denominator }
  if (typeof value === 'number') return { kind: 'number', value }
  if (typeof stage === 'string') return { kind: 'stage', stage: (target === undefined ? undefined : qualitativeStages(target).find(one => one.id === stage)?.name) ?? stage }
  if (isRecord(stages)) return { kind: 'stages', count: Object.keys(stages).length }
  if (isRecord(shares)) return { kind: 'shares', count: Object.values(shares).filter(share => share !== null).length }
  return typeof state === 'string' ? { kind: 'mark', state } : { kind: 'none' }
}
