/** A block of cells as text, as it was copied: from plain text here, from a table's HTML in `clipboardBlock`. */

export interface Block {
  /** All rows equally long; '' where nothing stands. A merged cell's text stands in each of its places. */
  rows: readonly (readonly string[])[]
  /** Places, as `row,column`, that only repeat the text of a merged cell. */
  repeated: ReadonlySet<string>
  /** Rows and columns that were hidden in the table and are left out. */
  hidden: number
}

/** More than this was not copied to be pasted here. */
export const blockLimits = { characters: 20_000_000, cells: 200_000 } as const

const noRepeats: ReadonlySet<string> = new Set()

/** Rows made equally long; empty rows and columns at the edges are cut off. */
export function blockOf(rows: readonly (readonly string[])[], repeated: ReadonlySet<string> = noRepeats, hidden = 0): Block {
  const isFilled = (row: readonly string[]) => row.some(cell => cell !== '')
  const top = rows.findIndex(isFilled)
  if (top < 0) return { rows: [], repeated: noRepeats, hidden }
  let bottom = rows.length
  while (!isFilled(rows[bottom - 1]!)) bottom -= 1
  const kept = rows.slice(top, bottom)
  const width = kept.reduce((most, row) => Math.max(most, row.length), 0)
  let left = width
  let right = 0
  for (const row of kept) {
    const first = row.findIndex(cell => cell !== '')
    if (first < 0) continue
    left = Math.min(left, first)
    let last = row.length - 1
    while (row[last] === '') last -= 1
    right = Math.max(right, last + 1)
  }
  const moved = top === 0 && left === 0 ? repeated : new Set([...repeated].map(place => { const [row, column] = place.split(',').map(Number); return `${row! - top},${column! - left}` }))
  return { rows: kept.map(row => Array.from({ length: right - left }, (_, i) => row[left + i] ?? '')), repeated: moved, hidden }
}

/** A cell's text on one line: no invisible characters, runs of spaces as one. */
export const oneLine = (text: string): string => text.replace(/[\u200b-\u200d\u2060\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' ').trim()

/** Plain text as spreadsheets put it on the clipboard: tabs between cells, cells with tabs, line ends or quotes in quotes. */
export function blockOfText(text: string): Block {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null
    let end = quoted?.end ?? at
    if (quoted === null) while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1
    row.push(oneLine(quoted?.text ?? text.slice(at, end)))
    if (text[end] !== '\t') {
      rows.push(row)
      row = []
      if (text[end] === '\r' && text[end + 1] === '\n') end += 1
    }
    at = end + 1
  }
  return blockOf(splitLists(rows))
}

/** The cell that a quote opens; null where the quote is only a character of the text. */
function quotedCell(text: string, from: number): { text: string, end: number } | null {
  let at = from + 1
  while (at < text.length) {
    const close = text.indexOf('"', at)
    if (close < 0) return null
    if (text[close + 1] === '"') { at = close + 2; continue }
    const after = text[close + 1]
    return after === undefined || after === '\t' || after === '\n' || after === '\r' ? { text: text.slice(from + 1, close).replaceAll('""', '"'), end: close + 1 } : null
  }
  return null
}

const nameAndNumber = /^(.*?[\p{Script=Han}）)])[\s:：,，、=]*([-+]?[\d\uff10-\uff19].*|[-\u2014\u2013]|无)$/u

/** Lines such as 青阳 12 or 青阳街道：12 in one column: a name and a figure each. Several columns of spaces only are told apart too. */
export function splitLists(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const filled = rows.filter(row => row.some(cell => cell !== ''))
  if (filled.length === 0 || filled.some(row => row.length > 1)) return rows
  const isList = filled.filter(row => nameAndNumber.test(row[0]!)).length * 2 > filled.length
  if (!isList) return rows
  return rows.map(row => {
    const words = row[0]!.split(' ')
    if (words.length > 2 && words.slice(1).every(word => /^[-+]?[\d\uff10-\uff19]/.test(word))) return words
    const parts = nameAndNumber.exec(row[0]!)
    return parts === null ? row : [parts[1]!.trim(), parts[2]!.trim()]
  })
}
