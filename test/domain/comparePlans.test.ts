/** Two files of a plan: what is said to change, and which entries lose their place. Laws by random edits. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Orphan } from '../../src/domain/planOrphans'
import type { Plan, Target } from '../../src/domain/plan'
import { comparePlans } from '../../src/domain/comparePlans'
import { indexPlan } from '../../src/domain/plan'
import { orphansOf } from '../../src/domain/planOrphans'
import { allocate, exempt, makeEvent, makePlan, makeTarget, report } from './makers'

const copy = (plan: Plan): Plan => JSON.parse(JSON.stringify(plan)) as Plan
const edited = (plan: Plan, edit: (copy: Plan) => void): Plan => { const made = copy(plan); edit(made); return made }
const targetsOf = (plan: Plan): Target[] => plan.chapters[0]!.tasks[0]!.targets
const two = makePlan([makeTarget(), makeTarget({ id: '1.1-2', name: '床位', unit: '张' })])
const nothing = { facts: [], targets: { added: [], removed: [], changed: [] }, areas: { added: [], removed: [], renamed: [] }, others: [] }
const sizeOf = ({ isSame: _isSame, ...rest }: ReturnType<typeof comparePlans>): number => JSON.stringify(rest).length - JSON.stringify(nothing).length

const someTarget = fc.record({
  name: fc.constantFrom('站', '床', '房'), unit: fc.constantFrom('个', '张'), goal: fc.record({ op: fc.constant('>=' as const), value: fc.nat(50) }),
  scope: fc.constantFrom('area' as const, 'whole' as const), note: fc.constantFrom('', '按验收'), due: fc.constantFrom('2020-06-30', '2020-12-31'),
})
const somePlan = fc.uniqueArray(fc.nat(8), { minLength: 1, maxLength: 5 }).chain(ids => fc.tuple(...ids.map(() => someTarget)).map(list => makePlan(list.map((fields, i) => makeTarget({ ...fields, id: `1.1-${ids[i]}` })))))

describe('laws', () => {
  it('a plan compared with itself changes nothing', () => {
    fc.assert(fc.property(somePlan, plan => { expect(comparePlans(plan, copy(plan))).toEqual({ isSame: true, ...nothing }) }))
  })

  it('something is said exactly where the fingerprints differ; what is added one way is removed the other', () => {
    fc.assert(fc.property(somePlan, somePlan, (one, other) => {
      const there = comparePlans(one, other)
      const back = comparePlans(other, one)
      expect(there.isSame).toBe(sizeOf(there) === 0)
      expect(there.targets.added.map(target => target.id).sort()).toEqual(back.targets.removed.map(target => target.id).sort())
      expect(there.targets.changed.map(target => target.id).sort()).toEqual(back.targets.changed.map(target => target.id).sort())
    }))
  })

  it('after adding one target exactly one is added, and nothing else changes', () => {
    fc.assert(fc.property(somePlan, plan => {
      const comparison = comparePlans(plan, edited(plan, after => { targetsOf(after).push(makeTarget({ id: '1.1-99' })) }))
      expect(comparison).toEqual({ isSame: false, ...nothing, targets: { added: [{ id: '1.1-99', name: '新建服务站', task: '任务' }], removed: [], changed: [] } })
    }))
  })
})

describe('what is said', () => {
  const changesAfter = (edit: (target: Target) => void) => comparePlans(two, edited(two, after => edit(targetsOf(after)[0]!))).targets.changed.flatMap(target => target.changes)

  it.each<[string, (target: Target) => void, unknown]>([
    ['goal', target => { target.goal = { op: '<=', value: 30 } }, { kind: 'goal', before: { op: '>=', value: 20, unit: '个' }, after: { op: '<=', value: 30, unit: '个' } }],
    ['due', target => { target.due = '2020-06-30' }, { kind: 'due', before: '2020-12-31', after: '2020-06-30' }],
    ['a due day written out', target => { target.due = '2020-12-31' }, { kind: 'details', fields: ['due'] }],
    ['measure', target => { target.measure = 'amount' }, { kind: 'measure', before: 'count', after: 'amount' }],
    ['unit', target => { target.unit = '所' }, { kind: 'unit', before: '个', after: '所' }],
    ['scope', target => { target.scope = 'whole' }, { kind: 'scope', before: 'area', after: 'whole' }],
    ['schedule', target => { target.schedule = 'step' }, { kind: 'schedule', before: null, after: 'step' }],
    ['ladder', target => { target.ladder = [{ id: 'a', name: '开工', share: 1 }] }, { kind: 'ladder', before: null, after: ['开工'] }],
    ['areas', target => { target.areas = ['a', 'b'] }, { kind: 'areas', before: null, after: ['甲街道', '乙镇'] }],
    ['allocation', target => { target.allocation = { a: 3, b: null } }, { kind: 'allocation', before: null, after: { areas: 1, sum: 3 } }],
    ['baseline', target => { target.baseline = { value: 5, at: '2019-12-31' } }, { kind: 'baseline', before: null, after: 5 }],
    ['small print', target => { target.note = '按验收' }, { kind: 'details', fields: ['note'] }],
  ])('%s', (_name, edit, change) => expect(changesAfter(edit)).toEqual([change]))

  it('a new lead is said at each target of the task', () => {
    const after = edited(two, plan => { plan.departments.push({ id: 'jiuzhu', name: '社会救助科' }); plan.chapters[0]!.tasks[0]!.lead = 'jiuzhu' })
    const comparison = comparePlans(two, after)
    expect(comparison.targets.changed.map(target => target.changes)).toEqual([1, 2].map(() => [{ kind: 'lead', before: '养老服务科', after: '社会救助科' }]))
    expect(comparison.others).toEqual(['departments'])
  })

  it('areas by code, facts by name, the rest by part', () => {
    const comparison = comparePlans(two, edited(two, plan => {
      plan.title = '新计划'
      plan.documentNumber = '测民〔2020〕1号'
      plan.period.end = '2021-06-30'
      plan.area.children![0]!.name = '甲镇'
      plan.area.children![1] = { code: 'd', name: '丁镇', level: 'township' }
      plan.chapters[0]!.title = '改名'
      plan.rulings.push({ targets: [], question: '怎样算？', decision: '', status: 'open' })
    }))
    expect(comparison).toMatchObject({
      facts: [{ kind: 'title', before: '测试计划', after: '新计划' }, { kind: 'documentNumber', before: null }, { kind: 'period', after: { start: '2020-01-01', end: '2021-06-30' } }],
      targets: { added: [], removed: [], changed: [] },
      areas: { added: [{ code: 'd', name: '丁镇' }], removed: [{ code: 'b', name: '乙镇' }], renamed: [{ code: 'a', before: '甲街道', after: '甲镇' }] },
      others: ['tasks', 'rulings'],
    })
  })

  it('a field that nothing else names is still a change', () => {
    expect(comparePlans(two, { ...two, $schema: '../plan.schema.json' }).others).toEqual(['format'])
  })
})

describe('entries that lose their place', () => {
  const found = (plan: Plan, events: Parameters<typeof orphansOf>[1]): [Orphan['reason'], string | null, string | null][] =>
    orphansOf(indexPlan(plan), events, indexPlan(two)).map(one => [one.reason, one.targetName, one.areaName])

  it('nothing is orphaned by the plan it was made for', () => {
    expect(found(two, [report('2020-03-01', 'a', 3), allocate({ a: 10, b: 10 }), exempt('paused', 'b')])).toEqual([])
  })

  it.each<[string, (plan: Plan) => void, [string, string | null, string | null]]>([
    ['the target is gone', plan => { targetsOf(plan).shift() }, ['target_gone', '新建服务站', '甲街道']],
    ['the area is gone', plan => { plan.area.children!.shift() }, ['area_gone', '新建服务站', '甲街道']],
    ['the level is wrong', plan => { targetsOf(plan)[0]!.scope = 'whole' }, ['level', '新建服务站', '甲街道']],
    ['the area has parts now', plan => { plan.area.children![0]!.children = [{ code: 'a1', name: '甲一村', level: 'village' }] }, ['level', '新建服务站', '甲街道']],
    ['the payload no longer fits', plan => { Object.assign(targetsOf(plan)[0]!, { measure: 'rate', unit: '%' }) }, ['payload', '新建服务站', '甲街道']],
  ])('a report where %s', (_name, edit, expected) => expect(found(edited(two, edit), [report('2020-03-01', 'a', 3)])).toEqual([expected]))

  it('an allocation that names a lost area, a mark, an amendment; values and authors are told', () => {
    const plan = edited(two, after => { after.area.children!.shift(); targetsOf(after).pop() })
    const events = [
      allocate({ a: 10, b: 10 }, '2020-01-01', '1.1-1', { by: { unit: 'yanglao' } }), exempt('paused', 'a'),
      makeEvent('amend', '2020-05-01', { target: '1.1-2', due: '2020-06-30', reason: '理由' }), report('2020-03-01', 'b', { numerator: 1, denominator: 2 }, '1.1-2'),
    ]
    const orphans = orphansOf(indexPlan(plan), events, indexPlan(two))
    expect(orphans.map(one => [one.type, one.reason, one.value]).sort()).toEqual([
      ['allocate', 'area_gone', { kind: 'shares', count: 2 }], ['amend', 'target_gone', { kind: 'none' }],
      ['exempt', 'area_gone', { kind: 'mark', state: 'paused' }], ['report', 'target_gone', { kind: 'rate', numerator: 1, denominator: 2 }],
    ])
    expect(orphans.find(one => one.type === 'allocate')).toMatchObject({ by: '养老服务科', area: 'a', areaName: '甲街道', unit: '个' })
  })

  it('an entry is read with the words and units of the plan it was made for', () => {
    const staged = makePlan([makeTarget({ measure: 'qualitative', unit: '' }), makeTarget({ id: '1.1-2', unit: '所' })])
    const plan = edited(staged, after => { targetsOf(after).shift(); Object.assign(targetsOf(after)[0]!, { unit: '处', scope: 'whole' }) })
    const orphans = orphansOf(indexPlan(plan), [report('2020-03-01', 'a', { stage: 'advancing' }), report('2020-03-01', 'a', 3, '1.1-2')], indexPlan(staged))
    expect(orphans.map(one => [one.reason, one.value, one.unit]).sort()).toEqual([['level', { kind: 'number', value: 3 }, '所'], ['target_gone', { kind: 'stage', stage: '推进' }, '']])
  })

  it('what was taken back, what another plan said and what is newer than us is not listed', () => {
    const wrong = report('2020-03-01', 'zz', 3)
    const events = [wrong, makeEvent('retract', '2020-03-02', { event: wrong.id, reason: '误填' }), report('2020-03-01', 'zz', 3, '1.1-1', { plan: 'other' }), report('2020-03-01', 'zz', 3, '1.1-1', { v: 2 })]
    expect(found(two, events)).toEqual([])
  })
})
