/** The words of the phone's screens. */
export interface PhoneWords {
  onPace: string
  items: (n: number, m: number) => string
  changed: string
  better: string
  worse: string
  waiting: string
  cells: (n: number) => string
  widest: (n: number) => string
  all: (n: number) => string
  noneBehind: string
  unreported: (n: number) => string
  reportLead: (day: string) => string
  reportNone: string
  stale: (n: number) => string
  enter: string
  tabs: { label: string, board: string, changes: string, report: string, supervise: string, plans: string }
  noMilestones: string
}
