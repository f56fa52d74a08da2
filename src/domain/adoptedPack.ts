/** The whole rule pack in force on a day: slips, cards, calendar, scores. The lamps of a board take the short way of `adoption.ts`. */
import type { History, When } from './history'
import type { RulePack } from './rulePack'
import { winnerOf } from './history'
import { defaultPack } from './rulePack'

/** The pack adopted last before `when.asOf` as known at `when.limit`; without one, or where it cannot be read, the default. */
export function packOn(history: History, when: When): RulePack {
  return winnerOf(history, history.adoptions, when)?.data.rules as RulePack | undefined ?? defaultPack
}
