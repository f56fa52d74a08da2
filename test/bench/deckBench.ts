/** Node: a deck of 30 slides from an opened snapshot (facts, forecasts, slides, mending) against the slide library alone writing the same slides, ready described. */
import { demoEvents, eventSealer } from '../../src/domain/demo'
import { demoDay } from '../../src/domain/demoDay'
import type { Plan } from '../../src/domain/plan'
import { indexPlan } from '../../src/domain/plan'
import { freeze, viewOf } from '../../src/domain/snapshot'
import { aboutOf, deckOf, openDeck } from '../../src/exports/deckFile'
import { deckPages, deckEntries } from '../../src/exports/deckPages'
import { deckSlide } from '../../src/exports/deckSlides'
import { plainChoice, tellNobody } from '../../src/exports/paper'
import { factsOf } from '../../src/exports/paperFacts'
import { alternate } from './rounds'
import type { Pair } from './rounds'

export interface DeckTimes { deck: Pair, slides: number, bytes: number, rawBytes: number }

/** `plan`: 晋江's; slides beyond `most` are left out. */
export async function benchDeck(plan: Plan, rounds: number, most = 30): Promise<DeckTimes> {
  const events = eventSealer()(demoEvents(indexPlan(plan)))
  const snapshot = freeze({ plan, events, demo: true }, { name: '第4次调度会', asOf: demoDay(plan), knownAt: events.at(-1)!.recordedAt.slice(0, 24), review: 'all', madeAt: '2020-09-15T08:20:00.000Z', madeBy: {}, version: '0' })
  const all = factsOf(viewOf(snapshot))
  const choice = { ...plainChoice, omit: new Set(deckPages(all, plainChoice).slice(most).map(page => page.key)) }
  const entries = deckEntries(all, choice)
  const slides = entries.map((entry, i) => deckSlide(all, entry, '', i + 1, entries.length))
  let [bytes, rawBytes] = [0, 0]
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now()
    await work()
    return performance.now() - begun
  }
  const deck = await alternate(rounds, () => {
    const view = viewOf(snapshot)
    return timed(async () => { bytes = (await deckOf(view, choice, tellNobody)).length })
  }, () => timed(async () => {
    const bare = openDeck(aboutOf(all, ''))
    for (const slide of slides) bare.add(slide)
    rawBytes = (await bare.bytes()).length
  }))
  return { deck, slides: slides.length, bytes, rawBytes }
}
