/** Many entries at once (a pasted block, returned workbooks): each checked as `checkEntry` checks one, against the history as it is. */
import type { Command, Present, ReportPayload } from './decide'
import { decide } from './decide'
import type { FigureAfter, Fix, Verdict } from './entry'
import { checkEntry, figureAfterOn } from './entry'
import type { LedgerEvent } from './event'
import { askingOf } from './asking'
import type { History } from './history'
import type { Problem } from './problem'

/** One cell to be written: what was read for it, as text or as a payload. */
export interface BatchEntry { target: string, area: string, at: string, input: string | ReportPayload, note?: string }

/** As {@link Verdict}; `same` = says what is on record for that very day already, or (`at` later) what the last report said. */
export type BatchVerdict = Verdict | { kind: 'same', payload: ReportPayload, previous: LedgerEvent }

/** Does the payload say what the report says. */
function saysTheSame(payload: ReportPayload, report: LedgerEvent): boolean {
  return Object.entries(payload).every(([key, value]) => report.data[key] === value || JSON.stringify(report.data[key]) === JSON.stringify(value))
}

/** The verdicts, in the order of the entries. Entries of one batch do not see each other. What a target's cells stand on is made once for each day. */
export function checkBatch(history: History, entries: readonly BatchEntry[], present: Present): BatchVerdict[] {
  const made = new Map<string, FigureAfter>()
  return entries.map(({ input, ...entry }) => {
    const after: FigureAfter = (area, data) => {
      const key = `${entry.at} ${entry.target}`
      const known = made.get(key) ?? figureAfterOn(history, entry.target, entry.at, present)
      made.set(key, known)
      return known(area, data)
    }
    const verdict = checkEntry(history, entry, input, present, after)
    if (verdict.kind !== 'ok' && verdict.kind !== 'doubt') return verdict
    return verdict.previous !== null && saysTheSame(verdict.payload, verdict.previous) ? { kind: 'same', payload: verdict.payload, previous: verdict.previous } : verdict
  })
}

/** One share of an allocation as it was read: a number in the target's unit, a dash for "no task here", '' for nothing said. */
export interface ShareEntry { target: string, area: string, at: string, input: string }

/** The verdict on a share; `share` null = the area is not asked. */
export type ShareVerdict =
  | { kind: 'empty' }
  | { kind: 'ok' | 'same', share: number | null, previous: number | null | undefined }
  | { kind: 'bad', problem: Problem, fixes: Fix[] }

/** The shares in force on a day, null where the target was never shared out. */
export function sharesOn(history: History, target: string, at: string, limit: string): Readonly<Record<string, number | null>> | null {
  const placed = history.index.targets.get(target)
  return placed === undefined ? null : askingOf(history, placed, { asOf: at, limit }).shares
}

/** Reads a share: full-width digits, thousands separators and a per cent sign are understood. undefined: none of these. */
function readShare(text: string): number | null | undefined {
  const bare = text.normalize('NFKC').replace(/(?<=\d)[,\s](?=\d{3})/g, '').trim()
  if (/^[-\u2013\u2014/\u65e0]+$/.test(bare)) return null
  return /^[+-]?\d+(\.\d+)?%?$/.test(bare) ? Number(bare.replace('%', '')) : undefined
}

/** Checks shares one by one as `decide` checks an allocation (whole numbers of counted things, none below 0). Nothing is recorded. */
export function checkShares(history: History, entries: readonly ShareEntry[], present: Present): ShareVerdict[] {
  const known = new Map<string, Readonly<Record<string, number | null>> | null>()
  return entries.map(({ target, area, at, input }): ShareVerdict => {
    if (input.trim() === '') return { kind: 'empty' }
    const share = readShare(input)
    if (share === undefined) {
      const digits = /\d+(\.\d+)?/.exec(input.normalize('NFKC').replace(/[oO]/g, '0').replace(/[lI]/g, '1'))?.[0]
      return { kind: 'bad', problem: { code: 'share_not_number', why: `“${input.trim()}”不是数`, fix: '填 0 以上的数；没有任务就填“-”' }, fixes: digits === undefined ? [] : [{ text: digits }] }
    }
    const decision = decide(history, { kind: 'allocate', target, at, shares: { [area]: share } }, present)
    if (!decision.ok) return { kind: 'bad', problem: decision.problem, fixes: share === null ? [] : fixesOf(decision.problem.code, share) }
    const key = `${at} ${target}`
    if (!known.has(key)) known.set(key, sharesOn(history, target, at, present.limit))
    const previous = known.get(key)?.[area]
    return { kind: previous === share ? 'same' : 'ok', share, previous }
  })
}

function fixesOf(code: string, share: number): Fix[] {
  if (code === 'share_invalid') return [{ text: String(-share) }]
  return code === 'number_not_whole' ? [{ text: String(Math.floor(share)) }, { text: String(Math.ceil(share)) }] : []
}

/** One `allocate` a target: the shares in force on the day with the new ones laid over them. */
export function sharesCommands(history: History, shares: readonly { target: string, area: string, share: number | null }[], at: string, present: Present): Command[] {
  const byTarget = new Map<string, Record<string, number | null>>()
  for (const { target, area, share } of shares) {
    if (!byTarget.has(target)) byTarget.set(target, { ...sharesOn(history, target, at, present.limit) })
    byTarget.get(target)![area] = share
  }
  return [...byTarget].map(([target, merged]) => ({ kind: 'allocate' as const, target, at, shares: merged }))
}
