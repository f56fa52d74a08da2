/** Words and inks that a rule pack gives to lamps, laid over the usual ones. Loaded only where a pack has any. */
import type { Messages } from '../components/messages'
import type { LampRules } from '../domain/lampRules'
import { lampGroups } from '../wording/lampLook'
import { membersOf } from '../wording/ruleWords'
import './lampInks.css'

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

const groups = ['done', 'ok', 'due', 'lag', 'sev'] as const

/** Shows the inks of a pack; undefined: the usual ones again. */
export function showInks(inks: LampRules['inks']): void {
  const { style } = document.documentElement
  for (const group of groups) {
    const ink = inks?.[group]
    const put = (part: string, value: string): void => { if (ink === undefined) style.removeProperty(`--${group}${part}`); else style.setProperty(`--${group}${part}`, value) }
    put('', `var(--i-${ink})`)
    if (group === 'ok') continue
    put('-bg', `var(--i-${ink}-${group === 'sev' ? 'solid' : 'bg'})`)
    put('-ink', group === 'sev' ? '#fff' : `var(--i-${ink}-ink)`)
  }
}
