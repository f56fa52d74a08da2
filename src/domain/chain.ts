/** The chain of a device: every event names the hash of the one before it in `prev`. A break is shown, never a reason to drop (semantics.md 38). */
import type { LedgerEvent } from './event'
import { deviceOf } from './clock'

/** `missing`: the event before it is not here; `fork`: two events of a device follow the same one. */
export interface ChainBreak {
  device: string
  event: string
  kind: 'missing' | 'fork'
  /** 第几条后: how many events of the device that are here were recorded before it. */
  after: number
}

/** How many of a device's events that are here were recorded before a moment of its clock; the clocks are put in order when first asked. */
export function placesOf(events: readonly LedgerEvent[]): (recordedAt: string) => number {
  let clocks: Map<string, string[]> | null = null
  function sorted(): Map<string, string[]> {
    const byDevice = new Map<string, string[]>()
    for (const { recordedAt } of events) {
      const device = deviceOf(recordedAt)
      const own = byDevice.get(device)
      if (own === undefined) byDevice.set(device, [recordedAt])
      else own.push(recordedAt)
    }
    for (const own of byDevice.values()) own.sort()
    return byDevice
  }
  return recordedAt => {
    const own = (clocks ??= sorted()).get(deviceOf(recordedAt)) ?? []
    let [low, high] = [0, own.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (own[middle]! < recordedAt) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Breaks in the chains of all devices, in the order of the events given. Events without `prev` (undefined) take no part. */
export function chainBreaks(events: readonly LedgerEvent[]): ChainBreak[] {
  const hashes = new Set(events.map(event => event.hash))
  const followed = new Set<string>()
  const placeOf = placesOf(events)
  const breaks: ChainBreak[] = []
  const found = ({ id, recordedAt }: LedgerEvent, device: string, kind: ChainBreak['kind']): void => { breaks.push({ device, event: id, kind, after: placeOf(recordedAt) }) }
  for (const event of events) {
    if (event.prev === undefined) continue
    const device = deviceOf(event.recordedAt)
    if (event.prev !== null && !hashes.has(event.prev)) found(event, device, 'missing')
    const place = `${device} ${event.prev ?? ''}`
    if (followed.has(place)) found(event, device, 'fork')
    followed.add(place)
  }
  return breaks
}
