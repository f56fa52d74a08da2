/** Slips that two units carried on differently: one number on two slips, steps that shut each other out. What came out of turn, `slip.ts` says. */
import type { LedgerEvent } from './event'
import type { History } from './history'
import type { Rival } from './rivalSide'
import { canonicalJson } from './hash'
import { comesLater } from './history'
import { handOf, sideOf } from './rivalSide'
import { slipsOf } from './slip'
import type { Slip } from './slip'

const isAfter = (one: LedgerEvent, other: LedgerEvent): boolean => (one.at !== other.at ? one.at > other.at : comesLater(one, other))

/** The step taken last before an event that came out of turn: what shut it out. */
function shutBy(slip: Slip, late: LedgerEvent, byId: ReadonlyMap<string, LedgerEvent>): LedgerEvent | undefined {
  if (late.type === 'slip') return byId.get(slip.event)
  return slip.past.map(one => byId.get(one.event)).findLast(one => one !== undefined && isAfter(late, one))
}

/** Rivals among the slips, as known at `limit`. `byId`: the ledger's events. */
export function slipRivals(history: History, byId: ReadonlyMap<string, LedgerEvent>, limit: string): Rival[] {
  const slips = slipsOf(history, { asOf: '9999-12-31', limit })
  const about = (slip: Slip, at: string) => ({ target: slip.order.target ?? null, area: slip.order.area ?? null, at, subject: slip.order.number, isGone: false, isCurrent: true })
  const rivals: Rival[] = []
  const numbers = new Map<string, Slip[]>()
  for (const slip of slips) {
    if (slip.isNumberTwice && slip.state !== 'withdrawn') numbers.set(slip.order.number, [...numbers.get(slip.order.number) ?? [], slip])
    for (const late of slip.outOfTurn) {
      const by = shutBy(slip, late, byId)
      if (by === undefined || handOf(by) === handOf(late) || (by.type === late.type && canonicalJson(by.data) === canonicalJson(late.data))) continue
      rivals.push({ kind: 'step', key: `step/${late.id}`, ...about(slip, late.at), sides: [sideOf(by, true, [late.id]), sideOf(late, false, by.id === slip.event ? null : [by.id])].sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1)), neither: null })
    }
  }
  // Which of two slips is withdrawn and issued anew under another number is for their own page.
  for (const [number, twice] of numbers) {
    const sides = twice.flatMap(slip => { const event = byId.get(slip.event); return event === undefined ? [] : [event] }).sort((one, other) => (comesLater(one, other) ? 1 : -1)).map(event => sideOf(event, false, null))
    if (sides.length > 1) rivals.push({ kind: 'number', key: `number/${number}`, ...about(twice[0]!, sides[0]!.at), sides, neither: null })
  }
  return rivals
}
