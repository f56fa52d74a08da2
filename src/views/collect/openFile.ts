/** The reader of returned files; it loads when the first file comes. */
import type { Plan } from '../../domain/plan'
import type { FileProblem, FileRead } from '../../intake/fileRead'
import type { ReadOptions } from '../../intake/readFile'

export type FileReader = (file: File, plan: Plan, options: ReadOptions) => Promise<FileRead>

const most = 20_000_000
const problemOf = (file: string, code: string, why: string, fix: string): FileProblem => ({ code, why, fix, file })

/** Rows of comma-separated text; quotes as RFC 4180 has them. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const match of text.replace(/^\uFEFF/, '').matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g)) {
    const [, field = '', end] = match
    rows.at(-1)!.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field)
    if (end === '') break
    if (end !== ',') rows.push([])
  }
  return rows.filter(row => row.some(cell => cell.trim() !== ''))
}

/** Text tables until the workbook engine is in: UTF-8, else GB18030. */
async function readText(file: File, _plan: Plan, options: ReadOptions): Promise<FileRead> {
  const refuse = (problem: FileProblem): FileRead => ({ ok: false, file: file.name, bytes: file.size, problems: [problem] })
  if (file.size === 0) return refuse(problemOf(file.name, 'file_empty', '文件是空的', '请对方重新另存、重寄'))
  if (file.size > most) return refuse(problemOf(file.name, 'file_too_big', '文件超过 20 MB，不像填报表', '请对方只留填报的工作表，重寄'))
  const bytes = await file.arrayBuffer()
  options.onProgress?.(0.5)
  let text: string
  try { text = new TextDecoder('utf-8', { fatal: true }).decode(bytes) } catch { text = new TextDecoder('gb18030').decode(bytes) }
  if (text.includes('\0') || text.startsWith('PK') || /^\s*</.test(text)) return refuse(problemOf(file.name, 'file_no_table', '这不是能读的表', '请对方另存为 .csv 重寄'))
  const rows = rowsOf(text)
  if (rows.length < 2) return refuse(problemOf(file.name, 'file_no_rows', '表里没有数据行', '请对方核对后重寄'))
  return { ok: true, file: file.name, format: 'csv', bytes: file.size, stamp: null, tables: [{ sheet: file.name.replace(/\.[^.]*$/, ''), rows, origin: [0, 0] }], entries: [], problems: [] }
}

/** The engine in its worker; where it has no answer at all, text is read here. */
export async function openReader(): Promise<FileReader> {
  const { readFile } = await import('../../intake/readFile')
  return async (file, plan, options) => {
    const read = await readFile(file, plan, options)
    return read.ok || read.problems.length > 0 ? read : await readText(file, plan, options)
  }
}
