/** Lamps of everything drawn in the matrix: cells, and the one line of each whole row. */
import type { Board, LampCounts } from '../../domain/board'

const counted = new WeakMap<Board, LampCounts>()

export function countLamps(board: Board): LampCounts {
  const known = counted.get(board)
  if (known !== undefined) return known
  const counts: LampCounts = {}
  for (const row of board.rows)
    for (const { lamp } of row.cells.length > 0 ? row.cells : [row.total]) if (lamp !== null) counts[lamp] = (counts[lamp] ?? 0) + 1
  counted.set(board, counts)
  return counts
}

/** Cells that somebody is asked for. */
export function askedCells(board: Board): number {
  return board.rows.reduce((sum, row) => sum + (row.cells.length > 0 ? row.cells.filter(cell => cell.asked).length : 1), 0)
}
