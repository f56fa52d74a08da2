/** An outline as plain text for the clipboard: headings and paragraphs as they stand, tables with tabs between their cells. */
import type { Block, Outline, OutlineTable } from './outline'
import { textOfRun } from './outline'
import { captionLine } from './paperCaption'

const tableText = ({ caption, columns, rows, note }: OutlineTable): string[] => [caption, columns.map(column => column.head).join('\t'), ...rows.map(row => row.map(cell => cell.text).join('\t')), note].filter(line => line !== '')

function blockText(block: Block): string[] {
  switch (block.kind) {
    case 'heading': return [block.text]
    case 'paragraph': return [`　　${block.runs.map(textOfRun).join('')}`]
    case 'table': return tableText(block.table)
    case 'chart': return [block.chart.caption]
  }
}

export function outlineText(outline: Outline): string {
  const { mark, redHead, documentNumber, title, addressee, blocks, annexes, office, date, caption, foot = [] } = outline
  return [
    mark, redHead ?? '', documentNumber, title.join(''), '', addressee, ...blocks.flatMap(blockText), ...annexes.flatMap(({ name, table }, i) => ['', `附件${annexes.length > 1 ? i + 1 : ''}：${name}`, ...tableText({ ...table, caption: '' })]), '', office, date, ...(caption === null ? foot : [captionLine(caption)]),
  ].filter((line, i, all) => line !== '' || (i > 0 && all[i - 1] !== '')).join('\n').trim()
}
