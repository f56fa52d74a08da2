/** The deck as a PPTX: described slides written with native tables and charts, then mended. The only file that knows the slide library; needs no page, so that it runs in a worker. */
import PptxGenJS from 'pptxgenjs'
import type { BulletinText } from '../domain/meetingEvents'
import type { SnapshotView } from '../domain/snapshot'
import { withoutForbidden } from '../wording/safeText'
import { bulletinSlides } from './bulletinDeck'
import { dressChart } from './deckCharts'
import { narrowCell } from './deckFrame'
import type { ChartItem, DeckCell, DeckItem, DeckRow, DeckSlide, Line, TableItem, TextItem } from './deckLook'
import { deckFont, inks, sizes } from './deckLook'
import { deckEntries } from './deckPages'
import { deckSlide } from './deckSlides'
import { fixPptx } from './fixPptx'
import type { PaperWriter, Tell } from './paper'
import type { PaperFacts } from './paperFacts'
import { factsOf } from './paperFacts'

type Slide = ReturnType<PptxGenJS['addSlide']>

const titleName = 'Guatu title'

/** Without what XML forbids and without marks that turn the direction of what stands around them; lines are our own. */
const clean = (text: string): string => withoutForbidden(text).replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/[\r\n\t]+/g, ' ')
/** The library puts some strings into XML as they are. */
const escaped = (text: string): string => clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

interface Dress { size: number, color: string, bold: boolean }

function runsOf(lines: readonly Line[], dress: Dress): PptxGenJS.TextProps[] {
  return lines.flatMap((line, i) => {
    const spans = line.length === 0 ? [{ text: ' ' }] : line
    return spans.map((span, j) => ({
      text: clean(span.text) || ' ',
      options: { fontFace: deckFont, lang: 'zh-CN', fontSize: span.size ?? dress.size, color: span.color ?? dress.color, bold: span.bold ?? dress.bold, breakLine: j === spans.length - 1 && i < lines.length - 1 },
    }))
  })
}

function addText(slide: Slide, item: TextItem, number: number): void {
  slide.addText(runsOf(item.lines, { size: item.size, color: item.color ?? inks.ink, bold: item.bold ?? false }), {
    ...item.box, margin: (item.padding ?? 0) * 72, align: item.align ?? 'left', valign: item.anchor ?? 'middle', fontFace: deckFont, lang: 'zh-CN', fontSize: item.size, wrap: true,
    objectName: item.isTitle === true ? titleName : `文字 ${number}`,
    ...(item.fill !== undefined && { fill: { color: item.fill } }), ...(item.border !== undefined && { line: { color: item.border, width: 1 } }),
  })
}

const rules = { rule: { type: 'solid', pt: 1.25, color: inks.rule }, grid: { type: 'solid', pt: 0.75, color: inks.grid }, none: { type: 'none' } } as const

function cellsOf(table: TableItem, row: DeckRow): PptxGenJS.TableCell[] {
  let column = 0
  return row.cells.map((one: DeckCell) => {
    const side = table.gridFrom !== undefined && column >= table.gridFrom ? rules.grid : rules.none
    column += one.span ?? 1
    const size = one.size ?? (table.widths.length === 1 ? sizes.body : sizes.small)
    const isNarrow = table.widths[column - 1]! < narrowCell && (one.span ?? 1) === 1
    return {
      text: runsOf(one.lines, { size, color: one.color ?? inks.ink, bold: one.bold ?? false }),
      options: {
        align: one.align ?? 'left', valign: 'middle', fontFace: deckFont, fontSize: size, margin: isNarrow ? [0.02, 0, 0.02, 0] : [0.04, 0.06, 0.04, 0.06], border: [rules.none, side, rules[row.below ?? 'grid'], side],
        ...(one.fill !== undefined && { fill: { color: one.fill } }), ...(one.span !== undefined && one.span > 1 && { colspan: one.span }),
      },
    }
  })
}

function addTable(slide: Slide, item: TableItem): void {
  slide.addTable(item.rows.map(row => cellsOf(item, row)), { x: item.box.x, y: item.box.y, w: item.box.w, colW: [...item.widths], rowH: item.rows.map(row => row.height), autoPage: false, objectName: clean(item.name) })
}

/** First category on top. The library's types know only the other way round. */
const upsideDown = 'maxMin' as 'minMax'

const labelDress = { fontFace: deckFont, color: inks.soft } as const

function addChart(slide: Slide, item: ChartItem): void {
  const data = item.series.map(one => ({ name: clean(one.name), labels: item.categories.map(clean), values: one.values as number[] }))
  const size = item.categories.length > 14 ? sizes.least : 14
  const common: PptxGenJS.IChartOpts = {
    ...item.box, altText: clean(item.alt).slice(0, 1000), objectName: clean(item.name), lang: 'zh-CN', showTitle: false,
    catAxisLabelFontFace: labelDress.fontFace, catAxisLabelColor: labelDress.color, catAxisLabelFontSize: size, valAxisLabelFontFace: labelDress.fontFace, valAxisLabelColor: labelDress.color, valAxisLabelFontSize: sizes.least,
    dataLabelFontFace: deckFont, dataLabelFontSize: size, dataLabelColor: inks.ink, dataLabelFormatCode: item.format, valAxisMinVal: 0, catAxisLineShow: true, catAxisLineColor: inks.ink, catAxisMajorTickMark: 'none', valAxisMajorTickMark: 'none', valAxisLineShow: false,
  }
  if (item.form === 'course') {
    slide.addChart('line', data, {
      ...common, catAxisLabelFontSize: sizes.least, chartColors: item.series.map(one => one.color), lineSize: 2, lineDataSymbol: 'none', displayBlanksAs: 'gap', showLegend: true, legendPos: 'b', legendFontFace: deckFont, legendFontSize: sizes.small, legendColor: inks.soft,
      valAxisMaxVal: item.top, valAxisMajorUnit: item.step, valGridLine: { color: inks.grid, size: 0.75, style: 'solid' },
    })
    return
  }
  const isStack = item.form === 'stack'
  slide.addChart('bar', data, {
    ...common, barDir: 'bar', barGrouping: isStack ? 'stacked' : 'clustered', barGapWidthPct: item.categories.length > 14 ? 35 : 50, catAxisOrientation: upsideDown, valAxisHidden: true, valGridLine: { style: 'none' }, showValue: true,
    dataLabelPosition: isStack ? 'ctr' : 'outEnd', chartColors: item.points === undefined ? item.series.map(one => one.color) : [...item.points], valAxisMaxVal: isStack ? item.top : item.top * 1.12, showLegend: false,
  })
}

function addItem(slide: Slide, item: DeckItem, number: number): void {
  switch (item.kind) {
    case 'text': addText(slide, item, number); break
    case 'rule': slide.addShape('rect', { ...item.box, fill: { color: item.color }, line: { type: 'none' }, objectName: `线 ${number}` }); break
    case 'table': addTable(slide, item); break
    case 'chart': addChart(slide, item)
  }
}

/** The title's box is the slide's title: it stands in the outline, and a reader's voice begins with it. */
const asTitle = (xml: string): string => xml.replace(new RegExp(`(<p:cNvPr id="\\d+" name="${titleName}"[\\s\\S]*?)<p:nvPr>\\s*</p:nvPr>`), '$1<p:nvPr><p:ph type="title"/></p:nvPr>').replace(`name="${titleName}"`, 'name="标题"')

/** What the library says again in every cell and nobody needs: fonts of empty ends, complex scripts, lines that are none. Half of a slide of tables. */
const idle = [
  `<a:latin typeface="${deckFont}" charset="0"/><a:ea typeface="${deckFont}" charset="0"/><a:cs typeface="${deckFont}" charset="0"/>`,
  `<a:cs typeface="${deckFont}" pitchFamily="34" charset="-120"/>`, ' pitchFamily="34" charset="0"', ' pitchFamily="34" charset="-122"',
]
const dressSlide = (xml: string): string => asTitle(idle.reduce((text, words) => text.replaceAll(words, ''), xml))

export interface DeckAbout { title: string, subject: string, author: string, company: string }

/** The slide library's own file of some slides, not mended: what `deckOf` begins with, and what its time is measured against. */
export function openDeck({ title, subject, author, company }: DeckAbout): { add: (slide: DeckSlide) => void, charts: readonly ChartItem[], bytes: () => Promise<Uint8Array> } {
  const deck = new PptxGenJS()
  deck.layout = 'LAYOUT_WIDE'
  deck.theme = { headFontFace: deckFont, bodyFontFace: deckFont }
  deck.title = clean(title)
  deck.subject = clean(subject)
  deck.author = clean(author)
  deck.company = escaped(company)
  const charts: ChartItem[] = []
  return {
    charts,
    add: ({ items, notes }) => {
      const slide = deck.addSlide()
      slide.background = { color: inks.white }
      for (const [place, item] of items.entries()) {
        addItem(slide, item, place + 1)
        if (item.kind === 'chart') charts.push(item)
      }
      slide.addNotes(notes.map(clean).join('\n'))
    },
    bytes: async () => await deck.write({ outputType: 'uint8array' }) as Uint8Array,
  }
}

export const aboutOf = (facts: PaperFacts, office: string): DeckAbout => ({
  title: `${facts.place} ${facts.title} ${facts.view.snapshot.seal.name}`,
  subject: `${facts.caption.asOf}　校验码 ${facts.caption.code}${facts.caption.demo === '' ? '' : `　${facts.caption.demo}`}`,
  author: office === '' ? '挂图' : office, company: facts.issuer,
})

/** The pptx of a snapshot: the slides of `deckPages`, in their order. */
export const deckOf: PaperWriter = async (view, choice, tell) => {
  const facts = factsOf(view)
  const entries = deckEntries(facts, choice)
  return written(facts, aboutOf(facts, choice.office), entries.length, i => deckSlide(facts, entries[i]!, choice.office, i + 1, entries.length), tell)
}

/** A bulletin's slides as a PPTX. */
export async function bulletinDeck(text: BulletinText, view: SnapshotView, tell: Tell): Promise<Uint8Array> {
  const facts = factsOf(view)
  const slides = bulletinSlides(text, facts)
  return written(facts, { ...aboutOf(facts, ''), title: text.title }, slides.length, i => slides[i]!, tell)
}

async function written(facts: PaperFacts, about: DeckAbout, count: number, slideOf: (i: number) => DeckSlide, tell: Tell): Promise<Uint8Array> {
  const deck = openDeck(about)
  for (let i = 0; i < count; i += 1) {
    deck.add(slideOf(i))
    await tell(i + 1, count)
  }
  return fixPptx(await deck.bytes(), { font: deckFont, at: facts.view.snapshot.seal.madeAt, dress: (chart, place) => { const item = deck.charts[place]; if (item !== undefined) dressChart(item, chart) }, slide: dressSlide })
}
