/** The notice itself, as opened on this device: plain text cut at its own numbering, so that a target's words can be found in it. */
import { foldText, foldWithPlaces } from './foldedText'
import type { NumberMark } from './noticeNumbering'
import { innerMarks, listedRank, markAt, sectionKeys } from './noticeNumbering'

/** A paragraph, or the piece of one that has a number of its own. */
export interface NoticeParagraph {
  /** As it stands in the notice; runs of spaces are one. */
  text: string
  folded: string
  /** The headings that lead to it, outermost first, its own included. */
  path: readonly string[]
}

export interface Notice {
  paragraphs: readonly NoticeParagraph[]
  /** By section, as plans write it (二, 二(二), 二(二)一): all that stands in it, what is below included. */
  sections: ReadonlyMap<string, readonly NoticeParagraph[]>
}

interface Level extends NumberMark { label: string }

const longestLabel = 30
const closing = /[。；;，,：:！!？?\s]+$/

/** A heading in a few words: the whole of a short line, else what stands before the first stop. */
function labelOf(text: string, rank: number): string {
  const stops = rank === listedRank ? [/^[^。；;，,：:]*/] : [/^[^。]*/, /^[^。；;，,：:]*/]
  const found = stops.map(stop => stop.exec(text)![0].replace(closing, '')).find(label => label !== '' && label.length <= longestLabel)
  return found ?? `${text.slice(0, longestLabel - 6).replace(closing, '')}…`
}

/** Lines of a text that was broken at the right edge, as copied from a PDF, are put together again. */
function unwrapped(lines: readonly string[]): string[] {
  const filled = lines.filter(line => line !== '')
  const longest = filled.reduce((most, line) => Math.max(most, line.length), 0)
  const nearly = longest * 0.8
  if (longest > 60 || longest < 16 || filled.filter(line => line.length >= nearly).length < filled.length / 2) return filled
  const whole: string[] = []
  let isOpen = false
  for (const line of lines) {
    if (line !== '') {
      if (isOpen && markAt(foldText(line)) === null) whole[whole.length - 1] += line
      else whole.push(line)
    }
    isOpen = line.length >= nearly && !/[。！？!?：:；;]$/.test(line)
  }
  return whole
}

/** A paragraph cut where numbered pieces begin in it. */
function piecesOf(line: string): string[] {
  const { text, places } = foldWithPlaces(line)
  const cuts = [0, ...innerMarks(text).map(at => places[at]!), line.length]
  return cuts.slice(1).map((end, i) => line.slice(cuts[i], end).trim()).filter(piece => piece !== '')
}

/** Cuts a notice's text (lines are paragraphs) at its numbering: 第一部分, 一、, (一), 1., (1), ①, 一是. Tabs stand between cells of a table. */
export function noticeOf(text: string): Notice {
  const lines = text.replace(/\r\n?|\u2028|\u2029|\f|\v/g, '\n').split('\n').map(line => line.replace(/[^\S\t]+/g, ' ').trim())
  const paragraphs: NoticeParagraph[] = []
  const sections = new Map<string, NoticeParagraph[]>()
  let levels: readonly Level[] = []
  let keys: readonly string[] = []
  let path: readonly string[] = []
  const enter = (next: readonly Level[]): void => {
    levels = next
    keys = [...new Set(sectionKeys(next))]
    path = next.map(level => level.label)
  }
  for (const line of unwrapped(lines)) {
    piecesOf(line).forEach((piece, i) => {
      const folded = foldText(piece)
      const mark = markAt(folded)
      if (mark !== null) enter([...levels.filter(level => level.rank < mark.rank), { ...mark, label: labelOf(piece, mark.rank) }])
      else if (i === 0 && levels.some(level => level.rank === listedRank)) enter(levels.filter(level => level.rank < listedRank))
      if (folded === '') return
      const paragraph: NoticeParagraph = { text: piece, folded, path }
      paragraphs.push(paragraph)
      for (const key of keys) {
        const section = sections.get(key)
        if (section === undefined) sections.set(key, [paragraph])
        else section.push(paragraph)
      }
    })
  }
  return { paragraphs, sections }
}
