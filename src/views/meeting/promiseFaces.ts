/** From slips to what a list of promises shows; the big screen and the page say the same. */
import type { Messages } from '../../components/messages'
import type { PromiseFace } from '../../components/meeting/meetingFace'
import { promiseInEnglish } from '../../components/meeting/meetingsWords'
import { promiseState } from '../../domain/meetingRecord'
import type { PlanIndex } from '../../domain/plan'
import type { Slip } from '../../domain/slip'
import { promiseLook, zhKept, zhPromise } from '../../wording/promiseWords'

export const unitName = (index: PlanIndex, unit: string): string => index.departments.get(unit)?.name ?? index.areas.get(unit)?.area.name ?? unit

/** `hrefOf`: the slip's own page. */
export function promiseFace(slip: Slip, day: string, index: PlanIndex, messages: Messages, hrefOf: (slip: string) => string): PromiseFace {
  const state = promiseState(slip, day)
  const isEnglish = messages.language === 'en'
  return {
    id: slip.order.id, number: slip.order.number, matter: slip.order.title, request: slip.order.request, lead: unitName(index, slip.order.lead), due: messages.date.day(slip.due), look: promiseLook(state),
    state: isEnglish ? promiseInEnglish(state) : zhPromise(state), kept: state.kind !== 'kept' ? '' : isEnglish ? messages.date.day(state.on) : zhKept(state), isLate: state.kind === 'overdue',
    level: slip.order.levels.find(level => level.id === slip.level)?.word ?? slip.level, href: hrefOf(slip.order.id),
  }
}
