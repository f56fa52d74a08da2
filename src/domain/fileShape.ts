/**
 * A department's own sheet: which row is the head, which column the names, which columns are whose figures. First guessed, then set by hand,
 * then remembered by the shape of the sheet (the words of its head), so that next month it is one click.
 */
import type { AreaNode, PlanIndex, Target } from './plan'

/** `rows[0][0]` stands at `origin` (zero-based) of the sheet. */
export interface ShapeTable { sheet: string, rows: readonly (readonly string[])[], origin: readonly [row: number, column: number] }

/** Rows and columns are zero-based within the table. `rowsAre`: what stands in the name column; the columns name the other. */
export interface Mapping {
  headRow: number
  nameColumn: number
  rowsAre: 'areas' | 'targets'
  /** Column to target id or area code. */
  columns: readonly { column: number, id: string }[]
}

export interface ShapeEntry { target: string, area: string, at: string, input: string, sheet: string, cell: string }
/** A row or column that nothing was found for. */
export interface ShapeRest { cell: string, text: string }

/** For comparing words: full width and case alike, no spaces, brackets' content kept. */
export const plainWord = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s,.:;、，。：；"'“”‘’()[\]（）【】《》-]+/g, '')

/** Area of a name as people write it: whole, short, or without 街道, 镇, 乡. */
export function areaOfName(index: PlanIndex, text: string): string | null {
  const word = plainWord(text)
  if (word === '') return null
  const stem = (name: string): string => plainWord(name).replace(/(?:街道办事处|街道办|街道|民族乡|镇政府|镇|乡)$/, '')
  const fits = (node: AreaNode): boolean => [node.area.code, node.area.name, node.area.short ?? node.area.name].some(name => plainWord(name) === word) || (stem(text) !== '' && stem(node.area.name) === stem(text))
  const found = reporters(index).filter(fits)
  return found.length === 1 ? found[0]!.area.code : null
}

const reporters = (index: PlanIndex): readonly AreaNode[] => index.root.leaves

/** Target of a heading: its id, its name, its short name; a heading that holds one of them, where only one does. */
export function targetOfName(index: PlanIndex, text: string): string | null {
  const word = plainWord(text)
  if (word === '') return null
  const all = [...index.targets.values()].map(placed => placed.target).filter(target => target.scope === 'area')
  const names = (target: Target): string[] => [target.name, target.short ?? target.name].map(plainWord)
  const exact = all.filter(target => target.id === text.normalize('NFKC').trim() || names(target).includes(word))
  if (exact.length === 1) return exact[0]!.id
  const held = all.filter(target => names(target).some(name => name.length >= 3 && (word.includes(name) || (word.length >= 3 && name.includes(word)))))
  return held.length === 1 ? held[0]!.id : null
}

/** `C7` of a cell of the table. */
export function cellName(table: ShapeTable, row: number, column: number): string {
  let letters = ''
  for (let rest = table.origin[1] + column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${table.origin[0] + row + 1}`
}

/** The shape: the words of the row with the most words among the first ten, in order. Numbers and days do not belong to it. */
export function shapeOf(table: ShapeTable): string {
  return (table.rows[headRowOf(table)] ?? []).map(plainWord).filter(word => word !== '' && !/^[\d年月日%/]+$/.test(word)).join('|')
}

function headRowOf(table: ShapeTable): number {
  const words = table.rows.slice(0, 10).map(row => new Set(row.map(plainWord).filter(word => word !== '' && !/^[\d.]+$/.test(word))).size)
  return Math.max(0, words.indexOf(Math.max(...words)))
}

/** The best guess; `columns` is empty where nothing is recognised. */
export function guessMapping(index: PlanIndex, table: ShapeTable): Mapping {
  const width = Math.max(0, ...table.rows.map(row => row.length))
  const body = table.rows.slice(0, 200)
  const countsOf = (find: (text: string) => string | null): number[] => Array.from({ length: Math.min(width, 40) }, (_, column) => new Set(body.map(row => find(row[column] ?? '')).filter(Boolean)).size)
  const byArea = countsOf(text => areaOfName(index, text))
  const byTarget = countsOf(text => targetOfName(index, text))
  const rowsAre = Math.max(0, ...byTarget) > Math.max(0, ...byArea) ? 'targets' as const : 'areas' as const
  const counts = rowsAre === 'areas' ? byArea : byTarget
  const nameColumn = Math.max(0, counts.indexOf(Math.max(0, ...counts)))
  const ofRow = (text: string): string | null => (rowsAre === 'areas' ? areaOfName(index, text) : targetOfName(index, text))
  const firstNamed = body.findIndex(row => ofRow(row[nameColumn] ?? '') !== null)
  const above = body.slice(0, firstNamed < 0 ? 10 : firstNamed)
  const columnsIn = (row: readonly string[]) => columnsOf(index, row, nameColumn, rowsAre)
  const found = above.map(row => columnsIn(row).length)
  const best = Math.max(0, ...found)
  const headRow = best > 0 ? found.indexOf(best) : Math.max(0, (firstNamed < 0 ? headRowOf(table) : firstNamed - 1))
  return { headRow, nameColumn, rowsAre, columns: columnsIn(table.rows[headRow] ?? []) }
}

function columnsOf(index: PlanIndex, row: readonly string[], nameColumn: number, rowsAre: Mapping['rowsAre']): { column: number, id: string }[] {
  const taken = new Set<string>()
  return row.flatMap((text, column) => {
    const id = column === nameColumn ? null : rowsAre === 'areas' ? targetOfName(index, text) : areaOfName(index, text)
    if (id === null || taken.has(id)) return []
    taken.add(id)
    return [{ column, id }]
  })
}

/** The figures of a mapped table on a day. Rows whose name is not known are handed back; sums and empty rows are passed over. */
export function entriesOfTable(index: PlanIndex, table: ShapeTable, mapping: Mapping, at: string): { entries: ShapeEntry[], rest: ShapeRest[] } {
  const entries: ShapeEntry[] = []
  const rest: ShapeRest[] = []
  table.rows.forEach((row, place) => {
    const text = row[mapping.nameColumn] ?? ''
    const word = plainWord(text)
    if (place <= mapping.headRow || word === '' || /^(?:合计|小计|总计|全市|全县|全区|备注|说明|注|填表|审核|total)/.test(word)) return
    const id = mapping.rowsAre === 'areas' ? areaOfName(index, text) : targetOfName(index, text)
    if (id === null) { rest.push({ cell: cellName(table, place, mapping.nameColumn), text: text.trim() }); return }
    for (const column of mapping.columns) {
      const input = (row[column.column] ?? '').trim()
      if (input === '' || input === '-' || input === '—') continue
      const [target, area] = mapping.rowsAre === 'areas' ? [column.id, id] : [id, column.id]
      entries.push({ target, area, at, input, sheet: table.sheet, cell: cellName(table, place, column.column) })
    }
  })
  return { entries, rest }
}

const listHeads = {
  target: /^(?:指标编号|指标id|指标|指标名称|target)$/, area: /^(?:区域代码|区划代码|镇街|镇街代码|乡镇|乡镇街道|区域|area)$/, at: /^(?:截至日期|日期|截至|at)$/, value: /^(?:值|数值|累计|累计数|累计值|填报值|value)$/, note: /^(?:说明|备注|note)$/,
} as const

/**
 * A list with one figure a row (指标编号, 镇街, 累计, perhaps 截至日期 and 说明; ids or names): needs no mapping. Null for any other table.
 * `at` holds where no day is given.
 */
export function entriesOfList(index: PlanIndex, table: ShapeTable, at: string): { entries: (ShapeEntry & { note?: string })[], rest: ShapeRest[] } | null {
  const headRow = table.rows.slice(0, 10).findIndex(row => (['target', 'area', 'value'] as const).every(name => row.some(text => listHeads[name].test(plainWord(text)))))
  if (headRow < 0) return null
  const columnOf = (name: keyof typeof listHeads): number => table.rows[headRow]!.findIndex(text => listHeads[name].test(plainWord(text)))
  const columns = { target: columnOf('target'), area: columnOf('area'), at: columnOf('at'), value: columnOf('value'), note: columnOf('note') }
  const entries: (ShapeEntry & { note?: string })[] = []
  const rest: ShapeRest[] = []
  table.rows.forEach((row, place) => {
    const textAt = (column: number): string => (column < 0 ? '' : (row[column] ?? '').trim())
    if (place <= headRow || textAt(columns.value) === '') return
    const [target, area] = [targetOfName(index, textAt(columns.target)), areaOfName(index, textAt(columns.area))]
    const day = textAt(columns.at) === '' ? at : textAt(columns.at).replaceAll('/', '-')
    if (target === null || area === null) { rest.push({ cell: cellName(table, place, target === null ? columns.target : columns.area), text: textAt(target === null ? columns.target : columns.area) }); return }
    const note = textAt(columns.note)
    entries.push({ target, area, at: day, input: textAt(columns.value), sheet: table.sheet, cell: cellName(table, place, columns.value), ...(note !== '' && { note }) })
  })
  return { entries, rest }
}

/** Does a remembered mapping fit this table and plan still. */
export function fitsMapping(index: PlanIndex, table: ShapeTable, mapping: Mapping): boolean {
  const width = Math.max(0, ...table.rows.map(row => row.length))
  return mapping.headRow < table.rows.length && mapping.nameColumn < width && mapping.columns.length > 0
    && mapping.columns.every(({ column, id }) => column < width && (mapping.rowsAre === 'areas' ? index.targets.has(id) : index.areas.has(id)))
}

/** What was kept on this device, if it is a mapping at all. */
export function readMapping(value: unknown): Mapping | null {
  if (typeof value !== 'object' || value === null) return null
  const { headRow, nameColumn, rowsAre, columns } = value as Record<string, unknown>
  const isPlace = (one: unknown): one is number => Number.isInteger(one) && (one as number) >= 0
  if (!isPlace(headRow) || !isPlace(nameColumn) || (rowsAre !== 'areas' && rowsAre !== 'targets') || !Array.isArray(columns)) return null
  const list = columns.filter((one): one is { column: number, id: string } => typeof one === 'object' && one !== null && isPlace((one as { column: unknown }).column) && typeof (one as { id: unknown }).id === 'string')
  return list.length === columns.length ? { headRow, nameColumn, rowsAre, columns: list.map(({ column, id }) => ({ column, id })) } : null
}
