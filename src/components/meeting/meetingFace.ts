/** What the parts of the page 调度会 are given, ready to draw. */
import type { LampLook } from '../../wording/lampLook'

/** A meeting of the year. `code` null: no snapshot was frozen. */
export interface MeetingLine {
  id: string
  number: number
  name: string
  on: string
  day: string
  state: 'ended' | 'open' | 'today' | 'ahead'
  /** The one to be held now: today's, else the latest that has not ended. */
  isNext: boolean
  /** 还有 15 天. */
  note: string
  decided: number
  notes: number
  kept: number
  overdue: number
  decisions: readonly PromiseFace[]
  code: string | null
  snapshotHref: string
  href: string
  minutesHref: string
  canMove: boolean
  canCallOff: boolean
}

/** One promise: shape, 字, number, and who until when. */
export interface PromiseFace {
  id: string
  number: string
  matter: string
  /** What was said at the meeting. */
  request: string
  lead: string
  due: string
  look: LampLook
  state: string
  /** 8月28日，比约定早 3 天. */
  kept: string
  isLate: boolean
  /** Of its level: 蓝单. */
  level: string
  href: string
}

/** A month of the calendar: its meetings and the office's days, by day. */
export interface MonthFace { month: string, name: string, isNow: boolean, marks: readonly { key: string, kind: 'meeting' | 'cutoff' | 'submit' | 'bulletin' | 'today', day: string, text: string, number: number, href: string }[] }
