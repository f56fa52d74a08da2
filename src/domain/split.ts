/**
 * Sharing a goal out to areas (分解): evenly, by weights such as the number of the elderly, or as another year's shares stood.
 * Whole units for what is counted, a sensible step for money; the largest remainders get what rounding leaves (Hamilton's method), so that
 * the shares always come to the goal. What stands open or beyond the goal is {@link balanceOf}'s to say (product.md 分解, semantics.md 2, 3, 8).
 */
import { balanceOf } from './allocation'
import { askingOf } from './asking'
import { dayOfMoment } from './days'
import { isCounted } from './decide'
import { winnerOf } from './history'
import type { History, When } from './history'
import type { PlanIndex, Target } from './plan'
import { tolerance } from './lampRules'

/** Shares by area code, in the target's unit; null = not asked there; left out = nothing said. */
export type Shares = Readonly<Record<string, number | null>>

/** Values of a weight by area code; what is left out, or not above 0, counts as nothing. */
export type Weights = Readonly<Record<string, number>>

/** Can the target's goal be split: sums of areas with a goal that is known. A rate or a standard asks every area for the same. */
export const canSplit = (target: Target): boolean => target.scope === 'area' && balanceOf(target, {}) !== null && target.goal.value !== null && target.goal.value > 0

const isWholeStock = (target: Target): boolean => target.measure === 'stock' && !/[万亿]/.test(target.unit)

/**
 * How many parts one unit is cut into (1 = whole units, 10 = tenths): 1 for what is counted; for the rest the coarsest step of ten that leaves
 * each area some ten steps and that the goal itself is a multiple of, down to millionths.
 */
export function partsOf(target: Target, areas: number): number {
  const goal = target.goal.value ?? 0
  if (isCounted(target) || (isWholeStock(target) && Number.isInteger(goal))) return 1
  let parts = 1
  while (parts < 1_000_000 && (goal * parts < 10 * areas && parts < 100 || Math.abs(goal * parts - Math.round(goal * parts)) > tolerance * parts)) parts *= 10
  return parts
}

/** A product too small for a number would lose the share: then the quotient is taken first. */
const shareOf = (goal: number, weight: number, total: number): number => (goal * weight < 1e-200 ? goal * (weight / total) : goal * weight / total)

/** What each area would be given by its weight, unrounded; null where no area has a weight. Order: as `areas`. */
export function deservedOf(goal: number, areas: readonly string[], weights: Weights): Record<string, number> | null {
  const weightOf = (area: string): number => { const weight = weights[area]; return weight !== undefined && weight > 0 && Number.isFinite(weight) ? weight : 0 }
  const total = areas.reduce((sum, area) => sum + weightOf(area), 0)
  return total > 0 ? Object.fromEntries(areas.map(area => [area, shareOf(goal, weightOf(area), total)])) : null
}

/** The even weight: every area the same. */
export const evenWeights = (areas: readonly string[]): Record<string, number> => Object.fromEntries(areas.map(area => [area, 1]))

export interface Split {
  /** In steps of 1/`parts`; comes to the goal exactly (a counted goal with a fraction: to the whole units of it). */
  shares: Record<string, number>
  /** Unrounded. */
  deserved: Record<string, number>
  /** What cutting off the fractions comes to, and how many steps were then given to the largest remainders. */
  floor: number
  rest: number
  /** Areas that got one of the steps that rounding left, the largest remainder first. */
  raised: string[]
}

/** Splits the target's goal among `areas` by `weights`; null where there is no goal, no area or no weight. Equal remainders: the earlier area first. */
export function splitByWeights(target: Target, areas: readonly string[], weights: Weights): Split | null {
  const goal = target.goal.value
  const deserved = goal === null || goal <= 0 ? null : deservedOf(goal, areas, weights)
  if (goal === null || deserved === null) return null
  const parts = partsOf(target, areas.length)
  // In steps; a hair of floating point below a whole step is that step.
  const steps = Math.floor(goal * parts + tolerance * parts)
  const exact = areas.map(area => deserved[area]! * parts)
  const floors = exact.map(value => Math.floor(value + 1e-7))
  const sum = floors.reduce((total, value) => total + value, 0)
  const order = areas.map((_, i) => i).filter(i => exact[i]! > 0).sort((i, j) => remainder(exact[j]!, floors[j]!) - remainder(exact[i]!, floors[i]!) || i - j)
  const raised = order.slice(0, Math.max(0, steps - sum))
  for (const i of raised) floors[i]! += 1
  return { shares: Object.fromEntries(areas.map((area, i) => [area, floors[i]! / parts])), deserved, floor: sum / parts, rest: raised.length, raised: raised.map(i => areas[i]!) }
}

/** To nine places, so that equal weights have equal remainders. */
const remainder = (exact: number, floor: number): number => Math.round((exact - floor) * 1e9)

/** The goal split evenly: shares differ by one step at most, the earlier areas have the larger. */
export const splitEvenly = (target: Target, areas: readonly string[]): Split | null => splitByWeights(target, areas, evenWeights(areas))

/** As {@link splitByWeights}, as an allocation: areas that get nothing, and those of `all` that take no part, are not asked. */
export function allocationOf(split: Split, all: readonly string[]): Record<string, number | null> {
  return Object.fromEntries(all.map(area => { const share = split.shares[area]; return [area, share === undefined || share === 0 ? null : share] }))
}

/** What an area would get one more step of: the open rest goes to those that are furthest below what their weight deserves. */
export function restGoesTo(target: Target, shares: Shares, deserved: Readonly<Record<string, number>>): string[] {
  const open = balanceOf(target, shares)?.open ?? 0
  const areas = Object.keys(deserved)
  const parts = partsOf(target, areas.length)
  const steps = Math.floor(open * parts + tolerance * parts)
  const lack = (area: string): number => Math.round((deserved[area]! - (shares[area] ?? 0)) * 1e9)
  return steps <= 0 ? [] : areas.filter(area => deserved[area]! > 0 && shares[area] !== null).map((area, i) => ({ area, i })).sort((a, b) => lack(b.area) - lack(a.area) || a.i - b.i).slice(0, steps).map(({ area }) => area)
}

/** How many areas were given something else than the split says (手调 n 格). */
export function handSet(shares: Shares, split: Split): number {
  return Object.entries(split.shares).filter(([area, share]) => Math.abs((shares[area] ?? 0) - share) > tolerance).length
}

/** One step more for an area. */
export function withOneMore(target: Target, shares: Shares, area: string, areas: number): Record<string, number | null> {
  const parts = partsOf(target, areas)
  return { ...shares, [area]: Math.round((shares[area] ?? 0) * parts + 1) / parts }
}

/** A share as typed: full-width digits and thousands separators are understood; a dash is "not asked" (null), nothing is 'none', anything else is not a share (undefined). */
export function readShare(text: string): number | null | 'none' | undefined {
  const bare = text.normalize('NFKC').replace(/(?<=\d),(?=\d{3})/g, '').trim()
  if (bare === '') return 'none'
  if (/^[-\u2013\u2014\u65e0]+$/.test(bare)) return null
  return /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(bare) ? Number(bare) : undefined
}

/** Can the typed text stand as a share of this target: a number, a dash or nothing; whole where things are counted. */
export function isShareText(target: Target, text: string): boolean {
  const share = readShare(text)
  return share !== undefined && (typeof share !== 'number' || !isCounted(target) || Number.isInteger(share))
}

/** The shares with what was typed laid over them; what is no share changes nothing. */
export function sharesWith(shares: Shares, typed: Readonly<Record<string, string>>): Record<string, number | null> {
  const next: Record<string, number | null> = { ...shares }
  for (const [area, text] of Object.entries(typed)) {
    const share = readShare(text)
    if (share === 'none') delete next[area]
    else if (share !== undefined) next[area] = share
  }
  return next
}

/** The shares in force and the day from which they hold; null where the goal was never shared out. */
export interface Standing { shares: Shares, at: string, recordedOn: string | null }

/** What is in force for a target (semantics.md 2): an event, or what the notice itself names (no day of recording). */
export function standingShares(history: History, target: string, when: When): Standing | null {
  const placed = history.index.targets.get(target)
  if (placed === undefined) return null
  const { shares } = askingOf(history, placed, when)
  const event = winnerOf(history, history.allocations.get(target), when)
  if (shares === null) return null
  return { shares, at: event?.at ?? history.index.plan.period.start, recordedOn: event === null ? null : dayOfMoment(Date.parse(event.recordedAt.slice(0, 24))) }
}

/**
 * The day from which a new allocation holds. The first one holds for the whole period: a goal is the year's. One recorded today is put right in its place;
 * any other is changed from the day that is looked at, so that earlier days keep the shares of their time.
 */
export function allocationDay(standing: Standing | null, periodStart: string, asOf: string, today: string): string {
  if (standing === null) return periodStart < asOf ? periodStart : asOf
  return standing.recordedOn === today ? standing.at : asOf
}

const bareTitle = (name: string): string => name.normalize('NFKC').replace(/[\s“”"'《》（）()]/g, '')

/** The target of another plan that is called the same (name, else short name) and can be shared out too. */
export function namesakeOf(index: PlanIndex, target: Target): Target | null {
  const all = [...index.targets.values()].map(placed => placed.target).filter(canSplit)
  return all.find(one => bareTitle(one.name) === bareTitle(target.name)) ?? all.find(one => one.short !== undefined && target.short !== undefined && bareTitle(one.short) === bareTitle(target.short)) ?? null
}

/** Names by which an area is known, for reading a pasted column. */
export interface NamedArea { code: string, names: readonly string[] }

export interface ReadWeights { values: Record<string, number>, unknown: string[] }

/**
 * Reads a weight as it was pasted: lines of a name and a number, two rows (names, numbers), or bare numbers in the order of the areas.
 * Names are compared without spaces and without 街道, 镇, 乡. What cannot be placed is named, not dropped in silence.
 */
export function readWeights(text: string, areas: readonly NamedArea[]): ReadWeights {
  const rows = text.normalize('NFKC').split(/\r?\n/).map(line => line.split(/[\t ]+|[:;](?=\s*\d)|,(?!\d{3}(?:\D|$))/).map(cell => cell.trim()).filter(cell => cell !== '')).filter(row => row.length > 0)
  const numberOf = (cell: string): number | null => { const bare = cell.replace(/,(?=\d{3})/g, ''); return /^\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : null }
  const cells = rows.length === 2 && rows[0]!.length === rows[1]!.length && rows[0]!.every(cell => numberOf(cell) === null) ? rows[0]!.map((name, i) => [name, rows[1]![i]!]) : rows
  const known = new Map(areas.flatMap(area => [area.code, ...area.names].map(name => [bareName(name), area.code] as const)))
  const values: Record<string, number> = {}
  const unknown: string[] = []
  const flat = cells.flat()
  if (flat.length > 0 && flat.every(cell => numberOf(cell) !== null)) {
    flat.forEach((cell, i) => { const area = areas[i]; if (area === undefined) unknown.push(cell); else values[area.code] = numberOf(cell)! })
    return { values, unknown }
  }
  for (const row of cells) {
    const place = row.findIndex(cell => known.has(bareName(cell)))
    const value = row.slice(place + 1).map(numberOf).find(one => one !== null)
    if (place >= 0 && value !== undefined) values[known.get(bareName(row[place]!))!] = value
    else unknown.push(row.join(' '))
  }
  return { values, unknown }
}

const bareName = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').replace(/(?<=.{2})(?:街道办事处|街道|镇|乡)$/, '')
