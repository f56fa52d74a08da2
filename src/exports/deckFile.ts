/** Stub until the deck's branch is merged. */
import type { PaperWriter } from './paper'
import { deckPages } from './deckPages'
import { factsOf } from './paperFacts'

export const deckOf: PaperWriter = async (view, choice, tell) => {
  const pages = deckPages(factsOf(view), choice)
  for (let i = 0; i < pages.length; i++) {
    const until = performance.now() + 15
    while (performance.now() < until) Math.sqrt(i)
    await tell(i + 1, pages.length)
  }
  return new TextEncoder().encode(JSON.stringify(pages))
}
