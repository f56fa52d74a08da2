/** Rule packs of places for the list: read once, one after the other; what cannot be read is left out and said. */
import { onMounted, ref, shallowRef } from 'vue'
import type { RulePackFile } from '../../domain/packBands'
import { loadRulePack, loadRulePackList } from '../../stores/rulePacks'

export function useRuleSamples() {
  const samples = shallowRef<readonly RulePackFile[]>([])
  const state = ref<'loading' | 'ready' | 'partly'>('loading')
  onMounted(async () => {
    const list = await loadRulePackList()
    if (!list.ok) { state.value = 'partly'; return }
    const read = await Promise.all(list.value.map(loadRulePack))
    samples.value = read.flatMap(one => (one.ok ? [one.value.file] : []))
    state.value = read.every(one => one.ok) ? 'ready' : 'partly'
  })
  return { samples, state }
}
