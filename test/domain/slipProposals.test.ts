/** What is proposed, when, for whom, and when not; cards of units; numbers. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../src/domain/days'
import { foldEvents } from '../../src/domain/history'
import type { LedgerEvent } from '../../src/domain/event'
import { lampRun } from '../../src/domain/lampRun'
import { defaultPack } from '../../src/domain/rulePack'
import { boardOf } from '../../src/domain/rollUp'
import { slipsOf } from '../../src/domain/slip'
import { nextNumber, patternProblem } from '../../src/domain/slipNumber'
import { proposalsOf } from '../../src/domain/slipProposals'
import type { Proposal } from '../../src/domain/slipProposals'
import { cardProposals, cardsOf } from '../../src/domain/unitCards'
import { commandOfProposal, zhProposed, zhRequest } from '../../src/wording/slipWords'
import { allocate, exempt, makePlan, makeTarget, makeWorld, report } from './makers'
import { index as anyIndex, ledger as anyLedger } from './randomLedger'
import { card, declined, desk, index, issue, limit, order, skipping, slipIn, step } from './slipMakers'

const ground = [allocate({ a: 20, b: 20, c: null }), allocate({ a: 2, b: 2, c: 2 }, '2020-01-01', 'sites'), report('2020-01-31', 'a', 1), report('2020-01-31', 'b', 1)]
const ask = (events: readonly LedgerEvent[], asOf: string, pack = defaultPack): Proposal[] => {
  const history = foldEvents(index, [...ground, ...events])
  const when = { asOf, limit }
  return proposalsOf(history, index, boardOf(history, { asOf, knownAt: limit }), slipsOf(history, when), pack, when)
}
const seen = (list: readonly Proposal[]) => list.map(one => [one.kind, one.rule.id, one.target, one.area])

describe('slips proposed from the board', () => {
  it('by the lamp and how long it has been so, the worst first, to the place with the department beside it', () => {
    const list = ask([report('2020-06-01', 'b', 6)], '2020-07-20')
    expect(seen(list)).toEqual([['issue', 'behind', '1.1-1', 'a'], ['issue', 'slightly_behind', '1.1-1', 'b'], ['issue', 'no_data', 'sites', 'a'], ['issue', 'no_data', 'sites', 'b'], ['issue', 'no_data', 'sites', 'c']])
    expect([list[0]!.level, list[0]!.lead, list[0]!.assist, list[0]!.due, list[0]!.title]).toEqual(['yellow', 'a', ['yanglao'], '2020-08-04', '新建服务站'])
    expect(zhProposed(list[0]!)).toMatch(/^落后 50\.\d 个百分点，超过 30 个百分点，已 \d+ 天$/)
    expect(zhRequest(list[0]!)).toBe('7月31日前再完成 10 个；8月4日前反馈办理情况。')
    expect(zhRequest(list[2]!)).toContain('前填报进度')
    expect(ask([report('2020-06-01', 'b', 10)], '2020-07-20').some(one => one.area === 'b' && one.target === '1.1-1')).toBe(false)
  })
  it('not before the lamp has been so for the days of the rule', () => {
    for (const day of ['2020-01-15', '2020-02-01', '2020-02-03', '2020-03-01']) {
      const found = ask([], day).filter(one => one.rule.id === 'no_data')
      expect(found.length, day).toBe(daysBetween('2020-01-02', day) >= 31 ? 3 : 0)
    }
  })
  it('none where an open slip is about the figure; again when that is closed or withdrawn', () => {
    const isThere = (...events: LedgerEvent[]) => ask(events, '2020-07-20').some(one => one.key === 'issue 1.1-1 a')
    const slip = issue('2020-06-01', order({ target: '1.1-1', area: 'a', due: '2020-08-30' }))
    expect([isThere(slip), isThere(slip, step('2020-06-02', { step: 'withdraw', reason: '重了' })), isThere(issue('2020-06-01', order({ target: '1.1-1', due: '2020-08-30' })))]).toEqual([false, true, true])
  })
  it('none where it was declined, until the lamp gets worse or turns anew', () => {
    const isThere = (events: readonly LedgerEvent[], day: string) => ask(events, day).some(one => one.key === 'issue 1.1-1 a')
    expect(isThere([], '2020-04-10')).toBe(true)
    expect(isThere([declined('issue 1.1-1 a', '2020-04-10')], '2020-04-20')).toBe(false)
    expect(isThere([declined('issue 1.1-1 a', '2020-04-10')], '2020-06-20')).toBe(true)
    const falling = [declined('issue 1.1-1 a', '2020-06-20'), report('2020-06-30', 'a', 12)]
    expect([isThere(falling, '2020-07-01'), isThere([declined('issue 1.1-1 a', '2020-06-20')], '2020-08-15'), isThere(falling, '2020-12-30')]).toEqual([false, false, true])
  })
  it('none for what is exempt; a whole target goes to the department that leads it', () => {
    expect(ask([exempt('exempt', 'a')], '2020-07-20').some(one => one.area === 'a' && one.target === '1.1-1')).toBe(false)
    const { history, index: whole } = makeWorld(makePlan([makeTarget({ scope: 'whole' })]), [report('2020-03-01', 'root', 1)])
    const when = { asOf: '2020-07-20', limit }
    const [one] = proposalsOf(history, whole, boardOf(history, { asOf: when.asOf, knownAt: limit }), [], defaultPack, when)
    expect([one!.lead, one!.area, one!.target]).toEqual(['yanglao', null, '1.1-1'])
  })
  it('a level that no slip may begin at becomes the next one below', () => {
    const pack = { ...defaultPack, slips: { ...defaultPack.slips, proposals: [{ id: 'hard', when: 'behind' as const, days: 0, level: 'red', dueDays: 90 }] } }
    expect(ask([], '2020-07-20', pack).map(one => [one.level, one.due])).toEqual([['yellow', '2020-08-19'], ['yellow', '2020-08-19']])
  })
  it('a proposal becomes a command that decide accepts as it stands', () => {
    const office = desk(ground)
    const when = { asOf: '2020-07-20', limit }
    const list = proposalsOf(office.history, index, boardOf(office.history, { asOf: when.asOf, knownAt: limit }), [], defaultPack, when)
    list.forEach((one, i) => expect(office.say(commandOfProposal(one, nextNumber('{year}-{nn}', 2020, slipsOf(office.history, when)), `p${i}`, when.asOf))).toBeNull())
    expect(slipsOf(office.history, when).map(slip => [slip.order.number, slip.order.rule])).toEqual(list.map((one, i) => [`2020-0${i + 1}`, one.rule.id]))
  })
})

describe('raising and talking', () => {
  const own = (list: readonly Proposal[]) => list.filter(one => one.kind !== 'issue').map(one => [one.kind, one.rule.id, one.level])
  it('by the rules of the slip: not signed for, not answered, overdue; never while an extension waits', () => {
    const slip = issue('2020-05-01', order({ due: '2020-05-20' }))
    expect(own(ask([slip], '2020-05-05'))).toEqual([])
    expect(own(ask([slip], '2020-05-06'))).toEqual([['escalate', 'blue-yellow-silent', 'yellow']])
    const signed = [slip, step('2020-05-02', { step: 'receive' })]
    expect([own(ask(signed, '2020-05-20')), own(ask(signed, '2020-05-22')), own(ask(signed, '2020-05-23'))]).toEqual([[], [], [['escalate', 'blue-yellow', 'yellow']]])
    expect(own(ask([...signed, step('2020-05-19', { step: 'ask_extension', due: '2020-06-10', reason: '因', progress: '' })], '2020-05-30'))).toEqual([])
    const yellow = [...signed, step('2020-05-23', { step: 'escalate', level: 'yellow', rule: 'blue-yellow', reason: '因' })]
    const red = ask(yellow, '2020-05-25').find(one => one.kind === 'escalate')!
    expect([red.level, zhProposed(red), red.slip]).toEqual(['red', '2020-01 号黄单过了时限没有办结，满 5 天', 's1'])
    expect(own(ask([...yellow, declined(red.key, '2020-05-25')], '2020-06-20'))).toEqual([])
    expect(own(ask([...yellow, step('2020-05-26', { step: 'apply', text: '办了', acceptance: '' })], '2020-06-20'))).toEqual([])
  })
  it('by the highest way that its rules allow; decide accepts it', () => {
    const office = desk([issue('2020-05-01', order({ due: '2020-05-20' }, skipping)), step('2020-05-02', { step: 'receive' })])
    const when = { asOf: '2020-06-15', limit }
    const list = proposalsOf(office.history, index, boardOf(office.history, { asOf: when.asOf, knownAt: limit }), slipsOf(office.history, when), defaultPack, when)
    const jump = list.find(one => one.kind === 'escalate')!
    expect([jump.rule.id, jump.level]).toEqual(['jump', 'red'])
    expect(office.say(commandOfProposal(jump, '', '', when.asOf))).toBeNull()
    expect(office.slip().level).toBe('red')
  })
  it('an answer starts the waiting anew when it is returned', () => {
    const rules = { ...defaultPack, slips: { ...defaultPack.slips, escalation: [{ id: 'mute', from: 'blue', to: 'yellow', when: 'unanswered' as const, days: 10 }] } }
    const reply = step('2020-05-08', { step: 'reply', text: '办了', evidence: [] })
    const events = [issue('2020-05-01', order({}, rules)), step('2020-05-02', { step: 'receive' })]
    expect([own(ask(events, '2020-05-12')).length, own(ask([...events, reply], '2020-05-30')).length]).toEqual([1, 0])
    const back = [...events, reply, step('2020-05-10', { step: 'return_reply', reply: reply.id, reason: '太空' })]
    expect([own(ask(back, '2020-05-19')).length, own(ask(back, '2020-05-20')).length]).toEqual([0, 1])
  })
  it('a talk after three slips in a row that were late; a timely one or a talk begins the count anew', () => {
    const late = (n: number) => issue('2020-05-01', order({ id: `s${n}`, number: `2020-0${n}`, due: `2020-05-1${n}` }))
    const talks = (events: readonly LedgerEvent[]) => own(ask(events, '2020-07-01')).filter(one => one[0] === 'interview')
    expect([talks([late(1), late(2)]), talks([late(1), late(2), late(3)])]).toEqual([[], [['interview', 'interview', 'blue']]])
    const proposal = ask([late(1), late(2), late(3)], '2020-07-01').find(one => one.kind === 'interview')
    expect([proposal!.slip, zhProposed(proposal!)]).toEqual(['s3', '连续 3 张单没有按时办结：2020-01、2020-02、2020-03'])
    const done = [step('2020-05-02', { step: 'receive' }, 's2'), step('2020-05-03', { step: 'apply', text: '办了', acceptance: '' }, 's2')]
    expect([talks([late(1), late(2), late(3), ...done]), talks([late(1), late(2), late(3), step('2020-06-01', { step: 'interview', text: '谈过' }, 's3')])]).toEqual([[], []])
  })
})

describe('how long a lamp has been so', () => {
  it('is what a walk of boards day by day gives', () => {
    fc.assert(fc.property(anyLedger, fc.nat(360), (events, n) => {
      const history = foldEvents(anyIndex, events)
      const asOf = addDays('2020-01-05', n)
      const board = boardOf(history, { asOf, knownAt: limit })
      for (const row of board.rows) {
        const figure = row.cells[0] ?? row.total
        const run = lampRun(history, anyIndex.targets.get(row.target.id)!, figure.area === null ? null : anyIndex.areas.get(figure.area)!, { asOf, limit }, lamp => lamp === figure.lamp)!
        const lampOn = (day: string) => { const then = boardOf(history, { asOf: day, knownAt: limit }).rows.find(one => one.target.id === row.target.id)!; return (then.cells[0] ?? then.total).lamp }
        expect(lampOn(run.since)).toBe(figure.lamp)
        if (run.days > 2) expect(lampOn(addDays(run.since, Math.floor(run.days / 2)))).toBe(figure.lamp)
        if (run.isFromStart) expect(run.since).toBe('2020-01-01')
        else expect(lampOn(addDays(run.since, -1))).not.toBe(figure.lamp)
      }
    }), { numRuns: 30 })
  })
})

describe('cards of units', () => {
  const slips = [1, 2].map(n => issue('2020-05-01', order({ id: `s${n}`, number: `2020-0${n}`, due: '2020-05-10' })))
  const cards = (events: readonly LedgerEvent[], asOf = '2020-06-01', pack = defaultPack) => {
    const history = foldEvents(index, [...ground, ...events])
    const when = { asOf, limit }
    return cardProposals(history, index, boardOf(history, { asOf, knownAt: limit }), slipsOf(history, when), pack, when).map(one => [one.unit, one.rule.id, one.count])
  }
  it('are proposed by what the unit has, the strictest of one kind, and never shown by themselves', () => {
    expect([cards(slips.slice(0, 1)), cards(slips), cards(slips, '2020-05-10')]).toEqual([[], [['a', 'yellow', 2]], []])
    const four = [...slips, ...[3, 4].map(n => issue('2020-05-01', order({ id: `s${n}`, number: `2020-0${n}`, due: '2020-05-10' })))]
    expect(cards(four)).toEqual([['a', 'red', 4]])
    expect(cardsOf(foldEvents(index, four), { asOf: '2020-06-01', limit }).size).toBe(0)
  })
  it('not where shown or declined, until there is more of it', () => {
    expect(cards([...slips, card('a', 'yellow', 'shown', '2020-05-20')])).toEqual([])
    expect(cards([...slips, card('a', 'yellow', 'declined', '2020-05-20')])).toEqual([])
    expect(cards([...slips, card('a', 'yellow', 'declined', '2020-05-20'), issue('2020-05-21', order({ id: 's9', number: '2020-09', due: '2020-05-25' }))])).toEqual([['a', 'yellow', 3]])
    expect(cards([...slips, card('a', 'yellow', 'shown', '2020-05-20'), card('a', 'yellow', 'lifted', '2020-05-25')])).toEqual([])
  })
  it('shown as of a day, lifted from its day on; a refusal does not take one down', () => {
    const events = [card('a', 'yellow', 'shown', '2020-05-20'), card('a', 'red', 'declined', '2020-05-21'), card('a', 'yellow', 'declined', '2020-05-22'), card('a', 'yellow', 'lifted', '2020-06-20')]
    const on = (asOf: string) => cardsOf(foldEvents(index, events), { asOf, limit }).get('a')?.map(one => [one.card, one.since])
    expect([on('2020-05-19'), on('2020-06-01'), on('2020-06-20')]).toEqual([undefined, [['yellow', '2020-05-20']], undefined])
  })
  it('by open slips, red cells, and months missed running', () => {
    const by = (when: 'open_slips' | 'behind_cells' | 'missed_months', least: number) => ({ ...defaultPack, cards: [{ id: 'x', word: '黄牌', ink: 'amber' as const, when, least, lift: '' }] })
    expect(cards(slips, '2020-05-05', by('open_slips', 2))).toEqual([['a', 'x', 2]])
    expect(cards([], '2020-07-20', by('behind_cells', 1))).toEqual([['a', 'x', 1], ['b', 'x', 1]])
    expect(cards([], '2020-07-20', by('missed_months', 6))).toEqual([['a', 'x', 6], ['b', 'x', 6], ['c', 'x', 6]])
    expect(cards([], '2020-07-20', by('missed_months', 7))).toEqual([])
  })
})

describe('numbers', () => {
  const bearing = (...numbers: string[]) => numbers.map((number, i) => slipIn([issue('2020-05-01', order({ id: `n${i}`, number }))]))
  it('count on from the highest, also past a withdrawn one, each year anew', () => {
    expect([nextNumber('{year}-{nn}', 2020, []), nextNumber('{year}-{nn}', 2020, bearing('2020-03', '2019-40', '随便')), nextNumber('晋民督〔{year}〕{n}号', '2020', bearing('晋民督〔2020〕9号'))]).toEqual(['2020-01', '2020-04', '晋民督〔2020〕10号'])
    const withdrawn = slipIn([issue('2020-05-01', order({ number: '2020-07' })), step('2020-05-02', { step: 'withdraw', reason: '重了' })])
    expect([nextNumber('{year}-{nnn}', 2020, [withdrawn]), nextNumber('{level}{year}-{nn}', 2020, bearing('蓝2020-01', '黄2020-02'), '红')]).toEqual(['2020-008', '红2020-03'])
  })
  it('never one that is borne, whatever the pattern', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.nat(120).map(n => `2020-${String(n).padStart(2, '0')}`), fc.string({ maxLength: 8 })), { maxLength: 12 }), fc.oneof(fc.constantFrom('{year}-{nn}', '{n}', '(.*){year}+{nnn}$', 'x{level}{n}'), fc.string({ maxLength: 10 })), (numbers, pattern) => {
      const slips = numbers.map((number, i) => ({ order: order({ id: `n${i}`, number }) }))
      const next = nextNumber(pattern, 2020, slips, '蓝')
      expect(numbers).not.toContain(next)
      expect(nextNumber(pattern, 2020, [...slips, { order: order({ id: 'more', number: next }) }], '蓝')).not.toBe(next)
    }), { numRuns: 300 })
  })
  it('a pattern that cannot number is refused with its reason', () => {
    const codes = ['{year}-{nn}', '{level}第{n}号', '{year}', '{nn}{n}', '{yaer}-{nn}', '{nn', ' {nn}', `${'长'.repeat(60)}{nn}`].map(pattern => patternProblem(pattern)?.code ?? null)
    expect(codes).toEqual([null, null, 'number_pattern_count', 'number_pattern_count', 'number_pattern_word', 'number_pattern_word', 'number_pattern_long', 'number_pattern_long'])
  })
})
