/** What the phone lists of a board or its cut: the cells of a lamp, the widest gaps, what waits for a report. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { Board, Figure } from '../domain/board'
import { severityOf } from '../domain/changes'
import type { LampGroup } from '../wording/lampLook'
import { groupOf } from '../wording/lampLook'
import { useMessages } from '../components/messages'
import { useWorkspace } from '../stores/workspace'
import { attentionItemOf } from './cardOf'
import { byPlace, waitingPlacesOf } from './phone/overviewPage'
import { drawnFigures, waitingOf, worstFirst } from './waiting'

export function usePhoneLists(board: ComputedRef<Board>, filter: ComputedRef<LampGroup | null>) {
  const workspace = useWorkspace()
  const messages = useMessages()
  const rows = computed(() => new Map(board.value.rows.map(row => [row.target.id, row])))
  const drawn = computed(() => drawnFigures(board.value))
  const itemsOf = (figures: readonly Figure[]) => figures.map(figure => attentionItemOf(workspace.index!, board.value, rows.value.get(figure.target)!, figure, workspace.meetings.map(meeting => meeting.on), messages.value))

  const listed = computed(() => worstFirst(drawn.value.filter(figure => (filter.value === null ? severityOf(figure.lamp) >= 6 : groupOf(figure.lamp!) === filter.value))))
  const waiting = computed(() => waitingOf(drawn.value))
  const places = computed(() => waitingPlacesOf(workspace.index!, board.value, waiting.value.unreported))
  return { rows, listed, unreported: computed(() => byPlace(waiting.value.unreported, places.value)), places, stale: computed(() => waiting.value.stale), itemsOf }
}
