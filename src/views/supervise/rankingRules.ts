/** The rules of a pack's scores in words. Pure. */
import type { Lamp } from '../../domain/board'
import { formulaWords, isFormula, parseFormula } from '../../domain/formula'
import type { RulePack } from '../../domain/rulePack'
import type { RankGroup, RuleText } from '../../components/ranking/rankingModel'
import type { RankingWords } from '../../components/ranking/rankingWords'
import { boundsOf, pointsText } from './rankingPage'

/** Each rule with its formula and bounds. */
export function rulesOf({ score }: RulePack, words: RankingWords, lampWord: (lamp: Lamp) => string): RuleText[] {
  return (score?.rules ?? []).map(rule => {
    const parsed = parseFormula(rule.formula)
    const parts = [isFormula(parsed) ? formulaWords(parsed, words.word) : rule.formula, boundsOf(rule, words), rule.exempt.length === 0 ? '' : words.exempt(rule.exempt.map(lampWord))]
    return { name: rule.name, text: parts.filter(part => part !== '').join(words.comma) }
  })
}

/** What holds of all: start, ties, groups, grades and what bars them, over-fulfilment, veto, lists. */
export function termsOf({ score }: RulePack, words: RankingWords): RuleText[] {
  if (score === null) return []
  const { terms } = words
  const all: (RuleText | null)[] = [
    score.start === 0 ? null : { name: words.start, text: pointsText(score.start) },
    { name: terms.ties, text: words.ties[score.ties] },
    score.groups.length === 0 ? null : { name: terms.groups, text: score.groups.map(group => words.ofGroup(group.name, group.areas.length)).join(words.comma) },
    score.grades.length === 0 ? null : { name: terms.grades, text: score.grades.map(grade => words.grade(grade.name, pointsText(grade.from))).join(words.comma) },
    score.gradeCaps.length === 0 ? null : { name: terms.caps, text: score.gradeCaps.map(cap => words.capRule(cap.when, cap.least, cap.best)).join(words.comma) },
    { name: terms.over, text: words.overRule(pointsText(score.overCap * 100)) },
    score.veto === null || score.veto.basis.trim() === '' ? null : { name: terms.veto, text: words.vetoRule(score.veto.when, score.veto.least, score.veto.basis) },
    score.lists === null ? null : { name: terms.lists, text: words.listRule(score.lists.red.top, score.lists.black.bottom) },
    { name: terms.idle, text: words.idleRule },
  ]
  return all.filter(one => one !== null)
}

/** Red and black list by name, group by group; empty where the pack has none or nobody is on them. */
export function listsOf(groups: readonly RankGroup[], words: RankingWords): RuleText[] {
  return (['red', 'black'] as const).flatMap(list => {
    const on = groups.map(group => ({ name: groups.length > 1 ? `${group.name ?? words.noGroup}${words.colon}` : '', places: group.lines.filter(line => line.list === list).map(line => line.name) })).filter(group => group.places.length > 0)
    return on.length === 0 ? [] : [{ name: words.lists[list], text: on.map(group => `${group.name}${group.places.join(words.and)}`).join(words.semicolon) }]
  })
}
