/**
 * What is known of the files that lie at the other end of a transport: which events each of them holds, so that a start does not read
 * thousands of files again. Only a shortcut: whatever does not fit what is listed, or what the ledger has, is read again.
 */
import type { Problem } from '../domain/problem'
import type { Marker } from '../ledger/marker'
import type { SyncShelf } from '../ledger/syncShelf'
import type { SegmentRead } from './segment'
import type { Listed } from './transport'

export interface KnownFile {
  path: string
  size: number
  modified: number | null
  hash: string
  /** Keys of its events, see {@link keyOf}. */
  keys: readonly string[]
  head: { device: string, unit: string, seq: number, heads: Marker['devices'] } | null
  isWhole: boolean
  problem: Problem | null
  /** Rounds in a row in which it was not there, or was worse than before. */
  missed: number
  /** Rounds until a file that is not whole is read again, and how many it was last time. */
  rest: number
  patience: number
}

const keyLength = 32
/** Half a hash tells an event apart; a file of a thousand events is remembered in 32,000 characters. */
export const keyOf = (hash: string): string => hash.slice(0, keyLength)

const notePrefix = 'segment:'
const longestRest = 8

interface FileNote { size: number, modified: number | null, hash: string, keys: string, head: KnownFile['head'], problem: Problem | null }

function keysIn(text: string): string[] {
  const keys: string[] = []
  for (let at = 0; at + keyLength <= text.length; at += keyLength) keys.push(text.slice(at, at + keyLength))
  return keys
}

export class FolderFiles {
  readonly known = new Map<string, KnownFile>()
  private readonly shelf: Pick<SyncShelf, 'notes' | 'note'> | null

  constructor(shelf: Pick<SyncShelf, 'notes' | 'note'> | null) {
    this.shelf = shelf
  }

  /** What was known at the last visit. */
  async recall(): Promise<void> {
    const notes = await this.shelf?.notes('taken')
    if (notes?.ok !== true) return
    for (const { id, value } of notes.value) {
      const note = value as Partial<FileNote> | null
      if (!id.startsWith(notePrefix) || typeof note?.size !== 'number' || typeof note.keys !== 'string' || typeof note.hash !== 'string') continue
      const path = id.slice(notePrefix.length)
      this.known.set(path, { path, size: note.size, modified: note.modified ?? null, hash: note.hash, keys: keysIn(note.keys), head: note.head ?? null, isWhole: true, problem: note.problem ?? null, missed: 0, rest: 0, patience: 0 })
    }
  }

  /** Must a listed file be read: it is new, changed, was not whole, or holds events that the ledger does not have. */
  isStale(listed: Listed, has: (key: string) => boolean): boolean {
    const file = this.known.get(listed.path)
    if (file === undefined || file.size !== listed.size) return true
    if (file.modified !== null && listed.modified !== undefined && file.modified !== listed.modified) return true
    if (!file.isWhole) return --file.rest <= 0
    return !file.keys.every(has)
  }

  /** Is this the content that is known, and all of it. */
  isSame(path: string, hash: string): boolean {
    const file = this.known.get(path)
    return file !== undefined && file.isWhole && file.hash === hash
  }

  /** Keeps what a file was found to hold. One that was whole and is not any more counts as it was until it has failed twice. */
  keep(listed: Listed, read: SegmentRead): void {
    const before = this.known.get(listed.path)
    const { head } = read
    const file: KnownFile = {
      path: listed.path, size: listed.size, modified: listed.modified ?? null, hash: read.hash, keys: read.lines.events.map(event => keyOf(event.hash)),
      head: head === null ? null : { device: head.device, unit: head.unit, seq: head.seq, heads: head.heads }, isWhole: read.isWhole, problem: read.problem, missed: 0, rest: 0, patience: 0,
    }
    if (before?.isWhole === true && !read.isWhole && before.missed < 1) {
      before.missed += 1
      before.size = -1
      before.problem = read.problem
      return
    }
    if (!read.isWhole) file.rest = file.patience = before?.hash === read.hash ? Math.min(Math.max(before.patience * 2, 1), longestRest) : 1
    this.known.set(file.path, file)
    if (file.isWhole) this.note(file)
  }

  /** A file that this device has written and read back. */
  wrote(path: string, size: number, hash: string, keys: readonly string[], head: KnownFile['head']): void {
    const file: KnownFile = { path, size, modified: null, hash, keys, head, isWhole: true, problem: null, missed: 0, rest: 0, patience: 0 }
    this.known.set(path, file)
    this.note(file)
  }

  drop(path: string): void {
    this.known.delete(path)
    void this.shelf?.note('taken', `${notePrefix}${path}`, null)
  }

  /** Not awaited: a note that is lost costs one more reading. */
  private note({ path, size, modified, hash, keys, head, problem }: KnownFile): void {
    void this.shelf?.note('taken', `${notePrefix}${path}`, { size, modified, hash, keys: keys.join(''), head, problem } satisfies FileNote)
  }
}
