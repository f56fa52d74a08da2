/**
 * 规则包: how one place supervises, as JSON. The lamps of a task, the colour of a slip and the card of a unit are three layers that know
 * nothing of each other (practice.md §0, 1). Files lie in `data/rules/`; `parseRulePack` is their border.
 */
import type { Lamp } from './board'
import type { LampRules } from './lampRules'
import { defaultLampRules } from './lampRules'

/** Ink of a slip's level; the word always stands beside it. */
export type SlipInk = 'plain' | 'blue' | 'amber' | 'orange' | 'red'

/** One level of slips, the mildest first in a pack. */
export interface SlipLevel {
  id: string
  /** 工作提示, 蓝单, 黄单, 红单. */
  word: string
  /** One 字 for the small mark. */
  mark: string
  ink: SlipInk
  /** May a slip be issued at this level at once, or is it reached only by escalation. */
  isEntry: boolean
}

/** When a slip climbs. `unreceived`: not signed for; `unanswered`: signed for, no reply; `overdue`: past its date and not applied for closure. */
export interface Escalation {
  id: string
  from: string
  to: string
  when: 'unreceived' | 'unanswered' | 'overdue'
  /** Whole days: after the issue (unreceived), after signing for (unanswered), after the due day (overdue). */
  days: number
  /** Only a rule that says so may leave levels out. */
  skips?: boolean
}

/** What of the board asks for a slip. A draft is proposed, never sent by itself. */
export interface ProposalRule {
  id: string
  when: 'near_due' | 'slightly_behind' | 'behind' | 'overdue' | 'no_data'
  /** For how many days the lamp has been so at least. */
  days: number
  level: string
  /** Days from the issue until it is due. */
  dueDays: number
}

export interface SlipRules {
  levels: readonly SlipLevel[]
  escalation: readonly Escalation[]
  proposals: readonly ProposalRule[]
  /** Days until due: urgent, usual, and the hard limit (practice.md 2.5). */
  dueDays: { urgent: number, usual: number, most: number }
  /** `{year}`, `{n}`, `{nn}`, `{nnn}`, `{level}` stand for themselves: 督办单 {year}-{nn}. */
  numberPattern: string
  /** 连续 n 次: after so many slips of one unit in a row that were not closed in time an interview is proposed; null: never. */
  interviewAfter: number | null
  /** 销号要件, ticked before signing. */
  closure: readonly string[]
}

/** 牌: of a unit, decided by a meeting, never lit by itself. */
export interface CardRule {
  id: string
  word: string
  ink: 'amber' | 'red'
  when: 'overdue_slips' | 'open_slips' | 'behind_cells' | 'missed_months'
  /** From how many on it is proposed. */
  least: number
  /** 摘牌条件. */
  lift: string
}

/** The lamp of a closed month (practice.md 2.1): what a missed month, quarter, or several running light, and what a gap made up later turns it into. */
export interface PeriodRules {
  /** `pace`: the lamp of the month's last day; `month`: was the month's own planned share done. */
  by: 'pace' | 'month'
  missed: Lamp | null
  missedQuarter: Lamp | null
  missedRunning: { months: number, lamp: Lamp } | null
  /** 滞后补齐. */
  madeUp: Lamp
}

export interface PackCalendar { cutoffDay: number, submitDay: number, shift: 'none' | 'before' | 'after', /** Day of the month of the bulletin; null: none. */ bulletinDay: number | null }

/**
 * One line of a score: a formula over the figures of an area (`area`) or of each of its cells (`cell`), bounded. Amounts are points; a rule that
 * takes away has a negative formula. `floor` and `cap` bound the sum of a `cell` rule, `min` and `max` each of its terms.
 */
export interface ScoreRule {
  id: string
  name: string
  scope: 'area' | 'cell'
  /** `60 * onPace / active`; see `formula.ts` for the words it may use. */
  formula: string
  min: number | null
  max: number | null
  floor: number | null
  cap: number | null
  /** What proves it: 挂图, 单, 台账. */
  evidence: string
  /** Lamps whose cells are left out. */
  exempt: readonly Lamp[]
}

export interface ScoreRules {
  /** Points that everybody begins with. */
  start: number
  rules: readonly ScoreRule[]
  /** Places ranked among themselves; those in none are ranked together. */
  groups: readonly { name: string, areas: readonly string[] }[]
  /** `shared`: 1-1-3. `dense`: 1-1-2. */
  ties: 'shared' | 'dense'
  /** From so many points on; the best first. */
  grades: readonly { name: string, from: number }[]
  /** What bars a grade: the best that is still possible where an area has at least so many of a thing. */
  gradeCaps: readonly { when: 'overdue_slips' | 'red_cells', least: number, best: string }[]
  /** Completion above this counts as this: 1 = 100 %. */
  overCap: number
  /** 一票否决, off unless a basis is cited. */
  veto: { basis: string, when: 'overdue_slips' | 'red_cells', least: number } | null
  /** Red and black lists, only where a pack asks for them (practice.md 2.3, 绵阳). */
  lists: { red: { top: number }, black: { bottom: number } } | null
}

export interface RulePack {
  id: string
  name: string
  /** Where it was published; null for the default and an office's own. */
  source: { title: string, url: string, issued: string } | null
  /** In short what it says. */
  summary: string
  /** What the source leaves undefined, and what stands here instead. */
  undefinedBySource: readonly string[]
  lamps: LampRules
  period: PeriodRules
  slips: SlipRules
  cards: readonly CardRule[]
  calendar: PackCalendar
  /** null: no scores, ranking by on-pace rate alone. */
  score: ScoreRules | null
  /** Names on papers: 督办单, 工作提示单, 通报. Never 政府督查 unless the office writes it here. */
  names: { slip: string, bulletin: string }
}

export const defaultSlipRules: SlipRules = {
  levels: [
    { id: 'notice', word: '工作提示', mark: '提', ink: 'plain', isEntry: true }, { id: 'blue', word: '蓝单', mark: '蓝', ink: 'blue', isEntry: true },
    { id: 'yellow', word: '黄单', mark: '黄', ink: 'amber', isEntry: true }, { id: 'red', word: '红单', mark: '红', ink: 'red', isEntry: false },
  ],
  escalation: [
    { id: 'notice-blue', from: 'notice', to: 'blue', when: 'overdue', days: 0 }, { id: 'blue-yellow', from: 'blue', to: 'yellow', when: 'overdue', days: 3 },
    { id: 'yellow-red', from: 'yellow', to: 'red', when: 'overdue', days: 5 }, { id: 'blue-yellow-silent', from: 'blue', to: 'yellow', when: 'unreceived', days: 5 },
  ],
  proposals: [
    { id: 'near_due', when: 'near_due', days: 0, level: 'notice', dueDays: 15 }, { id: 'no_data', when: 'no_data', days: 31, level: 'notice', dueDays: 10 },
    { id: 'slightly_behind', when: 'slightly_behind', days: 31, level: 'blue', dueDays: 15 }, { id: 'behind', when: 'behind', days: 0, level: 'yellow', dueDays: 15 },
    { id: 'overdue', when: 'overdue', days: 0, level: 'yellow', dueDays: 10 },
  ],
  dueDays: { urgent: 5, usual: 15, most: 30 }, numberPattern: '{year}-{nn}', interviewAfter: 3,
  closure: ['办结材料齐全', '到场或查证核验', '分管领导签字'],
}

export const defaultPack: RulePack = {
  id: 'default', name: '默认规则', source: null, summary: '落后 5 个百分点以内正常，5 至 30 滞后，超过 30 或逾期严重滞后', undefinedBySource: [],
  lamps: defaultLampRules, period: { by: 'pace', missed: null, missedQuarter: null, missedRunning: null, madeUp: 'caught_up_late' },
  slips: defaultSlipRules,
  cards: [{ id: 'yellow', word: '黄牌', ink: 'amber', when: 'overdue_slips', least: 2, lift: '逾期的单都已办结' }, { id: 'red', word: '红牌', ink: 'red', when: 'overdue_slips', least: 4, lift: '逾期的单都已办结，并在会上说明' }],
  calendar: { cutoffDay: 31, submitDay: 5, shift: 'none', bulletinDay: null }, score: null, names: { slip: '督办单', bulletin: '通报' },
}
