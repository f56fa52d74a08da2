/** The list of changes, ready to read: what turned, from what to what, on whose report. The same lines are copied and written to a file. */
import type { Figure, Row } from '../../domain/board'
import { dayOfMoment } from '../../domain/days'
import type { Compared, Comparison } from '../../domain/comparison'
import type { LedgerEvent } from '../../domain/event'
import type { LaterEntry } from '../../domain/laterEntries'
import type { PlanIndex } from '../../domain/plan'
import { severityOf } from '../../domain/changes'
import { sectionsOf } from '../../wording/boardSections'
import { stageText, unitText, valueText } from '../../wording/figureText'
import type { ChangeLine, LaterLine, LineGroup, LineGroupKey, ShownCause } from '../../components/compare/compareFace'
import { lineGroups } from '../../components/compare/compareFace'
import type { CompareWords } from '../../components/compare/compareWords'
import type { Messages } from '../../components/messages'
import { isChosen, placeName, shownCauseOf } from './comparePage'
import type { Only } from './useCompareQuery'

/** The day in UTC+8 on which an event was written. */
export const recordedDay = (event: LedgerEvent): string => dayOfMoment(Date.parse(event.recordedAt.slice(0, 24)))

const isSum = ({ measure }: Row['target']): boolean => measure === 'count' || measure === 'amount' || measure === 'stock' || measure === 'frequency'

/** A value by itself: 65, 验收, 62.5%. */
function bareText(row: Row, figure: Figure): string {
  if (figure.value === null) return ''
  const stage = stageText(row.target, figure)
  if (stage !== null && figure.lamp !== 'done') return stage
  return `${valueText(row.target, figure.value)}${row.target.measure === 'rate' ? unitText(row.target) : ''}`
}

/** A value against its goal: 62/114. */
function valueOf(row: Row, figure: Figure): string {
  const bare = bareText(row, figure)
  if (bare === '' || figure.goal === null || !isSum(row.target)) return bare
  return stageText(row.target, figure) === bare ? bare : `${bare}/${valueText(row.target, figure.goal)}`
}

function noteOf(event: LedgerEvent): string {
  const { note, reason } = event.data
  return typeof note === 'string' ? note : typeof reason === 'string' ? reason : ''
}

export interface LineSources { index: PlanIndex, comparison: Comparison, figures: readonly Compared[], words: CompareWords, messages: Messages }

const points = (share: number | null): string => (share === null ? '—' : String(Math.round(share * 100)))

function whyOf(figure: Compared, row: Row, cause: ShownCause, words: CompareWords, day: (text: string) => string): string {
  const { reasons } = words
  const event = figure.difference!.event
  if (event === null) {
    if (cause === 'near') return reasons.due(day(row.due))
    if (figure.after.lamp === 'overdue') return reasons.overdue(day(row.due))
    const [from, to] = [points(figure.before.pace), points(figure.after.pace)]
    return from === to ? reasons.still : reasons.pace(from, to)
  }
  const recorded = day(recordedDay(event))
  if (event.type === 'retract') return reasons.retracted(recorded)
  if (event.type === 'review') return reasons.returned(recorded, noteOf(event))
  if (cause === 'rules') return reasons.rules(day(event.at), typeof event.data.name === 'string' ? event.data.name : '')
  if (cause === 'amended') return reasons.amended(day(event.at), noteOf(event))
  if (cause === 'late') return reasons.late(day(event.at), recorded)
  return cause === 'correction' ? reasons.corrected(recorded, noteOf(event)) : reasons.progress(day(event.at), noteOf(event))
}

function groupOfLine({ difference }: Compared, cause: ShownCause): LineGroupKey {
  if (cause === 'correction' || cause === 'late') return cause
  if (!difference!.isTurned) return 'still'
  if (cause === 'near') return 'near'
  return difference!.turn === 'same' ? 'other' : difference!.turn
}

function unitName(index: PlanIndex, event: LedgerEvent | null): string {
  const { unit, name } = event?.by ?? {}
  const place = unit === undefined ? '' : index.departments.get(unit)?.name ?? index.areas.get(unit)?.area.name ?? unit
  return [place, name ?? ''].filter(part => part !== '').join(' ')
}

const numbersOf = (index: PlanIndex, rows: readonly Row[]): Map<string, string> => new Map(sectionsOf(index, rows).flatMap(section => [...section.figures, ...section.folded]).map(line => [line.row.target.id, line.number]))

/** Every line of a part, by group; within a group the worst first, then the order of the board. */
export function lineGroupsOf(sources: LineSources, only: Only): LineGroup[] {
  const { index, comparison, figures, words, messages } = sources
  const before = new Map(comparison.before.rows.map(row => [row.target.id, row]))
  const after = new Map(comparison.after.rows.map(row => [row.target.id, row]))
  const numbers = numbersOf(index, comparison.after.rows)
  const groups = new Map<LineGroupKey, { line: ChangeLine, severity: number }[]>(lineGroups.map(key => [key, []]))
  for (const figure of figures) {
    const cause = shownCauseOf(figure)
    if (cause === null || !isChosen(cause, only)) continue
    const row = after.get(figure.target)!
    const { event } = figure.difference!
    const [old, value] = [bareText(before.get(figure.target)!, figure.before), valueOf(row, figure.after)]
    groups.get(groupOfLine(figure, cause))!.push({ severity: severityOf(figure.after.lamp), line: {
      key: `${figure.target}/${figure.area ?? ''}`, target: figure.target, area: figure.area, from: figure.before.lamp, to: figure.after.lamp,
      areaName: placeName(index, figure.area), name: row.target.short ?? row.target.name, number: numbers.get(figure.target) ?? figure.target,
      old: old === bareText(row, figure.after) ? '' : old, value, why: whyOf(figure, row, cause, words, messages.date.day), cause,
      event: event?.id ?? '', by: unitName(index, event), at: event?.at ?? '', recordedOn: event === null ? '' : recordedDay(event),
    } })
  }
  return lineGroups.map(key => ({ key, lines: groups.get(key)!.sort((one, other) => (key === 'worse' ? other.severity - one.severity : 0)).map(({ line }) => line) }))
}

/** 期限临近 by target: the places of one target stand in one line. */
export function byTarget(lines: readonly ChangeLine[], words: CompareWords): ChangeLine[] {
  const joined = new Map<string, ChangeLine>()
  for (const line of lines) {
    const key = `${line.target} ${line.from} ${line.why}`
    const known = joined.get(key)
    joined.set(key, known === undefined ? { ...line, key, old: '', value: '' } : { ...known, area: null, areaName: `${known.areaName}${words.places}${line.areaName}` })
  }
  return [...joined.values()]
}

/** What came in later about days gone by, line by line. */
export function laterLinesOf(index: PlanIndex, rows: readonly Row[], entries: readonly LaterEntry[], words: CompareWords, messages: Messages): LaterLine[] {
  const byId = new Map(rows.map(row => [row.target.id, row]))
  return entries.map(({ kind, event, target, area, reporter, at, old, now }): LaterLine => {
    const row = byId.get(target)!
    const [from, to] = [bareText(row, old), valueOf(row, now)]
    return {
      key: event.hash, target, area, kind, areaName: placeName(index, area === null ? null : reporter), name: row.target.short ?? row.target.name,
      day: `${messages.date.day(recordedDay(event))}${words.laterKind[kind]}`, old: from === bareText(row, now) ? '' : from, value: to === '' ? messages.cell.notReported : to,
      by: [words.laterAt(messages.date.day(at)), unitName(index, event), noteOf(event)].filter(part => part !== '').join(messages.language === 'en' ? ', ' : '，'),
    }
  })
}
