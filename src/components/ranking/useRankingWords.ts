import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useMessages } from '../messages'
import type { RankingWords } from './rankingWords'
import { enRanking, zhRanking } from './rankingWords'

/** The words of the ranking in the language chosen. */
export function useRankingWords(): ComputedRef<RankingWords> {
  const messages = useMessages()
  return computed(() => (messages.value.language === 'en' ? enRanking : zhRanking))
}
