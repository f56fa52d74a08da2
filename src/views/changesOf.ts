/** From two boards to the words of the list of changes: panel and phone say the same. */
import type { Board } from '../domain/board'
import { drawnChanges } from '../domain/turns'
import type { Change } from '../domain/changes'
import type { PlanIndex } from '../domain/plan'
import { movedText } from '../components/board/viewFace'
import type { ChangeGroup, ChangeItem } from '../components/panel/changeItem'
import type { Messages } from '../components/messages'
import { valueWords } from './cardOf'
import { areaNameOf } from '../wording/figureWords'

const turns = ['worse', 'better', 'same'] as const

export function changeGroupsOf(index: PlanIndex, before: Board, after: Board, messages: Messages, shown: (turn: ChangeGroup['turn']) => number): ChangeGroup[] {
  const rows = new Map(after.rows.map(row => [row.target.id, row]))
  const all = drawnChanges(before, after)
  const itemOf = (change: Change): ChangeItem => {
    const row = rows.get(change.target)!
    return {
      target: change.target, area: change.area, areaName: areaNameOf(index, row, change.after), name: row.target.short ?? row.target.name,
      from: change.before.lamp, to: change.after.lamp, value: valueWords(row, change.after, messages), moved: movedText(row, change.before, change.after),
    }
  }
  return turns.map(turn => {
    const list = all.filter(change => change.turn === turn)
    return { turn, total: list.length, items: list.slice(0, shown(turn)).map(itemOf) }
  })
}

/** How many changed for the better and for the worse. */
export function turnCounts(before: Board, after: Board): { better: number, worse: number, all: number } {
  const changes = drawnChanges(before, after)
  const count = (turn: Change['turn']) => changes.filter(change => change.turn === turn).length
  return { better: count('better'), worse: count('worse'), all: changes.length }
}
