/** What can be done with a slip now, on each side; and the stamps of its course. Pure. */
import { addDays, daysBetween } from '../../domain/days'
import type { Slip } from '../../domain/slip'
import { stepRefusal } from '../../domain/slip'
import type { SlipStepData, SlipStepKind } from '../../domain/slipEvents'
import { placeOf } from '../../domain/slipEvents'
import type { SlipLevel } from '../../domain/rulePack'
import type { Side } from './slipTurns'

/** In the order in which they stand; the first that can be taken is what waits. */
const sides: Readonly<Record<Side, readonly SlipStepKind[]>> = {
  office: ['settle_extension', 'verify', 'sign', 'close', 'publish', 'send_back', 'return_reply', 'remind', 'escalate', 'interview', 'reopen', 'withdraw'],
  unit: ['receive', 'reply', 'apply', 'ask_extension'],
}

/** Levels that the slip may climb to: the next, and those a rule of it leads to directly. */
export function levelsAbove(slip: Slip): SlipLevel[] {
  const { levels, escalation } = slip.order
  const from = placeOf(levels, slip.level)
  return levels.filter((level, i) => i === from + 1 || (i > from && escalation.some(rule => rule.skips === true && rule.from === slip.level && rule.to === level.id)))
}

/** The rule of the slip that leads to a level; '' for the office's own word. */
export const ruleTo = (slip: Slip, level: string): string => slip.order.escalation.find(rule => rule.from === slip.level && rule.to === level)?.id ?? ''

/** A step with the least that it must say: what is asked is only whether its turn has come. */
function sampleOf(slip: Slip, step: SlipStepKind, day: string): SlipStepData | null {
  const text = ''
  switch (step) {
    case 'receive': case 'close': return { step }
    case 'reply': return { step, text, evidence: [] }
    case 'return_reply': { const reply = slip.replies.findLast(one => one.returned === null); return reply === undefined ? null : { step, reply: reply.event, reason: text } }
    case 'remind': case 'interview': case 'publish': case 'sign': return { step, text }
    case 'ask_extension': return { step, due: addDays(slip.due > day ? slip.due : day, 1), reason: text, progress: text }
    case 'settle_extension': return slip.pending === null ? null : { step, ask: slip.pending.event, verdict: 'refused', due: slip.due, reason: text }
    case 'escalate': { const level = levelsAbove(slip)[0]; return level === undefined ? null : { step, level: level.id, rule: ruleTo(slip, level.id), reason: text } }
    case 'apply': return { step, text, acceptance: text }
    case 'verify': return { step, text, way: 'site', isMet: true, met: [] }
    case 'send_back': case 'withdraw': return { step, reason: text }
    case 'reopen': return { step, reason: text, due: day }
  }
}

/** The steps of a side that can be taken on `day`. An extension asked too late stays among them: the ledger says why it is refused. */
export function actsOf(slip: Slip, side: Side, day: string): SlipStepKind[] {
  return sides[side].filter(step => {
    const data = sampleOf(slip, step, day)
    const refusal = data === null ? 'state' : stepRefusal(slip, data, day)
    return refusal === null || (step === 'ask_extension' && refusal === 'late')
  })
}

/** A stamp of the course (`on` null: not yet), or a mark on it. */
export interface CourseStamp { kind: 'issued' | 'received' | 'reopened' | 'answered' | 'applied' | 'closed' | 'today' | 'due', on: string | null, /** Days since the stamp before it (today: so long it has waited). */ days: number | null, /** 催办 in between. */ reminders: number }

/** 交办 → 签收 → 反馈 → 办结 → 销号 with today and the date between them, in the order of their days; what is still to come stands last. A slip reopened begins anew from that day. */
export function courseStamps(slip: Slip, day: string): CourseStamp[] {
  const again = slip.past.findLastIndex(one => one.step === 'reopen')
  const sinceThen = new Set(slip.past.slice(again + 1).map(one => one.event))
  const answered = slip.replies.findLast(reply => reply.returned === null && sinceThen.has(reply.event))?.at ?? null
  const stamps = ([['issued', slip.issued], ['received', slip.receivedOn], ...(again < 0 ? [] : [['reopened', slip.past[again]!.at] as const]), ['answered', answered], ['applied', slip.appliedOn], ['closed', slip.closedOn]] as const).map(([kind, on]) => ({ kind, on }))
  const marks = [...(slip.closedOn === null && slip.state !== 'withdrawn' ? [{ kind: 'today' as const, on: day }] : []), { kind: 'due' as const, on: slip.due }]
  const past = [...stamps.filter(stamp => stamp.on !== null), ...marks].sort((one, other) => (one.on! < other.on! ? -1 : one.on! > other.on! ? 1 : 0))
  const line = [...past, ...stamps.filter(stamp => stamp.on === null)]
  let last: string | null = null
  return line.map(({ kind, on }) => {
    const isCounted = on !== null && kind !== 'due' && last !== null
    const days = isCounted ? daysBetween(last!, on) : null
    const reminders = isCounted ? slip.past.filter(one => one.step === 'remind' && one.at > last! && one.at <= on).length : 0
    if (on !== null && kind !== 'due' && kind !== 'today') last = on
    return { kind, on, days, reminders }
  })
}
