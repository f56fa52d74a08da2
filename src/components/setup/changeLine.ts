/** One recorded change as the list shows it: place, old struck through, new. */
import type { PlanIndex, Schedule, Target } from '../../domain/plan'
import { shortNameOf } from '../../domain/plan'
import type { ChangedField, PlanChange } from '../../domain/planChanges'
import { curveFormOf } from '../../domain/scheduleEdit'
import type { ChangesWords } from './changesWords'
import { goalWords } from './targetLine'

export interface ChangeLine { event: string, target: string, name: string, place: string, at: string, reason: string, who: string, fields: { label: string, from: string, to: string }[] }

export function changeLineOf(index: PlanIndex, change: PlanChange, words: ChangesWords, day: (day: string) => string): ChangeLine {
  const placed = index.targets.get(change.target)
  const node = change.area === null ? null : index.areas.get(change.area)
  const unit = change.unit === null ? '' : index.departments.get(change.unit)?.name ?? index.areas.get(change.unit)?.area.name ?? change.unit
  const formOf = (target: Target, schedule: Schedule | undefined): string => {
    const { schedule: _, ...bare } = target
    return schedule === undefined ? words.asPlanned : words.forms[curveFormOf({ ...bare, schedule }, index.plan.period)]
  }
  const fieldOf = (one: ChangedField): { label: string, from: string, to: string } => {
    const label = words.field[one.field]
    switch (one.field) {
      case 'goal': return { label, from: goalWords(change.before, one.from), to: goalWords(change.after, one.to) }
      case 'due': return { label, from: one.from === undefined ? words.planEnd : day(one.from), to: day(one.to) }
      case 'schedule': return { label, from: formOf(change.before, one.from), to: formOf(change.after, one.to) }
      default: return { label, from: words.mark[one.from], to: words.mark[one.to] }
    }
  }
  return {
    event: change.event, target: change.target, name: placed?.target.short ?? placed?.target.name ?? change.target, place: node === null || node === undefined ? words.allAreas : shortNameOf(node.area),
    at: day(change.at), reason: change.reason === '' ? words.noReason : change.reason, who: [unit, change.name ?? ''].filter(part => part !== '').join(' '), fields: change.fields.map(fieldOf),
  }
}
