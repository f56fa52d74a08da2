/** The changes between two boards of one plan, as lists; what changed of one figure is `changes.ts`, which the first board needs. */
import type { Board } from './board'
import type { Change } from './changes'
import { changeOf, severityOf } from './changes'

/** Cells and totals whose lamp or value differs, worst turn first. `before` and `after` are boards of one plan on two days. */
export function changesBetween(before: Board, after: Board): Change[] {
  const changes: Change[] = []
  const rowsBefore = new Map(before.rows.map(row => [row.target.id, row]))
  for (const row of after.rows) {
    const old = rowsBefore.get(row.target.id)
    if (old === undefined) continue
    const cellsBefore = new Map(old.cells.map(cell => [cell.area, cell]))
    for (const change of [changeOf(old.total, row.total), ...row.cells.map(cell => changeOf(cellsBefore.get(cell.area), cell))]) if (change !== null) changes.push(change)
  }
  const order = { worse: 0, better: 1, same: 2 }
  return changes.sort((a, b) => order[a.turn] - order[b.turn] || severityOf(b.after.lamp) - severityOf(a.after.lamp))
}

/** Cells (and the one line of each whole row) that changed. Totals of shared-out rows follow from their cells and are left out. */
export function drawnChanges(before: Board, after: Board): Change[] {
  const whole = new Set(after.rows.filter(row => row.cells.length === 0).map(row => row.target.id))
  return changesBetween(before, after).filter(change => (change.area !== null || whole.has(change.target)) && change.after.lamp !== null)
}

/**
 * The turns one way, largest first: by how many steps of severity the lamp moved, then by how far progress moved that way, then by how far
 * the gap to the pace did (a figure that stood still while time went on); equal ones keep their order. Shares of 1, as on the board.
 */
export function largestTurns(changes: readonly Change[], turn: 'better' | 'worse'): Change[] {
  const way = turn === 'better' ? 1 : -1
  const steps = ({ before, after }: Change): number => way * (severityOf(before.lamp) - severityOf(after.lamp))
  const moved = ({ before, after }: Change): number => way * ((after.progress ?? 0) - (before.progress ?? 0))
  const fell = ({ before, after }: Change): number => way * ((after.gap ?? 0) - (before.gap ?? 0))
  return changes.filter(change => change.turn === turn).sort((a, b) => steps(b) - steps(a) || moved(b) - moved(a) || fell(b) - fell(a))
}
