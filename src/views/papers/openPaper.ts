/** A chosen file → what it says of itself. Loaded when the first file is opened; zips pass the guard of foreign files first. */
import { readPaper } from '../../exports/readPaper'
import type { ReadPaper } from '../../exports/readPaper'
import { guardZip } from '../../intake/zipGuard'

/** Larger files are refused unread. */
const largest = 41 * 1024 * 1024

export async function openPaper(file: File): Promise<ReadPaper> {
  return readPaper(file.size > largest ? new Uint8Array(largest) : new Uint8Array(await file.arrayBuffer()), guardZip)
}
