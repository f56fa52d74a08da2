/** Which columns are drawn: all of a board that fits, those in view of one that scrolls sideways. */
import type { BoardLayout } from './boardLayout'

export interface ColumnSpan {
  from: number
  /** One past the last. */
  to: number
}

const step = 4

/** Columns in view with a margin, in steps of four, so that most scrolling changes nothing. `count` columns in all. */
export function spanInView(layout: BoardLayout, count: number, scrollLeft: number, viewWidth: number): ColumnSpan {
  if (layout.width <= viewWidth + 1) return { from: 0, to: count }
  const frozen = layout.lefts[3] + layout.total
  const first = Math.floor(scrollLeft / layout.cell)
  const last = Math.ceil((scrollLeft + viewWidth - frozen) / layout.cell)
  const from = Math.max(0, Math.floor((first - 1) / step) * step)
  return { from, to: Math.min(count, Math.ceil((last + 1) / step) * step) }
}

export const isSameSpan = (one: ColumnSpan, other: ColumnSpan): boolean => one.from === other.from && one.to === other.to
