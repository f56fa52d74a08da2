/** May a note of a meeting or its end be recorded? */
import type { History, Knowing } from './history'
import type { MeetingCommand } from './meetingEvents'
import type { Problem } from './problem'
import { endOf } from './meetingRecord'
import { meetingsOf } from './meetings'

/** Null where the command may be recorded. */
export function meetingRefusal(history: History, command: MeetingCommand, present: Knowing): Problem | null {
  const meeting = meetingsOf(history, present.limit).find(one => one.id === command.meeting)
  if (meeting === undefined) return { code: 'meeting_unknown', why: '台账里没有这次会议', fix: '先排会议，再记' }
  if (command.kind === 'meeting_end' && present.today < meeting.on) return { code: 'meeting_early', why: `会议定在 ${meeting.on}，还没有开`, fix: '到那天再散会封存；会期改了就先改日期' }
  if (endOf(history, command.meeting, present.limit) !== null) return { code: 'meeting_over', why: '会议已经散会封存', fix: '下次会议再定，或在督办里另发一张单' }
  return null
}
