/** The hybrid logical clock of the ledger and ids that sort by it (semantics.md 33, 34). Pure: time and chance are passed in. */

const recordedAtPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z\/[0-9a-f]{4}\/dev-[0-9a-f]{16}$/
const latestDevice = 'dev-ffffffffffffffff'

/** Is the text a clock value: instant, counter, device. Its text order is its order. */
export function isRecordedAt(text: unknown): text is string {
  return typeof text === 'string' && text.length === 50 && recordedAtPattern.test(text) && isInstant(text.slice(0, 24))
}

function isInstant(text: string): boolean {
  const time = Date.parse(text)
  return Number.isFinite(time) && new Date(time).toISOString() === text
}

/** The next clock value of a device: never before `last`, whatever the wall clock `now` (milliseconds) says. */
export function tick(last: string | null, now: number, device: string): string {
  const wall = new Date(now).toISOString()
  if (last === null || wall > last.slice(0, 24)) return `${wall}/0000/${device}`
  const counter = Number.parseInt(last.slice(25, 29), 16) + 1
  if (counter <= 0xffff) return `${last.slice(0, 24)}/${counter.toString(16).padStart(4, '0')}/${device}`
  return `${new Date(Date.parse(last.slice(0, 24)) + 1).toISOString()}/0000/${device}`
}

/** The upper bound of `recordedAt` for a moment of knowledge: a day (its end in UTC+8), an instant (its whole millisecond) or a clock value. */
export function knownAtLimit(knownAt: string): string {
  if (knownAt.length === 50 && knownAt[24] === '/') return knownAt
  const instant = knownAt.length === 10 ? `${knownAt}T15:59:59.999Z` : new Date(Date.parse(knownAt)).toISOString()
  return `${instant}/ffff/${latestDevice}`
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
