/** The border of plan files: the five real plans pass, hostile ones are refused whole with path, why and fix. */
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mostProblems, parsePlan } from '../../src/domain/parsePlan'
import { makePlan, makeTarget } from './makers'

const good = () => JSON.parse(JSON.stringify(makePlan([makeTarget()]))) as Record<string, unknown>
interface Loose { id: unknown, period: unknown, departments: unknown, area: { children: unknown[] } }
const edited = (edit: (plan: Loose & Record<string, unknown>) => void): string => { const plan = good(); edit(plan as unknown as Loose & Record<string, unknown>); return JSON.stringify(plan) }
const targetOf = (plan: Record<string, unknown>): Record<string, unknown> => (plan as { chapters: { tasks: { targets: Record<string, unknown>[] }[] }[] }).chapters[0]!.tasks[0]!.targets[0]!

describe('the five plans', () => {
  const folder = new URL('../../data/plans/', import.meta.url)
  it.each(readdirSync(folder))('%s is accepted as it stands', file => {
    const text = readFileSync(new URL(file, folder), 'utf8')
    const parsed = parsePlan(text)
    expect(parsed).toMatchObject({ ok: true })
    if (parsed.ok) expect(parsed.plan).toEqual(JSON.parse(text))
  })
})

const hostile: [string, string, string][] = [
  ['empty', '', 'not_json'],
  ['not JSON', '<html>', 'not_json'],
  ['cut in half', JSON.stringify(good()).slice(0, 200), 'not_json'],
  ['null', 'null', 'plan_invalid_type'],
  ['a list', '[]', 'plan_invalid_type'],
  ['200,000 nested arrays', '['.repeat(200_000), 'nested_too_deep'],
  ['200,000 nested objects', '{"a":'.repeat(200_000), 'nested_too_deep'],
  ['20 MB and more', ' '.repeat(20_000_001), 'file_too_large'],
  ['__proto__', JSON.stringify(good()).replace('"title"', '"__proto__":{"polluted":1},"title"'), 'forbidden_key'],
  ['constructor', JSON.stringify(good()).replace('"title"', '"constructor":{"prototype":{}},"title"'), 'forbidden_key'],
  ['1e309', edited(plan => { targetOf(plan).goal = { op: '>=', value: 0 } }).replace('"value":0', '"value":1e309'), 'number_not_finite'],
  ['a negative count', edited(plan => { targetOf(plan).goal = { op: '>=', value: -5 } }), 'plan_too_small'],
  ['a goal as text', edited(plan => { targetOf(plan).goal = { op: '>=', value: '20' } }), 'plan_invalid_type'],
  ['an unknown measure', edited(plan => { targetOf(plan).measure = 'guess' }), 'plan_invalid_value'],
  ['an unknown field', edited(plan => { targetOf(plan).progress = 5 }), 'plan_unrecognized_keys'],
  ['a missing field', edited(plan => { delete (plan as Partial<Loose>).period }), 'plan_invalid_type'],
  ['a day that does not exist', edited(plan => { targetOf(plan).due = '2020-02-30' }), 'plan_custom'],
  ['bidi controls in a name', edited(plan => { targetOf(plan).name = '服务\u202e站' }), 'plan_custom'],
  ['a lone surrogate', edited(plan => { targetOf(plan).name = '服务\ud800站' }), 'plan_custom'],
  ['a NUL', edited(plan => { targetOf(plan).name = '服务\u0000站' }), 'plan_custom'],
  ['a name too long', edited(plan => { targetOf(plan).name = '站'.repeat(31) }), 'plan_too_big'],
  ['an id with a path', edited(plan => { plan.id = '../x' }), 'plan_invalid_format'],
  ['duplicate target ids', JSON.stringify(makePlan([makeTarget(), makeTarget()])), 'target_repeated'],
  ['a cycle of areas', edited(plan => { plan.area.children.push({ code: 'root', name: '又是自己', level: 'county' }) }), 'area_repeated'],
  ['an unknown lead', edited(plan => { plan.departments = [] }), 'department_unknown'],
  ['an unknown named area', edited(plan => { targetOf(plan).areas = ['zz'] }), 'area_unknown'],
  ['a ladder on a rate', edited(plan => { Object.assign(targetOf(plan), { measure: 'rate', ladder: [{ id: 'a', name: '开工', share: 1 }] }) }), 'ladder_not_count'],
  ['a counting stage that is none', edited(plan => { Object.assign(targetOf(plan), { ladder: [{ id: 'a', name: '开工', share: 1 }], countsAt: 'b' }) }), 'counts_at_unknown'],
  ['a period turned round', edited(plan => { plan.period = { start: '2020-12-31', end: '2020-01-01' } }), 'period_reversed'],
  ['a schedule that falls', edited(plan => { targetOf(plan).schedule = { quarterly: [0.5, 0.4, 0.9, 1] } }), 'schedule_falls'],
  ['a pair that is missing', edited(plan => { targetOf(plan).pair = '9.9-9' }), 'pair_unknown'],
  ['no columns', edited(plan => { plan.area.children = [] }), 'area_without_children'],
]

describe('hostile plan files', () => {
  it.each(hostile)('%s is refused', (_name, text, code) => {
    const parsed = parsePlan(text)
    expect(parsed.ok).toBe(false)
    if (parsed.ok) return
    expect(parsed.problems.map(problem => problem.code)).toContain(code)
    for (const problem of parsed.problems) {
      expect(problem.why).toMatch(/[\u4e00-\u9fff]/)
      expect(problem.fix).toMatch(/[\u4e00-\u9fff]/)
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
  it('hands on at most 100 problems with the total', () => {
    const many = JSON.stringify(makePlan(Array.from({ length: 150 }, () => makeTarget())))
    const parsed = parsePlan(many)
    expect(parsed).toMatchObject({ ok: false, total: 149 })
    if (!parsed.ok) expect(parsed.problems).toHaveLength(mostProblems)
  })
  it('script in a name is data: accepted and kept as text', () => {
    const name = '<img src=x onerror=alert(1)>'
    const parsed = parsePlan(edited(plan => { targetOf(plan).name = name }))
    expect(parsed.ok && targetOf(parsed.plan as unknown as Record<string, unknown>).name).toBe(name)
  })
})
