/** What the inbox is made from, as known now, on the day that is entered for. */
import type { Board } from '../../domain/board'
import { packOn } from '../../domain/adoptedPack'
import type { History } from '../../domain/history'
import { inboxOf } from '../../domain/inbox'
import { meetingsOf } from '../../domain/meetings'
import type { Meeting } from '../../domain/meetings'
import type { RulePack } from '../../domain/rulePack'
import { boardOf } from '../../domain/rollUp'
import { slipsOf } from '../../domain/slip'
import type { Slip } from '../../domain/slip'
import { proposalsOf } from '../../domain/slipProposals'
import type { useWorkspace } from '../../stores/workspace'

type Workspace = ReturnType<typeof useWorkspace>
export interface InboxNow { day: string, limit: string, board: Board, slips: readonly Slip[], meetings: readonly Meeting[], drafts: number, pack: RulePack }

/** null: nothing is open. */
export function inboxNow({ index, board: shown, presentDay: day, known, ask }: Workspace): InboxNow | null {
  if (index === null || shown === null) return null
  return ask((history: History, { limit }) => {
    const when = { asOf: day, limit }
    const board = shown.asOf === day && known === 'now' ? shown : boardOf(history, { asOf: day, knownAt: shown.knownAt })
    const slips = slipsOf(history, when)
    const pack = packOn(history, when)
    return { day, limit, board, slips, meetings: meetingsOf(history, limit), drafts: proposalsOf(history, index, board, slips, pack, when).length, pack }
  })
}

export function countOf(workspace: Workspace, unit: string | null): number {
  const now = inboxNow(workspace)
  return now === null ? 0 : workspace.ask(history => inboxOf(history, workspace.index!, now.slips, unit, { asOf: now.day, limit: now.limit }, now).length) ?? 0
}
