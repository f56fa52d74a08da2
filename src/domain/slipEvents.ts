/** What is recorded of slips: the order, its steps, their commands, and when a payload is whole. Their course is walked in `slip.ts`. */
import type { Escalation, SlipLevel } from './rulePack'
import { isDay } from './days'

/** 交办 → 签收 → 反馈 → 申请销号 → 核验 → 签字 → 销号 → 公示; or 撤销. */
export const slipStates = ['issued', 'received', 'answered', 'applied', 'verified', 'signed', 'closed', 'published', 'withdrawn'] as const
export type SlipState = typeof slipStates[number]

export const slipSteps = [
  'receive', 'reply', 'return_reply', 'remind', 'ask_extension', 'settle_extension', 'escalate', 'interview', 'apply', 'verify', 'sign', 'close', 'publish', 'send_back', 'reopen', 'withdraw',
] as const
export type SlipStepKind = typeof slipSteps[number]

/** What is ordered. */
export interface SlipOrder {
  /** Unique in the plan; a random or derived text. */
  id: string
  number: string
  title: string
  level: string
  /** The levels and the ways up that held when it was issued: an issued slip keeps its rules. */
  levels: readonly SlipLevel[]
  escalation: readonly Escalation[]
  /** Of a target, a place, sites of it; all absent: a free matter. */
  target?: string
  area?: string
  items?: readonly string[]
  basis: string
  request: string
  /** Unit ids: departments or area codes. */
  lead: string
  assist: readonly string[]
  due: string
  /** 销号要件. */
  closure: readonly string[]
  /** The meeting that decided it. */
  meeting?: string
  /** The rule that proposed it. */
  rule?: string
}

/** What the step says. `at` of its event is its day. */
export type SlipStepData =
  | { step: 'receive' | 'close' }
  | { step: 'reply', text: string, evidence: readonly string[] }
  | { step: 'return_reply', reply: string, reason: string }
  | { step: 'remind' | 'interview' | 'publish' | 'sign', text: string }
  | { step: 'ask_extension', due: string, reason: string, progress: string }
  | { step: 'settle_extension', ask: string, verdict: 'granted' | 'refused', due: string, reason: string }
  | { step: 'escalate', level: string, rule: string, reason: string }
  /** `acceptance`: of building work, who accepted it and under which paper; 建成 alone closes nothing. */
  | { step: 'apply', text: string, acceptance: string }
  | { step: 'verify', text: string, way: 'site' | 'papers', isMet: boolean, met: readonly string[] }
  | { step: 'send_back' | 'withdraw', reason: string }
  | { step: 'reopen', reason: string, due: string }

export type SlipCommand =
  | ({ kind: 'slip', at: string } & SlipOrder)
  | ({ kind: 'slip_step', slip: string, at: string } & SlipStepData)
  /** A proposal is not followed; why stays in the ledger. `key` as in `slipProposals`. */
  | { kind: 'slip_declined', key: string, rule: string, reason: string, at: string }
  /** 亮牌, 摘牌, or a proposal not followed. */
  | { kind: 'card', unit: string, card: string, state: 'shown' | 'lifted' | 'declined', reason: string, meeting?: string, at: string }

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** The order of a `slip` event, as far as its payload says. */
export const orderOf = (data: Record<string, unknown>): SlipOrder => data as unknown as SlipOrder

/** How far up a level stands; -1 unknown. */
export const placeOf = (levels: readonly SlipLevel[], level: string): number => levels.findIndex(one => one.id === level)

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isLevel = (value: unknown): boolean => isRecord(value) && isText(value.id) && isText(value.word)
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(one => typeof one === 'string')
const isAbsentOr = (value: unknown, fits: (value: unknown) => boolean): boolean => value === undefined || fits(value)

/** A way up leads up, so that ways form no circle. */
function isWayUp(levels: readonly SlipLevel[], rule: unknown): boolean {
  if (!isRecord(rule) || !isText(rule.id) || !['unreceived', 'unanswered', 'overdue'].includes(rule.when as string) || !(Number.isInteger(rule.days) && (rule.days as number) >= 0)) return false
  const from = placeOf(levels, rule.from as string)
  return from >= 0 && placeOf(levels, rule.to as string) > from
}

/** Is the payload of a `slip` event whole: its level is one of its levels, every way up leads up, its due day is a day. */
export function fitsSlip(data: Record<string, unknown>): boolean {
  const { id, number, title, level, lead, levels, escalation, assist, due, closure, basis, request, target, area, items, meeting, rule } = data
  if (![id, number, title, level, lead].every(isText) || !isDay(due) || typeof basis !== 'string' || typeof request !== 'string' || !areTexts(assist) || !areTexts(closure)) return false
  if (![target, area, meeting, rule].every(one => isAbsentOr(one, isText)) || !isAbsentOr(items, areTexts)) return false
  if (!Array.isArray(levels) || !levels.every(isLevel) || placeOf(levels as SlipLevel[], level as string) < 0) return false
  return Array.isArray(escalation) && escalation.every(one => isWayUp(levels as SlipLevel[], one))
}

/** Is the payload of a `slip_step` event whole. */
export function fitsStep(data: Record<string, unknown>): boolean {
  if (!isText(data.slip) || !(slipSteps as readonly unknown[]).includes(data.step)) return false
  const has = (...keys: string[]): boolean => keys.every(key => typeof data[key] === 'string')
  switch (data.step as SlipStepKind) {
    case 'receive': case 'close': return true
    case 'reply': return has('text') && areTexts(data.evidence)
    case 'return_reply': return has('reply', 'reason')
    case 'remind': case 'interview': case 'publish': case 'sign': return has('text')
    case 'ask_extension': return isDay(data.due) && has('reason', 'progress')
    case 'settle_extension': return has('ask', 'due', 'reason') && (data.verdict === 'refused' || (data.verdict === 'granted' && isDay(data.due)))
    case 'escalate': return has('level', 'rule', 'reason')
    case 'apply': return has('text', 'acceptance')
    case 'verify': return has('text') && (data.way === 'site' || data.way === 'papers') && typeof data.isMet === 'boolean' && areTexts(data.met)
    case 'send_back': case 'withdraw': return has('reason')
    case 'reopen': return isDay(data.due) && has('reason')
  }
}
