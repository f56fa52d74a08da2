/** The sheets of the workbook in order: names at once, contents one by one. */
import { boardSheet } from './bookBoard'
import { chapterName, chapterSheet } from './bookChapters'
import { ledgerSheet } from './bookLedger'
import { changeSheet, slowSheet } from './bookLists'
import type { BookSheet } from './bookModel'
import { legalSheetNames } from './bookNames'
import { overviewSheet } from './bookOverview'
import { placeSheet } from './bookPlaces'
import { rulesSheet, sourceSheet } from './bookRules'
import type { PaperFacts } from './paperFacts'

interface Planned { wanted: string, make: (facts: PaperFacts, name: string) => BookSheet }

/** The fixed names come first, so that no chapter or place can take one of them. */
function plannedSheets(facts: PaperFacts): readonly Planned[] {
  const inPlanOrder = facts.columns.map(column => facts.standings.find(line => line.code === column.code)!)
  const fixed: readonly Planned[] = [
    { wanted: '总览', make: (all, name) => overviewSheet(all, name, '挂图') }, { wanted: '挂图', make: boardSheet }, { wanted: '滞后明细', make: slowSheet }, { wanted: '会后变化', make: changeSheet },
    { wanted: '台账', make: ledgerSheet }, { wanted: '规则', make: rulesSheet }, { wanted: '口径', make: sourceSheet },
  ]
  const chapters = facts.sections.map((section): Planned => ({ wanted: chapterName(section), make: (all, name) => chapterSheet(all, section, name) }))
  const places = inPlanOrder.map((line): Planned => ({ wanted: line.name, make: (all, name) => placeSheet(all, line, name) }))
  return [...fixed, ...chapters, ...places]
}

/** 总览, 挂图, 滞后明细 and 会后变化; then chapters and places; the record, the rules and the sources last. */
function ordered<Item>(list: readonly Item[]): readonly Item[] {
  return [...list.slice(0, 4), ...list.slice(7), ...list.slice(4, 7)]
}

export const sheetNames = (facts: PaperFacts): readonly string[] => ordered(legalSheetNames(plannedSheets(facts).map(one => one.wanted)))

/** Each sheet by a call, so that the work can be told and called off in between. */
export function sheetMakers(facts: PaperFacts): readonly (() => BookSheet)[] {
  const planned = plannedSheets(facts)
  const names = legalSheetNames(planned.map(one => one.wanted))
  return ordered(planned.map((one, i) => () => one.make(facts, names[i]!)))
}
