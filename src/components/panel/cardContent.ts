import type { Lamp } from '../../domain/board'
import type { Course } from '../../domain/curve'
import type { Forecast } from '../../domain/forecast'
import type { Target } from '../../domain/plan'

/** Everything that a lamp card says, ready to read; made by the view from board, plan and explanation. */
export interface CardContent {
  target: string
  area: string | null
  areaName: string
  number: string
  name: string
  lamp: Lamp | null
  value: string
  should: string
  actual: string
  gap: string
  rule: string
  toGreen: string | null
  source: string
  criteria: readonly { name: string, figure: string }[]
  rulings: readonly { question: string, decision: string }[]
  note: string
  department: string
  baseline: string | null
  reported: string | null
  last: string | null
  lastNote: string | null
  items: readonly { name: string, stage: string }[]
  course: Course | null
  /** 赶得上吗; null where nothing can be reckoned, or where the card is short. */
  forecast: Forecast | null
  /** The target as in force, for its unit. */
  inForce: Target
  nameOfArea: (code: string) => string
}
