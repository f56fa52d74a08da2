/** What the board's lamps follow, in a line. The words of a pack of the office's own come only where there is one. */
import { shallowRef, watchEffect } from 'vue'
import type { ShallowRef } from 'vue'
import type { LampRules } from '../../domain/lampRules'
import { useMessages } from '../messages'

export function useRuleLine(rulesOf: () => LampRules): Readonly<ShallowRef<string>> {
  const messages = useMessages()
  const line = shallowRef('')
  watchEffect(async () => {
    const { language, status } = messages.value
    const rules = rulesOf()
    line.value = status.rule
    if (rules.name === undefined) return
    const text = (language === 'en' ? await import('../../wording/enRuleWords') : await import('../../wording/ruleWords')).boardRule(rules)
    if (rulesOf() === rules && messages.value.language === language) line.value = text
  })
  return line
}
