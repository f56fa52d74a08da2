/** What is recorded of meetings and bulletins, and when a payload is whole. What is made of it: `meetingRecord.ts`, `bulletin.ts`. */

/** Where a figure in a bulletin comes from: a figure of the board (`area` null: a total), a count over the board, or a count over the slips. */
export type TokenOrigin =
  | { of: 'figure', target: string, area: string | null, field: 'value' | 'goal' | 'completion' | 'progress' | 'pace' | 'gap' }
  | { of: 'count', count: string }
  | { of: 'slips', count: string }

/** A live token: a figure as it was printed, with its origin. `kept`: what it had become when the clerk chose to keep what was printed. */
export interface BulletinToken { text: string, origin: TokenOrigin, kept?: string }

/** Plain text, or a live token. */
export type BulletinRun = string | BulletinToken

export type BulletinBlock =
  | { kind: 'heading', level: 1 | 2, text: string }
  | { kind: 'paragraph', runs: readonly BulletinRun[] }

/** A version of a bulletin as the clerk left it. The latest by id holds; none is ever changed. */
export interface BulletinText {
  id: string
  /** 通报, 专报: `names.bulletin` of the pack, or as typed. */
  form: 'bulletin' | 'report'
  title: string
  /** 第 4 期, 晋民〔2020〕12 号. */
  number: string
  addressee: string
  /** Fingerprint of the snapshot it was drafted from, its day and knowledge. */
  snapshot: string
  asOf: string
  knownAt: string
  blocks: readonly BulletinBlock[]
  /** Does the annex table (slow first) follow. */
  hasAnnex: boolean
  /** Issued: no longer edited; a new version opens it again. */
  isIssued: boolean
}

export type BulletinCommand = { kind: 'bulletin', at: string } & BulletinText

export type MeetingCommand =
  /** A resolution without an owner, or a note of the minutes; `id` makes it replaceable, '' as text takes it away. */
  | { kind: 'meeting_note', id: string, meeting: string, text: string, target?: string, area?: string, at: string }
  /** 散会: the board of the meeting is frozen under this fingerprint. */
  | { kind: 'meeting_end', meeting: string, snapshot: string, asOf: string, at: string }

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isFingerprint = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

export const fitsMeetingNote = (data: Record<string, unknown>): boolean => isText(data.id) && isText(data.meeting) && typeof data.text === 'string'

export const fitsMeetingEnd = (data: Record<string, unknown>): boolean => isText(data.meeting) && isFingerprint(data.snapshot) && typeof data.asOf === 'string'

function isOrigin(value: unknown): boolean {
  if (!isRecord(value)) return false
  if (value.of === 'figure') return isText(value.target) && (value.area === null || isText(value.area)) && ['value', 'goal', 'completion', 'progress', 'pace', 'gap'].includes(value.field as string)
  return (value.of === 'count' || value.of === 'slips') && isText(value.count)
}

const isRun = (value: unknown): boolean => typeof value === 'string' || (isRecord(value) && typeof value.text === 'string' && isOrigin(value.origin) && (value.kept === undefined || typeof value.kept === 'string'))

const isBlock = (value: unknown): boolean => isRecord(value) && (value.kind === 'heading' ? (value.level === 1 || value.level === 2) && typeof value.text === 'string' : value.kind === 'paragraph' && Array.isArray(value.runs) && value.runs.every(isRun))

export function fitsBulletin(data: Record<string, unknown>): boolean {
  return isText(data.id) && (data.form === 'bulletin' || data.form === 'report') && ['title', 'number', 'addressee', 'asOf', 'knownAt'].every(key => typeof data[key] === 'string')
    && isFingerprint(data.snapshot) && Array.isArray(data.blocks) && data.blocks.every(isBlock) && typeof data.hasAnnex === 'boolean' && typeof data.isIssued === 'boolean'
}
