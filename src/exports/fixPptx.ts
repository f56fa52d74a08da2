/**
 * A deck as pptxgenjs 4.0.1 writes it opens in LibreOffice and is repaired or refused by PowerPoint. Each step here mends one defect
 * (the tests show each in the raw file). By strings and a small tree: it runs in a worker.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { fixChart } from './fixChart'
import type { XmlNode } from './xmlTree'
import { attributeOf, below, childOf, element, parseXml, printXml, textOf } from './xmlTree'

export interface PptxFixes {
  /** East-Asian font of whatever has none. */
  font: string
  /** Instant that stands as its making: a file says when its snapshot was taken, not when it was written. */
  at: string
  /** Further dress of the `place`-th chart, before its order is mended. */
  dress?: (chart: XmlNode, place: number) => void
  /** Further dress of a slide's XML. */
  slide?: (xml: string) => string
}

type Parts = Record<string, Uint8Array>
/** Office reads 1980 as "no time"; the same deck is the same bytes. */
const noTime = new Date(1980, 0, 1)

/** Charts are numbered on from deck to deck of one visit: here they are counted from 1. Their workbooks follow. */
function renumberCharts(parts: Parts): Parts {
  const charts = Object.keys(parts).flatMap(name => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b)
  const places = new Map(charts.map((number, i) => [String(number), String(i + 1)]))
  const renamed = (text: string): string => text.replace(/(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)(?=\.x)/g, (whole, head: string, number: string) => (places.has(number) ? head + places.get(number)! : whole))
  const entries = Object.entries(parts).filter(([name]) => !name.endsWith('/'))
  return Object.fromEntries(entries.map(([name, bytes]) => [renamed(name), name.endsWith('.rels') || name === '[Content_Types].xml' ? strToU8(renamed(strFromU8(bytes))) : bytes]))
}

/** No override without its part, none twice, image/jpeg by its name. */
export function fixContentTypes(text: string, names: ReadonlySet<string>): string {
  const seen = new Set<string>()
  return text.replaceAll('image/jpg', 'image/jpeg').replace(/\s*<Override PartName="([^"]*)"[^>]*\/>/g, (whole, name: string) => {
    if (!names.has(name.replace(/^\//, '')) || seen.has(name)) return ''
    seen.add(name)
    return whole.trim()
  })
}

const emptyBody = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="zh-CN"/></a:p></p:txBody>'

/** A slide, layout or master: effects of a plain background, a body in each shape, each number once. */
export function fixShapes(text: string): string {
  let id = 0
  return text
    .replace(/<p:bgPr>[\s\S]*?<\/p:bgPr>/, background => (background.includes('<a:effectLst') ? background : background.replace('</p:bgPr>', '<a:effectLst/></p:bgPr>')))
    .split('</p:sp>').map((shape, i, all) => (i === all.length - 1 || shape.lastIndexOf('<p:txBody>') > shape.lastIndexOf('<p:sp>') ? shape : shape + emptyBody)).join('</p:sp>')
    .replace(/(<p:cNvPr id=")\d+"/g, (_, head: string) => `${head}${++id}"`)
}

/** Placeholders of the notes master: PowerPoint strips them in a repair. */
export const fixNotesMaster = (text: string): string => text.replace(/<p:sp>[\s\S]*?<\/p:sp>/g, '')

export const fixTheme = (text: string, font: string): string => text.replaceAll('<a:ea typeface=""/>', `<a:ea typeface="${font}"/>`)

const fixDates = (text: string, at: string): string => text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, head: string) => `${head}${at.slice(0, 19)}Z`)

/** The figures of a chart by the cells of its workbook: the first series stands in column B, from row 2. */
function figuresOf(chart: XmlNode): Map<string, string> {
  const cells = new Map<string, string>()
  const series = below(chart).filter(node => node.name === 'c:ser')
  for (const [i, one] of series.entries())
    for (const point of below(childOf(one, 'c:val') ?? element('none'))) if (point.name === 'c:pt') cells.set(`${String.fromCharCode(66 + i)}${Number(attributeOf(point, 'idx')) + 2}`, textOf(point).trim())
  return cells
}

/** The workbook behind a chart: the library leaves nought and nothing alike empty. Nought is written, a gap is no cell, so that both stay what they are when somebody edits the figures. */
function fixWorkbook(bytes: Uint8Array, figures: ReadonlyMap<string, string>, at: string): Uint8Array {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')))
  const edit = (name: string, how: (text: string) => string): void => { const part = parts[name]; if (part !== undefined) parts[name] = strToU8(how(strFromU8(part))) }
  edit('xl/worksheets/sheet1.xml', text => text.replace(/<c r="([A-Z]+\d+)"[^>]*><v>\s*<\/v><\/c>/g, (_, cell: string) => (figures.has(cell) ? `<c r="${cell}"><v>${figures.get(cell)!}</v></c>` : '')))
  edit('docProps/core.xml', text => fixDates(text, at))
  edit('[Content_Types].xml', text => fixContentTypes(text, new Set(Object.keys(parts))))
  // Stored: the file around it packs it.
  return zipSync(parts, { level: 0, mtime: noTime })
}

/** The whole file, mended. */
export function fixPptx(bytes: Uint8Array, { font, at, dress, slide }: PptxFixes): Uint8Array {
  const parts = renumberCharts(unzipSync(bytes))
  const out: Parts = {}
  const names = new Set(Object.keys(parts))
  const figures = new Map<string, Map<string, string>>()
  for (const [name, part] of Object.entries(parts)) {
    const edit = (how: (text: string) => string): void => { out[name] = strToU8(how(strFromU8(part))) }
    const chart = /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)
    if (name === '[Content_Types].xml') edit(text => fixContentTypes(text, names))
    else if (chart !== null) edit(text => {
      const xml = parseXml(text)
      dress?.(xml.root, Number(chart[1]) - 1)
      fixChart(xml.root, font)
      figures.set(chart[1]!, figuresOf(xml.root))
      return printXml(xml)
    })
    else if (/^ppt\/slides\/[^/]+\.xml$/.test(name)) edit(text => fixShapes(slide?.(text) ?? text))
    else if (/^ppt\/slide(?:Layout|Master)s\/[^/]+\.xml$/.test(name)) edit(fixShapes)
    else if (/^ppt\/notesMasters\/[^/]+\.xml$/.test(name)) edit(fixNotesMaster)
    else if (/^ppt\/theme\/[^/]+\.xml$/.test(name)) edit(text => fixTheme(text, font))
    else if (name === 'docProps/core.xml') edit(text => fixDates(text, at))
    else out[name] = part
  }
  for (const [name, part] of Object.entries(parts)) {
    const workbook = /Microsoft_Excel_Worksheet(\d+)\.xlsx$/.exec(name)
    if (workbook !== null) out[name] = fixWorkbook(part, figures.get(workbook[1]!) ?? new Map<string, string>(), at)
  }
  return zipSync(out, { level: 1, mem: 1, mtime: noTime })
}
