/** Tables at the end: every slow cell, one page a township, the latest entries of the record. Heads are repeated on every slide. */
import type { LampRules } from '../domain/lampRules'
import { cell, frameOf, headRow, heightsOf, packed, partText, rowOfCells, stripOf } from './deckFrame'
import type { DeckCell, DeckItem, DeckRow } from './deckLook'
import { inks, lampSpan, page, sizes } from './deckLook'
import type { PaperFacts, PaperLine, StandingLine } from './paperFacts'
import { lineOf } from './paperFacts'
import { lampGroups } from '../wording/lampLook'

/** Lines of the annex at most: more is a workbook's work. */
export const mostAnnexLines = 480

export interface AnnexSheet { lines: readonly PaperLine[], /** Number of its first line, from 1. */ from: number }

const widths = [0.6, 1.4, 1.2, 3.13, 0.75, 0.85, 0.95, 3.353]
const aligns: readonly DeckCell['align'][] = ['left', 'left', 'left', 'left', 'right', 'right', 'right', 'left']
const heads = ['序号', '灯', '镇街', '事项', '应', '实', '落后', '转绿最少']
const room = page.bottom - page.top + 0.1 - headRow(heads, aligns, widths).height

const percent = (share: number | null): string => (share === null ? '—' : `${share}%`)
/** 落后 in percentage points; days after the due day of what is overdue. */
const lagText = ({ lamp, explanation }: PaperLine): string => (lamp === 'overdue' ? `逾 ${-explanation.daysLeft} 天` : explanation.gap === null || explanation.gap > -0.005 ? '' : String(Math.round(-explanation.gap * 100)))

function rowFor(line: PaperLine, number: number, isLastRed: boolean): DeckRow {
  return rowOfCells([
    cell(String(number), { color: inks.faint }), { lines: [[lampSpan(line.lamp, line.lampName)]] }, cell(line.areaName, { bold: true }), cell(line.name + line.mark),
    cell(percent(line.should), { align: 'right' }), cell(line.figure.value === null ? '未填报' : percent(line.actual), { align: 'right' }), cell(lagText(line), { align: 'right', bold: true }), cell(line.toGreen === '' ? '—' : line.toGreen),
  ], widths, sizes.small, isLastRed ? 'rule' : 'grid', 0.38)
}

const marked = (lines: readonly PaperLine[]): string => (lines.some(line => line.mark !== '') ? '；注见工作簿“口径”' : '')

export function annexSheets(facts: PaperFacts): AnnexSheet[] {
  let from = 1
  return packed(facts.slow.slice(0, mostAnnexLines), line => rowFor(line, 1, false).height, room).map(lines => {
    const sheet = { lines, from }
    from += lines.length
    return sheet
  })
}

/** 附表：滞后 34 格明细（1/3）. */
export function annexTitle(facts: PaperFacts, i: number, of: number): string {
  const none = facts.slow.filter(line => line.lamp === 'no_data').length
  const behind = facts.slow.length - none
  const said = behind === 0 ? `未填报 ${none} 格` : none === 0 ? `滞后 ${behind} 格` : `滞后 ${behind} 格、未填报 ${none} 格`
  return `附表：${said}明细${partText(i, of)}`
}

export function annexItems(facts: PaperFacts, sheet: AnnexSheet, title: string): DeckItem[] {
  const lastRed = facts.red.at(-1)
  const rows = [headRow(heads, aligns, widths), ...sheet.lines.map((line, i) => rowFor(line, sheet.from + i, line === lastRed && facts.slow.length > facts.red.length))]
  const left = facts.slow.length - mostAnnexLines
  return [
    ...frameOf(title, left > 0 ? `列最重的 ${mostAnnexLines} 格，另 ${left} 格见工作簿` : `慢的在前；落后为百分点${marked(sheet.lines)}`),
    { kind: 'table', name: '附表', box: { x: page.left, y: page.top - 0.1, w: page.inner, h: heightsOf(rows) }, widths, rows },
  ]
}

export interface AreaSheet { rules: LampRules, standing: StandingLine, lines: readonly PaperLine[], /** Cells that stand no more on the page. */ left: number }

const areaWidths = [0.6, 1.5, 4.3, 1.9, 0.95, 2.983]
const areaHeads = ['序号', '灯', '事项', '数', '落后', '转绿最少']
const areaAligns: readonly DeckCell['align'][] = ['left', 'left', 'left', 'right', 'right', 'left']
const areaRoom = page.bottom - page.top - 1.0 - headRow(areaHeads, areaAligns, areaWidths).height

/** Everything that the township is asked for, worst first as in the annex, then in plan order. */
function linesOfArea(facts: PaperFacts, code: string): PaperLine[] {
  const slow = facts.slow.filter(line => line.figure.area === code)
  const known = new Set(slow.map(line => line.figure))
  const rest = facts.view.board.rows.flatMap(row => row.cells.filter(one => one.area === code && one.lamp !== null && !known.has(one)).map(one => lineOf(facts.view, row, one)))
  return [...slow, ...rest]
}

const areaRow = (line: PaperLine, number: number): DeckRow => rowOfCells([
  cell(String(number), { color: inks.faint }), { lines: [[lampSpan(line.lamp, line.lampName)]] }, cell(line.name + line.mark), cell(line.value, { align: 'right' }), cell(lagText(line), { align: 'right', bold: true }), cell(line.toGreen === '' ? '—' : line.toGreen),
], areaWidths, sizes.small, 'grid', 0.36)

/** One page a township in plan order; what does not fit it is counted. */
export function areaSheets(facts: PaperFacts): AreaSheet[] {
  const standings = new Map(facts.standings.map(line => [line.code, line]))
  return facts.columns.flatMap(({ code }) => {
    const standing = standings.get(code)
    if (standing === undefined || standing.rate === null) return []
    const all = linesOfArea(facts, code)
    const lines = packed(all.slice(0, 40), line => areaRow(line, 1).height, areaRoom)[0] ?? []
    return [{ rules: facts.view.board.rules, standing, lines, left: all.length - lines.length }]
  })
}

export function areaTitle({ standing: { name, rank, isTied, standing } }: AreaSheet): string {
  return `${name}：${standing.active} 格中 ${standing.onPace} 格达序，${rank === null ? '不排名' : `${isTied ? '并列' : ''}第 ${rank} 位`}`
}

export function areaItems(sheet: AreaSheet, title: string): DeckItem[] {
  const { counts } = sheet.standing
  const shown = lampGroups.filter(group => counts[group] > 0 || (group !== 'idle' && group !== 'waiting')).map(group => ({ group, count: counts[group], moved: null }))
  const rows = [headRow(areaHeads, areaAligns, areaWidths), ...sheet.lines.map((line, i) => areaRow(line, i + 1))]
  return [...frameOf(title, `慢的在前；落后为百分点${marked(sheet.lines)}${sheet.left > 0 ? `；其余 ${sheet.left} 格见工作簿` : ''}`), stripOf(sheet.rules, shown, page.top, 0.78), { kind: 'table', name: sheet.standing.name, box: { x: page.left, y: page.top + 0.92, w: page.inner, h: heightsOf(rows) }, widths: areaWidths, rows }]
}
