/**
 * Returned files (收表): each figure of each file is checked against the ledger as it is. What becomes of it is settled in `incomingSort`.
 * A figure is never chosen silently: another value of the same cell and day is a rival, whoever gave it (product.md "must never do").
 */
import type { BatchEntry, BatchVerdict } from './batch'
import { checkBatch } from './batch'
import type { Figure } from './board'
import type { Calendar } from './calendar'
import { periodOf, periodOfDay } from './calendar'
import type { Present, ReportPayload } from './decide'
import type { Fix } from './entry'
import type { LedgerEvent } from './event'
import type { History } from './history'
import type { PlanIndex } from './plan'
import type { Problem } from './problem'
import { itemShare } from './stages'

/** One figure of a returned file, as text, with its place in the file; what one cell cannot say (stages, sites) comes as `payload`. */
export interface IncomingEntry { target: string, area: string, at: string, input: string, payload?: ReportPayload, note?: string, sheet: string, cell: string }

/** What a fill-in workbook says of itself. `unit`: an area code, a department id, or null (all). */
export interface IncomingStamp { plan: string, year: string, period: string, at: string, unit: string | null }

export interface IncomingProblem extends Problem { file: string, sheet?: string, cell?: string }

export type IncomingRead =
  | { ok: true, stamp: IncomingStamp | null, entries: readonly IncomingEntry[], problems: readonly IncomingProblem[] }
  | { ok: false, problems: readonly IncomingProblem[] }

/** A file as it came. `modified`: milliseconds since 1970, when it was last saved; of one unit's files the later one holds. `order`: as taken in. */
export interface IncomingFile { id: string, name: string, modified: number, order: number, read: IncomingRead }

/** One figure with the file and unit that sent it. `id` holds as long as the file is on the list. */
export interface Line { id: string, file: string, unit: string | null, entry: IncomingEntry }

/** What the office said about a line: another text for it, a reason, a doubt that is kept, or left out. */
export interface LineDecision { input?: string, note?: string, keep?: true, drop?: true }
/** Which side of a conflict holds: the ledger's, a line's (its id), or none yet; `ask`: the sender is asked to verify. */
export interface ConflictDecision { take: 'ledger' | 'none' | (string & {}), ask: boolean }
export interface Decisions { lines: ReadonlyMap<string, LineDecision>, conflicts: ReadonlyMap<string, ConflictDecision> }
export const noDecisions: Decisions = { lines: new Map(), conflicts: new Map() }

/** Which unit sent the report of an event that came by this very batch; see {@link checkLines}. */
export type SentBy = ReadonlyMap<string, string | null>

/**
 * A line against the ledger. `same`: says what is on record (for an earlier day: it is confirmed). `rival`: the ledger has another value for
 * that very day. `bad` is not written; `doubt` may be kept after a look.
 */
export interface Checked {
  kind: 'empty' | 'ok' | 'same' | 'doubt' | 'bad' | 'rival'
  payload: ReportPayload | null
  /** The cell as it would be; the same fold as for any entry. */
  figure: Figure | null
  increase: number | null
  previous: LedgerEvent | null
  problem: Problem | null
  fixes: readonly Fix[]
}

/** The cell and day that a line is about. */
export const cellKey = (entry: { target: string, area: string, at: string }): string => `${entry.target}|${entry.area}|${entry.at}`

export const inputOf = (line: Line, decisions: Decisions): string => decisions.lines.get(line.id)?.input ?? line.entry.input
export function noteOf(line: Line, decisions: Decisions): string | undefined {
  const note = (decisions.lines.get(line.id)?.note ?? line.entry.note ?? '').trim()
  return note === '' ? undefined : note
}

/** Refused whole: it could not be read, or its stamp names another plan or year. */
export function refusalOf(index: PlanIndex, file: IncomingFile): Problem | null {
  const { read } = file
  if (!read.ok) return read.problems[0] ?? { code: 'file_unread', why: '这份文件读不出来', fix: '请对方另存为 .xlsx 后重寄' }
  const { stamp } = read
  if (stamp === null) return null
  const { plan } = index
  if (stamp.plan !== plan.id) return { code: 'file_other_plan', why: `这是另一个计划（${stamp.plan}）的填报表`, fix: `请对方用「${plan.title}」的填报表重填` }
  const year = plan.period.start.slice(0, 4)
  return stamp.year === year ? null : { code: 'file_other_year', why: `这是 ${stamp.year} 年的填报表，本计划是 ${year} 年的`, fix: '请对方用今年的填报表重填' }
}

/** Who sent the file: by its stamp, else the one area that all its figures are about. */
export function unitOf(file: IncomingFile): string | null {
  if (!file.read.ok) return null
  if (file.read.stamp !== null && file.read.stamp.unit !== null) return file.read.stamp.unit
  const areas = new Set(file.read.entries.map(entry => entry.area))
  return areas.size === 1 ? [...areas][0]! : null
}

const known = new WeakMap<IncomingRead, Line[]>()

/** The lines of a file. Asked often: a file that was read does not change. */
export function linesOf(file: IncomingFile): Line[] {
  const before = known.get(file.read)
  if (before !== undefined && (before.length === 0 || before[0]!.file === file.id)) return before
  const unit = unitOf(file)
  const lines = file.read.ok ? file.read.entries.map((entry, place) => ({ id: `${file.id}#${place}`, file: file.id, unit, entry })) : []
  known.set(file.read, lines)
  return lines
}

/** Was the file saved after its period's submit-by day: 迟交, which refuses nothing. `savedOn`: that day in UTC+8. */
export function isLate(calendar: Calendar, file: IncomingFile, savedOn: string): boolean {
  if (!file.read.ok) return false
  const { stamp, entries } = file.read
  const at = stamp?.at ?? entries[0]?.at
  const period = stamp !== null && /^\d{4}-\d{2}$/.test(stamp.period) ? periodOf(calendar, stamp.period) : at === undefined ? null : periodOfDay(calendar, at)
  return period !== null && savedOn > period.submitBy
}

const blank = { payload: null, figure: null, increase: null, previous: null, problem: null, fixes: [] } as const

const lockedProblem: Problem = { code: 'period_locked', why: '这一期已锁定，只收写明原因的更正', fix: '填更正原因，再写入' }

/** The verdicts on lines, in their order. `sent`: events of this batch with their unit; a unit's later file replaces what it sent itself. */
export function checkLines(history: History, calendar: Calendar, lines: readonly Line[], decisions: Decisions, sent: SentBy, present: Present): Checked[] {
  const entries = lines.map((line): BatchEntry => {
    const { target, area, at } = line.entry
    const note = noteOf(line, decisions)
    const typed = decisions.lines.get(line.id)?.input
    return { target, area, at, input: typed ?? line.entry.payload ?? line.entry.input, ...(note !== undefined && { note }) }
  })
  const verdicts = checkBatch(history, entries, present)
  // A value below that of the very same day is a rival to be settled; a value below an earlier day's wants its reason.
  const again = verdicts.flatMap((verdict, i) => (verdict.kind === 'bad' && verdict.problem.code === 'falls_without_reason' && hasSameDay(history, entries[i]!) ? [i] : []))
  const noted = again.length === 0 ? [] : checkBatch(history, again.map(i => ({ ...entries[i]!, note: '核对' })), present)
  const locks = new Map<string, boolean>()
  const isLocked = (at: string): boolean => {
    let is = locks.get(at)
    if (is === undefined) {
      const from = periodOfDay(calendar, at).lockedFrom
      locks.set(at, is = from !== null && present.today >= from)
    }
    return is
  }
  return verdicts.map((verdict, i) => {
    const entry = entries[i]!
    const second = noted[again.indexOf(i)]
    const bySites = sitesBehind(history, verdict, entry, lines[i]!, decisions)
    if (bySites !== null) return bySites
    const isRival = second !== undefined && isRivalOf(second, entry, lines[i]!, sent)
    const checked = checkedOf(isRival ? second : verdict, entry, lines[i]!, sent)
    const isWritten = checked.kind === 'ok' || checked.kind === 'doubt' || checked.kind === 'rival' || (checked.kind === 'same' && checked.previous!.at < entry.at)
    return isWritten && entry.note === undefined && isLocked(entry.at) ? { ...checked, kind: 'bad' as const, problem: lockedProblem, fixes: [] } : checked
  })
}

/**
 * A mere number for a cell that is kept by sites: the number that the list gives already leaves the list as it is; another one would hide it,
 * and is doubted.
 */
function sitesBehind(history: History, verdict: BatchVerdict, entry: BatchEntry, line: Line, decisions: Decisions): Checked | null {
  if ((verdict.kind !== 'ok' && verdict.kind !== 'doubt') || !('value' in verdict.payload) || decisions.lines.get(line.id)?.keep === true) return null
  const items = verdict.previous?.data.items as { id: string, name: string, stage: string }[] | undefined
  const target = history.index.targets.get(entry.target)!.target
  if (items === undefined || target.ladder === undefined) return null
  const counted = new Map(items.map(item => [item.id, itemShare(target, item.stage) === 1]))
  const { value } = verdict.payload
  const { figure, increase, previous } = verdict
  if ([...counted.values()].filter(Boolean).length === value) return { kind: 'same', ...blank, payload: { items: items.map(({ id, name, stage }) => ({ id, name, stage })) }, previous }
  return { kind: 'doubt', ...blank, payload: verdict.payload, figure, increase, previous, problem: { code: 'sites_by_number', why: '这一格按项目点记，表里只有个数', fix: '到挂图里改项目点的阶段；确实只报个数，就按“确实如此”' } }
}

const hasSameDay = (history: History, entry: BatchEntry): boolean => history.reports.get(entry.target)?.get(entry.area)?.some(event => event.at === entry.at) ?? false

/** Another value of that very day, unless this unit sent it in this batch itself. */
function isRivalOf(verdict: BatchVerdict, entry: BatchEntry, line: Line, sent: SentBy): boolean {
  if (verdict.kind !== 'ok' && verdict.kind !== 'doubt') return false
  const { previous } = verdict
  return previous !== null && previous.at === entry.at && (line.unit === null || sent.get(previous.id) !== line.unit)
}

function checkedOf(verdict: BatchVerdict, entry: BatchEntry, line: Line, sent: SentBy): Checked {
  switch (verdict.kind) {
    case 'empty': return { kind: 'empty', ...blank }
    case 'bad': return { kind: 'bad', ...blank, problem: verdict.problem, fixes: verdict.fixes }
    case 'same': return { kind: 'same', ...blank, payload: verdict.payload, previous: verdict.previous }
    default: {
      const { payload, figure, increase, previous } = verdict
      const shared = { ...blank, payload, figure, increase, previous }
      if (isRivalOf(verdict, entry, line, sent)) return { kind: 'rival', ...shared }
      return verdict.kind === 'doubt' ? { kind: 'doubt', ...shared, problem: verdict.problem } : { kind: 'ok', ...shared }
    }
  }
}
