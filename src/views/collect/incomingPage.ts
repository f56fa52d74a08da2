/** From files, sorting and ledger to what the page shows. Figures and lamps come from the domain. */
import type { Messages } from '../../components/messages'
import type { CollectWords } from '../../components/collect/collectWords'
import { shownItems } from '../../components/collect/collectModel'
import type { BarKind, FileRow, FileTotals, HandleItem } from '../../components/collect/collectModel'
import { otherUnits } from '../../components/edit/identityWords'
import type { Calendar } from '../../domain/calendar'
import { dayOfMoment } from '../../domain/days'
import type { IncomingFile } from '../../domain/incoming'
import { inputOf, isLate } from '../../domain/incoming'
import type { Decisions } from '../../domain/incoming'
import { receiptCode } from '../../domain/incomingReceipt'
import type { Conflict, FileSum, SortedLine, Sorting } from '../../domain/incomingSort'
import { missingAreas } from '../../domain/incomingSort'
import type { PlanIndex } from '../../domain/plan'
import { shortNameOf } from '../../domain/plan'
import type { Item } from './useIncoming'

/** The one place that a file's name speaks of, for its line while nothing better is known; nothing is matched by it. */
function areaInName(index: PlanIndex, name: string): string | null {
  const found = index.columns.filter(({ area }) => [shortNameOf(area), area.name].some(one => one.length >= 2 && name.includes(one)))
  return found.length === 1 ? found[0]!.area.code : null
}

export interface PageSources { index: PlanIndex, items: readonly Item[], files: readonly IncomingFile[], sorting: Sorting, decisions: Decisions, calendar: Calendar, messages: Messages, words: CollectWords, isOwn: (item: Item) => boolean }

/** Short name of an area or department; what else a unit may be called stands as it is. */
export function unitLabel(index: PlanIndex, unit: string | null, fallback: string): string {
  if (unit === null) return fallback
  const area = index.areas.get(unit)?.area ?? index.departments.get(unit)
  return area === undefined ? ((otherUnits as readonly string[]).includes(unit) ? fallback : unit) : shortNameOf(area)
}

export const targetLabel = (index: PlanIndex, id: string): string => {
  const placed = index.targets.get(id)
  return placed === undefined ? id : shortNameOf(placed.target)
}

/** `9月13日 10:19` in UTC+8. */
export function momentText(messages: Messages, milliseconds: number): string {
  return `${messages.date.day(dayOfMoment(milliseconds))} ${new Date(milliseconds + 8 * 3_600_000).toISOString().slice(11, 16)}`
}

const codes = new WeakMap<object, string | null>()
/** The code of a file's figures is reckoned once. */
function codeOf(plan: string, file: IncomingFile): string | null {
  const entries = file.read.ok ? file.read.entries : file.read
  if (!codes.has(entries)) codes.set(entries, receiptCode(plan, file))
  return codes.get(entries)!
}

export function countsOf(sum: FileSum): Record<BarKind, number> {
  const { counts } = sum
  return { new: counts.new + counts.written - sum.confirmed, same: counts.same + sum.confirmed, conflict: counts.conflict, bad: counts.bad + counts.doubt }
}

export function fileRows(sources: PageSources): FileRow[] {
  const { index, items, files, sorting, messages, words, calendar } = sources
  const sums = new Map(sorting.files.map(sum => [sum.id, sum]))
  const byId = new Map(files.map(file => [file.id, file]))
  const firstTrouble = new Map<string, SortedLine>()
  for (const one of sorting.lines) if ((one.sort === 'bad' || one.sort === 'doubt') && !firstTrouble.has(one.line.file)) firstTrouble.set(one.line.file, one)
  const names = new Map(items.map(item => [item.id, item.file.name]))
  const order = new Map([...index.columns.map(column => column.area.code), ...index.plan.departments.map(one => one.id)].map((id, place) => [id, place]))
  const rows = items.map((item): FileRow & { rank: number } => {
    const sum = sums.get(item.id)
    const file = byId.get(item.id)
    const unit = sum?.unit ?? areaInName(index, item.file.name)
    const counts = sum === undefined ? { new: 0, same: 0, conflict: 0, bad: 0 } : countsOf(sum)
    const isRefused = sum !== undefined && sum.refusal !== null
    const isOwn = item.state === 'read' && (sources.isOwn(item) || (item.mapped !== null && sum !== undefined && Object.values(sum.counts).every(count => count === 0)))
    const said = noteOf()
    function noteOf(): { note: string, isTrouble: boolean } {
      const { note } = words
      if (item.state === 'waiting') return { note: note.waiting, isTrouble: false }
      if (item.state === 'stopped') return { note: note.stopped, isTrouble: false }
      if (item.state === 'reading' || sum === undefined || file === undefined) return { note: note.atRow(`${Math.round(item.share * 100)}%`), isTrouble: false }
      if (sum.refusal !== null) return { note: note.refused(messages.problemText(sum.refusal).why), isTrouble: true }
      if (isOwn) return { note: note.own, isTrouble: true }
      const trouble = firstTrouble.get(item.id)
      const parts: string[] = []
      if (trouble?.problem) parts.push(`${targetLabel(index, trouble.line.entry.target)} ${messages.problemText(trouble.problem).why}`)
      else if (file.read.ok && file.read.problems[0] !== undefined) parts.push(`${file.read.problems[0].cell ?? ''} ${messages.problemText(file.read.problems[0]).why}`.trim())
      if (sum.counts.conflict > 0) parts.push(note.conflictWith(sum.counts.conflict))
      const isTrouble = parts.length > 0
      if (sum.replacedBy !== null) parts.push(note.replaced(names.get(sum.replacedBy) ?? ''))
      else if (sum.turn > 1) parts.push(note.otherTurn(sum.turn))
      if (isLate(calendar, file, dayOfMoment(file.modified))) parts.push(note.late)
      if (item.read?.ok === true && item.read.format === 'xls') parts.push(note.xls)
      if (item.mapped !== null && item.mapped.rest.length > 0) parts.push(note.foundIn(item.mapped.rest.length))
      return { note: parts.join(words.comma), isTrouble }
    }
    return {
      id: item.id, unit: unitLabel(index, unit, words.none), file: item.file.name, saved: momentText(messages, item.file.lastModified), state: item.state, share: item.share,
      matched: isRefused ? 0 : counts.new + counts.same + counts.conflict + (sum?.counts.dropped ?? 0) + (sum?.counts.replaced ?? 0), counts, isRefused, isOwn, ...said,
      code: file === undefined || isRefused || isOwn ? null : codeOf(index.plan.id, file), rank: order.get(unit ?? '') ?? order.size,
    }
  })
  return rows.sort((one, other) => one.rank - other.rank || items.findIndex(item => item.id === one.id) - items.findIndex(item => item.id === other.id))
}

export function totalsOf(index: PlanIndex, rows: readonly FileRow[], sorting: Sorting): FileTotals {
  const counts = { new: 0, same: 0, conflict: 0, bad: 0 }
  for (const row of rows) for (const kind of ['new', 'same', 'conflict', 'bad'] as const) counts[kind] += row.counts[kind]
  const missing = missingAreas(index, sorting.files).length
  return {
    files: rows.length, readable: rows.filter(row => row.state === 'read' && !row.isRefused).length, matched: rows.reduce((sum, row) => sum + row.matched, 0), counts,
    refused: rows.filter(row => row.isRefused).length, codes: rows.filter(row => row.code !== null).length, expected: index.columns.length, came: index.columns.length - missing,
  }
}

/** What is left to be handled besides the conflict that is open, in the order of the plan's places. */
export function handleItems(sources: PageSources, rows: readonly FileRow[], openConflict: string | null, textsOf: (conflict: Conflict) => readonly string[]): HandleItem[] {
  const { index, items, sorting, files, decisions, messages, words } = sources
  const blank = { said: '', why: '', fix: '', fixes: [], wantsNote: false, before: null, after: null, isDecided: false }
  const list: HandleItem[] = []
  const areaOf = (code: string): string => unitLabel(index, code, code)
  for (const conflict of sorting.conflicts) {
    if (conflict.key === openConflict || (conflict.decision !== null && !conflict.decision.ask)) continue
    // What is not shown is not reckoned.
    const texts = list.length < shownItems ? textsOf(conflict) : []
    list.push({
      ...blank, id: conflict.key, kind: 'conflict', area: areaOf(conflict.area), target: targetLabel(index, conflict.target), said: conflict.sides[0]!.event === null ? texts.join(' / ') : words.rest.here(texts[0] ?? '', texts.slice(1).join(' / ')),
      after: conflict.sides.at(-1)!.lines[0]?.checked?.figure?.lamp ?? null, isDecided: conflict.decision !== null,
    })
  }
  for (const one of sorting.lines) {
    if ((one.sort !== 'bad' && one.sort !== 'doubt') || one.problem === null) continue
    const { why, fix } = messages.problemText(one.problem)
    list.push({
      ...blank, id: one.line.id, kind: one.sort, area: areaOf(one.line.entry.area), target: targetLabel(index, one.line.entry.target), said: inputOf(one.line, decisions), why, fix: `${fix}（${one.line.entry.sheet} ${one.line.entry.cell}）`, fixes: one.fixes.map(each => each.text).slice(0, 2),
      wantsNote: one.problem.code === 'falls_without_reason' || one.problem.code === 'period_locked',
    })
  }
  const units = new Map(sorting.files.map(sum => [sum.id, sum]))
  for (const file of files) {
    const sum = units.get(file.id)
    if (sum === undefined) continue
    const area = unitLabel(index, sum.unit ?? areaInName(index, file.name), words.none)
    if (sum.refusal !== null) { const { why, fix } = messages.problemText(sum.refusal); list.push({ ...blank, id: file.id, kind: 'file', area, target: words.rest.whole, said: file.name, why, fix }) }
    else if (file.read.ok) file.read.problems.forEach((problem, place) => {
      const { why, fix } = messages.problemText(problem)
      list.push({ ...blank, id: `${file.id}!${place}`, kind: 'problem', area, target: [problem.sheet, problem.cell].filter(Boolean).join(' '), said: '', why, fix })
    })
  }
  for (const row of rows) if (row.isOwn) list.push({ ...blank, id: row.id, kind: 'own', area: row.unit, target: items.find(item => item.id === row.id)?.file.name ?? '', why: words.note.own })
  return list
}
