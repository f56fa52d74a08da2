/**
 * Which cell of the board each copied cell is meant for. Names are looked for in columns and rows either way round; a block without
 * any is laid out from the cursor. What is not certain is named, with candidates; totals and serial numbers are left out and said.
 */
import type { PlanIndex } from '../domain/plan'
import type { Block } from './block'
import type { BlockMatch, Books, Choices, MatchAsk } from './blockMatch'
import { layByNames } from './layByNames'
import { layFromCursor } from './layFromCursor'
import type { NameBook } from './matchNames'
import { areaBook, targetBook } from './matchNames'

const booksOf = new WeakMap<PlanIndex, Books>()

function books(index: PlanIndex): Books {
  let both = booksOf.get(index)
  if (both === undefined) booksOf.set(index, both = { areas: areaBook(index), targets: targetBook(index) })
  return both
}

/** How many different things the names of each line mean; the line with the most. */
function bestLine(lines: readonly (readonly string[])[], book: NameBook): { place: number, count: number } {
  let best = { place: -1, count: 0 }
  lines.forEach((line, place) => {
    const ids = new Set<string>()
    for (const text of line) { const found = text === '' ? null : book.exact(text); if (found !== null) ids.add(found.ids[0]!) }
    if (ids.size > best.count) best = { place, count: ids.size }
  })
  return best
}

export const turn = (rows: readonly (readonly string[])[]): string[][] => (rows[0] ?? []).map((_, c) => rows.map(row => row[c]!))

/** Matches a block to the cells of the plan. Nothing is read as a figure yet, nothing checked. */
export function matchBlock(block: Block, ask: MatchAsk, choices: Choices = new Map()): BlockMatch {
  const both = books(ask.index)
  const across = turn(block.rows)
  const [areaColumn, areaRow, targetRow, targetColumn] = [bestLine(across, both.areas), bestLine(block.rows, both.areas), bestLine(block.rows, both.targets), bestLine(across, both.targets)]
  const straight = areaColumn.count + targetRow.count
  const turned = areaRow.count + targetColumn.count
  if (straight + turned === 0) return withHidden(layFromCursor(block, ask), block)
  const down = () => layByNames(block.rows, { areas: areaColumn.place, targets: targetRow }, block, ask, both, choices, false)
  const right = () => layByNames(across, { areas: areaRow.place, targets: targetColumn }, block, ask, both, choices, true)
  if (straight !== turned) return withHidden(straight > turned ? down() : right(), block)
  const [one, other] = [down(), right()]
  return withHidden(other.cells.length > one.cells.length ? other : one, block)
}

function withHidden(match: BlockMatch, block: Block): BlockMatch {
  return block.hidden === 0 ? match : { ...match, left: [...match.left, { kind: 'hidden', text: '', cells: block.hidden }] }
}
