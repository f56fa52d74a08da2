/** Figures that wait for a report: asked and never reported, or older than one reporting period. Pure. */
import type { Board, Figure } from '../domain/board'
import { severityOf } from '../domain/changes'
import { groupOf } from '../wording/lampLook'

/** What is drawn and has a lamp: cells, and the one line of each whole row. */
export const drawnFigures = (board: Board): Figure[] => board.rows.flatMap(row => (row.cells.length > 0 ? row.cells : [row.total])).filter(figure => figure.lamp !== null)

export const worstFirst = (figures: readonly Figure[]): Figure[] => [...figures].sort((a, b) => severityOf(b.lamp) - severityOf(a.lamp) || (a.gap ?? 0) - (b.gap ?? 0))

export function waitingOf(figures: readonly Figure[]): { unreported: Figure[], stale: Figure[] } {
  return {
    unreported: figures.filter(figure => figure.lamp === 'no_data'),
    stale: worstFirst(figures.filter(figure => figure.stale && figure.value !== null && groupOf(figure.lamp!) !== 'done' && groupOf(figure.lamp!) !== 'idle')),
  }
}
