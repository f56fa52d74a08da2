/** Stands in until the report's own outline arrives. */
import type { Outline } from './outline'
import type { PaperChoice } from './paper'
import type { PaperFacts } from './paperFacts'

export const reportOutline = (facts: PaperFacts, choice: PaperChoice): Outline => ({
  title: [facts.title, '推进情况的报告'], redHead: null, documentNumber: choice.documentNumber, addressee: choice.addressee,
  blocks: [{ kind: 'paragraph', runs: [`${facts.place}，`, { text: `${facts.red.length}`, origin: { count: 'red' } }, ' 处严重滞后。'] }],
  annexes: [], office: choice.office, date: '', copies: null, mark: facts.caption.demo, caption: facts.caption,
})
