/** What came into the ledger later about a day gone by: late reports, corrections, retractions and returns, each with the figure before and after it. */
import { askingOf } from './asking'
import type { Figure } from './board'
import type { LedgerEvent } from './event'
import { figureOf } from './figure'
import { comesLater } from './history'
import type { History } from './history'
import type { AreaNode, PlanIndex } from './plan'
import { rulesOn } from './adoption'

export interface LaterEntry {
  kind: 'late' | 'corrected' | 'retracted' | 'returned'
  /** The report, retraction or review itself. */
  event: LedgerEvent
  target: string
  /** The column on the board; null for a whole row. */
  area: string | null
  /** The area that reports. */
  reporter: string
  /** The day that it is about. */
  at: string
  /** The reporter's figure on that day, just before the entry and with it. */
  old: Figure
  now: Figure
}

/** Events of the same millisecond, counter and device apart, everything recorded before an event: one character less sorts before it. */
const justBefore = (event: LedgerEvent): string => event.recordedAt.slice(0, -1)

function columnOf(index: PlanIndex, node: AreaNode): AreaNode | null {
  for (let at: AreaNode | null = node; at !== null; at = at.parent) if (at.parent === index.root) return at
  return null
}

/** Entries about days up to `day`, recorded after `from` and up to `to` (bounds of `recordedAt`, see `knownAtLimit`), the latest first. */
export function laterEntries(history: History, index: PlanIndex, day: string, from: string, to: string): LaterEntry[] {
  const entries: LaterEntry[] = []
  const isBetween = (event: LedgerEvent) => event.recordedAt > from && event.recordedAt <= to
  for (const [target, byArea] of history.reports) {
    const placed = index.targets.get(target)
    if (placed === undefined) continue
    for (const [reporter, reports] of byArea) {
      const node = index.areas.get(reporter)!
      const isWhole = node === index.root
      const figureAt = (at: string, limit: string) => figureOf(askingOf(history, placed, { asOf: at, limit }), isWhole ? null : node, rulesOn(history, { asOf: at, limit }))
      const add = (kind: LaterEntry['kind'], event: LedgerEvent, at: string) => entries.push({
        kind, event, target, area: isWhole ? null : columnOf(index, node)?.area.code ?? null, reporter, at, old: figureAt(at, justBefore(event)), now: figureAt(at, event.recordedAt),
      })
      for (const report of reports) {
        if (report.at > day) continue
        if (isBetween(report)) add(reports.some(one => one !== report && one.at === report.at && comesLater(report, one)) ? 'corrected' : 'late', report, report.at)
        for (const retraction of history.retractions.get(report.id) ?? []) if (isBetween(retraction)) add('retracted', retraction, report.at)
        for (const review of history.reviews.get(report.id) ?? []) if (isBetween(review) && review.data.verdict === 'returned') add('returned', review, report.at)
      }
    }
  }
  return entries.sort((one, other) => (comesLater(one.event, other.event) ? -1 : 1))
}
