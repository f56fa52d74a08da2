/** Returned files: every figure in exactly one sort, nothing chosen silently, the order of files of no matter. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../src/domain/calendar'
import { defaultCalendar } from '../../src/domain/calendar'
import { evolve } from '../../src/domain/history'
import type { Checked, Decisions, IncomingEntry, IncomingFile, IncomingStamp } from '../../src/domain/incoming'
import { checkLines, isLate, linesOf, noDecisions } from '../../src/domain/incoming'
import { receiptCode } from '../../src/domain/incomingReceipt'
import type { Sorting, WrittenLines } from '../../src/domain/incomingSort'
import { commandsOf, missingAreas, sortLines } from '../../src/domain/incomingSort'
import { allocate, makePlan, makeTarget, makeWorld, report } from './makers'
import type { World } from './makers'

const at = '2020-09-15'
const present = { today: at, limit: '2099' }
const stamp = (unit: string | null, fields: Partial<IncomingStamp> = {}): IncomingStamp => ({ plan: 'test-2020', year: '2020', period: '2020-09', at, unit, ...fields })
let made = 0
/** Figures by area, or entries, of one file. */
function file(name: string, unit: string | null, figures: Record<string, string> | IncomingEntry[], fields: Partial<IncomingFile> = {}): IncomingFile {
  const entries = Array.isArray(figures) ? figures : Object.entries(figures).map(([area, input], row): IncomingEntry => ({ target: '1.1-1', area, at, input, sheet: '填报', cell: `F${row + 7}` }))
  made += 1
  return { id: name, name: `${name}.xlsx`, modified: made, order: made, read: { ok: true, stamp: stamp(unit), entries, problems: [] }, ...fields }
}
const entry = (area: string, input: string, fields: Partial<IncomingEntry> = {}): IncomingEntry => ({ target: '1.1-1', area, at, input, sheet: '填报', cell: 'F7', ...fields })

const shares = allocate({ a: 10, b: 6, c: 4 })
const twoTargets = [makeTarget(), makeTarget({ id: '1.1-2', name: '低保标准', measure: 'amount', unit: '万元', goal: { op: '>=', value: 295 } })]
const worldWith = (...events: Parameters<typeof makeWorld>[1]): World => makeWorld(makePlan(twoTargets), [shares, ...events])

function sort(world: World, files: readonly IncomingFile[], decisions: Decisions = noDecisions, calendar: Calendar = defaultCalendar, written: WrittenLines = new Map(), now = present): Sorting {
  const lines = files.flatMap(linesOf)
  const sent = new Map([...written].map(([line, { event }]) => [event, lines.find(one => one.id === line)?.unit ?? null]))
  const verdicts = checkLines(world.history, calendar, lines, decisions, sent, now)
  return sortLines({ history: world.history, limit: now.limit, files, checked: new Map<string, Checked>(lines.map((line, i) => [line.id, verdicts[i]!])), decisions, written })
}
const sorts = (sorting: Sorting): string[] => sorting.lines.map(one => `${one.line.file} ${one.line.entry.area} ${one.sort}`)
const decide = (lines: Record<string, Decisions['lines'] extends ReadonlyMap<string, infer One> ? One : never>, conflicts: Record<string, { take: string, ask: boolean }> = {}): Decisions => ({ lines: new Map(Object.entries(lines)), conflicts: new Map(Object.entries(conflicts)) })

describe('a file alone', () => {
  it('new, unchanged on the day, confirmed on a later day, empty, bad and doubted', () => {
    const world = worldWith(report('2020-08-31', 'a', 5), report(at, 'b', 3))
    const sorting = sort(world, [file('f', null, [entry('a', '5'), entry('b', '3'), entry('c', '2'), entry('c', ' ', { target: '1.1-2' }), entry('a', '14O', { target: '1.1-2' }), entry('b', '2330500', { target: '1.1-2' })])])
    expect(sorting.lines.map(one => [one.sort, one.isConfirmation])).toEqual([['same', true], ['same', false], ['new', false], ['empty', false], ['bad', false], ['new', false]])
    expect(sorting.lines[4]!.fixes).toEqual([{ text: '140' }])
    expect(commandsOf(sorting).map(one => one.command)).toEqual([
      { kind: 'report', target: '1.1-1', area: 'a', at, payload: { value: 5 } }, { kind: 'report', target: '1.1-1', area: 'c', at, payload: { value: 2 } },
      { kind: 'report', target: '1.1-2', area: 'b', at, payload: { value: 2_330_500 } },
    ])
    expect(sorting.files[0]!.counts).toMatchObject({ new: 2, same: 2, bad: 1, empty: 1, conflict: 0 })
  })

  it('a fix and a reason make a bad line good; a doubt is kept after a look', () => {
    const world = worldWith(report('2020-08-31', 'a', 8))
    const files = [file('f', 'a', { a: '7', b: '3O', c: '90' })]
    expect(sorts(sort(world, files))).toEqual(['f a bad', 'f b bad', 'f c doubt'])
    const decisions = decide({ 'f#0': { note: '上月多报一个' }, 'f#1': { input: '30' }, 'f#2': { keep: true } })
    const sorting = sort(world, files, decisions)
    expect(sorting.lines.map(one => one.sort)).toEqual(['new', 'doubt', 'new'])
    expect(commandsOf(sorting)[0]!.command).toMatchObject({ payload: { value: 7 }, note: '上月多报一个' })
    expect(sort(world, files, decide({ 'f#1': { drop: true } })).lines[1]!.sort).toBe('dropped')
  })

  it('a mere number for a cell kept by sites leaves the list, or is doubted', () => {
    const ladder = [{ id: 's', name: '开工', share: 0.3 }, { id: 'd', name: '验收', share: 1 }]
    const items = [{ id: 'x', name: '甲村', stage: 'd' }, { id: 'y', name: '乙村', stage: 's' }]
    const world = makeWorld(makePlan([makeTarget({ ladder })]), [shares, report('2020-08-31', 'a', { items })])
    const [same, doubt] = ['1', '2'].map(input => sort(world, [file('f', 'a', { a: input })]))
    expect([same!.lines[0]!.sort, commandsOf(same!)[0]!.command]).toEqual(['same', { kind: 'report', target: '1.1-1', area: 'a', at, payload: { items } }])
    expect([doubt!.lines[0]!.sort, doubt!.lines[0]!.problem!.code]).toEqual(['doubt', 'sites_by_number'])
    expect(commandsOf(sort(world, [file('f', 'a', { a: '2' })], decide({ 'f#0': { keep: true } })))[0]!.command).toMatchObject({ payload: { value: 2 } })
  })

  it('of another plan or year it is refused whole, by name', () => {
    const world = worldWith()
    const other = file('other', 'a', { a: '1' }, {})
    const sorting = sort(world, [{ ...other, read: { ...other.read, stamp: stamp('a', { plan: 'xiamen-2022' }) } as IncomingFile['read'] }, { ...file('old', 'b', { b: '1' }), read: { ok: true, stamp: stamp('b', { year: '2019' }), entries: [entry('b', '1')], problems: [] } }, { ...file('locked', 'c', {}), read: { ok: false, problems: [{ code: 'book_encrypted', why: '打开要密码', fix: '去掉密码重寄', file: 'locked.xlsx' }] } }])
    expect(sorting.files.map(sum => sum.refusal?.code)).toEqual(['file_other_plan', 'file_other_year', 'book_encrypted'])
    expect(sorting.files[0]!.refusal!.why).toContain('xiamen-2022')
    expect(sorts(sorting)).toEqual(['other a refused', 'old b refused'])
    expect(missingAreas(world.index, sorting.files)).toEqual(['a', 'b', 'c'])
  })

  it('two rows for one cell: the same value counts once, two values wait', () => {
    const world = worldWith()
    const twice = file('f', 'a', [entry('a', '4'), entry('a', '５', { cell: 'F9' })])
    const sorting = sort(world, [twice])
    expect(sorting.lines.map(one => [one.sort, one.problem?.code, one.fixes.map(fix => fix.text)])).toEqual([['bad', 'cell_twice', ['5']], ['bad', 'cell_twice', ['4']]])
    expect(sorting.lines[0]!.problem!.why).toContain('F9')
    expect(sort(world, [twice], decide({ 'f#0': { input: '5' } })).lines.map(one => one.sort)).toEqual(['new', 'same'])
  })
})

describe('conflicts', () => {
  const world = worldWith(report('2020-08-31', 'a', 3), report(at, 'a', 5, '1.1-1', { by: { unit: 'yanglao', name: '王' } }))
  const files = [file('f', 'a', { a: '7', b: '2' })]

  it('with the ledger: both stand, nothing is written of it until one is chosen', () => {
    const sorting = sort(world, files)
    expect(sorts(sorting)).toEqual(['f a conflict', 'f b new'])
    const [conflict] = sorting.conflicts
    expect(conflict!.sides.map(side => side.event?.data.value ?? side.lines[0]!.line.entry.input)).toEqual([5, '7'])
    expect(conflict!.sides[1]!.lines[0]!.checked!.figure!.lamp).toBe('on_pace')
    expect(commandsOf(sorting).map(one => one.line)).toEqual(['f#1'])
  })

  it('the file’s value is written with what was chosen as its note; kept or asked back it is not', () => {
    const key = `1.1-1|a|${at}`
    const taken = sort(world, files, decide({}, { [key]: { take: 'f#0', ask: false } }))
    expect(taken.lines[0]!.sort).toBe('new')
    expect(commandsOf(taken)[0]!.command).toMatchObject({ payload: { value: 7 }, note: '收表核对：取甲街道表里的数，不取本机 5' })
    for (const ask of [true, false]) {
      const kept = sort(world, files, decide({}, { [key]: { take: 'ledger', ask } }))
      expect([kept.lines[0]!.sort, kept.conflicts[0]!.decision]).toEqual(['dropped', { take: 'ledger', ask }])
    }
    expect(sort(world, files, decide({}, { [key]: { take: 'gone#3', ask: false } })).lines[0]!.sort).toBe('conflict')
  })

  it('a lower value of the same day is a conflict, not a fall; a fall from an earlier day wants its reason', () => {
    expect(sort(world, [file('f', 'a', { a: '4' })]).lines[0]!.sort).toBe('conflict')
    const before = worldWith(report('2020-08-31', 'a', 5))
    expect(sort(before, [file('f', 'a', { a: '4' })]).lines[0]!.problem!.code).toBe('falls_without_reason')
  })

  it('between two units’ files: both wait; the same value from two is written once', () => {
    const empty = worldWith()
    const pair = [file('town', 'a', { a: '4', b: '1' }), file('office', 'yanglao', { a: '6', b: '1' })]
    const sorting = sort(empty, pair)
    expect(sorts(sorting)).toEqual(['town a conflict', 'town b new', 'office a conflict', 'office b same'])
    expect(sorting.conflicts[0]!.sides.map(side => side.event)).toEqual([null, null])
    const settled = sort(empty, pair, decide({}, { [`1.1-1|a|${at}`]: { take: 'office#0', ask: false } }))
    expect(sorts(settled).filter(text => text.includes(' a '))).toEqual(['town a dropped', 'office a new'])
    expect(commandsOf(settled).find(one => one.line === 'office#0')!.command).toMatchObject({ note: '收表核对：取养老服务科表里的数，不取甲街道表 4' })
  })

  it('a unit’s later file replaces cell by cell, and says so', () => {
    const empty = worldWith()
    const [first, second] = [file('first', 'a', { a: '4', b: '1' }), file('second', 'a', { a: '6' })]
    const sorting = sort(empty, [second, first])
    expect(sorts(sorting)).toEqual(['first a replaced', 'first b new', 'second a new'])
    expect(sorting.lines[0]!.by).toBe('second')
    expect(sorting.files.map(sum => [sum.id, sum.turn, sum.replacedBy])).toEqual([['first', 1, 'second'], ['second', 2, null]])
  })
})

describe('calendar', () => {
  it('late is marked and refused nowhere; locked takes corrections only with a reason', () => {
    const calendar: Calendar = { ...defaultCalendar, cutoffDay: 15, submitDay: 18, lockDays: 2 }
    const late = file('f', 'a', { a: '4' })
    expect([isLate(calendar, late, '2020-09-18'), isLate(calendar, late, '2020-09-19')]).toEqual([false, true])
    const world = worldWith()
    const on = (today: string, decisions = noDecisions) => sort(world, [late], decisions, calendar, new Map(), { today, limit: '2099' }).lines[0]!
    expect(on('2020-09-20').sort).toBe('new')
    expect([on('2020-09-21').sort, on('2020-09-21').problem!.code]).toEqual(['bad', 'period_locked'])
    expect(on('2020-09-21', decide({ 'f#0': { note: '上级更正' } })).sort).toBe('new')
  })
})

it('what this page wrote is written, until it is undone; its unit may send it again', () => {
  const world = worldWith()
  const first = file('f', 'a', { a: '4' })
  const event = report(at, 'a', 4)
  evolve(world.history, event)
  const written: WrittenLines = new Map([['f#0', { event: event.id, isConfirmation: false }]])
  expect(sort(world, [first], noDecisions, defaultCalendar, written).lines[0]!.sort).toBe('written')
  expect(sorts(sort(world, [first, file('g', 'a', { a: '6' })], noDecisions, defaultCalendar, written))).toEqual(['f a written', 'g a new'])
  expect(sorts(sort(world, [first, file('h', 'b', { a: '6' })], noDecisions, defaultCalendar, written))).toEqual(['f a written', 'h a conflict'])
  const gone: WrittenLines = new Map([['f#0', { event: 'undone', isConfirmation: false }]])
  expect(sort(worldWith(), [first], noDecisions, defaultCalendar, gone).lines[0]!.sort).toBe('new')
})

describe('laws', () => {
  const files = fc.array(fc.record({ unit: fc.constantFrom('a', 'b', 'c', 'yanglao', null), figures: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1.1-1', '1.1-2'), fc.constantFrom('', '1', '2', '3', '14O', '99', '-')), { maxLength: 6 }) }), { maxLength: 5 })
    .map(list => list.map(({ unit, figures }, place) => file(`n${place}`, unit, figures.map(([area, target, input]) => entry(area, input, { target })), { modified: place, order: 0 })))
  const world = worldWith(report(at, 'a', 2), report('2020-08-31', 'b', 2))

  it('every entry is in exactly one sort and counted once; what is written is new or a confirmation', () => {
    fc.assert(fc.property(files, list => {
      const sorting = sort(world, list)
      const ids = list.flatMap(linesOf).map(line => line.id)
      expect(sorting.lines.map(one => one.line.id).sort()).toEqual([...ids].sort())
      expect(sorting.files.reduce((sum, one) => sum + Object.values(one.counts).reduce((a, b) => a + b, 0), 0)).toBe(ids.length)
      const commands = commandsOf(sorting)
      const cells = commands.map(({ command }) => (command.kind === 'report' ? `${command.target}|${command.area}|${command.at}` : ''))
      expect(new Set(cells).size).toBe(cells.length)
      for (const one of sorting.lines) if (one.sort === 'conflict') expect(cells).not.toContain(`${one.line.entry.target}|${one.line.entry.area}|${one.line.entry.at}`)
    }))
  })

  it('the order in which files are taken in decides nothing', () => {
    fc.assert(fc.property(files.chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([list, shuffled]) => {
      const facts = (sorting: Sorting) => [sorting.lines.map(one => [one.line.id, one.sort, one.by, one.note]), sorting.files, sorting.conflicts.map(one => one.sides.map(side => side.lines.map(line => line.line.id))), commandsOf(sorting)]
      expect(facts(sort(world, shuffled))).toEqual(facts(sort(world, list)))
    }))
  })
})

it('the receipt code follows from plan and figures alone', () => {
  const one = file('f', 'a', [entry('a', '4'), entry('b', '5')])
  const other = file('g', 'b', [entry('b', '５ ', { cell: 'Z9' }), entry('a', '4'), entry('c', '')])
  expect(receiptCode('test-2020', one)).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/)
  expect(receiptCode('test-2020', other)).toBe(receiptCode('test-2020', one))
  expect(receiptCode('test-2020', file('h', 'a', { a: '4', b: '6' }))).not.toBe(receiptCode('test-2020', one))
  expect(receiptCode('test-2020', { ...one, read: { ok: false, problems: [] } })).toBeNull()
})
