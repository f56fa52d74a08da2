/** Departments as set up, and two pasted columns. */
import { describe, expect, it } from 'vitest'
import { indexWithSetUp } from '../../src/domain/setUp'
import { freshUnitId, readLeads, unitLines } from '../../src/domain/unitList'
import { makeEvent, makePlan, makeTarget, makeWorld } from './makers'

const limit = '2099-12-31T23:59:59.999Z/ffff/dev-ffffffffffffffff'
const department = (id: string, name: string, more: Record<string, unknown> = {}) => makeEvent('department', '2020-03-01', { id, name, ...more })

describe('departments', () => {
  it('are the plan’s and the ledger’s, with what they lead; an event confirms a name', () => {
    const { history } = makeWorld(makePlan([makeTarget()]), [department('yanglao', '养老科', { short: '养' }), department('unit-1', '新设科'), department('unit-2', '旧科', { retired: true }), makeEvent('assign', '2020-03-01', { task: '1.1', lead: 'unit-1', assist: ['yanglao'] })])
    const lines = unitLines(history, limit)
    expect(lines).toEqual([
      { department: { id: 'yanglao', name: '养老科', short: '养' }, isRetired: false, leads: 0, assists: 1 },
      { department: { id: 'unit-1', name: '新设科' }, isRetired: false, leads: 1, assists: 0 },
      { department: { id: 'unit-2', name: '旧科' }, isRetired: true, leads: 0, assists: 0 },
    ])
    expect(freshUnitId(lines)).toBe('unit-3')
    expect(unitLines(makeWorld(makePlan([makeTarget()]), []).history, limit)[0]!.department.assumed).toBe(true)
  })
})

describe('two pasted columns', () => {
  it('find a task by number, title or target, a department by name or short name; what fits several is left open', () => {
    const plan = makePlan([makeTarget({ short: '服务站' })])
    plan.chapters[0]!.tasks.push({ id: '1.2', section: '二', title: '社会救助', lead: 'yanglao', targets: [makeTarget({ id: '1.2-1', name: '救助资金发放' })] }, { id: '1.3', section: '三', title: '社会组织', lead: 'yanglao', targets: [makeTarget({ id: '1.3-1', name: '登记' })] })
    const { history } = makeWorld(plan, [department('jz', '社会救助科', { short: '救助' }), department('shzz', '社会组织科')])
    const read = readLeads('任务\t科室\n1.1\t救助\n社会组织\t社会组织科\n1.2-1　养老服务科\n救助资金\t社会\n社会\t养老\n只有一列', indexWithSetUp(history, limit))
    expect(read.map(one => [one.line, one.task?.id ?? null, one.unit?.id ?? null])).toEqual([[2, '1.1', 'jz'], [3, '1.3', 'shzz'], [4, '1.2', 'yanglao'], [5, '1.2', null], [6, null, 'yanglao']])
  })
})
