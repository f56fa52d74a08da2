/** The reporting page's state: whose list, which month, what was typed and not written. The rules are the domain's (`reporting`). */
import { computed, ref, shallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Draft, ReportEffect, ReportGroup, ReportLine } from '../../components/report/reportLine'
import type { ReportCell, ReportTarget, Span } from '../../domain/reporting'
import type { Command, ReportPayload } from '../../domain/decide'
import type { Placed } from '../../domain/plan'
import { goalText, numberText, percentText, unitText, valueText } from '../../wording/figureText'
import { ownLevelName } from '../../wording/columnGroups'
import { entryTextOf } from '../../components/edit/entryText'
import { useMessages } from '../../components/messages'
import { calendarOf } from '../../domain/calendar'
import { shortNameOf } from '../../domain/plan'
import { checkReport, countCells, effectOf, minutesFor, monthFor, monthsOf, reportSheet, spanOf, submissionOf, unchangedOf, unitName, unitOf } from '../../domain/reporting'
import { qualitativeStages } from '../../domain/stages'
import { useIdentity } from '../../stores/identity'
import { useWorkspace } from '../../stores/workspace'

const keyOf = (cell: ReportCell): string => `${cell.target}/${cell.area}`

export function useReport(mayWrite: () => Promise<boolean>) {
  const workspace = useWorkspace()
  const who = useIdentity()
  const messages = useMessages()
  const route = useRoute()
  const router = useRouter()
  const drafts = shallowRef<ReadonlyMap<string, Draft>>(new Map())
  const chosen = ref('')
  const index = computed(() => workspace.index!)
  const today = computed(() => workspace.today)
  const unit = computed(() => unitOf(index.value, who.identity?.unit ?? null))
  const canWrite = computed(() => unit.value.kind !== 'leader')
  /** `ask` is no source of reactivity: the count of events is. */
  const asked = <T>(question: Parameters<typeof workspace.ask<T>>[0]): T => { void workspace.eventCount; void workspace.board; return workspace.ask(question)! }
  const calendar = computed(() => asked((history, { limit }) => calendarOf(history, limit, today.value)))
  const months = computed(() => monthsOf(index.value, today.value))
  const month = computed(() => (typeof route.query.period === 'string' && months.value.includes(route.query.period) ? route.query.period : monthFor(calendar.value, index.value, today.value)))
  const span = computed((): Span => spanOf(calendar.value, month.value, today.value))
  const setMonth = (id: string): void => { drafts.value = new Map(); void router.replace({ path: route.path, query: { ...route.query, period: id } }) }
  const sheet = computed(() => asked((history, { limit }) => reportSheet(history, index.value, unit.value, span.value, limit)))
  const cells = computed(() => sheet.value.flatMap(one => one.cells))
  const counts = computed(() => countCells(cells.value))
  const minutes = computed(() => minutesFor(sheet.value))
  /** Cells of the unit that are not asked: done, exempt, without a task. */
  const settled = computed(() => {
    const { value } = unit
    const rows = workspace.board!.rows.filter(row => value.kind !== 'department' || index.value.targets.get(row.target.id)?.task.lead === value.id)
    const all = rows.reduce((sum, row) => sum + (row.target.scope === 'whole' ? (value.kind === 'area' ? 0 : 1) : value.kind === 'area' ? 1 : index.value.root.leaves.length), 0)
    return Math.max(0, all - counts.value.all)
  })
  const submission = computed(() => asked((history, { limit }) => submissionOf(history, unit.value, cells.value, span.value, limit, today.value)))

  const textOf = (placed: Placed, event: ReportCell['now']): string => {
    if (event === null) return ''
    const { value, numerator, denominator, stage, items, stages } = event.data as { value?: number, numerator?: number, denominator?: number, stage?: string, items?: unknown[], stages?: Record<string, string> }
    if (value !== undefined) return numberText(value)
    if (numerator !== undefined) return `${numberText(numerator)}/${numberText(denominator ?? 0)}`
    if (stage !== undefined) return qualitativeStages(placed.target).find(one => one.id === stage)?.name ?? ''
    if (items !== undefined) return `${items.length} ▾`
    return `${Object.keys(stages ?? {}).length}/${goalText(placed.target).number}`
  }
  function lineOf(of: ReportTarget, cell: ReportCell, isTurned: boolean): ReportLine {
    const { placed, row } = of
    const { target } = row
    const place = cell.area === index.value.plan.area.code ? ownLevelName(index.value.plan.area.name) : shortNameOf(index.value.areas.get(cell.area)!.area)
    const goal = cell.figure.goal === null || target.measure === 'qualitative' || target.measure === 'milestone' ? '' : valueText(target, cell.figure.goal)
    const [before, after] = [cell.last?.data.value, cell.now?.data.value]
    const isNumber = typeof after === 'number'
    const increase = isNumber ? after - (typeof before === 'number' ? before : 0) : null
    const sited = target.ladder !== undefined && cell.now !== null && cell.figure.value !== null ? entryTextOf(row, cell.figure) : null
    return {
      key: keyOf(cell), name: isTurned ? `${target.short ?? target.name}${unitText(target) === '' ? '' : `（${unitText(target)}）`}` : place, of, cell, goal,
      last: textOf(placed, cell.last), lastDay: cell.last === null ? '' : messages.value.date.day(cell.last.at), now: sited ?? textOf(placed, cell.now),
      increase: increase === null ? '' : `${increase > 0 ? '+' : ''}${numberText(increase)}`, rate: cell.figure.completion === null ? '' : `${percentText(cell.figure.completion)}%`, draft: drafts.value.get(keyOf(cell)) ?? null,
    }
  }
  const groups = computed((): ReportGroup[] => {
    const isTurned = unit.value.kind === 'area'
    const lists = new Map<string, { title: string, lines: ReportLine[] }>()
    for (const of of sheet.value) {
      const { chapter, target, task } = of.placed
      const id = isTurned ? chapter.id : target.id
      const group = lists.get(id) ?? { title: isTurned ? `${chapter.id} ${chapter.title}` : `${task.id} ${target.short ?? target.name}`, lines: [] }
      group.lines.push(...of.cells.map(cell => lineOf(of, cell, isTurned)))
      lists.set(id, group)
    }
    const all = [...lists].map(([id, { title, lines }]): ReportGroup => {
      const count = countCells(lines.map(line => line.cell))
      return { id, title, lines, isTarget: !isTurned, todo: count.todo, returned: count.returned, isSame: count.unchanged === count.all }
    })
    // What the office returned is seen first.
    return [...all.filter(group => group.returned > 0), ...all.filter(group => group.returned === 0)]
  })
  const group = computed(() => groups.value.find(one => one.id === chosen.value) ?? groups.value.find(one => one.todo > 0) ?? groups.value[0] ?? null)
  const lines = computed(() => groups.value.flatMap(one => one.lines))
  const bad = computed(() => lines.value.filter(line => line.draft !== null).length)
  const effects = computed((): ReportEffect[] => {
    const list = group.value?.lines ?? []
    const made = new Map<string, ReturnType<typeof effectOf>>()
    const result: ReportEffect[] = []
    for (const { cell, of, name } of list) {
      if (cell.now === null) continue
      const effect = made.get(cell.target) ?? asked((history, { limit }) => effectOf(history, of.placed, span.value, limit))
      made.set(cell.target, effect)
      const [before, after] = [effect.before, effect.after].map(row => row.cells.find(one => one.area === cell.area) ?? row.total)
      result.push({ name, before: before!, after: after!, isTotal: false })
    }
    const only = group.value?.isTarget === true ? [...made.values()][0] : undefined
    if (only !== undefined && only.after.cells.length > 0) result.push({ name: messages.value.head.progress(ownLevelName(index.value.plan.area.name)), before: only.before.total, after: only.after.total, isTotal: true })
    return result
  })

  function setDraft(line: ReportLine, draft: Draft | null): void {
    const next = new Map(drafts.value)
    if (draft === null) next.delete(line.key)
    else next.set(line.key, draft)
    drafts.value = next
  }
  const commandOf = (cell: ReportCell, payload: ReportPayload, note = ''): Command => ({ kind: 'report', target: cell.target, area: cell.area, at: span.value.at, payload, ...(note.trim() !== '' && { note: note.trim() }) })
  async function write(line: ReportLine, payload: ReportPayload, note: string, text: string): Promise<void> {
    if (!await mayWrite()) { setDraft(line, null); return }
    const result = await workspace.record([commandOf(line.cell, payload, note)])
    setDraft(line, result.ok ? null : { text, note, kind: 'bad', problem: result.problem, fixes: [] })
  }
  /** Enter saves and leaves the field, and leaving saves too: what is being written is not written again. */
  const writing = new Set<string>()
  async function writeOnce(line: ReportLine, payload: ReportPayload, note: string, text: string): Promise<void> {
    const mark = JSON.stringify([line.key, payload, note])
    if (writing.has(mark)) return
    writing.add(mark)
    try { await write(line, payload, note, text) } finally { writing.delete(mark) }
  }
  /** Takes what was entered: writes it, or keeps it visible with its reason. A doubt is written by {@link keep}, or when it is entered again. */
  async function take(line: ReportLine, input: string | ReportPayload, note = ''): Promise<void> {
    const { cell } = line
    const verdict = asked((history, now) => checkReport(history, calendar.value, { target: cell.target, area: cell.area, at: span.value.at, ...(note.trim() !== '' && { note }) }, input, now))
    const text = typeof input === 'string' ? input : line.now
    if (verdict.kind === 'empty') return
    if (verdict.kind === 'bad') setDraft(line, { text, note, kind: 'bad', problem: verdict.problem, fixes: verdict.fixes })
    else if (verdict.kind === 'doubt') setDraft(line, { text, note, kind: 'doubt', problem: verdict.problem, fixes: [] })
    else await writeOnce(line, verdict.payload, note, text)
  }
  async function keep(line: ReportLine): Promise<void> {
    const { draft, cell } = line
    if (draft === null) return
    const verdict = asked((history, now) => checkReport(history, calendar.value, { target: cell.target, area: cell.area, at: span.value.at, ...(draft.note !== '' && { note: draft.note }) }, draft.text, now))
    if (verdict.kind === 'doubt' || verdict.kind === 'ok') await write(line, verdict.payload, draft.note, draft.text)
  }
  /** No change in these cells: one step, those that may not be written left out. */
  async function same(list: readonly ReportLine[]): Promise<void> {
    const commands = list.flatMap(({ cell, draft }): Command[] => {
      const payload = unchangedOf(cell)
      if (payload === null || draft !== null || (cell.state !== 'open' && cell.state !== 'returned')) return []
      const verdict = asked((history, now) => checkReport(history, calendar.value, { target: cell.target, area: cell.area, at: span.value.at }, payload, now))
      return verdict.kind === 'ok' || verdict.kind === 'doubt' ? [commandOf(cell, payload)] : []
    })
    if (commands.length > 0 && await mayWrite()) await workspace.record(commands)
  }
  const restCells = computed(() => lines.value.filter(({ cell, draft }) => cell.state === 'open' && cell.last !== null && draft === null))
  async function submit(): Promise<void> {
    if (await mayWrite()) await workspace.record([{ kind: 'submit', unit: unitName(unit.value), period: span.value.id, cells: counts.value.reported + counts.value.unchanged, at: today.value }])
  }
  return { unit, canWrite, months, month, setMonth, span, sheet, counts, minutes, settled, submission, groups, group, chosen, bad, effects, restCells, today, take, keep, same, submit, drop: (line: ReportLine) => setDraft(line, null) }
}
