/** A decision taken at a meeting → what is recorded: with an owner a slip (practice.md 2.5), without one a note of the minutes. Pure: ids and numbers are passed in. */
import { addDays } from './days'
import type { MeetingCommand } from './meetingEvents'
import type { Meeting } from './meetings'
import type { PlanIndex } from './plan'
import type { RulePack } from './rulePack'
import type { SlipCommand } from './slipEvents'
import { readDecision } from './decisionText'
import { orderWith } from './slipProposals'

/** What a decision is about: the item on the screen, or nothing (a free matter). */
export interface DecisionPlace { target: string | null, area: string | null }

export interface TypedDecision extends DecisionPlace {
  text: string
  /** Unit id; '' for nobody: it becomes a note. */
  lead: string
  due: string
}

export interface DecisionSetting { index: PlanIndex, pack: RulePack, meeting: Meeting, meetingName: string, day: string, id: string, number: string }

/** Owner and date as they stand before anything is changed by hand: from the sentence, else the item's place (or its leading department) and the usual days of the pack. */
export function proposedDecision(text: string, { target, area }: DecisionPlace, { index, pack, day }: Pick<DecisionSetting, 'index' | 'pack' | 'day'>): { lead: string, due: string } {
  const read = readDecision(text, { index, day })
  const usual = area ?? (target === null ? '' : index.targets.get(target)?.task.lead ?? '')
  return { lead: read.lead ?? usual, due: read.due ?? addDays(day, pack.slips.dueDays.usual) }
}

export function decisionCommand(typed: TypedDecision, setting: DecisionSetting): Extract<SlipCommand, { kind: 'slip' }> | Extract<MeetingCommand, { kind: 'meeting_note' }> {
  const { index, pack, meeting, meetingName, day, id, number } = setting
  const text = typed.text.trim()
  const place = { ...(typed.target !== null && { target: typed.target }), ...(typed.area !== null && { area: typed.area }) }
  if (typed.lead === '') return { kind: 'meeting_note', id, meeting: meeting.id, text, ...place, at: day }
  const { levels } = pack.slips
  const read = readDecision(text, { index, day })
  // The department that leads the task assists the place that does it.
  const department = typed.target === null ? undefined : index.targets.get(typed.target)?.task.lead
  const assist = [...read.assist, ...(department !== undefined && index.areas.has(typed.lead) ? [department] : [])]
  return {
    kind: 'slip', at: day, ...orderWith(pack, {
      id, number, title: read.rest, level: (levels.find(level => level.isEntry) ?? levels[0]!).id, ...place, basis: `${meetingName}议定`, request: text, lead: typed.lead,
      assist: [...new Set(assist)].filter(unit => unit !== typed.lead), due: typed.due, meeting: meeting.id,
    }),
  }
}
