/** The two ways to the papers, in menus and in the search. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useMessages } from '../../components/messages'

export interface PaperMenuWords { papers: string, snapshots: string }

const zh: PaperMenuWords = { papers: '会议材料…', snapshots: '快照' }
const en: PaperMenuWords = { papers: 'Meeting papers…', snapshots: 'Snapshots' }

export function usePaperMenuWords(): ComputedRef<PaperMenuWords> {
  const messages = useMessages()
  return computed(() => (messages.value.language === 'en' ? en : zh))
}
