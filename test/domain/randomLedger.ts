/** Random ledgers over a plan with every kind of target, for laws: reports, shares, marks, amendments, retractions and reviews, in any order. */
import fc from 'fast-check'
import type { LedgerEvent } from '../../src/domain/event'
import type { Target } from '../../src/domain/plan'
import { indexPlan } from '../../src/domain/plan'
import { addDays } from '../../src/domain/days'
import { makeEvent, makePlan, makeTarget } from './makers'

const ladder = [{ id: 's', name: '开工', share: 0.3 }, { id: 'f', name: '主体', share: 0.6 }, { id: 'd', name: '验收', share: 1 }]

export const targets: Target[] = [
  makeTarget({ id: 'count', goal: { op: '>=', value: 6 } }),
  makeTarget({ id: 'amount', measure: 'amount', unit: '万元', goal: { op: '>=', value: 100 }, due: '2020-09-30' }),
  makeTarget({ id: 'stock', measure: 'stock', goal: { op: '>=', value: 50 }, baseline: { value: 20, at: '2019-12-31' } }),
  makeTarget({ id: 'rate', measure: 'rate', unit: '%', goal: { op: '>=', value: 60 } }),
  makeTarget({ id: 'standard', measure: 'standard', goal: { op: '>=', value: 30 }, due: '2020-06-30' }),
  makeTarget({ id: 'frequency', measure: 'frequency', goal: { op: '>=', value: 4 } }),
  makeTarget({ id: 'quality', measure: 'qualitative', goal: { op: '>=', value: 1 } }),
  makeTarget({ id: 'ceiling', measure: 'count', goal: { op: '<=', value: 5 }, due: '2020-08-31' }),
  makeTarget({ id: 'items', ladder, goal: { op: '>=', value: 3 } }),
  makeTarget({ id: 'whole', scope: 'whole', measure: 'milestone', goal: { op: '>=', value: 1 }, stages: [{ id: 'x', name: '立项', due: '2020-03-31' }, { id: 'y', name: '开工', due: '2020-09-30' }] }),
]
export const index = indexPlan(makePlan(targets, { deep: true }))
const reporters = ['a', 'b', 'c1', 'c2']

export const day = fc.integer({ min: -40, max: 400 }).map(offset => addDays('2020-01-01', offset))
export const clock = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.nat(3)).map(([offset, n]) => `${addDays('2020-01-01', offset)}T0${n}:00:00.000Z/0000/dev-000000000000000${n}`)
const value = fc.oneof(fc.integer({ min: 0, max: 130 }), fc.double({ min: 0, max: 130, noNaN: true }))

function payloadFor(target: Target): fc.Arbitrary<Record<string, unknown>> {
  if (target.ladder !== undefined)
    return fc.oneof(fc.record({ items: fc.array(fc.record({ id: fc.constantFrom('1', '2', '3'), name: fc.constant('点'), stage: fc.constantFrom('s', 'f', 'd', 'zz') }), { maxLength: 4 }) }), fc.record({ value: fc.nat(4) }))
  switch (target.measure) {
    case 'rate': return fc.tuple(fc.nat(50), fc.nat(60)).map(([numerator, denominator]) => ({ numerator, denominator }))
    case 'qualitative': return fc.record({ stage: fc.constantFrom('none', 'deployed', 'advancing', 'finished', 'zz') })
    case 'milestone': return fc.record({ stages: fc.dictionary(fc.constantFrom('x', 'y', 'zz'), day, { maxKeys: 2 }) })
    default: return fc.record({ value })
  }
}

export const reportEvent = fc.constantFrom(...targets).chain(target => fc.tuple(day, clock, fc.constantFrom(...(target.scope === 'whole' ? ['root'] : [...reporters, 'c', 'zz'])), payloadFor(target)))
const typed = fc.constantFrom(...targets).chain(target => fc.oneof(
  { weight: 8, arbitrary: fc.tuple(day, clock, fc.constantFrom(...(target.scope === 'whole' ? ['root'] : [...reporters, 'c', 'zz'])), payloadFor(target))
    .map(([at, recordedAt, area, payload]) => makeEvent('report', at, { target: target.id, area, ...payload }, { recordedAt })) },
  { weight: 3, arbitrary: fc.tuple(day, clock, fc.dictionary(fc.constantFrom('a', 'b', 'c', 'c1', 'c2'), fc.oneof(fc.constant(null), fc.nat(20)), { maxKeys: 4 }))
    .map(([at, recordedAt, shares]) => makeEvent('allocate', at, { target: target.id, shares }, { recordedAt })) },
  { weight: 2, arbitrary: fc.tuple(day, clock, fc.constantFrom('exempt', 'paused', 'active'), fc.option(fc.constantFrom('a', 'b', 'c', 'c1'), { nil: undefined }))
    .map(([at, recordedAt, state, area]) => makeEvent('exempt', at, { target: target.id, state, reason: '因', ...(area !== undefined && { area }) }, { recordedAt })) },
  { weight: 1, arbitrary: fc.tuple(day, clock, fc.nat(90)).map(([at, recordedAt, goal]) => makeEvent('amend', at, { target: target.id, goal: { op: target.goal.op, value: goal }, reason: '调' }, { recordedAt })) },
))

export const ledger: fc.Arbitrary<LedgerEvent[]> = fc.array(typed, { maxLength: 25 }).chain(events => events.length === 0 ? fc.constant(events)
  : fc.array(fc.tuple(fc.constantFrom('retract', 'review'), fc.constantFrom(...events), clock, fc.constantFrom('returned', 'accepted')), { maxLength: 4 })
    .map(extra => [...events, ...extra.map(([type, event, recordedAt, verdict]) => makeEvent(type, '2020-06-01', type === 'retract' ? { event: event.id } : { event: event.id, verdict, reason: '' }, { recordedAt }))]))

export const asked = fc.record({ asOf: day, knownAt: fc.oneof(day, clock) })
