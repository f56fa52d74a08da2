/** Reports up for review as they are shown: texts made, lamps kept as codes. */
import type { Lamp } from '../../domain/board'
import type { ReviewState } from '../../domain/reviewState'

export interface ReviewItem {
  /** The report's event. */
  report: string
  target: string
  area: string
  targetName: string
  areaName: string
  unit: string
  was: string
  now: string
  increase: string
  goal: string
  from: Lamp | null
  to: Lamp | null
  hints: readonly string[]
  evidence: number
  /** Who reported it, and for which day. */
  reported: string
  note: string | null
  state: ReviewState
  /** Who reviewed it last, and why it was returned. */
  reviewed: string | null
  reason: string | null
  /** May it be accepted or returned from here. */
  isOpen: boolean
}

export interface ReviewGroup { key: string, name: string, sub: string, items: readonly ReviewItem[], waiting: number, returned: number }
