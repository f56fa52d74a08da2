/** How much waits on who this device is: counted after the page is drawn, and again after every event. */
import { onBeforeUnmount, ref, watch } from 'vue'
import { useIdentity } from '../../stores/identity'
import { useWorkspace } from '../../stores/workspace'

/** `isKnown`: the page counts by itself. */
export function useInboxCount(isKnown: () => boolean) {
  const workspace = useWorkspace()
  const who = useIdentity()
  const count = ref(0)
  let waiting: ReturnType<typeof setTimeout> | undefined
  async function look(): Promise<void> {
    const { countOf } = await import('./inboxNow')
    if (!isKnown()) count.value = countOf(workspace, who.identity?.unit ?? null)
  }
  watch(() => [workspace.eventCount, workspace.index, workspace.presentDay, who.identity] as const, () => { clearTimeout(waiting); if (!isKnown()) waiting = setTimeout(() => { void look() }, 500) }, { immediate: true })
  onBeforeUnmount(() => clearTimeout(waiting))
  return count
}
