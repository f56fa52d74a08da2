/**
 * The border of plan files: what `data/plans/*.json` must look like. `data/plan.schema.json` is generated from here.
 * Loaded lazily (zod is heavy); everything behind the border uses only the types.
 * Source: product.md "Plan files", semantics.md "Plan fields used here".
 */
import { z } from 'zod'

// Compiled validators need eval, which the content policy forbids.
z.config({ jitless: true })

const calendarDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine(isCalendarDay, { error: '不是日历上的日子' })
const identifier = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/)
const text = (longest: number) => z.string().max(longest).refine(isPlainText, { error: '含有不可见的控制字符或方向控制符' })
const filled = (longest: number) => text(longest).min(1)
const share = z.number().min(0).max(1)

function isCalendarDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day)
}

function isPlainText(value: string): boolean {
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/.test(value)
    && !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value)
}

export const goalSchema = z.strictObject({ op: z.enum(['>=', '<=']), value: z.number().min(0).nullable() })

export const scheduleSchema = z.union([
  z.literal('step'),
  z.strictObject({ points: z.array(z.strictObject({ at: calendarDay, share })).min(1).max(400) }),
  z.strictObject({ monthly: z.array(share).length(12) }),
  z.strictObject({ quarterly: z.array(share).length(4) }),
])

const stageSchema = z.strictObject({
  id: identifier,
  name: filled(30),
  due: calendarDay.optional(),
  weight: z.number().positive().optional(),
  share: share.optional(),
})

const criterionSchema = z.strictObject({
  name: filled(30),
  figure: filled(60),
  value: z.number().nullable(),
  unit: text(20),
  op: z.enum(['>=', '<=', '=', '~', '>', '<']),
})

export const measures = ['count', 'amount', 'stock', 'rate', 'standard', 'frequency', 'milestone', 'qualitative'] as const

const targetSchema = z.strictObject({
  id: identifier,
  name: filled(30),
  short: filled(12).optional(),
  measure: z.enum(measures),
  unit: text(12),
  goal: goalSchema,
  scope: z.enum(['area', 'whole']),
  due: calendarDay.optional(),
  baseline: z.strictObject({ value: z.number(), at: calendarDay }).optional(),
  schedule: scheduleSchema.optional(),
  stages: z.array(stageSchema).min(1).max(40).optional(),
  ladder: z.array(z.strictObject({ id: identifier, name: filled(12), share })).min(1).max(20).optional(),
  countsAt: identifier.optional(),
  ladderAssumed: z.boolean().optional(),
  areas: z.array(identifier).min(1).optional(),
  allocation: z.record(identifier, z.number().min(0).nullable()).optional(),
  pair: identifier.optional(),
  weight: z.number().positive().optional(),
  source: z.strictObject({ section: text(30), figure: text(60) }),
  criteria: z.array(criterionSchema).max(40),
  note: text(400),
})

const taskSchema = z.strictObject({
  id: identifier,
  section: text(30),
  title: filled(40),
  lead: identifier,
  assist: z.array(identifier).optional(),
  targets: z.array(targetSchema).min(1).max(200),
})

const chapterSchema = z.strictObject({ id: identifier, title: filled(40), section: text(30).optional(), tasks: z.array(taskSchema).max(200) })

const areaSchema = z.strictObject({
  code: identifier,
  name: filled(30),
  short: filled(4).optional(),
  level: z.enum(['province', 'city', 'prefecture', 'county', 'district', 'zone', 'township', 'village']),
  get children() {
    return z.array(areaSchema).max(400).optional()
  },
})

export const planSchema = z.strictObject({
  $schema: z.string().optional(),
  id: identifier,
  title: filled(60),
  issuer: filled(60),
  documentNumber: filled(60).nullable(),
  issued: calendarDay,
  period: z.strictObject({ start: calendarDay, end: calendarDay }),
  area: areaSchema,
  departments: z.array(z.strictObject({ id: identifier, name: filled(30), short: filled(2).optional(), assumed: z.boolean().optional() })).max(200),
  chapters: z.array(chapterSchema).min(1).max(60),
  rulings: z.array(z.strictObject({
    targets: z.array(identifier),
    question: filled(400),
    decision: text(400),
    status: z.enum(['open', 'decided']),
  })).max(400),
})
