/** Inks that a rule pack gives to groups of lamps, laid over the tokens of the page. Loaded only where a pack has any. */
import type { LampRules } from '../domain/lampRules'
import './lampInks.css'

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
