/** The zip of the evidence: every file under its own name, and a manifest whose hashes are those of the bytes. */
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import type { EvidencePiece } from '../../src/domain/evidence'
import { sha256OfBytes } from '../../src/domain/hash'
import type { PackedPiece } from '../../src/intake/evidenceZip'
import { evidenceZip } from '../../src/intake/evidenceZip'

const piece = (event: string, fields: Partial<EvidencePiece> = {}): EvidencePiece => ({ event, target: '2.1-1', area: '350582001', form: 'photo', name: '门头.JPG', text: null, hash: null, size: null, at: '2020-09-15', recordedAt: 'r', unit: '办公室', person: null, ...fields })
const packed = (one: EvidencePiece, bytes: Uint8Array | null, ending = 'jpg'): PackedPiece => ({ piece: bytes === null ? one : { ...one, hash: sha256OfBytes(bytes), size: bytes.length }, targetName: '居家/养老站', areaName: '青阳街道', bytes, ending })
const head = { plan: 'jinjiang-2020', title: '要点', mark: null, made: '2020-09-15' }

it('names are safe and apart, hashes agree, links and missing files stand in the manifest only', async () => {
  const [one, two] = [new Uint8Array([1, 2, 3]), new Uint8Array(70_000).fill(7)]
  const files = unzipSync(await evidenceZip(head, [packed(piece('a'), one), packed(piece('b'), two), packed(piece('c', { name: '../../验收单.pdf' }), one, 'pdf'), packed(piece('d', { form: 'link', text: 'https://www.gov.cn/' }), null), packed(piece('e', { hash: 'f'.repeat(64) }), null)]))
  expect(Object.keys(files)).toEqual(['manifest.json', '2.1-1 居家养老站/青阳街道-门头.jpg', '2.1-1 居家养老站/青阳街道-门头-2.jpg', '2.1-1 居家养老站/青阳街道-验收单.pdf'])
  const manifest = JSON.parse(strFromU8(files['manifest.json']!)) as { demo: boolean, pieces: { file: string | null, sha256: string | null, text: string | null }[] }
  expect(manifest.demo).toBe(false)
  for (const { file, sha256 } of manifest.pieces.slice(0, 3)) expect(sha256OfBytes(files[file!]!)).toBe(sha256)
  expect(manifest.pieces.slice(3)).toMatchObject([{ file: null, text: 'https://www.gov.cn/' }, { file: null, sha256: 'f'.repeat(64) }])
})

it('the same pieces give the same bytes; from the demo everything says so', async () => {
  const pieces = [packed(piece('a'), new Uint8Array([1]))]
  expect(await evidenceZip(head, pieces)).toEqual(await evidenceZip(head, pieces))
  const files = unzipSync(await evidenceZip({ ...head, mark: '演示数据' }, pieces))
  expect(Object.keys(files).every(name => name.startsWith('演示数据/'))).toBe(true)
  expect(strFromU8(files['演示数据/manifest.json']!)).toContain('"mark": "演示数据"')
})
