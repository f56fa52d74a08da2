/** Small seeded makers of plans and ledgers for tests: no pasted JSON. */
import type { Plan, PlanIndex, Target } from '../../src/domain/plan'
import type { LedgerEvent } from '../../src/domain/event'
import { indexPlan } from '../../src/domain/plan'
import { foldEvents } from '../../src/domain/history'
import type { History } from '../../src/domain/history'
import { boardOf } from '../../src/domain/rollUp'
import type { Board, Figure } from '../../src/domain/board'
import { eventHash } from '../../src/domain/hash'

/** A target with sensible defaults: count of 20 个, asked of areas, linear over 2020. */
export function makeTarget(fields: Partial<Target> = {}): Target {
  return {
    id: '1.1-1', name: '新建服务站', measure: 'count', unit: '个', goal: { op: '>=', value: 20 }, scope: 'area',
    source: { section: '一', figure: '20个' }, criteria: [], note: '', ...fields,
  }
}

/** A plan of one chapter and task with the given targets over areas a, b, c (c has leaves c1, c2 when `deep`). */
export function makePlan(targets: Target[], options: { deep?: boolean } = {}): Plan {
  return {
    id: 'test-2020', title: '测试计划', issuer: '测试局', documentNumber: null, issued: '2020-01-10',
    period: { start: '2020-01-01', end: '2020-12-31' },
    area: {
      code: 'root', name: '测试市', level: 'county', children: [
        { code: 'a', name: '甲街道', level: 'township' },
        { code: 'b', name: '乙镇', level: 'township' },
        { code: 'c', name: '丙镇', level: 'township', ...(options.deep && { children: [
          { code: 'c1', name: '丙一村', level: 'village' as const }, { code: 'c2', name: '丙二村', level: 'village' as const }] }) },
      ],
    },
    departments: [{ id: 'yanglao', name: '养老服务科', assumed: true }],
    chapters: [{ id: '1', title: '第一章', tasks: [{ id: '1.1', section: '一', title: '任务', lead: 'yanglao', targets }] }],
    rulings: [],
  }
}

let made = 0

/** An event with a fresh id; `n` orders `recordedAt` (later events later unless told). */
export function makeEvent(type: string, at: string, data: Record<string, unknown>, fields: Partial<LedgerEvent> = {}): LedgerEvent {
  made += 1
  const event = {
    v: 1, id: `e${String(made).padStart(8, '0')}`, plan: 'test-2020', type, at,
    recordedAt: `2020-01-01T00:00:00.000Z/${(made % 65536).toString(16).padStart(4, '0')}/dev-0000000000000001`,
    device: 'dev-0000000000000001', by: {}, data, prev: null, hash: '', ...fields,
  }
  return { ...event, hash: eventHash(event) }
}

export const report = (at: string, area: string, payload: Record<string, unknown> | number, target = '1.1-1', fields: Partial<LedgerEvent> = {}): LedgerEvent =>
  makeEvent('report', at, { target, area, ...(typeof payload === 'number' ? { value: payload } : payload) }, fields)

export const allocate = (shares: Record<string, number | null>, at = '2020-01-01', target = '1.1-1', fields: Partial<LedgerEvent> = {}): LedgerEvent =>
  makeEvent('allocate', at, { target, shares }, fields)

export const exempt = (state: string, area: string | undefined, at = '2020-01-01', target = '1.1-1'): LedgerEvent =>
  makeEvent('exempt', at, { target, ...(area !== undefined && { area }), reason: '理由', state })

export const late = '2099-01-01'

export interface World { index: PlanIndex, history: History, board: (asOf: string, knownAt?: string) => Board, cell: (area: string, asOf: string, target?: string) => Figure, total: (asOf: string, target?: string) => Figure }

/** A plan and a ledger with short ways to ask for cells and totals. */
export function makeWorld(plan: Plan, events: readonly LedgerEvent[]): World {
  const index = indexPlan(plan)
  const history = foldEvents(index, events)
  const board = (asOf: string, knownAt = late) => boardOf(history, { asOf, knownAt })
  return {
    index, history, board,
    cell: (area, asOf, target = '1.1-1') => board(asOf).rows.find(row => row.target.id === target)!.cells.find(cell => cell.area === area)!,
    total: (asOf, target = '1.1-1') => board(asOf).rows.find(row => row.target.id === target)!.total,
  }
}

/** The world of one target. */
export const worldOf = (target: Partial<Target>, events: readonly LedgerEvent[] = [], options: { deep?: boolean } = {}): World =>
  makeWorld(makePlan([makeTarget(target)], options), events)
