/** One conflict as its card shows it: each side with author, time, the lamp that it would give, and the course so far. */
import type { Messages } from '../../components/messages'
import { numberText, percentText, unitText, valueText } from '../../wording/figureText'
import type { CollectWords } from '../../components/collect/collectWords'
import type { ConflictView, CourseView, SideView } from '../../components/collect/collectModel'
import type { Figure } from '../../domain/board'
import { courseOf } from '../../domain/curve'
import { addDays } from '../../domain/days'
import type { Present } from '../../domain/decide'
import { previousReport } from '../../domain/decide'
import type { LedgerEvent } from '../../domain/event'
import { rowOf } from '../../domain/figure'
import type { History } from '../../domain/history'
import type { IncomingFile } from '../../domain/incoming'
import type { Conflict, Side } from '../../domain/incomingSort'
import type { Placed, Target } from '../../domain/plan'
import { rulesOn } from '../../domain/adoption'
import { qualitativeStages } from '../../domain/stages'
import { momentText, targetLabel, unitLabel } from './incomingPage'

export interface ConflictSources { history: History, now: Present, files: readonly IncomingFile[], messages: Messages, words: CollectWords }

/** What a report or payload says, in words; of sites, how many count. */
function saidText(target: Target, data: Readonly<Record<string, unknown>>, figure: Figure | null): string {
  if (typeof data.value === 'number') return numberText(data.value)
  if (typeof data.numerator === 'number' && typeof data.denominator === 'number') return `${numberText(data.numerator)}/${numberText(data.denominator)}`
  if (typeof data.stage === 'string') return qualitativeStages(target).find(stage => stage.id === data.stage)?.name ?? data.stage
  return figure?.value === null || figure === null ? '…' : valueText(target, figure.value)
}

export function conflictView(sources: ConflictSources, conflict: Conflict, place: number, of: number): ConflictView | null {
  const { history, now, words } = sources
  const placed = history.index.targets.get(conflict.target)
  if (placed === undefined) return null
  const { index } = history
  const before = previousReport(history, conflict.target, conflict.area, addDays(conflict.at, -1), now.limit)
  const sides = conflict.sides.map(side => sideView(sources, placed, conflict, side, before))
  const [first] = sides
  const fromLedger = conflict.sides[0]!.event !== null
  const { decision } = conflict
  const taken = sides.find(side => side.take === decision?.take)
  const course = courseView(sources, conflict, placed, sides)
  return {
    key: conflict.key, place, of, area: unitLabel(index, conflict.area, conflict.area), target: targetLabel(index, conflict.target), sides, hint: hintOf(conflict, course, words), course,
    ask: fromLedger ? words.conflict.keepAndAsk(first!.value) : words.conflict.noneAndAsk, askTake: fromLedger ? 'ledger' : 'none',
    decided: decision === null ? null : words.conflict.decided(decision.ask ? (fromLedger ? words.conflict.keepAndAsk(first!.value) : words.conflict.noneAndAsk) : taken?.button ?? ''), isAsked: decision?.ask === true,
  }

  function hintOf(one: Conflict, drawn: CourseView | null, say: CollectWords): string | null {
    const increase = one.sides.at(-1)!.lines[0]?.checked?.increase ?? null
    const values = (drawn?.actual ?? []).filter(point => point.at < one.at).map(point => point.value)
    const last = values.at(-1)
    const newest = one.sides.at(-1)!.lines[0]?.checked?.payload
    if (increase === null || last === undefined || values.length < 3 || newest === undefined || newest === null || !('value' in newest)) return null
    const steps = [values.at(-2)! - values.at(-3)!, last - values.at(-2)!]
    const step = newest.value - last
    return step > 2 * Math.max(...steps, 0) && step > 1 ? say.conflict.hint(numberText(step), steps.map(numberText).join(say.conflict.and)) : null
  }
}

/** What a side says and the cell as it would be by it. */
function standingOf(history: History, now: Present, placed: Placed, conflict: Conflict, side: Side): { data: Readonly<Record<string, unknown>>, figure: Figure | null } {
  if (side.event === null) { const { payload, figure } = side.lines[0]!.checked!; return { data: { ...payload }, figure } }
  const row = rowOf(history, placed, { asOf: conflict.at, limit: now.limit }, rulesOn(history, { asOf: conflict.at, limit: now.limit }))
  return { data: side.event.data, figure: row.cells.find(cell => cell.area === conflict.area) ?? (placed.target.scope === 'whole' ? row.total : null) }
}

/** The values of a conflict's sides, as text. */
export function sideTexts(history: History, now: Present, conflict: Conflict): string[] {
  const placed = history.index.targets.get(conflict.target)!
  return conflict.sides.map(side => { const { data, figure } = standingOf(history, now, placed, conflict, side); return saidText(placed.target, data, figure) })
}

function sideView({ history, now, files, messages, words }: ConflictSources, placed: Placed, conflict: Conflict, side: Side, before: LedgerEvent | null): SideView {
  const { index } = history
  const { target } = placed
  const line = side.lines[0] ?? null
  const { data, figure } = standingOf(history, now, placed, conflict, side)
  const value = saidText(target, data, figure)
  const file = line === null ? undefined : files.find(one => one.id === line.line.file)
  const unit = side.event === null ? line!.line.unit : side.event.by?.unit ?? null
  const goal = figure === null || figure.goal === null || target.measure === 'qualitative' || target.measure === 'milestone' ? '' : `/${valueText(target, figure.goal)} ${unitText(target)}`
  const step = typeof data.value === 'number' && typeof before?.data.value === 'number' ? data.value - before.data.value : null
  const note = side.event === null ? line!.line.entry.note : side.event.data.note
  return {
    take: side.event === null ? line!.line.id : 'ledger', head: side.event === null ? words.conflict.table(unitLabel(index, unit, file?.name ?? '')) : words.conflict.ledger,
    place: side.event === null ? line!.line.entry.cell : words.conflict.first, value, goal, lamp: figure?.lamp ?? null, percent: figure?.completion === null || figure === null ? '' : `${percentText(figure.completion)}%`,
    increase: step === null ? '—' : `${step >= 0 ? '+' : ''}${numberText(step)}`, who: unitLabel(index, unit, side.event?.by?.name ?? file?.name ?? '—'),
    when: side.event === null ? (file === undefined ? '' : momentText(messages, file.modified)) : momentText(messages, Date.parse(side.event.recordedAt.slice(0, 24))),
    note: typeof note === 'string' && note !== '' ? note : words.conflict.noNote, button: side.event === null ? words.conflict.take(value) : words.conflict.keep(value),
  }
}

function courseView({ history, now, words }: ConflictSources, conflict: Conflict, placed: Placed, sides: readonly SideView[]): CourseView | null {
  if (!['count', 'amount', 'stock', 'frequency'].includes(placed.target.measure)) return null
  const { index } = history
  const course = courseOf(index, history, conflict.target, placed.target.scope === 'area' ? conflict.area : null, { asOf: conflict.at, limit: now.limit })
  if (course === null) return null
  const { goal } = course
  const drawn = sides.flatMap(side => { const value = Number(side.value); return Number.isFinite(value) ? [{ at: conflict.at, value, text: side.take === 'ledger' ? words.conflict.here(side.value) : words.conflict.inFile(side.value), isLedger: side.take === 'ledger' }] : [] })
  return {
    period: index.plan.period, goal, sides: drawn, pace: goal === null ? [] : course.pace.map(point => ({ at: point.at, value: point.share * goal })),
    actual: course.actual.flatMap(point => (point.value === null ? [] : [{ at: point.at, value: point.value }])),
  }
}
