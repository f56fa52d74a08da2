/** Changes of a plan as words: what it is about, how it was, how it will be. */
import type { FactChange, TargetChange } from '../../domain/comparePlans'
import type { Goal, Schedule } from '../../domain/plan'
import type { Orphan } from '../../domain/planOrphans'
import { numberText } from '../../wording/figureText'
import type { PlanWords } from './planWords'

/** `after` null: there is only something to name. */
export interface ChangeLine { label: string, before: string, after: string | null }

const signs = { '>=': '≥', '<=': '≤' } as const
const goalText = (goal: Goal & { unit: string }, isSigned: boolean): string =>
  (isSigned || goal.op === '<=' ? signs[goal.op] : '') + (goal.value === null ? '—' : numberText(goal.value)) + (goal.unit === '' ? '' : ` ${goal.unit}`)

function scheduleText(schedule: Schedule | null, words: PlanWords): string {
  const { compare } = words
  if (schedule === null) return compare.line
  if (schedule === 'step') return compare.step
  return 'points' in schedule ? compare.points(schedule.points.length) : 'monthly' in schedule ? compare.monthly : compare.quarterly
}

export function factLine(change: FactChange, words: PlanWords): ChangeLine {
  const label = words.compare.fact[change.kind]
  switch (change.kind) {
    case 'documentNumber': return { label, before: change.before ?? words.facts.noNumber, after: change.after ?? words.facts.noNumber }
    case 'period': return { label, before: words.facts.span(words.day(change.before.start), words.day(change.before.end)), after: words.facts.span(words.day(change.after.start), words.day(change.after.end)) }
    case 'issued': return { label, before: words.day(change.before), after: words.day(change.after) }
    default: return { label, before: change.before, after: change.after }
  }
}

export function targetLine(change: TargetChange, words: PlanWords): ChangeLine {
  const { compare } = words
  const label = compare.target[change.kind]
  const listed = (list: readonly string[] | null, none: string): string => (list === null ? none : list.join(words.join))
  switch (change.kind) {
    case 'measure': return { label, before: words.measure[change.before], after: words.measure[change.after] }
    case 'scope': return { label, before: compare.scope[change.before], after: compare.scope[change.after] }
    case 'goal': {
      const isSigned = change.before.op !== change.after.op
      return { label, before: goalText(change.before, isSigned), after: goalText(change.after, isSigned) }
    }
    case 'due': return { label, before: words.day(change.before), after: words.day(change.after) }
    case 'baseline': return { label, before: change.before === null ? compare.none : numberText(change.before), after: change.after === null ? compare.none : numberText(change.after) }
    case 'schedule': return { label, before: scheduleText(change.before, words), after: scheduleText(change.after, words) }
    case 'stages': case 'ladder': return { label, before: listed(change.before, compare.none), after: listed(change.after, compare.none) }
    case 'areas': return { label, before: listed(change.before, compare.everyArea), after: listed(change.after, compare.everyArea) }
    case 'allocation': {
      const text = (shared: typeof change.before) => (shared === null ? compare.none : compare.shared(shared.areas, numberText(shared.sum)))
      return { label, before: text(change.before), after: text(change.after) }
    }
    case 'details': return { label, before: change.fields.map(compare.field).join(words.join), after: null }
    default: return { label, before: change.before, after: change.after }
  }
}

/** What an entry without a place says. */
export function orphanText(orphan: Orphan, words: PlanWords): string {
  const { value } = orphan
  const { orphan: said } = words
  const unit = orphan.unit === null || orphan.unit === '' ? '' : ` ${orphan.unit}`
  switch (value.kind) {
    case 'number': return `${numberText(value.value)}${unit}`
    case 'rate': return `${numberText(value.numerator)}/${numberText(value.denominator)}`
    case 'stage': return value.stage
    case 'stages': return said.stages(value.count)
    case 'items': return said.items(value.count)
    case 'shares': return said.shares(value.count)
    case 'mark': return said.mark(value.state)
    case 'none': return said.type(orphan.type)
  }
}
