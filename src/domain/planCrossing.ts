/** 口径冲突 between two plans: of one place over the years, or of a province, city or district over one another. Source: practice.md §4, 1. */
import type { Area, Plan, Target } from './plan'
import type { Conflict, ConflictKind } from './planConflicts'
import { foldText } from './foldedText'
import { isSameObject, likeness, objectOf } from './objectNames'
import { indexPlan } from './plan'
import { figureOfTarget, hasNumber, keyOf, rateOfUnit } from './planConflicts'

/** `years`: one place, two years. `levels`: one place lies in the other. `apart`: neither; only units are compared. */
export type Crossing = 'years' | 'levels' | 'apart'

const holds = (area: Area, code: string): boolean => area.code === code || (area.children ?? []).some(child => holds(child, code))
/** 350000 is 35, 350500 is 3505: the digits that every code below begins with. */
const stemOf = (code: string): string => (/^\d{6,12}$/.test(code) ? code.replace(/(?:00)+$/, '') : '')
const contains = (upper: Area, lower: Area): boolean => upper.code !== lower.code && (holds(upper, lower.code) || (stemOf(upper.code) !== '' && stemOf(lower.code).startsWith(stemOf(upper.code)) && stemOf(lower.code) !== stemOf(upper.code)))

export function crossingOf({ area: one }: Plan, { area: other }: Plan): Crossing {
  return one.code === other.code ? 'years' : contains(one, other) || contains(other, one) ? 'levels' : 'apart'
}

/** The upper or earlier plan first. */
function inOrder(one: Plan, other: Plan): [Plan, Plan] {
  if (contains(one.area, other.area)) return [one, other]
  if (contains(other.area, one.area)) return [other, one]
  const keys = [one, other].map(plan => `${plan.period.start} ${plan.id}`)
  return keys[0]! <= keys[1]! ? [one, other] : [other, one]
}

const targetsOf = (plan: Plan): Target[] => [...indexPlan(plan).targets.values()].map(placed => placed.target).filter(hasNumber)
/** 万元 and 元 count the same thing. */
const countedBy = (unit: string): string => foldText(unit).replace(/^[万亿千百]+(?=\p{Script=Han})/u, '')

/** The most alike of the list by object; null where none means the same. */
function twinOf(target: Target, list: readonly Target[]): Target | null {
  let best: Target | null = null
  let most = 0
  for (const one of list) {
    const like = likeness(objectOf(target.name), objectOf(one.name))
    if (isSameObject(target.name, one.name) && like > most) { best = one; most = like }
  }
  return best
}

function kindOf(first: Target, second: Target, crossing: Crossing): ConflictKind | null {
  const rates = [rateOfUnit(first.unit), rateOfUnit(second.unit)] as const
  if (rates[0] !== null && rates[1] !== null && rates[0].base === rates[1].base && rates[0].time !== rates[1].time) return 'month_year'
  if (countedBy(first.unit) !== countedBy(second.unit)) return 'unit'
  const isLevel = first.measure === 'rate' || first.measure === 'standard'
  if (crossing === 'apart' || (crossing === 'levels' && !isLevel) || foldText(first.unit) !== foldText(second.unit) || first.measure !== second.measure || first.goal.op !== second.goal.op) return null
  const isLower = first.goal.op === '>=' ? second.goal.value! < first.goal.value! : second.goal.value! > first.goal.value!
  return isLower ? 'lower' : null
}

/**
 * Objects that both plans promise in units that cannot be compared, or that the later or lower plan promises less of. `conflictsBetween(a, b)` and
 * `conflictsBetween(b, a)` are the same list; targets read `plan:target`.
 */
export function conflictsBetween(one: Plan, other: Plan): Conflict[] {
  if (one.id === other.id && one.period.start === other.period.start) return []
  const [first, second] = inOrder(one, other)
  const crossing = crossingOf(one, other)
  const [earlier, later] = [targetsOf(first), targetsOf(second)]
  return earlier.flatMap((target): Conflict[] => {
    const twin = twinOf(target, later)
    // Of several that fit, a pair stands only where each is the other's best.
    if (twin === null || twinOf(twin, earlier) !== target) return []
    const kind = kindOf(target, twin, crossing)
    if (kind === null) return []
    const targets = [`${first.id}:${target.id}`, `${second.id}:${twin.id}`]
    return [{ key: keyOf(kind, targets), kind, targets, figures: [figureOfTarget(target, first.id), figureOfTarget(twin, second.id)], facts: { crossing }, isRuled: false }]
  })
}
