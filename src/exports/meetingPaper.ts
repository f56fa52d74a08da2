/** What the papers of a meeting say beyond the board: what was promised, decided and noted. Read from the snapshot alone, so that a paper never moves. */
import { packOn } from '../domain/adoptedPack'
import { meetingName } from '../domain/meetingCalendar'
import type { MeetingNote, PromiseState } from '../domain/meetingRecord'
import { followUpsOf, promiseState, recordOf } from '../domain/meetingRecord'
import type { Slip } from '../domain/slip'
import { isOpen, slipsOf } from '../domain/slip'
import type { RulePack } from '../domain/rulePack'
import { promiseLook, zhPromise } from '../wording/promiseWords'
import type { PaperFacts } from './paperFacts'
import { shapeMark, tight } from './reportWords'

/** One promise or decision in words. */
export interface PromiseLine { slip: Slip, number: string, matter: string, request: string, lead: string, assist: string, due: string, state: PromiseState, stateText: string }

export interface MeetingPaper {
  facts: PaperFacts
  id: string
  /** 第4次调度会. */
  name: string
  number: number
  day: string
  pack: RulePack
  decisions: readonly PromiseLine[]
  /** What it opened with: kept or open promises of the meetings before. */
  followUps: readonly PromiseLine[]
  /** Of those before, still open. */
  open: readonly PromiseLine[]
  notes: readonly MeetingNote[]
}

/** Null where the snapshot does not know the meeting. */
export function meetingPaperOf(facts: PaperFacts, id: string): MeetingPaper | null {
  const { view: { history, index, meetings, limit, snapshot: { seal } } } = facts
  const meeting = meetings.find(one => one.id === id)
  if (meeting === undefined) return null
  const when = { asOf: seal.asOf, limit }
  const slips = slipsOf(history, when)
  const { decisions, notes } = recordOf(history, meeting, slips, when)
  const nameOf = (unit: string): string => index.departments.get(unit)?.name ?? index.areas.get(unit)?.area.name ?? unit
  const lineOf = (slip: Slip): PromiseLine => {
    const state = promiseState(slip, seal.asOf)
    return {
      slip, number: slip.order.number, matter: slip.order.title, request: slip.order.request, lead: nameOf(slip.order.lead), assist: slip.order.assist.map(nameOf).join('、'), due: slip.due, state,
      stateText: `${shapeMark(promiseLook(state).shape)} ${tight(zhPromise(state))}`,
    }
  }
  const before = followUpsOf(slips, meetings, meeting)
  return {
    facts, id, name: meetingName(meeting), number: meeting.number, day: seal.asOf, pack: packOn(history, when),
    decisions: decisions.filter(slip => slip.state !== 'withdrawn').map(lineOf), followUps: before.map(lineOf), open: before.filter(isOpen).map(lineOf), notes,
  }
}
