/** Rows of the wall chart: number, name, department, goal, day, bar, total, cells; and the strips of chapters with their tasks. Pixels. */
import type { Figure, Row } from '../domain/board'
import { tickOf, totalText } from '../wording/cellFace'
import { lookOf } from '../wording/lampLook'
import type { PaperFacts } from './paperFacts'
import { textAt, tidy, widthOf, xml } from './svgText'
import type { WallChip, WallRow, WallStrip } from './wallLines'
import type { WallSheet } from './wallSheets'
import { margin } from './wallSheets'
import { cellAt, figureGroup, plainShape, wholeAt } from './wallSvgCells'
import { barAt, ink, rectAt, shapeAt, tileAt, tones } from './wallSvgInk'

/** What the last meeting's board held, by target and place. */
export interface WallBefore { row: (target: string) => Row | undefined }

export function beforeOf({ view: { before } }: PaperFacts): WallBefore {
  const rows = new Map(before?.board.rows.map(row => [row.target.id, row]))
  return { row: target => rows.get(target) }
}

/** Left edges of the columns before the cells. */
export function leftsOf({ layout: { number, name, department, goal, due, bar } }: WallSheet): { name: number, department: number, goal: number, due: number, bar: number, total: number } {
  const left = margin.x + 10 + number
  return { name: left, department: left + name, goal: left + name + department, due: left + name + department + goal, bar: left + name + department + goal + due, total: left + name + department + goal + due + bar }
}

function headOfRow(facts: PaperFacts, sheet: WallSheet, line: WallRow, y: number): string {
  const { row } = line.line
  const at = leftsOf(sheet)
  const { layout } = sheet
  const middle = y + line.height / 2
  const base = middle + 4.7
  const many = line.names.length
  const first = middle + (many === 1 ? line.nameSize * 0.36 : 4.4 - (many - 1) * 7.5)
  const names = line.names.map((name, i) => textAt(at.name, first + i * 15, name, { size: line.nameSize, fill: ink.text, most: layout.name - 12 - (line.line.hasRulings && i === many - 1 ? 15 : 0) })).join('')
  const nameEnd = at.name + Math.min(layout.name - 20, widthOf(line.names.at(-1) ?? '', line.nameSize))
  const tone = row.total.lamp === null ? 'bare' as const : lookOf(row.total.lamp).tone
  const barWidth = layout.bar - 18
  const total = totalText(row)
  const isBold = tone === 'sev' || tone === 'lag'
  return `<g data-row="${xml(row.target.id)}">`
    + textAt(margin.x + 10, base, line.line.number, { size: 12, fill: ink.third, most: layout.number - 6 }) + names
    + (line.line.hasRulings ? textAt(nameEnd + 2, first - 5 + (many - 1) * 15, '注', { size: 12, fill: ink.third }) : '')
    + textAt(at.department, base, line.line.department, { size: 13, fill: ink.third, most: layout.department - 6 })
    + `<text x="${tidy(at.due - 14)}" y="${tidy(base)}" text-anchor="end" fill="${ink.second}"${pressOf(line, layout.goal)}>${xml(line.goal.number)}<tspan font-size="12" dx="2" fill="${ink.third}">${xml(line.goal.unit)}</tspan></text>`
    + textAt(at.due, base, line.due, { size: 13, fill: ink.second })
    + barAt(at.bar, middle - 4.5, barWidth, 9, { fill: row.total.progress, pace: tickOf(row.target, row.total), colour: tone === 'sev' ? tones.sev.bar : tone === 'lag' ? tones.lag.bar : ink.bar, ground: ink.barGround, tick: ink.text })
    + figureGroup(facts, row, { ...row.total, area: null }, plainShape(row.total.lamp, at.total + 3, middle)
      + `<text x="${tidy(layout.cells - 9)}" y="${tidy(base)}" text-anchor="end" font-weight="600" fill="${isBold ? tones[tone].bar : ink.text}"${widthOf(total.main, 13, true) + widthOf(total.sub, 12) > layout.total - 22 ? ` textLength="${layout.total - 22}" lengthAdjust="spacingAndGlyphs"` : ''}>${xml(total.main)}<tspan font-size="12"${total.sub.startsWith('/') ? ` font-weight="400" fill="${ink.third}"` : ''}>${xml(total.sub)}</tspan></text>`).replace('data-area=""', 'data-area="total"')
    + '</g>'
}

function pressOf({ goal }: WallRow, width: number): string {
  const used = widthOf(goal.number, 13) + widthOf(goal.unit, 12) + 2
  return used > width - 20 ? ` textLength="${tidy(width - 20)}" lengthAdjust="spacingAndGlyphs"` : ''
}

/** A target's row on a sheet; cells of the sheet's columns only. */
export function rowAt(facts: PaperFacts, sheet: WallSheet, line: WallRow, before: WallBefore, y: number): string {
  const { row } = line.line
  const { layout, columns, from } = sheet
  const was = before.row(row.target.id)
  const parts = [headOfRow(facts, sheet, line, y)]
  if (row.cells.length === 0) {
    const width = sheet.width - margin.x - layout.cells
    parts.push(sheet.isFirstBlock ? wholeAt(facts, row, was?.total, { x: layout.cells, y, width, height: line.height })
      : textAt(layout.cells + 8, y + line.height / 2 + 4.5, `${facts.ownLevel}，见左页`, { size: 12, fill: ink.third }))
    return parts.join('')
  }
  columns.forEach((_, i) => {
    const figure: Figure | undefined = row.cells[from + i]
    if (figure !== undefined) parts.push(cellAt(facts, row, figure, was?.cells[from + i], layout.form, { x: layout.cells + i * layout.cell, y, width: layout.cell, height: line.height }))
  })
  return parts.join('')
}

function chipAt(facts: PaperFacts, chip: WallChip, x: number, y: number): string {
  const { row, hasRulings, number } = chip.line
  const tone = row.total.lamp === null ? 'bare' as const : lookOf(row.total.lamp).tone
  const look = tones[tone]
  const isTile = look.ground !== null
  const height = 18
  const base = y + height / 2 + 4.3
  const numberWidth = widthOf(number, 12)
  const nameWidth = Math.min(widthOf(chip.name, 12), chip.width - (hasRulings ? 47 : 35) - numberWidth - widthOf(chip.stage, 12, true))
  const parts = [isTile ? tileAt(x, y, chip.width, height, look) : '', row.total.lamp === null ? '' : shapeAt(lookOf(row.total.lamp).shape, x + 9, y + height / 2, 8.5, look.shape)]
  let at = x + 17
  parts.push(textAt(at, base, number, { size: 12, fill: isTile ? look.text : ink.third }))
  at += numberWidth + 4
  parts.push(textAt(at, base, chip.name, { size: 12, fill: isTile ? look.text : ink.text, most: nameWidth + 1 }))
  at += nameWidth
  if (hasRulings) { parts.push(textAt(at + 1, base - 3, '注', { size: 12, fill: isTile ? look.text : ink.third, most: 10 })); at += 12 }
  parts.push(textAt(at + 6, base, chip.stage, { size: 12, fill: isTile ? look.text : tone === 'done' ? look.text : ink.second, weight: isTile ? 600 : 400 }))
  return figureGroup(facts, row, row.total, parts.join(''))
}

/** A chapter's strip with its tasks without a figure. */
export function stripAt(facts: PaperFacts, sheet: WallSheet, strip: WallStrip, y: number): string {
  const base = y + 15.5
  const titleWidth = Math.min(widthOf(strip.title, 13, true), sheet.width * 0.3)
  const parts = [
    rectAt(margin.x, y, sheet.width - 2 * margin.x, strip.height, ink.sunk),
    textAt(margin.x + 10, base, strip.title, { size: 13, weight: 700, most: titleWidth + 0.1 }),
    textAt(margin.x + 10 + titleWidth + 10, base, strip.isGoingOn ? '续' : strip.counts, { size: 12, fill: ink.third, ...(strip.chips.length > 0 && { most: sheet.chipsX - margin.x - 30 - titleWidth }) }),
  ]
  if (sheet.isFirstBlock) strip.chips.forEach((line, i) => { for (const chip of line) parts.push(chipAt(facts, chip, sheet.chipsX + chip.x, y + 2 + i * 21)) })
  return `<g data-chapter="${xml(strip.section.chapter.id)}">${parts.join('')}</g>`
}
