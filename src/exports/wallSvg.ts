/** The wall chart as one SVG: a pure function of the snapshot. The same snapshot gives the same bytes. */
import type { PaperFacts } from './paperFacts'
import { sans, tidy, xml } from './svgText'
import type { WallLine } from './wallLines'
import type { WallSheet } from './wallSheets'
import { above, below, margin, wallSheets } from './wallSheets'
import { footAt } from './wallSvgFoot'
import { headAt, legendAt, titleAt, wallTitle } from './wallSvgHead'
import { ink } from './wallSvgInk'
import { beforeOf, rowAt, stripAt } from './wallSvgRows'

export interface WallOptions {
  /** Who drew it: 局办公室. Without it the department that froze the snapshot. */
  office?: string
  /** One sheet of those of a paper; without it the whole chart, as large as it must be. */
  sheet?: WallSheet
}

/** Lines between rows and columns; columns only where a row is shared out. */
function gridAt(sheet: WallSheet, places: readonly { line: WallLine, y: number }[]): string {
  const { layout, columns } = sheet
  const right = sheet.width - margin.x
  let across = ''
  let down = ''
  let strong = ''
  places.forEach(({ line, y }) => {
    across += `M${margin.x} ${tidy(y + line.height - 0.5)}H${right}`
    if (line.kind === 'strip') return
    strong += `M${tidy(layout.cells)} ${tidy(y)}v${tidy(line.height)}`
    if (line.line.row.cells.length === 0) return
    columns.forEach((column, i) => {
      if (i === 0) return
      const part = `M${tidy(layout.cells + i * layout.cell)} ${tidy(y)}v${tidy(line.height)}`
      if (column.opensGroup) strong += part
      else down += part
    })
  })
  const path = (d: string, colour: string): string => (d === '' ? '' : `<path d="${d}" stroke="${colour}" fill="none"/>`)
  return path(across, ink.line) + path(down, ink.line) + path(strong, ink.line2)
}

/** The department that froze the snapshot, by name. */
export function officeOf({ view: { index, snapshot } }: PaperFacts, office: string | undefined): string {
  if (office !== undefined && office !== '') return office
  const { unit } = snapshot.seal.madeBy
  return unit === undefined ? '' : index.departments.get(unit)?.name ?? ''
}

/** A4 to A0: one sheet of the wall chart, or all of it. Escaped, without characters that XML forbids. */
export function wallSvg(facts: PaperFacts, options: WallOptions = {}): string {
  const sheet = options.sheet ?? wallSheets(facts, 'whole')[0]!
  const before = beforeOf(facts)
  const top = margin.top + above
  let y = top + sheet.layout.headHeight
  const places = sheet.lines.map(line => {
    const place = { line, y }
    y += line.height
    return place
  })
  // Strips lie under the lines, rows above them.
  const strips = places.map(({ line, y: at }) => (line.kind === 'strip' ? stripAt(facts, sheet, line, at) : ''))
  const rows = places.map(({ line, y: at }) => (line.kind === 'row' ? rowAt(facts, sheet, line, before, at) : ''))
  const legend = legendAt(facts, sheet)
  const title = `${wallTitle(facts)}${sheet.pages > 1 ? ` 第${sheet.page}页` : ''}`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}" viewBox="0 0 ${sheet.width} ${sheet.height}" role="img" font-family="${sans}" font-size="13" fill="${ink.text}" data-code="${facts.caption.code}">`
    + `<title>${xml(title)}</title><rect width="${sheet.width}" height="${sheet.height}" fill="${ink.sheet}"/>`
    + titleAt(facts, sheet, officeOf(facts, options.office)) + legend.drawn + headAt(facts, sheet, top)
    + strips.join('') + gridAt(sheet, places) + rows.join('')
    + footAt(facts, sheet, sheet.height - margin.bottom - below + 14, legend.unsaid) + '</svg>'
}
