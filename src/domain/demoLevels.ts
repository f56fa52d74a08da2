/** What a cell reports when it stands at a share of its goal: values that its measure can take, never between two stages. */
import type { Item } from './event'
import type { Cell } from './demoCells'
import { isWholeUnits } from './demoShares'
import { milestoneStages } from './pace'
import { itemShare, qualitativeStages } from './stages'

/** A report's payload and how far along the goal it is, in [0, 1] and beyond. */
export interface Level {
  progress: number
  data: Record<string, unknown>
}

/** No value above this: the entry refuses greater ones. */
const greatest = 1e15

const rounded = (value: number): number => Math.min(Number.isInteger(value) ? value : Math.round(value * 100) / 100, greatest)

function numberLevel(cell: Cell, share: number): Level {
  const { target, goal, isCeiling } = cell
  const step = isWholeUnits(target) ? 1 : goal < 2 ? 0.01 : 0.1
  if (isCeiling) return { progress: 1, data: { value: rounded(Math.floor(goal * 0.8 * Math.min(share, 1) / step) * step) } }
  // Few whole units: none is claimed before it is nearly there, as the pace of small goals is rounded down too.
  const nearest = rounded(Math.floor(share * goal / step + (step === 1 && goal < 10 ? 0.2 : 0.5)) * step)
  const value = share >= 1 && nearest < goal ? Math.min(step === 1 ? Math.ceil(goal) : goal, greatest) : nearest
  return { progress: value / goal, data: { value } }
}

function rateLevel({ goal, denominator, isCeiling }: Cell, share: number): Level {
  const wanted = denominator * goal * (isCeiling ? 0.8 * Math.min(share, 1) : share)
  const numerator = Math.min(isCeiling ? Math.floor(wanted) : share >= 1 ? Math.ceil(wanted - 1e-9) : Math.round(wanted), goal <= 1 ? denominator : greatest)
  return { progress: goal === 0 ? 1 : numerator / denominator / goal, data: { numerator, denominator } }
}

function standardLevel({ goal, denominator, town, isCeiling }: Cell, share: number): Level {
  const distance = Math.max(1, Math.round(goal * (0.03 + (town + 1) % 4 * 0.02)))
  if (isCeiling) return { progress: 1, data: { value: rounded(goal * 0.9) } }
  const isMet = share >= 1
  const above = (town + denominator) % 3 === 0 ? Math.round(goal * 0.02) : 0
  return { progress: isMet ? 1 : 0, data: { value: isMet ? Math.min(goal + above, greatest) : Math.min(Math.max(0, goal - distance), greatest) } }
}

function qualityLevel({ target, patience }: Cell, share: number): Level {
  const stages = [...qualitativeStages(target)].sort((one, other) => one.share - other.share)
  const stage = stages.find(one => one.share >= share - patience) ?? stages[stages.length - 1]!
  return { progress: stage.share, data: { stage: stage.id } }
}

/** Sites of one cell are spread a little around its share; the first is the furthest. */
function ladderLevel({ target, sites, goal, patience }: Cell, share: number): Level {
  const ladder = target.ladder!
  let sum = 0
  const items = sites.map((name, i): Item => {
    const own = share + ((sites.length - 1) / 2 - i) * 0.12
    const stage = (own < 1.06 ? ladder.find(one => itemShare(target, one.id) >= Math.min(own, 1) - patience) : undefined) ?? ladder[ladder.length - 1]!
    sum += itemShare(target, stage.id)
    return { id: `p${i + 1}`, name, stage: stage.id }
  })
  return { progress: sum / goal, data: { items } }
}

/** The level of a cell at a share of its goal; milestones have days instead ({@link milestoneLevel}). */
export function levelAt(cell: Cell, share: number): Level {
  if (cell.sites.length > 0) return ladderLevel(cell, share)
  switch (cell.target.measure) {
    case 'rate': return rateLevel(cell, share)
    case 'standard': return standardLevel(cell, share)
    case 'qualitative': return qualityLevel(cell, share)
    default: return numberLevel(cell, share)
  }
}

/** What is reached of a milestone by `day`, when its stages are reached on `dates`. */
export function milestoneLevel({ target, due }: Cell, dates: Readonly<Record<string, string>>, day: string): Level {
  const reached = milestoneStages(target, due).filter(stage => dates[stage.id]! <= day)
  return {
    progress: reached.reduce((sum, stage) => sum + stage.weight, 0),
    data: { stages: Object.fromEntries(reached.map(stage => [stage.id, dates[stage.id]!])) },
  }
}
