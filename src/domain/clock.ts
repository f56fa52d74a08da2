/** The hybrid logical clock of the ledger and ids that sort by it (semantics.md 33, 34). Pure: time and chance are passed in. */
import { isDay } from './days'

/** A clock more than this many milliseconds ahead of ours is wrong: it never moves our own (reliability.md 5). */
export const furthestAhead = 86_400_000

/** A clock more than this many milliseconds ahead of ours is said to be ahead, and taken (reliability.md 5). */
export const noticeablyAhead = 600_000

const lastMoment = Date.parse('9999-12-31T23:59:59.999Z')
const latestDevice = 'dev-ffffffffffffffff'
const validDays = new Set<string>()

/** {@link isDay}, remembering the answer: a ledger names few days, very often. */
export function isKnownDay(value: unknown): value is string {
  if (typeof value !== 'string') return false
  if (validDays.has(value)) return true
  if (!isDay(value)) return false
  if (validDays.size < 10_000) validDays.add(value)
  return true
}

function areHexDigits(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (!((code >= 48 && code <= 57) || (code >= 97 && code <= 102))) return false
  }
  return true
}

/** Two decimal digits at `at`, below `limit`. */
function isBelow(text: string, at: number, limit: number): boolean {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 && tens * 10 + ones < limit
}

let lastDay = ''
let lastDevice = ''

/**
 * Is the text a clock value `YYYY-MM-DDTHH:MM:SS.sssZ/hhhh/dev-<16 hex>` of a moment that exists. Its text order is its order.
 * Asked of every line of a ledger; neighbours share their day and their device, so these are compared before they are looked into.
 */
export function isRecordedAt(text: unknown): text is string {
  if (typeof text !== 'string' || text.length !== 50) return false
  if (lastDay === '' || !text.startsWith(lastDay)) {
    const day = text.slice(0, 10)
    if (!isKnownDay(day)) return false
    lastDay = day
  }
  if (lastDevice === '' || !text.endsWith(lastDevice)) {
    if (!text.startsWith('/dev-', 29) || !areHexDigits(text, 34, 50)) return false
    lastDevice = text.slice(29)
  }
  const millisecond = text.charCodeAt(20)
  return text.charCodeAt(10) === 84 && text.charCodeAt(13) === 58 && text.charCodeAt(16) === 58 && text.charCodeAt(19) === 46
    && text.charCodeAt(23) === 90 && text.charCodeAt(24) === 47 && millisecond >= 48 && millisecond <= 57
    && isBelow(text, 11, 24) && isBelow(text, 14, 60) && isBelow(text, 17, 60) && isBelow(text, 21, 100) && areHexDigits(text, 25, 29)
}

/** The device in a clock value. */
export function deviceOf(recordedAt: string): string {
  return recordedAt.slice(30)
}

function instantOf(milliseconds: number): string {
  return new Date(Math.min(Math.max(Number.isFinite(milliseconds) ? Math.floor(milliseconds) : 0, 0), lastMoment)).toISOString()
}

/**
 * The next clock value of a device: always after `last`, whatever the wall clock `now` (milliseconds) says.
 * @throws RangeError when `last` is the last value that four digits of a year can say.
 */
export function tick(last: string | null, now: number, device: string): string {
  const wall = instantOf(now)
  if (last === null || wall > last.slice(0, 24)) return `${wall}/0000/${device}`
  const counter = Number.parseInt(last.slice(25, 29), 16) + 1
  if (counter <= 0xffff) return `${last.slice(0, 24)}/${counter.toString(16).padStart(4, '0')}/${device}`
  const next = Date.parse(last.slice(0, 24)) + 1
  if (next > lastMoment) throw new RangeError('clock exhausted')
  return `${instantOf(next)}/0000/${device}`
}

/** Is a clock value so far ahead of `now` that its clock must be wrong ({@link furthestAhead}; another measure where given). */
export function isFarAhead(recordedAt: string, now: number, by = furthestAhead): boolean {
  return recordedAt.slice(0, 24) > instantOf(now + by)
}

/** The next clock value after having seen `remote` too. A remote value far ahead is kept in the ledger but does not move our clock. */
export function receive(last: string | null, remote: string, now: number, device: string): string {
  const isTrusted = !isFarAhead(remote, now)
  return tick(isTrusted && (last === null || remote > last) ? remote : last, now, device)
}

/**
 * The upper bound of `recordedAt` for a moment of knowledge, so that `recordedAt <= limit` by code units implements semantics.md 33:
 * a day (its end in UTC+8), an instant (its whole millisecond; without an offset it is UTC+8) or a clock value (itself).
 * @throws RangeError when the text is none of them.
 */
export function knownAtLimit(knownAt: string): string {
  const asked: unknown = knownAt
  if (isRecordedAt(asked)) return asked
  if (isDay(asked)) return `${asked}T15:59:59.999Z/ffff/${latestDevice}`
  const hasOffset = /(?:[Zz]|[+-]\d{2}:?\d{2})$/.test(knownAt)
  const time = /^\d{4}-\d{2}-\d{2}T/.test(knownAt) ? Date.parse(hasOffset ? knownAt : `${knownAt}+08:00`) : Number.NaN
  if (!Number.isFinite(time)) throw new RangeError(`not a day, an instant or a clock value: ${knownAt.slice(0, 60)}`)
  return `${instantOf(time)}/ffff/${latestDevice}`
}

const hex = (bytes: Iterable<number>): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/** A device's name from 8 random bytes. */
export function deviceId(random: Uint8Array): string {
  return `dev-${hex(random.slice(0, 8))}`
}

/** UUID version 7 from the time in milliseconds and 10 random bytes. */
export function uuidv7(now: number, random: Uint8Array): string {
  const time = Math.max(0, Math.floor(now)).toString(16).padStart(12, '0').slice(-12)
  const rest = hex(random.slice(0, 10))
  const variant = (8 + (Number.parseInt(rest[3] ?? '0', 16) & 3)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(4, 7)}-${rest.slice(7, 19)}`
}
