/** The evidence of the plan as a whole: pieces by cell, files here, what nothing points to any more. */
import { computed, ref, watch } from 'vue'
import { cellKey, evidenceOf } from '../../domain/evidence'
import { useEvidence } from '../../stores/evidence'
import { useWorkspace } from '../../stores/workspace'

export function useEvidenceSums() {
  const workspace = useWorkspace()
  const store = useEvidence()
  watch(() => [workspace.kind, workspace.planId] as const, ([kind, plan]) => { if (plan !== null) void store.open(kind, plan) }, { immediate: true })
  const pieces = computed(() => { void workspace.eventCount; return workspace.ask((history, now) => evidenceOf(history, now.limit)) ?? [] })
  const byCell = computed(() => {
    const counts = new Map<string, number>()
    for (const { target, area } of pieces.value) counts.set(cellKey(target, area), (counts.get(cellKey(target, area)) ?? 0) + 1)
    return counts
  })
  const loose = computed(() => { const named = new Set(pieces.value.map(piece => piece.hash)); return [...store.cards.values()].filter(card => !named.has(card.hash)) })
  const sums = computed(() => ({ pieces: pieces.value.length, here: store.cards.size, bytes: store.total, free: store.free, loose: loose.value.length, looseBytes: loose.value.reduce((sum, card) => sum + card.size, 0) }))
  const isSure = ref(false)
  /** Asks once more before files are gone. */
  async function clear(): Promise<void> {
    if (!isSure.value) { isSure.value = true; return }
    isSure.value = false
    await store.remove(loose.value.map(card => card.hash))
  }
  return { byCell, sums, isSure, clear }
}
