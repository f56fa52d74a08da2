/** What is looked at before an allocation goes out; nothing of it blocks. */
import { isAskedAnyway, shareMark } from './shareLine'
import type { ShareColumn, ShareLine } from './shareLine'

export interface ShareChecks {
  even: readonly ShareLine[]
  open: readonly ShareLine[]
  over: readonly ShareLine[]
  /** Tracked by sites, and none is on record. */
  sites: readonly ShareLine[]
  /** Followed along a straight line, as nobody set a course. */
  curves: readonly ShareLine[]
  /** Splittable and never shared out. */
  unshared: readonly ShareLine[]
  /** Shared out whole, yet with places left that are asked without a goal; how many places that are. */
  loose: readonly ShareLine[]
  looseCells: number
  cells: number
}

export function shareChecksOf(lines: readonly ShareLine[], columns: readonly ShareColumn[], hasSites: (line: ShareLine) => boolean): ShareChecks {
  const ofKind = (kind: 'flat' | 'open' | 'over') => lines.filter(line => shareMark(line)?.kind === kind)
  const looseIn = (line: ShareLine): number => (line.shares === null ? 0 : columns.filter(({ code }) => isAskedAnyway(line, code)).length)
  const loose = ofKind('flat').filter(line => looseIn(line) > 0)
  return {
    loose, looseCells: loose.reduce((sum, line) => sum + looseIn(line), 0),
    even: ofKind('flat'), open: ofKind('open'), over: ofKind('over'), sites: lines.filter(line => line.target.ladder !== undefined && !hasSites(line)), curves: lines.filter(line => line.target.schedule === undefined && line.target.measure !== 'standard'),
    unshared: lines.filter(line => line.canSplit && line.shares === null), cells: lines.reduce((sum, line) => sum + Object.values(line.next).filter(share => share !== null && share > 0).length, 0),
  }
}
