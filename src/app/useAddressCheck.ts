/** Looks at the address once a plan is open: what is wrong is shown, with the nearest address that works. The check loads after the board. */
import { shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'
import { useWorkspace } from '../stores/workspace'
import type { AddressVerdict } from '../views/addressProblems'

const textsOf = (parts: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(parts).filter((part): part is [string, string] => typeof part[1] === 'string'))

export function useAddressCheck() {
  const workspace = useWorkspace()
  const route = useRoute()
  const wrong = shallowRef<AddressVerdict | null>(null)
  let turn = 0
  watch(() => [route.fullPath, workspace.index] as const, async ([address, index]) => {
    const mine = ++turn
    const isPlain = !address.includes('?') && Object.keys(route.params).length <= 1
    if (index === null || isPlain || route.params.plan !== index.plan.id) { wrong.value = null; return }
    const { checkAddress } = await import('../views/addressProblems')
    if (mine !== turn) return
    const verdict = checkAddress({ path: route.path, params: textsOf(route.params), query: textsOf(route.query) }, index)
    wrong.value = verdict.problems.length === 0 ? null : verdict
  }, { immediate: true })
  return wrong
}
