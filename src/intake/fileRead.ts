/** What was read from one file that came back: its tables as text, and the cells that say where they belong. */
import type { ReportPayload } from '../domain/decide'
import type { Problem } from '../domain/problem'

/** A problem with its place: file, sheet and cell address (`C7`). */
export interface FileProblem extends Problem { file: string, sheet?: string, cell?: string }

/** A sheet as text: numbers as they are computed, dates as `2020-09-15`, empty cells as ''. Merged cells hold their value in each cell. */
export interface Table {
  sheet: string
  rows: readonly (readonly string[])[]
  /** Zero-based row and column of `rows[0][0]` in the sheet. */
  origin: readonly [row: number, column: number]
}

/**
 * One figure of a fill-in workbook, matched by its ids. `input` is what stands in the cell, as text; milestones and sites, which one cell
 * cannot say, come with the whole `payload` (to be checked in place of `input`).
 */
export interface FileEntry { target: string, area: string, at: string, input: string, payload?: ReportPayload, note?: string, sheet: string, cell: string }

/** What a fill-in workbook says of itself on its hidden sheet. */
export interface Stamp { plan: string, year: string, period: string, at: string, unit: string | null, version: number }

export type FileRead =
  | { ok: true, file: string, format: 'xlsx' | 'xls' | 'csv', bytes: number, stamp: Stamp | null, tables: readonly Table[], entries: readonly FileEntry[], problems: readonly FileProblem[] }
  /** Refused whole. */
  | { ok: false, file: string, bytes: number, problems: readonly FileProblem[] }
