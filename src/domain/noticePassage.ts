/** Where a target's own words stand in its notice: found by the section and the figure that the plan gives as its source. */
import { foldText, foldWithPlaces } from './foldedText'
import { patternsOf, placesOf } from './noticeFigure'
import { sectionKeyOf } from './noticeNumbering'
import type { Notice, NoticeParagraph } from './noticeText'
import type { Plan, Target } from './plan'

/** Places in a text, in UTF-16 units. */
export interface TextRange { start: number, end: number }

/**
 * How sure it is: `section_figure`: the figure stands in its section, once or where the target's name points to one place; `figure_once`: the section
 * was not found, and the figure stands once in the whole notice; `several`: it stands in several places alike, the first is given; `section`: the
 * section alone, where the target has no figure or the figure is not in the notice.
 */
export type Certainty = 'section_figure' | 'figure_once' | 'several' | 'section'

export interface Passage {
  paragraph: string
  /** The sentence to quote, with its neighbours where it is short. */
  quote: TextRange
  /** null: the target has no figure, or it is not here. */
  figure: TextRange | null
  /** Headings that lead to it, outermost first. */
  path: readonly string[]
  certainty: Certainty
  /** How many places are alike; 1 where there is no doubt. */
  places: number
}

type Source = Pick<Target, 'name' | 'source'>

const longSentence = 160
const shortSentence = 48
const longQuote = 130

/** Sentences of a folded text. */
function sentencesOf(folded: string): TextRange[] {
  return [...folded.matchAll(/[^。!?\t]+[。!?\t]*|[。!?\t]+/g)].map(match => ({ start: match.index, end: match.index + match[0].length }))
}

const isWithin = (outer: TextRange, inner: TextRange): boolean => outer.start <= inner.start && inner.start < outer.end

/** The sentence around a place; of a very long one the part between semicolons; with its neighbours where it is short. */
function quoteAround(folded: string, place: TextRange): TextRange {
  const sentences = sentencesOf(folded)
  const at = Math.max(0, sentences.findIndex(sentence => isWithin(sentence, place)))
  let { start, end } = sentences[at] ?? { start: 0, end: folded.length }
  end = Math.max(end, place.end)
  if (end - start > longSentence) {
    const before = folded.lastIndexOf(';', place.start - 1) + 1
    const after = folded.indexOf(';', place.end)
    if (before > start) start = before
    if (after !== -1 && after < end) end = after + 1
  }
  if (end - start >= shortSentence) return { start, end }
  const next = sentences[at + 1]
  if (next !== undefined && next.end - start <= longQuote) ({ end } = next)
  const previous = sentences[at - 1]
  if (previous !== undefined && end - previous.start <= longQuote) ({ start } = previous)
  return { start, end }
}

/** Pairs of neighbouring characters in a name: what is left of its wording when a plan says it shorter. */
function pairsOf(name: string): string[] {
  const plain = foldText(name).replace(/[^\p{Script=Han}\da-z]/giu, '')
  return [...new Set(Array.from(plain, (_character, i) => plain.slice(i, i + 2)).filter(pair => pair.length === 2))]
}
const likenessOf = (pairs: readonly string[], words: string): number => pairs.reduce((n, pair) => n + (words.includes(pair) ? 1 : 0), 0)

/** The clause that a place stands in: from one comma to the next. */
function clauseAround(folded: string, { start, end }: TextRange): string {
  const before = Math.max(...[',', ';', '、', '。', ':', '\t'].map(stop => folded.lastIndexOf(stop, start - 1)))
  const after = folded.slice(end).search(/[,;、。:\t]/)
  return folded.slice(before + 1, after === -1 ? folded.length : end + after)
}

/** `likeness`: what the place shares with the target's name, the nearer words counting more. */
interface Place { paragraph: NoticeParagraph, range: TextRange, sentence: TextRange, likeness: number }

function placeOf(paragraph: NoticeParagraph, range: TextRange, pairs: readonly string[]): Place {
  const sentence = quoteAround(paragraph.folded, range)
  const clause = likenessOf(pairs, clauseAround(paragraph.folded, range)) / (pairs.length + 1)
  return { paragraph, range, sentence, likeness: likenessOf(pairs, paragraph.folded.slice(sentence.start, sentence.end)) + clause }
}

/** More places than anyone would look through; a figure that stands so often says nothing. */
const mostPlaces = 200

/** The places of the figure, in the first of its writings that stands anywhere in these paragraphs. */
function placesIn(paragraphs: readonly NoticeParagraph[], patterns: readonly RegExp[], pairs: readonly string[]): Place[] {
  for (const pattern of patterns) {
    const found: Place[] = []
    for (const paragraph of paragraphs) {
      for (const range of placesOf(pattern, paragraph.folded)) found.push(placeOf(paragraph, range, pairs))
      if (found.length >= mostPlaces) break
    }
    if (found.length > 0) return found
  }
  return []
}

function passageAt({ paragraph, range, sentence }: Place, hasFigure: boolean, certainty: Certainty, places: number): Passage {
  const { text } = paragraph
  const { places: from } = foldWithPlaces(text)
  const back = ({ start, end }: TextRange): TextRange => ({ start: from[start]!, end: from[end - 1]! + 1 })
  const quote = back(sentence)
  // Quotation marks and spaces fold to nothing: they stay with the sentence that they close.
  while (/[”’"'」』]/.test(text[quote.end] ?? '')) quote.end++
  while (/[“‘「『]/.test(text[quote.start - 1] ?? '')) quote.start--
  return { paragraph: text, quote, figure: hasFigure ? back(range) : null, path: paragraph.path, certainty, places }
}

/** The first of the likeliest places, and how many are as likely. */
function best(places: readonly Place[]): { place: Place, alike: number } {
  const most = Math.max(...places.map(place => place.likeness))
  const likeliest = places.filter(place => place.likeness === most)
  return { place: likeliest[0]!, alike: likeliest.length }
}

/** The passage that a target comes from, by its source's section and figure and, where these leave a choice, by its name; null: not in this notice. */
export function passageOf(notice: Notice, { name, source }: Source): Passage | null {
  const pairs = pairsOf(name)
  const key = sectionKeyOf(foldText(source.section))
  const section = notice.sections.get(key) ?? []
  const figure = foldText(source.figure)
  const patterns = figure === '' ? [] : patternsOf(figure)
  const here = placesIn(section, patterns, pairs)
  if (here.length > 0) {
    const { place, alike } = best(here)
    return passageAt(place, true, alike === 1 ? 'section_figure' : 'several', alike)
  }
  if (section.length === 0) {
    const anywhere = placesIn(notice.paragraphs, patterns, pairs)
    return anywhere.length === 0 ? null : passageAt(best(anywhere).place, true, anywhere.length === 1 ? 'figure_once' : 'several', anywhere.length)
  }
  const sentences = section.flatMap(paragraph => sentencesOf(paragraph.folded).map(sentence => placeOf(paragraph, sentence, pairs)))
  return passageAt(best(sentences).place, false, 'section', 1)
}

/** How much of a plan is found in a notice: its targets whose section is there or whose figure is, and its figures that stand in their section or once anywhere. */
export interface NoticeFit { targets: number, found: number, figures: number, foundFigures: number }

/** Compares a whole plan with a notice: see {@link NoticeFit}. */
export function noticeFit(notice: Notice, plan: Plan): NoticeFit {
  const targets = plan.chapters.flatMap(chapter => chapter.tasks.flatMap(task => task.targets))
  const passages = targets.map(target => passageOf(notice, target)).filter(passage => passage !== null)
  return {
    targets: targets.length, found: passages.length, figures: targets.filter(target => target.source.figure !== '').length,
    foundFigures: passages.filter(({ certainty }) => certainty === 'section_figure' || certainty === 'figure_once').length,
  }
}

/** Is it doubtful that this is the plan's notice: less than half of its figures (of its targets where it has none) are found. Of the five plans that come with the programme each has all in its own notice and at most half in another's. */
export function isDoubtful(fit: NoticeFit): boolean {
  return fit.figures > 0 ? fit.foundFigures * 2 <= fit.figures : fit.found * 2 <= fit.targets
}
