/** What the phone lists: the cells of a lamp, the widest gaps, what waits for a report. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { Figure } from '../domain/board'
import { severityOf } from '../domain/changes'
import type { LampGroup } from '../components/lamp/lampLook'
import { groupOf } from '../components/lamp/lampLook'
import { useMessages } from '../components/messages'
import { useWorkspace } from '../stores/workspace'
import { attentionItemOf } from './cardOf'
import { byPlace, waitingPlacesOf } from './phone/overviewPage'

export function usePhoneLists(filter: ComputedRef<LampGroup | null>) {
  const workspace = useWorkspace()
  const messages = useMessages()
  const board = computed(() => workspace.board!)
  const rows = computed(() => new Map(board.value.rows.map(row => [row.target.id, row])))
  const drawn = computed(() => board.value.rows.flatMap(row => (row.cells.length > 0 ? row.cells : [row.total])).filter(figure => figure.lamp !== null))
  const worstFirst = (figures: readonly Figure[]): Figure[] => [...figures].sort((a, b) => severityOf(b.lamp) - severityOf(a.lamp) || (a.gap ?? 0) - (b.gap ?? 0))
  const itemsOf = (figures: readonly Figure[]) => figures.map(figure => attentionItemOf(workspace.index!, board.value, rows.value.get(figure.target)!, figure, workspace.meetings.map(meeting => meeting.on), messages.value))

  const listed = computed(() => worstFirst(drawn.value.filter(figure => (filter.value === null ? severityOf(figure.lamp) >= 6 : groupOf(figure.lamp!) === filter.value))))
  const waiting = computed(() => drawn.value.filter(figure => figure.lamp === 'no_data'))
  const places = computed(() => waitingPlacesOf(workspace.index!, board.value, waiting.value))
  const unreported = computed(() => byPlace(waiting.value, places.value))
  const stale = computed(() => worstFirst(drawn.value.filter(figure => figure.stale && figure.value !== null && groupOf(figure.lamp!) !== 'done' && groupOf(figure.lamp!) !== 'idle')))
  return { rows, listed, unreported, places, stale, itemsOf }
}
