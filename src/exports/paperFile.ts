/** An outline as a DOCX by GB/T 9704-2012. It knows nothing of reports: whatever is an {@link Outline} becomes an official paper. */
import {
  AlignmentType, BorderStyle, Document, Footer, Header, HeightRule, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, SectionType, Tab, Table, TableCell, TableLayoutType, TableRow, TabStopType, TextRun, VerticalAlignTable, WidthType,
} from 'docx'
import type { IParagraphOptions, IRunOptions, ISectionOptions, ParagraphChild } from 'docx'
import { withoutForbidden } from '../wording/safeText'
import { factsOf } from './paperFacts'
import { fixDocx } from './fixDocx'
import type { Block, Outline, OutlineCell, OutlineTable } from './outline'
import { textOfRun } from './outline'
import type { PaperWriter, Tell } from './paper'
import { chartRunOf } from './paperChart'
import { bodySpacing, em, fonts, linePitch, margins, marginsLandscape, page, sizes, textWidth, textWidthLandscape, widthIn } from './paperSetting'
import type { PaperFont } from './paperSetting'
import { reportOutline } from './reportOutline'

/** Text that cannot break the XML, nor turn the direction of what stands after it. */
const clean = (text: string): string => withoutForbidden(text).replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/[\t\r\n\u2028\u2029]+/g, ' ')

type RunLook = Partial<Omit<IRunOptions, 'text' | 'children' | 'font'>>

const run = (text: string, font: PaperFont = fonts.body, look: RunLook = {}): TextRun => new TextRun({ text: clean(text), font, size: sizes.body, characterSpacing: bodySpacing, ...look })

const exact = (line: number = linePitch) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 })

/** LibreOffice takes `overflowPunct` the wrong way round and loses punctuation that hangs in justified lines; said outright, it hangs in Word only. */
const paragraph = (children: readonly ParagraphChild[], options: Omit<IParagraphOptions, 'children'> = {}): Paragraph => new Paragraph({ spacing: exact(), alignment: AlignmentType.BOTH, widowControl: false, overflowPunctuation: true, ...options, children })

const firstLine = { firstLine: 2 * em, firstLineChars: 200 }
const empty = (): Paragraph => paragraph([run('')])

const headingFonts = { 1: fonts.hei, 2: fonts.kai, 3: fonts.body } as const

function tableOf({ columns, rows }: OutlineTable, width: number): Table {
  const all = columns.reduce((sum, column) => sum + column.width, 0)
  const size = columns.length > 8 ? sizes.table - 1 : sizes.table
  const widths = columns.map(column => Math.round(column.width / all * width))
  const cell = ({ text, tone }: OutlineCell, i: number, isHead: boolean): TableCell => new TableCell({
    width: { size: widths[i]!, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER, margins: { left: 50, right: 50, top: 25, bottom: 25 },
    children: [new Paragraph({
      spacing: exact(280), alignment: isHead ? AlignmentType.CENTER : columns[i]!.align,
      children: [run(text, isHead ? fonts.hei : fonts.body, { size, characterSpacing: 0, bold: tone === 'sev' })],
    })],
    ...(isHead && { shading: { fill: 'F2F2F2' } }),
  })
  const line = (cells: readonly OutlineCell[], isHead: boolean): TableRow => new TableRow({ cantSplit: true, tableHeader: isHead, height: { value: 400, rule: HeightRule.ATLEAST }, children: cells.map((one, i) => cell(one, i, isHead)) })
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED, alignment: AlignmentType.CENTER,
    rows: [line(columns.map(column => ({ text: column.head })), true), ...rows.map(cells => line(cells, false))],
  })
}

/** A caption with what stands in brackets at its end in the body's font, as tables of papers have it. */
function captionOf(text: string, isAbove: boolean): Paragraph {
  const bracket = /（[^（]*）$/u.exec(text)?.index ?? text.length
  const look = { size: sizes.caption + 4, characterSpacing: 0 }
  return paragraph([run(text.slice(0, bracket), fonts.hei, look), ...(bracket < text.length ? [run(text.slice(bracket), fonts.body, { ...look, size: sizes.caption })] : [])], { alignment: AlignmentType.CENTER, keepNext: isAbove })
}

const note = (text: string): Paragraph[] => (text === '' ? [] : [paragraph([run(text, fonts.body, { size: sizes.table, characterSpacing: 0 })], { spacing: exact(360), alignment: AlignmentType.LEFT })])

/** The last paragraph stays with what follows it, so that no page holds a signature alone. */
function blockOf(block: Block, isLast: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': return [paragraph([run(block.text, headingFonts[block.level])], { indent: firstLine, keepNext: true, outlineLevel: block.level - 1 })]
    case 'paragraph': return [paragraph([run(block.runs.map(textOfRun).join(''))], { indent: firstLine, keepNext: isLast })]
    case 'table': return [...(block.table.caption === '' ? [] : [captionOf(block.table.caption, true)]), tableOf(block.table, textWidth), ...note(block.table.note), ...(block.table.note === '' ? [paragraph([], { spacing: exact(200) })] : [])]
    case 'chart': return [new Paragraph({ keepNext: true, alignment: AlignmentType.CENTER, spacing: { before: 120, after: 0, line: 240, lineRule: LineRuleType.AUTO }, children: [chartRunOf(block.chart, clean)] }), captionOf(block.chart.caption, false)]
  }
}

const red = 'FF0000'

/** The red head shrinks until its words stand on one line. */
function headOf({ redHead, documentNumber, title, addressee, blocks }: Outline): Paragraph[] {
  const number = documentNumber === '' ? [] : [paragraph([run(documentNumber)], { alignment: AlignmentType.CENTER })]
  const redSize = redHead === null ? 0 : Math.max(44, Math.min(100, Math.floor(textWidth / 10 / widthIn(redHead))))
  const head = redHead === null ? [...number, empty()] : [
    paragraph([run(redHead, fonts.title, { size: redSize, color: red, characterSpacing: 0 })], { alignment: AlignmentType.CENTER, spacing: { before: 1100, after: 0, line: 240, lineRule: LineRuleType.AUTO } }),
    empty(), empty(), ...number,
    paragraph([run('', fonts.body, { size: 2 })], { spacing: { before: 227, after: 0, line: 20, lineRule: LineRuleType.EXACT }, border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 0 } } }),
    empty(), empty(),
  ]
  return [
    ...head,
    ...title.map(line => paragraph([run(line, fonts.title, { size: sizes.head, characterSpacing: 0 })], { alignment: AlignmentType.CENTER, spacing: exact(680), keepNext: true, indent: { left: 0 } })),
    addressee === '' && blocks[0]?.kind === 'table' ? paragraph([], { spacing: exact(200) }) : empty(), ...(addressee === '' ? [] : [paragraph([run(addressee)])]),
  ]
}

/** 附件 under the text, then who signs and when (nobody: the text ends itself): the day four characters from the right, the name centred over it. */
function endOf({ annexes, office, date }: Outline): Paragraph[] {
  const list = annexes.map(({ name }, i) => {
    const head = i === 0 ? '附件：' : '　　　'
    return paragraph([run(`${head}${annexes.length > 1 ? `${i + 1}.` : ''}${name}`)], { alignment: AlignmentType.LEFT, indent: { left: 5 * em, hanging: 3 * em }, keepNext: true })
  })
  if (office === '' && date === '') return list
  const widths = [office, date].map(text => widthIn(text) * em)
  const right = (i: 0 | 1): number => Math.max(0, Math.round(4 * em + (widths[1]! - widths[i]!) / 2))
  const names = [office, date].map((text, i) => paragraph([run(text)], { alignment: AlignmentType.RIGHT, indent: { right: right(i as 0 | 1) }, keepNext: i === 0 }))
  return [...(list.length > 0 ? [paragraph([run('')], { keepNext: true }), ...list] : []), ...[0, 1].map(() => paragraph([run('')], { keepNext: true })), ...names]
}

/** 口径: what the paper says of itself, small, at its end. */
function captionBlock({ caption, foot = [] }: Pick<Outline, 'caption' | 'foot'>): Paragraph[] {
  const lines: readonly (readonly [string, string])[] = caption === null ? foot.map(text => ['', text] as const) : [
    ['口径', [caption.demo, caption.asOf, caption.knownAt, caption.scope, caption.review].filter(text => text !== '').join('，')], ['规则', caption.rules], ['图例', caption.legend], ['版本', `${caption.version}　校验码 ${caption.code}`],
  ]
  const look = { size: sizes.small, characterSpacing: 0 }
  return lines.map(([head, text], i) => paragraph([...(head === '' ? [] : [run(`${head}　`, fonts.hei, look)]), run(text, fonts.body, look)], {
    spacing: { ...exact(260), before: i > 0 ? 0 : caption === null ? 160 : 400 }, ...(head !== '' && { indent: { left: 3 * 180, hanging: 3 * 180 } }), keepNext: true, keepLines: true, ...(i === 0 && { border: { top: { style: BorderStyle.SINGLE, size: 4, space: 6, color: '808080' } } }),
  }))
}

/** 版记: 抄送 and 印发 between lines. */
function copiesBlock({ copies }: Outline, width: number): Paragraph[] {
  if (copies === null) return []
  const look = { size: sizes.number, characterSpacing: 0 }
  const thick = { style: BorderStyle.SINGLE, size: 8, space: 3, color: '000000' }
  const to = copies.to === '' ? [] : [paragraph([run(`抄送：${copies.to}`, fonts.body, look)], { spacing: { ...exact(480), before: 300 }, indent: { left: 280 + 840, right: 280, hanging: 840 }, border: { top: thick }, keepNext: true })]
  return [...to, paragraph([run(copies.by, fonts.body, look), new TextRun({ children: [new Tab()], font: fonts.body }), run(copies.on, fonts.body, look)], {
    spacing: { ...exact(480), before: to.length > 0 ? 0 : 300 }, indent: { left: 280, right: 280 }, tabStops: [{ type: TabStopType.RIGHT, position: width - 280 }], alignment: AlignmentType.LEFT, border: { top: to.length > 0 ? { ...thick, size: 4 } : thick, bottom: thick },
  })]
}

/** Page numbers — 1 —: odd to the right, even to the left, a character in. */
function footerOf(isOdd: boolean): Footer {
  const look = { font: fonts.song, size: sizes.number }
  return new Footer({ children: [new Paragraph({ alignment: isOdd ? AlignmentType.RIGHT : AlignmentType.LEFT, indent: isOdd ? { right: 280 } : { left: 280 }, children: [new TextRun({ ...look, children: ['— ', PageNumber.CURRENT, ' —'] })] })] })
}

/** The mark at the top of every page, an annex's name beside it. */
function headerOf(mark: string, name: string, width: number): Header {
  const look = { size: sizes.table, characterSpacing: 0 }
  return new Header({ children: [new Paragraph({
    alignment: AlignmentType.LEFT, tabStops: [{ type: TabStopType.RIGHT, position: width }],
    children: [run(name, fonts.kai, look), new TextRun({ children: [new Tab()], font: fonts.body }), ...(mark === '' ? [] : [run(`\u00a0${mark}\u00a0`, fonts.body, { ...look, border: { style: BorderStyle.DASHED, size: 4, space: 1, color: '1A1E23' } })])],
  })] })
}

const furniture = (mark: string, name: string, width: number): Pick<ISectionOptions, 'headers' | 'footers'> => ({
  headers: { default: headerOf(mark, name, width), even: headerOf(mark, name, width) }, footers: { default: footerOf(true), even: footerOf(false) },
})

const grid = { type: 'lines', linePitch } as const

function annexSection({ name, table }: Outline['annexes'][number], label: string, outline: Outline, isLast: boolean): ISectionOptions {
  const title = name.replace(/（[^（]*）$/u, '')
  return {
    properties: { type: SectionType.NEXT_PAGE, page: { size: { width: page.width, height: page.height, orientation: PageOrientation.LANDSCAPE }, margin: marginsLandscape }, grid },
    ...furniture(outline.mark, `${label}　${title}`, textWidthLandscape),
    children: [
      paragraph([run(label, fonts.hei)], { alignment: AlignmentType.LEFT }), paragraph([run(title, fonts.title, { size: 36, characterSpacing: 0 })], { alignment: AlignmentType.CENTER, spacing: { ...exact(640), after: 120 }, keepNext: true }),
      tableOf(table, textWidthLandscape), ...note(table.note), ...(isLast ? [...captionBlock(outline), ...copiesBlock(outline, textWidthLandscape)] : [paragraph([], { spacing: exact(200) })]),
    ],
  }
}

/** 2020年9月16日 → 2020-09-16; the first of 2000 where it is none. */
function dayOf(date: string): string {
  const found = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u.exec(date)
  return found === null ? '2000-01-01' : `${found[1]!}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`
}

/** The sections of a paper: its text, then its annexes. */
function* sectionsOf(outline: Outline, isFirst: boolean): Generator<ISectionOptions> {
  const { annexes, mark } = outline
  const body: (Paragraph | Table)[] = [...headOf(outline), ...outline.blocks.flatMap((block, i) => blockOf(block, i === outline.blocks.length - 1)), ...endOf(outline)]
  if (annexes.length === 0) body.push(...captionBlock(outline), ...copiesBlock(outline, textWidth))
  yield { properties: { page: { size: { width: page.width, height: page.height }, margin: margins }, grid, ...(!isFirst && { type: SectionType.NEXT_PAGE }) }, ...furniture(mark, '', textWidth), children: body }
  for (const [i, annex] of annexes.entries()) yield annexSection(annex, annexes.length > 1 ? `附件${i + 1}` : '附件', outline, i === annexes.length - 1)
}

/** The bytes of a DOCX of one paper or of several, each beginning on a page of its own. `tell` hears after each text and annex, after the packing. */
export async function documentOf(papers: Outline | readonly Outline[], tell: Tell): Promise<Uint8Array> {
  const outlines = 'blocks' in papers ? [papers] : papers
  const [first] = outlines
  if (first === undefined) throw new RangeError('no paper')
  const steps = outlines.reduce((sum, one) => sum + one.annexes.length + 1, 2)
  const sections: ISectionOptions[] = []
  for (const [i, outline] of outlines.entries()) {
    for (const section of sectionsOf(outline, i === 0)) {
      sections.push(section)
      await tell(sections.length, steps)
    }
  }
  const document = new Document({
    title: clean(first.title.join('')), creator: clean(first.office), lastModifiedBy: clean(first.office), description: clean(first.mark), evenAndOddHeaderAndFooters: true, compatibility: { version: 15 },
    styles: { default: { document: { run: { font: fonts.body, size: sizes.body, language: { value: 'en-US', eastAsia: 'zh-CN' } } } } }, sections,
  })
  const packed = new Uint8Array(await Packer.toArrayBuffer(document))
  await tell(steps - 1, steps)
  const bytes = fixDocx(packed, dayOf(first.date))
  await tell(steps, steps)
  return bytes
}

export const reportDocument: PaperWriter = (view, choice, tell) => documentOf(reportOutline(factsOf(view), choice), tell)
