/** The rules of lamps in English, for the screen: papers are in Chinese. See `ruleWords.ts`. */
import type { LampRules } from '../domain/lampRules'
import type { BandPhrase } from './ruleWords'

const digits = (share: number): string => String(Number((Math.abs(share) * 100).toFixed(4)))

/** 5 points, 50% of what is due. */
export const enAmount = ({ mode }: LampRules, share: number): string => (mode === 'pp' ? `${digits(share)} points` : `${digits(share)}% of what is due`)

/** The bands from the best to the worst, as phrases that follow each other: within 5 points, 5 to 30, over 30. */
export function enBandPhrases(rules: LampRules): BandPhrase[] {
  const { mode, behind, slightlyBehind, ahead, edges, words } = rules
  const bare = (share: number): string => (mode === 'pp' ? digits(share) : `${digits(share)}%`)
  const phrases: BandPhrase[] = []
  let isSaid = false
  const amount = (share: number): string => { const text = isSaid ? bare(share) : enAmount(rules, share); isSaid = true; return text }
  const hasGreen = ahead === null || ahead > slightlyBehind
  if (ahead !== null && (!hasGreen || ahead <= 0 || words?.ahead !== undefined)) phrases.push({ lamp: 'ahead', text: ahead === 0 ? 'on pace or better' : ahead < 0 ? `within ${amount(ahead)}` : `${enAmount(rules, ahead)} ahead` })
  if (hasGreen) phrases.push({ lamp: 'on_pace', text: slightlyBehind < 0 ? `within ${amount(slightlyBehind)}` : slightlyBehind === 0 ? 'on pace or better' : `${enAmount(rules, slightlyBehind)} ahead` })
  if (behind === null || behind < slightlyBehind) {
    if (behind === null) phrases.push({ lamp: 'slightly_behind', text: slightlyBehind >= 0 ? 'behind pace' : `over ${amount(slightlyBehind)}` })
    else phrases.push({ lamp: 'slightly_behind', text: slightlyBehind < 0 && isSaid ? `${amount(slightlyBehind)} to ${bare(behind)}` : `up to ${amount(behind)} behind` })
  }
  if (behind !== null) phrases.push({ lamp: 'behind', text: behind === 0 ? 'behind pace' : edges.behind === 'worse' ? `${amount(behind)} or more` : `over ${amount(behind)}` })
  return phrases
}

const names = { ahead: 'ahead', on_pace: 'on pace', slightly_behind: 'behind', behind: 'far behind' } as const

/** The line of a board by a pack of its own. */
export const boardRule = (rules: LampRules): string => `${rules.name ?? rules.id}. Pace: ${enBandPhrases(rules).map(({ lamp, text }) => `${text}: ${rules.words?.[lamp] ?? names[lamp]}`).join(', ')}; stages count by share`
