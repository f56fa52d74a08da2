/** Two boards of one plan held against each other: two days of any choice, each as known then or as known now (semantics.md 33, 35, 36). */
import { askingOf } from './asking'
import type { Asking } from './asking'
import type { Board, Figure, Lamp, Row } from './board'
import { changeOf } from './changes'
import type { Change } from './changes'
import type { Cause, Reason } from './differenceCause'
import { reasonOf } from './differenceCause'
import type { History, When } from './history'
import type { PlanIndex } from './plan'
import { boardOf } from './rollUp'

/** One drawn figure on both sides: a cell, or the one line of a whole row (`area` null). */
export interface Compared {
  target: string
  area: string | null
  before: Figure
  after: Figure
  /** Null where neither lamp nor value differs. */
  difference: Reason & { turn: Change['turn'], isTurned: boolean } | null
}

export interface Comparison {
  before: Board
  after: Board
  /** Every drawn figure, in the order of the board. */
  figures: readonly Compared[]
}

/** Part of a comparison: a cell, a row (`area` null), a column (`target` null) or the plan (both null). */
export interface Scope { target: string | null, area: string | null }

/** 超前 and 正常 are one lamp to the eye and of one worth. */
const isSameLamp = (one: Lamp | null, other: Lamp | null): boolean => one === other || (isPacing(one) && isPacing(other))
const isPacing = (lamp: Lamp | null): boolean => lamp === 'ahead' || lamp === 'on_pace'

/** Cells in column order, or a whole row's one line. */
const drawnOf = (row: Row): readonly Figure[] => (row.cells.length > 0 ? row.cells : [row.total])

/** Does the first of two moments come first: by day, of one day by what was known. */
const isEarlier = (one: When, other: When): boolean => one.asOf < other.asOf || (one.asOf === other.asOf && one.limit <= other.limit)

/**
 * The board of `one` against the board of `other`. Figures come from {@link boardOf} alone. Causes do not depend on which side comes
 * first: exchanging the sides exchanges before and after, better and worse, and nothing else.
 */
export function compareBoards(history: History, index: PlanIndex, one: When, other: When): Comparison {
  const before = boardOf(history, { asOf: one.asOf, knownAt: one.limit })
  const after = boardOf(history, { asOf: other.asOf, knownAt: other.limit })
  return comparedDrawn(before, after, reasonsOf(history, index, one, other))
}

/** Why a figure of a target became another: asked only where they differ. */
export type Reasons = (target: string, area: string | null, before: Figure, after: Figure) => Reason

/** The reasons that one history gives for two moments; what is asked of a target is read once. */
export function reasonsOf(history: History, index: PlanIndex, one: When, other: When): Reasons {
  const inOrder = isEarlier(one, other)
  const asked = new Map<string, readonly [Asking, Asking]>()
  return (target, area, before, after) => {
    const placed = index.targets.get(target)!
    const [left, right] = asked.get(target) ?? [askingOf(history, placed, one), askingOf(history, placed, other)]
    asked.set(target, [left, right])
    const node = area === null ? null : index.areas.get(area)!
    return reasonOf(inOrder ? { early: left, late: right } : { early: right, late: left }, node, inOrder ? before : after, inOrder ? after : before)
  }
}

/** Two boards of one plan, figure by figure; a row that only one of them has is left out. */
export function comparedDrawn(before: Board, after: Board, reasons: Reasons): Comparison {
  const others = new Map(after.rows.map(row => [row.target.id, row]))
  const figures = before.rows.flatMap((row): Compared[] => {
    const other = others.get(row.target.id)
    if (other === undefined) return []
    const later = new Map(drawnOf(other).map(figure => [figure.area, figure]))
    return drawnOf(row).flatMap((figure): Compared[] => {
      const now = later.get(figure.area)
      if (now === undefined) return []
      const area = row.cells.length > 0 ? figure.area : null
      const same = { target: row.target.id, area, before: figure, after: now }
      const change = changeOf(figure, now)
      const isTurned = !isSameLamp(figure.lamp, now.lamp)
      if (change === null || (!isTurned && figure.value === now.value)) return [{ ...same, difference: null }]
      return [{ ...same, difference: { ...reasons(row.target.id, area, figure, now), turn: change.turn, isTurned } }]
    })
  })
  return { before, after, figures }
}

/** The figures of a part. */
export function figuresIn(figures: readonly Compared[], scope: Scope): readonly Compared[] {
  if (scope.target === null && scope.area === null) return figures
  return figures.filter(figure => (scope.target === null || figure.target === scope.target) && (scope.area === null || figure.area === scope.area))
}

export interface Transition { from: Lamp | null, to: Lamp | null, count: number }

/** Turned figures by cause; `better` and `worse` are parts of `turned`, `moved` are those whose value alone differs. */
export interface CauseCount { turned: number, better: number, worse: number, moved: number }

export interface Summary {
  /** Figures that have a lamp on either side: what the transitions sum to. */
  lamps: number
  turned: number
  moved: number
  transitions: readonly Transition[]
  causes: Readonly<Record<Cause, CauseCount>>
}

/** Counts a part of a comparison. */
export function summaryOf(figures: readonly Compared[]): Summary {
  const transitions = new Map<string, Transition>()
  const none = (): CauseCount => ({ turned: 0, better: 0, worse: 0, moved: 0 })
  const causes: Record<Cause, CauseCount> = { progress: none(), late: none(), correction: none(), amended: none(), rules: none(), time: none() }
  let lamps = 0
  for (const { before, after, difference } of figures) {
    if (before.lamp !== null || after.lamp !== null) {
      lamps += 1
      const key = `${before.lamp} ${after.lamp}`
      const known = transitions.get(key)
      if (known === undefined) transitions.set(key, { from: before.lamp, to: after.lamp, count: 1 })
      else known.count += 1
    }
    if (difference === null) continue
    const count = causes[difference.cause]
    if (!difference.isTurned) { count.moved += 1; continue }
    count.turned += 1
    if (difference.turn !== 'same') count[difference.turn] += 1
  }
  const sum = (part: 'turned' | 'moved') => Object.values(causes).reduce((total, count) => total + count[part], 0)
  return { lamps, turned: sum('turned'), moved: sum('moved'), transitions: [...transitions.values()], causes }
}
