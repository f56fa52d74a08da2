/** Targets as the lists of set-up name them. */
import type { Change } from '../../domain/changes'
import type { Goal, PlanIndex, Target } from '../../domain/plan'
import { shortNameOf } from '../../domain/plan'
import { goalText, numberText } from '../../wording/figureText'

export interface TargetChoice { id: string, name: string, chapter: string }

/** The choices of a select, by chapter. */
export const targetChoices = (index: PlanIndex, wanted: (target: Target) => boolean = () => true): TargetChoice[] =>
  [...index.targets.values()].filter(placed => wanted(placed.target)).map(({ target, chapter }) => ({ id: target.id, name: `${target.id} ${target.name}`, chapter: chapter.title }))

/** Goal with its sign and unit. */
export function goalWords(target: Target, goal: Goal = target.goal): string {
  const { number, unit } = goalText({ ...target, goal })
  return `${number}${unit === '' ? '' : ` ${unit}`}`
}

/** An amount in the target's unit. */
export const amountWords = (target: Target, amount: number): string => `${numberText(amount)} ${target.unit}`

/** One line of what would change: the place and its two lamps or goals. */
export interface EffectLine { key: string, place: string, change: Change, goal: { before: string, after: string } | null }

export function effectLines(index: PlanIndex, changes: readonly Change[], whole: string): EffectLine[] {
  // Where only the planned share moved, nothing is seen on the board.
  const seen = changes.filter(({ before, after }) => before.lamp !== after.lamp || before.goal !== after.goal || before.value !== after.value)
  return seen.map(change => {
    const target = index.targets.get(change.target)?.target
    const node = change.area === null ? null : index.areas.get(change.area)
    const isGoalMoved = change.before.goal !== change.after.goal && change.before.goal !== null && change.after.goal !== null
    return {
      key: `${change.target}/${change.area ?? ''}`, place: `${change.target} ${node === null || node === undefined ? whole : shortNameOf(node.area)}`, change,
      goal: isGoalMoved && target !== undefined ? { before: numberText(change.before.goal!), after: `${numberText(change.after.goal!)}${target.unit}` } : null,
    }
  })
}
