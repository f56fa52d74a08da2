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
export const offTheGrid = (document: string): string => document.replace(/(?=<w:spacing [^>]*w:line="(\d+)")/g, (_, line: string) => (line === String(linePitch) ? '' : '<w:snapToGrid w:val="0"/>'))

/** The library gives some relations a name by chance; the same paper shall be the same bytes. */
function nameRelations(parts: Record<string, Uint8Array>): void {
  for (const path of Object.keys(parts)) {
    if (!path.endsWith('.rels')) continue
    const source = path.replace(/_rels\/([^/]*)\.rels$/, '$1')
    let [relations, text] = [strFromU8(parts[path]!), parts[source] === undefined ? null : strFromU8(parts[source])]
    const ids = [...relations.matchAll(/ Id="(rId[\w-]{12,})"/g)].map(match => match[1]!)
    if (ids.length === 0) continue
    ids.forEach((id, i) => {
      relations = relations.replaceAll(`"${id}"`, `"rIdPart${i + 1}"`)
      text = text?.replaceAll(`"${id}"`, `"rIdPart${i + 1}"`) ?? null
    })
    parts[path] = strToU8(relations)
    if (text !== null) parts[source] = strToU8(text)
  }
}

const withoutClock = (text: string, madeOn: string): string => text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${madeOn}T00:00:00Z`)

/** Drawings are numbered within the document, not since the programme began. */
function numberDrawings(document: string): string {
  let number = 0
  return document.replace(/(<wp:docPr id=")\d+/g, (_, head: string) => `${head}${++number}`)
}

/** Puts into the finished bytes what the library cannot say. `madeOn`: the day that the paper bears. */
export function fixDocx(bytes: Uint8Array, madeOn: string): Uint8Array {
  const parts = unzipSync(bytes)
  const change = (path: string, by: (text: string) => string): void => { const part = parts[path]; if (part !== undefined) parts[path] = strToU8(by(strFromU8(part))) }
  change('word/fontTable.xml', withFallbacks)
  change('word/document.xml', text => numberDrawings(offTheGrid(text)))
  change('docProps/core.xml', text => withoutClock(text, madeOn))
  nameRelations(parts)
  for (const path of Object.keys(parts)) if (/^word\/charts\/chart\d*\.xml$/.test(path)) change(path, text => withEastAsianFonts(withUprightNames(text)))
  const zipped = (files: Record<string, Uint8Array>) => zipSync(files, { level: 6, mtime: new Date(`${madeOn}T00:00:00`) })
  for (const path of Object.keys(parts)) {
    if (!path.endsWith('.xlsx')) continue
    const book = unzipSync(parts[path]!)
    if (book['docProps/core.xml'] !== undefined) book['docProps/core.xml'] = strToU8(withoutClock(strFromU8(book['docProps/core.xml']), madeOn))
    parts[path] = zipped(book)
  }
  return zipped(parts)
}
