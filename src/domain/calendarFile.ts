/**
 * iCalendar text (RFC 5545) of whole days: no times and no time zone, so that a day is the same day in every programme. Lines end in CRLF and are
 * folded at 75 octets, never within a character.
 */
import { addDays } from './days'

export interface CalendarEntry {
  /** Stable over files: a programme that knows it moves the entry instead of adding another. */
  uid: string
  day: string
  summary: string
  description: string
}

/** TEXT of RFC 5545 3.3.11: backslash, semicolon, comma and line feed are escaped; other controls are left out. */
const escaped = (text: string): string => text.replace(/\r\n|\r|[\u2028\u2029\u0085]/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ').replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd').replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

const octetsOf = (character: string): number => { const code = character.codePointAt(0)!; return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4 }

/** A content line in lines of at most 75 octets, the later ones behind a space. */
function folded(line: string): string {
  const lines: string[] = []
  let text = ''
  let octets = 0
  for (const character of line) {
    const more = octetsOf(character)
    if (octets + more > 75) { lines.push(text); text = ' '; octets = 1 }
    text += character
    octets += more
  }
  return [...lines, text].join('\r\n')
}

const compact = (day: string): string => day.replaceAll('-', '')
/** UIDs are kept to letters that every programme takes: anything else as its code. */
const plainId = (text: string): string => [...text].map(character => (/[\w.@-]/.test(character) ? character : `_${character.codePointAt(0)!.toString(16)}_`)).join('')

/** `stamp`: the moment of writing as an ISO instant in UTC (2020-09-15T08:30:00.000Z). `name`: shown as the calendar's name. */
export function calendarText(entries: readonly CalendarEntry[], { name, stamp }: { name: string, stamp: string }): string {
  const written = `${stamp.slice(0, 19).replace(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Guatu//Guatu//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(({ uid, day, summary, description }) => [
      'BEGIN:VEVENT', `UID:${plainId(uid)}`, `DTSTAMP:${written}`, `DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`, `SUMMARY:${escaped(summary)}`,
      ...description === '' ? [] : [`DESCRIPTION:${escaped(description)}`], 'TRANSP:TRANSPARENT', 'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
