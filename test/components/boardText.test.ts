/** What cells, heads and rows say: from real boards of the five plans, fed by seeded events. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/domain/plan'
import type { Board, Row } from '../../src/domain/board'
import { foldEvents } from '../../src/domain/history'
import { indexPlan } from '../../src/domain/plan'
import { boardOf } from '../../src/domain/rollUp'
import { boardLayoutCases } from './boardLayoutCases'
import { entriesOf } from '../../src/components/board/boardEntries'
import { layoutOf } from '../../src/components/board/boardLayout'
import { chineseNumeral, sectionsOf } from '../../src/wording/boardSections'
import { faceOf, tickOf, totalText } from '../../src/wording/cellFace'
import { cellLabel } from '../../src/components/board/cellLabel'
import { columnsOf, ownLevelName } from '../../src/wording/columnGroups'
import { isSameSpan, spanInView } from '../../src/components/board/columnSpan'
import { numberText, percentText } from '../../src/wording/figureText'
import { groupCounts, groupOf } from '../../src/wording/lampLook'
import { entryTextOf, unchangedPayload } from '../../src/components/edit/entryText'
import { zhCN } from '../../src/app/messages/zhCN'
import { seededEvents } from './seededEvents'

const ids = ['quanzhou-tsz-2023', 'zhengxiang-2022', 'jinjiang-2020', 'jiangsu-2023', 'xiamen-2022']
const boards = ids.map(id => {
  const index = indexPlan(JSON.parse(readFileSync(new URL(`../../data/plans/${id}.json`, import.meta.url), 'utf8')) as Plan)
  const asOf = `${index.plan.period.start.slice(0, 4)}-09-15`
  const board: Board = boardOf(foldEvents(index, seededEvents(index, asOf, 3)), { asOf, knownAt: '2030-01-01' })
  return { id, index, board }
})
const everyCell = boards.flatMap(({ board }) => board.rows.flatMap(row => row.cells.map(figure => ({ row, figure }))))

describe('cells', () => {
  it('a narrow cell never holds more than three digits, a short fraction or two characters', () => {
    const long = everyCell.filter(({ row, figure }) => {
      const { main, sub, tone, isWord } = faceOf(row, figure, 'narrow', 38)
      return tone !== 'bare' && tone !== 'none' && (isWord ? main.length > 2 : main.length + sub.length > 4)
    })
    expect(long.map(({ row, figure }) => `${row.target.id} ${String(figure.area)}`)).toEqual([])
  })

  it('what is not reached never reads 100', () => {
    expect([percentText(0.9999), percentText(1), percentText(2.864), percentText(12)]).toEqual(['99', '100', '286', '999+'])
  })

  it('no task is blank, no share is open, no report keeps its goal in sight', () => {
    const faces = everyCell.map(({ row, figure }) => ({ figure, face: faceOf(row, figure, 'narrow', 38) }))
    expect(faces.filter(({ figure, face }) => !figure.asked && figure.value === null && face.tone !== 'blank')).toEqual([])
    expect(faces.filter(({ figure, face }) => figure.lamp === 'no_data' && (face.shape !== 'ring' || face.main !== ''))).toEqual([])
  })

  it('bar and lamp agree: red and amber bars end before their tick, full bars are done', () => {
    const late = everyCell.filter(({ figure }) => figure.lamp === 'behind' || figure.lamp === 'slightly_behind')
    expect(late.length).toBeGreaterThan(20)
    expect(late.filter(({ row, figure }) => row.target.goal.op === '>=' && (figure.progress ?? 0) >= (tickOf(row.target, figure) ?? 1))).toEqual([])
  })

  it('is read aloud with area, target, lamp, value and what was due', () => {
    const { index, board } = boards[2]!
    const row = board.rows.find(one => one.target.id === '2.1-2') as Row
    const figure = row.cells.find(cell => cell.lamp === 'slightly_behind')!
    const name = index.areas.get(figure.area!)!.area.name
    expect(cellLabel(zhCN, row, figure, name)).toMatch(new RegExp(`^${name}，居家养老上门服务，滞后，\\d+ / \\d+ 名，应 \\d+ 名`))
  })
})

describe('totals', () => {
  it('percent from ten on, a fraction below, a dash before the first report', () => {
    const rows = boards[2]!.board.rows
    const textOf = (id: string) => { const { main, sub } = totalText(rows.find(row => row.target.id === id)!); return main + sub }
    expect(textOf('2.1-2')).toMatch(/^\d+%$/)
    expect(textOf('2.2-1')).toMatch(/^\d\/5$/)
  })
})

describe('layout', () => {
  it.each(boardLayoutCases)('$columns columns in $width pixels', ({ width, columns, form, isScrolling }) => {
    const layout = layoutOf({ width, height: 760 }, { count: columns, longestShort: 2 }, 24, 5)
    expect(layout.form).toBe(form)
    expect(layout.width > width).toBe(isScrolling)
  })

  it('24 rows in 5 chapters fit the height of a 1440 x 900 window', () => {
    const layout = layoutOf({ width: 1142, height: 766 }, { count: 19, longestShort: 2 }, 24, 5)
    expect(80 + 24 * layout.rowHeight + 5 * 21).toBeLessThanOrEqual(766)
  })
})

describe('lines', () => {
  it('folds tasks without a figure, opens a chapter in place, and filters by lamp', () => {
    const { index, board } = boards[2]!
    const sections = sectionsOf(index, board.rows)
    const count = (open: string[], filter: Parameters<typeof entriesOf>[2]) => entriesOf(sections, open, filter).filter(entry => entry.kind === 'row').length
    expect(count([], null)).toBe(board.rows.filter(row => row.target.measure !== 'qualitative').length)
    expect(count(['2'], null)).toBe(count([], null) + sections[1]!.folded.length)
    const red = board.rows.filter(row => (row.cells.length > 0 ? row.cells : [row.total]).some(figure => figure.lamp !== null && groupOf(figure.lamp) === 'sev'))
    expect(count([], 'sev')).toBe(red.length)
  })

  it('keeps the line of a row that did not change', () => {
    const { index, board } = boards[2]!
    expect(sectionsOf(index, board.rows)[0]!.figures[0]).toBe(sectionsOf(index, [...board.rows])[0]!.figures[0])
  })

  it('names groups of townships, none for cities', () => {
    const groupsOf = (id: string) => columnsOf(boards[ids.indexOf(id)]!.index.columns).groups.map(group => `${group.name}${group.count}`)
    expect(groupsOf('jinjiang-2020')).toEqual(['街道6', '镇13'])
    expect(groupsOf('quanzhou-tsz-2023')).toEqual(['镇3', '民族乡1'])
    expect(groupsOf('jiangsu-2023')).toEqual([])
    expect(['晋江市', '泉州台商投资区', '江苏省'].map(ownLevelName)).toEqual(['市本级', '区本级', '省本级'])
  })

  it('writes numerals and numbers as a notice does', () => {
    expect([1, 10, 13, 20, 32].map(chineseNumeral)).toEqual(['一', '十', '十三', '二十', '三十二'])
    expect([6080, 13.256, 0.1 + 0.2].map(numberText)).toEqual(['6080', '13.26', '0.3'])
  })

  it('counts the legend by groups and hides the idle ones', () => {
    expect(groupCounts({ behind: 2, overdue: 1, on_pace: 4 }).map(({ group, count }) => `${group}${count}`)).toEqual(['done0', 'ok4', 'due0', 'lag0', 'sev3', 'none0'])
  })
})

describe('editing', () => {
  it('the same again is what was reported', () => {
    const reported = everyCell.filter(({ figure }) => figure.detail !== null)
    expect(reported.length).toBeGreaterThan(300)
    for (const { row, figure } of reported) {
      const payload = unchangedPayload(figure)!
      if ('value' in payload) expect(entryTextOf(row, figure)).toBe(numberText(payload.value))
      else expect(Object.keys(payload)[0]).toMatch(/^(items|stage|stages|numerator)$/)
    }
  })
})

describe('columns in view', () => {
  it('all of a board that fits; those in view, by fours, of one that does not', () => {
    const layout = layoutOf({ width: 1142, height: 760 }, { count: 45, longestShort: 2 }, 200, 6)
    expect(spanInView(layout, 45, 0, 5000)).toEqual({ from: 0, to: 45 })
    const spans = [0, 10, 200, 500, 5000].map(left => spanInView(layout, 45, left, 1142))
    for (const { from, to } of spans) expect([from % 4, to === 45 ? 0 : to % 4]).toEqual([0, 0])
    expect(spans[0]!.from).toBe(0)
    expect(spans[4]!.to).toBe(45)
    expect(isSameSpan(spans[0]!, spans[1]!)).toBe(true)
  })
})
