/** The allocation page's state: where the cursor is, what was typed, which split is looked at. A row is written as one `allocate` when it is left. */
import { computed, ref, shallowRef } from 'vue'
import { shortNameOf } from '../../domain/plan'
import type { Row } from '../../domain/board'
import type { Command } from '../../domain/decide'
import type { Problem } from '../../domain/problem'
import { dayOfMoment } from '../../domain/days'
import { allocationDay, allocationOf, deservedOf, evenWeights, handSet, isShareText, readShare, restGoesTo, sharesWith, splitByWeights, standingShares, withOneMore } from '../../domain/split'
import type { Shares, Standing, Weights } from '../../domain/split'
import { sectionsOf } from '../../wording/boardSections'
import type { BoardLine } from '../../wording/boardSections'
import { isAskedAnyway, shareInput, shareLineOf, usualTakers } from '../../components/setup/shareLine'
import type { ShareColumn, ShareLine, ShareSection } from '../../components/setup/shareLine'
import { useWeights } from '../../stores/weights'
import { useWorkspace } from '../../stores/workspace'

type Typed = Readonly<Record<string, string>>
export interface Cursor { target: string, area: string }

const nothing: Typed = {}

export function useShares(mayWrite: () => Promise<boolean>) {
  const workspace = useWorkspace()
  const weights = useWeights()
  const cursor = shallowRef<Cursor | null>(null)
  const draft = ref<string | null>(null)
  const typed = shallowRef<Readonly<Record<string, Typed>>>({})
  /** What was typed and not yet written, for taking back cell by cell. */
  const steps = shallowRef<readonly { target: string, area: string, before: string | undefined }[]>([])
  const takers = shallowRef<Readonly<Record<string, readonly string[]>>>({})
  const weightName = ref<string | null>(null)
  const problem = shallowRef<Problem | null>(null)

  const isReadOnly = computed(() => workspace.phase !== 'ready' || workspace.known === 'then' || workspace.asOf !== workspace.presentDay)
  const columns = computed((): ShareColumn[] => workspace.index!.columns.map(({ area }) => ({ code: area.code, name: shortNameOf(area), full: area.name })))
  const standingOf = (target: string): Standing | null => workspace.ask((history, now) => standingShares(history, target, { asOf: workspace.asOf, limit: now.limit }))

  /** A row that did not change keeps its line, so that it is not drawn again. */
  const known = new WeakMap<Row, { typed: Typed, line: ShareLine }>()
  function lineOf({ row, number, placed }: BoardLine): ShareLine {
    const now = cursor.value?.target === row.target.id && draft.value !== null ? { ...typed.value[row.target.id], [cursor.value.area]: draft.value } : typed.value[row.target.id] ?? nothing
    const before = known.get(row)
    if (before !== undefined && before.typed === now) return before.line
    const line = shareLineOf({ target: row.target, number, chapter: placed.chapter.id, shares: standingOf(row.target.id)?.shares ?? null }, now, columns.value)
    known.set(row, { typed: now, line })
    return line
  }
  const parts = computed(() => sectionsOf(workspace.index!, workspace.board!.rows).map(section => ({ id: section.chapter.id, title: section.chapter.title, rows: section.figures.filter(({ row }) => row.target.scope === 'area' && row.target.measure !== 'milestone') })).filter(section => section.rows.length > 0))
  const sections = computed((): ShareSection[] => parts.value.map(section => ({ id: section.id, title: section.title, lines: section.rows.map(lineOf) })))
  const lines = computed(() => sections.value.flatMap(section => section.lines))
  const line = computed(() => lines.value.find(one => one.id === cursor.value?.target) ?? null)
  const column = computed(() => columns.value.find(one => one.code === cursor.value?.area) ?? null)

  const takersOf = (one: ShareLine): readonly string[] => takers.value[one.id] ?? usualTakers(one, columns.value)
  const lineTakers = computed(() => (line.value === null ? [] : takersOf(line.value)))
  const weight = computed(() => weights.list.find(one => one.name === weightName.value) ?? null)
  const split = computed(() => (line.value?.canSplit !== true ? null : splitByWeights(line.value.target, lineTakers.value, weight.value?.values ?? evenWeights(lineTakers.value))))
  const due = computed(() => (split.value === null || weight.value === null ? null : { name: weight.value.name, values: split.value.deserved, floor: split.value.floor, rest: split.value.rest }))
  const byHand = computed(() => (split.value === null || weight.value === null || line.value!.shares === null ? 0 : handSet(line.value!.next, split.value)))
  const suggested = computed(() => {
    const one = line.value
    if (one === null || split.value === null || isReadOnly.value || Object.keys(one.next).length === 0) return []
    return restGoesTo(one.target, one.next, deservedOf(one.target.goal.value!, lineTakers.value, weight.value?.values ?? evenWeights(lineTakers.value)) ?? {}).slice(0, 3).flatMap(code => columns.value.find(other => other.code === code) ?? [])
  })
  const isDirty = computed(() => Object.keys(typed.value).length > 0)
  const hasFree = computed(() => line.value !== null && Object.keys(line.value.next).length > 0 && columns.value.some(({ code }) => isAskedAnyway(line.value!, code)))

  function put(target: string, area: string, text: string | undefined): void {
    const { [area]: _, ...others } = typed.value[target] ?? {}
    const next: Typed = text === undefined ? others : { ...others, [area]: text }
    const { [target]: __, ...rows } = typed.value
    typed.value = Object.keys(next).length > 0 ? { ...rows, [target]: next } : rows
  }
  /** Takes what was typed into a cell; what stands there already is nothing new. */
  function set(target: string, area: string, text: string): void {
    const one = lines.value.find(other => other.id === target)
    const bare = text.trim()
    const before = typed.value[target]?.[area]
    if (one === undefined || isReadOnly.value || bare === (before ?? shareInput({ ...one, typed: nothing, next: one.shares ?? {} }, area))) return
    steps.value = [...steps.value, { target, area, before }]
    put(target, area, bare)
  }
  function commit(): void {
    const [at, text] = [cursor.value, draft.value]
    draft.value = null
    if (at !== null && text !== null) set(at.target, at.area, text)
  }

  async function write(commands: readonly Command[]): Promise<boolean> {
    if (commands.length === 0 || !await mayWrite()) return false
    const result = await workspace.record(commands)
    problem.value = result.ok ? null : result.problem
    return result.ok
  }
  const commandOf = (target: string, shares: Shares): Command => ({ kind: 'allocate', target, at: allocationDay(standingOf(target), workspace.index!.plan.period.start, workspace.asOf, dayOfMoment(Date.now())), shares: { ...shares } })
  /** Forgets what was typed for these rows, except what is no share: that stays to be seen. */
  function settle(targets: readonly string[]): void {
    for (const target of targets) {
      const one = lines.value.find(other => other.id === target)!
      for (const [area, text] of Object.entries(typed.value[target] ?? {})) if (isShareText(one.target, text)) put(target, area, undefined)
    }
    steps.value = steps.value.filter(step => !targets.includes(step.target))
  }
  /** Writes the typed rows, each as one allocation, all in one step. */
  async function flush(only: string | null = null): Promise<void> {
    const rows = lines.value.filter(one => (only === null || one.id === only) && Object.values(typed.value[one.id] ?? {}).some(text => isShareText(one.target, text)))
    const commands = rows.map(one => commandOf(one.id, sharesWith(one.shares ?? {}, Object.fromEntries(Object.entries(typed.value[one.id]!).filter(([, text]) => isShareText(one.target, text))))))
    if (await write(commands)) settle(rows.map(one => one.id))
  }
  /** Shares rows out by weights, in one step; false where nothing can be given. */
  async function splitRows(rows: readonly ShareLine[], by: (row: ShareLine) => Weights): Promise<boolean> {
    const done = rows.flatMap(row => { const made = splitByWeights(row.target, takersOf(row), by(row)); return made === null ? [] : [{ row, shares: allocationOf(made, columns.value.map(one => one.code)) }] })
    // Who takes part was decided before; afterwards it could not be told from who got nothing.
    const kept = Object.fromEntries(done.map(({ row }) => [row.id, takersOf(row)]))
    if (!await write(done.map(({ row, shares }) => commandOf(row.id, shares)))) return false
    takers.value = { ...takers.value, ...kept }
    for (const { row } of done) for (const area of Object.keys(typed.value[row.id] ?? {})) put(row.id, area, undefined)
    steps.value = steps.value.filter(step => kept[step.target] === undefined)
    return true
  }
  const splitEven = (rows: readonly ShareLine[]) => splitRows(rows, row => evenWeights(takersOf(row)))
  function toggleTaker(area: string): void {
    const one = line.value
    if (one === null) return
    const now = takersOf(one)
    takers.value = { ...takers.value, [one.id]: columns.value.map(other => other.code).filter(code => (code === area ? !now.includes(code) : now.includes(code))) }
  }
  const setTakers = (areas: readonly string[]): void => { if (line.value !== null) takers.value = { ...takers.value, [line.value.id]: areas } }
  function give(area: string): void {
    const one = line.value
    if (one !== null) set(one.id, area, String(withOneMore(one.target, one.next, area, lineTakers.value.length)[area]))
  }
  function restOff(): void {
    const one = line.value
    if (one !== null) for (const { code } of columns.value) if (isAskedAnyway(one, code)) set(one.id, code, '-')
  }
  /** The places of these rows that nothing is said of are not asked, in one step. */
  const askNoOthers = (rows: readonly ShareLine[]): Promise<boolean> => write(rows.map(one => commandOf(one.id, { ...one.shares, ...Object.fromEntries(columns.value.filter(({ code }) => isAskedAnyway(one, code)).map(({ code }) => [code, null])) })))
  /** The last cell that was typed and not written, else the last step of the ledger. */
  async function undo(): Promise<void> {
    const last = steps.value[steps.value.length - 1]
    if (last === undefined) { await workspace.undo(); return }
    steps.value = steps.value.slice(0, -1)
    put(last.target, last.area, last.before)
  }
  return {
    cursor, draft, isReadOnly, columns, sections, lines, line, column, lineTakers, weight, weightName, due, byHand, suggested, isDirty, hasFree, problem, steps,
    isBad: (one: ShareLine, text: string): boolean => !isShareText(one.target, text), isNumber: (text: string): boolean => typeof readShare(text) === 'number',
    set, commit, flush, splitRows, splitEven, toggleTaker, setTakers, give, restOff, askNoOthers, undo, redo: () => workspace.redo(),
  }
}
