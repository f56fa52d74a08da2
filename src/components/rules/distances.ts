/** How far the figures of a board stand from their pace, and how they spread over a scale. Shares of 1, negative behind the pace. Pure. */
import type { Board, Figure, Lamp } from '../../domain/board'
import { severityOf } from '../../domain/changes'
import { distanceOf } from '../../domain/lamp'
import type { LampRules } from '../../domain/lampRules'
import type { LampBand } from '../../domain/packBands'

/** Lamps that a distance decides; all others follow from days, goals and orders. */
const byDistance: ReadonlySet<Lamp> = new Set<Lamp>(['behind', 'slightly_behind', 'near_due', 'on_pace', 'ahead'])

export interface Distance { at: number, turns: boolean }

/** The distances of everything lit by its distance, in the measure of the new rules; `turns`: by those it has a better or a worse lamp. `total`: all that have a lamp. */
export function distancesOf(before: Board, after: Board): { list: Distance[], total: number } {
  const list: Distance[] = []
  let total = 0
  before.rows.forEach((row, y) => {
    const later = after.rows[y]!
    const pairs: [Figure, Figure | undefined][] = row.cells.length > 0 ? row.cells.map((cell, x) => [cell, later.cells[x]]) : [[row.total, later.total]]
    for (const [was, is] of pairs) {
      if (was.lamp === null) continue
      total += 1
      if (byDistance.has(was.lamp) && was.gap !== null) list.push({ at: distanceOf(was.gap, was.progress === null ? null : was.progress - was.gap, after.rules), turns: is !== undefined && severityOf(is.lamp) !== severityOf(was.lamp) })
    }
  })
  return { list, total }
}

export interface Scale { least: number, most: number }

/** From far behind to ahead: wide enough for every edge. */
export function scaleOf(mode: LampRules['mode'], ...all: readonly (readonly LampBand[])[]): Scale {
  const edges = all.flatMap(bands => bands.flatMap(one => [one.from, one.to])).filter(edge => edge !== null)
  const usual = mode === 'pp' ? { least: -0.6, most: 0.2 } : { least: -1, most: 0.4 }
  return { least: Math.max(-1.2, Math.min(usual.least, ...edges.map(edge => edge - 0.1))), most: Math.min(1.2, Math.max(usual.most, ...edges.map(edge => edge + 0.1))) }
}

/** Place on the scale, 0 to 1. */
export const placeOn = ({ least, most }: Scale, at: number | null, ifOpen: 0 | 1): number => (at === null ? ifOpen : Math.max(0, Math.min(1, (at - least) / (most - least))))

export interface Bin { from: number, count: number, turning: number }

/** So many even bins over the scale; what lies beyond stands in the first and the last. */
export function binsOf(list: readonly Distance[], { least, most }: Scale, n: number): Bin[] {
  const width = (most - least) / n
  const bins = Array.from({ length: n }, (_, i): Bin => ({ from: least + i * width, count: 0, turning: 0 }))
  for (const { at, turns } of list) {
    const bin = bins[Math.max(0, Math.min(n - 1, Math.floor((at - least) / width + 1e-9)))]!
    bin.count += 1
    if (turns) bin.turning += 1
  }
  return bins
}

/** How many stand within a stretch; null: no end. */
export const countWithin = (list: readonly Distance[], from: number | null, to: number | null): number => list.filter(({ at }) => (from === null || at > from - 1e-9) && (to === null || at < to - 1e-9)).length
