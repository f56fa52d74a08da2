/** One row of the allocation table as it is drawn: what is in force with what was typed laid over it, and its balance. */
import { balanceOf } from '../../domain/allocation'
import type { Balance } from '../../domain/allocation'
import type { Target } from '../../domain/plan'
import { canSplit, isShareText, readShare, sharesWith } from '../../domain/split'
import type { Shares } from '../../domain/split'
import { numberText } from '../../wording/figureText'

export interface ShareColumn { code: string, name: string, full: string }

export interface ShareLine {
  id: string
  number: string
  target: Target
  name: string
  chapter: string
  /** In force; null: never shared out. */
  shares: Shares | null
  typed: Readonly<Record<string, string>>
  /** With what was typed. */
  next: Shares
  balance: Balance | null
  canSplit: boolean
}

export interface ShareSection { id: string, title: string, lines: readonly ShareLine[] }

/** `off`: not asked; `free`: asked without a goal, as nothing is said; `bad`: what was typed is no share. */
export type ShareState = 'off' | 'free' | 'given' | 'typed' | 'bad'

export function shareLineOf(parts: Pick<ShareLine, 'target' | 'number' | 'chapter' | 'shares'>, typed: Readonly<Record<string, string>>, columns: readonly ShareColumn[]): ShareLine {
  const { target } = parts
  const good = Object.fromEntries(Object.entries(typed).filter(([, text]) => isShareText(target, text)))
  const next = sharesWith(parts.shares ?? {}, good)
  const shown = Object.fromEntries(columns.flatMap(({ code }) => (next[code] === undefined ? [] : [[code, next[code]]])))
  return { ...parts, id: target.id, name: target.short ?? target.name, typed, next, balance: balanceOf(target, shown), canSplit: canSplit(target) }
}

const isNone = (line: ShareLine, share: number | null | undefined): boolean => share === null || (share === 0 && line.target.goal.op === '>=')

/** Where nothing is said a place is asked, unless the notice names others (semantics.md 2). */
export const isAskedAnyway = (line: ShareLine, area: string): boolean => line.next[area] === undefined && (line.target.areas?.includes(area) ?? true)

/** Nothing stands in it and nothing was typed. */
export const isUnshared = (line: ShareLine): boolean => line.shares === null && Object.keys(line.typed).length === 0

export function shareState(line: ShareLine, area: string): ShareState {
  const text = line.typed[area]
  if (text !== undefined && !isShareText(line.target, text)) return 'bad'
  const share = line.next[area]
  if (text !== undefined && readShare(text) !== 'none') return 'typed'
  if (share === undefined) return isAskedAnyway(line, area) ? 'free' : 'off'
  return isNone(line, share) ? 'off' : 'given'
}

/** As it stands in the cell: what was typed, else the share; nothing where nobody is asked. */
export function shareText(line: ShareLine, area: string): string {
  const text = line.typed[area]
  if (text !== undefined) return text
  const share = line.next[area]
  return share === undefined || share === null || isNone(line, share) ? '' : numberText(share)
}

/** What the input starts with: a dash where nobody is asked. */
export const shareInput = (line: ShareLine, area: string): string => line.typed[area] ?? (line.next[area] === null ? '-' : shareText(line, area))

/** 平, 未分解 or 加码; null where the target has no sum. */
export function shareMark(line: ShareLine): { kind: 'flat' | 'open' | 'over', amount: string } | null {
  const { balance } = line
  if (balance === null || balance.goal === null) return null
  return balance.open > 0 ? { kind: 'open', amount: numberText(balance.open) } : balance.over > 0 ? { kind: 'over', amount: numberText(balance.over) } : { kind: 'flat', amount: '' }
}

/** Who takes part in a quick split unless somebody says otherwise: those the notice names; of a shared row those that are asked, where the goal was large enough for everybody. */
export function usualTakers(line: ShareLine, columns: readonly ShareColumn[]): string[] {
  const all = columns.map(column => column.code)
  const named = line.target.areas
  const may = named === undefined ? all : all.filter(code => named.includes(code))
  const asked = may.filter(code => !isNone(line, line.next[code]))
  return line.shares !== null && (line.target.goal.value ?? 0) >= may.length && asked.length > 0 ? asked : may.length > 0 ? may : all
}
