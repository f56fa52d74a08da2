/** The clipboard as a block: the table of its HTML (Excel, WPS, LibreOffice, a web page), else its plain text. Nothing of the page is run or fetched. */
import { afterUnread, entities, tagEnd } from '../domain/htmlText'
import type { Block } from './block'
import { blockLimits, blockOf, blockOfText, oneLine, splitLists } from './block'

interface Cell { parts: string[], number: string | null, rows: number, columns: number, isHidden: boolean }
interface Line { cells: Cell[], isHidden: boolean }
interface Found { lines: Line[], hiddenColumns: Set<number>, columns: number }

/** The block that was copied; null where there is none, or it is too large to be one. A single cell is no block. */
export function clipboardBlock(html: string, text: string): Block | null {
  if (html.length > blockLimits.characters || text.length > blockLimits.characters) return null
  const ofTable = html === '' ? null : blockOfHtml(html)
  const block = ofTable !== null && isSeveral(ofTable) ? ofTable : text === '' ? null : blockOfText(text)
  return block !== null && isSeveral(block) && block.rows.length * block.rows[0]!.length <= blockLimits.cells ? block : null
}

const isSeveral = ({ rows }: Block): boolean => rows.length > 0 && rows.length * rows[0]!.length > 1

/** The largest table of the HTML; null without one. */
export function blockOfHtml(html: string): Block | null {
  const tables = tablesOf(html)
  const sizeOf = (table: Found): number => table.lines.reduce((sum, line) => sum + line.cells.length, 0)
  const table = tables.reduce<Found | null>((most, one) => (most === null || sizeOf(one) > sizeOf(most) ? one : most), null)
  return table === null ? null : layOut(table)
}

/** An attribute of a tag as it is written; null where it is not. */
function attribute(tag: string, name: string): string | null {
  const at = tag.toLowerCase().indexOf(name)
  if (at < 0) return null
  const found = new RegExp(`[\\s"']${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag)
  return found === null ? null : found[1] ?? found[2] ?? found[3]!
}
const isHiddenTag = (tag: string): boolean => tag.includes('none') && /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attribute(tag, 'style') ?? '')
const spanOf = (tag: string, name: string): number => { const span = Number(attribute(tag, name) ?? 1); return Number.isInteger(span) && span > 0 ? Math.min(span, 2000) : 1 }

const unread = new Set(['script', 'style', 'title', 'noscript', 'iframe', 'textarea', 'xmp'])

/** Walks the tags. A table within a cell is read as that cell's text. */
function tablesOf(html: string): Found[] {
  const tables: Found[] = []
  let depth = 0
  let table: Found | null = null
  let line: Line | null = null
  let cell: Cell | null = null
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (cell !== null) cell.parts.push(html.slice(at, open < 0 ? html.length : open))
    if (open < 0) break
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 2)
      if (end < 0) break
      at = end + 3
      continue
    }
    const end = tagEnd(html, open + 1)
    if (end < 0) break
    at = end + 1
    const tag = html.slice(open, end + 1)
    const name = /^<(\/?[a-zA-Z][a-zA-Z0-9]*)/.exec(tag)?.[1]!.toLowerCase()
    switch (name) {
      case 'table':
        depth += 1
        if (depth === 1) tables.push(table = { lines: [], hiddenColumns: new Set(), columns: 0 })
        break
      case '/table':
        depth = Math.max(0, depth - 1)
        if (depth === 0) { table = null; line = null; cell = null }
        break
      case 'col':
        if (depth === 1 && table !== null) {
          const span = spanOf(tag, 'span')
          if (isHiddenTag(tag)) for (let i = 0; i < span; i++) table.hiddenColumns.add(table.columns + i)
          table.columns += span
        }
        break
      case 'tr':
        if (depth === 1 && table !== null) { table.lines.push(line = { cells: [], isHidden: isHiddenTag(tag) }); cell = null }
        break
      case 'td':
      case 'th':
        if (depth === 1 && table !== null) {
          if (line === null) table.lines.push(line = { cells: [], isHidden: false })
          line.cells.push(cell = { parts: [], number: attribute(tag, 'x:num') ?? attribute(tag, 'sdval'), rows: spanOf(tag, 'rowspan'), columns: spanOf(tag, 'colspan'), isHidden: isHiddenTag(tag) })
        } else cell?.parts.push(' ')
        break
      case '/td':
      case '/th':
      case '/tr':
        if (depth === 1) cell = null
        break
      case 'br':
      case 'p':
      case 'div':
      case 'li':
        cell?.parts.push(' ')
        break
      default:
        if (name !== undefined && unread.has(name)) {
          const after = afterUnread(html, name, at)
          if (after <= 0) return tables
          at = after
        }
    }
  }
  return tables
}

/** What a cell shows. Where the column was too narrow for the number (####), the number itself. */
function textOf(cell: Cell): string {
  const shown = oneLine(entities(cell.parts.join('')))
  return /^#+$/.test(shown) && cell.number !== null && cell.number !== '' ? cell.number : shown
}

/** Merged cells are spread over their places, hidden rows and columns left out. */
function layOut({ lines, hiddenColumns }: Found): Block {
  const grid: string[][] = lines.map(() => [])
  const repeats = lines.map(() => new Set<number>())
  let cells = 0
  lines.forEach((line, r) => {
    let c = 0
    for (const cell of line.cells) {
      while (grid[r]![c] !== undefined) c += 1
      const text = textOf(cell)
      for (let down = 0; down < cell.rows && r + down < lines.length; down++)
        for (let right = 0; right < cell.columns && cells < blockLimits.cells * 2; right++) {
          cells += 1
          grid[r + down]![c + right] = text
          if (down > 0 || right > 0) repeats[r + down]!.add(c + right)
        }
      c += cell.columns
    }
  })
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0)
  const columns = Array.from({ length: width }, (_, c) => c).filter(c => !hiddenColumns.has(c))
  const isFilled = (row: readonly (string | undefined)[]): boolean => row.some(text => text !== undefined && text !== '')
  const rows = grid.map((_, r) => r).filter(r => !lines[r]!.isHidden)
  const hidden = grid.filter((row, r) => lines[r]!.isHidden && isFilled(row)).length
    + [...hiddenColumns].filter(c => c < width && isFilled(grid.map(row => row[c]))).length
  const repeated = new Set<string>()
  rows.forEach((r, i) => { if (repeats[r]!.size > 0) columns.forEach((c, j) => { if (repeats[r]!.has(c)) repeated.add(`${i},${j}`) }) })
  return blockOf(splitLists(rows.map(r => columns.map(c => grid[r]![c] ?? ''))), repeated, hidden)
}
