/** 口径冲突 in the notice as opened on this device: in the section of a target its object stands with another number, as in a heading over its body. */
import type { Conflict } from './planConflicts'
import type { Notice } from './noticeText'
import type { Plan, Target } from './plan'
import { foldText } from './foldedText'
import { sectionKeyOf } from './noticeNumbering'
import { likeness, objectOf } from './objectNames'
import { indexPlan } from './plan'
import { conflictOf, figureOfTarget, hasNumber, numbersWithPlaces } from './planConflicts'

/** Shorter names fit too much. */
const leastObject = 4

/** Does the text begin with the object, some words of description before it allowed. */
function beginsWith(text: string, object: string): boolean {
  const at = text.indexOf(object)
  return (at >= 0 && at <= 4) || likeness(text.slice(0, object.length), object) >= 0.72
}

/** `taken`: what other targets of the section promise in that unit. */
function otherIn(notice: Notice, target: Target, taken: ReadonlySet<number>): number | null {
  const object = objectOf(target.name)
  const { value } = target.goal
  if (object.length < leastObject || value === null || target.unit === '') return null
  const found = (notice.sections.get(sectionKeyOf(foldText(target.source.section))) ?? []).flatMap(({ folded }) =>
    numbersWithPlaces(folded, target.unit).filter(({ end }) => beginsWith(folded.slice(end, end + object.length + 6), object)).map(one => one.value))
  return found.find(other => other !== value && !taken.has(other)) ?? null
}

/** One question a target at most; `plan` is the notice's own. Rates and standards are left out: their numbers stand before their names. */
export function conflictsInNotice(notice: Notice, plan: Plan): Conflict[] {
  const targets = [...indexPlan(plan).targets.values()].map(placed => placed.target)
  return targets.flatMap((target): Conflict[] => {
    const taken = new Set(targets.flatMap(one => (one !== target && one.source.section === target.source.section && one.unit === target.unit && one.goal.value !== null ? [one.goal.value] : [])))
    const other = hasNumber(target) && target.measure !== 'rate' && target.measure !== 'standard' ? otherIn(notice, target, taken) : null
    return other === null ? [] : [conflictOf(plan, { kind: 'heading', targets: [target.id], figures: [figureOfTarget(target)], facts: { where: 'notice', other, goal: target.goal.value! } })]
  })
}
