/**
 * The pages of the big screen, in order: overview, the wall chart in parts, what wants attention one by one, what is not reported. Pure.
 * Sizes are units of the screen, one pixel at 1920 x 1080: pages are cut for the size given and drawn at any scale.
 */
import type { Board, Figure, Row } from '../../domain/board'
import { attentionOf } from '../../domain/changes'
import type { PlanIndex } from '../../domain/plan'
import type { BoardLine, BoardSection } from '../../wording/boardSections'
import { sectionsOf } from '../../wording/boardSections'
import type { Column, ColumnGroup } from '../../wording/columnGroups'
import { columnsOf } from '../../wording/columnGroups'
import { matrixWidths, wallRoom } from './wallLayout'
import type { WallSize } from './wallLayout'

export type WallEntry =
  | { kind: 'chapter', key: string, section: BoardSection, isGoingOn: boolean }
  | { kind: 'row', key: string, line: BoardLine }

/** Columns of one page: a group of places, part of one, or all of them. */
export interface ColumnPart {
  /** With their place among the board's columns. */
  columns: readonly { column: Column, place: number }[]
  /** 街道, 镇 … with their columns here; none where the places are of one nameless kind. */
  groups: readonly ColumnGroup[]
  part: number
  parts: number
  /** All the columns of the board. */
  isWhole: boolean
}

export type WallPage =
  | { kind: 'overview' }
  | { kind: 'matrix', part: ColumnPart, entries: readonly WallEntry[] }
  | { kind: 'lines', columns: readonly (readonly WallEntry[])[] }
  | { kind: 'item', figure: Figure, row: Row, tone: 'sev' | 'lag', place: number, of: number }
  | { kind: 'unreported' }

/** Amber items after all the red ones. */
const mostAmber = 10

/** Has nobody reported anything yet. */
export const isSilentBoard = (board: Board): boolean => board.rows.every(row => row.total.value === null && row.total.reported === 0)

/** The places in as few pages as their width allows: whole groups together, a group that is too wide in even parts. */
export function columnParts(index: PlanIndex, most: number): ColumnPart[] {
  const { columns, groups } = columnsOf(index.columns)
  const placed = columns.map((column, place) => ({ column, place }))
  if (placed.length <= most) return [{ columns: placed, groups, part: 1, parts: 1, isWhole: true }]
  const parts: ColumnPart[] = []
  let from = 0
  for (const { name, count } of groups.length > 0 ? groups : [{ name: '', count: placed.length }]) {
    const own = placed.slice(from, from + count)
    from += count
    const last = parts.at(-1)
    if (last !== undefined && last.parts === 1 && last.columns.length + count <= most) parts[parts.length - 1] = { ...last, columns: [...last.columns, ...own], groups: [...last.groups, { name, count }] }
    else {
      const pieces = Math.ceil(count / most)
      for (let i = 0; i < pieces; i++) {
        const piece = own.slice(Math.round(count * i / pieces), Math.round(count * (i + 1) / pieces))
        parts.push({ columns: piece, groups: name === '' ? [] : [{ name, count: piece.length }], part: i + 1, parts: pieces, isWhole: false })
      }
    }
  }
  return parts
}

interface Heights { line: number, strip: number }

export const heightOf = (entries: readonly WallEntry[], { line, strip }: Heights): number => entries.reduce((sum, entry) => sum + (entry.kind === 'row' ? line : strip), 0)

/** Lines under their chapters, cut into pieces of at most `room`; unless they are `tight`, a chapter is kept whole where that leaves no piece half empty. */
function cut(chapters: readonly { section: BoardSection, lines: readonly BoardLine[] }[], room: number, heights: Heights, isTight: boolean): WallEntry[][] {
  const pieces: WallEntry[][] = []
  let piece: WallEntry[] = []
  const close = (): void => { if (piece.length > 0) pieces.push(piece); piece = [] }
  const fitting = (used: number): number => Math.floor((room - used - heights.strip) / heights.line)
  for (const { section, lines } of chapters) {
    let rest = lines
    while (rest.length > 0) {
      const used = heightOf(piece, heights)
      const fit = fitting(used)
      if (fit < rest.length && piece.length > 0 && (fit < 3 || (!isTight && used >= room / 2 && rest.length <= fitting(0)))) { close(); continue }
      const take = Math.max(1, fit < rest.length && rest.length - fit === 1 && fit > 3 ? fit - 1 : Math.min(fit, rest.length))
      piece.push({ kind: 'chapter', key: `chapter ${section.chapter.id}`, section, isGoingOn: rest !== lines }, ...rest.slice(0, take).map((line): WallEntry => ({ kind: 'row', key: line.row.target.id, line })))
      rest = rest.slice(take)
      if (rest.length > 0) close()
    }
  }
  close()
  return pieces
}

/** As few pages as there can be, with chapters whole where that takes no page more, and as even as they allow; `each`: pieces on one page. */
function evenly(chapters: Parameters<typeof cut>[0], room: number, heights: Heights, each: number): WallEntry[][] {
  const pagesOf = (pieces: readonly unknown[]): number => Math.ceil(pieces.length / each)
  const whole = cut(chapters, room, heights, false)
  const tight = cut(chapters, room, heights, true)
  const isTight = pagesOf(tight) < pagesOf(whole)
  let best = isTight ? tight : whole
  const most = pagesOf(best) * each
  for (let less = room - heights.line; less > heights.strip + 3 * heights.line; less -= heights.line) {
    const next = cut(chapters, less, heights, isTight)
    if (next.length > most) break
    best = next
  }
  return best
}

const isAskedIn = (row: Row, part: ColumnPart): boolean => part.columns.some(({ place }) => { const cell = row.cells[place]; return cell !== undefined && (cell.asked || cell.value !== null) })

function matrixPages(index: PlanIndex, sections: readonly BoardSection[], size: WallSize): WallPage[] {
  const room = wallRoom(size)
  const parts = columnParts(index, matrixWidths(size, columnsOf(index.columns).columns).most)
  return parts.flatMap((part, i) => {
    const chapters = sections.map(section => ({
      section, lines: [...section.figures, ...section.folded].filter(({ row }) => row.target.scope === 'area' && (isAskedIn(row, part) || (i === 0 && !parts.some(one => isAskedIn(row, one))))),
    }))
    return evenly(chapters, room.height - room.matrixHead, { line: room.row, strip: room.strip }, 1).map((entries): WallPage => ({ kind: 'matrix', part, entries }))
  })
}

/** Rows that are not shared out: lines in two columns a page. */
function linePages(sections: readonly BoardSection[], size: WallSize): WallPage[] {
  const room = wallRoom(size)
  const chapters = sections.map(section => ({ section, lines: [...section.figures, ...section.folded].filter(({ row }) => row.target.scope === 'whole') }))
  const columns = evenly(chapters, room.height, { line: room.line, strip: room.strip }, 2)
  return Array.from({ length: Math.ceil(columns.length / 2) }, (_, i) => ({ kind: 'lines', columns: columns.slice(i * 2, i * 2 + 2) }))
}

/** All that is red, then the worst of what is amber; nothing while nobody has reported. */
function itemPages(board: Board): WallPage[] {
  if (isSilentBoard(board)) return []
  const rows = new Map(board.rows.map(row => [row.target.id, row]))
  const attention = attentionOf(board)
  const red = attention.filter(figure => figure.lamp === 'overdue' || figure.lamp === 'behind')
  const amber = attention.filter(figure => figure.lamp === 'slightly_behind').slice(0, mostAmber)
  const pagesOf = (figures: readonly Figure[], tone: 'sev' | 'lag') => figures.map((figure, i): WallPage => ({ kind: 'item', figure, row: rows.get(figure.target)!, tone, place: i + 1, of: figures.length }))
  return [...pagesOf(red, 'sev'), ...pagesOf(amber, 'lag')]
}

/** Every page for a screen of `size` units (at least 1920 x 1080). Every cell that is asked for stands on exactly one page of the chart. */
export function screenPages(index: PlanIndex, board: Board, size: WallSize): WallPage[] {
  const sections = sectionsOf(index, board.rows)
  return [{ kind: 'overview' }, ...matrixPages(index, sections, size), ...linePages(sections, size), ...itemPages(board), { kind: 'unreported' }]
}
