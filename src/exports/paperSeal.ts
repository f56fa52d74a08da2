/**
 * The seal inside an exported file: of which snapshot it is, and digests of the text of its parts. Put in when the file is made and read
 * again by `readPaper`. It is no defence against a forger, who could write a new one; it answers which version a page shows, and what was
 * changed on it since.
 */
import type { Seal, Snapshot } from '../domain/snapshot'
import { sha256OfBytes } from '../domain/hash'
import type { PaperFormat } from './paper'
import type { PartDigest } from './partText'
import { officeParts, pictureParts, textParts } from './partText'
import { crcOf, openZip, textOf, withParts } from './zipParts'

export const sealName = 'guatu-seal'

/** What a file carries: the seal's own fields, its fingerprint and the digests. */
export type CarriedSeal = Seal & { fingerprint: string, parts: readonly PartDigest[] }

/** JSON that can stand in HTML, XML, comments and CSV: no markup, no control character, no `--`. */
export function carriedText({ seal, fingerprint }: Pick<Snapshot, 'seal' | 'fingerprint'>, parts: readonly PartDigest[]): string {
  const carried: CarriedSeal = { ...seal, fingerprint, parts }
  return JSON.stringify(carried).replace(/[<>&\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|-(?=-)/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Longest text of one document property; longer ones are cut short by some programs. */
const propertyLength = 240
const propertiesHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
const propertyId = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'

function withProperties(old: string | null, text: string): string {
  const start = old === null ? propertiesHead : old.replace(/<\/Properties>\s*$/, '').replace(/(<Properties[^>]*)\/>\s*$/, '$1>')
  const head = start.includes('xmlns:vt=') ? start : start.replace('<Properties', '<Properties xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"')
  const first = Math.max(1, ...[...head.matchAll(/\bpid="(\d+)"/g)].map(found => Number(found[1]))) + 1
  const characters = [...text]
  const pieces = Array.from({ length: Math.ceil(characters.length / propertyLength) }, (_, i) => characters.slice(i * propertyLength, (i + 1) * propertyLength).join(''))
  const properties = pieces.map((piece, i) => `<property fmtid="${propertyId}" pid="${first + i}" name="${i === 0 ? sealName : `${sealName}-${i + 1}`}"><vt:lpwstr>${piece.replaceAll('"', '&quot;')}</vt:lpwstr></property>`)
  return `${head}${properties.join('')}</Properties>`
}

const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties'
const contentType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'

function sealedOffice(format: 'pptx' | 'docx' | 'xlsx', bytes: Uint8Array, snapshot: Snapshot): Uint8Array {
  const zip = openZip(bytes)
  const text = carriedText(snapshot, officeParts(zip, format))
  const parts = new Map([['docProps/custom.xml', withProperties(textOf(zip, 'docProps/custom.xml'), text)]])
  const types = textOf(zip, '[Content_Types].xml') ?? ''
  if (!/PartName="\/docProps\/custom\.xml"/.test(types)) parts.set('[Content_Types].xml', types.replace('</Types>', `<Override PartName="/docProps/custom.xml" ContentType="${contentType}"/></Types>`))
  const rels = textOf(zip, '_rels/.rels') ?? ''
  if (!rels.includes(relationType)) parts.set('_rels/.rels', rels.replace('</Relationships>', `<Relationship Id="rIdGuatuSeal" Type="${relationType}" Target="docProps/custom.xml"/></Relationships>`))
  return withParts(zip, parts)
}

const pngHead = 8 + 25

export interface PngChunk { type: string, data: Uint8Array }

/** The chunks of a PNG; null where it is none. */
export function pngChunks(bytes: Uint8Array): PngChunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < pngHead || view.getUint32(0) !== 0x89504e47) return null
  const chunks: PngChunk[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at)
    if (at + 12 + length > bytes.length) return null
    chunks.push({ type: String.fromCharCode(...bytes.subarray(at + 4, at + 8)), data: bytes.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

/** A fingerprint of the packed pixels. */
export function pixelsOf(chunks: readonly PngChunk[]): string {
  return chunks.filter(one => one.type === 'IDAT').map(one => sha256OfBytes(one.data)).join(' ')
}

function sealedPng(bytes: Uint8Array, snapshot: Snapshot): Uint8Array {
  const chunks = pngChunks(bytes)
  if (chunks === null) return bytes
  const data = new TextEncoder().encode(`iTXt${sealName}\0\0\0\0\0${carriedText(snapshot, pictureParts(pixelsOf(chunks)))}`)
  const sealed = new Uint8Array(bytes.length + data.length + 8)
  const view = new DataView(sealed.buffer)
  sealed.set(bytes.subarray(0, pngHead))
  view.setUint32(pngHead, data.length - 4)
  sealed.set(data, pngHead + 4)
  view.setUint32(pngHead + 4 + data.length, crcOf(data))
  sealed.set(bytes.subarray(pngHead), pngHead + 8 + data.length)
  return sealed
}

function sealedText(format: 'html' | 'svg' | 'csv' | 'markdown', text: string, snapshot: Snapshot): string {
  const carried = carriedText(snapshot, textParts(text, format))
  if (format === 'svg') return text.replace(/<svg\b[^>]*>/, tag => `${tag}<metadata><${sealName} xmlns="urn:guatu:seal">${carried}</${sealName}></metadata>`)
  if (format === 'csv') return `${text}${text.endsWith('\n') ? '' : '\r\n'}"# ${sealName} ${carried.replaceAll('"', '""')}"\r\n`
  if (format === 'markdown') return `${text}${text.endsWith('\n') ? '' : '\n'}\n<!-- ${sealName} ${carried} -->\n`
  const island = `<script type="application/json" id="${sealName}">${carried}</script>`
  const at = text.lastIndexOf('</body>')
  return at < 0 ? text + island : text.slice(0, at) + island + text.slice(at)
}

/** The file with the seal of its snapshot in it. What is the snapshot itself (its JSON, the one HTML file) and `board.json` stay as they are: they are checked by their content. */
export function withSeal(format: PaperFormat, bytes: Uint8Array, snapshot: Snapshot): Promise<Uint8Array> {
  const texted = (of: Parameters<typeof sealedText>[0]): Uint8Array => new TextEncoder().encode(sealedText(of, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), snapshot))
  const sealed = (): Uint8Array => {
    switch (format) {
      case 'pptx': case 'docx': case 'xlsx': return sealedOffice(format, bytes, snapshot)
      case 'print': case 'poster': return texted('html')
      case 'svg': case 'csv': case 'markdown': return texted(format)
      case 'png': return sealedPng(bytes, snapshot)
      default: return bytes
    }
  }
  return new Promise(resolve => { resolve(sealed()) })
}
