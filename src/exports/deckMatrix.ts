/** The wall chart as native tables: one chapter a slide, cut where rows or columns do not fit at 12 points, heads repeated. */
import type { Figure } from '../domain/board'
import { milestoneStages } from '../domain/pace'
import type { BoardLine, BoardSection } from '../wording/boardSections'
import { faceOf, totalText } from '../wording/cellFace'
import type { Column } from '../wording/columnGroups'
import { goalText } from '../wording/figureText'
import { zhValue } from '../wording/figureWords'
import { groupCounts } from '../wording/lampLook'
import { groupShortOf, lampNameOf } from '../wording/ruleWords'
import { noteMark } from '../wording/rulingNotes'
import { cell, evenly, frameOf, heightsOf, packed, packedEvenly, rowOfCells } from './deckFrame'
import type { DeckCell, DeckItem, DeckRow, Line, Span } from './deckLook'
import { clipTo, emsOf, faceText, glyphOf, inks, page, plainTone, sizes, toneOf } from './deckLook'
import type { PaperFacts } from './paperFacts'

/** What one slide shows of a chapter. */
export interface MatrixSheet {
  section: BoardSection
  columns: readonly Column[]
  /** Place of its first column on the board. */
  from: number
  lines: readonly BoardLine[]
  folded: readonly (readonly BoardLine[])[]
}

const fixed = { name: 2.1, goal: 1.0, total: 0.92 } as const
const fixedWidth = fixed.name + fixed.goal + fixed.total
const narrowest = 0.356
const mostColumns = Math.floor((page.inner - fixedWidth) / narrowest)
/** From this width on shape and number stand side by side. */
const sideBySide = 0.75

const widthsOf = (columns: number): number[] => [fixed.name, fixed.goal, fixed.total, ...(columns === 0 ? [page.inner - fixedWidth] : Array.from({ length: columns }, () => (page.inner - fixedWidth) / columns))]

/** A short name from top to bottom, or in lines where there is room. */
function headLines(short: string, width: number): Line[] {
  if (emsOf(short) * sizes.least <= (width - 0.06) * 72) return [[{ text: short }]]
  const characters = [...clipTo(short, 5)]
  return characters.map(text => [{ text }])
}

function headOf(columns: readonly Column[]): DeckRow {
  const widths = widthsOf(columns.length)
  const grey = { color: inks.faint, size: sizes.small } as const
  const heads = columns.length === 0 ? [cell('进展', grey)] : columns.map((column, i): DeckCell => ({ lines: headLines(column.short, widths[i + 3]!), align: 'center', size: sizes.least, color: inks.soft }))
  return rowOfCells([cell('目标', grey), cell('全年', { ...grey, align: 'right' }), cell('合计', { ...grey, align: 'right' }), ...heads], widths, sizes.least, 'rule')
}

/** What a cell says: shape and number, on the colour of its lamp. */
function cellOf(line: BoardLine, figure: Figure, width: number): DeckCell {
  const text = faceText(faceOf(line.row, figure, width < sideBySide ? 'narrow' : 'middle', width * 72))
  if (figure.lamp === null) return cell(text, { align: 'center', color: inks.faint, size: sizes.least })
  const tone = toneOf(figure.lamp)
  const shape: Span = { text: glyphOf(figure.lamp), color: tone.shape }
  const lines: Line[] = text === '' ? [[shape]] : width < sideBySide ? [[shape], [{ text }]] : [[{ ...shape, text: `${shape.text} ` }, { text }]]
  return { lines, align: 'center', color: tone.text, size: sizes.least, bold: figure.lamp === 'behind' || figure.lamp === 'overdue', ...(tone.fill !== null && { fill: tone.fill }) }
}

/** A row that is not shared out: its stages, or its value. */
function wholeSpans({ row }: BoardLine, ownLevel: string): Span[] {
  const { target, total, due } = row
  const own: Span = { text: `${ownLevel}　`, color: inks.faint }
  if (target.measure !== 'milestone') return [own, ...(total.lamp === null ? [] : [{ text: `${glyphOf(total.lamp)} ${lampNameOf(row.rules, total.lamp)}　`, color: plainTone(total.lamp) }]), { text: zhValue(row, total) }]
  const reached = total.detail?.stages ?? {}
  const stages = [...milestoneStages(target, due)].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  const next = stages.find(stage => reached[stage.id] === undefined)
  return [own, ...stages.map((stage): Span => {
    const on = reached[stage.id]
    const when = `${Number((on ?? stage.due).slice(5, 7))}月`
    if (on !== undefined) return { text: `✓${stage.name} ${when}　`, color: inks.done }
    return stage === next && total.lamp !== null ? { text: `${glyphOf(total.lamp)}${stage.name} ${when}　`, color: plainTone(total.lamp) } : { text: `${stage.name} ${when}　`, color: inks.faint }
  })]
}

function rowFor(line: BoardLine, columns: readonly Column[], from: number, { ownLevel, view: { index } }: PaperFacts): DeckRow {
  const widths = widthsOf(columns.length)
  const { row } = line
  const total = totalText(row)
  const goal = goalText(row.target)
  const shape: Span[] = row.total.lamp === null ? [] : [{ text: `${glyphOf(row.total.lamp)} `, color: plainTone(row.total.lamp), bold: false }]
  const first: DeckCell[] = [
    cell(`${row.target.name}${noteMark(index.plan, row.target.id)}`, { size: sizes.small }),
    cell(`${goal.number}${goal.number === '' ? '' : ' '}${goal.unit}`, { align: 'right', size: sizes.least, color: inks.soft }),
    { lines: [[...shape, { text: faceText(total) }]], align: 'right', size: sizes.small, bold: true },
  ]
  const rest = row.cells.length === 0
    ? [{ lines: [wholeSpans(line, ownLevel)], align: 'left', size: sizes.least, span: Math.max(1, columns.length) } satisfies DeckCell]
    : columns.length === 0 ? [cell(zhValue(row, row.total), { size: sizes.least })] : columns.map((_, i) => cellOf(line, row.cells[from + i]!, widths[i + 3]!))
  return rowOfCells([...first, ...rest], widths, sizes.least, 'grid', 0.36)
}

const foldedSpan = ({ number, row }: BoardLine): Span[] => [{ text: `${number} ${row.target.name} ` }, row.total.lamp === null ? { text: zhValue(row, row.total) } : { text: `${glyphOf(row.total.lamp)}${zhValue(row, row.total)}`, color: plainTone(row.total.lamp) }, { text: '　　' }]

/** Tasks without a figure, several to a line. */
function foldedLines(folded: readonly BoardLine[]): BoardLine[][] {
  const room = ((page.inner - 0.2) * 72) / sizes.least
  return packed(folded, line => emsOf(foldedSpan(line).map(part => part.text).join('')), room)
}

function foldedRow(lines: readonly BoardLine[], columns: number): DeckRow {
  const widths = widthsOf(columns)
  return rowOfCells([{ lines: [lines.flatMap(foldedSpan)], align: 'left', size: sizes.least, span: widths.length }], widths, sizes.least)
}

const roomFor = (columns: readonly Column[]): number => page.bottom - page.top + 0.1 - headOf(columns).height

/** The slides of a chapter: columns first, then rows. Rows that are not shared out, and tasks without a figure, stand with the first columns only. */
export function matrixSheets(facts: PaperFacts, section: BoardSection): MatrixSheet[] {
  const runs = facts.columns.length === 0 ? [[]] : evenly(facts.columns, mostColumns)
  let from = 0
  return runs.flatMap((columns, run) => {
    const start = from
    from += columns.length
    const lines = run === 0 ? section.figures : section.figures.filter(line => line.row.cells.length > 0)
    const things = [...lines.map(line => ({ line, folded: null })), ...(run === 0 ? foldedLines(section.folded).map(folded => ({ line: null, folded })) : [])]
    const room = roomFor(columns)
    const heightOfLine = (line: BoardLine): number => rowFor(line, columns, start, facts).height
    const all = [...section.figures, ...section.folded]
    // Where there is room for it a task without a figure has a row of its own.
    if (runs.length === 1 && all.reduce((sum, line) => sum + heightOfLine(line), 0) <= room) return [{ section, columns, from: start, lines: all, folded: [] }]
    return packedEvenly(things, thing => (thing.line === null ? foldedRow(thing.folded, columns.length).height : heightOfLine(thing.line)), room)
      .map(part => ({ section, columns, from: start, lines: part.flatMap(thing => thing.line ?? []), folded: part.flatMap(thing => (thing.folded === null ? [] : [thing.folded])) }))
  })
}

/** 二、提升养老品质：8 项，滞后 1、临期 2. Counts of its targets. */
export function matrixTitle(facts: PaperFacts, section: BoardSection): string {
  const standing = facts.view.board.chapters.find(one => one.chapter === section.chapter.id)
  const counts = groupCounts(standing?.lamps ?? {})
  const said = (['sev', 'lag', 'due', 'none'] as const).flatMap(group => { const count = counts.find(one => one.group === group)?.count ?? 0; return count === 0 ? [] : [`${groupShortOf(facts.view.board.rules, group)} ${count}`] })
  return `${section.numeral}、${clipTo(section.chapter.title, 22)}：${section.figures.length + section.folded.length} 项，${said.length > 0 ? said.join('、') : '全部达序'}`
}

export function matrixItems(facts: PaperFacts, sheet: MatrixSheet, title: string): DeckItem[] {
  const { columns, from, lines, folded } = sheet
  const tight = [...lines.map(line => rowFor(line, columns, from, facts)), ...folded.map(one => foldedRow(one, columns.length))]
  const spare = Math.min(0.24, ((roomFor(columns) - heightsOf(tight)) * 0.8) / Math.max(1, tight.length))
  const rows = [headOf(columns), ...tight.map(row => ({ ...row, height: row.height + Math.max(0, spare) }))]
  return [
    ...frameOf(title, [...columns.length === 0 ? [] : ['格内 81 即 81%，2/3 即件数，空白即无任务'], ...lines.some(line => noteMark(facts.view.index.plan, line.row.target.id) !== '') ? ['注见工作簿“口径”'] : []].join('；')),
    { kind: 'table', name: '挂图', box: { x: page.left, y: page.top - 0.1, w: page.inner, h: heightsOf(rows) }, widths: widthsOf(columns.length), rows, ...(columns.length > 0 && { gridFrom: 3 }) },
  ]
}
