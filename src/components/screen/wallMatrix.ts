/** What rows, heads and cells of the wall chart say on the big screen. Faces and lamps are the board's own; only the room is another. Pure. */
import type { AreaStanding, Figure, Row } from '../../domain/board'
import { isTied } from '../../domain/rollUp'
import { faceOf, tickOf, totalText } from '../../wording/cellFace'
import type { CellFace } from '../../wording/cellFace'
import { goalText, numberText } from '../../wording/figureText'
import { lookOf } from '../../wording/lampLook'
import type { LampLook } from '../../wording/lampLook'
import type { Messages } from '../messages'
import { lettersOf } from './wallLayout'
import type { MatrixLayout } from './wallLayout'
import type { ColumnPart } from './wallPages'

export interface WallCell { key: string, face: CellFace | null, opens: boolean, lamp: string, lack: string, word: string }
export interface WallLine { name: string, goal: { number: string, unit: string }, look: LampLook | null, lamp: string, fill: string, tick: string | null, total: { main: string, sub: string }, cells: readonly WallCell[] }
export interface WallHead { key: string, name: string, full: string, opens: boolean, rate: string, rank: string, climbed: number, isLow: boolean }

const percent = (share: number | null): string => `${Math.max(0, Math.min(1, share ?? 0)) * 100}%`
const letter = 24

export function wallHeads(part: ColumnPart, layout: MatrixLayout, standings: readonly AreaStanding[], before: readonly AreaStanding[] | null, isSilent: boolean, messages: Messages): WallHead[] {
  return part.columns.map(({ column, place }, i) => {
    const standing = standings[place]
    const rank = standing === undefined || isSilent ? null : standing.rank
    const old = before?.[place]?.rank ?? null
    return {
      key: column.code, name: lettersOf(column.name) * letter + 8 <= layout.cell ? column.name : column.short, full: column.name, opens: column.opensGroup && i > 0,
      rate: rank === null ? '—' : String(Math.floor(standing!.onPace / standing!.active * 100 + 1e-7)), rank: rank === null ? '—' : isTied(standings, standing!) ? messages.head.tie(rank) : String(rank),
      climbed: rank === null || old === null ? 0 : old - rank, isLow: rank !== null && standing!.onPace / standing!.active < 0.6,
    }
  })
}

/** A unit that finds no room beside its number is left to the target's own page. */
function goalOf({ target }: Row, layout: MatrixLayout, messages: Messages): WallLine['goal'] {
  if (target.measure === 'qualitative') return { number: messages.head.qualitative, unit: '' }
  const goal = goalText(target)
  return lettersOf(goal.number) * letter + lettersOf(goal.unit) * 22 + 26 > layout.goal ? { ...goal, unit: '' } : goal
}

function cellOf(row: Row, figure: Figure, layout: MatrixLayout, messages: Messages): Omit<WallCell, 'key' | 'opens'> {
  const face = faceOf(row, figure, layout.form, layout.boardCell)
  const lamp = figure.lamp === null ? '' : messages.lamp[figure.lamp]
  const isLate = face.tone === 'lag' || face.tone === 'sev'
  return {
    face: face.tone === 'blank' ? null : face, lamp, lack: face.shortfall === null || !isLate ? '' : messages.cell.short(numberText(face.shortfall)),
    word: layout.form === 'wide' && face.tone !== 'ok' && face.tone !== 'done' ? lamp : '',
  }
}

/** The whole of a line: the name in full where it fits, else the short one. */
export function wallLine(row: Row, part: ColumnPart, layout: MatrixLayout, messages: Messages): WallLine {
  const { target, total } = row
  const tick = tickOf(target, total)
  return {
    name: target.short !== undefined && lettersOf(target.name) * letter + 82 > layout.name ? target.short : target.name, goal: goalOf(row, layout, messages),
    look: total.lamp === null ? null : lookOf(total.lamp), lamp: total.lamp === null ? '' : messages.lamp[total.lamp], fill: percent(total.progress), tick: tick === null ? null : percent(tick), total: totalText(row),
    cells: part.columns.map(({ column, place }, i) => {
      const figure = row.cells[place]
      return { key: column.code, opens: column.opensGroup && i > 0, ...(figure === undefined ? { face: null, lamp: '', lack: '', word: '' } : cellOf(row, figure, layout, messages)) }
    }),
  }
}
