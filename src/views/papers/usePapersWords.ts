/** The words of 会议材料 in the language of the screen. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useMessages } from '../../components/messages'
import type { PapersWords } from './papersWords'
import { zhPapers } from './papersWords'
import { enPapers } from './papersWordsEn'

export function usePapersWords(): ComputedRef<PapersWords> {
  const messages = useMessages()
  return computed(() => (messages.value.language === 'en' ? enPapers : zhPapers))
}
