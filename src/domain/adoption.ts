/** Which rules hold on a day: the pack adopted last before it. A switch is dated, so that every past day keeps the rules of its day. */
import type { History, When } from './history'
import type { LampRules } from './lampRules'
import { winnerOf } from './history'
import { defaultLampRules } from './lampRules'

/** The rules of lamps in force on `when.asOf`, as known at `when.limit`; without an adoption the default ones. */
export function rulesOn(history: History, when: When): LampRules {
  return history.adoptions.length === 0 ? defaultLampRules : winnerOf(history, history.adoptions, when)?.data.lamps as LampRules | undefined ?? defaultLampRules
}
