import type { Row } from '../../domain/board'
import type { LampGroup } from '../../wording/lampLook'
import type { BoardEntry } from './boardEntries'
import type { BoardLayout } from './boardLayout'
import type { BoardViewName } from './boardView'
import type { CellMark } from './cellMark'
import type { Column } from '../../wording/columnGroups'
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
  view: BoardViewName
  /** Rows as they stood at the last meeting. */
  before: ReadonlyMap<string, Row> | null
  marks: Readonly<Record<string, Readonly<Record<string, CellMark>>>>
  editing: 'none' | 'achievement' | 'allocation'
  open: readonly string[]
  scroller: HTMLElement | null
}

/** One object for every row without marks, so that their props stay the same. */
export const noMarks: Readonly<Record<string, CellMark>> = {}
