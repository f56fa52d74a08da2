/** Packs with scores, boards of many areas and slips, for the tests of ranking. */
import fc from 'fast-check'
import type { AreaStanding, Board, Figure, Lamp, Row } from '../../src/domain/board'
import { lampCodes } from '../../src/domain/board'
import { defaultLampRules } from '../../src/domain/lampRules'
import { standingOf, rankAmong } from '../../src/domain/rollUp'
import type { RulePack, ScoreRule, ScoreRules } from '../../src/domain/rulePack'
import { defaultPack } from '../../src/domain/rulePack'
import type { Slip } from '../../src/domain/slip'
import { makeTarget } from './makers'

export const makeRule = (fields: Partial<ScoreRule> = {}): ScoreRule => ({ id: 'pace', name: '达序', scope: 'area', formula: '60 * onPace / active', min: null, max: null, floor: null, cap: null, evidence: '挂图', exempt: [], ...fields })

export const packOf = (rules: readonly ScoreRule[], fields: Partial<ScoreRules> = {}): RulePack => ({
  ...defaultPack, id: 'scored', name: '评分规则', score: { start: 0, rules, groups: [], ties: 'shared', grades: [], gradeCaps: [], overCap: 1, veto: null, lists: null, ...fields },
})

const shares: Partial<Record<Lamp, [progress: number, gap: number]>> = { done: [1, 0.3], caught_up_late: [1, 0], ahead: [0.9, 0.2], on_pace: [0.7, 0], near_due: [0.7, 0], slightly_behind: [0.5, -0.2], behind: [0.2, -0.5], overdue: [0.6, -0.4] }

/** A cell with a lamp and figures that fit it. */
export function makeCell(target: string, area: string, lamp: Lamp | null, fields: Partial<Figure> = {}): Figure {
  const [progress, gap] = lamp === null ? [null, null] : shares[lamp] ?? [null, null]
  return {
    target, area, value: progress, goal: lamp === null ? null : 1, completion: progress, progress, pace: lamp === null ? null : 0.7, gap, lamp, at: null, stale: false, asked: lamp !== null, reported: progress === null ? 0 : 1, askedAreas: lamp === null ? 0 : 1, detail: null, ...fields,
  }
}

/** A board of columns (area → its lamps, target by target). */
export function makeBoard(columns: Readonly<Record<string, readonly (Lamp | null | Figure)[]>>): Board {
  const codes = Object.keys(columns)
  const height = Math.max(0, ...Object.values(columns).map(lamps => lamps.length))
  const rows = Array.from({ length: height }, (_, i): Row => {
    const id = `1.1-${i + 1}`
    const cells = codes.map(code => {
      const one = columns[code]![i] ?? null
      return one === null || typeof one === 'string' ? makeCell(id, code, one) : { ...one, target: id, area: code }
    })
    return { target: makeTarget({ id }), due: '2020-12-31', rules: defaultLampRules, total: { ...makeCell(id, codes[0]!, null), area: null, reported: cells.reduce((sum, cell) => sum + cell.reported, 0) }, cells, allocated: null }
  })
  const bare = codes.map((area, j): AreaStanding => ({ area, rank: null, ...standingOf(rows.map(row => row.cells[j]!)) }))
  const areas = bare.map(one => ({ ...one, rank: rankAmong(one, bare) }))
  return { plan: 'test-2020', asOf: '2020-09-15', knownAt: '2099-01-01', rulePack: 'default', rules: defaultLampRules, rows, areas, chapters: [], total: standingOf([]) }
}

export const makeSlip = (lead: string, fields: Partial<Slip> = {}): Slip => ({
  order: { id: `${lead}-${fields.due ?? ''}`, number: '2020-01', title: '一事', level: 'blue', levels: [], escalation: [], basis: '', request: '办', lead, assist: [], due: '2020-09-01', closure: [] },
  event: 'e', issued: '2020-08-01', unit: null, state: 'received', level: 'blue', due: '2020-09-01', receivedOn: null, appliedOn: null, closedOn: null, replies: [], extensions: [], pending: null, reminders: 0, interviews: 0, reopened: 0, met: [], acceptance: '', past: [], outOfTurn: [], isNumberTwice: false, ...fields,
})

const lamp = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...lampCodes) }, { weight: 1, arbitrary: fc.constant(null) })
/** Random boards of some areas. */
export const randomBoard: fc.Arbitrary<Board> = fc.integer({ min: 1, max: 7 }).chain(width => fc.array(fc.array(lamp, { minLength: 5, maxLength: 5 }), { minLength: width, maxLength: width }))
  .map(columns => makeBoard(Object.fromEntries(columns.map((lamps, j) => [`a${j}`, lamps]))))

const bound = fc.option(fc.integer({ min: -20, max: 0 }), { nil: null })
const top = fc.option(fc.integer({ min: 0, max: 40 }), { nil: null })
const formulas = { area: ['60 * onPace / active', '-2 * red', '100 * rate - 50', '-5 * overdueSlips + closedOnTime', '10 / max(1, openSlips)', '-0.5 * max(0, 98 - 100 * rate)'], cell: ['60 * completion / of', '-100 * lag / 3', '2 * isDone - 2 * isOverdue', '20 * max(0, completion - 1) - isNoData', 'progress * pace'] } as const
const rule = fc.constantFrom('area' as const, 'cell' as const).chain(scope => fc.record({ scope: fc.constant(scope), formula: fc.constantFrom(...formulas[scope]), min: bound, max: top, floor: bound, cap: top, exempt: fc.subarray<Lamp>(['no_data', 'overdue', 'done']) }))

export const randomPack: fc.Arbitrary<RulePack> = fc.record({
  start: fc.constantFrom(0, 100), rules: fc.array(rule, { minLength: 1, maxLength: 4 }).map(list => list.map((one, i) => makeRule({ ...one, id: `r${i}`, name: `规则${i}` }))),
  groups: fc.constantFrom([], [{ name: '甲组', areas: ['a0', 'a2', 'a4'] }]), ties: fc.constantFrom('shared' as const, 'dense' as const), overCap: fc.constantFrom(1, 1.3),
  grades: fc.constantFrom([], [{ name: '优秀', from: 90 }, { name: '良好', from: 60 }, { name: '一般', from: -1000 }]), gradeCaps: fc.constantFrom([], [{ when: 'red_cells' as const, least: 2, best: '良好' }]),
  veto: fc.constantFrom(null, { basis: '某办法第十条', when: 'red_cells' as const, least: 4 }), lists: fc.constantFrom(null, { red: { top: 2 }, black: { bottom: 2 } }),
}).map(({ rules, ...fields }) => packOf(rules, fields))

export const randomSlips: fc.Arbitrary<Slip[]> = fc.array(fc.record({ lead: fc.constantFrom('a0', 'a1', 'a2', 'b9'), due: fc.constantFrom('2020-09-01', '2020-12-01'), state: fc.constantFrom('issued' as const, 'closed' as const) }), { maxLength: 6 })
  .map(list => list.map(({ lead, due, state }) => makeSlip(lead, { due, state, closedOn: state === 'closed' ? '2020-09-10' : null })))
