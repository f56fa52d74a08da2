/** Value, completion and progress of one figure: a report, a sum, a rate or a share of areas (semantics.md 7-16). */
import type { AreaNode, Target } from './plan'
import type { Item, LedgerEvent } from './event'
import type { Asking } from './asking'
import { areaMarkOf, heldShare, isAsked, ownShare, reportOn } from './asking'
import { daysBetween } from './days'
import { fairPace, milestoneStages, paceOf } from './pace'
import { tolerance } from './lampRules'
import { countingPlace, itemShare, qualitativeStages } from './stages'

export interface Tally {
  value: number | null
  goal: number | null
  completion: number | null
  progress: number | null
  /** Set where the gap is not simply progress minus pace (a mean over areas). */
  meanGap: number | null
  isReported: boolean
  /** 0/0: reported, but without a rate. */
  isVoid: boolean
  /** A ceiling broken by a reported area. */
  isAbove: boolean
  /** Milestones: the day the last needed stage was reached. */
  completedOn: string | null
  at: string | null
  /** Day of the oldest part: what makes a figure stale. */
  oldest: string | null
  reported: number
  askedAreas: number
}

const nothing: Tally = {
  value: null, goal: null, completion: null, progress: null, meanGap: null, isReported: false, isVoid: false, isAbove: false,
  completedOn: null, at: null, oldest: null, reported: 0, askedAreas: 0,
}

export const clampShare = (share: number): number => (share < 0 ? 0 : share > 1 ? 1 : share)

const isStaged = (target: Target): boolean => target.measure === 'milestone' || target.measure === 'qualitative'

/** Is the target a ceiling: lower is better, pace does not apply (semantics.md 12). */
export const isCeiling = (target: Target): boolean => target.goal.op === '<=' && !isStaged(target)

const isSum = (target: Target): boolean => target.measure === 'count' || target.measure === 'amount' || target.measure === 'stock'

/** A figure in the target's unit as a fraction of 1, where the unit is per cent (semantics.md "a rate's goal"). */
export function inFractions(target: Target, value: number): number {
  if (target.measure !== 'rate') return value
  return target.unit.includes('‰') ? value / 1000 : target.unit.includes('%') || target.unit.includes('％') ? value / 100 : value
}

/** Unknown goals are null: no figure, or none above 0 where more is better (semantics.md 5). */
function knownGoal(target: Target, value: number | null | undefined, isWhole: boolean): number | null {
  if (value === null || value === undefined) return null
  const mayBeZero = isCeiling(target) || target.measure === 'standard' || (isWhole && target.measure === 'stock' && target.baseline !== undefined)
  return value > 0 || mayBeZero ? inFractions(target, value) : null
}

/** The goal of the whole row: always the plan's own (semantics.md 8). */
export function rowGoal(target: Target): number | null {
  return isStaged(target) ? 1 : knownGoal(target, target.goal.value, true)
}

/** The goal of a cell: its share, or for shares of areas the target's own (semantics.md 3, 8). */
export function cellGoal(asking: Asking, node: AreaNode): number | null {
  const { target } = asking
  if (isStaged(target)) return 1
  if (!isSum(target)) return knownGoal(target, heldShare(asking, node) ?? target.goal.value, false)
  // A sum is only ever the area's own share: a share held from above would be counted once for each leaf.
  const own = ownShare(asking, node.area.code)
  if (node.children.length === 0 || (own !== undefined && own !== null)) return knownGoal(target, own, false)
  let sum = 0
  let isAny = false
  for (const leaf of node.leaves) {
    if (!isAsked(asking, leaf)) continue
    const share = ownShare(asking, leaf.area.code)
    if (share === null || share === undefined) return null
    sum += share
    isAny = true
  }
  return isAny ? knownGoal(target, sum, false) : null
}

/** `isWhole`: the figure stands for the plan's root, where a baseline counts (semantics.md 10). */
function completionOf(target: Target, goal: number | null, value: number | null, isWhole: boolean): number | null {
  if (goal === null || value === null) return null
  if (isStaged(target)) return value
  if (isCeiling(target)) return value <= goal + tolerance ? 1 : 0
  if (target.measure === 'standard') return value >= goal - tolerance ? 1 : 0
  if (target.measure === 'stock' && isWhole && target.baseline !== undefined) {
    const from = target.baseline.value
    return goal <= from ? (value >= goal - tolerance ? 1 : 0) : (value - from) / (goal - from)
  }
  return value / goal
}

/** Shares of reported items (the same id twice: the last) and plain values that stand for finished items. */
interface Pool { plain: number, shares: number[], counted: number }

function poolOf(target: Target, events: readonly LedgerEvent[]): Pool {
  const pool: Pool = { plain: 0, shares: [], counted: 0 }
  const ladder = target.ladder ?? []
  const counting = countingPlace(target)
  for (const event of events) {
    const items = event.data.items as Item[] | undefined
    if (items === undefined) { pool.plain += event.data.value as number; continue }
    for (const item of new Map(items.map(one => [one.id, one])).values()) {
      pool.shares.push(itemShare(target, item.stage))
      if (ladder.findIndex(stage => stage.id === item.stage) >= counting) pool.counted += 1
    }
  }
  return pool
}

function poolProgress(pool: Pool, goal: number): number {
  let room = Math.ceil(goal - tolerance)
  let sum = Math.min(Math.max(pool.plain, 0), room)
  room -= sum
  for (const share of pool.shares.sort((a, b) => b - a)) {
    if (room <= 0) break
    sum += share * Math.min(1, room)
    room -= 1
  }
  return clampShare(sum / goal)
}

/** Is any part older than a reporting period on `day` (semantics.md 29). */
export function isStale({ oldest }: Pick<Tally, 'oldest'>, day: string, staleDays: number): boolean {
  return oldest !== null && daysBetween(oldest, day) > staleDays
}

/** What one report says about a goal. */
export function tallyReport(target: Target, goal: number | null, event: LedgerEvent | null, isWhole: boolean): Tally {
  if (event === null) return { ...nothing, goal }
  const data = event.data as { value?: number, numerator?: number, denominator?: number, stage?: string, stages?: Record<string, string> }
  const tally: Tally = { ...nothing, goal, isReported: true, reported: 1, at: event.at, oldest: event.at }
  if (target.ladder !== undefined) {
    const pool = poolOf(target, [event])
    tally.value = pool.counted + pool.plain
    tally.completion = completionOf(target, goal, tally.value, isWhole)
    tally.progress = goal === null ? null : isCeiling(target) ? tally.completion : poolProgress(pool, goal)
    return tally
  }
  switch (target.measure) {
    case 'rate':
      tally.isVoid = data.denominator === 0
      tally.value = tally.isVoid ? null : data.numerator! / data.denominator!
      break
    case 'milestone': {
      const reached = milestoneStages(target, '').filter(stage => data.stages !== undefined && Object.hasOwn(data.stages, stage.id) && data.stages[stage.id]! <= event.at)
      tally.value = reached.reduce((sum, stage) => sum + stage.weight, 0)
      tally.completedOn = reached.reduce<string | null>((last, stage) => (last === null || data.stages![stage.id]! > last ? data.stages![stage.id]! : last), null)
      break
    }
    case 'qualitative':
      tally.value = qualitativeStages(target).find(stage => stage.id === data.stage)?.share ?? 0
      break
    default:
      tally.value = data.value!
  }
  tally.completion = completionOf(target, goal, tally.value, isWhole)
  tally.progress = tally.completion === null ? null : clampShare(tally.completion)
  tally.isAbove = isCeiling(target) && tally.completion === 0
  return tally
}

/** Leaves below a node with what they reported on `day`. */
interface LeafReport { node: AreaNode, isAsked: boolean, isOut: boolean, event: LedgerEvent | null }

function leafReports(asking: Asking, node: AreaNode, day: string): LeafReport[] {
  return node.leaves.map(leaf => ({
    node: leaf, isAsked: isAsked(asking, leaf), isOut: areaMarkOf(asking, leaf) !== null, event: reportOn(asking, leaf.area.code, day),
  }))
}

/** Adds at, oldest and 已报 n/m from the reports that feed a total. */
function withParts(tally: Tally, parts: readonly LeafReport[], leaves: readonly LeafReport[]): Tally {
  for (const { event } of parts) {
    if (event === null) continue
    tally.isReported = true
    if (tally.at === null || event.at > tally.at) tally.at = event.at
    if (tally.oldest === null || event.at < tally.oldest) tally.oldest = event.at
  }
  for (const leaf of leaves) {
    if (!leaf.isAsked) continue
    tally.askedAreas += 1
    if (leaf.event !== null) tally.reported += 1
  }
  return tally
}

function tallySum(asking: Asking, goal: number | null, leaves: readonly LeafReport[], isWhole: boolean): Tally {
  const { target } = asking
  const tally = withParts({ ...nothing, goal }, leaves, leaves)
  const events = leaves.flatMap(leaf => leaf.event ?? [])
  if (events.length === 0) return tally
  const pool = target.ladder === undefined ? null : poolOf(target, events)
  tally.value = pool === null ? events.reduce((sum, event) => sum + (event.data.value as number), 0) : pool.counted + pool.plain
  tally.completion = completionOf(target, goal, tally.value, isWhole)
  tally.progress = tally.completion === null ? null
    : pool !== null && goal !== null && !isCeiling(target) ? poolProgress(pool, goal) : clampShare(tally.completion)
  tally.isAbove = isCeiling(target) && tally.completion === 0
  return tally
}

function tallyRate(asking: Asking, goal: number | null, leaves: readonly LeafReport[]): Tally {
  const counted = leaves.filter(leaf => leaf.isAsked && !leaf.isOut)
  const tally = withParts({ ...nothing, goal }, counted, leaves)
  const events = counted.flatMap(leaf => leaf.event ?? [])
  if (events.length === 0) return tally
  const numerator = events.reduce((sum, event) => sum + (event.data.numerator as number), 0)
  const denominator = events.reduce((sum, event) => sum + (event.data.denominator as number), 0)
  tally.isVoid = denominator === 0
  tally.value = tally.isVoid ? null : numerator / denominator
  tally.completion = completionOf(asking.target, goal, tally.value, false)
  tally.progress = tally.completion === null ? null : clampShare(tally.completion)
  tally.isAbove = isCeiling(asking.target) && tally.completion === 0
  return tally
}

/** Share of the asked areas that meet the goal; unreported ones count as 0, those without a known goal are left out (semantics.md 5, 16). */
function tallyShare(asking: Asking, goal: number | null, leaves: readonly LeafReport[], day: string): Tally {
  const { target } = asking
  const parts = leaves.filter(leaf => leaf.isAsked && !leaf.isOut)
  const counted = parts.filter(leaf => cellGoal(asking, leaf.node) !== null)
  const tally = withParts({ ...nothing, goal }, parts, leaves)
  tally.value = worstOf(target, parts.map(leaf => tallyReport(target, null, leaf.event, false).value))
  if (goal === null || counted.length === 0 || !tally.isReported) return tally
  const pace = paceOf(target, asking.history.index.plan.period, asking.due, day)
  let met = 0
  let progress = 0
  let gap = 0
  for (const leaf of counted) {
    const leafGoal = cellGoal(asking, leaf.node)
    const own = tallyReport(target, leafGoal, leaf.event, false)
    if (isReachedBy(own)) met += 1
    if (own.isAbove) tally.isAbove = true
    progress += own.progress ?? 0
    gap += (own.progress ?? 0) - fairPace(target, leafGoal, pace)
    if (own.completedOn !== null && (tally.completedOn === null || own.completedOn > tally.completedOn)) tally.completedOn = own.completedOn
  }
  tally.completion = met / counted.length
  tally.progress = progress / counted.length
  tally.meanGap = gap / counted.length
  return tally
}

function worstOf(target: Target, values: readonly (number | null)[]): number | null {
  const known = values.filter(value => value !== null)
  if (known.length === 0) return null
  return isCeiling(target) ? Math.max(...known) : Math.min(...known)
}

/** The goal is reached, within the tolerance (semantics.md 17, 21). */
export function isReachedBy(tally: Pick<Tally, 'completion'>): boolean {
  return tally.completion !== null && tally.completion >= 1 - tolerance
}

/** The figure of a node by the values of `day`: a leaf's report, or what the leaves below pool to. `node` null: the row's total. */
export function tallyOf(asking: Asking, node: AreaNode | null, day: string): Tally {
  const { target, history } = asking
  const root = history.index.root
  if (target.scope === 'whole') {
    const event = reportOn(asking, root.area.code, day)
    return { ...tallyReport(target, rowGoal(target), event, true), askedAreas: 1 }
  }
  if (node !== null && node.children.length === 0) {
    const tally = tallyReport(target, cellGoal(asking, node), reportOn(asking, node.area.code, day), false)
    return { ...tally, askedAreas: isAsked(asking, node) ? 1 : 0 }
  }
  const goal = node === null ? rowGoal(target) : cellGoal(asking, node)
  const leaves = leafReports(asking, node ?? root, day)
  if (isSum(target)) return tallySum(asking, goal, leaves, node === null)
  return target.measure === 'rate' ? tallyRate(asking, goal, leaves) : tallyShare(asking, goal, leaves, day)
}
