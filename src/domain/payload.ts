/** Does an event's payload fit what it is about (semantics.md 6, 9, 13-15, 36)? What does not fit is kept and counted, never folded. */
import type { Schedule, Target } from './plan'
import type { PlanIndex } from './plan'
import type { Item, LedgerEvent } from './event'
import { isDay } from './days'
import { isLampRules } from './lampRules'
import { milestoneStages } from './pace'
import { qualitativeStages } from './stages'

const has = (data: Record<string, unknown>, key: string): boolean => data[key] !== undefined
const isFiniteNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function isItem(value: unknown): value is Item {
  return isRecord(value) && typeof value.id === 'string' && typeof value.stage === 'string'
}

/** Does the reported payload fit the target's measure. */
export function fitsMeasure(target: Target, data: Record<string, unknown>): boolean {
  if (target.ladder !== undefined) {
    if (has(data, 'items')) return Array.isArray(data.items) && data.items.every(isItem)
    return isFiniteNumber(data.value)
  }
  if (has(data, 'items')) return false
  switch (target.measure) {
    case 'rate': {
      const { numerator, denominator } = data
      return isFiniteNumber(numerator) && isFiniteNumber(denominator) && numerator >= 0 && denominator >= 0
        && (denominator > 0 || numerator === 0)
    }
    case 'milestone': {
      const stages = data.stages
      return isRecord(stages) && milestoneStages(target, '').every(stage => !Object.hasOwn(stages, stage.id) || isDay(stages[stage.id]))
    }
    case 'qualitative':
      return typeof data.stage === 'string' && qualitativeStages(target).some(stage => stage.id === data.stage)
    default:
      return isFiniteNumber(data.value)
  }
}

function isSchedule(value: unknown): value is Schedule {
  if (value === 'step') return true
  if (!isRecord(value)) return false
  const areShares = (list: unknown, length: number) => Array.isArray(list) && list.length === length && list.every(isFiniteNumber)
  if ('points' in value)
    return Array.isArray(value.points) && value.points.every(point => isRecord(point) && isDay(point.at) && isFiniteNumber(point.share))
  return areShares(value.monthly, 12) || areShares(value.quarterly, 4)
}

function fitsAmendment(data: Record<string, unknown>): boolean {
  if (has(data, 'goal')) {
    const goal = data.goal
    if (!isRecord(goal) || (goal.op !== '>=' && goal.op !== '<=') || (goal.value !== null && !isFiniteNumber(goal.value))) return false
  }
  if (has(data, 'due') && !isDay(data.due)) return false
  return !has(data, 'schedule') || isSchedule(data.schedule)
}

/** Will this event be folded? The target and area must be known, the area of the right level, the payload of the right shape. */
export function isFoldable(index: PlanIndex, event: LedgerEvent): boolean {
  if (event.v !== 1) return false
  const data = event.data
  switch (event.type) {
    case 'report': {
      const placed = typeof data.target === 'string' ? index.targets.get(data.target) : undefined
      const node = typeof data.area === 'string' ? index.areas.get(data.area) : undefined
      if (placed === undefined || node === undefined) return false
      const isRightLevel = placed.target.scope === 'whole' ? node === index.root : node !== index.root && node.children.length === 0
      return isRightLevel && fitsMeasure(placed.target, data)
    }
    case 'allocate': {
      const placed = typeof data.target === 'string' ? index.targets.get(data.target) : undefined
      return placed?.target.scope === 'area' && isRecord(data.shares)
        && Object.entries(data.shares).every(([code, share]) => index.areas.has(code) && (share === null || isFiniteNumber(share)))
    }
    case 'exempt':
      return typeof data.target === 'string' && index.targets.has(data.target)
        && (data.area === undefined || data.area === null || (typeof data.area === 'string' && index.areas.has(data.area)))
        && (data.state === 'exempt' || data.state === 'paused' || data.state === 'active')
    case 'amend':
      return typeof data.target === 'string' && index.targets.has(data.target) && fitsAmendment(data)
    case 'retract':
      return typeof data.event === 'string'
    case 'review':
      return typeof data.event === 'string' && (data.verdict === 'accepted' || data.verdict === 'returned')
    case 'rules':
      return isLampRules(data.lamps) && data.pack === data.lamps.id && isRecord(data.rules)
    case 'meeting':
      return typeof data.id === 'string' && isDay(data.on)
    default:
      return false
  }
}
