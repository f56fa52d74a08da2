import { expect, test } from 'vitest'
import { decide } from '../../src/domain/decide'
import { findingsOf } from '../../src/domain/findings'
import { planWithSetUp } from '../../src/domain/setUp'
import { late, makeEvent, makePlan, makeTarget, makeWorld } from './makers'

const plan = { ...makePlan([makeTarget()]), rulings: [{ targets: ['1.1-1'], question: '文件里的问题？', decision: '', status: 'open' as const }] }
const finding = (key: string, status: string, decision = '', at = '2020-06-01') => makeEvent('finding', at, { key, conflict: 'vague', targets: ['1.1-1'], question: `${key}？`, decision, status })

test('findings stand after the rulings of the file in the order of their first record; the latest of one key holds; declined ones are not among them', () => {
  const { history } = makeWorld(plan, [finding('b', 'open'), finding('a', 'decided', '按甲', '2020-06-02'), finding('c', 'declined', '不是一回事', '2020-06-02'), finding('b', 'decided', '按乙', '2020-06-03')])
  expect(planWithSetUp(history, late).rulings.map(one => [one.question, one.status, one.decision])).toEqual([['文件里的问题？', 'open', ''], ['b？', 'decided', '按乙'], ['a？', 'decided', '按甲']])
  expect(findingsOf(history, late).map(one => [one.key, one.status])).toEqual([['b', 'decided'], ['a', 'decided'], ['c', 'declined']])
})

test('a declined finding may be opened again; a retracted one is gone', () => {
  const declined = finding('a', 'declined', '不是')
  const again = makeWorld(plan, [declined, finding('a', 'open', '', '2020-07-01')])
  expect(planWithSetUp(again.history, late).rulings).toHaveLength(2)
  const gone = makeWorld(plan, [finding('a', 'open'), makeEvent('retract', '2020-07-01', { event: finding('x', 'open').id })])
  expect(planWithSetUp(gone.history, late).rulings).toHaveLength(2)
  expect(planWithSetUp(makeWorld(plan, [declined, makeEvent('retract', '2020-07-01', { event: declined.id })]).history, late).rulings).toHaveLength(1)
})

test('a decision or a refusal without words, and a target that the plan does not have, are refused', () => {
  const { history } = makeWorld(plan, [])
  const of = (more: { status: 'open' | 'decided' | 'declined', decision?: string, targets?: string[] }) => decide(history, { kind: 'finding', key: 'k', conflict: 'vague', targets: ['1.1-1'], question: '多少？', decision: '', at: '2020-06-01', ...more }, { today: '2020-06-01', limit: late }).ok
  expect([of({ status: 'open' }), of({ status: 'decided', decision: '按 20' }), of({ status: 'declined', decision: '两件事' })]).toEqual([true, true, true])
  expect([of({ status: 'decided' }), of({ status: 'declined', decision: ' ' }), of({ status: 'open', targets: ['9.9-9'] })]).toEqual([false, false, false])
})
