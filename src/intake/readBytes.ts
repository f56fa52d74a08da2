/** Bytes of one file → tables, entries and problems. Runs in the worker; never throws. */
import type { Plan } from '../domain/plan'
import type { FileProblem, FileRead, Table } from './fileRead'
import { indexPlan } from '../domain/plan'
import { readCsv } from './csvText'
import { entriesOfFillIn } from './entriesOfFillIn'
import { fileProblem, Refusal } from './fileProblems'
import { readBook, rowLimit } from './hucreBook'
import { guardZip } from './zipGuard'

type Format = 'xlsx' | 'xls' | 'csv'
/** Nobody reads more; the first are the ones to mend. */
const problemLimit = 500
const sizeLimit = 20 * 1024 * 1024

/** Reads a file that came back. The name's ending is not believed: the bytes decide. */
export async function readBytes(file: string, bytes: Uint8Array, plan: Plan, onProgress: (share: number) => void = () => undefined): Promise<FileRead> {
  try {
    if (bytes.length === 0) throw new Refusal('file_empty')
    if (bytes.length > sizeLimit) throw new Refusal('file_too_large')
    const format = formatOf(bytes)
    const { tables, problems } = await tablesOf(file, bytes, format, onProgress)
    onProgress(0.9)
    const found = entriesOfFillIn(file, tables, indexPlan(plan))
    if (found.refused !== null) return { ok: false, file, bytes: bytes.length, problems: [found.refused] }
    onProgress(1)
    return { ok: true, file, format, bytes: bytes.length, stamp: found.stamp, tables: tables.filter(table => table.sheet !== '_meta'), entries: found.entries, problems: withoutTwins([...problems, ...found.problems]) }
  } catch (error) {
    const [code, said] = error instanceof Refusal ? [error.code, error.said] as const : ['file_damaged', undefined] as const
    return { ok: false, file, bytes: bytes.length, problems: [fileProblem(code, file, {}, said)] }
  }
}

/** What the reader and the matcher both tell of one cell is told once. */
function withoutTwins(problems: readonly FileProblem[]): FileProblem[] {
  return [...new Map(problems.map(one => [`${one.code} ${one.sheet ?? ''} ${one.cell ?? ''}`, one])).values()].slice(0, problemLimit)
}

async function tablesOf(file: string, bytes: Uint8Array, format: Format, onProgress: (share: number) => void): Promise<{ tables: Table[], problems: FileProblem[] }> {
  if (format === 'csv') {
    const sheet = file.replace(/\.[^.]*$/, '')
    const { rows, hasBadBytes } = readCsv(bytes, rowLimit)
    const problems = [...(hasBadBytes ? [fileProblem('text_bad_bytes', file, { sheet })] : []), ...(rows.length > rowLimit ? [fileProblem('sheet_too_many_rows', file, { sheet })] : [])]
    return { tables: [{ sheet, rows: rows.slice(0, rowLimit), origin: [0, 0] }], problems }
  }
  if (format === 'xls') return readBook(file, bytes, format, false)
  const facts = guardZip(bytes, share => { onProgress(share * 0.3) })
  const has = (start: string) => facts.names.some(name => name.startsWith(start))
  if (has('word/')) throw new Refusal('file_word')
  if (has('content.xml')) throw new Refusal('file_ods')
  if (facts.names.includes('xl/workbook.bin')) throw new Refusal('file_xlsb')
  if (!has('xl/')) throw new Refusal(has('[Content_Types].xml') ? 'file_damaged' : 'file_archive')
  return readBook(file, bytes, format, facts.hasPercent)
}

function formatOf(bytes: Uint8Array): Format {
  const starts = (...head: number[]) => head.every((byte, i) => bytes[i] === byte)
  if (starts(0x50, 0x4b)) return 'xlsx'
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return oldFormatOf(bytes)
  if (starts(0x25, 0x50, 0x44, 0x46)) throw new Refusal('file_pdf')
  if (starts(0xff, 0xd8, 0xff) || starts(0x89, 0x50, 0x4e, 0x47) || starts(0x47, 0x49, 0x46, 0x38) || starts(0x42, 0x4d, 0x00)) throw new Refusal('file_picture')
  if (starts(0x52, 0x61, 0x72, 0x21) || starts(0x37, 0x7a, 0xbc, 0xaf) || starts(0x1f, 0x8b)) throw new Refusal('file_archive')
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).trimStart().toLowerCase()
  if (head.startsWith('{\\rtf')) throw new Refusal('file_word')
  if (/^(\xef\xbb\xbf)?<(!doctype|html|\?xml|table|meta)/.test(head)) throw new Refusal('file_web_page')
  return 'csv'
}

/** A compound file names its streams in UTF-16. */
function oldFormatOf(bytes: Uint8Array): Format {
  const text = new TextDecoder('latin1').decode(bytes)
  const holds = (name: string) => text.includes([...name].map(sign => `${sign}\0`).join(''))
  if (holds('EncryptedPackage')) throw new Refusal('file_encrypted')
  if (holds('WordDocument')) throw new Refusal('file_word')
  if (holds('Workbook') || holds('Book')) return 'xls'
  throw new Refusal('file_wps')
}
