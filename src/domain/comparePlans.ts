/** What changes from one file of a plan to the next, as values ready to be worded. Two files that differ never compare as equal. */
import type { Area, Goal, Plan, PlanIndex, Schedule, Target } from './plan'
import { canonicalJson, planHash } from './hash'
import { dueOf } from './pace'
import { indexPlan } from './plan'

/** One thing with its old and its new value. */
export interface Change<Kind extends string, Value> { kind: Kind, before: Value, after: Value }

export type FactChange =
  | Change<'id' | 'title' | 'issuer' | 'issued', string>
  | Change<'documentNumber', string | null>
  | Change<'period', Plan['period']>

/** Stages of a milestone or a qualitative target, or the ladder of an item-tracked count: their names in order. */
type StageNames = readonly string[] | null
export interface Shared { areas: number, sum: number }
/** A goal with the unit it is in. */
type GoalInUnit = Goal & { unit: string }

export type TargetChange =
  | Change<'name' | 'unit' | 'due' | 'lead' | 'task', string>
  | Change<'measure', Target['measure']>
  | Change<'scope', Target['scope']>
  | Change<'goal', GoalInUnit>
  | Change<'baseline', number | null>
  | Change<'schedule', Schedule | null>
  | Change<'stages' | 'ladder', StageNames>
  | Change<'areas', readonly string[] | null>
  | Change<'allocation', Shared | null>
  /** Only the wording or the small print: fields that have no words of their own. */
  | { kind: 'details', fields: readonly string[] }

export interface TargetName { id: string, name: string, task: string }
export interface ChangedTarget extends TargetName { changes: readonly TargetChange[] }
export interface AreaName { code: string, name: string }
export interface RenamedArea { code: string, before: string, after: string }

/** Parts that changed otherwise: counted, not listed. */
export type OtherPart = 'tasks' | 'departments' | 'rulings' | 'areas' | 'format'

export interface PlanComparison {
  /** The same fingerprint: nothing below is filled. */
  isSame: boolean
  facts: readonly FactChange[]
  targets: { added: readonly TargetName[], removed: readonly TargetName[], changed: readonly ChangedTarget[] }
  areas: { added: readonly AreaName[], removed: readonly AreaName[], renamed: readonly RenamedArea[] }
  others: readonly OtherPart[]
}

const differ = (one: unknown, other: unknown): boolean => one !== other && canonicalJson(one ?? null) !== canonicalJson(other ?? null)

/** Compares the file in use with a newer one. */
export function comparePlans(before: Plan, after: Plan): PlanComparison {
  const old = indexPlan(before)
  const now = indexPlan(after)
  const isSame = planHash(before) === planHash(after)
  const facts = isSame ? [] : factsOf(before, after)
  const nameOf = (index: PlanIndex, id: string): TargetName => ({ id, name: index.targets.get(id)!.target.name, task: index.targets.get(id)!.task.title })
  const targets = {
    added: [...now.targets.keys()].filter(id => !old.targets.has(id)).map(id => nameOf(now, id)),
    removed: [...old.targets.keys()].filter(id => !now.targets.has(id)).map(id => nameOf(old, id)),
    changed: isSame ? [] : [...now.targets.keys()].filter(id => old.targets.has(id))
      .map(id => ({ ...nameOf(now, id), changes: targetChanges(old, now, id) })).filter(target => target.changes.length > 0),
  }
  const areaOf = (index: PlanIndex, code: string): AreaName => ({ code, name: index.areas.get(code)!.area.name })
  const areas = {
    added: [...now.areas.keys()].filter(code => !old.areas.has(code)).map(code => areaOf(now, code)),
    removed: [...old.areas.keys()].filter(code => !now.areas.has(code)).map(code => areaOf(old, code)),
    renamed: [...now.areas.keys()].filter(code => old.areas.has(code) && old.areas.get(code)!.area.name !== now.areas.get(code)!.area.name)
      .map(code => ({ code, before: old.areas.get(code)!.area.name, after: now.areas.get(code)!.area.name })),
  }
  const others: OtherPart[] = isSame ? [] : othersOf(old, now)
  const isEmpty = [facts, targets.added, targets.removed, targets.changed, areas.added, areas.removed, areas.renamed, others].every(list => list.length === 0)
  if (!isSame && isEmpty) others.push('format')
  return { isSame, facts, targets, areas, others }
}

function factsOf(before: Plan, after: Plan): FactChange[] {
  const changes: FactChange[] = []
  for (const kind of ['id', 'title', 'issuer', 'issued'] as const)
    if (before[kind] !== after[kind]) changes.push({ kind, before: before[kind], after: after[kind] })
  if (before.documentNumber !== after.documentNumber) changes.push({ kind: 'documentNumber', before: before.documentNumber, after: after.documentNumber })
  if (differ(before.period, after.period)) changes.push({ kind: 'period', before: before.period, after: after.period })
  return changes
}

const plainFields = ['short', 'weight', 'pair', 'source', 'criteria', 'note', 'ladderAssumed'] as const

function targetChanges(old: PlanIndex, now: PlanIndex, id: string): TargetChange[] {
  const one = old.targets.get(id)!
  const other = now.targets.get(id)!
  const { target: was } = one
  const { target: is } = other
  const changes: TargetChange[] = []
  const details: string[] = plainFields.filter(field => differ(was[field], is[field]))
  if (one.task.id !== other.task.id) changes.push({ kind: 'task', before: `${one.task.id} ${one.task.title}`, after: `${other.task.id} ${other.task.title}` })
  if (was.name !== is.name) changes.push({ kind: 'name', before: was.name, after: is.name })
  if (was.measure !== is.measure) changes.push({ kind: 'measure', before: was.measure, after: is.measure })
  if (was.unit !== is.unit) changes.push({ kind: 'unit', before: was.unit, after: is.unit })
  if (differ(was.goal, is.goal)) changes.push({ kind: 'goal', before: { ...was.goal, unit: was.unit }, after: { ...is.goal, unit: is.unit } })
  if (was.scope !== is.scope) changes.push({ kind: 'scope', before: was.scope, after: is.scope })
  if (was.due !== is.due) {
    const due = { before: dueOf(was, old.plan.period), after: dueOf(is, now.plan.period) }
    if (due.before === due.after) details.push('due')
    else changes.push({ kind: 'due', ...due })
  }
  if (differ(was.schedule, is.schedule)) changes.push({ kind: 'schedule', before: was.schedule ?? null, after: is.schedule ?? null })
  if (differ(was.stages, is.stages)) changes.push({ kind: 'stages', before: stageNames(was.stages), after: stageNames(is.stages) })
  if (differ([was.ladder ?? null, was.countsAt ?? null], [is.ladder ?? null, is.countsAt ?? null]))
    changes.push({ kind: 'ladder', before: stageNames(was.ladder), after: stageNames(is.ladder) })
  if (differ(was.areas, is.areas)) changes.push({ kind: 'areas', before: areaNames(old, was.areas), after: areaNames(now, is.areas) })
  if (differ(was.baseline, is.baseline)) changes.push({ kind: 'baseline', before: was.baseline?.value ?? null, after: is.baseline?.value ?? null })
  if (differ(was.allocation, is.allocation)) changes.push({ kind: 'allocation', before: sharedOf(was.allocation), after: sharedOf(is.allocation) })
  if (one.task.lead !== other.task.lead) changes.push({ kind: 'lead', before: leadOf(old, one.task.lead), after: leadOf(now, other.task.lead) })
  return details.length > 0 ? [...changes, { kind: 'details', fields: details }] : changes
}

const stageNames = (stages: readonly { name: string }[] | undefined): StageNames => stages?.map(stage => stage.name) ?? null
const areaNames = (index: PlanIndex, codes: readonly string[] | undefined) => codes?.map(code => index.areas.get(code)?.area.name ?? code) ?? null
const leadOf = (index: PlanIndex, id: string): string => index.departments.get(id)?.name ?? id

function sharedOf(allocation: Target['allocation']): Shared | null {
  if (allocation === undefined) return null
  const given = Object.values(allocation).filter(share => share !== null)
  return { areas: given.length, sum: given.reduce((sum, share) => sum + share, 0) }
}

/** What both plans have, without what is listed one by one: so that a part is named only where it changed by itself. */
function othersOf(old: PlanIndex, now: PlanIndex): OtherPart[] {
  const tasksOf = ({ plan }: PlanIndex) => plan.chapters.map(({ tasks, ...chapter }) => ({
    ...chapter, isEmpty: tasks.length === 0,
    tasks: tasks.map(({ targets, lead: _lead, ...task }) => ({ ...task, targets: targets.map(target => target.id).filter(id => old.targets.has(id) && now.targets.has(id)) })).filter(task => task.targets.length > 0),
  })).filter(chapter => chapter.isEmpty || chapter.tasks.length > 0)
  const areasOf = (index: PlanIndex) => [...index.areas.values()].filter(({ area }) => old.areas.has(area.code) && now.areas.has(area.code))
    .map(({ area, parent }) => [area.code, parent?.area.code ?? null, ...smallPrint(area)])
  const others: OtherPart[] = []
  if (differ(tasksOf(old), tasksOf(now))) others.push('tasks')
  if (differ(old.plan.departments, now.plan.departments)) others.push('departments')
  if (differ(old.plan.rulings, now.plan.rulings)) others.push('rulings')
  if (differ(areasOf(old), areasOf(now))) others.push('areas')
  return others
}

const smallPrint = (area: Area): (string | null)[] => [area.level, area.short ?? null]
