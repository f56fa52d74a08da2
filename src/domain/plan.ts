/** The plan as the rest of the house sees it: types inferred from the border's schema, and an index that answers its common questions. */
import type { z } from 'zod'
import type { goalSchema, planSchema, scheduleSchema } from './planSchema'

export type Plan = z.infer<typeof planSchema>
export type Chapter = Plan['chapters'][number]
export type Task = Chapter['tasks'][number]
export type Target = Task['targets'][number]
export type Area = Plan['area']
export type Department = Plan['departments'][number]
export type Goal = z.infer<typeof goalSchema>
export type Schedule = z.infer<typeof scheduleSchema>

/** A target with the places it stands in: its task and chapter. */
export interface Placed {
  target: Target
  task: Task
  chapter: Chapter
}

/** One area of the plan's tree with its kin. `leaves` are the reporting areas below it (itself, when it is a leaf). */
export interface AreaNode {
  area: Area
  parent: AreaNode | null
  children: AreaNode[]
  leaves: AreaNode[]
}

/** Look-ups over one plan, made once by {@link indexPlan}. `columns` are the children of the root, as charted. */
export interface PlanIndex {
  plan: Plan
  root: AreaNode
  columns: AreaNode[]
  areas: ReadonlyMap<string, AreaNode>
  targets: ReadonlyMap<string, Placed>
  departments: ReadonlyMap<string, Department>
}

function nodeOf(area: Area, parent: AreaNode | null, into: Map<string, AreaNode>): AreaNode {
  const node: AreaNode = { area, parent, children: [], leaves: [] }
  into.set(area.code, node)
  node.children = (area.children ?? []).map(child => nodeOf(child, node, into))
  node.leaves = node.children.length > 0 ? node.children.flatMap(child => child.leaves) : [node]
  return node
}

/** Index of a parsed plan: areas by code, targets by id, departments by id; plan order is kept. */
export function indexPlan(plan: Plan): PlanIndex {
  const areas = new Map<string, AreaNode>()
  const root = nodeOf(plan.area, null, areas)
  const targets = new Map<string, Placed>()
  for (const chapter of plan.chapters)
    for (const task of chapter.tasks)
      for (const target of task.targets) targets.set(target.id, { target, task, chapter })
  return { plan, root, columns: root.children, areas, targets, departments: new Map(plan.departments.map(one => [one.id, one])) }
}

/** The name as printed on the board: the short one where the plan gives it. */
export function shortNameOf(thing: { name: string, short?: string | undefined }): string {
  return thing.short ?? thing.name
}
