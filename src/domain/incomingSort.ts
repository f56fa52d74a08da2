/**
 * What becomes of every figure of the returned files: each line is in exactly one sort. The order in which files were taken in decides
 * nothing, save that of one unit's files the one saved later holds.
 */
import type { Command, ReportPayload } from './decide'
import type { LedgerEvent } from './event'
import type { History } from './history'
import { isInForce } from './history'
import type { PlanIndex } from './plan'
import type { Problem } from './problem'
import type { Fix } from './entry'
import type { Checked, ConflictDecision, Decisions, IncomingFile, Line } from './incoming'
import { cellKey, inputOf, linesOf, noteOf, refusalOf, unitOf } from './incoming'

/**
 * `new` will be written; `same` says what is on record (for an earlier day: written as a confirmation); `conflict` waits for a choice;
 * `bad` and `doubt` wait for a fix; `refused` stands in a file refused whole; `replaced` by the unit's later file; `dropped` by a choice;
 * `written` by this page; `empty` holds nothing.
 */
export const lineSorts = ['new', 'same', 'conflict', 'bad', 'doubt', 'refused', 'replaced', 'dropped', 'written', 'empty'] as const
export type LineSort = typeof lineSorts[number]

export interface SortedLine {
  line: Line
  sort: LineSort
  checked: Checked | null
  problem: Problem | null
  fixes: readonly Fix[]
  /** The note that goes with it, where it is written. */
  note: string | undefined
  /** Key of the conflict that it is, or was, a side of. */
  conflict: string | null
  /** Written although nothing changed: on that day too. */
  isConfirmation: boolean
  /** `replaced`: the file that replaced it. */
  by: string | null
}

/** One value of a conflict: the ledger's own (event) or what lines say. */
export interface Side { event: LedgerEvent | null, lines: readonly SortedLine[] }
export interface Conflict { key: string, target: string, area: string, at: string, sides: readonly Side[], decision: ConflictDecision | null }

export interface FileSum {
  id: string
  unit: string | null
  refusal: Problem | null
  counts: Readonly<Record<LineSort, number>>
  /** Of the written ones: confirmations. */
  confirmed: number
  /** The how manieth file of this unit this is, from 1, and the one that holds instead of it. */
  turn: number
  replacedBy: string | null
}

export interface Sorting { lines: readonly SortedLine[], files: readonly FileSum[], conflicts: readonly Conflict[] }

/** What this page wrote: the event of a line, and whether it only confirmed. */
export type WrittenLines = ReadonlyMap<string, { event: string, isConfirmation: boolean }>

export interface Sources { history: History, limit: string, files: readonly IncomingFile[], checked: ReadonlyMap<string, Checked>, decisions: Decisions, written: WrittenLines }

const inOrder = (one: IncomingFile, other: IncomingFile): number => one.modified - other.modified || (one.name < other.name ? -1 : one.name > other.name ? 1 : one.order - other.order)
const bare = (text: string): string => text.normalize('NFKC').trim()
const saidBy = (payload: ReportPayload | null): string => JSON.stringify(Object.entries(payload ?? {}).sort(([one], [other]) => (one < other ? -1 : 1)))

/** Sorts every line of every file, all at once. Lines that are not checked yet are left out. */
export function sortLines(sources: Sources): Sorting {
  const steps = sortingSteps(sources)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** The same in short steps, for a page that stays alive: between two steps at most some thousand lines are looked at. */
export function* sortingSteps(sources: Sources): Generator<void, Sorting> {
  const { history, decisions, checked } = sources
  const { index } = history
  const files = [...sources.files].sort(inOrder)
  const names = new Map(files.map(file => [file.id, file.name]))
  const sorted: SortedLine[] = []
  const open: SortedLine[] = []
  /** Of each unit and cell the line that holds. */
  const holder = new Map<string, SortedLine>()
  const ofUnit = new Map<string, IncomingFile[]>()
  const refusals = new Map<string, Problem | null>()
  const twins: (readonly [SortedLine, SortedLine])[] = []
  for (const file of files) {
    const refusal = refusalOf(index, file)
    refusals.set(file.id, refusal)
    const unit = unitOf(file)
    if (refusal === null && unit !== null) ofUnit.set(unit, [...ofUnit.get(unit) ?? [], file])
    const inFile = new Map<string, SortedLine>()
    for (const line of linesOf(file)) {
      const verdict = checked.get(line.id)
      if (verdict === undefined && refusal === null) continue
      const one: SortedLine = { line, sort: 'new', checked: verdict ?? null, problem: null, fixes: [], note: noteOf(line, decisions), conflict: null, isConfirmation: false, by: null }
      sorted.push(one)
      if (refusal !== null) { one.sort = 'refused'; continue }
      if (verdict!.kind === 'empty') { one.sort = 'empty'; continue }
      if (isWritten(sources, line)) { one.sort = 'written'; one.isConfirmation = sources.written.get(line.id)!.isConfirmation; continue }
      if (decisions.lines.get(line.id)?.drop === true) { one.sort = 'dropped'; continue }
      const key = cellKey(line.entry)
      const twin = inFile.get(key)
      if (twin !== undefined) { takeTwin(one, twin, decisions); twins.push([one, twin]); continue }
      inFile.set(key, one)
      const before = unit === null ? undefined : holder.get(`${unit} ${key}`)
      if (before !== undefined && before.line.file !== file.id) { before.sort = 'replaced'; before.by = file.id }
      if (unit !== null) holder.set(`${unit} ${key}`, one)
      open.push(one)
    }
    yield
  }
  for (const [one, twin] of twins) if (twin.sort === 'replaced') { one.sort = 'replaced'; one.by = twin.by }
  const groups = new Map<string, SortedLine[]>()
  let count = 0
  for (const one of open) {
    if (++count % 5000 === 0) yield
    if (one.sort === 'replaced' || (one.sort === 'bad' && one.problem !== null)) continue
    const { kind, problem, fixes } = one.checked!
    if (kind === 'bad') { one.sort = 'bad'; one.problem = problem; one.fixes = fixes; continue }
    const key = cellKey(one.line.entry)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  const conflicts: Conflict[] = []
  for (const [key, group] of groups) {
    if (++count % 2000 === 0) yield
    settle(key, group, index, decisions, names, conflicts)
  }
  yield
  const places = new Map([...index.areas.keys()].map((code, place) => [code, place]))
  conflicts.sort((one, other) => places.get(one.area)! - places.get(other.area)! || (one.key < other.key ? -1 : 1))
  const ofFile = new Map<string, SortedLine[]>(files.map(file => [file.id, []]))
  for (const one of sorted) ofFile.get(one.line.file)!.push(one)
  return { lines: sorted, files: files.map(file => sumOf(file, ofFile.get(file.id)!, refusals.get(file.id) ?? null, ofUnit)), conflicts }
}

function isWritten({ written, history, limit }: Sources, line: Line): boolean {
  const said = written.get(line.id)
  if (said === undefined) return false
  const event = history.reports.get(line.entry.target)?.get(line.entry.area)?.find(one => one.id === said.event)
  return event !== undefined && isInForce(history, event, limit)
}

/** Two rows of one file for one cell. The same value counts once; two values are both bad until they are made one. */
function takeTwin(one: SortedLine, twin: SortedLine, decisions: Decisions): void {
  const [here, there] = [bare(inputOf(one.line, decisions)), bare(inputOf(twin.line, decisions))]
  if (here === there) { one.sort = 'same'; return }
  const texts = [{ text: there }, { text: here }]
  for (const side of [one, twin]) {
    side.sort = 'bad'
    side.problem = { code: 'cell_twice', why: `一份表里这一格有两行：${twin.line.entry.cell} 填 ${there}，${one.line.entry.cell} 填 ${here}`, fix: '选一个数，或请对方核实' }
    side.fixes = side === one ? texts.slice(0, 1) : texts.slice(1)
  }
}

/** Lines about one cell and day, from different units, and the ledger's own value of that day. */
function settle(key: string, group: readonly SortedLine[], index: PlanIndex, decisions: Decisions, names: ReadonlyMap<string, string>, conflicts: Conflict[]): void {
  const event = group.map(one => one.checked!).find(one => one.kind === 'rival' || (one.kind === 'same' && one.previous!.at === group[0]!.line.entry.at))?.previous ?? null
  const values = new Map<string, SortedLine[]>()
  for (const one of group) {
    const { kind, payload, previous } = one.checked!
    if (kind === 'same' && previous!.at === one.line.entry.at) { one.sort = 'same'; continue }
    const said = saidBy(payload)
    values.set(said, [...values.get(said) ?? [], one])
  }
  if (event === null && values.size <= 1) {
    for (const same of values.values()) passOne(same, decisions)
    return
  }
  if (values.size === 0) return
  const sides: Side[] = [...(event === null ? [] : [{ event, lines: group.filter(one => one.sort === 'same') }]), ...[...values.values()].map(lines => ({ event: null, lines }))]
  const { target, area, at } = group[0]!.line.entry
  const taken = decisions.conflicts.get(key)
  const winner = taken === undefined ? undefined : sides.find(side => side.event === null && side.lines.some(one => one.line.id === taken.take))
  const isSettled = taken !== undefined && (winner !== undefined || taken.take === 'none' || (taken.take === 'ledger' && event !== null))
  conflicts.push({ key, target, area, at, sides, decision: isSettled ? taken : null })
  for (const side of sides) {
    if (side.event !== null) continue
    for (const one of side.lines) {
      one.conflict = key
      one.sort = !isSettled ? 'conflict' : side === winner ? 'same' : 'dropped'
    }
    if (side === winner) {
      const first = side.lines[0]!
      first.sort = 'new'
      first.note = [first.note, choiceNote(first, sides, side, index, names)].filter(Boolean).join('；')
    }
  }
}

/** The first of several that say the same is written; a doubt waits. */
function passOne(lines: readonly SortedLine[], decisions: Decisions): void {
  lines.forEach((one, place) => {
    const { kind, problem } = one.checked!
    if (place > 0) one.sort = 'same'
    else if (kind === 'same') { one.sort = 'same'; one.isConfirmation = true }
    else if (kind === 'doubt' && decisions.lines.get(one.line.id)?.keep !== true) { one.sort = 'doubt'; one.problem = problem }
    else one.sort = 'new'
  })
}

/** Stands in the ledger with the value that was chosen: what was not, and whose it was. */
function choiceNote(first: SortedLine, sides: readonly Side[], winner: Side, index: PlanIndex, names: ReadonlyMap<string, string>): string {
  const others = sides.filter(side => side !== winner).map(side => {
    const said = side.event ?? null
    if (said !== null) return `${said.data.value === undefined ? '本机原有的' : `本机 ${String(said.data.value)}`}`
    const line = side.lines[0]!.line
    return `${unitName(index, line.unit) ?? names.get(line.file) ?? ''}表 ${bare(line.entry.input)}`
  })
  return `收表核对：取${unitName(index, first.line.unit) ?? names.get(first.line.file) ?? ''}表里的数，不取${others.join('、')}`
}

/** Name of an area or department; null for neither. */
export function unitName(index: PlanIndex, unit: string | null): string | null {
  if (unit === null) return null
  return index.areas.get(unit)?.area.name ?? index.plan.departments.find(one => one.id === unit)?.name ?? null
}

function sumOf(file: IncomingFile, own: readonly SortedLine[], refusal: Problem | null, ofUnit: ReadonlyMap<string, readonly IncomingFile[]>): FileSum {
  const counts = Object.fromEntries(lineSorts.map(sort => [sort, 0])) as Record<LineSort, number>
  let confirmed = 0
  for (const one of own) {
    counts[one.sort] += 1
    if (one.sort === 'written' && one.isConfirmation) confirmed += 1
  }
  if (file.read.ok && refusal === null) counts.bad += file.read.problems.length
  const unit = unitOf(file)
  const siblings = (unit === null ? undefined : ofUnit.get(unit)) ?? []
  const turn = siblings.indexOf(file) + 1
  return { id: file.id, unit, refusal, counts, confirmed, turn: Math.max(1, turn), replacedBy: turn > 0 && turn < siblings.length ? siblings.at(-1)!.id : null }
}

/** What 写入 records, line by line: new values, and confirmations of unchanged ones. */
export function commandsOf(sorting: Sorting): { line: string, isConfirmation: boolean, unit: string | null, command: Command }[] {
  return sorting.lines.flatMap(one => {
    const payload = one.checked?.payload ?? null
    if (payload === null || (one.sort !== 'new' && !(one.sort === 'same' && one.isConfirmation))) return []
    const { target, area, at } = one.line.entry
    return [{ line: one.line.id, isConfirmation: one.isConfirmation, unit: one.line.unit, command: { kind: 'report' as const, target, area, at, payload, ...(one.note !== undefined && one.note !== '' && { note: one.note }) } }]
  })
}

/** Townships of which no readable file came, in plan order. */
export function missingAreas(index: PlanIndex, sums: readonly FileSum[]): string[] {
  const sent = new Set(sums.flatMap(sum => (sum.refusal === null && sum.unit !== null ? [sum.unit] : [])))
  return index.columns.map(column => column.area.code).filter(code => !sent.has(code))
}
