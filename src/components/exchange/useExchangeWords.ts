import { computed } from 'vue'
import { useMessages } from '../messages'
import { zhExchange } from './exchangeWords'
import { enExchange } from './exchangeWordsEn'

/** The words of 报送与收取 in the language chosen. */
export function useExchangeWords() {
  const messages = useMessages()
  return computed(() => (messages.value.language === 'en' ? enExchange : zhExchange))
}
