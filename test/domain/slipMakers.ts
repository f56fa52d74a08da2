/** Slips for tests: events of two devices, commands by short names, and random courses of them. */
import fc from 'fast-check'
import { addDays } from '../../src/domain/days'
import { decide } from '../../src/domain/decide'
import type { LedgerEvent } from '../../src/domain/event'
import { evolve, foldEvents } from '../../src/domain/history'
import type { History } from '../../src/domain/history'
import { indexPlan } from '../../src/domain/plan'
import type { Problem } from '../../src/domain/problem'
import { defaultPack } from '../../src/domain/rulePack'
import type { RulePack } from '../../src/domain/rulePack'
import { slipsOf } from '../../src/domain/slip'
import type { Slip } from '../../src/domain/slip'
import type { SlipCommand, SlipOrder, SlipStepData } from '../../src/domain/slipEvents'
import { orderWith } from '../../src/domain/slipProposals'
import { makeEvent, makePlan, makeTarget } from './makers'

export const limit = '9999-12-31T23:59:59.999Z/ffff/dev-ffffffffffffffff'
export const forever = { asOf: '9999-12-31', limit }
export const present = { today: '2021-12-31', limit }
const ladder = [{ id: 's', name: '开工', share: 0.3 }, { id: 'd', name: '验收', share: 1 }]
export const index = indexPlan(makePlan([makeTarget(), makeTarget({ id: 'sites', ladder })]))

/** The default levels with a way that leaves one out. */
export const skipping: RulePack = { ...defaultPack, slips: { ...defaultPack.slips, escalation: [...defaultPack.slips.escalation, { id: 'jump', from: 'blue', to: 'red', when: 'overdue', days: 20, skips: true }] } }

export const order = (fields: Partial<SlipOrder> = {}, pack: RulePack = defaultPack): SlipOrder => orderWith(pack, {
  id: 's1', number: '2020-01', title: '选址报批', level: 'blue', basis: '第1次会议', request: '6月底前办成', lead: 'a', assist: ['yanglao'], due: '2020-06-30', ...fields,
})

const clockOf = (n: number, device = 1): string => `${addDays('2020-01-01', Math.floor(n / 1000))}T08:00:00.${String(n % 1000).padStart(3, '0')}Z/0000/dev-000000000000000${device}`
let tick = 0
const stamped = (type: string, at: string, data: Record<string, unknown>, device = 1): LedgerEvent => {
  tick += 1
  const recordedAt = clockOf(tick, device)
  return makeEvent(type, at, data, { recordedAt, device: recordedAt.slice(30), by: { unit: 'a' } })
}
export const issue = (at: string, of: SlipOrder = order(), device = 1): LedgerEvent => stamped('slip', at, { ...of }, device)
export const step = (at: string, data: SlipStepData, slip = 's1', device = 1): LedgerEvent => stamped('slip_step', at, { slip, ...data }, device)
export const declined = (key: string, at: string): LedgerEvent => stamped('slip_declined', at, { key, rule: 'behind', reason: '因' })
export const card = (unit: string, id: string, state: string, at: string): LedgerEvent => stamped('card', at, { unit, card: id, state, reason: '因' })

export const slipIn = (events: readonly LedgerEvent[], when = forever): Slip => slipsOf(foldEvents(index, events), when)[0]!

/** A ledger that records what `decide` lets pass. */
export function desk(events: readonly LedgerEvent[] = []): { history: History, say: (command: SlipCommand) => Problem | null, slip: () => Slip } {
  const history = foldEvents(index, events)
  return {
    history,
    say(command) {
      const decision = decide(history, command, present)
      if (!decision.ok) return decision.problem
      evolve(history, stamped(decision.draft.type, decision.draft.at, decision.draft.data))
      return null
    },
    slip: () => slipsOf(history, forever)[0]!,
  }
}

const levels = defaultPack.slips.levels.map(one => one.id)
const rules = skipping.slips.escalation.map(one => one.id)
export const someDay = fc.integer({ min: -3, max: 60 }).map(days => addDays('2020-05-01', days))
const text = fc.constantFrom('办了', '看了')
/** `refer`: which of the events before it is meant. */
const stepData = (known: readonly LedgerEvent[]): fc.Arbitrary<SlipStepData> => {
  const named = fc.constantFrom(...known.map(event => event.id), 'nobody')
  return fc.oneof<fc.Arbitrary<SlipStepData>[]>(
    fc.constantFrom<SlipStepData>({ step: 'receive' }, { step: 'close' }), fc.record({ step: fc.constant('reply' as const), text, evidence: fc.constant([]) }),
    fc.record({ step: fc.constant('return_reply' as const), reply: named, reason: text }), fc.record({ step: fc.constantFrom('remind' as const, 'interview' as const, 'publish' as const, 'sign' as const), text }),
    fc.record({ step: fc.constant('ask_extension' as const), due: someDay, reason: text, progress: text }), fc.record({ step: fc.constant('settle_extension' as const), ask: named, verdict: fc.constantFrom('granted' as const, 'refused' as const), due: someDay, reason: text }),
    fc.record({ step: fc.constant('escalate' as const), level: fc.constantFrom(...levels), rule: fc.constantFrom(...rules, ''), reason: text }), fc.record({ step: fc.constant('apply' as const), text, acceptance: fc.constant('') }),
    fc.record({ step: fc.constant('verify' as const), text, way: fc.constantFrom('site' as const, 'papers' as const), isMet: fc.boolean(), met: fc.constantFrom<string[][]>(defaultPack.slips.closure as string[], []) }),
    fc.record({ step: fc.constantFrom('send_back' as const, 'withdraw' as const), reason: text }), fc.record({ step: fc.constant('reopen' as const), reason: text, due: someDay }),
  )
}
/** Likely courses, so that random ones reach the end too. */
const usual: readonly SlipStepData['step'][] = ['receive', 'reply', 'apply', 'verify', 'sign', 'close', 'publish', 'reopen']
const usualData = (kind: SlipStepData['step']): SlipStepData => ({
  receive: { step: 'receive' }, close: { step: 'close' }, reply: { step: 'reply', text: '办了', evidence: [] }, apply: { step: 'apply', text: '办了', acceptance: '' }, sign: { step: 'sign', text: '同意' }, publish: { step: 'publish', text: '网站' },
  verify: { step: 'verify', text: '属实', way: 'site', isMet: true, met: defaultPack.slips.closure }, reopen: { step: 'reopen', reason: '回头看', due: '2020-12-31' },
} as Record<string, SlipStepData>)[kind]!

export interface Planned { slip: string, at: string, device: number, data: SlipStepData }
const planned = (known: readonly LedgerEvent[]): fc.Arbitrary<Planned> => fc.record({ slip: fc.constantFrom('s1', 's1', 's2', 'unknown'), at: someDay, device: fc.constantFrom(1, 2), data: fc.oneof(stepData(known), fc.constantFrom(...usual).map(usualData)) })

/** Events of two slips by two devices, on days in any order or in the order of their record. */
export const course: fc.Arbitrary<LedgerEvent[]> = fc.tuple(someDay, someDay, fc.boolean(), fc.nat(14), fc.nat(usual.length)).chain(([first, second, isOrdered, length, count]) => {
  const start = [issue(first, order({ due: '2020-05-25' }, skipping)), issue(second, order({ id: 's2', number: '2020-02', due: '2020-06-20' }), 2)]
  const grow = (events: readonly LedgerEvent[], left: number): fc.Arbitrary<LedgerEvent[]> => left === 0 ? fc.constant([...events])
    : planned(events).chain(({ slip, at, device, data }) => {
      const latest = events.reduce((day, event) => (event.at > day ? event.at : day), '')
      return grow([...events, step(isOrdered && at < latest ? latest : at, data, slip, device)], left - 1)
    })
  return grow(isOrdered ? [...start, ...usual.slice(0, count).map(kind => step(first < second ? second : first, usualData(kind)))] : start, length)
})
const asking: readonly SlipStepData[] = [{ step: 'ask_extension', due: '2020-08-01', reason: '因', progress: '' }, { step: 'settle_extension', ask: '', verdict: 'granted', due: '2020-09-01', reason: '' }]

/** Commands one after another: a part of the usual course, perhaps an extension, then anything. */
export const commands: fc.Arbitrary<Planned[]> = fc.tuple(fc.nat(usual.length), fc.boolean(), fc.array(planned([]), { minLength: 2, maxLength: 12 }))
  .map(([count, isAsking, list]) => [...[...usual.slice(0, count).map(usualData), ...(isAsking ? asking : [])].map((data): Planned => ({ slip: 's1', at: '2020-05-02', device: 1, data })), ...list])
