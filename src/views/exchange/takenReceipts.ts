/** Receipts of what was taken, as files to send back. */
import type { ExchangeWords } from '../../components/exchange/exchangeWords'
import { csvField } from '../../wording/safeText'

export interface GivenReceipt { receipt: { package: string, count: number, head: string, code: string, by: string, at: string }, file: string, unit: string, who: string }

export function receiptTable(given: readonly GivenReceipt[], words: ExchangeWords, when: (instant: string) => string): string {
  const lines = [words.take.table, ...given.map(({ receipt, file, unit, who }) => [unit, who, file, receipt.package, String(receipt.count), receipt.head.slice(0, 16), receipt.code, when(receipt.at), receipt.by])]
  return `\uFEFF${lines.map(line => line.map(csvField).join(',')).join('\r\n')}\r\n`
}
