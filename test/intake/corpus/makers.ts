/** Bad files made in code. */
import { writeXlsx } from 'hucre'
import type { CellValue } from 'hucre'
import { unzipSync, zipSync } from 'fflate'
import type { Zippable } from 'fflate'

export const utf8 = (text: string) => new TextEncoder().encode(text)

export async function bookOf(rows: CellValue[][], name = '表'): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name, rows }], stringMode: 'shared' })
}

/** The same workbook with parts changed, added or (null) taken out. */
export async function bookWith(parts: Record<string, ((text: string) => string) | Uint8Array | null>): Promise<Uint8Array> {
  const files: Zippable = unzipSync(await bookOf([['编号', '本次累计'], ['甲', 1], ['乙', 2]]))
  for (const [name, change] of Object.entries(parts)) {
    if (change === null) delete files[name]
    else files[name] = typeof change === 'function' ? utf8(change(new TextDecoder().decode(files[name] as Uint8Array))) : change
  }
  return zipSync(files)
}

/** Overwrites a number in every entry of the central directory. */
export function lieInDirectory(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 46 < copy.length; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + offset, value, true)
  return copy
}

/** A compound file's magic with the stream's name somewhere in it. */
export function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  ;[...stream].forEach((sign, i) => { bytes[1024 + i * 2] = sign.charCodeAt(0) })
  return bytes
}

export const bytesOf = (...parts: (string | number[] | Uint8Array)[]): Uint8Array => new Uint8Array(parts.flatMap(part => [...(typeof part === 'string' ? utf8(part) : part)]))
export const sheet = 'xl/worksheets/sheet1.xml'
/** A cell put at the end of the sheet. */
export const cellAt = (ref: string, inner: string) => (text: string) => text.replace('</sheetData>', `<row r="${ref.replace(/\D/g, '')}"><c r="${ref}"${inner}</c></row></sheetData>`)
export { zipSync }
