/**
 * Next year's plan file from this year's (issue 5 part 2): the plan as it was set up and changed, every date a year later. What a new notice
 * must say is marked as unchecked: no document number, and a note on every target. Pure; the result passes `parsePlan`.
 */
import { askingOf } from './asking'
import { addMonths } from './days'
import { rowOf } from './figure'
import { furtherOf } from './further'
import type { History } from './history'
import type { Department, Plan, Schedule, Target, Task } from './plan'
import { rulesOn } from './adoption'
import { planWithSetUp } from './setUp'

const yearLater = (day: string): string => addMonths(day, 12)
const noControls = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]/g
const cut = (text: string, longest: number): string => [...text.replace(noControls, '')].join('').slice(0, longest)
const isIdentifier = (text: string): boolean => /^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/.test(text)

/** The year moved on wherever it stands as a number of its own; unchanged text says so. */
function nextText(text: string, year: string): string {
  return text.replaceAll(year, String(Number(year) + 1))
}

/** A schedule with its days a year later; shares are put back into [0, 1] and never fall, whatever an amendment said. */
function nextSchedule(schedule: Schedule): Schedule {
  if (schedule === 'step') return schedule
  let reached = 0
  const climb = (share: number): number => (reached = Math.max(reached, Math.min(1, Math.max(0, share))))
  if ('monthly' in schedule) return { monthly: schedule.monthly.map(climb) }
  if ('quarterly' in schedule) return { quarterly: schedule.quarterly.map(climb) }
  return { points: [...schedule.points].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(0, 400).map(point => ({ at: yearLater(point.at), share: climb(point.share) })) }
}

/** What is to be checked of a target, as its note says it; the old note stays in front as far as there is room. */
function noted(note: string, year: string, more: readonly string[]): string {
  const mark = `［由${year}年计划结转，任务数、期限和依据待核${more.map(one => `；${one}`).join('')}］`
  return `${cut(note.replace(/［由\d+年计划结转.*?］/g, ''), 400 - mark.length)}${mark}`
}

/** The values that hold at the end of the year: goal, due, curve, shares; the baseline of a stock is what was reached last. */
function nextTarget(history: History, limit: string, planned: Target): Target {
  const { index } = history
  const { plan } = index
  const year = plan.period.start.slice(0, 4)
  const placed = index.targets.get(planned.id)!
  const when = { asOf: plan.period.end, limit }
  const asking = askingOf(history, placed, when)
  const { target } = asking
  const more: string[] = []
  const next: Target = { ...planned, goal: { op: target.goal.op, value: target.goal.value === null ? null : Math.max(0, target.goal.value) } }
  if (target.due !== undefined) next.due = yearLater(target.due < plan.period.start ? plan.period.end : target.due)
  if (target.schedule !== undefined) next.schedule = nextSchedule(target.schedule)
  if (target.stages !== undefined) next.stages = target.stages.map(stage => ({ ...stage, ...(stage.due !== undefined && { due: yearLater(stage.due) }) }))
  const shares = Object.entries(asking.shares ?? {}).filter(([, share]) => share === null || (Number.isFinite(share) && share >= 0))
  if (shares.length > 0) next.allocation = Object.fromEntries(shares)
  if (target.measure === 'stock') {
    const { total } = rowOf(history, placed, when, rulesOn(history, when))
    if (total.value !== null && total.at !== null) {
      next.baseline = { value: total.value, at: total.at }
      if (total.reported < total.askedAreas) more.push(`基数只合计了 ${total.reported} 个已报区域`)
    } else if (planned.baseline !== undefined) more.push('基数仍是上年的，没有年末数')
  }
  if (asking.targetMark !== null) more.push(asking.targetMark === 'exempt' ? '上年列免' : '上年暂停')
  else if (asking.areaMarks.size > 0) more.push(`上年有 ${asking.areaMarks.size} 个区域列免或暂停`)
  next.note = noted(planned.note, year, more)
  return next
}

/** Departments as set up, and those that a task still names although they are gone: these are marked as assumed. */
function nextDepartments(history: History, limit: string, { departments, chapters }: Plan): { departments: Department[], idOf: (id: string) => string } {
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  const idOf = (id: string): string => {
    const known = ids.get(id)
    if (known !== undefined) return known
    let safe = isIdentifier(id) ? id : `unit-${ids.size + 1}`
    while (taken.has(safe)) safe = `${safe.slice(0, 60)}-${taken.size}`
    ids.set(id, safe)
    taken.add(safe)
    return safe
  }
  const names = new Map<string, string>([...history.index.plan.departments.map(one => [one.id, one.name] as const), ...furtherOf(history, 'department', limit).map(({ data }) => [String(data.id), String(data.name)] as const)])
  const list = departments.map((one): Department => {
    const short = one.short === undefined ? '' : cut(one.short, 2)
    return { id: idOf(one.id), name: cut(one.name, 30) || one.id.slice(0, 30), ...(short !== '' && { short }), ...(one.assumed === true && { assumed: true }) }
  })
  const tasks: Task[] = chapters.flatMap(chapter => chapter.tasks)
  for (const id of new Set(tasks.flatMap(task => [task.lead, ...task.assist ?? []])))
    if (!ids.has(id)) list.push({ id: idOf(id), name: cut(names.get(id) ?? id, 30) || 'unit', assumed: true })
  return { departments: list.slice(0, 200), idOf }
}

/**
 * The plan file of the next year as known at `limit`: departments and leads as set up, rulings as decided, of every target the goal, due,
 * curve and shares in force on the last day of this year. `title` says 演示数据 for a plan made from a demo ledger.
 */
export function nextYearPlan(history: History, limit: string, isDemo: boolean): Plan {
  const plan = planWithSetUp(history, limit)
  const year = plan.period.start.slice(0, 4)
  const { departments, idOf } = nextDepartments(history, limit, plan)
  const movedId = nextText(plan.id, year)
  const title = nextText(plan.title, year)
  return {
    ...plan,
    id: movedId === plan.id ? `${plan.id.slice(0, 59)}-next` : movedId,
    title: isDemo ? `${title.slice(0, 54)}（演示数据）` : title,
    documentNumber: null,
    issued: yearLater(plan.issued),
    period: { start: yearLater(plan.period.start), end: yearLater(plan.period.end) },
    departments,
    chapters: plan.chapters.map(chapter => ({
      ...chapter, tasks: chapter.tasks.map(task => ({ ...task, lead: idOf(task.lead), ...(task.assist !== undefined && { assist: [...new Set(task.assist.map(idOf))] }), targets: task.targets.map(target => nextTarget(history, limit, target)) })),
    })),
    rulings: plan.rulings.map(ruling => ({ ...ruling, decision: cut(ruling.decision, 400) })),
  }
}

/** The file as text: two spaces, a line feed at the end. */
export const planText = (plan: Plan): string => `${JSON.stringify(plan, null, 2)}\n`
