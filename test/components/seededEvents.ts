/** A small seeded maker of ledger events for screens under test: allocations, then monthly reports with laggards. Never shipped. */
import type { LedgerEvent } from '../../src/domain/event'
import type { PlanIndex, Target } from '../../src/domain/plan'
import { addMonths, monthEnd } from '../../src/domain/days'
import { dueOf, milestoneStages, paceOf } from '../../src/domain/pace'
import { qualitativeStages } from '../../src/domain/stages'

/** mulberry32: the same seed gives the same numbers. */
function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Events up to `until`; about a tenth of the cells lag, a few are never reported. */
export function seededEvents(index: PlanIndex, until: string, seed = 1): LedgerEvent[] {
  const chance = chanceOf(seed)
  const { plan } = index
  const events: LedgerEvent[] = []
  const push = (type: string, at: string, data: Record<string, unknown>) => {
    const place = events.length
    events.push({
      v: 1, id: `seed-${place}`, plan: plan.id, type, at, recordedAt: `${at}T04:00:00.000Z/${(place % 65536).toString(16).padStart(4, '0')}/dev-0123456789abcdef`,
      device: 'dev-0123456789abcdef', by: { unit: plan.departments[0]!.id }, data, hash: place.toString(16).padStart(64, '0'),
    })
  }
  for (const { target } of index.targets.values()) {
    const shares = target.scope === 'area' ? sharesFor(target, index, chance) : null
    if (shares !== null) push('allocate', plan.period.start, { target: target.id, shares })
    const asked = target.scope === 'whole' ? [plan.area.code]
      : index.root.leaves.map(leaf => leaf.area.code).filter(code => (shares === null ? target.areas?.includes(code) ?? true : (shares[code] ?? 0) > 0))
    for (const area of asked) {
      const speed = chance() < 0.12 ? chance() * 0.7 : 0.88 + chance() * 0.35
      if (chance() < 0.03) continue
      for (let day = monthEnd(plan.period.start); day <= until; day = monthEnd(addMonths(day, 1))) {
        const share = paceOf(target, plan.period, dueOf(target, plan.period), day) * speed
        const data = reportFor(target, shares?.[area] ?? target.goal.value, Math.min(share, 1.02), dueOf(target, plan.period), day, chance)
        if (data !== null) push('report', day, { target: target.id, area, ...data })
      }
    }
  }
  return events
}

function sharesFor(target: Target, index: PlanIndex, chance: () => number): Record<string, number | null> | null {
  const goal = target.goal.value
  if (goal === null || (target.measure !== 'count' && target.measure !== 'amount' && target.measure !== 'stock')) return null
  const codes = index.root.leaves.map(leaf => leaf.area.code).filter(code => target.areas?.includes(code) ?? true)
  const shares: Record<string, number | null> = Object.fromEntries(codes.map(code => [code, null]))
  if (goal < codes.length * 2) {
    for (let given = 0; given < goal; given++) {
      const code = codes[Math.floor(chance() * codes.length)]!
      shares[code] = (shares[code] ?? 0) + 1
    }
    return shares
  }
  const weights = codes.map(() => 0.5 + chance())
  const sum = weights.reduce((total, weight) => total + weight, 0)
  let left = goal
  codes.forEach((code, i) => {
    const share = i === codes.length - 1 ? left : Math.round(goal * weights[i]! / sum)
    shares[code] = share
    left -= share
  })
  return shares
}

function reportFor(target: Target, goal: number | null, share: number, due: string, day: string, chance: () => number): Record<string, unknown> | null {
  if (target.ladder !== undefined) {
    const ladder = target.ladder
    const items = Array.from({ length: Math.min(goal ?? 1, 12) }, (_, i) => ({
      id: `p${i + 1}`, name: `${i + 1}号点`, stage: ladder[Math.min(ladder.length - 1, Math.floor(share * (0.8 + chance() * 0.5) * ladder.length))]!.id,
    }))
    return { items }
  }
  switch (target.measure) {
    case 'qualitative': {
      const stages = qualitativeStages(target)
      return { stage: [...stages].reverse().find(stage => stage.share <= share + 0.12)?.id ?? stages[0]!.id }
    }
    case 'milestone':
      return { stages: Object.fromEntries(milestoneStages(target, due).filter(stage => stage.due <= day && share > 0.5).map(stage => [stage.id, stage.due])) }
    case 'rate': {
      const denominator = 40 + Math.floor(chance() * 60)
      return { numerator: Math.min(denominator, Math.floor(denominator * Math.min(1, (goal ?? 100) / 100 * share))), denominator }
    }
    case 'standard': return goal === null ? null : { value: Math.round(goal * (0.96 + share * 0.08)) }
    default: return goal === null ? null : { value: target.goal.op === '<=' ? 0 : Math.floor(goal * share) }
  }
}
