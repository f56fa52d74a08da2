/** What every slide shares: title and rule, the strip of lamp counts, cells and rows of tables, and how rows are packed onto pages. */
import type { LampRules } from '../domain/lampRules'
import { groupShortOf } from '../wording/ruleWords'
import type { LampGroup } from '../wording/lampLook'
import type { Box, DeckCell, DeckItem, DeckRow, Line, Span, TableItem, TextItem } from './deckLook'
import { clipTo, emsOf, groupGlyph, groupTone, heightOf, inks, linesIn, page, sizeFor, sizes } from './deckLook'
import type { GroupCount } from './paperFacts'

/** One line of plain text. */
export const plain = (text: string): Line[] => [[{ text }]]

export const textItem = (box: Box, lines: readonly Line[], more: Omit<TextItem, 'kind' | 'box' | 'lines' | 'size'> & { size?: number } = {}): TextItem => ({ kind: 'text', box, lines, size: sizes.body, ...more })

/** Title at the left (one line, smaller where it is long), a remark or a lamp at the right, the rule below. */
export function frameOf(title: string, side = '', tag: Span | null = null): DeckItem[] {
  const tagWidth = tag === null ? 0 : Math.max(1.5, (emsOf(tag.text) * sizes.body) / 72 + 0.4)
  const sideWidth = side === '' ? 0 : Math.min(6, (emsOf(side) * sizes.small * 1.08) / 72 + 0.15)
  const width = page.inner - Math.max(tagWidth, sideWidth) - (tagWidth + sideWidth > 0 ? 0.2 : 0)
  const single = sizeFor(title, sizes.title, width, 1, 18)
  const isLong = linesIn(title, single, width) > 1
  const size = isLong ? sizes.body : single
  const items: DeckItem[] = [
    textItem({ x: page.left, y: 0.4, w: width, h: 0.62 }, plain(isLong ? clipTo(title, (width * 72 * 2) / size / 1.15) : title), { size, bold: true, anchor: 'middle', isTitle: true }),
    { kind: 'rule', box: { x: page.left, y: 1.08, w: page.inner, h: 0.024 }, color: inks.rule },
  ]
  const right = page.left + page.inner
  if (tag !== null) items.push(textItem({ x: right - tagWidth, y: 0.48, w: tagWidth, h: 0.44 }, plain(tag.text), { bold: true, color: inks.white, fill: tag.color ?? inks.sev, align: 'center', anchor: 'middle' }))
  else if (side !== '') items.push(textItem({ x: right - sideWidth, y: 0.46, w: sideWidth, h: 0.5 }, plain(side), { size: sizes.small, color: inks.faint, align: 'right', anchor: 'bottom' }))
  return items
}

/** Cells under this width have no inner distance at their sides. */
export const narrowCell = 0.6

const stripOrder: readonly LampGroup[] = ['sev', 'lag', 'due', 'none', 'ok', 'done', 'waiting', 'idle']

/** +3, −2, '' where nothing moved. */
export const movedText = (moved: number | null): string => (moved === null || moved === 0 ? '' : moved > 0 ? `+${moved}` : `−${-moved}`)

/** Counts of lamps in one line: shape, number, word, change since the last meeting. */
export function stripOf(rules: LampRules, counts: readonly GroupCount[], y: number, height: number): TableItem {
  const shown = stripOrder.flatMap(group => counts.filter(one => one.group === group))
  const width = page.inner / shown.length
  const spans = shown.map(({ group, count, moved }) => {
    const tone = groupTone(group)
    const head: Span[] = [{ text: `${groupGlyph(group)} `, color: tone.shape, size: sizes.body }, { text: String(count), bold: true, size: sizes.big }]
    const tail: Span[] = [{ text: ` ${groupShortOf(rules, group)}`, size: sizes.small }, ...(movedText(moved) === '' ? [] : [{ text: ` ${movedText(moved)}`, size: sizes.small }])]
    return { tone, head, tail }
  })
  const isOneLine = spans.every(({ head, tail }) => [...head, ...tail].reduce((sum, span) => sum + emsOf(span.text) * (span.size ?? sizes.body), 0) / 72 < width - 0.2)
  const cells = spans.map(({ tone, head, tail }): DeckCell => ({ lines: isOneLine ? [[...head, ...tail]] : [head, tail], color: tone.text, fill: tone.fill ?? inks.white, align: 'left' }))
  return { kind: 'table', name: '亮灯格数', box: { x: page.left, y, w: page.inner, h: height }, widths: shown.map(() => width), rows: [{ cells, height, below: 'grid' }], gridFrom: 1 }
}

export const cell = (text: string, more: Omit<DeckCell, 'lines'> = {}): DeckCell => ({ lines: plain(text), ...more })

/** The height of a row: its highest cell with 0.06 in above and below. `sizes` of the table where a cell has none. */
export function rowHeight(cells: readonly DeckCell[], widths: readonly number[], size: number, least = 0): number {
  let column = 0
  let highest = least
  for (const one of cells) {
    const span = one.span ?? 1
    const width = widths.slice(column, column + span).reduce((sum, next) => sum + next, 0) - (widths[column]! < narrowCell && span === 1 ? 0 : 0.12)
    const height = one.lines.reduce((sum, line) => {
      const largest = Math.max(...line.map(part => part.size ?? one.size ?? size))
      return sum + heightOf(linesIn(line.map(part => part.text).join(''), largest, width), largest)
    }, 0)
    highest = Math.max(highest, height + 0.1)
    column += span
  }
  return highest
}

export const rowOfCells = (cells: readonly DeckCell[], widths: readonly number[], size: number, below: DeckRow['below'] = 'grid', least = 0.3): DeckRow => ({ cells, height: rowHeight(cells, widths, size, least), below })

/** Column heads: small and grey over the rule. */
export const headRow = (texts: readonly string[], aligns: readonly DeckCell['align'][], widths: readonly number[]): DeckRow =>
  rowOfCells(texts.map((text, i) => cell(text, { align: aligns[i] ?? 'left', color: inks.faint, size: sizes.small })), widths, sizes.small, 'rule')

export const heightsOf = (rows: readonly DeckRow[]): number => rows.reduce((sum, row) => sum + row.height, 0)

/** Packs things onto pages of `room` inches in order; each page takes at least one. */
export function packed<Thing>(things: readonly Thing[], heightOfThing: (thing: Thing) => number, room: number): Thing[][] {
  const pages: Thing[][] = []
  let left = 0
  for (const thing of things) {
    const height = heightOfThing(thing)
    const last = pages.at(-1)
    if (last === undefined || height > left) {
      pages.push([thing])
      left = room - height
    } else {
      last.push(thing)
      left -= height
    }
  }
  return pages
}

/** As few pages as {@link packed} makes, but filled alike. */
export function packedEvenly<Thing>(things: readonly Thing[], heightOfThing: (thing: Thing) => number, room: number): Thing[][] {
  const heights = new Map(things.map(thing => [thing, heightOfThing(thing)]))
  const known = (thing: Thing): number => heights.get(thing)!
  const pages = packed(things, known, room)
  for (let part = 4; part < 20 && pages.length > 1; part++) {
    const even = packed(things, known, (room * part) / 20)
    if (even.length === pages.length) return even
  }
  return pages
}

/** Cut into nearly equal runs of at most `most`. */
export function evenly<Thing>(things: readonly Thing[], most: number): Thing[][] {
  const pages = Math.max(1, Math.ceil(things.length / most))
  const each = Math.ceil(things.length / pages)
  return Array.from({ length: pages }, (_, i) => things.slice(i * each, (i + 1) * each)).filter(run => run.length > 0)
}

/** （1/3）, '' where there is only one. */
export const partText = (i: number, of: number): string => (of > 1 ? `（${i + 1}/${of}）` : '')

/** A slide that says one thing. */
export const sentence = (title: string, text: string): DeckItem[] => [...frameOf(title), textItem({ x: page.left, y: page.top + 0.2, w: page.inner, h: 1.2 }, plain(text), { size: 20, color: inks.soft, anchor: 'top' })]
