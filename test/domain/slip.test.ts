/** Laws of slips by property, against a table of steps that is written here a second time; and every refusal with its reason. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../src/domain/decide'
import type { LedgerEvent } from '../../src/domain/event'
import { evolve, foldEvents } from '../../src/domain/history'
import { defaultPack } from '../../src/domain/rulePack'
import { daysLeft, isOpen, isOverdue, isUnderWay, slipsOf } from '../../src/domain/slip'
import type { Slip } from '../../src/domain/slip'
import { fitsSlip, fitsStep } from '../../src/domain/slipEvents'
import type { SlipCommand, SlipStepData } from '../../src/domain/slipEvents'
import { makeEvent } from './makers'
import { commands, course, desk, forever, index, issue, order, present, skipping, slipIn, someDay, step } from './slipMakers'

const runs = { numRuns: 500 }

/** From which states a step leads to which: written apart from the code. `=`: stays. */
const table: Readonly<Record<SlipStepData['step'], readonly [from: string, to: string]>> = {
  receive: ['issued', 'received'], reply: ['received answered', 'answered'], return_reply: ['answered', 'answered received'], remind: ['issued received answered', '='], interview: ['issued received answered', '='],
  ask_extension: ['issued received answered', '='], settle_extension: ['issued received answered', '='], escalate: ['issued received answered', '='], apply: ['received answered', 'applied'], verify: ['applied', 'verified received'],
  sign: ['verified', 'signed'], close: ['signed', 'closed'], publish: ['closed', 'published'], send_back: ['applied verified signed', 'received'], reopen: ['closed published', 'received'],
  withdraw: ['issued received answered applied verified signed', 'withdrawn'],
}
const slipsFrom = (events: readonly LedgerEvent[], when = forever): Slip[] => slipsOf(foldEvents(index, events), when)

describe('the course of a slip', () => {
  it('every state is reached only by its events, each a step that the table knows, on days in order', () => {
    fc.assert(fc.property(course, events => {
      const byId = new Map(events.map(event => [event.id, event]))
      for (const slip of slipsFrom(events)) {
        expect([slip.past[0]!.step, slip.past[0]!.state, slip.past.at(-1)!.state, slip.past.at(-1)!.level]).toEqual(['issue', 'issued', slip.state, slip.level])
        for (let i = 1; i < slip.past.length; i += 1) {
          const [before, past] = [slip.past[i - 1]!, slip.past[i]!]
          const event = byId.get(past.event)!
          expect([event.data.step, event.data.slip, event.at]).toEqual([past.step, slip.order.id, past.at])
          const [from, to] = table[past.step as SlipStepData['step']]
          expect(from.split(' '), past.step).toContain(before.state)
          expect(to === '=' ? [before.state] : to.split(' '), past.step).toContain(past.state)
          expect(past.at >= before.at).toBe(true)
        }
        expect(slip.closedOn !== null).toBe(slip.state === 'closed' || slip.state === 'published')
        expect(isOpen(slip) ? ['issued', 'received', 'answered', 'applied', 'verified', 'signed'] : ['closed', 'published', 'withdrawn']).toContain(slip.state)
      }
    }), runs)
  })
  it('closed is never reached without application, verification, every condition, signature', () => {
    fc.assert(fc.property(course, events => {
      for (const { past, order: { closure } } of slipsFrom(events)) {
        past.forEach((one, i) => {
          if (one.step !== 'close') return
          const since = past.slice(0, i).map(before => before.step)
          const [applied, verified, signed] = ['apply', 'verify', 'sign'].map(name => since.lastIndexOf(name as 'apply'))
          expect(applied! >= 0 && verified! > applied! && signed! > verified!).toBe(true)
          expect(events.find(event => event.id === past[verified!]!.event)!.data.met).toEqual(closure)
        })
      }
    }), runs)
  })
  it('any order of arrival, and everything twice, give the same slips', () => {
    fc.assert(fc.property(course.chain(events => fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }))), someDay, ([events, shuffled], asOf) => {
      expect(slipsFrom(shuffled)).toEqual(slipsFrom(events))
      expect(slipsFrom(shuffled, { ...forever, asOf })).toEqual(slipsFrom(events, { ...forever, asOf }))
    }), runs)
  })
  it('escalation never skips a level unless the rule of the slip says so', () => {
    fc.assert(fc.property(course, events => {
      const places = defaultPack.slips.levels.map(level => level.id)
      for (const { past, order: { escalation } } of slipsFrom(events)) {
        past.slice(1).forEach((one, i) => {
          const [from, to] = [past[i]!.level, one.level]
          const up = places.indexOf(to) - places.indexOf(from)
          if (one.step !== 'escalate') { expect(up).toBe(0); return }
          const { rule } = events.find(event => event.id === one.event)!.data
          expect(up === 1 || escalation.some(way => way.id === rule && way.skips === true && way.from === from && way.to === to)).toBe(true)
        })
      }
    }), runs)
  })
  it('an undone step equals one never recorded; an undone undoing brings it back', () => {
    fc.assert(fc.property(course.chain(events => fc.tuple(fc.constant(events), fc.constantFrom(...events))), ([events, undone]) => {
      const undoing = makeEvent('retract', '2020-07-01', { event: undone.id }, { recordedAt: '2098-01-01T00:00:00.000Z/0000/dev-0000000000000001' })
      const again = makeEvent('retract', '2020-07-02', { event: undoing.id }, { recordedAt: '2098-01-02T00:00:00.000Z/0000/dev-0000000000000001' })
      expect(slipsFrom([...events, undoing])).toEqual(slipsFrom(events.filter(event => event !== undone)))
      expect(slipsFrom([...events, undoing, again])).toEqual(slipsFrom(events))
    }), runs)
  })
  it('nothing is dropped: taken and out of turn are all that names the slip', () => {
    fc.assert(fc.property(course, events => {
      for (const slip of slipsFrom(events)) {
        const { id } = slip.order
        const naming = events.filter(event => (event.type === 'slip' ? event.data.id === id : event.data.slip === id)).map(event => event.id)
        expect([...slip.past.map(one => one.event), ...slip.outOfTurn.map(event => event.id)].sort()).toEqual(naming.sort())
      }
    }), runs)
  })
  it('decide accepts exactly what the walk takes next', () => {
    const seen = new Map<string, number>()
    fc.assert(fc.property(commands, list => {
      const history = foldEvents(index, [issue('2020-04-20', order({ due: '2020-05-25' }, skipping)), issue('2020-04-20', order({ id: 's2', number: '2020-02', due: '2020-06-20' }))])
      let n = 0
      for (const { slip, at, data } of list) {
        const known = slipsOf(history, forever).find(one => one.order.id === slip)
        const last = known?.past.at(-1)?.at ?? at
        const day = n % 5 === 4 || at >= last ? at : last
        const asked = data.step === 'settle_extension' && typeof known?.pending?.event === 'string' ? { ...data, ask: known.pending.event, due: n % 3 === 0 ? data.due : '2020-09-01' } : data.step === 'return_reply' ? { ...data, reply: known?.replies.at(-1)?.event ?? 'nobody' } : data
        const decision = decide(history, { kind: 'slip_step', slip, at: day, ...asked }, present)
        const event = makeEvent('slip_step', day, { slip, ...asked }, { recordedAt: `2020-07-01T00:00:00.${String(n += 1).padStart(3, '0')}Z/0000/dev-0000000000000001` })
        const after = slipsOf(foldEvents(index, [...history.events.values(), event]), forever).find(one => one.order.id === slip)
        const code = decision.ok ? 'ok' : decision.problem.code
        if (code !== 'slip_day_order' && code !== 'slip_day_before') expect(after?.past.at(-1)?.event === event.id, `${asked.step} ${code}`).toBe(decision.ok)
        if (decision.ok) {
          expect(after!.past.slice(0, -1)).toEqual(known!.past)
          evolve(history, event)
        }
        seen.set(`${asked.step} ${decision.ok}`, (seen.get(`${asked.step} ${decision.ok}`) ?? 0) + 1)
      }
    }), { numRuns: 800 })
    for (const kind of Object.keys(table)) expect([kind, seen.get(`${kind} true`) ?? 0, seen.get(`${kind} false`) ?? 0].slice(1).every(count => (count as number) > 0), kind).toBe(true)
  })
})

describe('late and overdue', () => {
  it('counts to the day as extended; asked for closure is not overdue, sent back it is again', () => {
    const start = [issue('2020-05-01', order({ due: '2020-05-20' })), step('2020-05-02', { step: 'receive' })]
    expect([isOverdue(slipIn(start), '2020-05-20'), isOverdue(slipIn(start), '2020-05-21'), daysLeft(slipIn(start), '2020-05-17')]).toEqual([false, true, 3])
    const ask = step('2020-05-10', { step: 'ask_extension', due: '2020-06-10', reason: '因', progress: '半' })
    const granted = [...start, ask, step('2020-05-12', { step: 'settle_extension', ask: ask.id, verdict: 'granted', due: '2020-06-01', reason: '' })]
    expect([slipIn(granted).due, isOverdue(slipIn(granted), '2020-06-01'), slipIn(granted).extensions[0]!.from]).toEqual(['2020-06-01', false, '2020-05-20'])
    const applied = [...granted, step('2020-06-05', { step: 'apply', text: '办了', acceptance: '' })]
    expect([isOverdue(slipIn(applied), '2020-06-20'), isUnderWay(slipIn(applied))]).toEqual([false, false])
    const back = [...applied, step('2020-06-10', { step: 'send_back', reason: '缺材料' })]
    expect([slipIn(back).state, isOverdue(slipIn(back), '2020-06-20')]).toEqual(['received', true])
  })
  it('a returned reply leaves the slip answered only by another reply since it last came back', () => {
    const [first, second, third] = ['2020-05-03', '2020-05-04', '2020-05-09'].map(day => step(day, { step: 'reply', text: '办了', evidence: [] }))
    const start = [issue('2020-05-01'), step('2020-05-02', { step: 'receive' }), first!, second!]
    const back = (day: string, of: LedgerEvent) => step(day, { step: 'return_reply', reply: of.id, reason: '太空' })
    expect([slipIn([...start, back('2020-05-05', second!)]).state, slipIn([...start, back('2020-05-05', second!), back('2020-05-05', first!)]).state]).toEqual(['answered', 'received'])
    const again = [...start, step('2020-05-06', { step: 'apply', text: '办了', acceptance: '' }), step('2020-05-07', { step: 'verify', text: '不符', way: 'site', isMet: false, met: [] }), third!]
    expect(slipIn([...again, back('2020-05-10', third!)]).state).toBe('received')
    expect(slipIn([...again, back('2020-05-10', first!)]).outOfTurn).toHaveLength(1)
  })
  it('two devices that gave one number, and one slip recorded twice, are both shown', () => {
    const [one, other, same] = [issue('2020-05-01'), issue('2020-05-01', order({ id: 's2' }), 2), issue('2020-05-02', order(), 2)]
    const slips = slipsFrom([same, other, one])
    expect(slips.map(slip => [slip.order.id, slip.isNumberTwice, slip.outOfTurn.length])).toEqual([['s1', true, 1], ['s2', true, 0]])
  })
})

describe('what decide refuses, and why', () => {
  const at = '2020-05-10'
  const toVerified: SlipStepData[] = [{ step: 'receive' }, { step: 'apply', text: '办了', acceptance: '' }, { step: 'verify', text: '属实', way: 'site', isMet: true, met: defaultPack.slips.closure }]
  const toClosed: SlipStepData[] = [...toVerified, { step: 'sign', text: '同意' }, { step: 'close' }]
  const cases: readonly (readonly [string, readonly SlipStepData[], SlipStepData, string, string?])[] = [
    ['a day before the issue', [], { step: 'receive' }, 'slip_day_before', '2020-04-30'],
    ['a day before the last step', [{ step: 'receive' }], { step: 'reply', text: '办了', evidence: [] }, 'slip_day_order', '2020-05-05'],
    ['a day to come', [], { step: 'receive' }, 'slip_day_future', '2022-01-01'],
    ['an extension after expiry', [{ step: 'receive' }], { step: 'ask_extension', due: '2020-08-01', reason: '因', progress: '' }, 'slip_extension_late', '2020-07-01'],
    ['an extension to an earlier day', [{ step: 'receive' }], { step: 'ask_extension', due: '2020-06-30', reason: '因', progress: '' }, 'slip_extension_due'],
    ['a second request before the first is answered', [{ step: 'ask_extension', due: '2020-07-20', reason: '因', progress: '' }], { step: 'ask_extension', due: '2020-08-01', reason: '因', progress: '' }, 'slip_extension_pending'],
    ['an extension without a day', [], { step: 'ask_extension', due: '下周', reason: '因', progress: '' }, 'slip_due'],
    ['an answer to no request', [], { step: 'settle_extension', ask: 'x', verdict: 'refused', due: '', reason: '因' }, 'slip_step_unknown'],
    ['a refusal without a reason', [], { step: 'settle_extension', ask: 'x', verdict: 'refused', due: '', reason: ' ' }, 'slip_reason'],
    ['closure without verification', [{ step: 'receive' }], { step: 'close' }, 'slip_unverified'],
    ['closure without signature', toVerified, { step: 'close' }, 'slip_unverified'],
    ['a signature before verification', toVerified.slice(0, 2), { step: 'sign', text: '同意' }, 'slip_unverified'],
    ['a signature with a condition missing', [...toVerified.slice(0, 2), { step: 'verify', text: '差一样', way: 'site', isMet: true, met: ['分管领导签字'] }], { step: 'sign', text: '同意' }, 'slip_closure'],
    ['a reply to a closed slip', toClosed, { step: 'reply', text: '办了', evidence: [] }, 'slip_state'],
    ['a reply to a slip not signed for', [], { step: 'reply', text: '办了', evidence: [] }, 'slip_state'],
    ['a reply without a word', [{ step: 'receive' }], { step: 'reply', text: ' ', evidence: [] }, 'slip_text'],
    ['a reopening of a slip that is open', [], { step: 'reopen', reason: '因', due: '2020-12-01' }, 'slip_state'],
    ['a reopening that is due before', toClosed, { step: 'reopen', reason: '因', due: '2020-05-01' }, 'slip_extension_due'],
    ['a level left out', [], { step: 'escalate', level: 'red', rule: 'blue-yellow', reason: '因' }, 'slip_level_skip'],
    ['a step down', [], { step: 'escalate', level: 'notice', rule: '', reason: '因' }, 'slip_level_skip'],
    ['a level nobody knows', [], { step: 'escalate', level: 'black', rule: '', reason: '因' }, 'slip_level_skip'],
    ['a return of no reply', [{ step: 'receive' }, { step: 'reply', text: '办了', evidence: [] }], { step: 'return_reply', reply: 'x', reason: '因' }, 'slip_step_unknown'],
    ['a withdrawal of what is closed', toClosed, { step: 'withdraw', reason: '因' }, 'slip_state'],
  ]
  it.each(cases.map(one => [one[0], one] as const))('%s', (_, [, before, asked, code, day = at]) => {
    const office = desk([issue('2020-05-01')])
    for (const data of before) expect(office.say({ kind: 'slip_step', slip: 's1', at, ...data })).toBeNull()
    const past = office.slip().past
    const problem = office.say({ kind: 'slip_step', slip: 's1', at: day, ...asked })
    expect(problem?.code).toBe(code)
    expect([problem!.why, problem!.fix].every(text => text.length > 2)).toBe(true)
    expect(office.slip().past).toEqual(past)
  })
  it('building work closes by its acceptance, not by being finished', () => {
    const office = desk([issue('2020-05-01', order({ target: 'sites', area: 'a' })), step('2020-05-02', { step: 'receive' })])
    expect(office.say({ kind: 'slip_step', slip: 's1', at, step: 'apply', text: '已建成', acceptance: '' })?.code).toBe('slip_acceptance')
    expect(office.say({ kind: 'slip_step', slip: 's1', at, step: 'apply', text: '已建成', acceptance: '住建验收 5月8日' })).toBeNull()
    expect(office.slip().acceptance).toBe('住建验收 5月8日')
  })
  it('a level may be left out where the slip was issued with such a rule, only that way', () => {
    const office = desk([issue('2020-05-01', order({}, skipping))])
    expect(office.say({ kind: 'slip_step', slip: 's1', at, step: 'escalate', level: 'red', rule: 'yellow-red', reason: '因' })?.code).toBe('slip_level_skip')
    expect(office.say({ kind: 'slip_step', slip: 's1', at, step: 'escalate', level: 'red', rule: 'jump', reason: '因' })).toBeNull()
  })
  it.each<[string, SlipCommand, string]>([
    ['due before the issue', { kind: 'slip', at, ...order({ due: '2020-05-09' }) }, 'slip_due_before'],
    ['no due day', { kind: 'slip', at, ...order({ due: '' }) }, 'slip_due'],
    ['an unknown leading unit', { kind: 'slip', at, ...order({ lead: '县府办' }) }, 'slip_unit'],
    ['an unknown assisting unit', { kind: 'slip', at, ...order({ assist: ['zz'] }) }, 'slip_unit'],
    ['no leading unit', { kind: 'slip', at, ...order({ lead: '' }) }, 'slip_lead'],
    ['an unknown target', { kind: 'slip', at, ...order({ target: 'zz' }) }, 'target_unknown'],
    ['an unknown area', { kind: 'slip', at, ...order({ area: 'zz' }) }, 'area_unknown'],
    ['no matter', { kind: 'slip', at, ...order({ title: ' ' }) }, 'slip_title'],
    ['no request', { kind: 'slip', at, ...order({ request: '' }) }, 'slip_request'],
    ['no number', { kind: 'slip', at, ...order({ number: '' }) }, 'slip_number'],
    ['a number used before, also by a withdrawn slip', { kind: 'slip', at, ...order({ id: 'other' }) }, 'slip_number_twice'],
    ['a slip issued before', { kind: 'slip', at, ...order({ number: '2020-09' }) }, 'slip_known'],
    ['a level that is only reached by escalation', { kind: 'slip', at, ...order({ level: 'red' }) }, 'slip_level_entry'],
    ['a level that the rules do not know', { kind: 'slip', at, ...order({ level: 'black' }) }, 'slip_level'],
    ['an unknown slip', { kind: 'slip_step', slip: 'zz', at, step: 'receive' }, 'slip_unknown'],
    ['a proposal declined without a reason', { kind: 'slip_declined', key: 'k', rule: 'behind', reason: '', at }, 'slip_reason'],
    ['a card of an unknown unit', { kind: 'card', unit: 'zz', card: 'red', state: 'shown', reason: '因', at }, 'slip_unit'],
    ['a card without a reason', { kind: 'card', unit: 'a', card: 'red', state: 'lifted', reason: '', at }, 'slip_reason'],
  ])('%s', (_, command, code) => {
    const office = desk([issue('2020-05-01'), step('2020-05-02', { step: 'withdraw', reason: '重了' })])
    expect(office.say(command)?.code).toBe(code)
  })
  it('a department that the office added may lead', () => {
    const office = desk([makeEvent('department', '2020-01-02', { id: 'unit-1', name: '慈善科' })])
    expect(office.say({ kind: 'slip', at, ...order({ lead: 'unit-1' }) })).toBeNull()
  })
})

describe('what comes from elsewhere', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a way that leads down', { escalation: [{ id: 'x', from: 'yellow', to: 'blue', when: 'overdue', days: 1 }] }], ['a way to itself', { escalation: [{ id: 'x', from: 'blue', to: 'blue', when: 'overdue', days: 1 }] }],
    ['a way by nothing known', { escalation: [{ id: 'x', from: 'blue', to: 'yellow', when: 'never', days: 1 }] }], ['days that are none', { escalation: [{ id: 'x', from: 'blue', to: 'yellow', when: 'overdue', days: -1 }] }],
    ['no day', { due: '2020-02-30' }], ['levels that do not hold its own', { levels: [] }], ['a target that is no text', { target: 5 }], ['no lead', { lead: '' }], ['closure that is no list', { closure: '材料' }],
  ])('a slip with %s is not taken into account', (_, wrong) => {
    expect(fitsSlip({ ...order(), ...wrong })).toBe(false)
    expect(slipsFrom([makeEvent('slip', '2020-05-01', { ...order(), ...wrong }), step('2020-05-02', { step: 'receive' })])).toEqual([])
  })
  it('a step that is not whole is passed over', () => {
    for (const data of [{ step: 'fly' }, { step: 'reply', text: '办了' }, { step: 'reopen', reason: '因', due: '明天' }, { step: 'verify', text: '', way: 'phone', isMet: true, met: [] }, { step: 'settle_extension', ask: 'x', due: '', reason: '', verdict: 'granted' }])
      expect(fitsStep({ slip: 's1', ...data })).toBe(false)
    expect(fitsStep({ slip: 's1', step: 'receive' }) && !fitsStep({ step: 'receive' })).toBe(true)
  })
})
