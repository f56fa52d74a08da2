import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useMessages } from '../messages'
import { enArea, zhArea } from './areaWords'
import type { AreaWords } from './areaWords'

/** The words of the township page in the language shown. */
export function useAreaWords(): ComputedRef<AreaWords> {
  const messages = useMessages()
  return computed(() => (messages.value.language === 'en' ? enArea : zhArea))
}
