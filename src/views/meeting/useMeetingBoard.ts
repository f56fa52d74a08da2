/** The meeting that is looked at: under way as of today and as known now; ended as of its day and with what it knew. Asked again after every event. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { packOn } from '../../domain/adoptedPack'
import type { Board } from '../../domain/board'
import type { LampRows } from '../../components/snapshots/snapshotFace'
import type { AgendaScreen } from '../../domain/meetingAgenda'
import { agendaOf } from '../../domain/meetingAgenda'
import type { MeetingEnd, MeetingNote } from '../../domain/meetingRecord'
import { followUpsOf, recordOf } from '../../domain/meetingRecord'
import type { Meeting } from '../../domain/meetings'
import { lastMeeting, meetingsOf } from '../../domain/meetings'
import { addDays } from '../../domain/days'
import { boardOf } from '../../domain/rollUp'
import type { RulePack } from '../../domain/rulePack'
import type { Slip } from '../../domain/slip'
import { slipsOf } from '../../domain/slip'
import { useWorkspace } from '../../stores/workspace'

export interface OpenMeeting {
  meeting: Meeting
  meetings: readonly Meeting[]
  /** The day and the knowledge of the board shown. */
  day: string
  limit: string
  board: Board
  before: Board | null
  last: Meeting | null
  slips: readonly Slip[]
  decisions: readonly Slip[]
  notes: readonly MeetingNote[]
  end: MeetingEnd | null
  pack: RulePack
  agenda: readonly AgendaScreen[]
}

export function useMeetingBoard(id: ComputedRef<string>) {
  const workspace = useWorkspace()
  /** Null where the ledger knows no such meeting. */
  const open = computed((): OpenMeeting | null => {
    void workspace.eventCount
    return workspace.ask((history, now) => {
      const known = meetingsOf(history, now.limit)
      const meeting = known.find(one => one.id === id.value)
      if (meeting === undefined) return null
      const present = { asOf: workspace.presentDay, limit: now.limit }
      const { end } = recordOf(history, meeting, [], present)
      const when = end === null ? present : { asOf: end.asOf, limit: end.recordedAt }
      // What was planned after the meeting ended is no part of it; it itself is.
      const meetings = end === null ? known : meetingsOf(history, when.limit)
      const last = lastMeeting(meetings, addDays(meeting.on < when.asOf ? meeting.on : when.asOf, -1))
      const board = boardOf(history, { asOf: when.asOf, knownAt: when.limit })
      const before = last === null ? null : boardOf(history, { asOf: last.on, knownAt: last.on })
      const slips = slipsOf(history, when)
      const { decisions, notes } = recordOf(history, meeting, slips, when)
      return { meeting, meetings, day: when.asOf, limit: when.limit, board, before, last, slips, decisions: decisions.filter(slip => slip.state !== 'withdrawn'), notes, end, pack: packOn(history, when), agenda: agendaOf(board, before, slips, meetings, meeting) }
    })
  })
  const followUps = computed(() => (open.value === null ? [] : followUpsOf(open.value.slips, open.value.meetings, open.value.meeting)))
  return { open, followUps }
}

export const lampRows = (board: Board): LampRows => board.rows.map(row => (row.cells.length > 0 ? row.cells.map(cell => cell.lamp) : [row.total.lamp]))
