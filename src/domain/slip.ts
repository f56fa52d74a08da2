/**
 * 督办单: one matter, one slip. Its course is an event log of its own; {@link slipsOf} walks it in the order of its days, and takes a step only
 * from a state that allows it. What comes out of turn (two devices, a late merge) is kept and shown, never dropped, never taken.
 * Source: practice.md 2.5, 2.6.
 */
import type { LedgerEvent } from './event'
import type { History, When } from './history'
import type { SlipOrder, SlipState, SlipStepData, SlipStepKind } from './slipEvents'
import { daysBetween } from './days'
import { furtherOf } from './further'
import { orderOf, placeOf } from './slipEvents'

export interface SlipReply { event: string, at: string, recordedAt: string, unit: string | null, text: string, evidence: readonly string[], returned: string | null }
export interface SlipExtension { event: string, at: string, unit: string | null, from: string, due: string, reason: string, progress: string, verdict: 'granted' | 'refused' | null, settledDue: string | null, settledReason: string, settledAt: string | null }
/** A step that was taken; `state` and `level` are those after it. */
export interface SlipPast { event: string, step: 'issue' | SlipStepKind, at: string, recordedAt: string, unit: string | null, text: string, state: SlipState, level: string }

export interface Slip {
  order: SlipOrder
  event: string
  issued: string
  unit: string | null
  state: SlipState
  level: string
  /** As extended and reopened. */
  due: string
  receivedOn: string | null
  appliedOn: string | null
  closedOn: string | null
  replies: readonly SlipReply[]
  extensions: readonly SlipExtension[]
  /** The request that waits for an answer. */
  pending: SlipExtension | null
  reminders: number
  interviews: number
  reopened: number
  /** 销号要件 found met. */
  met: readonly string[]
  acceptance: string
  past: readonly SlipPast[]
  /** Events of this slip that came out of turn. */
  outOfTurn: readonly LedgerEvent[]
  /** Another slip of the plan carries the same number. */
  isNumberTwice: boolean
}

const openStates: ReadonlySet<SlipState> = new Set<SlipState>(['issued', 'received', 'answered'])
const workStates: ReadonlySet<SlipState> = new Set<SlipState>(['received', 'answered'])

/** Waiting for the unit, not yet applied for closure. */
export const isUnderWay = (slip: Slip): boolean => openStates.has(slip.state)
/** Not closed, published or withdrawn. */
export const isOpen = (slip: Slip): boolean => slip.state !== 'closed' && slip.state !== 'published' && slip.state !== 'withdrawn'
/** Past its day and not yet applied for closure. */
export const isOverdue = (slip: Slip, day: string): boolean => isUnderWay(slip) && day > slip.due
/** Whole days to `due`; negative past it. */
export const daysLeft = (slip: Slip, day: string): number => daysBetween(day, slip.due)

/** 销号要件 that were not found met. */
export const missingOf = (slip: Slip): string[] => slip.order.closure.filter(one => !slip.met.includes(one))

/** Why a step cannot be taken now, or null. The same rule decides a command and walks the log. */
export function stepRefusal(slip: Slip, data: SlipStepData, at: string): 'state' | 'before' | 'late' | 'due' | 'pending' | 'unknown' | 'level' | 'unverified' | 'closure' | null {
  if (at < (slip.past.at(-1)?.at ?? slip.issued)) return 'before'
  const { state } = slip
  switch (data.step) {
    case 'receive': return state === 'issued' ? null : 'state'
    case 'reply': return workStates.has(state) ? null : 'state'
    case 'return_reply': return state !== 'answered' ? 'state' : waitingReplies(slip).some(reply => reply.event === data.reply) ? null : 'unknown'
    case 'remind': case 'interview': return openStates.has(state) ? null : 'state'
    case 'ask_extension': return !openStates.has(state) ? 'state' : slip.pending !== null ? 'pending' : at > slip.due ? 'late' : data.due <= slip.due ? 'due' : null
    case 'settle_extension': return slip.pending === null || slip.pending.event !== data.ask || !openStates.has(state) ? 'unknown' : data.verdict === 'granted' && (data.due <= slip.pending.from || data.due < at) ? 'due' : null
    case 'escalate': return !openStates.has(state) ? 'state' : mayEscalate(slip, data) ? null : 'level'
    case 'apply': return workStates.has(state) ? null : 'state'
    case 'verify': return state === 'applied' ? null : 'state'
    case 'sign': return state === 'verified' ? (missingOf(slip).length > 0 ? 'closure' : null) : state === 'applied' ? 'unverified' : 'state'
    case 'close': return state === 'signed' ? null : state === 'applied' || state === 'verified' || openStates.has(state) ? 'unverified' : 'state'
    case 'publish': return state === 'closed' ? null : 'state'
    case 'send_back': return state === 'applied' || state === 'verified' || state === 'signed' ? null : 'state'
    case 'reopen': return state !== 'closed' && state !== 'published' ? 'state' : data.due < at ? 'due' : null
    case 'withdraw': return isOpen(slip) ? null : 'state'
  }
}

/** Replies that were neither returned nor overtaken: since the slip last came back to the unit from closure. */
function waitingReplies(slip: Slip): SlipReply[] {
  const back = slip.past.findLastIndex(one => one.step === 'verify' || one.step === 'send_back' || one.step === 'reopen')
  const since = new Set(slip.past.slice(back + 1).map(one => one.event))
  return slip.replies.filter(reply => reply.returned === null && since.has(reply.event))
}

/** One level up; further only by a rule of the slip that says so. */
function mayEscalate(slip: Slip, data: Extract<SlipStepData, { step: 'escalate' }>): boolean {
  const { levels, escalation } = slip.order
  const [from, to] = [placeOf(levels, slip.level), placeOf(levels, data.level)]
  if (to <= from) return false
  return to === from + 1 || escalation.some(rule => rule.id === data.rule && rule.skips === true && rule.from === slip.level && rule.to === data.level)
}

function taken(slip: Slip, data: SlipStepData, event: LedgerEvent): Slip {
  const unit = typeof event.by?.unit === 'string' ? event.by.unit : null
  const to = (state: SlipState, more: Partial<Slip> = {}, text = ''): Slip => {
    const level = more.level ?? slip.level
    return { ...slip, ...more, state, past: [...slip.past, { event: event.id, step: data.step, at: event.at, recordedAt: event.recordedAt, unit, text, state, level }] }
  }
  const { state } = slip
  const { at } = event
  switch (data.step) {
    case 'receive': return to('received', { receivedOn: at })
    case 'reply': return to('answered', { replies: [...slip.replies, { event: event.id, at, recordedAt: event.recordedAt, unit, text: data.text, evidence: data.evidence, returned: null }] }, data.text)
    case 'return_reply': {
      const replies = slip.replies.map(reply => (reply.event === data.reply ? { ...reply, returned: data.reason } : reply))
      return to(waitingReplies(slip).length > 1 ? 'answered' : 'received', { replies }, data.reason)
    }
    case 'remind': return to(state, { reminders: slip.reminders + 1 }, data.text)
    case 'interview': return to(state, { interviews: slip.interviews + 1 }, data.text)
    case 'ask_extension': {
      const pending: SlipExtension = { event: event.id, at, unit, from: slip.due, due: data.due, reason: data.reason, progress: data.progress, verdict: null, settledDue: null, settledReason: '', settledAt: null }
      return to(state, { pending, extensions: [...slip.extensions, pending] }, data.reason)
    }
    case 'settle_extension': {
      const settled: SlipExtension = { ...slip.pending!, verdict: data.verdict, settledDue: data.verdict === 'granted' ? data.due : null, settledReason: data.reason, settledAt: at }
      return to(state, { pending: null, extensions: slip.extensions.map(one => (one.event === data.ask ? settled : one)), ...(data.verdict === 'granted' && { due: data.due }) }, data.reason)
    }
    case 'escalate': return to(state, { level: data.level }, data.reason)
    case 'apply': return to('applied', { appliedOn: at, acceptance: data.acceptance, pending: null }, data.text)
    case 'verify': return data.isMet ? to('verified', { met: data.met }, data.text) : to('received', { met: data.met, appliedOn: null }, data.text)
    case 'sign': return to('signed', {}, data.text)
    case 'close': return to('closed', { closedOn: at })
    case 'publish': return to('published', {}, data.text)
    case 'send_back': return to('received', { appliedOn: null, met: [] }, data.reason)
    case 'reopen': return to('received', { due: data.due, closedOn: null, appliedOn: null, met: [], reopened: slip.reopened + 1 }, data.reason)
    case 'withdraw': return to('withdrawn', { pending: null }, data.reason)
  }
}

function issuedOf(event: LedgerEvent): Slip {
  const order = orderOf(event.data)
  const unit = typeof event.by?.unit === 'string' ? event.by.unit : null
  return {
    order, event: event.id, issued: event.at, unit, state: 'issued', level: order.level, due: order.due, receivedOn: null, appliedOn: null, closedOn: null, replies: [], extensions: [], pending: null,
    reminders: 0, interviews: 0, reopened: 0, met: [], acceptance: '', outOfTurn: [], isNumberTwice: false,
    past: [{ event: event.id, step: 'issue', at: event.at, recordedAt: event.recordedAt, unit, text: order.request, state: 'issued', level: order.level }],
  }
}

/** Every slip of the plan as of a day, as known then, in the order of their issue. The order in which events arrived plays no part. */
export function slipsOf(history: History, when: When): Slip[] {
  const slips = new Map<string, Slip>()
  const twice: LedgerEvent[] = []
  for (const event of furtherOf(history, 'slip', when.limit, when.asOf)) {
    const { id } = orderOf(event.data)
    if (slips.has(id)) twice.push(event)
    else slips.set(id, issuedOf(event))
  }
  const late = new Map<string, LedgerEvent[]>()
  const keep = (id: string, event: LedgerEvent): void => { late.set(id, [...late.get(id) ?? [], event]) }
  for (const event of twice) keep(orderOf(event.data).id, event)
  for (const event of furtherOf(history, 'slip_step', when.limit, when.asOf)) {
    const id = String(event.data.slip)
    const slip = slips.get(id)
    if (slip === undefined) continue
    const data = event.data as unknown as SlipStepData
    if (stepRefusal(slip, data, event.at) === null) slips.set(id, taken(slip, data, event))
    else keep(id, event)
  }
  const numbers = new Map<string, number>()
  for (const { order: { number } } of slips.values()) numbers.set(number, (numbers.get(number) ?? 0) + 1)
  return [...slips.values()].map(slip => ({ ...slip, outOfTurn: late.get(slip.order.id) ?? [], isNumberTwice: numbers.get(slip.order.number)! > 1 }))
}
