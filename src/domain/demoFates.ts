/** Who lags and who leads in the demo: quotas of standings over all cells, laggards gathered in a few townships and one target. */
import type { Plan } from './plan'
import type { Calendar } from './demoCalendar'
import { freshDay } from './demoCalendar'
import type { Cell, DemoPlan } from './demoCells'
import type { Chance } from './demoChance'
import { below, shuffled } from './demoChance'
import { courseFor } from './demoCourse'
import type { Course, Standing } from './demoCourse'
import { isStep } from './pace'

/** A cell with its part in the year. */
export interface Fate {
  cell: Cell
  course: Course
  standing: Standing
  /** Day of its half-month report before today; null without one. */
  fresh: string | null
  /** Nothing was reported up to today. */
  isSilent: boolean
  /** Marked out of the count: nothing is reported from this day on. */
  mark: { state: 'exempt' | 'paused', from: string, reason: string } | null
}

/** Shares of the cells that stand so; what is over is on pace. */
interface Quotas { behind: number, slight: number, done: number, ahead: number }

const cellQuotas: Quotas = { behind: 0.045, slight: 0.115, done: 0.17, ahead: 0.12 }
const wholeQuotas: Quotas = { behind: 0.025, slight: 0.04, done: 0.12, ahead: 0.05 }

/** Any course at all, the likeliest standing first. */
const fallbacks: readonly (Standing | null)[] = ['pace', 'ahead', 'done', 'slight', 'behind', null]

/** The greater the more a cell is behind: by its township, its target and chance. */
function riskOf(chance: Chance, { cells, towns }: DemoPlan): (cell: Cell) => number {
  const laggards = Math.min(3, Math.max(1, Math.floor(towns / 2.5)))
  const townRisks = shuffled(chance, Array.from({ length: towns }, (_, i) => (i < laggards ? 0.6 : chance() * 0.35)))
  const numeric = cells.filter(cell => cell.town >= 0 && (cell.goal >= 10 || cell.target.measure === 'rate'))
  const slow = numeric[below(chance, numeric.length)]?.target
  return cell => (townRisks[cell.town] ?? 0) + (cell.target === slow ? 0.35 : 0) + chance()
}

/** A cell in the order of risk; it leaves the queue when it is given its fate. */
interface Waiting { cell: Cell, risk: number, fresh: string | null, isTaken: boolean }

/** Past due: of every target asked of several places one is not done and one or two came late, the rest was in time. Gives how many are done, and not. */
function settlePast(past: readonly Waiting[], take: (one: Waiting, standing: Standing) => boolean): { done: number, behind: number } {
  const count = { done: 0, behind: 0 }
  for (const target of new Set(past.map(({ cell }) => cell.target))) {
    const group = past.filter(({ cell }) => cell.target === target)
    const late = group.length > 3 ? 1 + Math.ceil(group.length / 12) : 0
    group.forEach((one, i) => {
      if (i === 0 && late > 0 && take(one, 'behind')) count.behind++
      else if (i > 0 && i < late) take(one, 'slight')
      else if (take(one, 'done')) count.done++
    })
  }
  return count
}

/** Gives every cell its fate. `cells` are those of one kind (townships, or the whole plan), counted together. */
function fatesOf(chance: Chance, cells: readonly Cell[], quotas: Quotas, risk: (cell: Cell) => number, calendar: Calendar, plan: Plan): Fate[] {
  const queue = cells.map((cell): Waiting => ({ cell, risk: risk(cell), fresh: chance() < 0.5 ? freshDay(calendar, below(chance, 5)) : null, isTaken: false }))
    .sort((one, other) => other.risk - one.risk)
  const fates: Fate[] = []

  function take(one: Waiting, standing: Standing | null): boolean {
    const course = one.isTaken ? null : courseFor(chance, one.cell, standing, calendar, plan, one.fresh)
    if (course === null) return false
    fates.push({ cell: one.cell, course, standing: standing ?? 'pace', fresh: one.fresh, isSilent: false, mark: null })
    one.isTaken = true
    return true
  }
  function fill(candidates: readonly Waiting[], standing: Standing, count: number): number {
    let taken = 0
    for (const one of candidates) {
      if (taken >= count) break
      if (take(one, standing)) taken++
    }
    return taken
  }

  const past = settlePast(queue.filter(({ cell }) => cell.due < calendar.today && !cell.isCeiling), take)
  const lamped = queue.filter(({ cell, isTaken }) => cell.isLamped && !isTaken)
  const size = cells.filter(cell => cell.isLamped).length
  const countOf = (share: number) => (size === 0 ? 0 : Math.max(1, Math.round(size * share)))
  const leading = [...lamped].reverse()
  const steps = leading.filter(({ cell }) => isStep(cell.target))
  const done = past.done + fill(steps, 'done', Math.round(steps.length * 0.5))
  fill(lamped, 'behind', countOf(quotas.behind) - past.behind)
  fill(lamped, 'slight', countOf(quotas.slight))
  fill(leading, 'done', countOf(quotas.done) - done)
  fill(leading, 'ahead', countOf(quotas.ahead))
  for (const one of queue) fallbacks.some(standing => take(one, standing))
  return fates
}

/** Silent and marked cells, taken from those on pace in plans with enough cells. */
function setAside(chance: Chance, fates: readonly Fate[], { start, meetings }: Calendar): void {
  const lamped = shuffled(chance, fates.filter(({ cell, standing }) => cell.isLamped && standing === 'pace' && !cell.isCeiling && !isStep(cell.target)))
  const size = fates.filter(fate => fate.cell.isLamped).length
  for (const fate of lamped.splice(0, size > 26 ? Math.max(1, Math.round(size * 0.02)) : 0)) fate.isSilent = true
  if (size <= 40) return
  // Nobody is exempt from a share that was just given out.
  const exempt = lamped.find(({ cell }) => /rate|qualitative|frequency/.test(cell.target.measure)) ?? lamped[0]
  const paused = [...lamped].reverse().find(fate => fate.cell.sites.length > 0) ?? lamped.at(-1)
  if (exempt !== undefined) exempt.mark = { state: 'exempt', from: start, reason: '辖区内没有这类对象' }
  if (paused !== undefined && paused !== exempt) paused.mark = { state: 'paused', from: meetings.at(-3) ?? start, reason: '场地另有规划，暂缓实施' }
}

/** The fates of all cells of a plan. */
export function demoFates(chance: Chance, demo: DemoPlan, calendar: Calendar, plan: Plan): Fate[] {
  const risk = riskOf(chance, demo)
  const own = fatesOf(chance, demo.cells.filter(cell => cell.town >= 0), cellQuotas, risk, calendar, plan)
  setAside(chance, own, calendar)
  return [...own, ...fatesOf(chance, demo.cells.filter(cell => cell.town < 0), wholeQuotas, chance, calendar, plan)]
}
