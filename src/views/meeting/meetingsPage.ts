/** From the ledger to the year of meetings: what each decided, how much of it is kept, and the dates round them. */
import type { Messages } from '../../components/messages'
import type { MeetingLine, MonthFace } from '../../components/meeting/meetingFace'
import type { MeetingsWords } from '../../components/meeting/meetingsWords'
import { daysBetween } from '../../domain/days'
import type { Present } from '../../domain/decide'
import type { History } from '../../domain/history'
import { meetingName, officeCalendar, yearDates } from '../../domain/meetingCalendar'
import { keptOf, recordOf } from '../../domain/meetingRecord'
import type { Meeting } from '../../domain/meetings'
import { meetingsOf } from '../../domain/meetings'
import type { PlanIndex } from '../../domain/plan'
import { isOverdue, slipsOf } from '../../domain/slip'
import { codeOf } from '../../domain/snapshot'
import { promiseFace } from './promiseFaces'

export interface MeetingsSources { index: PlanIndex, day: string, messages: Messages, words: MeetingsWords, pathTo: (page: string, more?: Readonly<Record<string, string>>) => string }

/** So many days after its day a meeting that has not ended is still the one to be held. */
const held = 7

const stateOf = (meeting: Meeting, isEnded: boolean, day: string): MeetingLine['state'] => (isEnded ? 'ended' : meeting.on > day ? 'ahead' : meeting.on === day ? 'today' : 'open')

/** The meetings, the latest first; a question to the history as known now. */
export const meetingLines = ({ index, day, messages, words, pathTo }: MeetingsSources) => (history: History, now: Present): MeetingLine[] => {
  const when = { asOf: day, limit: now.limit }
  const slips = slipsOf(history, when)
  const records = meetingsOf(history, now.limit).map(meeting => recordOf(history, meeting, slips, when))
  const next = [...records].reverse().find(({ meeting, end }) => end === null && meeting.on <= day && daysBetween(meeting.on, day) <= held)?.meeting.id
  return records.map(({ meeting, decisions, notes, end }): MeetingLine => {
    const standing = decisions.filter(slip => slip.state !== 'withdrawn')
    const state = stateOf(meeting, end !== null, day)
    const path = pathTo(`meeting/${encodeURIComponent(meeting.id)}`)
    return {
      id: meeting.id, number: meeting.number, name: meetingName(meeting), on: meeting.on, day: messages.date.day(meeting.on), state, isNext: meeting.id === next, note: state === 'ahead' ? words.inDays(daysBetween(day, meeting.on)) : '',
      decided: standing.length, notes: notes.length, kept: keptOf(decisions).kept, overdue: standing.filter(slip => isOverdue(slip, day)).length,
      decisions: standing.map(slip => promiseFace(slip, day, index, messages, id => pathTo('slips', { slip: id }))),
      code: end === null ? null : codeOf(end.snapshot), snapshotHref: end === null ? '' : pathTo('snapshots', { open: end.snapshot.slice(0, 12) }), href: path, minutesHref: pathTo(`meeting/${encodeURIComponent(meeting.id)}`, { step: 'end' }),
      canMove: end === null, canCallOff: end === null && decisions.length === 0 && notes.length === 0,
    }
  }).reverse()
}

/** The months of the plan's period with all their days. */
export const monthFaces = ({ index, day, messages, words, pathTo }: MeetingsSources) => (history: History, now: Present): MonthFace[] => {
  const { calendar, bulletinDay } = officeCalendar(history, { asOf: day, limit: now.limit })
  const { start, end } = index.plan.period
  const meetings = meetingsOf(history, now.limit)
  return yearDates(calendar, bulletinDay, start, end).map(({ month, cutoff, submitBy, bulletin }): MonthFace => {
    const isIn = (on: string | null): on is string => on !== null && on.startsWith(month)
    const mark = (kind: 'cutoff' | 'submit' | 'bulletin' | 'today', on: string | null, text: string) => (isIn(on) ? [{ key: kind, kind, day: on, text, number: 0, href: '' }] : [])
    return {
      month, name: messages.date.month(`${month}-01`), isNow: day.startsWith(month),
      marks: [
        ...meetings.filter(one => isIn(one.on)).map(one => ({ key: one.id, kind: 'meeting' as const, day: one.on, text: words.meeting(one.number), number: one.number, href: pathTo(`meeting/${encodeURIComponent(one.id)}`) })),
        ...mark('today', day, words.today), ...mark('submit', submitBy, words.submit), ...mark('cutoff', cutoff, words.cutoff), ...mark('bulletin', bulletin, words.bulletin),
      ].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)).map(one => ({ ...one, day: String(Number(one.day.slice(8))) })),
    }
  })
}
