/** From two boards to what the phone's overview says beyond the list of gaps: the largest turns since the meeting, and who has not reported. */
import type { Board, Figure, Row } from '../../domain/board'
import type { Change } from '../../domain/changes'
import { drawnChanges, largestTurns } from '../../domain/turns'
import type { PlanIndex } from '../../domain/plan'
import { numberText, stageText, valueText } from '../../wording/figureText'
import type { Messages } from '../../components/messages'
import type { TurnItem, TurnList, WaitingPlace } from '../../components/phone/turnItem'
import { areaNameOf } from '../../wording/figureWords'

const rowsOf = (board: Board): Map<string, Row> => new Map(board.rows.map(row => [row.target.id, row]))
const isStill = ({ before, after }: Change): boolean => before.value === after.value

function textOf(row: Row, figure: Figure, messages: Messages): string {
  return figure.value === null ? messages.cell.notReported : stageText(row.target, figure) ?? valueText(row.target, figure.value) + (row.target.measure === 'rate' ? row.target.unit : '')
}

function itemOf(index: PlanIndex, row: Row, change: Change, messages: Messages): TurnItem {
  const { measure } = row.target
  const { before, after } = change
  const hasGoal = after.goal !== null && after.value !== null && stageText(row.target, after) === null && (measure === 'count' || measure === 'amount' || measure === 'stock' || measure === 'frequency')
  const value = textOf(row, after, messages)
  const was = textOf(row, before, messages)
  return {
    target: change.target, area: change.area, areaName: areaNameOf(index, row, after), name: row.target.short ?? row.target.name, from: before.lamp, to: after.lamp,
    value, was: was === value ? null : was, goal: hasGoal ? `/${numberText(after.goal!)}` : '',
  }
}

/** The `count` largest losses and improvements between two boards of one plan, the losses first; a way that nothing turned is left out. */
export function turnListsOf(index: PlanIndex, before: Board, after: Board, messages: Messages, count = 5): TurnList[] {
  const rows = rowsOf(after)
  const changes = drawnChanges(before, after)
  return (['worse', 'better'] as const).map(turn => {
    const all = largestTurns(changes, turn)
    return { turn, total: all.length, still: all.filter(isStill).length, items: all.slice(0, count).map(change => itemOf(index, rows.get(change.target)!, change, messages)) }
  }).filter(list => list.total > 0)
}

/** Unreported figures by place, the most first, places of one count in the order of the columns. */
export function waitingPlacesOf(index: PlanIndex, board: Board, unreported: readonly Figure[]): WaitingPlace[] {
  const rows = rowsOf(board)
  const order = new Map<string | null, number>(index.columns.map(({ area }, i) => [area.code, i]))
  const places = new Map<string | null, WaitingPlace>()
  for (const figure of unreported) {
    const known = places.get(figure.area)
    if (known === undefined) places.set(figure.area, { area: figure.area, name: areaNameOf(index, rows.get(figure.target)!, figure), count: 1 })
    else known.count++
  }
  return [...places.values()].sort((a, b) => b.count - a.count || (order.get(a.area) ?? -1) - (order.get(b.area) ?? -1))
}

/** The same figures as a list: place after place, in the order of `waitingPlacesOf`. */
export function byPlace(figures: readonly Figure[], places: readonly WaitingPlace[]): Figure[] {
  const order = new Map(places.map((place, i) => [place.area, i]))
  return [...figures].sort((a, b) => (order.get(a.area) ?? 0) - (order.get(b.area) ?? 0))
}
