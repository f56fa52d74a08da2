/** Several papers as one zip: names in UTF-8, already compressed files only stored. */
import { zipSync } from 'fflate'

export interface FileToZip { name: string, bytes: Uint8Array }

/** Formats that are compressed in themselves. */
const isCompressed = /\.(?:pptx|docx|xlsx|png|zip)$/

/** `madeAt` (a UTC instant) dates the entries: the same papers give the same bytes. `isStored`: nothing is compressed, which is quick. */
export function zipOf(files: readonly FileToZip[], madeAt: string, isStored = false): Uint8Array {
  const mtime = new Date(Math.max(Date.parse(madeAt), Date.UTC(1980, 0, 2)))
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, [bytes, { level: isStored || isCompressed.test(name) ? 0 : 6, mtime }] as const])))
}
