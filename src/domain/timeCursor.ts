/**
 * The board walked from day to day with one state of knowledge. A row's ground (what counts, tallied) is kept while no report, order or
 * mark of its target takes effect; a step then only reckons pace, gap and lamp anew, by the function that makes every board. Equal to
 * `boardOf` on every day (a law in the tests).
 */
import type { Board, Row } from './board'
import { knownAtLimit } from './clock'
import type { RowGround } from './figure'
import { groundOf, rowGroundOf, rowOn } from './figure'
import type { History } from './history'
import type { Placed } from './plan'
import { boardOf, withStandings } from './rollUp'
import type { BoardQuery } from './rollUp'
import { rulesOn } from './adoption'
import type { LampRules } from './lampRules'

/** Gives the board of a day. Holds for the ledger as it was when the cursor was made. */
export type TimeCursor = (day: string) => Board

/** The days on which something of a target takes effect, in order. */
function turningDays(history: History, { target: { id, allocation } }: Placed): string[] {
  const lists = [...history.reports.get(id)?.values() ?? [], ...[history.allocations, history.amendments, history.marks].map(events => events.get(id) ?? [])]
  const days = new Set(lists.flatMap(list => list.map(event => event.at)))
  if (allocation !== undefined) days.add(history.index.plan.period.start)
  return [...days].sort()
}

interface WalkedRow {
  placed: Placed
  days: readonly string[]
  /** How many of `days` the ground has behind it; -1: none made yet. */
  passed: number
  ground: RowGround | null
}

/** How many turning days are not after a day. */
function passedBy(days: readonly string[], day: string): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]! <= day) low = middle + 1
    else high = middle
  }
  return low
}

export function timeCursorOf(history: History, knownAt: string, pack?: LampRules): TimeCursor {
  const limit = knownAtLimit(knownAt)
  const rows = [...history.index.targets.values()].map((placed): WalkedRow => ({ placed, days: turningDays(history, placed), passed: -1, ground: null }))

  function rowAt(row: WalkedRow, day: string, rules: LampRules): Row {
    const passed = passedBy(row.days, day)
    if (row.ground === null || row.passed !== passed) {
      row.ground = rowGroundOf(history, row.placed, { asOf: day, limit })
      row.passed = passed
    } else row.ground = withDaysPace(row.ground, day)
    return rowOn(row.ground, day, rules)
  }
  return day => {
    const rules = pack ?? rulesOn(history, { asOf: day, limit })
    return withStandings(history.index, { plan: history.index.plan.id, asOf: day, knownAt, rulePack: rules.id, rules, rows: rows.map(row => rowAt(row, day, rules)) })
  }
}

/** A share of areas is the mean of gaps, each against the pace of the day: these tallies are made anew. */
function withDaysPace(ground: RowGround, day: string): RowGround {
  const parts = [ground.total, ...ground.cells]
  if (!parts.some(part => part.isShareOfAreas)) return ground
  const asking = { ...ground.asking, when: { ...ground.asking.when, asOf: day }, found: new Map() }
  const [total, ...cells] = parts.map(part => (part.isShareOfAreas ? groundOf(asking, part.node) : part))
  return { ...ground, total: total!, cells }
}

/**
 * {@link boardOf} for one who walks: from the second board on of one ledger and one knowledge it steps. An entry, another plan or
 * other knowledge begins anew.
 */
export function walkingBoards(): (history: History, query: BoardQuery) => Board {
  let last: { history: History, events: number, knownAt: string } | null = null
  let cursor: TimeCursor | null = null
  return (history, query) => {
    const { asOf, knownAt } = query
    if (last === null || last.history !== history || last.events !== history.events.size || last.knownAt !== knownAt) {
      last = { history, events: history.events.size, knownAt }
      cursor = null
      return boardOf(history, query)
    }
    cursor ??= timeCursorOf(history, knownAt)
    return cursor(asOf)
  }
}
