/** What 冲突与核对 knows, as text, and how it is settled: always in the open plan as known now. */
import { computed, watch } from 'vue'
import { enConflicts, zhConflicts } from '../../components/conflicts/conflictsWords'
import type { ClockFace, SideFace } from '../../components/conflicts/conflictModel'
import { useMessages } from '../../components/messages'
import { enSlips } from '../../components/slips/slipWordsEn'
import { zhSlips } from '../../components/slips/slipWords'
import { rivalsOf } from '../../domain/rivals'
import { useSafety } from '../../stores/safety'
import { useWorkspace } from '../../stores/workspace'
import type { SetUpWriting } from '../setup/useSetUpWriting'
import { usePages } from '../usePages'
import { rivalFace } from './rivalFaces'
import type { FaceSources } from './rivalFaces'
import { apartFaces, findingFaces, skewFaces } from './safetyFaces'

export function useConflicts(writing: SetUpWriting) {
  const workspace = useWorkspace()
  const safety = useSafety()
  const messages = useMessages()
  const { link, pathTo } = usePages()
  const isEnglish = computed(() => messages.value.language === 'en')
  const words = computed(() => (isEnglish.value ? enConflicts : zhConflicts))
  const sources = computed((): FaceSources | null => (workspace.index === null ? null : { index: workspace.index, messages: messages.value, words: words.value, link: link.value, pathTo: pathTo.value, stepName: (isEnglish.value ? enSlips : zhSlips).step }))
  watch(() => [workspace.eventCount, workspace.phase, workspace.planId, workspace.kind], () => { void safety.load() }, { immediate: true })

  const rivals = writing.asked((history, now) => rivalsOf(history, now))
  const faces = computed(() => (sources.value === null ? [] : (rivals.value ?? []).map(rival => rivalFace(rival, sources.value!))))
  const apart = computed(() => (sources.value === null ? [] : apartFaces(safety.found, sources.value)))
  const skews = computed(() => (sources.value === null ? [] : skewFaces(safety.found, sources.value)))
  const findings = computed(() => (sources.value === null ? [] : findingFaces(safety.found, workspace.checked?.wrong ?? [], sources.value)))
  /** What waits for somebody: what is only told is not counted. */
  const count = computed(() => faces.value.length + apart.value.length + findings.value.filter(one => !one.isHarmless).length)

  /** Takes one side (the others are taken back) or none, with the reason. */
  async function settle(key: string, side: SideFace | null, reason: string): Promise<boolean> {
    const rival = rivals.value?.find(one => one.key === key)
    const events = side === null ? rival?.neither : rival?.sides.find(one => one.event === side.event)?.retracts
    if (events === undefined || events === null) return false
    return writing.write(events.map(event => ({ kind: 'retract' as const, event, at: workspace.presentDay, reason })), side === null ? words.value.neitherTaken : words.value.taken(side.value))
  }
  async function accept({ hashes }: ClockFace): Promise<void> {
    const problem = await safety.release(hashes)
    writing.problem.value = problem
    writing.said.value = problem === null ? words.value.accepted(hashes.length) : ''
  }
  return { words, rivals: faces, apart, skews, findings, checked: computed(() => safety.found.checked), count, settle, accept }
}
