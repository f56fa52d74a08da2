/** A slip being written, before it is sent. */
import type { Lamp } from '../../domain/board'

export interface ComposeDraft {
  number: string
  level: string
  target: string | null
  area: string | null
  items: readonly string[]
  title: string
  basis: string
  request: string
  lead: string
  assist: readonly string[]
  /** Day of issue: today, or the day of a paper slip that is entered later. */
  at: string
  due: string
  /** Rule whose proposal was changed, where there was one. */
  rule: string | null
}

/** A cell that may be the matter: what is found for the words typed. */
export interface MatterChoice { target: string, area: string | null, name: string, place: string, lamp: Lamp | null }
