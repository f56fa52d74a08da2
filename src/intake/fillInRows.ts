/** Which rows a fill-in workbook asks for: only what the unit owns and what can still change. */
import type { AreaNode, Placed, PlanIndex, Target } from '../domain/plan'
import type { LedgerEvent } from '../domain/event'
import { areaMarkOf, askingOf, heldShare, isAsked, reportOn } from '../domain/asking'
import type { Asking } from '../domain/asking'
import { qualitativeStages } from '../domain/stages'
import type { FillInInput } from './fillInInput'

/** What the input cell of a row takes. */
export type FillInKind = 'whole' | 'decimal' | 'rate' | 'stage' | 'date' | 'site' | 'newSite'

export interface FillInRow {
  /** `2.1-1@350582101`, with `!stage` for a milestone's stage, `#site` for a site, `#+1` for a new one. */
  id: string
  kind: FillInKind
  chapter: string
  target: string
  part: string
  unit: string
  area: string
  goal: number | string
  last: number | string
  lastAt: string
  /** Names to choose from. */
  choices: readonly string[]
  returned: string
}

const roomForNew = 3

/** A milestone's stages; without any there is one, `done` (semantics.md 13). */
export const milestoneStages = (target: Target): readonly { id: string, name: string }[] => (target.stages?.length ?? 0) > 0 ? target.stages! : [{ id: 'done', name: '完成' }]

/** The rows, in the plan's order. */
export function fillInRows(input: FillInInput): FillInRow[] {
  const rows: FillInRow[] = []
  for (const placed of input.index.targets.values()) {
    if (!belongs(input.index, placed, input.unit)) continue
    const asking = askingOf(input.history, placed, { asOf: input.at, limit: input.limit })
    if (asking.targetMark !== null) continue
    for (const node of askedNodes(input.index, asking, input.unit)) rows.push(...rowsOf(input, asking, node))
  }
  return rows
}

function belongs(index: PlanIndex, { task }: Placed, unit: string | null): boolean {
  if (unit === null || index.areas.has(unit)) return true
  return task.lead === unit || (task.assist ?? []).includes(unit)
}

function askedNodes(index: PlanIndex, asking: Asking, unit: string | null): AreaNode[] {
  const area = unit === null ? undefined : index.areas.get(unit)
  if (asking.target.scope === 'whole') return area === undefined || area === index.root ? [index.root] : []
  return (area ?? index.root).leaves.filter(leaf => leaf !== index.root && isAsked(asking, leaf) && areaMarkOf(asking, leaf) === null)
}

function rowsOf(input: FillInInput, asking: Asking, node: AreaNode): FillInRow[] {
  const { target } = asking
  const report = reportOn(asking, node.area.code, input.at)
  const returned = input.returned?.find(one => one.target === target.id && one.area === node.area.code)?.reason ?? ''
  const data = report?.data ?? {}
  const base = {
    chapter: asking.placed.chapter.title, target: target.name, part: '', unit: target.unit, area: node.area.name, goal: goalOf(asking, node),
    last: '', lastAt: report?.at ?? '', choices: [], returned,
  }
  const id = `${target.id}@${node.area.code}`
  if (target.ladder !== undefined) return siteRows(target, data, id, base)
  if (target.measure === 'milestone') {
    const stages = milestoneStages(target)
    const reached = (data.stages ?? {}) as Record<string, string>
    if (returned === '' && stages.every(stage => reached[stage.id] !== undefined)) return []
    return stages.map(stage => ({ ...base, id: `${id}!${stage.id}`, kind: 'date', part: stage.name, last: reached[stage.id] ?? '' }))
  }
  if (target.measure === 'qualitative') {
    const stages = qualitativeStages(target)
    const last = stages.find(stage => stage.id === data.stage)
    if (returned === '' && last?.share === 1) return []
    return [{ ...base, id, kind: 'stage', last: last?.name ?? '', choices: stages.map(stage => stage.name) }]
  }
  if (target.measure === 'rate') return [{ ...base, id, kind: 'rate', last: typeof data.numerator === 'number' ? `${data.numerator}/${String(data.denominator)}` : '' }]
  const isWhole = (target.measure === 'count' || target.measure === 'frequency') && !/[万亿]/.test(target.unit)
  return [{ ...base, id, kind: isWhole ? 'whole' : 'decimal', last: typeof data.value === 'number' ? data.value : '' }]
}

function siteRows(target: Target, data: LedgerEvent['data'], id: string, base: Omit<FillInRow, 'id' | 'kind'>): FillInRow[] {
  const items = (Array.isArray(data.items) ? data.items : []) as { id: string, name: string, stage: string }[]
  const choices = target.ladder!.map(stage => stage.name)
  const rows: FillInRow[] = items.map(item => ({
    ...base, id: `${id}#${item.id}`, kind: 'site', part: item.name, choices, last: target.ladder!.find(stage => stage.id === item.stage)?.name ?? item.stage,
  }))
  for (let i = 1; i <= roomForNew; i += 1) rows.push({ ...base, id: `${id}#+${i}`, kind: 'newSite', choices, lastAt: '' })
  return rows
}

function goalOf(asking: Asking, node: AreaNode): number | string {
  const { target } = asking
  if (target.measure === 'milestone' || target.measure === 'qualitative') return '完成'
  const share = target.scope === 'area' ? heldShare(asking, node) : undefined
  const isShared = target.measure === 'count' || target.measure === 'amount' || target.measure === 'stock'
  const goal = share ?? (target.scope === 'whole' || !isShared ? target.goal.value : null)
  if (goal === null) return ''
  return target.measure === 'rate' ? `${goal}${target.unit}` : goal
}
