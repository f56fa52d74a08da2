/**
 * A network drive for browser profiles: `showDirectoryPicker` gives a handle whose calls go to a real folder of this machine, so that several
 * profiles, and the test itself, share one folder. Such a handle cannot be kept over a reload (it is no real one): the page chooses again.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BrowserContext } from 'playwright-core'

/** What is wrong with the drive. Change it at any time; shares are of 1. */
export interface FolderFaults {
  /** Share of calls that fail, as a busy drive does. */
  failing: number
  /** Share of writes that say all is well and leave only half a file. */
  cut: number
  /** Share of writes that say all is well and leave nothing. */
  dropped: number
  /** Share of writes that leave a second copy beside the file, as people and sync programs make. */
  doubled: number
  /** Files that another program holds, by the end of their path. */
  locked: readonly string[]
  /** The drive is gone. */
  isLost: boolean
  permission: 'granted' | 'prompt' | 'denied'
  /** Chance, from 0 to 1. */
  random: () => number
}

export interface GivenFolder {
  readonly faults: FolderFaults
  /** How many calls came, by kind. */
  readonly calls: Readonly<Record<string, number>>
}

interface Call { act: 'permission' | 'allow' | 'names' | 'directory' | 'file' | 'read' | 'hold' | 'write' | 'remove', path: string, create?: boolean, bytes?: string }
type Answer = { value: unknown } | { error: string }

/** Gives every page of the context, from its next load on, this folder as whatever is chosen. */
export async function giveFolder(context: BrowserContext, folderOnDisk: string, given: Partial<FolderFaults> = {}): Promise<GivenFolder> {
  const faults: FolderFaults = { failing: 0, cut: 0, dropped: 0, doubled: 0, locked: [], isLost: false, permission: 'granted', random: Math.random, ...given }
  const calls: Record<string, number> = {}
  const isHit = (share: number): boolean => share > 0 && faults.random() < share
  mkdirSync(folderOnDisk, { recursive: true })

  function kindAt(path: string): 'directory' | 'file' | null {
    if (!existsSync(path)) return null
    return statSync(path).isDirectory() ? 'directory' : 'file'
  }
  function made(path: string, wanted: 'directory' | 'file', create: boolean): Answer {
    const kind = kindAt(path)
    if (kind !== null) return kind === wanted ? { value: null } : { error: 'TypeMismatchError' }
    if (!create) return { error: 'NotFoundError' }
    if (wanted === 'directory') mkdirSync(path, { recursive: true })
    else writeFileSync(path, '')
    return { value: null }
  }
  function written(path: string, bytes: Buffer): void {
    if (isHit(faults.dropped)) return rmSync(path, { force: true })
    const kept = isHit(faults.cut) ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.crswap`, kept)
    renameSync(`${path}.crswap`, path)
    if (isHit(faults.doubled)) writeFileSync(path.replace(/(\.[a-z]+)$/, ' - 副本$1'), kept)
  }

  function answer({ act, path, create = false, bytes = '' }: Call): Answer {
    const full = join(folderOnDisk, path)
    if (act === 'permission') return { value: faults.permission }
    if (act === 'allow') return { value: faults.permission = faults.permission === 'prompt' ? 'granted' : faults.permission }
    if (faults.permission !== 'granted') return { error: 'NotAllowedError' }
    if (faults.isLost) return { error: 'NotFoundError' }
    const isLocked = faults.locked.some(end => path.endsWith(end))
    if (isLocked && act === 'read') return { error: 'NotReadableError' }
    if (isLocked && (act === 'hold' || act === 'write' || act === 'remove')) return { error: 'NoModificationAllowedError' }
    if (isHit(faults.failing)) return { error: act === 'write' || act === 'hold' ? 'NoModificationAllowedError' : 'NotReadableError' }
    if (act === 'directory' || act === 'file') return made(full, act, create)
    if (kindAt(full) === null && act !== 'write') return { error: 'NotFoundError' }
    if (act === 'names') return { value: readdirSync(full, { withFileTypes: true }).map(one => [one.name, one.isDirectory()]) }
    if (act === 'read') return { value: { bytes: readFileSync(full).toString('base64'), modified: Math.floor(statSync(full).mtimeMs) } }
    if (act === 'write') written(full, Buffer.from(bytes, 'base64'))
    if (act === 'remove') rmSync(full, { recursive: true })
    return { value: null }
  }

  await context.exposeFunction('guatuFolderCall', (call: Call): Answer => {
    calls[call.act] = (calls[call.act] ?? 0) + 1
    try {
      return answer(call)
    } catch {
      return { error: 'NotReadableError' }
    }
  })
  await context.addInitScript(name => {
    const call = async <T>(act: string, path: string, more: object = {}): Promise<T> => {
      const said = await (window as unknown as { guatuFolderCall: (call: object) => Promise<{ value: T } | { error: string }> }).guatuFolderCall({ act, path, ...more })
      if ('error' in said) throw new DOMException(`folder: ${act}`, said.error)
      return said.value
    }
    const below = (path: string, part: string): string => {
      if (part === '' || part === '.' || part === '..' || /[\\/]/.test(part)) throw new TypeError('Name is not allowed.')
      return path === '' ? part : `${path}/${part}`
    }
    const shared = (path: string, label: string) => ({
      name: label,
      queryPermission: () => call<string>('permission', ''),
      requestPermission: () => {
        if (!navigator.userActivation.isActive) return Promise.reject(new DOMException('User activation is required to request permissions.', 'SecurityError'))
        return call<string>('allow', '')
      },
      isSameEntry: (other: { path?: string }) => Promise.resolve(other.path === path),
      path,
    })
    const fileAt = (path: string, label: string): object => ({
      ...shared(path, label), kind: 'file',
      getFile: async () => {
        const { bytes, modified } = await call<{ bytes: string, modified: number }>('read', path)
        return new File([Uint8Array.from(atob(bytes), sign => sign.charCodeAt(0))], label, { lastModified: modified })
      },
      createWritable: async () => {
        await call('hold', path)
        const parts: BlobPart[] = []
        return {
          write: (part: BlobPart) => { parts.push(part); return Promise.resolve() },
          abort: () => Promise.resolve(),
          close: async () => {
            const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
            let text = ''
            for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
            await call('write', path, { bytes: btoa(text) })
          },
        }
      },
    })
    const directoryAt = (path: string, label: string): object => {
      const entries = async function* () {
        for (const [part, isDirectory] of await call<[string, boolean][]>('names', path)) yield [part, isDirectory ? directoryAt(below(path, part), part) : fileAt(below(path, part), part)]
      }
      return {
        ...shared(path, label), kind: 'directory', entries, [Symbol.asyncIterator]: entries,
        keys: async function* () { for await (const [part] of entries()) yield part },
        values: async function* () { for await (const [, handle] of entries()) yield handle },
        getDirectoryHandle: async (part: string, options: object = {}) => { await call('directory', below(path, part), options); return directoryAt(below(path, part), part) },
        getFileHandle: async (part: string, options: object = {}) => { await call('file', below(path, part), options); return fileAt(below(path, part), part) },
        removeEntry: (part: string) => call('remove', below(path, part)),
      }
    }
    Object.assign(window, { showDirectoryPicker: () => Promise.resolve(directoryAt('', name)) })
  }, '挂图共享')
  return { faults, calls }
}
