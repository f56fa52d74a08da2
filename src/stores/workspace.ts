/** The open plan with its ledger and board: the one reactive state that every screen reads. No rules of its own. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Board } from '../domain/board'
import type { Command, Present } from '../domain/decide'
import type { History } from '../domain/history'
import type { LedgerEvent } from '../domain/event'
import type { PlanIndex } from '../domain/plan'
import type { Problem } from '../domain/problem'
import { knownAtLimit } from '../domain/clock'
import { addDays, clampDay, dayOfMoment } from '../domain/days'
import { demoName } from '../domain/demoMark'
import { evolve, foldEvents, touchedTargets } from '../domain/history'
import { lastMeeting, meetingsOf } from '../domain/meetings'
import type { Meeting } from '../domain/meetings'
import { boardOf, rollUpPath } from '../domain/rollUp'
import type { Ledger } from '../ledger/ledger'
import type { Merged } from '../ledger/inside'
import type { Workspace } from '../ledger/database'
import type { Verified } from '../ledger/verify'
import { askPersistence } from '../ledger/persistence'
import { useIdentity } from './identity'
import { closeOpened, openSources, todayOf } from './openSources'
import { usePlanShelf } from './planShelf'
import { lastPlan, rememberPlan, rememberWorkspace } from './remembered'
import { useUndo } from './undo'

export type Phase = 'loading' | 'ready' | 'failed' | 'damaged' | 'unavailable'
export type Recorded = { ok: true, events: readonly LedgerEvent[] } | { ok: false, problem: Problem }
export interface Saved { state: 'idle' | 'saving' | 'saved' | 'failed', at: string | null, problem: Problem | null }

/** Entries that change what the plan says of itself; see `domain/setUp`. */
const isSetUp = (event: LedgerEvent): boolean => event.type === 'assign' || event.type === 'department' || event.type === 'ruling' || event.type === 'finding'

/** HH:MM:SS in UTC+8 of an instant. */
const clockText = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 19)

/** What the board showed at the last meeting before its day, as it was known then: what changes are measured against. */
export interface Before { meeting: Meeting, board: Board }

export const useWorkspace = defineStore('workspace', () => {
  const phase = ref<Phase>('loading')
  const problems = shallowRef<readonly Problem[]>([])
  const problemTotal = ref(0)
  const warnings = shallowRef<readonly Problem[]>([])
  const shelf = usePlanShelf()
  const plans = computed(() => shelf.plans)
  const planId = ref<string | null>(null)
  const index = shallowRef<PlanIndex | null>(null)
  const board = shallowRef<Board | null>(null)
  const asOf = ref('')
  /** Whose knowledge is shown: `now`, or what was known on the board's day itself (当时所知). */
  const known = ref<'now' | 'then'>('now')
  const today = ref(dayOfMoment(Date.now()))
  const eventCount = ref(0)
  const saved = shallowRef<Saved>({ state: 'idle', at: null, problem: null })
  const kind = ref<Workspace>('real')
  const meetings = shallowRef<readonly Meeting[]>([])
  const before = shallowRef<Before | null>(null)
  /** What this browser does not give: said, not hidden. */
  const notes = shallowRef<readonly Problem[]>([])
  /** What checking every hash and chain has found, once it has been done. */
  const checked = shallowRef<Verified | null>(null)
  const demo = computed(() => kind.value === 'demo')
  /** The last day that can be looked at as today: entries are made for it; days before it are read-only, days after it have not come. */
  const presentDay = computed(() => (index.value === null ? today.value : clampDay(today.value, index.value.plan.period.start, index.value.plan.period.end)))
  const undoing = useUndo()
  const who = useIdentity()

  let history: History | null = null
  /** Boards of the days that are stepped through; a quicker way to the same comes with what lies beside the strip. */
  let boardOn: typeof boardOf = boardOf
  let ledger: Ledger | null = null
  let generated: readonly LedgerEvent[] = []
  let lastRecorded = ''
  let openedAt = ''
  let opening = 0

  /** Without a given moment the board is known at the last recorded instant: the same ledger gives the same file on every device. */
  const knownAt = (): string => (lastRecorded === '' ? openedAt : lastRecorded)
  const knowledge = (): Present => ({ today: today.value, limit: knownAtLimit(knownAt()) })
  const shownKnowledge = (): string => (known.value === 'then' ? asOf.value : knownAt())

  function lookAt(events: Iterable<LedgerEvent>): void {
    for (const event of events) if (event.recordedAt.slice(0, 24) > lastRecorded) lastRecorded = event.recordedAt.slice(0, 24)
  }

  function fail(to: Phase, list: readonly Problem[], total = list.length): void {
    problems.value = list
    problemTotal.value = total
    phase.value = to
  }

  /** Reads the list of plans and says which to open first: the last used, else the first (semantics.md 40). */
  async function loadPlans(): Promise<string | null> {
    if (plans.value.length > 0) return planId.value
    const list = await shelf.load(true)
    if (!list.ok) { fail('failed', list.problems, list.total); return null }
    const last = lastPlan()
    return list.value.find(plan => plan.id === last)?.id ?? list.value[0]!.id
  }

  /** Opens a plan and one of its ledgers (null: the real one where it holds anything, else the demo); `day` is the URL's as-of day (semantics.md 40). */
  async function openPlan(id: string, day: string | null, wanted: Workspace | null = null): Promise<void> {
    if (plans.value.length === 0 && await loadPlans() === null) return
    const turn = ++opening
    phase.value = 'loading'
    planId.value = id
    board.value = null
    before.value = null
    undoing.clear()
    ledger?.close()
    ledger = null
    const entry = plans.value.find(plan => plan.id === id)
    if (entry === undefined) return fail('failed', [{ code: 'plan_unknown', why: `没有编号为 ${id} 的计划`, fix: '从左上角选一个计划' }])
    const answer = await openSources(id, wanted, () => shelf.planOf(entry), problem => { warnings.value = [problem] })
    if (turn !== opening) { if (answer.ok) closeOpened(answer.sources.opened); return }
    if (!answer.ok) return fail('failed', answer.problems.problems, answer.problems.total)
    const { workspace, opened } = answer.sources
    const { plan } = answer.sources.index
    kind.value = workspace
    generated = answer.sources.generated
    index.value = answer.sources.index
    rememberPlan(id, entry.file)
    if (workspace === 'demo') rememberWorkspace(id, workspace)
    today.value = todayOf(workspace, plan, dayOfMoment(Date.now()))
    asOf.value = day ?? clampDay(today.value, plan.period.start, plan.period.end)
    known.value = 'now'
    lastRecorded = ''
    checked.value = null
    const events = [...generated, ...(opened.kind === 'unavailable' ? [] : opened.ledger.events)]
    lookAt(events)
    openedAt = new Date().toISOString()
    history = foldEvents(index.value, events)
    eventCount.value = history.events.size
    if (events.some(isSetUp)) await showSetUp()
    saved.value = { state: 'idle', at: null, problem: null }
    meetings.value = meetingsOf(history, knownAtLimit(knownAt()))
    board.value = boardOf(history, { asOf: asOf.value, knownAt: shownKnowledge() })
    if (opened.kind === 'unavailable') return fail('unavailable', [opened.problem])
    ledger = opened.ledger
    warnings.value = opened.ledger.warnings
    opened.ledger.onEvents(takeIn)
    opened.ledger.onTrouble(problem => { if (ledger === opened.ledger) warnings.value = [...warnings.value, problem] })
    void lookOver(opened.ledger)
    if (opened.kind === 'damaged') return fail('damaged', [{ ...opened.problem, path: `${opened.found.count} / ${opened.expected.count}` }])
    fail('ready', [])
  }

  /** The plan as the office has set it up since: who leads what, rulings decided. Figures never depend on it; exports keep the file's own plan. */
  async function showSetUp(): Promise<void> {
    const of = history
    const { indexWithSetUp } = await import('../domain/setUp')
    if (of !== null && of === history) index.value = indexWithSetUp(of, knownAtLimit(knownAt()))
  }

  /** In idle time: every hash and chain of the ledger, once. */
  async function lookOver(opened: Ledger): Promise<void> {
    const found = await opened.verify()
    if (ledger !== opened) return
    checked.value = found
    if (found.wrong.length + found.breaks.length === 0) return
    const { limits } = await import('./limits')
    if (ledger === opened) warnings.value = [...warnings.value, limits.tampered]
  }

  /** After the first entry of a visit the browser is asked to keep the data; the answer is shown. */
  async function askToKeep(): Promise<void> {
    if (notes.value.length > 0) return
    const answer = await askPersistence()
    notes.value = answer === 'granted' ? [] : [(await import('./limits')).limits[answer]]
  }

  /** The board of the last meeting before the day shown: made when asked for, after the day's own board is on the screen. */
  function lookBack(isAnew = false): void {
    const day = board.value === null ? null : addDays(board.value.asOf, -1)
    const meeting = history === null || day === null ? null : lastMeeting(meetings.value, day)
    if (meeting === null || history === null) { before.value = null; return }
    if (!isAnew && before.value?.meeting.id === meeting.id && before.value.meeting.on === meeting.on) return
    before.value = { meeting, board: boardOf(history, { asOf: meeting.on, knownAt: meeting.on }) }
  }

  /** Events that are stored already: evolve, then roll up only what they touch. */
  function takeIn(events: readonly LedgerEvent[]): void {
    if (history === null || board.value === null) return
    // A damaged ledger opens again once nothing is missing any more.
    if (phase.value === 'damaged' && ledger?.damage === null) fail('ready', [])
    const count = history.events.size
    lookAt(events)
    const touched = new Set<string>()
    for (const event of events) for (const target of touchedTargets(history, evolve(history, event)) ?? history.index.targets.keys()) touched.add(target)
    if (history.events.size === count) return
    eventCount.value = history.events.size
    if (events.some(event => isSetUp(event) || event.type === 'retract')) void showSetUp()
    if (events.some(event => event.type !== 'report' && event.type !== 'allocate')) meetings.value = meetingsOf(history, knownAtLimit(knownAt()))
    board.value = touched.size > 20 || known.value === 'then' ? boardOf(history, { asOf: asOf.value, knownAt: shownKnowledge() }) : rollUpPath(board.value, history, knownAt(), [...touched])
    if (before.value !== null) {
      const limit = knownAtLimit(before.value.meeting.on)
      lookBack(events.some(event => event.recordedAt <= limit))
    }
  }

  const walkWith = (to: typeof boardOf): void => { boardOn = to }
  function setAsOf(day: string, knowing: 'now' | 'then' = known.value): void {
    asOf.value = day
    known.value = knowing
    if (history !== null) board.value = boardOn(history, { asOf: day, knownAt: shownKnowledge() })
    if (before.value !== null) lookBack()
  }

  /** Decides and appends; the board changes only after the transaction completed. All commands or none. */
  async function record(commands: readonly Command[], isUndo = false): Promise<Recorded> {
    if (history === null || ledger === null) return { ok: false, problem: { code: 'ledger_closed', why: '台账没有打开，不能保存', fix: '先导出台账，再刷新页面' } }
    const drafts = []
    const { decide } = await import('../domain/decide')
    for (const command of commands) {
      const decision = decide(history, command, knowledge())
      if (!decision.ok) return decision
      drafts.push(decision.draft)
    }
    saved.value = { ...saved.value, state: 'saving', problem: null }
    const identity = who.identity
    const name = demo.value ? demoName : identity?.name ?? ''
    const appended = await ledger.append(drafts, { ...(identity !== null && { unit: identity.unit }), ...(name !== '' && { name }) })
    if (!appended.ok) {
      saved.value = { ...saved.value, state: 'failed', problem: appended.problem }
      return appended
    }
    takeIn(appended.events)
    saved.value = { state: 'saved', at: clockText(appended.savedAt), problem: null }
    void askToKeep()
    if (!isUndo) undoing.did(appended.events.map(event => event.id))
    return { ok: true, events: appended.events }
  }

  /** Undo is a retraction; redo retracts the retraction. Nothing is ever deleted. */
  async function step(from: readonly string[] | undefined, then: (retractions: string[]) => void): Promise<Recorded | null> {
    if (from === undefined) return null
    const result = await record([...from].reverse().map(event => ({ kind: 'retract' as const, event, at: asOf.value })), true)
    if (result.ok) then(result.events.map(event => event.id))
    return result
  }
  const undo = () => step(undoing.next(), undoing.undid)
  const redo = () => step(undoing.nextRedo(), undoing.redid)

  /** Asks the history a question of the domain (may this be entered, what was its course) as known now; null while nothing is open. */
  const ask = <T>(question: (history: History, now: Present) => T): T | null => (history === null ? null : question(history, knowledge()))
  /** The same with the knowledge that the board shows: `limit` of the question is the board's own. */
  const askShown = <T>(question: (history: History, shown: Present) => T): T | null => (history === null ? null : question(history, { today: today.value, limit: knownAtLimit(shownKnowledge()) }))
  const sharesOf = (target: string): Readonly<Record<string, number | null>> => {
    const row = board.value?.rows.find(one => one.target.id === target)
    return row === undefined || row.allocated === null ? {} : Object.fromEntries(row.cells.filter(cell => cell.goal !== null || !cell.asked).map(cell => [cell.area!, cell.asked ? cell.goal : null]))
  }

  /** Every event behind the board, the demo's generated ones included. */
  const ledgerEvents = (): readonly LedgerEvent[] => [...generated, ...ledger?.events ?? []]
  const exportSource = () => (history === null ? null : { index: history.index, events: ledger?.events ?? [], generated, isDemo: demo.value, knownAt: shownKnowledge() })
  const exportLedger = async () => (await import('./exportFiles')).ledgerFile(exportSource()!, dayOfMoment(Date.now()))
  const exportBoard = async () => (board.value === null ? null : (await import('./exportFiles')).boardFile(exportSource()!, { ...board.value, knownAt: shownKnowledge() }))

  const previewRestore = async (text: string) => await ledger?.previewMerge(text) ?? null
  /** Merges a backup. */
  const restore = async (text: string): Promise<Merged | null> => await ledger?.merge(text) ?? null
  /** The open ledger, for what takes lines in and carries them away; what it takes in comes back by {@link takeIn}. */
  const openLedger = (): Ledger | null => ledger
  /** The ledger is taken as it is, after the warning that entries are missing. */
  async function acceptLoss(): Promise<void> {
    const problem = await ledger?.acceptLoss() ?? null
    if (problem === null) fail('ready', [])
    else fail('damaged', [problem])
  }

  return {
    phase, problems, problemTotal, warnings, plans, planId, index, board, asOf, known, today, presentDay, eventCount, saved, kind, demo, notes, meetings, before,
    canUndo: computed(() => undoing.canUndo), canRedo: computed(() => undoing.canRedo),
    loadPlans, openPlan, setAsOf, walkWith, lookBack, record, undo, redo, ask, askShown, sharesOf, ledgerEvents,
    exportSource, exportLedger, exportBoard, previewRestore, restore, acceptLoss, openLedger, checked,
  }
})
