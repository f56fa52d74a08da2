/** The fill-in workbook (填报表): one table, one page of instructions, ids on a hidden sheet and in the first column. */
import { planHash } from '../domain/hash'
import type { FillInInput } from './fillInInput'
import { fillInRows } from './fillInRows'
import type { FillInKind, FillInRow } from './fillInRows'
import { cellName } from './fileProblems'
import { writeBook } from './hucreBook'
import type { Cell, CellStyle, CellValue, ConditionalRule, DataValidation, WriteSheet } from './hucreBook'
import { csvOf, safeFileName, safeText } from '../wording/safeText'

const heads = ['编号', '指标', '项目点／节点', '单位', '镇街', '全年任务', '上次累计', '上次日期', '本次累计', '分母', '说明', '退回原因']
const widths = [20, 26, 20, 8, 14, 12, 14, 12, 16, 12, 26, 20]
const inputColumn = 8
const firstRow = 3
const version = 1

const line = { style: 'thin' as const, color: { rgb: 'BFBFBF' } }
const border = { top: line, right: line, bottom: line, left: line }
const plain: CellStyle = { border, alignment: { vertical: 'center', wrapText: true }, font: { name: '微软雅黑', size: 10 } }
const open: CellStyle = { ...plain, protection: { locked: false }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFFFF' } } }
const headStyle: CellStyle = { ...plain, font: { name: '微软雅黑', size: 10, bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7EBF0' } }, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } }
const titleStyle: CellStyle = { font: { name: '微软雅黑', size: 14, bold: true } }
const tint = (rgb: string): CellStyle => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } } })

const valuesOf = (row: FillInRow): CellValue[] => [row.id, row.target, row.part, row.unit, row.area, row.goal, row.last, row.lastAt, '', '', '', row.returned]
const guarded = (value: CellValue): CellValue => (typeof value === 'string' ? safeText(value) : value)

function unitName({ index, unit }: Pick<FillInInput, 'index' | 'unit'>): string {
  return unit === null ? '全部' : index.areas.get(unit)?.area.name ?? index.departments.get(unit)?.name ?? unit
}

/** The first line says by itself what the file is, for programs that lose hidden sheets. */
function titleOf(input: FillInInput): string {
  const { plan } = input.index
  return `${input.isDemo ? '【演示数据】' : ''}${plan.area.name} ${plan.period.start.slice(0, 4)} 年填报表 · ${unitName(input)} · ${input.period} · 截至 ${input.at} · 计划编号 ${plan.id}`
}

/** `I4:I9 I12:I12` of the rows that `fits` picks. */
function rangeOf(rows: readonly FillInRow[], column: number, fits: (row: FillInRow) => boolean): string {
  const ranges: string[] = []
  let start = -1
  for (let i = 0; i <= rows.length; i += 1) {
    const isIn = i < rows.length && fits(rows[i]!)
    if (isIn && start < 0) start = i
    if (!isIn && start >= 0) { ranges.push(`${cellName(firstRow + start, column)}:${cellName(firstRow + i - 1, column)}`); start = -1 }
  }
  return ranges.join(' ')
}

function validationsOf(rows: readonly FillInRow[], lists: ReadonlyMap<string, string>): DataValidation[] {
  const message = { allowBlank: true, showErrorMessage: true, showInputMessage: true, errorStyle: 'stop' as const, errorTitle: '填得不对' }
  const of = (kinds: readonly FillInKind[], rule: Partial<DataValidation> & Pick<DataValidation, 'type'>, errorMessage: string, column = inputColumn) =>
    ({ ...message, ...rule, errorMessage, range: rangeOf(rows, column, row => kinds.includes(row.kind)) })
  return [
    of(['whole'], { type: 'whole', operator: 'greaterThanOrEqual', formula1: '0' }, '填 0 以上的整数'),
    of(['decimal', 'rate'], { type: 'decimal', operator: 'greaterThanOrEqual', formula1: '0' }, '填 0 以上的数'),
    of(['rate'], { type: 'decimal', operator: 'greaterThanOrEqual', formula1: '0' }, '填 0 以上的数', inputColumn + 1),
    of(['date'], { type: 'date', operator: 'greaterThanOrEqual', formula1: '36526' }, '填日期，如 2020-09-15'),
    ...[...lists].map(([key, name]) => ({ ...message, type: 'list' as const, formula1: name, errorMessage: '从列表里选', range: rangeOf(rows, inputColumn, row => row.choices.join('\n') === key) })),
  ].filter(one => one.range !== '')
}

function rulesOf(rows: readonly FillInRow[]): ConditionalRule[] {
  const range = rangeOf(rows, inputColumn, () => true)
  const first = firstRow + 1
  const rule = (formula: string, rgb: string, priority: number): ConditionalRule => ({ type: 'expression', priority, formula, range, style: tint(rgb) })
  return range === '' ? [] : [
    rule(`AND(ISNUMBER($I${first}),ISNUMBER($G${first}),$I${first}<$G${first})`, 'F8CBAD', 1),
    rule(`AND(ISNUMBER($I${first}),ISNUMBER($F${first}),$I${first}>$F${first})`, 'BDD7EE', 2),
    rule(`ISBLANK($I${first})`, 'FFF2CC', 3),
  ]
}

function tableSheet(input: FillInInput, rows: readonly FillInRow[], lists: ReadonlyMap<string, string>): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const all: CellValue[][] = [[titleOf(input)], ['只填白色和黄色的格：没有变化的留空。橙色 = 比上次少，蓝色 = 超过全年任务。'], heads.map((head, i) => (i === inputColumn ? `${head}（截至 ${input.at}）` : head)), ...rows.map(valuesOf)]
  all.forEach((values, r) => {
    values.forEach((value, c) => {
      const row = rows[r - firstRow]
      const isOpen = row !== undefined && (c === inputColumn || c === 10 || (c === 9 && row.kind === 'rate') || (c === 2 && row.kind === 'newSite'))
      const style = r === 0 ? titleStyle : r === 1 ? { font: { name: '微软雅黑', size: 10 } } : r === 2 ? headStyle : isOpen ? (row.kind === 'date' && c === inputColumn ? { ...open, numFmt: 'yyyy-mm-dd' } : open) : plain
      cells.set(`${r},${c}`, { value: value === '' ? null : guarded(value), style })
    })
  })
  return {
    name: '填报表', rows: all.map(values => values.map(value => (value === '' ? null : guarded(value)))), cells, columns: widths.map(width => ({ width })),
    dataValidations: validationsOf(rows, lists), conditionalRules: rulesOf(rows), freezePane: { rows: firstRow, columns: 2 },
    protection: { sheet: true, selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '3:3' },
    headerFooter: { oddFooter: `${input.isDemo ? '&L演示数据' : ''}&C第 &P 页，共 &N 页` },
  }
}

function helpSheet(input: FillInInput): WriteSheet {
  const lines = [
    titleOf(input), '1. 只填“本次累计”（比率还填“分母”），数是从年初到截止日的累计，不是本月新增。', '2. 没有变化的留空，不必重填。', '3. 定性指标和项目点从下拉列表选；节点填完成日期。',
    '4. 新项目点：在“项目点／节点”写名称，再选阶段。', '5. 可以排序、隐藏、增加列、改表名；不要改“编号”和表头。', '6. 填好保存，原样发回；.xlsx、.xls、.csv 都可以。',
    ...(input.isDemo ? ['演示数据：本表由演示生成，不是真实数据。'] : []),
  ]
  return { name: '填写说明', rows: lines.map(text => [safeText(text)]), columns: [{ width: 90 }], protection: { sheet: true }, pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } }
}

function metaSheet(input: FillInInput, rows: readonly FillInRow[]): WriteSheet {
  const { plan } = input.index
  const facts: [string, string][] = [
    ['guatu', 'fill-in'], ['plan', plan.id], ['name', plan.area.name], ['year', plan.period.start.slice(0, 4)], ['planHash', planHash(input.history.index.plan)],
    ['period', input.period], ['at', input.at], ['unit', input.unit ?? ''], ['version', String(version)], ...(input.isDemo ? [['demo', '演示数据'] as [string, string]] : []),
  ]
  return { name: '_meta', veryHidden: true, rows: [...facts, ...rows.map(row => ['row', row.id])].map(row => row.map(text => safeText(text))) }
}

/** The workbook's bytes (.xlsx), ready to be saved. Loads hucre: import this file lazily. */
export async function fillInWorkbook(input: FillInInput): Promise<Uint8Array> {
  const rows = fillInRows(input)
  const lists = new Map<string, string>()
  for (const { choices } of rows) if (choices.length > 0 && !lists.has(choices.join('\n'))) lists.set(choices.join('\n'), `list_${lists.size + 1}`)
  const columns = [...lists.keys()].map(key => key.split('\n'))
  const longest = Math.max(0, ...columns.map(column => column.length))
  const listRows = Array.from({ length: longest }, (_, r) => columns.map(column => guarded(column[r] ?? null)))
  const namedRanges = columns.map((column, c) => {
    const letter = cellName(0, c).slice(0, -1)
    return { name: `list_${c + 1}`, range: `'_lists'!$${letter}$1:$${letter}$${column.length}` }
  })
  const demoRow = input.isDemo ? [['演示数据']] : []
  return writeBook({
    sheets: [
      tableSheet(input, rows, lists), helpSheet(input), metaSheet(input, rows),
      ...(columns.length > 0 ? [{ name: '_lists', hidden: true, rows: [...listRows, ...demoRow] }] : []),
    ],
    namedRanges,
  })
}

/** The same table as CSV. */
export function fillInCsv(input: FillInInput): string {
  const head = heads.map((one, i) => (i === inputColumn ? `${one}（截至 ${input.at}）` : one))
  return csvOf([[titleOf(input)], head, ...fillInRows(input).map(row => valuesOf(row).map(value => (typeof value === 'number' ? value : String(value ?? ''))))])
}

/** A safe name, such as `填报表_晋江市_2020-09_青阳街道.xlsx`. */
export function fillInFileName(input: Pick<FillInInput, 'index' | 'period' | 'unit' | 'isDemo'>): string {
  return `${safeFileName(`填报表_${input.index.plan.area.name}_${input.period}_${unitName(input)}${input.isDemo ? '_演示数据' : ''}`)}.xlsx`
}
