/** A folder on a disk or a network drive as a transport: `<chosen folder>/<plan>/<unit>/<device>/<file>`. Every call may fail, and is said. */
import type { FolderHandle } from './folderHandle'
import { fileProblem, folderProblem } from './folderHandle'
import { kindOf } from './segment'
import { segmentTrouble } from './segmentTroubles'
import type { Listed, Outcome, Transport } from './transport'

/** Below the plan's folder: unit, device, files. */
const deepest = 3
const mostFiles = 20_000
const tries = 3
/** Files whose size is asked for in one look; those known before take turns. On a network drive each is a trip. */
const sizesOfLook = 300
const sizesAtOnce = 8

interface Found { path: string, handle: FileSystemFileHandle }
type Entries = AsyncIterable<[string, FileSystemFileHandle | FileSystemDirectoryHandle]>

const nameOf = (error: unknown): string => String((error as { name?: unknown } | null)?.name)

/** A busy drive answers the second time. What is not there or not allowed stays so. */
async function persist<T>(act: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn++) {
    try {
      return await act()
    } catch (error) {
      if (turn >= tries || ['NotFoundError', 'NotAllowedError', 'TypeMismatchError'].includes(nameOf(error))) throw error
    }
  }
}

export class FolderTransport implements Transport {
  readonly kind = 'folder'
  private readonly sizes = new Map<string, Listed>()
  private turn = 0

  constructor(private readonly root: FolderHandle, private readonly plan: string) {}

  async list(): Promise<Outcome<readonly Listed[]>> {
    try {
      const found: Found[] = []
      const dark: Listed[] = []
      const top = await this.planFolder()
      if (top !== null) await this.walk(top, '', 0, found, dark)
      return { ok: true, value: [...await this.measured(found), ...dark] }
    } catch (error) {
      return { ok: false, problem: folderProblem(error) }
    }
  }

  async read(path: string): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
    try {
      const folder = await this.folderOf(path, false)
      const bytes = await persist(async () => (await (await folder.getFileHandle(lastOf(path))).getFile()).arrayBuffer())
      return { ok: true, value: new Uint8Array(bytes) }
    } catch (error) {
      return { ok: false, problem: fileProblem(error) }
    }
  }

  /** The browser writes beside the file and puts it in its place when it is closed. Half a file is possible all the same. */
  async write(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<null>> {
    try {
      const folder = await this.folderOf(path, true)
      await persist(async () => {
        const file = await folder.getFileHandle(lastOf(path), { create: true })
        try {
          const writable = await file.createWritable()
          await writable.write(bytes)
          await writable.close()
        } catch (error) {
          // Naming a file makes an empty one: it goes, unless something did arrive.
          if ((await file.getFile()).size === 0) await folder.removeEntry(lastOf(path))
          throw error
        }
      })
      return { ok: true, value: null }
    } catch (error) {
      // A folder that may be read, not written, says so in the same words as one that may do neither.
      return { ok: false, problem: nameOf(error) === 'NoModificationAllowedError' ? segmentTrouble('folder_read_only') : folderProblem(error) }
    }
  }

  async remove(path: string): Promise<Outcome<null>> {
    try {
      await (await this.folderOf(path, false)).removeEntry(lastOf(path))
      this.sizes.delete(path)
      return { ok: true, value: null }
    } catch (error) {
      return { ok: false, problem: fileProblem(error) }
    }
  }

  /** Null where nobody has written yet. A drive that is gone throws. */
  private async planFolder(): Promise<FileSystemDirectoryHandle | null> {
    try {
      return await persist(() => this.root.getDirectoryHandle(this.plan))
    } catch (error) {
      if (nameOf(error) !== 'NotFoundError') throw error
      // The chosen folder itself answers, or throws: then it is lost, not empty.
      for await (const _ of this.root as unknown as Entries) break
      return null
    }
  }

  private async folderOf(path: string, create: boolean): Promise<FileSystemDirectoryHandle> {
    let folder: FileSystemDirectoryHandle = this.root
    for (const part of [this.plan, ...path.split('/').slice(0, -1)]) {
      const above = folder
      folder = await persist(() => above.getDirectoryHandle(part, { create }))
    }
    return folder
  }

  private async walk(folder: FileSystemDirectoryHandle, path: string, depth: number, found: Found[], dark: Listed[]): Promise<void> {
    let entries: [string, FileSystemFileHandle | FileSystemDirectoryHandle][]
    try {
      entries = await persist(async () => {
        const all: [string, FileSystemFileHandle | FileSystemDirectoryHandle][] = []
        for await (const entry of folder as unknown as Entries) all.push(entry)
        return all
      })
    } catch (error) {
      if (depth === 0) throw error
      dark.push({ path, size: 0, problem: fileProblem(error) })
      return
    }
    for (const [name, handle] of entries) {
      if (handle.kind === 'file') {
        if (kindOf(name) === 'other') continue
        if (found.length < mostFiles) found.push({ path: `${path}${name}`, handle })
        else if (!dark.some(one => one.path === './')) dark.push({ path: './', size: 0, problem: segmentTrouble('folder_too_many') })
      } else if (depth < deepest && !name.startsWith('.')) await this.walk(handle, `${path}${name}/`, depth + 1, found, dark)
    }
  }

  /** Sizes of the files that are new here, and of some of the others in turn. */
  private async measured(found: readonly Found[]): Promise<Listed[]> {
    const fresh = found.filter(one => !this.sizes.has(one.path))
    const old = found.filter(one => this.sizes.has(one.path))
    const from = old.length === 0 ? 0 : this.turn % old.length
    const wanted = [...fresh, ...[...old.slice(from), ...old.slice(0, from)].slice(0, sizesOfLook)]
    this.turn = from + sizesOfLook
    const failed: Listed[] = []
    for (let at = 0; at < wanted.length; at += sizesAtOnce)
      await Promise.all(wanted.slice(at, at + sizesAtOnce).map(async ({ path, handle }) => {
        try {
          const { size, lastModified } = await persist(() => handle.getFile())
          this.sizes.set(path, { path, size, modified: lastModified })
        } catch (error) {
          this.sizes.delete(path)
          if (nameOf(error) !== 'NotFoundError') failed.push({ path, size: 0, problem: fileProblem(error) })
        }
      }))
    const shown = found.map(one => this.sizes.get(one.path)).filter(one => one !== undefined)
    return [...shown, ...failed]
  }
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
