/** The first page of the big screen: counts and their change, what turned, what is red, how the places stand. From the boards alone. */
import type { AreaStanding, Board, Figure } from '../../domain/board'
import { attentionOf } from '../../domain/changes'
import { explainFigure } from '../../domain/explain'
import type { PlanIndex } from '../../domain/plan'
import { shortNameOf } from '../../domain/plan'
import { isTied } from '../../domain/rollUp'
import { chineseNumeral } from '../../wording/boardSections'
import { faceOf } from '../../wording/cellFace'
import { askedCells, countLamps } from '../../components/board/countLamps'
import { groupCounts, lampGroups } from '../../wording/lampLook'
import type { LampGroup } from '../../wording/lampLook'
import type { Messages } from '../../components/messages'
import type { CountContent, EmptyContent, OverviewContent, StandingContent, TurnContent } from '../../components/screen/wallContent'
import type { WallWords } from '../../components/screen/wallWords'
import { areaNameOf } from '../../wording/figureWords'
import { changeGroupsOf } from '../changesOf'

/** Lines of a column: changes and red items, and the narrower ones of the standing. */
const lines = 11
const standingLines = 19
/** What got worse takes no more than this where there is also something better. */
const mostWorse = 6
const order: readonly LampGroup[] = ['sev', 'lag', 'due', 'none', 'ok', 'done', 'waiting', 'idle']

const signed = (n: number): string => (n === 0 ? '' : n > 0 ? `+${n}` : `−${-n}`)

function countsOf(board: Board, before: Board | null): CountContent[] {
  const now = new Map(groupCounts(countLamps(board)).map(({ group, count }) => [group, count]))
  const then = before === null ? null : new Map(groupCounts(countLamps(before)).map(({ group, count }) => [group, count]))
  const shown = lampGroups.filter(group => now.has(group) || (then?.get(group) ?? 0) > 0)
  return order.filter(group => shown.includes(group)).map(group => ({ group, count: now.get(group) ?? 0, moved: then === null ? '' : signed((now.get(group) ?? 0) - (then.get(group) ?? 0)) }))
}

function changesOfBoards(index: PlanIndex, before: Board, after: Board, messages: Messages): OverviewContent['changes'] {
  const [worse, better] = changeGroupsOf(index, before, after, messages, turn => (turn === 'same' ? 0 : lines))
  const rows = new Map(after.rows.map(row => [row.target.id, row]))
  const takenWorse = worse!.items.slice(0, better!.total === 0 ? lines : Math.max(mostWorse, lines - better!.items.length))
  const taken = [...takenWorse, ...better!.items.slice(0, lines - takenWorse.length)]
  const items = taken.map((item): TurnContent => {
    const row = rows.get(item.target)!
    const figure = row.cells.find(cell => cell.area === item.area) ?? row.total
    const { main, sub } = faceOf(row, figure, 'middle', 90)
    return { key: `${item.target}/${item.area ?? ''}`, areaName: item.areaName, name: item.name, from: item.from, to: item.to, value: figure.value === null ? '' : main + sub }
  })
  return { better: better!.total, worse: worse!.total, items, rest: worse!.total + better!.total - items.length }
}

function redsOf(index: PlanIndex, board: Board, meetings: readonly string[], words: WallWords): OverviewContent['reds'] {
  const rows = new Map(board.rows.map(row => [row.target.id, row]))
  const late = attentionOf(board).filter(figure => figure.lamp !== 'no_data')
  const red = late.filter(figure => figure.lamp !== 'slightly_behind').length
  const items = late.slice(0, lines).map((figure: Figure) => {
    const row = rows.get(figure.target)!
    return {
      key: `${figure.target}/${figure.area ?? ''}`, lamp: figure.lamp!, areaName: areaNameOf(index, row, figure), name: row.target.short ?? row.target.name,
      toGreen: words.toGreen(explainFigure(index.plan, row, figure, board.asOf, meetings), row.target),
    }
  })
  return { red, amber: late.length - red, items, rest: late.length - items.length }
}

export const rateOf = ({ onPace, active }: AreaStanding): number | null => (active === 0 ? null : Math.floor(onPace / active * 100 + 1e-7))

function standingsOf(index: PlanIndex, board: Board, before: Board | null, messages: Messages): OverviewContent['standings'] {
  const then = new Map(before?.areas.map(one => [one.area, one]))
  const all = board.areas.map((one): StandingContent & { place: number } => {
    const old = then.get(one.area)?.rank ?? null
    return {
      code: one.area, name: shortNameOf(index.areas.get(one.area)?.area ?? { name: one.area }), place: one.rank ?? Number.MAX_SAFE_INTEGER,
      rank: one.rank === null ? '—' : isTied(board.areas, one) ? messages.head.tie(one.rank) : String(one.rank), rate: rateOf(one), parts: `${one.onPace}/${one.active}`,
      climbed: one.rank === null || old === null ? 0 : old - one.rank,
    }
  }).sort((a, b) => a.place - b.place)
  if (all.length <= standingLines) return all
  const half = Math.floor((standingLines - 1) / 2)
  return [...all.slice(0, half), { between: all.length - 2 * half }, ...all.slice(-half)]
}

export function overviewOf(index: PlanIndex, board: Board, before: Board | null, meetings: readonly string[], messages: Messages, words: WallWords): OverviewContent {
  return {
    counts: countsOf(board, before), changes: before === null ? null : changesOfBoards(index, before, board, messages),
    reds: redsOf(index, board, meetings, words), standings: standingsOf(index, board, before, messages),
  }
}

/** The tasks, while nobody has reported. */
export function emptyOverviewOf(index: PlanIndex, board: Board, language: Messages['language']): EmptyContent {
  const sharable = board.rows.filter(row => row.target.scope === 'area' && ['count', 'amount', 'stock'].includes(row.target.measure))
  return {
    tasks: index.plan.chapters.reduce((sum, chapter) => sum + chapter.tasks.length, 0), targets: board.rows.length,
    shared: sharable.filter(row => row.allocated !== null).length, sharable: sharable.length,
    chapters: index.plan.chapters.map((chapter, i) => ({ numeral: language === 'en' ? String(i + 1) : chineseNumeral(i + 1), title: chapter.title, targets: chapter.tasks.reduce((sum, task) => sum + task.targets.length, 0) })),
    areas: index.columns.map(({ area }, i) => ({ code: area.code, name: shortNameOf(area), tasks: askedCells({ ...board, rows: board.rows.flatMap(row => { const cell = row.cells[i]; return cell === undefined ? [] : [{ ...row, cells: [cell] }] }) }) })),
  }
}
