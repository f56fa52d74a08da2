import type { CompareWords } from './compareWords'

export const enCompare: CompareWords = {
  title: 'Compare', board: 'Board',
  known: known => (known === 'then' ? 'Known then' : 'Known now'), knownLabel: 'Whose knowledge',
  side: ['Day on the left', 'Day on the right'], choose: 'Choose a day', meeting: (number, name) => (number > 0 ? `Meeting ${number}` : name === '' ? 'Meeting' : name), today: 'Today', periodStart: 'Start of the plan', other: 'Other day',
  swap: 'Swap the sides',
  only: { label: 'Which changes', all: n => `All ${n}`, progress: n => `Progress ${n}`, late: n => `Late ${n}` },
  views: { label: 'How to look', changes: 'Changes', sides: 'Two boards' },
  sideText: (day, known) => `${day}, ${known === 'then' ? 'as known then' : 'as known now'}`,
  flow: 'Where the lamps went', flowLead: (lamps, turned) => `${turned} of ${lamps} cells turned`, flowInside: n => `${n} more turned within one kind, such as far behind to overdue: on the diagonal`,
  heads: { done: 'Done', ok: 'On pace', due: 'Near due', lag: 'Behind', sev: 'Far', none: 'None', idle: 'Off', waiting: 'Not due', off: 'No lamp' },
  total: 'Total', net: 'Net', off: 'No lamp', transition: (from, to, n) => `${from} to ${to}: ${n}`,
  why: 'Why',
  cause: {
    progress: { name: 'Progress', note: 'reported for the days between' }, late: { name: 'Late report', note: 'of the first day, came in after it' }, correction: { name: 'Correction', note: 'a report was put right' },
    amended: { name: 'Task changed', note: 'goal, due day, share or exemption' }, rules: { name: 'Other rules', note: 'nothing moved, the rules of lamps changed' }, near: { name: 'Near due', note: 'nothing moved, its due day is close' }, pace: { name: 'Pace', note: 'nothing moved, the plan went on' },
  },
  causeTurns: (better, worse) => [better > 0 ? `${better} better` : '', worse > 0 ? `${worse} worse` : ''].filter(part => part !== '').join(', '), causeMoved: n => `${n} more moved, same lamp`,
  reseen: (day, parts) => `${day} seen with what is known now: ${parts}.`, reseenPart: (now, then) => `${now} (then ${then})`, reseenSame: day => `${day} seen with what is known now: the counts are the same.`, meetingStays: number => ` What meeting ${number} saw does not change.`,
  later: day => `Entered after ${day}`, laterNone: day => `Nothing about the days up to ${day} came in after it`, laterKind: { late: 'late', corrected: 'corrected', retracted: 'retracted', returned: 'returned' }, laterAt: day => `for ${day}`,
  where: 'Where', whereLead: 'small: before, large: after; faint: unchanged', sidesLead: 'the lamps of both days', enlarge: day => `Board of ${day}`, wholePlan: 'Whole plan', scope: 'Only',
  cell: (area, target, lamps, cause) => [area, target, lamps, cause].filter(part => part !== '').join(', '), turned: (from, to) => `${from} to ${to}`, row: name => `Only ${name}`, column: name => `Only ${name}`,
  list: 'Changes', listLead: 'old values struck through',
  groups: {
    worse: { name: 'Worse', note: '' }, correction: { name: 'Corrected', note: 'was reported wrong' }, late: { name: 'Late', note: 'of the first day, entered after it' }, better: { name: 'Better', note: '' },
    near: { name: 'Near due', note: 'nothing moved' }, other: { name: 'Other', note: 'turned, neither better nor worse' }, still: { name: 'Moved, same lamp', note: '' },
  },
  nothing: 'No changes', nothingMoved: n => `No lamp turned; ${n} values moved`, more: n => `${n} more`, fold: 'Close', copy: 'Copy', copied: 'Copied', copyFailed: 'Not copied: select it by hand', exported: 'Export',
  reasons: {
    progress: (day, note) => [day, note].filter(part => part !== '').join(', '), late: (day, recorded) => `for ${day}, entered ${recorded}`, corrected: (recorded, note) => `${note === '' ? '' : `${note}, `}corrected ${recorded}`,
    retracted: recorded => `retracted ${recorded}`, returned: (recorded, reason) => `returned ${recorded}${reason === '' ? '' : `, ${reason}`}`, rules: (day, pack) => `${pack} from ${day} on`, amended: (day, reason) => `changed${day === '' ? '' : ` ${day}`}${reason === '' ? '' : `, ${reason}`}`,
    pace: (from, to) => `not moved, pace ${from}→${to}`, due: day => `due ${day}`, overdue: day => `not moved, was due ${day}`, still: 'not moved',
  },
  file: { name: 'compare', columns: ['Group', 'Lamp before', 'Lamp after', 'Place', 'Number', 'Target', 'Before', 'After', 'Reason', 'Cause', 'Day of the value', 'Entered', 'Unit', 'Record'] },
  places: ', ', folded: n => `${n} more`, foot: 'As known then: entered by the end of that day. As known now: with later reports and corrections. Each side by the rules of its day', footAppend: 'The ledger is only added to: every difference leads to its record',
}
