/** A plan with every measure and a ledger behind it, for workbooks of tests. */
import type { FillInInput } from '../../src/intake/fillInInput'
import type { World } from '../domain/makers'
import { allocate, late, makePlan, makeTarget, makeWorld, report } from '../domain/makers'

const ladder = [{ id: 'site', name: '选址', share: 0 }, { id: 'build', name: '主体', share: 0.5 }, { id: 'run', name: '运营', share: 1 }]

export const everyMeasure: World = makeWorld(makePlan([
  makeTarget(),
  makeTarget({ id: '1.1-2', name: '覆盖率', measure: 'rate', unit: '%', goal: { op: '>=', value: 60 } }),
  makeTarget({ id: '1.1-3', name: '完善制度', measure: 'qualitative', unit: '' }),
  makeTarget({ id: '1.1-4', name: '建设中心', measure: 'milestone', unit: '', stages: [{ id: 's1', name: '立项', due: '2020-03-31' }, { id: 's2', name: '开工', due: '2020-09-30' }] }),
  makeTarget({ id: '1.1-5', name: '建站', ladder }),
  makeTarget({ id: '1.1-6', name: '投入资金', measure: 'amount', unit: '万元', scope: 'whole', goal: { op: '>=', value: 500 } }),
]), [
  allocate({ a: 8, b: 12, c: null }), report('2020-06-30', 'a', 3), report('2020-06-30', 'a', { stages: { s1: '2020-03-01' } }, '1.1-4'),
  report('2020-06-30', 'a', { items: [{ id: 'x1', name: '东园站', stage: 'site' }] }, '1.1-5'),
])

export function fillInInput(fields: Partial<FillInInput> = {}, world: World = everyMeasure): FillInInput {
  return { index: world.index, history: world.history, limit: `${late}T00:00:00.000Z/ffff/dev-ffffffffffffffff`, at: '2020-09-30', period: '2020-09', unit: null, isDemo: false, ...fields }
}
