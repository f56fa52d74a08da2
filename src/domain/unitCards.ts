/**
 * 牌 of units: which are shown, and which the rules would have a meeting decide on. A card is of a unit and never lit by itself; it knows nothing of
 * the colour of a slip or a lamp. Source: issue 7 part 3; practice.md 2.1 (松阳, 新晃: 黄牌/红牌 separately).
 */
import type { Board, Figure, Lamp } from './board'
import type { LedgerEvent } from './event'
import type { History, When } from './history'
import type { PlanIndex } from './plan'
import type { CardRule, RulePack } from './rulePack'
import type { Slip } from './slip'
import { furtherOf } from './further'
import { latenessOf } from './lampRun'
import { periodLampsOf } from './periodLamps'
import { boardOf } from './rollUp'
import { isOpen, isOverdue, slipsOf } from './slip'

/** A card that is shown. `card`: id of the rule of its day. */
export interface ShownCard { unit: string, card: string, since: string, reason: string, meeting: string | null, event: string }

export interface CardProposal {
  unit: string
  rule: CardRule
  /** How many of what the rule counts the unit has: slips, red cells, or months running. */
  count: number
  /** Numbers of the slips or ids of the targets counted. */
  of: readonly string[]
}

const isMissed = (lamp: Lamp | null): boolean => latenessOf(lamp) > 0 || lamp === 'no_data'

const keyOf = (unit: unknown, card: unknown): string => JSON.stringify([unit, card])

/** The cards shown on a day as known then, by unit; of one card of a unit the latest word holds. */
export function cardsOf(history: History, when: When): Map<string, readonly ShownCard[]> {
  const latest = new Map<string, ShownCard & { state: string }>()
  for (const { id, at, data } of furtherOf(history, 'card', when.limit, when.asOf)) {
    const { unit, card, state, reason, meeting } = data as { unit: string, card: string, state: string, reason: string, meeting?: string }
    const key = keyOf(unit, card)
    if (state === 'declined' && latest.get(key)?.state === 'shown') continue
    latest.set(key, { unit, card, state, since: at, reason, meeting: typeof meeting === 'string' ? meeting : null, event: id })
  }
  const shown = new Map<string, readonly ShownCard[]>()
  for (const { state, ...card } of latest.values()) if (state === 'shown') shown.set(card.unit, [...shown.get(card.unit) ?? [], card])
  return shown
}

/** What each unit has of what a rule counts: numbers of slips, ids of targets. */
function countedOf(history: History, index: PlanIndex, board: Board, slips: readonly Slip[], rule: CardRule, when: When): Map<string, string[]> {
  const counted = new Map<string, string[]>()
  const add = (unit: string, what: string): void => { counted.set(unit, [...counted.get(unit) ?? [], what]) }
  if (rule.when === 'overdue_slips' || rule.when === 'open_slips') {
    for (const slip of slips) if (rule.when === 'open_slips' ? isOpen(slip) : isOverdue(slip, when.asOf)) add(slip.order.lead, slip.order.number)
    return counted
  }
  for (const row of board.rows) {
    const unitOf = (figure: Figure): string => figure.area ?? index.targets.get(row.target.id)?.task.lead ?? ''
    for (const figure of row.cells.length > 0 ? row.cells : [row.total]) {
      if (rule.when === 'behind_cells' ? latenessOf(figure.lamp) === 2 : isMissed(figure.lamp) && monthsMissed(history, row.target.id, figure.area, when) >= rule.least) add(unitOf(figure), row.target.id)
    }
  }
  return counted
}

/** For how many closed months running, up to the latest, the figure was late or not reported, as it was reported then. */
function monthsMissed(history: History, target: string, area: string | null, when: When): number {
  const lamps = periodLampsOf(history, target, area, when)
  return lamps.length - 1 - lamps.findLastIndex(one => !isMissed(one.reported))
}

function countOf(history: History, index: PlanIndex, unit: string, of: readonly string[], rule: CardRule, when: When): number {
  return rule.when !== 'missed_months' ? of.length : Math.max(0, ...of.map(target => monthsMissed(history, target, index.areas.has(unit) ? unit : null, when)))
}

/** Did the unit get more of it since it was decided not to show the card. */
function hasGrown(history: History, index: PlanIndex, { unit, rule, count }: CardProposal, decided: LedgerEvent): boolean {
  const then = { asOf: decided.at, limit: decided.recordedAt }
  const of = countedOf(history, index, boardOf(history, { asOf: then.asOf, knownAt: then.limit }), slipsOf(history, then), rule, then).get(unit) ?? []
  return count > countOf(history, index, unit, of, rule, then)
}

/**
 * Cards that the rules propose on the board's day, for units that do not show them yet, the most first; of several rules of one `when` and unit only
 * the strictest. None where it was decided not to show it, or to take it down, and the unit has no more of it since. `missed_months`: the unit has a
 * figure that was late or unreported for so many closed months running.
 */
export function cardProposals(history: History, index: PlanIndex, board: Board, slips: readonly Slip[], pack: Pick<RulePack, 'cards'>, when: When): CardProposal[] {
  const shown = cardsOf(history, when)
  const decided = new Map(furtherOf(history, 'card', when.limit, when.asOf).map(event => [keyOf(event.data.unit, event.data.card), event]))
  const best = new Map<string, CardProposal>()
  for (const rule of pack.cards) {
    for (const [unit, of] of countedOf(history, index, board, slips, rule, when)) {
      const count = countOf(history, index, unit, of, rule, when)
      const key = `${rule.when} ${unit}`
      if (unit !== '' && count >= rule.least && (best.get(key)?.rule.least ?? 0) <= rule.least) best.set(key, { unit, rule, count, of })
    }
  }
  return [...best.values()].filter(one => {
    const last = decided.get(keyOf(one.unit, one.rule.id))
    return !shown.get(one.unit)?.some(card => card.card === one.rule.id) && (last === undefined || hasGrown(history, index, one, last))
  }).sort((one, other) => other.count - one.count)
}
