/** Each page of the deck drawn: its items, its foot, and notes that tell where every figure comes from. */
import type { Figure } from '../domain/board'
import { annexItems, areaItems } from './deckAnnex'
import { changesItems } from './deckChanges'
import { followUpItems } from './deckFollowUps'
import { sentence, textItem } from './deckFrame'
import type { DeckItem, DeckSlide } from './deckLook'
import { inks, page, sizes } from './deckLook'
import { matrixItems } from './deckMatrix'
import { coverItems, overviewItems } from './deckOverview'
import type { DeckEntry, DeckSheet } from './deckPages'
import { recordItems } from './deckRecord'
import { redItems } from './deckRed'
import { standingItems } from './deckStanding'
import type { PaperFacts } from './paperFacts'
import { figuresOf } from './paperFacts'

function itemsOf(facts: PaperFacts, { sheet, title }: DeckEntry, office: string): DeckItem[] {
  switch (sheet.kind) {
    case 'cover': return coverItems(facts, office)
    case 'overview': return overviewItems(facts)
    case 'sentence': return sentence(title, sheet.text)
    case 'followUps': return followUpItems(facts, sheet.slips, title)
    case 'changes': return changesItems(facts, sheet.sheet, title)
    case 'matrix': return matrixItems(facts, sheet.sheet, title)
    case 'red': return redItems(facts, sheet.line)
    case 'standing': return standingItems(facts, sheet.sheet, title)
    case 'annex': return annexItems(facts, sheet.sheet, title)
    case 'area': return areaItems(sheet.sheet, title)
    case 'record': return recordItems(facts, sheet.events, title)
  }
}

/** The figures that a page shows one by one. */
function figuresOn(sheet: DeckSheet): Figure[] {
  switch (sheet.kind) {
    case 'red': return [sheet.line.figure]
    case 'annex': return sheet.sheet.lines.map(line => line.figure)
    case 'area': return sheet.sheet.lines.map(line => line.figure)
    case 'changes': return [...sheet.sheet.worse, ...sheet.sheet.better].map(line => line.change.after)
    case 'matrix': return [...sheet.sheet.lines, ...sheet.sheet.folded.flat()].flatMap(({ row }) => figuresOf(row))
    default: return []
  }
}

const mostOrigins = 60

function notesOf(facts: PaperFacts, { sheet }: DeckEntry): string[] {
  const { caption, view: { index, snapshot: { seal } } } = facts
  const { asOf, knownAt, scope, review, version, code, rules, legend } = caption
  const nameOf = (figure: Figure): string => `${figure.target} ${index.targets.get(figure.target)?.target.name ?? ''}`
  const targets = new Map<string, Figure[]>()
  for (const figure of figuresOn(sheet)) targets.set(figure.target, [...targets.get(figure.target) ?? [], figure])
  const origins = [...targets.values()].map(figures => {
    const areas = figures.flatMap(figure => (figure.area === null || figure.lamp === null ? [] : [index.areas.get(figure.area)?.area.name ?? figure.area]))
    const day = sheet.kind === 'red' && figures[0]!.at !== null ? `，数报于 ${figures[0]!.at}` : ''
    return `目标 ${nameOf(figures[0]!)}${areas.length > 0 ? `；地方 ${areas.slice(0, 50).join('、')}` : ''}${day}`
  })
  return [
    ...(caption.demo === '' ? [] : [caption.demo]),
    `出处：${seal.name}，${asOf}，${knownAt}；${scope}；${review}；${version}；校验码 ${code}`,
    ...origins.slice(0, mostOrigins), ...(origins.length > mostOrigins ? [`另有 ${origins.length - mostOrigins} 项目标`] : []),
    `规则：${rules}`, `图例：${legend}`,
  ]
}

/** 口径 and 校验码 at the left, n / m at the right, over them a hairline. */
export function footOf(facts: PaperFacts, number: number, of: number): DeckItem[] {
  const y = 6.78
  const { demo, asOf, knownAt, scope, review, version, code } = facts.caption
  const first = [demo, `${asOf}，${knownAt}`, scope, review].filter(text => text !== '').join('　')
  return [
    { kind: 'rule', box: { x: page.left, y, w: page.inner, h: 0.01 }, color: inks.line },
    textItem({ x: page.left, y: y + 0.06, w: page.inner - 1.1, h: 0.5 }, [[{ text: first }], [{ text: `${version}　校验码 ${code}` }]], { size: sizes.least, color: inks.faint, anchor: 'top' }),
    textItem({ x: page.left + page.inner - 1, y: y + 0.06, w: 1, h: 0.26 }, [[{ text: `${number} / ${of}` }]], { size: sizes.least, color: inks.faint, align: 'right', anchor: 'top' }),
  ]
}

/** The `number`-th of `of` slides. */
export function deckSlide(facts: PaperFacts, entry: DeckEntry, office: string, number: number, of: number): DeckSlide {
  return { items: [...itemsOf(facts, entry, office), ...footOf(facts, number, of)], notes: notesOf(facts, entry) }
}
