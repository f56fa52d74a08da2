import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useMessages } from '../messages'
import type { DeskWords } from './deskWords'
import { enDesk, zhDesk } from './deskWords'

/** The shared words of set-up in the language chosen. */
export function useDeskWords(): ComputedRef<DeskWords> {
  const messages = useMessages()
  return computed(() => (messages.value.language === 'en' ? enDesk : zhDesk))
}
