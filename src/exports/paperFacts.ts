/** What the papers say, picked once from an opened snapshot: lamp counts, red items, the slow list, standings, what changed. Nothing is reckoned here that the domain does not reckon. */
import type { AreaStanding, Board, Figure, Lamp, Row, Standing } from '../domain/board'
import { attentionOf } from '../domain/changes'
import { drawnChanges } from '../domain/turns'
import type { Change } from '../domain/changes'
import { explainFigure } from '../domain/explain'
import type { Explanation } from '../domain/explain'
import { forecastIn } from '../domain/forecast'
import type { Forecast } from '../domain/forecast'
import type { Meeting } from '../domain/meetings'
import { standingOf } from '../domain/rollUp'
import type { SnapshotView } from '../domain/snapshot'
import { placeAmong } from '../domain/standing'
import type { BoardSection } from '../wording/boardSections'
import { sectionsOf } from '../wording/boardSections'
import type { Column, ColumnGroup } from '../wording/columnGroups'
import { columnsOf, ownLevelName } from '../wording/columnGroups'
import { numberText, percentText, shortfallOf } from '../wording/figureText'
import { areaNameOf, zhValue } from '../wording/figureWords'
import { groupCounts, groupOf } from '../wording/lampLook'
import type { LampGroup } from '../wording/lampLook'
import { zhForecast } from '../wording/forecastWords'
import { lampNameOf } from '../wording/ruleWords'
import { zhRule, zhToGreen } from '../wording/zhWhy'
import { noteMark } from '../wording/rulingNotes'
import type { PaperCaption } from './paperCaption'
import { captionOf } from './paperCaption'
import type { PaperCurve } from './paperCurve'
import { paperCurve } from './paperCurve'

export interface GroupCount { group: LampGroup, count: number, /** More or fewer than at the last meeting; null before the first. */ moved: number | null }

/** One figure off pace, in words. */
export interface PaperLine {
  row: Row
  figure: Figure
  lamp: Lamp
  /** 严重滞后. */
  lampName: string
  areaName: string
  name: string
  /** （注3） where something was decided about the figure; it stands behind the name. */
  mark: string
  department: string
  /** 3 / 10 个. */
  value: string
  explanation: Explanation
  /** Whole per cent: 应, 实; null where unknown. */
  should: number | null
  actual: number | null
  /** 差 4 个, 落后 40 个百分点, '' where not behind. */
  short: string
  why: string
  /** 转绿最少, '' where there is none. */
  toGreen: string
  note: string
}

/** A red item with its course and where it leads. */
export interface RedItem extends PaperLine { forecast: Forecast | null, forecastLines: readonly string[], curve: PaperCurve | null }

export interface StandingLine { code: string, name: string, short: string, standing: AreaStanding, rank: number | null, isTied: boolean, /** Whole per cent, rounded down; null without active cells. */ rate: number | null, counts: Readonly<Record<LampGroup, number>>, /** Places climbed since the last meeting; null unknown. */ climbed: number | null }

export interface ChangeLine { change: Change, areaName: string, name: string, from: string, to: string, before: string, after: string }

export interface PaperFacts {
  view: SnapshotView
  caption: PaperCaption
  /** 晋江市. */
  place: string
  /** The plan's title and where it comes from. */
  title: string
  issuer: string
  /** As printed; 原文未载 where the notice gives none. */
  documentNumber: string
  issued: string
  ownLevel: string
  /** Chapters that hold anything, in plan order; figures apart from tasks without a figure. */
  sections: readonly BoardSection[]
  columns: readonly Column[]
  columnGroups: readonly ColumnGroup[]
  /** Of the targets, by the lamps of their own totals. */
  counts: readonly GroupCount[]
  total: Standing
  /** By cells, with the totals of rows that are not shared out: n of m cells, and their lamps by group against the last meeting. */
  cells: Standing
  cellCounts: readonly GroupCount[]
  /** Rows by their own total's lamp: n of m targets are on pace. */
  targets: Standing
  /** Overdue and far behind, worst first. */
  red: readonly PaperLine[]
  /** All that is off pace or not reported, worst first; begins with `red`. */
  slow: readonly PaperLine[]
  /** Best first; without active cells last. */
  standings: readonly StandingLine[]
  /** Since the last meeting; null before the first. */
  changes: { meeting: Meeting, worse: readonly ChangeLine[], better: readonly ChangeLine[], same: number } | null
  rulingsOpen: number
}

export function lineOf(view: SnapshotView, row: Row, figure: Figure): PaperLine {
  const { index, board, meetings } = view
  const explanation = explainFigure(index.plan, row, figure, board.asOf, meetings.map(meeting => meeting.on))
  const shortfall = shortfallOf(row.target, figure)
  const whole = (share: number | null): number | null => (share === null ? null : Math.round(share * 100))
  const gap = explanation.gap
  return {
    row, figure, lamp: figure.lamp!, lampName: lampNameOf(row.rules, figure.lamp!), areaName: areaNameOf(index, row, figure), name: row.target.name, mark: noteMark(index.plan, row.target.id),
    department: index.departments.get(index.targets.get(row.target.id)?.task.lead ?? '')?.name ?? '', value: zhValue(row, figure), explanation,
    should: whole(explanation.should), actual: whole(explanation.actual),
    short: shortfall !== null ? `差 ${numberText(shortfall)} ${row.target.unit}` : gap !== null && gap < -0.005 ? `落后 ${Math.round(-gap * 100)} 个百分点` : '',
    why: zhRule(explanation), toGreen: zhToGreen(explanation, row.target) ?? '', note: figure.detail?.note ?? '',
  }
}

/** The course and forecast of a red item: asked for one by one, because it is the dearest of the papers' questions. */
export function redItemOf(view: SnapshotView, line: PaperLine): RedItem {
  const { index, history, board, limit } = view
  const forecast = forecastIn(index, history, line.row, line.figure, { asOf: board.asOf, limit })
  const nameOf = (code: string): string => index.areas.get(code)?.area.name ?? code
  return { ...line, forecast, forecastLines: forecast === null ? [] : zhForecast.lines(forecast, line.row.target, nameOf).map(one => `${one.head}　${one.text}${one.strong}`), curve: paperCurve(view, line.row, line.figure, forecast) }
}

/** The figures that the papers list one by one: the cells of a row that is shared out, else its total. */
export const figuresOf = (row: Row): readonly Figure[] => (row.cells.length > 0 ? row.cells : [row.total])

/** The standing of all that the papers list one by one in some rows. */
export const cellsOf = (rows: readonly Row[]): Standing => standingOf(rows.flatMap(figuresOf))

const countsOf = ({ lamps }: Standing): Readonly<Record<LampGroup, number>> => {
  const counts: Record<LampGroup, number> = { done: 0, ok: 0, due: 0, lag: 0, sev: 0, none: 0, idle: 0, waiting: 0 }
  for (const { group, count } of groupCounts(lamps)) counts[group] = count
  return counts
}

function standingLines({ index, board, before }: SnapshotView): StandingLine[] {
  const lines = index.columns.map(({ area }, i): StandingLine => {
    const standing = board.areas[i]!
    const place = placeAmong(area.code, board.areas)
    const was = before === null ? null : placeAmong(area.code, before.board.areas)
    return {
      code: area.code, name: area.name, short: area.short ?? area.name, standing, rank: place?.rank ?? null, isTied: place?.isTied ?? false,
      rate: standing.active === 0 ? null : Number(percentText(standing.onPace / standing.active)), counts: countsOf(standing), climbed: place === null || was === null ? null : was.rank - place.rank,
    }
  })
  return lines.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0)
}

function changesOf(view: SnapshotView): PaperFacts['changes'] {
  const { index, board, before } = view
  if (before === null) return null
  const rows = new Map(board.rows.map(row => [row.target.id, row]))
  const drawn = drawnChanges(before.board, board)
  const lineOfChange = (change: Change): ChangeLine => {
    const row = rows.get(change.target)!
    const lampName = (figure: Figure, of: Board): string => (figure.lamp === null ? '' : lampNameOf(of.rules, figure.lamp))
    return { change, areaName: areaNameOf(index, row, change.after), name: row.target.name, from: lampName(change.before, before.board), to: lampName(change.after, board), before: zhValue(row, change.before), after: zhValue(row, change.after) }
  }
  const turned = (turn: Change['turn']) => drawn.filter(change => change.turn === turn).map(lineOfChange)
  return { meeting: before.meeting, worse: turned('worse'), better: turned('better'), same: drawn.filter(change => change.turn === 'same').length }
}

/** Everything but the courses of red items ({@link redItemOf}). */
export function factsOf(view: SnapshotView): PaperFacts {
  const { index, board, before } = view
  const { plan } = index
  const rows = new Map(board.rows.map(row => [row.target.id, row]))
  const was = before === null ? null : countsOf(before.board.total)
  const cells = cellsOf(board.rows)
  const cellsBefore = before === null ? null : countsOf(cellsOf(before.board.rows))
  const { columns, groups } = columnsOf(index.columns)
  const slow = attentionOf(board).map(figure => lineOf(view, rows.get(figure.target)!, figure))
  return {
    view, caption: captionOf(view), place: plan.area.name, title: plan.title, issuer: plan.issuer, documentNumber: plan.documentNumber ?? '原文未载', issued: plan.issued, ownLevel: ownLevelName(plan.area.name),
    sections: sectionsOf(index, board.rows), columns, columnGroups: groups,
    counts: groupCounts(board.total.lamps).map(({ group, count }) => ({ group, count, moved: was === null ? null : count - was[group] })),
    total: board.total, cells, cellCounts: groupCounts(cells.lamps).map(({ group, count }) => ({ group, count, moved: cellsBefore === null ? null : count - cellsBefore[group] })), targets: standingOf(board.rows.map(row => row.total)),
    red: slow.filter(line => groupOf(line.lamp) === 'sev'), slow, standings: standingLines(view), changes: changesOf(view),
    rulingsOpen: plan.rulings.filter(ruling => ruling.status === 'open').length,
  }
}

