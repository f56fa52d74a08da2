/**
 * What figures in a bulletin are asked of: the board, the counts over it, the slips. The draft and every later look ask the same functions,
 * so that what was printed and what is true now can be held against each other.
 */
import type { Board, Figure, Lamp, Row, Standing } from './board'
import type { History } from './history'
import type { Plan } from './plan'
import type { ReviewFilter, SnapshotView } from './snapshot'
import type { Slip } from './slip'
import { drawnChanges } from './turns'
import { knownAtLimit } from './clock'
import { addDays } from './days'
import { explainFigure } from './explain'
import { lastMeeting, meetingsOf } from './meetings'
import { reviewedOnly } from './reviewState'
import { boardOf, standingOf } from './rollUp'
import { daysLeft, isOpen, isOverdue, slipsOf } from './slip'
import { rateOf } from './standing'

export interface BulletinSources {
  plan: Plan
  board: Board
  /** The board of the last meeting and its day; null before the first. */
  before: { on: string, board: Board } | null
  slips: readonly Slip[]
  /** Days of the planned meetings. */
  meetingDays: readonly string[]
}

/** The sources of a frozen board. */
export function sourcesOfView({ index, board, before, history, limit, meetings }: SnapshotView): BulletinSources {
  return {
    plan: index.plan, board, before: before === null ? null : { on: before.meeting.on, board: before.board }, slips: slipsOf(history, { asOf: board.asOf, limit }), meetingDays: meetings.map(meeting => meeting.on),
  }
}

/** The sources of a day as the ledger knows it up to `limit`, under the same filter as a snapshot. */
export function sourcesOn(history: History, asOf: string, limit: string, review: ReviewFilter): BulletinSources {
  const filtered = (bound: string): History => (review === 'all' ? history : reviewedOnly(history, bound, review === 'accepted_twice'))
  const meetings = meetingsOf(history, limit)
  const meeting = lastMeeting(meetings, addDays(asOf, -1))
  return {
    plan: history.index.plan, board: boardOf(filtered(limit), { asOf, knownAt: limit }), slips: slipsOf(history, { asOf, limit }), meetingDays: meetings.map(one => one.on),
    before: meeting === null ? null : { on: meeting.on, board: boardOf(filtered(knownAtLimit(meeting.on)), { asOf: meeting.on, knownAt: meeting.on }) },
  }
}

/** A figure of the board with its row; null where the target or the place is no more. */
export function figureIn(board: Board, target: string, area: string | null): { row: Row, figure: Figure } | null {
  const row = board.rows.find(one => one.target.id === target)
  const figure = row === undefined ? undefined : area === null ? row.total : row.cells.find(cell => cell.area === area)
  return row === undefined || figure === undefined ? null : { row, figure }
}

/** The cells of a row that is shared out, else its total. */
const listed = (board: Board): Figure[] => board.rows.flatMap(row => (row.cells.length > 0 ? row.cells : [row.total]))

function ofStanding(standing: Standing, what: string): number | null {
  if (what === 'rate') return rateOf(standing)
  if (what === 'active' || what === 'onPace') return standing[what]
  if (what === 'slow') return (['overdue', 'behind', 'slightly_behind'] as const).reduce((sum, lamp) => sum + (standing.lamps[lamp] ?? 0), 0)
  return what.startsWith('lamp:') ? standing.lamps[what.slice(5) as Lamp] ?? 0 : null
}

/**
 * A count over the board by its key: `targets`, `cells`, `places`, `reports:asked`, `reports:in`, `changes:better`, `changes:worse`, `slow:places`;
 * `targets:…`, `cells:…` and `area:CODE:…` with `active`, `onPace`, `rate` (a share of 1), `slow`, `lamp:CODE`; `green:TARGET:CODE` (转绿最少 in the target's unit).
 * Null for what is not known.
 */
export function countOf(key: string, { plan, board, before, meetingDays }: BulletinSources): number | null {
  const [kind, ...rest] = key.split(':')
  const what = rest.join(':')
  switch (kind) {
    case 'targets': return what === '' ? board.rows.length : ofStanding(board.total, what)
    case 'cells': return what === '' ? listed(board).filter(figure => figure.lamp !== null).length : ofStanding(standingOf(listed(board)), what)
    case 'places': return board.areas.length
    case 'reports': return board.rows.reduce((sum, { total }) => sum + (what === 'asked' ? total.askedAreas : total.reported), 0)
    case 'slow': return board.areas.filter(area => ofStanding(area, 'slow')! > 0).length
    case 'changes': return before === null ? null : drawnChanges(before.board, board).filter(change => change.turn === what).length
    case 'area': {
      const area = board.areas.find(one => one.area === rest[0])
      return area === undefined ? null : ofStanding(area, rest.slice(1).join(':'))
    }
    case 'green': {
      const found = figureIn(board, rest[0]!, rest[1] === '' ? null : rest[1]!)
      const step = found === null ? null : explainFigure(plan, found.row, found.figure, board.asOf, meetingDays).toGreen
      return step === null ? 0 : step.kind === 'amount' || step.kind === 'reduce' ? step.amount : step.kind === 'areas' ? step.areas : null
    }
    default: return null
  }
}

/** Applied for closure, not yet closed. */
const isWaiting = ({ state }: Slip): boolean => state === 'applied' || state === 'verified' || state === 'signed'

/**
 * A count over the slips by its key: `issued`, `issued:since` (the last meeting), `closed`, `closed:since`, `open`, `overdue`, `waiting` (for closure),
 * `extended`, `interviews`; `late:ID` days past its date; `unit:ID:open`, `unit:ID:overdue`. Withdrawn ones are in none of them.
 */
export function slipCountOf(key: string, { slips, board, before }: BulletinSources): number | null {
  const { asOf } = board
  const [kind, id, what] = key.split(':')
  const held = slips.filter(slip => slip.state !== 'withdrawn')
  const isSince = (day: string | null): boolean => day !== null && (id !== 'since' || before === null || day >= before.on)
  switch (kind) {
    case 'issued': return held.filter(slip => isSince(slip.issued)).length
    case 'closed': return held.filter(slip => isSince(slip.closedOn)).length
    case 'open': return held.filter(isOpen).length
    case 'overdue': return held.filter(slip => isOverdue(slip, asOf)).length
    case 'waiting': return held.filter(isWaiting).length
    case 'extended': return held.filter(slip => slip.extensions.some(one => one.verdict === 'granted')).length
    case 'interviews': return held.reduce((sum, slip) => sum + slip.interviews, 0)
    case 'late': {
      const slip = held.find(one => one.order.id === id)
      return slip === undefined || !isOverdue(slip, asOf) ? null : -daysLeft(slip, asOf)
    }
    case 'unit': return held.filter(slip => slip.order.lead === id && (what === 'overdue' ? isOverdue(slip, asOf) : isOpen(slip))).length
    default: return null
  }
}

