/** The day that is looked at: slid along the time strip, set, and what may be done on it. */
import { computed, onBeforeUnmount, onMounted, watch } from 'vue'
import type { ComputedRef } from 'vue'
import { useWorkspace } from '../stores/workspace'

export type DayStateName = 'today' | 'past' | 'ahead'

export function useDay(query: { day: ComputedRef<string | null>, known: ComputedRef<'now' | 'then'>, setDay: (day: string, isSmall?: boolean) => void }) {
  const workspace = useWorkspace()
  let wanted: string | null = null
  let frame = 0

  /** While a drag goes on: the latest day wins, one board a frame, and the pointer is never waited for. */
  function slide(day: string): void {
    wanted = day
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  function draw(): void {
    frame = 0
    if (wanted !== null && wanted !== workspace.asOf) workspace.setAsOf(wanted)
    wanted = null
  }
  function setDay(day: string, isSmall = false): void {
    wanted = null
    if (day !== workspace.asOf) workspace.setAsOf(day)
    if (day !== query.day.value) query.setDay(day, isSmall)
  }
  const dayState = computed((): DayStateName => (workspace.asOf === workspace.presentDay ? 'today' : workspace.asOf < workspace.presentDay ? 'past' : 'ahead'))

  // Without a day the address means today: Back from a chosen day leads there.
  watch(() => [query.day.value ?? workspace.presentDay, query.known.value] as const, ([day, known]) => { if (workspace.board !== null && (day !== workspace.asOf || known !== workspace.known)) workspace.setAsOf(day, known) }, { immediate: true })
  /** What the last meeting saw comes after the day's own board is painted. */
  let idle = 0
  onMounted(() => { idle = requestAnimationFrame(() => { idle = window.setTimeout(() => workspace.lookBack(), 0) }) })
  watch(() => [workspace.index, workspace.kind, workspace.meetings] as const, () => { if (workspace.before !== null || workspace.meetings.length > 0) workspace.lookBack(true) })
  onBeforeUnmount(() => { cancelAnimationFrame(frame); cancelAnimationFrame(idle); clearTimeout(idle) })
  return { slide, setDay, dayState }
}
