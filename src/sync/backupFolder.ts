/**
 * The second copies in a folder: one file a day, written beside and read back before it takes the day's name; a good copy never gives way to a
 * worse one; copies of the last fourteen days are kept, files of others are never touched.
 */
import type { Problem } from '../domain/problem'
import { sha256OfBytes } from '../domain/hash'
import { backupProblem, backupProblemOf } from './backupProblems'
import type { FolderHandle } from './folderHandle'
import type { Outcome } from './transport'

export const keptDays = 14
const mostTurns = 98

/** A copy as its name says: the day (YYYY-MM-DD) it was made; `turn` counts several of one day, from 1. */
export interface BackupFile { name: string, day: string, turn: number, size: number }
export interface WrittenBackup { name: string, digest: string }

const safe = (plan: string): string => plan.replace(/[^A-Za-z0-9_-]/g, '_')
const stemOf = (plan: string, day: string): string => `挂图备份-${safe(plan)}-${day.replaceAll('-', '')}`

/** `挂图备份-jinjiang-2020-20200915.guatu`; a second one of the day that may not take its place ends in `-2`. */
export const backupName = (plan: string, day: string, turn = 1): string => `${stemOf(plan, day)}${turn === 1 ? '' : `-${turn}`}.guatu`
/** Where a new copy lies until the day's own is found whole; left there it is a copy like the others. */
const draftTurn = 99

function fileOf(name: string, plan: string): Omit<BackupFile, 'size'> | null {
  const start = `挂图备份-${safe(plan)}-`
  const rest = name.startsWith(start) ? /^(\d{4})(\d{2})(\d{2})(?:-(\d{1,2}))?\.guatu$/.exec(name.slice(start.length)) : null
  return rest === null ? null : { name, day: `${rest[1]}-${rest[2]}-${rest[3]}`, turn: Number(rest[4] ?? 1) }
}

async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return { ok: false, problem: backupProblemOf(error) }
  }
}

async function readFrom(folder: FolderHandle, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = await (await folder.getFileHandle(name)).getFile()
  return new Uint8Array(await file.arrayBuffer())
}

/** The bytes of a file of the folder. */
export const readBackup = (folder: FolderHandle, name: string): Promise<Outcome<Uint8Array<ArrayBuffer>>> => attempt(() => readFrom(folder, name))

/** The plan's copies, the newest first. */
export function listBackups(folder: FolderHandle, plan: string): Promise<Outcome<BackupFile[]>> {
  return attempt(async () => {
    const files: BackupFile[] = []
    for await (const [name, handle] of folder.entries()) {
      const file = handle.kind === 'file' ? fileOf(name, plan) : null
      if (file !== null) files.push({ ...file, size: (await (handle as FileSystemFileHandle).getFile()).size })
    }
    return files.sort((one, other) => (one.day === other.day ? other.turn - one.turn : one.day < other.day ? 1 : -1))
  })
}

async function writeWhole(folder: FolderHandle, name: string, bytes: Uint8Array<ArrayBuffer>, digest: string): Promise<boolean> {
  const file = await folder.getFileHandle(name, { create: true })
  const writable = await file.createWritable()
  try {
    await writable.write(bytes)
    await writable.close()
  } catch (error) {
    await writable.abort().catch(() => undefined)
    throw error
  }
  return sha256OfBytes(await readFrom(folder, name)) === digest
}

/**
 * Writes the day's copy. `mayReplace` is asked whether a copy that lies there already holds nothing that the new one lacks; where it does not say
 * yes, the new one gets a name of its own. The new bytes are written and read back under another name first, so that a drive that fails leaves
 * the copy that was there.
 */
export function writeBackup(folder: FolderHandle, plan: string, day: string, bytes: Uint8Array<ArrayBuffer>, mayReplace: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<boolean>): Promise<Outcome<WrittenBackup>> {
  const digest = sha256OfBytes(bytes)
  const draft = backupName(plan, day, draftTurn)
  return attempt(async () => {
    const names = new Set<string>()
    for await (const [name] of folder.entries()) names.add(name)
    let turn = 1
    while (turn < mostTurns && names.has(backupName(plan, day, turn))) {
      const name = backupName(plan, day, turn)
      if (await mayReplace(name, await readFrom(folder, name).catch(() => new Uint8Array()))) break
      turn++
    }
    if (!await writeWhole(folder, draft, bytes, digest)) {
      await folder.removeEntry(draft).catch(() => undefined)
      return null
    }
    const name = backupName(plan, day, turn)
    const isWhole = await writeWhole(folder, name, bytes, digest)
    // A copy under the other name stays where the day's own did not come out whole.
    if (isWhole) await folder.removeEntry(draft).catch(() => undefined)
    return isWhole ? { name, digest } : null
  }).then(written => (written.ok ? written.value === null ? { ok: false, problem: backupProblem('backup_mismatch') } : { ok: true, value: written.value } : written))
}

/** Removes the plan's copies of days before the last fourteen that have one; null, or that it is not possible. */
export async function clearOldBackups(folder: FolderHandle, plan: string): Promise<Problem | null> {
  const listed = await listBackups(folder, plan)
  if (!listed.ok) return listed.problem
  const days = [...new Set(listed.value.map(file => file.day))].slice(0, keptDays)
  const old = listed.value.filter(file => !days.includes(file.day))
  let isLeft = false
  for (const { name } of old) await folder.removeEntry(name).catch(() => { isLeft = true })
  return isLeft ? backupProblem('backup_old_left') : null
}
