/** The files on the page: read one after another, checked in slices, decided upon, written as one step. Lives as long as the document does. */
import { computed, effectScope, ref, shallowRef, watch } from 'vue'
import type { EffectScope } from 'vue'
import type { Calendar } from '../../domain/calendar'
import { calendarOf } from '../../domain/calendar'
import type { Checked, ConflictDecision, Decisions, IncomingFile, Line, LineDecision } from '../../domain/incoming'
import { checkLines, linesOf, noDecisions, refusalOf } from '../../domain/incoming'
import type { Sorting, WrittenLines } from '../../domain/incomingSort'
import { commandsOf, sortingSteps } from '../../domain/incomingSort'
import type { Mapping, ShapeRest, ShapeTable } from '../../domain/fileShape'
import { entriesOfList, entriesOfTable, fitsMapping, shapeOf } from '../../domain/fileShape'
import type { Problem } from '../../domain/problem'
import type { FileRead } from '../../intake/fileRead'
import { useUndo } from '../../stores/undo'
import { useWorkspace } from '../../stores/workspace'
import { openReader } from './openFile'
import { keepMapping, mappingOf } from './shapeMemory'

export interface Item {
  id: string
  file: File
  order: number
  state: 'waiting' | 'reading' | 'read' | 'stopped'
  share: number
  read: FileRead | null
  /** A sheet of the office's own: how it was mapped, and rows that were not known. */
  mapped: { mapping: Mapping | null, rest: readonly ShapeRest[] } | null
}
export interface Batch { name: string, events: readonly string[], fresh: number, confirmed: number }

/** A slice of checking: short enough that the page stays alive. */
const sliceLines = 120
const breathe = (): Promise<void> => new Promise(resolve => { setTimeout(resolve, 0) })
const nothing: Sorting = { lines: [], files: [], conflicts: [] }

function makeIncoming() {
  const workspace = useWorkspace()
  const undoing = useUndo()
  const items = shallowRef<readonly Item[]>([])
  const decisions = shallowRef<Decisions>(noDecisions)
  const sorting = shallowRef<Sorting>(nothing)
  const written = shallowRef<WrittenLines>(new Map())
  const batch = shallowRef<Batch | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const isReading = ref(false)
  const isChecking = ref(false)
  const isWriting = ref(false)
  const checked = new Map<string, Checked>()
  /** Which unit sent what this page wrote: a unit's later file replaces its own. */
  const sent = new Map<string, string | null>()
  let made = 0
  let sorts = 0
  let sortedAt = 0
  let batches = 0
  let stop: AbortController | null = null
  let turn = 0

  const update = (id: string, change: Partial<Item>): void => { items.value = items.value.map(item => (item.id === id ? { ...item, ...change } : item)) }
  const incomingOf = (item: Item): IncomingFile => ({ id: item.id, name: item.file.name, modified: item.file.lastModified, order: item.order, read: item.read! })
  const files = computed(() => items.value.filter(item => item.read !== null && item.state === 'read').map(incomingOf))
  const calendar = (): Calendar => workspace.ask((history, now) => calendarOf(history, now.limit, workspace.presentDay))!

  /** Sorts in short steps; a newer sorting overtakes. */
  async function sort(): Promise<void> {
    const own = ++sorts
    const steps = workspace.ask((history, now) => sortingSteps({ history, limit: now.limit, files: files.value, checked, decisions: decisions.value, written: written.value }))
    if (steps === null) { sorting.value = nothing; return }
    for (let since = performance.now();;) {
      const step = steps.next()
      if (step.done === true) { sorting.value = step.value; sortedAt = performance.now(); return }
      if (performance.now() - since < 12) continue
      await breathe()
      if (own !== sorts) return
      since = performance.now()
    }
  }
  /** Checks lines in slices, target by target: one target's ground is laid once. */
  async function check(lines: readonly Line[]): Promise<boolean> {
    const own = turn
    const rules = calendar()
    const inOrder = [...lines].sort((one, other) => (one.entry.target < other.entry.target ? -1 : one.entry.target > other.entry.target ? 1 : 0))
    for (let from = 0; from < inOrder.length; from += sliceLines) {
      const slice = inOrder.slice(from, from + sliceLines)
      const verdicts = workspace.ask((history, now) => checkLines(history, rules, slice, decisions.value, sent, now))
      if (verdicts === null) return false
      slice.forEach((line, place) => checked.set(line.id, verdicts[place]!))
      if (from + sliceLines < inOrder.length) {
        await breathe()
        if (own !== turn) return false
      }
    }
    return true
  }
  const linesIn = (list: readonly IncomingFile[]): Line[] => list.filter(file => refusalOf(workspace.index!, file) === null).flatMap(linesOf)
  /** The ledger is another: everything is checked against it again. */
  async function checkAll(): Promise<void> {
    if (items.value.length === 0 || workspace.index === null) return
    turn += 1
    isChecking.value = true
    if (await check(linesIn(files.value))) { await sort(); isChecking.value = false }
  }

  function take(list: readonly File[]): void {
    if (list.length === 0) return
    items.value = [...items.value, ...list.map((file): Item => ({ id: `f${++made}`, file, order: made, state: 'waiting', share: 0, read: null, mapped: null }))]
    void readOn()
  }
  async function readOn(): Promise<void> {
    if (isReading.value || workspace.index === null) return
    isReading.value = true
    const control = stop = new AbortController()
    try {
      const read = await openReader()
      for (;;) {
        const item = items.value.find(one => one.state === 'waiting')
        if (item === undefined || control.signal.aborted) break
        update(item.id, { state: 'reading' })
        const { plan } = workspace.index
        let last = 0
        const answer = await read(item.file, plan, { signal: control.signal, onProgress: share => { if (share - last >= 0.1) { last = share; update(item.id, { share }) } } })
        if (control.signal.aborted) break
        update(item.id, { state: 'read', share: 1, read: answer })
        useKnownShape(item.id)
        const known = items.value.find(one => one.id === item.id)
        if (known !== undefined) await check(linesIn([incomingOf(known)]))
        // Many files in a row are not sorted after each.
        if (performance.now() - sortedAt > 600) await sort()
        await breathe()
      }
    } finally {
      await sort()
      isReading.value = false
      if (control.signal.aborted) items.value = items.value.map(item => (item.state === 'read' ? item : { ...item, state: 'stopped' as const, share: 0 }))
    }
  }
  const cancel = (): void => stop?.abort()
  function goOn(): void {
    items.value = items.value.map(item => (item.state === 'stopped' ? { ...item, state: 'waiting' as const } : item))
    void readOn()
  }
  function forget(id: string): void {
    items.value = items.value.filter(item => item.id !== id)
    void sort()
  }

  /** Neither stamp nor ids: a sheet of the office's own. */
  const isOwn = (item: Item): boolean => item.read?.ok === true && item.read.stamp === null && item.read.entries.length === 0 && item.read.tables.some(table => table.rows.length > 1)
  function useKnownShape(id: string): void {
    const item = items.value.find(one => one.id === id)
    if (item === undefined || !isOwn(item) || item.read?.ok !== true) return
    const { index } = workspace
    const list = item.read.tables.map(table => entriesOfList(index!, table, workspace.presentDay)).find(one => one !== null && one.entries.length > 0)
    if (list !== undefined && list !== null) { update(id, { read: { ...item.read, entries: list.entries }, mapped: { mapping: null, rest: list.rest } }); return }
    for (const table of item.read.tables) {
      const mapping = mappingOf(index!.plan.id, shapeOf(table))
      if (mapping !== null && fitsMapping(index!, table, mapping)) { setEntries(id, table, mapping, workspace.presentDay); return }
    }
  }
  function setEntries(id: string, table: ShapeTable, mapping: Mapping, at: string): void {
    const item = items.value.find(one => one.id === id)
    if (item?.read?.ok !== true) return
    const { entries, rest } = entriesOfTable(workspace.index!, table, mapping, at)
    update(id, { read: { ...item.read, entries }, mapped: { mapping, rest } })
  }
  async function mapColumns(id: string, table: ShapeTable, mapping: Mapping, at: string): Promise<void> {
    keepMapping(workspace.index!.plan.id, shapeOf(table), mapping)
    setEntries(id, table, mapping, at)
    await check(linesIn(files.value.filter(file => file.id === id)))
    await sort()
  }

  async function decideLine(id: string, change: LineDecision): Promise<void> {
    decisions.value = { ...decisions.value, lines: new Map(decisions.value.lines).set(id, { ...decisions.value.lines.get(id), ...change }) }
    const line = files.value.flatMap(linesOf).find(one => one.id === id)
    if (line !== undefined) await check([line])
    await sort()
  }
  async function decideConflict(key: string, decision: ConflictDecision | null): Promise<void> {
    const conflicts = new Map(decisions.value.conflicts)
    if (decision === null) conflicts.delete(key)
    else conflicts.set(key, decision)
    decisions.value = { ...decisions.value, conflicts }
    await sort()
  }

  const pending = computed(() => commandsOf(sorting.value))
  /** Everything that is ready, as one step; all of it or nothing. */
  async function write(mayWrite: () => Promise<boolean>): Promise<void> {
    const list = pending.value
    if (list.length === 0 || isWriting.value || !await mayWrite()) return
    isWriting.value = true
    const result = await workspace.record(list.map(one => one.command))
    isWriting.value = false
    problem.value = result.ok ? null : result.problem
    if (!result.ok) return
    const next = new Map(written.value)
    list.forEach((one, place) => {
      const event = result.events[place]!.id
      next.set(one.line, { event, isConfirmation: one.isConfirmation })
      sent.set(event, one.unit)
    })
    written.value = next
    batches += 1
    batch.value = { name: `R${workspace.presentDay.slice(5).replace('-', '')}-${batches}`, events: result.events.map(event => event.id), fresh: list.filter(one => !one.isConfirmation).length, confirmed: list.filter(one => one.isConfirmation).length }
    await checkAll()
  }
  /** The batch is the last step of this session: it can be taken back whole. */
  const canUndo = computed(() => {
    const mine = batch.value
    const next = undoing.canUndo ? undoing.next() : undefined
    return mine !== null && next !== undefined && next.length === mine.events.length && next[0] === mine.events[0]
  })
  async function undo(): Promise<void> {
    if (!canUndo.value || isWriting.value) return
    isWriting.value = true
    const result = await workspace.undo()
    isWriting.value = false
    problem.value = result === null || result.ok ? null : result.problem
    await checkAll()
  }

  watch(() => workspace.eventCount, () => { if (!isWriting.value) void checkAll() })
  return { items, files, decisions, sorting, written, batch, problem, isReading, isChecking, isWriting, pending, canUndo, calendar, isOwn, take, cancel, goOn, forget, mapColumns, decideLine, decideConflict, write, undo }
}

export type Incoming = ReturnType<typeof makeIncoming>

let kept: { key: string, incoming: Incoming, scope: EffectScope } | null = null
/** The files of the open plan and ledger; of another they are not these files any more. */
export function useIncoming(): Incoming {
  const workspace = useWorkspace()
  const key = `${workspace.planId ?? ''} ${workspace.kind}`
  if (kept?.key !== key) {
    kept?.incoming.cancel()
    kept?.scope.stop()
    const scope = effectScope(true)
    kept = { key, incoming: scope.run(makeIncoming)!, scope }
  }
  return kept.incoming
}
