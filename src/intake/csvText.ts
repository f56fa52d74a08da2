/** CSV and tab-separated text → rows: UTF-8 first, then GB18030. */
import papa from 'papaparse'
import { Refusal } from './fileProblems'
import { plainText } from '../wording/safeText'

export interface CsvRead { rows: string[][], hasBadBytes: boolean }

function decode(bytes: Uint8Array): string {
  const is = (...head: number[]) => head.every((byte, i) => bytes[i] === byte)
  if (is(0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  if (is(0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(is(0xef, 0xbb, 0xbf) ? 'utf-8' : 'gb18030').decode(bytes)
  }
}

/** At most `limit` rows and one more, so that the reader can tell. */
export function readCsv(bytes: Uint8Array, limit: number): CsvRead {
  const text = decode(bytes).replace(/^\ufeff/, '')
  if (text.includes('\0')) throw new Refusal('file_not_text')
  if (text.trim() === '') throw new Refusal('file_empty')
  const { data } = papa.parse<string[]>(text, { worker: false, delimitersToGuess: [',', '\t', ';'], skipEmptyLines: false, preview: limit + 1 })
  const hasBadBytes = text.includes('\ufffd')
  return { rows: data.map(row => row.map(cell => plainText(cell.trim()))), hasBadBytes }
}
