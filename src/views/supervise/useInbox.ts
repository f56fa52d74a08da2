/** Items and dates of a unit, asked anew after every event. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { datesAhead } from '../../domain/datesAhead'
import { inboxOf } from '../../domain/inbox'
import { useWorkspace } from '../../stores/workspace'
import { inboxNow } from './inboxNow'

export function useInbox(unit: ComputedRef<string | null>) {
  const workspace = useWorkspace()
  const now = computed(() => { void workspace.eventCount; return inboxNow(workspace) })
  const items = computed(() => { const at = now.value; return at === null ? [] : workspace.ask(history => inboxOf(history, workspace.index!, at.slips, unit.value, { asOf: at.day, limit: at.limit }, at)) ?? [] })
  const dates = computed(() => { const at = now.value; return at === null ? [] : workspace.ask(history => datesAhead(history, workspace.index!, at.slips, unit.value, { asOf: at.day, limit: at.limit }, at)) ?? [] })
  return { now, items, dates }
}
