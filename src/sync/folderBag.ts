/** The shared folder without the browser's help: a zip to be unpacked into it, and files that were dragged or chosen out of it. */
import { zipSync } from 'fflate'
import type { MadeSegment } from './segment'
import { fileProblem } from './folderHandle'
import type { Listed, Outcome, Transport } from './transport'

/** Files under the folder's own structure, `<plan>/<unit>/<device>/<file>`: unpacked into the folder, they lie where they belong. */
export function bagOf(plan: string, segments: readonly MadeSegment[], madeAt: number): Uint8Array<ArrayBuffer> {
  const mtime = new Date(Math.max(madeAt, Date.UTC(1980, 0, 2)))
  return zipSync(Object.fromEntries(segments.map(({ path, bytes }) => [`${plan}/${path}`, [bytes, { level: 6, mtime }] as const])))
}

interface Dropped { path: string, file: File }

/** Where each file lies below the plan's folder. Files of other plans in the same folder are left where they are. */
function placed(plan: string, files: readonly File[]): Dropped[] {
  const all = files.map(file => ({ parts: (file.webkitRelativePath || file.name).split('/'), file }))
  const isWhole = all.some(({ parts }) => parts.includes(plan))
  const taken: Dropped[] = []
  const used = new Set<string>()
  for (const { parts, file } of all) {
    const at = parts.lastIndexOf(plan)
    if (isWhole && at === -1 && parts.length > 2) continue
    const below = at === -1 ? parts.slice(-3) : parts.slice(at + 1)
    let path = below.join('/')
    // Two of the same name, from different places: both are looked at.
    for (let n = 2; used.has(path); n++) path = `${n}/${below.join('/')}`
    used.add(path)
    taken.push({ path, file })
  }
  return taken
}

/** What a person has dropped, to be read like a folder. */
export class DroppedFiles implements Transport {
  readonly kind = 'folder'
  private readonly files: ReadonlyMap<string, File>

  constructor(plan: string, files: readonly File[]) {
    this.files = new Map(placed(plan, files).map(({ path, file }) => [path, file]))
  }

  list(): Promise<Outcome<readonly Listed[]>> {
    return Promise.resolve({ ok: true, value: [...this.files].map(([path, file]) => ({ path, size: file.size, modified: file.lastModified })) })
  }

  async read(path: string): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
    try {
      return { ok: true, value: new Uint8Array(await this.files.get(path)!.arrayBuffer()) }
    } catch (error) {
      return { ok: false, problem: fileProblem(error) }
    }
  }

  write(): Promise<Outcome<null>> {
    return Promise.resolve({ ok: false, problem: fileProblem(null) })
  }
}
