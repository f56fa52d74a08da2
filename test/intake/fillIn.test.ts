/** The fill-in workbook: what it asks, and that everything filled in comes back by its ids. */
import { readXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { fillInCsv, fillInFileName, fillInWorkbook } from '../../src/intake/fillInBook'
import { fillInRows } from '../../src/intake/fillInRows'
import type { FileRead } from '../../src/intake/fileRead'
import { readBytes } from '../../src/intake/readBytes'
import { indexPlan } from '../../src/domain/plan'
import { makePlan, makeTarget } from '../domain/makers'
import { everyMeasure, fillInInput } from './world'
import { answers, filled, filledBytes } from './filled'

const plan = everyMeasure.index.plan
const read = (bytes: Uint8Array, name = '青阳.xlsx', of = plan) => readBytes(name, bytes, of)
function taken(file: FileRead) {
  if (!file.ok) throw new Error(JSON.stringify(file.problems))
  return file
}
const short = (file: FileRead) => taken(file).entries.map(entry => [entry.target, entry.area, entry.payload ?? entry.input])

describe('what is asked', () => {
  it('only asked cells of the unit that can still change', () => {
    expect(fillInRows(fillInInput({ unit: 'c' })).some(row => row.id === '1.1-1@c')).toBe(false)
    const ids = fillInRows(fillInInput({ unit: 'a' })).map(row => row.id)
    expect(ids).toEqual(['1.1-1@a', '1.1-2@a', '1.1-3@a', '1.1-4@a!s1', '1.1-4@a!s2', '1.1-5@a#x1', '1.1-5@a#+1', '1.1-5@a#+2', '1.1-5@a#+3'])
    expect(fillInRows(fillInInput()).at(-1)?.id).toBe('1.1-6@root')
    expect(fillInRows(fillInInput({ unit: 'nobody' }))).toEqual([])
  })

  it('is protected but for its inputs, validated, printable, and says demo on every sheet', async () => {
    const book = await readXlsx(await fillInWorkbook(fillInInput({ isDemo: true })), { readStyles: true })
    expect(book.sheets.map(sheet => sheet.name)).toEqual(['填报表', '填写说明', '_meta', '_lists'])
    for (const sheet of book.sheets) expect(JSON.stringify(sheet.rows)).toContain('演示数据')
    const table = book.sheets[0]!
    expect(table.protection?.sheet).toBe(true)
    expect([table.cells?.get('3,8')?.style?.protection?.locked, table.cells?.get('3,0')?.style?.protection?.locked]).toEqual([false, undefined])
    expect(new Set(table.dataValidations?.map(one => one.type))).toEqual(new Set(['whole', 'decimal', 'date', 'list']))
    expect(table.freezePane).toEqual({ rows: 3, columns: 2 })
    expect(table.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 'a4' })
    expect(table.conditionalRules?.length).toBeGreaterThanOrEqual(3)
    expect(fillInFileName(fillInInput({ isDemo: true, unit: 'a' }))).toBe('填报表_测试市_2020-09_甲街道_演示数据.xlsx')
  })
})

describe('what comes back', () => {
  it('every measure, by ids', async () => {
    const file = taken(await read(await filledBytes()))
    expect(file.problems).toEqual([])
    expect(short(file)).toEqual(answers)
    expect(file.stamp).toEqual({ plan: 'test-2020', year: '2020', period: '2020-09', at: '2020-09-30', unit: null, version: 1 })
  })

  it('rows moved, columns inserted, sheets renamed, the hidden sheet lost', async () => {
    const moved = await filledBytes(book => {
      const rows = book.sheets[0]!.rows!
      book.sheets = [{ name: '改了名', rows: [...rows.slice(0, 3), ...rows.slice(9), ...rows.slice(3, 9)].map(row => ['', ...row.slice(0, 4), '插入', ...row.slice(4)]) }]
    })
    expect(new Set(short(await read(moved)).map(one => JSON.stringify(one)))).toEqual(new Set(answers.map(one => JSON.stringify(one))))
  })

  it('another plan or year is refused by name', async () => {
    const bytes = await filledBytes()
    const other = { ...plan, id: 'other-2021', period: { start: '2021-01-01', end: '2021-12-31' } }
    expect((await read(bytes, 'x.xlsx', other)).problems[0]).toMatchObject({ code: 'fill_other_year', why: '这是 测试市 2020 年的表', file: 'x.xlsx' })
    const place = { ...other, area: { ...plan.area, name: '别处' } }
    expect((await read(bytes, 'x.xlsx', place)).problems[0]?.code).toBe('fill_other_plan')
  })

  it('two rows for one cell: both shown, none taken, the rest is', async () => {
    const file = taken(await read(await filledBytes(book => { book.sheets[0]!.rows!.push([...filled(book, '1.1-1@a')]) })))
    expect(file.problems.filter(one => one.code === 'fill_twice').length).toBe(2)
    expect(file.problems.every(one => one.sheet === '填报表' && /^I\d+$/.test(one.cell ?? ''))).toBe(true)
    expect(short(file)).toEqual(answers.slice(1))
  })

  it('unknown ids, dates and errors in number cells are flagged with their cell', async () => {
    const file = taken(await read(await filledBytes(book => {
      filled(book, '1.1-1@a')[8] = new Date('2020-09-01T00:00:00Z')
      filled(book, '1.1-1@b')[8] = '#REF!'
      filled(book, '1.1-6@root')[8] = 1e20
      book.sheets[0]!.rows!.push(['9.9-9@a', '', '', '', '', '', '', '', 4], ['1.1-1@zz', '', '', '', '', '', '', '', 4])
    })))
    expect(file.problems.map(one => one.code).sort()).toEqual(['cell_date', 'cell_error', 'cell_overflow', 'fill_unknown_area', 'fill_unknown_target'])
    expect(file.problems.every(one => one.cell !== undefined && one.fix !== '')).toBe(true)
    expect(file.entries.length).toBe(answers.length - 3)
  })

  it('as CSV', async () => {
    const csv = fillInCsv(fillInInput({ unit: 'a' })).replace(/(1\.1-1@a,.*?,3,2020-06-30,),/, '$19,')
    expect(short(await read(new TextEncoder().encode(csv), '青阳.csv'))).toContainEqual(['1.1-1', 'a', '9'])
  })

  it('text that looks like a formula stays text', async () => {
    const evil = indexPlan(makePlan([makeTarget({ name: ' ＝cmd|calc\u0001' })]))
    const book = await readXlsx(await fillInWorkbook(fillInInput({ index: evil })))
    expect(book.sheets[0]!.rows[3]?.[1]).toBe("' ＝cmd|calc")
  })
})
