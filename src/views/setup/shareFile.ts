/** The allocation as a file for places to check: the table as it stands on the screen, UTF-8 with BOM, numbers as numbers. */
import { numberText } from '../../wording/figureText'
import { csvField } from '../../wording/safeText'
import { isUnshared, shareText } from '../../components/setup/shareLine'
import type { ShareColumn, ShareLine } from '../../components/setup/shareLine'
import type { ShareWords } from '../../components/setup/shareWords'

export function sharesCsv(lines: readonly ShareLine[], columns: readonly ShareColumn[], words: ShareWords, heads: readonly string[]): string {
  const rows = lines.map(line => [
    line.number, line.name, line.target.unit, line.target.goal.value === null ? '' : numberText(line.target.goal.value), ...columns.map(column => (isUnshared(line) ? '' : shareText(line, column.code))),
    line.balance === null ? '' : numberText(line.balance.sum), line.balance === null ? '' : line.balance.open > 0 ? `${words.fileOpen} ${numberText(line.balance.open)}` : line.balance.over > 0 ? `${words.fileOver} ${numberText(line.balance.over)}` : words.flat,
  ])
  return `\ufeff${[...heads.map(head => [head]), ['', words.phone.target, '', words.goal, ...columns.map(column => column.full), words.fileSum, ''], ...rows].map(row => row.map(csvField).join(',')).join('\r\n')}\r\n`
}
