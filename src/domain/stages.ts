/** Stages of qualitative targets and of item ladders: shares by id. */
import type { Target } from './plan'

export interface SharedStage {
  id: string
  name: string
  share: number
}

/** 未启动 部署 推进 完成: what a qualitative target passes through unless the plan names its own stages (semantics.md, `stages`). */
export const defaultStages: readonly SharedStage[] = [
  { id: 'none', name: '未启动', share: 0 },
  { id: 'deployed', name: '部署', share: 1 / 3 },
  { id: 'advancing', name: '推进', share: 2 / 3 },
  { id: 'finished', name: '完成', share: 1 },
]

/** The stages a qualitative target is reported in. A plan's stage without a share stands at an even step between its neighbours. */
export function qualitativeStages(target: Target): readonly SharedStage[] {
  const own = target.stages
  if (own === undefined) return defaultStages
  return own.map((stage, i) => ({ id: stage.id, name: stage.name, share: stage.share ?? (own.length > 1 ? i / (own.length - 1) : 1) }))
}

/** Share of one item: 1 from the counting stage on, 0 for an unknown stage (semantics.md 15). */
export function itemShare(target: Target, stageId: string): number {
  const ladder = target.ladder ?? []
  const place = ladder.findIndex(stage => stage.id === stageId)
  if (place < 0) return 0
  return place >= countingPlace(target) ? 1 : ladder[place]!.share
}

/** Place in the ladder from which an item counts; the last unless the plan says otherwise. */
export function countingPlace(target: Target): number {
  const ladder = target.ladder ?? []
  const place = ladder.findIndex(stage => stage.id === target.countsAt)
  return place < 0 ? ladder.length - 1 : place
}
