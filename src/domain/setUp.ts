/** The plan as the office has set it up since: departments, who leads what, rulings decided. Derived from the ledger; figures never depend on it. */
import type { Department, Plan, PlanIndex } from './plan'
import type { History } from './history'
import { findingsOf, ruledFindings } from './findings'
import { furtherOf } from './further'
import { indexPlan } from './plan'

/**
 * The plan with the events `department`, `assign`, `ruling` and `finding` known up to `limit` laid over it. Targets, goals and areas are the file's own;
 * what was found stands after the file's own rulings, so that it is printed wherever they are.
 */
export function planWithSetUp(history: History, limit: string): Plan {
  const { plan } = history.index
  const departments = new Map<string, Department & { retired?: boolean }>(plan.departments.map(one => [one.id, one]))
  for (const { data } of furtherOf(history, 'department', limit)) {
    const { id, name, short, retired } = data as { id: string, name: string, short?: string, retired?: boolean }
    departments.set(id, { id, name, ...(short !== undefined && { short }), ...(retired === true && { retired }) })
  }
  const leads = new Map(furtherOf(history, 'assign', limit).map(({ data }) => [data.task as string, data as { lead: string, assist: string[] }]))
  const rulings = [...plan.rulings]
  for (const { data } of furtherOf(history, 'ruling', limit)) {
    const { ruling, decision, status } = data as { ruling: number, decision: string, status: 'open' | 'decided' }
    rulings[ruling] = { ...plan.rulings[ruling]!, decision, status }
  }
  for (const { targets, question, decision, status } of ruledFindings(findingsOf(history, limit))) rulings.push({ targets: [...targets], question, decision, status: status === 'decided' ? 'decided' : 'open' })
  return {
    ...plan, rulings, departments: [...departments.values()].filter(one => one.retired !== true),
    chapters: plan.chapters.map(chapter => ({ ...chapter, tasks: chapter.tasks.map(task => { const by = leads.get(task.id); return by === undefined ? task : { ...task, lead: by.lead, assist: [...by.assist] } }) })),
  }
}

/** The same, indexed. */
export const indexWithSetUp = (history: History, limit: string): PlanIndex => indexPlan(planWithSetUp(history, limit))
