/** What a row of the reporting table shows; texts are made once, figures are the domain's. */
import type { ReportTarget, ReportCell } from '../../domain/reporting'
import type { Figure } from '../../domain/board'
import type { Fix } from '../../domain/entry'
import type { Problem } from '../../domain/problem'

/** What was typed and not written: bad, or doubted. */
export interface Draft { text: string, note: string, kind: 'bad' | 'doubt', problem: Problem, fixes: readonly Fix[] }

export interface ReportLine {
  key: string
  name: string
  of: ReportTarget
  cell: ReportCell
  goal: string
  last: string
  lastDay: string
  /** What the period says already, as text to edit. */
  now: string
  increase: string
  rate: string
  draft: Draft | null
}

/** A group of cells on the left: a target, or for a township a chapter. */
export interface ReportGroup { id: string, title: string, isTarget: boolean, lines: readonly ReportLine[], todo: number, returned: number, isSame: boolean }

export interface ReportEffect { name: string, before: Figure, after: Figure, isTotal: boolean }
