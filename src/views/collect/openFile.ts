/** The reader of returned files; it loads when the first file comes. */
import type { FileRead } from '../../intake/fileRead'
import type { Plan } from '../../domain/plan'

export interface ReadOptions { signal?: AbortSignal, onProgress?: (share: number) => void }
export type FileReader = (file: File, plan: Plan, options: ReadOptions) => Promise<FileRead>

/** For want of the engine: lines `target,area,day,value[,note]` below a head. */
export async function openReader(): Promise<FileReader> {
  return async (file, plan, options) => {
    const text = await file.text()
    options.onProgress?.(0.5)
    await new Promise(resolve => setTimeout(resolve, 50))
    if (!text.startsWith('#')) {
      const rows = text.trim().split(/\r?\n/).map(line => line.split(','))
      return rows.length > 1 ? { ok: true, file: file.name, format: 'csv', bytes: file.size, stamp: null, tables: [{ sheet: 'csv', rows, origin: [0, 0] }], entries: [], problems: [] } : { ok: false, file: file.name, bytes: file.size, problems: [{ code: 'book_encrypted', why: '打开要密码，一格未读', fix: '去掉密码重寄', file: file.name }] }
    }
    const [head, ...lines] = text.trim().split(/\r?\n/)
    const unit = head!.slice(1).trim()
    return {
      ok: true, file: file.name, format: /xls$/.test(file.name) ? 'xls' : 'xlsx', bytes: file.size, tables: [], problems: [],
      stamp: { plan: plan.id, year: plan.period.start.slice(0, 4), period: '2020-09', at: '2020-09-15', unit: unit === '' ? null : unit, version: 1 },
      entries: lines.map((line, row) => { const [target, area, at, input, note] = line.split(','); return { target: target!, area: area!, at: at!, input: input ?? '', sheet: '填报', cell: `F${row + 7}`, ...(note !== undefined && { note }) } }),
    }
  }
}
