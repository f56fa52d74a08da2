/** The address says which plan, day and workspace are open; an empty one means the last plan (semantics.md 40). */
import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { isDay } from '../domain/days'
import { opensMine } from '../stores/remembered'
import { useWorkspace } from '../stores/workspace'

export function useOpening() {
  const workspace = useWorkspace()
  const route = useRoute()
  const router = useRouter()
  /** The address of a page that is still loading counts already: its plan is read meanwhile. */
  const now = () => (route.matched.length > 0 ? route : router.resolve(location.hash.slice(1) || '/'))
  const wantedPlan = (): string | null => { const { plan } = now().params; return typeof plan === 'string' ? plan : null }
  const wantedKind = () => { const { demo } = now().query; return demo === '1' ? 'demo' as const : demo === '0' ? 'real' as const : null }

  /** What was asked for last: an address that changes while a plan is read is followed all the same. */
  let asked = ''
  async function follow(): Promise<void> {
    const wanted = wantedPlan()
    const isBoard = now().path === '/' || wanted !== null
    if (!isBoard && workspace.planId !== null) return
    const id = wanted ?? await workspace.loadPlans()
    // The address may have changed while the list was read.
    if (id === null || (wanted === null && wantedPlan() !== null)) return
    if (isBoard && wanted === null) { await router.isReady(); await router.replace({ path: `/plan/${id}`, query: { ...route.query, ...(opensMine() && { my: '1' }) } }); return }
    const kind = wantedKind()
    const { at } = now().query
    const wish = `${id} ${kind ?? ''}`
    const isThere = workspace.planId === id && (workspace.phase === 'loading' ? wish === asked : workspace.board !== null && (kind === null || kind === workspace.kind))
    asked = wish
    if (!isThere) await workspace.openPlan(id, typeof at === 'string' && isDay(at) ? at : null, kind)
  }
  watch(() => [route.params.plan, route.path, route.query.demo], follow, { immediate: true })
}
