import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan, Target } from '../../src/domain/plan'
import { isSameObject, likeness } from '../../src/domain/objectNames'
import { conflictsInNotice } from '../../src/domain/noticeConflicts'
import { noticeOf } from '../../src/domain/noticeText'
import { conflictsOf } from '../../src/domain/planConflicts'
import { conflictsBetween, crossingOf } from '../../src/domain/planCrossing'
import { enQuestion, zhQuestion } from '../../src/wording/conflictWords'
import { makePlan, makeTarget } from './makers'

const ids = ['quanzhou-tsz-2023', 'zhengxiang-2022', 'jinjiang-2020', 'jiangsu-2023', 'xiamen-2022'] as const
const plans = Object.fromEntries(ids.map(id => [id, JSON.parse(readFileSync(`data/plans/${id}.json`, 'utf8')) as Plan])) as Record<typeof ids[number], Plan>
const keysOf = (plan: Plan): string[] => conflictsOf(plan).map(one => one.key)
/** The targets of a plan in any order, in one task. */
const shuffled = (targets: readonly Target[]): fc.Arbitrary<Target[]> => fc.shuffledSubarray([...targets], { minLength: targets.length })

describe('the traps of practice.md §0, 7', () => {
  test('泉州台商区: heading 6, body 5; 蒸湘: 1,100 beds twice, month beside year, published in July; 厦门: increment and total', () => {
    expect(keysOf(plans['quanzhou-tsz-2023'])).toContain('heading:4.2-1')
    expect(conflictsOf(plans['quanzhou-tsz-2023']).find(one => one.key === 'heading:4.2-1')!.facts).toEqual({ where: '正文', other: 5, goal: 6 })
    expect(keysOf(plans['zhengxiang-2022'])).toEqual(expect.arrayContaining(['twice:2.1-2+5.4-1', 'month_year:2.1-3+2.1-4']))
    expect(conflictsOf(plans['zhengxiang-2022']).some(one => one.kind === 'late_issue' && one.facts.issued === '2022-07-06')).toBe(true)
    expect(keysOf(plans['xiamen-2022'])).toContain('pair:3.3-4+3.3-5')
  })
  test('no pair is found that a reader of the five notices would not ask after: each is asked in the file, or is the late notice of 泉州', () => {
    const unasked = ids.flatMap(id => conflictsOf(plans[id]).filter(one => !one.isRuled).map(one => `${id} ${one.kind}`))
    expect(unasked).toEqual(['quanzhou-tsz-2023 late_issue'])
    expect(ids.flatMap(id => conflictsOf(plans[id])).filter(one => one.kind === 'twice').map(one => one.key)).toEqual(['twice:2.1-2+5.4-1', 'twice:1.2-2+1.2-3'])
  })
  test('a file without rulings gets every question offered, worded, within the length of a ruling', () => {
    for (const id of ids) {
      for (const one of conflictsOf({ ...plans[id], rulings: [] })) {
        expect(one.isRuled).toBe(false)
        expect(zhQuestion(one)).toMatch(/？/)
        expect(zhQuestion(one).length).toBeLessThanOrEqual(400)
        expect(enQuestion(one)).not.toContain('undefined')
        expect(zhQuestion(one)).not.toContain('undefined')
      }
    }
  })
  test.each([['镇级安息堂建设', '村级安息堂建设'], ['省界联合检查', '市界联合检查'], ['街道综合养老服务中心覆盖率', '乡镇综合养老服务中心覆盖率'], ['新增普惠型养老床位', '新增家庭养老床位'], ['新建居家养老服务站', '居家养老上门服务']])('%s is not %s', (one, other) => expect(isSameObject(one, other)).toBe(false))
})

describe('each kind', () => {
  const found = (targets: Partial<Target>[], plan: Partial<Plan> = {}) => conflictsOf({ ...makePlan(targets.map((target, i) => makeTarget({ id: `1.1-${i + 1}`, name: `事项${'甲乙丙'[i]}`, ...target }))), ...plan }).map(one => one.kind)
  test('an increment beside a total that does not name it; with `pair` the base is asked for, and checked where it is given', () => {
    const added: Partial<Target> = { name: '新增家庭养老床位', unit: '张', goal: { op: '>=', value: 500 }, source: { section: '一', figure: '500张' } }
    const total: Partial<Target> = { name: '家庭养老床位总数', measure: 'stock', unit: '张', goal: { op: '>=', value: 1000 }, source: { section: '一', figure: '1000张以上' } }
    expect(found([added, total])).toEqual(['increment_stock'])
    expect(found([{ ...added, pair: '1.1-2' }, total])).toEqual(['pair'])
    expect(found([{ ...added, pair: '1.1-2' }, { ...total, baseline: { value: 500, at: '2019-12-31' } }])).toEqual([])
    expect(found([{ ...added, pair: '1.1-2' }, { ...total, baseline: { value: 700, at: '2019-12-31' } }])).toEqual(['pair'])
  })
  test('figures that differ from the goal, also in 万; a title with another number; shares that do not add up', () => {
    expect(found([{ source: { section: '一', figure: '21个' } }])).toEqual(['heading'])
    expect(found([{ unit: '户', goal: { op: '>=', value: 30_000 }, source: { section: '一', figure: '3万户' } }])).toEqual([])
    expect(found([{ name: '新建25个服务站' }])).toEqual(['heading'])
    expect(found([{ allocation: { a: 10, b: 9, c: null } }])).toEqual(['sum'])
    expect(found([{ allocation: { a: 10, b: 10, c: null } }])).toEqual([])
  })
  test('a level below its base, a number that is none, days outside the period or out of order', () => {
    expect(found([{ measure: 'stock', baseline: { value: 30, at: '2019-12-31' } }])).toEqual(['stock_below_baseline'])
    expect(found([{ source: { section: '一', figure: '约20个' } }])).toEqual(['vague'])
    expect(found([{ due: '2021-03-31' }])).toEqual(['due'])
    expect(found([{ measure: 'milestone', unit: '', goal: { op: '>=', value: 1 }, stages: [{ id: 's1', name: '开工', due: '2020-09-30' }, { id: 's2', name: '立项', due: '2020-03-31' }] }])).toEqual(['due'])
    expect(found([{}], { issued: '2020-03-15' })).toEqual(['late_issue'])
  })
  test('a ruling covers only what it asks: the same targets with another number leave the question open', () => {
    const plan = makePlan([makeTarget({ source: { section: '一', figure: '21个' } })])
    const ask = (question: string, targets = ['1.1-1']) => conflictsOf({ ...plan, rulings: [{ targets, question, decision: '', status: 'open' }] })[0]!.isRuled
    expect(ask('20个还是21个？')).toBe(true)
    expect(ask('补助30万元怎么给？')).toBe(false)
  })
})

test('in the notice: a heading and a body that differ; what another target of the section promises is no second figure', () => {
  const text = '某局要点\n一、养老\n（一）新建6个农村幸福院。今年继续实施5个农村幸福院建设项目，每个补助30万元。\n（二）建设1个镇级安息堂、9个村级安息堂。\n（三）提升300个社区助餐点，其中去年提升200个社区食堂。'
  const plan = makePlan([
    makeTarget({ id: '1.1-1', name: '新建农村幸福院', goal: { op: '>=', value: 6 }, source: { section: '一(一)', figure: '6个' } }), makeTarget({ id: '1.2-1', name: '镇级安息堂建设', goal: { op: '>=', value: 1 }, source: { section: '一(二)', figure: '1个' } }),
    makeTarget({ id: '1.2-2', name: '村级安息堂建设', goal: { op: '>=', value: 9 }, source: { section: '一(二)', figure: '9个' } }), makeTarget({ id: '1.3-1', name: '提升社区助餐点', goal: { op: '>=', value: 300 }, source: { section: '一(三)', figure: '300个' } }),
  ])
  expect(conflictsInNotice(noticeOf(text), plan).map(one => [one.key, one.facts.other, one.isRuled])).toEqual([['heading:1.1-1', 5, false]])
  expect(zhQuestion(conflictsInNotice(noticeOf(text), plan)[0]!)).toBe('新建农村幸福院：原文另一处是 5个，挂图按 6个，以哪个为准？')
})

describe('between two plans', () => {
  const plan = (id: string, year: number, code: string, targets: Partial<Target>[]): Plan => ({
    ...makePlan(targets.map((target, i) => makeTarget({ id: `1.1-${i + 1}`, ...target }))), id, period: { start: `${year}-01-01`, end: `${year}-12-31` }, issued: `${year}-01-10`, area: { ...makePlan([]).area, code },
  })
  const standard = (value: number, unit = '元/月'): Partial<Target> => ({ name: '城市低保标准', measure: 'standard', unit, goal: { op: '>=', value }, source: { section: '一', figure: `${value}${unit}` } })
  test('one place over two years: a lower standard, a month beside a year; a higher one is no question', () => {
    const [old, now] = [plan('p-2020', 2020, '350582', [standard(650)]), (value: number, unit?: string) => plan('p-2021', 2021, '350582', [standard(value, unit)])]
    expect(crossingOf(old, now(600))).toBe('years')
    expect(conflictsBetween(old, now(600)).map(one => one.key)).toEqual(['lower:p-2020:1.1-1+p-2021:1.1-1'])
    expect(conflictsBetween(old, now(700))).toEqual([])
    expect(conflictsBetween(old, now(7800, '元/年')).map(one => one.kind)).toEqual(['month_year'])
  })
  test('a county under its city: a lower coverage is asked after, a smaller number of works is not', () => {
    const city = plan('city', 2020, '350500', [{ name: '民主议事厅覆盖率', measure: 'rate', unit: '%', goal: { op: '>=', value: 100 } }, { name: '新建助餐点' }])
    const county = plan('county', 2020, '350582', [{ name: '民主议事厅覆盖率', measure: 'rate', unit: '%', goal: { op: '>=', value: 80 } }, { name: '新建助餐点', goal: { op: '>=', value: 2 } }])
    expect(crossingOf(county, city)).toBe('levels')
    expect(conflictsBetween(county, city).map(one => one.targets)).toEqual([['city:1.1-1', 'county:1.1-1']])
  })
  test('of the five plans two count home visits in people and in times, whichever is named first; nothing else', () => {
    const pairs = ids.flatMap(one => ids.filter(other => other !== one).map(other => conflictsBetween(plans[one], plans[other])))
    expect(new Set(pairs.flat().map(one => one.key))).toEqual(new Set(['unit:jinjiang-2020:2.1-2+zhengxiang-2022:5.4-2']))
    expect(conflictsBetween(plans['jinjiang-2020'], plans['zhengxiang-2022'])).toEqual(conflictsBetween(plans['zhengxiang-2022'], plans['jinjiang-2020']))
  })
})

describe('laws', () => {
  const names = fc.constantFrom('新增家庭养老床位', '家庭养老床位总数', '建成家庭养老床位', '城市低保标准', '农村低保标准', '社区助餐点', '增设社区助餐点', '村级敬老院建设')
  const target = fc.record({ name: names, measure: fc.constantFrom<Target['measure']>('count', 'stock', 'standard'), unit: fc.constantFrom('个', '张', '元/月', '元/年'), value: fc.integer({ min: 1, max: 40 }), figure: fc.integer({ min: 1, max: 40 }) })
  const list = fc.array(target, { minLength: 2, maxLength: 8 }).map(some => some.map(({ value, figure, ...one }, i) => makeTarget({ ...one, id: `1.1-${i + 1}`, goal: { op: '>=', value }, source: { section: '一', figure: `${figure}${one.unit}` } })))
  test('likeness is symmetric', () => fc.assert(fc.property(names, names, fc.string(), (one, other, more) => likeness(one + more, other) === likeness(other, one + more) && isSameObject(one, other) === isSameObject(other, one))))
  test('the order of the targets changes no key, and no key comes twice', () => fc.assert(fc.property(list.chain(targets => fc.tuple(fc.constant(targets), shuffled(targets))), ([targets, other]) => {
    const [first, second] = [keysOf(makePlan(targets)), keysOf(makePlan(other))]
    expect([...second].sort()).toEqual([...first].sort())
    expect(new Set(first).size).toBe(first.length)
  }), { numRuns: 60 }))
  test('between two plans it does not matter which is named first', () => fc.assert(fc.property(list, list, fc.boolean(), (one, other, isSameYear) => {
    const [first, second] = [{ ...makePlan(one), id: 'a' }, { ...makePlan(other), id: 'b', ...(!isSameYear && { period: { start: '2021-01-01', end: '2021-12-31' } }) }]
    expect(conflictsBetween(first, second)).toEqual(conflictsBetween(second, first))
  }), { numRuns: 60 }))
})
