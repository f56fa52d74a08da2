/** A row of the whole as a chain of stages: what is done, what is next, what is to come. The row's lamp stands on the next stage. */
import type { Row } from '../domain/board'
import { daysBetween } from '../domain/days'
import { milestoneStages } from '../domain/pace'
import { qualitativeStages } from '../domain/stages'
import type { Shape, Tone } from './lampLook'
import { lookOf } from './lampLook'

export interface ChainNode {
  name: string
  /** Day reached, else due; null where stages have no days. */
  day: string | null
  /** Days left until due, negative when past; null when reached or more than 30 days away. */
  left: number | null
  shape: Shape
  /** `na`: a stage that is still to come. */
  tone: Tone | 'na'
}

/** Empty for measures without stages. */
export function chainNodes({ target, total, due }: Row, asOf: string): ChainNode[] {
  const lit = total.lamp === null ? null : lookOf(total.lamp)
  if (target.measure === 'milestone') {
    const reached = total.detail?.stages ?? {}
    const stages = milestoneStages(target, due)
    const isReached = (id: string) => { const on = reached[id]; return on !== undefined && on <= asOf }
    const next = stages.filter(stage => !isReached(stage.id)).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))[0]
    return stages.map((stage): ChainNode => {
      const on = reached[stage.id]
      if (on !== undefined && isReached(stage.id)) return { name: stage.name, day: on, left: null, shape: on <= stage.due ? 'check' : 'hollow', tone: 'done' }
      const days = daysBetween(asOf, stage.due)
      const left = days <= 30 ? days : null
      // Only the row's own lamp is shown, on the stage that is next: a stage has no lamp of its own.
      if (stage === next && lit !== null) return { name: stage.name, day: stage.due, left, shape: lit.shape, tone: lit.tone }
      return { name: stage.name, day: stage.due, left, shape: 'dashed', tone: 'na' }
    })
  }
  if (target.measure !== 'qualitative') return []
  const stages = qualitativeStages(target)
  const place = stages.findIndex(stage => stage.id === total.detail?.stage)
  return stages.slice(1).map((stage, i): ChainNode => {
    const at = i + 1
    const node = { name: stage.name, day: null, left: null }
    if (at < place) return { ...node, shape: 'check', tone: 'done' }
    if (at === Math.max(place, 1) && place >= 0 && lit !== null) return { ...node, name: at === place ? stage.name : stages[0]!.name, shape: lit.shape, tone: lit.tone }
    return { ...node, shape: total.value === null ? 'ring' : 'dashed', tone: 'na' }
  })
}
