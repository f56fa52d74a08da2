/** Node: 40 returned workbooks of 20 townships by 60 targets, each read by the bare reader and by ours (guard, tables, entries), in turn. */
import { readXlsx, writeXlsx } from 'hucre'
import type { CellValue, WriteSheet } from 'hucre'
import { knownAtLimit } from '../../src/domain/clock'
import { emptyHistory } from '../../src/domain/history'
import { indexPlan } from '../../src/domain/plan'
import { fillInWorkbook } from '../../src/intake/fillInBook'
import { readBytes } from '../../src/intake/readBytes'
import type { Pair } from './rounds.ts'
import { alternate } from './rounds.ts'
import { widePlan } from './widePlan'

export interface ImportTimes { pair: Pair, entries: number, bytes: number }

const files = 40
const at = '2024-09-15'

async function measure(): Promise<ImportTimes> {
  const wide = widePlan()
  const plan = { ...wide, area: { ...wide.area, children: wide.area.children!.slice(0, 20) }, chapters: wide.chapters.slice(0, 3) }
  const index = indexPlan(plan)
  const book = await readXlsx(await fillInWorkbook({ index, history: emptyHistory(index), limit: knownAtLimit(at), at, period: '2024-09', unit: null, isDemo: false })) as unknown as { sheets: (WriteSheet & { rows: CellValue[][] })[] }
  const made = async (n: number): Promise<Uint8Array> => {
    book.sheets[0]!.rows.forEach((row, i) => { if (typeof row[0] === 'string' && row[0].includes('@')) { row[8] = (i * 7 + n) % 60; if (row[3] === '%') row[9] = 60 } })
    return writeXlsx({ sheets: book.sheets.map(({ name, rows }) => ({ name, rows })) })
  }
  const all: Uint8Array[] = []
  for (let n = 0; n < files; n++) all.push(await made(n))
  let entries = 0
  const timed = async (act: () => Promise<unknown>): Promise<number> => { const from = performance.now(); await act(); return performance.now() - from }
  const pair = await alternate(files, round => timed(async () => { const read = await readBytes(`${round}.xlsx`, all[Math.max(0, round)]!, plan); entries = read.ok ? read.entries.length : 0 }), round => timed(() => readXlsx(all[Math.max(0, round)]!)))
  return { pair, entries, bytes: all[0]!.length }
}

process.stdout.write(JSON.stringify(await measure()))
