/** The demo year: what every plan gets, and how the five plans of the first release look on 15 September. */
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { balanceOf } from '../../src/domain/allocation'
import type { Board, Figure } from '../../src/domain/board'
import { chainBreaks } from '../../src/domain/chain'
import { changesBetween } from '../../src/domain/turns'
import { isRecordedAt } from '../../src/domain/clock'
import { addDays, daysBetween, isDay } from '../../src/domain/days'
import { isCounted } from '../../src/domain/decide'
import { demoEvents, sealEvents } from '../../src/domain/demo'
import { demoDay } from '../../src/domain/demoDay'
import { isDemoEvent } from '../../src/domain/demoMark'
import type { LedgerEvent } from '../../src/domain/event'
import { fitsFurther } from '../../src/domain/further'
import { foldEvents, winnerOf } from '../../src/domain/history'
import { serializeLines } from '../../src/domain/lineReader'
import { parseLines } from '../../src/domain/lines'
import { meetingsOf } from '../../src/domain/meetings'
import { isFoldable } from '../../src/domain/payload'
import type { Plan, PlanIndex, Target } from '../../src/domain/plan'
import { indexPlan } from '../../src/domain/plan'
import { boardOf } from '../../src/domain/rollUp'
import { slipsOf } from '../../src/domain/slip'
import { widePlan } from '../bench/widePlan'
import { dataFolder } from '../tools/projectFiles'
import { makePlan, makeTarget } from './makers'

const ids = ['quanzhou-tsz-2023', 'zhengxiang-2022', 'jinjiang-2020', 'jiangsu-2023', 'xiamen-2022']
const forever = '9999-12-31'
const limit = '9999-12-31T23:59:59.999Z/ffff/dev-ffffffffffffffff'

interface Made { id: string, index: PlanIndex, plan: Plan, events: LedgerEvent[], board: (asOf: string, knownAt?: string) => Board }

function make(plan: Plan): Made {
  const index = indexPlan(plan)
  const events = demoEvents(index)
  const history = foldEvents(index, events)
  return { id: plan.id, index, plan, events, board: (asOf, knownAt = forever) => boardOf(history, { asOf, knownAt }) }
}
const made = ids.map(id => make(JSON.parse(readFileSync(join(dataFolder, 'plans', `${id}.json`), 'utf8')) as Plan))
const jinjiang = made[2]!

const ofType = (events: readonly LedgerEvent[], type: string) => events.filter(event => event.type === type)
const recordedOn = (event: LedgerEvent) => event.recordedAt.slice(0, 10)
const lampsOf = (figures: readonly Figure[]) => figures.map(figure => figure.lamp).filter(lamp => lamp !== null)
const numbersIn = (value: unknown): number[] => (typeof value === 'number' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [])

/** Asked of every event of a thousand plans, where an expectation each would take longer than what it is about. */
function must(holds: boolean, rule: string, what: unknown): void {
  if (!holds) throw new Error(`${rule}: ${JSON.stringify(what)}`)
}

/** Everything that holds for any plan. */
function expectSound(index: PlanIndex, events: readonly LedgerEvent[]): void {
  const last = new Map<string, string>()
  let latest = ''
  for (const event of events) {
    must(isFoldable(index, event) || fitsFurther(index, event.type, event.data), 'can be folded', event)
    must(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(event.id), 'has an id', event)
    must(/^[0-9a-f]{64}$/.test(event.hash), 'has a hash', event)
    must(isRecordedAt(event.recordedAt) && isDay(event.at) && event.recordedAt.endsWith(`/${event.device}`), 'has its times', event)
    must(isDemoEvent(event), 'is marked', event)
    must(event.recordedAt >= latest && event.recordedAt > (last.get(event.device!) ?? ''), 'comes in order', event)
    must(numbersIn(event.data).every(number => number >= 0 && number <= 1e15), 'has numbers in range', event)
    must(Object.values(event.data.stages ?? {}).every(day => day <= event.at), 'has no stage to come', event)
    latest = event.recordedAt
    last.set(event.device!, latest)
  }
  expect(new Set(events.map(event => event.id)).size).toBe(events.length)
  expect(new Set(events.map(event => event.hash)).size).toBe(events.length)
}

/** Values in force never fall, and whole things are reported whole. */
function expectCumulative({ index, events }: { index: PlanIndex, events: readonly LedgerEvent[] }): void {
  const history = foldEvents(index, events)
  for (const { target } of index.targets.values())
    for (const reports of history.reports.get(target.id)?.values() ?? []) {
      let before = 0
      for (const at of [...new Set(reports.map(event => event.at))].sort()) {
        const value = winnerOf(history, reports, { asOf: at, limit })?.data.value
        if (typeof value !== 'number') continue
        must(value >= before, 'never falls', [target.id, at, value, before])
        must(!isCounted(target) || !Number.isInteger(target.goal.value) || Number.isInteger(value), 'is whole', [target.id, at, value])
        before = value
      }
    }
}

describe('any demo year', () => {
  it('is the same each time it is made', () => {
    for (const { plan, events } of made) expect(JSON.stringify(demoEvents(indexPlan(plan)))).toBe(JSON.stringify(events))
  })
  it('is sound, and cumulative apart from corrections', () => {
    for (const one of made) {
      expectSound(one.index, one.events)
      expectCumulative(one)
    }
  })
  it('sealed, it passes the door for files with nothing set aside and no chain broken', () => {
    for (const { plan, events } of made) {
      const sealed = sealEvents(events)
      const parsed = parseLines(serializeLines(sealed), plan.id, { verifyHash: true })
      expect([parsed.aside, parsed.repeated, parsed.foreign, parsed.refused, parsed.events.length]).toEqual([[], 0, 0, null, events.length])
      expect(chainBreaks(sealed)).toEqual([])
      expect(sealed.filter(event => event.prev === null).length).toBe(new Set(events.map(event => event.device)).size)
      expect(sealed.map(event => ({ ...event, hash: '', prev: null }))).toEqual(events.map(event => ({ ...event, hash: '' })))
    }
  })
  it('shares goals out exactly, but for one 加码 and one 未分解 where there are goals enough', () => {
    for (const { id, index, events } of made) {
      const uneven = ofType(events, 'allocate').map(({ data }) => balanceOf(index.targets.get(data.target as string)!.target, data.shares as Record<string, number | null>)!)
        .filter(balance => balance.open > 0 || balance.over > 0)
      expect(uneven.filter(balance => balance.over > 0).length, id).toBe(id === 'quanzhou-tsz-2023' ? 0 : 1)
      expect(uneven.length, id).toBe(id === 'quanzhou-tsz-2023' ? 0 : 2)
      for (const { data } of ofType(events, 'allocate')) {
        const { target } = index.targets.get(data.target as string)!
        const shares = Object.values(data.shares as Record<string, number | null>)
        if (target.goal.value! < shares.length * 2) expect(Math.max(...shares.map(share => share ?? 0)), target.id).toBeLessThanOrEqual(4)
      }
    }
  })
  it('has reports that came late, were corrected, returned and retracted', () => {
    for (const { id, events } of made) {
      const reports = ofType(events, 'report')
      const late = reports.filter(event => daysBetween(event.at, recordedOn(event)) >= 8)
      expect(late.length, id).toBeGreaterThan(10)
      expect(Math.max(...late.map(event => daysBetween(event.at, recordedOn(event)))), id).toBeLessThanOrEqual(40)
      expect(reports.some(event => /核减|补上/.test(String(event.data.note))), id).toBe(true)
      for (const named of [...ofType(events, 'review'), ...ofType(events, 'retract')]) {
        const wrong = events.find(event => event.id === named.data.event)!
        const right = reports.filter(event => event.recordedAt > named.recordedAt && event.at === wrong.at && event.data.target === wrong.data.target && event.data.area === wrong.data.area)
        expect([wrong.type, wrong.recordedAt < named.recordedAt, right.length], id).toEqual(['report', true, 1])
      }
      expect([ofType(events, 'review').length, ofType(events, 'retract').length], id).toEqual([1, 1])
      for (const { data } of reports) expect(String(data.note ?? '').length).toBeLessThan(20)
    }
  })
  it('has three meetings before today and one to come, none at a weekend', () => {
    expect(meetingsOf(foldEvents(jinjiang.index, jinjiang.events), limit)).toEqual([
      { id: 'm1', number: 1, on: '2020-05-08', name: '第一次调度会' }, { id: 'm2', number: 2, on: '2020-06-30', name: '第二次调度会' },
      { id: 'm3', number: 3, on: '2020-08-14', name: '第三次调度会' }, { id: 'm4', number: 4, on: '2020-09-30', name: '第四次调度会' },
    ])
    for (const { id, plan, index, events } of made) {
      const days = meetingsOf(foldEvents(index, events), limit).map(meeting => meeting.on)
      expect(days.filter(day => day < demoDay(plan)).length, id).toBe(3)
      expect(days.map(day => new Date(`${day}T00:00:00Z`).getUTCDay()).filter(day => day === 0 || day === 6), id).toEqual([])
      for (const event of ofType(events, 'meeting')) expect(daysBetween(event.at, event.data.on as string), id).toBeGreaterThanOrEqual(7)
    }
  })
  it('has several devices, one for each department', () => {
    for (const { events } of made) expect(new Set(events.map(event => event.device)).size).toBe(new Set(events.map(event => event.by?.unit)).size)
    expect(new Set(ofType(jinjiang.events, 'allocate').map(event => event.by?.unit))).toEqual(new Set(['bangong']))
  })
})

describe('the board on 15 September', () => {
  for (const { id, plan, board } of made)
    it(`${id}: most on pace, some done, few behind, none alike`, () => {
      const shown = board(demoDay(plan))
      const lamps = lampsOf(shown.rows.flatMap(row => row.cells))
      const share = (...codes: string[]) => lamps.filter(lamp => codes.includes(lamp)).length / lamps.length
      const within = (value: number, low: number, high: number) => expect(value >= low && value <= high, `${value} not in ${low}-${high} of ${lamps.length}`).toBe(true)
      within(share('done', 'caught_up_late'), 0.05, 0.35)
      within(share('on_pace', 'ahead'), 0.45, 0.8)
      within(share('slightly_behind'), 0.06, 0.18)
      within(share('behind', 'overdue'), 0.02, 0.08)
      within(share('no_data'), lamps.length > 40 ? 0.01 : 0, 0.04)
      expect(share('behind', 'overdue') * lamps.length).toBeGreaterThanOrEqual(id === 'jinjiang-2020' ? 3 : 1)
      expect([share('exempt'), share('paused')].map(part => Math.round(part * lamps.length))).toEqual(lamps.length > 40 ? [1, 1] : [0, 0])

      const whole = lampsOf(shown.rows.filter(row => row.target.scope === 'whole').map(row => row.total))
      const good = whole.filter(lamp => lamp === 'on_pace' || lamp === 'ahead' || lamp === 'done' || lamp === 'near_due').length
      expect(good / whole.length).toBeGreaterThan(0.85)
      expect(whole.filter(lamp => lamp === 'done').length).toBeGreaterThan(0)
      within(whole.filter(lamp => lamp === 'behind' || lamp === 'overdue').length, 1, 2)

      const rates = shown.areas.map(area => area.onPace / area.active).sort()
      expect(rates.at(-1)! - rates[0]!).toBeGreaterThan(0.3)
    })

  it('ceilings are within', () => {
    const rows = made.flatMap(({ plan, board }) => board(demoDay(plan)).rows).filter(row => row.target.goal.op === '<=')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map(row => row.total.lamp).filter(lamp => lamp !== 'on_pace')).toEqual([])
  })
  it('some overshot their goal, none by more than a fifth', () => {
    const completions = made.flatMap(({ plan, board }) => board(demoDay(plan)).rows.flatMap(row => row.cells.map(cell => cell.completion ?? 0)))
    expect(completions.filter(completion => completion >= 1.02).length).toBeGreaterThan(5)
    // A unit of a small goal is more than a fifth of it.
    expect(Math.max(...completions)).toBeLessThanOrEqual(1.25)
  })
  it('since the last meeting some lamps turned better and some worse', () => {
    const before = jinjiang.board('2020-08-14', '2020-08-14')
    const changes = changesBetween(before, jinjiang.board('2020-09-15', '2021-01-01')).filter(change => change.area !== null)
    expect(changes.filter(change => change.turn === 'better').length).toBeGreaterThanOrEqual(3)
    expect(changes.filter(change => change.turn === 'worse').length).toBeGreaterThanOrEqual(3)
  })
  it('the year ends near the goals', () => {
    for (const { id, plan, board } of made) {
      const cells = board(plan.period.end).rows.flatMap(row => row.cells).filter(cell => cell.progress !== null && cell.lamp !== 'paused' && cell.lamp !== 'exempt')
      expect(cells.reduce((sum, cell) => sum + cell.progress!, 0) / cells.length, id).toBeGreaterThan(0.93)
    }
  })
})

describe('plans of any shape', () => {
  const day = fc.integer({ min: -60, max: 500 }).map(offset => addDays('2020-01-01', offset))
  const goal = fc.record({ op: fc.constantFrom('>=' as const, '>=' as const, '<=' as const), value: fc.oneof(fc.constant(null), fc.nat(60), fc.constantFrom(0, 0.5, 1, 2.5, 1e9, 3e15), fc.double({ min: 0, max: 5000, noNaN: true })) })
  const ladder = [{ id: 's', name: '开工', share: 0.3 }, { id: 'f', name: '主体', share: 0.6 }, { id: 'd', name: '验收', share: 1 }]
  const kind = fc.constantFrom<Partial<Target>>(
    {}, { unit: '万人' }, { ladder }, { ladder, countsAt: 'f' }, { measure: 'amount', unit: '万元' }, { measure: 'stock', baseline: { value: 20, at: '2019-12-31' } }, { measure: 'stock' },
    { measure: 'rate', unit: '%' }, { measure: 'standard' }, { measure: 'frequency' }, { measure: 'qualitative' }, { measure: 'milestone' },
    { measure: 'qualitative', stages: [{ id: 'x', name: '起草' }, { id: 'y', name: '印发' }] },
    { measure: 'milestone', stages: [{ id: 'x', name: '立项', due: '2020-03-31' }, { id: 'y', name: '开工' }] },
  )
  const target = fc.tuple(kind, goal, fc.constantFrom('area' as const, 'area' as const, 'whole' as const), fc.option(day, { nil: undefined }),
    fc.constantFrom(undefined, 'step' as const, { quarterly: [0, 0.2, 0.5, 1] }), fc.constantFrom<(string[] | undefined)[]>(undefined, ['a'], ['b', 'c']), fc.constantFrom<(Record<string, number | null> | undefined)[]>(undefined, undefined, { a: 4, b: null, c: 2.5 }))
    .map(([fields, goal, scope, due, schedule, areas, allocation]): Partial<Target> => ({
      ...fields, scope, goal: fields.measure === 'milestone' || fields.measure === 'qualitative' ? { op: '>=', value: 1 } : goal,
      ...(due !== undefined && { due }), ...(schedule !== undefined && { schedule }), ...(areas !== undefined && { areas }), ...(allocation !== undefined && scope === 'area' && { allocation }),
    }))
  const plan = fc.tuple(fc.array(target, { minLength: 1, maxLength: 6 }), fc.boolean(), day, fc.integer({ min: 1, max: 800 }), fc.boolean(), fc.nat(9)).map(([targets, deep, start, length, isSingle, n]): Plan => {
    const base = makePlan(targets.map((fields, i) => makeTarget({ ...fields, id: `t${i}` })), { deep })
    return { ...base, id: `plan-${n}`, period: { start, end: addDays(start, length) }, area: isSingle ? { ...base.area, children: base.area.children!.slice(-1) } : base.area }
  })

  it('give sound events, the same each time, and a board', () => {
    let run = 0
    fc.assert(fc.property(plan, made => {
      const index = indexPlan(made)
      const events = demoEvents(index)
      expectSound(index, events)
      expect(JSON.stringify(demoEvents(indexPlan(made)))).toBe(JSON.stringify(events))
      // Each passes the door for lines; hashes, which no shape of a plan changes, are made and computed again for one in ten.
      const isSealed = run++ % 10 === 0
      expect(parseLines(serializeLines(isSealed ? sealEvents(events) : events), made.id, { verifyHash: isSealed }).aside).toEqual([])
      const history = foldEvents(index, events)
      expect(boardOf(history, { asOf: demoDay(made), knownAt: forever }).rows.length).toBe(index.targets.size)
      expect(slipsOf(history, { asOf: forever, limit }).flatMap(slip => slip.outOfTurn)).toEqual([])
      for (const { data } of ofType(events, 'allocate')) {
        const { open, over, sum } = balanceOf(index.targets.get(data.target as string)!.target, data.shares as Record<string, number | null>)!
        if (index.targets.size < 4) expect([open <= sum * 1e-12, over <= sum * 1e-12], JSON.stringify(data)).toEqual([true, true])
      }
    }), { numRuns: 300 })
  })
  it('values only grow', () => {
    fc.assert(fc.property(plan, made => expectCumulative(make(made))), { numRuns: 300 })
  })
  it('the widest plan is reported more seldom, and still looks alive', () => {
    const { events, board, plan } = make(widePlan())
    const lamps = lampsOf(board(demoDay(plan)).rows.flatMap(row => row.cells))
    expect(lamps.length).toBe(9000)
    expect(events.length).toBeLessThan(50_000)
    expect(lamps.filter(lamp => lamp === 'behind').length).toBeGreaterThan(180)
  })
  it('today is clamped to the period', () => {
    const at = (start: string, end: string) => demoDay({ ...makePlan([]), period: { start, end } })
    expect([at('2020-01-01', '2020-12-31'), at('2020-01-01', '2020-06-30'), at('2020-10-01', '2021-09-30')]).toEqual(['2020-09-15', '2020-06-30', '2020-10-01'])
  })
})
