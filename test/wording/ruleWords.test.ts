/** Thresholds in words follow the rules: the default says what it always said, the presets what their sources say. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lampCodes } from '../../src/domain/board'
import type { Explanation } from '../../src/domain/explain'
import { defaultLampRules } from '../../src/domain/lampRules'
import type { LampRules } from '../../src/domain/lampRules'
import { parseRulePack } from '../../src/domain/parseRulePack'
import { en } from '../../src/app/messages/en'
import { boardRule as enBoardRule, enBandPhrases } from '../../src/wording/enRuleWords'
import { lampGroups } from '../../src/wording/lampLook'
import { zhGroups, zhGroupsShort, zhLamps } from '../../src/wording/lampNames'
import { bandPhrases, bandSentence, boardRule, groupNameOf, groupShortOf, lampNameOf, packName, rulesLine } from '../../src/wording/ruleWords'
import { zhRule } from '../../src/wording/zhWhy'

const rulesOfFile = (id: string): LampRules => { const parsed = parseRulePack(readFileSync(new URL(`../../data/rules/${id}.json`, import.meta.url), 'utf8')); if (!parsed.ok) throw new Error(id); return parsed.pack.lamps }
const yinchuan = rulesOfFile('yinchuan-2025')
const sanya = rulesOfFile('sanya-2022')
const songyang = rulesOfFile('songyang-2022')
const explained = (pack: LampRules, lamp: Explanation['lamp'], gap: number, should = 0.5): Explanation =>
  ({ lamp, due: '2020-12-31', daysLeft: 60, should, shouldAmount: null, actual: should + gap, gap, isCeiling: false, isStep: false, pack, toGreen: null })

describe('the rules in a line', () => {
  it('the default', () => {
    expect(rulesLine(defaultLampRules)).toBe('落后 5 个百分点内为正常，5 到 30 为滞后，超过 30 为严重滞后')
    expect(rulesLine(defaultLampRules, true)).toBe('落后 5 个百分点内为正常，超过 30 为严重滞后')
    expect(packName(defaultLampRules)).toBe('默认规则')
    for (const lamp of lampCodes) expect(lampNameOf(defaultLampRules, lamp)).toBe(zhLamps[lamp])
    for (const group of lampGroups) expect([groupNameOf(defaultLampRules, group), groupShortOf(defaultLampRules, group)]).toEqual([zhGroups[group], zhGroupsShort[group]])
  })
  it('银川, 三亚, 松阳 by their own words', () => {
    expect(rulesLine(yinchuan)).toBe('达到时序为绿灯，落后 10 个百分点内为正常，10 到 30 为黄灯，超过 30 为红灯')
    expect(rulesLine(sanya)).toBe('达到时序为绿牌，落后应达进度的 50% 以内为黄牌，超过 50% 为红牌')
    expect(rulesLine(songyang)).toBe('达到时序为正常，低于时序为黄灯')
    expect(boardRule(sanya)).toBe('口径　按「三亚 2022」，时序按计划曲线，达到时序为绿牌，落后应达进度的 50% 以内为黄牌，超过 50% 为红牌；有环节的按环节折算')
    expect([groupNameOf(yinchuan, 'ok'), groupNameOf(yinchuan, 'sev'), groupNameOf(sanya, 'ok'), groupShortOf(yinchuan, 'lag')]).toEqual(['正常／绿灯', '红灯／逾期', '绿牌', '黄灯'])
  })
  it('in English', () => {
    expect(enBandPhrases(defaultLampRules).map(one => one.text)).toEqual(['within 5 points', '5 to 30', 'over 30'])
    expect(enBoardRule(sanya)).toBe('三亚 2022. Pace: on pace or better: 绿牌, up to 50% of what is due behind: 黄牌, over 50%: 红牌; stages count by share')
  })
  it('no phrase of any preset says a lamp that it never lights, or none that it does', () => {
    for (const rules of [defaultLampRules, yinchuan, sanya, songyang]) {
      const lit = bandPhrases(rules).map(one => one.lamp)
      expect(enBandPhrases(rules).map(one => one.lamp)).toEqual(lit)
      for (const lamp of lit) expect(bandSentence(rules, lamp)).not.toBe('')
      if (rules.behind === null) expect(bandSentence(rules, 'behind')).toBe('')
    }
  })
})

describe('why a lamp is lit', () => {
  it('by the default as before', () => {
    expect([zhRule(explained(defaultLampRules, 'behind', -0.4)), zhRule(explained(defaultLampRules, 'slightly_behind', -0.1)), zhRule(explained(defaultLampRules, 'on_pace', -0.01)), zhRule(explained(defaultLampRules, 'ahead', 0.2))])
      .toEqual(['落后 40 个百分点，超过 30 个百分点', '落后 10 个百分点，在 5 到 30 个百分点之间', '与时序相差不到 5 个百分点', '快于时序 20 个百分点'])
    expect([en.rule(explained(defaultLampRules, 'behind', -0.4)), en.rule(explained(defaultLampRules, 'slightly_behind', -0.1)), en.rule(explained(defaultLampRules, 'on_pace', -0.01))])
      .toEqual(['40 points behind; more than 30 points', '10 points behind; between 5 points and 30 points', 'Within 5 points of pace'])
  })
  it('by ratio, by no red lamp, and at the pace itself', () => {
    expect([zhRule(explained(sanya, 'behind', -0.3)), zhRule(explained(sanya, 'slightly_behind', -0.2)), zhRule(explained(sanya, 'on_pace', 0)), zhRule(explained(songyang, 'slightly_behind', -0.4)), zhRule(explained(yinchuan, 'ahead', 0))])
      .toEqual(['落后 30 个百分点，是应达进度的 60%，超过应达进度的 50%', '落后 20 个百分点，是应达进度的 40%，不超过应达进度的 50%', '不低于时序', '落后 40 个百分点', '与时序持平'])
    for (const rules of [defaultLampRules, yinchuan, sanya, songyang]) for (const lamp of ['behind', 'slightly_behind', 'on_pace', 'ahead'] as const) for (const gap of [-0.4, -0.02, 0, 0.2])
      for (const text of [zhRule(explained(rules, lamp, gap)), en.rule(explained(rules, lamp, gap))]) expect(text).not.toMatch(/NaN|null|undefined|--|-\d/)
  })
})
