/** Amounts of a target as text: one way for facts, charts, shares and the record. */
import type { Figure } from '../../domain/board'
import type { Target } from '../../domain/plan'
import { goalText, numberText, unitText, valueText } from '../../wording/figureText'

const tight = (unit: string): string => (unit === '' || unit.includes('%') || unit.includes('‰') || unit.includes('％') ? unit : ` ${unit}`)

/** A value of the board with its unit: "11 个", "60%". */
export const amountText = (target: Target, value: number | null): string => `${valueText(target, value)}${value === null ? '' : tight(unitText(target))}`

/** A number that is already in the target's unit, to one decimal. */
export const unitAmount = (target: Target, value: number): string => `${numberText(Math.round(value * 10) / 10)}${tight(unitText(target))}`

/** The goal of the year as the plan states it, amendments applied. */
export function yearGoal(target: Target): string {
  const { number, unit } = goalText(target)
  return number === '' ? '' : `${number}${tight(unit)}`
}

/** Points of percentage to one decimal, without a sign. */
export const pointsText = (share: number): string => numberText(Math.round(Math.abs(share) * 1000) / 10)

/** Is the target counted in amounts that can be missing: not rates, stages or shares of areas. */
export function isCountedFigure(target: Target, figure: Figure): boolean {
  if (target.measure === 'frequency') return figure.area !== null || target.scope === 'whole'
  return target.measure === 'count' || target.measure === 'amount' || target.measure === 'stock'
}

/** What a gap is in the target's unit; null where it is told in points. */
export function gapAmount(target: Target, figure: Figure): number | null {
  if (figure.gap === null || figure.goal === null || !isCountedFigure(target, figure)) return null
  const from = target.measure === 'stock' && figure.area === null ? target.baseline?.value ?? 0 : 0
  return figure.gap * (figure.goal > from ? figure.goal - from : figure.goal)
}
