/** The two boards, what parts them, and what came in later about the first day: asked of the ledger whenever it or the address changes. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { Board } from '../../domain/board'
import type { Comparison } from '../../domain/comparison'
import { compareBoards } from '../../domain/comparison'
import { knownAtLimit } from '../../domain/clock'
import { laterEntries } from '../../domain/laterEntries'
import type { LaterEntry } from '../../domain/laterEntries'
import { boardOf } from '../../domain/rollUp'
import type { Side } from '../../components/compare/compareFace'
import { useWorkspace } from '../../stores/workspace'

export interface Found {
  comparison: Comparison
  /** The first day as it was known then, and with everything known now. */
  seen: Board
  reseen: Board
  entries: readonly LaterEntry[]
}

export function useComparison(sides: ComputedRef<readonly [Side, Side]>, first: ComputedRef<string>): ComputedRef<Found | null> {
  const workspace = useWorkspace()
  return computed(() => {
    // The count stands for the ledger: with each entry the question is asked anew.
    if (workspace.eventCount < 0 || workspace.index === null) return null
    return workspace.ask((history, { limit }): Found => {
      const [left, right] = sides.value.map(({ day, known }) => ({ asOf: day, limit: known === 'then' ? knownAtLimit(day) : limit })) as [{ asOf: string, limit: string }, { asOf: string, limit: string }]
      const day = first.value
      return {
        comparison: compareBoards(history, history.index, left, right),
        seen: boardOf(history, { asOf: day, knownAt: day }), reseen: boardOf(history, { asOf: day, knownAt: limit }),
        entries: laterEntries(history, history.index, day, knownAtLimit(day), limit),
      }
    })
  })
}
