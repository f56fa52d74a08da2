/** 导出佐证: a zip of the files behind the evidence, with a manifest that names each by its SHA-256. */
import { Zip, ZipPassThrough, strToU8 } from 'fflate'
import type { EvidencePiece } from '../domain/evidence'

/** A piece with what the manifest says of its cell, and its bytes where they are on this device. */
export interface PackedPiece { piece: EvidencePiece, targetName: string, areaName: string, bytes: Uint8Array | null, ending: string }

/** Whose evidence it is; `mark`: what stands on everything made from demo figures. */
export interface PackHead { plan: string, title: string, mark: string | null, made: string }

const safeName = (text: string): string => text.normalize('NFC').replace(/[\\/:*?"<>|\u0000-\u001F\u007F]/g, '').replace(/^[. ]+|[. ]+$/g, '').slice(0, 60) || '_'

/** Paths by event: folder of the target, then place and name; a name twice gets a number. */
function pathsOf(pieces: readonly PackedPiece[]): Map<string, string> {
  const taken = new Set<string>()
  return new Map(pieces.filter(one => one.bytes !== null).map(({ piece, targetName, areaName, ending }) => {
    const stem = `${safeName(`${piece.target} ${targetName}`)}/${safeName(areaName)}-${safeName(piece.name.replace(/\.[A-Za-z0-9]{1,5}$/, ''))}`
    let path = `${stem}.${ending}`
    for (let n = 2; taken.has(path.toLowerCase()); n += 1) path = `${stem}-${n}.${ending}`
    taken.add(path.toLowerCase())
    return [piece.event, path]
  }))
}

/** The text of the manifest: every piece, links and notes too; `file` null: its bytes are not on this device. */
export function manifestOf(head: PackHead, pieces: readonly PackedPiece[]): string {
  const paths = pathsOf(pieces)
  const lines = pieces.map(({ piece, targetName, areaName }) => ({
    event: piece.event, target: piece.target, targetName, area: piece.area, areaName, form: piece.form, name: piece.name, text: piece.text, at: piece.at, recordedAt: piece.recordedAt, unit: piece.unit,
    file: paths.get(piece.event) ?? null, sha256: piece.hash, size: piece.size,
  }))
  return `${JSON.stringify({ format: 'guatu-evidence/1', plan: head.plan, title: head.title, demo: head.mark !== null, ...(head.mark !== null && { mark: head.mark }), made: head.made, pieces: lines }, null, 2)}\n`
}

/**
 * The zip's bytes. Photos and PDF are stored as they are: they hold their own compression. The day of all entries is `made`. Between two
 * files the page gets its turn; no worker is started (our content policy knows none for it).
 */
export async function evidenceZip(head: PackHead, pieces: readonly PackedPiece[]): Promise<Uint8Array> {
  const paths = pathsOf(pieces)
  const folder = head.mark === null ? '' : `${safeName(head.mark)}/`
  const parts: Uint8Array[] = []
  const archive = new Zip((error, part) => { if (error !== null) throw error; parts.push(part) })
  async function add(path: string, bytes: Uint8Array): Promise<void> {
    const file = new ZipPassThrough(`${folder}${path}`)
    file.mtime = `${head.made}T12:00:00`
    archive.add(file)
    file.push(bytes, true)
    await new Promise(resolve => { setTimeout(resolve, 0) })
  }
  await add('manifest.json', strToU8(manifestOf(head, pieces)))
  for (const { piece, bytes } of pieces) {
    const path = paths.get(piece.event)
    if (path !== undefined && bytes !== null) await add(path, bytes)
  }
  archive.end()
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) { whole.set(part, at); at += part.length }
  return whole
}
