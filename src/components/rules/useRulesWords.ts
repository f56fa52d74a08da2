import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useMessages } from '../messages'
import { enRules } from './enRules'
import type { RulesWords } from './zhRules'
import { zhRules } from './zhRules'

/** The words of the page 规则包 in the language chosen. */
export function useRulesWords(): ComputedRef<RulesWords> {
  const messages = useMessages()
  return computed(() => (messages.value.language === 'en' ? enRules : zhRules))
}
