/** The receipts of a batch as a file: a table, or one paragraph a unit to copy into a message. */
import type { CollectWords } from '../../components/collect/collectWords'
import type { FileRow } from '../../components/collect/collectModel'
import { csvField } from '../../wording/safeText'

export interface ReceiptSources { rows: readonly FileRow[], plan: string, area: string, day: string, batch: string, mark: string | null, words: CollectWords, /** What each file is asked to verify. */ asked: ReadonlyMap<string, readonly string[]> }

export function receiptFile(sources: ReceiptSources, form: 'csv' | 'txt'): { name: string, text: string, type: string } {
  const { rows, words, day, plan, batch, mark, asked } = sources
  const taken = rows.filter(row => row.code !== null)
  const name = `${words.receipt.name(sources.area, day)}${mark === null ? '' : `_${mark}`}`
  const facts = [mark, `${plan}`, `${words.receipt.at} ${day}`, batch].filter(one => one !== null)
  const backOf = (row: FileRow): string => (asked.get(row.id) ?? []).join('；')
  if (form === 'csv') {
    const lines = [facts, [words.receipt.unit, words.receipt.file, words.receipt.values, words.receipt.unchanged, words.receipt.back, words.receipt.code], ...taken.map(row => [row.unit, row.file, String(row.counts.new), String(row.counts.same), backOf(row), row.code!])]
    return { name: `${name}.csv`, text: `\uFEFF${lines.map(line => line.map(csvField).join(',')).join('\r\n')}\r\n`, type: 'text/csv' }
  }
  const parts = taken.map(row => [`${row.unit}${words.comma}${row.file}`, `${words.receipt.values} ${row.counts.new}${words.comma}${words.receipt.unchanged} ${row.counts.same}`, ...(backOf(row) === '' ? [] : [`${words.receipt.back}：${backOf(row)}`]), `${words.receipt.code} ${row.code}`].join('\r\n'))
  return { name: `${name}.txt`, text: `\uFEFF${words.receipt.title}\r\n${facts.join(words.comma)}\r\n\r\n${parts.join('\r\n\r\n')}\r\n\r\n${words.receipt.how}\r\n`, type: 'text/plain' }
}
