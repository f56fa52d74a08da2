/** A folder that a person has chosen, as browsers give it (File System Access), and what its errors mean. */
import type { Problem } from '../domain/problem'
import { segmentTrouble } from './segmentTroubles'

interface Permission { mode: 'readwrite' }
/** What the types of the DOM leave out. */
export interface FolderHandle extends FileSystemDirectoryHandle {
  queryPermission?(wanted: Permission): Promise<PermissionState>
  requestPermission?(wanted: Permission): Promise<PermissionState>
}
interface Picker { showDirectoryPicker?: (options: { id: string, mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle> }

const wanted: Permission = { mode: 'readwrite' }
const nameOf = (error: unknown): string => String((error as { name?: unknown } | null)?.name)

/** Can this browser, on this address, give a page a folder: only secure pages in Chromium can. */
export const canChooseFolder = (): boolean => typeof (globalThis as Picker).showDirectoryPicker === 'function'

/** Asks the person for a folder; null where they thought better of it. To be called in a click. */
export async function chooseFolder(id = 'guatu-shared'): Promise<{ ok: true, handle: FolderHandle | null } | { ok: false, problem: Problem }> {
  try {
    return { ok: true, handle: await (globalThis as Picker).showDirectoryPicker!({ id, mode: 'readwrite' }) }
  } catch (error) {
    return nameOf(error) === 'AbortError' ? { ok: true, handle: null } : { ok: false, problem: folderProblem(error) }
  }
}

/** A kept handle comes back as a bare object where the browser could not keep it. */
export const isHandle = (value: unknown): value is FolderHandle =>
  typeof value === 'object' && value !== null && typeof (value as Partial<FolderHandle>).getDirectoryHandle === 'function'

/** May the folder be read and written now. Handles without the question (the page's own file system) are always open. */
export async function isAllowed(handle: FolderHandle): Promise<boolean> {
  try {
    return handle.queryPermission === undefined || await handle.queryPermission(wanted) === 'granted'
  } catch {
    return false
  }
}

/** Asks the person; only a click may do that. */
export async function askAllowed(handle: FolderHandle): Promise<boolean> {
  try {
    return handle.requestPermission === undefined || await handle.requestPermission(wanted) === 'granted'
  } catch {
    return false
  }
}

/** The problem behind what a call on a handle threw, for the folder as a whole. */
export function folderProblem(error: unknown): Problem {
  const name = nameOf(error)
  if (name === 'NotAllowedError' || name === 'SecurityError') return segmentTrouble('folder_denied')
  if (name === 'NotFoundError') return segmentTrouble('folder_lost')
  return segmentTrouble('folder_failed', name === 'undefined' ? '' : name)
}

/** As {@link folderProblem}, for one file: one that another program holds, or that is gone. */
export function fileProblem(error: unknown): Problem {
  return nameOf(error) === 'NotAllowedError' ? segmentTrouble('folder_denied') : segmentTrouble('segment_locked', nameOf(error))
}
