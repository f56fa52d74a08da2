/** A department's own sheet: guessed, read, and known again by its shape. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ShapeTable } from '../../src/domain/fileShape'
import { areaOfName, cellName, entriesOfList, entriesOfTable, fitsMapping, guessMapping, readMapping, shapeOf, targetOfName } from '../../src/domain/fileShape'
import { indexPlan } from '../../src/domain/plan'
import { makePlan, makeTarget } from './makers'

const index = indexPlan(makePlan([makeTarget({ short: '服务站' }), makeTarget({ id: '1.1-2', name: '帮扶困难家庭', unit: '户' }), makeTarget({ id: '1.1-3', name: '本级制度', scope: 'whole' })]))
const table = (rows: string[][], origin: [number, number] = [0, 0]): ShapeTable => ({ sheet: '台账', rows, origin })
const own = table([
  ['2020年9月养老工作台账', '2020年9月养老工作台账', '2020年9月养老工作台账', ''],
  ['序号', '镇街', '新建服务站（个）', '帮扶困难家庭'],
  ['1', '甲街道办事处', '8', '12户'], ['2', '乙', '5', '—'], ['3', '丁镇', '1', '2'], ['', '合计', '14', '14'],
], [1, 1])

it('head row, name column and value columns are guessed, and read with their cells', () => {
  const mapping = guessMapping(index, own)
  expect(mapping).toEqual({ headRow: 1, nameColumn: 1, rowsAre: 'areas', columns: [{ column: 2, id: '1.1-1' }, { column: 3, id: '1.1-2' }] })
  const { entries, rest } = entriesOfTable(index, own, mapping, '2020-09-15')
  expect(entries.map(({ target, area, input, cell }) => [target, area, input, cell])).toEqual([['1.1-1', 'a', '8', 'D4'], ['1.1-2', 'a', '12户', 'E4'], ['1.1-1', 'b', '5', 'D5']])
  expect(rest).toEqual([{ cell: 'C6', text: '丁镇' }])
})

it('targets in rows and places in columns are told apart', () => {
  const turned = table([['指标', '甲街道', '乙镇', '合计'], ['服务站', '3', '4', '7'], ['帮扶困难家庭', '', '9', '9']])
  const mapping = guessMapping(index, turned)
  expect(mapping).toEqual({ headRow: 0, nameColumn: 0, rowsAre: 'targets', columns: [{ column: 1, id: 'a' }, { column: 2, id: 'b' }] })
  expect(entriesOfTable(index, turned, mapping, '2020-09-15').entries.map(one => `${one.target} ${one.area} ${one.input}`)).toEqual(['1.1-1 a 3', '1.1-1 b 4', '1.1-2 b 9'])
})

it('a list with one figure a row needs no mapping; other tables are no list', () => {
  const list = table([['填报清单'], ['指标编号', '镇街', '截至日期', '累计', '说明'], ['1.1-1', '甲街道', '2020/09/14', '8', ''], ['帮扶困难家庭', 'b', '', '12', '走访'], ['9.9-9', 'b', '', '1', ''], ['1.1-1', '丁镇', '', '1', ''], ['1.1-1', 'c', '', '', '']])
  expect(entriesOfList(index, list, '2020-09-15')).toEqual({
    entries: [{ target: '1.1-1', area: 'a', at: '2020-09-14', input: '8', sheet: '台账', cell: 'D3' }, { target: '1.1-2', area: 'b', at: '2020-09-15', input: '12', sheet: '台账', cell: 'D4', note: '走访' }],
    rest: [{ cell: 'A5', text: '9.9-9' }, { cell: 'B6', text: '丁镇' }],
  })
  expect(entriesOfList(index, own, '2020-09-15')).toBeNull()
})

it('names as people write them; what is not one alone is not taken', () => {
  expect(['甲街道', '甲街道办', '乙镇政府', '丁镇', ''].map(name => areaOfName(index, name))).toEqual(['a', 'a', 'b', null, null])
  expect(['新建服务站', '服务站', '１.１-２', '帮扶困难家庭（户）', '本级制度', '新建'].map(name => targetOfName(index, name))).toEqual(['1.1-1', '1.1-1', '1.1-2', '1.1-2', null, null])
})

it('the shape is the words of the head, whatever the figures and the month', () => {
  expect(shapeOf(own)).toBe('序号|镇街|新建服务站个|帮扶困难家庭')
  expect(shapeOf({ ...own, rows: own.rows.map((row, place) => (place === 1 ? row : row.map(() => '7'))) })).toBe(shapeOf(own))
  expect(shapeOf(table([]))).toBe('')
})

it('a remembered mapping is taken only where it still fits', () => {
  const mapping = guessMapping(index, own)
  expect(readMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping)
  for (const wrong of [null, 3, {}, { ...mapping, headRow: -1 }, { ...mapping, rowsAre: 'x' }, { ...mapping, columns: [{ column: 'a', id: 'b' }] }]) expect(readMapping(wrong)).toBeNull()
  expect(fitsMapping(index, own, mapping)).toBe(true)
  expect(fitsMapping(index, table([['a']]), mapping)).toBe(false)
  expect(fitsMapping(index, own, { ...mapping, columns: [{ column: 2, id: 'gone' }] })).toBe(false)
})

it('cells are named as in Excel', () => {
  expect([[0, 0], [6, 25], [0, 26], [1_048_575, 16_383]].map(([row, column]) => cellName(table([]), row!, column!))).toEqual(['A1', 'Z7', 'AA1', 'XFD1048576'])
})

it('law: any table is guessed without a throw, and entries stand in its mapped columns below its head', () => {
  const word = fc.oneof(fc.constantFrom('甲街道', '乙镇', '丙', '服务站', '帮扶困难家庭', '合计', '', '12', '=1+1'), fc.string({ maxLength: 6 }))
  fc.assert(fc.property(fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 8 }), rows => {
    const any = table(rows)
    const mapping = guessMapping(index, any)
    const { entries } = entriesOfTable(index, any, mapping, '2020-09-15')
    for (const entry of entries) {
      const row = Number(/\d+/.exec(entry.cell)![0]) - 1
      expect(row).toBeGreaterThan(mapping.headRow)
      expect(rows[row]!.map(text => text.trim())).toContain(entry.input)
    }
  }))
})
