/**
 * The order of a meeting (practice.md §4, 8; 2.4 "Western twin"): opening, what the last ones decided, what changed since, red items one by one, new
 * matters, end. A pure list of screens, so that the big screen, the desk and the minutes speak of the same things in the same order.
 */
import type { Board, Figure, Row } from './board'
import type { Change } from './changes'
import { attentionOf } from './changes'
import { drawnChanges, largestTurns } from './turns'
import { followUpsOf } from './meetingRecord'
import type { Meeting } from './meetings'
import type { Slip } from './slip'

export type AgendaScreen =
  | { kind: 'opening' }
  /** A page of promises; `page` of `pages`, from 1. */
  | { kind: 'followUps', slips: readonly Slip[], page: number, pages: number }
  /** The worst that turned and the largest turns for the better; what does not fit is counted in `worseAll`, `betterAll`. */
  | { kind: 'changes', worse: readonly Change[], better: readonly Change[], worseAll: number, betterAll: number }
  /** One red figure; `promises`: what earlier meetings decided on it. */
  | { kind: 'red', row: Row, figure: Figure, promises: readonly Slip[], place: number, of: number }
  | { kind: 'new' }
  | { kind: 'end' }

/** 0 opening … 5 end: what the head says and the number keys reach. */
export const agendaSteps = ['opening', 'followUps', 'changes', 'red', 'new', 'end'] as const

/** What fits on a screen. */
const slipsPerScreen = 8
const turnsPerScreen = 11

/** Which slips speak of a figure. */
const isAbout = (slip: Slip, { target, area }: Figure): boolean => slip.order.target === target && (slip.order.area ?? null) === area

/** Overdue and far behind, worst first: the order of the board's own list. */
export const redOf = (board: Board): Figure[] => attentionOf(board).filter(figure => figure.lamp === 'overdue' || figure.lamp === 'behind')

/**
 * @param board as of the meeting's day
 * @param before the board of the last meeting, null before the first
 * @param slips all of the plan as of the same day and knowledge ({@link slipsOf})
 */
export function agendaOf(board: Board, before: Board | null, slips: readonly Slip[], meetings: readonly Meeting[], meeting: Meeting): AgendaScreen[] {
  const followUps = followUpsOf(slips, meetings, meeting)
  const pages = Math.max(1, Math.ceil(followUps.length / slipsPerScreen))
  const changes = before === null ? [] : drawnChanges(before, board)
  // What turned red stands before what only slipped; what got better by the largest turn.
  const [worse, better] = [changes.filter(change => change.turn === 'worse'), largestTurns(changes, 'better')]
  const rows = new Map(board.rows.map(row => [row.target.id, row]))
  const reds = redOf(board)
  const earlier = slips.filter(slip => slip.order.meeting !== undefined && slip.order.meeting !== meeting.id && slip.state !== 'withdrawn')
  return [
    { kind: 'opening' },
    ...Array.from({ length: pages }, (_, i): AgendaScreen => ({ kind: 'followUps', slips: followUps.slice(i * slipsPerScreen, (i + 1) * slipsPerScreen), page: i + 1, pages })),
    { kind: 'changes', worse: worse.slice(0, turnsPerScreen), better: better.slice(0, turnsPerScreen), worseAll: worse.length, betterAll: better.length },
    ...reds.map((figure, i): AgendaScreen => ({ kind: 'red', row: rows.get(figure.target)!, figure, promises: earlier.filter(slip => isAbout(slip, figure)), place: i + 1, of: reds.length })),
    { kind: 'new' }, { kind: 'end' },
  ]
}
