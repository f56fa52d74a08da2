/**
 * Further events (product.md "Ledger lines"): set-up, calendar, submitting, evidence, checks. They are counted and passed on like any event,
 * and never change a figure of the board. Here: their commands, and what a payload must hold to be taken into account.
 */
import type { LedgerEvent } from './event'
import type { History } from './history'
import type { BulletinCommand, MeetingCommand } from './meetingEvents'
import type { PlanIndex } from './plan'
import type { SlipCommand } from './slipEvents'
import { isDay } from './days'
import { comesLater, isInForce } from './history'
import { fitsBulletin, fitsMeetingEnd, fitsMeetingNote } from './meetingEvents'
import { fitsSlip, fitsStep } from './slipEvents'

/** What the office or a unit records besides figures. `at` is the day from which it holds. */
export type FurtherCommand =
  /** A department is added, renamed or (retired) no longer offered. */
  | { kind: 'department', id: string, name: string, short?: string, retired?: boolean, at: string }
  /** Who leads a task and who assists. */
  | { kind: 'assign', task: string, lead: string, assist: readonly string[], at: string }
  /** A ruling of the plan (its place in `plan.rulings`) is decided, or opened again. */
  | { kind: 'ruling', ruling: number, decision: string, status: 'open' | 'decided', at: string }
  /** The reporting calendar from `at` on; see `calendar.ts`. */
  | { kind: 'calendar', cutoffDay: number, submitDay: number, shift: 'none' | 'before' | 'after', lockDays: number | null, holidays: readonly string[], workdays: readonly string[], at: string }
  /** 提交: a unit says that its report of a period (`2020-09`) is whole. `cells` of it were reported. */
  | { kind: 'submit', unit: string, period: string, cells: number, at: string }
  /** 佐证 of a cell: a stored file (by its SHA-256), a link or a note. */
  | { kind: 'evidence', target: string, area: string, form: 'photo' | 'pdf' | 'link' | 'note', name: string, text?: string, hash?: string, size?: number, at: string }
  /** 核实: a hint was looked into in the field. */
  | { kind: 'checked', rule: string, target: string, area: string, result: string, at: string }
  | SlipCommand
  | MeetingCommand
  | BulletinCommand
  /** A contradiction found by the conflict finder becomes a ruling, or (declined, with the reason as decision) none; `key` as in `planConflicts`. */
  | { kind: 'finding', key: string, conflict: string, targets: readonly string[], question: string, decision: string, status: 'open' | 'decided' | 'declined', at: string }

const kinds = ['department', 'assign', 'ruling', 'calendar', 'submit', 'evidence', 'checked', 'slip', 'slip_step', 'slip_declined', 'card', 'meeting_note', 'meeting_end', 'bulletin', 'finding'] as const

export function isFurther(command: { kind: string }): command is FurtherCommand {
  return (kinds as readonly string[]).includes(command.kind)
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value)
const areDays = (value: unknown): boolean => Array.isArray(value) && value.every(isDay)

/** Does the payload of a further event fit this plan. Tasks, targets and areas must be known; departments may be new. */
export function fitsFurther(index: PlanIndex, type: string, data: Record<string, unknown>): boolean {
  switch (type) {
    case 'department': return isText(data.id) && isText(data.name)
    case 'assign': return isText(data.lead) && Array.isArray(data.assist) && data.assist.every(isText) && index.plan.chapters.some(chapter => chapter.tasks.some(task => task.id === data.task))
    case 'ruling': return isWhole(data.ruling) && index.plan.rulings[data.ruling] !== undefined && (data.status === 'open' || (data.status === 'decided' && isText(data.decision)))
    case 'calendar': {
      const isDayOfMonth = (value: unknown): boolean => isWhole(value) && value >= 1 && value <= 31
      return isDayOfMonth(data.cutoffDay) && isDayOfMonth(data.submitDay) && ['none', 'before', 'after'].includes(data.shift as string)
        && (data.lockDays === null || (isWhole(data.lockDays) && data.lockDays >= 0)) && areDays(data.holidays) && areDays(data.workdays)
    }
    case 'submit': return isText(data.unit) && typeof data.period === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(data.period)
    case 'evidence': return index.targets.has(data.target as string) && index.areas.has(data.area as string) && ['photo', 'pdf', 'link', 'note'].includes(data.form as string) && isText(data.name)
    case 'checked': return index.targets.has(data.target as string) && index.areas.has(data.area as string) && isText(data.rule) && isText(data.result)
    case 'slip': return fitsSlip(data)
    case 'slip_step': return fitsStep(data)
    case 'slip_declined': return isText(data.key) && isText(data.rule) && isText(data.reason)
    case 'card': return isText(data.unit) && isText(data.card) && isText(data.reason) && ['shown', 'lifted', 'declined'].includes(data.state as string)
    case 'meeting_note': return fitsMeetingNote(data)
    case 'meeting_end': return fitsMeetingEnd(data)
    case 'bulletin': return fitsBulletin(data)
    case 'finding': return isText(data.key) && isText(data.conflict) && isText(data.question) && Array.isArray(data.targets) && data.targets.every(id => index.targets.has(id as string)) && typeof data.decision === 'string' && (data.status === 'open' || ((data.status === 'decided' || data.status === 'declined') && isText(data.decision)))
    default: return false
  }
}

/**
 * The further events of one type in force for one who knows what was recorded up to `limit`: fitting, not retracted, in the order of
 * semantics.md 35 (the last of a list is the one that holds). Given `asOf`, none whose `at` comes after it.
 */
export function furtherOf(history: History, type: FurtherCommand['kind'], limit: string, asOf?: string): LedgerEvent[] {
  const list: LedgerEvent[] = []
  for (const event of history.events.values())
    if (event.v === 1 && event.type === type && (asOf === undefined || event.at <= asOf) && fitsFurther(history.index, type, event.data) && isInForce(history, event, limit)) list.push(event)
  return list.sort((one, other) => (one.at !== other.at ? (one.at < other.at ? -1 : 1) : comesLater(one, other) ? 1 : -1))
}
