/** A bulletin as slides: its title, the clerk's text section by section, and its annex as the deck has it. The text is the clerk's own; every figure's origin stands in the notes. */
import type { BulletinRun, BulletinText, TokenOrigin } from '../domain/meetingEvents'
import { deckEntries } from './deckPages'
import { footOf, deckSlide } from './deckSlides'
import { frameOf, packed, partText, plain, textItem } from './deckFrame'
import type { DeckItem, DeckSlide, Line } from './deckLook'
import { heightOf, inks, linesIn, page, sizeFor, sizes } from './deckLook'
import { plainChoice } from './paper'
import type { PaperFacts } from './paperFacts'

const size = 20
const gap = 0.14
const room = page.bottom - page.top - 0.1

type Runs = readonly BulletinRun[]
interface Section { title: string, paragraphs: readonly Runs[] }

const textOf = (runs: Runs): string => runs.map(run => (typeof run === 'string' ? run : run.text)).join('')
const heightOfRuns = (runs: Runs): number => heightOf(linesIn(textOf(runs), size, page.inner), size) + gap

/** Whole sentences: what is too long for a slide is cut after a full stop, a semicolon or a comma. */
function sentencesOf(runs: Runs, ends: RegExp): Runs[] {
  const sentences: BulletinRun[][] = [[]]
  for (const run of runs) {
    if (typeof run !== 'string') { sentences.at(-1)!.push(run); continue }
    for (const part of run.split(ends)) {
      if (part !== '') sentences.at(-1)!.push(part)
      if (/[。；，]$/u.test(part)) sentences.push([])
    }
  }
  return sentences.filter(sentence => sentence.length > 0)
}

function fitting(runs: Runs): Runs[] {
  if (heightOfRuns(runs) <= room) return [runs]
  for (const ends of [/(?<=[。；])/u, /(?<=[。；，])/u]) {
    const sentences = sentencesOf(runs, ends)
    if (sentences.every(sentence => heightOfRuns(sentence) <= room)) {
      const parts: BulletinRun[][] = [[]]
      for (const sentence of sentences) {
        if (parts.at(-1)!.length > 0 && heightOfRuns([...parts.at(-1)!, ...sentence]) > room) parts.push([])
        parts.at(-1)!.push(...sentence)
      }
      return parts
    }
  }
  return [runs]
}

/** The text by its headings of the first level; what stands before the first goes under the title. */
export function bulletinSections(text: BulletinText): Section[] {
  const sections: { title: string, paragraphs: Runs[] }[] = [{ title: text.title, paragraphs: [] }]
  for (const block of text.blocks) {
    if (block.kind === 'heading' && block.level === 1) sections.push({ title: block.text, paragraphs: [] })
    else if (block.kind === 'heading') sections.at(-1)!.paragraphs.push([block.text])
    else if (textOf(block.runs).trim() !== '') sections.at(-1)!.paragraphs.push(...fitting(block.runs))
  }
  return sections.filter(section => section.paragraphs.length > 0)
}

function saidOrigin(facts: PaperFacts, origin: TokenOrigin): string {
  if (origin.of !== 'figure') return origin.of === 'slips' ? '督办单计数' : '挂图计数'
  const { index } = facts.view
  const place = origin.area === null ? '合计' : index.areas.get(origin.area)?.area.name ?? origin.area
  return `${origin.target} ${index.targets.get(origin.target)?.target.name ?? ''}，${place}`
}

function sectionSlides(facts: PaperFacts, { title, paragraphs }: Section): { items: DeckItem[], notes: string[] }[] {
  const sheets = packed(paragraphs, heightOfRuns, room)
  return sheets.map((sheet, i) => {
    const lines: Line[] = sheet.flatMap((runs): Line[] => [runs.map(run => (typeof run === 'string' ? { text: run } : { text: run.text, bold: true })), [{ text: ' ', size: 6 }]])
    const origins = sheet.flatMap(runs => runs.flatMap(run => (typeof run === 'string' ? [] : [`${run.text}：${saidOrigin(facts, run.origin)}`])))
    return {
      items: [...frameOf(`${title}${partText(i, sheets.length)}`), textItem({ x: page.left, y: page.top, w: page.inner, h: room }, lines, { size, anchor: 'top' })],
      notes: [...new Set(origins)].slice(0, 80),
    }
  })
}

function coverOf(text: BulletinText, facts: PaperFacts): DeckItem[] {
  const title = sizeFor(text.title, sizes.cover, 11.6, 2, 28)
  const height = heightOf(linesIn(text.title, title, 11.6), title) + 0.1
  const by = [facts.issuer, `${facts.caption.asOf}，${facts.caption.knownAt}`].join('　')
  return [
    { kind: 'rule', box: { x: page.left, y: 1.6, w: 0.07, h: height + 1.35 }, color: inks.rule },
    textItem({ x: 0.85, y: 1.55, w: 11.8, h: height }, plain(text.title), { size: title, bold: true, anchor: 'top', isTitle: true }),
    textItem({ x: 0.85, y: 1.65 + height, w: 11.8, h: 0.55 }, plain([text.number, text.addressee].filter(part => part.trim() !== '').join('　') || ' '), { size: sizes.big, color: inks.soft }),
    textItem({ x: 0.85, y: 2.3 + height, w: 11.8, h: 0.6 }, plain(by), { color: inks.soft }),
  ]
}

/** Every slide of a bulletin, in order, with foot and notes. */
export function bulletinSlides(text: BulletinText, facts: PaperFacts): DeckSlide[] {
  const { caption, view: { snapshot: { seal } } } = facts
  const source = [...(caption.demo === '' ? [] : [caption.demo]), `出处：${seal.name}，${caption.asOf}，${caption.knownAt}；${caption.version}；校验码 ${caption.code}`]
  const own = [{ items: coverOf(text, facts), notes: [] as string[] }, ...bulletinSections(text).flatMap(section => sectionSlides(facts, section))]
  const annex = text.hasAnnex ? deckEntries(facts, { ...plainChoice, parts: new Set(['annex']) }) : []
  const of = own.length + annex.length
  return [
    ...own.map(({ items, notes }, i): DeckSlide => ({ items: [...items, ...footOf(facts, i + 1, of)], notes: [...source, ...notes] })),
    ...annex.map((entry, i) => deckSlide(facts, entry, '', own.length + i + 1, of)),
  ]
}
