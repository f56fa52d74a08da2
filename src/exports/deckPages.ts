/** Stub until the deck's branch is merged. */
import type { PaperChoice, PaperPage } from './paper'
import type { PaperFacts } from './paperFacts'

export function deckPages(facts: PaperFacts, choice: PaperChoice): readonly PaperPage[] {
  const pages: PaperPage[] = [{ key: 'cover', part: 'cover', title: facts.title, look: 'cover' }, { key: 'overview', part: 'overview', title: `${facts.targets.active} 项中 ${facts.targets.onPace} 项达序`, look: 'overview' }]
  if (facts.changes !== null) pages.push({ key: 'changes', part: 'changes', title: `变好 ${facts.changes.better.length}，变差 ${facts.changes.worse.length}`, look: 'changes' })
  for (const { chapter, numeral } of facts.sections) pages.push({ key: `chapter-${chapter.id}`, part: 'chapters', title: `${numeral}、${chapter.title}`, look: 'matrix' })
  for (const line of facts.red) pages.push({ key: `red-${line.row.target.id}-${line.figure.area ?? ''}`, part: 'red', title: `${line.areaName} ${line.name}`, look: 'curve' })
  pages.push({ key: 'standing', part: 'standing', title: '镇街达序', look: 'bars' })
  for (let i = 0; i < Math.max(1, Math.ceil(facts.slow.length / 14)); i++) pages.push({ key: `annex-${i + 1}`, part: 'annex', title: `附表：滞后明细（${i + 1}）`, look: 'table' })
  for (const { code, name } of facts.columns) pages.push({ key: `area-${code}`, part: 'areas', title: name, look: 'table' })
  pages.push({ key: 'record-1', part: 'record', title: '变更记录', look: 'table' })
  return pages.filter(page => choice.parts.has(page.part) && !choice.omit.has(page.key))
}
