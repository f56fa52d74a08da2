import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { zipOf } from '../../src/exports/zipFile.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const madeAt = '2020-09-15T08:20:00.000Z'
const files = [
  { name: '晋江市-2020-第4次调度会-截至0915-挂图.pptx', bytes: bytes('x'.repeat(5000)) },
  { name: '𠮷村㙍田-挂图数据.csv', bytes: bytes('\ufeff镇街,应,实\r\n'.repeat(300)) },
  { name: '空.txt', bytes: new Uint8Array() },
]

/** Local headers: flags, method, name. */
function headers(zip: Uint8Array): { flags: number, method: number, name: string }[] {
  const view = new DataView(zip.buffer, zip.byteOffset)
  const found = []
  for (let i = 0; i + 30 < zip.length; i++) {
    if (view.getUint32(i, true) !== 0x04034b50) continue
    found.push({ flags: view.getUint16(i + 6, true), method: view.getUint16(i + 8, true), name: new TextDecoder().decode(zip.subarray(i + 30, i + 30 + view.getUint16(i + 26, true))) })
  }
  return found
}

describe('zipOf', () => {
  it('gives back every file whole under its own name', () => {
    const read = unzipSync(zipOf(files, madeAt))
    expect(Object.keys(read)).toEqual(files.map(file => file.name))
    for (const file of files) expect(read[file.name]).toEqual(file.bytes)
  })

  it('marks names as UTF-8, stores what is compressed already and deflates the rest', () => {
    const found = headers(zipOf(files, madeAt))
    expect(found.map(({ name }) => name)).toEqual(files.map(file => file.name))
    expect(found.map(({ flags }) => (flags & 0x800) !== 0)).toEqual([true, true, true])
    expect(found.slice(0, 2).map(({ method }) => method)).toEqual([0, 8])
  })

  it('compresses nothing where it has to be quick, and gives the same bytes every time', () => {
    expect(headers(zipOf(files, madeAt, true)).map(({ method }) => method)).toEqual([0, 0, 0])
    expect(zipOf(files, madeAt)).toEqual(zipOf(files, madeAt))
  })
})
