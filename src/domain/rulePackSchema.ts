/**
 * The border of rule packs: what `data/rules/*.json` must look like. `data/rules.schema.json` is generated from here.
 * Loaded lazily (zod is heavy); everything behind the border uses only the types of `rulePack.ts`. Source: practice.md 2.1, 2.3, 2.5, 2.7.
 */
import { z } from 'zod'
import { lampCodes } from './board'
import { isDay } from './days'
import { lampInks } from './lampRules'
import { bandLamps } from './packBands'

// Compiled validators need eval, which the content policy forbids.
z.config({ jitless: true })

const identifier = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/)
const text = (longest: number) => z.string().max(longest).refine(isPlainText, { error: '含有不可见的控制字符或方向控制符' })
const filled = (longest: number) => text(longest).min(1).regex(/\S/)
const days = z.int().min(0).max(366)
const points = z.number().min(-10_000).max(10_000)
const share = z.number().min(-1).max(1)
const lamp = z.enum(lampCodes)

function isPlainText(value: string): boolean {
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/.test(value)
    && !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value)
}

const ink = z.enum(lampInks).optional()

const lampsSchema = z.strictObject({
  mode: z.enum(['pp', 'ratio']),
  bands: z.array(z.strictObject({ lamp: z.enum(bandLamps), from: share.nullable(), to: share.nullable(), includesFrom: z.boolean().optional(), includesTo: z.boolean().optional() })).min(1).max(8),
  nearDueDays: days,
  staleDays: days,
  words: z.partialRecord(lamp, filled(12)).optional(),
  inks: z.strictObject({ done: ink, ok: ink, due: ink, lag: ink, sev: ink }).optional(),
})

const periodSchema = z.strictObject({
  by: z.enum(['pace', 'month']),
  missed: lamp.nullable(),
  missedQuarter: lamp.nullable(),
  missedRunning: z.strictObject({ months: z.int().min(2).max(12), lamp }).nullable(),
  madeUp: lamp,
})

const slipsSchema = z.strictObject({
  levels: z.array(z.strictObject({ id: identifier, word: filled(12), mark: filled(1), ink: z.enum(['plain', 'blue', 'amber', 'orange', 'red']), isEntry: z.boolean() })).min(1).max(8),
  escalation: z.array(z.strictObject({
    id: identifier, from: identifier, to: identifier, when: z.enum(['unreceived', 'unanswered', 'overdue']), days, skips: z.boolean().optional(),
  })).max(40),
  proposals: z.array(z.strictObject({
    id: identifier, when: z.enum(['near_due', 'slightly_behind', 'behind', 'overdue', 'no_data']), days, level: identifier, dueDays: days.min(1),
  })).max(40),
  dueDays: z.strictObject({ urgent: days.min(1), usual: days.min(1), most: days.min(1) }),
  numberPattern: filled(40),
  interviewAfter: z.int().min(1).max(99).nullable(),
  closure: z.array(filled(40)).max(20),
})

const cardSchema = z.strictObject({
  id: identifier, word: filled(12), ink: z.enum(['amber', 'red']), when: z.enum(['overdue_slips', 'open_slips', 'behind_cells', 'missed_months']), least: z.int().min(1).max(999), lift: text(100),
})

const limit = z.enum(['overdue_slips', 'red_cells'])
const few = z.int().min(1).max(999)

const scoreSchema = z.strictObject({
  start: points,
  rules: z.array(z.strictObject({
    id: identifier, name: filled(40), scope: z.enum(['area', 'cell']), formula: filled(200),
    min: points.nullable(), max: points.nullable(), floor: points.nullable(), cap: points.nullable(), evidence: text(100), exempt: z.array(lamp).max(12),
  })).min(1).max(60),
  groups: z.array(z.strictObject({ name: filled(30), areas: z.array(identifier).max(400) })).max(40),
  ties: z.enum(['shared', 'dense']),
  grades: z.array(z.strictObject({ name: filled(12), from: points })).max(12),
  gradeCaps: z.array(z.strictObject({ when: limit, least: few, best: filled(12) })).max(20),
  overCap: z.number().min(1).max(10),
  veto: z.strictObject({ basis: text(200), when: limit, least: few }).nullable(),
  lists: z.strictObject({ red: z.strictObject({ top: few }), black: z.strictObject({ bottom: few }) }).nullable(),
})

export const rulePackSchema = z.strictObject({
  $schema: z.string().max(200).optional(),
  id: identifier,
  name: filled(30),
  source: z.strictObject({ title: filled(100), url: z.string().max(400).regex(/^https?:\/\/[^\s"'<>]+$/), issued: z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/).refine(day => isDay(`${day}${'-01-01'.slice(day.length - 4)}`), { error: '不是日历上的日子' }) }).nullable(),
  summary: text(200),
  undefinedBySource: z.array(filled(200)).max(40),
  lamps: lampsSchema,
  period: periodSchema,
  slips: slipsSchema,
  cards: z.array(cardSchema).max(12),
  calendar: z.strictObject({
    cutoffDay: z.int().min(1).max(31), submitDay: z.int().min(1).max(31), shift: z.enum(['none', 'before', 'after']), bulletinDay: z.int().min(1).max(31).nullable(),
  }),
  score: scoreSchema.nullable(),
  names: z.strictObject({ slip: filled(20), bulletin: filled(20) }),
})
