/**
 * The outline of a paper in official form: what it says, in order, without how it looks. Two writers take it: DOCX (`paperFile`) and the
 * print-ready HTML (`outlineHtml`). The report is one outline; bulletins and slips become further ones.
 */
import type { PaperCaption } from './paperCaption'

/** What of a figure is said; `toGreen`: the smallest step to green (semantics.md 31). */
export type Field = 'value' | 'goal' | 'progress' | 'gap' | 'should' | 'toGreen'

/** Where a figure in the text comes from: a figure of the board (`area` null: a total), or a count over the board. */
export type Origin = { target: string, area: string | null, field: Field } | { count: string }

/** A figure in a sentence, with its origin; everything else in a sentence is plain text. */
export interface FigureToken { text: string, origin: Origin }

export type Run = string | FigureToken

export interface OutlineColumn { head: string, /** Share of the width; only their proportions count. */ width: number, align: 'left' | 'center' | 'right' }

/** `tone` puts a cell in bold (sev) or leaves it plain; shapes stand in the text itself. */
export interface OutlineCell { text: string, tone?: 'sev' | 'lag', origin?: Origin }

export interface OutlineTable { caption: string, columns: readonly OutlineColumn[], rows: readonly (readonly OutlineCell[])[], note: string }

/** A native chart: bars over places or lines over months. `values` may have gaps; `dark` marks points that stand out. */
export interface OutlineChart {
  caption: string
  kind: 'bars' | 'lines'
  unit: string
  categories: readonly string[]
  series: readonly { name: string, values: readonly (number | null)[], dark?: readonly boolean[] }[]
  /** Top of the axis where it is fixed: 100 of per cent. */
  top: number | null
}

export type Block =
  | { kind: 'heading', level: 1 | 2 | 3, text: string }
  | { kind: 'paragraph', runs: readonly Run[] }
  | { kind: 'table', table: OutlineTable }
  | { kind: 'chart', chart: OutlineChart }

export interface Outline {
  /** Lines of the title, broken by sense. */
  title: readonly string[]
  /** The red head's words (晋江市民政局文件); null: none. */
  redHead: string | null
  /** 文号; '' for none. */
  documentNumber: string
  /** 市人民政府：, '' for nobody. */
  addressee: string
  blocks: readonly Block[]
  /** Names under 附件；their tables follow on landscape pages. */
  annexes: readonly { name: string, table: OutlineTable }[]
  /** Who signs, and the day: 2020年9月16日. */
  office: string
  date: string
  /** 抄送 and 印发 at the foot of the last page; null: none. */
  copies: { to: string, by: string, on: string } | null
  /** 演示数据，不作公文使用, '' for real figures: at the top of every page. */
  mark: string
  /** What the paper says of itself; null of one that stands on no snapshot. */
  caption: PaperCaption | null
  /** Without a snapshot: its day and the version that made it, line by line, small at its end. */
  foot?: readonly string[]
}

/** The text of a run. */
export const textOfRun = (run: Run): string => (typeof run === 'string' ? run : run.text)
