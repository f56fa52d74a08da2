/** The cursor over the drawn rows: row by target, column by place; a whole row is one cell. */
import { computed, shallowRef } from 'vue'
import type { ComputedRef } from 'vue'
import type { Board } from '../domain/board'
import { attentionOf } from '../domain/changes'
import { entriesOf } from '../components/board/boardEntries'
import type { BoardSection } from '../wording/boardSections'
import type { LampGroup } from '../wording/lampLook'

export interface Cursor { target: string, column: number }

export function useCursor(board: ComputedRef<Board>, sections: ComputedRef<readonly BoardSection[]>, open: ComputedRef<readonly string[]>, filter: ComputedRef<LampGroup | null>) {
  const wanted = shallowRef<Cursor | null>(null)
  const rows = computed(() => entriesOf(sections.value, open.value, filter.value).flatMap(entry => (entry.kind === 'row' ? [entry.line.row] : [])))
  const limit = (target: string, column: number): number => {
    const cells = rows.value.find(row => row.target.id === target)?.cells.length ?? 0
    return Math.max(0, Math.min(column, cells - 1))
  }
  /** Where nothing was chosen yet: the worst cell in sight, so that the first Enter answers the first question. */
  const first = computed((): Cursor | null => {
    const drawn = new Set(rows.value.map(row => row.target.id))
    const worst = attentionOf(board.value).find(figure => drawn.has(figure.target))
    const row = rows.value.find(one => one.target.id === worst?.target) ?? rows.value[0]
    if (row === undefined) return null
    const column = row.cells.findIndex(cell => (worst === undefined ? cell.asked : cell.area === worst.area))
    return { target: row.target.id, column: Math.max(0, column) }
  })
  /** Always on a drawn row, so that Tab reaches the grid. */
  const cursor = computed((): Cursor | null => {
    const now = wanted.value
    if (now === null || !rows.value.some(row => row.target.id === now.target)) return first.value
    return { target: now.target, column: limit(now.target, now.column) }
  })
  function place(target: string, column: number): void {
    wanted.value = { target, column }
  }
  /** Columns keep their place when the cursor passes over a whole row. */
  function move(down: number, right: number): void {
    const now = cursor.value
    if (now === null) return
    const at = rows.value.findIndex(row => row.target.id === now.target)
    const row = rows.value[Math.max(0, Math.min(rows.value.length - 1, at + down))]!
    const column = down !== 0 && wanted.value !== null ? wanted.value.column : now.column
    wanted.value = { target: row.target.id, column: Math.max(0, Math.min(board.value.areas.length - 1, column + right)) }
  }
  return { cursor, move, place, rows }
}
