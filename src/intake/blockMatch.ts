/** What matching a block is asked and what it answers. */
import type { PlanIndex } from '../domain/plan'
import type { Problem } from '../domain/problem'
import type { NameBook } from './matchNames'

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

/** The names of a plan. */
export interface Books { areas: NameBook, targets: NameBook }

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
