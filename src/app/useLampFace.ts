/** What lamps are called and coloured by the rule pack of the day shown: handed to all below in place of the usual words. */
import { computed, provide, shallowRef, watch } from 'vue'
import { messagesKey, useMessages } from '../components/messages'
import { useWorkspace } from '../stores/workspace'
import type * as lampFace from './lampFace'

export function useLampFace(): void {
  const workspace = useWorkspace()
  const messages = useMessages()
  const rules = computed(() => workspace.board?.rules)
  const face = shallowRef<typeof lampFace>()
  provide(messagesKey, computed(() => (rules.value && face.value?.namedBy(messages.value, rules.value)) ?? messages.value))
  watch(rules, async now => {
    if (face.value ?? now?.words ?? now?.inks) (face.value ??= await import('./lampFace')).showInks(rules.value?.inks)
  }, { immediate: true })
}
