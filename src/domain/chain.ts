/** The chain of a device: every event names the hash of the one before it in `prev`. A break is shown, never a reason to drop (semantics.md 38). */
import type { LedgerEvent } from './event'
import { deviceOf } from './clock'

/** `missing`: the event before it is not here; `fork`: two events of a device follow the same one. */
export interface ChainBreak {
  device: string
  event: string
  kind: 'missing' | 'fork'
}

/** Breaks in the chains of all devices, in the order of the events given. Events without `prev` (undefined) take no part. */
export function chainBreaks(events: readonly LedgerEvent[]): ChainBreak[] {
  const hashes = new Set(events.map(event => event.hash))
  const followed = new Set<string>()
  const breaks: ChainBreak[] = []
  for (const event of events) {
    if (event.prev === undefined) continue
    const device = deviceOf(event.recordedAt)
    if (event.prev !== null && !hashes.has(event.prev)) breaks.push({ device, event: event.id, kind: 'missing' })
    const place = `${device} ${event.prev ?? ''}`
    if (followed.has(place)) breaks.push({ device, event: event.id, kind: 'fork' })
    followed.add(place)
  }
  return breaks
}
