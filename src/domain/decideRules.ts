/** May a rule pack be adopted: from which day, on what basis, and is it whole and without contradiction. The old pack stays where it may not. */
import { adoptionsOf } from './adoptedPack'
import { canonicalJson } from './hash'
import type { History } from './history'
import { isLampRules } from './lampRules'
import type { LampRules } from './lampRules'
import { lampRulesOf, rulePackFileOf } from './packBands'
import { packProblems } from './packProblems'
import { unfitParts } from './packShape'
import type { Problem } from './problem'
import type { RulePack } from './rulePack'

/** Adoption of a pack from `at` on; `lamps` is that of `rules`. */
export interface RulesCommand { kind: 'rules', pack: string, name: string, basis: string, lamps: LampRules, rules: RulePack, at: string }

/** The command that adopts a pack. `basis`: the meeting or paper that decided it. */
export const adoptionOf = (rules: RulePack, basis: string, at: string): RulesCommand => ({ kind: 'rules', pack: rules.id, name: rules.name, basis, lamps: rules.lamps, rules, at })

/** Why the pack may not be adopted, with the path or the interval; null where it may. `today` is the day in UTC+8, `limit` bounds what is known. */
export function rulesRefusal(history: History, { pack, name, basis, lamps, rules, at }: RulesCommand, { today, limit }: { today: string, limit: string }): Problem | null {
  const refuse = (code: string, why: string, fix: string, path?: string): Problem => ({ code, why, fix, ...(path !== undefined && { path }) })
  if (basis.trim() === '') return refuse('rules_basis', '换规则要写依据', '写会议或文件，如“第4次调度会议定”')
  if (at < today) return refuse('rules_day_past', `${at} 已经过去；过去的日子仍用当天的规则`, '从今天或以后起用')
  const unfit = unfitParts(rules)
  if (unfit.length > 0) return refuse('rules_unfit', `规则包的 ${unfit.join('、')} 缺少内容或不合说明`, '在规则页改好再起用', unfit[0])
  if (!isLampRules(lamps) || pack !== lamps.id || pack !== rules.id || name !== rules.name || canonicalJson(lamps) !== canonicalJson(rules.lamps) || canonicalJson(lamps) !== canonicalJson(lampRulesOf(rulePackFileOf(rules))))
    return refuse('rules_lamps', '亮灯的规则与规则包里写的不同', '重新打开规则页再起用', 'lamps')
  const problem = packProblems(rulePackFileOf(rules))[0]
  if (problem !== undefined) return problem
  const other = adoptionsOf(history, limit).find(one => one.pack === pack && canonicalJson(one.rules) !== canonicalJson(rules))
  return other === undefined ? null : refuse('rules_id_taken', `编号 ${pack} 已经用过，内容与这一份不同`, `换一个编号，如 ${pack}-2，各天用的是哪一份才分得清`, 'id')
}
