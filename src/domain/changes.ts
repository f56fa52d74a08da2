/** What changed between two boards of one plan: since the last meeting, since last month. */
import type { Board, Figure, Lamp } from './board'

export interface Change {
  target: string
  /** Area code; null for a total. */
  area: string | null
  before: Figure
  after: Figure
  /** Did the lamp move for the better or the worse; `same` where only the value moved. */
  turn: 'better' | 'worse' | 'same'
}

/** Severity for "worst first": the larger the worse. */
const severity: Record<Lamp, number> = {
  overdue: 9, behind: 8, slightly_behind: 6, no_data: 5, near_due: 3, on_pace: 2, ahead: 2, caught_up_late: 1, done: 0, not_due: 2, paused: 2, exempt: 2,
}

export function severityOf(lamp: Lamp | null): number {
  return lamp === null ? -1 : severity[lamp]
}

/** What changed of one figure: its lamp or its value; null where neither did, or where there was none before. */
export function changeOf(before: Figure | undefined, after: Figure): Change | null {
  if (before === undefined || (before.lamp === after.lamp && before.value === after.value)) return null
  const step = severityOf(after.lamp) - severityOf(before.lamp)
  const turn = before.lamp === after.lamp || step === 0 ? 'same' : step < 0 ? 'better' : 'worse'
  return { target: after.target, area: after.area, before, after, turn }
}

/** Figures that want attention: off pace, worst first by lamp, then by gap. */
export function attentionOf(board: Board): Figure[] {
  return board.rows.flatMap(row => (row.cells.length > 0 ? row.cells : [row.total]))
    .filter(figure => figure.lamp === 'overdue' || figure.lamp === 'behind' || figure.lamp === 'slightly_behind' || figure.lamp === 'no_data')
    .sort((a, b) => severityOf(b.lamp) - severityOf(a.lamp) || (a.gap ?? 0) - (b.gap ?? 0))
}
