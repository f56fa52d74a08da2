/** A fill-in workbook with answers in it, as a township would return it. */
import type { CellValue, WriteOptions, WriteSheet } from 'hucre'
import { readXlsx, writeXlsx } from 'hucre'
import { fillInWorkbook } from '../../src/intake/fillInBook'
import { fillInInput } from './world'

export interface Book { sheets: (WriteSheet & { rows?: CellValue[][] })[] }

/** The row of an id, to be changed in place. */
export function filled(book: Book, id: string): CellValue[] {
  const row = book.sheets[0]!.rows!.find(cells => cells[0] === id)
  if (row === undefined) throw new Error(`no row ${id}`)
  return row
}

/** What `filledBytes` answers, as target, area and input or payload. */
export const answers: [string, string, unknown][] = [
  ['1.1-1', 'a', '5'], ['1.1-1', 'b', '7'], ['1.1-2', 'a', '45/60'], ['1.1-3', 'a', '推进'],
  ['1.1-4', 'a', { stages: { s1: '2020-03-01', s2: '2020-09-15' } }],
  ['1.1-5', 'a', { items: [{ id: 'x1', name: '东园站', stage: 'build' }, { id: '新站', name: '新站', stage: 'site' }] }],
  ['1.1-6', 'root', '320.5'],
]

export async function filledBytes(change: (book: Book) => void = () => undefined): Promise<Uint8Array> {
  const read = await readXlsx(await fillInWorkbook(fillInInput()), { readStyles: true })
  const book = read as unknown as Book
  const put = (id: string, ...values: CellValue[]) => { const row = filled(book, id); values.forEach((value, i) => { row[8 + i] = value }) }
  put('1.1-1@a', 5)
  put('1.1-1@b', 7)
  put('1.1-2@a', 45, 60)
  put('1.1-3@a', '推进')
  put('1.1-4@a!s2', new Date('2020-09-15T00:00:00Z'))
  put('1.1-5@a#x1', '主体')
  put('1.1-5@a#+1', '选址')
  filled(book, '1.1-5@a#+1')[2] = '新站'
  put('1.1-6@root', 320.5)
  change(book)
  const options: WriteOptions = { sheets: book.sheets.map(({ name, rows }) => ({ name, rows: rows ?? [], ...(name === '_meta' && { veryHidden: true }) })) }
  return writeXlsx(options)
}
