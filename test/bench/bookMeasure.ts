/** Node: a sheet of 10,000 x 20 cells by our way (sheets as plain data, looks, guarded texts) and by the bare writer, in turn. Milliseconds of the process's own work, so that busy neighbours do not count. */
import { writeXlsx } from 'hucre'
import { writeBook, writeSheetOf } from '../../src/exports/bookFile'
import type { BookSheet, BookValue } from '../../src/exports/bookModel'
import { tellNobody } from '../../src/exports/paper'
import type { Pair } from './rounds.ts'
import { alternate } from './rounds.ts'

export interface BookTimes {
  /** A long list as the record is written (one rule for its lines, formats, a few texts of their own look) / bare values without any look. */
  list: Pair
  /** A table with borders in every cell / the bare writer with the same looks. */
  table: Pair
  /** The same table / bare values: what the borders cost. */
  borders: Pair
  cells: number
  bytes: number
}

const rowCount = 10_000
const columnCount = 20

/** Half numbers, half texts, as in a ledger; one row in twenty has cells of their own look. */
function wideSheet(kind: 'list' | 'table'): BookSheet {
  const names = ['安海', '青阳', '<新塘> & 罗山', '=SUM(A1)', '老区村建设项目', '名单还在核对']
  const rows = Array.from({ length: rowCount }, (_, r) => Array.from({ length: columnCount }, (_column, c): BookValue => {
    const value = c % 2 === 0 ? (r * 31 + c * 7) % 9973 / 4 : `${names[(r + c) % names.length]!}${r % 97}`
    return r % 20 === 0 && c < 4 ? { value, look: 'total' } : value
  }))
  return {
    name: '台账', rows, columns: Array.from({ length: columnCount }, (_, c) => ({ width: 12, look: kind === 'list' ? 'none' as const : c % 2 === 0 ? 'number' as const : 'plain' as const, ...(c === 0 && { format: '0.0' }) })),
    heads: 1, titleRows: 1, frozenColumns: 1, filter: null, merges: [], rowHeight: null, heights: new Map(), folded: new Set(), lamps: [], bars: null, paper: 'a4', isUpright: false, ...(kind === 'list' && { ruled: 'A2:T10000' }),
  }
}

async function measure(rounds: number): Promise<BookTimes> {
  const list = wideSheet('list')
  const table = wideSheet('table')
  const about = { title: '台账', mark: '', foot: '', made: new Date(0) }
  const values = list.rows.map(row => row.map(value => (typeof value === 'object' && value !== null ? value.value : value)))
  const styled = writeSheetOf(table, { header: '', footer: '' })
  let bytes = 0
  const timed = async (act: () => Promise<Uint8Array>): Promise<number> => { const from = process.cpuUsage(); bytes = (await act()).length; const { user, system } = process.cpuUsage(from); return (user + system) / 1000 }
  const ours = (sheet: BookSheet) => (): Promise<number> => timed(() => writeBook([() => sheet], about, tellNobody))
  const bare = (): Promise<number> => timed(() => writeXlsx({ sheets: [{ name: '台账', rows: values }] }))
  return {
    list: await alternate(rounds, ours(list), bare), table: await alternate(rounds, ours(table), () => timed(() => writeXlsx({ sheets: [styled] }))), borders: await alternate(rounds, ours(table), bare),
    cells: rowCount * columnCount, bytes,
  }
}

process.stdout.write(JSON.stringify(await measure(Number(process.argv[2] ?? 9))))
