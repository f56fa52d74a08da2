/** The words of the board in its views, of its days and of the demo. */
import type { BoardViewName } from './boardView'

export interface BoardWords {
  views: Record<BoardViewName, string>
  viewLabel: string
  /** Columns of the head in the view 会后变化. */
  rateMoved: string
  rankMoved: string
  points: (n: number) => string
  up: (n: number) => string
  down: (n: number) => string
  notch: string
  sinceMeeting: (day: string) => string
  changes: (n: number) => string
  worse: (n: number) => string
  better: (n: number) => string
  moved: (n: number) => string
  noChange: string
  noChangeTitle: string
  turned: (from: string, to: string) => string
  past: string
  ahead: string
  backToday: (day: string) => string
  late: string
  lateTitle: (day: string) => string
  printed: (asOf: string) => string
  noNumber: string
  print: string
  printBlank: string
  openCard: string
  ruling: string
  nothingFound: string
}

export interface DemoWords {
  mark: string
  notReal: string
  start: string
  startTitle: string
  see: string
}
