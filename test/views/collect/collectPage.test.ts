/** The page of returned files: its lines, what is left to handle, conflict cards, receipts and what a spreadsheet must not take for a formula. */
import { describe, expect, it } from 'vitest'
import { zhCN } from '../../../src/app/messages/zhCN'
import { isTable } from '../../../src/components/collect/takenFiles'
import { courseBox, drawCourse } from '../../../src/components/collect/courseLine'
import { zhCollect } from '../../../src/components/collect/collectWords'
import { numberText } from '../../../src/wording/figureText'
import { defaultCalendar } from '../../../src/domain/calendar'
import type { Checked, IncomingFile } from '../../../src/domain/incoming'
import { checkLines, linesOf, noDecisions } from '../../../src/domain/incoming'
import { sortLines } from '../../../src/domain/incomingSort'
import { conflictView, sideTexts } from '../../../src/views/collect/conflictPage'
import { fileRows, handleItems, totalsOf } from '../../../src/views/collect/incomingPage'
import { receiptFile } from '../../../src/views/collect/receiptFile'
import { csvField } from '../../../src/wording/safeText'
import type { Item } from '../../../src/views/collect/useIncoming'
import { allocate, makePlan, makeTarget, makeWorld, report } from '../../domain/makers'

const at = '2020-09-15'
const now = { today: at, limit: '2099' }
const world = makeWorld(makePlan([makeTarget()]), [allocate({ a: 10, b: 6, c: 4 }), report('2020-05-31', 'a', 2), report('2020-06-30', 'a', 3), report('2020-08-31', 'a', 4), report(at, 'a', 5, '1.1-1', { by: { unit: 'yanglao', name: '王' } })])
const moment = Date.parse('2020-09-14T15:22:00+08:00')
const fileOf = (id: string, name: string, read: IncomingFile['read'], order: number): IncomingFile => ({ id, name, modified: moment + order, order, read })
const entriesOf = (...pairs: [string, string][]) => pairs.map(([area, input], row) => ({ target: '1.1-1', area, at, input, sheet: '填报', cell: `F${row + 7}` }))
const stampOf = (unit: string) => ({ plan: 'test-2020', year: '2020', period: '2020-09', at, unit })
const files = [
  fileOf('f1', '甲街道.xlsx', { ok: true, stamp: stampOf('a'), entries: entriesOf(['a', '9']), problems: [] }, 1),
  fileOf('f2', '乙镇 (2).xls', { ok: true, stamp: stampOf('b'), entries: entriesOf(['b', '1O']), problems: [] }, 2),
  fileOf('f3', '丙镇.xlsx', { ok: false, problems: [{ code: 'book_encrypted', why: '打开要密码', fix: '去掉密码重寄', file: '丙镇.xlsx' }] }, 3),
]
const lines = files.flatMap(linesOf)
const verdicts = checkLines(world.history, defaultCalendar, lines, noDecisions, new Map(), now)
const sorting = sortLines({ history: world.history, limit: now.limit, files, checked: new Map<string, Checked>(lines.map((line, i) => [line.id, verdicts[i]!])), decisions: noDecisions, written: new Map() })
const items = files.map((file): Item => ({ id: file.id, file: { name: file.name, lastModified: file.modified } as File, order: file.order, state: 'read', share: 1, read: { ...file.read, file: file.name, bytes: 1, ...(file.read.ok && { format: file.name.endsWith('.xls') ? 'xls' : 'xlsx', tables: [] }) } as Item['read'], mapped: null }))
const sources = { index: world.index, items, files, sorting, decisions: noDecisions, calendar: defaultCalendar, messages: zhCN, words: zhCollect, isOwn: () => false }
const rows = fileRows(sources)

describe('lines', () => {
  it('say unit, time, counts, what is wrong, and the code', () => {
    expect(rows.map(row => [row.unit, row.saved, row.matched, row.counts, row.isRefused, row.note])).toEqual([
      ['甲街道', '9月14日 15:22', 1, { new: 0, same: 0, conflict: 1, bad: 0 }, false, '与已有数不同，1 格待裁'],
      ['乙镇', '9月14日 15:22', 0, { new: 0, same: 0, conflict: 0, bad: 1 }, false, '新建服务站 “1O”里的“O”是字母，旧版 .xls，已转读'],
      ['丙镇', '9月14日 15:22', 0, { new: 0, same: 0, conflict: 0, bad: 0 }, true, '整份拒收：打开要密码'],
    ])
    expect(rows.map(row => row.code === null)).toEqual([false, false, true])
    expect(totalsOf(world.index, rows, sorting)).toMatchObject({ files: 3, readable: 2, refused: 1, codes: 2, expected: 3, came: 2 })
  })

  it('what is left is listed with its one click', () => {
    const rest = handleItems(sources, rows, sorting.conflicts[0]!.key, () => [])
    expect(rest.map(item => [item.kind, item.area, item.said, item.fixes])).toEqual([['bad', '乙镇', '1O', ['10']], ['file', '丙镇', '丙镇.xlsx', []]])
    expect(handleItems(sources, rows, null, one => sideTexts(world.history, now, one))[0]).toMatchObject({ kind: 'conflict', said: '本机 5，表里 9', after: 'ahead' })
  })
})

it('a conflict’s card shows both sides with author, time and lamp, and a neutral hint at a jump', () => {
  const view = conflictView({ history: world.history, now, files, messages: zhCN, words: zhCollect }, sorting.conflicts[0]!, 1, 1)!
  expect(view.sides.map(side => [side.head, side.value, side.increase, side.who, side.button])).toEqual([['本机已有', '5', '+1', '养老服务科', '留本机 5'], ['甲街道表里', '9', '+5', '甲街道', '取表里 9']])
  expect(view.sides[1]!.lamp).toBe('ahead')
  expect(view.sides[0]!.lamp).toBe(world.cell('a', at).lamp)
  expect(view.hint).toBe('表里增加 5，前两期各增 1、1，请核对口径和单位')
  expect([view.ask, view.askTake]).toEqual(['留 5，发回核实', 'ledger'])
  const drawing = drawCourse(view.course!, numberText, day => day)
  for (const side of drawing.sides) { expect(side.x).toBeLessThanOrEqual(courseBox.width); expect(side.y).toBeGreaterThanOrEqual(0); expect(side.y).toBeLessThanOrEqual(courseBox.height) }
  expect(drawing.sides.map(side => side.text)).toEqual(['表里 9', '本机 5'])
})

describe('receipts', () => {
  const made = (form: 'csv' | 'txt', mark: string | null) => receiptFile({ rows, plan: '测试计划', area: '测试市', day: at, batch: 'R0915-1', mark, words: zhCollect, asked: new Map([['f1', ['新建服务站 9']]]) }, form)

  it('name each file with its counts, code and what is asked back; the demo says so', () => {
    const { name, text } = made('csv', '演示数据')
    expect(name).toBe('收表回执_测试市_2020-09-15_演示数据.csv')
    expect(text.startsWith('\uFEFF演示数据,测试计划,收表日 2020-09-15,R0915-1\r\n')).toBe(true)
    expect(text).toContain(`甲街道,甲街道.xlsx,0,0,新建服务站 9,${rows[0]!.code}`)
    expect(text).not.toContain('丙镇.xlsx')
    const words = made('txt', null)
    expect([words.name, words.text.includes(rows[1]!.code!), words.text.includes('演示数据')]).toEqual(['收表回执_测试市_2020-09-15.txt', true, false])
  })

  it('no field is a formula, numbers stay numbers', () => {
    expect(['=1+1', ' +cmd', '＝A1', '@x', '\t-2+3', '-5', 'a,"b"', '甲'].map(csvField)).toEqual(["'=1+1", "' +cmd", "'＝A1", "'@x", `"'\t-2+3"`, '-5', '"a,""b"""', '甲'])
  })
})

it('of a folder only tables are taken', () => {
  expect(['a.xlsx', 'a.XLS', 'b.csv', '~$a.xlsx', '.hidden.csv', 'c.docx', 'd.pdf'].filter(isTable)).toEqual(['a.xlsx', 'a.XLS', 'b.csv'])
})
