/**
 * A folder as browsers hand it out (File System Access), over a map: names come in the order they were made, a write takes its place when it is
 * closed, what is not there, not allowed, locked or of the other kind throws what the specification says.
 */
import type { FolderHandle } from '../../src/sync/folderHandle'

export interface FakeDrive {
  /** Path → content; folders end in `/`. */
  entries: Map<string, Uint8Array<ArrayBuffer>>
  isLost: boolean
  permission: PermissionState
  /** What a request for permission is answered. */
  answer: PermissionState
  locked: Set<string>
  /** Paths of folders that may not be looked into. */
  barred: Set<string>
  /** Called before every call; throws to make it fail. */
  onCall: (act: string, path: string) => void
  /** What really arrives of what is written; null: nothing. */
  arrives: (path: string, bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | null
  clock: number
}

export const emptyDrive = (): FakeDrive => ({
  entries: new Map(), isLost: false, permission: 'granted', answer: 'granted', locked: new Set(), barred: new Set(), onCall: () => undefined, arrives: (_, bytes) => bytes, clock: 1_600_000_000_000,
})

const failure = (name: string): DOMException => new DOMException(`fake: ${name}`, name)

function check(drive: FakeDrive, act: string, path: string): void {
  if (drive.permission !== 'granted') throw failure('NotAllowedError')
  if (drive.isLost) throw failure('NotFoundError')
  drive.onCall(act, path)
}

function named(path: string, name: string): string {
  if (name === '' || name === '.' || name === '..' || /[\\/]/.test(name)) throw new TypeError('Name is not allowed.')
  return `${path}${name}`
}

function fileHandle(drive: FakeDrive, path: string, name: string): FileSystemFileHandle {
  const handle = {
    kind: 'file', name,
    getFile: () => Promise.resolve().then(() => {
      check(drive, 'getFile', path)
      const bytes = drive.entries.get(path)
      if (bytes === undefined) throw failure('NotFoundError')
      const file = new File([bytes], name, { lastModified: drive.clock })
      return Object.assign(file, { arrayBuffer: () => (drive.locked.has(path) ? Promise.reject(failure('NotReadableError')) : Promise.resolve(bytes.slice().buffer)) })
    }),
    createWritable: () => Promise.resolve().then(() => {
      check(drive, 'createWritable', path)
      if (drive.locked.has(path)) throw failure('NoModificationAllowedError')
      if (!drive.entries.has(path)) throw failure('NotFoundError')
      const parts: Uint8Array<ArrayBuffer>[] = []
      return {
        write: (part: Uint8Array<ArrayBuffer>) => { parts.push(part.slice()); return Promise.resolve() },
        abort: () => Promise.resolve(),
        close: async () => {
          await Promise.resolve()
          check(drive, 'close', path)
          const arrived = drive.arrives(path, new Uint8Array(await new Blob(parts).arrayBuffer()))
          if (arrived === null) drive.entries.delete(path)
          else drive.entries.set(path, arrived)
        },
      }
    }),
  }
  return handle as unknown as FileSystemFileHandle
}

export function folderHandle(drive: FakeDrive, path = '', name = '共享盘'): FolderHandle {
  const below = (child: string, wanted: 'file' | 'directory', create: boolean) => {
    check(drive, wanted, path)
    const [file, folder] = [named(path, child), `${named(path, child)}/`]
    const [mine, other] = wanted === 'file' ? [file, folder] : [folder, file]
    if (drive.entries.has(other)) throw failure('TypeMismatchError')
    if (!drive.entries.has(mine)) {
      if (!create) throw failure('NotFoundError')
      drive.entries.set(mine, new Uint8Array())
    }
    return wanted === 'file' ? fileHandle(drive, file, child) : folderHandle(drive, folder, child)
  }
  const entries = async function* () {
    await Promise.resolve()
    check(drive, 'entries', path)
    if (drive.barred.has(path)) throw failure('NotReadableError')
    if (path !== '' && !drive.entries.has(path)) throw failure('NotFoundError')
    const keys = [...drive.entries.keys()]
    for (const key of keys) {
      const rest = key.startsWith(path) ? key.slice(path.length).replace(/\/$/, '') : ''
      if (rest === '' || rest.includes('/')) continue
      yield [rest, key.endsWith('/') ? folderHandle(drive, key, rest) : fileHandle(drive, key, rest)]
    }
  }
  const handle = {
    kind: 'directory', name, entries, [Symbol.asyncIterator]: entries,
    getDirectoryHandle: (child: string, { create = false } = {}) => Promise.resolve().then(() => below(child, 'directory', create)),
    getFileHandle: (child: string, { create = false } = {}) => Promise.resolve().then(() => below(child, 'file', create)),
    removeEntry: async (child: string) => {
      await Promise.resolve()
      check(drive, 'remove', path)
      if (drive.locked.has(named(path, child))) throw failure('NoModificationAllowedError')
      if (!drive.entries.delete(named(path, child))) throw failure('NotFoundError')
    },
    queryPermission: () => Promise.resolve(drive.permission),
    requestPermission: () => Promise.resolve(drive.permission = drive.answer),
  }
  return handle as unknown as FolderHandle
}
