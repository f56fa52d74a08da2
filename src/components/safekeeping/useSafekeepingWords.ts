/** The words in the language that is shown. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useMessages } from '../messages'
import { enSafekeeping, zhSafekeeping } from './safekeepingWords'
import type { SafekeepingWords } from './safekeepingWords'

export function useSafekeepingWords(): ComputedRef<SafekeepingWords> {
  const messages = useMessages()
  return computed(() => (messages.value.language === 'en' ? enSafekeeping : zhSafekeeping))
}
