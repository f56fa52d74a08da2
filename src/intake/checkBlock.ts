/** The cells of a block as lines to look at: what would be written, what is refused and how to mend it, what wants a look first. */
import type { Figure } from '../domain/board'
import type { BatchEntry, BatchVerdict, ShareVerdict } from '../domain/batch'
import { checkBatch, checkShares, sharesOn } from '../domain/batch'
import type { Present, ReportPayload } from '../domain/decide'
import { isCumulative, previousReport } from '../domain/decide'
import type { History } from '../domain/history'
import type { Target } from '../domain/plan'
import type { Problem } from '../domain/problem'
import { tolerance } from '../domain/lampRules'
import { readValue } from './blockValue'
import type { MatchedCell } from './blockMatch'

/** `good` is written, `doubt` once it is confirmed, `bad` never; `same` is on record already. */
export type LineState = 'good' | 'doubt' | 'bad' | 'same'

export interface BlockLine {
  key: string
  cell: MatchedCell
  /** What would be read now: the cell's text, or what it was changed to. */
  input: string
  state: LineState
  problem: Problem | null
  fixes: readonly string[]
  note: string
  payload: ReportPayload | null
  /** Allocation: the share; null = no task there. */
  share: number | null | undefined
  /** The value on record before, as a number; null where there is none or it is none. */
  before: number | null
  figure: Figure | null
}

/** What a person did to a line. */
export interface LineEdit { input?: string, note?: string, isConfirmed?: boolean }

export interface BlockCheck { at: string, purpose: 'report' | 'allocation', cells: readonly MatchedCell[] }

export const keyOf = (cell: MatchedCell): string => `${cell.target} ${cell.area}`

/** What stands in a cell before any rule of the domain is asked; `nothing` cells are not lines at all. */
interface Read { cell: MatchedCell, input: string, note: string, edit: LineEdit, bad: { problem: Problem, fixes: readonly string[] } | null, doubt: Problem | null }

function readCell(target: Target, cell: MatchedCell, edit: LineEdit, isShare: boolean): Read | null {
  const note = edit.note ?? cell.note ?? ''
  if (edit.input !== undefined) return { cell, input: edit.input, note, edit, bad: null, doubt: null }
  if (cell.others.length > 0) return { cell, input: cell.text, note, edit, bad: { problem: { code: 'cell_twice', why: `同一格出现了不同的内容：${[cell.text, ...cell.others].join('、')}`, fix: '选对的一个' }, fixes: [cell.text, ...cell.others].slice(0, 4) }, doubt: null }
  const value = readValue(isShare ? shareTarget(target) : target, cell.text, cell.unit)
  if (value.kind === 'nothing') return isShare && cell.text !== '' ? { cell, input: '-', note, edit, bad: null, doubt: null } : null
  if (value.kind === 'bad') return { cell, input: cell.text, note, edit, bad: value, doubt: null }
  const doubt = value.doubt ?? (cell.isRepeated ? { code: 'merged_value', why: '原表是合并单元格，几格共一个数', fix: '各格确实都是这个数就确认，不是就改' } : cell.isNear ? { code: 'near_name', why: '名称只是相近', fix: '在上面确认或改选名称；也可以只确认这一格' } : cell.isElsewhere ? { code: 'off_screen', why: '这个指标不在本页', fix: '要一起写就确认' } : null)
  return { cell, input: value.input, note, edit, bad: null, doubt }
}
/** Shares are numbers in the target's unit, whatever is reported of it. */
const shareTarget = (target: Target): Target => (target.measure === 'rate' || target.measure === 'qualitative' || target.measure === 'milestone' ? { ...target, measure: 'standard' } : target)

/** Doubts that only a pasted value raises: it ends the list of sites behind a figure, or crosses the goal. */
function reportDoubt(history: History, cell: MatchedCell, verdict: Extract<BatchVerdict, { kind: 'ok' }>): Problem | null {
  const { target } = history.index.targets.get(cell.target)!
  const { previous, figure } = verdict
  if (previous !== null && Array.isArray(previous.data.items) && 'value' in verdict.payload && previous.data.items.length > 0)
    return { code: 'items_replaced', why: `这一格按点位填报（${previous.data.items.length} 处），写入数字会代替点位清单`, fix: '只要数字就确认；要逐处填就不写这一格' }
  const before = typeof previous?.data.value === 'number' ? previous.data.value : 0
  if (figure.completion !== null && figure.goal !== null && figure.completion > 1 + tolerance && (isCumulative(target) || target.measure === 'stock') && target.goal.op === '>=' && before <= figure.goal + tolerance)
    return { code: 'over_goal', why: `超过任务 ${figure.goal}${target.unit}（${Math.floor(figure.completion * 100)}%）`, fix: '确实如此就确认' }
  return null
}

/** The lines of a block; cells that say nothing are none. `edits` by {@link keyOf}. */
export function checkBlock(history: History, block: BlockCheck, edits: ReadonlyMap<string, LineEdit>, present: Present): BlockLine[] {
  const isShare = block.purpose === 'allocation'
  const reads: Read[] = []
  for (const cell of isShare ? withEmptyShares(history, block, present) : block.cells) {
    const placed = history.index.targets.get(cell.target)
    const read = placed === undefined ? null : readCell(placed.target, cell, edits.get(keyOf(cell)) ?? {}, isShare)
    if (read !== null) reads.push(read)
  }
  const open = reads.filter(read => read.bad === null)
  const lineOf = isShare ? shareLines(history, open, block.at, present) : reportLines(history, open, block.at, present)
  return reads.map(read => (read.bad === null ? lineOf.get(read)! : { ...blank(read), state: 'bad', ...read.bad }))
}

const blank = ({ cell, input, note }: Read): BlockLine => ({ key: keyOf(cell), cell, input, state: 'good', problem: null, fixes: [], note, payload: null, share: undefined, before: null, figure: null })
const empty: Problem = { code: 'cell_emptied', why: '没有填', fix: '填一个数，或不写这一格' }

function reportLines(history: History, reads: readonly Read[], at: string, present: Present): Map<Read, BlockLine> {
  const entries = reads.map(({ cell, input, note }): BatchEntry => ({ target: cell.target, area: cell.area, at, input, ...(note !== '' && { note }) }))
  return new Map(checkBatch(history, entries, present).map((verdict, i): [Read, BlockLine] => {
    const read = reads[i]!
    const line = blank(read)
    switch (verdict.kind) {
      case 'empty': return [read, { ...line, state: 'bad', problem: empty }]
      case 'bad': return [read, { ...line, state: 'bad', problem: verdict.problem, fixes: [...new Set(verdict.fixes.map(fix => fix.text))], before: numberOf(previousReport(history, read.cell.target, read.cell.area, at, present.limit)?.data.value) }]
      case 'same': return [read, { ...line, state: 'same', payload: verdict.payload, before: numberOf(verdict.previous.data.value) }]
      default: {
        const doubt = verdict.kind === 'doubt' ? verdict.problem : read.doubt ?? reportDoubt(history, read.cell, verdict)
        return [read, { ...line, state: doubt === null || read.edit.isConfirmed === true ? 'good' : 'doubt', problem: doubt, payload: verdict.payload, before: numberOf(verdict.previous?.data.value), figure: verdict.figure }]
      }
    }
  }))
}

function shareLines(history: History, reads: readonly Read[], at: string, present: Present): Map<Read, BlockLine> {
  const verdicts = checkShares(history, reads.map(({ cell, input }) => ({ target: cell.target, area: cell.area, at, input })), present)
  return new Map(verdicts.map((verdict: ShareVerdict, i): [Read, BlockLine] => {
    const read = reads[i]!
    const line = blank(read)
    if (verdict.kind === 'empty') return [read, { ...line, state: 'bad', problem: empty }]
    if (verdict.kind === 'bad') return [read, { ...line, state: 'bad', problem: verdict.problem, fixes: verdict.fixes.map(fix => fix.text) }]
    const isOpen = read.doubt === null || read.edit.isConfirmed === true
    return [read, { ...line, state: verdict.kind === 'same' ? 'same' : isOpen ? 'good' : 'doubt', problem: verdict.kind === 'same' ? null : read.doubt, share: verdict.share, before: numberOf(verdict.previous) }]
  }))
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** A table that shares a target out for the first time leaves places without a task empty: they get none. */
function withEmptyShares(history: History, block: BlockCheck, present: Present): MatchedCell[] {
  const areas = [...new Set(block.cells.map(cell => cell.area))]
  const byTarget = new Map<string, MatchedCell[]>()
  for (const cell of block.cells) byTarget.set(cell.target, [...byTarget.get(cell.target) ?? [], cell])
  return [...byTarget].flatMap(([target, cells]) => {
    if (sharesOn(history, target, block.at, present.limit) !== null) return cells
    const named = new Set(cells.map(cell => cell.area))
    return [...cells, ...areas.filter(area => !named.has(area)).map(area => ({ ...cells[0]!, area, text: '-', note: null, isRepeated: false, others: [] }))]
  })
}
