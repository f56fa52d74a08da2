/** A typed decision becomes a slip or a note of the meeting; about what, follows from the screen. */
import { computed } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { Decided } from '../../components/meeting/DecisionBar.vue'
import type { MeetingWords } from '../../components/meeting/meetingWords'
import type { Messages } from '../../components/messages'
import { meetingName } from '../../domain/meetingCalendar'
import type { DecisionPlace } from '../../domain/meetingDecision'
import { decisionCommand, proposedDecision } from '../../domain/meetingDecision'
import type { PlanIndex } from '../../domain/plan'
import { slipsOf } from '../../domain/slip'
import { nextNumber } from '../../domain/slipNumber'
import { useWorkspace } from '../../stores/workspace'
import type { SetUpWriting } from '../setup/useSetUpWriting'
import { freshId } from './freshId'
import { unitName } from './promiseFaces'
import type { OpenMeeting } from './useMeetingBoard'

export function useMeetingDecisions(open: ComputedRef<OpenMeeting | null>, index: ComputedRef<PlanIndex>, place: ComputedRef<DecisionPlace>, { write }: SetUpWriting, words: ComputedRef<MeetingWords>, messages: Readonly<Ref<Messages>>) {
  const workspace = useWorkspace()
  const departments = computed(() => [...index.value.departments.values()].map(({ id, name }) => ({ id, name })))
  const places = computed(() => index.value.columns.map(({ area }) => ({ id: area.code, name: area.name })))
  const propose = computed(() => { const [one, at, all] = [open.value, place.value, index.value]; return (text: string) => (one === null ? { lead: '', due: '' } : proposedDecision(text, at, { index: all, pack: one.pack, day: one.day })) })

  /** Recorded: true. */
  async function decide(decided: Decided): Promise<boolean> {
    const one = open.value
    if (one === null) return false
    // A withdrawn slip keeps its number: all that were ever issued are asked.
    const issued = workspace.ask((history, now) => slipsOf(history, { asOf: '9999-12-31', limit: now.limit })) ?? []
    const { levels, numberPattern } = one.pack.slips
    const level = levels.find(each => each.isEntry) ?? levels[0]
    const number = nextNumber(numberPattern, one.day.slice(0, 4), issued, level?.word ?? '')
    const command = decisionCommand({ ...decided, ...place.value }, { index: index.value, pack: one.pack, meeting: one.meeting, meetingName: meetingName(one.meeting), day: one.day, id: freshId(decided.lead === '' ? 'n' : 's'), number })
    return write([command], command.kind === 'slip' ? words.value.bar.made(number, unitName(index.value, command.lead), messages.value.date.day(command.due)) : words.value.bar.noted)
  }
  /** An empty text takes a note away. */
  function takeOff(note: string): void {
    const one = open.value
    if (one !== null) void write([{ kind: 'meeting_note', id: note, meeting: one.meeting.id, text: '', at: one.day }])
  }
  return { departments, places, propose, decide, takeOff }
}
