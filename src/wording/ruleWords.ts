/** The rules of lamps in words: screen and papers say thresholds as the pack of the day has them, and call lamps by its words. Chinese; loaded with what needs it. */
import type { Lamp } from '../domain/board'
import type { LampRules } from '../domain/lampRules'
import type { LampGroup } from './lampLook'
import { zhGroups, zhGroupsShort, zhLamps } from './lampNames'
import { amountOf } from './ruleAmount'

type BandLamp = 'behind' | 'slightly_behind' | 'on_pace' | 'ahead'
export interface BandPhrase { lamp: BandLamp, text: string }

const own = (rules: LampRules, lamp: Lamp): string | undefined => (rules.words !== undefined && Object.hasOwn(rules.words, lamp) ? rules.words[lamp] : undefined)

/** What the pack calls itself. */
export const packName = (rules: LampRules): string => rules.name ?? (rules.id === 'default' ? '默认规则' : rules.id)

/** What the pack calls a lamp. */
export const lampNameOf = (rules: LampRules, lamp: Lamp): string => own(rules, lamp) ?? zhLamps[lamp]

export const membersOf: Readonly<Record<LampGroup, readonly Lamp[]>> = {
  done: ['done'], ok: ['on_pace', 'ahead'], due: ['near_due'], lag: ['slightly_behind'], sev: ['behind', 'overdue'], none: ['no_data'], idle: ['exempt', 'paused'], waiting: ['not_due'],
}

/** What the pack calls a group of the legend; where it has no word of its own, as everywhere. */
export function groupNameOf(rules: LampRules, group: LampGroup, between: '／' | '或' = '／'): string {
  const members = membersOf[group]
  if (members.every(lamp => own(rules, lamp) === undefined)) return zhGroups[group].replace('／', between)
  return [...new Set(members.filter(lamp => lamp !== 'ahead' || own(rules, lamp) !== undefined).map(lamp => lampNameOf(rules, lamp)))].join(between)
}

/** In few characters: the group's first lamp. */
export const groupShortOf = (rules: LampRules, group: LampGroup): string => own(rules, membersOf[group][0]!) ?? zhGroupsShort[group]

interface Style { within: string, to: string }

/**
 * The bands from the best to the worst, as phrases that follow each other: 落后 5 个百分点内, 5 到 30, 超过 30. Only lamps that can be lit;
 * 超前 only where the pack gives it a word or it takes the place of 正常.
 */
export function bandPhrases(rules: LampRules, { within, to }: Style = { within: '内', to: '到' }): BandPhrase[] {
  const { behind, slightlyBehind, ahead, edges } = rules
  const whole = (share: number): string => amountOf(rules, share)
  const bare = (share: number): string => amountOf(rules, share, true)
  const phrases: BandPhrase[] = []
  let isSaid = false
  const amount = (share: number): string => { const text = isSaid ? bare(share) : whole(share); isSaid = true; return text }
  const inside = rules.mode === 'pp' ? within : ' 以内'
  const hasGreen = ahead === null || ahead > slightlyBehind
  const hasAmber = behind === null || behind < slightlyBehind
  if (ahead !== null && (!hasGreen || ahead <= 0 || own(rules, 'ahead') !== undefined)) phrases.push({ lamp: 'ahead', text: ahead === 0 ? '达到时序' : ahead < 0 ? `落后${amount(ahead)}${inside}` : `快于时序${whole(ahead)}以上` })
  if (hasGreen) phrases.push({ lamp: 'on_pace', text: slightlyBehind < 0 ? `落后${amount(slightlyBehind)}${inside}` : slightlyBehind === 0 ? '达到时序' : `快于时序${whole(slightlyBehind)}以上` })
  if (hasAmber) {
    if (behind === null) phrases.push({ lamp: 'slightly_behind', text: slightlyBehind === 0 ? '低于时序' : slightlyBehind < 0 ? `超过${amount(slightlyBehind)}` : `快于时序不到${whole(slightlyBehind)}` })
    else phrases.push({ lamp: 'slightly_behind', text: slightlyBehind < 0 && isSaid ? `${amount(slightlyBehind).trim()} ${to}${bare(behind)}` : `落后${amount(behind)}${inside}` })
  }
  if (behind !== null) phrases.push({ lamp: 'behind', text: behind === 0 ? '低于时序' : edges.behind === 'worse' ? `${amount(behind).trim()}及以上` : `超过${amount(behind)}` })
  return phrases
}

/** 落后 5 个百分点内为正常，5 到 30 为滞后，超过 30 为严重滞后. In short without what lies between the two edges that are named. */
export const rulesLine = (rules: LampRules, isShort = false): string => bandPhrases(rules).filter(one => !isShort || one.lamp !== 'slightly_behind' || rules.behind === null || rules.slightlyBehind >= 0).map(({ lamp, text }) => `${text}${/[\d%]$/.test(text) ? ' ' : ''}为${lampNameOf(rules, lamp)}`).join('，')

/** When the pack lights a lamp by distance, each sentence whole; '' for a lamp that it never lights so. */
export function bandSentence(rules: LampRules, lamp: BandLamp): string {
  const { behind, slightlyBehind, ahead, edges } = rules
  const whole = (share: number): string => amountOf(rules, share)
  const reaches = (edge: 'better' | 'worse'): string => (edge === 'worse' ? '达到或超过' : '超过')
  switch (lamp) {
    case 'behind': return behind === null ? '' : behind === 0 ? '实际进度低于时序' : `实际进度比时序落后${reaches(edges.behind)}${whole(behind)}`
    case 'slightly_behind': {
      if (behind !== null && behind >= slightlyBehind) return ''
      const least = slightlyBehind === 0 ? '实际进度低于时序' : `实际进度比时序落后${whole(slightlyBehind)}${edges.slightlyBehind === 'worse' ? '及以上' : '以上'}`
      return behind === null ? least : `${least}、${edges.behind === 'worse' ? '不到' : '不超过'}${whole(behind)}`
    }
    case 'ahead': return ahead === null ? '' : ahead === 0 ? '实际进度达到时序' : ahead < 0 ? `落后不到${whole(ahead)}` : `实际进度比时序快${whole(ahead)}以上`
    case 'on_pace': return ahead !== null && ahead <= slightlyBehind ? '' : slightlyBehind === 0 ? '实际进度不低于时序' : `落后不到${whole(slightlyBehind)}`
  }
}

/** The line of a board by a pack of its own; by the default rules it stands in the messages. */
export const boardRule = (rules: LampRules): string => `口径　按「${packName(rules)}」，时序按计划曲线，${rulesLine(rules, true)}；有环节的按环节折算`
