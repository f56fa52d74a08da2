/** The boards of the meetings before the day shown, each as it was known then; made one after the other once the page is painted. */
import { onBeforeUnmount, onMounted, shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'
import type { Board } from '../../domain/board'
import type { Meeting } from '../../domain/meetings'
import { boardOf } from '../../domain/rollUp'
import { useWorkspace } from '../../stores/workspace'

export interface MeetingBoard { meeting: Meeting, board: Board }

/** A day slid over is not asked for. */
const restAfter = 150

export function useMeetingBoards(): ShallowRef<readonly MeetingBoard[] | null> {
  const workspace = useWorkspace()
  const boards = shallowRef<readonly MeetingBoard[] | null>(null)
  const made = new Map<string, Board>()
  let madeFrom: readonly unknown[] = []
  let timer = 0

  function boardAt({ on }: Meeting): Board | null {
    const known = made.get(on) ?? (workspace.before?.meeting.on === on ? workspace.before.board : null) ?? workspace.askShown(history => boardOf(history, { asOf: on, knownAt: on }))
    if (known !== null) made.set(on, known)
    return known
  }
  function look(): void {
    const { board } = workspace
    if (board === null) return
    const source = [workspace.index, workspace.kind, workspace.eventCount]
    if (source.some((part, i) => part !== madeFrom[i])) made.clear()
    madeFrom = source
    boards.value = workspace.meetings.filter(meeting => meeting.on < board.asOf).flatMap(meeting => {
      const then = boardAt(meeting)
      return then === null ? [] : [{ meeting, board: then }]
    })
  }
  function soon(): void {
    clearTimeout(timer)
    timer = window.setTimeout(look, restAfter)
  }
  onMounted(() => { requestAnimationFrame(() => { clearTimeout(timer); timer = window.setTimeout(look, 0) }) })
  watch(() => [workspace.board, workspace.meetings], soon)
  onBeforeUnmount(() => clearTimeout(timer))
  return boards
}
