/**
 * 审核 (semantics.md 36): where each report stands with its reviewers, and the history without the reports that nobody has accepted yet.
 * The level of a review (`department`, `office`) is a field of its event; which verdict holds is decided by its time alone.
 */
import { askingOf } from './asking'
import type { Figure } from './board'
import type { LedgerEvent } from './event'
import { figureOf } from './figure'
import type { History, When } from './history'
import { comesLater, isInForce, winnerOf } from './history'
import type { AreaNode, PlanIndex } from './plan'
import { rulesOn } from './adoption'

export type ReviewLevel = 'department' | 'office'

/** One review in force. A review without a level is the office's. */
export interface ReviewMark {
  event: string
  level: ReviewLevel
  verdict: 'accepted' | 'returned'
  reason: string | null
  unit: string | null
  name: string | null
  recordedAt: string
}

export interface ReviewState {
  /** `accepted`: by somebody, since it was last returned; whether anybody else is waited for says `waits`. */
  kind: 'unreviewed' | 'accepted' | 'returned'
  /** Who is to look at it next; null: nobody (fully reviewed, or returned). */
  waits: ReviewLevel | null
  latest: ReviewMark | null
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)

function markOf(event: LedgerEvent): ReviewMark {
  const { data, by } = event
  return {
    event: event.id, level: data.level === 'department' ? 'department' : 'office', verdict: data.verdict as ReviewMark['verdict'], reason: textOf(data.reason),
    unit: textOf(by?.unit), name: textOf(by?.name), recordedAt: event.recordedAt,
  }
}

/** The reviews of a report in force for one who knows what was recorded up to `limit`, the earliest first. */
export function reviewsOf(history: History, report: string, limit: string): ReviewMark[] {
  return (history.reviews.get(report) ?? []).filter(review => isInForce(history, review, limit)).sort((one, other) => (comesLater(one, other) ? 1 : -1)).map(markOf)
}

/**
 * Where a report stands. Fully reviewed: accepted by the office; with one level (`isTwoLevel` false) by anybody. What was accepted before
 * the latest return counts no longer.
 */
export function reviewStateOf(history: History, report: string, limit: string, isTwoLevel: boolean): ReviewState {
  const marks = reviewsOf(history, report, limit)
  const latest = marks.at(-1) ?? null
  if (latest === null) return { kind: 'unreviewed', waits: isTwoLevel ? 'department' : 'office', latest }
  if (latest.verdict === 'returned') return { kind: 'returned', waits: null, latest }
  const since = marks.slice(marks.map(mark => mark.verdict).lastIndexOf('returned') + 1)
  return { kind: 'accepted', waits: isTwoLevel && !since.some(mark => mark.level === 'office') ? 'office' : null, latest }
}

export const isFullyReviewed = (state: ReviewState): boolean => state.kind === 'accepted' && state.waits === null

/**
 * The history without the reports that are not fully reviewed as known at `limit`: a board made from it (known at `limit`) is that of a
 * ledger in which they were never written. Its `events` stay whole: fingerprint and count are still those of the ledger.
 */
export function reviewedOnly(history: History, limit: string, isTwoLevel = false): History {
  const reports = new Map<string, Map<string, LedgerEvent[]>>()
  for (const [target, byArea] of history.reports)
    reports.set(target, new Map([...byArea].map(([area, events]) => [area, events.filter(event => isFullyReviewed(reviewStateOf(history, event.id, limit, isTwoLevel)))])))
  return { ...history, reports }
}

/** The report of a cell that is up for review, with what it changes. */
export interface ReviewLine {
  report: LedgerEvent
  target: string
  /** The area that reports; the root's code for a target of the whole. */
  area: string
  /** The column that it stands in; null for a target of the whole. */
  column: string | null
  state: ReviewState
  /** The report that would hold on its day without it. */
  previous: LedgerEvent | null
  /** The cell's figure on the day looked at, without the report and with it. */
  before: Figure
  after: Figure
}

function columnOf(index: PlanIndex, node: AreaNode): string | null {
  for (let at: AreaNode | null = node; at !== null; at = at.parent) if (at.parent === index.root) return at.area.code
  return null
}

/**
 * One line a cell that has reports: the report that holds on `when.asOf`, or the returned one that would hold. In the order of the plan,
 * then of the areas. A returned report leaves the list once a later one takes its place.
 */
export function reviewLines(history: History, when: When, isTwoLevel: boolean): ReviewLine[] {
  const { index } = history
  const unreturned: History = { ...history, reviews: new Map() }
  const lines: ReviewLine[] = []
  for (const [target, placed] of index.targets) {
    const byArea = history.reports.get(target)
    if (byArea === undefined) continue
    const asking = askingOf(history, placed, when)
    for (const [area, node] of index.areas) {
      const reports = byArea.get(area)
      const report = winnerOf(unreturned, reports, when)
      if (reports === undefined || report === null) continue
      const state = reviewStateOf(history, report.id, when.limit, isTwoLevel)
      const others = reports.filter(one => one !== report)
      const figure = (from: readonly LedgerEvent[], reviews: History['reviews']): Figure => {
        const changed: History = { ...history, reviews, reports: new Map(history.reports).set(target, new Map(byArea).set(area, [...from])) }
        return figureOf({ ...asking, history: changed, found: new Map() }, node === index.root ? null : node, rulesOn(history, when))
      }
      const withoutOwn = (): History['reviews'] => { const reviews = new Map(history.reviews); reviews.delete(report.id); return reviews }
      lines.push({
        report, target, area, column: columnOf(index, node), state, previous: winnerOf(history, others, { asOf: report.at, limit: when.limit }),
        before: figure(others, history.reviews), after: figure(reports, state.kind === 'returned' ? withoutOwn() : history.reviews),
      })
    }
  }
  return lines
}

/**
 * As which level a unit reviews: departments as departments, all else as the office; so does a department that is the office itself (办公室,
 * 督查室). Townships report and do not review: null.
 */
export function reviewLevelOf(index: PlanIndex, unit: string): ReviewLevel | null {
  if (index.areas.has(unit)) return null
  const department = index.departments.get(unit)
  return department === undefined || /办公室|督查/.test(department.name) ? 'office' : 'department'
}

/** May this level still do something about a line. The office may pass over a department that has not looked. */
export function mayReview(state: ReviewState, level: ReviewLevel): boolean {
  return state.kind !== 'returned' && (level === 'office' || state.waits === 'department')
}
