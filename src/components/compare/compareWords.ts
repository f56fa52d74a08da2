/** The words of the compare page and of time travel; they load with it. Days come as the language's own short text. */
import type { GroupKey, Known, LineGroupKey, ShownCause } from './compareFace'

export interface CompareWords {
  title: string
  board: string
  known: (known: Known) => string
  knownLabel: string
  side: readonly [left: string, right: string]
  choose: string
  meeting: (number: number, name: string) => string
  today: string
  periodStart: string
  other: string
  swap: string
  only: { label: string, all: (n: number) => string, progress: (n: number) => string, late: (n: number) => string }
  views: { label: string, changes: string, sides: string }
  sideText: (day: string, known: Known) => string
  flow: string
  flowLead: (lamps: number, turned: number) => string
  flowInside: (n: number) => string
  /** Over the columns of 灯的去向: at most three 汉字. */
  heads: Record<GroupKey, string>
  total: string
  net: string
  off: string
  transition: (from: string, to: string, n: number) => string
  why: string
  cause: Record<ShownCause, { name: string, note: string }>
  causeTurns: (better: number, worse: number) => string
  causeMoved: (n: number) => string
  reseen: (day: string, parts: string) => string
  reseenPart: (now: number, then: number) => string
  reseenSame: (day: string) => string
  meetingStays: (number: number) => string
  later: (day: string) => string
  laterNone: (day: string) => string
  laterKind: { late: string, corrected: string, retracted: string, returned: string }
  laterAt: (day: string) => string
  where: string
  whereLead: string
  sidesLead: string
  enlarge: (day: string) => string
  wholePlan: string
  scope: string
  cell: (area: string, target: string, lamps: string, cause: string) => string
  turned: (from: string, to: string) => string
  row: (name: string) => string
  column: (name: string) => string
  list: string
  listLead: string
  groups: Record<LineGroupKey, { name: string, note: string }>
  nothing: string
  nothingMoved: (n: number) => string
  more: (n: number) => string
  fold: string
  copy: string
  copied: string
  copyFailed: string
  exported: string
  reasons: {
    progress: (day: string, note: string) => string
    late: (day: string, recorded: string) => string
    corrected: (recorded: string, note: string) => string
    retracted: (recorded: string) => string
    returned: (recorded: string, reason: string) => string
    amended: (day: string, reason: string) => string
    /** Another pack from that day on. */
    rules: (day: string, pack: string) => string
    pace: (from: string, to: string) => string
    due: (day: string) => string
    overdue: (day: string) => string
    still: string
  }
  file: { name: string, columns: readonly string[] }
  places: string
  /** Whole rows without a figure, on the line of their chapter. */
  folded: (n: number) => string
  foot: string
  footAppend: string
}
