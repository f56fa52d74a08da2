/** What a pasted block would do, as the dialog shows it: lines in order, counts, what is written with one tap. Pure. */
import { balanceOf } from '../../domain/allocation'
import { sharesCommands } from '../../domain/batch'
import type { Command, Present } from '../../domain/decide'
import type { History } from '../../domain/history'
import { shortNameOf } from '../../domain/plan'
import type { PlanIndex } from '../../domain/plan'
import type { Block } from '../../intake/block'
import { checkBlock, keyOf } from '../../intake/checkBlock'
import type { BlockLine, LineEdit, LineState } from '../../intake/checkBlock'
import { matchBlock } from '../../intake/matchBlock'
import type { BlockMatch, Choices, MatchAsk } from '../../intake/blockMatch'

export interface PreviewAsk extends MatchAsk { at: string }

export interface PastePreview {
  match: BlockMatch
  /** Bad ones first, then doubtful ones, then the rest as they stood. */
  lines: readonly BlockLine[]
  counts: Readonly<Record<LineState, number>> & { unmatched: number }
}

const weight: Readonly<Record<LineState, number>> = { bad: 0, doubt: 1, good: 2, same: 3 }

function counted(match: BlockMatch, lines: readonly BlockLine[]): PastePreview {
  const counts = { good: 0, doubt: 0, bad: 0, same: 0, unmatched: match.names.filter(name => name.chosen === null).reduce((sum, name) => sum + name.cells, 0) }
  for (const line of lines) counts[line.state] += 1
  return { match, lines, counts }
}

/** The whole block, matched and checked. Lines keep the order in which they first stood. */
export function previewOf(history: History, block: Block, ask: PreviewAsk, choices: Choices, edits: ReadonlyMap<string, LineEdit>, present: Present): PastePreview {
  const match = matchBlock(block, ask, choices)
  const lines = checkBlock(history, { at: ask.at, purpose: ask.purpose, cells: match.cells }, edits, present)
  return counted(match, [...lines].sort((a, b) => weight[a.state] - weight[b.state]))
}

/** The preview after one line was changed: that line is checked anew and stays where it is. */
export function withEdit(history: History, before: PastePreview, ask: PreviewAsk, key: string, edit: LineEdit, present: Present): PastePreview {
  return counted(before.match, before.lines.map(line => (line.key === key ? checkLine(history, line, ask, edit, present) : line)))
}

function checkLine(history: History, line: BlockLine, ask: PreviewAsk, edit: LineEdit, present: Present): BlockLine {
  return checkBlock(history, { at: ask.at, purpose: ask.purpose, cells: [line.cell] }, new Map([[keyOf(line.cell), edit]]), present)[0] ?? line
}

/** Without the lines that were written or taken out. */
export const without = (preview: PastePreview, keys: ReadonlySet<string>): PastePreview => counted(preview.match, preview.lines.filter(line => !keys.has(line.key)))

/** What is written: every good line, as one step. */
export function commandsOf(history: History, preview: PastePreview, ask: PreviewAsk, present: Present): Command[] {
  const good = preview.lines.filter(line => line.state === 'good')
  if (ask.purpose === 'allocation') return sharesCommands(history, good.map(line => ({ target: line.cell.target, area: line.cell.area, share: line.share ?? null })), ask.at, present)
  return good.map(line => ({ kind: 'report' as const, target: line.cell.target, area: line.cell.area, at: ask.at, payload: line.payload!, ...(line.note.trim() !== '' && { note: line.note.trim() }) }))
}

/** Where a line belongs, in the names of the board. */
export function placeOf(index: PlanIndex, line: BlockLine): { area: string, target: string } {
  const area = index.areas.get(line.cell.area)?.area
  const target = index.targets.get(line.cell.target)?.target
  return { area: area === undefined ? line.cell.area : shortNameOf(area), target: target === undefined ? line.cell.target : shortNameOf(target) }
}

/** Allocation: what each target's shares would come to with the good lines. */
export function balancesOf(history: History, preview: PastePreview, ask: PreviewAsk, present: Present): { target: string, sum: number, goal: number | null, open: number, over: number }[] {
  if (ask.purpose !== 'allocation') return []
  return commandsOf(history, preview, ask, present).flatMap(command => {
    if (command.kind !== 'allocate') return []
    const balance = balanceOf(ask.index.targets.get(command.target)!.target, command.shares)
    return balance === null ? [] : [{ target: command.target, sum: balance.sum, goal: balance.goal, open: balance.open, over: balance.over }]
  })
}
