/**
 * Are the parts of a rule pack what they should be: for packs that come with a ledger, without the schema's library. What passes here is
 * complete and bounded; `packProblems` says whether it contradicts itself.
 */
import { lampCodes } from './board'
import type { RulePack } from './rulePack'

type Check = (value: unknown) => boolean

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (longest: number): Check => value => typeof value === 'string' && value.length <= longest
const filled = (longest: number): Check => value => typeof value === 'string' && value.trim() !== '' && value.length <= longest
const whole = (least: number, most: number): Check => value => Number.isInteger(value) && (value as number) >= least && (value as number) <= most
const among = (words: readonly string[]): Check => value => typeof value === 'string' && words.includes(value)
const nullOr = (check: Check): Check => value => value === null || check(value)
const maybe = (check: Check): Check => value => value === undefined || check(value)
const list = (check: Check, most: number): Check => value => Array.isArray(value) && value.length <= most && value.every(check)
const fields = (checks: Readonly<Record<string, Check>>): Check => value => isRecord(value) && Object.entries(checks).every(([key, check]) => check(Object.hasOwn(value, key) ? value[key] : undefined))

const flag: Check = value => typeof value === 'boolean'
const points: Check = value => typeof value === 'number' && Math.abs(value) <= 10_000
const days = whole(0, 366)
const due = whole(1, 366)
const lamp = among(lampCodes)
const id = filled(64)
const counted = whole(1, 999)
const monthDay = whole(1, 31)
const limit = among(['overdue_slips', 'red_cells'])

/** The parts beyond the lamps, each on its own. */
export const partChecks: Readonly<Record<'name' | 'source' | 'summary' | 'undefinedBySource' | 'period' | 'slips' | 'cards' | 'calendar' | 'score' | 'names', Check>> = {
  name: filled(30),
  source: nullOr(fields({ title: filled(100), url: value => typeof value === 'string' && value.length <= 400 && /^https?:\/\/[^\s"'<>]+$/.test(value), issued: filled(10) })),
  summary: text(200),
  undefinedBySource: list(filled(200), 40),
  period: fields({ by: among(['pace', 'month']), missed: nullOr(lamp), missedQuarter: nullOr(lamp), missedRunning: nullOr(fields({ months: whole(2, 12), lamp })), madeUp: lamp }),
  slips: fields({
    levels: value => list(fields({ id, word: filled(12), mark: filled(1), ink: among(['plain', 'blue', 'amber', 'orange', 'red']), isEntry: flag }), 8)(value) && (value as unknown[]).length > 0,
    escalation: list(fields({ id, from: id, to: id, when: among(['unreceived', 'unanswered', 'overdue']), days, skips: maybe(flag) }), 40),
    proposals: list(fields({ id, when: among(['near_due', 'slightly_behind', 'behind', 'overdue', 'no_data']), days, level: id, dueDays: due }), 40),
    dueDays: fields({ urgent: due, usual: due, most: due }), numberPattern: filled(40), interviewAfter: nullOr(whole(1, 99)), closure: list(filled(40), 20),
  }),
  cards: list(fields({ id, word: filled(12), ink: among(['amber', 'red']), when: among(['overdue_slips', 'open_slips', 'behind_cells', 'missed_months']), least: counted, lift: text(100) }), 12),
  calendar: fields({ cutoffDay: monthDay, submitDay: monthDay, shift: among(['none', 'before', 'after']), bulletinDay: nullOr(monthDay) }),
  score: nullOr(fields({
    start: points,
    rules: list(fields({ id, name: filled(40), scope: among(['area', 'cell']), formula: filled(200), min: nullOr(points), max: nullOr(points), floor: nullOr(points), cap: nullOr(points), evidence: text(100), exempt: list(lamp, 12) }), 60),
    groups: list(fields({ name: filled(30), areas: list(id, 400) }), 40), ties: among(['shared', 'dense']), grades: list(fields({ name: filled(12), from: points }), 12),
    gradeCaps: list(fields({ when: limit, least: counted, best: filled(12) }), 20), overCap: value => typeof value === 'number' && value >= 1 && value <= 10,
    veto: nullOr(fields({ basis: filled(200), when: limit, least: counted })), lists: nullOr(fields({ red: fields({ top: counted }), black: fields({ bottom: counted }) })),
  })),
  names: fields({ slip: filled(20), bulletin: filled(20) }),
}

/** Which parts of a pack are not what they should be; [] where it is whole. Lamps are checked by `isLampRules`. */
export function unfitParts(value: unknown): string[] {
  if (!isRecord(value)) return Object.keys(partChecks)
  return Object.entries(partChecks).filter(([part, check]) => !check(Object.hasOwn(value, part) ? value[part] : undefined)).map(([part]) => part)
}

/** The pack with the parts that are not what they should be taken from `instead`. Nothing else of `value` is kept. */
export function wholePack(value: unknown, instead: RulePack, isBroken: (part: string, of: RulePack) => boolean): RulePack {
  const given = isRecord(value) ? value : {}
  const unfit = new Set(unfitParts(value))
  const made: Record<string, unknown> = { ...instead }
  for (const part of Object.keys(partChecks)) if (!unfit.has(part)) made[part] = given[part]
  for (const part of Object.keys(partChecks)) if (!unfit.has(part) && isBroken(part, made as unknown as RulePack)) made[part] = instead[part as keyof RulePack]
  return made as unknown as RulePack
}
