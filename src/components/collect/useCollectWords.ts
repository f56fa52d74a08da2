import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useMessages } from '../messages'
import { enCollect, zhCollect } from './collectWords'
import type { CollectWords } from './collectWords'

export function useCollectWords(): ComputedRef<CollectWords> {
  const messages = useMessages()
  return computed(() => (messages.value.language === 'en' ? enCollect : zhCollect))
}
