import type { Lamp } from '../../domain/board'

/** One line of the list of changes since a meeting, ready to read. */
export interface ChangeItem {
  target: string
  area: string | null
  areaName: string
  name: string
  from: Lamp | null
  to: Lamp | null
  /** The value now, and how far it moved. */
  value: string
  moved: string
}

export interface ChangeGroup {
  turn: 'worse' | 'better' | 'same'
  total: number
  items: readonly ChangeItem[]
}
