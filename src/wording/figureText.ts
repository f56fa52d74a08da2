/** Figures as text: the same words on cell, card and phone. */
import type { Figure } from '../domain/board'
import type { Target } from '../domain/plan'
import { milestoneStages } from '../domain/pace'
import { qualitativeStages } from '../domain/stages'

/** Up to two decimals, no trailing zeros. */
export function numberText(value: number): string {
  return String(Number(value.toFixed(2)))
}

/** At most four characters: 12.5, 340, 6080, 1.2万. */
export function compactText(value: number): string {
  if (value >= 10_000) return `${Number((value / 10_000).toFixed(value >= 100_000 ? 0 : 1))}万`
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toFixed(1)))
}

/** Whole per cent, rounded down so that what is not reached never reads 100. */
export function percentText(share: number): string {
  const percent = Math.floor(share * 100 + 1e-7)
  return percent > 999 ? '999+' : String(percent)
}

/** A value in the target's unit without the unit itself; rates are fractions on the board. */
export function valueText(target: Target, value: number | null): string {
  if (value === null) return '—'
  if (target.measure === 'rate') return numberText(Number((value * (target.unit.includes('‰') ? 1000 : 100)).toFixed(1)))
  if (target.measure === 'milestone' || target.measure === 'qualitative') return `${percentText(value)}%`
  return numberText(value)
}

export const unitText = (target: Target): string => (target.measure === 'milestone' || target.measure === 'qualitative' ? '' : target.unit)

/** The goal as printed in the 全年 column: number apart from its unit, so that numbers align. */
export function goalText(target: Target): { number: string, unit: string } {
  if (target.measure === 'qualitative') return { number: '', unit: '' }
  if (target.measure === 'milestone') return { number: String(milestoneStages(target, '').length), unit: '节点' }
  const { op, value } = target.goal
  if (value === null) return { number: '—', unit: target.unit }
  const sign = op === '<=' ? '≤' : target.measure === 'standard' || (target.measure === 'rate' && value < 100) ? '≥' : ''
  return { number: sign + numberText(value), unit: target.unit }
}

/** The stage that a figure stands at, where a stage says more than a number: qualitative reports, a single site. */
export function stageText(target: Target, figure: Figure): string | null {
  const detail = figure.detail
  if (detail === null) return null
  if (target.measure === 'qualitative') return qualitativeStages(target).find(stage => stage.id === detail.stage)?.name ?? null
  if (target.ladder === undefined || detail.items === null || detail.items.length !== 1 || (figure.goal !== null && figure.goal > 1)) return null
  return target.ladder.find(stage => stage.id === detail.items![0]!.stage)?.name ?? null
}

/** How far behind the pace in the target's own unit, whole for counts; null where it is not behind. */
export function shortfallOf(target: Target, figure: Figure): number | null {
  if (figure.goal === null || target.goal.op === '<=') return null
  if (target.measure !== 'count' && target.measure !== 'amount' && target.measure !== 'stock' && target.measure !== 'frequency') return null
  const isOver = figure.lamp === 'overdue'
  const missing = isOver ? figure.goal - (figure.value ?? 0) : figure.gap !== null && figure.gap < 0 ? -figure.gap * figure.goal : 0
  if (missing <= 1e-9) return null
  return target.measure === 'amount' ? Math.ceil(missing * 10 - 1e-7) / 10 : Math.ceil(missing - 1e-7)
}

/** Does a text of 汉字 (13px) and narrower characters fit into so many pixels. */
export function fits(text: string, width: number): boolean {
  let used = 0
  for (const character of text) used += character.charCodeAt(0) > 0x2000 ? 13 : 7.5
  return used <= width
}
