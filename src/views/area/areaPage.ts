/** The page of a township as a model: everything is read off the board, nothing is counted a second time. Pure. */
import type { Board, Figure, Row } from '../../domain/board'
import type { MarkInForce } from '../../domain/cellPast'
import { isSilent } from '../../domain/cellPast'
import { severityOf } from '../../domain/changes'
import { changesBetween } from '../../domain/turns'
import type { Change } from '../../domain/changes'
import { daysBetween } from '../../domain/days'
import type { AreaNode, PlanIndex } from '../../domain/plan'
import { shortNameOf } from '../../domain/plan'
import { oneUnitCheck, placeAmong, rankRange, rateOf } from '../../domain/standing'
import type { AreaChange, AreaLine, AreaPage, MarkedLine, UnlitLine } from '../../components/area/areaModel'
import { columnsOf } from '../../wording/columnGroups'
import { percentText, stageText } from '../../wording/figureText'
import { movedText } from '../../components/board/viewFace'
import type { LampGroup } from '../../wording/lampLook'
import { groupCounts, groupOf } from '../../wording/lampLook'
import type { Messages } from '../../components/messages'
import { attentionItemOf, valueWords } from '../cardOf'

export interface AreaSources {
  index: PlanIndex
  board: Board
  /** The board of the last meeting, as it was known then. */
  before: Board | null
  /** Code of a column. */
  code: string
  meetings: readonly string[]
  messages: Messages
  /** 赶得上吗 of a cell in one sentence, '' where there is none. */
  forecast: (row: Row, figure: Figure) => string
  mark: (target: string) => MarkInForce | null
}

/** Names of the kinds of place by column: columns of one kind are peers. */
function kindsOf(columns: readonly AreaNode[]): string[] {
  return columnsOf(columns).groups.flatMap(group => Array.from({ length: group.count }, () => group.name))
}

/** The column that an area is in: itself, else the column above it; null for the root. */
export function columnOf(index: PlanIndex, code: string): AreaNode | null {
  for (let at = index.areas.get(code) ?? null; at !== null; at = at.parent) if (at.parent === index.root) return at
  return null
}

/** Order of the strip: what is worst first. */
const stripOrder: readonly LampGroup[] = ['sev', 'lag', 'due', 'none', 'ok', 'done', 'idle', 'waiting']
const rateText = (onPace: number, active: number): number => Number(percentText(onPace / active))

export function areaPageOf(sources: AreaSources): AreaPage {
  const { index, board, before, code, messages } = sources
  const column = index.columns.findIndex(({ area }) => area.code === code)
  const { area } = index.columns[column]!
  const standing = board.areas[column]!
  const kinds = kindsOf(index.columns)
  const peers = board.areas.filter((_, j) => kinds.length > 0 && kinds[j] === kinds[column])
  const silent = isSilent(board)
  const place = silent ? null : placeAmong(code, board.areas)
  const was = before?.areas[column] ?? null
  const cells = board.rows.flatMap(row => (row.cells[column] === undefined ? [] : [{ row, figure: row.cells[column] }]))
  const lit = cells.filter(({ figure }) => figure.lamp !== null)
    .sort((a, b) => severityOf(b.figure.lamp) - severityOf(a.figure.lamp) || (a.figure.gap ?? 0) - (b.figure.gap ?? 0))
  const lines = lit.map(({ row, figure }): AreaLine => {
    const item = attentionItemOf(index, board, row, figure, sources.meetings, messages)
    // A stage stands for itself: no number to divide.
    return { figure, item: stageText(row.target, figure) === null ? item : { ...item, goal: '' }, forecast: sources.forecast(row, figure) }
  })
  const inGroups = (...groups: LampGroup[]): AreaLine[] => lines.filter(line => groups.includes(groupOf(line.item.lamp)))
  const unlitOf = ({ row, figure }: { row: Row, figure: Figure }): UnlitLine => ({ target: row.target.id, name: row.target.name, value: valueWords(row, figure, messages) })
  return {
    code, name: area.name, short: shortNameOf(area), group: kinds[column] ?? '',
    previous: index.columns[column - 1]?.area.code ?? null, next: index.columns[column + 1]?.area.code ?? null,
    standing, isSilent: silent, rate: silent || rateOf(standing) === null ? null : rateText(standing.onPace, standing.active),
    place, peers: place === null || peers.length < 2 || peers.length === board.areas.length ? null : placeAmong(code, peers),
    range: place === null ? null : rankRange(code, board.areas), oneUnit: place === null ? null : oneUnitCheck(board, code),
    moved: silent || was === null || was.active === 0 || standing.active === 0 || isSilent(before!) ? null : rateText(standing.onPace, standing.active) - rateText(was.onPace, was.active),
    counts: groupCounts(standing.lamps).filter(({ count }) => count > 0).sort((a, b) => stripOrder.indexOf(a.group) - stripOrder.indexOf(b.group)),
    late: inGroups('sev', 'lag'), steady: inGroups('due', 'ok'), done: inGroups('done'), unreported: inGroups('none'), waiting: inGroups('waiting'),
    marked: lit.filter(({ figure }) => groupOf(figure.lamp!) === 'idle').map((cell): MarkedLine => {
      const mark = sources.mark(cell.row.target.id)
      return { ...unlitOf(cell), lamp: cell.figure.lamp!, reason: mark?.reason ?? '', since: mark?.at ?? '' }
    }),
    unlit: cells.filter(({ figure }) => figure.lamp === null && (figure.asked || figure.value !== null)).map(unlitOf),
    stale: lit.filter(({ figure }) => figure.stale && figure.at !== null && !['done', 'idle'].includes(groupOf(figure.lamp!)))
      .map(({ row, figure }) => ({ target: row.target.id, name: row.target.name, lamp: figure.lamp!, value: valueWords(row, figure, messages), days: daysBetween(figure.at!, board.asOf) })).sort((a, b) => b.days - a.days),
    changes: before === null ? [] : changesOfArea(before, board, code, messages),
  }
}

function changesOfArea(before: Board, after: Board, code: string, messages: Messages): AreaChange[] {
  const rows = new Map(after.rows.map(row => [row.target.id, row]))
  return changesBetween(before, after).filter(change => change.area === code && change.after.lamp !== null).map((change): AreaChange => {
    const row = rows.get(change.target)!
    return {
      target: change.target, name: row.target.short ?? row.target.name, from: change.before.lamp, to: change.after.lamp, turn: change.turn,
      value: valueWords(row, change.after, messages), moved: movedText(row, change.before, change.after), entry: entryOf(change, before.asOf),
    }
  })
}

/** A value of a day up to the meeting that the meeting did not know was entered late or corrected since; an older one in its place means that it was taken back. */
function entryOf({ before, after }: Change, meeting: string): AreaChange['entry'] {
  if (before.value === after.value || after.askedAreas > 1) return null
  if (after.at === null || (before.at !== null && after.at < before.at)) return 'withdrawn'
  if (after.at > meeting) return null
  return before.at === after.at ? 'corrected' : 'late'
}
