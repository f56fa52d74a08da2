import { computed } from 'vue'
import { useMessages } from '../messages'
import { enOverview, zhOverview } from './overviewWords'

/** The overview's words in the language chosen. */
export function useOverviewWords() {
  const messages = useMessages()
  return computed(() => (messages.value.language === 'en' ? enOverview : zhOverview))
}
