/** Next year's plan file: it passes the border for every plan, and carries what the year decided. */
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { demoEvents } from '../../src/domain/demo'
import { foldEvents } from '../../src/domain/history'
import { nextYearPlan, planText } from '../../src/domain/nextYear'
import { parsePlan } from '../../src/domain/parsePlan'
import type { Plan } from '../../src/domain/plan'
import { indexPlan } from '../../src/domain/plan'
import { dataFolder } from '../tools/projectFiles'
import { allocate, exempt, makeEvent, makePlan, makeTarget, makeWorld, report } from './makers'
import { ledger, index as randomIndex } from './randomLedger'

const limit = '2099-12-31T23:59:59.999Z/ffff/dev-ffffffffffffffff'
const ids = ['quanzhou-tsz-2023', 'zhengxiang-2022', 'jinjiang-2020', 'jiangsu-2023', 'xiamen-2022']
const problemsOf = (plan: Plan) => { const parsed = parsePlan(planText(plan)); return parsed.ok ? [] : parsed.problems }

describe('next year', () => {
  it.each(ids)('%s with its demo year passes the border', id => {
    const index = indexPlan(JSON.parse(readFileSync(join(dataFolder, 'plans', `${id}.json`), 'utf8')) as Plan)
    const plan = nextYearPlan(foldEvents(index, demoEvents(index)), limit, true)
    expect(problemsOf(plan)).toEqual([])
    const year = Number(index.plan.period.start.slice(0, 4)) + 1
    expect([plan.id, plan.period.start, plan.documentNumber]).toEqual([index.plan.id.replace(/\d{4}$/, String(year)), `${year}-01-01`, null])
    expect(plan.title).toBe(`${index.plan.title.replace(String(year - 1), String(year))}（演示数据）`)
    expect(plan.chapters.flatMap(chapter => chapter.tasks.flatMap(task => task.targets)).every(target => target.note.includes('待核'))).toBe(true)
  })

  it('carries what is in force on the last day', () => {
    const planned = makePlan([
      makeTarget({ note: '原注', due: '2020-10-31' }), makeTarget({ id: '1.1-2', measure: 'stock', goal: { op: '>=', value: 300 }, baseline: { value: 100, at: '2019-12-31' } }),
      makeTarget({ id: '1.1-3', measure: 'milestone', scope: 'whole', stages: [{ id: 'x', name: '立项', due: '2020-02-29' }] }),
    ])
    planned.rulings.push({ targets: ['1.1-1'], question: '几个？', decision: '', status: 'open' })
    const { history } = makeWorld(planned, [
      makeEvent('amend', '2020-05-01', { target: '1.1-1', goal: { op: '>=', value: 18 }, due: '2020-11-30', schedule: { points: [{ at: '2020-06-30', share: 0.6 }, { at: '2020-08-31', share: 0.5 }] }, reason: '调' }),
      allocate({ a: 10, b: 8, c: null }), exempt('exempt', 'b'), report('2020-12-31', 'a', 120, '1.1-2'), report('2020-12-31', 'b', 60, '1.1-2'),
      makeEvent('department', '2020-03-01', { id: 'yanglao', name: '养老科', short: '养老' }), makeEvent('department', '2020-03-01', { id: '新 科', name: '新设科室', short: '新设科' }),
      makeEvent('assign', '2020-03-01', { task: '1.1', lead: '新 科', assist: ['yanglao', 'gone'] }), makeEvent('ruling', '2020-04-01', { ruling: 0, decision: '按 18', status: 'decided' }),
    ])
    const next = nextYearPlan(history, limit, false)
    expect(problemsOf(next)).toEqual([])
    const [count, stock, milestone] = next.chapters[0]!.tasks[0]!.targets
    expect(count).toMatchObject({ goal: { op: '>=', value: 18 }, due: '2021-11-30', allocation: { a: 10, b: 8, c: null }, schedule: { points: [{ at: '2021-06-30', share: 0.6 }, { at: '2021-08-31', share: 0.6 }] } })
    expect(count!.note).toMatch(/^原注［由2020年计划结转.*上年有 1 个区域列免或暂停］$/)
    expect(stock).toMatchObject({ baseline: { value: 180, at: '2020-12-31' } })
    expect(stock!.note).toContain('只合计了 2 个已报区域')
    expect(milestone!.stages![0]!.due).toBe('2021-02-28')
    expect(next.departments).toEqual([{ id: 'yanglao', name: '养老科', short: '养老' }, { id: 'unit-2', name: '新设科室', short: '新设' }, { id: 'gone', name: 'gone', assumed: true }])
    expect(next.chapters[0]!.tasks[0]).toMatchObject({ lead: 'unit-2', assist: ['yanglao', 'gone'] })
    expect(next.rulings[0]).toMatchObject({ decision: '按 18', status: 'decided' })
    expect([next.id, next.title, next.issued]).toEqual(['test-2021', '测试计划', '2021-01-10'])
  })

  it('passes whatever the ledger holds', () => {
    const odd = fc.array(fc.record({
      target: fc.constantFrom(...randomIndex.targets.keys()), at: fc.constantFrom('2020-02-29', '2020-06-30'),
      goal: fc.option(fc.record({ op: fc.constant('>='), value: fc.double({ min: -50, max: 50, noNaN: true }) }), { nil: undefined }),
      due: fc.option(fc.constantFrom('2019-01-01', '2020-02-29', '2021-05-01'), { nil: undefined }),
      schedule: fc.option(fc.array(fc.double({ min: -2, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 }).map(quarterly => ({ quarterly })), { nil: undefined }),
    }), { maxLength: 4 })
    fc.assert(fc.property(ledger, odd, (events, amendments) => {
      const more = amendments.map(({ at, ...fields }) => makeEvent('amend', at, { ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)), reason: '调' }))
      expect(problemsOf(nextYearPlan(foldEvents(randomIndex, [...events, ...more]), limit, false))).toEqual([])
    }), { numRuns: 40 })
  })
})
