/** A cell touched while editing: written, confirmed unchanged, refused or doubted, or typed for an allocation. */
export interface CellMark {
  kind: 'new' | 'same' | 'bad' | 'doubt'
  /** What stands in the cell instead of its value: the refused or doubted input. */
  text: string | null
}
