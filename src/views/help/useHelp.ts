import { computed } from 'vue'
import { useMessages } from '../../components/messages'
import { enHelp } from './enHelp'
import { zhHelp } from './zhHelp'

/** The manual in the language chosen. */
export function useHelp() {
  const messages = useMessages()
  return computed(() => (messages.value.language === 'en' ? enHelp : zhHelp))
}
