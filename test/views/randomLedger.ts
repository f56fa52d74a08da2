/** Random ledgers over a small plan of every measure, for tests that hold a page against its board. */
import fc from 'fast-check'
import type { LedgerEvent } from '../../src/domain/event'
import type { Target } from '../../src/domain/plan'
import { addDays } from '../../src/domain/days'
import { indexPlan } from '../../src/domain/plan'
import { makeEvent, makePlan, makeTarget } from '../domain/makers'

const ladder = [{ id: 's', name: '开工', share: 0.3 }, { id: 'f', name: '主体', share: 0.6 }, { id: 'd', name: '验收', share: 1 }]
const targets: readonly Target[] = [
  makeTarget({ id: 'count', goal: { op: '>=', value: 6 } }),
  makeTarget({ id: 'amount', measure: 'amount', unit: '万元', goal: { op: '>=', value: 100 }, due: '2020-09-30' }),
  makeTarget({ id: 'rate', measure: 'rate', unit: '%', goal: { op: '>=', value: 60 } }),
  makeTarget({ id: 'standard', measure: 'standard', goal: { op: '>=', value: 30 }, due: '2020-06-30' }),
  makeTarget({ id: 'frequency', measure: 'frequency', goal: { op: '>=', value: 4 } }),
  makeTarget({ id: 'quality', measure: 'qualitative', goal: { op: '>=', value: 1 } }),
  makeTarget({ id: 'ceiling', measure: 'count', goal: { op: '<=', value: 5 }, due: '2020-08-31' }),
  makeTarget({ id: 'items', ladder, goal: { op: '>=', value: 3 } }),
  makeTarget({ id: 'whole', scope: 'whole', measure: 'milestone', goal: { op: '>=', value: 1 }, stages: [{ id: 'x', name: '立项', due: '2020-03-31' }] }),
]
export const randomIndex = indexPlan(makePlan([...targets], { deep: true }))

export const randomDay = fc.integer({ min: -20, max: 380 }).map(offset => addDays('2020-01-01', offset))
const clock = fc.tuple(fc.integer({ min: 0, max: 380 }), fc.nat(3)).map(([offset, n]) => `${addDays('2020-01-01', offset)}T0${n}:00:00.000Z/0000/dev-000000000000000${n}`)

function payloadFor(target: Target): fc.Arbitrary<Record<string, unknown>> {
  if (target.ladder !== undefined) return fc.record({ items: fc.array(fc.record({ id: fc.constantFrom('1', '2', '3'), name: fc.constant('点'), stage: fc.constantFrom('s', 'f', 'd') }), { maxLength: 3 }) })
  switch (target.measure) {
    case 'rate': return fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 60 })).map(([numerator, denominator]) => ({ numerator, denominator }))
    case 'qualitative': return fc.record({ stage: fc.constantFrom('none', 'deployed', 'advancing', 'finished') })
    case 'milestone': return fc.record({ stages: fc.dictionary(fc.constant('x'), randomDay, { maxKeys: 1 }) })
    default: return fc.record({ value: fc.oneof(fc.nat(12), fc.double({ min: 0, max: 130, noNaN: true })) })
  }
}

const areas = ['a', 'b', 'c1', 'c2'] as const
const eventOf = fc.constantFrom(...targets).chain(target => fc.oneof(
  { weight: 8, arbitrary: fc.tuple(randomDay, clock, fc.constantFrom(...(target.scope === 'whole' ? ['root'] : areas)), payloadFor(target)).map(([at, recordedAt, area, payload]) => makeEvent('report', at, { target: target.id, area, ...payload }, { recordedAt })) },
  { weight: 4, arbitrary: fc.tuple(randomDay, clock, fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.constant(null), fc.nat(9)), { minKeys: 1, maxKeys: 3 })).map(([at, recordedAt, shares]) => makeEvent('allocate', at, { target: target.id, shares }, { recordedAt })) },
  { weight: 2, arbitrary: fc.tuple(randomDay, clock, fc.constantFrom('exempt', 'paused', 'active'), fc.option(fc.constantFrom('a', 'b', 'c', 'c1'), { nil: undefined })).map(([at, recordedAt, state, area]) => makeEvent('exempt', at, { target: target.id, state, reason: '因', ...(area !== undefined && { area }) }, { recordedAt })) },
))

export const randomLedger: fc.Arbitrary<LedgerEvent[]> = fc.array(eventOf, { maxLength: 30 }).chain(events => (events.length === 0 ? fc.constant(events)
  : fc.array(fc.tuple(fc.constantFrom(...events), clock), { maxLength: 3 }).map(named => [...events, ...named.map(([event, recordedAt]) => makeEvent('retract', '2020-06-01', { event: event.id }, { recordedAt }))])))
