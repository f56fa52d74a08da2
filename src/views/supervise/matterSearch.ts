/** Cells found by words of a target and of a township, the worst first. Pure. */
import type { Board, Figure, Row } from '../../domain/board'
import type { PlanIndex } from '../../domain/plan'
import { severityOf } from '../../domain/changes'
import { shortNameOf } from '../../domain/plan'
import type { MatterChoice } from '../../components/slips/composeDraft'
import type { PinyinPlace } from '../find/findItems'
import { plainText } from '../find/findItems'

const most = 8

/** Every word typed must stand in the target's or the township's name, number or pinyin. Cells that nobody is asked for are left out. */
export function searchMatters(index: PlanIndex, board: Board, typed: string, pinyin: PinyinPlace): MatterChoice[] {
  const words = typed.split(/\s+/).map(plainText).filter(word => word !== '').slice(0, 4)
  if (words.length === 0) return []
  const isIn = (names: readonly string[], word: string): boolean => names.some(name => plainText(name).includes(word) || (/^[a-zü]+$/.test(word) && word.length > 1 && pinyin(plainText(name), word) !== null))
  const ofArea = new Map(index.columns.map(({ area }) => [area.code, words.map(word => isIn([area.name, ...(area.short === undefined ? [] : [area.short])], word))] as const))
  const found: { row: Row, figure: Figure }[] = []
  for (const row of board.rows) {
    const { target } = row
    const hits = words.map(word => target.id === word || target.id.startsWith(`${word}-`) || isIn([target.name, ...(target.short === undefined ? [] : [target.short])], word))
    for (const figure of [...row.cells.filter(cell => cell.asked), row.total]) if (words.every((_, i) => hits[i] || (figure.area !== null && ofArea.get(figure.area)?.[i]))) found.push({ row, figure })
  }
  return found.sort((one, other) => severityOf(other.figure.lamp) - severityOf(one.figure.lamp)).slice(0, most).map(({ row, figure }) => ({
    target: row.target.id, area: figure.area, name: shortNameOf(row.target), place: shortNameOf(index.areas.get(figure.area ?? index.root.area.code)!.area), lamp: figure.lamp,
  }))
}
