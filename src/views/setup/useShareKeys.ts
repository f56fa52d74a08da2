/** Keys of the allocation table: arrows, Enter and Tab move, typing starts, Delete clears, a dash asks nobody, Ctrl Z takes back. */
import type { useShares } from './useShares'
import { shareInput } from '../../components/setup/shareLine'

interface Acts { focus: () => void, undo: () => void, redo: () => void }

export function useShareKeys(shares: ReturnType<typeof useShares>, { focus, undo, redo }: Acts) {
  const { cursor, draft, lines, columns } = shares

  /** Moves the cursor; the row that is left is written by who watches it. */
  async function go(target: string, area: string): Promise<void> {
    if (cursor.value?.target === target && cursor.value.area === area) return
    shares.commit()
    cursor.value = { target, area }
    await Promise.resolve()
    if (!document.activeElement?.closest('.share-bar')) focus()
  }
  /** By rows and columns; sideways over the end it goes on in the next row. False: there is nothing further. */
  function move(down: number, right: number): boolean {
    const at = cursor.value
    if (at === null) return false
    let row = lines.value.findIndex(line => line.id === at.target) + down
    let column = columns.value.findIndex(one => one.code === at.area) + right
    if (column >= columns.value.length || column < 0) { row += column < 0 ? -1 : 1; column = column < 0 ? columns.value.length - 1 : 0 }
    const [line, place] = [lines.value[row], columns.value[column]]
    shares.commit()
    if (line === undefined || place === undefined) { focus(); return false }
    cursor.value = { target: line.id, area: place.code }
    focus()
    return true
  }
  function edge(isRow: boolean, isEnd: boolean): void {
    const at = cursor.value
    const line = isRow ? lines.value.find(one => one.id === at?.target) : lines.value[isEnd ? lines.value.length - 1 : 0]
    const column = columns.value[isEnd ? columns.value.length - 1 : 0]
    if (at === null || line === undefined || column === undefined) return
    cursor.value = { target: line.id, area: column.code }
    focus()
  }
  /** Starts typing: with what was typed first, or with what stands there. */
  function begin(first: string | null): void {
    const { line } = shares
    if (cursor.value === null || line.value === null || shares.isReadOnly.value) return
    draft.value = first ?? shareInput(line.value, cursor.value.area)
  }
  function cancel(): void {
    draft.value = null
    focus()
  }
  const take = (event: KeyboardEvent, act: () => void): void => { event.preventDefault(); event.stopPropagation(); act() }

  /** Keys while something is typed, in the cell or in the bar. */
  function onTyping(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') take(event, () => move(event.shiftKey ? -1 : 1, 0))
    else if (event.key === 'Tab') take(event, () => move(0, event.shiftKey ? -1 : 1))
    else if (event.key === 'Escape') take(event, cancel)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') take(event, () => move(event.key === 'ArrowDown' ? 1 : -1, 0))
  }
  function onCellKey(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement) return onTyping(event)
    if (event.isComposing || event.altKey || cursor.value === null || !(event.target as Element).closest('td[data-area]')) return
    const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowDown: [1, 0], ArrowUp: [-1, 0] }
    if (event.ctrlKey || event.metaKey) {
      if (event.key === 'Home' || event.key === 'End') take(event, () => edge(false, event.key === 'End'))
      return
    }
    const step = steps[event.key]
    if (step !== undefined) take(event, () => move(...step))
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') take(event, () => { const place = columns.value.findIndex(one => one.code === cursor.value!.area) + (event.key === 'ArrowRight' ? 1 : -1); if (columns.value[place] !== undefined) move(0, event.key === 'ArrowRight' ? 1 : -1) })
    else if (event.key === 'Enter') take(event, () => move(event.shiftKey ? -1 : 1, 0))
    // Over the last cell the focus goes on to what follows.
    else if (event.key === 'Tab') { const place = columns.value.findIndex(one => one.code === cursor.value!.area); const row = lines.value.findIndex(line => line.id === cursor.value!.target); const isLast = event.shiftKey ? place === 0 && row === 0 : place === columns.value.length - 1 && row === lines.value.length - 1; if (!isLast) take(event, () => move(0, event.shiftKey ? -1 : 1)) }
    else if (event.key === 'Home' || event.key === 'End') take(event, () => edge(true, event.key === 'End'))
    else if (event.key === 'F2') take(event, () => begin(null))
    else if (event.key === 'Delete' || event.key === 'Backspace') take(event, () => shares.set(cursor.value!.target, cursor.value!.area, ''))
    else if (event.key.length === 1 && /[-\d.\u2014\uff10-\uff19\u65e0]/.test(event.key)) take(event, () => begin(event.key))
  }
  /** Taking back works anywhere on the page but in other fields. */
  function onKey(event: KeyboardEvent): void {
    const field = (event.target as Element).closest('input, textarea, select, [role="dialog"]')
    if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey) || (field !== null && !(draft.value === null && field.matches('.bar-input')))) return
    if (event.code === 'KeyZ' && !event.shiftKey) take(event, undo)
    else if (event.code === 'KeyY' || (event.code === 'KeyZ' && event.shiftKey)) take(event, redo)
  }
  return { onCellKey, onBarKey: onTyping, onKey, go, move, begin }
}
