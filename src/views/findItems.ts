/** What can be found on a board by a few characters: targets by number, name or section, places by name or code. */
import type { Board } from '../domain/board'
import { severityOf } from '../domain/changes'
import type { PlanIndex } from '../domain/plan'
import type { OpenCell } from './useBoardQuery'

export interface FoundItem {
  key: string
  kind: 'target' | 'area'
  name: string
  note: string
  cell: OpenCell
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** Items that hold every typed character run, those that begin with it first; at most `most`. */
export function findItems(index: PlanIndex, board: Board, typed: string, most = 12): FoundItem[] {
  const wanted = plain(typed)
  const all = [...targetItems(index, board), ...areaItems(index, board)]
  const scored = all.map(item => ({ item, place: plain(`${item.name} ${item.note}`).indexOf(wanted) })).filter(({ place }) => place >= 0)
  return scored.sort((a, b) => Math.min(a.place, 1) - Math.min(b.place, 1)).slice(0, most).map(({ item }) => item)
}

/** A target leads to its worst cell. */
function targetItems(index: PlanIndex, board: Board): FoundItem[] {
  return board.rows.map(row => {
    const { task, target } = index.targets.get(row.target.id)!
    const worst = [...row.cells].sort((a, b) => severityOf(b.lamp) - severityOf(a.lamp))[0]
    return { key: target.id, kind: 'target', name: target.name, note: `${target.id} ${task.section} ${target.short ?? ''}`, cell: { target: target.id, area: worst?.lamp === null ? null : worst?.area ?? null } }
  })
}

/** A place leads to its worst task. */
function areaItems(index: PlanIndex, board: Board): FoundItem[] {
  return index.columns.flatMap(({ area }, i): FoundItem[] => {
    const cells = board.rows.flatMap(row => row.cells[i] ?? []).sort((a, b) => severityOf(b.lamp) - severityOf(a.lamp))
    return cells[0] === undefined ? [] : [{ key: area.code, kind: 'area', name: area.name, note: area.code, cell: { target: cells[0].target, area: area.code } }]
  })
}
