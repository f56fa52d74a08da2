/** 历次快照: the boards of the meetings before as small as stamps, as known on their days; made after the first paint. */
import { onMounted, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { Messages } from '../../components/messages'
import type { MeetingWords } from '../../components/meeting/meetingWords'
import type { StripFace } from '../../components/meeting/screenContent'
import { endOf } from '../../domain/meetingRecord'
import { boardOf } from '../../domain/rollUp'
import { codeOf } from '../../domain/snapshot'
import { useWorkspace } from '../../stores/workspace'
import type { OpenMeeting } from './useMeetingBoard'
import { lampRows } from './useMeetingBoard'

/** Boards before this one. */
const most = 3

export function useSnapshotStrip(open: ComputedRef<OpenMeeting | null>, words: ComputedRef<MeetingWords>, messages: Readonly<Ref<Messages>>, pathTo: ComputedRef<(page: string, more?: Readonly<Record<string, string>>) => string>) {
  const workspace = useWorkspace()
  const faces = shallowRef<readonly StripFace[]>([])
  function draw(): void {
    const one = open.value
    if (one === null) { faces.value = []; return }
    const strip = words.value
    faces.value = workspace.ask((history, now) => [...one.meetings.filter(meeting => meeting.on < one.meeting.on).slice(-most), one.meeting].map((meeting): StripFace => {
      const isThis = meeting.id === one.meeting.id
      const end = endOf(history, meeting.id, now.limit)
      const board = isThis ? one.board : boardOf(history, end === null ? { asOf: meeting.on, knownAt: meeting.on } : { asOf: end.asOf, knownAt: end.recordedAt })
      return {
        id: meeting.id, number: strip.number(meeting.number), day: isThis && end === null && meeting.on === one.day ? strip.today : messages.value.date.day(end?.asOf ?? meeting.on),
        note: end === null ? (isThis ? strip.atEnd : strip.notFrozen) : `${strip.code} ${codeOf(end.snapshot).slice(0, 4)}`, isThis, lamps: lampRows(board), href: end === null ? '' : pathTo.value('snapshots', { open: end.snapshot.slice(0, 12) }),
      }
    })) ?? []
  }
  onMounted(() => { setTimeout(draw, 0) })
  watch(() => [open.value, words.value] as const, draw)
  return faces
}
