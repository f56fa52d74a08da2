/** Whose turn a slip is, and the groups of the list: by whose turn, by unit, by target. Pure. */
import type { PlanIndex } from '../../domain/plan'
import type { Slip } from '../../domain/slip'
import { daysLeft, isOpen, isOverdue, isUnderWay } from '../../domain/slip'

export const listOrders = ['turn', 'unit', 'target'] as const
export type ListOrder = typeof listOrders[number]

/** 待我办, 待对方, 临期, 逾期, 已销号. */
export const turns = ['mine', 'theirs', 'near', 'overdue', 'done'] as const
export type Turn = typeof turns[number]

export type Side = 'office' | 'unit'

/** So many days before its date a slip is 临期. */
export const nearDays = 3

/** Who has to move next: the office settles what is asked, reads what came in and closes; everything else is the unit's. Null: nobody, it is closed. */
export function sideOf(slip: Slip): Side | null {
  if (!isOpen(slip)) return null
  if (!isUnderWay(slip) || slip.pending !== null) return 'office'
  return slip.past.at(-1)?.step === 'reply' ? 'office' : 'unit'
}

/** Does the slip ask something of this unit. */
export const isOfUnit = (slip: Slip, unit: string): boolean => slip.order.lead === unit || slip.order.assist.includes(unit)

/** The group of a slip for one side. What waits for me stands in 待我办 even where it is late: the days beside it say so. */
export function turnOf(slip: Slip, side: Side, day: string): Turn {
  const next = sideOf(slip)
  if (next === null) return 'done'
  if (next === 'office' && side === 'office') return 'mine'
  if (isOverdue(slip, day)) return 'overdue'
  if (isUnderWay(slip) && daysLeft(slip, day) <= nearDays) return 'near'
  return next === side ? 'mine' : 'theirs'
}

export interface SlipGroup { key: string, slips: readonly Slip[] }

const later = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
const byDue = (one: Slip, other: Slip): number => later(one.due, other.due) || later(one.order.number, other.order.number) || later(one.order.id, other.order.id)
const byEnd = (one: Slip, other: Slip): number => -later(one.past.at(-1)!.at, other.past.at(-1)!.at) || byDue(one, other)
const openFirst = (one: Slip, other: Slip): number => Number(!isOpen(one)) - Number(!isOpen(other)) || (isOpen(one) ? byDue(one, other) : byEnd(one, other))

/** The list in groups, none of them empty; the keys are turns, unit ids or target ids ('' for free matters). Every slip stands in exactly one. */
export function groupSlips(slips: readonly Slip[], order: ListOrder, side: Side, day: string, index: PlanIndex): SlipGroup[] {
  const keyOf = (slip: Slip): string => (order === 'turn' ? turnOf(slip, side, day) : order === 'unit' ? slip.order.lead : slip.order.target ?? '')
  const groups = new Map<string, Slip[]>()
  for (const slip of slips) groups.set(keyOf(slip), [...groups.get(keyOf(slip)) ?? [], slip])
  const keys = order === 'turn' ? [...turns]
    : order === 'unit' ? [...groups.keys()].sort((one, other) => groups.get(other)!.filter(isOpen).length - groups.get(one)!.filter(isOpen).length || later(one, other))
      : [...[...index.targets.keys()].filter(id => groups.has(id)), ...[...groups.keys()].filter(id => !index.targets.has(id))]
  return keys.flatMap(key => { const found = groups.get(key); return found === undefined ? [] : [{ key, slips: found.sort(order === 'turn' && key === 'done' ? byEnd : openFirst) }] })
}

/** Open slips of one cell, or of a target as a whole where `area` is null. */
export const slipsOfCell = (slips: readonly Slip[], target: string, area: string | null): Slip[] => slips.filter(slip => isOpen(slip) && slip.order.target === target && (area === null || slip.order.area === undefined || slip.order.area === area)).sort(byDue)
