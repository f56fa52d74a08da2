/**
 * An exported file opened again: which snapshot it is of and which of its parts were edited since. Hostile files are refused; nothing
 * in them is run. Figures are not read here: the verdict on them is `domain/verifySnapshot`.
 */
import type { BoardFile, Seal, Snapshot } from '../domain/snapshot'
import { depthOf, longestJson, readJson } from '../domain/plainJson'
import type { Problem } from '../domain/problem'
import { readSeal, readSnapshot } from '../domain/snapshotFile'
import type { EditedPart, PartDigest } from './partText'
import { editedParts, officeParts, partKinds, pictureParts, textParts } from './partText'
import { islandId, unpackedSnapshot } from './pagePacking'
import { pixelsOf, pngChunks, sealName } from './paperSeal'
import { BrokenZip, namesOf, openZip, textOf } from './zipParts'
import type { Zip } from './zipParts'

export type ReadFormat = 'pptx' | 'docx' | 'xlsx' | 'html' | 'svg' | 'png' | 'csv' | 'markdown' | 'snapshot' | 'board'

export interface OpenedPaper {
  format: ReadFormat
  /** Null only for `board.json`, which carries none. */
  seal: Seal | null
  /** As the file states it; '' for `board.json`. */
  fingerprint: string
  /** Parts that differ from what was sealed; null where the file says nothing of its parts. */
  edited: readonly EditedPart[] | null
  /** The whole snapshot, where the file holds it. */
  snapshot: Snapshot | null
  board: BoardFile | null
}

export type ReadPaper = { ok: true, paper: OpenedPaper } | { ok: false, problems: Problem[] }

const catalogue = {
  paper_empty: ['文件是空的', '重新导出，或向对方要原文件'],
  paper_large: ['文件超过 40 MB', '确认选对了文件；会议材料通常不到 5 MB'],
  paper_unknown: ['不认识这种文件，或它不是从挂图导出的', '选从挂图导出的 PPTX、DOCX、XLSX、HTML、SVG、PNG、CSV、MD 或 JSON；PDF 和照片请看页脚，输入校验码'],
  paper_pdf: ['PDF 里没有封存记录', '看 PDF 页脚的校验码，输入核对'],
  paper_archive: ['这是压缩包', '先解压，再选里面的一份'],
  paper_unsealed: ['文件里没有挂图的封存记录，可能不是从挂图导出的，或另存时被删掉了', '看页脚的校验码，输入核对；或选原来导出的那份'],
  paper_seal_broken: ['文件里的封存记录不完整', '看页脚的校验码，输入核对；或选原来导出的那份'],
  paper_damaged: ['文件不完整或已损坏，读不出来', '用原来的软件打开另存，或让对方重新发送'],
  paper_encrypted: ['文件有打开密码', '去掉密码另存后再选；或看页脚的校验码，输入核对'],
  paper_unsafe: ['压缩内容异常（条目过多、互相重叠、路径越界、带外部定义或解开后过大），可能有害', '不要打开这份文件；看页脚的校验码，输入核对'],
} as const
export type PaperProblemCode = keyof typeof catalogue
export const paperProblemCodes = Object.keys(catalogue) as PaperProblemCode[]

const refused = (code: PaperProblemCode): ReadPaper => ({ ok: false, problems: [{ code, why: catalogue[code][0], fix: catalogue[code][1] }] })

/** Throws where a zip is a danger: `intake/zipGuard`. What it throws names the reason by a `code`. */
export type Guard = (bytes: Uint8Array) => unknown

const largest = 40 * 1024 * 1024
/** Longest seal: digests of the largest papers take a tenth of it. */
const longestSeal = 1_000_000

/** Reads a file of any format. Never rejects. */
export async function readPaper(bytes: Uint8Array, guard: Guard): Promise<ReadPaper> {
  if (bytes.length === 0) return refused('paper_empty')
  if (bytes.length > largest) return refused('paper_large')
  const head = String.fromCharCode(...bytes.subarray(0, 4))
  if (head.startsWith('PK')) return readZip(bytes, guard)
  if (head === '\u0089PNG') return readPng(bytes)
  if (head === '%PDF') return refused('paper_pdf')
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return refused('paper_encrypted')
  const text = textOfBytes(bytes)
  if (text === null) return refused('paper_unknown')
  return await readPage(text) ?? readText(text)
}

function textOfBytes(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\0') ? null : text
    } catch {
      continue
    }
  }
  return null
}

function codeThrown(error: unknown): PaperProblemCode {
  if (error instanceof BrokenZip) return 'paper_damaged'
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return code === 'file_encrypted' ? 'paper_encrypted' : code === 'file_unsafe' || code === 'file_bomb' ? 'paper_unsafe' : 'paper_damaged'
}

function readZip(bytes: Uint8Array, guard: Guard): ReadPaper {
  try {
    guard(bytes)
    const zip = openZip(bytes)
    const names = new Set(namesOf(zip))
    const format = names.has('ppt/presentation.xml') ? 'pptx' : names.has('word/document.xml') ? 'docx' : names.has('xl/workbook.xml') ? 'xlsx' : null
    if (format === null) return refused(names.has('[Content_Types].xml') ? 'paper_unknown' : 'paper_archive')
    const carried = propertyOf(zip)
    return carried === null ? refused('paper_unsealed') : withCarried(format, carried, () => officeParts(zip, format))
  } catch (error) {
    return refused(codeThrown(error))
  }
}

const properly = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&#34;', '"').replaceAll('&apos;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** The seal out of the document's own properties, put together again. */
function propertyOf(zip: Zip): string | null {
  const xml = textOf(zip, 'docProps/custom.xml')
  if (xml === null || xml.length > longestSeal * 2) return null
  const pieces = [...xml.matchAll(/<property ([^>]*)>\s*<vt:lpwstr>([^<]*)<\/vt:lpwstr>/g)].flatMap(([, attributes, value]) => {
    const name = /\bname="([^"]*)"/.exec(attributes!)?.[1] ?? ''
    const found = new RegExp(`^${sealName}(?:-(\\d+))?$`).exec(name)
    return found === null ? [] : [[Number(found[1] ?? 1), properly(value!)] as const]
  })
  return pieces.length === 0 ? null : pieces.sort((one, other) => one[0] - other[0]).map(([, text]) => text).join('')
}

function readPng(bytes: Uint8Array): ReadPaper {
  const chunks = pngChunks(bytes)
  if (chunks === null) return refused('paper_damaged')
  const wanted = `${sealName}\0\0\0\0\0`
  for (const { type, data } of chunks) {
    if (type !== 'iTXt' || data.length > longestSeal || String.fromCharCode(...data.subarray(0, wanted.length)) !== wanted) continue
    return withCarried('png', new TextDecoder().decode(data.subarray(wanted.length)), () => pictureParts(pixelsOf(chunks)))
  }
  return refused('paper_unsealed')
}

const island = new RegExp(`<script type="application/json" id="${islandId}">([^<]*)</script>`)

/** The one HTML file holds the whole snapshot, which is checked as such; null where the text is no such page. */
async function readPage(text: string): Promise<ReadPaper | null> {
  const found = /^\s*<(?:!doctype|html)/i.test(text.slice(0, 200)) ? island.exec(text)?.[1] : undefined
  if (found === undefined) return null
  const packed = found.length > longestJson ? null : await unpackedSnapshot(found)
  if (packed === null) return refused(found.trim() === 'null' ? 'paper_unsealed' : 'paper_seal_broken')
  const read = readObject(packed)
  return read.ok ? { ok: true, paper: { ...read.paper, format: 'html' } } : read
}

function readText(whole: string): ReadPaper {
  const text = whole.charCodeAt(0) === 0xfeff ? whole.slice(1) : whole
  const start = text.slice(0, 2000).trimStart()
  if (start.startsWith('{')) return readObject(text)
  const isSvg = /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<svg\b/.test(start)
  const format = isSvg ? 'svg' : /^(?:<!doctype html|<html)/i.test(start) ? 'html' : null
  if (format !== null) {
    const pattern = format === 'svg' ? new RegExp(`<metadata><${sealName}[^>]*>([^<]*)</${sealName}></metadata>`) : new RegExp(`<script type="application/json" id="${sealName}">([^<]*)</script>`)
    const found = pattern.exec(text)
    return found === null ? refused('paper_unsealed') : withCarried(format, format === 'svg' ? properly(found[1]!) : found[1]!, () => textParts(text.replace(found[0], ''), format))
  }
  const comment = new RegExp(`\\n*<!-- ${sealName} ([^\\n]*) -->\\s*$`).exec(text)
  if (comment !== null) return withCarried('markdown', comment[1]!, () => textParts(text.slice(0, comment.index), 'markdown'))
  const line = new RegExp(`("?)# ${sealName} (\\{[^\\n]*\\})"?[,;\\t]*\\s*$`).exec(text)
  if (line !== null) return withCarried('csv', line[1] === '"' ? line[2]!.replaceAll('""', '"') : line[2]!, () => textParts(text.slice(0, line.index), 'csv'))
  return refused(text.includes(sealName) ? 'paper_seal_broken' : 'paper_unsealed')
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON: a snapshot, checked whole, or a `board.json`. */
function readObject(text: string): ReadPaper {
  if (text.length > longestJson) return refused('paper_large')
  const read = readJson(text)
  if (!read.ok) return { ok: false, problems: [read.problem] }
  const { value } = read
  if (isObject(value) && value.format === 'guatu-board/1' && Array.isArray(value.cells) && Array.isArray(value.targets) && typeof value.plan === 'string' && typeof value.asOf === 'string' && typeof value.knownAt === 'string')
    return { ok: true, paper: { format: 'board', seal: null, fingerprint: '', edited: null, snapshot: null, board: value as unknown as BoardFile } }
  if (!isObject(value) || typeof value.format !== 'string' || !value.format.startsWith('guatu-snapshot/')) return refused('paper_unknown')
  const opened = readSnapshot(text)
  if (!opened.ok) return opened
  const { seal, fingerprint, board } = opened.snapshot
  return { ok: true, paper: { format: 'snapshot', seal, fingerprint, edited: null, snapshot: opened.snapshot, board } }
}

const isPart = (value: unknown): value is PartDigest => Array.isArray(value) && value.length === 3 && value.every(one => typeof one === 'string') && (partKinds as readonly string[]).includes(String(value[0]))

function withCarried(format: ReadFormat, carried: string, partsOf: () => PartDigest[]): ReadPaper {
  if (carried.length > longestSeal || depthOf(carried, 4) > 4) return refused('paper_seal_broken')
  const read = readJson(carried)
  if (!read.ok || !isObject(read.value)) return refused('paper_seal_broken')
  const { fingerprint, parts } = read.value
  const seal = readSeal(read.value)
  if (seal === null || typeof fingerprint !== 'string' || !/^[0-9a-f]{64}$/.test(fingerprint) || !Array.isArray(parts) || !parts.every(isPart)) return refused('paper_seal_broken')
  return { ok: true, paper: { format, seal, fingerprint, edited: parts.length === 0 ? null : editedParts(parts, partsOf()), snapshot: null, board: null } }
}
