/** The name of this browser profile in the ledger: a random id, kept in the database and, as a copy, in localStorage. */
import type { Database, Workspace } from './database'
import { deviceId } from '../domain/clock'

const devicePattern = /^dev-[0-9a-f]{16}$/
const keyOf = (workspace: Workspace) => `guatu-${workspace}:device`

export type Random = (count: number) => Uint8Array

/** `localStorage`, or null where the browser refuses it. */
export function reachStorage(): Storage | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage
  } catch {
    return null
  }
}

/** What localStorage says that this profile is called; null: nothing. */
export function copiedDevice(storage: Storage | null, workspace: Workspace): string | null {
  try {
    const text = storage?.getItem(keyOf(workspace)) ?? null
    return text !== null && devicePattern.test(text) ? text : null
  } catch {
    return null
  }
}

/** The device id that the database has, or gets now. Two tabs that open at once agree on one. */
export async function settleDevice(database: Database, workspace: Workspace, storage: Storage | null, random: Random): Promise<string> {
  const known = await database.meta.get('device')
  return known?.value ?? database.transaction('rw', database.meta, async () => {
    const other = await database.meta.get('device')
    if (other !== undefined) return other.value
    const fresh = copiedDevice(storage, workspace) ?? deviceId(random(8))
    await database.meta.add({ key: 'device', value: fresh })
    return fresh
  })
}

/**
 * Retires the chain of `device` in a plan and gives the profile a new id, inside the caller's transaction on `heads` and `meta`.
 * Needed where the chain's end may be lost here and live on elsewhere: going on under the old id would fork it.
 */
export async function renewDevice(database: Database, plan: string, device: string, random: Random): Promise<string> {
  const head = await database.heads.get([plan, device])
  await database.heads.put({ ...(head ?? { plan, device, seq: 0, hash: '', recordedAt: '' }), retired: true })
  const fresh = deviceId(random(8))
  await database.meta.put({ key: 'device', value: fresh })
  return fresh
}

/** Writes the copy of the id; of a renewed one once its transaction has completed. */
export function copyDevice(storage: Storage | null, workspace: Workspace, device: string): void {
  try {
    storage?.setItem(keyOf(workspace), device)
  } catch { /* the database has it */ }
}
