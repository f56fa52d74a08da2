/** Words and inks that a rule pack gives to lamps, laid over the usual ones. Loaded only where a pack has any. */
import type { Messages } from '../components/messages'
import type { LampRules } from '../domain/lampRules'
import { lampGroups } from '../wording/lampLook'
import { membersOf } from '../wording/ruleWords'
import '../components/lamp/lampInks.css'

/** The words with the pack's in their place: lamps, groups, and groups in short. */
export function namedBy(messages: Messages, { words }: LampRules): Messages {
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

/** Shows the inks of a pack on the whole page; undefined: the usual ones again. */
export function showInks(inks: LampRules['inks']): void {
  const { dataset } = document.documentElement
  for (const [key, group] of [['inkDone', 'done'], ['inkOk', 'ok'], ['inkDue', 'due'], ['inkLag', 'lag'], ['inkSev', 'sev']] as const) {
    const ink = inks?.[group]
    if (ink === undefined) delete dataset[key]
    else dataset[key] = ink
  }
}
