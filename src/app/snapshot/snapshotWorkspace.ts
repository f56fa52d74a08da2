/**
 * Stands in for `stores/workspace` in the read-only file: the same state for every view, made from the snapshot in memory. No ledger is
 * opened and nothing can be recorded; days end at the snapshot's, knowledge at its known-at, and its review filter holds everywhere.
 */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Board } from '../../domain/board'
import type { Command, Present } from '../../domain/decide'
import type { History } from '../../domain/history'
import type { LedgerEvent } from '../../domain/event'
import type { PlanIndex } from '../../domain/plan'
import type { Problem } from '../../domain/problem'
import { knownAtLimit } from '../../domain/clock'
import { addDays } from '../../domain/days'
import { foldEvents } from '../../domain/history'
import { lastMeeting, meetingsOf } from '../../domain/meetings'
import type { Meeting } from '../../domain/meetings'
import { indexPlan } from '../../domain/plan'
import { reviewedOnly } from '../../domain/reviewState'
import { boardOf } from '../../domain/rollUp'
import { indexWithSetUp } from '../../domain/setUp'
import type { Workspace } from '../../ledger/database'
import type { Phase, Recorded, Saved, useWorkspace as useWhole } from '../../stores/workspace'
import { heldSnapshot } from './heldSnapshot'

const readOnly: Problem = { code: 'snapshot_read_only', why: '这是封存的快照，不能改', fix: '在挂图里填报' }

/** How many histories are kept: of now, of the meetings, of a day or two. */
const mostKept = 12

const makeStore = defineStore('workspace', () => {
  const { seal, plan, events } = heldSnapshot()
  const limit = knownAtLimit(seal.knownAt)
  const all = foldEvents(indexPlan(plan), events)
  const filtered = new Map<string, History>()

  /** What counts for one who knows what was recorded up to a bound. */
  function historyAt(bound: string): History {
    if (seal.review === 'all') return all
    let found = filtered.get(bound)
    if (found === undefined) {
      if (filtered.size >= mostKept) filtered.clear()
      filtered.set(bound, found = reviewedOnly(all, bound, seal.review === 'accepted_twice'))
    }
    return found
  }

  const index = shallowRef<PlanIndex | null>(indexWithSetUp(all, limit))
  const meetings = shallowRef<readonly Meeting[]>(meetingsOf(all, limit))
  const asOf = ref(seal.asOf)
  const known = ref<'now' | 'then'>('now')
  const before = shallowRef<{ meeting: Meeting, board: Board } | null>(null)
  let boardOn: typeof boardOf = boardOf

  const shownKnowledge = (): string => (known.value === 'then' && asOf.value < seal.asOf ? asOf.value : seal.knownAt)
  const shownHistory = (): History => historyAt(knownAtLimit(shownKnowledge()))
  const boardNow = (): Board => boardOn(shownHistory(), { asOf: asOf.value, knownAt: shownKnowledge() })
  const board = shallowRef<Board | null>(boardNow())

  function lookBack(isAnew = false): void {
    const meeting = lastMeeting(meetings.value, addDays(asOf.value, -1))
    if (!isAnew && meeting !== null && before.value?.meeting.id === meeting.id && before.value.meeting.on === meeting.on) return
    before.value = meeting === null ? null : { meeting, board: boardOf(historyAt(knownAtLimit(meeting.on)), { asOf: meeting.on, knownAt: meeting.on }) }
  }

  /** Later days are not in the snapshot: the day stays. */
  function setAsOf(day: string, knowing: 'now' | 'then' = known.value): void {
    if (day > seal.asOf) return
    asOf.value = day
    known.value = knowing
    board.value = boardNow()
    if (before.value !== null) lookBack()
  }

  const nothing: readonly Problem[] = []
  const refused = (): Promise<Recorded> => Promise.resolve({ ok: false, problem: readOnly })
  return {
    // A ledger that cannot be written: no view offers an entry.
    phase: ref<Phase>('unavailable'), problems: shallowRef(nothing), problemTotal: ref(0), warnings: shallowRef(nothing), notes: shallowRef(nothing),
    plans: computed(() => [{ id: plan.id, file: '', title: plan.title, area: plan.area.name, year: Number(plan.period.start.slice(0, 4)) }]), planId: ref<string | null>(plan.id),
    index, board, asOf, known, today: ref(seal.asOf), presentDay: computed(() => seal.asOf), eventCount: ref(events.length), saved: shallowRef<Saved>({ state: 'idle', at: null, problem: null }),
    kind: ref<Workspace>(seal.demo ? 'demo' : 'real'), demo: computed(() => seal.demo), meetings, before, canUndo: computed(() => false), canRedo: computed(() => false),
    loadPlans: (): Promise<string | null> => Promise.resolve(plan.id), openPlan: (_id: string, _day: string | null, _wanted?: Workspace | null): Promise<void> => Promise.resolve(),
    setAsOf, walkWith: (to: typeof boardOf): void => { boardOn = to }, lookBack,
    record: (_commands: readonly Command[], _isUndo?: boolean): Promise<Recorded> => refused(), undo: (): Promise<Recorded | null> => refused(), redo: (): Promise<Recorded | null> => refused(),
    ask: <T>(question: (history: History, now: Present) => T): T | null => question(historyAt(limit), { today: seal.asOf, limit }),
    askShown: <T>(question: (history: History, shown: Present) => T): T | null => question(shownHistory(), { today: seal.asOf, limit: knownAtLimit(shownKnowledge()) }),
    sharesOf: (_target: string): Readonly<Record<string, number | null>> => ({}), ledgerEvents: (): readonly LedgerEvent[] => events,
  }
})

type Whole = ReturnType<typeof useWhole>
/** What leaves the house is no part of a file that has left it already. */
type Shown = Omit<Whole, 'exportSource' | 'exportLedger' | 'exportBoard' | 'previewRestore' | 'restore' | 'acceptLoss' | 'openLedger' | 'checked' | `$${string}` | `_${string}`>

export const useWorkspace: () => Shown = makeStore
