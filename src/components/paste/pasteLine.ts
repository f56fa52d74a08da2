/** A line of a paste, ready to be shown. */
export type PasteState = 'good' | 'bad' | 'doubt' | 'same'

export interface PasteLine {
  key: string
  area: string
  target: string
  /** As it was copied, where that is not what would be written. */
  copied: string
  input: string
  before: string
  /** What the board would show after: the lamp's word. */
  after: string
  state: PasteState
  why: string
  fix: string
  fixes: readonly string[]
  note: string
  wantsReason: boolean
  /** Lines in the same doubt, itself included. */
  alike: number
}

export interface PasteName { key: string, kind: 'area' | 'target', text: string, chosen: string, isNear: boolean, cells: number, likely: readonly { id: string, name: string }[], others: readonly { id: string, name: string }[] }
