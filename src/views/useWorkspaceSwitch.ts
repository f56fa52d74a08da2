/** Between the demo and the real ledger of the plan that is open. */
import { useRouter } from 'vue-router'
import { rememberWorkspace } from '../stores/remembered'
import { useWorkspace } from '../stores/workspace'

export function useWorkspaceSwitch() {
  const workspace = useWorkspace()
  const router = useRouter()
  /** The real ledger, empty at first; on this device the plan opens there from now on. */
  async function openReal(): Promise<void> {
    const id = workspace.planId
    if (id === null) return
    rememberWorkspace(id, 'real')
    await router.push({ path: `/plan/${id}`, query: {} })
    await workspace.openPlan(id, null, 'real')
  }
  async function openDemo(): Promise<void> {
    if (workspace.planId !== null) await router.push({ path: `/plan/${workspace.planId}`, query: { demo: '1' } })
  }
  return { openReal, openDemo }
}
