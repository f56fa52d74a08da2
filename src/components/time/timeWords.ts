/** The words of the time strip. Days come as the language's own short text. */
export interface TimeWords {
  /** Name of the strip for screen readers. */
  label: string
  /** Writing on the flag. */
  flag: (day: string) => string
  withYear: (day: string, year: string) => string
  /** A year on the axis, where the period has several. */
  year: (year: string) => string
  /** Labels beside the flag, longest first. */
  last: (day: string) => string[]
  /** `inMonth`: the day of the month, when the meeting is in the month of the as-of day. */
  next: (day: string, inMonth: string | null) => string[]
  present: string
  toPresent: (day: string) => string
  meeting: (number: number, day: string, name: string) => string
  /** How a screen reader says the place of the thumb. */
  since: (day: string, meeting: string, days: number) => string
  onMeeting: (day: string, number: number) => string
  flagHint: string
  back: string
  forward: string
  /** What was wrong with a typed date. */
  unreadable: (example: string) => string
  outside: (from: string, to: string) => string
}
