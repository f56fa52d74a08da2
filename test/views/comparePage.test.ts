/** The compare page says what the boards say: counts of its matrix are the boards' own, every turned cell is in the list once, and the files hold the list. */
import { describe, expect, it } from 'vitest'
import { enCompare } from '../../src/components/compare/enCompare'
import { zhCompare } from '../../src/components/compare/zhCompare'
import { groupCounts, groupOf } from '../../src/wording/lampLook'
import { countLamps } from '../../src/components/board/countLamps'
import { en } from '../../src/app/messages/en'
import { zhCN } from '../../src/app/messages/zhCN'
import { compareBoards, figuresIn, summaryOf } from '../../src/domain/comparison'
import { knownAtLimit } from '../../src/domain/clock'
import { demoEvents } from '../../src/domain/demo'
import { foldEvents } from '../../src/domain/history'
import { laterEntries } from '../../src/domain/laterEntries'
import { indexPlan } from '../../src/domain/plan'
import type { Plan } from '../../src/domain/plan'
import { boardOf } from '../../src/domain/rollUp'
import { changesCsv, changesText, csvName } from '../../src/views/compare/changeFile'
import { byTarget, laterLinesOf, lineGroupsOf } from '../../src/views/compare/changeLines'
import { causeLinesOf, flowOf, knownScope, miniSectionsOf, reseenOf } from '../../src/views/compare/comparePage'
import jinjiang from '../../data/plans/jinjiang-2020.json'

const index = indexPlan(jinjiang as unknown as Plan)
const history = foldEvents(index, demoEvents(index))
const now = knownAtLimit('2020-09-15')
const comparison = compareBoards(history, index, { asOf: '2020-05-31', limit: knownAtLimit('2020-05-31') }, { asOf: '2020-08-14', limit: now })
const { figures } = comparison
const whole = { target: null, area: null }
const sources = { index, comparison, figures, words: zhCompare, messages: zhCN }
const groups = lineGroupsOf(sources, 'all')

describe('灯的去向', () => {
  const flow = flowOf(figures, summaryOf(figures))
  it('its sums are the lamps that the two boards count', () => {
    const of = (board: typeof comparison.before) => Object.fromEntries(groupCounts(countLamps(board)).filter(({ count }) => count > 0).map(({ group, count }) => [group, count]))
    expect(Object.fromEntries(flow.rows.filter(row => row.group !== 'off' && row.total > 0).map(row => [row.group, row.total]))).toEqual(of(comparison.before))
    expect(Object.fromEntries(flow.groups.map((group, i) => [group, flow.totals[i]!] as const).filter(([group, total]) => group !== 'off' && total > 0))).toEqual(of(comparison.after))
    expect(flow.nets.reduce((sum, net) => sum + net, 0)).toBe(0)
  })
  it('what stands off the diagonal, and inside one kind, is what turned', () => {
    const off = flow.rows.flatMap(row => row.cells.filter(cell => cell.group !== row.group)).reduce((sum, cell) => sum + cell.count, 0)
    expect(off + flow.inside).toBe(flow.turned)
    expect(causeLinesOf(figures).reduce((sum, line) => sum + line.turned, 0)).toBe(flow.turned)
  })
})

describe('变化清单', () => {
  it('holds every difference once, and every turned lamp', () => {
    const keys = groups.flatMap(group => group.lines.map(line => line.key))
    expect(new Set(keys).size).toBe(keys.length)
    expect([...keys].sort()).toEqual(figures.filter(figure => figure.difference !== null).map(figure => `${figure.target}/${figure.area ?? ''}`).sort())
    for (const line of groups.filter(group => group.key === 'still').flatMap(group => group.lines)) expect(groupOf(line.from!)).toBe(groupOf(line.to!))
  })
  it('can be narrowed to progress, or to what came late or was put right', () => {
    const causes = (only: 'progress' | 'late') => new Set(lineGroupsOf(sources, only).flatMap(group => group.lines.map(line => line.cause)))
    expect([...causes('progress')]).toEqual(['progress'])
    expect([...causes('late')].every(cause => cause === 'late' || cause === 'correction')).toBe(true)
  })
  it('a cell, a row and a column have their own', () => {
    const area = index.columns[3]!.area.code
    const lines = lineGroupsOf({ ...sources, figures: figuresIn(figures, { target: '1.3-2', area }) }, 'all').flatMap(group => group.lines)
    expect(lines.every(line => line.target === '1.3-2' && line.area === area)).toBe(true)
    expect(knownScope(index, { target: 'nothing', area })).toEqual({ target: null, area })
    expect(knownScope(index, { target: '1.3-2', area: 'root' })).toEqual({ target: '1.3-2', area: null })
  })
  it('the places of one target share a line where nothing moved', () => {
    const near = groups.flatMap(group => group.lines).slice(0, 3).map(line => ({ ...line, target: 'x', from: 'on_pace' as const, why: '10月15日到期' }))
    expect(byTarget(near, zhCompare)).toMatchObject([{ areaName: near.map(line => line.areaName).join('、'), area: null }])
  })
  it('the text and the file hold every line; the file has a mark for Excel, no formula, and the record of each difference', () => {
    const count = groups.reduce((sum, group) => sum + group.lines.length, 0)
    const csv = changesCsv(groups, ['晋江市', '=1+1'], zhCompare, zhCN)
    expect(csv.startsWith('\ufeff晋江市\r\n\'=1+1\r\n')).toBe(true)
    expect(csv.trimEnd().split('\r\n')).toHaveLength(count + 3)
    const first = groups.find(group => group.lines.some(line => line.event !== ''))!.lines.find(line => line.event !== '')!
    expect(csv).toContain(first.event)
    expect(changesText(groups, ['头'], zhCompare, zhCN)).toContain(`${first.areaName} ${first.name}`)
    expect(csvName('晋江市', ['2020-05-31', '2020-09-30'], true, zhCompare, '演示数据')).toBe('演示数据-对比-晋江市-2020-0531-0930.csv')
  })
})

describe('what is known now', () => {
  const then = boardOf(history, { asOf: '2020-05-31', knownAt: '2020-05-31' })
  const again = boardOf(history, { asOf: '2020-05-31', knownAt: now })
  it('groups that count differently, as both boards count them', () => {
    const counts = (board: typeof then) => new Map(groupCounts(countLamps(board)).map(({ group, count }) => [group, count]))
    const seen = reseenOf(then, again, whole)
    expect(seen.length).toBeGreaterThan(0)
    for (const one of seen) expect([one.before, one.now]).toEqual([counts(then).get(one.group) ?? 0, counts(again).get(one.group) ?? 0])
    expect(reseenOf(then, then, whole)).toEqual([])
  })
  it('later entries as lines, in both languages', () => {
    const entries = laterEntries(history, index, '2020-05-31', knownAtLimit('2020-05-31'), now)
    for (const [words, messages] of [[zhCompare, zhCN], [enCompare, en]] as const) {
      const lines = laterLinesOf(index, again.rows, entries, words, messages)
      expect(lines).toHaveLength(entries.length)
      expect(lines.every(line => line.day !== '' && line.value !== '')).toBe(true)
    }
  })
})

describe('the small wall chart', () => {
  it('every figure with a lamp is on it once, in the columns of the board', () => {
    const sections = miniSectionsOf(index, comparison.after, figures, 'all', zhCompare, zhCN)
    const cells = sections.flatMap(section => [...section.rows, ...section.folded]).flatMap(row => row.cells.filter(cell => cell !== null))
    expect(cells).toHaveLength(summaryOf(figures).lamps)
    expect(cells.filter(cell => cell.isTurned)).toHaveLength(summaryOf(figures).turned)
    for (const row of sections.flatMap(section => section.rows).filter(row => !row.isWhole)) expect(row.cells).toHaveLength(index.columns.length)
  })
})
