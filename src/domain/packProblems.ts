/** What a rule pack can get wrong although every field has its right shape: bands, levels, escalation, names, scores. Pure; no schema library. */
import { lampCodes } from './board'
import type { Lamp } from './board'
import { formulaProblem } from './formula'
import { isOnPaceLamp } from './lamp'
import type { LampBand, RulePackFile } from './packBands'
import { bandProblems, intervalText, rulePackFileOf } from './packBands'
import type { Problem } from './problem'
import { canonicalJson } from './hash'
import type { ScoreRules, SlipRules } from './rulePack'
import { defaultPack } from './rulePack'

interface Found { code: string, path: string, why: string, fix: string }
type Say = (code: string, path: string, why: string, fix: string) => void

const saying = (): { found: Found[], say: Say } => {
  const found: Found[] = []
  return { found, say: (code, path, why, fix) => { found.push({ code, path, why, fix }) } }
}

function repeats(list: readonly { id: string }[], path: string, say: Say): void {
  list.forEach(({ id }, i) => {
    if (list.findIndex(one => one.id === id) !== i) say('pack_id_repeated', `${path}[${i}].id`, `编号 ${id} 重复`, '改成不同的编号')
  })
}

/** Gaps, overlaps and disorder of the bands, in words: 落后 10 至 0 个百分点没有灯. */
export function bandProblemsInWords(mode: 'pp' | 'ratio', bands: readonly LampBand[]): Problem[] {
  return bandProblems(bands).map(({ kind, from, to, path }) => {
    const interval = `${intervalText(mode, from, to)}${mode === 'ratio' && to !== null && from !== null ? ' ' : ''}`
    switch (kind) {
      case 'gap': return { code: 'pack_band_gap', path, why: `${interval}没有灯`, fix: '把上下两条接上，不留空当' }
      case 'overlap': return { code: 'pack_band_overlap', path, why: `${interval}两条都管`, fix: '让一段差距只归一盏灯' }
      case 'order': return { code: 'pack_band_order', path, why: `${interval}这一条放错了次序，或首尾颠倒`, fix: '每盏灯一条，从严重滞后、滞后、正常到超前，由低到高；至少有一条滞后' }
    }
  })
}

/** Contradictions among the levels of slips, what climbs when, and what is proposed. */
export function slipRulesProblems(slips: SlipRules): Problem[] {
  const { found, say } = saying()
  const { levels, escalation, proposals, dueDays, numberPattern } = slips
  const placeOf = (id: string): number => levels.findIndex(level => level.id === id)
  const wordOf = (id: string): string => levels.find(level => level.id === id)?.word ?? id
  repeats(levels, 'slips.levels', say)
  repeats(escalation, 'slips.escalation', say)
  repeats(proposals, 'slips.proposals', say)
  if (!levels.some(level => level.isEntry)) say('pack_no_entry', 'slips.levels', '没有一级可以直接发单', '至少把一级的 isEntry 写成 true')
  const ring = ringOf(escalation)
  if (ring !== null) say('pack_escalation_cycle', `slips.escalation[${ring.at}]`, `升级绕成一圈：${ring.ids.map(wordOf).join('→')}`, '升级只往重里走；去掉往回的一条')
  escalation.forEach(({ from, to, skips }, i) => {
    const path = `slips.escalation[${i}]`
    for (const [field, id] of [['from', from], ['to', to]] as const) if (placeOf(id) < 0) say('pack_level_unknown', `${path}.${field}`, `没有「${id}」这一级`, '改成 levels 里的编号')
    if (placeOf(from) < 0 || placeOf(to) < 0) return
    const step = placeOf(to) - placeOf(from)
    if (step <= 0 && ring === null) say('pack_escalation_falls', path, `从${wordOf(from)}升到${wordOf(to)}不是往重里走`, '改正 from 和 to，或 levels 的次序（由轻到重）')
    if (step > 1 && skips !== true) say('pack_escalation_skips', path, `从${wordOf(from)}到${wordOf(to)}跳过了${levels.slice(placeOf(from) + 1, placeOf(to)).map(level => level.word).join('、')}`, '逐级升，或写明 "skips": true')
  })
  proposals.forEach(({ level, dueDays: days }, i) => {
    const path = `slips.proposals[${i}]`
    if (placeOf(level) < 0) say('pack_level_unknown', `${path}.level`, `没有「${level}」这一级`, '改成 levels 里的编号')
    else if (!levels[placeOf(level)]!.isEntry) say('pack_proposal_not_entry', `${path}.level`, `${wordOf(level)}只能升级得到，不能直接拟单`, '改成可以直接发的一级，或把它的 isEntry 写成 true')
    if (days > dueDays.most) say('pack_due_days', `${path}.dueDays`, `办理 ${days} 天，超过最长的 ${dueDays.most} 天`, '改短，或放宽 dueDays.most')
  })
  if (dueDays.urgent > dueDays.usual || dueDays.usual > dueDays.most) say('pack_due_days', 'slips.dueDays', '办理天数应是 急件 ≤ 一般 ≤ 最长', '改正三个天数')
  const stray = numberPattern.replace(/\{(?:year|n|nn|nnn|level)\}/g, '')
  if (/[{}]/.test(stray) || !/\{n{1,3}\}/.test(numberPattern)) say('pack_number_pattern', 'slips.numberPattern', `编号式样「${numberPattern}」里没有流水号，或有不认得的花括号`, '写成 {year}-{nn} 这样，可用 {year} {n} {nn} {nnn} {level}')
  return found
}

/** The first way round that escalation takes, as ids with the first again at its end, and the rule that closes it; null where there is none. */
function ringOf(escalation: SlipRules['escalation']): { ids: string[], at: number } | null {
  const isClean = new Set<string>()
  const walk = (id: string, trail: readonly string[]): { ids: string[], at: number } | null => {
    if (isClean.has(id)) return null
    for (const [at, { from, to }] of escalation.entries()) {
      if (from !== id) continue
      const back = [...trail, id].indexOf(to)
      const found = back >= 0 ? { ids: [...[...trail, id].slice(back), to], at } : walk(to, [...trail, id])
      if (found !== null) return found
    }
    isClean.add(id)
    return null
  }
  for (const { from } of escalation) {
    const found = walk(from, [])
    if (found !== null) return found
  }
  return null
}

/** Contradictions of scores: formulas that could divide by zero, bounds the wrong way round, grades, groups, a veto without a basis. */
export function scoreProblems(score: ScoreRules): Problem[] {
  const { found, say } = saying()
  const { rules, groups, grades, gradeCaps, veto } = score
  repeats(rules, 'score.rules', say)
  rules.forEach(({ formula, scope, name, min, max, floor, cap }, i) => {
    const path = `score.rules[${i}]`
    const problem = formulaProblem(formula, scope)
    if (problem !== null) say(problem.code, `${path}.formula`, `${name}：${problem.why}`, problem.fix)
    if (min !== null && max !== null && min > max) say('pack_bounds', `${path}.min`, `${name}：最少 ${min} 大于最多 ${max}`, '对调或改正')
    if (floor !== null && cap !== null && floor > cap) say('pack_bounds', `${path}.floor`, `${name}：合计的下限 ${floor} 大于上限 ${cap}`, '对调或改正')
  })
  const placed = new Set<string>()
  groups.forEach(({ name, areas }, i) => {
    if (groups.findIndex(one => one.name === name) !== i) say('pack_id_repeated', `score.groups[${i}].name`, `分组「${name}」重复`, '改成不同的名称')
    for (const area of areas) {
      if (placed.has(area)) say('pack_group_twice', `score.groups[${i}].areas`, `${area} 分在两个组里`, '一个地方只在一个组里排名')
      placed.add(area)
    }
  })
  grades.forEach(({ name, from }, i) => {
    if (grades.findIndex(one => one.name === name) !== i) say('pack_id_repeated', `score.grades[${i}].name`, `等次「${name}」重复`, '改成不同的名称')
    if (i > 0 && from >= grades[i - 1]!.from) say('pack_grade_order', `score.grades[${i}].from`, `等次「${name}」的起点不低于前一等`, '从高到低排')
  })
  gradeCaps.forEach(({ best }, i) => {
    if (!grades.some(grade => grade.name === best)) say('pack_grade_unknown', `score.gradeCaps[${i}].best`, `没有「${best}」这一等次`, '改成 grades 里的名称')
  })
  if (veto !== null && veto.basis.trim() === '') say('pack_veto_basis', 'score.veto.basis', '一票否决没有写依据', '写明依据的文件；没有依据就写 null')
  return found
}

const lateLamps: readonly Lamp[] = ['overdue', 'behind', 'slightly_behind', 'no_data']

function wordProblems(words: Readonly<Record<string, string>>, say: Say): void {
  for (const code of Object.keys(words)) if (!(lampCodes as readonly string[]).includes(code)) say('pack_lamp_unknown', `lamps.words.${code}`, `没有「${code}」这种灯`, `可用 ${lampCodes.join('、')}`)
  for (const late of lateLamps) {
    const same = lampCodes.find(code => isOnPaceLamp(code) && words[code] !== undefined && words[code] === words[late])
    if (same !== undefined) say('pack_word_twice', `lamps.words.${late}`, `「${words[late]!}」既指达序的灯，又指没有达序的灯`, '两种灯用不同的字')
  }
}

/** Every contradiction of a rule file, each with the path or the interval. */
export function packProblems(file: RulePackFile): Problem[] {
  const { found, say } = saying()
  if (file.lamps.words !== undefined) wordProblems(file.lamps.words, say)
  repeats(file.cards, 'cards', say)
  const { $schema: _schema, ...said } = file
  const all = [...bandProblemsInWords(file.lamps.mode, file.lamps.bands), ...found, ...slipRulesProblems(file.slips), ...(file.score === null ? [] : scoreProblems(file.score))]
  return file.id !== defaultPack.id || all.length > 0 || canonicalJson(said) === canonicalJson(rulePackFileOf(defaultPack)) ? all
    : [{ code: 'pack_id_default', path: 'id', why: '编号 default 只归默认规则', fix: '换一个编号，如 own-2020' }]
}
