import type { TimeWords } from '../../components/time/timeWords'

export const enTime: TimeWords = {
  label: 'Timeline',
  flag: day => `As of ${day}`,
  withYear: (day, year) => `${day} ${year}`,
  year: year => year,
  last: day => [`Last meeting ${day}`, `Last ${day}`],
  next: day => [`Next meeting ${day}`, `Next ${day}`],
  present: 'Today',
  toPresent: day => `Back to today, ${day}`,
  meeting: (number, day, name) => [number > 0 ? `Meeting ${number}, ${day}` : `Meeting, ${day}`, name].filter(part => part !== '').join(', '),
  since: (day, meeting, days) => `As of ${day}, day ${days} after the meeting of ${meeting}`,
  onMeeting: (day, number) => (number > 0 ? `As of ${day}, the day of meeting ${number}` : `As of ${day}, a meeting day`),
  flagHint: 'Drag to change the day, click to type one',
  back: 'Day before (with Shift: last month end)',
  forward: 'Day after (with Shift: next month end)',
  unreadable: example => `Not a date I can read; write it like ${example}`,
  outside: (from, to) => `Outside the plan (${from} to ${to})`,
}
