/** What this tab knows of a plan's ledger: every event once, and per device how many and which is the latest. */
import type { LedgerEvent } from '../domain/event'
import type { LoadedEvents } from './load'
import type { DeviceCount, Marker } from './marker'
import { deviceOf, isFarAhead } from '../domain/clock'

interface DeviceState extends DeviceCount {
  recordedAt: string
}

export class Memory {
  readonly events: LedgerEvent[] = []
  /** Keys of the database's records that are known, readable or not. */
  readonly records = new Set<string>()
  readonly hashes = new Set<string>()
  readonly devices = new Map<string, DeviceState>()
  latestSeen: string | null = null

  has(hash: string): boolean {
    return this.hashes.has(hash)
  }

  get size(): number {
    return this.hashes.size
  }

  countOf(device: string): number {
    return this.devices.get(device)?.count ?? 0
  }

  /** The latest clock value that may move ours: of events whose clock is not far ahead of `now`. */
  latest(): string | null {
    return this.latestSeen
  }

  /** Takes in the events that are new here, and gives them back; `keys` are those of their records. */
  take({ events, keys }: LoadedEvents, now: number): LedgerEvent[] {
    for (const key of keys) this.records.add(key)
    const fresh: LedgerEvent[] = []
    for (const event of events) {
      if (this.hashes.has(event.hash)) continue
      this.hashes.add(event.hash)
      this.events.push(event)
      fresh.push(event)
      this.count(event, now)
    }
    return fresh
  }

  private count(event: LedgerEvent, now: number): void {
    const name = deviceOf(event.recordedAt)
    const { recordedAt, hash } = event
    const state = this.devices.get(name)
    if (state === undefined) this.devices.set(name, { count: 1, hash, recordedAt })
    else {
      state.count++
      if (recordedAt > state.recordedAt) Object.assign(state, { hash, recordedAt })
    }
    if ((this.latestSeen === null || recordedAt > this.latestSeen) && !isFarAhead(recordedAt, now)) this.latestSeen = recordedAt
  }

  marker(): Marker {
    const devices = Object.fromEntries([...this.devices].map(([device, { count, hash }]) => [device, { count, hash }]))
    return { count: this.size, devices }
  }
}
