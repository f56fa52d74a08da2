/** Many entries at once (a pasted block, returned workbooks): each checked as `checkEntry` checks one, against the history as it is. */
import type { LedgerEvent } from './event'
import type { Present, ReportPayload } from './decide'
import { previousReport } from './decide'
import type { Verdict } from './entry'
import { checkEntry } from './entry'
import type { History } from './history'

/** One cell to be written: what was read for it, as text or as a payload. */
export interface BatchEntry { target: string, area: string, at: string, input: string | ReportPayload, note?: string }

/** As {@link Verdict}; `same` = says what is on record for that very day already, or (`at` later) what the last report said. */
export type BatchVerdict = Verdict | { kind: 'same', payload: ReportPayload, previous: LedgerEvent }

/** Does the payload say what the report says. */
function saysTheSame(payload: ReportPayload, report: LedgerEvent): boolean {
  return Object.entries(payload).every(([key, value]) => JSON.stringify(report.data[key]) === JSON.stringify(value))
}

/** The verdicts, in the order of the entries. Entries of one batch do not see each other. */
export function checkBatch(history: History, entries: readonly BatchEntry[], present: Present): BatchVerdict[] {
  return entries.map(({ input, ...entry }) => {
    const verdict = checkEntry(history, entry, input, present)
    if (verdict.kind !== 'ok' && verdict.kind !== 'doubt') return verdict
    const previous = previousReport(history, entry.target, entry.area, entry.at, present.limit)
    return previous !== null && saysTheSame(verdict.payload, previous) ? { kind: 'same', payload: verdict.payload, previous } : verdict
  })
}
