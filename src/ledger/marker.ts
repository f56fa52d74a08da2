/**
 * The second place: how many events of which device there were, kept in localStorage and compared at every start. A database that was
 * emptied, cut or made anew opens without any error (reliability.md 4); only the marker can tell.
 */
import type { Workspace } from './database'

export interface DeviceCount {
  count: number
  /** Hash of the device's latest event. */
  hash: string
}

export interface Marker {
  count: number
  devices: Readonly<Record<string, DeviceCount>>
}

export const emptyMarker: Marker = { count: 0, devices: {} }

/** The key in localStorage. */
export function markerKey(workspace: Workspace, plan: string): string {
  return `guatu-${workspace}:marker:${plan}`
}

/** A marker of these devices. */
export function markerOf(devices: Record<string, DeviceCount>): Marker {
  return { count: Object.values(devices).reduce((sum, one) => sum + one.count, 0), devices }
}

function parseMarker(text: string | null): Marker {
  if (text === null) return emptyMarker
  try {
    const value = JSON.parse(text) as { devices?: unknown } | null
    const devices: Record<string, DeviceCount> = {}
    for (const [device, one] of Object.entries((value?.devices ?? {}) as Record<string, Partial<DeviceCount> | null>))
      if (device.startsWith('dev-') && Number.isSafeInteger(one?.count) && one!.count! >= 0 && typeof one!.hash === 'string') devices[device] = { count: one!.count!, hash: one!.hash }
    return markerOf(devices)
  } catch {
    return emptyMarker
  }
}

/** What the second place says; null where there is no second place. */
export function readMarker(storage: Storage | null, key: string): Marker | null {
  try {
    return storage === null ? null : parseMarker(storage.getItem(key))
  } catch {
    return null
  }
}

/** Writes the marker as it is: only when the user has accepted what there is. False where the browser refuses. */
export function writeMarker(storage: Storage | null, key: string, marker: Marker): boolean {
  try {
    storage?.setItem(key, JSON.stringify(marker))
    return storage !== null
  } catch {
    return false
  }
}

/** Raises the marker to what is known now; a tab that knows less never lowers it. */
export function raiseMarker(storage: Storage | null, key: string, known: Marker): boolean {
  const before = readMarker(storage, key)
  if (before === null) return false
  const devices: Record<string, DeviceCount> = { ...before.devices }
  for (const [device, one] of Object.entries(known.devices)) if (one.count >= (devices[device]?.count ?? 0)) devices[device] = one
  return writeMarker(storage, key, markerOf(devices))
}

/** The devices of which less is here than the marker says. */
export function missingFrom(expected: Marker, found: Marker, has: (hash: string) => boolean): string[] {
  return Object.entries(expected.devices)
    .filter(([device, one]) => (found.devices[device]?.count ?? 0) < one.count || !has(one.hash))
    .map(([device]) => device)
}
