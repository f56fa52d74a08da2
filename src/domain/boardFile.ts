/** `board.json`: the board for other programs (product.md "Interchange", semantics.md 37). */
import type { Board, Figure } from './board'
import type { History } from './history'
import { knownAtLimit } from './clock'
import { headOf, planHash } from './hash'

/** The figures that other programs rely on, unrounded; area left out on totals. */
function figureFields(figure: Figure) {
  const { value, goal, completion, progress, pace, gap, lamp, at, stale } = figure
  return { value, goal, completion, progress, pace, gap, lamp, at, stale }
}

/** A day, a clock value or a UTC instant as given; an instant of another zone in UTC (semantics.md 33). */
function shownMoment(knownAt: string): string {
  return knownAt.length === 10 || knownAt.length === 50 || knownAt.endsWith('Z') ? knownAt : new Date(Date.parse(knownAt)).toISOString()
}

/** The content of `board.json` for a board made from this history. `demo` marks 演示数据. */
export function boardFileOf(board: Board, history: History, demo: boolean) {
  const limit = knownAtLimit(board.knownAt)
  const hashes = [...history.events.values()].filter(event => event.recordedAt <= limit).map(event => event.hash)
  return {
    format: 'guatu-board/1',
    plan: board.plan,
    asOf: board.asOf,
    knownAt: shownMoment(board.knownAt),
    events: hashes.length,
    head: headOf(hashes),
    demo,
    rulePack: board.rulePack,
    planHash: planHash(history.index.plan),
    cells: board.rows.flatMap(row => row.cells.map(cell => ({ target: cell.target, area: cell.area, ...figureFields(cell) }))),
    targets: board.rows.map(row => ({ target: row.target.id, ...figureFields(row.total) })),
    areas: board.areas.map(({ area, onPace, active, rank, lamps }) => ({ area, onPace, active, rank, lamps })),
    chapters: board.chapters.map(({ chapter, onPace, active, lamps }) => ({ chapter, onPace, active, lamps })),
    total: board.total,
  }
}

/** The text of `board.json`, one line a figure, stable to the byte. */
export function serializeBoard(file: ReturnType<typeof boardFileOf>): string {
  const lines = Object.entries(file).map(([key, value]) => {
    const text = Array.isArray(value) ? `[\n${value.map(one => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]` : JSON.stringify(value)
    return `  ${JSON.stringify(key)}: ${text}`
  })
  return `{\n${lines.join(',\n')}\n}\n`
}
