/** Many entries at once say what one entry says, and figures after an entry are those of the whole row. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBatch, checkShares, sharesCommands, sharesOn } from '../../src/domain/batch'
import { knownAtLimit } from '../../src/domain/clock'
import { decide, previousReport } from '../../src/domain/decide'
import type { ReportPayload } from '../../src/domain/decide'
import { checkEntry } from '../../src/domain/entry'
import { rowOf } from '../../src/domain/figure'
import { evolve, foldEvents } from '../../src/domain/history'
import { defaultLampRules } from '../../src/domain/lampRules'
import { allocate, makeEvent, worldOf } from './makers'
import { day, index, ledger, targets } from './randomLedger'

const present = { today: '2021-12-31', limit: knownAtLimit('2099-01-01') }
const texts = fc.oneof(fc.nat(140).map(String), fc.constantFrom('', '7O', '-3', '2.5', '12个', '３', '45/60', '70/60', '3/0', '推进', '完成', '9', '1,234', '75%', 'abc', '99999999999999999'))
const input: fc.Arbitrary<string | ReportPayload> = fc.oneof({ weight: 5, arbitrary: texts }, { weight: 1, arbitrary: fc.constantFrom<ReportPayload[]>({ stages: { x: '2020-02-01' } }, { items: [{ id: '1', name: '点', stage: 'd' }] }, { value: 3 }, { numerator: 1, denominator: 2 }) })
const entry = fc.record({ target: fc.constantFrom(...targets.map(target => target.id), 'none'), area: fc.constantFrom('a', 'b', 'c', 'c1', 'c2', 'root', 'zz'), at: day, input, note: fc.constantFrom(undefined, '核减') })
  .map(({ note, ...rest }) => ({ ...rest, ...(note !== undefined && { note }) }))

it('checkBatch says of each entry what checkEntry says of it, on any ledger', () => {
  fc.assert(fc.property(ledger, fc.array(entry, { maxLength: 20 }), (events, entries) => {
    const history = foldEvents(index, events)
    const verdicts = checkBatch(history, entries, present)
    entries.forEach(({ input: typed, ...one }, i) => {
      const alone = checkEntry(history, one, typed, present)
      const verdict = verdicts[i]!
      if (verdict.kind !== 'same') return expect(verdict).toEqual(alone)
      const before = previousReport(history, one.target, one.area, one.at, present.limit)!
      expect(alone.kind === 'ok' || alone.kind === 'doubt').toBe(true)
      expect(verdict).toEqual({ kind: 'same', payload: (alone as { payload: unknown }).payload, previous: before })
      for (const [key, value] of Object.entries(verdict.payload)) expect(before.data[key]).toEqual(value)
    })
  }), { numRuns: 150 })
})

it('the figure after an entry is the one that the whole row shows once it is recorded', () => {
  fc.assert(fc.property(ledger, entry, (events, { input: typed, ...one }) => {
    const history = foldEvents(index, events)
    const verdict = checkEntry(history, one, typed, present)
    if (verdict.kind !== 'ok' && verdict.kind !== 'doubt') return
    const after = foldEvents(index, events)
    evolve(after, makeEvent('report', one.at, { target: one.target, area: one.area, ...verdict.payload }, { id: '~', recordedAt: present.limit }))
    const row = rowOf(after, index.targets.get(one.target)!, { asOf: one.at, limit: present.limit }, defaultLampRules)
    const figure = row.cells.find(cell => cell.area === one.area) ?? row.total
    expect({ ...verdict.figure, detail: null }).toEqual({ ...figure, detail: null })
  }), { numRuns: 200 })
})

describe('shares', () => {
  const { history } = worldOf({}, [allocate({ a: 5, b: null })])
  const verdictOf = (text: string, area = 'a') => checkShares(history, [{ target: '1.1-1', area, at: '2020-09-15', input: text }], present)[0]!
  it.each([['7', { kind: 'ok', share: 7, previous: 5 }], ['１，２００', { kind: 'ok', share: 1200 }], ['—', { kind: 'ok', share: null }], ['5', { kind: 'same' }], ['', { kind: 'empty' }],
    ['2.5', { kind: 'bad', problem: { code: 'number_not_whole' }, fixes: [{ text: '2' }, { text: '3' }] }], ['-4', { kind: 'bad', problem: { code: 'share_invalid' }, fixes: [{ text: '4' }] }], ['1O', { kind: 'bad', problem: { code: 'share_not_number' }, fixes: [{ text: '10' }] }]])('%j', (text, expected) => {
    expect(verdictOf(text)).toMatchObject(expected)
  })
  it('no task where there was none is no change; a place that was left out is one', () => {
    expect(verdictOf('-', 'b')).toMatchObject({ kind: 'same' })
    expect(verdictOf('-', 'c')).toMatchObject({ kind: 'ok', share: null, previous: undefined })
  })
  it('one allocation a target, laid over what is in force, and decided without a refusal', () => {
    const commands = sharesCommands(history, [{ target: '1.1-1', area: 'a', share: 7 }, { target: '1.1-1', area: 'c', share: 0 }], '2020-09-15', present)
    expect(commands).toEqual([{ kind: 'allocate', target: '1.1-1', at: '2020-09-15', shares: { a: 7, b: null, c: 0 } }])
    expect(decide(history, commands[0]!, present).ok).toBe(true)
    expect(sharesOn(history, '1.1-1', '2019-12-31', present.limit)).toBeNull()
  })
})
