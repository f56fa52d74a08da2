/** Cuts of the board: all chapters together are all rows, and every figure of a cut is the board's own. */
import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Board } from '../../../src/domain/board'
import { demoEvents } from '../../../src/domain/demo'
import { foldEvents } from '../../../src/domain/history'
import { indexPlan } from '../../../src/domain/plan'
import type { Plan, PlanIndex } from '../../../src/domain/plan'
import { boardOf, standingOf } from '../../../src/domain/rollUp'
import { entriesOf } from '../../../src/components/board/boardEntries'
import { kindOf } from '../../../src/wording/columnGroups'
import { cutBoard, noCut, partsOf, roleOf } from '../../../src/views/cuts/cutBoard'
import { cutChips } from '../../../src/views/cuts/cutChips'
import { zhCut } from '../../../src/views/cuts/cutWords'
import { mineOf } from '../../../src/views/cuts/mine'
import { drawnFigures, waitingOf } from '../../../src/views/waiting'
import { zhCN } from '../../../src/app/messages/zhCN'
import { cutNames } from '../../../src/views/useBoardQuery'

const plans = readdirSync('data/plans').map(file => JSON.parse(readFileSync(`data/plans/${file}`, 'utf8')) as Plan)
const worlds = plans.map((plan): { index: PlanIndex, board: Board } => {
  const index = indexPlan(plan)
  return { index, board: boardOf(foldEvents(index, demoEvents(index)), { asOf: `${plan.period.start.slice(0, 4)}-09-15`, knownAt: '2099-01-01' }) }
})
const jinjiang = worlds.find(({ index }) => index.plan.id === 'jinjiang-2020')!
const cutOf = ({ index, board }: { index: PlanIndex, board: Board }, cut: Parameters<typeof cutBoard>[2]) => cutBoard(index, board, cut, zhCut.roles)
const ids = (board: Board): string[] => board.rows.map(row => row.target.id)

describe('rows', () => {
  it.each(worlds)('the chapters of $index.plan.id together are all rows, each once, with the standing of the board', ({ index, board }) => {
    const parts = index.plan.chapters.map(chapter => cutOf({ index, board }, { chapter: chapter.id }))
    expect(parts.flatMap(part => ids(part.board))).toEqual(ids(board))
    parts.forEach((part, i) => {
      const { chapter: _, ...standing } = board.chapters[i]!
      expect(part.standing).toEqual(standing)
      for (const row of part.board.rows) expect(board.rows).toContain(row)
    })
  })

  it.each(worlds)('every row of $index.plan.id is led by one department, and an assisting one sees it too', ({ index, board }) => {
    const led = index.plan.departments.flatMap(one => cutOf({ index, board }, { department: one.id }).board.rows.filter(row => roleOf(index.targets.get(row.target.id)!.task, one.id) === 'lead').map(row => row.target.id))
    expect(led.sort()).toEqual(ids(board).sort())
    for (const one of index.plan.departments) {
      const part = cutOf({ index, board }, { department: one.id })
      expect(part.roles!.lead + part.roles!.assist).toBe(part.board.rows.length)
      expect(part.standing).toEqual(standingOf(part.board.rows.map(row => row.total)))
    }
  })

  it('a department reads what it leads before what it assists, and its part stands in the row', () => {
    const { index } = jinjiang
    const assisted = index.plan.chapters.flatMap(chapter => chapter.tasks).find(task => (task.assist ?? []).length > 0 && task.targets.length > 0)!
    const part = cutOf(jinjiang, { department: assisted.assist![0]! })
    expect(part.roles!.assist).toBeGreaterThan(0)
    for (const section of part.sections) {
      const words = section.figures.map(line => line.department)
      expect(words).toEqual([...words].sort((a, b) => Number(a === '协办') - Number(b === '协办')))
    }
    const line = part.sections.flatMap(section => section.figures).find(one => one.placed.task.id === assisted.id)!
    expect(line.department).toBe('协办')
    expect(line.departmentName).toContain(index.departments.get(assisted.lead)!.name)
  })

  it('draws every row of a cut, also those that the board folds', () => {
    const part = cutOf(jinjiang, { chapter: '2' })
    expect(entriesOf(part.sections, [], null).filter(entry => entry.kind === 'row')).toHaveLength(part.board.rows.length)
  })
})

describe('columns', () => {
  it('a township stands alone, with its standing of the board and its rank among all', () => {
    const { index, board } = jinjiang
    index.columns.forEach(({ area }, j) => {
      const part = cutOf(jinjiang, { area: area.code })
      expect(part.index.columns.map(column => column.area.code)).toEqual([area.code])
      expect(part.board.areas).toEqual([board.areas[j]])
      expect(part.ranked).toEqual(board.areas)
      expect([part.standing.onPace, part.standing.active]).toEqual([board.areas[j]!.onPace, board.areas[j]!.active])
      for (const row of part.board.rows) expect(row.cells).toEqual([board.rows.find(one => one.target.id === row.target.id)!.cells[j]])
    })
  })

  it('the kinds of place together are all columns', () => {
    const { index, board } = jinjiang
    const kinds = [...new Set(index.columns.map(column => kindOf(column.area)))]
    expect(kinds).toEqual(['街道', '镇'])
    const parts = kinds.map(group => cutOf(jinjiang, { group }))
    expect(parts.flatMap(part => part.board.areas)).toEqual(board.areas)
    for (const part of parts) expect(part.standing).toEqual(standingOf(part.board.rows.flatMap(row => row.cells)))
  })

  it('rows that did not change stay the same objects, so that they are not drawn again', () => {
    const [one, two] = [cutOf(jinjiang, { group: '镇' }), cutOf(jinjiang, { group: '镇' })]
    one.board.rows.forEach((row, i) => expect(two.board.rows[i]).toBe(row))
    one.sections.flatMap(section => section.figures).forEach((line, i) => expect(two.sections.flatMap(section => section.figures)[i]).toBe(line))
  })
})

it('any combination holds what all its parts hold, and counts only that', () => {
  const { index, board } = jinjiang
  const part = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
  fc.assert(fc.property(part([...index.plan.chapters.map(one => one.id), 'nowhere']), part(index.plan.departments.map(one => one.id)), part(index.columns.map(one => one.area.code)), part(['街道', '镇']), (chapter, department, area, group) => {
    const cut = Object.fromEntries(Object.entries({ chapter, department, area, group }).filter(([, value]) => value !== undefined))
    const all = cutOf(jinjiang, cut)
    for (const id of ids(all.board)) for (const one of Object.entries(cut)) if (!(one[0] === 'group' && area !== undefined)) expect(ids(cutOf(jinjiang, { [one[0]]: one[1] }).board)).toContain(id)
    const figures = area === undefined && group === undefined ? all.board.rows.map(row => row.total) : all.board.rows.flatMap(row => row.cells)
    expect(all.standing).toEqual(standingOf(figures))
    expect(all.standing.active).toBeLessThanOrEqual(board.total.active + board.areas.reduce((sum, one) => sum + one.active, 0))
  }), { numRuns: 120 })
})

it('a cut is named in full, part by part', () => {
  const cut = partsOf(['2', 'yanglao', '', ''].join('\n'))
  expect(cut).toEqual({ chapter: '2', department: 'yanglao' })
  const chips = cutChips(jinjiang.index, cut, cutOf(jinjiang, cut), 'lag', zhCut, zhCN)
  expect(chips.map(chip => chip.part)).toEqual(['chapter', 'department', 'lamp'])
  expect(chips.map(chip => chip.name)).toEqual(['二、提升养老品质', '养老服务科', '滞后'])
  expect(cutChips(jinjiang.index, { group: '镇' }, cutOf(jinjiang, { group: '镇' }), null, zhCut, zhCN)).toEqual([{ part: 'group', name: '镇', more: '13' }])
  expect(Object.keys(noCut).sort()).toEqual([...cutNames, 'lamp'].sort())
})

it('what waits for a report is what has no value or an old one', () => {
  const { unreported, stale } = waitingOf(drawnFigures(jinjiang.board))
  expect(unreported.length).toBe(drawnFigures(jinjiang.board).filter(figure => figure.lamp === 'no_data').length)
  expect(stale.every(figure => figure.stale && figure.value !== null)).toBe(true)
  expect(stale.some(figure => unreported.includes(figure))).toBe(false)
})

it('mine is the cut of a department, the page of a township, the whole board of the office; else it is asked', () => {
  const { index } = jinjiang
  const lead = (unit: string | null) => mineOf(index, unit, ['办公室'], { at: '2020-06-30', lamp: 'sev', my: '1' })
  expect(lead('yanglao')).toEqual({ path: '/plan/jinjiang-2020', query: { at: '2020-06-30', department: 'yanglao' } })
  expect(lead('350582001')).toEqual({ path: '/plan/jinjiang-2020/area/350582001', query: { at: '2020-06-30' } })
  expect(lead('办公室')).toEqual({ path: '/plan/jinjiang-2020', query: { at: '2020-06-30' } })
  expect([lead(null), lead('a unit of another plan')]).toEqual([null, null])
})
