/** The words of the plan shelf: opening, comparing and removing plan files. */
import type { FactChange, OtherPart, TargetChange } from '../../domain/comparePlans'
import type { OrphanReason } from '../../domain/planOrphans'
import type { Target } from '../../domain/plan'

export interface PlanWords {
  title: string
  /** A day with its year. */
  day: (day: string) => string
  join: string
  list: {
    title: string, current: string, shipped: string, own: string, replaces: string, added: (day: string) => string, open: string, remove: string, removeSure: (title: string) => string
    /** What stays when a plan is removed; the second where a plan of the programme takes its place. */
    removeKeeps: string, removeFallsBack: string, cancel: string, takeBack: (day: string) => string
  }
  drop: { zone: string, choose: string, hint: string, over: string, busy: string }
  preview: {
    fresh: string, newer: string, same: string, refused: string, sameLead: string, refusedLead: (n: number) => string, newerLead: string, accept: string, replace: string, accepting: string, cancel: string, close: string
    copy: string, copied: string, copyByHand: string, shown: (shown: number, total: number) => string, more: (n: number) => string, orphans: (n: number) => string, ledger: (n: number) => string
  }
  facts: {
    title: string, plan: string, id: string, issuer: string, number: string, noNumber: string, issued: string, period: string, span: (start: string, end: string) => string, area: string, columns: (area: string, n: number) => string
    content: string, counts: (chapters: number, tasks: number, targets: number) => string, measures: string, departments: string, departmentCount: (n: number) => string, allAssumed: string, someAssumed: (n: number) => string, asPrinted: string, rulings: string, rulingCount: (open: number, all: number) => string, none: string
  }
  measure: Record<Target['measure'], string>
  compare: {
    title: string, addedTargets: (n: number) => string, removedTargets: (n: number) => string, changedTargets: (n: number) => string, addedAreas: (n: number) => string, removedAreas: (n: number) => string, renamedAreas: (n: number) => string, facts: string, others: string
    from: string, to: string, fact: Record<FactChange['kind'], string>, target: Record<TargetChange['kind'], string>, part: Record<OtherPart, string>, field: (name: string) => string
    scope: Record<Target['scope'], string>, line: string, step: string, monthly: string, quarterly: string, points: (n: number) => string, none: string, everyArea: string, shared: (areas: number, sum: string) => string
  }
  orphan: {
    title: (n: number) => string, lead: string, target: string, area: string, day: string, value: string, by: string, why: string, recorded: (day: string) => string
    type: (type: string) => string, reason: Record<OrphanReason, string>, items: (n: number) => string, stages: (n: number) => string, shares: (n: number) => string, mark: (state: string) => string
  }
  departments: { title: string, assumed: string, assumedNote: string }
  rulings: { title: string, lead: (open: number, all: number) => string, open: string, decided: string }
}
