/** 亮灯依据 and 转绿最少 by measure; changes between boards; courses; board.json. */
import { expect, it } from 'vitest'
import { attentionOf } from '../../src/domain/changes'
import { changesBetween } from '../../src/domain/turns'
import { boardFileOf, serializeBoard } from '../../src/domain/boardFile'
import { courseOf } from '../../src/domain/curve'
import { explainFigure, nextCheckDay } from '../../src/domain/explain'
import { headOf, sha256Hex } from '../../src/domain/hash'
import { knownAtLimit } from '../../src/domain/clock'
import type { Target } from '../../src/domain/plan'
import type { LedgerEvent } from '../../src/domain/event'
import { allocate, report, worldOf } from './makers'

const asOf = '2020-09-15'

function explained(target: Partial<Target>, events: readonly LedgerEvent[], area: string | null = 'a', meetings: string[] = []) {
  const world = worldOf(target, events)
  const row = world.board(asOf).rows[0]!
  return explainFigure(world.index.plan, row, area === null ? row.total : row.cells.find(cell => cell.area === area)!, asOf, meetings)
}

it('says 应 实 差 in shares and units', () => {
  const why = explained({}, [allocate({ a: 3 }), report(asOf, 'a', 0)])
  expect(why).toMatchObject({ lamp: 'behind', should: 2 / 3, shouldAmount: 2, actual: 0, toGreen: { kind: 'amount', amount: 2, by: '2020-09-30' } })
})
it('counts to the next meeting where one is set', () => {
  expect(nextCheckDay(asOf, ['2020-08-14', '2020-10-20', '2020-09-28'])).toBe('2020-09-28')
  expect(explained({}, [allocate({ a: 20 }), report(asOf, 'a', 0)], 'a', ['2020-12-31']).toGreen).toMatchObject({ by: '2020-12-31', amount: 19 })
})
it('rates: further numerator on the same denominator', () => {
  const rate = { measure: 'rate' as const, unit: '%', goal: { op: '>=' as const, value: 100 } }
  expect(explained(rate, [report(asOf, 'a', { numerator: 10, denominator: 100 })]).toGreen).toEqual({ kind: 'amount', amount: 60, by: '2020-09-30' })
  expect(explained(rate, []).toGreen).toEqual({ kind: 'report', by: '2020-09-30' })
})
it('stages: the next stage that is green', () => {
  expect(explained({ measure: 'qualitative' }, [report(asOf, 'a', { stage: 'none' })]).toGreen).toEqual({ kind: 'stages', steps: 3, stage: '完成', by: '2020-09-30' })
  const stages = [{ id: 'x', name: '立项', due: '2020-03-31' }, { id: 'y', name: '开工', due: '2020-11-30' }]
  expect(explained({ measure: 'milestone', scope: 'whole', stages }, [report(asOf, 'root', { stages: {} })], null).toGreen).toMatchObject({ kind: 'stages', steps: 1, stage: '立项' })
})
it('items: the stage of a single site; how many of several', () => {
  const ladder = [{ id: 's', name: '开工', share: 0.3 }, { id: 'f', name: '主体', share: 0.7 }, { id: 'd', name: '验收', share: 1 }]
  const one = explained({ ladder }, [allocate({ a: 1 }), report(asOf, 'a', { items: [{ id: '1', name: '站', stage: 's' }] })])
  expect(one.toGreen).toMatchObject({ kind: 'stages', stage: '主体', steps: 1 })
  expect(explained({ ladder }, [allocate({ a: 4 }), report(asOf, 'a', 1)]).toGreen).toMatchObject({ kind: 'amount', amount: 2 })
})
it('shares of areas: how many more areas; ceilings: how much less', () => {
  expect(explained({ measure: 'standard', goal: { op: '>=', value: 600 }, due: '2020-08-31' }, [report(asOf, 'a', 700)], null).toGreen).toEqual({ kind: 'areas', areas: 2, by: '2020-09-30' })
  expect(explained({ goal: { op: '<=', value: 5 } }, [allocate({ a: 5 }), report(asOf, 'a', 8)]).toGreen).toEqual({ kind: 'reduce', amount: 3, by: '2020-09-30' })
})
it('nothing to do where the lamp is green or there is none', () => {
  expect(explained({}, [allocate({ a: 3 }), report(asOf, 'a', 3)]).toGreen).toBeNull()
  expect(explained({}, [report(asOf, 'a', 3)]).toGreen).toBeNull()
})

it('changes between two days: worse, better, value only; attention is worst first', () => {
  const world = worldOf({ goal: { op: '>=', value: 200 } }, [
    allocate({ a: 100, b: 100, c: 100 }), report('2020-06-01', 'a', 50), report('2020-06-01', 'b', 0), report('2020-06-01', 'c', 60), report('2020-09-01', 'b', 100), report('2020-09-01', 'c', 75),
  ])
  const changes = changesBetween(world.board('2020-06-30'), world.board(asOf))
  expect(changes.map(change => [change.area, change.turn])).toEqual([['a', 'worse'], [null, 'better'], ['b', 'better'], ['c', 'same']])
  expect(attentionOf(world.board(asOf)).map(figure => figure.area)).toEqual(['a'])
})

it('the course of a cell and of a total', () => {
  const world = worldOf({}, [allocate({ a: 10 }), report('2020-03-01', 'a', 2), report('2020-06-01', 'a', 5), report('2020-06-01', 'b', 5), report('2020-12-01', 'a', 9)])
  const when = { asOf, limit: knownAtLimit('2099-01-01') }
  expect(courseOf(world.index, world.history, '1.1-1', 'a', when)).toMatchObject({ goal: 10, actual: [{ at: '2020-03-01', value: 2, progress: 0.2 }, { at: '2020-06-01', value: 5, progress: 0.5 }] })
  expect(courseOf(world.index, world.history, '1.1-1', null, when)!.actual.map(point => point.value)).toEqual([2, 10])
  expect(courseOf(world.index, world.history, 'nope', null, when)).toBeNull()
})

it('board.json names its ledger: events, head, plan hash; totals carry no area', () => {
  const events = [allocate({ a: 10 }), report('2020-03-01', 'a', 2)]
  const world = worldOf({}, events)
  const file = boardFileOf(world.board(asOf), world.history, false)
  expect(file).toMatchObject({ format: 'guatu-board/1', plan: 'test-2020', asOf, knownAt: '2099-01-01', events: 2, demo: false, rulePack: 'default' })
  expect(file.head).toBe(sha256Hex(events.map(event => event.hash).sort().join('\n')))
  expect(headOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(Object.keys(file.cells[0]!)).toEqual(['target', 'area', 'value', 'goal', 'completion', 'progress', 'pace', 'gap', 'lamp', 'at', 'stale'])
  expect(Object.keys(file.targets[0]!)).not.toContain('area')
  expect(JSON.parse(serializeBoard(file))).toEqual(JSON.parse(JSON.stringify(file)))
})
