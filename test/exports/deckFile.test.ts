/** The deck read back from its bytes: every figure in its tables and charts against the snapshot's board, and what makes a file open. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Figure, Row } from '../../src/domain/board.ts'
import { viewOf } from '../../src/domain/snapshot.ts'
import type { Snapshot, SnapshotView } from '../../src/domain/snapshot.ts'
import { deckOf } from '../../src/exports/deckFile.ts'
import { glyphOf, groupGlyph } from '../../src/exports/deckLook.ts'
import { deckEntries, deckPages, mostRedSlides } from '../../src/exports/deckPages.ts'
import type { DeckEntry } from '../../src/exports/deckPages.ts'
import { Cancelled, paperParts, plainChoice, tellNobody } from '../../src/exports/paper.ts'
import type { PaperChoice } from '../../src/exports/paper.ts'
import { factsOf, redItemOf } from '../../src/exports/paperFacts.ts'
import type { PaperFacts } from '../../src/exports/paperFacts.ts'
import { faceOf } from '../../src/wording/cellFace.ts'
import { zhValue } from '../../src/wording/figureWords.ts'
import { zhGroupsShort } from '../../src/wording/lampNames.ts'
import type { Parts, ReadSlide } from './deckReading.ts'
import { partsOf, relationsOf, slidesOf, textOfPart, workbookCells } from './deckReading.ts'
import { demoSnapshot, emptySnapshot, longSnapshot } from './makers.ts'
import { below, attributeOf, childOf, parseXml } from '../../src/exports/xmlTree.ts'
import { orderOf } from '../../src/exports/fixChart.ts'
import { elementsOf } from '../../src/exports/xmlTree.ts'

interface Deck { view: SnapshotView, facts: PaperFacts, entries: DeckEntry[], parts: Parts, slides: ReadSlide[] }

async function deckFrom(snapshot: Snapshot, more: Partial<PaperChoice> = {}): Promise<Deck> {
  const view = viewOf(snapshot)
  const facts = factsOf(view)
  const choice = { ...plainChoice, office: '局办公室', parts: new Set(paperParts), ...more }
  const parts = partsOf(await deckOf(view, choice, tellNobody))
  return { view, facts, entries: deckEntries(facts, choice), parts, slides: slidesOf(parts) }
}

/** Slides of one kind with what they show. */
function slidesOfKind<Kind extends DeckEntry['sheet']['kind']>({ entries, slides }: Deck, kind: Kind): { sheet: Extract<DeckEntry['sheet'], { kind: Kind }>, slide: ReadSlide }[] {
  return entries.flatMap(({ sheet }, i) => (sheet.kind === kind ? [{ sheet: sheet as Extract<DeckEntry['sheet'], { kind: Kind }>, slide: slides[i]! }] : []))
}

/** As text comes out of a slide: without what the file may not hold. */
const inFile = (text: string): string => [...text].filter(character => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202a-\u202e\u2066-\u2069]/.test(character)).join('')
const tableOf = (slide: ReadSlide, name: string): string[][] => slide.tables.find(table => table.name === name)!.rows

const figureFor = (row: Row, code: string): Figure => row.cells.find(one => one.area === code)!
/** 落后 as the annex prints it. */
const behind = ({ gap }: Figure): number => Math.round(-(gap ?? 0) * 100)

let demo: Deck
let long: Deck
let empty: Deck
let calm: Deck
beforeAll(async () => {
  demo = await deckFrom(demoSnapshot())
  empty = await deckFrom(emptySnapshot())
  calm = await deckFrom(longSnapshot({ targets: 20, areas: 5, reds: 'none' }))
  long = await deckFrom(longSnapshot({ targets: 200, areas: 45 }), { parts: plainChoice.parts })
}, 240_000)

describe('every figure', () => {
  it('of the wall chart stands as on the board: each cell, each total, in every slice of columns and rows', () => {
    for (const deck of [demo, long, calm]) {
      let cells = 0
      for (const { sheet: { sheet }, slide } of slidesOfKind(deck, 'matrix')) {
        const [, ...rows] = tableOf(slide, '挂图')
        for (const [i, { row }] of sheet.lines.entries()) {
          const [name, , total, ...shown] = rows[i]!
          expect(name).toBe(inFile(row.target.name).trim() === '' ? ' ' : inFile(row.target.name))
          if (row.total.lamp !== null) expect(total!.startsWith(glyphOf(row.total.lamp))).toBe(true)
          if (row.total.value !== null && row.total.completion !== null && total!.endsWith('%')) expect(total).toContain(`${Math.floor(row.total.completion * 100 + 1e-7)}%`)
          if (row.cells.length === 0) { expect(shown[0]).toContain(deck.facts.ownLevel); continue }
          expect(shown).toEqual(sheet.columns.map(({ code }) => {
            const figure = figureFor(row, code)
            const face = faceOf(row, figure, sheet.columns.length > 10 ? 'narrow' : 'middle', ((12.233 - 4.02) / sheet.columns.length) * 72)
            const text = `${face.main}${face.sub}`
            cells += 1
            return figure.lamp === null ? text || ' ' : [glyphOf(figure.lamp), text].filter(part => part !== '').join(sheet.columns.length > 10 ? '\n' : ' ')
          }))
        }
        const folded = rows.slice(sheet.lines.length).map(row => row[0]!).join('')
        for (const { number, row } of sheet.folded.flat()) expect(folded).toContain(`${number} ${inFile(row.target.name)} ${row.total.lamp === null ? '' : glyphOf(row.total.lamp)}${zhValue(row, row.total)}`)
      }
      // Every cell of every row of the board stood on some slide, once.
      const onBoard = deck.view.board.rows.filter(row => row.target.measure !== 'qualitative' || slidesOfKind(deck, 'matrix').some(({ sheet }) => sheet.sheet.lines.some(line => line.row === row))).reduce((sum, row) => sum + row.cells.length, 0)
      expect(cells).toBe(onBoard)
    }
  })

  it('of the counts: lamps by cell with their changes on cover and overview, n of m targets, chapters as bars', () => {
    for (const deck of [demo, long, empty, calm]) {
      const { board, before } = deck.view
      const cellsOf = (rows: readonly Row[]): Figure[] => rows.flatMap(row => (row.cells.length > 0 ? [...row.cells] : [row.total])).filter(figure => figure.lamp !== null)
      const isRed = ({ lamp }: Figure): boolean => lamp === 'behind' || lamp === 'overdue'
      const red = cellsOf(board.rows).filter(isRed).length
      const moved = before === null ? 0 : red - cellsOf(before.board.rows).filter(isRed).length
      for (const slide of deck.slides.slice(0, 2)) {
        const strip = tableOf(slide, '亮灯格数')[0]!.join(' ')
        expect(strip.replaceAll(/\s+/g, ' ')).toContain(`${groupGlyph('sev')} ${red} ${zhGroupsShort.sev}${moved === 0 ? '' : ` ${moved > 0 ? '+' : '−'}${Math.abs(moved)}`}`)
        for (const { group, count } of deck.facts.cellCounts) expect(strip.replaceAll(/\s+/g, ' ')).toContain(`${groupGlyph(group)} ${count} ${zhGroupsShort[group]}`)
        expect(deck.facts.cellCounts.reduce((sum, one) => sum + one.count, 0)).toBe(cellsOf(board.rows).length)
      }
      expect(deck.slides[0]!.texts.join('\n')).toContain(deck === empty ? '尚未填报' : `${board.total.onPace}/${board.total.active} 项达序`)
      const chart = deck.slides[1]!.charts[0]!
      for (const [i, section] of deck.facts.sections.entries()) {
        const figures = cellsOf([...section.figures, ...section.folded].map(line => line.row))
        const active = figures.filter(({ lamp }) => lamp !== 'exempt' && lamp !== 'paused' && lamp !== 'not_due')
        const onPace = active.filter(({ lamp }) => ['done', 'caught_up_late', 'on_pace', 'ahead', 'near_due'].includes(lamp!))
        expect(chart.categories[i]).toContain(`　${onPace.length}/${active.length}`)
        expect(chart.series.find(one => one.name === zhGroupsShort.sev)?.values[i] ?? 0).toBe(figures.filter(isRed).length)
        expect(chart.series.find(one => one.name === zhGroupsShort.lag)?.values[i] ?? 0).toBe(figures.filter(({ lamp }) => lamp === 'slightly_behind').length)
        expect(chart.series.find(one => one.name === zhGroupsShort.none)?.values[i] ?? 0).toBe(figures.filter(({ lamp }) => lamp === 'no_data').length)
      }
    }
  })

  it('of a red item: its title, its course month by month, why, forecast and the least step', () => {
    const list = slidesOfKind(demo, 'red')
    expect(list.map(({ sheet }) => sheet.line.figure)).toEqual(demo.facts.red.map(line => line.figure))
    for (const { sheet: { line }, slide } of list) {
      const item = redItemOf(demo.view, line)
      const [chart] = slide.charts
      expect(chart!.categories).toEqual(item.curve!.names)
      expect(Object.fromEntries(chart!.series.map(one => [one.name, one.values]))).toEqual(Object.fromEntries([['时序', item.curve!.should], ['实际', item.curve!.actual], ['按近三月推算', item.curve!.forecast]].filter(([, values]) => (values as (number | null)[]).some(value => value !== null))))
      const reached = Math.round((line.figure.progress ?? 0) * 100)
      expect(slide.texts.join('\n')).toContain(`应 ${Math.round(line.explanation.should! * 100)}%，实 ${reached}%`)
      expect(tableOf(slide, '为什么亮').flat().join('\n')).toContain(line.value)
      expect(tableOf(slide, '为什么亮').flat().join('\n')).toContain(line.why)
      expect(tableOf(slide, '赶得上吗').flat().join('')).toBe(item.forecastLines.join('').replaceAll('　', '') || '推算没有可推算的数')
      expect(slide.texts.join('\n')).toContain(`转绿最少\n${line.toGreen}`)
      expect(slide.texts.join('\n')).toContain('本次议定')
      expect(slide.notes).toContain(`目标 ${line.figure.target} ${line.name}`)
      expect(slide.notes).toContain(demo.facts.caption.code)
    }
  })

  it('of the standing: rates, fractions, order; the last six with their lamps', () => {
    for (const deck of [demo, long, calm]) {
      const list = slidesOfKind(deck, 'standing')
      const bars = list.flatMap(({ slide }) => slide.charts[0]!.categories.map((category, i) => ({ category, rate: slide.charts[0]!.series[0]!.values[i] })))
      const ranked = deck.view.board.areas.filter(one => one.active > 0)
      expect(bars).toHaveLength(ranked.length)
      expect(bars.map(bar => bar.rate)).toEqual(deck.facts.standings.filter(one => one.rate !== null).map(one => Math.floor((one.standing.onPace / one.standing.active) * 100 + 1e-7)))
      for (const [i, line] of deck.facts.standings.filter(one => one.rate !== null).entries()) {
        const onBoard = ranked.find(one => one.area === line.code)!
        expect(bars[i]!.category.endsWith(`　${onBoard.onPace}/${onBoard.active}`)).toBe(true)
      }
      for (const [rank, , fraction, sev, lag, none] of tableOf(list[0]!.slide, '后六位').slice(1)) {
        const found = ranked.filter(one => `${one.onPace}/${one.active}` === fraction && String(one.rank) === rank!.replace('并', ''))
        expect(found.map(one => [(one.lamps.behind ?? 0) + (one.lamps.overdue ?? 0), one.lamps.slightly_behind ?? 0, one.lamps.no_data ?? 0])).toContainEqual([sev, lag, none].map(text => Number(text)))
      }
    }
  })

  it('of the annex: every slow cell once, worst first, with 应, 实 and 落后', () => {
    for (const deck of [demo, empty, calm]) {
      const rows = slidesOfKind(deck, 'annex').flatMap(({ slide }) => { const [head, ...list] = tableOf(slide, '附表'); expect(head![0]).toBe('序号'); return list })
      const slow = deck.view.board.rows.flatMap(row => (row.cells.length > 0 ? [...row.cells] : [row.total])).filter(({ lamp }) => ['overdue', 'behind', 'slightly_behind', 'no_data'].includes(lamp!))
      expect(rows).toHaveLength(slow.length)
      for (const [i, [number, lamp, place, name, should, actual, gap]] of rows.entries()) {
        const line = deck.facts.slow[i]!
        expect([number, lamp, place, name]).toEqual([String(i + 1), `${glyphOf(line.lamp)} ${line.lampName}`, inFile(line.areaName), inFile(line.name)])
        expect(should).toBe(line.explanation.should === null ? '—' : `${Math.round(line.explanation.should * 100)}%`)
        expect(actual).toBe(line.figure.value === null ? '未填报' : `${Math.round(line.figure.progress! * 100)}%`)
        if (line.lamp !== 'overdue' && behind(line.figure) > 0) expect(Number(gap)).toBe(behind(line.figure))
      }
    }
  })

  it('of the changes: each cell whose lamp turned, with its value now', () => {
    const rows = (name: string) => slidesOfKind(demo, 'changes').flatMap(({ slide }) => slide.tables.find(table => table.name === name)?.rows.slice(1) ?? [])
    const { worse, better } = demo.facts.changes!
    for (const [name, lines] of [['变差', worse], ['变好', better]] as const)
      expect(rows(name)).toEqual(lines.map(line => [line.areaName, line.name, `${line.from} → ${glyphOf(line.change.after.lamp)} ${line.to}`, zhValue(demo.view.board.rows.find(row => row.target.id === line.change.target)!, line.change.after)]))
    expect(worse.length + better.length).toBeGreaterThan(20)
  })

  it('of a township’s page, and of the record', () => {
    for (const { sheet: { sheet }, slide } of slidesOfKind(demo, 'area')) {
      const onBoard = demo.view.board.areas.find(one => one.area === sheet.standing.code)!
      expect(slide.texts[0]).toContain(`${onBoard.active} 格中 ${onBoard.onPace} 格达序`)
      expect(tableOf(slide, sheet.standing.name).slice(1).map(row => row[3])).toEqual(sheet.lines.map(line => zhValue(line.row, line.figure)))
    }
    const entries = slidesOfKind(demo, 'record')
    expect(entries.flatMap(({ slide }) => tableOf(slide, '变更记录').slice(1))).toHaveLength(60)
    expect(entries.flatMap(({ sheet }) => sheet.events).every(event => event.at <= demo.view.board.asOf)).toBe(true)
  })

  it('of a chart stands in its workbook too, gaps as gaps', () => {
    for (const { charts } of [...demo.slides, ...calm.slides]) {
      for (const { categories, series, workbook } of charts) {
        const cells = workbookCells(workbook)
        categories.forEach((category, i) => { expect(cells.get(`A${i + 2}`)).toBe(category) })
        series.forEach((one, j) => {
          const column = String.fromCharCode(66 + j)
          expect(cells.get(`${column}1`)).toBe(one.name)
          one.values.forEach((value, i) => { expect(cells.get(`${column}${i + 2}`) ?? null).toBe(value) })
        })
      }
    }
  })
})

describe('a file that opens', () => {
  const decks = (): Deck[] => [demo, long, empty, calm]

  it('no dangling part or relation, no phantom override, every XML well-formed and of legal characters', () => {
    for (const { parts } of decks()) {
      const wanted = new Set<string>(['ppt/presentation.xml'])
      for (const name of wanted) for (const { target } of relationsOf(parts, name)) wanted.add(target)
      expect([...wanted].filter(name => parts[name] === undefined)).toEqual([])
      expect(Object.keys(parts).filter(name => /^ppt\/.*\.(xml|xlsx)$/.test(name) && !wanted.has(name))).toEqual([])
      const overrides = [...textOfPart(parts, '[Content_Types].xml').matchAll(/<Override PartName="\/([^"]+)"/g)].map(match => match[1]!)
      expect(overrides.filter(name => parts[name] === undefined)).toEqual([])
      expect(new Set(overrides).size).toBe(overrides.length)
      for (const name of Object.keys(parts).filter(one => /\.(xml|rels)$/.test(one))) {
        const text = textOfPart(parts, name)
        expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.exec(text)?.[0] ?? null, name).toBe(null)
        expect(() => parseXml(text), name).not.toThrow()
      }
    }
  })

  it('chart parts in schema order; an East-Asian font on every run, none under 12 points', () => {
    for (const { parts, slides } of decks()) {
      for (const { xml, charts } of slides) {
        const runs = [...xml.matchAll(/<a:rPr [^>]*sz="(\d+)"[^>]*>(.*?)<\/a:rPr>/g)]
        expect(runs.length).toBe([...xml.matchAll(/<a:r>/g)].length)
        expect(runs.filter(([, size, inner]) => Number(size) < 1200 || !inner!.includes('<a:ea typeface="微软雅黑"')).length).toBe(0)
        for (const node of charts.flatMap(chart => [...below(chart.root)])) {
          const places = elementsOf(node).map(child => orderOf(node)?.indexOf(child.name) ?? 0)
          expect(places.every((place, i) => place >= 0 && (i === 0 || place >= places[i - 1]!)), node.name).toBe(true)
          if (node.name === 'a:defRPr') expect([childOf(node, 'a:ea') !== undefined, Number(attributeOf(node, 'sz') || 1200) >= 1200]).toEqual([true, true])
        }
      }
      expect(textOfPart(parts, 'ppt/theme/theme1.xml')).not.toContain('<a:ea typeface=""/>')
    }
  })

  it('each slide has a title of its own for the outline, a foot with 口径, 校验码 and page, and notes', () => {
    for (const { facts, slides, entries } of decks()) {
      for (const [i, { xml, texts, notes }] of slides.entries()) {
        expect([...xml.matchAll(/<p:ph type="title"\/>/g)]).toHaveLength(1)
        const text = texts.join('\n')
        for (const part of [facts.caption.asOf, facts.caption.knownAt, facts.caption.scope, facts.caption.review, facts.caption.version, `校验码 ${facts.caption.code}`, `${i + 1} / ${entries.length}`]) expect(text).toContain(part)
        expect(text.includes('演示数据，非真实进度')).toBe(facts.caption.demo !== '')
        expect(notes).toContain(`校验码 ${facts.caption.code}`)
      }
    }
  })

  it('rare characters survive, hostile names stay text', () => {
    const text = long.slides.map(slide => [...slide.texts, ...slide.tables.flatMap(table => table.rows.flat())].join('\n')).join('\n')
    for (const name of ['㙍田〇号𠮷村', '表情😀站点', '<b>"引号"&\'单引号\'</b>', '=cmd|\'/c calc\'!A1', '右向左', '控制字符']) expect(text).toContain(name)
    expect(text).toContain('文号：原文未载')
  })
})

describe('the pages', () => {
  it('of the list are the slides, in number, order and title', () => {
    for (const { facts, slides, entries } of [demo, empty, calm, long]) {
      expect(slides).toHaveLength(entries.length)
      const pages = deckPages(facts, { ...plainChoice, parts: new Set(entries.map(entry => entry.part)) })
      expect(pages.map(page => page.key)).toEqual(entries.map(entry => entry.key))
      expect(new Set(pages.map(page => page.key)).size).toBe(pages.length)
      slides.forEach((slide, i) => {
        const title = inFile(pages[i]!.title)
        const shown = slide.texts.find(text => text.startsWith(title.slice(0, 12)))
        expect(shown?.replace(/…$/, '') ?? null, title).toBe(title.slice(0, shown?.replace(/…$/, '').length ?? 0))
      })
    }
  })

  it('that were taken out are left out; with all taken out the cover stands', async () => {
    const view = viewOf(emptySnapshot())
    const facts = factsOf(view)
    const [, second, third] = deckPages(facts, plainChoice)
    const omit = new Set([second!.key, third!.key])
    const left = await deckFrom(emptySnapshot(), { parts: plainChoice.parts, omit })
    expect(left.slides).toHaveLength(deckPages(facts, plainChoice).length - 2)
    expect(left.entries.some(entry => omit.has(entry.key))).toBe(false)
    expect(deckPages(facts, { ...plainChoice, parts: new Set() }).map(page => page.key)).toEqual(['cover'])
  })

  it('of many red items: the worst have a slide, one says where the rest are', () => {
    expect(long.facts.red.length).toBeGreaterThan(300)
    const red = long.entries.map((entry, i) => ({ entry, slide: long.slides[i]! })).filter(({ entry }) => entry.part === 'red')
    expect(red).toHaveLength(mostRedSlides + 1)
    expect(red.at(-1)!.slide.texts.join('\n')).toContain(`其余 ${long.facts.red.length - mostRedSlides} 格`)
  })

  it('of no red item is one sentence without a chart; of an empty board say 尚未填报', () => {
    for (const deck of [calm, empty]) {
      const red = deck.entries.map((entry, i) => ({ entry, slide: deck.slides[i]! })).filter(({ entry }) => entry.part === 'red')
      expect(red).toHaveLength(1)
      expect([red[0]!.slide.charts.length, red[0]!.slide.tables.length]).toEqual([0, 0])
    }
    expect(calm.slides[calm.entries.findIndex(entry => entry.part === 'red')]!.texts.join('\n')).toContain('没有严重滞后或逾期的任务格')
    expect(empty.slides[1]!.texts.join('\n')).toContain('尚未填报')
    for (const { charts } of [...empty.slides, ...calm.slides]) for (const chart of charts) expect(chart.series.flatMap(one => one.values).some(value => value !== null)).toBe(true)
  })

  it('are told one by one, and a call to stop passes through', async () => {
    const view = viewOf(emptySnapshot())
    const told: string[] = []
    await deckOf(view, plainChoice, (done, total) => { told.push(`${done}/${total}`); return Promise.resolve() })
    const { length } = deckPages(factsOf(view), plainChoice)
    expect(told).toEqual(Array.from({ length }, (_, i) => `${i + 1}/${length}`))
    await expect(deckOf(view, plainChoice, done => (done === 3 ? Promise.reject(new Cancelled()) : Promise.resolve()))).rejects.toBeInstanceOf(Cancelled)
  })
})
