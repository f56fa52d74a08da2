/** From a comparison to the parts of its page: where the lamps went, why, and the small wall chart. Counts only what the domain compared. */
import type { Board, Lamp, LampCounts } from '../../domain/board'
import type { Compared, Scope, Summary } from '../../domain/comparison'
import type { PlanIndex } from '../../domain/plan'
import { shortNameOf } from '../../domain/plan'
import { sectionsOf } from '../../wording/boardSections'
import type { BoardLine } from '../../wording/boardSections'
import { columnsOf, ownLevelName } from '../../wording/columnGroups'
import type { CauseLine, Flow, FlowCell, GroupKey, MiniCell, MiniColumn, MiniRow, MiniSection, ShownCause } from '../../components/compare/compareFace'
import { shownCauses } from '../../components/compare/compareFace'
import type { CompareWords } from '../../components/compare/compareWords'
import { groupCounts, groupOf, lampGroups } from '../../wording/lampLook'
import type { LampGroup } from '../../wording/lampLook'
import type { Messages } from '../../components/messages'
import type { Only } from './useCompareQuery'

const keyOf = (lamp: Lamp | null): GroupKey => (lamp === null ? 'off' : groupOf(lamp))

/** 期限临近 is told apart from other effects of time: it is neither good nor bad. */
export function shownCauseOf({ difference, after }: Compared): ShownCause | null {
  if (difference === null) return null
  return difference.cause !== 'time' ? difference.cause : after.lamp === 'near_due' ? 'near' : 'pace'
}

export function isChosen(cause: ShownCause | null, only: Only): boolean {
  return cause !== null && (only === 'all' || (only === 'progress' ? cause === 'progress' : cause === 'late' || cause === 'correction'))
}

/** Groups that a plan always shows; the others where a lamp of theirs is there. */
const always: ReadonlySet<GroupKey> = new Set<LampGroup>(['done', 'ok', 'due', 'lag', 'sev', 'none'])

export function flowOf(figures: readonly Compared[], summary: Summary): Flow {
  const counts = new Map<string, { count: number, better: number, worse: number }>()
  let inside = 0
  for (const { before, after, difference } of figures) {
    if (before.lamp === null && after.lamp === null) continue
    const [from, to] = [keyOf(before.lamp), keyOf(after.lamp)]
    const key = `${from} ${to}`
    const cell = counts.get(key) ?? { count: 0, better: 0, worse: 0 }
    counts.set(key, cell)
    cell.count += 1
    if (difference?.turn === 'better' || difference?.turn === 'worse') cell[difference.turn] += 1
    if (from === to && difference?.isTurned === true) inside += 1
  }
  const countOf = (from: GroupKey, to: GroupKey): number => counts.get(`${from} ${to}`)?.count ?? 0
  const every: readonly GroupKey[] = [...lampGroups, 'off']
  const groups = every.filter(group => always.has(group) || every.some(other => countOf(group, other) + countOf(other, group) > 0))
  const cellOf = (from: GroupKey, to: GroupKey): FlowCell => {
    const { count, better, worse } = counts.get(`${from} ${to}`) ?? { count: 0, better: 0, worse: 0 }
    return { group: to, count, turn: from === to ? 'still' : better > worse ? 'better' : worse > better ? 'worse' : 'even' }
  }
  const rows = groups.map(group => ({ group, cells: groups.map(to => cellOf(group, to)), total: groups.reduce((sum, to) => sum + countOf(group, to), 0) }))
  const totals = groups.map(to => groups.reduce((sum, from) => sum + countOf(from, to), 0))
  return { groups, rows, totals, nets: totals.map((total, i) => total - rows[i]!.total), lamps: summary.lamps, turned: summary.turned, inside }
}

/** Causes that turned a lamp or moved a value; of effects of time only turned lamps, as no value moved. */
export function causeLinesOf(figures: readonly Compared[]): CauseLine[] {
  const lines = new Map<ShownCause, CauseLine>(shownCauses.map(cause => [cause, { cause, turned: 0, better: 0, worse: 0, moved: 0 }]))
  for (const figure of figures) {
    const cause = shownCauseOf(figure)
    if (cause === null || figure.difference === null) continue
    const line = lines.get(cause)!
    if (!figure.difference.isTurned) { line.moved += 1; continue }
    line.turned += 1
    if (figure.difference.turn !== 'same') line[figure.difference.turn] += 1
  }
  const usual: ReadonlySet<ShownCause> = new Set<ShownCause>(['progress', 'late', 'correction', 'near'])
  return [...lines.values()].filter(line => usual.has(line.cause) || line.turned + line.moved > 0)
}

function lampsIn(board: Board, scope: Scope): LampCounts {
  const counts: LampCounts = {}
  for (const row of board.rows) {
    if (scope.target !== null && row.target.id !== scope.target) continue
    for (const { area, lamp } of row.cells.length > 0 ? row.cells : [{ ...row.total, area: null }]) if (lamp !== null && (scope.area === null || area === scope.area)) counts[lamp] = (counts[lamp] ?? 0) + 1
  }
  return counts
}

/** Legend groups of a day that count differently once later entries are known. */
export function reseenOf(then: Board, now: Board, scope: Scope): { group: LampGroup, now: number, before: number }[] {
  const [before, after] = [then, now].map(board => new Map(groupCounts(lampsIn(board, scope)).map(({ group, count }) => [group, count]))) as [Map<LampGroup, number>, Map<LampGroup, number>]
  return lampGroups.map(group => ({ group, now: after.get(group) ?? 0, before: before.get(group) ?? 0 })).filter(one => one.now !== one.before)
}

export function placeName(index: PlanIndex, area: string | null): string {
  return area === null ? ownLevelName(index.plan.area.name) : shortNameOf(index.areas.get(area)?.area ?? { name: area })
}

export function miniColumnsOf(index: PlanIndex): MiniColumn[] {
  return columnsOf(index.columns).columns.map(({ code, name, short, opensGroup }) => ({ code, name, short, opens: opensGroup }))
}

/** The chapters with their rows; whole rows without a figure fold into the chapter's own line, as on the board. */
export function miniSectionsOf(index: PlanIndex, after: Board, figures: readonly Compared[], only: Only, words: CompareWords, messages: Messages): MiniSection[] {
  const compared = new Map<string, Compared[]>()
  for (const figure of figures) {
    const list = compared.get(figure.target)
    if (list === undefined) compared.set(figure.target, [figure])
    else list.push(figure)
  }
  const nameOf = (lamp: Lamp | null): string => (lamp === null ? words.off : messages.lamp[lamp])
  const cellOf = (figure: Compared, column: number, name: string): MiniCell | null => {
    const { before, after: { lamp }, difference } = figure
    if (before.lamp === null && lamp === null) return null
    const cause = shownCauseOf(figure)
    // A value that moved under the same lamp is progress like any other day's: only what came in late or was put right is pointed at.
    const isPointedAt = difference !== null && (difference.isTurned || cause === 'late' || cause === 'correction') && isChosen(cause, only)
    const isTurned = isPointedAt && difference.isTurned
    return {
      column, area: figure.area, before: before.lamp, after: lamp, cause: isPointedAt ? cause : null, isTurned,
      label: words.cell(placeName(index, figure.area), name, isTurned ? words.turned(nameOf(before.lamp), nameOf(lamp)) : nameOf(lamp), isPointedAt ? words.cause[cause!].name : ''),
    }
  }
  const rowOf = ({ row, number }: BoardLine): MiniRow => {
    const { id, name, short } = row.target
    return { target: id, number, name: short ?? name, fullName: name, isWhole: row.cells.length === 0, cells: (compared.get(id) ?? []).map((figure, column) => cellOf(figure, column, short ?? name)) }
  }
  return sectionsOf(index, after.rows).map(({ chapter, numeral, figures: lines, folded }) => ({
    id: chapter.id, numeral: messages.language === 'en' ? String(index.plan.chapters.indexOf(chapter) + 1) : numeral, title: chapter.title,
    folded: folded.filter(line => line.row.cells.length === 0).map(rowOf), rows: [...lines, ...folded.filter(line => line.row.cells.length > 0)].map(rowOf),
  }))
}

/** A scope must name what the plan has; anything else is the whole plan. */
export function knownScope(index: PlanIndex, scope: Scope): Scope {
  const isColumn = index.columns.some(({ area }) => area.code === scope.area)
  return { target: scope.target !== null && index.targets.has(scope.target) ? scope.target : null, area: isColumn ? scope.area : null }
}
