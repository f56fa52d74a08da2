/** Stub until its branch is merged. */
import type { Outline } from './outline'
import type { PaperChoice } from './paper'
import type { PaperFacts } from './paperFacts'

export const reportOutline = (facts: PaperFacts, choice: PaperChoice): Outline => ({
  title: [facts.title], redHead: null, documentNumber: choice.documentNumber, addressee: choice.addressee, blocks: [], annexes: [], office: choice.office, date: '', copies: null, mark: facts.caption.demo, caption: facts.caption,
})
