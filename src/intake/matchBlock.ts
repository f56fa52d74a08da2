/**
 * Which cell of the board each copied cell is meant for. Names are looked for in columns and rows either way round; a block without
 * any is laid out from the cursor. What is not certain is named, with candidates; totals and serial numbers are left out and said.
 */
import type { PlanIndex } from '../domain/plan'
import type { Problem } from '../domain/problem'
import type { Block } from './block'
import { layByNames } from './layByNames'
import { layFromCursor } from './layFromCursor'
import type { NameBook } from './matchNames'
import { areaBook, targetBook } from './matchNames'

export interface MatchAsk {
  index: PlanIndex
  purpose: 'report' | 'allocation'
  /** Rows on the screen, in their order. */
  targets: readonly string[]
  /** Targets off the screen that may be matched by name as well. */
  alsoByName: readonly string[]
  start: { target: string, area: string } | null
}

/** A copied cell and the board's cell that it is for. */
export interface MatchedCell {
  target: string
  area: string
  /** Zero-based place in the block. */
  row: number
  column: number
  text: string
  /** The unit that its head names. */
  unit: string | null
  note: string | null
  /** Only a part of a merged cell. */
  isRepeated: boolean
  /** Its place or target was told by a name that is only nearly right. */
  isNear: boolean
  /** Its target is not on the screen. */
  isElsewhere: boolean
  /** Other texts of the block for the same cell. */
  others: readonly string[]
}

/** A name that is unknown, ambiguous, or only nearly right: a choice of `candidates`, or to be left out. */
export interface DoubtfulName {
  key: string
  kind: 'area' | 'target'
  text: string
  chosen: string | null
  /** Nobody has chosen yet. */
  isOpen: boolean
  candidates: readonly string[]
  cells: number
}

/** What was not read, and why. */
export interface LeftOut { kind: 'total' | 'serial' | 'words' | 'whole' | 'outside' | 'hidden' | 'noName' | 'column', text: string, cells: number }

export interface BlockMatch {
  form: 'names' | 'cursor'
  /** Places across, targets down. */
  isTurned: boolean
  cells: readonly MatchedCell[]
  names: readonly DoubtfulName[]
  left: readonly LeftOut[]
  areas: number
  targets: number
  /** Set where nothing can be laid out. */
  problem: Problem | null
}

/** What a person chose for a doubtful name: an id, or '' to leave it out. */
export type Choices = ReadonlyMap<string, string>

export interface Books { areas: NameBook, targets: NameBook }
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

/** The same board cell twice in a block: once if both say the same, else with both texts. */
export function oncePerCell(cells: readonly MatchedCell[]): MatchedCell[] {
  const byPlace = new Map<string, number>()
  const kept: MatchedCell[] = []
  for (const cell of cells) {
    const key = `${cell.target} ${cell.area}`
    const before = byPlace.get(key)
    if (before === undefined) {
      byPlace.set(key, kept.length)
      kept.push(cell)
    } else if (kept[before]!.text !== cell.text && !kept[before]!.others.includes(cell.text)) kept[before] = { ...kept[before]!, others: [...kept[before]!.others, cell.text] }
  }
  return kept
}
