/** The words of the plan screens in the language chosen. They load with these screens, not with the board. */
import { computed } from 'vue'
import { useMessages } from '../messages'
import { enPlans } from './enPlans'
import { zhPlans } from './zhPlans'

export function usePlanWords() {
  const messages = useMessages()
  return computed(() => (messages.value.language === 'en' ? enPlans : zhPlans))
}
