/** Devices whose clocks run ahead: more than ten minutes is said, more than a day is kept apart at the border. Source: reliability.md 5; issue 8 part 4. */
import type { LedgerEvent } from './event'
import { deviceOf, isFarAhead, noticeablyAhead } from './clock'

/** A device's clock as it was seen; `ahead` in milliseconds, `seenAt` in UTC: when that was noticed. */
export interface SkewSeen { device: string, ahead: number, seenAt: string }

/** Devices with events from more than ten minutes after `now` (milliseconds), each with its greatest lead, in the order of their names. */
export function clocksAhead(events: readonly LedgerEvent[], now: number): SkewSeen[] {
  const ahead = new Map<string, number>()
  for (const { recordedAt } of events) {
    if (!isFarAhead(recordedAt, now, noticeablyAhead)) continue
    const device = deviceOf(recordedAt)
    ahead.set(device, Math.max(ahead.get(device) ?? 0, Date.parse(recordedAt.slice(0, 24)) - now))
  }
  return [...ahead].sort(([one], [other]) => (one < other ? -1 : 1)).map(([device, lead]) => ({ device, ahead: lead, seenAt: new Date(now).toISOString() }))
}
