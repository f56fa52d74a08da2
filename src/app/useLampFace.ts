/** What lamps are called and coloured by the rule pack of the day shown: handed to all below in place of the usual words. */
import { computed, provide, watch } from 'vue'
import { messagesKey, useMessages } from '../components/messages'
import type { Messages } from '../components/messages'
import type { LampRules } from '../domain/lampRules'
import { useWorkspace } from '../stores/workspace'
import { lampGroups } from '../wording/lampLook'
import { membersOf } from '../wording/ruleWords'

function named(messages: Messages, { words }: LampRules): Messages {
  if (words === undefined) return messages
  const lamp = { ...messages.lamp, ...words }
  const [group, groupShort] = [{ ...messages.group }, { ...messages.groupShort }]
  for (const one of lampGroups) {
    const members = membersOf[one]
    if (members.some(code => words[code] !== undefined)) group[one] = [...new Set(members.filter(code => code !== 'ahead' || words[code] !== undefined).map(code => lamp[code]))].join('／')
    groupShort[one] = words[members[0]!] ?? groupShort[one]
  }
  return { ...messages, lamp, group, groupShort }
}

export function useLampFace(): void {
  const workspace = useWorkspace()
  const messages = useMessages()
  const rules = computed(() => workspace.board?.rules)
  provide(messagesKey, computed(() => (rules.value === undefined ? messages.value : named(messages.value, rules.value))))
  let isInked = false
  watch(() => rules.value?.inks, async inks => {
    if (inks === undefined && !isInked) return
    isInked = true
    const { showInks } = await import('./lampInks')
    showInks(rules.value?.inks)
  }, { immediate: true })
}
