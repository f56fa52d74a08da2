/** The workbook's bytes. The only door from the papers to hucre: written from data, once; runs in a worker. Load it lazily. */
import type { Cell, CellStyle, ConditionalRule, NamedRange, SheetChart, WriteSheet } from 'hucre'
import { writeXlsx } from 'hucre'
import type { BookCell, BookColumn, BookLamps, BookLook, BookSheet, BookValue } from './bookModel'
import { cellText, columnName, heightsOf, sheetRef } from './bookModel'
import { sheetMakers } from './bookSheets'
import type { PaperWriter, Tell } from './paper'
import { factsOf } from './paperFacts'
import { withoutForbidden } from '../wording/safeText'

const fontName = '微软雅黑'
const ink = '1A1E23'
const line = { style: 'thin' as const, color: { rgb: 'C9C6BE' } }
const border = { top: line, right: line, bottom: line, left: line }
const ground = (rgb: string) => ({ type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb } })
const bold = { name: fontName, size: 10, bold: true, color: { rgb: ink } }
const middle = { vertical: 'center' as const }
const totalGround = ground('F3F2EE')

const looks: Readonly<Record<BookLook, CellStyle>> = {
  title: { font: { ...bold, size: 15 }, alignment: middle },
  caption: { font: { name: fontName, size: 9, color: { rgb: '454B53' } }, alignment: middle },
  head: { font: bold, border, fill: ground('E3E1DB'), alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
  group: { font: { ...bold, size: 9 }, border, fill: ground('E3E1DB'), alignment: { horizontal: 'center', vertical: 'center' } },
  section: { font: bold, border, fill: ground('F3F2EE'), alignment: { horizontal: 'left', vertical: 'center', indent: 1 } },
  note: { alignment: { wrapText: true } },
  none: {},
  text: { border, alignment: { horizontal: 'left', vertical: 'center', wrapText: true, indent: 1 } },
  small: { font: { name: fontName, size: 9, color: { rgb: '454B53' } }, border, alignment: { horizontal: 'left', vertical: 'center', wrapText: true, indent: 1 } },
  sign: { border, alignment: { horizontal: 'center', vertical: 'center' } },
  number: { border, alignment: { horizontal: 'right', vertical: 'center' } },
  plain: { border, alignment: { horizontal: 'left', vertical: 'center', indent: 1 } },
  total: { font: bold, border, fill: totalGround, alignment: { horizontal: 'left', vertical: 'center', wrapText: true, indent: 1 } },
  totalNumber: { font: bold, border, fill: totalGround, alignment: { horizontal: 'right', vertical: 'center' } },
  totalSign: { font: bold, border, fill: totalGround, alignment: { horizontal: 'center', vertical: 'center' } },
  label: { font: bold, border, fill: ground('F3F2EE'), alignment: { horizontal: 'left', vertical: 'center', wrapText: true, indent: 1 } },
}

/** One style object a look and format, however many cells have it. */
function styleBook(): (look: BookLook, format: string | undefined) => CellStyle | undefined {
  const made = new Map<string, CellStyle>()
  return (look, format) => {
    if (format === undefined) return look === 'none' ? undefined : looks[look]
    const key = `${look}|${format}`
    let style = made.get(key)
    if (style === undefined) made.set(key, style = { ...looks[look], numFmt: format })
    return style
  }
}

/** Lamps by sign: DESIGN.md's tiles; they differ in grey as well, and the sign stands in the cell. */
const lampInks = [
  { sign: '■', fill: 'B3261E', ink: 'FFFFFF' }, { sign: '▲', fill: 'FCE4B3', ink: '5E3900' }, { sign: '◆', fill: 'E2ECF9', ink: '163E74' }, { sign: '✓', fill: 'E6F1EB', ink: '17664B' }, { sign: '△', fill: 'E6F1EB', ink: '17664B' }, { sign: '○', fill: 'F3F2EE', ink: '5A6068' },
] as const

function lampRules(ranges: readonly BookLamps[]): ConditionalRule[] {
  return ranges.flatMap(({ range, first, next }, r) => lampInks.map(({ sign, fill, ink: rgb }, i): ConditionalRule => ({
    type: 'expression', priority: r * lampInks.length + i + 1, range, formula: next === null ? `LEFT(${first},1)="${sign}"` : `OR(${first}="${sign}",${next}="${sign}")`,
    style: { font: { bold: sign === '■', color: { rgb } }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill }, bgColor: { rgb: fill } } },
  })))
}

/** Under every row a thin line, said once. */
function lineRules({ ruled, lamps }: BookSheet): ConditionalRule[] {
  return ruled === undefined ? [] : [{ type: 'expression', priority: lamps.length * lampInks.length + 1, range: ruled, formula: 'TRUE', style: { border: { bottom: line } } }]
}

function chartOf(sheet: BookSheet): SheetChart[] {
  if (sheet.bars === null) return []
  const { title, names, values, from, to } = sheet.bars
  const ref = sheetRef(sheet.name)
  return [{
    type: 'column', title: withoutForbidden(title), titleFontSize: 12, titleBold: true, titleFontFamily: fontName, anchor: { from, to }, legend: false, gapWidth: 60, roundedCorners: false, altText: withoutForbidden(title),
    series: [{ name: '达序率', values: `${ref}${values}`, categories: `${ref}${names}`, color: '454B53' }],
    dataLabels: { showValue: true, position: 'outEnd', numberFormat: { formatCode: '0%' }, fontSize: 9 },
    axes: { x: { labelFontSize: 9 }, y: { scale: { min: 0, max: 1, majorUnit: 0.2 }, numberFormat: { formatCode: '0%' }, labelFontSize: 9 } },
  }]
}

const isCell = (value: BookValue): value is BookCell => typeof value === 'object' && value !== null
/** Texts that spreadsheets take for errors. */
const errorText = /^#(?:VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/

type Held = string | number | null

/** A row's bare values; `put` is asked for each that is more than that. A row of nothing but bare values is not copied. */
function valuesOf(row: readonly BookValue[], put: (value: BookValue, column: number, held: Held) => void): Held[] {
  let copy: Held[] | null = null
  for (let c = 0; c < row.length; c += 1) {
    const value = row[c]!
    if (typeof value === 'number' || value === null) { if (copy !== null) copy[c] = value; continue }
    const bare = isCell(value) ? value.value : value
    const held = typeof bare === 'string' ? cellText(bare) : bare
    if (held !== value) copy ??= row.slice(0, c) as Held[]
    if (copy !== null) copy[c] = held
    if (held !== value || (typeof held === 'string' && held.startsWith('#'))) put(value, c, held)
  }
  return copy ?? row as Held[]
}

/** A sheet for the writer: bare values go by their column, only what differs is put down cell by cell. */
export function writeSheetOf(sheet: BookSheet, caption: { header: string, footer: string }, styleOf = styleBook()): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const columnLook = (column: BookColumn | undefined): BookLook => column?.look ?? 'plain'
  const rows = sheet.rows.map((row, r) => valuesOf(row, (value, c, held) => {
    if (isCell(value)) {
      const column = sheet.columns[c]
      const format = value.format ?? (value.look === undefined || value.look === column?.look ? column?.format : undefined)
      const style = styleOf(value.look ?? columnLook(column), format)
      cells.set(`${r},${c}`, { ...(style !== undefined && { style }), ...(value.formula !== undefined && held !== null && { formula: value.formula, formulaResult: held }) })
    }
    if (typeof held === 'string' && held.startsWith('#') && errorText.test(held)) cells.set(`${r},${c}`, { ...cells.get(`${r},${c}`), richText: [{ text: held }] })
  }))
  const { heads, frozenColumns } = sheet
  return {
    name: sheet.name, rows, cells, columns: sheet.columns.map(({ width, look, format }) => { const style = styleOf(look, format); return style === undefined ? { width } : { width, style } }),
    merges: sheet.merges.map(({ row, from, to }) => ({ startRow: row, endRow: row, startCol: from, endCol: to })),
    rowDefs: rowDefsOf(sheet), outlineProperties: { summaryBelow: false }, conditionalRules: [...lampRules(sheet.lamps), ...lineRules(sheet)], charts: chartOf(sheet), view: { showGridLines: false }, ...(sheet.newPage !== undefined && { rowBreaks: [sheet.newPage - 1] }),
    ...(sheet.filter !== null && { autoFilter: { range: sheet.filter } }),
    freezePane: { rows: heads, columns: frozenColumns },
    pageSetup: { paperSize: sheet.paper, orientation: sheet.isUpright ? 'portrait' : 'landscape', fitToPage: true, fitToWidth: sheet.pagesWide ?? 1, fitToHeight: sheet.isOnePage === true ? 1 : 0, horizontalCentered: true, margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 } },
    headerFooter: { oddHeader: caption.header, oddFooter: caption.footer },
  }
}

function rowDefsOf(sheet: BookSheet): Map<number, { height?: number, outlineLevel?: number }> {
  const defs = new Map<number, { height?: number, outlineLevel?: number }>()
  for (const [row, height] of heightsOf(sheet)) defs.set(row, { height })
  for (const row of sheet.folded) defs.set(row, { ...defs.get(row), outlineLevel: 1 })
  return defs
}

/** hucre writes print titles without quoting the sheet's name, which Excel refuses for most names: they are given as names instead. */
function printTitles({ name, heads, titleRows, frozenColumns, pagesWide = 1 }: BookSheet): NamedRange {
  const columns = pagesWide > 1 && frozenColumns > 0 ? `${sheetRef(name)}$A:$${columnName(frozenColumns - 1)},` : ''
  return { name: '_xlnm.Print_Titles', scope: name, range: `${columns}${sheetRef(name)}$${heads - titleRows + 1}:$${heads}` }
}

/** A head or foot holds 255 characters, codes and all; & stands for itself when doubled. */
const inFoot = (text: string, length: number): string => withoutForbidden([...text].slice(0, length).join('')).replaceAll('&', '&&')

/** The bytes of sheets made one by one. */
export async function writeBook(makers: readonly (() => BookSheet)[], about: { title: string, mark: string, foot: string, made: Date }, tell: Tell): Promise<Uint8Array> {
  const header = `${about.mark === '' ? '' : `&L${inFoot(about.mark, 40)}`}&R&A`
  const footer = `&L${inFoot(about.foot, 150)}&R第 &P 页，共 &N 页`
  const styleOf = styleBook()
  const sheets: WriteSheet[] = []
  const names: NamedRange[] = []
  const total = makers.length + 1
  for (const [i, make] of makers.entries()) {
    const sheet = make()
    sheets.push(writeSheetOf(sheet, { header, footer }, styleOf))
    if (sheet.heads > 0 && sheet.rows.length > sheet.heads) names.push(printTitles(sheet))
    await tell(i + 1, total)
  }
  const bytes = await writeXlsx({
    sheets, namedRanges: names, defaultFont: { name: fontName, size: 10, color: { rgb: ink } },
    properties: { title: withoutForbidden(about.title), creator: '挂图 Guatu', description: withoutForbidden(about.foot), created: about.made, modified: about.made },
  })
  await tell(total, total)
  return bytes
}

/** 工作簿: board, chapters, places, lists, record, rules and sources. The parts of a choice do not narrow it: it is the whole. */
export const bookOf: PaperWriter = async (view, _choice, tell) => {
  const facts = factsOf(view)
  const { caption, place, title } = facts
  return writeBook(sheetMakers(facts), {
    title: `${place} ${title}`, mark: caption.demo, made: new Date(Date.parse(view.snapshot.seal.madeAt)),
    foot: `${caption.asOf}（${caption.knownAt}）　${caption.review}　${caption.version}　校验码 ${caption.code}`,
  }, tell)
}

