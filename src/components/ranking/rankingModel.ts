/** What the page of the ranking shows, ready for its words. Ranks, totals and bands are the domain's. */
import type { Lamp } from '../../domain/board'
import type { LampGroup } from '../../wording/lampLook'

export interface RankLine {
  code: string
  name: string
  rank: number | null
  isTied: boolean
  /** Why there is no rank, in words; '' where there is one. */
  reason: string
  band: { best: number, worst: number, isRobust: boolean, text: string } | null
  onPace: number
  active: number
  /** On-pace rate in whole per cent; null without active cells. */
  rate: string | null
  /** Lamps that are off pace, worst first. */
  late: readonly { group: LampGroup, count: number }[]
  total: string | null
  grade: string | null
  isCapped: boolean
  list: 'red' | 'black' | null
  few: number | null
}

/** A peer group with its own places. */
export interface RankGroup { name: string | null, lines: readonly RankLine[] }

/** Cells of one lamp, by name. */
export interface NamedCells { lamp: Lamp, word: string, cells: readonly { target: string, name: string }[] }

/** A formula over the figures of one cell, or of the area (`cell` null). */
export interface Sum { cell: { target: string, name: string, lamp: Lamp } | null, text: string }

export interface DetailLine {
  name: string
  /** The formula in words: 60 × 达序项数 ÷ 参评项数. */
  words: string
  bounds: string
  evidence: string
  sums: readonly Sum[]
  /** Terms of cells that give nothing, counted. */
  zeros: number
  /** 合计 −24，按下限 −12; '' where nothing bounds. */
  bounded: string
  points: string
  left: readonly NamedCells[]
}

/** The arithmetic of one area. */
export interface RankDetail {
  code: string
  /** 9 ÷ 14 = 64.28 %. */
  rate: string
  start: string | null
  lines: readonly DetailLine[]
  /** 100 + 38.57 − 12 = 126.57; null without scores. */
  sum: string | null
  late: readonly NamedCells[]
  idle: readonly NamedCells[]
  /** Sentences: what moves the rank, few tasks, one-unit tasks, what bars a grade, the veto. */
  notes: readonly string[]
}

/** A rule of the pack, or what holds of all: name and words. */
export interface RuleText { name: string, text: string }
