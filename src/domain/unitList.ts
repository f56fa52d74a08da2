/** Departments as set up, also those no longer offered, and who leads what from two pasted columns. Source: issue 5 part 2. */
import { foldText } from './foldedText'
import { furtherOf } from './further'
import type { History } from './history'
import type { Department, PlanIndex, Task } from './plan'
import { planWithSetUp } from './setUp'

export interface UnitLine {
  department: Department
  isRetired: boolean
  /** Tasks that it leads and assists as set up. */
  leads: number
  assists: number
}

/** Every department of the plan and of the ledger as known at `limit`, in the order of the plan, new ones after it. */
export function unitLines(history: History, limit: string): UnitLine[] {
  const plan = planWithSetUp(history, limit)
  const all = new Map<string, { department: Department, isRetired: boolean }>(history.index.plan.departments.map(one => [one.id, { department: one, isRetired: false }]))
  for (const { data } of furtherOf(history, 'department', limit)) {
    const { id, name, short, retired } = data as { id: string, name: string, short?: string, retired?: boolean }
    all.set(id, { department: { id, name, ...(short !== undefined && { short }) }, isRetired: retired === true })
  }
  const tasks = plan.chapters.flatMap(chapter => chapter.tasks)
  return [...all.values()].map(one => ({ ...one, leads: tasks.filter(task => task.lead === one.department.id).length, assists: tasks.filter(task => task.assist?.includes(one.department.id)).length }))
}

/** An id that no department has had: `unit-1`, `unit-2` … */
export function freshUnitId(lines: readonly UnitLine[]): string {
  let n = 1
  while (lines.some(one => one.department.id === `unit-${n}`)) n += 1
  return `unit-${n}`
}

export interface PastedLead {
  /** Place in the pasted text, from 1, and what stands there. */
  line: number
  taskText: string
  unitText: string
  task: Task | null
  unit: Department | null
}

/**
 * Two pasted columns: task (its number, title, or a target's name) and department (name or short name); a head line is passed over.
 * A name that fits several is left open. At most 2,000 lines.
 */
export function readLeads(text: string, index: PlanIndex): PastedLead[] {
  const tasks = index.plan.chapters.flatMap(chapter => chapter.tasks)
  const found: PastedLead[] = []
  text.split(/\r\n|\r|\n/).slice(0, 2000).forEach((raw, i) => {
    const cells = (raw.includes('\t') ? raw.split('\t') : raw.split(/\s{2,}|\u3000+|[,，]/)).map(cell => cell.trim()).filter(cell => cell !== '')
    if (cells.length < 2) return
    const unitText = cells.at(-1)!
    const taskText = cells.slice(0, -1).join(' ')
    if (/^(?:任务|指标|事项|序号|名称)/.test(foldText(taskText)) && /^(?:科室|部门|单位|牵头)/.test(foldText(unitText))) return
    const unit = only(index.plan.departments, one => foldText(one.name) === foldText(unitText) || (one.short !== undefined && foldText(one.short) === foldText(unitText)))
      ?? only(index.plan.departments, one => foldText(one.name).includes(foldText(unitText)))
    found.push({ line: i + 1, taskText, unitText, task: taskOf(tasks, cells.slice(0, -1)), unit })
  })
  return found
}

function taskOf(tasks: readonly Task[], cells: readonly string[]): Task | null {
  for (const cell of cells) {
    const text = foldText(cell)
    const number = /^\d+(?:\.\d+)*(?:-\d+)?/.exec(text)?.[0]
    const task = tasks.find(one => one.id === number || one.targets.some(target => target.id === number))
      ?? only(tasks, one => foldText(one.title) === text || one.targets.some(target => foldText(target.name) === text || (target.short !== undefined && foldText(target.short) === text)))
      ?? (text.length < 3 ? null : only(tasks, one => foldText(one.title).includes(text) || one.targets.some(target => foldText(target.name).includes(text))))
    if (task !== null) return task
  }
  return null
}

/** The one that fits, null where none or several do. */
function only<One>(list: readonly One[], fits: (one: One) => boolean): One | null {
  const found = list.filter(fits)
  return found.length === 1 ? found[0]! : null
}
