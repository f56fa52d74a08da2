/** Counts of a plan, as its facts are told. */
import type { Plan, Target } from '../../domain/plan'

export interface PlanCounts {
  chapters: number
  tasks: number
  targets: number
  columns: number
  /** Targets by measure, the frequent ones first. */
  measures: readonly { measure: Target['measure'], count: number }[]
  departments: number
  assumed: number
  rulings: number
  open: number
}

export function countsOf(plan: Plan): PlanCounts {
  const tasks = plan.chapters.flatMap(chapter => chapter.tasks)
  const targets = tasks.flatMap(task => task.targets)
  const byMeasure = new Map<Target['measure'], number>()
  for (const { measure } of targets) byMeasure.set(measure, (byMeasure.get(measure) ?? 0) + 1)
  return {
    chapters: plan.chapters.length, tasks: tasks.length, targets: targets.length, columns: plan.area.children?.length ?? 0,
    measures: [...byMeasure].map(([measure, count]) => ({ measure, count })).sort((one, other) => other.count - one.count),
    departments: plan.departments.length, assumed: plan.departments.filter(one => one.assumed === true).length,
    rulings: plan.rulings.length, open: plan.rulings.filter(one => one.status === 'open').length,
  }
}
