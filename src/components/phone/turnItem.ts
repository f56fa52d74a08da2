import type { Lamp } from '../../domain/board'

/** One line of 会后变差 or 会后变好 on the phone, ready to read. */
export interface TurnItem {
  target: string
  area: string | null
  areaName: string
  name: string
  from: Lamp | null
  to: Lamp | null
  /** The value at the meeting; null where it did not move. */
  was: string | null
  value: string
  /** With its stroke: "/16"; '' where there is none to show. */
  goal: string
}

export interface TurnList {
  turn: 'worse' | 'better'
  total: number
  /** How many of the total did not move in value: time alone turned their lamp. */
  still: number
  items: readonly TurnItem[]
}

/** A place and how many of its cells wait for a report. */
export interface WaitingPlace { area: string | null, name: string, count: number }
