/** What this device remembers of the second copies of a plan, in localStorage: it must outlive the database that it is the copy of. */
import type { Workspace } from '../ledger/database'
import { reachStorage } from '../ledger/device'
import type { Marker } from '../ledger/marker'

/** The last good copy. `heads`: what it holds of every device; `where`: the folder, or the downloads of the browser. */
export interface LastBackup { at: string, count: number, head: string, where: 'folder' | 'download', name: string, heads: Marker['devices'] }

export interface BackupNotes {
  last: LastBackup | null
  /** Since when there are entries that no copy holds; a UTC instant. */
  unsavedSince: string | null
  /** The folder's name: said where the browser has lost its handle. */
  folderName: string | null
}

const keyOf = (workspace: Workspace, plan: string): string => `guatu-${workspace}:backup:${plan}`
const isText = (value: unknown): value is string => typeof value === 'string'
const textOr = (value: unknown): string | null => (isText(value) ? value : null)

function lastOf(value: unknown): LastBackup | null {
  const last = value as Partial<LastBackup> | null
  if (typeof last !== 'object' || last === null || !isText(last.at) || !isText(last.name) || !isText(last.head) || typeof last.count !== 'number') return null
  const heads = Object.entries(typeof last.heads === 'object' && last.heads !== null ? last.heads : {}).filter(([, one]) => typeof (one as { count?: unknown } | null)?.count === 'number' && isText(one.hash))
  return { at: last.at, count: last.count, head: last.head, where: last.where === 'folder' ? 'folder' : 'download', name: last.name, heads: Object.fromEntries(heads) }
}

export function readNotes(workspace: Workspace, plan: string): BackupNotes {
  try {
    const value = JSON.parse(reachStorage()?.getItem(keyOf(workspace, plan)) ?? 'null') as Partial<BackupNotes> | null
    return { last: lastOf(value?.last), unsavedSince: textOr(value?.unsavedSince), folderName: textOr(value?.folderName) }
  } catch {
    return { last: null, unsavedSince: null, folderName: null }
  }
}

/** False where the browser refuses: then the state is known for this visit only. */
export function writeNotes(workspace: Workspace, plan: string, notes: BackupNotes): boolean {
  try {
    const storage = reachStorage()
    storage?.setItem(keyOf(workspace, plan), JSON.stringify(notes))
    return storage !== null
  } catch {
    return false
  }
}

/** Entries that a copy with these heads does not hold. */
export function countBeyond(now: Marker['devices'], copied: Marker['devices']): number {
  return Object.entries(now).reduce((sum, [device, { count }]) => sum + Math.max(0, count - (Object.hasOwn(copied, device) ? copied[device]!.count : 0)), 0)
}
