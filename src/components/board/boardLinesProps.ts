import type { LampGroup } from '../lamp/lampLook'
import type { BoardEntry } from './boardEntries'
import type { BoardLayout } from './boardLayout'
import type { CellMark } from './cellMark'
import type { Column } from './columnGroups'
import type { ColumnSpan } from './columnSpan'

/** What both bodies of the board (all lines, or only those in view) are given. */
export interface BoardLinesProps {
  entries: readonly BoardEntry[]
  columns: readonly Column[]
  layout: BoardLayout
  span: ColumnSpan
  ownLevel: string
  asOf: string
  cursor: { target: string, column: number } | null
  filter: LampGroup | null
  marks: Readonly<Record<string, Readonly<Record<string, CellMark>>>>
  editing: 'none' | 'achievement' | 'allocation'
  open: readonly string[]
  scroller: HTMLElement | null
}

/** One object for every row without marks, so that their props stay the same. */
export const noMarks: Readonly<Record<string, CellMark>> = {}
