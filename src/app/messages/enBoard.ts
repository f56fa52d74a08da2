import type { BoardWords, DemoWords } from '../../components/board/boardWords'

export const enBoard: BoardWords = {
  views: { done: 'Progress', gap: 'Gap', change: 'Changes' }, viewLabel: 'What the cells show',
  rateMoved: 'On-pace rate, points since the meeting', rankMoved: 'Rank, places since the meeting', points: n => `${n} points`, up: n => `up ${n}`, down: n => `down ${n}`,
  notch: 'lamp turned since the last meeting', sinceMeeting: day => `against the meeting of ${day}`, changes: n => `Changes ${n}`, worse: n => `Worse ${n}`, better: n => `Better ${n}`, moved: n => `Moved, same lamp ${n}`,
  noChange: 'Nothing changed since the last meeting', noChangeTitle: 'There was no meeting before this day to compare with', turned: (from, to) => `${from} to ${to}`,
  past: 'Read only', ahead: 'Not yet come', backToday: day => `Back to ${day}`, late: 'Enter late', lateTitle: day => `Enter for ${day}; records will show it as late`,
  printed: asOf => `As of ${asOf}`, noNumber: 'No document number in the notice', print: 'Print the board (A3 landscape)', printBlank: 'Print a blank board to fill by hand', openCard: 'Open', ruling: '*', nothingFound: 'Nothing found',
}

export const enDemo: DemoWords = {
  mark: 'Demo data', notReal: 'Demo data, not real progress', start: 'Start real work', startTitle: 'Opens the empty real ledger of this plan; the demo stays beside it, never mixed', see: 'See the demo',
}
