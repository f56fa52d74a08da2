/** Print-ready HTML of the report, then a page for every target with red figures, then, where asked for, a page for every township. */
import { outlineHtml, cssText, outlineStyle } from './outlineHtml'
import type { PaperWriter } from './paper'
import { factsOf } from './paperFacts'
import { paperStem } from './paperName'
import { areaPage, leafStyle, redByTarget, targetPage } from './leafPages'
import { printPage } from './printPage'
import { reportOutline } from './reportOutline'

export const printOf: PaperWriter = async (view, choice, tell) => {
  const facts = factsOf(view)
  const targets = choice.parts.has('red') ? redByTarget(facts) : []
  const areas = choice.parts.has('areas') ? facts.columns.flatMap(column => facts.standings.filter(standing => standing.code === column.code)) : []
  const total = 1 + targets.length + areas.length
  let done = 0
  await tell(done, total)
  const outline = reportOutline(facts, choice)
  const parts = [outlineHtml(outline)]
  await tell(done += 1, total)
  for (const { row, lines } of targets) {
    parts.push(targetPage(facts, row, lines))
    await tell(done += 1, total)
  }
  for (const standing of areas) {
    parts.push(areaPage(facts, standing))
    await tell(done += 1, total)
  }
  const { caption } = facts
  const foot = [caption.demo, caption.asOf, caption.knownAt, caption.scope, caption.version, `校验码 ${caption.code}`].filter(text => text !== '').join('　')
  return printPage(`${paperStem(view.snapshot)}-报告`, `${outlineStyle(outline)}\n${leafStyle(cssText(foot))}`, parts.join(''), 'A4')
}
