/** THE list of a deck's slides for the chosen parts: the preview shows it, the writer writes it. No slide library here. */
import type { LedgerEvent } from '../domain/event'
import type { Slip } from '../domain/slip'
import type { AnnexSheet, AreaSheet } from './deckAnnex'
import { annexSheets, annexTitle, areaSheets, areaTitle } from './deckAnnex'
import type { ChangesSheet } from './deckChanges'
import { changesSheets, changesTitle } from './deckChanges'
import { followUpSheets, followUpTitle } from './deckFollowUps'
import { partText } from './deckFrame'
import type { MatrixSheet } from './deckMatrix'
import { matrixSheets, matrixTitle } from './deckMatrix'
import { isUnreported, overviewTitle } from './deckOverview'
import { recordPages } from './deckRecord'
import { redTitle } from './deckRed'
import type { StandingSheet } from './deckStanding'
import { standingSheets, standingTitle } from './deckStanding'
import type { PaperChoice, PaperPage, PaperPart } from './paper'
import type { PaperFacts, PaperLine } from './paperFacts'

/** Red items with a slide of their own; the rest stand in the annex, and the last of these slides says so. */
export const mostRedSlides = 40

export type DeckSheet =
  | { kind: 'cover' } | { kind: 'overview' }
  | { kind: 'sentence', text: string }
  | { kind: 'followUps', slips: readonly Slip[] }
  | { kind: 'changes', sheet: ChangesSheet }
  | { kind: 'matrix', sheet: MatrixSheet }
  | { kind: 'red', line: PaperLine }
  | { kind: 'standing', sheet: StandingSheet }
  | { kind: 'annex', sheet: AnnexSheet }
  | { kind: 'area', sheet: AreaSheet }
  | { kind: 'record', events: readonly LedgerEvent[] }

/** A page with what it shows. */
export interface DeckEntry extends PaperPage { sheet: DeckSheet }

/** One page for each sheet of a list; its key counts on where there is more than one. */
function pagesOf<Sheet>(part: PaperPart, look: PaperPage['look'], key: string, title: (i: number, of: number) => string, sheets: readonly Sheet[], wrap: (sheet: Sheet) => DeckSheet): DeckEntry[] {
  return sheets.map((sheet, i) => ({ key: `${key}-${i + 1}`, part, look, title: title(i, sheets.length), sheet: wrap(sheet) }))
}

const sentenceOf = (part: PaperPart, title: string, text: string): DeckEntry => ({ key: `${part}-none`, part, look: 'text', title, sheet: { kind: 'sentence', text } })

function redPages(facts: PaperFacts): DeckEntry[] {
  const { red } = facts
  if (red.length === 0) return [sentenceOf('red', '红项', isUnreported(facts) ? '尚未填报，没有红项可列。' : '没有严重滞后或逾期的任务格。')]
  const shown = red.slice(0, mostRedSlides).map((line): DeckEntry => ({ key: `red-${line.figure.target}-${line.figure.area ?? 'whole'}`, part: 'red', look: 'curve', title: redTitle(line), sheet: { kind: 'red', line } }))
  const left = red.length - shown.length
  return left === 0 ? shown : [...shown, { key: 'red-more', part: 'red', look: 'text', title: `红项 ${red.length} 格，以上是最重的 ${shown.length} 格`, sheet: { kind: 'sentence', text: `其余 ${left} 格红项不单列一页，见附表。` } }]
}

function standingPages(facts: PaperFacts): DeckEntry[] {
  if (facts.columns.length === 0) return []
  const sheets = standingSheets(facts)
  if (sheets.length === 0) return [sentenceOf('standing', '镇街达序', '没有一个地方有在考的任务，不排名。')]
  return pagesOf('standing', 'bars', 'standing', (i, of) => `${isUnreported(facts) ? '镇街达序：尚未填报' : standingTitle(facts)}${partText(i, of)}`, sheets, sheet => ({ kind: 'standing', sheet }))
}

function annexPages(facts: PaperFacts): DeckEntry[] {
  const sheets = annexSheets(facts)
  if (sheets.length === 0) return [sentenceOf('annex', '附表', '没有滞后、逾期和未填报的任务格。')]
  return pagesOf('annex', 'table', 'annex', (i, of) => annexTitle(facts, i, of), sheets, sheet => ({ kind: 'annex', sheet }))
}

const partPages: Readonly<Record<PaperPart, (facts: PaperFacts) => DeckEntry[]>> = {
  cover: facts => [{ key: 'cover', part: 'cover', look: 'cover', title: facts.title, sheet: { kind: 'cover' } }],
  overview: facts => [{ key: 'overview', part: 'overview', look: 'overview', title: overviewTitle(facts), sheet: { kind: 'overview' } }],
  changes: facts => [
    ...pagesOf('changes', 'table', 'follow-ups', (i, of) => `${followUpTitle(facts)}${partText(i, of)}`, followUpSheets(facts), slips => ({ kind: 'followUps', slips })),
    ...pagesOf('changes', 'changes', 'changes', (i, of) => `${changesTitle(facts)}${partText(i, of)}`, changesSheets(facts), sheet => ({ kind: 'changes', sheet })),
  ],
  chapters: facts => facts.sections.flatMap(section => pagesOf('chapters', 'matrix', `chapter-${section.chapter.id}`, (i, of) => `${matrixTitle(facts, section)}${partText(i, of)}`, matrixSheets(facts, section), sheet => ({ kind: 'matrix', sheet }))),
  red: redPages,
  standing: standingPages,
  annex: annexPages,
  areas: facts => areaSheets(facts).map((sheet): DeckEntry => ({ key: `area-${sheet.standing.code}`, part: 'areas', look: 'table', title: areaTitle(sheet), sheet: { kind: 'area', sheet } })),
  record: facts => pagesOf('record', 'table', 'record', (i, of) => `变更记录${partText(i, of)}`, recordPages(facts), events => ({ kind: 'record', events })),
}

const order: readonly PaperPart[] = ['cover', 'overview', 'changes', 'chapters', 'red', 'standing', 'annex', 'areas', 'record']

/** The slides with what they show. A deck is never without a slide: with everything taken out its cover stands. */
export function deckEntries(facts: PaperFacts, choice: Pick<PaperChoice, 'parts' | 'omit'>): DeckEntry[] {
  const entries = order.filter(part => choice.parts.has(part)).flatMap(part => partPages[part](facts)).filter(page => !choice.omit.has(page.key))
  return entries.length > 0 ? entries : partPages.cover(facts)
}

export const deckPages = (facts: PaperFacts, choice: PaperChoice): readonly PaperPage[] => deckEntries(facts, choice).map(({ key, part, title, look }) => ({ key, part, title, look }))
