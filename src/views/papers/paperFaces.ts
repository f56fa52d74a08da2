/** What the page of 会议材料 shows of a snapshot: counts beside its choices, small pictures of its pages, what was looked at before. Pure. */
import type { NoteFace, PageFace, PictureFace } from '../../components/papers/paperFaces'
import type { PaperFacts, PaperLine } from '../../exports/paperFacts'
import { figuresOf } from '../../exports/paperFacts'
import type { PaperPage } from '../../exports/paper'
import { paperCurve } from '../../exports/paperCurve'
import { groupLooks, groupOf } from '../../wording/lampLook'
import type { Tone } from '../../wording/lampLook'
import type { Lamp } from '../../domain/board'
import type { PapersWords } from './papersWords'

const toneOf = (lamp: Lamp | null): Tone | null => (lamp === null ? null : groupLooks[groupOf(lamp)].tone)

export interface PageCounts { counts: Readonly<Record<string, number>>, pages: readonly PaperPage[] }

/** Box of a curve in the picture, in its own units. */
export const curveBox = { width: 60, height: 32 } as const

/** The course of a red item as three paths in {@link curveBox}; empty where nothing can be drawn. */
export function curvePicture(facts: PaperFacts, line: PaperLine): PictureFace {
  const curve = paperCurve(facts.view, line.row, line.figure, null)
  if (curve === null) return { look: 'curve', should: '', actual: '', ahead: '' }
  const top = Math.max(curve.goal ?? 0, ...curve.should.map(value => value ?? 0), ...curve.actual.map(value => value ?? 0)) || 1
  const x = (i: number): string => ((i + 1) / curve.days.length * curveBox.width).toFixed(1)
  const y = (value: number): string => (curveBox.height - value / top * curveBox.height).toFixed(1)
  const smooth = (values: readonly (number | null)[]): string => {
    const points = values.flatMap((value, i) => (value === null ? [] : [`${x(i)} ${y(value)}`]))
    return points.length === 0 ? '' : `M0 ${curveBox.height}L${points.join('L')}`
  }
  const reached = curve.actual.flatMap((value, i) => (value === null ? [] : [{ x: x(i), y: y(value) }]))
  const steps = reached.length === 0 ? '' : `M0 ${curveBox.height}${reached.map(point => `H${point.x}V${point.y}`).join('')}`
  return { look: 'curve', should: smooth(curve.should), actual: steps, ahead: '' }
}

export interface PictureSource { facts: PaperFacts, /** Of red items by their place in `facts.red`; those not reckoned yet stand empty. */ curves: readonly PictureFace[] }

/** Lamps of a page that lists figures: so many a page. */
const linesOfTable = 14

/** Small pictures for pages, in their order. */
export function picturesOf({ facts, curves }: PictureSource, pages: readonly PaperPage[]): PictureFace[] {
  const all = facts.cellCounts.reduce((sum, { count }) => sum + count, 0) || 1
  const shares = facts.cellCounts.filter(({ count }) => count > 0).map(({ group, count }) => ({ tone: groupLooks[group].tone, share: count / all }))
  const nth: Partial<Record<string, number>> = {}
  return pages.map((page): PictureFace => {
    const i = nth[page.part] = (nth[page.part] ?? -1) + 1
    switch (page.look) {
      case 'cover': return { look: 'cover', lines: [facts.title, facts.view.snapshot.seal.name], shares }
      case 'matrix': {
        const section = sectionOf(facts, page) ?? facts.sections[i]
        const rows = [...section?.figures ?? [], ...section?.folded ?? []]
        const own = pages.filter(one => one.look === 'matrix' && sectionOf(facts, one) === section)
        const many = Math.ceil(rows.length / Math.max(1, own.length))
        const from = Math.max(0, own.indexOf(page)) * many
        return { look: 'matrix', rows: rows.slice(from, from + Math.min(9, many)).map(({ row }) => figuresOf(row).slice(0, 24).map(figure => toneOf(figure.lamp))) }
      }
      case 'curve': return curves[redOf(facts, page, i)] ?? { look: 'curve', should: '', actual: '', ahead: '' }
      case 'bars': return { look: 'bars', bars: facts.standings.slice(0, 20).map(({ rate }) => ({ share: (rate ?? 0) / 100, tone: 'none' })) }
      case 'table': {
        if (page.part !== 'areas') return { look: 'table', tones: facts.slow.slice(i * linesOfTable, (i + 1) * linesOfTable).map(({ lamp }) => toneOf(lamp) ?? 'none') }
        return { look: 'table', tones: facts.view.board.rows.flatMap(row => { const tone = toneOf(row.cells.find(cell => cell.area === facts.columns[i]?.code)?.lamp ?? null); return tone === null ? [] : [tone] }).slice(0, linesOfTable) }
      }
      default: return { look: page.look, shares }
    }
  })
}

/** The chapter that a page's title names. */
const sectionOf = (facts: PaperFacts, page: PaperPage) => facts.sections.find(({ chapter }) => page.title.includes(chapter.title))

/** Which red item a page shows: the one that its title names, else the one of its place. */
function redOf(facts: PaperFacts, page: PaperPage, i: number): number {
  const isNamed = ({ areaName, name }: PaperLine): boolean => page.title.includes(name) && page.title.includes(areaName)
  const here = facts.red[i]
  if (here !== undefined && isNamed(here)) return i
  const found = facts.red.findIndex(isNamed)
  return found < 0 ? i : found
}

/** The whole wall chart, row by row. */
export const wallPicture = (facts: PaperFacts): (readonly (Tone | null)[])[] => facts.sections.flatMap(section => [...section.figures, ...section.folded].map(({ row }) => figuresOf(row).map(figure => toneOf(figure.lamp))))

/** A title without what it goes on to say: 会后变化：变好 42（1/4） → 会后变化（1/4）. */
export const shortTitle = (title: string): string => `${title.split('：')[0]!}${/：.*(（\d+\/\d+）)$/.exec(title)?.[1] ?? ''}`

/** Pages as drawn: all that the parts hold, with the numbers that those left in will bear. */
export function pageFaces(pages: readonly PaperPage[], pictures: readonly PictureFace[], omit: ReadonlySet<string>, words: PapersWords): PageFace[] {
  let number = 0
  return pages.map(({ key, part, title }, i) => ({ key, title, name: part === 'cover' || part === 'overview' ? words.parts[part].title : shortTitle(title), picture: pictures[i]!, number: omit.has(key) ? null : ++number }))
}

/** How many figures of the opened board differ from those that the snapshot holds under its seal: 0, or it must not leave the house. */
export function differing({ view: { board, snapshot } }: PaperFacts): number {
  const cells = board.rows.flatMap(row => row.cells)
  const totals = board.rows.map(row => row.total)
  const isSame = (made: typeof cells[number], sealed: typeof snapshot.board.targets[number] | undefined): boolean =>
    sealed !== undefined && made.target === sealed.target && made.value === sealed.value && made.goal === sealed.goal && made.lamp === sealed.lamp && made.gap === sealed.gap
  return cells.filter((cell, i) => !isSame(cell, snapshot.board.cells[i])).length + totals.filter((total, i) => !isSame(total, snapshot.board.targets[i])).length
    + Math.abs(cells.length - snapshot.board.cells.length) + Math.abs(totals.length - snapshot.board.targets.length)
}

const longName = 24

/** 出图前核对. */
export function noteFaces(facts: PaperFacts, words: PapersWords): NoteFace[] {
  const { board } = facts.view
  const unreported = facts.cellCounts.find(({ group }) => group === 'none')?.count ?? 0
  const cells = board.rows.reduce((sum, row) => sum + row.cells.filter(cell => cell.asked).length, 0)
  const wrong = differing(facts)
  const long = new Set([...board.rows.map(row => row.target.name), ...facts.columns.map(({ name }) => name)].filter(name => [...name].length > longName)).size
  const good = { shape: 'check', tone: 'done' } as const
  return [
    unreported === 0 ? { ...good, text: words.allReported } : { shape: 'ring', tone: 'none', text: words.notReported(unreported) },
    wrong === 0 ? { ...good, text: words.equal(cells, board.rows.length) } : { shape: 'question', tone: 'err', text: words.unequal(wrong) },
    facts.rulingsOpen === 0 ? { ...good, text: words.noRulings } : { shape: 'question', tone: 'err', text: words.rulings(facts.rulingsOpen) },
    long === 0 ? { ...good, text: words.names } : { shape: 'point', tone: 'none', text: words.longNames(long) },
  ]
}
