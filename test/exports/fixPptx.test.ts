/** Each defect of pptxgenjs 4.0.1 that exports.md §1 reports: there in the raw file, gone from the mended one. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import PptxGenJS from 'pptxgenjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { fixPptx, fixShapes } from '../../src/exports/fixPptx.ts'
import { orderOf } from '../../src/exports/fixChart.ts'
import { attributeOf, below, childOf, elementsOf, parseXml, printXml } from '../../src/exports/xmlTree.ts'
import type { XmlNode } from '../../src/exports/xmlTree.ts'
import type { Parts } from './deckReading.ts'
import { partsOf, relationsOf, textOfPart, workbookCells } from './deckReading.ts'

const font = '微软雅黑'
const labels = ['青阳', '东石']

/** Every kind of chart, on two slides with a plain background each, notes, a table and a text. */
async function rawDeck(): Promise<Uint8Array> {
  const deck = new PptxGenJS()
  const series = (name: string, values: (number | null)[]) => ({ name, labels, values: values as number[] })
  const add = (how: (slide: ReturnType<PptxGenJS['addSlide']>) => void) => {
    const slide = deck.addSlide()
    slide.background = { color: 'FFFFFF' }
    slide.addTable([[{ text: '甲' }, { text: '乙' }]], { x: 1, y: 1, w: 4 })
    slide.addText('文字', { x: 1, y: 3, w: 4, h: 1 })
    slide.addNotes('出处')
    how(slide)
  }
  const box = { x: 1, y: 1, w: 6, h: 4, showLegend: true, legendFontFace: font, chartArea: { roundedCorners: true } }
  add(slide => { slide.addChart('bar', [series('达序', [1, 2])], { ...box, barDir: 'bar', chartColors: ['AA0000', '00AA00'], dataLabelPosition: 'outEnd', showValue: true }) })
  add(slide => { slide.addChart('bar', [series('甲', [1, 2]), series('乙', [3, 4])], { ...box, barGrouping: 'stacked', dataLabelPosition: 'outEnd' }) })
  add(slide => { slide.addChart('line', [series('实际', [1, null]), series('时序', [0, 2])], { ...box, catAxisLabelFrequency: '2', dataLabelPosition: 'outEnd' }) })
  add(slide => { slide.addChart('area', [series('面', [1, 2])], box) })
  add(slide => { slide.addChart('doughnut', [series('环', [1, 2])], box) })
  return await deck.write({ outputType: 'uint8array' }) as Uint8Array
}

let raw: Parts
let fixed: Parts
beforeAll(async () => {
  const bytes = await rawDeck()
  raw = partsOf(bytes)
  fixed = partsOf(fixPptx(bytes, { font, at: '2020-09-15T08:20:00.000Z' }))
})

const chartNames = (parts: Parts): string[] => Object.keys(parts).filter(name => /^ppt\/charts\/chart\d+\.xml$/.test(name))
const chartsOf = (parts: Parts): XmlNode[] => chartNames(parts).map(name => parseXml(textOfPart(parts, name)).root)
const nodesOf = (parts: Parts): XmlNode[] => chartsOf(parts).flatMap(root => [...below(root)])
/** Overrides of parts that are not there. */
const phantoms = (parts: Parts): string[] => [...textOfPart(parts, '[Content_Types].xml').matchAll(/<Override PartName="\/([^"]+)"/g)].map(match => match[1]!).filter(name => parts[name] === undefined)
const orphanAxes = (parts: Parts): number => chartsOf(parts).flatMap(root => {
  const area = [...below(root)].find(node => node.name === 'c:plotArea')!
  const axes = new Set(elementsOf(area).filter(node => node.name.endsWith('Ax')).map(axis => attributeOf(childOf(axis, 'c:axId')!, 'val')))
  return elementsOf(area).filter(node => node.name.endsWith('Chart')).flatMap(plot => elementsOf(plot).filter(node => node.name === 'c:axId' && !axes.has(attributeOf(node, 'val'))))
}).length
const unordered = (parts: Parts): string[] => nodesOf(parts).flatMap(node => {
  const order = orderOf(node)
  const places = elementsOf(node).map(child => order?.indexOf(child.name) ?? 0)
  return places.some((place, i) => i > 0 && place < places[i - 1]!) ? [node.name] : []
})
const emptyPoints = (parts: Parts): number => nodesOf(parts).filter(node => node.name === 'c:v' && node.children.length === 0).length
const withoutEastAsian = (parts: Parts): number => nodesOf(parts).filter(node => (node.name === 'a:defRPr' || node.name === 'a:rPr') && childOf(node, 'a:ea') === undefined).length
const doubledIds = (parts: Parts): number => Object.keys(parts).filter(name => /^ppt\/slides\/slide\d+\.xml$/.test(name)).reduce((sum, name) => {
  const ids = [...textOfPart(parts, name).matchAll(/<p:cNvPr id="(\d+)"/g)].map(match => match[1]!)
  return sum + ids.length - new Set(ids).size
}, 0)
const inPlots = (parts: Parts, plot: string, child: string): number => nodesOf(parts).filter(node => node.name === plot).flatMap(node => [...below(node)]).filter(node => node.name === child).length

/** What is counted, over the raw and over the mended file. */
const defects: readonly (readonly [string, (parts: Parts) => number])[] = [
  ['overrides of parts that are not there (#1444)', parts => phantoms(parts).length],
  ['axis ids that no axis answers to (#1534)', orphanAxes],
  ['placeholders of the notes master (#1443)', parts => [...textOfPart(parts, 'ppt/notesMasters/notesMaster1.xml').matchAll(/<p:sp>/g)].length],
  ['image/jpg as a type (PR 1462)', parts => [...textOfPart(parts, '[Content_Types].xml').matchAll(/image\/jpg/g)].length],
  ['plain backgrounds without effects (PR 1457)', parts => Object.keys(parts).filter(name => name.startsWith('ppt/slides/slide') && /<p:bgPr>(?:(?!effectLst).)*<\/p:bgPr>/.test(textOfPart(parts, name))).length],
  ['elements of a chart out of the schema’s order', parts => unordered(parts).length],
  ['lines and areas without a grouping', parts => nodesOf(parts).filter(node => (node.name === 'c:lineChart' || node.name === 'c:areaChart') && childOf(node, 'c:grouping') === undefined).length],
  ['invertIfNegative in series of lines', parts => inPlots(parts, 'c:lineChart', 'c:invertIfNegative')],
  ['labels at a place that the chart does not know', parts => nodesOf(parts).filter(node => node.name === 'c:lineChart' || (node.name === 'c:barChart' && attributeOf(childOf(node, 'c:grouping')!, 'val') === 'stacked')).flatMap(node => [...below(node)]).filter(node => node.name === 'c:dLblPos' && attributeOf(node, 'val') === 'outEnd').length],
  ['text of charts without an East-Asian font', withoutEastAsian],
  ['East-Asian fonts of the theme that say nothing', parts => [...textOfPart(parts, 'ppt/theme/theme1.xml').matchAll(/<a:ea typeface=""\/>/g)].length],
  ['rounded corners', parts => nodesOf(parts).filter(node => node.name === 'c:roundedCorners' && attributeOf(node, 'val') === '1').length],
  ['values that are empty numbers', emptyPoints],
  ['shapes of one slide with one number', doubledIds],
]

describe('fixPptx', () => {
  it.each(defects)('%s: in the raw file, not in the mended one', (_, count) => {
    expect(count(raw)).toBeGreaterThan(0)
    expect(count(fixed)).toBe(0)
  })

  it('in the chart’s workbook a gap is no cell and nought is 0: edited in PowerPoint both stay', () => {
    const line = (parts: Parts) => workbookCells(unzipSync(parts[relationsOf(parts, chartNames(parts).sort()[2]!).find(relation => relation.type === 'package')!.target]!))
    expect([line(fixed).get('B2'), line(fixed).get('B3'), line(fixed).get('C2'), line(fixed).get('C3')]).toEqual([1, undefined, 0, 2])
    const cells = (parts: Parts) => Object.keys(parts).filter(name => name.endsWith('.xlsx')).flatMap(name => [...strFromU8(unzipSync(parts[name]!)['xl/worksheets/sheet1.xml']!).matchAll(/<c r="[^"]+"[^>]*><v>(?:\s*|null)<\/v><\/c>/g)])
    expect(cells(raw).length).toBeGreaterThan(0)
    expect(cells(fixed)).toEqual([])
  })

  it('points of a bar keep their colours, series their figures, whatever is sorted', () => {
    const points = (parts: Parts) => nodesOf(parts).filter(node => node.name === 'c:dPt').map(node => printXml({ prolog: '', root: childOf(node, 'c:spPr')! }).replaceAll(/\s+/g, ''))
    const values = (parts: Parts) => nodesOf(parts).filter(node => node.name === 'c:v').map(node => node.children.join('')).filter(text => text !== '')
    expect(points(fixed)).toEqual(points(raw))
    expect(points(fixed).length).toBeGreaterThanOrEqual(2)
    expect(values(fixed)).toEqual(values(raw))
  })

  it('a shape without a body of text gets an empty one, as the schema of slides asks', () => {
    const bare = '<p:spTree><p:sp><p:nvSpPr><p:cNvPr id="7" name="线"/></p:nvSpPr><p:spPr/></p:sp><p:sp><p:txBody><a:p/></p:txBody></p:sp></p:spTree>'
    expect([...bare.matchAll(/<p:txBody>/g)]).toHaveLength(1)
    expect([...fixShapes(bare).matchAll(/<p:txBody>/g)]).toHaveLength(2)
  })

  it('leaves no dangling part and no dangling relation', () => {
    const wanted = new Set<string>(['ppt/presentation.xml'])
    for (const name of wanted) for (const { target } of relationsOf(fixed, name)) wanted.add(target)
    expect([...wanted].filter(name => fixed[name] === undefined)).toEqual([])
    expect(Object.keys(fixed).filter(name => /^ppt\/.*\.(xml|xlsx)$/.test(name) && !wanted.has(name))).toEqual([])
    expect(Object.keys(fixed).filter(name => name.endsWith('/'))).toEqual([])
  })

  it('charts are counted from 1, whatever decks were made before, and the same deck is the same bytes', async () => {
    const first = fixPptx(await rawDeck(), { font, at: '2020-09-15T08:20:00.000Z' })
    expect(chartNames(partsOf(first)).sort()).toEqual([1, 2, 3, 4, 5].map(number => `ppt/charts/chart${number}.xml`))
    expect(first).toEqual(fixPptx(await rawDeck(), { font, at: '2020-09-15T08:20:00.000Z' }))
  })

  it('what is not XML of ours passes untouched', () => {
    const bytes = zipSync({ '[Content_Types].xml': strToU8('<Types><Override PartName="/a.bin" ContentType="x"/></Types>'), 'a.bin': new Uint8Array([0, 255, 7]) })
    const parts = partsOf(fixPptx(bytes, { font, at: '2020-09-15' }))
    expect(parts['a.bin']).toEqual(new Uint8Array([0, 255, 7]))
    expect(textOfPart(parts, '[Content_Types].xml')).toContain('/a.bin')
  })
})

describe('the small tree', () => {
  it('prints what it read: text, entities, attributes with angle brackets in quotes, prolog', () => {
    const text = '<?xml version="1.0"?><a:x v="1 &lt; 2" w=\'>\'><b/><c>甲 &amp; 乙</c><c> </c></a:x>'
    expect(printXml(parseXml(text))).toBe(text)
    expect(() => parseXml('<a><b></a>')).toThrow('closes another')
    expect(() => parseXml('<a>')).toThrow('No closed root')
  })
})
