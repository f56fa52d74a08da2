/** What the writer of DOCX leaves open: fonts to take where the official ones are missing, category names upright in charts, and times that come from the clock. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { fontFallbacks, linePitch } from './paperSetting'

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** `w:altName` is the first child of a font. Fonts that the table lacks are added. */
export function withFallbacks(fontTable: string): string {
  let table = fontTable
  for (const [name, other] of Object.entries(fontFallbacks)) {
    const alternative = `<w:altName w:val="${attribute(other)}"/>`
    const opening = `<w:font w:name="${name}"`
    if (table.includes(opening)) table = table.replace(new RegExp(`(<w:font w:name="${name}"[^>]*[^/])>`), `$1>${alternative}`).replace(new RegExp(`(<w:font w:name="${name}"[^>]*)/>`), `$1>${alternative}</w:font>`)
    else if (/<w:fonts\b[^>]*\/>/.test(table)) table = table.replace(/(<w:fonts\b[^>]*)\/>/, `$1>${opening}>${alternative}</w:font></w:fonts>`)
    else table = table.replace('</w:fonts>', `${opening}>${alternative}</w:font></w:fonts>`)
  }
  return table
}

/** Short Chinese names of places stand upright one character over the other under narrow bars. */
export function withUprightNames(chart: string): string {
  if (!chart.includes('<c:barDir val="col"/>')) return chart
  return chart.replace(/<c:catAx>.*?<\/c:catAx>/s, axis => axis.replace(/<a:bodyPr[^>]*?\/?>(?:<\/a:bodyPr>)?/, '<a:bodyPr rot="0" vert="wordArtVert"/>'))
}

/** Chinese text in a chart takes its font by name, not that of a theme; figures stand in the Latin one. */
export const withEastAsianFonts = (chart: string): string => chart.replace(/<a:latin typeface="(?!\+)([^"]*)"\/>(?:<a:ea typeface="[^"]*"\/>)?(?:<a:cs typeface="[^"]*"\/>)?/g, '<a:latin typeface="Times New Roman"/><a:ea typeface="$1"/>')

/** Lines of another pitch than the grid's (tables, titles, charts) do not snap to it; LibreOffice would double their height. */
export const offTheGrid = (document: string): string => document.replace(new RegExp(`(?=<w:spacing [^>]*w:line="(?!${linePitch}")\\d+")`, 'g'), '<w:snapToGrid w:val="0"/>')

/** Puts into the finished bytes what the library cannot say. `madeOn`: the day that the paper bears. */
export function fixDocx(bytes: Uint8Array, madeOn: string): Uint8Array {
  const parts = unzipSync(bytes)
  const change = (path: string, by: (text: string) => string): void => { const part = parts[path]; if (part !== undefined) parts[path] = strToU8(by(strFromU8(part))) }
  change('word/fontTable.xml', withFallbacks)
  change('word/document.xml', offTheGrid)
  change('docProps/core.xml', text => text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${madeOn}T00:00:00Z`))
  for (const path of Object.keys(parts)) if (/^word\/charts\/chart\d*\.xml$/.test(path)) change(path, text => withEastAsianFonts(withUprightNames(text)))
  return zipSync(parts, { level: 6, mtime: new Date(`${madeOn}T00:00:00`) })
}
